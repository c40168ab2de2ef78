"""Tables: wrapped cells, a head on every page, rows that are never split, and a sum that never stands alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from socialupph.documents.flow import Element, Strip
from socialupph.documents.tagged import TaggedCanvas
from socialupph.documents.text import Typesetter
from socialupph.documents.theme import (
    CELL,
    CELL_DENSE,
    CELL_GAP,
    CELL_GAP_AFTER_NUMBER,
    HAIR,
    HEAD,
    HEAVY,
    LEFT,
    Cut,
    Ink,
    Sheet,
)
from socialupph.i18n import _

COLUMN_SCOPE = b"/A<</O/Table/Scope/Column>>"
ROW_SCOPE = b"/A<</O/Table/Scope/Row>>"
EMPTY = "\u2013"
_HEAD_AIR = 2.2
_ROW_AIR, _ROW_AIR_DENSE = 2.4, 1.8
_MOST_OF_A_PAGE = 0.75

Row = Sequence[str | None]
Cells = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column and its width in millimetres. ``names_row`` makes its cells the headers of their rows."""

    title: str
    width: float
    right: bool = False
    strong: bool = False
    names_row: bool = False


@dataclass(frozen=True, slots=True)
class _Slot:
    """Where the text of a column stands."""

    left: float
    room: float
    right: bool
    strong: bool
    names_row: bool


def _slots(columns: Sequence[TableColumn], left: float) -> tuple[_Slot, ...]:
    slots: list[_Slot] = []
    after_number = False
    for index, column in enumerate(columns):
        last = index == len(columns) - 1
        start = left + (CELL_GAP_AFTER_NUMBER if after_number and not column.right else 0.0)
        end = left + column.width - (0.0 if last or column.right else CELL_GAP)
        slots.append(_Slot(start, end - start, column.right, column.strong, column.names_row))
        left += column.width
        after_number = column.right
    return tuple(slots)


class Table:
    """Rows of texts become strips. The table is made once and asked for its strips once."""

    def __init__(
        self,
        setter: Typesetter,
        columns: Sequence[TableColumn],
        sheet: Sheet,
        *,
        dense: bool = False,
        least: float = 6.6,
        left: float = LEFT,
    ) -> None:
        self._setter = setter
        self._style = CELL_DENSE if dense else CELL
        self._strong = self._style.with_cut(Cut.SEMIBOLD)
        self._air = _ROW_AIR_DENSE if dense else _ROW_AIR
        self._least = least
        self._left = left
        self._right = left + sum(column.width for column in columns)
        self._slots = _slots(columns, left)
        self._titles = tuple(
            setter.cut(column.title, HEAD, slot.room, 2) for column, slot in zip(columns, self._slots, strict=True)
        )
        self._most_lines = int((sheet.body_end - 60) * _MOST_OF_A_PAGE / self._style.line)
        self._table = Element("Table")
        self._body = Element("TBody", self._table)

    def strips(self, rows: Sequence[Row], total: Row | None = None) -> list[Strip]:
        """The head, the rows and the sum row. The head is kept with two rows, the sum with the last two.

        An empty text is told as a dash, None is left blank.
        """
        head = Strip(self._head_height(), self._draw_head, keep=True)
        again = Strip(head.height, self._draw_head_again)
        strips = [head]
        last = len(rows) - 1
        for index, row in enumerate(rows):
            cells = self._wrap(row)
            heavy = index == last and total is None
            draw = partial(self._draw_row, cells, heavy)
            strips.append(Strip(self._height(cells), draw, head=again))
        if len(strips) > 2:
            strips[1].keep = True
            if total is None:
                strips[-2].keep = True
        if total is not None:
            for strip in strips[-2:]:
                strip.keep = True
            cells = self._wrap(total, strong=True)
            strips.append(Strip(self._height(cells), partial(self._draw_total, cells), head=again))
        return strips

    def _wrap(self, row: Row, *, strong: bool = False) -> Cells:
        cells: list[tuple[str, ...]] = []
        for text, slot in zip(row, self._slots, strict=True):
            style = self._strong if strong or slot.strong else self._style
            lines = () if text is None else self._setter.wrap(text, style, slot.room) or (EMPTY,)
            if len(lines) > self._most_lines:
                more = self._setter.cut(_("… fortsätter i registret"), style, slot.room)
                lines = (*lines[: self._most_lines - 1], *more)
            cells.append(lines)
        return tuple(cells)

    def _height(self, cells: Cells) -> float:
        return max(max(map(len, cells)) * self._style.line + self._air, self._least)

    def _head_height(self) -> float:
        return max(map(len, self._titles)) * HEAD.line + _HEAD_AIR

    def _draw_head(self, canvas: TaggedCanvas, top: float) -> None:
        row = canvas.element("TR", canvas.element("THead", self._table.on(canvas)))
        bottom = top + self._head_height()
        for lines, slot in zip(self._titles, self._slots, strict=True):
            cell = canvas.element("TH", row, COLUMN_SCOPE)
            if lines:
                canvas.within(cell)
                self._draw_title(canvas, bottom, lines, slot)
        canvas.artifact()
        self._head_rules(canvas, top, bottom)

    def _draw_head_again(self, canvas: TaggedCanvas, top: float) -> None:
        canvas.artifact("Header")
        bottom = top + self._head_height()
        for lines, slot in zip(self._titles, self._slots, strict=True):
            self._draw_title(canvas, bottom, lines, slot)
        self._head_rules(canvas, top, bottom)

    def _draw_title(self, canvas: TaggedCanvas, bottom: float, lines: tuple[str, ...], slot: _Slot) -> None:
        baseline = bottom - _HEAD_AIR / 2 - (len(lines) - 1) * HEAD.line - (HEAD.line - HEAD.drop)
        for line in lines:
            if slot.right:
                canvas.text_right(slot.left + slot.room, baseline, line, HEAD, room=slot.room)
            else:
                canvas.text(slot.left, baseline, line, HEAD, room=slot.room)
            baseline += HEAD.line

    def _head_rules(self, canvas: TaggedCanvas, top: float, bottom: float) -> None:
        canvas.rule(self._left, self._right, top, HEAVY, Ink.BLACK)
        canvas.rule(self._left, self._right, bottom, HEAVY, Ink.BLACK)

    def _draw_row(self, cells: Cells, heavy: bool, canvas: TaggedCanvas, top: float) -> None:
        bottom = self._draw_cells(cells, canvas, top)
        canvas.artifact()
        if heavy:
            canvas.rule(self._left, self._right, bottom, HEAVY, Ink.BLACK)
        else:
            canvas.rule(self._left, self._right, bottom, HAIR, Ink.RULE)

    def _draw_total(self, cells: Cells, canvas: TaggedCanvas, top: float) -> None:
        bottom = self._draw_cells(cells, canvas, top, total=True)
        canvas.artifact()
        canvas.rule(self._left, self._right, top, HEAVY, Ink.BLACK)
        canvas.rule(self._left, self._right, bottom, HEAVY, Ink.BLACK)

    def _draw_cells(self, cells: Cells, canvas: TaggedCanvas, top: float, *, total: bool = False) -> float:
        """Draws a row; where it ends."""
        height = self._height(cells)
        step = self._style.line
        highest = max(map(len, cells)) * step
        first = top + (height - highest) / 2 + self._style.drop
        row = canvas.element("TR", self._body.on(canvas))
        for lines, slot in zip(cells, self._slots, strict=True):
            header = slot.names_row
            cell = canvas.element("TH" if header else "TD", row, ROW_SCOPE if header else b"")
            if not lines:
                continue
            canvas.within(cell)
            style = self._strong if total or slot.strong else self._style
            baseline = first
            for line in lines:
                if slot.right:
                    canvas.text_right(slot.left + slot.room, baseline, line, style, room=slot.room)
                else:
                    canvas.text(slot.left, baseline, line, style, room=slot.room)
                baseline += step
        return top + height
