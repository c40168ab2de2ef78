"""Dates, amounts and numbers in every writing that lists have."""

# ruff: noqa: DTZ001 -- spreadsheets know no zones

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialupph.domain.values import OrgNumber
from socialupph.exchange.cell_values import (
    Amount,
    CellError,
    DateOrder,
    lines_of,
    number_in,
    read_amount,
    read_cpv,
    read_date,
    shown,
    text_of,
)
from socialupph.exchange.parties import read_org_number
from socialupph.exchange.sheets import Cell

DAY = dt.date(2026, 9, 30)


@pytest.mark.parametrize(
    "cell",
    [
        DAY, dt.datetime(2026, 9, 30, 0, 0), dt.datetime(2026, 9, 30, 14, 5), "2026-09-30", "2026/09/30", "2026.09.30",
        "2026-9-30", "30.9.2026", "30/9 2026", "30/9/2026", "30-09-2026", "20260930", "260930", "26-09-30", "30.9.26", 20260930,
        20260930.0, 46295, 46295.0, 46295.5, "2026-09-30 00:00:00", "2026-09-30T10:00:00Z", "30 september 2026",
        "den 30 sept 2026", "30 sep. 2026", "September 30, 2026", "Sep 30 2026", "30th September 2026", "ons 30 september 2026",
        "\xa02026-09-30 ", "2026 09 30",
    ],
)  # fmt: skip
def test_a_day_however_it_is_written(cell: Cell):
    assert read_date(cell) == DAY


@pytest.mark.parametrize("cell", [None, "", "  ", "-", "–", "saknas", "tills vidare", "Tillsvidare", 0, 0.0, "9999-12-31",
                                  dt.date(9999, 12, 31), dt.date(1899, 12, 31), "n/a"])  # fmt: skip
def test_no_day(cell: Cell):
    assert read_date(cell) is None


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("mars 2025", "import.date_words"), ("Q3 -25 prel", "import.date_words"), ("sommaren", "import.date_words"),
        ("2026-02-30", "import.date_nonexistent"), ("31/4 2026", "import.date_nonexistent"), ("20261301", "import.date_nonexistent"),
        ("2026-09", "import.date"), ("12", "import.date"), (12, "import.date"), (-5.5, "import.date"), (True, "import.date"),
        (1e300, "import.date"), ("2300-01-01", "import.date_far"), (dt.date(1920, 1, 1), "import.date_far"),
        ("#VALUE!", "import.excel_error"), (dt.timedelta(1), "import.date"), (dt.time(8), "import.date"),
    ],
)  # fmt: skip
def test_what_is_no_day(cell: Cell, code: str):
    found = read_date(cell)
    assert isinstance(found, CellError)
    assert found.code == code


def test_day_or_month_first():
    assert read_date("03/05/2023") == dt.date(2023, 5, 3)
    assert read_date("03/05/2023", DateOrder.MONTH_FIRST) == dt.date(2023, 3, 5)
    assert read_date("03/05/23", DateOrder.MONTH_FIRST) == dt.date(2023, 3, 5)
    assert read_date("2023-03-05", DateOrder.MONTH_FIRST) == dt.date(2023, 3, 5)


@given(st.dates(dt.date(1950, 1, 1), dt.date(2150, 12, 31)))
def test_every_day_comes_back(day: dt.date):
    serial = day.toordinal() - dt.date(1899, 12, 30).toordinal()
    assert read_date(day.isoformat()) == read_date(serial) == read_date(f"{day.day}.{day.month}.{day.year}") == day


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("61 971 000,00", "61971000"), ("61\xa0971\xa0000,00", "61971000"), ("1\u202f234\u202f567", "1234567"),
        ("1.234.567,50", "1234567.50"), ("1,234,567.50", "1234567.50"), ("1'234'567", "1234567"), ("250 000 kr", "250000"),
        ("250 000:-", "250000"), ("250 000,-", "250000"), ("250000.50 SEK", "250000.50"), ("SEK 250 000", "250000"),
        ("1,5 mkr", "1500000"), ("3 Mkr", "3000000"), ("12 tkr", "12000"), ("12 kkr", "12000"), ("1.5 MSEK", "1500000"),
        ("2 miljoner kronor", "2000000"), ("100 000 kr exkl moms", "100000"), ("100 000 kr (exkl. moms)", "100000"),
        (1_000_000, "1000000"), (62011000.0, "62011000"), (1234.567, "1234.57"), ("12.500", "12500"), ("0,5", "0.5"), ("0", "0"),
        (0.1 + 0.2, "0.30"),
    ],
)  # fmt: skip
def test_an_amount_however_it_is_written(cell: Cell, value: str):
    assert read_amount(cell) == Amount(Decimal(value), "SEK")


@pytest.mark.parametrize(
    ("cell", "currency"),
    [("1 000 EUR", "EUR"), ("€ 1 000", "EUR"), ("1000 NOK", "NOK"), ("$1,000", "USD"), ("1 meur", "EUR")],
)
def test_another_currency(cell: str, currency: str):
    found = read_amount(cell)
    assert isinstance(found, Amount)
    assert found.currency == currency


def test_what_the_heading_says_counts_unless_the_cell_says_more():
    assert read_amount(61997, 1000) == Amount(Decimal(61_997_000), "SEK")
    assert read_amount("2,5", 1_000_000) == Amount(Decimal(2_500_000), "SEK")
    assert read_amount("2 mkr", 1000) == Amount(Decimal(2_000_000), "SEK")
    assert read_amount(5, 1, "EUR") == Amount(Decimal(5), "EUR")


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("ca 3 mkr", "import.amount_words"), ("3-5 mkr", "import.amount_words"), ("enligt prislista", "import.amount_words"),
        ("3 styck", "import.amount_words"), ("1,2,3", "import.amount"), ("1.2.3,4,5", "import.amount"), ("--1", "import.amount"),
        ("-5 000", "import.amount_negative"), (-5, "import.amount_negative"), ("99999999999999", "import.amount_too_large"),
        (1e17 + 0.5, "import.amount_too_large"), (1e300, "import.amount_too_large"), ("#N/A", "import.excel_error"),
        (float("inf"), "import.amount"), (float("nan"), "import.amount"), (DAY, "import.amount"), (True, "import.amount"),
    ],
)  # fmt: skip
def test_what_is_no_amount(cell: Cell, code: str):
    found = read_amount(cell)
    assert isinstance(found, CellError)
    assert found.code == code


@pytest.mark.parametrize("cell", [None, "", "-", "saknas"])
def test_no_amount(cell: Cell):
    assert read_amount(cell) is None


@given(st.integers(0, 10**11), st.sampled_from([" ", "\xa0", ".", "'"]))
def test_grouped_digits_come_back(number: int, group: str):
    assert number_in(f"{number:,}".replace(",", group)) == number


@given(st.text(max_size=40))
def test_no_text_breaks_a_reader(text: str):
    for read in (read_date, read_amount, read_org_number):
        found = read(text)
        assert found is None or isinstance(found, (dt.date, Amount, OrgNumber, CellError))


@given(st.floats() | st.integers())
def test_no_number_breaks_a_reader(number: float):
    for read in (read_date, read_amount, read_org_number):
        found = read(number)
        assert found is None or isinstance(found, (dt.date, Amount, OrgNumber, CellError))


@pytest.mark.parametrize(
    ("cell", "text", "country"),
    [
        ("584459-1510", "584459-1510", "SE"), ("5844591510", "584459-1510", "SE"), ("165844591510", "584459-1510", "SE"),
        (5844591510.0, "584459-1510", "SE"), (165844591510, "584459-1510", "SE"), ("16 584459-1510", "584459-1510", "SE"),
        ("SE584459151001", "584459-1510", "SE"), ("SE 584459-1510", "584459-1510", "SE"), ("584459 1510", "584459-1510", "SE"),
        ("584459–1510", "584459-1510", "SE"), ("FI12345678", "FI12345678", "FI"), ("DE 123 456 789", "DE 123 456 789", "DE"),
    ],
)  # fmt: skip
def test_organisation_numbers(cell: Cell, text: str, country: str):
    number = read_org_number(cell)
    assert isinstance(number, OrgNumber)
    assert (number.text, number.country) == (text, country)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("584459-1511", "import.org_check_digit"), ("12345", "import.org_shape"), ("saknar nummer", "import.org_shape"),
        ("556000-0001", "import.org_placeholder"), (1.5, "import.org_shape"), ("584459-15100", "import.org_shape"),
    ],
)  # fmt: skip
def test_numbers_that_cannot_be_right_are_never_quoted(cell: Cell, code: str):
    assert read_org_number(cell) == CellError(code)


def test_no_organisation_number():
    assert read_org_number(None) is read_org_number("-") is read_org_number("saknas") is None


def test_cpv():
    assert read_cpv("45214200") == read_cpv(45214200.0) == "45214200"
    assert read_cpv("45214200-0") == "45214200-0"
    assert read_cpv("45214200-0 Byggarbeten") == "45214200-0"
    assert read_cpv(3000000.0) == "03000000"
    assert read_cpv("bygg") == "bygg"


def test_texts_of_other_cells():
    assert text_of(2022100.0) == "2022100"
    assert text_of(1.5) == "1,5"
    assert text_of(True) == "Ja"
    assert text_of(dt.datetime(2026, 1, 2)) == "2026-01-02"
    assert text_of(dt.datetime(2026, 1, 2, 3, 4)) == "2026-01-02 03:04"
    assert text_of("#REF!") == ""
    assert text_of("#1 i Sverige") == "#1 i Sverige"
    assert text_of("  två\n rader ") == "två rader"
    assert lines_of(" två \n rader ") == "två\nrader"
    assert len(shown("x" * 500)) == 60
