"""Strokes that several widgets share: ring, box, hairline, elided text. Each sets pen and brush and restores both."""

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPen

from socialupph.ui.kit.metrics import RING


def rounded(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None,
    edge: QColor | None = None,
    *,
    width: float = 1.0,
    dashed: bool = False,
) -> None:
    """A rounded box whose edge lies inside ``rect``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = QRectF(rect)
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        pen = QPen(QBrush(edge), width)
        if dashed:
            pen.setDashPattern([3.0 / width, 2.5 / width])
        painter.setPen(pen)
        half = width / 2
        inner.adjust(half, half, -half, -half)
    painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else QBrush(fill))
    painter.drawRoundedRect(inner, radius, radius)
    painter.restore()


def ring(painter: QPainter, rect: QRectF, radius: float, colour: QColor) -> None:
    """The focus ring, two wide, inside ``rect``."""
    rounded(painter, rect, radius, None, colour, width=float(RING))


def hairline(painter: QPainter, x: int, y: int, length: int, colour: QColor, *, vertical: bool = False) -> None:
    """One line a logical pixel wide, filled rather than stroked so that it stays sharp at 125 and 150 %."""
    if vertical:
        painter.fillRect(QRect(x, y, 1, length), colour)
    else:
        painter.fillRect(QRect(x, y, length, 1), colour)


def text_in(
    painter: QPainter,
    rect: QRect,
    text: str,
    colour: QColor,
    *,
    right: bool = False,
    centre: bool = False,
    elide: bool = True,
) -> int:
    """Draw one line of ``text`` in the painter's font, upright in ``rect``; gives the width it took."""
    found = QFontMetrics(painter.font())
    wide = found.horizontalAdvance(text)
    if wide > rect.width() and elide:
        text = found.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        wide = min(rect.width(), found.horizontalAdvance(text))
    across = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    if centre:
        across = Qt.AlignmentFlag.AlignHCenter
    painter.setPen(colour)
    painter.drawText(rect, int(across | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), text)
    return wide


def broken(found: QFontMetrics, text: str, wide: int, most: int) -> list[str]:
    """``text`` in at most ``most`` lines, broken between words; what there is no room for stays in the last one."""
    words, lines = text.split(), [""]
    while words:
        longer = f"{lines[-1]} {words[0]}".strip()
        if not lines[-1] or found.horizontalAdvance(longer) <= wide:
            lines[-1] = longer
            words.pop(0)
        elif len(lines) < most:
            lines.append("")
        else:
            lines[-1] = " ".join((lines[-1], *words))
            break
    return lines


def lines_in(painter: QPainter, rect: QRect, text: str, colour: QColor, most: int) -> int:
    """Draw ``text`` from the top of ``rect`` on at most ``most`` lines, the last ending with … when there is more; gives their height."""
    found = QFontMetrics(painter.font())
    at = QRect(rect.left(), rect.top(), rect.width(), found.height())
    for line in broken(found, text, rect.width(), most):
        text_in(painter, at, line, colour)
        at.translate(0, found.height())
    return at.top() - rect.top()


def chevron(painter: QPainter, rect: QRect, colour: QColor, *, up: bool = False) -> None:
    """A small chevron in the middle of ``rect``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QBrush(colour), 1.3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    middle = QRectF(rect).center()
    reach = rect.width() * 0.32
    fall = reach / 2 if not up else -reach / 2
    tip = QPointF(middle.x(), middle.y() + fall)
    painter.drawLine(QLineF(QPointF(middle.x() - reach, middle.y() - fall), tip))
    painter.drawLine(QLineF(tip, QPointF(middle.x() + reach, middle.y() - fall)))
    painter.restore()


def arrow(painter: QPainter, rect: QRect, colour: QColor, *, down: bool = False) -> None:
    """The sign of the sorted column: a thin arrow in the middle of ``rect``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QBrush(colour), 1.3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    middle, reach = QRectF(rect).center(), rect.height() * 0.42
    way = 1.0 if down else -1.0
    tip = QPointF(middle.x(), middle.y() + way * reach)
    painter.drawLine(QLineF(QPointF(middle.x(), middle.y() - way * reach), tip))
    wing = reach * 0.62
    painter.drawLine(QLineF(tip, QPointF(middle.x() - wing, tip.y() - way * wing)))
    painter.drawLine(QLineF(tip, QPointF(middle.x() + wing, tip.y() - way * wing)))
    painter.restore()


def beside(first: QFontMetrics, second: QFontMetrics) -> int:
    """How much lower a second text stands than centred, to share the baseline of the first."""
    return round(((first.ascent() - first.descent()) - (second.ascent() - second.descent())) / 2)
