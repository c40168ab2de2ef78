"""Workbooks through calamine: xlsx, xlsm and ods become sheets. The file has been measured by ``file_guard`` before."""

import io
from types import TracebackType

import python_calamine

from socialupph.domain.errors import FileProblem
from socialupph.exchange.sheets import MAX_COLUMNS, MAX_GRID_ROWS, MAX_ROWS, Cell, Grid, Sheet, clean

_MAX_MERGED = 20_000


class _Cleaned(dict[str, str | None]):
    """Every distinct text cleaned once; an empty one is no value."""

    def __missing__(self, text: str) -> str | None:
        cleaned = self[text] = clean(text) or None
        return cleaned


class _ReaderErrors:
    """Turns whatever the reader stumbles over into a ``FileProblem``; a panic of its Rust core has no importable class."""

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if kind is None or kind is FileProblem:
            return
        if issubclass(kind, python_calamine.PasswordError):
            raise FileProblem("file.encrypted") from error
        if issubclass(kind, (python_calamine.CalamineError, OSError, ValueError)) or kind.__name__ == "PanicException":
            raise FileProblem("file.damaged") from error


def read_workbook(data: bytes) -> Grid:
    """All sheets that hold anything, hidden ones last."""
    with _ReaderErrors(), python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
        sheets = [
            _sheet(book.get_sheet_by_name(about.name), about.visible is not python_calamine.SheetVisibleEnum.Visible)
            for about in book.sheets_metadata
            if about.typ is python_calamine.SheetTypeEnum.WorkSheet
        ]
    filled = [sheet for sheet in sheets if sheet.rows]
    if not filled:
        raise FileProblem("file.empty")
    return Grid(tuple(sorted(filled, key=lambda sheet: sheet.hidden)))


def _sheet(source: python_calamine.CalamineSheet, hidden: bool) -> Sheet:
    start, end = source.start, source.end
    if start is None or end is None:
        return Sheet(clean(source.name), [], hidden=hidden)
    if end[0] + 1 > MAX_GRID_ROWS:
        raise FileProblem("file.too_many_rows", {"limit": MAX_ROWS})
    if end[1] - start[1] + 1 > MAX_COLUMNS:
        raise FileProblem("file.too_many_columns", {"limit": MAX_COLUMNS})
    cleaned = _Cleaned()
    rows: list[list[Cell]] = [
        [cleaned[cell] if type(cell) is str else cell for cell in row] for row in source.to_python()
    ]
    merged = _fill_down(rows, source.merged_cell_ranges or [], start)
    return Sheet(clean(source.name), rows, start[0] + 1, start[1], hidden, merged)


def _fill_down(
    rows: list[list[Cell]], ranges: list[tuple[tuple[int, int], tuple[int, int]]], start: tuple[int, int]
) -> tuple[tuple[int, int, int, int], ...]:
    """Merged ranges as indexes of ``rows``; what is merged over several rows is said for each of them."""
    merged: list[tuple[int, int, int, int]] = []
    for (top, left), (bottom, right) in ranges[:_MAX_MERGED]:
        area = (top - start[0], left - start[1], min(bottom - start[0], len(rows) - 1), right - start[1])
        if area[0] < 0 or area[1] < 0 or area[0] >= len(rows) or area[1] >= len(rows[0]):
            continue
        merged.append(area)
        value = rows[area[0]][area[1]]
        if value is not None:
            for row in rows[area[0] + 1 : area[2] + 1]:
                if row[area[1]] is None:
                    row[area[1]] = value
    return tuple(merged)
