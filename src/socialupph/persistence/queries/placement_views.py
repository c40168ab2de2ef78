"""A placement opened in full, with its plan and everything that happened."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from socialupph.domain.changes import Entity, RecordRef
from socialupph.domain.follow_ups import Covered, FollowUpStatus, is_settled
from socialupph.domain.periods import ONE_DAY, Period
from socialupph.domain.placements import PlacementFacts as StatusFacts
from socialupph.domain.placements import placement_status
from socialupph.domain.privacy import Place, shown_person
from socialupph.domain.views.placements import (
    Outcomes,
    PauseView,
    PlacementFacts,
    PlacementLinks,
    PlacementView,
    PlannedStep,
    SupervisorTraining,
    WorkingTimeView,
)
from socialupph.domain.views.timeline import EventKind, TimelineEvent
from socialupph.persistence.queries import people, placing
from socialupph.persistence.queries.placements import follow_up_days_late, training_of
from socialupph.persistence.records import (
    CandidateRecord,
    ContactRecord,
    ContractRecord,
    DeviationRecord,
    FollowUpRecord,
    MatchRecord,
    OpeningRecord,
    PauseRecord,
    PlacementRecord,
    ReferenceItemRecord,
    RequirementRecord,
    SupplierRecord,
    WorkingTimeRecord,
    WorkplaceRecord,
)

_MATCH_DAYS = (
    ("suggested_on", EventKind.SUGGESTED),
    ("contacted_on", EventKind.CONTACTED),
    ("presented_on", EventKind.PRESENTED),
    ("interview_on", EventKind.INTERVIEW),
    ("offered_on", EventKind.OFFERED),
    ("answered_on", EventKind.ACCEPTED),
)


def view(session: Session, placement_id: int, today: dt.date) -> PlacementView | None:
    """A placement with all that the opened record may show; None when there is none."""
    record = session.get(PlacementRecord, placement_id)
    if record is None:
        return None
    candidate = None if record.candidate_id is None else session.get(CandidateRecord, record.candidate_id)
    times = placing.working_times(session, record.id)
    pauses = placing.pauses(session, record.id)
    status = placement_status(
        StatusFacts(
            record.starts_on,
            record.planned_end_on,
            record.ended_on,
            pauses=tuple(Period(one.starts_on, one.ends_on) for one in pauses),
            interrupted=record.interrupted,
        ),
        today,
    )
    plan = steps(placing.follow_ups(session, record.id), today)
    person = "" if candidate is None else _label(candidate, Place.OPENED_RECORD)
    return PlacementView(
        id=record.id,
        version=record.version,
        code=record.code,
        title=record.code,
        person=person,
        protected=candidate is not None and candidate.protected,
        status=status,
        facts=_facts(session, record, times, pauses),
        links=_links(session, record, candidate, today),
        outcomes=_outcomes(session, record),
        next_step=next((step for step in plan if not is_settled(step.status)), None),
        plan=plan,
        timeline=_timeline(session, record, (times, pauses), today),
        voided=record.voided_on is not None,
    )


def beside(session: Session, placement_id: int, today: dt.date) -> PlacementView | None:
    """The placement in short, for the panel beside a list: without what must not stand beside the person there."""
    found = view(session, placement_id, today)
    if found is None or found.links.candidate_id is None:
        return found
    candidate = session.get_one(CandidateRecord, found.links.candidate_id)
    shown = shown_person(people.candidate_facts(candidate), place=Place.LIST, show_names=False)
    if shown.may_link_workplace:
        return replace(found, person=shown.label)
    withheld = {name: "" for name in PlacementLinks.__dataclass_fields__ if not name.endswith("_id")}
    facts = replace(found.facts, employer=None, decision_reference=None, af_officer=None, note=None)
    return replace(
        found,
        person=shown.label,
        facts=facts,
        links=replace(
            found.links,
            **{**withheld, "candidate_code": shown.label, "supervisor_training": found.links.supervisor_training},  # type: ignore[arg-type]
            requirement_id=None,
            opening_id=None,
            workplace_id=None,
            supervisor_id=None,
        ),
        timeline=tuple(replace(event, detail="") for event in found.timeline),
    )


def _label(candidate: CandidateRecord, place: Place) -> str:
    return shown_person(people.candidate_facts(candidate), place=place, show_names=False).label


def steps(follow_ups: Sequence[FollowUpRecord], today: dt.date) -> tuple[PlannedStep, ...]:
    """Follow-ups as a plan shows them."""
    return tuple(
        PlannedStep(
            id=one.id,
            version=one.version,
            code=one.code,
            kind=one.kind,
            covers=tuple(Covered.parse(text) for text in one.covers),
            due_on=one.due_on,
            held_on=one.held_on,
            status=one.status,
            days_late=0 if is_settled(one.status) else follow_up_days_late(one.due_on, today),
        )
        for one in follow_ups
    )


def _word(session: Session, item_id: int | None) -> str:
    return "" if item_id is None else session.get_one(ReferenceItemRecord, item_id).label


def _facts(
    session: Session, record: PlacementRecord, times: Sequence[WorkingTimeRecord], pauses: Sequence[PauseRecord]
) -> PlacementFacts:
    return PlacementFacts(
        form_id=record.form_id,
        form=_word(session, record.form_id),
        starts_on=record.starts_on,
        planned_end_on=record.planned_end_on,
        ended_on=record.ended_on,
        interrupted=record.interrupted,
        working_time_percent=times[0].percent,
        working_times=tuple(WorkingTimeView(one.id, one.from_on, one.percent) for one in times),
        pauses=tuple(PauseView(one.id, one.version, one.starts_on, one.ends_on) for one in pauses),
        heads=record.heads,
        target_group_statement=record.target_group_statement,
        in_target_group=record.in_target_group,
        employer=record.employer,
        decision_reference=record.decision_reference,
        af_officer=record.af_officer,
        union_consulted_on=record.union_consulted_on,
        start_checklist=tuple(record.start_checklist),
        existed_at_contract_start=record.existed_at_contract_start,
        note=record.note,
    )


def _links(
    session: Session, record: PlacementRecord, candidate: CandidateRecord | None, today: dt.date
) -> PlacementLinks:
    contract = session.get_one(ContractRecord, record.contract_id)
    requirement = None if record.requirement_id is None else session.get(RequirementRecord, record.requirement_id)
    opening = None if record.opening_id is None else session.get(OpeningRecord, record.opening_id)
    workplace = None if record.workplace_id is None else session.get(WorkplaceRecord, record.workplace_id)
    supervisor = None if record.supervisor_id is None else session.get(ContactRecord, record.supervisor_id)
    training = session.scalar(select(training_of(today)).where(PlacementRecord.id == record.id))
    return PlacementLinks(
        candidate_id=record.candidate_id,
        candidate_code="" if candidate is None else candidate.code,
        match_id=record.match_id,
        contract_id=contract.id,
        contract_code=contract.code,
        contract_title=contract.title,
        requirement_id=record.requirement_id,
        requirement_code="" if requirement is None else requirement.code,
        opening_id=record.opening_id,
        opening_code="" if opening is None else opening.code,
        host_supplier_id=record.host_supplier_id,
        host=session.get_one(SupplierRecord, record.host_supplier_id).name,
        workplace_id=record.workplace_id,
        workplace="" if workplace is None else workplace.name,
        workplace_address="" if workplace is None else workplace.address or "",
        supervisor_id=record.supervisor_id,
        supervisor="" if supervisor is None else _supervisor_label(supervisor),
        supervisor_phone="" if supervisor is None else _supervisor_phone(supervisor),
        supervisor_training=training or SupervisorTraining.NOBODY,
    )


def _supervisor_label(supervisor: ContactRecord) -> str:
    """A supervisor in somebody else's record: by name, a protected one by alias."""
    return shown_person(people.contact_facts(supervisor), place=Place.LIST, show_names=True).label


def _supervisor_phone(supervisor: ContactRecord) -> str:
    return shown_person(people.contact_facts(supervisor), place=Place.LIST, show_names=True).phone


def _outcomes(session: Session, record: PlacementRecord) -> Outcomes:
    return Outcomes(
        end_reason_id=record.end_reason_id,
        end_reason=_word(session, record.end_reason_id),
        at_end_id=record.outcome_end_id,
        at_end=_word(session, record.outcome_end_id),
        after_90_days_id=record.outcome_90_days_id,
        after_90_days=_word(session, record.outcome_90_days_id),
        after_6_months_id=record.outcome_6_months_id,
        after_6_months=_word(session, record.outcome_6_months_id),
        after_12_months_id=record.outcome_12_months_id,
        after_12_months=_word(session, record.outcome_12_months_id),
    )


def _timeline(
    session: Session,
    record: PlacementRecord,
    parts: tuple[Sequence[WorkingTimeRecord], Sequence[PauseRecord]],
    today: dt.date,
) -> tuple[TimelineEvent, ...]:
    """Everything dated, the latest first; what is planned is marked as ahead."""
    events = [
        *_own_events(session, record, parts, today),
        *match_events(None if record.match_id is None else session.get(MatchRecord, record.match_id)),
        *follow_up_events(placing.follow_ups(session, record.id)),
        *(
            TimelineEvent(
                one.reported_on,
                EventKind.DEVIATION,
                what=one.kind,
                detail=one.code,
                record=RecordRef(Entity.DEVIATION, one.id),
            )
            for one in session.scalars(
                select(DeviationRecord).where(
                    DeviationRecord.placement_id == record.id, DeviationRecord.voided_on.is_(None)
                )
            )
        ),
    ]
    return tuple(sorted(events, key=lambda event: event.on, reverse=True))


def _own_events(
    session: Session,
    record: PlacementRecord,
    parts: tuple[Sequence[WorkingTimeRecord], Sequence[PauseRecord]],
    today: dt.date,
) -> Iterator[TimelineEvent]:
    times, pauses = parts
    yield TimelineEvent(record.starts_on, EventKind.STARTED, ahead=record.starts_on > today)
    for time in times[1:]:
        yield TimelineEvent(
            time.from_on, EventKind.WORKING_TIME, detail=f"{time.percent.normalize():f}", ahead=time.from_on > today
        )
    for pause in pauses:
        back = pause.ends_on + ONE_DAY
        yield TimelineEvent(pause.starts_on, EventKind.PAUSED, ahead=pause.starts_on > today)
        yield TimelineEvent(back, EventKind.RETURNED, ahead=back > today)
    if record.union_consulted_on is not None:
        yield TimelineEvent(record.union_consulted_on, EventKind.UNION_CONSULTED)
    if record.ended_on is None:
        yield TimelineEvent(record.planned_end_on, EventKind.PLANNED_END, ahead=record.planned_end_on >= today)
    else:
        kind = EventKind.INTERRUPTED if record.interrupted else EventKind.ENDED
        reason = _word(session, record.end_reason_id)
        yield TimelineEvent(record.ended_on, kind, detail=reason, ahead=record.ended_on > today)


def match_events(match: MatchRecord | None) -> Iterator[TimelineEvent]:
    """The dated steps of a match."""
    if match is None:
        return
    for column, kind in _MATCH_DAYS:
        day: dt.date | None = getattr(match, column)
        if day is not None:
            said_no = kind is EventKind.ACCEPTED and match.declined_by is not None
            yield TimelineEvent(day, EventKind.DECLINED if said_no else kind, record=RecordRef(Entity.MATCH, match.id))


def follow_up_events(follow_ups: Sequence[FollowUpRecord]) -> Iterator[TimelineEvent]:
    """Follow-ups, by the day they were held, else due."""
    for one in follow_ups:
        yield TimelineEvent(
            one.held_on or one.due_on,
            EventKind.FOLLOW_UP,
            what=one.kind,
            status=one.status,
            detail=one.summary or one.skip_reason or "",
            ahead=one.status == FollowUpStatus.PLANNED,
            record=RecordRef(Entity.FOLLOW_UP, one.id),
        )
