"""Requirements of a contract, their target groups and supplier reports."""

import datetime as dt
from decimal import Decimal

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped

from socialupph.domain.changes import Entity
from socialupph.domain.deadlines import ReportInterval
from socialupph.domain.kinds import Assessment
from socialupph.domain.ledger import MinimumTimeKind, RequirementUnit
from socialupph.persistence.records.base import Record, Tracked, Voidable, opened, personal
from socialupph.persistence.types import Scaled, Word


class RequirementRecord(Tracked, Voidable, Record):
    """What the supplier has to do. A proposal from a list is unconfirmed until the coordinator says so.

    ``volume`` counts in ``unit``; ``places`` beside months asks for both. ``unit_*_months`` convert months to units (for
    example 12 employment months = 6 internship months = 1 unit). ``early_end_percent`` is the threshold of the 75 % rule.
    """

    __tablename__ = "requirement"
    entity = Entity.REQUIREMENT
    __table_args__ = (UniqueConstraint("contract_id", "number"), {"sqlite_autoincrement": True})

    code: Mapped[str] = opened(unique=True)
    contract_id: Mapped[int] = opened(ForeignKey("contract.id", ondelete="RESTRICT"), index=True)
    number: Mapped[int] = opened()
    type_id: Mapped[int] = opened(ForeignKey("reference_item.id", ondelete="RESTRICT"), index=True)
    clause_text: Mapped[str | None] = opened()
    original_text: Mapped[str | None] = opened()
    confirmed: Mapped[bool] = opened(default=True)
    unit: Mapped[RequirementUnit | None] = opened(Word(RequirementUnit))
    volume: Mapped[Decimal | None] = opened(Scaled(4))
    places: Mapped[int | None] = opened()
    minimum_months: Mapped[int | None] = opened()
    minimum_time: Mapped[MinimumTimeKind] = opened(Word(MinimumTimeKind), default=MinimumTimeKind.CALENDAR)
    place_may_be_shared: Mapped[bool] = opened(default=False)
    drop_under_minimum: Mapped[bool] = opened(default=False)
    unit_employment_months: Mapped[Decimal | None] = opened(Scaled(2))
    unit_internship_months: Mapped[Decimal | None] = opened(Scaled(2))
    starts_on: Mapped[dt.date | None] = opened()
    ends_on: Mapped[dt.date | None] = opened()
    first_meeting_by: Mapped[dt.date | None] = opened()
    first_meeting_held_on: Mapped[dt.date | None] = opened()
    first_start_by: Mapped[dt.date | None] = opened()
    first_offer_on: Mapped[dt.date | None] = opened()
    early_end_percent: Mapped[Decimal] = opened(Scaled(2), default=Decimal(75))
    existing_people_excluded: Mapped[bool] = opened(default=True)
    report_interval: Mapped[ReportInterval] = opened(Word(ReportInterval), default=ReportInterval.NONE)
    sanction_text: Mapped[str | None] = opened()
    sanction_amount: Mapped[Decimal | None] = opened(Scaled(2))
    bonus_per_unit: Mapped[Decimal | None] = opened(Scaled(2))
    bonus_ceiling: Mapped[Decimal | None] = opened(Scaled(2))
    assessment: Mapped[Assessment | None] = opened(Word(Assessment))
    assessment_reason: Mapped[str | None] = personal()
    assessed_on: Mapped[dt.date | None] = opened()
    assessed_by: Mapped[str | None] = personal()

    def searched(self) -> tuple[str, str] | None:
        return self.original_text or "", self.clause_text or ""


class RequirementTargetGroupRecord(Tracked, Record):
    """A target group that a requirement names. About the requirement, not about a person."""

    __tablename__ = "requirement_target_group"
    entity = Entity.REQUIREMENT
    part_of = "requirement_id"
    __table_args__ = (UniqueConstraint("requirement_id", "target_group_id"), {"sqlite_autoincrement": True})

    requirement_id: Mapped[int] = opened(ForeignKey("requirement.id", ondelete="RESTRICT"), index=True)
    target_group_id: Mapped[int] = opened(ForeignKey("reference_item.id", ondelete="RESTRICT"), index=True)


class SupplierReportRecord(Tracked, Record):
    """A report a supplier owes on a requirement, and when it came."""

    __tablename__ = "supplier_report"
    entity = Entity.REQUIREMENT
    part_of = "requirement_id"

    requirement_id: Mapped[int] = opened(ForeignKey("requirement.id", ondelete="RESTRICT"), index=True)
    period_from: Mapped[dt.date] = opened()
    period_to: Mapped[dt.date] = opened()
    due_on: Mapped[dt.date] = opened()
    received_on: Mapped[dt.date | None] = opened()
    nothing_to_report: Mapped[bool] = opened(default=False)
    note: Mapped[str | None] = personal()
