import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import holidays
import pytest

from socialupph.services.work_calendar import SwedishWorkCalendar

CALENDAR = SwedishWorkCalendar()


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2026-01-01", "Nyårsdagen"),
        ("2026-01-06", "Trettondedag jul"),
        ("2026-04-03", "Långfredagen"),
        ("2026-04-06", "Annandag påsk"),
        ("2026-05-01", "Första maj"),
        ("2026-05-14", "Kristi himmelsfärdsdag"),
        ("2026-06-06", "Nationaldagen"),
        ("2026-06-19", "Midsommarafton"),
        ("2026-06-20", "Midsommardagen"),
        ("2026-10-31", "Alla helgons dag"),
        ("2026-12-24", "Julafton"),
        ("2026-12-25", "Juldagen"),
        ("2026-12-26", "Annandag jul"),
        ("2026-12-31", "Nyårsafton"),
        ("2027-06-25", "Midsommarafton"),
        ("2025-06-20", "Midsommarafton"),
    ],
)
def test_holidays_and_eves_are_days_off_with_a_name(day: str, name: str):
    one = dt.date.fromisoformat(day)
    assert CALENDAR.is_day_off(one)
    assert CALENDAR.name_of(one) == name


def test_weekends_are_off_without_a_name():
    assert CALENDAR.is_day_off(dt.date(2026, 9, 19))
    assert CALENDAR.is_day_off(dt.date(2026, 9, 20))
    assert CALENDAR.name_of(dt.date(2026, 9, 20)) is None


@pytest.mark.parametrize("day", ["2026-09-22", "2026-04-02", "2026-06-18", "2026-12-23", "2026-12-30", "2026-01-05"])
def test_other_days_are_working_days(day: str):
    one = dt.date.fromisoformat(day)
    assert not CALENDAR.is_day_off(one)
    assert CALENDAR.name_of(one) is None


EVES = {"Midsommarafton", "Julafton", "Nyårsafton"}


@pytest.mark.parametrize("year", range(1993, 2101))
def test_the_holidays_are_those_that_others_know(year: int):
    theirs = dict(holidays.Sweden(years=year, language="sv", include_sundays=False).items())
    days = [dt.date(year, 1, 1) + dt.timedelta(days=number) for number in range(365)]
    ours = {day: name for day in days if (name := CALENDAR.name_of(day)) is not None and name not in EVES}
    assert ours == theirs


def test_midsummer_eve_is_the_friday_before_midsummer_day():
    for year in range(1990, 2060):
        eves = [
            day
            for day in (dt.date(year, 6, 19) + dt.timedelta(days=n) for n in range(7))
            if CALENDAR.name_of(day) == "Midsommarafton"
        ]
        assert len(eves) == 1
        assert eves[0].weekday() == 4
        assert CALENDAR.name_of(eves[0] + dt.timedelta(days=1)) == "Midsommardagen"


def test_several_threads_may_ask():
    fresh = SwedishWorkCalendar()
    days = [dt.date(year, 12, 24) for year in range(2000, 2040)]
    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(fresh.is_day_off, days))
