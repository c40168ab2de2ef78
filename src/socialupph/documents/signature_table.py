"""The table people sign in: names, a column a day, lines for those who come unannounced, and a count at the end."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from socialupph.documents.days import day_heads
from socialupph.documents.flow import Element, Strip
from socialupph.documents.names import short_form
from socialupph.documents.table import COLUMN_SCOPE, ROW_SCOPE
from socialupph.documents.tagged import TaggedCanvas
from socialupph.documents.text import Typesetter
from socialupph.documents.theme import HAIR, HEAD, HEAVY, LABEL, LEFT, WRITING, Cut, Ink, Sheet, Style
from socialupph.domain.views.papers import AttendanceLine, SessionDay
from socialupph.i18n import _
from socialupph.i18n.formats import time_span

NUMBER_WIDTH = 9.0
_HEAD_HEIGHT = 9.2
_ROW, _WALK_IN, _WALK_IN_HEAD, _COUNT = 9.0, 9.4, 5.6, 8.4
_AIR = 1.1
_INSIDE = 2.0
_ROOM_FOR_DAY = 36.0
_NAME = Style(10.5, 12.2, Cut.SEMIBOLD)
_SMALL = Style(8.5, 10.2, ink=Ink.GREY)
_NUMBER = Style(10, 12, Cut.SEMIBOLD)
_DAY = Style(9.5, 11.6, Cut.SEMIBOLD)
_CALL = Style(8.5, 10.6, Cut.SEMIBOLD, Ink.GREY)
_COUNT_WORDS = Style(9.5, 12, ink=Ink.GREY)


@dataclass(frozen=True, slots=True)
class SignatureColumns:
    """Widths in millimetres; ``contact`` is 0 when no contact details are asked for."""

    name: float
    contact: float
    day: float


@dataclass(frozen=True, slots=True)
class _Row:
    number: str
    name: tuple[str, ...]
    organisation: tuple[str, ...]
    contact: tuple[str, ...]


class SignatureTable:
    """Makes the strips of one sheet."""

    def __init__(
        self, setter: Typesetter, columns: SignatureColumns, days: Sequence[tuple[int, SessionDay]], sheet: Sheet
    ) -> None:
        self._setter = setter
        self._columns = columns
        self._days = days
        self._right = sheet.right
        first_day = sheet.right - columns.day * len(days)
        self._day_lefts = [first_day + columns.day * index for index in range(len(days))]
        self._name_left = LEFT + NUMBER_WIDTH
        self._contact_left = self._name_left + columns.name
        self._table = Element("Table")
        self._body = Element("TBody", self._table)
        self._heads = [day_heads(number, day) for number, day in days]

    # ---- strips

    def head(self) -> Strip:
        """The head of the table."""
        return Strip(_HEAD_HEIGHT, self._draw_head)

    def head_again(self) -> Strip:
        """The head on a page after the first, without meaning of its own."""
        return Strip(_HEAD_HEIGHT, self._draw_head_again)

    def names(self, lines: Sequence[AttendanceLine]) -> list[Strip]:
        """A strip for each person, numbered from 1."""
        strips: list[Strip] = []
        for index, line in enumerate(lines):
            row = self._row(index + 1, line)
            strips.append(Strip(self._height(row), partial(self._draw_name, row, index == len(lines) - 1)))
        return strips

    def walk_ins(self, first: int, count: int) -> list[Strip]:
        """Empty lines numbered on from the last name, under what to do there."""
        if not count:
            return []
        strips = [Strip(_WALK_IN_HEAD, self._draw_call)]
        for index in range(count):
            draw = partial(self._draw_walk_in, str(first + index), index == count - 1)
            strips.append(Strip(_WALK_IN, draw))
        return strips

    def count(self) -> Strip:
        """Where the leader writes how many were there."""
        return Strip(_COUNT, self._draw_count)

    # ---- what stands in a row

    def _row(self, number: int, line: AttendanceLine) -> _Row:
        setter, columns = self._setter, self._columns
        room = columns.name - _INSIDE
        contact: tuple[str, ...] = ()
        if columns.contact:
            parts = (line.email, line.phone)
            contact = tuple(part for text in parts for part in setter.wrap(text, _SMALL, columns.contact - 2 * _INSIDE))
        return _Row(
            str(number),
            setter.wrap(line.name, _NAME, room),
            setter.cut(short_form(line.organisation), _SMALL, room),
            contact,
        )

    def _height(self, row: _Row) -> float:
        name = len(row.name) * _NAME.line + len(row.organisation) * _SMALL.line
        return max(_ROW, name + _AIR, len(row.contact) * _SMALL.line + _AIR)

    # ---- drawing

    def _draw_head(self, canvas: TaggedCanvas, top: float) -> None:
        row = canvas.element("TR", canvas.element("THead", self._table.on(canvas)))
        titles = [(LEFT, _("Nr")), (self._name_left, _("Namn och organisation"))]
        if self._columns.contact:
            titles.append((self._contact_left + _INSIDE, _("Kontakt")))
        for left, text in titles:
            canvas.within(canvas.element("TH", row, COLUMN_SCOPE))
            canvas.text(left, top + 6.8, self._setter.clean(text), HEAD)
        for index in range(len(self._days)):
            canvas.within(canvas.element("TH", row, COLUMN_SCOPE))
            self._draw_day(canvas, top, index)
        canvas.artifact()
        self._head_rules(canvas, top)

    def _draw_head_again(self, canvas: TaggedCanvas, top: float) -> None:
        canvas.artifact("Header")
        canvas.text(LEFT, top + 6.8, self._setter.clean(_("Nr")), HEAD)
        canvas.text(self._name_left, top + 6.8, self._setter.clean(_("Namn och organisation")), HEAD)
        if self._columns.contact:
            canvas.text(self._contact_left + _INSIDE, top + 6.8, self._setter.clean(_("Kontakt")), HEAD)
        for index in range(len(self._days)):
            self._draw_day(canvas, top, index)
        self._head_rules(canvas, top)

    def _draw_day(self, canvas: TaggedCanvas, top: float, index: int) -> None:
        left, room = self._day_lefts[index] + _INSIDE, self._columns.day - _INSIDE - 1
        heads = [self._setter.clean(head) for head in self._heads[index]]
        head = next((text for text in heads if self._setter.width(text, _DAY) <= room), heads[-1])
        canvas.text(left, top + 3.6, f"{head} ", _DAY, room=room)
        day = self._days[index][1]
        hours = self._setter.clean(time_span(day.start, day.end))
        sign = self._setter.clean(_("Namnteckning"))
        if self._setter.width(sign, LABEL) + self._setter.width(hours, LABEL) + 2 <= room:
            canvas.text(left, top + 7.5, f"{sign} ", LABEL, room=room)
            canvas.text_right(left + room, top + 7.5, hours, LABEL, room=room)
        else:
            canvas.text(left, top + 7.5, hours, LABEL, room=room)

    def _head_rules(self, canvas: TaggedCanvas, top: float) -> None:
        canvas.rule(LEFT, self._right, top, HEAVY, Ink.BLACK)
        canvas.rule(LEFT, self._right, top + _HEAD_HEIGHT, HEAVY, Ink.BLACK)
        self._uprights(canvas, top, _HEAD_HEIGHT)

    def _uprights(self, canvas: TaggedCanvas, top: float, height: float, *, contact: bool = True) -> None:
        lefts = [self._contact_left, *self._day_lefts] if self._columns.contact and contact else self._day_lefts
        for left in lefts:
            canvas.line((left, top), (left, top + height))

    def _end_row(self, canvas: TaggedCanvas, top: float, height: float, *, heavy: bool) -> None:
        canvas.artifact()
        self._uprights(canvas, top, height)
        if heavy:
            canvas.rule(LEFT, self._right, top + height, HEAVY, Ink.BLACK)
        else:
            canvas.rule(LEFT, self._right, top + height, HAIR)

    def _empty_cells(self, canvas: TaggedCanvas, row: int, count: int) -> None:
        for _cell in range(count):
            canvas.element("TD", row)

    def _draw_name(self, line: _Row, last: bool, canvas: TaggedCanvas, top: float) -> None:
        height = self._height(line)
        row = canvas.element("TR", self._body.on(canvas))
        canvas.within(canvas.element("TD", row))
        canvas.text(LEFT, top + height / 2 + 1.2, line.number, _NUMBER, room=NUMBER_WIDTH)
        canvas.within(canvas.element("TH", row, ROW_SCOPE))
        block = len(line.name) * _NAME.line + len(line.organisation) * _SMALL.line
        y = top + (height - block) / 2
        room = self._columns.name - _INSIDE
        for index, text in enumerate(line.name):
            ending = " " if index == len(line.name) - 1 else ""
            canvas.text(self._name_left, y + _NAME.drop, text + ending, _NAME, room=room)
            y += _NAME.line
        for text in line.organisation:
            canvas.text(self._name_left, y + _SMALL.drop, text, _SMALL, room=room)
            y += _SMALL.line
        if self._columns.contact:
            self._draw_contact(canvas, row, line, top)
        self._empty_cells(canvas, row, len(self._days))
        self._end_row(canvas, top, height, heavy=last)

    def _draw_contact(self, canvas: TaggedCanvas, row: int, line: _Row, top: float) -> None:
        cell = canvas.element("TD", row)
        y = top + (self._height(line) - len(line.contact) * _SMALL.line) / 2
        for text in line.contact:
            canvas.within(cell)
            room = self._columns.contact - 2 * _INSIDE
            canvas.text(self._contact_left + _INSIDE, y + _SMALL.drop, f"{text} ", _SMALL, room=room)
            y += _SMALL.line

    def _draw_call(self, canvas: TaggedCanvas, top: float) -> None:
        columns = 2 + bool(self._columns.contact) + len(self._days)
        row = canvas.element("TR", self._body.on(canvas))
        canvas.within(canvas.element("TD", row, b"/A<</O/Table/ColSpan %d>>" % columns))
        text = self._setter.clean(_("Inte föranmäld? Texta ditt namn och din organisation."))
        canvas.text(LEFT, top + 3.9, text, _CALL)
        canvas.artifact()
        self._uprights(canvas, top, _WALK_IN_HEAD, contact=False)
        canvas.rule(LEFT, self._right, top + _WALK_IN_HEAD, HAIR)

    def _draw_walk_in(self, number: str, last: bool, canvas: TaggedCanvas, top: float) -> None:
        row = canvas.element("TR", self._body.on(canvas))
        canvas.within(canvas.element("TD", row))
        canvas.text(LEFT, top + _WALK_IN / 2 + 1.2, number, _NUMBER, room=NUMBER_WIDTH)
        self._empty_cells(canvas, row, 1 + bool(self._columns.contact) + len(self._days))
        self._end_row(canvas, top, _WALK_IN, heavy=last)

    def _draw_count(self, canvas: TaggedCanvas, top: float) -> None:
        baseline = top + 6.2
        canvas.within(canvas.element("P"))
        canvas.text(LEFT, baseline, self._setter.clean(_("Antal närvarande")), _NUMBER)
        for left, (number, _day) in zip(self._day_lefts, self._days, strict=True):
            canvas.within(canvas.element("P"))
            self._draw_count_of_day(canvas, left + _INSIDE, baseline, number)

    def _draw_count_of_day(self, canvas: TaggedCanvas, left: float, baseline: float, number: int) -> None:
        """A line for the number and one for the initials; in a narrow column the day's number is left out."""
        setter, room = self._setter, self._columns.day - 2 * _INSIDE
        day = setter.clean(_("dag {n}").format(n=number)) if number and room > _ROOM_FOR_DAY else ""
        sign = setter.clean(_("sign."))
        day_width = setter.width(day, _COUNT_WORDS) + 1.8 if day else 0.0
        sign_width = setter.width(sign, _COUNT_WORDS)
        lines = room - day_width - sign_width - 3.7
        first, second = min(20.0, lines * 0.38), min(40.0, lines * 0.62)
        start = left + day_width
        sign_at = start + first + 2
        if day:
            canvas.text(left, baseline, f"{day} ", _COUNT_WORDS)
        canvas.text(sign_at, baseline, sign, _COUNT_WORDS)
        sign_line = sign_at + sign_width + 1.7
        canvas.artifact()
        canvas.rule(start, start + first, baseline + 0.5, WRITING, Ink.GREY)
        canvas.rule(sign_line, sign_line + second, baseline + 0.5, WRITING, Ink.GREY)
