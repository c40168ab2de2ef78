"""What happens if a placement ends another day.

What is left to deliver, and when a replacement must begin at the latest.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from socialupph.domain.full_time_months import calendar_months, full_time_months, share_of
from socialupph.domain.minimum_time import last_start_for, time_of
from socialupph.domain.periods import ONE_DAY, Period, WorkingTime

__all__ = ["Minimum", "WhatIf", "last_start_for", "last_start_for_months", "what_if"]


@dataclass(frozen=True, slots=True)
class Minimum:
    """The minimum time of a place: calendar months, or full-time months. ``shared``: several people may make it up together."""

    months: int
    full_time: bool = False
    shared: bool = False


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What a placement gives if it ends another day.

    ``months`` is all it gives then and ``less`` how much less than planned (negative: more), in full-time months. Of the
    ``minimum`` time of its place ``days_short`` lacks, or ``months_short`` where that is told in full-time months.
    ``replacement_by`` is the last day somebody at ``percent`` can begin and make up for what is lost by ``until``, months and
    minimum time alike; None when nothing is lost or no such day is known.
    """

    months: Fraction
    less: Fraction
    minimum: Minimum | None
    days_short: int
    months_short: Fraction
    percent: Decimal
    until: dt.date | None
    replacement_by: dt.date | None


def what_if(
    planned: Period,
    last_day: dt.date,
    times: Sequence[WorkingTime],
    pauses: Sequence[Period],
    *,
    minimum: Minimum | None = None,
    until: dt.date | None = None,
) -> WhatIf:
    """What a placement ``planned`` so gives if it ends on ``last_day``; RuleViolation when that is before its start."""
    then = Period(planned.start, last_day)
    months = full_time_months(then, times, pauses)
    less = full_time_months(planned, times, pauses) - months
    begun = [time for time in sorted(times) if time.from_day <= last_day] or list(times)
    percent = begun[-1].percent if begun else Decimal(100)
    days_short, months_short = 0, Fraction(0)
    if minimum is not None and minimum.full_time:
        months_short = max(Fraction(0), minimum.months - months)
    elif minimum is not None:
        days_short = time_of(then, minimum.months, pauses).days_short
    starts = [] if until is None or less <= 0 else [last_start_for_months(less, percent, until)]
    if starts and until is not None and minimum is not None:
        starts.append(_for_minimum(minimum, days_short, months_short, percent, until))
    return WhatIf(
        months=months,
        less=less,
        minimum=minimum,
        days_short=days_short,
        months_short=months_short,
        percent=percent,
        until=until,
        replacement_by=min((day for day in starts if day is not None), default=None),
    )


def _for_minimum(
    minimum: Minimum, days_short: int, months_short: Fraction, percent: Decimal, until: dt.date
) -> dt.date | None:
    """The last day on which somebody else can begin, so that the place reaches its minimum time by ``until``.

    Alone all of it is needed, together what lacks. None when nothing lacks.
    """
    if months_short:
        return last_start_for_months(months_short if minimum.shared else Fraction(minimum.months), percent, until)
    if days_short:
        together = until - (days_short - 1) * ONE_DAY
        return together if minimum.shared else last_start_for(minimum.months, until)
    return None


def last_start_for_months(missing: Fraction, percent: Decimal, last_day: dt.date) -> dt.date | None:
    """The last day a replacement at ``percent`` can start and do ``missing`` full-time months by ``last_day``.

    None when nothing is missing.
    """
    if missing <= 0:
        return None
    needed = missing / share_of(percent)
    low, high = last_day - dt.timedelta(days=31 * (int(needed) + 1)), last_day + ONE_DAY
    while high - low > ONE_DAY:
        middle = low + (high - low) // 2
        if calendar_months(middle, last_day) >= needed:
            low = middle
        else:
            high = middle
    return low
