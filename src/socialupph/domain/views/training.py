"""What is read of courses, sessions and sign-ups. What may be shown of a person is already decided."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from socialupph.domain.kinds import SessionStatus, SignUpChannel
from socialupph.domain.sign_ups import Proposal, SeatCounts, SignUpStatus, WaitReason


@dataclass(frozen=True, slots=True)
class CourseView:
    """A course, and how many sessions of it there are."""

    id: int
    version: int
    title: str
    aims: str | None
    subjects: str | None
    length: str | None
    material: str | None
    gives_supervisor_training: bool
    sessions: int
    voided: bool


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session in a list. ``taken`` counts offered seats too; ``status`` is derived from its days where nobody set it."""

    id: int
    code: str
    title: str
    first_day: dt.date | None
    last_day: dt.date | None
    venue: str
    taken: int
    capacity: int
    waiting: int
    last_sign_up_on: dt.date
    status: SessionStatus


@dataclass(frozen=True, slots=True)
class SessionDayView:
    """A day of a session, in Swedish local time."""

    id: int
    held_on: dt.date
    starts_at: dt.time
    ends_at: dt.time


@dataclass(frozen=True, slots=True)
class SignUpEntry:
    """Someone on the page of a session, as lists may show them.

    ``number`` is the place among those with a seat, or on the reserve list, where ``reason`` with its ``facts`` says why; 0 for
    those who withdrew. ``right`` is the code of the contract that gives the right. ``attendance`` has one value a day. E-mail and
    phone are for print and mail, never columns; food and accessibility are only told to be noted.
    """

    id: int
    version: int
    number: int
    status: SignUpStatus
    label: str
    organisation: str
    email: str
    phone: str
    right: str
    contract_id: int | None
    received_at: dt.datetime
    late: bool
    has_needs: bool
    offered_until: dt.date | None
    attendance: tuple[bool | None, ...]
    certificate_number: str
    reason: WaitReason | None = None
    facts: Mapping[str, object] = field(default_factory=dict[str, object])


@dataclass(frozen=True, slots=True)
class UntrainedSupervisor:
    """A supervisor without the course who has someone there now. ``placements`` are the codes that may be shown beside it.

    ``signed_up_to`` is the code of a coming session it has signed up for, if any.
    """

    contact_id: int
    label: str
    supplier: str
    placements: tuple[str, ...]
    signed_up_to: str


@dataclass(frozen=True, slots=True)
class SessionView:
    """A session opened in full: facts, seats, those with a seat in order, the reserve list and what may be clicked."""

    id: int
    version: int
    code: str
    course_id: int
    course: str
    title: str | None
    status: SessionStatus
    days: tuple[SessionDayView, ...]
    venue: str | None
    link: str | None
    capacity: int
    least_number: int | None
    last_sign_up_on: dt.date
    goes_first_until: dt.date | None
    winners_first_now: bool
    contact_officers: str | None
    trainers: str | None
    information_version: str | None
    voided: bool
    counts: SeatCounts
    seated: tuple[SignUpEntry, ...]
    waiting: tuple[SignUpEntry, ...]
    withdrawn: tuple[SignUpEntry, ...]
    proposals: tuple[Proposal, ...]
    untrained: tuple[UntrainedSupervisor, ...]

    @property
    def heading(self) -> str:
        """Its own title, else the course's."""
        return self.title or self.course


@dataclass(frozen=True, slots=True)
class SignUpRow:
    """A sign-up in a list and a file. Food and accessibility are only told to be noted."""

    id: int
    session_id: int
    session: str
    name: str
    organisation: str
    right: str
    received_at: dt.datetime
    late: bool
    status: SignUpStatus
    offered_until: dt.date | None
    has_needs: bool


@dataclass(frozen=True, slots=True)
class SignUpView:
    """A sign-up opened in full: the only place where a protected person's name and anybody's needs are read."""

    id: int
    version: int
    session_id: int
    session: str
    name: str
    alias: str | None
    organisation: str | None
    email: str | None
    phone: str | None
    supplier_id: int | None
    contract_id: int | None
    contact_id: int | None
    own_staff: bool
    received_at: dt.datetime
    late: bool
    channel: SignUpChannel
    status: SignUpStatus
    offered_until: dt.date | None
    withdrawn_on: dt.date | None
    needs: str | None
    protected: bool
    information_version: str | None
    certificate_number: str | None
    certificate_on: dt.date | None
