"""A follow-up opened in full, and what the form for one starts from."""

import datetime as dt

from sqlalchemy import select
from sqlalchemy.orm import Session

from socialupph.domain.follow_ups import Covered, FollowUpKind, FollowUpStatus
from socialupph.domain.kinds import Respondent
from socialupph.domain.privacy import Place, shown_person
from socialupph.domain.views.follow_ups import AnswerView, FollowUpForm, FollowUpView, StepView
from socialupph.persistence.queries import people, placing
from socialupph.persistence.queries.follow_ups import days_late
from socialupph.persistence.queries.placements import follow_up_days_late
from socialupph.persistence.records import (
    AgreedStepRecord,
    CandidateRecord,
    ContactRecord,
    ContractRecord,
    FollowUpAnswerRecord,
    FollowUpRecord,
    PlacementRecord,
    SupplierRecord,
    WorkplaceRecord,
)

FollowUp = FollowUpRecord


def view(session: Session, follow_up_id: int, today: dt.date) -> FollowUpView | None:
    """A follow-up with answers, steps and what was said last time; None when there is none."""
    record = session.get(FollowUp, follow_up_id)
    if record is None:
        return None
    placement = None if record.placement_id is None else session.get(PlacementRecord, record.placement_id)
    contract_id = record.contract_id if placement is None else placement.contract_id
    contract = None if contract_id is None else session.get(ContractRecord, contract_id)
    return FollowUpView(
        id=record.id,
        version=record.version,
        code=record.code,
        title=record.code,
        protected=placement is not None and placing.is_protected(session, placement.candidate_id),
        placement_id=record.placement_id,
        placement_code="" if placement is None else placement.code,
        contract_id=contract_id,
        contract_code="" if contract is None else contract.code,
        kind=record.kind,
        covers=tuple(Covered.parse(text) for text in record.covers),
        due_on=record.due_on,
        held_on=record.held_on,
        means=record.means,
        status=record.status,
        days_late=days_late(record.due_on, record.held_on, record.status, today),
        skip_reason=record.skip_reason or "",
        third_respondent=record.third_respondent,
        third_name=record.third_name or "",
        answers=_answers(session, record.id),
        summary=record.summary or "",
        steps=tuple(_step(step, today) for step in placing.steps(session, record.id)),
        form=form(session, placement, contract_id, record, today),
        voided=record.voided_on is not None,
    )


def form(
    session: Session,
    placement: PlacementRecord | None,
    contract_id: int | None,
    record: FollowUpRecord | None,
    today: dt.date,
) -> FollowUpForm:
    """What a form starts from; ``record`` is the follow-up it is for, None for a new one."""
    if placement is None:
        mine = (FollowUp.contract_id == contract_id) & FollowUp.placement_id.is_(None)
    else:
        mine = FollowUp.placement_id == placement.id
    before = (
        today if record is None else record.held_on or max(record.due_on, today),
        0 if record is None else record.id,
    )
    previous = _previous(session, mine, before)
    own = 0 if record is None else record.id
    coming = session.scalars(
        select(FollowUp)
        .where(mine, FollowUp.voided_on.is_(None), FollowUp.status == FollowUpStatus.PLANNED, FollowUp.id != own)
        .order_by(FollowUp.due_on, FollowUp.id)
    )
    open_steps = session.scalars(
        select(AgreedStepRecord)
        .join(FollowUp, FollowUp.id == AgreedStepRecord.follow_up_id)
        .where(mine, FollowUp.voided_on.is_(None), AgreedStepRecord.done_on.is_(None), FollowUp.id != own)
        .order_by(AgreedStepRecord.due_on, AgreedStepRecord.id)
    )
    person, supervisor, host, workplace = _who(session, placement)
    return FollowUpForm(
        person=person,
        supervisor=supervisor,
        af_officer="" if placement is None else placement.af_officer or "",
        host=host,
        workplace=workplace,
        previous=() if previous is None else _answers(session, previous.id),
        previous_on=None if previous is None else previous.held_on,
        previous_kind=None if previous is None else previous.kind,
        open_steps=tuple(_step(step, today) for step in open_steps),
        coming=tuple[tuple[FollowUpKind, dt.date], ...]((one.kind, one.due_on) for one in coming),
    )


def _previous(session: Session, mine: object, before: tuple[dt.date, int]) -> FollowUpRecord | None:
    """The latest one held before, that anybody answered."""
    day, own = before
    return session.scalar(
        select(FollowUp)
        .where(
            mine,  # type: ignore[arg-type]
            FollowUp.voided_on.is_(None),
            FollowUp.status == FollowUpStatus.DONE,
            FollowUp.held_on <= day,
            FollowUp.id != own,
            FollowUp.id.in_(select(FollowUpAnswerRecord.follow_up_id)),
        )
        .order_by(FollowUp.held_on.desc(), FollowUp.id.desc())
        .limit(1)
    )


def _who(session: Session, placement: PlacementRecord | None) -> tuple[str, str, str, str]:
    """Participant by code, supervisor, host and workplace: the form is an opened record."""
    if placement is None:
        return "", "", "", ""
    candidate = None if placement.candidate_id is None else session.get(CandidateRecord, placement.candidate_id)
    supervisor = None if placement.supervisor_id is None else session.get(ContactRecord, placement.supervisor_id)
    workplace = None if placement.workplace_id is None else session.get(WorkplaceRecord, placement.workplace_id)
    return (
        "" if candidate is None else _shown(people.candidate_facts(candidate)),
        "" if supervisor is None else _shown(people.contact_facts(supervisor), named=True),
        session.get_one(SupplierRecord, placement.host_supplier_id).name,
        "" if workplace is None else workplace.name,
    )


def _shown(person: people.PersonFacts, *, named: bool = False) -> str:
    return shown_person(person, place=Place.LIST, show_names=named).label


_RESPONDENTS = {respondent: number for number, respondent in enumerate(Respondent)}


def _answers(session: Session, follow_up_id: int) -> tuple[AnswerView, ...]:
    found = [
        AnswerView(one.respondent, one.question, one.score, one.comment or "")
        for one in placing.answers(session, follow_up_id)
    ]
    return tuple(sorted(found, key=lambda answer: _RESPONDENTS[answer.respondent]))


def _step(step: AgreedStepRecord, today: dt.date) -> StepView:
    late = 0 if step.due_on is None or step.done_on is not None else follow_up_days_late(step.due_on, today)
    return StepView(step.id, step.follow_up_id, step.what, step.who or "", step.due_on, step.done_on, late)
