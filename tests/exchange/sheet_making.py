"""Sheets of one's own made for one test: a csv, or a workbook with one sheet, read back without help."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from socialupph.domain.commands.register_sheets import AnyRow, SheetKind
from socialupph.exchange.register_sheets import OpenedSheet, SheetDraft, open_sheets, read_sheet
from socialupph.specs.import_messages import note_message, row_message
from tests.sheets.writing import Made, Value, write_book, write_lines

Row = TypeVar("Row")


def csv_sheet(
    folder: Path, name: str, headings: Sequence[str], *rows: Sequence[str], above: Sequence[str] = ()
) -> OpenedSheet:
    """The only sheet of a csv."""
    lines = [*((text,) for text in above), headings, *rows]
    [opened] = open_sheets(write_lines(folder / f"{name}.csv", lines, encoding="utf-8"))
    return opened


def xlsx_sheet(
    folder: Path,
    name: str,
    headings: Sequence[str],
    *rows: Sequence[Value],
    above: Sequence[str] = (),
    groups: Mapping[str, int] | None = None,
) -> OpenedSheet:
    """The only sheet of a workbook; it is called ``name``."""
    [opened] = open_sheets(write_book(folder / "bok.xlsx", {name: Made(headings, rows, above, groups)}))
    return opened


def rows_of(draft: SheetDraft, row: type[Row]) -> list[Row]:
    """The rows, which are all of that type."""
    assert all(isinstance(one, row) for one in draft.rows)
    return [one for one in draft.rows if isinstance(one, row)]


def read_as(opened: OpenedSheet, kind: SheetKind, row: type[Row]) -> list[Row]:
    """The rows of a sheet that is recognised as ``kind`` by itself."""
    assert opened.kind is kind
    return rows_of(read_sheet(opened), row)


def told(draft: SheetDraft) -> list[str]:
    """What is said of the sheet as a whole."""
    return [note_message(code, facts) for code, facts in draft.notes]


def wrong(rows: Sequence[AnyRow]) -> dict[int, str]:
    """What is said of the rows that cannot stand, by row number."""
    return {row.row: row_message(row.row, row.errors) for row in rows if row.errors}
