"""What happens if a placement ends another day.

What is left to deliver, and when a replacement must begin at the latest.
"""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

from socialupph.domain.full_time_months import calendar_months, share_of
from socialupph.domain.minimum_time import last_start_for
from socialupph.domain.periods import ONE_DAY

__all__ = ["last_start_for", "last_start_for_months"]


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
