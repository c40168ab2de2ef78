"""Many rows at once: inserts, updates and removals that keep stamps, sort keys, history and the search index as a flush would.

For imports, undo and the sample register, where one object for each row would take minutes. Values are bound once for each
column instead of once for each statement, and the search index is filled by one statement.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
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
    connection = work.session.connection()
    ids = _numbered(work, record_type.table(), rows)
    usual = _defaults(record_type)
    columns = _columns(work, record_type, usual, rows)
    columns["id"] = ids
    into = (
        f"{_quoted(connection, record_type.__tablename__)} ({', '.join(_quoted(connection, name) for name in columns)})"
    )
    statement = f"INSERT INTO {into} VALUES ({', '.join('?' * len(columns))})"  # noqa: S608 -- names of our own columns
    _execute_many(connection, statement, _binders(connection, record_type.table(), columns), list(columns.values()))
    _keep_inserts(work, record_type.__tablename__, ids, columns["version"])
    if record_type.is_findable():
        search_bulk.add_many(work.session, _items(record_type, ids, rows, usual))
    part_of = record_type.part_of
    refs = [
        RecordRef(record_type.entity, number)
        for number in (ids if part_of is None else dict.fromkeys(columns[part_of]))
    ]
    work.adopt(dict.fromkeys(refs), refs if part_of is None else [])
    return ids


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
        by_columns.setdefault(tuple(sorted(after)), []).append({**after, "id": number})
        whole.append({**before, **after})
    for names, rows in by_columns.items():
        settings = ", ".join(f"{_quoted(connection, name)} = ?" for name in names)
        statement = f"UPDATE {_quoted(connection, table.name)} SET {settings} WHERE id = ?"  # noqa: S608 -- names of our own columns
        told = [*names, "id"]
        _execute_many(
            connection, statement, _binders(connection, table, told), [[row[name] for row in rows] for name in told]
        )
    keep_history(work, table.name, entries)
    if record_type.is_findable():
        shown = _items(record_type, [row["id"] for row in whole], whole, {})
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


def _keep_inserts(work: Work, table_name: str, ids: Sequence[int], versions: Sequence[int]) -> None:
    """Write that rows were added; what all of them have in common is told once."""
    if versions.count(versions[0]) < len(versions):
        keep_history(work, table_name, [(*one, None, {"id": one[0]}) for one in zip(ids, versions, strict=True)])
        return
    work.session.connection().exec_driver_sql(
        "INSERT INTO history (operation_id, table_name, row_id, version, after) "
        """SELECT ?, ?, value, ?, '{"id": ' || value || '}' FROM json_each(?)""",
        (work.operation(), table_name, versions[0], json.dumps(ids)),
    )


def _json(values: dict[str, Any] | None) -> str | None:
    if values is None:
        return None
    return f'{{"id": {values["id"]}}}' if len(values) == 1 and "id" in values else json.dumps(values)


def _numbered(work: Work, table: Table, rows: Sequence[Row]) -> list[int]:
    """The id of each row: its own, else the next that is free."""
    number = first_free_id(work, table)
    if not any("id" in row for row in rows):
        return list(range(number, number + len(rows)))
    ids: list[int] = []
    for row in rows:
        own: int | None = row.get("id")
        ids.append(number if own is None else own)
        number = max(number, ids[-1] + 1)
    return ids


def _defaults(record_type: type[Tracked]) -> dict[str, Any]:
    """What stands in each column that a row says nothing of."""
    found: dict[str, Any] = {}
    for column in record_type.table().columns:
        default: Any = column.default
        made = default is not None and default.is_callable
        found[column.name] = None if default is None else default.arg(None) if made else default.arg
    return {**found, "version": 1}


def _columns(
    work: Work, record_type: type[Tracked], usual: dict[str, Any], rows: Sequence[Row]
) -> dict[str, list[Any]]:
    """The values of all rows by column, with defaults, stamps and sort keys; without the columns where none has a value."""
    told = set[str]().union(*rows)
    columns: dict[str, list[Any]] = {}
    for name, default in (usual | {"created_at": work.now}).items():
        if name in told:
            columns[name] = [row.get(name, default) for row in rows]
        elif default is not None:
            columns[name] = [default] * len(rows)
    columns["changed_at"] = [work.now] * len(rows)
    for key, source in record_type.sort_keys.items():
        texts = columns.get(source, [""] * len(rows))
        keys = {text: sort_key(text or "") for text in set(texts)}
        columns[key] = [keys[text] for text in texts]
    return columns


def _execute_many(connection: Connection, statement: str, binders: Sequence[Any], columns: Sequence[list[Any]]) -> None:
    """Run ``statement`` for every row. A column is bound as a whole; where no value needs binding nothing is called."""
    bound = [values if bind is None else _bound(bind, values) for bind, values in zip(binders, columns, strict=True)]
    connection.exec_driver_sql(statement, list(zip(*bound, strict=True)))


def _bound(bind: Callable[[Any], Any], values: Sequence[Any]) -> list[Any]:
    """Values as the driver takes them, each distinct one bound once; lists, which JSON is made of, cannot be told apart so."""
    if values.count(values[0]) == len(values):
        return [None if values[0] is None else bind(values[0])] * len(values)
    if any(kind.__hash__ is None for kind in set(map(type, values))):
        return [None if value is None else bind(value) for value in values]
    known = {value: None if value is None else bind(value) for value in set(values)}
    return [known[value] for value in values]


def _binders(connection: Connection, table: Table, names: Iterable[str]) -> list[Any]:
    """For each column the function that turns a value into what the driver takes, None where there is none."""
    dialect = connection.dialect
    return [table.c[name].type.dialect_impl(dialect).bind_processor(dialect) for name in names]


def _quoted(connection: Connection, name: str) -> str:
    return connection.dialect.identifier_preparer.quote(name)


def _items(
    record_type: type[Tracked], ids: Sequence[int], rows: Sequence[Row], usual: Mapping[str, Any]
) -> list[search_bulk.Item]:
    """What the index holds of these rows; nothing of those that must not be found. ``usual`` is what a row need not say."""
    searched: Any = record_type.searched
    read_as = type(record_type.__name__, (), dict(usual))
    items: list[search_bulk.Item] = []
    for number, row in zip(ids, rows, strict=True):
        read: Any = read_as()
        read.__dict__ = row
        shown = searched(read)
        if shown is not None:
            items.append(search_bulk.Item(record_type.entity, number, row.get("code") or "", *shown))
    return items


def _touched(work: Work, record_type: type[Tracked], rows: Sequence[Mapping[str, Any]]) -> None:
    part_of = record_type.part_of
    refs = (RecordRef(record_type.entity, row["id"] if part_of is None else row[part_of]) for row in rows)
    work.adopt(dict.fromkeys(refs), [])
