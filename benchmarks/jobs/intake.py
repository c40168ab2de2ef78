"""A contract list taken in: by the program with all its checks, and by hand with the rows already known."""

import pickle
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.jobs.copies import copied
from benchmarks.jobs.rows import opened
from benchmarks.jobs.untyped import read_sheet
from benchmarks.outcome import Job, Options, Outcome, expect
from socialupph.exchange.contract_lists import read_contract_list
from socialupph.persistence.engine import connect

_KEPT_BY_TRIGGERS = ("search_trigram", "search_word", "sqlite_")
_CODES = "code_sequence"
Tables = list[tuple[str, str, list[tuple[Any, ...]]]]


def ours(options: Options) -> Outcome:
    """Read, recognise, check, show against the register and write."""
    with copied(options) as path:
        before = _counts(path)
        figures = _take_in(path, Path(options["file"]))
        wrong = expect(_grown(before, _counts(path)), _known(options), "rows added by table")
    return Outcome(figures, wrong)


def _take_in(register: Path, file: Path) -> dict[str, float]:
    services = opened({"register": register})
    services.imports.mapping_for("")  # libraries are loaded and the file is opened, as in a running program
    start = time.perf_counter()
    draft = read_contract_list(file, remembered=services.imports.mapping_for)
    read = time.perf_counter()
    services.imports.preview(draft.rows, draft.left_out)
    shown = time.perf_counter()
    services.imports.apply(draft.rows, skip_errors=True, left_out=draft.left_out)
    written = time.perf_counter()
    services.close()
    return {"seconds": written - start, "read": read - start, "preview": shown - read, "apply": written - shown}


def floor(options: Options) -> Outcome:
    """calamine reads the file; the rows that the program would write are inserted by ``executemany``, table by table."""
    with copied(options) as path:
        tables: Tables = pickle.loads(Path(options["kept"]).read_bytes())
        before = _counts(path)
        connection = connect(path)
        start = time.perf_counter()
        sheet = read_sheet(Path(options["file"]))
        read = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        for table, statement, rows in tables:
            if table == "search_item":
                _insert_searched(connection, statement, rows)
            else:
                connection.executemany(statement, rows)
        connection.execute("COMMIT")
        written = time.perf_counter()
        connection.close()
        wrong = expect(_grown(before, _counts(path)), _known(options), "rows added by table")
    figures = {"seconds": written - start, "read": read - start, "apply": written - read}
    return Outcome(figures, wrong or expect(len(sheet), int(options["rows"]) + 1, "rows in the file"))


def _insert_searched(connection: Any, statement: str, rows: list[tuple[Any, ...]]) -> None:
    """The search index by one statement each, which is many times quicker than its triggers row by row."""
    about = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'search_item'"
    triggers = connection.execute(about).fetchall()
    (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM search_item").fetchone()
    for name, _sql in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    connection.executemany(statement, rows)
    for table in ("search_trigram", "search_word"):
        filling = (
            f"INSERT INTO {table}(rowid, code, title, text) SELECT id, code, title, text FROM search_item WHERE id > ?"
        )
        connection.execute(filling, (last,))
    for _name, sql in triggers:
        connection.execute(sql)


def _known(options: Options) -> dict[str, int]:
    tables: Tables = pickle.loads(Path(options["kept"]).read_bytes())
    return {table: len(rows) for table, _statement, rows in tables if table != _CODES}


def check(options: Options) -> Outcome:
    """Whether the csv that another program made of the list has all rows."""
    lines = Path(options["out"]).read_text("utf-8").count("\n")
    return Outcome({}, expect(lines, int(options["rows"]) + 1, "lines of csv"))


def remember(options: Options) -> Outcome:
    """Take the list in once and keep every row that it wrote, with the statement that writes it.

    Columns in which no row has anything are left out, as nobody would write them by hand.
    """
    with copied(options) as path:
        before, codes = _highest(path), _codes(path)
        _take_in(path, Path(options["file"]))
        connection = connect(path)
        tables: Tables = []
        for table, highest in before.items():
            cursor = connection.execute(f'SELECT * FROM "{table}" WHERE id > ? ORDER BY id', (highest,))
            columns = list(zip([column[0] for column in cursor.description], *cursor.fetchall(), strict=True))
            told = [(name, *values) for name, *values in columns if any(value is not None for value in values)]
            if told:
                tables.append(
                    (table, _insert(table, [name for name, *_values in told]), list(zip(*told, strict=True))[1:])
                )
        connection.close()
        spent = sorted(_codes(path) - codes)
        tables.append((_CODES, _insert(_CODES, ["prefix", "last"]).replace("INSERT", "INSERT OR REPLACE"), spent))
    Path(options["kept"]).write_bytes(pickle.dumps(_in_order(tables), pickle.HIGHEST_PROTOCOL))
    return Outcome({})


def _insert(table: str, names: list[str]) -> str:
    columns = ", ".join(f'"{name}"' for name in names)
    return f'INSERT INTO "{table}" ({columns}) VALUES ({", ".join("?" * len(names))})'


def _codes(path: Path) -> set[tuple[Any, ...]]:
    connection = connect(path)
    found = set(connection.execute("SELECT prefix, last FROM code_sequence").fetchall())
    connection.close()
    return found


def _in_order(tables: Tables) -> Tables:
    """What others point at comes first."""
    first = ("operation", "buyer", "supplier", "contract", "requirement")
    return sorted(tables, key=lambda one: first.index(one[0]) if one[0] in first else len(first))


def _tables(connection: Any) -> Iterator[str]:
    with_id = "SELECT 1 FROM pragma_table_info(t.name) WHERE name = 'id'"
    statement = f"SELECT name FROM sqlite_master t WHERE type = 'table' AND EXISTS ({with_id})"
    for (table,) in connection.execute(statement).fetchall():
        if not table.startswith(_KEPT_BY_TRIGGERS):
            yield table


def _highest(path: Path) -> dict[str, int]:
    connection = connect(path)
    found = {
        table: connection.execute(f'SELECT coalesce(max(id), 0) FROM "{table}"').fetchone()[0]
        for table in _tables(connection)
    }
    connection.close()
    return found


def _counts(path: Path) -> dict[str, int]:
    connection = connect(path)
    found = {
        table: connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0] for table in _tables(connection)
    }
    connection.close()
    return found


def _grown(before: dict[str, int], after: dict[str, int]) -> dict[str, int]:
    return {table: count - before[table] for table, count in after.items() if count != before[table]}


JOBS: dict[str, Job] = {"ours": ours, "floor": floor, "check": check, "remember": remember}
