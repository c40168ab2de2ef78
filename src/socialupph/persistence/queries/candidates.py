"""Candidates: the list, and one opened in full, which is the only place where needs, target group and protection are told."""

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, case, exists, func, select
from sqlalchemy.orm import Session

from socialupph.domain.changes import Entity, RecordRef
from socialupph.domain.kinds import CandidateStatus, ReferenceList, SecrecyBasis
from socialupph.domain.matching import MatchStep
from socialupph.domain.periods import Period
from socialupph.domain.placements import PlacementFacts, placement_status
from socialupph.domain.privacy import Place, shown_person
from socialupph.domain.views.candidates import (
    CandidateMatch,
    CandidatePlacement,
    CandidateRow,
    CandidateView,
    ConsentView,
)
from socialupph.domain.views.timeline import EventKind, TimelineEvent
from socialupph.persistence.queries import merged, people, placing
from socialupph.persistence.queries.lists import ListSource, one_of
from socialupph.persistence.queries.openings import step_day
from socialupph.persistence.queries.placement_views import match_events
from socialupph.persistence.records import (
    CandidateAdjustmentRecord,
    CandidateConsentRecord,
    CandidateRecord,
    MatchRecord,
    OpeningRecord,
    PlacementRecord,
    ReferenceItemRecord,
    SettingRecord,
    SupplierRecord,
)

Candidate = CandidateRecord
_STATUS_ORDER = {status: number for number, status in enumerate(CandidateStatus)}


def _current_placement(today: dt.date) -> ColumnElement[str]:
    """The code of the placement that runs or lies ahead, the first of them."""
    last_day = func.coalesce(PlacementRecord.ended_on, PlacementRecord.planned_end_on)
    return (
        select(PlacementRecord.code)
        .where(
            PlacementRecord.candidate_id == Candidate.id,
            PlacementRecord.voided_on.is_(None),
            PlacementRecord.interrupted.is_(False),
            last_day >= today,
        )
        .order_by(PlacementRecord.starts_on, PlacementRecord.id)
        .limit(1)
        .correlate(Candidate)
        .scalar_subquery()
    )


def status_on(today: dt.date) -> ColumnElement[CandidateStatus]:
    """Closed by hand; else placed while a placement runs or lies ahead, whatever day the last command ran."""
    return case(
        (Candidate.status == CandidateStatus.CLOSED, CandidateStatus.CLOSED.value),
        (_current_placement(today).is_not(None), CandidateStatus.PLACED.value),
        else_=CandidateStatus.ACTIVE.value,
    )


def source(today: dt.date) -> ListSource[CandidateRow]:
    """All candidates that are not void. That needs are noted is shown, never sorted or filtered by."""
    matches = (
        select(func.count())
        .where(
            MatchRecord.candidate_id == Candidate.id,
            MatchRecord.step.not_in((MatchStep.ACCEPTED, MatchStep.DECLINED)),
        )
        .correlate(Candidate)
        .scalar_subquery()
    )
    status = status_on(today)
    return ListSource(
        id=Candidate.id,
        tables=Candidate.__table__,
        columns={
            **people.CANDIDATE,
            "code": Candidate.code,
            "status": status,
            "referrer": Candidate.referrer,
            "referring_officer": people.unless_protected(Candidate.referring_officer),
            "available_from": Candidate.available_from,
            "extent_percent": Candidate.extent_percent,
            "matches": matches,
            "placement_code": _current_placement(today),
            "_occupations": Candidate.wished_occupations,
            "_version": Candidate.version,
            "_has_needs": exists().where(CandidateAdjustmentRecord.candidate_id == Candidate.id),
        },
        build=_row,
        sorts={
            "person": (people.label_key(),),
            "status": (case(_STATUS_ORDER, value=status),),
        },
        filters={"status": one_of(status), "referrer": one_of(Candidate.referrer)},
        base=(Candidate.voided_on.is_(None),),
        search=((Entity.CANDIDATE, Candidate.id),),
    )


def _row(row: RowMapping, show_names: bool) -> CandidateRow:
    person = people.shown(row, show_names)
    return CandidateRow(
        id=row["_id"],
        version=row["_version"],
        code=row["code"],
        label=person.label,
        status=CandidateStatus(row["status"]),
        referrer=row["referrer"],
        referring_officer=row["referring_officer"] or "",
        available_from=row["available_from"],
        extent_percent=row["extent_percent"],
        occupations=_joined(row["_occupations"]) if person.may_link_workplace else "",
        matches=row["matches"],
        placement_code=row["placement_code"] or "",
        has_needs=bool(row["_has_needs"]),
    )


_SAME = tuple(
    name
    for name in CandidateView.__dataclass_fields__
    if name in set(CandidateRecord.__mapper__.columns.keys()) - {"wished_occupations", "status", "merged_into_id"}
)
"""What the opened record shows as the columns say it."""


def view(session: Session, candidate_id: int, today: dt.date) -> CandidateView | None:
    """A candidate with everything that is known; None when there is none."""
    record = session.get(Candidate, candidate_id)
    if record is None:
        return None
    status = session.execute(select(status_on(today)).where(Candidate.id == record.id)).scalar_one()
    own = merged.former(session, Entity.CANDIDATE, record.id)
    adjustment_ids = _adjustment_ids(session, record.id, own)
    return CandidateView(
        **{name: getattr(record, name) for name in _SAME},
        label=shown_person(people.candidate_facts(record), place=Place.OPENED_RECORD, show_names=False).label,
        title=_title(record),
        wished_occupations=_joined(record.wished_occupations),
        wishes=tuple(record.wished_occupations),
        adjustment_ids=adjustment_ids,
        adjustments=_words(session, adjustment_ids),
        target_group="".join(_words(session, () if record.target_group_id is None else (record.target_group_id,))),
        status=CandidateStatus(status),
        voided=record.voided_on is not None,
        consents=_consents(session, record.id, own),
        matches=_matches(session, record.id, own),
        placements=_placements(session, record.id, own, today),
        timeline=_timeline(session, record, own),
        merged_into=merged.link_from(session, Entity.CANDIDATE, record),
        merged=merged.links_into(session, Entity.CANDIDATE, record.id),
    )


def _joined(occupations: Sequence[str]) -> str:
    """*Målare, Snickare*; semicolons where a name has a comma of its own."""
    return ("; " if any("," in one for one in occupations) else ", ").join(occupations)


def _its(record_type: type[Any], candidate_id: int, own: merged.Former) -> ColumnElement[bool]:
    """The rows of a candidate; of one that turned out to be another those that were its own."""
    return (record_type.candidate_id == candidate_id) | record_type.id.in_(own.of(record_type.__tablename__))


def _adjustment_ids(session: Session, candidate_id: int, own: merged.Former) -> tuple[int, ...]:
    table = CandidateAdjustmentRecord
    found = session.scalars(select(table.adjustment_id).where(_its(table, candidate_id, own)).order_by(table.id))
    return (*found, *(row["adjustment_id"] for row in own.removed.get(table.__tablename__, ())))


def _title(record: CandidateRecord) -> str:
    """What the window may be called: never a name, nothing of a protected person."""
    person = shown_person(people.candidate_facts(record), place=Place.TITLE, show_names=False)
    return person.label if person.may_occur else ""


def _words(session: Session, item_ids: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(session.get_one(ReferenceItemRecord, item_id).label for item_id in item_ids)


def _consents(session: Session, candidate_id: int, own: merged.Former) -> tuple[ConsentView, ...]:
    found = session.scalars(
        select(CandidateConsentRecord)
        .where(_its(CandidateConsentRecord, candidate_id, own))
        .order_by(CandidateConsentRecord.given_on.desc(), CandidateConsentRecord.id.desc())
    )
    return tuple(
        ConsentView(one.id, one.version, one.recipient, one.what, one.given_on, one.until, one.withdrawn_on)
        for one in found
    )


def _matches(session: Session, candidate_id: int, own: merged.Former) -> tuple[CandidateMatch, ...]:
    found = session.execute(
        select(MatchRecord, OpeningRecord.code, OpeningRecord.title, SupplierRecord.name)
        .join(OpeningRecord, OpeningRecord.id == MatchRecord.opening_id)
        .join(SupplierRecord, SupplierRecord.id == OpeningRecord.supplier_id)
        .where(_its(MatchRecord, candidate_id, own))
        .order_by(MatchRecord.suggested_on.desc(), MatchRecord.id.desc())
    )
    return tuple(
        CandidateMatch(match.id, match.version, match.opening_id, code, title, supplier, match.step, step_day(match))
        for match, code, title, supplier in found
    )


def _placements(
    session: Session, candidate_id: int, own: merged.Former, today: dt.date
) -> tuple[CandidatePlacement, ...]:
    found = session.execute(
        select(PlacementRecord, SupplierRecord.name)
        .join(SupplierRecord, SupplierRecord.id == PlacementRecord.host_supplier_id)
        .where(_its(PlacementRecord, candidate_id, own), PlacementRecord.voided_on.is_(None))
        .order_by(PlacementRecord.starts_on.desc())
    )
    placements: list[CandidatePlacement] = []
    for one, host in found:
        facts = PlacementFacts(
            one.starts_on,
            one.planned_end_on,
            one.ended_on,
            pauses=tuple(Period(pause.starts_on, pause.ends_on) for pause in placing.pauses(session, one.id)),
            interrupted=one.interrupted,
        )
        placements.append(
            CandidatePlacement(one.id, one.code, host, one.starts_on, facts.last_day, placement_status(facts, today))
        )
    return tuple(placements)


def _timeline(session: Session, record: CandidateRecord, own: merged.Former) -> tuple[TimelineEvent, ...]:
    """What happened to the person, whatever code it was registered on: the merged ones' events bear theirs."""
    events = list(_mergers(session, record))
    codes = {link.id: link.label for link in merged.links_into(session, Entity.CANDIDATE, record.id)}
    before = {row: codes[number] for row, number in merged.origins(session, Entity.CANDIDATE, record.id).items()}
    for match in session.scalars(select(MatchRecord).where(_its(MatchRecord, record.id, own))):
        formerly = before.get((MatchRecord.__tablename__, match.id), "")
        events.extend(replace(event, formerly=formerly) for event in match_events(match))
    for one in session.scalars(
        select(PlacementRecord).where(_its(PlacementRecord, record.id, own), PlacementRecord.voided_on.is_(None))
    ):
        formerly = before.get((PlacementRecord.__tablename__, one.id), "")
        events.extend(replace(event, formerly=formerly) for event in _placement_events(one))
    return tuple(sorted(events, key=lambda event: event.on, reverse=True))


def _placement_events(one: PlacementRecord) -> Iterator[TimelineEvent]:
    link = RecordRef(Entity.PLACEMENT, one.id)
    yield TimelineEvent(one.starts_on, EventKind.STARTED, detail=one.code, record=link)
    if one.ended_on is not None:
        kind = EventKind.INTERRUPTED if one.interrupted else EventKind.ENDED
        yield TimelineEvent(one.ended_on, kind, detail=one.code, record=link)


def _mergers(session: Session, record: CandidateRecord) -> Iterator[TimelineEvent]:
    """When it went up in another, or others in it."""
    into = merged.link_from(session, Entity.CANDIDATE, record)
    for link in (*merged.links_into(session, Entity.CANDIDATE, record.id), *(() if into is None else (into,))):
        if link.on is not None:
            yield TimelineEvent(link.on, EventKind.MERGED, detail=link.label, record=RecordRef(link.entity, link.id))


def default_secrecy(session: Session) -> SecrecyBasis:
    """The house's own provision, where one is set; else the stronger one."""
    stored = session.scalar(select(SettingRecord.value).where(SettingRecord.key == "secrecy_basis"))
    return SecrecyBasis.OSL_26_1 if stored is None else SecrecyBasis(json.loads(stored))


def reference_ids(session: Session, which: ReferenceList) -> set[int]:
    """The ids of a reference list, closed words too."""
    return set(session.scalars(select(ReferenceItemRecord.id).where(ReferenceItemRecord.list == which)))
