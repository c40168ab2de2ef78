"""Buttons: one primary for each place where something is decided, the rest quieter."""

from enum import Enum
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from socialupph.i18n import _
from socialupph.ui.kit import fonts, icons
from socialupph.ui.kit.colours import tokens
from socialupph.ui.kit.metrics import RING_SPACE, metrics
from socialupph.ui.kit.paint import chevron, ring, rounded, text_in

_POINTER_REASONS: Final = frozenset({Qt.FocusReason.MouseFocusReason})
_SAME_REASONS: Final = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})


class Role(Enum):
    """How loudly a button speaks. DANGER_FINAL is the last yes of something that cannot be taken back."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    LINK = "link"
    DANGER = "danger"
    DANGER_FINAL = "danger_final"


_STRONG: Final = frozenset({Role.PRIMARY, Role.DANGER_FINAL})


class RingButton(QPushButton):
    """A push button that knows pointer, press where focus came from, and leaves room for its ring."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._under_pointer = False
        self._ring = False
        self.setAutoDefault(False)
        self.setText(text.replace("&", "&&"))
        fonts.hub().changed.connect(self.updateGeometry)

    def words(self) -> str:
        """The text without Qt's doubled ampersands."""
        return self.text().replace("&&", "&")

    def set_words(self, text: str) -> None:
        """Change the text; an ampersand is an ampersand."""
        self.setText(text.replace("&", "&&"))
        self.updateGeometry()

    def box(self) -> QRect:
        """Where the button itself is drawn; the ring lies outside.

        A layout without margins cuts the room for the ring off at left and top: there the box takes it back.
        """
        hint = self.sizeHint()
        left = top = RING_SPACE
        if self.x() <= 0:
            left -= max(0, min(RING_SPACE, hint.width() - self.width()))
        if self.y() <= 0:
            top -= max(0, min(RING_SPACE, hint.height() - self.height()))
        return self.rect().adjusted(left, top, -RING_SPACE, -RING_SPACE)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._under_pointer = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._under_pointer = False
        self.update()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in _SAME_REASONS:
            self._ring = event.reason() not in _POINTER_REASONS
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._ring = True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.isEnabled():
            self.click()
            return
        super().keyPressEvent(event)

    def is_hot(self) -> bool:
        """Whether the pointer is over it and it can be pressed."""
        return self._under_pointer and self.isEnabled()

    def paint_ring(self, painter: QPainter, radius: float) -> None:
        """The ring outside ``box``, when focus came by keyboard."""
        if self._ring and self.hasFocus():
            ring(painter, QRectF(self.rect()), radius + RING_SPACE, tokens().focus)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Button(RingButton):
    """A button with icon, words and the key that does the same, in one of six roles.

    ``key`` is only written, not bound: the action or ``setShortcut`` binds it. ``small`` is 28 high, for card heads and
    rows of filters. ``menu`` draws a chevron after the words.
    """

    def __init__(
        self,
        text: str,
        role: Role = Role.SECONDARY,
        *,
        icon: str = "",
        key: str = "",
        small: bool = False,
        menu: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._role, self._icon, self._key, self._small, self._chevron = role, icon, key, small, menu
        self._words_shown = True
        if icon:
            icons.require(icon)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    @property
    def role(self) -> Role:
        """How loudly it speaks."""
        return self._role

    def set_role(self, role: Role) -> None:
        """Change the role, as when a row is chosen and its link becomes a button."""
        self._role = role
        self.update()
        self.updateGeometry()

    def set_key(self, key: str) -> None:
        """Change the key that is written after the words."""
        self._key = key
        self.updateGeometry()
        self.update()

    def set_words_shown(self, shown: bool) -> None:
        """Without words, only the icon is drawn; name and tooltip stay. Does nothing for a button without icon."""
        self._words_shown = shown or not self._icon
        self.setToolTip("" if self._words_shown else self.tip())
        self.updateGeometry()
        self.update()

    def tip(self) -> str:
        """Words and key, for the tooltip of a button that shows neither."""
        if not self._key:
            return self.words()
        return _("{action} ({key})").format(action=self.words(), key=self._key)

    def _weight(self) -> int:
        return 600 if self._role in _STRONG else 500

    def sizeHint(self) -> QSize:
        size = metrics()
        height = size.small if self._small else size.control
        if not self._words_shown:
            return QSize(height + 2 * RING_SPACE, height + 2 * RING_SPACE)
        wide = 2 * size.pad + fonts.measure("body", self._weight()).horizontalAdvance(self.words())
        if self._icon:
            wide += size.icon + size.grid
        if self._key:
            wide += size.px(10) + fonts.measure("key").horizontalAdvance(self._key)
        if self._chevron:
            wide += size.grid + size.px(12)
        return QSize(wide + 2 * RING_SPACE, height + 2 * RING_SPACE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        size, box = metrics(), self.box()
        ground, edge, ink = self._colours()
        rounded(painter, QRectF(box), size.radius, ground, edge)
        if not self._words_shown:
            icons.draw_icon(painter, _square(box, size.icon), self._icon, ink)
        else:
            self._paint_words(painter, box, ink)
        self.paint_ring(painter, size.radius)

    def _paint_words(self, painter: QPainter, box: QRect, ink: QColor) -> None:
        size = metrics()
        left, right = box.left() + size.pad, box.right() - size.pad
        if self._icon:
            icons.draw_icon(painter, QRect(left, box.top(), size.icon, box.height()), self._icon, ink)
            left += size.icon + size.grid
        if self._chevron:
            right -= size.px(12)
            chevron(painter, QRect(right, box.top(), size.px(12), box.height()), ink)
            right -= size.grid
        painter.setFont(fonts.font("body", self._weight()))
        room = QRect(left, box.top(), max(0, right - left + 1), box.height())
        if self._key:
            room.setWidth(max(0, room.width() - size.px(10) - fonts.measure("key").horizontalAdvance(self._key)))
        taken = text_in(painter, room, self.words(), ink)
        if self._key:
            painter.setFont(fonts.font("key"))
            at = left + taken + size.px(10)
            text_in(painter, QRect(at, box.top(), right - at + 2, box.height()), self._key, ink, elide=False)

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        """Ground, edge and ink for the state of the moment."""
        if not self.isEnabled():
            return self._disabled_colours()
        if self._role in _STRONG:
            return self._strong_colours()
        now, down, hot = tokens(), self.isDown() or self.isChecked(), self.is_hot()
        if self._role is Role.SECONDARY:
            return now.track if down else now.hover if hot else now.base, now.edge, now.text
        if self._role is Role.DANGER:
            return now.bad_bg if down or hot else now.base, now.bad_mark if now.dark else now.danger, now.bad
        if self._role is Role.LINK:
            return now.track if down else now.hover if hot else None, None, now.link
        pressed = now.track if down or hot else None
        return pressed, now.edge if down and now.high_contrast else None, now.text if down or hot else now.text2

    def _strong_colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        now = tokens()
        if self._role is Role.DANGER_FINAL:
            return now.danger, None, now.on_danger
        ground = now.accent_down if self.isDown() else now.accent_hover if self.is_hot() else now.accent
        return ground, None, now.on_accent

    def _disabled_colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        now = tokens()
        edged = self._role in (Role.SECONDARY, Role.DANGER)
        boxed = edged or self._role in _STRONG
        edge = (now.dis_text if now.high_contrast else now.line) if edged else None
        return now.dis_bg if boxed else None, edge, now.dis_text


class IconButton(Button):
    """A button that is only an icon; its name is what a screen reader says and what the tooltip shows, with its key."""

    def __init__(
        self,
        icon: str,
        name: str,
        *,
        key: str = "",
        role: Role = Role.QUIET,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, role, icon=icon, key=key, small=small, parent=parent)
        self.setAccessibleName(name)
        self.set_words_shown(False)

    def set_words_shown(self, shown: bool) -> None:
        """It never has any."""
        del shown
        super().set_words_shown(False)


class Chip(RingButton):
    """A filter that is on: *Fält: värde ×*. Del or the cross removes it, Enter or a click opens its choice.

    With ``add`` it is the dashed *+ Filter*; with neither value nor ``add`` it is a plain chip that is on or off.
    """

    removed = Signal()

    def __init__(
        self, title: str, value: str = "", *, on: bool = True, add: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("{field}: {value}").format(field=title, value=value) if value else title, parent)
        self._title, self._value, self._on, self._add = title, value, on, add
        if add:
            icons.require("add")
        if self._removable():
            self.setToolTip(_("Enter ändrar, Delete tar bort"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _removable(self) -> bool:
        return bool(self._value)

    def _lead(self) -> str:
        return _("{field}:").format(field=self._title) if self._value else self._title

    def sizeHint(self) -> QSize:
        size = metrics()
        wide = 2 * size.px(11) + fonts.measure("label", 400).horizontalAdvance(self._lead())
        if self._value:
            wide += size.px(5) + fonts.measure("label", 600).horizontalAdvance(self._value) + size.px(20)
        if self._add:
            wide += size.px(16)
        return QSize(wide + 2 * RING_SPACE, size.small + 2 * RING_SPACE)

    def _cross(self) -> QRect:
        size, box = metrics(), self.box()
        side = size.px(14)
        return QRect(box.right() - size.px(9) - side, box.center().y() - side // 2 + 1, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        now, size, box = tokens(), metrics(), self.box()
        painter = QPainter(self)
        on = self._on and not self._add
        edge = (now.link if now.dark else now.accent) if on else now.edge
        ground = now.hover if self.is_hot() else now.chip if on else now.window if self._add else now.base
        rounded(painter, QRectF(box), box.height() / 2, ground, edge, dashed=self._add)
        left = box.left() + size.px(11)
        if self._add:
            side = size.px(13)
            icons.draw_icon(painter, QRect(left, box.top(), side, box.height()), "add", now.text2)
            left += size.px(16)
        painter.setFont(fonts.font("label", 400))
        left += text_in(painter, QRect(left, box.top(), box.right() - left, box.height()), self._lead(), now.text2)
        if self._value:
            left += size.px(5)
            painter.setFont(fonts.font("label", 600))
            room = QRect(left, box.top(), self._cross().left() - left - 1, box.height())
            text_in(painter, room, self._value, now.text)
            icons.draw_icon(painter, self._cross(), "dismiss", now.text2)
        self.paint_ring(painter, box.height() / 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._removable() and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        target = self._cross().adjusted(-8, -8, 8, 8)
        if self._removable() and target.contains(event.position().toPoint()) and self.isDown():
            self.setDown(False)
            self.removed.emit()
            return
        super().mouseReleaseEvent(event)


def _square(box: QRect, side: int) -> QRect:
    centre = box.center()
    return QRect(QPoint(centre.x() - side // 2 + 1, centre.y() - side // 2 + 1), QSize(side, side))
