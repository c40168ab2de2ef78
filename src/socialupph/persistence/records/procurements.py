"""Procurements with the suitability work and the questions of the notice period."""

import datetime as dt
from decimal import Decimal

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped

from socialupph.domain.changes import Entity
from socialupph.domain.kinds import ContractNature, Law, ProcurementPhase
from socialupph.persistence.records.base import Record, Tracked, Voidable, opened, personal
from socialupph.persistence.types import Scaled, Word


class ProcurementRecord(Tracked, Voidable, Record):
    """A procurement, from plan to closed, with the decision whether a requirement is set."""

    __tablename__ = "procurement"
    entity = Entity.PROCUREMENT
    sort_keys = {"title_key": "title"}

    title: Mapped[str] = opened()
    title_key: Mapped[str] = opened(index=True)
    diary_number: Mapped[str | None] = opened()
    procurement_officer: Mapped[str | None] = personal()
    client_unit: Mapped[str | None] = opened()
    law: Mapped[Law | None] = opened(Word(Law))
    procedure: Mapped[str | None] = opened()
    cpv: Mapped[str | None] = opened()
    nature: Mapped[ContractNature | None] = opened(Word(ContractNature))
    estimated_value: Mapped[Decimal | None] = opened(Scaled(2))
    currency: Mapped[str] = opened(default="SEK")
    duration_months: Mapped[int | None] = opened()
    estimated_full_time_jobs: Mapped[Decimal | None] = opened(Scaled(2))
    planned_notice_on: Mapped[dt.date | None] = opened()
    phase: Mapped[ProcurementPhase] = opened(Word(ProcurementPhase))
    political_decision: Mapped[bool | None] = opened()
    client_interested: Mapped[bool | None] = opened()
    matching_officer_named: Mapped[bool | None] = opened()
    regional_network: Mapped[bool | None] = opened()
    suggested_volume: Mapped[Decimal | None] = opened(Scaled(4))
    volume_arithmetic: Mapped[str | None] = opened()
    requirement_set: Mapped[bool | None] = opened()
    decision_reason: Mapped[str | None] = personal()
    decided_on: Mapped[dt.date | None] = opened()
    decided_by: Mapped[str | None] = personal()

    def searched(self) -> tuple[str, str] | None:
        return self.title, f"{self.diary_number or ''} {self.cpv or ''}"


class ProcurementBuyerRecord(Tracked, Record):
    """A buyer of a procurement."""

    __tablename__ = "procurement_buyer"
    entity = Entity.PROCUREMENT
    part_of = "procurement_id"

    procurement_id: Mapped[int] = opened(ForeignKey("procurement.id", ondelete="RESTRICT"), index=True)
    buyer_id: Mapped[int] = opened(ForeignKey("buyer.id", ondelete="RESTRICT"), index=True)


class ProcurementQuestionRecord(Tracked, Record):
    """A question of the notice period and its answer."""

    __tablename__ = "procurement_question"
    entity = Entity.PROCUREMENT
    part_of = "procurement_id"

    procurement_id: Mapped[int] = opened(ForeignKey("procurement.id", ondelete="RESTRICT"), index=True)
    received_on: Mapped[dt.date] = opened()
    question: Mapped[str] = personal()
    answer: Mapped[str | None] = personal()
    published_on: Mapped[dt.date | None] = opened()
