"""The one place that reads the computer's clock."""

import datetime as dt
from zoneinfo import ZoneInfo

from socialupph.domain.clock import FixedClock

SWEDEN = ZoneInfo("Europe/Stockholm")


class SystemClock:
    """The day in Sweden and the moment now, whatever time zone the computer is set to."""

    def today(self) -> dt.date:
        """The calendar day in Sweden."""
        return dt.datetime.now(SWEDEN).date()

    def now(self) -> dt.datetime:
        """The moment, aware, in UTC."""
        return dt.datetime.now(dt.UTC)


def standing_at(day: dt.date) -> FixedClock:
    """A clock that stands at ``day``, for *as of* reports and the sample register."""
    return FixedClock(day)
