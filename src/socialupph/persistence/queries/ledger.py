"""The ledgers of requirements: everything they need in a handful of queries, whether for one or for all of them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, func, or_, select
from sqlalchemy.orm import Session, aliased

from socialupph.domain.kinds import Assessment
from socialupph.domain.ledger import (
    Conversion,
    EndCause,
    Ledger,
    LedgerPlace,
    LedgerPlacement,
    PlacementKind,
    RequirementTerms,
    RequirementUnit,
    ledger_of,
)
from socialupph.domain.openings import OpeningStatus
from socialupph.domain.periods import Period, WorkingTime
from socialupph.domain.requirements import Standing, standing_of
from socialupph.persistence.queries.contract_facts import last_day
from socialupph.persistence.queries.people import CANDIDATE, shown
from socialupph.persistence.records import (
    CandidateRecord,
    ContractOptionRecord,
    ContractRecord,
    OpeningRecord,
    PauseRecord,
    PlacementRecord,
    ReferenceItemRecord,
    RequirementRecord,
    WorkingTimeRecord,
)

Requirement, Placement, Opening, Contract = RequirementRecord, PlacementRecord, OpeningRecord, ContractRecord
AnySelect = Select[*tuple[Any, ...]]
AnyRow = Row[*tuple[Any, ...]]

CHUNK = 500
NOTHING_ELSE: Mapping[int, dt.date] = {}
_OBJECTIVE = frozenset({"objective_grounds"})


@dataclass(frozen=True, slots=True)
class RequirementLedger:
    """A requirement's ledger, what bounded it, how it stands; by placement id whose its line is and the working times."""

    ledger: Ledger
    terms: RequirementTerms
    standing: Standing
    people: Mapping[int, str]
    extents: Mapping[int, tuple[Decimal, ...]]


def chunks(wanted: Collection[int]) -> Iterator[list[int]]:
    """Ids in portions that fit into one statement."""
    listed = sorted(wanted)
    for start in range(0, len(listed), CHUNK):
        yield listed[start : start + CHUNK]


def ledgers(
    session: Session,
    as_of: dt.date,
    wanted: Collection[int] | None = None,
    *,
    show_names: bool = False,
    as_if: Mapping[int, dt.date] = NOTHING_ELSE,
) -> dict[int, RequirementLedger]:
    """The ledgers of ``wanted`` requirements, or of all, by requirement id, in a fixed number of queries.

    ``as_if`` has placements whose last day is taken to be another than the register says.
    """
    requirements = _rows(session, _requirements(), Requirement.id, wanted)
    numbers = None if wanted is None else [row.id for row in requirements]
    placements = [_ending(placed, as_if) for placed in _placements(session, numbers, show_names)]
    places = _places(session, numbers)
    by_person: dict[int, list[_Placed]] = defaultdict(list)
    by_requirement: dict[int, list[_Placed]] = defaultdict(list)
    for placed in placements:
        if placed.requirement_id is not None:
            by_requirement[placed.requirement_id].append(placed)
        if placed.candidate_id is not None and not placed.entry.void:
            by_person[placed.candidate_id].append(placed)
    found: dict[int, RequirementLedger] = {}
    for row in requirements:
        own = by_requirement[row.id]
        people = {placed.candidate_id for placed in own if placed.candidate_id is not None}
        elsewhere = [other.entry for person in people for other in by_person[person] if other.requirement_id != row.id]
        terms = _terms(row)
        ledger = ledger_of(terms, [placed.entry for placed in own], as_of, places=places[row.id], elsewhere=elsewhere)
        found[row.id] = RequirementLedger(
            ledger,
            terms,
            _standing(row, ledger, terms, own),
            {placed.entry.id: placed.person for placed in own},
            {placed.entry.id: tuple(time.percent for time in placed.entry.working_times) for placed in own},
        )
    return found


def _rows(
    session: Session, statement: AnySelect, column: ColumnElement[Any] | Any, wanted: Collection[int] | None
) -> list[AnyRow]:
    """The rows of ``statement``, all of them or those with ``column`` in ``wanted``."""
    if wanted is None:
        return list(session.execute(statement))
    return [row for part in chunks(wanted) for row in session.execute(statement.where(column.in_(part)))]


# ---------------------------------------------------------------- requirements


def _requirements() -> AnySelect:
    added = (
        select(func.sum(ContractOptionRecord.added_volume))
        .where(ContractOptionRecord.contract_id == Contract.id, ContractOptionRecord.used_on.is_not(None))
        .correlate(Contract)
        .scalar_subquery()
    )
    sibling = aliased(Requirement)
    first = (
        select(func.min(sibling.number))
        .where(sibling.contract_id == Contract.id, sibling.volume.is_not(None), sibling.voided_on.is_(None))
        .correlate(Contract)
        .scalar_subquery()
    )
    offered = (
        select(func.count())
        .where(Opening.requirement_id == Requirement.id, Opening.offered_on.is_not(None), Opening.voided_on.is_(None))
        .correlate(Requirement)
        .scalar_subquery()
    )
    return (
        select(
            Requirement.id,
            Requirement.contract_id,
            Requirement.number,
            Requirement.unit,
            Requirement.volume,
            Requirement.places,
            Requirement.minimum_months,
            Requirement.minimum_time,
            Requirement.place_may_be_shared,
            Requirement.drop_under_minimum,
            Requirement.unit_employment_months,
            Requirement.unit_internship_months,
            Requirement.early_end_percent,
            Requirement.existing_people_excluded,
            Requirement.confirmed,
            Requirement.assessment,
            Requirement.first_start_by,
            Requirement.first_offer_on,
            func.coalesce(Requirement.starts_on, Contract.starts_on).label("period_start"),
            Requirement.ends_on,
            last_day().label("last_day"),
            added.label("added_volume"),
            first.label("first_with_volume"),
            offered.label("offered"),
        )
        .join(Contract, Contract.id == Requirement.contract_id)
        .order_by(Requirement.contract_id, Requirement.number)
    )


def _terms(row: AnyRow) -> RequirementTerms:
    """What was agreed. What used options add goes to the first requirement of the contract that has a volume."""
    added: Decimal = row.added_volume if row.added_volume and row.number == row.first_with_volume else Decimal(0)
    employment, internship = row.unit_employment_months, row.unit_internship_months
    conversion = Conversion(Fraction(employment), Fraction(internship)) if employment and internship else None
    return RequirementTerms(
        unit=row.unit or RequirementUnit.FULL_TIME_MONTHS,
        volume=None if row.volume is None else row.volume + added,
        places=row.places,
        minimum_months=row.minimum_months,
        minimum_kind=row.minimum_time,
        shared_allowed=row.place_may_be_shared,
        drop_under_minimum=row.drop_under_minimum,
        conversion=conversion,
        early_end_threshold=Fraction(row.early_end_percent) / 100,
        exclude_already_there=row.existing_people_excluded,
        period_start=row.period_start,
        period_end=row.ends_on or row.last_day,
    )


def _standing(row: AnyRow, ledger: Ledger, terms: RequirementTerms, own: Sequence["_Placed"]) -> Standing:
    began = any(placed.entry.start <= ledger.as_of and not placed.entry.void for placed in own)
    due: dt.date | None = row.first_start_by
    late = due is not None and due < ledger.as_of and not (began or row.offered or row.first_offer_on)
    assessment: Assessment | None = row.assessment
    return standing_of(
        ledger, confirmed=row.confirmed, assessment=assessment, period_end=terms.period_end, late_start=late
    )


# ---------------------------------------------------------------- placements


@dataclass(frozen=True, slots=True)
class _Placed:
    """A placement with what the ledger itself does not know."""

    entry: LedgerPlacement
    requirement_id: int | None
    candidate_id: int | None
    person: str


def _ending(placed: _Placed, as_if: Mapping[int, dt.date]) -> _Placed:
    last = as_if.get(placed.entry.id)
    return placed if last is None else replace(placed, entry=replace(placed.entry, planned_end=last, actual_end=None))


def _placements(session: Session, requirements: Collection[int] | None, show_names: bool) -> list[_Placed]:
    """The placements of ``requirements`` and all others of the same people; every placement for None."""
    statement = _placement_select()
    if requirements is None:
        rows = _rows(session, statement, Placement.id, None)
        numbers = None
    else:
        rows = _rows(session, statement, Placement.requirement_id, requirements)
        known = {row.id for row in rows}
        people = {row.candidate_id for row in rows if row.candidate_id is not None}
        rows += [row for row in _rows(session, statement, Placement.candidate_id, people) if row.id not in known]
        numbers = [row.id for row in rows]
    times = _working_times(session, numbers)
    pauses = _pauses(session, numbers)
    return [
        _placed(row, times.get(row.id, ()), pauses.get(row.id, ()), linked_label(facts, show_names))
        for row, facts in ((row, {name: getattr(row, name) for name in CANDIDATE}) for row in rows)
    ]


def linked_label(row: Mapping[Any, Any], show_names: bool) -> str:
    """Who it is, where a contract stands beside the person: nothing for one whose workplace must not be known."""
    person = shown(row, show_names)
    return person.label if person.may_link_workplace else ""


def _placement_select() -> AnySelect:
    form, reason = aliased(ReferenceItemRecord), aliased(ReferenceItemRecord)
    return (
        select(
            Placement.id,
            Placement.code,
            Placement.requirement_id,
            Placement.candidate_id,
            *(column.label(name) for name, column in CANDIDATE.items()),
            Placement.starts_on,
            Placement.planned_end_on,
            Placement.ended_on,
            Placement.interrupted,
            Placement.voided_on,
            Placement.existed_at_contract_start,
            Placement.in_target_group,
            Placement.heads,
            Opening.code.label("place"),
            form.placement_kind,
            reason.opens_early_end,
            reason.key.label("end_reason"),
        )
        .outerjoin(CandidateRecord, CandidateRecord.id == Placement.candidate_id)
        .outerjoin(Opening, Opening.id == Placement.opening_id)
        .outerjoin(form, form.id == Placement.form_id)
        .outerjoin(reason, reason.id == Placement.end_reason_id)
        .where(or_(Placement.requirement_id.is_not(None), Placement.candidate_id.is_not(None)))
        .order_by(Placement.starts_on, Placement.id)
    )


def _placed(row: AnyRow, times: Sequence[WorkingTime], pauses: Sequence[Period], person: str) -> _Placed:
    entry = LedgerPlacement(
        id=row.id,
        code=row.code,
        start=row.starts_on,
        planned_end=row.planned_end_on,
        place=row.place,
        person=row.candidate_id,
        actual_end=row.ended_on,
        working_times=tuple(times),
        pauses=tuple(pauses),
        void=row.voided_on is not None,
        was_there_at_contract_start=row.existed_at_contract_start,
        in_target_group=row.in_target_group,
        opens_75=bool(row.opens_early_end),
        interrupted=bool(row.interrupted),
        end_cause=_cause(row.end_reason, opens=bool(row.opens_early_end)),
        kind=row.placement_kind or PlacementKind.EMPLOYMENT,
        heads=row.heads,
    )
    return _Placed(entry, row.requirement_id, row.candidate_id, person)


def _cause(reason: str | None, *, opens: bool) -> EndCause:
    """A reason that opens the 75 % rule is the participant's own choice, or objective grounds."""
    if not opens:
        return EndCause.OTHER
    return EndCause.OBJECTIVE_GROUNDS if reason in _OBJECTIVE else EndCause.PARTICIPANT


def _working_times(session: Session, placements: Collection[int] | None) -> dict[int, list[WorkingTime]]:
    statement = select(WorkingTimeRecord.placement_id, WorkingTimeRecord.from_on, WorkingTimeRecord.percent).order_by(
        WorkingTimeRecord.placement_id, WorkingTimeRecord.from_on
    )
    found: dict[int, list[WorkingTime]] = defaultdict(list)
    for placement_id, from_on, percent in _rows(session, statement, WorkingTimeRecord.placement_id, placements):
        found[placement_id].append(WorkingTime(from_on, percent))
    return found


def _pauses(session: Session, placements: Collection[int] | None) -> dict[int, list[Period]]:
    statement = select(PauseRecord.placement_id, PauseRecord.starts_on, PauseRecord.ends_on).order_by(
        PauseRecord.placement_id, PauseRecord.starts_on
    )
    found: dict[int, list[Period]] = defaultdict(list)
    for placement_id, starts_on, ends_on in _rows(session, statement, PauseRecord.placement_id, placements):
        found[placement_id].append(Period(starts_on, ends_on))
    return found


def _places(session: Session, requirements: Collection[int] | None) -> dict[int, list[LedgerPlace]]:
    """The openings of requirements that count as places: offered to somebody, not drafts and not void."""
    statement = (
        select(Opening.requirement_id, Opening.code, Opening.title, Opening.seats)
        .where(and_(Opening.voided_on.is_(None), Opening.status != OpeningStatus.DRAFT))
        .order_by(Opening.id)
    )
    found: dict[int, list[LedgerPlace]] = defaultdict(list)
    for requirement_id, code, title, seats in _rows(session, statement, Opening.requirement_id, requirements):
        found[requirement_id].append(LedgerPlace(code, title, seats))
    return found
