"""What the coordinator can say about courses, their sessions and those who sign up."""

import datetime as dt
from dataclasses import dataclass

from socialupph.domain.kinds import SignUpChannel


@dataclass(frozen=True, slots=True)
class CourseFields:
    """A course: what it is for. ``gives_supervisor_training`` says that a supervisor who attended has the course."""

    title: str
    aims: str | None = None
    subjects: str | None = None
    length: str | None = None
    material: str | None = None
    gives_supervisor_training: bool = True


@dataclass(frozen=True, slots=True)
class SessionDayFields:
    """A day of a session, in Swedish local time."""

    held_on: dt.date
    starts_at: dt.time
    ends_at: dt.time


@dataclass(frozen=True, slots=True)
class SessionFields:
    """One time a course is given.

    With ``winners_first`` suppliers with a contract go before others through ``goes_first_until``, which left out is the last
    sign-up day; without it seats go in the order in which sign-ups come. ``title`` left out is the course's.
    """

    course_id: int
    days: tuple[SessionDayFields, ...]
    capacity: int
    last_sign_up_on: dt.date | None
    title: str | None = None
    venue: str | None = None
    link: str | None = None
    least_number: int | None = None
    winners_first: bool = True
    goes_first_until: dt.date | None = None
    contact_officers: str | None = None
    trainers: str | None = None
    information_version: str | None = None


@dataclass(frozen=True, slots=True)
class SignUpFields:
    """Someone who signs up. ``received_at`` decides the order; left out it is now. ``contract_id`` is what gives the right.

    A supplier's contact needs no more than ``contact_id`` beside the name: its supplier, and a contract of it that runs, are found.

    ``needs`` (food and accessibility) is sensitive and shown only in the opened record. A protected person needs ``alias``.
    """

    session_id: int
    name: str
    organisation: str | None = None
    email: str | None = None
    phone: str | None = None
    supplier_id: int | None = None
    contract_id: int | None = None
    contact_id: int | None = None
    own_staff: bool = False
    received_at: dt.datetime | None = None
    channel: SignUpChannel = SignUpChannel.EMAIL
    needs: str | None = None
    protected: bool = False
    alias: str | None = None
    information_version: str | None = None


@dataclass(frozen=True, slots=True)
class AttendanceTick:
    """Whether someone who signed up was there on a day of the session; None takes the tick away."""

    sign_up_id: int
    day_id: int
    present: bool | None
