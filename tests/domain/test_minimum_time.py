import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialupph.domain.full_time_months import calendar_months
from socialupph.domain.minimum_time import covered, is_long_enough, last_start_for, place_time, time_of
from socialupph.domain.periods import MonthsAndDays, Period, last_day_of
from socialupph.domain.what_if import last_start_for_months
from tests.domain.days import DAYS, day, period, periods


@pytest.mark.parametrize(
    ("start", "end", "pauses", "met", "done", "short"),
    [
        ("2026-02-16", "2026-06-15", [], True, (4, 0), 0),
        ("2026-03-01", "2026-08-05", [], True, (5, 5), 0),
        ("2026-03-02", "2026-06-28", [], False, (3, 27), 3),
        ("2026-04-07", "2026-08-06", [("2026-06-15", "2026-06-24")], False, (3, 21), 10),
    ],
)
def test_at_least_four_months(
    start: str, end: str, pauses: list[tuple[str, str]], met: bool, done: tuple[int, int], short: int
):
    time = time_of(period(start, end), 4, [period(*pause) for pause in pauses])
    assert (time.met, time.done, time.days_short) == (met, MonthsAndDays(*done), short)


def test_the_day_it_is_reached():
    assert time_of(period("2026-03-01", "2026-08-05"), 4).reached_on == day("2026-06-30")
    assert time_of(period("2026-03-02", "2026-06-28"), 4).reached_on is None
    paused = time_of(period("2026-04-07", "2026-08-31"), 4, [period("2026-06-15", "2026-06-24")])
    assert paused.reached_on == day("2026-08-16")


def test_a_pause_after_the_minimum_costs_nothing():
    assert time_of(period("2026-03-01", "2026-08-05"), 4, [period("2026-07-01", "2026-08-05")]).met


def test_people_on_a_shared_place_are_joined_and_overlapping_days_count_once():
    first = (period("2026-01-12", "2026-03-27"), ())
    second = (period("2026-03-01", "2026-05-11"), ())
    together = place_time(covered([first, second]), 4)
    assert together.met
    assert together.reached_on == day("2026-05-11")


def test_days_that_nobody_was_there_must_be_made_up_for():
    first, second = (period("2026-01-12", "2026-03-27"), ()), (period("2026-04-01", "2026-05-11"), ())
    assert place_time(covered([first, second]), 4).days_short == 4


def test_nobody_is_nothing():
    assert place_time((), 4).done == MonthsAndDays(0, 0)
    assert not place_time((), 4).met


def test_without_a_minimum_the_first_day_is_enough():
    time = place_time((period("2026-01-12", "2026-01-12"),), 0)
    assert time.met
    assert time.reached_on == day("2026-01-12")


@given(periods(500), st.integers(1, 12))
def test_without_pauses_the_rule_is_the_last_day(one: Period, months: int):
    time = time_of(one, months)
    assert time.met == (one.end >= last_day_of(one.start, months))
    assert time.days_short == max(0, (last_day_of(one.start, months) - one.end).days)


@given(periods(500), st.lists(periods(40), max_size=3), st.integers(1, 12))
def test_pauses_are_made_up_for_day_by_day(one: Period, pauses: list[Period], months: int):
    days = covered([(one, pauses)])
    if not days or days[0].start != one.start or days[-1].end != one.end:
        return
    paused = one.days - sum(part.days for part in days)
    assert place_time(days, months).met == (one.end >= last_day_of(one.start, months) + dt.timedelta(days=paused))


@given(DAYS, st.integers(1, 12))
def test_the_last_start_is_the_last(last: dt.date, months: int):
    start = last_start_for(months, last)
    assert last_day_of(start, months) <= last < last_day_of(start + dt.timedelta(days=1), months)


def test_a_replacement_for_four_months_by_new_year():
    assert last_start_for(4, day("2026-12-31")) == day("2026-09-01")


def test_a_replacement_that_makes_up_for_half_a_month():
    assert last_start_for_months(Fraction(1, 2), Decimal(100), day("2026-12-31")) == day("2026-12-16")
    assert last_start_for_months(Fraction(1, 2), Decimal(50), day("2026-12-31")) == day("2026-12-01")
    assert last_start_for_months(Fraction(0), Decimal(50), day("2026-12-31")) is None


@given(DAYS, st.fractions(Fraction(1, 1000), 24, max_denominator=1000), st.integers(1, 100).map(Decimal))
def test_a_day_later_would_be_too_late(last: dt.date, missing: Fraction, percent: Decimal):
    start = last_start_for_months(missing, percent, last)
    assert start is not None
    share = Fraction(percent) / 100
    assert calendar_months(start, last) * share >= missing
    later = start + dt.timedelta(days=1)
    assert later > last or calendar_months(later, last) * share < missing


@given(st.lists(periods(90), max_size=4), st.integers(0, 6))
def test_the_short_answer_is_the_same_as_the_long_one(stays: list[Period], months: int):
    days = covered((one, ()) for one in stays)
    assert is_long_enough(days, months) == place_time(days, months).met
