"""CPV codes as they are written, and what their check digit is worth."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialupph.domain.cpv import DIVISIONS, CpvCode, parse_codes, parse_cpv
from socialupph.domain.cpv_selection import SELECTION

PUBLISHED = [
    "03113100-7", "18451000-5", "18453000-9", "30213000-5", "45000000-7", "45214200-2", "45233139-3", "45310000-3",
    "45432114-6", "50700000-2", "55524000-9", "60130000-8", "72253000-3", "77310000-6", "79713000-5", "85121270-6",
    "85312510-7", "90911200-8", "90919200-4", "98310000-9", "03300000-2", "51000000-9", "72700000-7", "85210000-3",
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "code", "digit", "name"),
    [
        ("45000000", "45000000", "", ""),
        (" 45000000-7 ", "45000000", "7", ""),
        ("45000000 - Anläggningsarbete", "45000000", "", "Anläggningsarbete"),
        ("45000000-7 Anläggningsarbete", "45000000", "7", "Anläggningsarbete"),
        ("45000000-7: Anläggningsarbete", "45000000", "7", "Anläggningsarbete"),
        ("3000000", "03000000", "", ""),
        ("3000000-1", "03000000", "1", ""),
        ("55524000 (skolmat)", "55524000", "", "(skolmat)"),
    ],
)
def test_a_code_is_read_as_it_is_written(text: str, code: str, digit: str, name: str):
    assert parse_cpv(text) == CpvCode(code, digit, name)


@pytest.mark.parametrize(
    "text", ["", "bygg", "450000", "450000000", "45000000-77", "4500000a", "AA01-1", "४५००००००", "-7"]
)
def test_anything_else_is_no_code(text: str):
    assert parse_cpv(text) is None


@pytest.mark.parametrize("written", PUBLISHED)
def test_a_published_digit_is_never_doubted(written: str):
    code = parse_cpv(written)
    assert code is not None
    assert code.follows_rule
    assert not code.is_surely_wrong


def test_a_wrong_digit_is_surely_wrong_where_the_right_one_is_known():
    division, other = CpvCode("45000000", "1"), CpvCode("45214200", "1")
    assert not division.follows_rule
    assert division.is_surely_wrong
    assert (division.expected_digit, other.expected_digit) == ("7", "2")
    assert not other.follows_rule
    assert not other.is_surely_wrong
    assert CpvCode("51000000", "5").is_surely_wrong
    assert CpvCode("51000000", "2").follows_rule  # what the rule gives is no mistake either


@given(st.from_regex(r"[0-9]{8}", fullmatch=True), st.integers(0, 7), st.integers(0, 9))
def test_the_rule_finds_every_single_wrong_figure(code: str, place: int, figure: int):
    other = f"{code[:place]}{figure}{code[place + 1 :]}"
    assert (CpvCode(code).expected_digit == CpvCode(other).expected_digit) == (code == other) or {code, other} & KNOWN


KNOWN = {written[:8] for written in PUBLISHED[-4:]} | {"45233139", "66620000", "72720000", "72920000", "79342410"}


def test_several_codes_stand_apart_by_anything():
    assert [one.code for one in parse_codes("45000000, 90910000-9;77300000")] == ["45000000", "90910000", "77300000"]
    assert parse_codes("45000000 Anläggningsarbete") == ()
    assert parse_codes("") == ()


def test_the_selection_has_every_division_and_each_code_once():
    codes = [code for code, _swedish, _english in SELECTION]
    assert len(codes) == len(set(codes))
    assert all(re.fullmatch(r"\d{8}", code) for code in codes)
    assert len(DIVISIONS) == 45
    assert all(CpvCode(code).has_division for code in codes)
    assert len(codes) - len(DIVISIONS) >= 150
    assert not CpvCode("99000000").has_division
    assert all(swedish.strip() and english.strip() for _code, swedish, english in SELECTION)


@pytest.mark.parametrize("start", ["45", "90", "77", "55", "85", "60", "72", "905", "7971", "9831", "798", "703"])
def test_the_selection_knows_what_such_contracts_are_about(start: str):
    assert sum(code.startswith(start) for code, _swedish, _english in SELECTION) >= 1
