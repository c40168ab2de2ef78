"""What is due from training: sign-up closes, winners' day, seat offers, too few, and needs to erase."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from socialupph.domain.changes import Entity, RecordRef
from socialupph.domain.deadlines import DeadlineKind, needs_erasure_due
from socialupph.domain.kinds import SessionStatus
from socialupph.domain.privacy import PersonFacts, PersonKind, Place, shown_person
from socialupph.domain.sign_ups import SignUpStatus
from socialupph.domain.views.today import DeadlineView, NextClosing
from socialupph.persistence.queries.today import Until
from socialupph.persistence.queries.today_people import Columns
from socialupph.persistence.queries.training import first_day, last_day, taken, waiting
from socialupph.persistence.records import CourseRecord, SessionRecord, SignUpRecord, SupplierRecord

Held, SignUp = SessionRecord, SignUpRecord

_title = func.coalesce(Held.title, CourseRecord.title).label("title")


def _sessions(due: Any) -> Columns:
    """Sessions that are on, with the day ``due``."""
    return (
        select(
            Held.id,
            Held.version,
            Held.code,
            _title,
            due.label("due"),
            Held.capacity,
            Held.least_number,
            taken.label("taken"),
            waiting.label("waiting"),
        )
        .join(CourseRecord, CourseRecord.id == Held.course_id)
        .where(Held.voided_on.is_(None), Held.status != SessionStatus.CANCELLED)
    )


def of_sessions(session: Session, until: Until) -> Iterator[DeadlineView]:
    """Last sign-up days ahead; too few when that day is here; and the day on which winning suppliers no longer go first."""
    closes = _sessions(Held.last_sign_up_on).where(
        Held.last_sign_up_on.between(until.today, until.last), Held.status != SessionStatus.PLANNED
    )
    too_few = _sessions(Held.last_sign_up_on).where(
        Held.last_sign_up_on <= until.today, first_day >= until.today, taken < Held.least_number
    )
    priority = _sessions(Held.goes_first_until).where(
        Held.goes_first_until <= until.last, first_day >= until.today, waiting > 0, taken < Held.capacity
    )
    for kind, query in (
        (DeadlineKind.SIGN_UP_CLOSES, closes),
        (DeadlineKind.LEAST_NUMBER, too_few),
        (DeadlineKind.PRIORITY_ENDS, priority),
    ):
        of = "least_number" if kind is DeadlineKind.LEAST_NUMBER else "capacity"
        number = "waiting" if kind is DeadlineKind.PRIORITY_ENDS else "taken"
        for row in session.execute(query).mappings():
            yield until.view(
                kind,
                row,
                RecordRef(Entity.SESSION, row["id"]),
                title=row["title"],
                number=row[number],
                of=row[of],
                version=row["version"],
                part_id=row["id"],
            )


def of_seat_offers(session: Session, until: Until) -> Iterator[DeadlineView]:
    """Offers of a seat that wait for an answer."""
    query = (
        select(
            SignUp.id,
            SignUp.version,
            SignUp.name,
            SignUp.alias,
            SignUp.protected,
            func.coalesce(SignUp.organisation, SupplierRecord.name, "").label("organisation"),
            SignUp.offered_until.label("due"),
            SignUp.session_id,
            Held.code,
            _title,
        )
        .join(Held, Held.id == SignUp.session_id)
        .join(CourseRecord, CourseRecord.id == Held.course_id)
        .outerjoin(SupplierRecord, SupplierRecord.id == SignUp.supplier_id)
        .where(
            SignUp.status == SignUpStatus.OFFERED,
            SignUp.offered_until <= until.last,
            Held.voided_on.is_(None),
            Held.status != SessionStatus.CANCELLED,
            last_day >= until.today,
        )
    )
    for row in session.execute(query).mappings():
        person = shown_person(
            PersonFacts(
                alias=row["alias"] or "",
                name=row["name"],
                protected=bool(row["protected"]),
                organisation=row["organisation"],
                kind=PersonKind.SIGN_UP,
            ),
            place=Place.LIST,
            show_names=True,
        )
        yield until.view(
            DeadlineKind.SEAT_OFFER,
            row,
            RecordRef(Entity.SESSION, row["session_id"]),
            person=person.label,
            organisation=person.organisation,
            title=row["title"],
            part_id=row["id"],
            version=row["version"],
        )


def of_needs(session: Session, until: Until, days: int) -> Iterator[DeadlineView]:
    """Sessions that were held and still have needs for the day noted, to be erased ``days`` after their last day."""
    noted = exists().where(SignUp.session_id == Held.id, SignUp.needs.is_not(None))
    query = _sessions(last_day).where(noted, last_day <= until.last - dt.timedelta(days=days))
    for row in session.execute(query).mappings():
        due = needs_erasure_due(row["due"], days)
        yield until.view(
            DeadlineKind.NEEDS_ERASURE,
            {**row, "due": due},
            RecordRef(Entity.SESSION, row["id"]),
            title=row["title"],
            part_id=row["id"],
            version=row["version"],
        )


def next_closing(session: Session, today: dt.date) -> NextClosing | None:
    """The session whose sign-up closes next, with how many have signed up, on the reserve list too."""
    row = (
        session.execute(
            _sessions(Held.last_sign_up_on)
            .where(Held.last_sign_up_on >= today, Held.status != SessionStatus.PLANNED)
            .order_by(Held.last_sign_up_on, Held.id)
            .limit(1)
        )
        .mappings()
        .one_or_none()
    )
    if row is None:
        return None
    return NextClosing(row["id"], row["code"], row["title"], row["taken"] + row["waiting"], row["capacity"], row["due"])
