"""Matches: the board and the list, by code only, and one opened."""

import datetime as dt
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, case, func, type_coerce
from sqlalchemy.orm import Session, aliased

from socialupph.domain.changes import Entity
from socialupph.domain.kinds import Referrer
from socialupph.domain.matching import MatchStep, StepTaken
from socialupph.domain.periods import last_day_of
from socialupph.domain.privacy import Place, shown_person
from socialupph.domain.queries import ListQuery
from socialupph.domain.views.matching import Acceptance, BoardColumn, MatchRow, MatchView
from socialupph.persistence.queries import lists, people, placing
from socialupph.persistence.queries.lists import Condition, ListSource, by_id, one_of
from socialupph.persistence.records import (
    CandidateRecord,
    ContractRecord,
    MatchRecord,
    OpeningRecord,
    PlacementRecord,
    RequirementRecord,
    SupplierRecord,
)

Match = MatchRecord
Made = aliased(PlacementRecord, name="made_placement")
BOARD = (
    MatchStep.SUGGESTED,
    MatchStep.CONTACTED,
    MatchStep.PRESENTED,
    MatchStep.INTERVIEW,
    MatchStep.OFFERED,
    MatchStep.ACCEPTED,
)
ACCEPTED_SHOWN_DAYS = 30
"""How long an accepted match stays on the board."""

_STEP_ORDER = {step: number for number, step in enumerate(MatchStep)}
_STEP_DAYS = {
    MatchStep.SUGGESTED: Match.suggested_on,
    MatchStep.CONTACTED: Match.contacted_on,
    MatchStep.PRESENTED: Match.presented_on,
    MatchStep.INTERVIEW: Match.interview_on,
    MatchStep.OFFERED: Match.offered_on,
    MatchStep.ACCEPTED: Match.answered_on,
    MatchStep.DECLINED: Match.answered_on,
}


def source(today: dt.date) -> ListSource[MatchRow]:
    """All matches. People are shown by code whatever the user chose; the supplier beside a protected one is withheld."""
    since = type_coerce(func.coalesce(case(_STEP_DAYS, value=Match.step), Match.suggested_on), Match.suggested_on.type)
    supplier_id = people.unless_protected(OpeningRecord.supplier_id)

    def build(row: RowMapping, show_names: bool) -> MatchRow:
        del show_names
        return _row(row, today)

    return ListSource(
        id=Match.id,
        tables=Match.__table__.join(CandidateRecord, CandidateRecord.id == Match.candidate_id)
        .join(OpeningRecord, OpeningRecord.id == Match.opening_id)
        .outerjoin(RequirementRecord, RequirementRecord.id == OpeningRecord.requirement_id)
        .outerjoin(ContractRecord, ContractRecord.id == RequirementRecord.contract_id)
        .outerjoin(SupplierRecord, SupplierRecord.id == OpeningRecord.supplier_id)
        .outerjoin(Made, (Made.match_id == Match.id) & Made.voided_on.is_(None)),
        columns={
            **people.CANDIDATE,
            "opening_code": OpeningRecord.code,
            "opening_title": OpeningRecord.title,
            "step": Match.step,
            "since": since,
            "offer_until": Match.offer_until,
            "placement_code": Made.code,
            "_version": Match.version,
            "_candidate_id": Match.candidate_id,
            "_opening_id": Match.opening_id,
            "_supplier": SupplierRecord.name,
            "_placement_id": Made.id,
            "_told": Match.told_employer,
        },
        build=build,
        sorts={
            "person": (people.label_key(),),
            "opening_title": (OpeningRecord.title_key,),
            "supplier": (people.unless_protected(SupplierRecord.name_key),),
            "step": (case(_STEP_ORDER, value=Match.step), since),
            "days": (lists.days_since(since, today),),
        },
        filters=_filters(today, supplier_id),
        base=(OpeningRecord.voided_on.is_(None), CandidateRecord.voided_on.is_(None)),
        search=(
            (Entity.CANDIDATE, Match.candidate_id),
            (Entity.OPENING, Match.opening_id),
            (Entity.SUPPLIER, supplier_id),
        ),
    )


def _filters(today: dt.date, supplier_id: ColumnElement[Any]) -> dict[str, Condition]:
    """What the list and the board can be narrowed by; ``board`` leaves out what the board does not show."""
    return {
        "step": one_of(Match.step),
        "contract": by_id(RequirementRecord.contract_id),
        "requirement": by_id(OpeningRecord.requirement_id),
        "opening": by_id(Match.opening_id),
        "candidate": by_id(Match.candidate_id),
        "supplier": by_id(supplier_id),
        "board": lambda _chosen: (
            Match.step.in_([step for step in BOARD if step is not MatchStep.ACCEPTED])
            | (
                (Match.step == MatchStep.ACCEPTED)
                & (Match.answered_on >= today - dt.timedelta(days=ACCEPTED_SHOWN_DAYS))
            )
        ),
    }


def _row(row: RowMapping, today: dt.date) -> MatchRow:
    person = people.shown(row, show_names=False)
    since: dt.date = row["since"]
    return MatchRow(
        id=row["_id"],
        version=row["_version"],
        candidate_id=row["_candidate_id"],
        person=person.label,
        opening_id=row["_opening_id"],
        opening_code=row["opening_code"],
        opening_title=row["opening_title"],
        supplier=(row["_supplier"] or "") if person.may_link_workplace else "",
        step=row["step"],
        since=since,
        days=max((today - since).days, 0),
        offer_until=row["offer_until"],
        placement_id=row["_placement_id"],
        placement_code=row["placement_code"] or "",
        told_employer=(row["_told"] or "") if person.may_link_workplace else "",
    )


def board(session: Session, query: ListQuery, today: dt.date) -> tuple[BoardColumn, ...]:
    """The columns of the board with the matches the query asks for, the longest waiting first."""
    asked = ListQuery("since", search=query.search, filters=(*query.filters, ("board", ("yes",))))
    where = source(today)
    cards = lists.rows(session, where, lists.ids(session, where, asked))
    return tuple(BoardColumn(step, tuple(card for card in cards if card.step == step)) for step in BOARD)


def view(session: Session, match_id: int) -> MatchView | None:
    """A match with its trail and what was told to the employer; None when there is none."""
    match = session.get(Match, match_id)
    if match is None:
        return None
    candidate = session.get_one(CandidateRecord, match.candidate_id)
    opening = session.get_one(OpeningRecord, match.opening_id)
    placement = placing.placement_of_match(session, match.id)
    made = placement is not None and placement.voided_on is None
    return MatchView(
        id=match.id,
        version=match.version,
        candidate_id=candidate.id,
        candidate_code=candidate.code,
        person=shown_person(people.candidate_facts(candidate), place=Place.OPENED_RECORD, show_names=False).label,
        protected=candidate.protected,
        opening_id=opening.id,
        opening_code=opening.code,
        opening_title=opening.title,
        supplier=session.get_one(SupplierRecord, opening.supplier_id).name,
        step=match.step,
        suggested_on=match.suggested_on,
        contacted_on=match.contacted_on,
        presented_on=match.presented_on,
        interview_on=match.interview_on,
        offered_on=match.offered_on,
        offer_until=match.offer_until,
        answered_on=match.answered_on,
        declined_by=match.declined_by,
        decline_reason=match.decline_reason or "",
        told_employer=match.told_employer or "",
        placement_id=placement.id if placement is not None and made else None,
        placement_code=placement.code if placement is not None and made else "",
    )


def acceptance(session: Session, match_id: int, today: dt.date) -> Acceptance | None:
    """What accepting would fill in, from candidate, opening, requirement and contract; None when there is no such match."""
    match = session.get(Match, match_id)
    if match is None:
        return None
    candidate = session.get_one(CandidateRecord, match.candidate_id)
    opening = session.get_one(OpeningRecord, match.opening_id)
    requirement = session.get_one(RequirementRecord, opening.requirement_id)
    contract = session.get_one(ContractRecord, requirement.contract_id)
    starts = max(day for day in (today, opening.starts_on, candidate.available_from) if day is not None)
    return Acceptance(
        match_id=match.id,
        version=match.version,
        kind=opening.kind,
        contract_id=contract.id,
        requirement_id=requirement.id,
        host_supplier_id=opening.supplier_id,
        workplace_id=opening.workplace_id,
        supervisor_id=opening.supervisor_id,
        starts_on=starts,
        planned_end_on=opening.ends_on or _end_by_minimum(starts, requirement.minimum_months) or contract.ends_on,
        working_time_percent=min(opening.extent_percent, candidate.extent_percent or opening.extent_percent),
        af_officer=(candidate.referring_officer or "") if candidate.referrer == Referrer.AF else "",
    )


def _end_by_minimum(starts: dt.date, months: int | None) -> dt.date | None:
    return None if months is None else last_day_of(starts, months)


def trail_of(match: MatchRecord) -> list[StepTaken]:
    """The steps a match has taken, in order."""
    taken = [(step, getattr(match, column.key)) for step, column in _STEP_DAYS.items() if not step.is_final]
    steps = [StepTaken(step, day) for step, day in taken if day is not None]
    if match.step.is_final and match.answered_on is not None:
        steps.append(StepTaken(match.step, match.answered_on))
    return steps
