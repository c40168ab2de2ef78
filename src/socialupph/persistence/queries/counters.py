"""The counters of *Idag*: each a count in SQL but the requirements at risk, which the ledger decides."""

import datetime as dt

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from socialupph.domain.matching import MatchStep
from socialupph.domain.openings import OpeningStatus
from socialupph.domain.requirements import Standing
from socialupph.persistence.queries.contract_facts import counts
from socialupph.persistence.queries.ledger import ledgers
from socialupph.persistence.records import (
    ContractRecord,
    DeviationRecord,
    MatchRecord,
    OpeningRecord,
    RequirementRecord,
)

Opening, Requirement = OpeningRecord, RequirementRecord


def at_risk(session: Session, today: dt.date) -> tuple[int, int]:
    """How many requirements are at risk, and how many passed unmet; those that a person judged are neither."""
    wanted = session.scalars(
        select(Requirement.id)
        .join(ContractRecord, ContractRecord.id == Requirement.contract_id)
        .where(
            Requirement.voided_on.is_(None),
            Requirement.confirmed,
            Requirement.assessment.is_(None),
            Requirement.volume.is_not(None) | Requirement.places.is_not(None),
            ContractRecord.starts_on <= today,
            counts(),
        )
    )
    standings = [found.standing for found in ledgers(session, today, list(wanted)).values()]
    return standings.count(Standing.AT_RISK), standings.count(Standing.NOT_MET)


def open_places(session: Session) -> tuple[int, int]:
    """How many openings are open, and how many of them nobody is proposed for."""
    proposed = exists().where(
        MatchRecord.opening_id == Opening.id, MatchRecord.step.not_in((MatchStep.ACCEPTED, MatchStep.DECLINED))
    )
    is_open = (Opening.status == OpeningStatus.OPEN, Opening.voided_on.is_(None))
    everything = session.execute(select(func.count()).select_from(Opening).where(*is_open)).scalar_one()
    alone = session.execute(select(func.count()).select_from(Opening).where(*is_open, ~proposed)).scalar_one()
    return everything, alone


def open_deviations(session: Session) -> int:
    """How many deviations are worked with."""
    return session.execute(
        select(func.count())
        .select_from(DeviationRecord)
        .where(DeviationRecord.closed_on.is_(None), DeviationRecord.voided_on.is_(None))
    ).scalar_one()
