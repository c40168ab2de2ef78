"""How a value is read, the same on screen, on paper and on the command line."""

import datetime as dt
from decimal import Decimal

import pytest

from socialupph.specs.cells import cell_text, value_text
from socialupph.specs.tables import CellValue, Column, Kind


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        (None, Kind.TEXT, ""),
        ("åäö", Kind.TEXT, "åäö"),
        ("fritt", Kind.CODE, "fritt"),
        (True, Kind.TEXT, "ja"),
        (False, Kind.TEXT, "nej"),
        (dt.date(2026, 10, 6), Kind.DATE, "2026-10-06"),
        (dt.datetime(2026, 10, 6, 7, 5, tzinfo=dt.UTC), Kind.MOMENT, "2026-10-06 09.05"),
        (1234, Kind.INTEGER, "1\u00a0234"),
        (Decimal("0.50"), Kind.DECIMAL, "0,5"),
        (Decimal(75), Kind.PERCENT, "75\u00a0%"),
        (84500, Kind.MONEY, "84\u00a0500\u00a0kr"),
    ],
)
def test_values_in_swedish(value: CellValue, kind: Kind, text: str) -> None:
    assert value_text(value, kind) == text
    assert cell_text(Column[CellValue]("value", "Värde", lambda row: row, kind), value) == text


def test_a_columns_own_text_goes_before_its_value() -> None:
    column = Column[int]("days", "Dagar", lambda row: row, Kind.INTEGER, text=lambda row: f"om {row} dagar")
    assert cell_text(column, 3) == "om 3 dagar"
