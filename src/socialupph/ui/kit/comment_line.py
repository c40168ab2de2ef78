"""A comment under an answer: only its sign while it is empty, a line under it while one writes, always as high."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from socialupph.i18n import _
from socialupph.ui.kit import fonts, icons
from socialupph.ui.kit.colours import tokens
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.paint import text_in


class CommentLine(QLineEdit):
    """Enter asks to go on."""

    next_asked = Signal()
    looked_at = Signal()

    def __init__(self, limit: int = 500, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        icons.require("comment")
        self.setMaxLength(limit)
        self.setFrame(False)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._measure()
        fonts.hub().changed.connect(self._measure)

    def _measure(self) -> None:
        size = metrics()
        self.setFont(fonts.font("label", 400))
        self.setFixedHeight(size.px(24))
        self.setTextMargins(size.icon + size.px(2), 0, 0, 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.looked_at.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setCursorPosition(0)
        self.setToolTip(self.text())
        self.looked_at.emit()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.next_asked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        now, size, painter = tokens(), metrics(), QPainter(self)
        side = size.px(14)
        if self.text() or not self.isReadOnly():
            icons.draw_icon(painter, QRect(0, 0, side, self.height()), "comment", now.text2)
        if self.hasFocus():
            painter.fillRect(0, self.height() - 1, self.width(), 1, now.edge)
            if not self.text():
                painter.setFont(self.font())
                text_in(painter, self.rect().adjusted(size.icon + size.px(4), 0, 0, 0), _("Kommentar"), now.text3)
