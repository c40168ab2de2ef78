"""Where records went that turned out to be others, and what was theirs before: read from history, which undo takes back with the rest."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from socialupph.domain.changes import Entity
from socialupph.domain.views.duplicates import MergedLink
from socialupph.persistence.history import decode
from socialupph.persistence.merging import INTO, pointers_at
from socialupph.persistence.records import (
    TRACKED,
    CandidateRecord,
    ContactRecord,
    HistoryRecord,
    OperationRecord,
    SupplierRecord,
    Tracked,
)

Mergeable = CandidateRecord | ContactRecord | SupplierRecord

RECORDS: Mapping[Entity, type[Tracked]] = {
    Entity.SUPPLIER: SupplierRecord,
    Entity.CONTACT: ContactRecord,
    Entity.CANDIDATE: CandidateRecord,
}


@dataclass(slots=True)
class Former:
    """What was a record's before it went up in another: ids by table, and the rows that were taken away since they stood twice."""

    rows: dict[str, set[int]] = field(default_factory=dict[str, set[int]])
    removed: dict[str, list[dict[str, Any]]] = field(default_factory=dict[str, list[dict[str, Any]]])

    def of(self, table: str) -> set[int]:
        """Ids of the rows of a table that moved on."""
        return self.rows.get(table, set())


def standing(session: Session, entity: Entity) -> dict[int, int]:
    """For every record of a register that went up in another: the one that stands now, however many steps away."""
    table = RECORDS[entity].table()
    into: dict[int, int] = dict(
        session.execute(select(table.c.id, table.c[INTO]).where(table.c[INTO].is_not(None))).all()  # pyright: ignore[reportArgumentType]
    )
    found: dict[int, int] = {}
    for number in into:
        end = number
        while end in into:
            end = into[end]
        found[number] = end
    return found


def standing_id(session: Session, entity: Entity, record_id: int) -> int:
    """The record that stands where this one was; itself when it has not gone up in another."""
    table = RECORDS[entity].table()
    here = record_id
    while (into := session.scalar(select(table.c[INTO]).where(table.c.id == here))) is not None:
        here = into
    return here


def gone_into(session: Session, entity: Entity, record_id: int) -> list[int]:
    """Every record that went up in this one, also by way of others, in the order they did."""
    table = RECORDS[entity].table()
    found: list[int] = []
    asked = [record_id]
    while asked:
        asked = list(session.scalars(select(table.c.id).where(table.c[INTO].in_(asked)).order_by(table.c.id)))
        found += asked
    order = {number: _operation(session, entity, number) for number in found}
    return sorted(found, key=lambda number: order[number])


def _operation(session: Session, entity: Entity, record_id: int) -> int:
    """The operation that made the record go up in another; 0 when there is none."""
    history, operation = HistoryRecord, OperationRecord
    rows = session.execute(
        select(history.operation_id, history.after)
        .join(operation, operation.id == history.operation_id)
        .where(
            history.table_name == RECORDS[entity].__tablename__,
            history.row_id == record_id,
            operation.kind == f"{entity}.merge",
            operation.undone_by.is_(None),
        )
        .order_by(history.id.desc())
    )
    return next((number for number, after in rows if (after or {}).get(INTO) is not None), 0)


def former(session: Session, entity: Entity, record_id: int) -> Former:
    """What was this record's when it went up in another; nothing for one that has not."""
    found = Former()
    record: Any = session.get(RECORDS[entity], record_id)
    number = 0 if record is None or record.merged_into_id is None else _operation(session, entity, record_id)
    if not number:
        return found
    columns: dict[str, list[str]] = {}
    for pointer in pointers_at(RECORDS[entity]):
        columns.setdefault(pointer.record_type.__tablename__, []).append(pointer.column)
    history = HistoryRecord
    rows = session.execute(
        select(history.table_name, history.row_id, history.before, history.after).where(
            history.operation_id == number, history.table_name.in_(columns)
        )
    )
    for table, row_id, before, after in rows:
        if not any((before or {}).get(column) == record_id for column in columns[table]):
            continue
        if after is None:
            values = {name: decode(TRACKED[table].table(), name, raw) for name, raw in (before or {}).items()}
            found.removed.setdefault(table, []).append(values)
        else:
            found.rows.setdefault(table, set()).add(row_id)
    return found


def origins(session: Session, entity: Entity, record_id: int) -> dict[tuple[str, int], int]:
    """For rows that came from records which went up in this one: by table and id the record they were first registered on."""
    found: dict[tuple[str, int], int] = {}
    for number in gone_into(session, entity, record_id):
        for table, ids in former(session, entity, number).rows.items():
            for row_id in ids:
                found.setdefault((table, row_id), number)
    return found


def link_to(session: Session, entity: Entity, record_id: int, on: dt.date | None) -> MergedLink:
    """A record as a link names it: a candidate by code, a supplier or contact by name."""
    record: Any = session.get_one(RECORDS[entity], record_id)
    return MergedLink(entity, record_id, record.code if entity is Entity.CANDIDATE else record.name, on)


def link_from(session: Session, entity: Entity, record: Any) -> MergedLink | None:
    """Where a record went; None when it stands for itself."""
    into: int | None = getattr(record, INTO)
    return None if into is None else link_to(session, entity, standing_id(session, entity, into), _day(record))


def links_into(session: Session, entity: Entity, record_id: int) -> tuple[MergedLink, ...]:
    """The records that went up in this one, in the order they did."""
    found: Sequence[Any] = [
        session.get_one(RECORDS[entity], number) for number in gone_into(session, entity, record_id)
    ]
    return tuple(link_to(session, entity, one.id, _day(one)) for one in found)


def _day(record: Any) -> dt.date | None:
    """When it went up in another; a contact, who is never voided, does not tell."""
    return getattr(record, "voided_on", None)
