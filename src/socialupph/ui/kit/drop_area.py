"""Where a file is dropped or chosen: what it is for, and one button."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from socialupph.ui.kit.buttons import Button, Role
from socialupph.ui.kit.colours import tokens
from socialupph.ui.kit.icon_label import IconLabel
from socialupph.ui.kit.labels import ToneLabel
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.paint import rounded

_WIDTH = 620


def dropped_file(data: QMimeData) -> Path | None:
    """The one file on this computer that is dragged; None for anything else."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.is_file() else None


def dropped_paths(data: QMimeData) -> tuple[Path, ...]:
    """The files and folders on this computer that are dragged, in order."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return tuple(path for path in paths if path.exists())


class _Box(QWidget):
    """A dashed frame."""

    def paintEvent(self, event: QPaintEvent) -> None:
        now = tokens()
        rounded(QPainter(self), QRectF(self.rect()), metrics().radius_card, now.base, now.edge, dashed=True)


class DropArea(QWidget):
    """``asked`` when a file is to be chosen; ``more`` buttons stand beside; the page itself takes what is dropped."""

    asked = Signal()

    def __init__(
        self, title: str, text: str, button: str, key: str = "", *more: Button, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        size = metrics()
        across = QHBoxLayout(self)
        across.setContentsMargins(size.page_left, size.gap, size.page_right, size.gap)
        column = QVBoxLayout()
        box = _Box()
        box.setMaximumWidth(size.px(_WIDTH))
        across.addStretch(1)
        across.addLayout(column, 6)
        across.addStretch(1)
        column.addStretch(1)
        column.addWidget(box)
        column.addStretch(2)
        rows = QVBoxLayout(box)
        rows.setContentsMargins(size.px(32), size.px(32), size.px(32), size.px(32))
        rows.setSpacing(size.grid)
        rows.addWidget(IconLabel("arrow_import"), 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(ToneLabel(title, "panel", wrap=True))
        rows.addWidget(ToneLabel(text, "body", "text2", wrap=True))
        rows.addSpacing(size.grid)
        self.button = Button(button, Role.PRIMARY, icon="open", key=key)
        self.button.clicked.connect(self.asked)
        foot = QHBoxLayout()
        foot.setSpacing(size.grid)
        foot.addWidget(self.button)
        for other in more:
            foot.addWidget(other)
        foot.addStretch(1)
        rows.addLayout(foot)
