"""Seats and reserve list of a training session.

Order: time received. Where a session says that winning suppliers go first until a day, others wait until then even
where seats are free, and on that day it is proposed to fill in order of time received. A freed seat is offered to the
first who waits until a day; yes confirms, silence passes it on. Everything here is a proposal: nothing happens without
the coordinator's click.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from socialupph.domain.errors import RuleViolation
from socialupph.domain.values import email_key, name_key


class SignUpStatus(StrEnum):
    """What is recorded of a sign-up. NO_RECORD is a held session whose attendance list never came back."""

    SIGNED_UP = "signed_up"
    CONFIRMED = "confirmed"
    WAITING = "waiting"
    OFFERED = "offered"
    WITHDRAWN = "withdrawn"
    ATTENDED = "attended"
    ABSENT = "absent"
    NO_RECORD = "no_record"


class SignUpGroup(StrEnum):
    """Where somebody comes from.

    SUPPLIER has a contract that gives the right, and goes first where the session says so.
    """

    SUPPLIER = "supplier"
    OWN_STAFF = "own_staff"
    OTHER = "other"


class WaitReason(StrEnum):
    """Why somebody stands where they stand on the reserve list."""

    FIRST_UNTIL = "first_until"
    FIRST_FULL = "first_full"
    FIRST_FREE = "first_free"
    AFTER_PRIORITY = "after_priority"
    AFTER_NUMBER = "after_number"
    PASSED_ON = "passed_on"


class ProposalKind(StrEnum):
    """What the coordinator may click: offer a seat that is free, or pass on one whose offer got no answer in time."""

    OFFER_SEAT = "offer_seat"
    MOVE_ON = "move_on"


_SURE = frozenset({SignUpStatus.CONFIRMED, SignUpStatus.ATTENDED, SignUpStatus.ABSENT, SignUpStatus.NO_RECORD})
TAKES_SEAT = _SURE | {SignUpStatus.SIGNED_UP}
"""Whose seat is taken. One that is offered is not taken until the answer is yes, …"""
HOLDS_SEAT = TAKES_SEAT | {SignUpStatus.OFFERED}
"""… but it is held: nobody else can have it while the offer stands."""


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """A session as the queue needs it.

    ``goes_first_until`` is the last day winning suppliers go first, None for no such order.
    """

    capacity: int
    last_sign_up_on: dt.date
    goes_first_until: dt.date | None = None
    first_day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class SignUpFacts:
    """A sign-up as the queue needs it.

    ``received_at`` is aware and decides the order, ``received_on`` is its day in Sweden. ``passed_on`` is true when an
    earlier offer got no answer, which puts the person last among those who wait.
    """

    id: int
    received_at: dt.datetime
    received_on: dt.date
    group: SignUpGroup = SignUpGroup.OTHER
    status: SignUpStatus = SignUpStatus.SIGNED_UP
    offered_until: dt.date | None = None
    name: str = ""
    email: str = ""
    passed_on: bool = False


@dataclass(frozen=True, slots=True)
class QueuePlace:
    """A place: ``number`` from 1 among those with a seat, or among those who wait, who also have a ``reason``."""

    id: int
    number: int
    late: bool
    reason: WaitReason | None = None
    facts: Mapping[str, object] = field(default_factory=dict[str, object])


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something to click."""

    kind: ProposalKind
    id: int


@dataclass(frozen=True, slots=True)
class SeatCounts:
    """How the seats stand: each is taken, offered or free, the same everywhere. ``confirmed`` counts attendance too."""

    capacity: int
    confirmed: int
    signed_up: int
    offered: int
    waiting: int
    withdrawn: int

    @property
    def taken(self) -> int:
        """Seats that somebody has; one that is offered is not taken yet."""
        return self.confirmed + self.signed_up

    @property
    def held(self) -> int:
        """Seats that nobody else can have: taken and offered."""
        return self.taken + self.offered

    @property
    def free(self) -> int:
        """Seats that can be offered."""
        return max(0, self.capacity - self.held)

    @property
    def over(self) -> int:
        """How many have or are offered a seat that does not exist, after the capacity was lowered."""
        return max(0, self.held - self.capacity)


@dataclass(frozen=True, slots=True)
class SeatPlan:
    """Who has a seat, who waits and why, the counts, and what may be clicked, each in order."""

    seated: tuple[QueuePlace, ...]
    waiting: tuple[QueuePlace, ...]
    proposals: tuple[Proposal, ...]
    counts: SeatCounts


def is_late(session: SessionFacts, sign_up: SignUpFacts) -> bool:
    """Whether it came after the last sign-up day; it is marked, not refused."""
    return sign_up.received_on > session.last_sign_up_on


def priority_holds(session: SessionFacts, today: dt.date) -> bool:
    """Whether winning suppliers go first on ``today``: through the day set, that day included."""
    return session.goes_first_until is not None and today <= session.goes_first_until


def in_queue_order(sign_ups: Iterable[SignUpFacts]) -> list[SignUpFacts]:
    """By time received, those received the same moment by id."""
    return sorted(sign_ups, key=lambda one: (one.received_at, one.id))


def counts(session: SessionFacts, sign_ups: Sequence[SignUpFacts]) -> SeatCounts:
    """How the seats stand."""
    statuses = [one.status for one in sign_ups]
    return SeatCounts(
        capacity=session.capacity,
        confirmed=sum(status in _SURE for status in statuses),
        signed_up=statuses.count(SignUpStatus.SIGNED_UP),
        offered=statuses.count(SignUpStatus.OFFERED),
        waiting=statuses.count(SignUpStatus.WAITING),
        withdrawn=statuses.count(SignUpStatus.WITHDRAWN),
    )


def seat_plan(session: SessionFacts, sign_ups: Sequence[SignUpFacts], today: dt.date) -> SeatPlan:
    """How seats and reserve list stand on ``today``."""
    seated = tuple(
        QueuePlace(one.id, number, is_late(session, one))
        for number, one in enumerate(in_queue_order(one for one in sign_ups if one.status in HOLDS_SEAT), 1)
    )
    queue = _waiting(session, sign_ups, today)
    numbers = counts(session, sign_ups)
    waiting = tuple(_place(session, queue, number, numbers, today) for number in range(1, len(queue) + 1))
    return SeatPlan(seated, waiting, _proposals(session, sign_ups, queue, numbers, today), numbers)


def _waiting(session: SessionFacts, sign_ups: Iterable[SignUpFacts], today: dt.date) -> list[SignUpFacts]:
    """Those who wait, in the order they will be offered a seat."""
    first = priority_holds(session, today)
    return sorted(
        (one for one in sign_ups if one.status is SignUpStatus.WAITING),
        key=lambda one: (
            one.passed_on,
            first and one.group is not SignUpGroup.SUPPLIER,
            one.received_at,
            one.id,
        ),
    )


def _held_back(session: SessionFacts, one: SignUpFacts, today: dt.date) -> bool:
    """Whether a seat may not be proposed yet, since winning suppliers go first and their last day has not come."""
    until = session.goes_first_until
    return until is not None and today < until and one.group is not SignUpGroup.SUPPLIER


def _place(
    session: SessionFacts, queue: Sequence[SignUpFacts], number: int, numbers: SeatCounts, today: dt.date
) -> QueuePlace:
    one = queue[number - 1]
    facts: dict[str, object] = {"group": one.group, "number": number - 1, "until": session.goes_first_until}
    reason = _reason(session, queue, number, numbers, today)
    return QueuePlace(one.id, number, is_late(session, one), reason, facts)


def _reason(
    session: SessionFacts, queue: Sequence[SignUpFacts], number: int, numbers: SeatCounts, today: dt.date
) -> WaitReason:
    one = queue[number - 1]
    if one.passed_on:
        return WaitReason.PASSED_ON
    if number == 1:
        if _held_back(session, one, today):
            return WaitReason.FIRST_UNTIL
        return WaitReason.FIRST_FREE if numbers.free else WaitReason.FIRST_FULL
    ahead = queue[number - 2]
    if priority_holds(session, today) and ahead.group is SignUpGroup.SUPPLIER and one.group is not SignUpGroup.SUPPLIER:
        return WaitReason.AFTER_PRIORITY
    return WaitReason.AFTER_NUMBER


def _proposals(
    session: SessionFacts,
    sign_ups: Sequence[SignUpFacts],
    queue: Sequence[SignUpFacts],
    numbers: SeatCounts,
    today: dt.date,
) -> tuple[Proposal, ...]:
    expired = [one for one in in_queue_order(sign_ups) if offer_has_run_out(one, today)]
    next_in_line = [one for one in queue if not _held_back(session, one, today)][: numbers.free]
    return (
        *(Proposal(ProposalKind.MOVE_ON, one.id) for one in expired),
        *(Proposal(ProposalKind.OFFER_SEAT, one.id) for one in next_in_line),
    )


def offer_has_run_out(one: SignUpFacts, today: dt.date) -> bool:
    """Whether an offer's last day has passed without an answer."""
    return one.status is SignUpStatus.OFFERED and one.offered_until is not None and one.offered_until < today


def status_for_new(
    session: SessionFacts, sign_ups: Sequence[SignUpFacts], new: SignUpFacts, today: dt.date
) -> SignUpStatus:
    """What a new sign-up becomes: SIGNED_UP where a seat is free for it, else WAITING.

    A seat is not free for it while somebody who waits stands before it, nor, without priority, while winning suppliers
    go first.
    """
    if new.group is not SignUpGroup.SUPPLIER and priority_holds(session, today):
        return SignUpStatus.WAITING
    waits_before = any(
        one.status is SignUpStatus.WAITING and not one.passed_on and not _held_back(session, one, today)
        for one in _ahead_of(session, sign_ups, new, today)
    )
    free = counts(session, sign_ups).free > 0
    return SignUpStatus.SIGNED_UP if free and not waits_before else SignUpStatus.WAITING


def _ahead_of(
    session: SessionFacts, sign_ups: Iterable[SignUpFacts], new: SignUpFacts, today: dt.date
) -> Iterable[SignUpFacts]:
    """Those who go before ``new``: while suppliers go first, only other suppliers can go before one."""
    only_suppliers = new.group is SignUpGroup.SUPPLIER and priority_holds(session, today)
    return (one for one in sign_ups if not only_suppliers or one.group is SignUpGroup.SUPPLIER)


def check_offer(
    session: SessionFacts, sign_ups: Sequence[SignUpFacts], id_: int, until: dt.date, today: dt.date
) -> None:
    """Whether the coordinator may offer a seat to a person who waits, until the day ``until``.

    Earlier than proposed is allowed.

    Raises ``RuleViolation``: ``sign_up.not_waiting``, ``sign_up.no_free_seat``, ``sign_up.offer_passed`` for a day
    before today, or ``sign_up.offer_after_start`` for one on or after the first day of the session.
    """
    if not any(one.id == id_ and one.status is SignUpStatus.WAITING for one in sign_ups):
        raise RuleViolation("sign_up.not_waiting")
    if counts(session, sign_ups).free == 0:
        raise RuleViolation("sign_up.no_free_seat")
    if until < today:
        raise RuleViolation("sign_up.offer_passed", "offered_until")
    if session.first_day is not None and until >= session.first_day:
        raise RuleViolation("sign_up.offer_after_start", "offered_until", {"day": session.first_day})


_AFTER = {
    SignUpStatus.SIGNED_UP: {SignUpStatus.CONFIRMED, SignUpStatus.WAITING, SignUpStatus.WITHDRAWN},
    SignUpStatus.CONFIRMED: {SignUpStatus.SIGNED_UP, SignUpStatus.WITHDRAWN},
    SignUpStatus.WAITING: {SignUpStatus.OFFERED, SignUpStatus.SIGNED_UP, SignUpStatus.WITHDRAWN},
    SignUpStatus.OFFERED: {SignUpStatus.CONFIRMED, SignUpStatus.WAITING, SignUpStatus.WITHDRAWN},
    SignUpStatus.WITHDRAWN: {SignUpStatus.WAITING, SignUpStatus.SIGNED_UP},
}
_ATTENDANCE = frozenset({SignUpStatus.ATTENDED, SignUpStatus.ABSENT, SignUpStatus.NO_RECORD})
_MAY_ATTEND = frozenset({SignUpStatus.SIGNED_UP, SignUpStatus.CONFIRMED}) | _ATTENDANCE


def check_status(now: SignUpStatus, wanted: SignUpStatus) -> None:
    """``RuleViolation("sign_up.transition", "status")`` for a change that does not happen.

    Attendance may be corrected freely.
    """
    allowed = wanted is now or wanted in _AFTER.get(now, set[SignUpStatus]())
    if not allowed and not (wanted in _ATTENDANCE and now in _MAY_ATTEND):
        raise RuleViolation("sign_up.transition", "status")


def duplicates(name: str, email: str, sign_ups: Iterable[SignUpFacts]) -> tuple[int, ...]:
    """Ids of sign-ups on the same session, not withdrawn, with the same e-mail or the same name.

    To be confirmed, not refused.
    """
    wanted_name, wanted_email = name_key(name), email_key(email)
    return tuple(
        one.id
        for one in sign_ups
        if one.status is not SignUpStatus.WITHDRAWN
        and (
            (wanted_name and name_key(one.name) == wanted_name)
            or (wanted_email and email_key(one.email) == wanted_email)
        )
    )
