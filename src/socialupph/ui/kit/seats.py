"""The seats of a session as boxes, one each, and in words below."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from socialupph.domain.sign_ups import SeatCounts
from socialupph.i18n import _
from socialupph.specs import sign_ups as words
from socialupph.specs.marks import Mark
from socialupph.ui.kit import fonts
from socialupph.ui.kit.colours import tokens
from socialupph.ui.kit.flow import FlowLayout
from socialupph.ui.kit.labels import MarkLabel, ToneLabel
from socialupph.ui.kit.marks import draw_mark
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.paint import rounded

_NONE = SeatCounts(0, 0, 0, 0, 0, 0)


class _Boxes(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._count = _NONE
        policy = QSizePolicy(
            QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred
        )  # fixed would keep its first height
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        fonts.hub().changed.connect(self.updateGeometry)

    def set_count(self, count: SeatCounts) -> None:
        self._count = count
        self.updateGeometry()
        self.update()

    def _kinds(self) -> Sequence[Mark]:
        count = self._count
        kinds = (
            (words.SEAT_CONFIRMED, count.confirmed),
            (words.SEAT_SIGNED_UP, count.signed_up),
            (words.SEAT_OFFERED, count.offered),
            (words.SEAT_FREE, count.free),
        )
        return [mark for mark, number in kinds for _seat in range(number)]

    def _step(self) -> tuple[int, int]:
        size = metrics()
        return size.px(38), size.px(28)

    def _columns(self, width: int) -> int:
        return max(1, (width + metrics().px(6)) // self._step()[0])

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = -(-max(1, len(self._kinds())) // self._columns(width))
        return rows * self._step()[1]

    def sizeHint(self) -> QSize:
        return QSize(self._step()[0] * 10, self.heightForWidth(max(self.width(), self._step()[0] * 10)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._step()[0] * 4, self._step()[1])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, size = QPainter(self), metrics()
        across, down = self._step()
        columns = self._columns(self.width())
        for number, mark in enumerate(self._kinds()):
            row, column = divmod(number, columns)
            box = QRect(column * across, row * down, across - size.px(6), down - size.px(6))
            self._box(painter, box, mark)

    def _box(self, painter: QPainter, box: QRect, mark: Mark) -> None:
        now, size = tokens(), metrics()
        rect = QRectF(box)
        radius = size.half
        if mark is words.SEAT_FREE:
            rounded(painter, rect, radius, None, now.edge, dashed=True)
            return
        if mark is words.SEAT_CONFIRMED:
            rounded(painter, rect, radius, now.accent)
            ink = now.on_accent
        elif mark is words.SEAT_SIGNED_UP:
            rounded(painter, rect, radius, now.chip, now.mark_run, width=1.4)
            ink = now.mark_run
        else:
            rounded(painter, rect, radius, now.warn_bg, now.warn_mark, width=1.4)
            ink = now.warn_mark
        draw_mark(
            painter,
            box.center().x() - size.mark / 2 + 0.5,
            box.center().y() - size.mark / 2 + 0.5,
            mark.shape,
            ink,
            size.mark,
        )


class Seats(QWidget):
    """Heading, boxes and words; the words are what a screen reader says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(metrics().grid)
        self._title = ToneLabel("", "section")
        self._least = ToneLabel("", "small", "text2", elide=True)
        top = QHBoxLayout()
        top.setSpacing(metrics().grid)
        top.addWidget(self._title)
        top.addStretch(1)
        top.addWidget(self._least)
        rows.addLayout(top)
        self._boxes = _Boxes()
        rows.addWidget(self._boxes)
        below = QWidget()
        self._words = FlowLayout(below, 20)
        rows.addWidget(below)

    def set_count(self, count: SeatCounts, least: int = 0, until: dt.date | None = None) -> None:
        """Show ``count``; ``least`` is how many there must be for the session to be held, ``until`` when an offer runs out."""
        self._title.setText(words.taken_text(count))
        self._least.setText(_("minst {n} för att hållas").format(n=least) if least else "")
        self._boxes.set_count(count)
        self._words.clear()
        for mark, text in words.counts_text(count, until):
            self._words.addWidget(MarkLabel(mark, text))
        self.setAccessibleName(self._title.text())
        self.updateGeometry()
