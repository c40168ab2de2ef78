"""A row of a list as ready texts and signs, made once for each row that is looked at."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from socialupph.i18n import _, formats, translate
from socialupph.specs.marks import Mark, Tone
from socialupph.specs.tables import CellValue, Column, Kind, TableSpec

Row = TypeVar("Row")
NUMBER_KINDS = frozenset({Kind.INTEGER, Kind.DECIMAL, Kind.MONEY, Kind.PERCENT})
_SWEDEN = ZoneInfo("Europe/Stockholm")


class Cell(NamedTuple):
    """What the delegate draws, and what a screen reader says."""

    text: str
    mark: Mark | None
    detail: str
    detail_tone: Tone | None
    progress: float | None
    progress_tone: Tone
    spoken: str


BLANK = Cell("", None, "", None, None, Tone.NEUTRAL, "")


def _number(value: CellValue) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(str(value))


def _moment(value: CellValue) -> str:
    if isinstance(value, dt.datetime):
        local = value.astimezone(_SWEDEN)
        return f"{formats.iso_date(local.date())} {formats.time_of_day(local.time())}"
    return str(value)


def _date(value: CellValue) -> str:
    return formats.iso_date(value) if isinstance(value, dt.date) else str(value)


def _integer(value: CellValue) -> str:
    return formats.integer(int(_number(value)))


def _decimal(value: CellValue) -> str:
    return formats.plain(_number(value))


def _money(value: CellValue) -> str:
    return formats.money(_number(value))


def _percent(value: CellValue) -> str:
    return formats.percent_plain(_number(value))


_BY_KIND: dict[Kind, Callable[[CellValue], str]] = {
    Kind.DATE: _date,
    Kind.MOMENT: _moment,
    Kind.INTEGER: _integer,
    Kind.DECIMAL: _decimal,
    Kind.MONEY: _money,
    Kind.PERCENT: _percent,
}


def value_text(value: CellValue, kind: Kind) -> str:
    """How a typed value is read on screen when the column says nothing itself."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("ja") if value else _("nej")
    write = _BY_KIND.get(kind)
    return write(value) if write else str(value)


def _cell_text(column: Column[Row], row: Row, mark: Mark | None) -> str:
    if column.text is not None:
        return column.text(row)
    if mark is not None and column.kind is Kind.STATUS:
        return translate(mark.word)
    return value_text(column.value(row), column.kind)


def make_cells(spec: TableSpec[Row], row: Row) -> tuple[Cell, ...]:
    """The cells of ``row`` in the order of the spec's columns."""
    tone = Tone.ACCENT
    for column in spec.columns:
        status = column.mark(row) if column.kind is Kind.STATUS and column.mark else None
        if status is not None:
            tone = status.tone
            break
    return tuple(_one(column, row, tone) for column in spec.columns)


def _one(column: Column[Any], row: object, row_tone: Tone) -> Cell:
    mark = column.mark(row) if column.mark else None
    text = _cell_text(column, row, mark)
    detail = column.detail(row) if column.detail else ""
    detail_mark = column.detail_mark(row) if column.detail_mark else None
    progress = column.progress(row) if column.progress else None
    said = _("{text}, {detail}").format(text=text, detail=detail) if detail else text
    spoken = _("{column}: {value}").format(column=translate(column.title), value=said)
    return Cell(text, mark, detail, detail_mark.tone if detail_mark else None, progress, row_tone, spoken)
