"""What is due under contracts: one union, for the order of lists, the nearest deadline of a row and *Idag*."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Subquery, exists, func, literal, null, select, union_all
from sqlalchemy.orm import Session

from socialupph.domain.changes import Entity
from socialupph.domain.clock import WorkCalendar
from socialupph.domain.deadlines import Deadline, DeadlineKind, deadline, in_order
from socialupph.persistence.queries.contract_facts import is_running, last_day
from socialupph.persistence.queries.ledger import AnySelect, chunks
from socialupph.persistence.records import (
    ContractOptionRecord,
    ContractRecord,
    OpeningRecord,
    PlacementRecord,
    RequirementRecord,
    SupplierReportRecord,
)

Contract, Requirement, Option, Report = ContractRecord, RequirementRecord, ContractOptionRecord, SupplierReportRecord


@dataclass(frozen=True, slots=True)
class ContractDue:
    """A deadline with the contract it is under."""

    contract_id: int
    deadline: Deadline


@lru_cache(maxsize=4)
def open_matters(today: dt.date) -> Subquery:
    """``contract_id``, ``kind``, ``due_on``, ``requirement_id``, ``code`` of all that is open under contracts that count and run.

    ``part_id`` and ``version`` are those of the row with the day: a requirement, a report, an option, a contract. What a
    requirement asks for is open while the requirement is confirmed, not void and not judged.
    """
    parts = (
        _of_requirement(DeadlineKind.FIRST_MEETING, Requirement.first_meeting_by).where(
            Requirement.first_meeting_held_on.is_(None)
        ),
        _of_requirement(DeadlineKind.FIRST_START, Requirement.first_start_by).where(
            Requirement.first_offer_on.is_(None), ~_has_begun(today), ~_is_offered()
        ),
        _of_requirement(DeadlineKind.REPORT_DUE, Report.due_on, Report)
        .join(Report, Report.requirement_id == Requirement.id)
        .where(Report.received_on.is_(None)),
        _of_contract(DeadlineKind.OPTION_NOTICE, Option.notice_by, Option)
        .join(Option, Option.contract_id == Contract.id)
        .where(Option.used_on.is_(None)),
        _of_contract(DeadlineKind.CONTRACT_END, last_day()),
    )
    return union_all(*(part.where(is_running(today)) for part in parts)).subquery("open_matters")


def _of_contract(kind: DeadlineKind, due: ColumnElement[Any] | Any, part: Any = Contract) -> AnySelect:
    return select(
        Contract.id.label("contract_id"),
        literal(kind.value).label("kind"),
        due.label("due_on"),
        null().label("requirement_id"),
        Contract.code.label("code"),
        part.id.label("part_id"),
        part.version.label("version"),
    ).where(due.is_not(None))


def _of_requirement(kind: DeadlineKind, due: ColumnElement[Any] | Any, part: Any = Requirement) -> AnySelect:
    return (
        select(
            Contract.id.label("contract_id"),
            literal(kind.value).label("kind"),
            due.label("due_on"),
            Requirement.id.label("requirement_id"),
            Requirement.code.label("code"),
            part.id.label("part_id"),
            part.version.label("version"),
        )
        .select_from(Contract)
        .join(Requirement, Requirement.contract_id == Contract.id)
        .where(
            due.is_not(None),
            Requirement.confirmed,
            Requirement.voided_on.is_(None),
            Requirement.assessment.is_(None),
        )
    )


def _has_begun(today: dt.date) -> ColumnElement[bool]:
    return exists().where(
        PlacementRecord.requirement_id == Requirement.id,
        PlacementRecord.voided_on.is_(None),
        PlacementRecord.starts_on <= today,
    )


def _is_offered() -> ColumnElement[bool]:
    return exists().where(
        OpeningRecord.requirement_id == Requirement.id,
        OpeningRecord.voided_on.is_(None),
        OpeningRecord.offered_on.is_not(None),
    )


@lru_cache(maxsize=4)
def nearest(today: dt.date) -> Subquery:
    """The first day on which something is due, by contract: ``contract_id``, ``due_on``."""
    matters = open_matters(today)
    return (
        select(matters.c.contract_id, func.min(matters.c.due_on).label("due_on"))
        .group_by(matters.c.contract_id)
        .subquery("nearest_matter")
    )


def due_under(
    session: Session, today: dt.date, calendar: WorkCalendar, contracts: Collection[int] | None = None
) -> list[ContractDue]:
    """All open matters of ``contracts``, or of all of them, in order of time."""
    matters = open_matters(today)
    statement = select(matters)
    parts: Sequence[AnySelect] = [statement]
    if contracts is not None:
        parts = [statement.where(matters.c.contract_id.in_(part)) for part in chunks(contracts)]
    found: list[Deadline] = []
    contract_of: dict[int, int] = {}
    for part in parts:
        for row in session.execute(part):
            about = (
                (Entity.CONTRACT, row.contract_id)
                if row.requirement_id is None
                else (Entity.REQUIREMENT, row.requirement_id)
            )
            one = deadline(DeadlineKind(row.kind), row.due_on, calendar, *about, code=row.code)
            found.append(one)
            contract_of[id(one)] = row.contract_id
    return [ContractDue(contract_of[id(one)], one) for one in in_order(found)]


def by_contract(found: Sequence[ContractDue]) -> dict[int, tuple[Deadline, ...]]:
    """The same by contract, each in order of time."""
    grouped: dict[int, list[Deadline]] = defaultdict(list)
    for due in found:
        grouped[due.contract_id].append(due.deadline)
    return {number: tuple(listed) for number, listed in grouped.items()}
