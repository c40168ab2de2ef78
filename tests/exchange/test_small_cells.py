"""Shares of full time, counts, ticks, scores, clock times and periods as people write them."""

import datetime as dt
from decimal import Decimal

import pytest

from socialupph.exchange.cell_values import CellError
from socialupph.exchange.sheets import Cell
from socialupph.exchange.small_cells import (
    Scored,
    read_count,
    read_percent,
    read_period,
    read_score,
    read_secrecy,
    read_times,
    read_yes_no,
)

D, T = dt.date, dt.time


@pytest.mark.parametrize(
    ("cell", "percent"),
    [
        ("75 %", "75"), ("75%", "75"), ("0,75", "75"), (0.75, "75"), (75, "75"), (1.0, "100"), ("100", "100"), ("heltid", "100"),
        ("Halvtid", "50"), ("30 tim/v", "75"), ("30 h/vecka", "75"), ("37,5 timmar i veckan", "93.75"),
        ("0,5 %", "0.5"), ("30/40", "75"), ("6 tim/dag", "75"),
        ("12,5 %", "12.5"), ("75 procent", "75"), ("ca 20 tim/vecka", "50"),
    ],
)  # fmt: skip
def test_shares_of_full_time(cell: Cell, percent: str):
    assert read_percent(cell) == Decimal(percent)


def test_hours_in_the_week():
    assert read_percent(30, hours=True) == 75
    assert read_percent("20", hours=True) == 50
    assert read_percent("75 %", hours=True) == 75
    assert isinstance(read_percent(45, hours=True), CellError)


@pytest.mark.parametrize("cell", ["deltid", 110, "150 %", "-5", "50 tim/v", "3/0", 1e300, float("nan"), float("inf")])
def test_what_is_no_share(cell: Cell):
    read = read_percent(cell)
    assert isinstance(read, CellError)
    assert read.code == "import.percent"


def test_nothing_is_no_share():
    assert [read_percent(cell) for cell in (None, "", "-", 0, "0 %")] == [None] * 5


def test_counts():
    assert [read_count(cell) for cell in (3, 3.0, "3", "3 st", "2 personer", None, "", 0)] == [
        3, 3, 3, 3, 2, None, None, None,
    ]  # fmt: skip
    for cell in ("flera", 2.5, -1, "1e9", float("inf"), 10**9):
        assert isinstance(read_count(cell), CellError)


def test_ticks():
    assert [read_yes_no(cell) for cell in ("x", "X", "ja", "Närvarande", True, "1", "hel dag", "✓")] == [True] * 8
    assert [read_yes_no(cell) for cell in ("nej", "Frånvarande", False, "0", "sjuk", "uteblev", "Ej")] == [False] * 7
    assert [read_yes_no(cell) for cell in (None, "", "-", "–")] == [None] * 4
    assert isinstance(read_yes_no("kanske"), CellError)


def test_whoever_writes_anything_but_no_under_secrecy_means_it():
    assert [read_secrecy(cell) for cell in ("ja", "x", "sekretessmarkering", "skyddad folkbokföring")] == [True] * 4
    assert [read_secrecy(cell) for cell in ("nej", "", None)] == [False, None, None]


@pytest.mark.parametrize(
    ("cell", "scored"),
    [
        (4, Scored(4)), (4.0, Scored(4)), ("4", Scored(4)), ("4/5", Scored(4)), ("4 av 5", Scored(4)), ("5 – trivs", Scored(5, "trivs")),
        ("3 (sen ibland)", Scored(3, "sen ibland")), ("bra", Scored(None, "bra")), ("", None), ("vet inte", None),
    ],
)  # fmt: skip
def test_scores(cell: Cell, scored: Scored | None):
    assert read_score(cell) == scored


@pytest.mark.parametrize("cell", [0, 6, 7, "10", "4,5", "-1"])
def test_other_numbers_are_no_scores(cell: Cell):
    read = read_score(cell)
    assert isinstance(read, CellError)
    assert read.code == "import.score"


@pytest.mark.parametrize(
    ("cell", "times"),
    [
        ("9–16", (T(9), T(16))), ("kl. 9-16", (T(9), T(16))), ("09:00-16:30", (T(9), T(16, 30))), ("kl 9.00–12.15", (T(9), T(12, 15))),
        ("9.00", (T(9), None)), ("kl 13", (T(13), None)), (T(9, 30), (T(9, 30), None)), (0.375, (T(9), None)),
        (dt.timedelta(hours=16), (T(16), None)), ("", None), (None, None),
    ],
)  # fmt: skip
def test_times(cell: Cell, times: tuple[dt.time, dt.time | None] | None):
    assert read_times(cell) == times


@pytest.mark.parametrize("cell", ["förmiddag", "25.00", "16–9", "9.75"])
def test_what_is_no_time(cell: Cell):
    assert isinstance(read_times(cell), CellError)


@pytest.mark.parametrize(
    "cell",
    [
        "2026-09-01–2026-12-31", "2026-09-01 - 2026-12-31", "2026-09-01 – 2026-12-31", "2026-09-01-2026-12-31", "2026-09-01/2026-12-31",
        "1/9–31/12 2026", "1/9-31/12 2026", "1/9 2026 – 31/12 2026", "260901-261231", "20260901 till 20261231", "1 sept 2026 - 31 dec 2026",
        "fr.o.m. 2026-09-01 t.o.m. 2026-12-31", "från 1/9 till 31/12 2026",
    ],
)  # fmt: skip
def test_periods(cell: Cell):
    assert read_period(cell) == (D(2026, 9, 1), D(2026, 12, 31))


def test_periods_over_a_new_year_and_without_an_end():
    assert read_period("1/11–28/2 2027") == (D(2026, 11, 1), D(2027, 2, 28))
    assert read_period("2026-09-01 –") == (D(2026, 9, 1), None)
    assert read_period("2026-09-01 – tills vidare") == (D(2026, 9, 1), None)
    assert read_period(D(2026, 9, 1)) == (D(2026, 9, 1), None)
    assert read_period("-") is None


@pytest.mark.parametrize(
    "cell", ["hösten", "v. 36–40", "2026-09-01–", "sept–dec 2026", "2026-13-01–2026-14-01", "1–2–3"]
)
def test_what_is_no_period(cell: Cell):
    read = read_period(cell)
    if cell == "2026-09-01–":
        assert read == (D(2026, 9, 1), None)
    else:
        assert isinstance(read, CellError)
