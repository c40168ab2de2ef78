"""The one place that reads the computer's clock."""

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socialupph.domain.clock import FixedClock


@cache
def _sweden() -> dt.tzinfo:
    from zoneinfo import ZoneInfo  # noqa: PLC0415 -- not needed before the window is painted

    return ZoneInfo("Europe/Stockholm")


class SystemClock:
    """The day in Sweden and the moment now, whatever time zone the computer is set to."""

    def today(self) -> dt.date:
        """The calendar day in Sweden."""
        return dt.datetime.now(_sweden()).date()

    def now(self) -> dt.datetime:
        """The moment, aware, in UTC."""
        return dt.datetime.now(dt.UTC)


def standing_at(day: dt.date) -> "FixedClock":
    """A clock that stands at ``day``, for *as of* reports and the sample register."""
    from socialupph.domain.clock import FixedClock  # noqa: PLC0415 -- not needed by a window that stands at no day

    return FixedClock(day)
