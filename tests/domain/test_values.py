import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialupph.domain.errors import RuleViolation
from socialupph.domain.values import (
    Money,
    OrgNumber,
    check_share,
    check_working_time,
    clean_line,
    clean_text,
    email_key,
    name_key,
    normalise_email,
    parse_decimal,
    total,
)

# ---------------------------------------------------------------- text


def test_text_is_cleaned_of_what_cannot_be_seen():
    assert clean_text("a\x00b\x07c\ud800d\ufeffe\ufdd0f\U0001fffeg") == "abcdefg"
    assert clean_text("Anna\u202etxt.exe") == "Annatxt.exe"
    assert clean_text("e\u0301 A\u030a") == "é Å"
    assert clean_text("rad 1\r\nrad 2\rrad 3\u2028rad 4\tslut") == "rad 1\nrad 2\nrad 3\nrad 4\tslut"
    assert clean_text("Łukasz Žižek, Nguyễn 👩\u200d🔧") == "Łukasz Žižek, Nguyễn 👩\u200d🔧"
    assert clean_text("plain") == "plain"


def test_a_line_has_no_line_breaks():
    assert clean_line("  Bo\tB\nTestman ") == "Bo B Testman"


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str):
    once = clean_text(text)
    assert clean_text(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert clean_line(clean_line(text)) == clean_line(text)
    once.encode("utf-8")


def test_names_and_addresses_are_compared_without_case():
    assert name_key(" Ingrid\u00a0 LÅTSASSON ") == name_key("ingrid la\u030atsasson")
    assert email_key(" Bo@Firma.example ") == "bo@firma.example"


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("bo.testman@Firma.Example", "bo.testman@firma.example"),
        (" mailto:bo@firma.example ", "bo@firma.example"),
        ("Bo Testman <Bo@firma.example>", "Bo@firma.example"),
        ("", ""),
        ("  ", ""),
        ("bo@åäö.example", "bo@åäö.example"),
    ],
)
def test_an_address_is_taken_out_of_what_surrounds_it(given_text: str, expected: str):
    assert normalise_email(given_text) == expected


@pytest.mark.parametrize("text", ["bo", "bo@", "@firma.example", "bo@firma@example", "bo b@firma.example", "a@b;c@d"])
def test_what_is_no_address_is_refused(text: str):
    with pytest.raises(RuleViolation, match=r"email\.shape"):
        normalise_email(text)


# ---------------------------------------------------------------- organisation numbers


@pytest.mark.parametrize("text", ["556000-0167", "165560000167", "5560000167", " 556000 0167 ", "556000–0167"])
def test_the_same_number_however_it_is_written(text: str):
    assert OrgNumber.parse(text) == OrgNumber("556000-0167", "SE", is_personal=False)


@pytest.mark.parametrize("text", ["640823-3234", "19640823-3234", "196408233234", "640883-3231"])
def test_a_sole_traders_number_is_personal_data(text: str):
    number = OrgNumber.parse(text)
    assert number.is_personal
    assert number.text in ("640823-3234", "640883-3231")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("556000-0168", "org_number.checksum"),
        ("640823-3235", "org_number.checksum"),
        ("55600-0167", "org_number.length"),
        ("", "org_number.shape"),
        ("556000-016A", "org_number.shape"),
        ("٥٥٦٠٠٠٠١٦٧", "org_number.shape"),
        ("641323-3234", "org_number.shape"),
        ("640832-3234", "org_number.shape"),
        ("195560000167", "org_number.shape"),
        ("166408233234", "org_number.shape"),
        ("995560000167", "org_number.length"),
    ],
)
def test_numbers_that_cannot_be(text: str, code: str):
    with pytest.raises(RuleViolation, match=code) as caught:
        OrgNumber.parse(text)
    assert caught.value.field == "org_number"
    assert text not in str(caught.value.facts) or text == ""


def test_a_foreign_number_is_kept_with_its_country():
    assert OrgNumber.parse(" DE 123 456 ", "de") == OrgNumber("DE 123 456", "DE", is_personal=False)


@given(st.integers(0, 999_999_999), st.integers(0, 9))
def test_one_check_digit_in_ten_is_right(number: int, other: int):
    base = f"55{number:09d}"[:9]
    right = [digit for digit in range(10) if _parses(f"{base}{digit}")]
    assert len(right) == (1 if base[2] in "23456789" else len(right))
    assert len(right) <= 1
    assert _parses(f"{base}{other}") == (other in right)


def _parses(text: str) -> bool:
    try:
        OrgNumber.parse(text)
    except RuleViolation:
        return False
    return True


# ---------------------------------------------------------------- money, percentages, numbers


def test_sums_never_mix_currencies():
    assert total([Money(Decimal("0.1")), Money(Decimal("0.2"))]) == Money(Decimal("0.3"))
    assert total([], "EUR") == Money(Decimal(0), "EUR")
    with pytest.raises(RuleViolation, match=r"money\.currencies") as caught:
        total([Money(Decimal(1)), Money(Decimal(1), "EUR")])
    assert caught.value.facts == {"one": "SEK", "other": "EUR"}


@pytest.mark.parametrize("text", ["0", "-1", "100.01", "NaN", "Infinity"])
def test_working_time_is_more_than_nothing_and_at_most_full(text: str):
    with pytest.raises(RuleViolation, match=r"working_time\.range") as caught:
        check_working_time(Decimal(text), "extent")
    assert caught.value.field == "extent"


def test_working_times_and_shares_that_are_right():
    assert check_working_time(Decimal("0.5")) == Decimal("0.5")
    assert check_working_time(Decimal(100)) == 100
    assert check_share(Decimal(0), "share") == 0
    for text in ("-0.1", "100.1", "NaN"):
        with pytest.raises(RuleViolation, match=r"percent\.range"):
            check_share(Decimal(text), "share")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("84 500 000", "84500000"),
        ("84\u00a0500\u00a0000 kr", "84500000"),
        ("11,5", "11.5"),
        ("11.5", "11.5"),
        ("\u22122", "-2"),
        ("75 %", "75"),
        (",5", "0.5"),
        ("5,", "5"),
        ("+3", "3"),
    ],
)
def test_numbers_as_people_type_them(text: str, expected: str):
    assert parse_decimal(text) == Decimal(expected)


@pytest.mark.parametrize("text", ["", "tolv", "1,2,3", "1e5", "NaN", "--1", "٣"])
def test_what_is_no_number_is_refused(text: str):
    with pytest.raises(RuleViolation, match=r"number\.shape") as caught:
        parse_decimal(text, "volume")
    assert caught.value.field == "volume"
