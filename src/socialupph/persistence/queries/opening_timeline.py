"""What happened to an opening: the trail of dates that is the evidence when nobody could be found."""

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from socialupph.domain.changes import Entity, RecordRef
from socialupph.domain.privacy import Place, shown_person
from socialupph.domain.views.timeline import EventKind, TimelineEvent
from socialupph.persistence.queries import people
from socialupph.persistence.queries.placement_views import match_events
from socialupph.persistence.records import (
    CandidateRecord,
    MatchRecord,
    OpeningAnswerRecord,
    OpeningRecord,
    PlacementRecord,
)


def timeline(session: Session, record: OpeningRecord) -> tuple[TimelineEvent, ...]:
    """Everything dated about an opening, newest first. People as lists call them."""
    events = [*_own(session, record), *_matches(session, record.id), *_placements(session, record.id)]
    return tuple(sorted(events, key=lambda event: event.on, reverse=True))


def _own(session: Session, record: OpeningRecord) -> Iterator[TimelineEvent]:
    """When it was offered, when candidates were asked for, and what was answered."""
    if record.offered_on is not None:
        yield TimelineEvent(record.offered_on, EventKind.OPENING_OFFERED)
    if record.requested_on is not None:
        yield TimelineEvent(record.requested_on, EventKind.OPENING_REQUESTED)
    for answer in session.scalars(select(OpeningAnswerRecord).where(OpeningAnswerRecord.opening_id == record.id)):
        detail = answer.text or answer.answered_by or ""
        yield TimelineEvent(answer.answered_on, EventKind.OPENING_ANSWERED, detail=detail)


def _matches(session: Session, opening_id: int) -> Iterator[TimelineEvent]:
    found = session.execute(
        select(MatchRecord, CandidateRecord)
        .join(CandidateRecord, CandidateRecord.id == MatchRecord.candidate_id)
        .where(MatchRecord.opening_id == opening_id)
    )
    for match, candidate in found:
        person = shown_person(people.candidate_facts(candidate), place=Place.LIST, show_names=False)
        for event in match_events(match):
            told = event.kind is EventKind.DECLINED and person.may_link_workplace
            reason = match.decline_reason if told else None
            yield replace(event, detail=": ".join(part for part in (person.label, reason) if part))


def _placements(session: Session, opening_id: int) -> Iterator[TimelineEvent]:
    for one in session.scalars(
        select(PlacementRecord).where(PlacementRecord.opening_id == opening_id, PlacementRecord.voided_on.is_(None))
    ):
        link = RecordRef(Entity.PLACEMENT, one.id)
        yield TimelineEvent(one.starts_on, EventKind.STARTED, detail=one.code, record=link)
        if one.ended_on is not None:
            kind = EventKind.INTERRUPTED if one.interrupted else EventKind.ENDED
            yield TimelineEvent(one.ended_on, kind, detail=one.code, record=link)
