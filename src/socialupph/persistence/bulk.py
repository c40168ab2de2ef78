"""Many rows at once: inserts, updates and removals that keep stamps, sort keys, history and the search index as a flush would.

For imports, undo and the sample register, where one object for each row would take minutes. Values are bound once for each
column instead of once for each statement, and the search index is filled by one statement.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Connection, Table, func, select, text, update

from socialupph.domain.changes import RecordRef
from socialupph.i18n.collation import sort_key
from socialupph.persistence import search_bulk
from socialupph.persistence.database import Work
from socialupph.persistence.history import encode
from socialupph.persistence.records import Tracked

Row = dict[str, Any]
PORTION = 500


@dataclass(frozen=True, slots=True)
class RowChange:
    """What is to differ in a stored row: ``before`` is the whole row as it stands, ``after`` only what changes."""

    before: Mapping[str, Any]
    after: Mapping[str, Any]


def insert_many(work: Work, record_type: type[Tracked], rows: Sequence[Row]) -> list[int]:
    """Insert ``rows`` (column name → value) and give their ids, in order. A row may bring its own ``id`` and ``version``.

    Columns a row leaves out get their default, else NULL.
    """
    if not rows:
        return []
    table = record_type.table()
    number = first_free_id(work, table)
    whole_of = _filler(work, record_type)
    filled: list[Row] = []
    for row in rows:
        whole = whole_of(row)
        if whole["id"] is None:
            whole["id"] = number
            number += 1
        else:
            number = max(number, whole["id"] + 1)
        filled.append(whole)
    connection = work.session.connection()
    names = [column.name for column in table.columns]
    into = f"{_quoted(connection, table.name)} ({', '.join(_quoted(connection, name) for name in names)})"
    statement = f"INSERT INTO {into} VALUES ({', '.join('?' * len(names))})"  # noqa: S608 -- names of our own columns
    _execute_many(connection, statement, _binders(connection, table, names), names, filled)
    keep_history(work, table.name, [(row["id"], row["version"], None, {"id": row["id"]}) for row in filled])
    if record_type.is_findable():
        search_bulk.add_many(work.session, _items(record_type, filled))
    part_of = record_type.part_of
    refs = [RecordRef(record_type.entity, row["id"] if part_of is None else row[part_of]) for row in filled]
    work.adopt(dict.fromkeys(refs), refs if part_of is None else [])
    return [row["id"] for row in filled]


def update_many(work: Work, record_type: type[Tracked], changes: Sequence[RowChange]) -> None:
    """Change stored rows; each gets a new version and its before and after in history."""
    if not changes:
        return
    table = record_type.table()
    connection = work.session.connection()
    by_columns: dict[tuple[str, ...], list[Row]] = {}
    entries: list[_Entry] = []
    whole: list[Row] = []
    for change in changes:
        after = dict(change.after)
        for key, source in record_type.sort_keys.items():
            if source in after:
                after[key] = sort_key(after[source] or "")
        before = change.before
        number, version = before["id"], before["version"] + 1
        kept = {name: encode(before[name]) for name in after}, {name: encode(value) for name, value in after.items()}
        entries.append((number, version, *kept))
        after["version"], after["changed_at"] = version, work.now
        by_columns.setdefault(tuple(sorted(after)), []).append({**after, "_id": number})
        whole.append({**before, **after})
    for names, rows in by_columns.items():
        settings = ", ".join(f"{_quoted(connection, name)} = ?" for name in names)
        statement = f"UPDATE {_quoted(connection, table.name)} SET {settings} WHERE id = ?"  # noqa: S608 -- names of our own columns
        binders = [*_binders(connection, table, names), None]
        _execute_many(connection, statement, binders, [*names, "_id"], rows)
    keep_history(work, table.name, entries)
    if record_type.is_findable():
        shown = _items(record_type, whole)
        hidden = {row["id"] for row in whole} - {item.entity_id for item in shown}
        search_bulk.remove_many(work.session, record_type.entity, sorted(hidden))
        search_bulk.change_many(work.session, record_type.entity, shown)
    _touched(work, record_type, whole)


def delete_many(work: Work, record_type: type[Tracked], rows: Sequence[Mapping[str, Any]]) -> None:
    """Remove stored rows, told of as they stand, with all of them in history."""
    if not rows:
        return
    table = record_type.table()
    connection = work.session.connection()
    if record_type.is_findable():
        search_bulk.remove_many(work.session, record_type.entity, [row["id"] for row in rows])
    statement = f"DELETE FROM {_quoted(connection, table.name)} WHERE id = ?"  # noqa: S608 -- the name of our own table
    connection.exec_driver_sql(statement, [(row["id"],) for row in rows])
    entries: list[_Entry] = [
        (row["id"], row["version"], {name: encode(value) for name, value in row.items()}, None) for row in rows
    ]
    keep_history(work, table.name, entries)
    _touched(work, record_type, rows)


def renew(work: Work, table: Table, ids: Iterable[int]) -> None:
    """Give records whose parts were written a new version, so that nobody saves over them unseen."""
    wanted = sorted(set(ids))
    for start in range(0, len(wanted), PORTION):
        portion = wanted[start : start + PORTION]
        work.session.connection().execute(
            update(table).where(table.c.id.in_(portion)).values(version=table.c.version + 1)
        )


def stored(work: Work, record_type: type[Tracked], ids: Iterable[int]) -> dict[int, Row]:
    """Rows as they stand in the register, whole, by id."""
    table = record_type.table()
    wanted = list(ids)
    found: dict[int, Row] = {}
    for start in range(0, len(wanted), PORTION):
        statement = select(table).where(table.c.id.in_(wanted[start : start + PORTION]))
        for row in work.session.connection().execute(statement).mappings():
            found[row["id"]] = dict(row)
    return found


def first_free_id(work: Work, table: Table) -> int:
    """The next id of a table; ids of removed rows are never used again."""
    used = work.session.execute(select(func.coalesce(func.max(table.c.id), 0))).scalar_one()
    spent = work.session.execute(
        text("SELECT seq FROM sqlite_sequence WHERE name = :name"), {"name": table.name}
    ).scalar_one_or_none()
    return max(int(used), int(spent or 0)) + 1


_Entry = tuple[int, int, dict[str, Any] | None, dict[str, Any] | None]
"""Row id, version, before, after: a line of history."""


def keep_history(work: Work, table_name: str, entries: Sequence[_Entry]) -> None:
    """Write lines of history for rows of one table."""
    operation_id = work.operation()
    rows = [
        (operation_id, table_name, number, version, _json(before), _json(after))
        for number, version, before, after in entries
    ]
    work.session.connection().exec_driver_sql(
        "INSERT INTO history (operation_id, table_name, row_id, version, before, after) VALUES (?, ?, ?, ?, ?, ?)", rows
    )


def _json(values: dict[str, Any] | None) -> str | None:
    if values is None:
        return None
    return f'{{"id": {values["id"]}}}' if len(values) == 1 and "id" in values else json.dumps(values)


def _filler(work: Work, record_type: type[Tracked]) -> Callable[[Row], Row]:
    """A function that makes a row whole: defaults, stamps, first version and sort keys."""
    usual: dict[str, Any] = {}
    made: dict[str, Callable[[Any], Any]] = {}
    for column in record_type.table().columns:
        default: Any = column.default
        if default is not None and default.is_callable:
            made[column.name] = default.arg
        usual[column.name] = None if default is None or default.is_callable else default.arg
    usual |= {"version": 1, "created_at": work.now}
    keys = tuple(record_type.sort_keys.items())

    def whole_of(row: Row) -> Row:
        whole: Row = {**usual, **row, "changed_at": work.now}
        for name, make in made.items():
            if name not in row:
                whole[name] = make(None)
        for key, source in keys:
            whole[key] = sort_key(whole[source] or "")
        return whole

    return whole_of


def _execute_many(
    connection: Connection, statement: str, binders: Sequence[Any], names: Sequence[str], rows: Sequence[Row]
) -> None:
    """Run ``statement`` for every row. A column is bound as a whole; where no value needs binding nothing is called."""
    columns: list[list[Any]] = []
    for name, bind in zip(names, binders, strict=True):
        values = [row[name] for row in rows]
        columns.append(values if bind is None else _bound(bind, values))
    connection.exec_driver_sql(statement, list(zip(*columns, strict=True)))


def _bound(bind: Callable[[Any], Any], values: Sequence[Any]) -> list[Any]:
    """Values as the driver takes them; one that is the same in every row is bound once."""
    first = values[0]
    if all(value is first for value in values):
        return [None if first is None else bind(first)] * len(values)
    return [None if value is None else bind(value) for value in values]


def _binders(connection: Connection, table: Table, names: Sequence[str]) -> list[Any]:
    """For each column the function that turns a value into what the driver takes, None where there is none."""
    dialect = connection.dialect
    return [table.c[name].type.dialect_impl(dialect).bind_processor(dialect) for name in names]


def _quoted(connection: Connection, name: str) -> str:
    return connection.dialect.identifier_preparer.quote(name)


def _items(record_type: type[Tracked], rows: Iterable[Mapping[str, Any]]) -> list[search_bulk.Item]:
    """What the index holds of these rows; nothing of those that must not be found."""
    searched: Any = record_type.searched
    items: list[search_bulk.Item] = []
    for row in rows:
        shown = searched(SimpleNamespace(**row))
        if shown is not None:
            items.append(search_bulk.Item(record_type.entity, row["id"], row.get("code") or "", *shown))
    return items


def _touched(work: Work, record_type: type[Tracked], rows: Sequence[Mapping[str, Any]]) -> None:
    part_of = record_type.part_of
    refs = (RecordRef(record_type.entity, row["id"] if part_of is None else row[part_of]) for row in rows)
    work.adopt(dict.fromkeys(refs), [])
