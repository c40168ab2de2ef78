"""How the value of a list's cell is read, the same on screen, paper and command line."""

import datetime as dt
from decimal import Decimal
from typing import Any

from socialupph.domain.swedish_time import in_sweden
from socialupph.i18n import _
from socialupph.i18n.formats import integer, iso_date, money, percent_plain, plain, time_of_day
from socialupph.specs.tables import CellValue, Column, Kind

NUMBER_KINDS = frozenset({Kind.INTEGER, Kind.DECIMAL, Kind.MONEY, Kind.PERCENT})


def cell_text(column: Column[Any], row: Any) -> str:
    """The text of a cell: the column's own, else its value in Swedish form. Empty for nothing."""
    return column.text(row) if column.text else value_text(column.value(row), column.kind)


def value_text(value: CellValue, kind: Kind) -> str:
    """A typed value as it is read in Swedish."""
    match value:
        case None:
            return ""
        case bool():
            return _("ja") if value else _("nej")
        case dt.datetime():
            local = in_sweden(value)
            return f"{iso_date(local.date())} {time_of_day(local.time())}"
        case dt.date():
            return iso_date(value)
        case int() | Decimal():
            return _number_text(value, kind)
        case str():
            return value


def _number_text(value: int | Decimal, kind: Kind) -> str:
    if kind is Kind.MONEY:
        return money(Decimal(value))
    if kind is Kind.PERCENT:
        return percent_plain(Decimal(value))
    return integer(value) if isinstance(value, int) else plain(value)
