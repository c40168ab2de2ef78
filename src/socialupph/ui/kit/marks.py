"""The status signs: one function draws them, so that list, pill, timeline and print agree."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from socialupph.specs.marks import Shape, Tone
from socialupph.ui.kit.colours import Tokens, tokens

_STROKE = 1.8 / 9


def mark_colour(tone: Tone, now: Tokens, *, selected: bool = False) -> QColor:
    """The colour of a sign; inside a selected row of high contrast everything takes the row's own text colour."""
    if selected and now.high_contrast:
        return now.sel_text
    match tone:
        case Tone.NEUTRAL:
            return now.neutral_mark
        case Tone.ACCENT:
            return now.mark_run
        case Tone.GOOD:
            return now.good_mark
        case Tone.WARN:
            return now.warn_mark
        case Tone.BAD:
            return now.bad_mark


def tone_text(tone: Tone, now: Tokens, *, selected: bool = False) -> QColor:
    """The colour of a word said in ``tone``."""
    if selected and now.high_contrast:
        return now.sel_text
    match tone:
        case Tone.NEUTRAL:
            return now.neutral
        case Tone.ACCENT:
            return now.link
        case Tone.GOOD:
            return now.good
        case Tone.WARN:
            return now.warn
        case Tone.BAD:
            return now.bad


def tone_ground(tone: Tone, now: Tokens) -> QColor:
    """The tint behind a pill of ``tone``."""
    match tone:
        case Tone.NEUTRAL:
            return now.neutral_bg
        case Tone.ACCENT:
            return now.chip
        case Tone.GOOD:
            return now.good_bg
        case Tone.WARN:
            return now.warn_bg
        case Tone.BAD:
            return now.bad_bg


class _Pencil:
    """A painter scaled to a sign of 9 × 9, with round strokes."""

    def __init__(self, painter: QPainter, x: float, y: float, colour: QColor, size: float) -> None:
        self._painter, self._x, self._y, self._k = painter, x, y, size / 9.0
        self._colour = colour
        width = max(1.5, _STROKE * size)
        cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        self._pen = QPen(QBrush(colour), width, Qt.PenStyle.SolidLine, cap, join)

    def at(self, x: float, y: float) -> QPointF:
        return QPointF(self._x + x * self._k, self._y + y * self._k)

    def box(self, x: float, y: float, width: float, height: float) -> QRectF:
        return QRectF(self.at(x, y), self.at(x + width, y + height))

    def stroke(self) -> QPainter:
        self._painter.setPen(self._pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        return self._painter

    def fill(self) -> QPainter:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QBrush(self._colour))
        return self._painter

    def path(self, *points: tuple[float, float]) -> QPolygonF:
        return QPolygonF([self.at(x, y) for x, y in points])


def draw_mark(painter: QPainter, x: float, y: float, shape: Shape, colour: QColor, size: float = 9.0) -> None:
    """Draw ``shape`` with its top left corner at ``x``, ``y``, ``size`` wide and high."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pencil = _Pencil(painter, x, y, colour, size)
    if shape in (Shape.DOT, Shape.TRIANGLE, Shape.BARS):
        _solid(pencil, shape)
    elif shape in (Shape.RING, Shape.HALF, Shape.CLOCK):
        _round(pencil, shape)
    else:
        _lines(pencil, shape)
    painter.restore()


def _solid(pencil: _Pencil, shape: Shape) -> None:
    painter = pencil.fill()
    if shape is Shape.DOT:
        painter.drawEllipse(pencil.box(0.2, 0.2, 8.6, 8.6))
    elif shape is Shape.BARS:
        painter.drawRoundedRect(pencil.box(1.2, 0.8, 2.3, 7.4), 0.8, 0.8)
        painter.drawRoundedRect(pencil.box(5.5, 0.8, 2.3, 7.4), 0.8, 0.8)
    else:
        painter.drawPolygon(pencil.path((4.5, 0.2), (9.3, 8.6), (-0.3, 8.6)))


def _round(pencil: _Pencil, shape: Shape) -> None:
    painter = pencil.stroke()
    painter.drawEllipse(pencil.box(0.9, 0.9, 7.2, 7.2))
    if shape is Shape.CLOCK:
        painter.drawPolyline(pencil.path((4.5, 2.6), (4.5, 4.8), (6.0, 4.8)))
    elif shape is Shape.HALF:
        pencil.fill().drawPie(pencil.box(0.9, 0.9, 7.2, 7.2), -90 * 16, 180 * 16)


def _lines(pencil: _Pencil, shape: Shape) -> None:
    painter = pencil.stroke()
    if shape is Shape.CHECK:
        painter.drawPolyline(pencil.path((0.8, 5.0), (3.3, 7.6), (8.3, 1.5)))
    elif shape is Shape.CROSS:
        painter.drawLine(pencil.at(1.1, 1.1), pencil.at(7.9, 7.9))
        painter.drawLine(pencil.at(7.9, 1.1), pencil.at(1.1, 7.9))
    elif shape is Shape.DASH:
        painter.drawLine(pencil.at(0.5, 4.5), pencil.at(8.5, 4.5))
    elif shape is Shape.EXCLAMATION:
        painter.drawLine(pencil.at(4.5, 0.6), pencil.at(4.5, 5.4))
        pencil.fill().drawEllipse(pencil.box(3.4, 7.0, 2.2, 2.2))


def draw_error_sign(painter: QPainter, x: float, y: float, size: float) -> None:
    """The filled disc with a cross that stands before what went wrong; the only filled sign."""
    now = tokens()
    draw_mark(painter, x, y, Shape.DOT, now.bad_mark, size)
    inner = size * 0.42
    draw_mark(painter, x + (size - inner) / 2, y + (size - inner) / 2, Shape.CROSS, now.base, inner)
