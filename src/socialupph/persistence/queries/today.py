"""What is due from contracts, placements, follow-ups, matches, deviations and tasks: one select for each kind."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from socialupph.domain.changes import Entity, RecordRef
from socialupph.domain.clock import WorkCalendar
from socialupph.domain.deadlines import DeadlineKind, bucket, days_late, deadline
from socialupph.domain.matching import MatchStep
from socialupph.domain.views.today import ACTIONS, DeadlineView, UnfinishedContract
from socialupph.persistence.queries import people
from socialupph.persistence.queries.contract_deadlines import open_matters
from socialupph.persistence.queries.contract_facts import has_supplier, is_complete, main_supplier_id
from socialupph.persistence.queries.placing import OPEN_STATUSES
from socialupph.persistence.queries.tasks import about_code, about_protected
from socialupph.persistence.queries.today_people import shown, with_people
from socialupph.persistence.records import (
    AgreedStepRecord,
    CandidateRecord,
    ContractRecord,
    DeviationRecord,
    DeviationStepRecord,
    FollowUpRecord,
    MatchRecord,
    OpeningRecord,
    PlacementRecord,
    SupplierRecord,
    TaskRecord,
)

Contract, Placement, FollowUp, Supplier = ContractRecord, PlacementRecord, FollowUpRecord, SupplierRecord


@dataclass(frozen=True, slots=True)
class Until:
    """Which deadlines are wanted: as seen on ``today``, with a due day no later than ``last``."""

    today: dt.date
    last: dt.date
    calendar: WorkCalendar

    def view(self, kind: DeadlineKind, row: Mapping[Any, Any], target: RecordRef, **shown: Any) -> DeadlineView:
        """The row as *Idag* shows it, late or not as the rule says."""
        one = deadline(kind, row["due"], self.calendar, target.entity, target.id, code=row["code"] or "")
        late, group = days_late(one, self.today), bucket(one, self.today)
        return DeadlineView(kind, one.due, one.remind_on, group, late, one.code, ACTIONS[kind], target, **shown)


def of_contracts(session: Session, until: Until) -> Iterator[DeadlineView]:
    """First meeting, first start or offer, report, option notice and end of the contracts that run."""
    matters = open_matters(until.today)
    found = session.execute(
        select(matters, matters.c.due_on.label("due"), Contract.title, Supplier.name.label("organisation"))
        .join(Contract, Contract.id == matters.c.contract_id)
        .outerjoin(Supplier, Supplier.id == main_supplier_id())
        .where(matters.c.due_on <= until.last)
    ).mappings()
    for row in found:
        about = (Entity.CONTRACT, row["contract_id"])
        if row["requirement_id"] is not None:
            about = (Entity.REQUIREMENT, row["requirement_id"])
        yield until.view(
            DeadlineKind(row["kind"]),
            row,
            RecordRef(*about),
            title=row["title"],
            organisation=row["organisation"] or "",
            part_id=row["part_id"],
            version=row["version"],
        )


def unfinished(session: Session) -> tuple[UnfinishedContract, ...]:
    """Contracts that lack something and so count nowhere, in the order they came."""
    lacks = {
        "number": func.trim(func.coalesce(Contract.number, "")) == "",
        "suppliers": ~has_supplier(),
        "starts_on": Contract.starts_on.is_(None),
        "ends_on": Contract.ends_on.is_(None),
    }
    found = session.execute(
        select(Contract.id, Contract.code, Contract.title, *(test.label(name) for name, test in lacks.items()))
        .where(Contract.voided_on.is_(None), ~is_complete())
        .order_by(Contract.id)
    ).mappings()
    return tuple(
        UnfinishedContract(row["id"], row["code"], row["title"], tuple(name for name in lacks if row[name]))
        for row in found
    )


def of_placements(session: Session, until: Until) -> Iterator[DeadlineView]:
    """Placements that reach their planned end."""
    query = with_people(select(Placement.id, Placement.code, Placement.planned_end_on.label("due")), contract=False)
    query = query.where(
        Placement.voided_on.is_(None),
        Placement.ended_on.is_(None),
        Placement.planned_end_on.between(until.today, until.last),
    )
    for row in session.execute(query).mappings():
        yield until.view(DeadlineKind.PLACEMENT_END, row, RecordRef(Entity.PLACEMENT, row["id"]), **shown(row))


def of_follow_ups(session: Session, until: Until) -> Iterator[DeadlineView]:
    """Follow-ups that are planned and not held. The code is that of the placement or contract it is of."""
    query = with_people(
        select(
            FollowUp.id,
            FollowUp.kind,
            FollowUp.due_on.label("due"),
            func.coalesce(Placement.code, Contract.code).label("code"),
            Contract.title,
        )
        .select_from(FollowUp)
        .outerjoin(Placement, Placement.id == FollowUp.placement_id)
        .outerjoin(Contract, Contract.id == FollowUp.contract_id),
        contract=True,
    ).where(
        FollowUp.status.in_(OPEN_STATUSES),
        FollowUp.voided_on.is_(None),
        FollowUp.due_on <= until.last,
        or_(Placement.id.is_(None), Placement.voided_on.is_(None)),
        or_(Contract.id.is_(None), Contract.voided_on.is_(None)),
    )
    for row in session.execute(query).mappings():
        target = RecordRef(Entity.FOLLOW_UP, row["id"])
        yield until.view(
            DeadlineKind.FOLLOW_UP, row, target, **shown(row), title=row["title"] or "", follow_up=row["kind"]
        )


def of_steps(session: Session, until: Until) -> Iterator[DeadlineView]:
    """Steps agreed in follow-ups and not done. What they say is not told of a protected person."""
    step = AgreedStepRecord
    query = with_people(
        select(
            step.id,
            step.version,
            step.follow_up_id,
            step.what,
            step.due_on.label("due"),
            func.coalesce(Placement.code, Contract.code).label("code"),
        )
        .select_from(step)
        .join(FollowUp, FollowUp.id == step.follow_up_id)
        .outerjoin(Placement, Placement.id == FollowUp.placement_id)
        .outerjoin(Contract, Contract.id == FollowUp.contract_id),
        contract=True,
    ).where(step.done_on.is_(None), step.due_on <= until.last, FollowUp.voided_on.is_(None))
    for row in session.execute(query).mappings():
        yield until.view(
            DeadlineKind.AGREED_STEP,
            row,
            RecordRef(Entity.FOLLOW_UP, row["follow_up_id"]),
            **shown(row),
            title="" if row["_protected"] else row["what"],
            part_id=row["id"],
            version=row["version"],
        )


def of_deviations(session: Session, until: Until) -> Iterator[DeadlineView]:
    """Steps of deviations that are not closed. What they say is not told of a protected person."""
    step = DeviationStepRecord
    query = with_people(
        select(step.id, step.version, step.deviation_id, step.what, step.due_on.label("due"), DeviationRecord.code)
        .select_from(step)
        .join(DeviationRecord, DeviationRecord.id == step.deviation_id)
        .outerjoin(Placement, Placement.id == DeviationRecord.placement_id)
        .outerjoin(Contract, Contract.id == DeviationRecord.contract_id),
        contract=True,
    ).where(
        step.done_on.is_(None),
        step.due_on <= until.last,
        DeviationRecord.closed_on.is_(None),
        DeviationRecord.voided_on.is_(None),
    )
    for row in session.execute(query).mappings():
        yield until.view(
            DeadlineKind.CORRECTION_DUE,
            row,
            RecordRef(Entity.DEVIATION, row["deviation_id"]),
            **shown(row),
            title="" if row["_protected"] else row["what"],
            part_id=row["id"],
            version=row["version"],
        )


def of_matches(session: Session, until: Until) -> Iterator[DeadlineView]:
    """Offers of a place that wait for an answer. The code is that of the opening."""
    query = (
        select(
            MatchRecord.id,
            MatchRecord.version,
            MatchRecord.offer_until.label("due"),
            OpeningRecord.code,
            OpeningRecord.title,
            Supplier.name.label("_host"),
            *(column.label(name) for name, column in people.CANDIDATE.items()),
        )
        .join(OpeningRecord, OpeningRecord.id == MatchRecord.opening_id)
        .join(Supplier, Supplier.id == OpeningRecord.supplier_id)
        .join(CandidateRecord, CandidateRecord.id == MatchRecord.candidate_id)
        .where(MatchRecord.step == MatchStep.OFFERED, MatchRecord.offer_until <= until.last)
    )
    for row in session.execute(query).mappings():
        person = people.shown(row, show_names=False)
        linked = person.may_link_workplace
        yield until.view(
            DeadlineKind.MATCH_OFFER,
            {"due": row["due"], "code": row["code"] if linked else ""},
            RecordRef(Entity.MATCH, row["id"]),
            person=person.label,
            title=row["title"] if linked else "",
            organisation=row["_host"] if linked else "",
            part_id=row["id"],
            version=row["version"],
        )


def of_tasks(session: Session, until: Until) -> Iterator[DeadlineView]:
    """Tasks that are not done. What a task about a protected person says is not told."""
    found = session.execute(
        select(
            TaskRecord.id,
            TaskRecord.version,
            TaskRecord.due_on.label("due"),
            about_code().label("code"),
            TaskRecord.title,
            about_protected().label("_protected"),
        ).where(TaskRecord.done_on.is_(None), TaskRecord.voided_on.is_(None), TaskRecord.due_on <= until.last)
    ).mappings()
    for row in found:
        yield until.view(
            DeadlineKind.TASK,
            row,
            RecordRef(Entity.TASK, row["id"]),
            title="" if row["_protected"] else row["title"],
            part_id=row["id"],
            version=row["version"],
        )
