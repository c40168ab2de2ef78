"""Cells on their way out: what a column's value is in a file, and texts that no spreadsheet may take for a formula."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import TypeVar

from socialupph.domain.swedish_time import in_sweden
from socialupph.domain.values import clean_text
from socialupph.i18n import _, translate
from socialupph.specs.tables import CellValue, Column, Kind, TableSpec

Row = TypeVar("Row")

LONGEST_TEXT = 32_767
FORMULA_STARTS = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")


def columns_of(spec: TableSpec[Row], keys: Sequence[str]) -> tuple[Column[Row], ...]:
    """The chosen columns in the order they were chosen; KeyError for one that the list has not."""
    return tuple(spec.column(key) for key in keys)


def headings(columns: Sequence[Column[Row]]) -> list[str]:
    """The headings as they are read."""
    return [clean_text(translate(column.title)) for column in columns]


def text_cell(value: object) -> str:
    """Any value as text that every file format and program takes: no control characters, not longer than Excel allows."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("Ja") if value else _("Nej")
    if isinstance(value, dt.datetime):
        return local(value).strftime("%Y-%m-%d %H:%M")
    text = value if isinstance(value, str) else str(value)
    text = text if text.isprintable() else clean_text(text)
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"


def local(moment: dt.datetime) -> dt.datetime:
    """A moment as Swedish clocks show it, without its zone: no spreadsheet knows zones."""
    return in_sweden(moment).replace(tzinfo=None) if moment.tzinfo else moment


def guarded(text: str) -> str:
    """``text`` with an apostrophe before it where a spreadsheet could take it for a formula."""
    return "'" + text if text[:1] in FORMULA_STARTS else text


def plain_cell(value: CellValue, kind: Kind) -> str:
    """A value as bare text for csv and copying: decimal comma, ISO days, shares with a percent sign; numbers stay numbers."""
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        number = _digits(value)
        return f"{number}%" if kind is Kind.PERCENT else number
    return guarded(text_cell(value))


def _digits(value: float | Decimal) -> str:
    if isinstance(value, int):
        return str(value)
    return format(value if isinstance(value, Decimal) else Decimal(repr(value)), "f").replace(".", ",")
