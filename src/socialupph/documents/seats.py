"""The seats of a session: solid is taken, hatched is offered, white is free or waiting. Words stand under each part."""

import datetime as dt
from dataclasses import dataclass

from socialupph.documents.flow import Strip
from socialupph.documents.tagged import DOCUMENT, TaggedCanvas
from socialupph.documents.text import Typesetter
from socialupph.documents.theme import LEFT, Cut, Ink, Style
from socialupph.domain.sign_ups import SeatCounts
from socialupph.i18n import _
from socialupph.i18n.formats import day_and_month, short_date
from socialupph.specs.sign_ups import free_text, offered_text, taken_text

_SQUARE, _STEP, _APART = 6.2, 7.7, 4.0
_MOST_SQUARES = 20
_BAR = 6.2
_OUTLINE = 0.7
_WORDS = Style(9.5, 12)
_STRONG = Style(9.5, 12, Cut.SEMIBOLD)
_BELOW = 1.3


@dataclass(frozen=True, slots=True)
class _Words:
    """A text under a part; ``right`` when it ends at ``at``."""

    text: str
    style: Style
    at: float
    right: bool = False


class Seats:
    """One square a seat, or one bar when there are many. ``until`` is the first day an offer runs out."""

    def __init__(self, setter: Typesetter, count: SeatCounts, until: dt.date | None, width: float) -> None:
        self._setter = setter
        self._count, self._until = count, until
        self._width = width
        self._seats = max(count.capacity, count.held)
        squares = self._seats * _STEP + (_APART + count.waiting * _STEP if count.waiting else 0)
        self._bar = self._seats > _MOST_SQUARES or squares > width + _STEP - _SQUARE or not self._seats
        self._lines = self._arrange(self._words())

    def strip(self, gap: float) -> Strip:
        """The seats as one strip."""
        return Strip(_SQUARE + _BELOW + len(self._lines) * _WORDS.line, self._draw, gap)

    def alternative(self) -> str:
        """The seats in words."""
        count = self._count
        offered = offered_text(count)
        if count.offered and self._until:
            offered = _("{offered} till och med {day}").format(offered=offered, day=day_and_month(self._until))
        waiting = _("{n} på reservlistan").format(n=count.waiting)
        return f"{taken_text(count)}, {offered}, {free_text(count)}, {waiting}"

    def _seats_end(self) -> float:
        if not self._bar:
            return LEFT + self._seats * _STEP - (_STEP - _SQUARE)
        whole = self._seats + self._count.waiting
        if not whole:
            return LEFT + self._width
        spare = _APART if self._count.waiting and self._seats else 0.0
        return LEFT + (self._width - spare) * self._seats / whole

    def _words(self) -> list[_Words]:
        count, end = self._count, self._seats_end()
        words = [_Words(taken_text(count), _STRONG, LEFT)]
        others = [free_text(count)]
        if count.offered:
            others.insert(0, self._offered())
        words.append(_Words(" · ".join(others), _WORDS, end, right=True))
        if count.waiting:
            words.append(_Words(_("{n} på reservlistan").format(n=count.waiting), _STRONG, self._waiting_start()))
        return words

    def _offered(self) -> str:
        offered = offered_text(self._count)
        if self._until is None:
            return offered
        return _("{offered} t.o.m. {day}").format(offered=offered, day=short_date(self._until))

    def _waiting_start(self) -> float:
        return self._seats_end() + _APART if self._seats else LEFT

    def _arrange(self, words: list[_Words]) -> list[list[tuple[float, _Words]]]:
        """The texts on as few lines as they need, none over another."""
        lines: list[list[tuple[float, _Words]]] = []
        edges: list[float] = []
        for item in words:
            text = _Words(self._setter.clean(item.text), item.style, item.at, item.right)
            width = self._setter.width(text.text, text.style)
            start = min(text.at - width if text.right else text.at, LEFT + self._width - width)
            start = max(start, LEFT)
            line = next((index for index, edge in enumerate(edges) if edge + 3 <= start), len(lines))
            if line == len(lines):
                lines.append([])
                edges.append(0.0)
            lines[line].append((start, text))
            edges[line] = start + width
        return lines

    def _draw(self, canvas: TaggedCanvas, top: float) -> None:
        bottom = top + _SQUARE + _BELOW + len(self._lines) * _WORDS.line
        canvas.within(canvas.figure(DOCUMENT, self.alternative(), (LEFT, top, LEFT + self._width, bottom)))
        if self._bar:
            self._draw_bar(canvas, top)
        else:
            self._draw_squares(canvas, top)
        for index, line in enumerate(self._lines):
            baseline = top + _SQUARE + _BELOW + index * _WORDS.line + _WORDS.drop
            for start, words in line:
                canvas.text(start, baseline, words.text, words.style, room=LEFT + self._width - start)

    def _draw_squares(self, canvas: TaggedCanvas, top: float) -> None:
        count = self._count
        for seat in range(self._seats):
            corner, size = (LEFT + seat * _STEP, top), (_SQUARE, _SQUARE)
            if seat < count.taken:
                canvas.box(corner, size, fill=Ink.ACCENT, outline=(0.6, Ink.ACCENT))
            elif seat < count.held:
                canvas.hatch(corner, size)
            else:
                canvas.box(corner, size, outline=(_OUTLINE, Ink.BLACK))
        for place in range(count.waiting):
            corner = (self._waiting_start() + place * _STEP, top)
            canvas.box(corner, (_SQUARE, _SQUARE), outline=(_OUTLINE, Ink.BLACK))

    def _draw_bar(self, canvas: TaggedCanvas, top: float) -> None:
        count, end = self._count, self._seats_end()
        if self._seats:
            seat = (end - LEFT) / self._seats
            if count.taken:
                canvas.box((LEFT, top), (seat * count.taken, _BAR), fill=Ink.ACCENT, outline=(0.6, Ink.ACCENT))
            if count.offered:
                canvas.hatch((LEFT + seat * count.taken, top), (seat * count.offered, _BAR))
            canvas.box((LEFT, top), (end - LEFT, _BAR), outline=(_OUTLINE, Ink.BLACK))
        if count.waiting:
            start = self._waiting_start()
            canvas.box((start, top), (LEFT + self._width - start, _BAR), outline=(_OUTLINE, Ink.BLACK))
