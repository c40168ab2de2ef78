"""Finding: FTS5 inside the register, right for å ä ö, and closed to protected people.

``search_item`` holds what is found; triggers keep two FTS5 tables beside it: trigrams for terms of three letters and more,
word starts for shorter ones. Diacritics are kept, since å is not a.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Integer,
    Select,
    String,
    bindparam,
    column,
    delete,
    false,
    insert,
    literal,
    literal_column,
    or_,
    select,
    table,
    update,
)
from sqlalchemy.orm import InstrumentedAttribute, Session

from socialupph.domain.changes import Entity
from socialupph.persistence.records import SearchItemRecord, Tracked

Expression = ColumnElement[Any] | InstrumentedAttribute[Any]

_PAST_ALL = "\uffff"
"""Sorts after every sign that a code may hold."""

_SIGNS = re.compile(r"[\x00-\x1f\x7f]+")

DDL = (
    "CREATE VIRTUAL TABLE search_trigram USING fts5(code, title, text, content='search_item', content_rowid='id', "
    "tokenize='trigram case_sensitive 0 remove_diacritics 0')",
    "CREATE VIRTUAL TABLE search_word USING fts5(code, title, text, content='search_item', content_rowid='id', "
    "tokenize='unicode61 remove_diacritics 0', prefix='1 2')",
    "INSERT INTO search_trigram(search_trigram, rank) VALUES('secure-delete', 1)",
    "INSERT INTO search_word(search_word, rank) VALUES('secure-delete', 1)",
    "CREATE TRIGGER search_item_added AFTER INSERT ON search_item BEGIN "
    "INSERT INTO search_trigram(rowid, code, title, text) VALUES (new.id, new.code, new.title, new.text); "
    "INSERT INTO search_word(rowid, code, title, text) VALUES (new.id, new.code, new.title, new.text); END",
    "CREATE TRIGGER search_item_removed AFTER DELETE ON search_item BEGIN "
    "INSERT INTO search_trigram(search_trigram, rowid, code, title, text) "
    "VALUES ('delete', old.id, old.code, old.title, old.text); "
    "INSERT INTO search_word(search_word, rowid, code, title, text) "
    "VALUES ('delete', old.id, old.code, old.title, old.text); END",
    "CREATE TRIGGER search_item_changed AFTER UPDATE ON search_item BEGIN "
    "INSERT INTO search_trigram(search_trigram, rowid, code, title, text) "
    "VALUES ('delete', old.id, old.code, old.title, old.text); "
    "INSERT INTO search_word(search_word, rowid, code, title, text) "
    "VALUES ('delete', old.id, old.code, old.title, old.text); "
    "INSERT INTO search_trigram(rowid, code, title, text) VALUES (new.id, new.code, new.title, new.text); "
    "INSERT INTO search_word(rowid, code, title, text) VALUES (new.id, new.code, new.title, new.text); END",
)


def terms(typed: str) -> tuple[str, ...]:
    """The words of what was typed; nothing of it is ever read as search syntax."""
    return tuple(_SIGNS.sub(" ", typed).split())


Shape = tuple[str, ...]
"""For each word typed the index it is looked up in: all that a statement depends on, the words being its parameters."""

_UNSAID: Mapping[str, str] = {}


def shape(typed: str) -> Shape:
    """Words of three letters and more are found wherever they occur, shorter ones where they start a word."""
    return tuple(_index(term) for term in terms(typed))


def sought(typed: str) -> dict[str, str]:
    """The words as parameters of the statement."""
    values: dict[str, str] = {}
    for number, term in enumerate(terms(typed)):
        start = term.upper()
        values |= {f"word_{number}": _phrase(term), f"start_{number}": start, f"past_{number}": start + _PAST_ALL}
    return values


def _index(term: str) -> str:
    return "search_trigram" if len(term) >= 3 else "search_word"


def _phrase(term: str) -> str:
    phrase = '"' + term.replace('"', '""') + '"'
    return phrase if _index(term) == "search_trigram" else f"{phrase}*"


def _matches(index: str, phrase: ColumnElement[str]) -> Select[int]:
    """Row ids of ``search_item`` where ``index`` has the phrase."""
    return select(table(index, column("rowid", Integer)).c.rowid).where(literal_column(index).op("MATCH")(phrase))


Hits = Callable[[Entity], Select[int]]
"""Gives the ids of the records of a register where a word is found."""

Target = tuple[Entity, Expression] | Callable[[Hits], ColumnElement[bool]]
"""Where a word may be found: a register and the column with the id of its record, or any condition made of hits."""


def found_everywhere(typed: str, targets: Iterable[Target]) -> list[ColumnElement[bool]]:
    """One condition for each word typed: it must be found by one of the ``targets``."""
    return conditions(shape(typed), targets, values=sought(typed))


def conditions(
    shape: Shape, targets: Iterable[Target], code: Expression | None = None, values: Mapping[str, str] = _UNSAID
) -> list[ColumnElement[bool]]:
    """The same for any words of a ``shape``, which may also be how ``code`` begins; ``values`` may be given when it is run."""
    wanted = tuple(targets)
    found: list[ColumnElement[bool]] = []
    for number, index in enumerate(shape):
        hits = _hits(index, number, values)
        begins = false() if code is None else _begins(code, number, values)
        found.append(or_(begins, *(_found_by(target, hits) for target in wanted)))
    return found


def _begins(code: Expression, number: int, values: Mapping[str, str]) -> ColumnElement[bool]:
    return (code >= _parameter(f"start_{number}", values)) & (code < _parameter(f"past_{number}", values))


def _parameter(name: str, values: Mapping[str, str]) -> BindParameter[str]:
    return bindparam(name, values.get(name), String, required=name not in values)


def _found_by(target: Target, hits: Hits) -> ColumnElement[bool]:
    if callable(target):
        return target(hits)
    entity, column = target
    return column.in_(hits(entity))


def _hits(index: str, number: int, values: Mapping[str, str]) -> Hits:
    """The hits of a word, looked up once however many registers are asked for."""
    item, phrase = SearchItemRecord, _parameter(f"word_{number}", values)
    found = (
        select(item.entity, item.entity_id)
        .where(item.id.in_(_matches(index, phrase)))
        .cte(f"hit_{number}")
        .prefix_with("MATERIALIZED")
    )

    def hits(entity: Entity) -> Select[int]:
        return select(found.c.entity_id).where(found.c.entity == entity)

    return hits


def find(session: Session, typed: str, limit: int) -> list[SearchItemRecord]:
    """Records where every word typed occurs, the ones whose code or title starts with it first."""
    words = terms(typed)
    if not words:
        return []
    query = select(SearchItemRecord)
    for term in words:
        query = query.where(SearchItemRecord.id.in_(_matches(_index(term), literal(_phrase(term)))))
    hits = list(session.scalars(query.limit(limit * 4)))
    first = words[0].casefold()
    hits.sort(
        key=lambda hit: (not hit.code.casefold().startswith(first), not hit.title.casefold().startswith(first), hit.id)
    )
    return hits[:limit]


def refresh(session: Session, touched: Iterable[Tracked], removed: Iterable[Tracked]) -> None:
    """Bring the index in step with what a flush wrote."""
    connection = session.connection()
    findable = [(record, item_values(record)) for record in touched if record.is_findable()]
    hidden = [record for record, values in findable if values is None]
    for record in (*(record for record in removed if record.is_findable()), *hidden):
        connection.execute(
            delete(SearchItemRecord).where(
                SearchItemRecord.entity == record.entity, SearchItemRecord.entity_id == record.id
            )
        )
    for record, values in findable:
        if values is None:
            continue
        found = connection.execute(
            select(SearchItemRecord.id).where(
                SearchItemRecord.entity == record.entity, SearchItemRecord.entity_id == record.id
            )
        ).scalar_one_or_none()
        if found is None:
            connection.execute(insert(SearchItemRecord).values(**values))
        else:
            connection.execute(update(SearchItemRecord).where(SearchItemRecord.id == found).values(**values))


def item_values(record: Tracked) -> dict[str, object] | None:
    """The index row of a record; None for one that must not be found, such as a protected person."""
    shown = record.searched()
    if shown is None:
        return None
    title, body = shown
    return {
        "entity": record.entity,
        "entity_id": record.id,
        "code": getattr(record, "code", None) or "",
        "title": title,
        "text": body,
    }
