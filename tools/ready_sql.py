"""Writes ``persistence/due_sql.py``: the selects of what is due as SQL, so that *Idag* is read without SQLAlchemy.

``python3 dev.py sql`` runs it. ``tests/persistence/test_due_sql.py`` tells when it must be run.
"""

import re
import textwrap
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Date
from sqlalchemy.dialects import sqlite

from socialupph.persistence.queries import today, today_training

ROOT: Final = Path(__file__).resolve().parents[1]
FILE: Final = ROOT / "src" / "socialupph" / "persistence" / "due_sql.py"
PARAMETERS: Final = ("today", "last", "held_by", "count")
STATEMENTS: Final[Mapping[str, Callable[[], Any]]] = {
    made.__name__: made
    for made in (
        today.contracts,
        today.unfinished,
        today.placements,
        today.follow_ups,
        today.nth_follow_up,
        today.steps,
        today.deviations,
        today.matches,
        today.tasks,
        today_training.closes,
        today_training.too_few,
        today_training.priority,
        today_training.seat_offers,
        today_training.needs,
    )
}
_WIDE: Final = 128
_HEAD: Final = '''"""What is due, as SQL. Written by ``python3 dev.py sql`` out of ``queries``; never by hand."""

from collections.abc import Mapping
from typing import Final, NamedTuple


class Statement(NamedTuple):
    """SQL with the parameters it takes, by name, and the columns that are days."""

    sql: str
    parameters: tuple[str, ...]
    days: tuple[str, ...]


'''


def written() -> str:
    """What should stand in the file."""
    parts = [_HEAD, f"LACKS: Final = {_words(today.lacks())}\n\n", "STATEMENTS: Final[Mapping[str, Statement]] = {\n"]
    for name, make in STATEMENTS.items():
        sql, parameters, days = _compiled(make())
        body = textwrap.indent(sql, " " * 12)
        parts.append(f'    "{name}": Statement(\n        """\n{body}\n        """,\n')
        parts.append(f"        {_words(parameters)},\n        {_words(days)},\n    ),\n")
    return "".join([*parts, "}\n"])


def _words(names: Any) -> str:
    listed = [f'"{name}"' for name in names]
    return f"({', '.join(listed)}{',' if len(listed) == 1 else ''})"


def _compiled(statement: Any) -> tuple[str, list[str], list[str]]:
    """The SQL with all that is fixed written out, which of our parameters it has, and which columns are days."""
    dialect = sqlite.dialect(paramstyle="named")
    compiled = statement.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
    sql = str(compiled)
    for name, bound in compiled.binds.items():
        if name not in PARAMETERS:
            process = bound.type.dialect_impl(dialect).bind_processor(dialect)
            for key in [key for key in compiled.params if key == name or re.fullmatch(rf"{re.escape(name)}_\d+", key)]:
                value = compiled.params[key]
                sql = re.sub(rf":{re.escape(key)}\b", _literal(process(value) if process else value), sql)
    days = [column.key for column in statement.selected_columns if isinstance(column.type, Date)]
    return _wrapped(sql), [name for name in PARAMETERS if re.search(rf":{name}\b", sql)], days


def _literal(value: object) -> str:
    if value is None:
        return "NULL"
    return str(int(value)) if isinstance(value, int) else "'{}'".format(str(value).replace("'", "''"))


def _wrapped(sql: str) -> str:
    """The same in lines of some hundred letters, never broken inside a text."""
    lines: list[str] = []
    for line in sql.splitlines():
        now = ""
        for word in re.findall(r"(?:'[^']*'|[^\s'])+", line):
            if now and len(now) + 1 + len(word) > _WIDE:
                lines.append(now)
                now = word
            else:
                now = f"{now} {word}" if now else word
        lines.append(now)
    return "\n".join(line for line in lines if line)


if __name__ == "__main__":
    FILE.write_text(written(), encoding="utf-8")
