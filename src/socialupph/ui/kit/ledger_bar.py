"""A requirement as one bar: what is delivered in pieces, what is planned hatched, what is left empty, and the 75 % mark."""

from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from socialupph.ui.kit import fonts
from socialupph.ui.kit.colours import tokens
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.paint import text_in

_GAP = 1.5
_REACH = 4  # how far the 75 % mark stands out over and under the bar


@dataclass(frozen=True, slots=True)
class LedgerPiece:
    """What one placement counts for. ``tip`` is said when the pointer rests on it."""

    code: str
    months: float
    tip: str = ""


@dataclass(frozen=True, slots=True)
class LedgerFigures:
    """Everything the bar shows; the texts are ready, the numbers only place them.

    ``planned`` is what comes on top of what is delivered. ``mark_at`` is where the 75 % rule is met, None when it does not
    apply. ``verdict`` is the sentence a screen reader says instead of the bar.
    """

    volume: float
    pieces: tuple[LedgerPiece, ...] = ()
    planned: float = 0.0
    mark_at: float | None = None
    delivered_text: str = ""
    planned_text: str = ""
    mark_text: str = ""
    volume_text: str = ""
    verdict: str = ""
    planned_tip: str = field(default="")

    @property
    def delivered(self) -> float:
        """What the pieces come to."""
        return sum(piece.months for piece in self.pieces)


class LedgerBar(QWidget):
    """``small`` is the one in the side panel: eight high and without texts."""

    def __init__(self, *, small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._small = small
        self._figures = LedgerFigures(1.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        fonts.hub().changed.connect(self.updateGeometry)

    def set_figures(self, figures: LedgerFigures) -> None:
        """Show these."""
        self._figures = figures
        self.setAccessibleName(figures.verdict)
        self.update()

    def _line(self) -> int:
        return fonts.measure("small").height() + metrics().half

    def sizeHint(self) -> QSize:
        size = metrics()
        if self._small:
            return QSize(size.px(200), size.bar_small + 2 * _REACH)
        return QSize(size.px(400), size.bar + 2 * self._line() + 2 * _REACH)

    def minimumSizeHint(self) -> QSize:
        return QSize(metrics().px(80), self.sizeHint().height())

    def bar_rect(self) -> QRectF:
        """The bar itself."""
        size = metrics()
        high = size.bar_small if self._small else size.bar
        top = _REACH if self._small else self._line() + _REACH
        return QRectF(0, top, self.width(), high)

    def _scale(self) -> float:
        figures = self._figures
        whole = max(figures.volume, figures.delivered + figures.planned, 0.001)
        return self.width() / whole

    def piece_rects(self) -> list[QRectF]:
        """Where each delivered piece lies."""
        bar, scale = self.bar_rect(), self._scale()
        rects: list[QRectF] = []
        start = 0.0
        for piece in self._figures.pieces:
            rects.append(QRectF(start * scale, bar.top(), max(0.0, piece.months * scale - _GAP), bar.height()))
            start += piece.months
        return rects

    def planned_rect(self) -> QRectF:
        """Where what is planned lies."""
        bar, scale = self.bar_rect(), self._scale()
        return QRectF(self._figures.delivered * scale, bar.top(), self._figures.planned * scale, bar.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now, bar = tokens(), self.bar_rect()
        outline = QPainterPath()
        outline.addRoundedRect(bar, bar.height() / 2, bar.height() / 2)
        painter.save()
        painter.setClipPath(outline)
        painter.fillRect(bar, now.track)
        for rect in self.piece_rects():
            painter.fillRect(rect, now.bar)
        self._hatch(painter, self.planned_rect())
        painter.restore()
        if now.high_contrast:
            painter.setPen(QPen(QBrush(now.line), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(outline)
        if not self._small:
            self._codes(painter)
            self._texts(painter)
        self._mark(painter)

    def _hatch(self, painter: QPainter, rect: QRectF) -> None:
        """45° lines drawn one by one: a Qt pattern brush would not follow the device ratio."""
        if rect.width() <= 0:
            return
        now = tokens()
        painter.save()
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        painter.fillRect(rect, now.track if not now.high_contrast else now.base)
        step = metrics().px(7)
        painter.setPen(QPen(QBrush(now.bar), metrics().unit / 11))
        x = rect.left() - rect.height()
        while x < rect.right():
            painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()))
            x += step
        painter.restore()

    def _codes(self, painter: QPainter) -> None:
        painter.setFont(fonts.font("key", 600))
        least = max(metrics().px(44), 0)
        for piece, rect in zip(self._figures.pieces, self.piece_rects(), strict=True):
            wide = fonts.measure("key", 600).horizontalAdvance(piece.code)
            if rect.width() >= least and rect.width() > wide + 6:
                text_in(painter, rect.toRect(), piece.code, tokens().on_bar, centre=True, elide=False)

    def _mark(self, painter: QPainter) -> None:
        at = self._figures.mark_at
        if at is None:
            return
        now, bar = tokens(), self.bar_rect()
        x = min(self.width() - 2.0, max(1.0, at * self._scale()))
        high = bar.height() + 2 * _REACH
        painter.fillRect(QRectF(x - 2, bar.top() - _REACH, 4, high), now.base)
        painter.fillRect(QRectF(x - 1, bar.top() - _REACH, 2, high), now.text)

    def _texts(self, painter: QPainter) -> None:
        figures, bar, scale, now = self._figures, self.bar_rect(), self._scale(), tokens()
        end = self._above(painter, figures.delivered_text, figures.delivered * scale, 0, now.text, 600)
        if figures.planned > 0:
            self._above(painter, figures.planned_text, (figures.delivered + figures.planned) * scale, end, now.text2, 0)
        below = QRect(0, int(bar.bottom()) + _REACH, self.width(), self._line())
        painter.setFont(fonts.font("small"))
        zero = text_in(painter, below, "0", now.text2)
        last = text_in(painter, below, figures.volume_text, now.text2, right=True)
        if figures.mark_at is None or not figures.mark_text:
            return
        wide = fonts.measure("small", 600).horizontalAdvance(figures.mark_text)
        gap = metrics().grid
        left = figures.mark_at * scale - wide / 2
        left = max(zero + gap, min(left, self.width() - last - gap - wide))
        if left >= zero + gap:
            painter.setFont(fonts.font("small", 600))
            text_in(painter, QRect(int(left), below.y(), wide + 2, below.height()), figures.mark_text, now.text)

    def _above(self, painter: QPainter, text: str, end: float, after: int, ink: QColor, weight: int) -> int:
        """A text over the bar that ends at ``end`` but stays inside and clear of ``after``; gives where it ends."""
        if not text:
            return after
        wide = fonts.measure("small", weight).horizontalAdvance(text) + 2
        gap = metrics().grid if after else 0
        left = int(min(max(end - wide, after + gap), self.width() - wide))
        if left < after + gap:
            return after  # no room for both: the verdict above says it anyway
        painter.setFont(fonts.font("small", weight))
        text_in(painter, QRect(left, 0, wide, self._line()), text, ink, elide=False)
        return left + wide

    def tip_at(self, at: QPoint) -> str:
        """What lies under the pointer, in words."""
        point = QPointF(at)
        for piece, rect in zip(self._figures.pieces, self.piece_rects(), strict=True):
            if rect.contains(point):
                return piece.tip
        return self._figures.planned_tip if self.planned_rect().contains(point) else ""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            tip = self.tip_at(event.pos())
            if tip:
                QToolTip.showText(event.globalPos(), tip, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)
