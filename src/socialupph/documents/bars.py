"""A volume against what was agreed, drawn: solid is delivered, hatched is planned, white is left. Words say the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from socialupph.documents.flow import Strip
from socialupph.documents.tagged import DOCUMENT, TaggedCanvas
from socialupph.documents.text import Typesetter
from socialupph.documents.theme import LABEL, LEFT, Cut, Ink, Style
from socialupph.domain.views.papers import LedgerBar
from socialupph.i18n import _
from socialupph.i18n.formats import decimal, rounded

_HEIGHT = 9.0
_OUTLINE = 0.8
_ABOVE_MARK, _BELOW_MARK, _MARK = 3.2, 2.2, 1.5
_TICK = 1.4
_INSIDE = 2.5
_INSIDE_STYLE = Style(10.5, 13, Cut.SEMIBOLD, Ink.WHITE)
_OUTSIDE_STYLE = Style(9.5, 12)
_MARK_STYLE = Style(9.5, 12, Cut.SEMIBOLD)
_BETWEEN_LABELS = 3.0


@dataclass(frozen=True, slots=True)
class _Label:
    """A text over the bar, as near to ``at`` as the others let it."""

    at: float
    text: str
    style: Style
    width: float


def spread(wanted: Sequence[tuple[float, float]], left: float, right: float) -> list[float]:
    """Where texts of the given centres and widths start, in order, so that none covers another and all stay inside."""
    starts: list[float] = []
    edge = left
    for centre, width in wanted:
        start = max(edge, min(centre - width / 2, right - width))
        starts.append(start)
        edge = start + width + _BETWEEN_LABELS
    edge = right
    for index in range(len(starts) - 1, -1, -1):
        starts[index] = min(starts[index], edge - wanted[index][1])
        edge = starts[index] - _BETWEEN_LABELS
    return starts


class VolumeBar:
    """The bar of a ledger."""

    def __init__(self, setter: Typesetter, bar: LedgerBar, unit: str, width: float) -> None:
        self._setter = setter
        self._bar = bar
        self._unit = unit
        self._width = width
        self._scale = max(bar.agreed.value, bar.delivered.value, bar.planned.value)
        self._above = sorted(self._labels_above(), key=lambda label: label.at)

    def strips(self, gap: float) -> list[Strip]:
        """The bar as one strip; none when nothing was agreed or delivered."""
        if self._scale <= 0:
            return []
        return [Strip(self._bar_top() + _HEIGHT + _BELOW_MARK + LABEL.line, self._draw, gap)]

    def alternative(self) -> str:
        """The bar in words."""
        bar = self._bar
        parts = [
            _("Skala från 0 till {agreed} {unit}.").format(agreed=bar.agreed.text, unit=self._unit),
            _("Levererat {delivered}.").format(delivered=bar.delivered.text),
        ]
        if bar.planned.value > bar.delivered.value:
            parts.append(_("Med det som är planerat {planned}.").format(planned=bar.planned.text))
        if bar.threshold:
            parts.append(_("Gräns {label}.").format(label=bar.threshold_label or bar.threshold.text))
        return " ".join(parts)

    def _bar_top(self) -> float:
        return _MARK_STYLE.line + 0.2 + _ABOVE_MARK if self._above else 0.0

    def _x(self, value: Fraction) -> float:
        return LEFT + float(value / self._scale) * self._width

    def _label(self, at: float, text: str, style: Style) -> _Label:
        text = self._setter.clean(text)
        return _Label(at, text, style, self._setter.width(text, style))

    def _marks(self) -> list[tuple[Fraction, str]]:
        """Lines through the bar: the threshold, and what was agreed when more than that is delivered."""
        bar = self._bar
        marks: list[tuple[Fraction, str]] = []
        if bar.threshold and 0 < bar.threshold.value <= self._scale:
            marks.append((bar.threshold.value, bar.threshold_label or bar.threshold.text))
        if self._scale > bar.agreed.value > 0:
            marks.append((bar.agreed.value, _("avtalat {volume}").format(volume=bar.agreed.text)))
        return marks

    def _labels_above(self) -> list[_Label]:
        if self._scale <= 0:
            return []
        labels = [self._label(self._x(value), text, _MARK_STYLE) for value, text in self._marks()]
        outside = self._outside()
        if outside and not self._fits_right(outside):
            labels.append(self._label(LEFT + self._width, outside, _OUTSIDE_STYLE))
        return labels

    def _delivered_text(self) -> str:
        return self._setter.clean(_("{volume} levererat").format(volume=self._bar.delivered.text))

    def _delivered_inside(self) -> bool:
        part = self._x(self._bar.delivered.value) - LEFT
        return part >= self._setter.width(self._delivered_text(), _INSIDE_STYLE) + 2 * _INSIDE

    def _outside(self) -> str:
        """What is told to the right of the filled parts."""
        parts: list[str] = []
        if not self._delivered_inside():
            parts.append(self._delivered_text())
        if self._bar.planned.value > self._bar.delivered.value:
            parts.append(_("{volume} planerat").format(volume=self._bar.planned.text))
        return self._setter.clean(" · ".join(parts))

    def _filled_to(self) -> float:
        return self._x(max(self._bar.delivered.value, self._bar.planned.value))

    def _fits_right(self, text: str) -> bool:
        start = self._filled_to() + 2
        end = start + self._setter.width(text, _OUTSIDE_STYLE)
        crossed = any(start - 1 < self._x(value) < end + 1 for value, _text in self._marks())
        return end <= LEFT + self._width - 1 and not crossed

    def _draw(self, canvas: TaggedCanvas, top: float) -> None:
        bottom = top + self._bar_top() + _HEIGHT + _BELOW_MARK + LABEL.line
        box = (LEFT, top, LEFT + self._width, bottom)
        canvas.within(canvas.figure(DOCUMENT, self.alternative(), box))
        bar_top = top + self._bar_top()
        self._draw_parts(canvas, bar_top)
        starts = spread([(label.at, label.width) for label in self._above], LEFT, LEFT + self._width)
        for label, start in zip(self._above, starts, strict=True):
            canvas.text(start, top + label.style.drop, label.text, label.style)
        for value, _text in self._marks():
            x = self._x(value)
            canvas.line((x, bar_top - _ABOVE_MARK), (x, bar_top + _HEIGHT + _BELOW_MARK), _MARK, Ink.BLACK)
        self._draw_ticks(canvas, bar_top + _HEIGHT)

    def _draw_parts(self, canvas: TaggedCanvas, top: float) -> None:
        bar = self._bar
        end = self._x(bar.delivered.value)
        if end > LEFT:
            canvas.box((LEFT, top), (end - LEFT, _HEIGHT), fill=Ink.ACCENT, outline=(0.6, Ink.ACCENT))
        if bar.planned.value > bar.delivered.value:
            canvas.hatch((end, top), (self._x(bar.planned.value) - end, _HEIGHT))
        canvas.box((LEFT, top), (self._width, _HEIGHT), outline=(_OUTLINE, Ink.BLACK))
        middle = top + _HEIGHT / 2
        if self._delivered_inside():
            room = end - LEFT - 2 * _INSIDE
            canvas.text(LEFT + _INSIDE, middle + 1.25, self._delivered_text(), _INSIDE_STYLE, room=room)
        outside = self._outside()
        if outside and self._fits_right(outside):
            start = self._filled_to() + 2
            canvas.text(start, middle + 1.15, outside, _OUTSIDE_STYLE, room=LEFT + self._width - start)

    def _draw_ticks(self, canvas: TaggedCanvas, y: float) -> None:
        for value, _text in self._ticks():
            x = self._x(value)
            canvas.line((x, y), (x, y + _TICK), 0.8, Ink.BLACK)
        baseline = y + _BELOW_MARK + LABEL.drop - 0.2
        for start, text in self._tick_labels():
            canvas.text(start, baseline, text, LABEL)

    def _ticks(self) -> list[tuple[Fraction, str]]:
        bar = self._bar
        places = 1 if "," in bar.agreed.text else 0
        ticks = [(Fraction(0), decimal(0, places))]
        for quarter in range(1, 5):
            value = bar.agreed.value * quarter / 4
            if 0 < value < self._scale and rounded(value, places) == value:
                ticks.append((value, decimal(value, places)))
        end = max((bar.agreed, bar.delivered, bar.planned), key=lambda amount: amount.value)
        ticks.append((self._scale, end.text))
        return ticks

    def _tick_labels(self) -> list[tuple[float, str]]:
        """Texts under the ticks that do not collide; the first and the last always stand."""
        end = LEFT + self._width
        texts = [(self._x(value), self._setter.clean(text)) for value, text in self._ticks()]
        last = end - self._setter.width(texts[-1][1], LABEL)
        labels = [(LEFT, texts[0][1])]
        edge = LEFT + self._setter.width(texts[0][1], LABEL) + _BETWEEN_LABELS
        for x, text in texts[1:-1]:
            width = self._setter.width(text, LABEL)
            start = x - width / 2
            if start >= edge and start + width + _BETWEEN_LABELS <= last:
                labels.append((start, text))
                edge = start + width + _BETWEEN_LABELS
        return [*labels, (last, texts[-1][1])]
