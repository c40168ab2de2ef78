"""Personal numbers in every writing. Those here have the serials (238, 239) that are set aside for tests."""

import datetime as dt

import pytest

from socialupph.domain.errors import RuleViolation
from socialupph.domain.personal_numbers import PersonalNumber

RIGHT = "198801012389"


@pytest.mark.parametrize(
    "written",
    ["19880101-2389", "198801012389", "880101-2389", "8801012389", " 880101 2389 ", "880101–2389", "19880101 - 2389"],
)
def test_every_writing_is_the_same_number(written: str):
    number = PersonalNumber.parse(written)
    assert (number.digits, number.born) == (RIGHT, dt.date(1988, 1, 1))


def test_centuries():
    assert PersonalNumber.parse("050310-2386").digits == "200503102386"
    assert PersonalNumber.parse("300101-2388").born.year == 1930
    assert PersonalNumber.parse("200101+2380").born.year == 1920


def test_a_co_ordination_number_has_sixty_added_to_its_day():
    number = PersonalNumber.parse("880161-2386")
    assert (number.digits, number.born) == ("198801612386", dt.date(1988, 1, 1))


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("880101-2384", "personal_number.checksum"),
        ("881301-2389", "personal_number.date"),
        ("880132-2389", "personal_number.date"),
        ("880192-2389", "personal_number.date"),
        ("880101-238", "personal_number.shape"),
        ("880101-XXXX", "personal_number.shape"),
        ("", "personal_number.shape"),
    ],
)
def test_what_cannot_be_right(written: str, code: str):
    with pytest.raises(RuleViolation) as refused:
        PersonalNumber.parse(written)
    assert (refused.value.code, refused.value.field, refused.value.facts) == (code, "personal_number", {})
