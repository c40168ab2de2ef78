"""Names, birth years, personal numbers and addresses as people write them."""

import datetime as dt

import pytest

from socialupph.exchange.cell_values import CellError
from socialupph.exchange.person_cells import (
    Named,
    Personal,
    looks_personal,
    read_birth_year,
    read_email,
    read_name,
    read_personal_number,
)
from socialupph.exchange.sheets import Cell


@pytest.mark.parametrize(
    ("cell", "year"),
    [
        (1990, 1990), (1990.0, 1990), ("1990", 1990), ("född 1990", 1990), ("f. 1990", 1990), ("Född: 1990", 1990), ("90", 1990),
        ("05", 2005), ("1990-05-03", 1990), (dt.date(1990, 5, 3), 1990), ("900503-XXXX", 1990), ("19900503-****", 1990),
        ("900503", 1990), ("19900503", 1990), ("880101-2389", 1988), ("880161-2386", 1988), ("3 maj 1990", 1990), ("", None), ("-", None),
        (None, None), ("okänt", None),
    ],
)  # fmt: skip
def test_birth_years(cell: Cell, year: int | None):
    assert read_birth_year(cell) == year


@pytest.mark.parametrize("cell", ["19xx", "ung", 35, "1850", 2150, "900532-XXXX"])
def test_what_is_no_birth_year(cell: Cell):
    read = read_birth_year(cell)
    assert isinstance(read, CellError)
    assert read.code == "import.birth_year"


def test_a_wrong_personal_number_is_never_quoted():
    for read in (
        read_birth_year("880101-2384"),
        read_personal_number("880101-2384"),
        read_personal_number("881301-2383"),
    ):
        assert isinstance(read, CellError)
        assert read.shown == ""


@pytest.mark.parametrize(
    ("cell", "number", "year"),
    [
        ("880101-2389", "198801012389", 1988),
        (198801012389.0, "198801012389", 1988),
        (8801012389, "198801012389", 1988),
        (503102386, "200503102386", 2005),  # Excel took the zero away
        ("880161-2386", "198801612386", 1988),
        ("19880101-XXXX", "", 1988),
        ("880101", "", 1988),
    ],
)
def test_personal_numbers(cell: Cell, number: str, year: int):
    assert read_personal_number(cell) == Personal(number, year)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("880101-2384", "import.personal_number_check"),
        ("880132-2383", "import.personal_number_date"),
        ("556016-0680", "import.personal_number_date"),
        ("saknar", "import.personal_number"),
        ("#REF!", "import.excel_error"),
    ],
)
def test_wrong_personal_numbers(cell: Cell, code: str):
    read = read_personal_number(cell)
    assert isinstance(read, CellError)
    assert read.code == code


def test_no_personal_number():
    assert read_personal_number(None) is None
    assert read_personal_number("–") is None


def test_what_looks_personal():
    assert looks_personal("880101-2384")
    assert looks_personal("19880101-XXXX")
    assert not looks_personal("556016-0680")
    assert not looks_personal("070-174 06 10")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Anna Exempelsson", Named("Anna Exempelsson")),
        ("Exempelsson, Anna", Named("Anna Exempelsson")),
        ("Exempelsson, Anna Maria", Named("Anna Maria Exempelsson")),
        ("Exempelfirman, AB", Named("Exempelfirman, AB")),
        ("Anna Exempelsson (1990)", Named("Anna Exempelsson", 1990)),
        ("Anna Exempelsson, f. 900503", Named("Anna Exempelsson", 1990)),
        ("Exempelsson, Anna född 1990", Named("Anna Exempelsson", 1990)),
        ("1990", Named("1990")),
        ("", Named("")),
    ],
)
def test_names(text: str, named: Named):
    assert read_name(text) == named


def test_a_heading_says_that_last_names_stand_first():
    assert read_name("Exempelsson Anna Maria", last_first=True) == Named("Anna Maria Exempelsson")
    assert read_name("Anna", last_first=True) == Named("Anna")


def test_addresses():
    assert read_email("Anna E <anna@Exempel.example>") == "anna@exempel.example"
    assert read_email("a@x.example; b@x.example") == "a@x.example"
    assert read_email("mailto:a@x.example") == "a@x.example"
    assert isinstance(read_email("anna(at)x.example"), CellError)
    assert isinstance(read_email("a@" * 1000), CellError)
