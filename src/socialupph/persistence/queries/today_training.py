"""What is due from training: sign-up closes, winners' day, seat offers, too few, and needs to erase."""

import datetime as dt
from typing import Any

from sqlalchemy import Date, bindparam, exists, func, select
from sqlalchemy.orm import Session

from socialupph.domain.kinds import SessionStatus
from socialupph.domain.sign_ups import SignUpStatus
from socialupph.domain.views.today import NextClosing
from socialupph.persistence.queries.today import LAST, TODAY
from socialupph.persistence.queries.today_people import Columns
from socialupph.persistence.queries.training import first_day, held, last_day, taken, waiting
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


def closes() -> Columns:
    """Last sign-up days ahead."""
    return _sessions(Held.last_sign_up_on).where(
        Held.last_sign_up_on.between(TODAY, LAST), Held.status != SessionStatus.PLANNED
    )


def too_few() -> Columns:
    """Sessions whose last sign-up day is here with too few signed up."""
    return _sessions(Held.last_sign_up_on).where(
        Held.last_sign_up_on <= TODAY, first_day >= TODAY, taken < Held.least_number
    )


def priority() -> Columns:
    """The day on which winning suppliers no longer go first, while others wait for free seats."""
    return _sessions(Held.goes_first_until).where(
        Held.goes_first_until <= LAST, first_day >= TODAY, waiting > 0, held < Held.capacity
    )


def seat_offers() -> Columns:
    """Offers of a seat that wait for an answer."""
    return (
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
            SignUp.offered_until <= LAST,
            Held.voided_on.is_(None),
            Held.status != SessionStatus.CANCELLED,
            last_day >= TODAY,
        )
    )


def needs() -> Columns:
    """Sessions held by ``held_by`` that still have needs for the day noted; what is due is counted from their last day."""
    noted = exists().where(SignUp.session_id == Held.id, SignUp.needs.is_not(None))
    return _sessions(last_day).where(noted, last_day <= bindparam("held_by", type_=Date, required=False))


def next_closing(session: Session, today: dt.date) -> NextClosing | None:
    """The session whose sign-up closes next, with how many of its seats are taken."""
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
    return NextClosing(row["id"], row["code"], row["title"], row["taken"], row["capacity"], row["due"])
