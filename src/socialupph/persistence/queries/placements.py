"""Placements as a list. The derived status is worked out in SQL too, so that one can filter and sort by it."""

import datetime as dt
from typing import Any

from sqlalchemy import ColumnElement, FromClause, RowMapping, Select, case, exists, func, select, type_coerce
from sqlalchemy.orm import aliased

from socialupph.domain import deadlines
from socialupph.domain.changes import Entity
from socialupph.domain.kinds import SessionStatus
from socialupph.domain.periods import ONE_DAY
from socialupph.domain.placements import PlacementStatus
from socialupph.domain.sign_ups import SignUpStatus
from socialupph.domain.views.placements import PlacementRow, SupervisorTraining
from socialupph.persistence.queries import people
from socialupph.persistence.queries.lists import Condition, Expression, ListSource, by_id, not_indexed, one_of
from socialupph.persistence.queries.placing import OPEN_STATUSES
from socialupph.persistence.queries.suppliers import trained_contact_ids
from socialupph.persistence.records import (
    CandidateRecord,
    ContractRecord,
    CourseRecord,
    FollowUpRecord,
    PauseRecord,
    PlacementRecord,
    ReferenceItemRecord,
    RequirementRecord,
    SessionDayRecord,
    SessionRecord,
    SignUpRecord,
    SupplierRecord,
    WorkingTimeRecord,
    WorkplaceRecord,
)
from socialupph.persistence.types import Word

Placement = PlacementRecord
Next = aliased(FollowUpRecord, name="next_follow_up")

CURRENT = "current"
_CURRENT = (PlacementStatus.PLANNED.value, PlacementStatus.RUNNING.value, PlacementStatus.PAUSED.value)
_STATUS_ORDER = {status: number for number, status in enumerate(PlacementStatus)}
_TRAINING_ORDER = {training: number for number, training in enumerate(SupervisorTraining)}


def last_day() -> ColumnElement[dt.date]:
    """The actual end, or the planned one while there is no other."""
    return func.coalesce(Placement.ended_on, Placement.planned_end_on)


def status_on(today: dt.date) -> ColumnElement[Any]:
    """What ``domain.placements.placement_status`` says, as SQL."""
    paused = exists().where(
        PauseRecord.placement_id == Placement.id, PauseRecord.starts_on <= today, PauseRecord.ends_on >= today
    )
    return type_coerce(
        case(
            (Placement.interrupted & (Placement.ended_on <= today), PlacementStatus.INTERRUPTED.value),
            (Placement.starts_on > today, PlacementStatus.PLANNED.value),
            (last_day() < today, PlacementStatus.ENDED.value),
            (paused, PlacementStatus.PAUSED.value),
            else_=PlacementStatus.RUNNING.value,
        ),
        Word(PlacementStatus),
    )


def signed_up_contact_ids(today: dt.date) -> Select[Any]:
    """Ids of contacts who are signed up for a coming session that trains supervisors."""
    waiting = (SignUpStatus.SIGNED_UP, SignUpStatus.CONFIRMED, SignUpStatus.WAITING, SignUpStatus.OFFERED)
    ahead = exists().where(SessionDayRecord.session_id == SessionRecord.id, SessionDayRecord.held_on >= today)
    return (
        select(SignUpRecord.contact_id)
        .join(SessionRecord, SessionRecord.id == SignUpRecord.session_id)
        .join(CourseRecord, CourseRecord.id == SessionRecord.course_id)
        .where(
            SignUpRecord.contact_id.is_not(None),
            SignUpRecord.status.in_(waiting),
            SessionRecord.status != SessionStatus.CANCELLED,
            SessionRecord.voided_on.is_(None),
            CourseRecord.gives_supervisor_training,
            ahead,
        )
    )


def training_of(today: dt.date) -> ColumnElement[Any]:
    """How the placement's supervisor stands with the course."""
    return type_coerce(
        case(
            (Placement.supervisor_id.is_(None), SupervisorTraining.NOBODY.value),
            (Placement.supervisor_id.in_(trained_contact_ids()), SupervisorTraining.CLEAR.value),
            (Placement.supervisor_id.in_(signed_up_contact_ids(today)), SupervisorTraining.SIGNED_UP.value),
            else_=SupervisorTraining.MISSING.value,
        ),
        Word(SupervisorTraining),
    )


def _working_time(today: dt.date) -> ColumnElement[Any]:
    """What holds today, or from the first day of a placement that has not begun."""
    return (
        select(WorkingTimeRecord.percent)
        .where(
            WorkingTimeRecord.placement_id == Placement.id,
            WorkingTimeRecord.from_on <= case((Placement.starts_on > today, Placement.starts_on), else_=today),
        )
        .order_by(WorkingTimeRecord.from_on.desc())
        .limit(1)
        .correlate(Placement)
        .scalar_subquery()
    )


def _paused_to(today: dt.date) -> ColumnElement[Any]:
    return (
        select(func.max(PauseRecord.ends_on))
        .where(PauseRecord.placement_id == Placement.id, PauseRecord.starts_on <= today, PauseRecord.ends_on >= today)
        .correlate(Placement)
        .scalar_subquery()
    )


def _tables() -> FromClause:
    inner = aliased(FollowUpRecord, name="open_follow_up")
    first_open = (
        select(inner.id)
        .where(
            inner.placement_id == Placement.id, inner.status.in_(OPEN_STATUSES), not_indexed(inner.voided_on).is_(None)
        )
        .order_by(inner.due_on, inner.id)
        .limit(1)
        .correlate(Placement)
        .scalar_subquery()
    )
    return (
        Placement.__table__.outerjoin(CandidateRecord, CandidateRecord.id == Placement.candidate_id)
        .outerjoin(ContractRecord, ContractRecord.id == Placement.contract_id)
        .outerjoin(RequirementRecord, RequirementRecord.id == Placement.requirement_id)
        .outerjoin(SupplierRecord, SupplierRecord.id == Placement.host_supplier_id)
        .outerjoin(WorkplaceRecord, WorkplaceRecord.id == Placement.workplace_id)
        .outerjoin(ReferenceItemRecord, ReferenceItemRecord.id == Placement.form_id)
        .outerjoin(Next, Next.id == first_open)
    )


def source(today: dt.date) -> ListSource[PlacementRow]:
    """All placements that are not void. Nobody is found, sorted or filtered by what is withheld of a protected person."""
    status, training = status_on(today), training_of(today)
    host_id = people.unless_protected(Placement.host_supplier_id)

    def build(row: RowMapping, show_names: bool) -> PlacementRow:
        return _row(row, show_names, today)

    return ListSource(
        id=Placement.id,
        tables=_tables(),
        columns=_columns(today, status, training),
        build=build,
        sorts={
            "status": (case(_STATUS_ORDER, value=status),),
            "person": (people.label_key(),),
            "host": (people.unless_protected(SupplierRecord.name_key),),
            "workplace": (people.unless_protected(WorkplaceRecord.name_key),),
            "form": (ReferenceItemRecord.position,),
            "period": (Placement.starts_on, last_day()),
            "ends_on": (last_day(),),
            "supervisor_training": (case(_TRAINING_ORDER, value=training),),
            "next": (Next.due_on,),
            "next_due_on": (Next.due_on,),
        },
        filters=_filters(status, training, host_id),
        base=(Placement.voided_on.is_(None),),
        search=(
            (Entity.PLACEMENT, Placement.id),
            (Entity.CANDIDATE, Placement.candidate_id),
            (Entity.SUPPLIER, host_id),
            (Entity.CONTRACT, Placement.contract_id),
        ),
    )


def _status_filter(status: ColumnElement[PlacementStatus]) -> Condition:
    def condition(chosen: tuple[str, ...]) -> ColumnElement[bool]:
        return status.in_([one for word in chosen for one in (_CURRENT if word == CURRENT else (word,))])

    return condition


def _counts(chosen: tuple[str, ...]) -> ColumnElement[bool]:
    """``yes`` for placements that count towards a requirement, ``no`` for the others."""
    return case((Placement.requirement_id.is_(None), "no"), else_="yes").in_(chosen)


def _columns(today: dt.date, status: ColumnElement[Any], training: ColumnElement[Any]) -> dict[str, Expression]:
    """What is read of every placement in the list."""
    return {
        **people.CANDIDATE,
        "code": Placement.code,
        "status": status,
        "contract_code": ContractRecord.code,
        "requirement_code": RequirementRecord.code,
        "form": ReferenceItemRecord.label,
        "starts_on": Placement.starts_on,
        "planned_end_on": Placement.planned_end_on,
        "ended_on": Placement.ended_on,
        "working_time_percent": _working_time(today),
        "supervisor_training": training,
        "heads": Placement.heads,
        "_candidate_id": Placement.candidate_id,
        "_host": SupplierRecord.name,
        "_workplace": WorkplaceRecord.name,
        "_next_id": Next.id,
        "_next_kind": Next.kind,
        "_next_due_on": Next.due_on,
        "_paused_to": _paused_to(today),
    }


def _filters(
    status: ColumnElement[Any], training: ColumnElement[Any], host_id: ColumnElement[Any]
) -> dict[str, Condition]:
    """What the list can be narrowed by; ``from`` and ``to`` by any day of the placement."""
    return {
        "status": _status_filter(status),
        "supervisor_training": one_of(training),
        "counts": _counts,
        "form": by_id(Placement.form_id),
        "contract": by_id(Placement.contract_id),
        "requirement": by_id(Placement.requirement_id),
        "opening": by_id(Placement.opening_id),
        "candidate": by_id(Placement.candidate_id),
        "supplier": by_id(host_id),
        "from": lambda chosen: last_day() >= dt.date.fromisoformat(chosen[0]),
        "to": lambda chosen: Placement.starts_on <= dt.date.fromisoformat(chosen[0]),
    }


def _row(row: RowMapping, show_names: bool, today: dt.date) -> PlacementRow:
    person = people.shown(row, show_names)
    ends_on = row["ended_on"] or row["planned_end_on"]
    next_due: dt.date | None = row["_next_due_on"]
    return PlacementRow(
        id=row["_id"],
        code=row["code"],
        status=row["status"],
        candidate_id=row["_candidate_id"],
        person=person.label,
        heads=row["heads"],
        host=row["_host"] if person.may_link_workplace else "",
        workplace=(row["_workplace"] or "") if person.may_link_workplace else "",
        contract_code=row["contract_code"],
        requirement_code=row["requirement_code"] or "",
        form=row["form"],
        starts_on=row["starts_on"],
        planned_end_on=row["planned_end_on"],
        ended_on=row["ended_on"],
        ends_on=ends_on,
        share_done=share_done(row["starts_on"], ends_on, today),
        working_time_percent=row["working_time_percent"],
        supervisor_training=row["supervisor_training"],
        next_follow_up_id=row["_next_id"],
        next_kind=row["_next_kind"],
        next_due_on=next_due,
        next_in_days=0 if next_due is None else (next_due - today).days,
        next_days_late=0 if next_due is None else follow_up_days_late(next_due, today),
        returns_on=None if row["_paused_to"] is None else row["_paused_to"] + ONE_DAY,
    )


def share_done(start: dt.date, end: dt.date, today: dt.date) -> float:
    """How much of the time has passed, 0–1, today included."""
    days = (end - start).days + 1
    return min(max(((today - start).days + 1) / days, 0.0), 1.0) if days > 0 else 1.0


def follow_up_days_late(due: dt.date, on: dt.date) -> int:
    """How late a follow-up due on a day is on another, by the one rule of what is overdue."""
    return (on - due).days if deadlines.is_late(due, on) else 0
