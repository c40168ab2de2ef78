"""CPV and occupations from a file: a table, Genericode or JSON is read into rows, each with its errors. Nothing is compared or written.

What a check digit is worth: see ``domain/cpv.py``. A digit that is known to be wrong, or that another row of the file contradicts, is
an error. One that only does not follow the rule is an error too, except in a list as long as EU's own in which few do: there it is
a remark, since the list of 2008 was published with some such.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from socialupph.domain.commands.code_lists import CodeRow
from socialupph.domain.commands.imports import LeftOut, LeftOutReason, RowError
from socialupph.domain.cpv import CpvCode, parse_cpv
from socialupph.domain.errors import FileProblem
from socialupph.domain.kinds import CodeList
from socialupph.exchange.cell_values import EMPTY_WORDS, text_of
from socialupph.exchange.code_columns import CONCEPT, CodeColumns, find_columns, looks_like_code
from socialupph.exchange.file_guard import FileKind, kind_of, read_bytes
from socialupph.exchange.genericode import is_xml, read_genericode
from socialupph.exchange.json_lists import is_json, read_json
from socialupph.exchange.sheets import Cell, Sheet, is_blank
from socialupph.exchange.text_files import decode, read_text
from socialupph.exchange.workbooks import read_workbook

LONGEST_NAME = 300
_SHOWN = 80
_LONG_LIST = 1000
_FEW = 10
"""In a long list at most one digit in so many does not follow the rule."""

_PROBLEM = {CodeList.CPV: "list.no_cpv", CodeList.OCCUPATION: "list.no_occupations"}


@dataclass(frozen=True, slots=True)
class CodeListDraft:
    """A list of codes as it would be taken in. ``sheet`` is the one that was read; each row carries its own errors."""

    which: CodeList
    sheet: str
    rows: tuple[CodeRow, ...]
    left_out: tuple[LeftOut, ...] = ()


def read_code_list(path: Path, which: CodeList | None = None) -> CodeListDraft:
    """Read ``path`` as that list, or as the one it is.

    Raises FileProblem: what can be wrong with any file, ``list.no_cpv`` or ``list.no_occupations`` for one that is no such list,
    ``list.no_codes`` for one that is neither.
    """
    sheets = _sheets(path)
    best: tuple[int, CodeList, Sheet, CodeColumns] | None = None
    for wanted in CodeList if which is None else (which,):
        for sheet in sheets:
            columns = find_columns(sheet, wanted)
            if columns is None:
                continue
            count = sum(looks_like_code(wanted, _text(row, columns.code)) for row in sheet.rows[columns.data_start :])
            if best is None or (count, not sheet.hidden) > (best[0], not best[2].hidden):
                best = count, wanted, sheet, columns
    if best is None or best[0] == 0:
        raise FileProblem("list.no_codes" if which is None else _PROBLEM[which])
    return _Reader(best[1], best[2], best[3]).read()


def _sheets(path: Path) -> Sequence[Sheet]:
    if is_xml(_head(path)):
        return (read_genericode(path),)
    data = read_bytes(path)
    if kind_of(data) is not FileKind.TEXT:
        return read_workbook(data).sheets
    if is_json(decode(data[:4096])[0]):
        return (read_json(data, path.stem),)
    return read_text(data, path.stem).sheets


def _head(path: Path) -> bytes:
    """How the file begins; nothing for one that cannot be read, which the reader that follows tells."""
    try:
        with path.open("rb") as stream:
            return stream.read(4096)
    except OSError:
        return b""


def _text(row: Sequence[Cell], column: int | None) -> str:
    return text_of(row[column]) if column is not None and column < len(row) else ""


class _Reader:
    """Puts the rows of a sheet together and finds what cannot stand."""

    def __init__(self, which: CodeList, sheet: Sheet, columns: CodeColumns) -> None:
        self._which, self._sheet, self._columns = which, sheet, columns
        self._rows: list[CodeRow] = []
        self._codes: list[CpvCode | None] = []
        self._written: list[str] = []
        self._left_out: list[LeftOut] = []
        self._code_heading = self._heading(columns.code)

    def _heading(self, column: int | None) -> str:
        """What a message calls a column: its heading, else its letters."""
        return self._columns.heading(column) or ("" if column is None else self._sheet.column_letters(column))

    def read(self) -> CodeListDraft:
        """All rows below the headings. FileProblem when most codes stand there again and again: a list of something else."""
        last = max(index for index in self._indexes() if self._is_code(index))
        for index in self._indexes():
            self._take(index, index > last)
        if self._which is CodeList.CPV:
            self._check_divisions()
            self._check_digits()
        self._check_twice()
        return CodeListDraft(self._which, self._sheet.name, tuple(self._rows), tuple(self._left_out))

    def _indexes(self) -> range:
        return range(self._columns.data_start, len(self._sheet.rows))

    def _is_code(self, index: int) -> bool:
        return looks_like_code(self._which, _text(self._sheet.rows[index], self._columns.code))

    # ---- one row

    def _take(self, index: int, after_last: bool) -> None:
        row, number = self._sheet.rows[index], self._sheet.row_number(index)
        filled = [column for column, cell in enumerate(row) if not is_blank(cell)]
        if not filled:
            return
        text = _text(row, self._columns.code)
        if text and text == self._columns.heading(self._columns.code):
            self._leave(number, LeftOutReason.REPEATED_HEADER, row)
        elif not self._is_code(index) and len(filled) == 1 and (after_last or self._is_aside(filled[0])):
            self._leave(number, LeftOutReason.FOOTER, row)
        else:
            self._rows.append(self._row(number, row, text))

    def _is_aside(self, column: int) -> bool:
        return column not in {self._columns.code, self._columns.swedish, self._columns.english}

    def _leave(self, number: int, reason: LeftOutReason, row: Sequence[Cell]) -> None:
        text = " ".join(part for part in (text_of(cell) for cell in row) if part)
        self._left_out.append(LeftOut(number, reason, text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"))

    def _row(self, number: int, row: Sequence[Cell], text: str) -> CodeRow:
        columns = self._columns
        names = [_named(_text(row, column)) for column in (columns.swedish, columns.english)]
        parsed = parse_cpv(text) if self._which is CodeList.CPV else None
        self._codes.append(parsed)
        self._written.append(text[:_SHOWN])
        if parsed is not None and not any(names):
            names[0] = parsed.name
        code = parsed.code if parsed is not None else text
        groups = tuple(dict.fromkeys(part.strip() for part in _text(row, columns.groups).split("|") if part.strip()))
        errors = self._row_errors(text, parsed, names)
        return CodeRow(number, code, names[0][:LONGEST_NAME], names[1][:LONGEST_NAME], groups, tuple(errors))

    def _row_errors(self, text: str, parsed: CpvCode | None, names: Sequence[str]) -> list[RowError]:
        columns = self._columns
        heading, shown = self._code_heading, text[:_SHOWN]
        if not text:
            return [RowError("import.code_missing", "code", heading)]
        if self._which is CodeList.CPV and parsed is None:
            return [RowError("import.cpv_shape", "code", heading, {"value": shown})]
        if self._which is CodeList.OCCUPATION and not CONCEPT.fullmatch(text):
            return [RowError("import.concept_shape", "code", heading, {"value": shown})]
        if not any(names):
            return [RowError("import.name_missing", "label", self._heading(columns.swedish), {"value": shown})]
        if max(map(len, names)) > LONGEST_NAME:
            long = columns.swedish if len(names[0]) > LONGEST_NAME else columns.english
            return [RowError("import.too_long", "label", self._heading(long), {"limit": str(LONGEST_NAME)})]
        return []

    # ---- all rows together

    def _fail(self, place: int, error: RowError) -> None:
        row = self._rows[place]
        if not row.errors:
            self._rows[place] = replace(row, errors=(error,))

    def _check_divisions(self) -> None:
        """The first two digits are those of a division, or of one that a long list, which may be newer than this program, has."""
        own: set[str] = set()
        if len(self._codes) >= _LONG_LIST:
            own = {one.code[:2] for one in self._codes if one is not None and one.code.endswith("000000")}
        heading = self._code_heading
        for place, one in enumerate(self._codes):
            if one is not None and not one.has_division and one.code[:2] not in own:
                facts = {"value": self._written[place], "first": one.code[:2]}
                self._fail(place, RowError("import.cpv_division", "code", heading, facts))

    def _check_digits(self) -> None:
        digits = [one for one in self._codes if one is not None and one.digit]
        odd = sum(not one.follows_rule for one in digits)
        published = len(digits) >= _LONG_LIST and odd * _FEW <= len(digits)
        heading = self._code_heading
        first: dict[str, tuple[int, str]] = {}
        for place, one in enumerate(self._codes):
            if one is None or not one.digit:
                continue
            written = {"value": f"{one.code}-{one.digit}"}
            earlier, digit = first.setdefault(one.code, (self._rows[place].row, one.digit))
            wrong = RowError("import.cpv_digit", "code", heading, {**written, "first": one.expected_digit})
            if digit != one.digit:
                differ = RowError("import.cpv_digits_differ", "code", heading, {**written, "first": str(earlier)})
                self._fail(place, differ)
            elif one.is_surely_wrong or not (one.follows_rule or published):
                self._fail(place, wrong)
            elif not one.follows_rule:
                self._rows[place] = replace(self._rows[place], remarks=(replace(wrong, code="import.cpv_digit_odd"),))

    def _check_twice(self) -> None:
        """A code that stands there again says the same as before, adds a collection, or is an error."""
        first: dict[str, int] = {}
        clashes = 0
        for place, row in enumerate(self._rows):
            if row.errors:
                continue
            earlier = first.setdefault(row.code, place)
            if earlier == place:
                continue
            before = self._rows[earlier]
            if (row.label, row.label_en) == (before.label, before.label_en):
                groups = tuple(dict.fromkeys((*before.groups, *row.groups)))
                self._rows[earlier] = replace(before, groups=groups)
                self._rows[place] = replace(row, same_as=before.row)
            else:
                clashes += 1
                facts = {"value": row.code, "first": str(before.row)}
                self._fail(place, RowError("import.code_twice", "label", "", facts))
        if clashes > len(first):
            raise FileProblem(_PROBLEM[self._which])


def _named(text: str) -> str:
    return "" if text.casefold() in EMPTY_WORDS else text
