"""The seats of a session as boxes, one each, and in words below."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from socialupph.i18n import N_, _, ngettext
from socialupph.specs.marks import Mark, Shape, Tone
from socialupph.ui.kit import fonts
from socialupph.ui.kit.colours import tokens
from socialupph.ui.kit.flow import FlowLayout
from socialupph.ui.kit.labels import MarkLabel, ToneLabel
from socialupph.ui.kit.marks import draw_mark
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.paint import rounded

_CONFIRMED = Mark(N_("Bekräftad"), Shape.CHECK, Tone.ACCENT)
_SIGNED_UP = Mark(N_("Anmäld"), Shape.DOT, Tone.ACCENT)
_OFFERED = Mark(N_("Erbjuden"), Shape.CLOCK, Tone.WARN)
_FREE = Mark(N_("Ledig"), Shape.RING, Tone.NEUTRAL)


@dataclass(frozen=True, slots=True)
class SeatCount:
    """How the seats of a session are used."""

    confirmed: int
    signed_up: int
    offered: int
    total: int

    @property
    def taken(self) -> int:
        """Those that nobody else can have now."""
        return self.confirmed + self.signed_up + self.offered

    @property
    def free(self) -> int:
        """Those that are left."""
        return max(0, self.total - self.taken)


class _Boxes(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._count = SeatCount(0, 0, 0, 0)
        policy = QSizePolicy(
            QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred
        )  # fixed would keep its first height
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        fonts.hub().changed.connect(self.updateGeometry)

    def set_count(self, count: SeatCount) -> None:
        self._count = count
        self.updateGeometry()
        self.update()

    def _kinds(self) -> Sequence[Mark]:
        count = self._count
        taken = [_CONFIRMED] * count.confirmed + [_SIGNED_UP] * count.signed_up + [_OFFERED] * count.offered
        return [*taken, *([_FREE] * count.free)]

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
        if mark is _FREE:
            rounded(painter, rect, radius, None, now.edge, dashed=True)
            return
        if mark is _CONFIRMED:
            rounded(painter, rect, radius, now.accent)
            ink = now.on_accent
        elif mark is _SIGNED_UP:
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
        words = QWidget()
        self._words = FlowLayout(words, 20)
        rows.addWidget(words)

    def set_count(self, count: SeatCount, least: int = 0) -> None:
        """Show ``count``; ``least`` is how many there must be for the session to be held."""
        taken = ngettext("{taken} av {n} plats tagen", "{taken} av {n} platser tagna", count.total)
        self._title.setText(taken.format(taken=count.taken, n=count.total))
        self._least.setText(_("minst {n} för att hållas").format(n=least) if least else "")
        self._boxes.set_count(count)
        self._words.clear()
        parts = (
            (_CONFIRMED, ngettext("{n} bekräftad", "{n} bekräftade", count.confirmed), count.confirmed),
            (_SIGNED_UP, ngettext("{n} anmäld", "{n} anmälda", count.signed_up), count.signed_up),
            (_OFFERED, ngettext("{n} erbjuden", "{n} erbjudna", count.offered), count.offered),
            (_FREE, ngettext("{n} ledig", "{n} lediga", count.free), count.free),
        )
        for mark, words, number in parts:
            if number or mark is _FREE:
                self._words.addWidget(MarkLabel(mark, words.format(n=number)))
        self.setAccessibleName(self._title.text())
        self.updateGeometry()
