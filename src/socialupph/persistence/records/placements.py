"""Placements with working time and pauses, follow-ups and deviations."""

import datetime as dt
from decimal import Decimal

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped

from socialupph.domain.changes import Entity
from socialupph.domain.follow_ups import FollowUpKind, FollowUpStatus
from socialupph.domain.kinds import DeviationKind, FollowUpMeans, LadderStep, Question, Respondent, Severity
from socialupph.persistence.records.base import Record, Tracked, Voidable, opened, personal
from socialupph.persistence.types import Scaled, Word


class PlacementRecord(Tracked, Voidable, Record):
    """A person, or a head the supplier recruited itself, at a workplace during a time, counting towards a requirement.

    ``interrupted`` with ``ended_on`` when it was broken off. Only the code is found by searching: the other texts may belong to a
    protected person.
    """

    __tablename__ = "placement"
    entity = Entity.PLACEMENT

    code: Mapped[str] = opened(unique=True)
    candidate_id: Mapped[int | None] = personal(ForeignKey("candidate.id", ondelete="RESTRICT"), index=True)
    match_id: Mapped[int | None] = personal(ForeignKey("match.id", ondelete="RESTRICT"), index=True)
    heads: Mapped[int] = opened(default=1)
    target_group_statement: Mapped[str | None] = personal()
    in_target_group: Mapped[bool] = personal(default=True)
    contract_id: Mapped[int] = opened(ForeignKey("contract.id", ondelete="RESTRICT"), index=True)
    requirement_id: Mapped[int | None] = opened(ForeignKey("requirement.id", ondelete="RESTRICT"), index=True)
    opening_id: Mapped[int | None] = opened(ForeignKey("opening.id", ondelete="RESTRICT"), index=True)
    host_supplier_id: Mapped[int] = personal(ForeignKey("supplier.id", ondelete="RESTRICT"), index=True)
    workplace_id: Mapped[int | None] = personal(ForeignKey("workplace.id", ondelete="RESTRICT"), index=True)
    employer: Mapped[str | None] = personal()
    form_id: Mapped[int] = personal(ForeignKey("reference_item.id", ondelete="RESTRICT"), index=True)
    decision_reference: Mapped[str | None] = personal()
    starts_on: Mapped[dt.date] = personal(index=True)
    planned_end_on: Mapped[dt.date] = personal(index=True)
    ended_on: Mapped[dt.date | None] = personal(index=True)
    interrupted: Mapped[bool] = personal(default=False)
    existed_at_contract_start: Mapped[bool] = opened(default=False)
    supervisor_id: Mapped[int | None] = personal(ForeignKey("contact.id", ondelete="RESTRICT"), index=True)
    af_officer: Mapped[str | None] = personal()
    union_consulted_on: Mapped[dt.date | None] = opened()
    start_checklist: Mapped[list[str]] = opened(JSON, default=list)
    end_reason_id: Mapped[int | None] = personal(ForeignKey("reference_item.id", ondelete="RESTRICT"))
    outcome_end_id: Mapped[int | None] = personal(ForeignKey("reference_item.id", ondelete="RESTRICT"))
    outcome_90_days_id: Mapped[int | None] = personal(ForeignKey("reference_item.id", ondelete="RESTRICT"))
    outcome_6_months_id: Mapped[int | None] = personal(ForeignKey("reference_item.id", ondelete="RESTRICT"))
    outcome_12_months_id: Mapped[int | None] = personal(ForeignKey("reference_item.id", ondelete="RESTRICT"))
    note: Mapped[str | None] = personal()

    def searched(self) -> tuple[str, str] | None:
        return "", ""


class WorkingTimeRecord(Tracked, Record):
    """The working time of a placement from a day on, as a percentage of full time."""

    __tablename__ = "working_time"
    entity = Entity.PLACEMENT
    part_of = "placement_id"

    placement_id: Mapped[int] = personal(ForeignKey("placement.id", ondelete="RESTRICT"), index=True)
    from_on: Mapped[dt.date] = personal()
    percent: Mapped[Decimal] = personal(Scaled(2))


class PauseRecord(Tracked, Record):
    """Days a placement stood still, both inclusive. The reason is never kept."""

    __tablename__ = "pause"
    entity = Entity.PLACEMENT
    part_of = "placement_id"

    placement_id: Mapped[int] = personal(ForeignKey("placement.id", ondelete="RESTRICT"), index=True)
    starts_on: Mapped[dt.date] = personal()
    ends_on: Mapped[dt.date] = personal()


class FollowUpRecord(Tracked, Voidable, Record):
    """A planned or held follow-up of a placement or of a contract. ``third_name`` is AF's officer when it was one."""

    __tablename__ = "follow_up"
    entity = Entity.FOLLOW_UP
    __table_args__ = (
        Index(None, "placement_id", "status", "due_on", "voided_on"),
        Index(None, "voided_on", "due_on"),
        {"sqlite_autoincrement": True},
    )

    code: Mapped[str] = opened(unique=True)
    placement_id: Mapped[int | None] = personal(ForeignKey("placement.id", ondelete="RESTRICT"))
    contract_id: Mapped[int | None] = opened(ForeignKey("contract.id", ondelete="RESTRICT"), index=True)
    kind: Mapped[FollowUpKind] = opened(Word(FollowUpKind))
    covers: Mapped[list[str]] = opened(JSON, default=list)
    due_on: Mapped[dt.date] = opened()
    held_on: Mapped[dt.date | None] = opened(index=True)
    means: Mapped[FollowUpMeans | None] = opened(Word(FollowUpMeans))
    status: Mapped[FollowUpStatus] = opened(Word(FollowUpStatus), default=FollowUpStatus.PLANNED, index=True)
    moved_by_hand: Mapped[bool] = opened(default=False)
    skip_reason: Mapped[str | None] = personal()
    third_respondent: Mapped[Respondent] = opened(Word(Respondent), default=Respondent.COORDINATOR)
    third_name: Mapped[str | None] = personal()
    summary: Mapped[str | None] = personal()


class FollowUpAnswerRecord(Tracked, Record):
    """What one of the three answered to one question: 1–5, or None for *vet inte*, and a comment."""

    __tablename__ = "follow_up_answer"
    entity = Entity.FOLLOW_UP
    part_of = "follow_up_id"

    follow_up_id: Mapped[int] = personal(ForeignKey("follow_up.id", ondelete="RESTRICT"), index=True)
    respondent: Mapped[Respondent] = personal(Word(Respondent))
    question: Mapped[Question] = personal(Word(Question))
    score: Mapped[int | None] = personal()
    comment: Mapped[str | None] = personal()


class AgreedStepRecord(Tracked, Record):
    """A step agreed in a follow-up: what, who, by when, done on."""

    __tablename__ = "agreed_step"
    entity = Entity.FOLLOW_UP
    part_of = "follow_up_id"

    follow_up_id: Mapped[int] = personal(ForeignKey("follow_up.id", ondelete="RESTRICT"), index=True)
    what: Mapped[str] = personal()
    who: Mapped[str | None] = personal()
    due_on: Mapped[dt.date | None] = opened(index=True)
    done_on: Mapped[dt.date | None] = opened()


class DeviationRecord(Tracked, Voidable, Record):
    """Something not according to plan, from a placement, a follow-up or a contract."""

    __tablename__ = "deviation"
    entity = Entity.DEVIATION

    code: Mapped[str] = opened(unique=True)
    placement_id: Mapped[int | None] = personal(ForeignKey("placement.id", ondelete="RESTRICT"), index=True)
    follow_up_id: Mapped[int | None] = personal(ForeignKey("follow_up.id", ondelete="RESTRICT"), index=True)
    contract_id: Mapped[int | None] = opened(ForeignKey("contract.id", ondelete="RESTRICT"), index=True)
    kind: Mapped[DeviationKind] = personal(Word(DeviationKind))
    severity: Mapped[Severity] = opened(Word(Severity))
    reported_by: Mapped[str | None] = personal()
    reported_on: Mapped[dt.date] = opened()
    description: Mapped[str] = personal()
    owner: Mapped[str | None] = personal()
    closed_on: Mapped[dt.date | None] = opened()
    result: Mapped[str | None] = personal()


class DeviationStepRecord(Tracked, Record):
    """A step of a deviation; for contracts one of the ladder, with its deadline."""

    __tablename__ = "deviation_step"
    entity = Entity.DEVIATION
    part_of = "deviation_id"

    deviation_id: Mapped[int] = opened(ForeignKey("deviation.id", ondelete="RESTRICT"), index=True)
    ladder: Mapped[LadderStep | None] = opened(Word(LadderStep))
    what: Mapped[str] = personal()
    who: Mapped[str | None] = personal()
    due_on: Mapped[dt.date | None] = opened(index=True)
    done_on: Mapped[dt.date | None] = opened()
