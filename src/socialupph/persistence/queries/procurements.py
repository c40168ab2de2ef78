"""Procurements: the list, and one opened with its buyers and questions."""

from dataclasses import fields

from sqlalchemy import RowMapping, func, select
from sqlalchemy.orm import Session

from socialupph.domain.changes import Entity
from socialupph.domain.commands.procurements import ProcurementFields
from socialupph.domain.views.procurements import ProcurementRow, ProcurementView, QuestionView
from socialupph.persistence.queries.lists import ListSource, one_of
from socialupph.persistence.records import (
    BuyerRecord,
    ProcurementBuyerRecord,
    ProcurementQuestionRecord,
    ProcurementRecord,
)

Procurement, Question = ProcurementRecord, ProcurementQuestionRecord


def source() -> ListSource[ProcurementRow]:
    """All procurements that are not void."""
    return ListSource(
        id=Procurement.id,
        tables=Procurement.__table__,
        columns={
            "title": Procurement.title,
            "diary_number": func.coalesce(Procurement.diary_number, ""),
            "phase": Procurement.phase,
            "estimated_value": Procurement.estimated_value,
            "currency": Procurement.currency,
            "planned_notice_on": Procurement.planned_notice_on,
            "requirement_set": Procurement.requirement_set,
        },
        build=_row,
        sorts={"title": (Procurement.title_key,)},
        filters={"phase": one_of(Procurement.phase)},
        base=(Procurement.voided_on.is_(None),),
        search=((Entity.PROCUREMENT, Procurement.id),),
    )


def _row(row: RowMapping, show_names: bool) -> ProcurementRow:
    del show_names
    return ProcurementRow(
        id=row["_id"],
        title=row["title"],
        diary_number=row["diary_number"],
        phase=row["phase"],
        estimated_value=row["estimated_value"],
        currency=row["currency"],
        planned_notice_on=row["planned_notice_on"],
        requirement_set=row["requirement_set"],
    )


def buyer_rows(session: Session, procurement_id: int) -> list[ProcurementBuyerRecord]:
    """The rows that tie buyers to a procurement, in the order they were chosen."""
    return list(
        session.scalars(
            select(ProcurementBuyerRecord)
            .where(ProcurementBuyerRecord.procurement_id == procurement_id)
            .order_by(ProcurementBuyerRecord.id)
        )
    )


def view(session: Session, procurement_id: int) -> ProcurementView | None:
    """A procurement opened; None when there is none."""
    record = session.get(Procurement, procurement_id)
    if record is None:
        return None
    buyers = [row.buyer_id for row in buyer_rows(session, procurement_id)]
    found = session.execute(select(BuyerRecord.id, BuyerRecord.name).where(BuyerRecord.id.in_(buyers)))
    names = dict(found.all())
    questions = session.scalars(
        select(Question).where(Question.procurement_id == procurement_id).order_by(Question.received_on, Question.id)
    )
    kept = {field.name: getattr(record, field.name) for field in fields(ProcurementFields) if field.name != "buyers"}
    return ProcurementView(
        id=record.id,
        version=record.version,
        voided=record.voided_on is not None,
        fields=ProcurementFields(**kept, buyers=tuple(buyers)),
        buyers=tuple(names[number] for number in buyers),
        questions=tuple(
            QuestionView(one.id, one.version, one.received_on, one.question, one.answer or "", one.published_on)
            for one in questions
        ),
    )
