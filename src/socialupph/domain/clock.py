"""The passing of time, as something that is handed in: nobody below ``app`` reads the clock."""

import datetime as dt
from dataclasses import dataclass
from typing import Protocol


class Clock(Protocol):
    """Today in Sweden, and the moment now."""

    def today(self) -> dt.date:
        """The calendar day in Sweden."""
        ...

    def now(self) -> dt.datetime:
        """The moment, aware, in UTC."""
        ...


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands still at noon UTC of ``day``: for *as of* reports, the sample register and tests."""

    day: dt.date

    def today(self) -> dt.date:
        return self.day

    def now(self) -> dt.datetime:
        return dt.datetime.combine(self.day, dt.time(12), tzinfo=dt.UTC)


class WorkCalendar(Protocol):
    """Which days are off: Saturdays, Sundays, Swedish holidays and the three eves."""

    def is_day_off(self, day: dt.date) -> bool:
        """Whether nobody works on ``day``."""
        ...

    def name_of(self, day: dt.date) -> str | None:
        """The holiday's Swedish name, or None for an ordinary day or weekend."""
        ...
