"""Courses, their sessions and days, sign-ups and attendance."""

import datetime as dt

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped

from socialupph.domain.changes import Entity
from socialupph.domain.kinds import SessionStatus, SignUpChannel
from socialupph.domain.sign_ups import SignUpStatus
from socialupph.persistence.records.base import Record, Tracked, Voidable, opened, personal, sensitive, shielded
from socialupph.persistence.types import Moment, Word


class CourseRecord(Tracked, Voidable, Record):
    """A course: what it is for. It is given as sessions."""

    __tablename__ = "course"
    entity = Entity.COURSE
    sort_keys = {"title_key": "title"}

    title: Mapped[str] = opened()
    title_key: Mapped[str] = opened(index=True)
    aims: Mapped[str | None] = opened()
    subjects: Mapped[str | None] = opened()
    length: Mapped[str | None] = opened()
    material: Mapped[str | None] = opened()
    gives_supervisor_training: Mapped[bool] = opened(default=True)

    def searched(self) -> tuple[str, str] | None:
        return self.title, self.subjects or ""


class SessionRecord(Tracked, Voidable, Record):
    """One time a course is given. ``goes_first_until``: winning suppliers before own staff through that day; None for no order."""

    __tablename__ = "session"
    entity = Entity.SESSION

    code: Mapped[str] = opened(unique=True)
    course_id: Mapped[int] = opened(ForeignKey("course.id", ondelete="RESTRICT"), index=True)
    title: Mapped[str | None] = opened()
    venue: Mapped[str | None] = opened()
    link: Mapped[str | None] = opened()
    capacity: Mapped[int] = opened()
    least_number: Mapped[int | None] = opened()
    last_sign_up_on: Mapped[dt.date] = opened(index=True)
    goes_first_until: Mapped[dt.date | None] = opened()
    contact_officers: Mapped[str | None] = personal()
    trainers: Mapped[str | None] = personal()
    information_version: Mapped[str | None] = opened()
    status: Mapped[SessionStatus] = opened(Word(SessionStatus), default=SessionStatus.OPEN)

    def searched(self) -> tuple[str, str] | None:
        return self.title or "", self.venue or ""


class SessionDayRecord(Tracked, Record):
    """A day of a session, with start and end as Swedish local time."""

    __tablename__ = "session_day"
    entity = Entity.SESSION
    part_of = "session_id"
    __table_args__ = (UniqueConstraint("session_id", "held_on"), {"sqlite_autoincrement": True})

    session_id: Mapped[int] = opened(ForeignKey("session.id", ondelete="RESTRICT"), index=True)
    held_on: Mapped[dt.date] = opened(index=True)
    starts_at: Mapped[dt.time] = opened()
    ends_at: Mapped[dt.time] = opened()


class SignUpRecord(Tracked, Record):
    """A person signed up for a session. ``received_at`` decides the order; needs for the day are erased afterwards.

    ``contract_id`` is the contract that gives the right to go first. ``passed_on`` says that an offer of a seat got no answer.
    """

    __tablename__ = "sign_up"
    entity = Entity.SIGN_UP
    sort_keys = {"name_key": "name", "alias_key": "alias"}

    session_id: Mapped[int] = opened(ForeignKey("session.id", ondelete="RESTRICT"), index=True)
    name: Mapped[str] = personal()
    name_key: Mapped[str] = personal(index=True)
    alias: Mapped[str | None] = opened()
    alias_key: Mapped[str] = opened(default="")
    organisation: Mapped[str | None] = personal()
    email: Mapped[str | None] = personal()
    phone: Mapped[str | None] = personal()
    supplier_id: Mapped[int | None] = personal(ForeignKey("supplier.id", ondelete="RESTRICT"), index=True)
    contract_id: Mapped[int | None] = personal(ForeignKey("contract.id", ondelete="RESTRICT"), index=True)
    contact_id: Mapped[int | None] = personal(ForeignKey("contact.id", ondelete="RESTRICT"), index=True)
    own_staff: Mapped[bool] = opened(default=False)
    received_at: Mapped[dt.datetime] = opened(Moment)
    channel: Mapped[SignUpChannel] = opened(Word(SignUpChannel))
    status: Mapped[SignUpStatus] = opened(Word(SignUpStatus), default=SignUpStatus.SIGNED_UP, index=True)
    offered_until: Mapped[dt.date | None] = opened()
    withdrawn_on: Mapped[dt.date | None] = opened()
    passed_on: Mapped[bool] = opened(default=False)
    needs: Mapped[str | None] = sensitive()
    protected: Mapped[bool] = shielded(default=False)
    information_version: Mapped[str | None] = opened()
    certificate_number: Mapped[str | None] = personal()
    certificate_on: Mapped[dt.date | None] = opened()

    def searched(self) -> tuple[str, str] | None:
        return None if self.protected else (self.name, f"{self.organisation or ''} {self.email or ''}")


class AttendanceRecord(Tracked, Record):
    """Whether a person who signed up was there on a day."""

    __tablename__ = "attendance"
    entity = Entity.SIGN_UP
    part_of = "sign_up_id"
    __table_args__ = (UniqueConstraint("sign_up_id", "session_day_id"), {"sqlite_autoincrement": True})

    sign_up_id: Mapped[int] = personal(ForeignKey("sign_up.id", ondelete="RESTRICT"), index=True)
    session_day_id: Mapped[int] = opened(ForeignKey("session_day.id", ondelete="RESTRICT"), index=True)
    present: Mapped[bool] = personal()
