import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialupph.i18n import formats

TUESDAY = dt.date(2026, 10, 6)
TODAY = dt.date(2026, 9, 22)


def test_dates():
    assert formats.iso_date(TUESDAY) == "2026-10-06"
    assert formats.long_date(TUESDAY) == "tis 6 oktober 2026"
    assert formats.full_date(TUESDAY) == "tisdag 6 oktober 2026"
    assert formats.short_date(TUESDAY) == "6 okt"
    assert formats.short_date(TUESDAY, TODAY) == "6 okt"
    assert formats.short_date(TUESDAY, dt.date(2025, 1, 1)) == "6 okt 2026"
    assert formats.day_and_month(TUESDAY) == "6 oktober"
    assert formats.day_and_month(TUESDAY, TODAY) == "6 oktober"
    assert formats.day_and_month(TUESDAY, dt.date(2025, 1, 1)) == "6 oktober 2026"
    assert formats.short_date_with_weekday(dt.date(2026, 9, 17)) == "tors 17 sep"
    assert formats.month_name(3) == "mars"
    assert formats.weekday_name(TUESDAY) == "tisdag"
    assert formats.weekday_short(TUESDAY) == "tis"


def test_periods():
    assert formats.period_text(TODAY, TUESDAY) == "2026-09-22 – 2026-10-06"
    assert formats.period_text(TODAY, None) == "2026-09-22 –"
    assert formats.short_period(TODAY, TUESDAY) == "22 sep – 6 okt"
    assert formats.short_period(dt.date(2026, 9, 1), dt.date(2027, 2, 28)) == "1 sep – 28 feb 2027"


def test_weeks_have_a_year_of_their_own():
    assert formats.week(TODAY) == "v.\u00a039"
    assert formats.week(dt.date(2027, 1, 1)) == "v.\u00a053"
    assert formats.week_with_year(dt.date(2027, 1, 1)) == "v.\u00a053 2026"
    assert formats.date_with_week(TUESDAY) == "tis 6 oktober 2026, v.\u00a041"


def test_times():
    assert formats.time_of_day(dt.time(9, 5)) == "09.05"
    assert formats.time_span(dt.time(9), dt.time(16)) == "09.00–16.00"


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        (Fraction(23, 2), 1, "11,5"),
        (Fraction(11, 56), 1, "0,2"),
        (Decimal("0.05"), 1, "0,1"),
        (Decimal("-0.05"), 1, "\u22120,1"),
        (Decimal("-0.04"), 1, "0,0"),
        (Decimal("0.25"), 1, "0,3"),
        (1234567, 0, "1\u00a0234\u00a0567"),
        (Decimal("1234.5"), 2, "1\u00a0234,50"),
        (-1000, 0, "\u22121\u00a0000"),
        (0, 1, "0,0"),
        (999, 0, "999"),
    ],
)
def test_numbers(value: formats.Number, places: int, expected: str):
    assert formats.decimal(value, places) == expected


def test_numbers_with_the_decimals_they_have():
    assert formats.plain(Decimal("0.750")) == "0,75"
    assert formats.plain(Decimal("1E+3")) == "1\u00a0000"
    assert formats.plain(7) == "7"
    assert formats.plain(Decimal(0)) == "0"
    assert formats.integer(84500) == "84\u00a0500"
    assert formats.percent(72) == "72\u00a0%"
    assert formats.percent(Fraction(287, 4), 1) == "71,8\u00a0%"
    assert formats.percent_plain(Decimal("37.50")) == "37,5\u00a0%"


def test_money():
    assert formats.money(Decimal(84_500_000)) == "84\u00a0500\u00a0000\u00a0kr"
    assert formats.money(Decimal("99.5")) == "99,50\u00a0kr"
    assert formats.money(Decimal("-1000.00")) == "\u22121\u00a0000\u00a0kr"
    assert formats.money(Decimal(1000), "EUR") == "1\u00a0000\u00a0EUR"


@given(st.decimals(-(10**9), 10**9, places=4), st.integers(0, 4))
def test_a_number_read_back_is_the_rounded_one(value: Decimal, places: int):
    text = formats.decimal(value, places)
    read = Decimal(text.replace("\u00a0", "").replace("\u2212", "-").replace(",", "."))
    assert abs(read - value) * 2 <= Decimal(1).scaleb(-places)
    assert Fraction(read) == formats.rounded(value, places)


def test_lengths():
    assert formats.days_text(1) == "1 dag"
    assert formats.days_text(3) == "3 dagar"
    assert formats.months_and_days(3, 27) == "3 mån 27 dgr"
    assert formats.months_and_days(4, 0) == "4 mån"
    assert formats.months_and_days(0, 1) == "1 dag"
    assert formats.months_and_days(0, 0) == "0 dgr"


@pytest.mark.parametrize(
    ("away", "expected"),
    [
        (0, "i dag"),
        (1, "i morgon"),
        (-1, "i går"),
        (3, "om 3 dagar"),
        (-3, "för 3 dagar sedan"),
        (1000, "om 1\u00a0000 dagar"),
    ],
)
def test_days_in_words(away: int, expected: str):
    assert formats.relative_day(TODAY + dt.timedelta(days=away), TODAY) == expected


@pytest.mark.parametrize(
    ("away", "wide", "narrow"),
    [
        (-5, "5 dagar försenad", "5 dgr försenad"),
        (-1, "1 dag försenad", "1 dag försenad"),
        (0, "i dag", "i dag"),
        (1, "i morgon", "i morgon"),
        (3, "om 3 dagar", "om 3 dagar"),
    ],
)
def test_what_is_due_in_words(away: int, wide: str, narrow: str):
    due = TODAY + dt.timedelta(days=away)
    assert formats.due_in_words(due, TODAY) == wide
    assert formats.due_in_words(due, TODAY, narrow=True) == narrow
