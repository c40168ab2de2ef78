"""The minimum time of a place: calendar time, whatever the working time.

Met when the last day is start + n months − 1 day or later; days paused must be made up for, one for one. On a place
shared by several people their periods are joined, overlapping days once, and days that nobody was there must be made
up for like a pause.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from socialupph.domain.periods import (
    ONE_DAY,
    MonthsAndDays,
    Period,
    join,
    last_day_of,
    months_and_days,
    subtract,
    total_days,
)


@dataclass(frozen=True, slots=True)
class PlaceTime:
    """How far a place has come.

    ``done`` is the time that counts, in months and days; ``days_short`` is 0 when ``met``; ``reached_on`` is the day
    on which the minimum was or, if everything goes on as it stands, will be reached, None when it will not be.
    """

    met: bool
    done: MonthsAndDays
    days_short: int
    reached_on: dt.date | None


def covered(stays: Iterable[tuple[Period, Sequence[Period]]]) -> tuple[Period, ...]:
    """The days on which somebody was there: each period without its own pauses, all of them joined."""
    return join(part for period, pauses in stays for part in subtract(period, pauses))


def place_time(days: Sequence[Period], months: int) -> PlaceTime:
    """How ``days`` (joined, in order, pauses already out) measure against ``months`` calendar months.

    2026-03-02 to 2026-06-28 against four months is 3 months and 27 days, 3 days short.
    """
    if not days:
        return PlaceTime(False, MonthsAndDays(0, 0), 0, None)
    start = days[0].start
    count = total_days(days)
    needed = _needed(start, months)
    done = months_and_days(start, start + dt.timedelta(days=count - 1))
    return PlaceTime(count >= needed, done, max(0, needed - count), _day_number(days, needed))


def _needed(start: dt.date, months: int) -> int:
    """How many days ``months`` calendar months from ``start`` are."""
    return (last_day_of(start, months) - start).days + 1


def is_long_enough(days: Sequence[Period], months: int) -> bool:
    """Only whether ``place_time`` would be met, in a third of the time."""
    return bool(days) and total_days(days) >= _needed(days[0].start, months)


def _day_number(days: Sequence[Period], number: int) -> dt.date | None:
    """The ``number``-th day of ``days``; None when there are not so many."""
    for period in days:
        if number <= period.days:
            return period.start + dt.timedelta(days=max(number, 1) - 1)
        number -= period.days
    return None


def time_of(period: Period, months: int, pauses: Sequence[Period] = ()) -> PlaceTime:
    """``place_time`` of one person's stay."""
    return place_time(covered([(period, pauses)]), months)


def last_start_for(months: int, last_day: dt.date) -> dt.date:
    """The last day a place can begin and still reach ``months`` by ``last_day``."""
    start = last_day - dt.timedelta(days=31 * months)
    while last_day_of(start + ONE_DAY, months) <= last_day:
        start += ONE_DAY
    return start
