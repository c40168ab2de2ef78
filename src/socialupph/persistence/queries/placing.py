"""What commands about placements and matches look up before they write: small questions, each one select."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from socialupph.domain.commands.placements import PlacementFields
from socialupph.domain.follow_ups import FollowUpStatus
from socialupph.domain.kinds import ContractParty, SupplierKind
from socialupph.domain.matching import MatchStep
from socialupph.domain.placements import FormFacts, OtherPlacement
from socialupph.persistence.queries.suppliers import trained_contact_ids
from socialupph.persistence.records import (
    AgreedStepRecord,
    CandidateAdjustmentRecord,
    CandidateRecord,
    ContactRecord,
    ContractSupplierRecord,
    DeviationRecord,
    FollowUpAnswerRecord,
    FollowUpRecord,
    MatchRecord,
    OpeningRecord,
    PauseRecord,
    PlacementRecord,
    ReferenceItemRecord,
    RequirementRecord,
    SupplierRecord,
    WorkingTimeRecord,
)

OPEN_STATUSES = (FollowUpStatus.PLANNED, FollowUpStatus.NOT_ANSWERED)
"""What still waits; the domain's ``is_settled`` says the same and a test that they agree."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a placement comes from: what its opening, requirement and contract know already."""

    contract_id: int | None = None
    requirement_id: int | None = None
    supplier_id: int | None = None
    workplace_id: int | None = None
    supervisor_id: int | None = None


def origin(
    session: Session, opening_id: int | None, requirement_id: int | None, contract_id: int | None
) -> Origin | None:
    """What is known by the opening, else the requirement, else the contract; None when one of them is gone."""
    opening = None if opening_id is None else session.get(OpeningRecord, opening_id)
    if opening_id is not None and opening is None:
        return None
    if requirement_id is None and opening is not None:
        requirement_id = opening.requirement_id
    if requirement_id is not None:
        requirement = session.get(RequirementRecord, requirement_id)
        if requirement is None:
            return None
        contract_id = requirement.contract_id
    if opening is not None:
        return Origin(contract_id, requirement_id, opening.supplier_id, opening.workplace_id, opening.supervisor_id)
    supplier_id = None if contract_id is None else first_supplier(session, contract_id)
    return Origin(contract_id, requirement_id, supplier_id)


def working_times(session: Session, placement_id: int) -> Sequence[WorkingTimeRecord]:
    """The working times of a placement, in order."""
    return session.scalars(
        select(WorkingTimeRecord)
        .where(WorkingTimeRecord.placement_id == placement_id)
        .order_by(WorkingTimeRecord.from_on)
    ).all()


def pauses(session: Session, placement_id: int) -> Sequence[PauseRecord]:
    """The pauses of a placement, in order."""
    return session.scalars(
        select(PauseRecord).where(PauseRecord.placement_id == placement_id).order_by(PauseRecord.starts_on)
    ).all()


def follow_ups(session: Session, placement_id: int) -> Sequence[FollowUpRecord]:
    """The follow-ups of a placement that are not void, by due day."""
    return session.scalars(
        select(FollowUpRecord)
        .where(FollowUpRecord.placement_id == placement_id, FollowUpRecord.voided_on.is_(None))
        .order_by(FollowUpRecord.due_on, FollowUpRecord.id)
    ).all()


def is_referred_to(session: Session, follow_up_id: int) -> bool:
    """Whether something hangs on a follow-up, so that it must not be taken away."""
    return any(
        session.scalar(select(record.id).where(record.follow_up_id == follow_up_id).limit(1)) is not None
        for record in (DeviationRecord, AgreedStepRecord, FollowUpAnswerRecord)
    )


def answers(session: Session, follow_up_id: int) -> Sequence[FollowUpAnswerRecord]:
    """The answers of a follow-up."""
    return session.scalars(
        select(FollowUpAnswerRecord)
        .where(FollowUpAnswerRecord.follow_up_id == follow_up_id)
        .order_by(FollowUpAnswerRecord.id)
    ).all()


def steps(session: Session, follow_up_id: int) -> Sequence[AgreedStepRecord]:
    """The agreed steps of a follow-up."""
    return session.scalars(
        select(AgreedStepRecord).where(AgreedStepRecord.follow_up_id == follow_up_id).order_by(AgreedStepRecord.id)
    ).all()


def first_supplier(session: Session, contract_id: int) -> int | None:
    """The first contract party of a contract."""
    return session.scalar(
        select(ContractSupplierRecord.supplier_id)
        .where(
            ContractSupplierRecord.contract_id == contract_id, ContractSupplierRecord.party == ContractParty.SUPPLIER
        )
        .order_by(ContractSupplierRecord.position, ContractSupplierRecord.id)
        .limit(1)
    )


def other_placements(session: Session, candidate_id: int, placement_id: int | None) -> list[OtherPlacement]:
    """The candidate's placements but one, not void."""
    found = session.scalars(
        select(PlacementRecord)
        .where(
            PlacementRecord.candidate_id == candidate_id,
            PlacementRecord.voided_on.is_(None),
            PlacementRecord.id != (placement_id or 0),
        )
        .order_by(PlacementRecord.starts_on)
    )
    return [OtherPlacement(one.code, one.starts_on, one.ended_on or one.planned_end_on) for one in found]


def has_placement(session: Session, candidate_id: int, today: dt.date) -> bool:
    """Whether the candidate is on a placement now or has one ahead."""
    last_day = func.coalesce(PlacementRecord.ended_on, PlacementRecord.planned_end_on)
    found = session.scalar(
        select(PlacementRecord.id)
        .where(
            PlacementRecord.candidate_id == candidate_id,
            PlacementRecord.voided_on.is_(None),
            PlacementRecord.interrupted.is_(False),
            last_day >= today,
        )
        .limit(1)
    )
    return found is not None


def seats_taken(session: Session, opening_id: int) -> int:
    """How many seats of an opening are used: by placements that are not void and were not broken off."""
    return (
        session.scalar(
            select(func.coalesce(func.sum(PlacementRecord.heads), 0)).where(
                PlacementRecord.opening_id == opening_id,
                PlacementRecord.voided_on.is_(None),
                PlacementRecord.interrupted.is_(False),
            )
        )
        or 0
    )


def offers_out(session: Session, opening_id: int) -> int:
    """How many offers of an opening wait for an answer."""
    return (
        session.scalar(
            select(func.count()).where(MatchRecord.opening_id == opening_id, MatchRecord.step == MatchStep.OFFERED)
        )
        or 0
    )


def open_match(session: Session, candidate_id: int, opening_id: int) -> int | None:
    """The match of a candidate with an opening that has not been declined."""
    return session.scalar(
        select(MatchRecord.id)
        .where(
            MatchRecord.candidate_id == candidate_id,
            MatchRecord.opening_id == opening_id,
            MatchRecord.step != MatchStep.DECLINED,
        )
        .limit(1)
    )


def placement_of_match(session: Session, match_id: int) -> PlacementRecord | None:
    """The placement that came of a match, also a void one."""
    return session.scalar(select(PlacementRecord).where(PlacementRecord.match_id == match_id).limit(1))


def is_trained(session: Session, contact_id: int) -> bool:
    """Whether a supervisor has attended the course."""
    return (
        session.scalar(
            select(ContactRecord.id).where(ContactRecord.id == contact_id, ContactRecord.id.in_(trained_contact_ids()))
        )
        is not None
    )


@dataclass(frozen=True, slots=True)
class WarningFacts:
    """What the warnings of a placement look at beside its own dates."""

    form: FormFacts
    host_is_public: bool
    supervisor_trained: bool | None
    others: tuple[OtherPlacement, ...]


def warning_facts(session: Session, fields: PlacementFields, placement_id: int | None) -> WarningFacts:
    """Facts about the form, the host, the supervisor and the person's other placements than ``placement_id``."""
    form = session.get_one(ReferenceItemRecord, fields.form_id)
    host = session.get_one(SupplierRecord, fields.host_supplier_id)
    supervisor_id, candidate_id = fields.supervisor_id, fields.candidate_id
    return WarningFacts(
        FormFacts(form.max_months, form.max_days, form.valid_from, form.valid_to, form.public_host_only),
        host.kind == SupplierKind.PUBLIC,
        None if supervisor_id is None else is_trained(session, supervisor_id),
        () if candidate_id is None else tuple(other_placements(session, candidate_id, placement_id)),
    )


def adjustments(session: Session, candidate_id: int) -> Sequence[CandidateAdjustmentRecord]:
    """The practical needs noted of a candidate."""
    return session.scalars(
        select(CandidateAdjustmentRecord)
        .where(CandidateAdjustmentRecord.candidate_id == candidate_id)
        .order_by(CandidateAdjustmentRecord.id)
    ).all()


def is_protected(session: Session, candidate_id: int | None) -> bool:
    """Whether a candidate is protected; nobody is not."""
    if candidate_id is None:
        return False
    return bool(session.scalar(select(CandidateRecord.protected).where(CandidateRecord.id == candidate_id)))


def has_open_matches_or_placements(session: Session, opening_id: int) -> bool:
    """Whether an opening is in use, so that it must not be voided."""
    return (
        session.scalar(
            select(PlacementRecord.id)
            .where(PlacementRecord.opening_id == opening_id, PlacementRecord.voided_on.is_(None))
            .limit(1)
        )
        or session.scalar(
            select(MatchRecord.id)
            .where(
                MatchRecord.opening_id == opening_id,
                or_(MatchRecord.step == MatchStep.OFFERED, MatchRecord.step == MatchStep.ACCEPTED),
            )
            .limit(1)
        )
    ) is not None


def placement(session: Session, placement_id: int) -> PlacementRecord | None:
    """A placement by its id."""
    return session.get(PlacementRecord, placement_id)
