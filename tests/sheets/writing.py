"""Workbooks and csv files as people make them, for the sheets of the tests."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

Value = str | int | float | bool | dt.date | dt.time | None


@dataclass(frozen=True, slots=True)
class Made:
    """One sheet: texts above the table (each merged over its width), headings and rows."""

    headings: Sequence[str]
    rows: Sequence[Sequence[Value]]
    above: Sequence[str] = ()
    groups: Mapping[str, int] | None = None


def write_book(path: Path, sheets: Mapping[str, Made]) -> Path:
    """A workbook whose dates, times and numbers are typed; ``groups`` are merged headings over so many columns each."""
    book = xlsxwriter.Workbook(str(path), {"strings_to_urls": False, "strings_to_formulas": False})
    formats = {kind: book.add_format({"num_format": shown}) for kind, shown in _FORMATS.items()}
    for name, made in sheets.items():
        sheet = book.add_worksheet(name)
        for row, text in enumerate(made.above):
            if text:
                sheet.merge_range(row, 0, row, max(1, len(made.headings) - 1), text)
        first = len(made.above)
        if made.groups:
            _write_groups(sheet, first, made.groups)
            first += 1
        for number, values in enumerate((made.headings, *made.rows), start=first):
            for column, value in enumerate(values):
                if isinstance(value, (dt.date, dt.time)):
                    sheet.write(number, column, value, formats[type(value)])
                elif value is not None:
                    sheet.write(number, column, value)
    book.close()
    return path


_FORMATS = {dt.date: "yyyy-mm-dd", dt.time: "hh:mm"}


def _write_groups(sheet: Worksheet, row: int, groups: Mapping[str, int]) -> None:
    column = 0
    for text, width in groups.items():
        if width > 1:
            sheet.merge_range(row, column, row, column + width - 1, text.strip())
        else:
            sheet.write(row, column, text.strip())
        column += width


def write_lines(path: Path, rows: Iterable[Sequence[str]], *, between: str = ";", encoding: str = "cp1252") -> Path:
    """A csv as Excel saves it."""
    text = "".join(between.join(_quoted(cell, between) for cell in row) + "\r\n" for row in rows)
    path.write_bytes(text.encode(encoding))
    return path


def _quoted(cell: str, between: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if between in cell or '"' in cell or "\n" in cell else cell
