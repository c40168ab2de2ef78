"""What would happen to a requirement if a placement ended another day: asked before saving, nothing is written."""

import datetime as dt

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from socialupph.domain.kinds import CandidateStatus
from socialupph.domain.openings import OpeningStatus
from socialupph.domain.privacy import Place, shown_person
from socialupph.domain.requirements import last_start
from socialupph.domain.views.what_if import Fit, WhatIfEnd
from socialupph.persistence.queries import people
from socialupph.persistence.queries.candidates import status_on
from socialupph.persistence.queries.ledger import ledgers
from socialupph.persistence.records import CandidateRecord, OpeningRecord

MOST = 20
"""So many candidates and openings are named; the lists have the rest."""


def what_if_end(
    session: Session, placement_id: int, requirement_id: int, new_end: dt.date, today: dt.date
) -> WhatIfEnd:
    """The requirement's ledger now and as it would be, and who could take over."""
    now = ledgers(session, today, [requirement_id])[requirement_id]
    then = ledgers(session, today, [requirement_id], as_if={placement_id: new_end})[requirement_id]
    period_end = then.terms.period_end
    latest = None if period_end is None else last_start(then.ledger, period_end)
    return WhatIfEnd(
        new_end=new_end,
        now=now.ledger,
        then=then.ledger,
        period_end=period_end,
        last_start=latest,
        openings=_openings(session, requirement_id),
        candidates=_candidates(session, latest, today),
    )


def _openings(session: Session, requirement_id: int) -> tuple[Fit, ...]:
    found = session.scalars(
        select(OpeningRecord)
        .where(
            OpeningRecord.requirement_id == requirement_id,
            OpeningRecord.status == OpeningStatus.OPEN,
            OpeningRecord.voided_on.is_(None),
        )
        .order_by(OpeningRecord.id)
        .limit(MOST)
    )
    return tuple(Fit(one.id, f"{one.code} {one.title}") for one in found)


def _candidates(session: Session, latest: dt.date | None, today: dt.date) -> tuple[Fit, ...]:
    """Candidates who are not placed and can begin by ``latest``, those available first."""
    if latest is None or latest < today:
        return ()
    found = session.scalars(
        select(CandidateRecord)
        .where(
            CandidateRecord.voided_on.is_(None),
            status_on(today) == CandidateStatus.ACTIVE.value,
            or_(CandidateRecord.available_from.is_(None), CandidateRecord.available_from <= latest),
        )
        .order_by(CandidateRecord.available_from.is_(None), CandidateRecord.available_from, CandidateRecord.id)
        .limit(MOST)
    )
    return tuple(
        Fit(one.id, shown_person(people.candidate_facts(one), place=Place.LIST, show_names=False).label)
        for one in found
    )
