"""The strip of numbers over *Idag*: each a button to the list behind it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from socialupph.specs.marks import Mark
from socialupph.ui.kit import fonts
from socialupph.ui.kit.colours import tokens
from socialupph.ui.kit.flow import ColumnsLayout
from socialupph.ui.kit.marks import draw_mark, mark_colour, tone_text
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.paint import hairline, ring, rounded, text_in

_LEAST = 132


@dataclass(frozen=True, slots=True)
class Counter:
    """A number, what it counts, and one line with a sign; ``target`` is given back when it is pressed, which it cannot be without."""

    number: str
    word: str
    note: str = ""
    mark: Mark | None = None
    target: object = None


class _CounterButton(QAbstractButton):
    followed = Signal(object)

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self._hot = False
        self._ring = False
        self.setAccessibleName(", ".join(p for p in (f"{counter.number} {counter.word}", counter.note) if p))
        self.setToolTip(counter.note)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setEnabled(counter.target is not None)
        self.clicked.connect(self._follow)
        fonts.hub().changed.connect(self.updateGeometry)

    def _follow(self) -> None:
        self.followed.emit(self._counter.target)

    def text_width(self) -> int:
        """What its words need, in pixels at 100 %."""
        size, found = metrics(), self._counter
        note = fonts.measure("small").horizontalAdvance(found.note)
        note += size.mark + size.px(8) if found.mark else 0
        return round((max(fonts.measure("body", 500).horizontalAdvance(found.word), note) * 18) / size.unit) + 22

    def sizeHint(self) -> QSize:
        lines = (fonts.measure("number"), fonts.measure("body", 500), fonts.measure("small"))
        return QSize(metrics().px(150), sum(line.height() for line in lines) + metrics().px(16))

    def minimumSizeHint(self) -> QSize:
        return QSize(metrics().px(110), self.sizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hot = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hot = False
        self.update()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        now, size = tokens(), metrics()
        painter = QPainter(self)
        if self._hot:
            rounded(painter, QRectF(self.rect()), size.radius, now.hover)
        left, top = size.px(10), size.px(8)
        wide = self.width() - 2 * left
        painter.setFont(fonts.font("number"))
        high = fonts.measure("number").height()
        text_in(painter, QRect(left, top, wide, high), self._counter.number, now.text)
        top += high
        painter.setFont(fonts.font("body", 500))
        high = fonts.measure("body", 500).height()
        text_in(painter, QRect(left, top, wide, high), self._counter.word, now.text)
        top += high
        high = fonts.measure("small").height()
        mark, ink = self._counter.mark, now.text2
        lead = 0
        if mark is not None:
            colour = mark_colour(mark.tone, now)
            draw_mark(painter, left + 1, top + (high - size.mark) / 2, mark.shape, colour, size.mark)
            lead, ink = size.mark + size.px(8), tone_text(mark.tone, now)
        painter.setFont(fonts.font("small"))
        text_in(painter, QRect(left + lead, top, wide - lead, high), self._counter.note, ink)
        if self._ring and self.hasFocus():
            ring(painter, QRectF(self.rect()), size.radius, now.focus)


class Counters(QWidget):
    """Up to five in one card, with hairlines; in two rows where there is little room."""

    followed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = ColumnsLayout(5, _LEAST, gap=10, parent=self)
        self._space()
        fonts.hub().changed.connect(self._space)

    def _space(self) -> None:
        size = metrics()
        self._layout.setContentsMargins(size.px(10), size.half, size.px(10), size.half)

    def set_counters(self, counters: Sequence[Counter]) -> None:
        """Show these."""
        self._layout.clear()
        widest = _LEAST
        for counter in counters:
            button = _CounterButton(counter)
            widest = max(widest, button.text_width())
            button.followed.connect(self.followed)
            self._layout.addWidget(button)
        self._layout.share(len(counters), widest)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now, size = QPainter(self), tokens(), metrics()
        rounded(painter, QRectF(self.rect()), size.radius_card, now.base, now.line)
        edge = size.px(10)
        for number in range(1, self._layout.count()):
            item = self._layout.itemAt(number)
            if item is not None and item.geometry().x() > edge:
                box = item.geometry()
                x = box.x() - size.px(5)
                hairline(painter, x, box.y() + size.px(8), box.height() - size.px(16), now.line, vertical=True)
