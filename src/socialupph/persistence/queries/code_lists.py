"""The long lists of codes as they stand in the register."""

import datetime as dt
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from socialupph.domain.cpv import parse_codes
from socialupph.domain.cpv_selection import SELECTION
from socialupph.domain.kinds import CodeList
from socialupph.domain.views.code_lists import CodeItem
from socialupph.persistence.records import CodeListItemRecord, HistoryRecord, OperationRecord

Item = CodeListItemRecord
_SHIPPED = {code: swedish for code, swedish, _english in SELECTION}
BETWEEN = " | "
"""Stands between the collections of a code; their own names have commas."""


def items(session: Session, which: CodeList) -> list[CodeItem]:
    """Every code of a list, closed ones too, in the order of the codes."""
    columns = (Item.id, Item.code, Item.label, Item.label_en, Item.groups, Item.closed)
    found = session.execute(select(*columns).where(Item.list == which).order_by(Item.code))
    return [
        CodeItem(code, label, label_en, tuple(groups.split(BETWEEN)) if groups else (), closed, number)
        for number, code, label, label_en, groups, closed in found
    ]


def whole_rows(session: Session, which: CodeList) -> dict[str, dict[str, Any]]:
    """Every row of a list by its code, with all columns, for changing many of them."""
    table = Item.table()
    found = session.connection().execute(select(table).where(table.c.list == which)).mappings()
    return {row["code"]: dict(row) for row in found}


def label(session: Session, which: CodeList, code: str) -> str | None:
    """The name of a code, closed or not; None for one that is not in the register."""
    return session.execute(select(Item.label).where(Item.list == which, Item.code == code)).scalar_one_or_none()


def cpv_name(session: Session, value: str) -> str:
    """What the CPV code of a record is called, in the register or in the selection; empty for none, or several codes."""
    codes = parse_codes(value)
    if len(codes) != 1:
        return ""
    code = codes[0].code
    return label(session, CodeList.CPV, code) or _SHIPPED.get(code, "")


def code_of(session: Session, which: CodeList, name: str) -> str | None:
    """The open code with just this name; None where there is none or several."""
    statement = select(Item.code).where(Item.list == which, Item.label == name, Item.closed.is_(False)).limit(2)
    found = session.scalars(statement).all()
    return found[0] if len(found) == 1 else None


def last_read(session: Session, kind: str) -> tuple[str, dt.datetime] | None:
    """Subject and moment of the newest operation of a kind that still stands; None when there is none."""
    operation = OperationRecord
    statement = (
        select(operation.subject, operation.at)
        .where(operation.kind == kind, operation.undone_by.is_(None))
        .order_by(operation.id.desc())
        .limit(1)
    )
    found = session.execute(statement).one_or_none()
    return None if found is None else (found.subject, found.at)


def newest_operation(session: Session) -> int:
    """The id of the newest operation; 0 in a register where nothing was done."""
    return session.execute(select(func.coalesce(func.max(OperationRecord.id), 0))).scalar_one()


def touched_since(session: Session, operation_id: int) -> bool:
    """Whether an operation after that one wrote to any of the lists."""
    statement = (
        select(HistoryRecord.id)
        .where(HistoryRecord.operation_id > operation_id, HistoryRecord.table_name == Item.__tablename__)
        .limit(1)
    )
    return session.execute(statement).first() is not None
