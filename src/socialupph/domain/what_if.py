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

__all__ = ["WhatIf", "last_start_for", "last_start_for_months", "what_if"]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What a placement gives if it ends another day.

    ``months`` is all it gives then and ``less`` how much less than planned (negative: more), in full-time months. ``days_short`` is
    what lacks of the ``minimum_months`` of its place. ``replacement_by`` is the last day somebody at ``percent`` can begin and make
    up for what is lost by ``until``; None when nothing is lost or no such day is known.
    """

    months: Fraction
    less: Fraction
    minimum_months: int | None
    days_short: int
    percent: Decimal
    until: dt.date | None
    replacement_by: dt.date | None


def what_if(
    planned: Period,
    last_day: dt.date,
    times: Sequence[WorkingTime],
    pauses: Sequence[Period],
    *,
    minimum_months: int | None = None,
    until: dt.date | None = None,
) -> WhatIf:
    """What a placement ``planned`` so gives if it ends on ``last_day``; RuleViolation when that is before its start."""
    then = Period(planned.start, last_day)
    months = full_time_months(then, times, pauses)
    less = full_time_months(planned, times, pauses) - months
    begun = [time for time in sorted(times) if time.from_day <= last_day] or list(times)
    percent = begun[-1].percent if begun else Decimal(100)
    return WhatIf(
        months=months,
        less=less,
        minimum_months=minimum_months,
        days_short=0 if minimum_months is None else time_of(then, minimum_months, pauses).days_short,
        percent=percent,
        until=until,
        replacement_by=None if until is None else last_start_for_months(less, percent, until),
    )


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
