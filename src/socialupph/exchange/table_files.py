"""Lists out of the program: xlsx, csv, a copy for the clipboard and rows for ``--json``, all from one ``TableSpec``.

A cell never becomes a formula, a link or a number that it was not. A file appears whole or not at all.
"""

import datetime as dt
import html
import io
import re
import tempfile
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import IO, Protocol, TypeVar, cast

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from socialupph.domain.errors import FileProblem
from socialupph.exchange.files import replacing
from socialupph.exchange.table_cells import (
    FORMULA_STARTS,
    LONGEST_TEXT,
    columns_of,
    headings,
    local,
    plain_cell,
    text_cell,
)
from socialupph.i18n import N_, translate
from socialupph.specs.cells import NUMBER_KINDS
from socialupph.specs.tables import CellValue, Column, Kind, TableSpec


class Book(Protocol):
    """The part of a workbook that is used, with its types; the library tells fewer."""

    def add_worksheet(self, _name: str, /) -> Worksheet: ...
    def add_format(self, _properties: Mapping[str, object], /) -> Format: ...


Row = TypeVar("Row")
JsonValue = str | int | bool | None

_LAST_ROW = 1_048_576
_EXCEL_DAY_ZERO = dt.date(1899, 12, 30).toordinal()
_FIRST_TRUE_DAY = 61  # 1900-03-01: before that Excel counts a day that never was
_BAD_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")
_ABOUT = N_("Om listan")


def write_xlsx(
    spec: TableSpec[Row],
    rows: Iterable[Row],
    columns: Sequence[str],
    path: Path,
    *,
    facts: Mapping[str, str] | None = None,
) -> int:
    """Write the chosen columns of ``rows`` to ``path`` and return how many rows there were.

    ``facts`` (filter, day, municipality) stand on a sheet of their own, so that the list begins in its first row.
    """
    with new_workbook(path) as book:
        count = _write_sheet(book, spec, rows, columns_of(spec, columns))
        _write_facts(book, facts or {})
    return count


@contextmanager
def new_workbook(path: Path) -> Generator[Book]:
    """A workbook that becomes the file ``path``, whole or not at all. No text in it turns into a formula, a link or a number.

    Its sheets are written row by row.
    """
    packed = io.BytesIO()
    with replacing(path) as draft, tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        book = xlsxwriter.Workbook(
            packed,
            {
                "constant_memory": True,
                "tmpdir": scratch,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
            },
        )
        try:
            yield cast("Book", book)
            book.close()
        finally:
            for sheet in book.worksheets():
                rows_file: IO[str] | None = getattr(sheet, "row_data_fh", None)
                if rows_file is not None:
                    rows_file.close()
        draft.write_bytes(packed.getbuffer())


def _write_sheet(book: Book, spec: TableSpec[Row], rows: Iterable[Row], columns: Sequence[Column[Row]]) -> int:
    sheet = book.add_worksheet(sheet_name(translate(spec.title)))
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    titles = headings(columns)
    for index, (column, title) in enumerate(zip(columns, titles, strict=True)):
        sheet.set_column(index, index, max(column.width, min(len(title), 24)) + 2)
    for index, title in enumerate(titles):
        sheet.write_string(0, index, title, bold)
    sheet.freeze_panes(1, 0)
    writers = [(index, column.value, _cell_writer(book, sheet, column.kind)) for index, column in enumerate(columns)]
    number = 0
    for number, row in enumerate(rows, start=1):
        if number >= _LAST_ROW:
            raise FileProblem("file.too_many_rows_out")
        for index, get, write in writers:
            value = get(row)
            if value is not None:
                write(number, index, value)
    if columns:
        sheet.autofilter(0, 0, number, len(columns) - 1)
    return number


CellWriter = Callable[[int, int, CellValue], object]
_NUMBER_FORMATS = {
    Kind.DATE: "yyyy-mm-dd", Kind.MOMENT: "yyyy-mm-dd hh:mm", Kind.INTEGER: "#,##0", Kind.DECIMAL: "#,##0.0###", Kind.MONEY: "#,##0.00",
    Kind.PERCENT: "0.##%",
}  # fmt: skip


def _cell_writer(book: Book, sheet: Worksheet, kind: Kind) -> CellWriter:
    """How a column's cells are written: as what they are, whatever they look like."""
    typed = book.add_format({"num_format": _NUMBER_FORMATS[kind]}) if kind in _NUMBER_FORMATS else None
    text = text_writer(book, sheet)
    if kind in NUMBER_KINDS:
        return _number_writer(sheet, typed, text, 100 if kind is Kind.PERCENT else 1)
    if kind in (Kind.DATE, Kind.MOMENT):
        return _day_writer(sheet, typed, text)
    return text


def text_writer(book: Book, sheet: Worksheet) -> CellWriter:
    """Writes texts; one that begins like a formula is marked as text, so that it stays one when somebody edits the cell."""
    quoted = book.add_format({"quote_prefix": True})
    write_string = sheet.write_string

    def write(row: int, column: int, value: CellValue) -> object:
        text = value if type(value) is str and value.isprintable() and len(value) <= LONGEST_TEXT else text_cell(value)
        if not text:
            return None
        return write_string(row, column, text, quoted if text[0] in FORMULA_STARTS else None)

    return write


def _number_writer(sheet: Worksheet, typed: Format | None, text: CellWriter, divisor: int) -> CellWriter:
    write_number = sheet.write_number

    def write(row: int, column: int, value: CellValue) -> object:
        if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
            return write_number(row, column, float(value) if divisor == 1 else float(value / divisor), typed)
        return text(row, column, value)

    return write


def _day_writer(sheet: Worksheet, typed: Format | None, text: CellWriter) -> CellWriter:
    write_number = sheet.write_number

    def write(row: int, column: int, value: CellValue) -> object:
        if isinstance(value, dt.datetime):
            shown = local(value)
            serial = (
                shown.toordinal() - _EXCEL_DAY_ZERO + (shown.hour * 3600 + shown.minute * 60 + shown.second) / 86_400
            )
        elif isinstance(value, dt.date):
            serial = value.toordinal() - _EXCEL_DAY_ZERO
        else:
            return text(row, column, value)
        return write_number(row, column, serial, typed) if serial >= _FIRST_TRUE_DAY else text(row, column, value)

    return write


def _write_facts(book: Book, facts: Mapping[str, str]) -> None:
    if not facts:
        return
    sheet = book.add_worksheet(sheet_name(translate(_ABOUT)))
    write = text_writer(book, sheet)
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 60)
    for row, (name, fact) in enumerate(facts.items()):
        write(row, 0, name)
        write(row, 1, fact)


def sheet_name(title: str) -> str:
    """A title as Excel takes it: at most 31 signs, none of its own signs, no apostrophe at the ends."""
    cleaned = " ".join(_BAD_SHEET_NAME.sub(" ", text_cell(title)).split())[:31].strip(" '")
    return cleaned if cleaned and cleaned.casefold() != "history" else translate(N_("Lista"))


def write_csv(spec: TableSpec[Row], rows: Iterable[Row], columns: Sequence[str], path: Path) -> int:
    """Write csv as Excel in Swedish opens it right: UTF-8 with its mark, semicolons, decimal comma, CRLF. Returns the rows."""
    chosen = columns_of(spec, columns)
    getters = [(column.value, column.kind) for column in chosen]
    count = 0
    with replacing(path) as draft, draft.open("w", encoding="utf-8-sig", newline="") as stream:
        put = stream.write
        put(_csv_line(headings(chosen)))
        for count, row in enumerate(rows, start=1):  # noqa: B007 -- the last number is the answer
            put(_csv_line([plain_cell(get(row), kind) for get, kind in getters]))
    return count


_NEEDS_QUOTES = re.compile('[;"\r\n\t,]|^ | $')


def _csv_line(cells: Sequence[str]) -> str:
    return (
        ";".join('"' + cell.replace('"', '""') + '"' if _NEEDS_QUOTES.search(cell) else cell for cell in cells) + "\r\n"
    )


def as_tsv_html(spec: TableSpec[Row], rows: Iterable[Row], columns: Sequence[str]) -> tuple[str, str]:
    """The same rows for the clipboard: tabs for spreadsheets, a table for Word and mail."""
    chosen = columns_of(spec, columns)
    titles = headings(chosen)
    lines = ["\t".join(_one_line(title) for title in titles)]
    table = [
        "<table><thead><tr>",
        *(f'<th scope="col">{html.escape(title)}</th>' for title in titles),
        "</tr></thead><tbody>",
    ]
    for row in rows:
        cells = [(plain_cell(column.value(row), column.kind), column.kind) for column in chosen]
        lines.append("\t".join(_one_line(text) for text, _kind in cells))
        table.append("<tr>" + "".join(_html_cell(text, kind) for text, kind in cells) + "</tr>")
    table.append("</tbody></table>")
    return "\r\n".join(lines), "".join(table)


def _one_line(text: str) -> str:
    return " ".join(re.split(r"[\t\r\n]+", text))


def _html_cell(text: str, kind: Kind) -> str:
    shown = html.escape(text).replace("\n", "<br>")
    if kind in NUMBER_KINDS:
        return f'<td align="right">{shown}</td>'
    return f"<td style=\"mso-number-format:'\\@'\">{shown}</td>"


def row_as_json(spec: TableSpec[Row], row: Row) -> dict[str, JsonValue]:
    """A row for ``--json``: column names of the code, days as ISO, exact figures as texts."""
    return {column.key: _json_value(column.value(row)) for column in spec.columns}


def _json_value(value: CellValue) -> JsonValue:
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, (dt.date, dt.datetime)):
        return value.isoformat()
    return format(value, "f") if isinstance(value, Decimal) else value
