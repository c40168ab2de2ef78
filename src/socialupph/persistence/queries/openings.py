"""Openings: the list, and one opened with its answers, matches and placements."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, case, exists, func, null, select
from sqlalchemy.orm import Session

from socialupph.domain.changes import Entity
from socialupph.domain.matching import MatchStep
from socialupph.domain.openings import OpeningStatus
from socialupph.domain.privacy import Place, shown_person
from socialupph.domain.views.openings import OpeningAnswerView, OpeningMatch, OpeningRow, OpeningView
from socialupph.persistence.queries import people
from socialupph.persistence.queries.lists import Expression, ListSource, by_id, days_since, one_of
from socialupph.persistence.queries.opening_timeline import timeline
from socialupph.persistence.queries.placing import seats_taken
from socialupph.persistence.records import (
    CandidateRecord,
    ContactRecord,
    ContractRecord,
    MatchRecord,
    OpeningAnswerRecord,
    OpeningRecord,
    PlacementRecord,
    RequirementRecord,
    SupplierRecord,
    WorkplaceRecord,
)

Opening = OpeningRecord
_STATUS_ORDER = {status: number for number, status in enumerate(OpeningStatus)}
_WAITING = (OpeningStatus.OPEN, OpeningStatus.RESERVED)


def _free_seats() -> ColumnElement[int]:
    taken = (
        select(func.coalesce(func.sum(PlacementRecord.heads), 0))
        .where(
            PlacementRecord.opening_id == Opening.id,
            PlacementRecord.voided_on.is_(None),
            PlacementRecord.interrupted.is_(False),
        )
        .correlate(Opening)
        .scalar_subquery()
    )
    return Opening.seats - taken


def _holds_protected() -> ColumnElement[bool]:
    """A protected person was placed here, so that the workplace is not told in lists."""
    return exists().where(
        PlacementRecord.opening_id == Opening.id,
        PlacementRecord.candidate_id == CandidateRecord.id,
        CandidateRecord.protected,
        PlacementRecord.voided_on.is_(None),
    )


def source(today: dt.date) -> ListSource[OpeningRow]:
    """All openings that are not void."""
    workplace_key = case((_holds_protected(), null()), else_=WorkplaceRecord.name_key)
    opened_on = func.coalesce(Opening.offered_on, func.date(Opening.created_at))

    def build(row: RowMapping, show_names: bool) -> OpeningRow:
        del show_names
        return _row(row, today)

    return ListSource(
        id=Opening.id,
        tables=Opening.__table__.outerjoin(RequirementRecord, RequirementRecord.id == Opening.requirement_id)
        .outerjoin(ContractRecord, ContractRecord.id == RequirementRecord.contract_id)
        .outerjoin(SupplierRecord, SupplierRecord.id == Opening.supplier_id)
        .outerjoin(WorkplaceRecord, WorkplaceRecord.id == Opening.workplace_id),
        columns=_columns(),
        build=build,
        sorts={
            "title": (Opening.title_key,),
            "supplier": (SupplierRecord.name_key,),
            "workplace": (workplace_key,),
            "status": (case(_STATUS_ORDER, value=Opening.status),),
            "days_open": (case((Opening.status.in_(_WAITING), days_since(opened_on, today))),),
        },
        filters={
            "status": one_of(Opening.status),
            "kind": one_of(Opening.kind),
            "contract": by_id(RequirementRecord.contract_id),
            "requirement": by_id(Opening.requirement_id),
            "supplier": by_id(Opening.supplier_id),
        },
        base=(Opening.voided_on.is_(None),),
        search=(
            (Entity.OPENING, Opening.id),
            (Entity.SUPPLIER, Opening.supplier_id),
            (Entity.CONTRACT, RequirementRecord.contract_id),
        ),
    )


def _days_open(status: OpeningStatus, offered_on: dt.date | None, created: dt.datetime, today: dt.date) -> int | None:
    if status not in _WAITING:
        return None
    return max((today - (offered_on or created.date())).days, 0)


def _columns() -> dict[str, Expression]:
    """What is read of every opening in the list."""
    matches = (
        select(func.count())
        .where(MatchRecord.opening_id == Opening.id, MatchRecord.step.not_in((MatchStep.ACCEPTED, MatchStep.DECLINED)))
        .correlate(Opening)
        .scalar_subquery()
    )
    last_answer = (
        select(func.max(OpeningAnswerRecord.answered_on))
        .where(OpeningAnswerRecord.opening_id == Opening.id)
        .correlate(Opening)
        .scalar_subquery()
    )
    workplace = case((_holds_protected(), null()), else_=WorkplaceRecord.name)
    return {
        "code": Opening.code,
        "title": Opening.title,
        "requirement_code": RequirementRecord.code,
        "contract_code": ContractRecord.code,
        "supplier": SupplierRecord.name,
        "workplace": workplace,
        "kind": Opening.kind,
        "extent_percent": Opening.extent_percent,
        "starts_on": Opening.starts_on,
        "ends_on": Opening.ends_on,
        "status": Opening.status,
        "seats": Opening.seats,
        "free_seats": _free_seats(),
        "matches": matches,
        "last_answer_on": last_answer,
        "_offered_on": Opening.offered_on,
        "_created_at": Opening.created_at,
    }


def _row(row: RowMapping, today: dt.date) -> OpeningRow:
    return OpeningRow(
        id=row["_id"],
        code=row["code"],
        title=row["title"],
        requirement_code=row["requirement_code"],
        contract_code=row["contract_code"],
        supplier=row["supplier"],
        workplace=row["workplace"] or "",
        kind=row["kind"],
        extent_percent=row["extent_percent"],
        starts_on=row["starts_on"],
        ends_on=row["ends_on"],
        status=row["status"],
        seats=row["seats"],
        free_seats=max(row["free_seats"], 0),
        matches=row["matches"],
        days_open=_days_open(row["status"], row["_offered_on"], row["_created_at"], today),
        last_answer_on=row["last_answer_on"],
    )


def view(session: Session, opening_id: int, today: dt.date) -> OpeningView | None:
    """An opening with its trail; None when there is none."""
    record = session.get(Opening, opening_id)
    if record is None:
        return None
    requirement = session.get_one(RequirementRecord, record.requirement_id)
    contract = session.get_one(ContractRecord, requirement.contract_id)
    return OpeningView(
        id=record.id,
        version=record.version,
        code=record.code,
        title=record.title,
        requirement_id=requirement.id,
        requirement_code=requirement.code,
        contract_id=contract.id,
        contract_code=contract.code,
        contract_title=contract.title,
        **_place(session, record),
        kind=record.kind,
        extent_percent=record.extent_percent,
        seats=record.seats,
        free_seats=max(record.seats - seats_taken(session, record.id), 0),
        starts_on=record.starts_on,
        ends_on=record.ends_on,
        occupation=record.occupation,
        occupation_concept_id=record.occupation_concept_id,
        tasks=record.tasks,
        language_level=record.language_level,
        driving_licence=record.driving_licence,
        physical_demands=record.physical_demands,
        working_hours=record.working_hours,
        possible_adaptation=record.possible_adaptation,
        status=record.status,
        offered_on=record.offered_on,
        requested_on=record.requested_on,
        days_open=_days_open(record.status, record.offered_on, record.created_at, today),
        voided=record.voided_on is not None,
        answers=_answers(session, record.id),
        matches=_matches(session, record.id),
        placements=tuple(
            session.scalars(
                select(PlacementRecord.code)
                .where(PlacementRecord.opening_id == record.id, PlacementRecord.voided_on.is_(None))
                .order_by(PlacementRecord.starts_on, PlacementRecord.id)
            )
        ),
        timeline=timeline(session, record),
    )


def contracts(session: Session) -> list[tuple[int, str]]:
    """Id and code of the contracts that openings stand under, the newest first."""
    found = session.execute(
        select(ContractRecord.id, ContractRecord.code)
        .where(
            exists().where(
                RequirementRecord.contract_id == ContractRecord.id,
                Opening.requirement_id == RequirementRecord.id,
                Opening.voided_on.is_(None),
            )
        )
        .order_by(ContractRecord.id.desc())
    )
    return [(number, code) for number, code in found]


def _place(session: Session, record: OpeningRecord) -> Mapping[str, Any]:
    """Supplier, workplace and supervisor: ids for links, texts to read; a protected supervisor by alias."""
    workplace = None if record.workplace_id is None else session.get(WorkplaceRecord, record.workplace_id)
    supervisor = None if record.supervisor_id is None else session.get(ContactRecord, record.supervisor_id)
    label = (
        ""
        if supervisor is None
        else shown_person(people.contact_facts(supervisor), place=Place.LIST, show_names=True).label
    )
    return {
        "supplier_id": record.supplier_id,
        "supplier": session.get_one(SupplierRecord, record.supplier_id).name,
        "workplace_id": record.workplace_id,
        "workplace": "" if workplace is None else workplace.name,
        "workplace_address": "" if workplace is None else workplace.address or "",
        "supervisor_id": record.supervisor_id,
        "supervisor": label,
    }


def _answers(session: Session, opening_id: int) -> tuple[OpeningAnswerView, ...]:
    found = session.scalars(
        select(OpeningAnswerRecord)
        .where(OpeningAnswerRecord.opening_id == opening_id)
        .order_by(OpeningAnswerRecord.answered_on.desc(), OpeningAnswerRecord.id.desc())
    )
    return tuple(
        OpeningAnswerView(
            one.id, one.version, one.answered_on, one.answered_by or "", one.candidate_found, one.text or ""
        )
        for one in found
    )


def step_day(match: MatchRecord) -> dt.date:
    """The day a match came to the step where it stands."""
    days = {
        MatchStep.SUGGESTED: match.suggested_on,
        MatchStep.CONTACTED: match.contacted_on,
        MatchStep.PRESENTED: match.presented_on,
        MatchStep.INTERVIEW: match.interview_on,
        MatchStep.OFFERED: match.offered_on,
        MatchStep.ACCEPTED: match.answered_on,
        MatchStep.DECLINED: match.answered_on,
    }
    return days[match.step] or match.suggested_on


def _matches(session: Session, opening_id: int) -> tuple[OpeningMatch, ...]:
    found = session.execute(
        select(MatchRecord, CandidateRecord)
        .join(CandidateRecord, CandidateRecord.id == MatchRecord.candidate_id)
        .where(MatchRecord.opening_id == opening_id)
        .order_by(MatchRecord.suggested_on, MatchRecord.id)
    )
    return tuple(
        OpeningMatch(
            id=match.id,
            version=match.version,
            candidate_id=candidate.id,
            person=shown_person(people.candidate_facts(candidate), place=Place.LIST, show_names=False).label,
            step=match.step,
            since=step_day(match),
        )
        for match, candidate in found
    )
