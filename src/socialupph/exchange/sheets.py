"""A file as the user sees it in Excel: sheets of rows of typed cells, and the limits that every file is held to."""

import datetime as dt
import unicodedata
from dataclasses import dataclass

from socialupph.domain.values import clean_text

Cell = str | int | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta | None

MAX_FILE_BYTES = 20 * 1024 * 1024
MAX_UNPACKED_BYTES = 100 * 1024 * 1024
MAX_UNPACKED_RATIO = 100
MAX_ROWS = 200_000
MAX_GRID_ROWS = MAX_ROWS + 1  # a heading beside them
MAX_COLUMNS = 500
MAX_CELLS = 10_000_000
MAX_TEXT = 200_000_000


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. ``rows[0]`` is the row that the user sees as ``first_row``; ``first_column`` counts from 0.

    ``merged`` are ranges (top, left, bottom, right) in indexes of ``rows``; the value of a merged range stands in its first cell.
    """

    name: str
    rows: list[list[Cell]]
    first_row: int = 1
    first_column: int = 0
    hidden: bool = False
    merged: tuple[tuple[int, int, int, int], ...] = ()

    def row_number(self, index: int) -> int:
        """The row number that Excel shows for ``rows[index]``."""
        return self.first_row + index

    def column_letters(self, index: int) -> str:
        """The letters that Excel shows above column ``index``."""
        letters, number = "", self.first_column + index + 1
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord("A") + rest) + letters
        return letters


@dataclass(frozen=True, slots=True)
class Grid:
    """All sheets of a file. ``encoding`` and ``delimiter`` tell how a text file was read; empty for a workbook."""

    sheets: tuple[Sheet, ...]
    encoding: str = ""
    delimiter: str = ""


def clean(text: str) -> str:
    """``text`` as it may be stored (``clean_text``), without what Excel and hyphenation leave behind."""
    if text.isprintable() and (text.isascii() or unicodedata.is_normalized("NFC", text)):
        return text
    return clean_text(text.replace("_x000D_", "").replace("\xad", ""))


def is_blank(cell: Cell) -> bool:
    """Whether a cell holds nothing that can be read."""
    return cell is None or (isinstance(cell, str) and (not cell or cell.isspace()))
