"""An icon that stands beside text and follows the theme."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from socialupph.ui.kit import icons
from socialupph.ui.kit.colours import tokens
from socialupph.ui.kit.metrics import metrics


class IconLabel(QWidget):
    """Decoration only: what it means is said by the text beside it. ``tone`` empty keeps the file's own colours."""

    def __init__(self, name: str, side: int = 20, tone: str = "text2", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._side, self._tone = icons.require(name), side, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = metrics().px(self._side)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._tone:
            icons.draw_icon(painter, self.rect(), self._name, tokens().colour(self._tone))
            return
        side = min(self.width(), self.height())
        pixmap = icons.pixmap_of(self._name, side, painter.device().devicePixelRatio(), None)
        painter.drawPixmap(QRect(0, 0, side, side), pixmap)
