"""All deadlines, from one place: what is due when, on which day to remind, and what is overdue.

Agreed, decided and legal dates never move: when one falls on a day off, the reminder comes on the working day before.
Only what the program itself plans is moved, and that is done where it is planned (``follow_ups``).
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from socialupph.domain.changes import Entity
from socialupph.domain.clock import WorkCalendar
from socialupph.domain.periods import ONE_DAY, add_months
from socialupph.domain.work_calendar import previous_working_day


class DeadlineKind(StrEnum):
    """What must have happened by a day."""

    FIRST_MEETING = "first_meeting"
    FIRST_START = "first_start"
    OPTION_NOTICE = "option_notice"
    REPORT_DUE = "report_due"
    CONTRACT_END = "contract_end"
    PLACEMENT_END = "placement_end"
    FOLLOW_UP = "follow_up"
    MATCH_OFFER = "match_offer"
    SIGN_UP_CLOSES = "sign_up_closes"
    PRIORITY_ENDS = "priority_ends"
    SEAT_OFFER = "seat_offer"
    LEAST_NUMBER = "least_number"
    NEEDS_ERASURE = "needs_erasure"
    CORRECTION_DUE = "correction_due"
    RETENTION_REVIEW = "retention_review"
    TASK = "task"
    AGREED_STEP = "agreed_step"

    @property
    def is_planned_by_program(self) -> bool:
        """Whether the program chose the day itself; all other days are agreed, decided or legal and never move."""
        return self is DeadlineKind.FOLLOW_UP


class ReportInterval(StrEnum):
    """How often a supplier reports on a requirement."""

    NONE = "none"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    AT_MEETINGS = "at_meetings"


class Bucket(StrEnum):
    """Where *Idag* puts a deadline."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"


SOON_DAYS = 14
FIRST_MEETING_MONTHS = 1
FIRST_START_MONTHS = 6
NEEDS_KEPT_DAYS = 7
REPORT_DAYS = 15


@dataclass(frozen=True, slots=True)
class Deadline:
    """Something due.

    ``entity``, ``entity_id`` and ``code`` point at the record that has the day; ``facts`` fill the text about it
    (codes and names of organisations, never of people). ``remind_on`` is the working day before when the day itself is
    off, else the day itself.
    """

    kind: DeadlineKind
    due: dt.date
    remind_on: dt.date
    entity: Entity
    entity_id: int
    code: str = ""
    facts: Mapping[str, object] = field(default_factory=dict[str, object])

    @property
    def reminds_early(self) -> bool:
        """Whether the day falls on a day off, so that the reminder says so."""
        return self.remind_on < self.due


@dataclass(frozen=True, slots=True)
class ReportPeriod:
    """A period a supplier reports on, and the last day for it."""

    period_from: dt.date
    period_to: dt.date
    due: dt.date


def deadline(
    kind: DeadlineKind,
    due: dt.date,
    calendar: WorkCalendar,
    entity: Entity,
    entity_id: int,
    *,
    code: str = "",
    facts: Mapping[str, object] | None = None,
) -> Deadline:
    """The deadline with its reminder on a working day; ``due`` itself is never changed."""
    return Deadline(kind, due, previous_working_day(due, calendar), entity, entity_id, code, facts or {})


def is_overdue(one: Deadline, today: dt.date) -> bool:
    """Whether the day has passed with the matter still open. The due day itself is not late."""
    return is_late(one.due, today)


def is_late(due: dt.date, today: dt.date) -> bool:
    """The same question for a bare day."""
    return due < today


def days_late(one: Deadline, today: dt.date) -> int:
    """How many days it is overdue, 0 when it is not."""
    return (today - one.due).days if is_overdue(one, today) else 0


def bucket(one: Deadline, today: dt.date) -> Bucket:
    """Overdue, to be done today (also when today is the working day before a day off), within 14 days, or later."""
    if is_overdue(one, today):
        return Bucket.OVERDUE
    if one.remind_on <= today:
        return Bucket.TODAY
    return Bucket.SOON if one.remind_on <= today + dt.timedelta(days=SOON_DAYS) else Bucket.LATER


def in_order(deadlines: Iterable[Deadline]) -> list[Deadline]:
    """By due day, then kind as listed in ``DeadlineKind``, then code."""
    kinds = {kind: number for number, kind in enumerate(DeadlineKind)}
    return sorted(deadlines, key=lambda one: (one.due, kinds[one.kind], one.code, one.entity_id))


def first_meeting_due(awarded_on: dt.date, months: int = FIRST_MEETING_MONTHS) -> dt.date:
    """The first meeting is held within one month after award (Trafikverket's and the model clause's rule)."""
    return add_months(awarded_on, months)


def first_start_due(contract_start: dt.date, months: int = FIRST_START_MONTHS) -> dt.date:
    """The first employment has begun or been offered 6 months after contract start at the latest (LOU clause 11554)."""
    return add_months(contract_start, months)


def option_notice_due(contract_end: dt.date, months_before: int) -> dt.date:
    """The last day to give notice of an option so many months before the contract ends."""
    return add_months(contract_end, -months_before)


def needs_erasure_due(last_session_day: dt.date, days: int = NEEDS_KEPT_DAYS) -> dt.date:
    """The day when needs for the day are erased, so many days after the last day of the session."""
    return last_session_day + dt.timedelta(days=days)


_MONTHS_OF = {ReportInterval.MONTHLY: 1, ReportInterval.QUARTERLY: 3}


def report_periods(
    interval: ReportInterval, start: dt.date, end: dt.date, *, days_after: int = REPORT_DAYS
) -> tuple[ReportPeriod, ...]:
    """The calendar months or quarters of a contract, first and last cut to it, each due ``days_after`` its last day.

    No reports at all for ``NONE`` and ``AT_MEETINGS``.
    """
    length = _MONTHS_OF.get(interval)
    if length is None:
        return ()
    periods: list[ReportPeriod] = []
    first = dt.date(start.year, (start.month - 1) // length * length + 1, 1)
    while first <= end:
        after = add_months(first, length)
        last = min(after - ONE_DAY, end)
        periods.append(ReportPeriod(max(first, start), last, last + dt.timedelta(days=days_after)))
        first = after
    return tuple(periods)
