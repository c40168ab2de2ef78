"""Calendar arithmetic: periods with both days included, pauses, working time, months that are added right.

Every period includes its first and its last day. Nothing here knows which days are off; that is ``work_calendar``.
"""

import calendar
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from socialupph.domain.errors import RuleViolation

ONE_DAY = dt.timedelta(days=1)
_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days from ``start`` to ``end``, both included.

    Raises ``RuleViolation("period.end_before_start", "end")`` when the last day comes before the first.
    """

    start: dt.date
    end: dt.date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise RuleViolation("period.end_before_start", "end", {"start": self.start, "end": self.end})

    @property
    def days(self) -> int:
        """How many days, at least 1."""
        return (self.end - self.start).days + 1

    def contains(self, day: dt.date) -> bool:
        """Whether ``day`` is one of the days."""
        return self.start <= day <= self.end

    def overlaps(self, other: "Period") -> bool:
        """Whether any day is in both."""
        return self.start <= other.end and other.start <= self.end


@dataclass(frozen=True, slots=True, order=True)
class WorkingTime:
    """From this day on the person works ``percent`` of full time (above 0, at most 100), until the next one begins."""

    from_day: dt.date
    percent: Decimal


@dataclass(frozen=True, slots=True)
class MonthsAndDays:
    """A length as it is shown: whole calendar months and the days left over, never a rounded decimal."""

    months: int
    days: int


def clip(period: Period, start: dt.date | None = None, end: dt.date | None = None) -> Period | None:
    """The part of ``period`` from ``start`` to ``end`` (None is no limit); None when no day is left."""
    first = period.start if start is None else max(period.start, start)
    last = period.end if end is None else min(period.end, end)
    return Period(first, last) if first <= last else None


def clip_all(periods: Iterable[Period], start: dt.date | None = None, end: dt.date | None = None) -> tuple[Period, ...]:
    """``clip`` on each; those with no day left are gone."""
    return tuple(part for period in periods if (part := clip(period, start, end)) is not None)


def join(periods: Iterable[Period]) -> tuple[Period, ...]:
    """The same days as ``periods``, each day once, in order; overlapping and adjacent periods become one."""
    joined: list[Period] = []
    for period in sorted(periods):
        if joined and period.start <= joined[-1].end + ONE_DAY:
            joined[-1] = Period(joined[-1].start, max(joined[-1].end, period.end))
        else:
            joined.append(period)
    return tuple(joined)


def subtract(period: Period, holes: Iterable[Period]) -> tuple[Period, ...]:
    """What is left of ``period`` when the days of ``holes`` are taken out, in order."""
    left: list[Period] = []
    start = period.start
    for hole in join(holes):
        if hole.end < start:
            continue
        if hole.start > period.end:
            break
        if hole.start > start:
            left.append(Period(start, hole.start - ONE_DAY))
        start = hole.end + ONE_DAY
    if start <= period.end:
        left.append(Period(start, period.end))
    return tuple(left)


def total_days(periods: Iterable[Period]) -> int:
    """The days of all ``periods`` together; overlapping days count as often as they occur."""
    return sum(period.days for period in periods)


def days_in_month(year: int, month: int) -> int:
    """28 to 31."""
    return 29 if month == 2 and calendar.isleap(year) else _DAYS[month]


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day ``months`` calendar months on, or the month's last day where it has no such day.

    31 January and one month is 28 February; ``months`` may be negative. Raises ``RuleViolation("date.too_far")``
    outside the years 1–9999.
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise RuleViolation("date.too_far")
    return dt.date(year, month + 1, min(day.day, days_in_month(year, month + 1)))


def last_day_of(start: dt.date, months: int) -> dt.date:
    """The last day of ``months`` calendar months that begin on ``start``: start + months − 1 day."""
    return add_months(start, months) - ONE_DAY


def months_and_days(start: dt.date, end: dt.date) -> MonthsAndDays:
    """How long it is from ``start`` to ``end``, both included.

    The most whole months that fit, and the days after them.

    2026-03-02 to 2026-06-28 is 3 months and 27 days. An ``end`` before ``start`` is nothing at all.
    """
    after = end + ONE_DAY
    if after <= start:
        return MonthsAndDays(0, 0)
    months = (after.year - start.year) * 12 + after.month - start.month
    if add_months(start, months) > after:
        months -= 1
    return MonthsAndDays(months, (after - add_months(start, months)).days)
