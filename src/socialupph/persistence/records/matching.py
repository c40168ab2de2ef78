"""Openings, candidates and the matches between them."""

import datetime as dt
from decimal import Decimal

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped

from socialupph.domain.changes import Entity
from socialupph.domain.kinds import CandidateStatus, Decliner, Referrer, SecrecyBasis, Sex
from socialupph.domain.ledger import PlacementKind
from socialupph.domain.matching import MatchStep
from socialupph.domain.openings import OpeningStatus
from socialupph.persistence.records.base import Record, Tracked, Voidable, opened, personal, sensitive, shielded
from socialupph.persistence.types import Scaled, Word


class OpeningRecord(Tracked, Voidable, Record):
    """A place a supplier opens under a requirement, with the profile of what the work needs."""

    __tablename__ = "opening"
    entity = Entity.OPENING
    sort_keys = {"title_key": "title"}

    code: Mapped[str] = opened(unique=True)
    requirement_id: Mapped[int] = opened(ForeignKey("requirement.id", ondelete="RESTRICT"), index=True)
    title: Mapped[str] = opened()
    title_key: Mapped[str] = opened(index=True)
    occupation: Mapped[str | None] = opened()
    occupation_concept_id: Mapped[str | None] = opened()
    supplier_id: Mapped[int] = opened(ForeignKey("supplier.id", ondelete="RESTRICT"), index=True)
    workplace_id: Mapped[int | None] = opened(ForeignKey("workplace.id", ondelete="RESTRICT"), index=True)
    seats: Mapped[int] = opened(default=1)
    kind: Mapped[PlacementKind] = opened(Word(PlacementKind))
    extent_percent: Mapped[Decimal] = opened(Scaled(2), default=Decimal(100))
    starts_on: Mapped[dt.date | None] = opened(index=True)
    ends_on: Mapped[dt.date | None] = opened()
    tasks: Mapped[str | None] = opened()
    language_level: Mapped[str | None] = opened()
    driving_licence: Mapped[str | None] = opened()
    physical_demands: Mapped[str | None] = opened()
    working_hours: Mapped[str | None] = opened()
    possible_adaptation: Mapped[str | None] = opened()
    supervisor_id: Mapped[int | None] = personal(ForeignKey("contact.id", ondelete="RESTRICT"), index=True)
    status: Mapped[OpeningStatus] = opened(Word(OpeningStatus), default=OpeningStatus.OPEN, index=True)
    offered_on: Mapped[dt.date | None] = opened()
    requested_on: Mapped[dt.date | None] = opened()

    def searched(self) -> tuple[str, str] | None:
        return self.title, f"{self.occupation or ''} {self.tasks or ''}"


class OpeningAnswerRecord(Tracked, Record):
    """What AF or the labour-market unit answered to a request for candidates: the evidence when nobody could be found."""

    __tablename__ = "opening_answer"
    entity = Entity.OPENING
    part_of = "opening_id"

    opening_id: Mapped[int] = opened(ForeignKey("opening.id", ondelete="RESTRICT"), index=True)
    answered_on: Mapped[dt.date] = opened()
    answered_by: Mapped[str | None] = personal()
    candidate_found: Mapped[bool] = opened(default=False)
    text: Mapped[str | None] = personal()


class CandidateRecord(Tracked, Voidable, Record):
    """A person proposed for places. Everything but the code is personal data; needs and target group are sensitive.

    ``merged_into_id`` is the candidate this one turned out to be; it is then void and readable, and nothing points at it.
    """

    __tablename__ = "candidate"
    entity = Entity.CANDIDATE
    sort_keys = {"name_key": "name"}

    code: Mapped[str] = opened(unique=True)
    alias: Mapped[str | None] = opened()
    name: Mapped[str | None] = personal()
    name_key: Mapped[str] = personal(index=True)
    phone: Mapped[str | None] = personal()
    email: Mapped[str | None] = personal()
    birth_year: Mapped[int | None] = personal()
    personal_number: Mapped[str | None] = personal()
    sex: Mapped[Sex] = personal(Word(Sex), default=Sex.UNKNOWN)
    referrer: Mapped[Referrer] = personal(Word(Referrer), default=Referrer.AF)
    referring_officer: Mapped[str | None] = personal()
    available_from: Mapped[dt.date | None] = personal()
    extent_percent: Mapped[Decimal | None] = personal(Scaled(2))
    wished_occupations: Mapped[list[str]] = personal(JSON, default=list)
    wished_areas: Mapped[str | None] = personal()
    target_group_id: Mapped[int | None] = sensitive(ForeignKey("reference_item.id", ondelete="RESTRICT"))
    certified_by: Mapped[str | None] = personal()
    certified_on: Mapped[dt.date | None] = personal()
    information_version: Mapped[str | None] = personal()
    information_on: Mapped[dt.date | None] = personal()
    information_channel: Mapped[str | None] = personal()
    secrecy_basis: Mapped[SecrecyBasis] = shielded(Word(SecrecyBasis), default=SecrecyBasis.OSL_26_1)
    marking_provision: Mapped[str | None] = shielded()
    marking_on: Mapped[dt.date | None] = shielded()
    marking_authority: Mapped[str | None] = shielded()
    protected: Mapped[bool] = shielded(default=False)
    status: Mapped[CandidateStatus] = personal(Word(CandidateStatus), default=CandidateStatus.ACTIVE, index=True)
    note: Mapped[str | None] = personal()
    merged_into_id: Mapped[int | None] = opened(ForeignKey("candidate.id"), index=True)

    def searched(self) -> tuple[str, str] | None:
        return None if self.protected or self.merged_into_id is not None else (self.name or "", "")


class CandidateAdjustmentRecord(Tracked, Record):
    """A practical need at the workplace, from a neutral coded list; never a diagnosis."""

    __tablename__ = "candidate_adjustment"
    entity = Entity.CANDIDATE
    part_of = "candidate_id"
    __table_args__ = (UniqueConstraint("candidate_id", "adjustment_id"), {"sqlite_autoincrement": True})

    candidate_id: Mapped[int] = sensitive(ForeignKey("candidate.id", ondelete="RESTRICT"), index=True)
    adjustment_id: Mapped[int] = sensitive(ForeignKey("reference_item.id", ondelete="RESTRICT"))


class CandidateConsentRecord(Tracked, Record):
    """A consent to tell a named recipient something, with its end."""

    __tablename__ = "candidate_consent"
    entity = Entity.CANDIDATE
    part_of = "candidate_id"

    candidate_id: Mapped[int] = personal(ForeignKey("candidate.id", ondelete="RESTRICT"), index=True)
    recipient: Mapped[str] = personal()
    what: Mapped[str] = personal()
    given_on: Mapped[dt.date] = personal()
    until: Mapped[dt.date | None] = personal()
    withdrawn_on: Mapped[dt.date | None] = personal()


class MatchRecord(Tracked, Record):
    """A candidate and an opening, on the way from suggested to accepted or declined, each step dated."""

    __tablename__ = "match"
    entity = Entity.MATCH

    candidate_id: Mapped[int] = personal(ForeignKey("candidate.id", ondelete="RESTRICT"), index=True)
    opening_id: Mapped[int] = opened(ForeignKey("opening.id", ondelete="RESTRICT"), index=True)
    step: Mapped[MatchStep] = opened(Word(MatchStep), index=True)
    suggested_on: Mapped[dt.date] = opened()
    contacted_on: Mapped[dt.date | None] = opened()
    presented_on: Mapped[dt.date | None] = opened()
    interview_on: Mapped[dt.date | None] = opened()
    offered_on: Mapped[dt.date | None] = opened()
    offer_until: Mapped[dt.date | None] = opened()
    answered_on: Mapped[dt.date | None] = opened()
    declined_by: Mapped[Decliner | None] = personal(Word(Decliner))
    decline_reason: Mapped[str | None] = personal()
    told_employer: Mapped[str | None] = personal()
