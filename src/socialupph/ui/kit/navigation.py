"""The sidebar: areas as data, each with its icon and what waits there."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from socialupph.i18n import _, ngettext
from socialupph.ui.kit import fonts, icons
from socialupph.ui.kit.buttons import IconButton
from socialupph.ui.kit.colours import tokens
from socialupph.ui.kit.labels import Hairline
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.paint import hairline, ring, rounded, text_in

if TYPE_CHECKING:
    from socialupph.ui.kit.page_base import Page


@dataclass(frozen=True, slots=True)
class Area:
    """A place in the sidebar. ``count`` says how much waits there, ``urgent`` colours that number.

    ``group`` puts a hairline where it changes; ``foot`` ones stand at the bottom. ``record_factory`` makes the page of one
    record in full.
    """

    key: str
    title: str
    icon: str
    page_factory: Callable[[], "Page"]
    count: Callable[[], int] | None = None
    record_factory: Callable[[int], "Page"] | None = None
    shortcut: str = ""
    group: int = 0
    urgent: bool = False
    foot: bool = False


class NavButton(QAbstractButton):
    """One area. The current one is filled; its number is also said in words."""

    chosen = Signal(str)
    step_asked = Signal(int)

    def __init__(self, area: Area, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.area = area
        self._count = 0
        self._hot = False
        self._ring = False
        icons.require(area.icon)
        self.setCheckable(True)
        self.setText(area.title.replace("&", "&&"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if area.shortcut:
            self.setToolTip(_("{action} ({key})").format(action=area.title, key=area.shortcut))
        self.set_count(0)
        self.clicked.connect(self._choose)
        fonts.hub().changed.connect(self.updateGeometry)

    def set_count(self, count: int) -> None:
        """Show how much waits; nothing for 0."""
        self._count = count
        waits = ngettext("{n} väntar", "{n} väntar", count).format(n=count)
        spoken = _("{area}, {waits}").format(area=self.area.title, waits=waits) if count else self.area.title
        self.setAccessibleName(spoken)
        self.update()

    def _choose(self) -> None:
        self.chosen.emit(self.area.key)

    def sizeHint(self) -> QSize:
        size = metrics()
        wide = fonts.measure("body", 600).horizontalAdvance(self.area.title) + size.px(20 + 30 + 44)
        return QSize(wide, size.nav_item)

    def minimumSizeHint(self) -> QSize:
        return QSize(metrics().px(80), metrics().nav_item)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hot = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hot = False
        self.update()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            # Told rather than passed on: the scroll area between would take the key for scrolling.
            self.step_asked.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        now, size = tokens(), metrics()
        painter = QPainter(self)
        current = self.isChecked()
        box = self.rect().adjusted(size.grid, 1, -size.grid, -1)
        if current or self._hot:
            rounded(painter, QRectF(box), size.radius, now.sel if current else now.track)
        ink = now.sel_text if current else now.text
        if current and not now.high_contrast:
            painter.fillRect(box.left(), box.top() + size.px(9), size.px(3), box.height() - size.px(18), now.focus)
        at = QRect(size.px(20), 0, size.icon_big, self.height())
        icon_ink = now.sel_text if current and now.high_contrast else now.link if current else now.text2
        icons.draw_icon(painter, at, self.area.icon, icon_ink, filled=current)
        right = box.right() - size.px(8)
        if self._count:
            right = self._paint_count(painter, right) - size.half
        painter.setFont(fonts.font("body", 600 if current else 400))
        left = at.right() + size.px(10)
        text_in(painter, QRect(left, 0, right - left, self.height()), self.area.title, ink)
        if self._ring and self.hasFocus():
            colour = now.sel_text if current and now.high_contrast else now.focus
            ring(painter, QRectF(box), size.radius, colour)

    def _paint_count(self, painter: QPainter, right: int) -> int:
        """Draw the number; gives where it begins."""
        now, size = tokens(), metrics()
        text = str(self._count)
        wide = max(size.px(20), fonts.measure("small", 600).horizontalAdvance(text) + size.px(10))
        box = QRect(right - wide + size.half, (self.height() - size.px(20)) // 2, wide, size.px(20))
        current = self.isChecked() and now.high_contrast
        if self.area.urgent and not now.high_contrast:
            rounded(painter, QRectF(box), box.height() / 2, now.bad_bg)
        ink = now.sel_text if current else now.bad if self.area.urgent else now.text2
        painter.setFont(fonts.font("small", 600))
        text_in(painter, box, text, ink, centre=True, elide=False)
        return box.left()


class _Brand(QWidget):
    """The program's mark and name."""

    def __init__(self) -> None:
        super().__init__()
        icons.require("socialupph")
        self.setAccessibleName(_("SocialUpph"))
        self.setMinimumHeight(metrics().icon_big)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, size = QPainter(self), metrics()
        side = size.icon_big
        ratio = painter.device().devicePixelRatio()
        mark = icons.pixmap_of("socialupph", side, ratio, None)
        painter.drawPixmap(0, (self.height() - side) // 2, mark)
        painter.setFont(fonts.font("section"))
        room = self.rect().adjusted(side + size.px(10), 0, 0, 0)
        text_in(painter, room, _("SocialUpph"), tokens().text)


class Sidebar(QWidget):
    """All areas, scrolling when the window is low; ``area_chosen`` and ``menu_asked`` and ``help_asked``."""

    area_chosen = Signal(str)
    menu_asked = Signal()
    help_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[NavButton] = []
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 1, 0)
        rows.setSpacing(0)
        self._top = QHBoxLayout()
        self._menu = IconButton("navigation", _("Meny"), key="F10")
        self._menu.clicked.connect(self.menu_asked)
        self._top.addWidget(_Brand(), 1)
        self._top.addWidget(self._menu)
        rows.addLayout(self._top)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.verticalScrollBar().rangeChanged.connect(self._measure)
        rows.addWidget(self._area, 1)
        rows.addWidget(Hairline())
        self._foot = QHBoxLayout()
        rows.addLayout(self._foot)
        self.setAccessibleName(_("Områden"))
        self._measure()
        fonts.hub().changed.connect(self._measure)

    def _measure(self) -> None:
        size = metrics()
        bar = self._area.verticalScrollBar()
        # A low window scrolls the areas; the bar must not take room from their names.
        wide = max((button.sizeHint().width() for button in self._buttons), default=0)
        self.setFixedWidth(max(size.sidebar, wide) + (bar.sizeHint().width() if bar.maximum() > 0 else 0))
        self._top.setContentsMargins(size.px(20), size.px(6), size.px(10), size.px(6))
        self._foot.setContentsMargins(0, size.half, size.px(10), size.half)

    def menu_button(self) -> IconButton:
        """Where the menu opens."""
        return self._menu

    def set_areas(self, areas: Sequence[Area]) -> None:
        """Show these areas."""
        sheet = QWidget()
        rows = QVBoxLayout(sheet)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        group = areas[0].group if areas else 0
        for area in areas:
            button = NavButton(area)
            button.chosen.connect(self.area_chosen)
            button.step_asked.connect(self._step)
            self._buttons.append(button)
            if area.foot:
                self._foot.addWidget(button, 1)
                continue
            if area.group != group:
                group = area.group
                rows.addWidget(self._divider())
            rows.addWidget(button)
        rows.addStretch(1)
        self._area.setWidget(sheet)
        sheet.setAutoFillBackground(False)
        self._area.viewport().setAutoFillBackground(False)
        help_button = IconButton("question_circle", _("Hjälp"), key="F1")
        help_button.clicked.connect(self.help_asked)
        self._foot.addWidget(help_button)
        self._measure()

    def _divider(self) -> QWidget:
        host = QWidget()
        row = QVBoxLayout(host)
        size = metrics()
        row.setContentsMargins(size.px(20), size.px(6), size.px(20), size.px(6))
        row.addWidget(Hairline())
        return host

    def set_current(self, key: str) -> None:
        """Mark the area the window is in."""
        for button in self._buttons:
            button.setChecked(button.area.key == key)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how much waits in the areas with these keys."""
        for button in self._buttons:
            if button.area.key in counts:
                button.set_count(counts[button.area.key])

    def take_focus(self) -> None:
        """Put the keyboard on the current area."""
        for button in self._buttons:
            if button.isChecked():
                button.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return
        if self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _step(self, way: int) -> None:
        focused = [number for number, button in enumerate(self._buttons) if button.hasFocus()]
        if focused:
            target = self._buttons[(focused[0] + way) % len(self._buttons)]
            target.setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(target)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), tokens()
        painter.fillRect(self.rect(), now.side)
        hairline(painter, self.width() - 1, 0, self.height(), now.line, vertical=True)


class Counts:
    """Asks areas how much waits in them, on any thread."""

    def __init__(self, areas: Sequence[Area]) -> None:
        self._asked = [(area.key, area.count) for area in areas if area.count is not None]

    def __call__(self) -> dict[str, int]:
        return {key: count() for key, count in self._asked}


class AreaOpener:
    """Goes to one area; the handler of its key."""

    def __init__(self, area: Area, go: Callable[[str], object]) -> None:
        self._area, self._go = area, go

    def __call__(self) -> None:
        self._go(self._area.key)
