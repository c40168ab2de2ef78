"""The ground of the window before it is furnished: no text, no picture, nothing that takes time to read."""

from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from socialupph.ui.kit.colours import THEMES

_SIDEBAR = 228  # as wide as ``metrics().sidebar`` at 100 %


class Bare(QWidget):
    """The sidebar's ground beside the page's, in the colours of a theme; as the system when it is none of ours."""

    def __init__(self, mode: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dark = QApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128
        self._colours = THEMES.get(mode, THEMES["dark" if dark else "light"])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._colours.window)
        painter.fillRect(0, 0, _SIDEBAR, self.height(), self._colours.side)
