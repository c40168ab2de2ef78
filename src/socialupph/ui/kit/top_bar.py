"""The bar above every page: back and ahead, the field that opens the palette, and *Nytt*."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QSizePolicy, QWidget

from socialupph.i18n import _
from socialupph.ui.kit import fonts, icons
from socialupph.ui.kit.actions import ActionSet
from socialupph.ui.kit.buttons import Button, IconButton, Role
from socialupph.ui.kit.colours import tokens
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.paint import hairline, text_in
from socialupph.ui.kit.style import draw_field


class SearchButton(QAbstractButton):
    """Looks like a field and opens the palette; a letter typed on it comes along. ``opened`` carries that letter."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        icons.require("search")
        self.setText(_("Sök eller gå till …"))
        self.setAccessibleName(_("Sök eller gå till"))
        self.setToolTip(_("Ctrl+K"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)
        fonts.hub().changed.connect(self.updateGeometry)

    def _open(self) -> None:
        self.opened.emit("")

    def sizeHint(self) -> QSize:
        return QSize(metrics().px(420), metrics().control)

    def minimumSizeHint(self) -> QSize:
        return QSize(metrics().px(120), metrics().control)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit("")
        elif text and text.isprintable() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.opened.emit(text)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now, size = QPainter(self), tokens(), metrics()
        draw_field(painter, self.rect(), enabled=True, focused=self.hasFocus(), error=False)
        at = QRect(size.px(10), 0, size.icon, self.height())
        icons.draw_icon(painter, at, "search", now.text2)
        painter.setFont(fonts.font("key"))
        key = self.rect().adjusted(0, 0, -size.px(10), 0)
        taken = text_in(painter, key, _("Ctrl+K"), now.text3, right=True)
        painter.setFont(fonts.font("body"))
        room = self.rect().adjusted(at.right() + size.grid, 0, -taken - size.px(20), 0)
        text_in(painter, room, self.text(), now.text3)


class TopBar(QWidget):
    """``new_actions`` fills the menu of *Nytt*."""

    back_asked = Signal()
    ahead_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = IconButton("arrow_left", _("Tillbaka"), key=_("Alt+vänsterpil"))
        self.ahead = IconButton("arrow_right", _("Framåt"), key=_("Alt+högerpil"))
        self.search = SearchButton()
        self.new = Button(_("Nytt"), Role.PRIMARY, icon="add", menu=True)
        self._menu = QMenu(self)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.back)
        self._row.addWidget(self.ahead)
        self._row.addSpacing(metrics().px(12))
        self._row.addWidget(self.search)
        self._row.addStretch(1)
        self._row.addWidget(self.new)
        self.new.setToolTip(_("Ctrl+Skift+N"))
        self.new.hide()
        self.back.clicked.connect(self.back_asked)
        self.ahead.clicked.connect(self.ahead_asked)
        self.new.clicked.connect(self.open_new)
        self._measure()
        fonts.hub().changed.connect(self._measure)

    def _measure(self) -> None:
        size = metrics()
        self.setFixedHeight(size.top_bar)
        self._row.setContentsMargins(size.px(14), 0, size.px(16), 1)
        self._row.setSpacing(size.half)

    def set_new_actions(self, actions: ActionSet) -> None:
        """What *Nytt* offers; without any there is no such button."""
        self._menu.clear()
        actions.fill(self._menu)
        self.new.setVisible(not self._menu.isEmpty())

    def open_new(self) -> None:
        """Open the menu of *Nytt*."""
        if not self._menu.isEmpty():
            self._menu.popup(self.new.mapToGlobal(QPoint(0, self.new.height())))

    def paintEvent(self, event: QPaintEvent) -> None:
        hairline(QPainter(self), 0, self.height() - 1, self.width(), tokens().line)
