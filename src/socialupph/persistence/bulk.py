"""Many rows at once: Core inserts that keep stamps, sort keys, history and the search index as a flush would.

For imports and the sample register, where one object for each row would take minutes.
"""

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Table, func, insert, select, text

from socialupph.domain.changes import RecordRef
from socialupph.i18n.collation import sort_key
from socialupph.persistence.database import Work
from socialupph.persistence.records import HistoryRecord, SearchItemRecord, Tracked

Row = dict[str, Any]


def insert_many(work: Work, record_type: type[Tracked], rows: Sequence[Row]) -> list[int]:
    """Insert ``rows`` (column name → value) and give their ids, in order. A row may bring its own ``id``.

    Columns a row leaves out get their default, else NULL.
    """
    if not rows:
        return []
    table: Table = record_type.__table__  # type: ignore[attr-defined]
    number = first_free_id(work, table)
    filled: list[Row] = []
    for row in rows:
        whole = _whole(work, table, record_type, row)
        if whole["id"] is None:
            whole["id"] = number
            number += 1
        else:
            number = max(number, whole["id"] + 1)
        filled.append(whole)
    work.session.execute(insert(table), filled)
    _keep_history(work, table.name, filled)
    _index(work, record_type, filled)
    _tell(work, record_type, filled)
    return [row["id"] for row in filled]


def first_free_id(work: Work, table: Table) -> int:
    """The next id of a table; ids of removed rows are never used again."""
    used = work.session.execute(select(func.coalesce(func.max(table.c.id), 0))).scalar_one()
    spent = work.session.execute(
        text("SELECT seq FROM sqlite_sequence WHERE name = :name"), {"name": table.name}
    ).scalar_one_or_none()
    return max(int(used), int(spent or 0)) + 1


def _whole(work: Work, table: Table, record_type: type[Tracked], row: Row) -> Row:
    whole: Row = {}
    for column in table.columns:
        if column.name in row:
            whole[column.name] = row[column.name]
        elif column.default is not None:
            default: Any = column.default
            whole[column.name] = default.arg(None) if default.is_callable else default.arg
        else:
            whole[column.name] = None
    whole["created_at"] = whole["changed_at"] = work.now
    whole["version"] = 1
    for key, source in record_type.sort_keys.items():
        whole[key] = sort_key(whole[source] or "")
    return whole


def _keep_history(work: Work, table_name: str, rows: Sequence[Row]) -> None:
    operation_id = work.operation()
    history = [
        {
            "operation_id": operation_id,
            "table_name": table_name,
            "row_id": row["id"],
            "version": 1,
            "before": None,
            "after": {"id": row["id"]},
        }
        for row in rows
    ]
    work.session.execute(insert(HistoryRecord), history)


def _index(work: Work, record_type: type[Tracked], rows: Sequence[Row]) -> None:
    searched: Any = record_type.searched
    if searched is None:
        return
    items: list[Row] = []
    for row in rows:
        title, body = searched(SimpleNamespace(**row)) or ("", "")
        items.append(
            {
                "entity": record_type.entity,
                "entity_id": row["id"],
                "code": row.get("code") or "",
                "title": title,
                "text": body,
            }
        )
    work.session.execute(insert(SearchItemRecord), items)


def _tell(work: Work, record_type: type[Tracked], rows: Sequence[Row]) -> None:
    part_of = record_type.part_of
    refs = [RecordRef(record_type.entity, row["id"] if part_of is None else row[part_of]) for row in rows]
    work.adopt(dict.fromkeys(refs), refs if part_of is None else [])
