"""The toast: one sentence about what was done, and *Ångra*. Comes and goes by itself, never takes the keyboard."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from socialupph.i18n import _
from socialupph.specs.marks import Shape
from socialupph.ui.kit import fonts, icons
from socialupph.ui.kit.colours import tokens
from socialupph.ui.kit.feedback import announce
from socialupph.ui.kit.labels import ToneLabel
from socialupph.ui.kit.marks import draw_mark
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.paint import ring, rounded, text_in

STAYS: Final = 8000
_EDGE: Final = 16  # from the bottom and the left of the page, at 100 %


class _ToastButton(QAbstractButton):
    """A word or an icon on the inverse ground."""

    def __init__(self, text: str, *, icon: str = "", key: str = "") -> None:
        super().__init__()
        self._icon_name, self._key = icon, key
        if icon:
            icons.require(icon)
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if icon:
            self.setToolTip(text)
        self._refit()
        fonts.hub().changed.connect(self._refit)

    def _refit(self) -> None:
        size = metrics()
        if self._icon_name:
            self.setFixedSize(size.control, size.control)
            return
        words = f"{self.text()}  {self._key}"
        self.setFixedSize(fonts.measure("body", 600).horizontalAdvance(words) + 2 * size.grid, size.control)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        now, size = tokens(), metrics()
        if self._icon_name:
            side = size.icon
            at = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
            icons.draw_icon(painter, at, self._icon_name, now.toast_text)
        else:
            painter.setFont(fonts.font("body", 600))
            text_in(painter, self.rect(), f"{self.text()}  {self._key}", now.toast_link, centre=True, elide=False)
        if self.hasFocus():
            ring(painter, QRectF(self.rect()), size.radius, now.toast_link)


class Toast(QWidget):
    """Child of the page area. ``undo_asked`` when *Ångra* is chosen; stays while hovered or focused."""

    undo_asked = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS)
        self._timer.timeout.connect(self._expired)
        self._row = QHBoxLayout(self)
        self._label = ToneLabel("", "body", "toast_text", weight=600, wrap=True)
        self._undo = _ToastButton(_("Ångra"), key="Ctrl+Z")
        self._close = _ToastButton(_("Stäng"), icon="dismiss")
        self._row.addWidget(self._label, 1)
        self._row.addWidget(self._undo)
        self._row.addWidget(self._close)
        self._undo.clicked.connect(self._undone)
        self._close.clicked.connect(self.hide)
        host.installEventFilter(self)
        self.hide()

    def say(self, text: str, *, undo: bool) -> None:
        """Show ``text``; one at a time, the newest stands."""
        self._label.setText(text)
        self._undo.setVisible(undo)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, text)

    def text(self) -> str:
        """What it says; empty when it is gone."""
        return "" if self.isHidden() else self._label.text()

    def let_go(self) -> None:
        """Stop listening to what it lies over, before the window is put away."""
        self._host.removeEventFilter(self)

    def take_focus(self) -> bool:
        """For F6: put the keyboard on its first button; whether there is a toast at all."""
        if self.isHidden():
            return False
        target = self._close if self._undo.isHidden() else self._undo
        target.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _undone(self) -> None:
        self.hide()
        self.undo_asked.emit()

    def _expired(self) -> None:
        if self.underMouse() or self._undo.hasFocus() or self._close.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.start()
        super().enterEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        size = metrics()
        self._row.setContentsMargins(size.px(44), size.grid, size.grid, size.grid)
        self._row.setSpacing(size.half)
        gap = size.px(_EDGE)
        wide = min(size.toast_width, self._host.width() - 2 * gap)
        high = max(size.px(52), self._row.heightForWidth(wide))
        self.setGeometry(gap, self._host.height() - high - gap, wide, high)

    def paintEvent(self, event: QPaintEvent) -> None:
        now, size = tokens(), metrics()
        painter = QPainter(self)
        edge: QColor | None = now.line if now.high_contrast else None
        rounded(painter, QRectF(self.rect()), size.radius_card, now.toast, edge)
        # On the inverse ground the good colour of the other theme is the readable one.
        sign = now.toast_link
        draw_mark(painter, size.px(20), (self.height() - size.mark) / 2, Shape.CHECK, sign, size.px(10))
