import contextlib
import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialupph.domain.date_input import parse_date_input
from socialupph.domain.errors import RuleViolation
from socialupph.i18n import formats
from tests.domain.days import DAYS, day

TODAY = day("2026-09-22")  # a Tuesday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-09-03", "2026-09-03"),
        ("2026-9-3", "2026-09-03"),
        ("2026/09/03", "2026-09-03"),
        ("20260903", "2026-09-03"),
        ("260903", "2026-09-03"),
        ("3/9", "2026-09-03"),
        ("3/9 2026", "2026-09-03"),
        ("3/9-27", "2027-09-03"),
        ("3/9/2027", "2027-09-03"),
        ("3.9.2026", "2026-09-03"),
        ("3 sep", "2026-09-03"),
        ("3 sept", "2026-09-03"),
        ("3 sep.", "2026-09-03"),
        ("3 september 2027", "2027-09-03"),
        ("den 3 maj", "2026-05-03"),
        ("1:a maj", "2026-05-01"),
        ("3:e maj", "2026-05-03"),
        ("tis 6 oktober 2026", "2026-10-06"),
        ("tisdag den 6 oktober", "2026-10-06"),
        ("idag", "2026-09-22"),
        ("i dag", "2026-09-22"),
        ("  I  DAG ", "2026-09-22"),
        ("imorgon", "2026-09-23"),
        ("i övermorgon", "2026-09-24"),
        ("igår", "2026-09-21"),
        ("i förrgår", "2026-09-20"),
        ("+10d", "2026-10-02"),
        ("+2v", "2026-10-06"),
        ("+2 veckor", "2026-10-06"),
        ("-1v", "2026-09-15"),
        ("−1v", "2026-09-15"),
        ("+3m", "2026-12-22"),
        ("+5 mån", "2027-02-22"),
        ("+1å", "2027-09-22"),
        ("v39", "2026-09-21"),
        ("v. 40", "2026-09-28"),
        ("vecka 53", "2026-12-28"),
        ("v39 2027", "2027-09-27"),
        ("fredag", "2026-09-25"),
        ("tisdag", "2026-09-29"),
        ("mån", "2026-09-28"),
    ],
)
def test_a_date_as_people_type_it(text: str, expected: str):
    assert parse_date_input(text, TODAY) == day(expected)


@pytest.mark.parametrize(
    ("text", "code", "facts"),
    [
        ("29/2", "date.no_such_day", {"month": "Februari", "year": 2026, "days": 28}),
        ("2026-02-30", "date.no_such_day", {"month": "Februari", "year": 2026, "days": 28}),
        ("31 april", "date.no_such_day", {"month": "April", "year": 2026, "days": 30}),
        ("0/4", "date.no_such_day", {"month": "April", "year": 2026, "days": 30}),
        ("2026-13-01", "date.no_such_month", {"month": 13}),
        ("v54", "date.no_such_week", {"week": 54, "year": 2026, "weeks": 53}),
        ("v53 2027", "date.no_such_week", {"week": 53, "year": 2027, "weeks": 52}),
        ("mån 6 oktober 2026", "date.wrong_weekday", {"day": day("2026-10-06"), "weekday": "tisdag"}),
        ("hej", "date.not_understood", {}),
        ("", "date.not_understood", {}),
        ("3 smarch", "date.not_understood", {}),
        ("hej 3 maj", "date.not_understood", {}),
        ("2026-09", "date.not_understood", {}),
        ("1850-01-01", "date.too_far", {}),
        ("0000-01-01", "date.too_far", {}),
        ("+999999d", "date.too_far", {}),
        ("+999999v", "date.too_far", {}),
        ("-999999m", "date.too_far", {}),
        ("v1 9999", "date.too_far", {}),
    ],
)
def test_what_is_wrong_is_told(text: str, code: str, facts: dict[str, Any]):
    with pytest.raises(RuleViolation) as caught:
        parse_date_input(text, TODAY, "due_on")
    assert (caught.value.code, caught.value.field, caught.value.facts) == (code, "due_on", facts)


def test_the_last_day_there_is():
    with pytest.raises(RuleViolation, match=r"date\.too_far"):
        parse_date_input("imorgon", dt.date.max)


@given(DAYS, DAYS)
def test_what_the_program_shows_can_be_typed(one: dt.date, today: dt.date):
    for text in (
        formats.iso_date(one),
        formats.long_date(one),
        formats.full_date(one),
        formats.date_with_week(one),
        f"{one.day}/{one.month} {one.year}",
        formats.short_date(one, dt.date(1, 1, 1)),
        formats.day_and_month(one, dt.date(1, 1, 1)),
    ):
        assert parse_date_input(text, today) == one


@given(st.text(max_size=20))
def test_nothing_typed_is_a_crash(text: str):
    with contextlib.suppress(RuleViolation):
        assert isinstance(parse_date_input(text, TODAY), dt.date)
