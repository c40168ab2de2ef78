"""How far a workbook reaches and how much text it holds once it is read, measured on its raw XML before a reader sees it.

A reader keeps every cell between the first and the last, and a copy of a shared text for each cell that uses it; so one stray cell or
one long text can take all memory there is.
"""

import re
from array import array
from collections.abc import Iterable
from xml.parsers import expat

from socialupph.domain.errors import FileProblem
from socialupph.exchange.sheets import MAX_CELLS, MAX_COLUMNS, MAX_GRID_ROWS, MAX_ROWS, MAX_TEXT, MAX_UNPACKED_BYTES

# Cells beyond column Z or row 9 999; nearly none in an ordinary list, so the search runs at full speed. Blanks are taken out and
# quotation marks made one kind before, so that there is one way to write a reference.
_FAR_CELL = re.compile(rb"""r="(?:([A-Z]{2,3})(\d{1,7})|[A-Z](\d{5,7}))"[^>]*>""")
_SHARED_TEXT = re.compile(rb't="s"[^>]*><v>(\d{1,9})<')
_SHARED = b't="s"'
_NEAR_COLUMNS, _NEAR_ROWS = 26, 9_999
_ONE_QUOTE = bytes.maketrans(b"'", b'"')
_OVERLAP = 512


def _plain(piece: bytes) -> bytes:
    return piece.translate(_ONE_QUOTE, b" \t\r\n")


class XlsxExtent:
    """Measures the parts of an xlsx. Any part may be called a sheet or the shared texts, so each is measured as both."""

    def __init__(self) -> None:
        self._lengths: array[int] = array("L")
        self._parts_with_texts = 0
        self._shared_cells = 0

    def measure(self, pieces: Iterable[bytes]) -> None:
        """Refuse a part whose cells lie too far apart; note its shared texts and how many cells use any."""
        lengths: array[int] = array("L", [0])
        width, height, tail = _NEAR_COLUMNS, _NEAR_ROWS, b""
        for piece in pieces:
            _note_lengths(lengths, piece)
            window = tail + _plain(piece)
            self._shared_cells += window.count(_SHARED)
            for letters, row, tall_row in _FAR_CELL.findall(window):
                if letters:
                    width = max(width, _column_number(letters))
                height = max(height, int(row or tall_row))
            if width > MAX_COLUMNS or height > MAX_GRID_ROWS:
                width, height = _exact_extent(window, width, height)
            _refuse_large(width, height)
            tail = window[-_OVERLAP:]
        if len(lengths) > 1:
            self._lengths = lengths
            self._parts_with_texts += 1

    def may_repeat_too_much(self) -> bool:
        """Whether the longest shared text in every cell would be too much, so that each cell has to be looked at."""
        return max(self._lengths, default=0) * self._shared_cells > MAX_TEXT

    def check_repeated(self, pieces: Iterable[bytes]) -> None:
        """Refuse a workbook whose cells together repeat too much text."""
        lengths, longest, total = self._lengths, max(self._lengths, default=0), 0
        for piece in pieces:
            window = _plain(piece)
            used = _SHARED_TEXT.findall(window)
            if self._parts_with_texts > 1:
                used = []
            unseen = max(0, window.count(_SHARED) - len(used))  # written oddly: the worst is assumed
            total += unseen * longest
            total += sum(lengths[int(number) + 1] for number in used if int(number) + 1 < len(lengths))
            _refuse_long(total)


def _note_lengths(lengths: "array[int]", piece: bytes) -> None:
    """The length of each shared text, counted from 1; what stands before the first is at 0."""
    first, *others = piece.split(b"<si")
    lengths[-1] += len(first)
    lengths.extend(len(other) for other in others)


def _exact_extent(window: bytes, width: int, height: int) -> tuple[int, int]:
    """The extent again, without cells that only carry a format: a stray border far away is no data."""
    far = [match for match in _FAR_CELL.finditer(window) if not match.group(0).endswith(b"/>")]
    wide = max((_column_number(match.group(1)) for match in far if match.group(1)), default=_NEAR_COLUMNS)
    tall = max((int(match.group(2) or match.group(3)) for match in far), default=_NEAR_ROWS)
    return (wide if width > MAX_COLUMNS else width, tall if height > MAX_GRID_ROWS else height)


def _refuse_large(width: int, height: int) -> None:
    if height > MAX_GRID_ROWS:
        raise FileProblem("file.too_many_rows", {"limit": MAX_ROWS})
    if width > MAX_COLUMNS:
        raise FileProblem("file.too_many_columns", {"limit": MAX_COLUMNS})
    if width * height > MAX_CELLS:
        raise FileProblem("file.too_many_cells")


def _refuse_long(letters: int) -> None:
    if letters > MAX_TEXT:
        raise FileProblem("file.unpacks_too_large", {"limit": MAX_UNPACKED_BYTES // (1024 * 1024)})


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


class OdsExtent:
    """How far the content of each sheet of an OpenDocument file reaches, repeated rows and cells counted."""

    def __init__(self) -> None:
        self._row = self._column = self._row_end = 0
        self._repeat_row = self._repeat_cell = 1
        self._row_text = self._text = 0
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters

    def measure(self, pieces: Iterable[bytes]) -> None:
        """Refuse content that reaches too far or repeats too much text."""
        try:
            for piece in pieces:
                self._parser.Parse(piece, False)
            self._parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise FileProblem("file.damaged") from error

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table:table":
            self._row = 0
        elif name == "table:table-row":
            self._repeat_row = _repeat(attributes.get("table:number-rows-repeated"))
            self._column = self._row_end = 0
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self._repeat_cell = _repeat(attributes.get("table:number-columns-repeated"))
            self._column += self._repeat_cell
            if "office:value-type" in attributes:
                self._row_end = self._column
        elif name == "text:p":
            self._row_end = self._column

    def _characters(self, text: str) -> None:
        self._row_text += len(text) * self._repeat_cell

    def _end(self, name: str) -> None:
        if name == "table:table-row":
            self._text += self._row_text * self._repeat_row
            self._row_text = 0
            _refuse_long(self._text)
            self._row += self._repeat_row
            if self._row_end:
                _refuse_large(self._row_end, self._row)


def _repeat(told: str | None) -> int:
    return int(told) if told and told.isascii() and told.isdigit() and len(told) < 10 else 1
