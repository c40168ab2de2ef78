"""What would happen if a placement ended another day: asked before saving, nothing is written."""

import datetime as dt

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from socialupph.domain.kinds import CandidateStatus
from socialupph.domain.ledger import MinimumTimeKind
from socialupph.domain.openings import OpeningStatus
from socialupph.domain.periods import Period, WorkingTime
from socialupph.domain.privacy import Place, shown_person
from socialupph.domain.values import name_key
from socialupph.domain.views.what_if import FittingCandidate, FittingOpening, WhatIfEnd
from socialupph.domain.what_if import Minimum, WhatIf, what_if
from socialupph.persistence.queries import contract_facts, people, placing
from socialupph.persistence.queries.candidates import status_on
from socialupph.persistence.queries.ledger import ledgers
from socialupph.persistence.records import (
    CandidateRecord,
    ContractRecord,
    OpeningRecord,
    PlacementRecord,
    RequirementRecord,
)

MOST = 6
"""So many candidates and openings are named; the lists have the rest."""


def what_if_end(session: Session, placement_id: int, last_day: dt.date, today: dt.date) -> WhatIfEnd | None:
    """What the placement gives, what its requirement lacks and who could take over; None when there is no such placement."""
    record = session.get(PlacementRecord, placement_id)
    if record is None:
        return None
    requirement = None if record.requirement_id is None else session.get(RequirementRecord, record.requirement_id)
    ending = _ending(session, record, requirement, last_day)
    by = ending.replacement_by
    lost = by is not None and by >= today
    now = then = None
    if requirement is not None:
        now = ledgers(session, today, [requirement.id])[requirement.id].ledger
        then = ledgers(session, today, [requirement.id], as_if={record.id: last_day})[requirement.id].ledger
    return WhatIfEnd(
        last_day=last_day,
        ending=ending,
        requirement_code="" if requirement is None else requirement.code,
        now=now,
        then=then,
        openings=() if requirement is None or not lost else _openings(session, requirement.id, last_day),
        candidates=() if by is None or not lost else _candidates(session, record, ending, by, today),
    )


def _ending(
    session: Session, record: PlacementRecord, requirement: RequirementRecord | None, last_day: dt.date
) -> WhatIf:
    contract_end = session.scalar(select(contract_facts.last_day()).where(ContractRecord.id == record.contract_id))
    return what_if(
        Period(record.starts_on, record.planned_end_on),
        last_day,
        [WorkingTime(one.from_on, one.percent) for one in placing.working_times(session, record.id)],
        [Period(one.starts_on, one.ends_on) for one in placing.pauses(session, record.id)],
        minimum=_minimum(requirement),
        until=contract_end if requirement is None else requirement.ends_on or contract_end,
    )


def _minimum(requirement: RequirementRecord | None) -> Minimum | None:
    if requirement is None or requirement.minimum_months is None:
        return None
    full_time = requirement.minimum_time is MinimumTimeKind.FULL_TIME
    return Minimum(requirement.minimum_months, full_time, requirement.place_may_be_shared)


def _openings(session: Session, requirement_id: int, last_day: dt.date) -> tuple[FittingOpening, ...]:
    found = session.scalars(
        select(OpeningRecord)
        .where(
            OpeningRecord.requirement_id == requirement_id,
            OpeningRecord.status == OpeningStatus.OPEN,
            OpeningRecord.voided_on.is_(None),
            or_(OpeningRecord.ends_on.is_(None), OpeningRecord.ends_on > last_day),
        )
        .order_by(OpeningRecord.id)
        .limit(MOST)
    )
    return tuple(FittingOpening(one.id, one.code, one.title) for one in found)


def _candidates(
    session: Session, record: PlacementRecord, ending: WhatIf, by: dt.date, today: dt.date
) -> tuple[FittingCandidate, ...]:
    """Those who wish for the occupation first, then those who can begin first."""
    opening = None if record.opening_id is None else session.get(OpeningRecord, record.opening_id)
    occupation = name_key(opening.occupation or opening.title) if opening is not None else ""
    found = session.scalars(
        select(CandidateRecord)
        .where(
            CandidateRecord.voided_on.is_(None),
            CandidateRecord.protected.is_(False),
            CandidateRecord.id.is_distinct_from(record.candidate_id),
            status_on(today) == CandidateStatus.ACTIVE.value,
            func.coalesce(CandidateRecord.available_from, today) <= by,
            or_(CandidateRecord.extent_percent.is_(None), CandidateRecord.extent_percent >= ending.percent),
        )
        .order_by(CandidateRecord.available_from.is_(None), CandidateRecord.available_from, CandidateRecord.id)
    )
    fits = [
        FittingCandidate(
            id=one.id,
            label=shown_person(people.candidate_facts(one), place=Place.LIST, show_names=False).label,
            available_from=one.available_from,
            extent_percent=one.extent_percent,
            wished=bool(occupation) and occupation in {name_key(wish) for wish in one.wished_occupations},
        )
        for one in found
    ]
    fits.sort(key=_not_wished)  # the order among them stays
    return tuple(fits[:MOST])


def _not_wished(one: FittingCandidate) -> bool:
    return not one.wished
