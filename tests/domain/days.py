"""Short words for days and periods, and the calendar that the rules are tried against."""

import datetime as dt
from decimal import Decimal

from hypothesis import strategies as st

from socialupph.domain.periods import Period, WorkingTime
from socialupph.services.work_calendar import SwedishWorkCalendar

CALENDAR = SwedishWorkCalendar()


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def period(start: str, end: str) -> Period:
    return Period(day(start), day(end))


def at(percent: str | int, start: str = "2020-01-01") -> tuple[WorkingTime, ...]:
    return (WorkingTime(day(start), Decimal(percent)),)


DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2032, 12, 31))


@st.composite
def periods(draw: st.DrawFn, longest: int = 800) -> Period:
    start = draw(DAYS)
    return Period(start, start + dt.timedelta(days=draw(st.integers(0, longest))))
