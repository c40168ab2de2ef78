import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialupph.domain.errors import RuleViolation
from socialupph.domain.work_calendar import (
    iso_week,
    monday_of_week,
    next_working_day,
    previous_working_day,
    weeks_in_year,
    working_day_after,
    working_day_before,
)
from tests.domain.days import CALENDAR, DAYS, day


def test_working_days_around_new_year():
    assert next_working_day(day("2027-12-31"), CALENDAR) == day("2028-01-03")
    assert previous_working_day(day("2026-12-31"), CALENDAR) == day("2026-12-30")
    assert next_working_day(day("2026-12-30"), CALENDAR) == day("2026-12-30")
    assert working_day_after(day("2026-12-30"), CALENDAR) == day("2027-01-04")
    assert working_day_before(day("2027-01-04"), CALENDAR) == day("2026-12-30")


@given(DAYS)
def test_the_nearest_working_day_is_one_with_only_days_off_between(start: dt.date):
    after, before = next_working_day(start, CALENDAR), previous_working_day(start, CALENDAR)
    assert before <= start <= after
    assert not CALENDAR.is_day_off(after)
    assert not CALENDAR.is_day_off(before)
    between = (after - before).days - 1
    assert all(CALENDAR.is_day_off(before + dt.timedelta(days=n + 1)) for n in range(between))


def test_the_week_has_a_year_of_its_own():
    assert iso_week(day("2027-01-01")) == (2026, 53)
    assert iso_week(day("2026-09-22")) == (2026, 39)
    assert weeks_in_year(2026) == 53
    assert weeks_in_year(2027) == 52


@given(DAYS)
def test_the_monday_of_a_week_is_in_it(one: dt.date):
    monday = monday_of_week(*iso_week(one))
    assert monday.weekday() == 0
    assert 0 <= (one - monday).days < 7


@given(st.integers(1950, 2100), st.sampled_from([0, 54, -1]))
def test_a_week_that_is_not_there_is_refused(year: int, week: int):
    with pytest.raises(RuleViolation, match=r"date\.no_such_week"):
        monday_of_week(year, week)
