"""Working days and weeks. Which days are off is asked of the ``WorkCalendar`` that is handed in."""

import datetime as dt

from socialupph.domain.clock import WorkCalendar
from socialupph.domain.errors import RuleViolation
from socialupph.domain.periods import ONE_DAY


def next_working_day(day: dt.date, calendar: WorkCalendar) -> dt.date:
    """``day`` itself when people work then, else the first working day after it."""
    while calendar.is_day_off(day):
        day += ONE_DAY
    return day


def previous_working_day(day: dt.date, calendar: WorkCalendar) -> dt.date:
    """``day`` itself when people work then, else the last working day before it."""
    while calendar.is_day_off(day):
        day -= ONE_DAY
    return day


def working_day_after(day: dt.date, calendar: WorkCalendar) -> dt.date:
    """The first working day after ``day``."""
    return next_working_day(day + ONE_DAY, calendar)


def working_day_before(day: dt.date, calendar: WorkCalendar) -> dt.date:
    """The last working day before ``day``."""
    return previous_working_day(day - ONE_DAY, calendar)


def iso_week(day: dt.date) -> tuple[int, int]:
    """The week's year and its number: 2027-01-01 is (2026, 53)."""
    year, week, _weekday = day.isocalendar()
    return year, week


def weeks_in_year(year: int) -> int:
    """52 or 53: 28 December is always in the last week."""
    return dt.date(year, 12, 28).isocalendar().week


def monday_of_week(year: int, week: int) -> dt.date:
    """The Monday that begins the week; ``RuleViolation("date.no_such_week")`` when the year has no such week."""
    last = weeks_in_year(year)
    if not 1 <= week <= last:
        raise RuleViolation("date.no_such_week", None, {"week": week, "year": year, "weeks": last})
    return dt.date.fromisocalendar(year, week, 1)
