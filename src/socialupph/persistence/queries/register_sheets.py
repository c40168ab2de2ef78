"""What the register has, as the coordinator's own sheets are compared with it: whole tables at once, never a question a row."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from socialupph.domain.changes import Entity
from socialupph.persistence.queries.suppliers import trained_contact_ids
from socialupph.persistence.records import (
    AgreedStepRecord,
    ContractRecord,
    DeviationRecord,
    FollowUpAnswerRecord,
    ImportReferenceRecord,
    ReferenceItemRecord,
    Tracked,
)

Row = dict[str, Any]
PORTION = 500


def every(session: Session, record_type: type[Tracked]) -> list[Row]:
    """All rows of a table, whole, in the order they were made."""
    table = record_type.table()
    return [dict(row) for row in session.execute(select(table).order_by(table.c.id)).mappings()]


def belonging(session: Session, record_type: type[Tracked], column: str, ids: Collection[int]) -> list[Row]:
    """The rows of a table whose ``column`` is one of ``ids``, whole, in the order they were made."""
    table = record_type.table()
    found: list[Row] = []
    for portion in _portions(ids):
        statement = select(table).where(table.c[column].in_(portion)).order_by(table.c.id)
        found.extend(dict(row) for row in session.execute(statement).mappings())
    return found


def reference_items(session: Session) -> list[Row]:
    """Every word of every reference list in the order it is offered, closed ones too."""
    table = ReferenceItemRecord.table()
    statement = select(table).order_by(table.c.list, table.c.position, table.c.id)
    return [dict(row) for row in session.execute(statement).mappings()]


def trained_contacts(session: Session) -> set[int]:
    """Ids of contacts who attended a course that trains supervisors."""
    return {number for number in session.scalars(trained_contact_ids()) if number is not None}


def contract_ids(session: Session, codes: Collection[str]) -> dict[str, int]:
    """The ids of contracts by code."""
    found: dict[str, int] = {}
    listed = list(codes)
    for start in range(0, len(listed), PORTION):
        statement = select(ContractRecord.code, ContractRecord.id)
        found.update(session.execute(statement.where(ContractRecord.code.in_(listed[start : start + PORTION]))).all())
    return found


def referred_follow_ups(session: Session, ids: Collection[int]) -> set[int]:
    """Which of these follow-ups something hangs on, so that they must not be taken away."""
    found: set[int] = set()
    for portion in _portions(ids):
        for record in (DeviationRecord, AgreedStepRecord, FollowUpAnswerRecord):
            column = record.follow_up_id
            found.update(number for number in session.scalars(select(column).where(column.in_(portion))) if number)
    return found


def remembered(session: Session) -> dict[tuple[Entity, str], int]:
    """What words stood for at earlier imports: kind of record and digest of the word → id, 0 for left out."""
    table = ImportReferenceRecord
    return {(Entity(row.asked), row.word): row.record_id for row in session.scalars(select(table))}


def remember(session: Session, words: Mapping[tuple[Entity, str], int], now: dt.datetime) -> None:
    """Keep what words stand for, in place of what they stood for before."""
    if not words:
        return
    statement = insert(ImportReferenceRecord)
    statement = statement.on_conflict_do_update(
        index_elements=[ImportReferenceRecord.asked, ImportReferenceRecord.word],
        set_={"record_id": statement.excluded.record_id, "used_at": now},
    )
    rows = [
        {"asked": asked, "word": word, "record_id": record_id, "used_at": now}
        for (asked, word), record_id in words.items()
    ]
    session.connection().execute(statement, rows)


def _portions(ids: Collection[int]) -> Iterator[list[int]]:
    listed = sorted(set(ids))
    for start in range(0, len(listed), PORTION):
        yield listed[start : start + PORTION]
