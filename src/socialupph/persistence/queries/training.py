"""Courses and sessions: the lists, and a session opened with its seats and reserve list."""

import datetime as dt

from sqlalchemy import ColumnElement, RowMapping, case, func, select
from sqlalchemy.orm import Session

from socialupph.domain import sign_ups as rules
from socialupph.domain.changes import Entity
from socialupph.domain.errors import RuleViolation
from socialupph.domain.kinds import ContactRole, SessionStatus
from socialupph.domain.privacy import Place, shown_person
from socialupph.domain.sign_ups import SessionFacts, SignUpStatus
from socialupph.domain.views.training import CourseView, SessionDayView, SessionRow, SessionView, UntrainedSupervisor
from socialupph.persistence.queries import people
from socialupph.persistence.queries import sign_ups as sign_up_queries
from socialupph.persistence.queries.lists import ListSource
from socialupph.persistence.queries.suppliers import trained_contact_ids
from socialupph.persistence.records import (
    AttendanceRecord,
    CandidateRecord,
    ContactRecord,
    ContractRecord,
    ContractSupplierRecord,
    CourseRecord,
    PlacementRecord,
    SessionDayRecord,
    SessionRecord,
    SignUpRecord,
    SupplierRecord,
)

Course, Day = CourseRecord, SessionDayRecord
Held = SessionRecord

first_day = select(func.min(Day.held_on)).where(Day.session_id == Held.id).correlate(Held).scalar_subquery()
last_day = select(func.max(Day.held_on)).where(Day.session_id == Held.id).correlate(Held).scalar_subquery()


def _count(*statuses: SignUpStatus) -> ColumnElement[int]:
    return (
        select(func.count())
        .where(SignUpRecord.session_id == Held.id, SignUpRecord.status.in_(statuses))
        .correlate(Held)
        .scalar_subquery()
    )


taken = _count(*sorted(rules.TAKES_SEAT))
held = _count(*sorted(rules.HOLDS_SEAT))
waiting = _count(SignUpStatus.WAITING)


def status_on(today: dt.date) -> ColumnElement[str]:
    """What somebody set, else what its days say."""
    return case(
        (Held.status.in_((SessionStatus.CANCELLED, SessionStatus.PLANNED)), Held.status),
        (last_day < today, SessionStatus.HELD.value),
        (Held.last_sign_up_on < today, SessionStatus.CLOSED.value),
        else_=SessionStatus.OPEN.value,
    )


def source(today: dt.date) -> ListSource[SessionRow]:
    """All sessions that are not void."""
    status = status_on(today)

    def with_status(chosen: tuple[str, ...]) -> ColumnElement[bool]:
        return status.in_(chosen)

    return ListSource(
        id=Held.id,
        tables=Held.__table__.join(Course.__table__, Course.id == Held.course_id),
        columns={
            "code": Held.code,
            "title": func.coalesce(Held.title, Course.title),
            "first_day": first_day,
            "last_day": last_day,
            "venue": func.coalesce(Held.venue, Held.link, ""),
            "taken": taken,
            "capacity": Held.capacity,
            "waiting": waiting,
            "last_sign_up_on": Held.last_sign_up_on,
            "status": status,
        },
        build=_row,
        sorts={"title": (Course.title_key, first_day)},
        filters={"status": with_status},
        base=(Held.voided_on.is_(None),),
        search=((Entity.SESSION, Held.id), (Entity.COURSE, Held.course_id)),
    )


def _row(row: RowMapping, show_names: bool) -> SessionRow:
    del show_names
    return SessionRow(
        id=row["_id"],
        code=row["code"],
        title=row["title"],
        first_day=row["first_day"],
        last_day=row["last_day"],
        venue=row["venue"],
        taken=row["taken"],
        capacity=row["capacity"],
        waiting=row["waiting"],
        last_sign_up_on=row["last_sign_up_on"],
        status=SessionStatus(row["status"]),
    )


def courses(session: Session) -> tuple[CourseView, ...]:
    """All courses in Swedish order, void ones last."""
    sessions = (
        select(func.count())
        .where(Held.course_id == Course.id, Held.voided_on.is_(None))
        .correlate(Course)
        .scalar_subquery()
    )
    found = session.execute(
        select(Course, sessions).order_by(Course.voided_on.is_not(None), Course.title_key, Course.id)
    )
    return tuple(
        CourseView(
            id=course.id,
            version=course.version,
            title=course.title,
            aims=course.aims,
            subjects=course.subjects,
            length=course.length,
            material=course.material,
            gives_supervisor_training=course.gives_supervisor_training,
            sessions=count,
            voided=course.voided_on is not None,
        )
        for course, count in found
    )


def days(session: Session, session_id: int) -> list[SessionDayRecord]:
    """The days of a session, in order."""
    return list(session.scalars(select(Day).where(Day.session_id == session_id).order_by(Day.held_on)))


def facts(session: Session, record: SessionRecord) -> SessionFacts:
    """A session as the rules of the queue need it."""
    first = session.execute(select(func.min(Day.held_on)).where(Day.session_id == record.id)).scalar_one_or_none()
    return SessionFacts(record.capacity, record.last_sign_up_on, record.goes_first_until, first)


def view(session: Session, session_id: int, today: dt.date) -> SessionView | None:
    """A session with its seats and reserve list as they stand on ``today``; None when there is none."""
    found = session.execute(
        select(Held, Course.title, status_on(today))
        .join(Course, Course.id == Held.course_id)
        .where(Held.id == session_id)
    ).one_or_none()
    if found is None:
        return None
    record, course, status = found
    people_signed_up = sign_up_queries.of_session(session, session_id)
    about = facts(session, record)
    plan = rules.seat_plan(about, [sign_up_queries.facts(one) for one in people_signed_up], today)
    entries = sign_up_queries.Entries(session, people_signed_up, record.last_sign_up_on)
    return SessionView(
        id=record.id,
        version=record.version,
        code=record.code,
        course_id=record.course_id,
        course=course,
        title=record.title,
        status=SessionStatus(status),
        days=tuple(
            SessionDayView(day.id, day.held_on, day.starts_at, day.ends_at) for day in days(session, session_id)
        ),
        venue=record.venue,
        link=record.link,
        capacity=record.capacity,
        least_number=record.least_number,
        last_sign_up_on=record.last_sign_up_on,
        goes_first_until=record.goes_first_until,
        winners_first_now=rules.priority_holds(about, today),
        contact_officers=record.contact_officers,
        trainers=record.trainers,
        information_version=record.information_version,
        voided=record.voided_on is not None,
        counts=plan.counts,
        seated=tuple(entries.entry(place) for place in plan.seated),
        waiting=tuple(entries.entry(place) for place in plan.waiting),
        withdrawn=tuple(entries.unplaced(one.id) for one in people_signed_up if one.status is SignUpStatus.WITHDRAWN),
        proposals=plan.proposals,
        untrained=tuple(untrained_with_someone(session, today)),
    )


def running(today: dt.date) -> ColumnElement[bool]:
    """A placement that is not void and runs on ``today``."""
    ends = func.coalesce(PlacementRecord.ended_on, PlacementRecord.planned_end_on)
    return (PlacementRecord.starts_on <= today) & (ends >= today) & PlacementRecord.voided_on.is_(None)


def untrained_with_someone(session: Session, today: dt.date) -> list[UntrainedSupervisor]:
    """Supervisors without the course who have someone there now, in Swedish order.

    A protected supervisor stands as its alias, without supplier and placements; a protected participant's placement is not
    named beside a supervisor.
    """
    found = session.execute(
        select(ContactRecord, SupplierRecord.name, PlacementRecord.code, CandidateRecord.protected)
        .join(PlacementRecord, PlacementRecord.supervisor_id == ContactRecord.id)
        .join(SupplierRecord, SupplierRecord.id == ContactRecord.supplier_id)
        .outerjoin(CandidateRecord, CandidateRecord.id == PlacementRecord.candidate_id)
        .where(running(today), ContactRecord.active, ContactRecord.id.not_in(trained_contact_ids()))
        .order_by(ContactRecord.name_key, ContactRecord.id, PlacementRecord.code)
    )
    codes: dict[int, list[str]] = {}
    contacts: dict[int, tuple[ContactRecord, str]] = {}
    for contact, supplier, code, protected in found:
        contacts[contact.id] = (contact, supplier)
        named = codes.setdefault(contact.id, [])
        if not protected:
            named.append(code)
    coming = _signed_up_to(session, today, set(contacts))
    supervisors: list[UntrainedSupervisor] = []
    for number, (contact, supplier) in contacts.items():
        person = shown_person(people.contact_facts(contact), place=Place.LIST, show_names=True)
        linked = person.may_link_workplace
        supervisors.append(
            UntrainedSupervisor(
                contact_id=number,
                label=person.label,
                supplier=supplier if linked else "",
                placements=tuple(codes[number]) if linked else (),
                signed_up_to=coming.get(number, ""),
            )
        )
    return supervisors


def _signed_up_to(session: Session, today: dt.date, contact_ids: set[int]) -> dict[int, str]:
    """For each contact the code of a coming session it has signed up for."""
    found = session.execute(
        select(SignUpRecord.contact_id, Held.code)
        .join(Held, Held.id == SignUpRecord.session_id)
        .where(
            SignUpRecord.contact_id.in_(contact_ids),
            SignUpRecord.status.not_in((SignUpStatus.WITHDRAWN, SignUpStatus.ABSENT, SignUpStatus.NO_RECORD)),
            Held.voided_on.is_(None),
            status_on(today).in_((SessionStatus.OPEN, SessionStatus.CLOSED, SessionStatus.PLANNED)),
        )
    )
    return {number: code for number, code in found if number is not None}


def untrained_count(session: Session, today: dt.date) -> tuple[int, int]:
    """How many active supervisors lack the course, and how many of them have someone there now."""
    lacking = (
        ContactRecord.active,
        ContactRecord.role == ContactRole.SUPERVISOR,
        ContactRecord.id.not_in(trained_contact_ids()),
    )
    busy = select(PlacementRecord.supervisor_id).where(running(today), PlacementRecord.supervisor_id.is_not(None))
    everyone = session.execute(select(func.count()).select_from(ContactRecord).where(*lacking)).scalar_one()
    with_someone = session.execute(
        select(func.count()).select_from(ContactRecord).where(*lacking, ContactRecord.id.in_(busy))
    ).scalar_one()
    return everyone, with_someone


def has_attendance(session: Session, day_id: int) -> bool:
    """Whether anybody's attendance is noted for a day."""
    return (
        session.scalar(select(AttendanceRecord.id).where(AttendanceRecord.session_day_id == day_id).limit(1))
        is not None
    )


def check_open(session: Session, record: SessionRecord, today: dt.date) -> None:
    """RuleViolation ``sign_up.session_cancelled``; after the last sign-up day it is only late."""
    status = session.scalar(select(status_on(today)).where(Held.id == record.id))
    if status == SessionStatus.CANCELLED or record.voided_on is not None:
        raise RuleViolation("sign_up.session_cancelled", "session_id", {"code": record.code})


def running_contract(session: Session, supplier_id: int, today: dt.date) -> int | None:
    """The contract a supplier is party to that runs on ``today``, the one that began last; None when there is none."""
    return session.scalar(
        select(ContractRecord.id)
        .join(ContractSupplierRecord, ContractSupplierRecord.contract_id == ContractRecord.id)
        .where(
            ContractSupplierRecord.supplier_id == supplier_id,
            ContractRecord.starts_on <= today,
            ContractRecord.ends_on >= today,
            ContractRecord.voided_on.is_(None),
        )
        .order_by(ContractRecord.starts_on.desc(), ContractRecord.id)
        .limit(1)
    )
