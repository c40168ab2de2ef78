"""Every code that is raised has a text, and every text can be filled with the facts that come with it."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from socialupph.domain.commands.imports import RowError
from socialupph.persistence.connection import _CAUSES
from socialupph.specs.import_messages import ROW_MESSAGES, row_message
from socialupph.specs.messages import TEXTS

SRC = Path(__file__).parents[2] / "src" / "socialupph"
ERRORS = {"RuleViolation": 2, "RegisterProblem": 1, "FileProblem": 1, "NotFound": 1, "UndoRefused": 1}
"""Errors that carry a code, and at which place their facts stand."""


def _raised() -> Iterator[tuple[str, str, set[str] | None]]:
    """Where, which code, and the names of its facts (None when they are not written out)."""
    for path in sorted(SRC.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ERRORS:
                for code in _texts(node.args[0]) if node.args else ():
                    yield f"{path.relative_to(SRC)}:{node.lineno}", code, _facts(node, ERRORS[node.func.id])


def _texts(node: ast.expr) -> list[str]:
    """The literal codes an argument can be."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return [*_texts(node.body), *_texts(node.orelse)]
    return []


def _facts(call: ast.Call, place: int) -> set[str] | None:
    given = call.args[place] if len(call.args) > place else None
    given = next((word.value for word in call.keywords if word.arg == "facts"), given)
    if given is None:
        return set()
    if not isinstance(given, ast.Dict) or any(not isinstance(key, ast.Constant) for key in given.keys):
        return None
    return {str(key.value) for key in given.keys if isinstance(key, ast.Constant)}


RAISED = list(_raised())


def _placeholders(text: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name}


def test_there_are_errors_to_look_at():
    assert len(RAISED) > 80
    assert len({code for _where, code, _facts in RAISED}) > 60


def test_every_code_that_is_raised_has_a_text():
    missing = {code: where for where, code, _facts in RAISED if code not in TEXTS and code != "record.stale"}
    assert missing == {}


def test_what_the_disk_says_has_a_text():
    assert [code for _sign, code in _CAUSES if code not in TEXTS] == []


def test_every_text_gets_the_facts_it_names():
    wrong = {
        where: (code, _placeholders(TEXTS[code]) - facts)
        for where, code, facts in RAISED
        if code in TEXTS and facts is not None and not _placeholders(TEXTS[code]) <= facts
    }
    assert wrong == {}


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_every_text_can_be_filled(code: str):
    names = _placeholders(TEXTS[code])
    assert all(re.fullmatch(r"[a-z_]+", name) for name in names)
    filled = TEXTS[code].format(**dict.fromkeys(names, "x"))
    assert filled
    assert "{" not in filled
    assert filled == filled.strip()


@pytest.mark.parametrize("code", sorted(ROW_MESSAGES))
def test_every_row_message_can_be_filled(code: str):
    assert row_message(7, [RowError(code, column="Kolumn")]).startswith("Rad 7")
