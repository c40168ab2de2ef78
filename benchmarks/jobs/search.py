"""A key press in the search field of the follow-ups: all hits in order, and the first page of them in full."""

import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.jobs.rows import opened
from benchmarks.jobs.search_oracle import hits_of
from benchmarks.outcome import Job, Options, Outcome, expect
from socialupph.domain.queries import ListQuery
from socialupph.persistence.engine import connect

WORDS = ("öber", "åttonde", "ängslåtsas", "måleri")
PAGE = 200

_FOUND = """
    WITH hit AS MATERIALIZED (
        SELECT entity, entity_id FROM search_item WHERE id IN (SELECT rowid FROM search_trigram WHERE search_trigram MATCH ?1)),
    placed AS MATERIALIZED (
        SELECT id FROM placement WHERE id IN (SELECT entity_id FROM hit WHERE entity = 'placement')
        UNION SELECT id FROM placement WHERE candidate_id IN (SELECT entity_id FROM hit WHERE entity = 'candidate')
        UNION SELECT id FROM placement WHERE contract_id IN (SELECT entity_id FROM hit WHERE entity = 'contract')
        UNION SELECT p.id FROM placement p LEFT JOIN candidate c ON c.id = p.candidate_id
            WHERE NOT coalesce(c.protected, 0) AND p.host_supplier_id IN (SELECT entity_id FROM hit WHERE entity = 'supplier')),
    found AS (
        SELECT id FROM follow_up WHERE +voided_on IS NULL AND (placement_id IN (SELECT id FROM placed)
            OR contract_id IN (SELECT entity_id FROM hit WHERE entity = 'contract'))
        ORDER BY due_on, id)
    SELECT json_group_array(id) FROM found"""
_JOINED = """
    FROM follow_up f LEFT JOIN placement p ON p.id = f.placement_id LEFT JOIN candidate c ON c.id = p.candidate_id
        LEFT JOIN supplier s ON s.id = p.host_supplier_id LEFT JOIN contract own ON own.id = f.contract_id
        LEFT JOIN contract of ON of.id = p.contract_id"""
_LIKE = f"""
    SELECT json_group_array(id) FROM (
        SELECT f.id {_JOINED} WHERE f.voided_on IS NULL AND (f.code LIKE ?1 OR p.code LIKE ?1 OR c.code LIKE ?1 OR c.name LIKE ?1
            OR s.name LIKE ?1 OR coalesce(own.code, of.code) LIKE ?1 OR coalesce(own.title, of.title) LIKE ?1)
        ORDER BY f.due_on, f.id)"""
_FULL = f"""
    SELECT f.id, f.code, f.kind, f.due_on, f.held_on, f.status, f.means, f.version, p.id, p.code, coalesce(f.contract_id,
        p.contract_id), coalesce(own.code, of.code), s.name, c.code, c.alias, c.name, c.protected
    {_JOINED} WHERE f.id IN ({{places}})"""


def ours(options: Options) -> Outcome:
    """``services.follow_ups.ids`` and ``rows``, as the list on screen asks."""
    services = opened(options)

    def press(word: str) -> tuple[Sequence[int], int]:
        found = services.follow_ups.ids(ListQuery(sort="due_on", search=word))
        return found, len(services.follow_ups.rows(found[:PAGE]))

    outcome = _measured(options, press)
    services.close()
    return outcome


def floor(options: Options) -> Outcome:
    """The same answer by hand-written SQL over the same FTS5 tables, each step by its index, the ids handed over as one value."""
    return _by_hand(options, _FOUND, '"{word}"')


def like(options: Options) -> Outcome:
    """LIKE on the columns of the joined rows, as one searches without an index.

    It does not know that Ö and ö are the same letter, so its hits are not checked.
    """
    return _by_hand(options, _LIKE, "%{word}%", check=False)


Press = Callable[[str], tuple[Sequence[int], int]]


def _by_hand(options: Options, statement: str, pattern: str, *, check: bool = True) -> Outcome:
    connection: Any = connect(Path(options["register"]))

    def press(word: str) -> tuple[Sequence[int], int]:
        found: list[int] = json.loads(connection.execute(statement, (pattern.format(word=word),)).fetchone()[0])
        page = found[:PAGE]
        rows = connection.execute(_FULL.format(places=", ".join("?" * len(page))), page).fetchall()
        return found, len(rows)

    outcome = _measured(options, press, check=check)
    connection.close()
    return outcome


def _measured(options: Options, press: Press, *, check: bool = True) -> Outcome:
    """The mean over the words; the first press of each warms up and is not counted."""
    problem, figures, total = "", dict[str, float](), 0.0
    for number, word in enumerate(WORDS):
        found, shown = press(word)
        if check:
            wanted = hits_of(Path(options["register"]), word)
            problem = problem or expect(sorted(found) == sorted(wanted), True, f"the hits of {word}")
            problem = problem or expect(shown, min(PAGE, len(wanted)), f"rows shown of {word}")
            problem = problem or expect(bool(wanted), True, f"anything found by {word}")
        figures[f"hits{number}"] = len(found)
        start = time.perf_counter()
        for _ in range(int(options["times"])):
            press(word)
        figures[f"word{number}"] = (time.perf_counter() - start) / int(options["times"])
        total += figures[f"word{number}"]
    return Outcome({"seconds": total / len(WORDS), **figures}, problem)


JOBS: dict[str, Job] = {"ours": ours, "floor": floor, "like": like}
