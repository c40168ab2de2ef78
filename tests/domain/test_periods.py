import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialupph.domain.errors import RuleViolation
from socialupph.domain.periods import (
    MonthsAndDays,
    Period,
    add_months,
    clip,
    clip_all,
    join,
    last_day_of,
    months_and_days,
    subtract,
    total_days,
)
from tests.domain.days import DAYS, day, period, periods


def days_of(parts: tuple[Period, ...]) -> set[dt.date]:
    return {part.start + dt.timedelta(days=n) for part in parts for n in range(part.days)}


def test_a_period_cannot_end_before_it_starts():
    with pytest.raises(RuleViolation) as caught:
        period("2026-02-02", "2026-02-01")
    assert (caught.value.code, caught.value.field) == ("period.end_before_start", "end")


def test_a_period_includes_both_its_days():
    one = period("2026-02-01", "2026-02-28")
    assert one.days == 28
    assert one.contains(day("2026-02-01"))
    assert one.contains(day("2026-02-28"))
    assert not one.contains(day("2026-03-01"))
    assert one.overlaps(period("2026-02-28", "2026-03-05"))
    assert not one.overlaps(period("2026-03-01", "2026-03-05"))


def test_clip_keeps_the_days_inside():
    one = period("2026-02-01", "2026-02-28")
    assert clip(one) == one
    assert clip(one, day("2026-02-10"), day("2026-02-12")) == period("2026-02-10", "2026-02-12")
    assert clip(one, end=day("2026-01-31")) is None
    assert clip_all([one, period("2027-01-01", "2027-01-02")], end=day("2026-02-03")) == (
        period("2026-02-01", "2026-02-03"),
    )


def test_join_makes_overlapping_and_adjacent_periods_one():
    assert join([period("2026-01-05", "2026-01-08"), period("2026-01-01", "2026-01-04")]) == (
        period("2026-01-01", "2026-01-08"),
    )
    assert join([period("2026-01-01", "2026-01-31"), period("2026-01-05", "2026-01-08")]) == (
        period("2026-01-01", "2026-01-31"),
    )
    assert len(join([period("2026-01-01", "2026-01-03"), period("2026-01-05", "2026-01-08")])) == 2


def test_subtract_takes_pauses_out():
    whole = period("2026-01-01", "2026-01-31")
    assert subtract(whole, []) == (whole,)
    assert subtract(whole, [whole]) == ()
    holes = [period("2025-12-01", "2026-01-02"), period("2026-01-10", "2026-01-12"), period("2026-01-31", "2026-02-03")]
    assert subtract(whole, [*holes, period("2025-01-01", "2025-01-02"), period("2027-01-01", "2027-01-02")]) == (
        period("2026-01-03", "2026-01-09"),
        period("2026-01-13", "2026-01-30"),
    )


@given(st.lists(periods(90), max_size=6))
def test_joined_days_are_the_same_days_each_once(some: list[Period]):
    joined = join(some)
    assert days_of(joined) == days_of(tuple(some))
    assert total_days(joined) == len(days_of(joined))
    assert all(a.end < b.start - dt.timedelta(days=1) for a, b in itertools.pairwise(joined))


@given(periods(120), st.lists(periods(40), max_size=4))
def test_subtracted_days_are_the_days_that_are_left(whole: Period, holes: list[Period]):
    left = subtract(whole, holes)
    assert days_of(left) == days_of((whole,)) - days_of(tuple(holes))
    assert list(left) == sorted(left)


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-01-31", 2, "2026-03-31"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2026-01-15", -13, "2024-12-15"),
        ("2026-05-05", 0, "2026-05-05"),
    ],
)
def test_months_are_added_to_the_same_day_or_the_last_one(start: str, months: int, expected: str):
    assert add_months(day(start), months) == day(expected)


@pytest.mark.parametrize("months", [12 * 9000, -12 * 3000])
def test_months_outside_the_calendar_are_refused(months: int):
    with pytest.raises(RuleViolation, match=r"date\.too_far"):
        add_months(day("2026-01-01"), months)


@given(DAYS, st.integers(0, 60))
def test_added_months_come_back_unless_clamped(start: dt.date, months: int):
    later = add_months(start, months)
    assert (later.year * 12 + later.month) - (start.year * 12 + start.month) == months
    assert later.day == start.day or later.day < start.day <= 31
    assert last_day_of(start, months) == later - dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("start", "end", "months", "days"),
    [
        ("2026-03-02", "2026-06-28", 3, 27),
        ("2026-02-16", "2026-06-15", 4, 0),
        ("2026-03-01", "2026-03-31", 1, 0),
        ("2026-01-31", "2026-02-27", 1, 0),
        ("2026-03-02", "2026-03-02", 0, 1),
        ("2026-03-02", "2026-03-01", 0, 0),
    ],
)
def test_a_length_is_told_in_months_and_days(start: str, end: str, months: int, days: int):
    assert months_and_days(day(start), day(end)) == MonthsAndDays(months, days)


@given(periods())
def test_months_and_days_add_up_to_the_period(one: Period):
    length = months_and_days(one.start, one.end)
    assert add_months(one.start, length.months) + dt.timedelta(days=length.days) == one.end + dt.timedelta(days=1)
    assert 0 <= length.days <= 31
