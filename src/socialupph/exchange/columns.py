"""Mapped columns become typed values, a column at a time: each distinct cell is read once. Whatever cannot be read is a row's error."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TypeVar

from socialupph.domain.commands.imports import RowError
from socialupph.domain.values import OrgNumber
from socialupph.exchange.cell_values import (
    EMPTY_WORDS,
    LONGEST_EMPTY_WORD,
    OPEN_ENDED,
    Amount,
    CellError,
    DateOrder,
    date_parts,
    lines_of,
    read_amount,
    read_cpv,
    read_date,
    text_of,
)
from socialupph.exchange.headings import heading_of
from socialupph.exchange.parties import read_org_number
from socialupph.exchange.recognise import Mapping
from socialupph.exchange.sheets import Cell
from socialupph.specs.imports import Content, ListKind, TargetField

T = TypeVar("T")
_SERIAL_DIGITS = 5
Note = tuple[str, dict[str, str]]


class TypedColumns:
    """The rows of a list by field. ``errors`` are by index of row; ``notes`` say what was guessed over a whole column."""

    def __init__(
        self, rows: Sequence[Sequence[Cell]], headers: Sequence[str], mapping: Mapping, kind: ListKind
    ) -> None:
        self._rows = rows
        self._headers = headers
        self._columns: dict[str, list[int]] = {}
        self._fields = {key: kind.field(key) for key in mapping if key}
        for column, key in enumerate(mapping):
            if key:
                self._columns.setdefault(key, []).append(column)
        self._cells: dict[int, list[Cell]] = {}
        self._orders: dict[int, DateOrder] = {}
        self.errors: dict[int, list[RowError]] = {}
        self.notes: list[Note] = []

    def header(self, key: str) -> str:
        """The heading of the field's column as the user sees it, else the field's own Swedish name is for the caller to say."""
        columns = self._columns.get(key)
        return self._headers[columns[0]] if columns else ""

    def cells(self, column: int) -> list[Cell]:
        """One column of raw cells; short rows are empty to the right."""
        if column not in self._cells:
            try:
                cells = [row[column] for row in self._rows]
            except IndexError:
                cells = [row[column] if column < len(row) else None for row in self._rows]
            if bool in set(map(type, cells)):  # True is 1 to a dict, and columns are read by distinct cell
                cells = [text_of(cell) if isinstance(cell, bool) else cell for cell in cells]
            self._cells[column] = cells
        return self._cells[column]

    def texts(self, key: str) -> list[str]:
        """One line of text a row; several columns are joined. A dash or *saknas* is no text."""
        return self._joined(key, _text_or_nothing, " ")

    def words(self, key: str) -> list[str]:
        """One line of text a row as it stands, a dash being an answer."""
        return self._joined(key, text_of, " ")

    def long_texts(self, key: str) -> list[str]:
        """Text with its line breaks; several columns are joined, each named by its heading when there are several."""
        return self._joined(key, lines_of, "\n")

    def codes(self, key: str) -> list[str]:
        """CPV codes."""
        return self._joined(key, read_cpv, " ")

    def days(self, key: str, no_day: frozenset[str] = frozenset()) -> list[dt.date | None]:
        """Days; which of day and month stands first is decided over the whole column. ``no_day`` are words that tell none."""
        column = self._only(key)
        return [None] * len(self._rows) if column is None else self.days_at(column, key, no_day)

    def days_at(self, column: int, key: str, no_day: frozenset[str] = frozenset()) -> list[dt.date | None]:
        """The days of one of several columns of a field."""
        cells, order = self.cells(column), self._order(column)
        if set(map(type, cells)) <= {dt.date, type(None)} and _all_sane(cells):
            return [cell if isinstance(cell, dt.date) else None for cell in cells]
        return self._read(key, column, lambda cell: _day(cell, order, no_day), None)

    def positions(self, key: str) -> tuple[int, ...]:
        """The columns of a field, from left to right."""
        return tuple(self._columns.get(key, ()))

    def heading(self, column: int) -> str:
        """The heading of a column as the user sees it."""
        return self._headers[column]

    def values(self, key: str, read: Callable[[Cell], T | CellError | None]) -> list[T | None]:
        """Whatever ``read`` makes of the cells of a field's only column; None where nothing stands or nothing can be read."""
        column = self._only(key)
        return [None] * len(self._rows) if column is None else self.values_at(column, key, read)

    def values_at(self, column: int, key: str, read: Callable[[Cell], T | CellError | None]) -> list[T | None]:
        """``values`` for one of several columns of a field."""
        return self._read(key, column, read, None)

    def texts_at(self, column: int, key: str, *, lines: bool = False) -> list[str]:
        """Texts of one of several columns of a field; ``lines`` keeps line breaks."""
        return self._limited(
            self._fields[key], column, _each(self.cells(column), lines_of if lines else _text_or_nothing)
        )

    def open_ended(self, key: str) -> list[int]:
        """Indexes of the rows whose cell says *tills vidare*."""
        column = self._only(key)
        cells = [] if column is None else self.cells(column)
        return [
            index for index, cell in enumerate(cells) if type(cell) is str and cell.strip().casefold() in OPEN_ENDED
        ]

    def amounts(self, target: str) -> list[Amount | None]:
        """Amounts, from whichever field in kronor, thousands or millions has a column."""
        for key, field in self._fields.items():
            column = self._only(key)
            if field.target == target and column is not None:
                currency = heading_of(self._headers[column]).currency or "SEK"
                if field.factor > 1:
                    code = "note.thousands" if field.factor == 1000 else "note.millions"
                    self.notes.append((code, {"column": self._headers[column]}))
                return self._read(key, column, _amount_reader(field, currency), None)
        return [None] * len(self._rows)

    def org_numbers(self, key: str) -> list[OrgNumber | None]:
        """Organisation numbers."""
        column = self._only(key)
        return [None] * len(self._rows) if column is None else self._read(key, column, read_org_number, None)

    def fail(self, index: int, error: RowError) -> None:
        """Say what is wrong with a row."""
        self.errors.setdefault(index, []).append(error)

    def _only(self, key: str) -> int | None:
        columns = self._columns.get(key)
        return columns[0] if columns else None

    def _joined(self, key: str, read: Callable[[Cell], str], between: str) -> list[str]:
        columns = self._columns.get(key)
        if not columns:
            return [""] * len(self._rows)
        field = self._fields[key]
        parts = [self._limited(field, column, _each(self.cells(column), read)) for column in columns]
        if len(parts) == 1:
            return parts[0]
        if field.content is Content.NOTES:
            named = [_named(self._headers[column], part) for column, part in zip(columns, parts, strict=True)]
        else:
            named = parts
        return [between.join(part for part in row if part) for row in zip(*named, strict=True)]

    def _limited(self, field: TargetField, column: int, texts: list[str]) -> list[str]:
        if texts and max(map(len, texts)) > field.limit:
            for index, text in enumerate(texts):
                if len(text) > field.limit:
                    self.fail(
                        index,
                        RowError("import.too_long", field.key, self._headers[column], {"limit": str(field.limit)}),
                    )
                    texts[index] = text[: field.limit]
        return texts

    def _read(
        self, key: str, column: int, read: Callable[[Cell], T | CellError | None], blank: T | None
    ) -> list[T | None]:
        cells = self.cells(column)
        known = {cell: read(cell) for cell in set(cells)}
        failed = {cell for cell, value in known.items() if isinstance(value, CellError)}
        if failed:
            for index, cell in enumerate(cells):
                error = known[cell]
                if isinstance(error, CellError):
                    self.fail(index, RowError(error.code, key, self._headers[column], {"value": error.shown}))
        values = {cell: blank if isinstance(value, CellError) else value for cell, value in known.items()}
        return [values[cell] for cell in cells]

    def _order(self, column: int) -> DateOrder:
        if column not in self._orders:
            decided = _orders(
                {c: self.cells(c) for key in self._columns for c in self._columns[key] if self._is_day(key)}
            )
            for one, (order, sure) in decided.items():
                self._orders[one] = order if order is not None else DateOrder.DAY_FIRST
                code = _order_note(order, sure=sure)
                if code:
                    self.notes.append((code, {"column": self._headers[one]}))
            self._orders.setdefault(column, DateOrder.DAY_FIRST)
        return self._orders[column]

    def _is_day(self, key: str) -> bool:
        return self._fields[key].content is Content.DATE


def _day(cell: Cell, order: DateOrder, no_day: frozenset[str]) -> dt.date | CellError | None:
    """A day; also one that a text file tells as Excel counts them."""
    if no_day and isinstance(cell, str) and cell.strip().casefold() in no_day:
        return None
    if isinstance(cell, str) and len(bare := cell.strip()) == _SERIAL_DIGITS and bare.isdecimal():
        return read_date(int(bare))
    return read_date(cell, order)


def _text_or_nothing(cell: Cell) -> str:
    text = text_of(cell)
    return "" if len(text) <= LONGEST_EMPTY_WORD and text.casefold() in EMPTY_WORDS else text


def _amount_reader(field: TargetField, currency: str) -> Callable[[Cell], Amount | CellError | None]:
    return lambda cell: read_amount(cell, field.factor, currency)


def _named(heading: str, texts: Sequence[str]) -> list[str]:
    return [f"{heading}: {text}" if text else "" for text in texts]


def _each(cells: Sequence[Cell], read: Callable[[Cell], str]) -> list[str]:
    """``read`` over a column, once for each distinct cell."""
    known = {cell: read(cell) for cell in set(cells)}
    return [known[cell] for cell in cells]


def _all_sane(cells: Sequence[Cell]) -> bool:
    days = {cell for cell in cells if isinstance(cell, dt.date)}
    return not days or not (
        isinstance(read_date(min(days)), CellError) or isinstance(read_date(max(days)), CellError) or _has_none(days)
    )


def _has_none(days: set[dt.date]) -> bool:
    return read_date(min(days)) is None or read_date(max(days)) is None


def _orders(columns: dict[int, list[Cell]]) -> dict[int, tuple[DateOrder | None, bool]]:
    """For each column of days: which order its own days tell, else what the other columns tell; None when nothing needs it."""
    told = {column: _told_order(cells) for column, cells in columns.items()}
    shared = {order for order, _needed in told.values() if order is not None}
    decided: dict[int, tuple[DateOrder | None, bool]] = {}
    for column, (order, needed) in told.items():
        if order is not None:
            decided[column] = (order, True)
        elif needed and len(shared) == 1:
            decided[column] = (next(iter(shared)), True)
        else:
            decided[column] = (DateOrder.DAY_FIRST if needed else None, False)
    return decided


def _told_order(cells: Sequence[Cell]) -> tuple[DateOrder | None, bool]:
    """(the order that days over 12 tell, whether any cell needs one)."""
    day_first = month_first = needed = False
    for cell in set(cells):
        parts = date_parts(" ".join(cell.split())) if isinstance(cell, str) and "20" in cell else None
        if parts:
            needed = True
            day_first = day_first or parts[0] > 12
            month_first = month_first or parts[1] > 12
    if day_first:
        return DateOrder.DAY_FIRST, needed
    return (DateOrder.MONTH_FIRST if month_first else None), needed


def _order_note(order: DateOrder | None, *, sure: bool) -> str:
    if order is None:
        return ""
    if order is DateOrder.MONTH_FIRST:
        return "note.month_first"
    return "note.day_first" if sure else "note.day_first_guessed"
