"""Text on as many lines as it needs: broken between words, and inside one only where that is wider than its room."""

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

_LINE_END = "\u2028"  # what a text layout takes for one


def _laid_out(text: str, font: QFont, width: int) -> tuple[QTextLayout, float]:
    """The text in lines of at most ``width`` pixels, and how high they are together."""
    layout = QTextLayout(text.replace("\n", _LINE_END), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    high = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        line.setPosition(QPointF(0, high))
        high += line.height()
    layout.endLayout()
    return layout, high


def wrapped_height(text: str, font: QFont, width: int) -> int:
    """How high ``text`` is in a room of that width."""
    return round(_laid_out(text, font, width)[1] + 0.5)


def draw_wrapped(painter: QPainter, room: QRect, text: str, font: QFont, colour: QColor) -> None:
    """Draw ``text`` from the top of ``room``, which is as high as ``wrapped_height`` says."""
    painter.setPen(colour)
    _laid_out(text, font, room.width())[0].draw(painter, QPointF(room.topLeft()))
