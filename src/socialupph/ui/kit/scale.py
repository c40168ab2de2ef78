"""One answer from 1 to 5: five figures in a box, the one that was given last time with a line under it."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from socialupph.i18n import _
from socialupph.ui.kit import fonts
from socialupph.ui.kit.colours import tokens
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.paint import hairline, ring, rounded, text_in

MOST: Final = 5
DONT_KNOW: Final = 0
_DIGITS: Final = {Qt.Key(Qt.Key.Key_0 + value): value for value in range(MOST + 1)}


class _Figure(QAbstractButton):
    """One of the five."""

    def __init__(self, value: int, scale: "Scale") -> None:
        super().__init__(scale)
        self.value = value
        self._scale = scale
        self._hot = False
        self.setCheckable(True)
        self.setText(str(value))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(metrics().px(30), metrics().small)

    def minimumSizeHint(self) -> QSize:
        return QSize(metrics().px(24), metrics().small)

    def nextCheckState(self) -> None:
        """Pressing a figure answers; pressing it again changes nothing, and nothing changes what is only read."""
        if not self._scale.is_read_only():
            self._scale.answer(self.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._scale.take_key(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._scale.focus_moved()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._scale.focus_moved()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hot = not self._scale.is_read_only()
        self._scale.focus_moved()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hot = False
        self._scale.focus_moved()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        now, size, painter = tokens(), metrics(), QPainter(self)
        box = self.rect()
        chosen = self.isChecked()
        if chosen or self._hot:
            inner = QRectF(box).adjusted(2.5, 2.5, -2.5, -2.5)
            rounded(painter, inner, size.px(4), now.accent if chosen else now.hover)
        ink = now.on_accent if chosen else now.text2
        painter.setFont(fonts.font("body", 600 if chosen else 400))
        text_in(painter, box, str(self.value), ink, centre=True, elide=False)
        if self.value == self._scale.last():
            wide = size.px(12)
            painter.fillRect(
                QRectF(box.center().x() - wide / 2 + 0.5, box.bottom() - size.px(5), wide, 2),
                now.on_accent if chosen else now.neutral_mark,
            )


class Scale(QWidget):
    """``value`` is 1–5, ``DONT_KNOW`` (0) or None while nothing is answered.

    The digits answer, arrows left and right change the answer, Backspace takes it away. Arrows up and down and Ctrl with an arrow
    ask to go to another scale, Enter to go to the comment.
    """

    changed = Signal()
    looked_at = Signal()  # focus or pointer came or went
    question_asked = Signal(int)
    voice_asked = Signal(int)
    comment_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: int | None = None
        self._last: int | None = None
        self._read_only = False
        self._about = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._figures = [_Figure(value, self) for value in range(1, MOST + 1)]
        for figure in self._figures:
            self._group.addButton(figure)
            row.addWidget(figure)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(metrics().px(180))
        self._settle()

    # ---- the answer

    def value(self) -> int | None:
        """What is answered."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show an answer, without telling anybody."""
        self._value = value
        self._settle()

    def answer(self, value: int | None) -> None:
        """Answer as by hand."""
        changed = value != self._value
        self.set_value(value)
        if changed:
            self.changed.emit()

    def last(self) -> int | None:
        """What was answered last time."""
        return self._last

    def set_last(self, value: int | None) -> None:
        """What was answered last time, to be shown with a line under it."""
        self._last = value
        self.update()
        self._name()

    def set_about(self, about: str) -> None:
        """What is answered and by whom, for the screen reader: *Handledning, deltagaren*."""
        self._about = about
        self._name()

    def _name(self) -> None:
        self.setAccessibleName(self._about)
        for figure in self._figures:
            spoken = _("{about}, {value} av {most}").format(about=self._about, value=figure.value, most=MOST)
            figure.setAccessibleName(spoken)
            figure.setAccessibleDescription(_("Svaret förra gången") if figure.value == self._last else "")

    def set_read_only(self, read_only: bool) -> None:
        """Only to be read, or to be answered."""
        self._read_only = read_only
        self.update()

    def is_read_only(self) -> bool:
        """Whether it is only to be read."""
        return self._read_only

    def _settle(self) -> None:
        self._group.setExclusive(False)  # so that none may be chosen
        for figure in self._figures:
            figure.setChecked(figure.value == self._value)
        self._group.setExclusive(True)
        stop = self.stop()
        for figure in self._figures:
            by_tab = Qt.FocusPolicy.StrongFocus if figure is stop else Qt.FocusPolicy.ClickFocus
            figure.setFocusPolicy(by_tab)
        self.update()

    # ---- the keyboard

    def stop(self) -> QWidget:
        """Where Tab stops: at the answer, or at the first figure."""
        return self._figures[self._value - 1] if self._value else self._figures[0]

    def figures(self) -> list[QWidget]:
        """All five, for the order of Tab."""
        return list[QWidget](self._figures)

    def take_focus(self) -> None:
        """Put the keyboard here."""
        self.stop().setFocus(Qt.FocusReason.TabFocusReason)

    def has_focus(self) -> bool:
        """Whether the keyboard is here."""
        return any(figure.hasFocus() for figure in self._figures)

    def focus_moved(self) -> None:
        """A figure was entered or left."""
        self.update()
        self.looked_at.emit()

    def take_key(self, event: QKeyEvent) -> bool:
        """Whether the key meant something here."""
        key, control = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        across = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(key, 0)
        along = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(key, 0)
        if along:
            self.question_asked.emit(along)
        elif across and control:
            self.voice_asked.emit(across)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.comment_asked.emit()
        elif control or self._read_only:
            return False
        elif across:
            self._by_hand(min(MOST, max(1, (self._value or 0) + across)))
        elif key in _DIGITS:
            self._by_hand(_DIGITS[key])
        elif key == Qt.Key.Key_Backspace:
            self._by_hand(None)
        else:
            return key in (Qt.Key.Key_6, Qt.Key.Key_7, Qt.Key.Key_8, Qt.Key.Key_9)
        return True

    def _by_hand(self, value: int | None) -> None:
        self.answer(value)
        self.take_focus()

    def paintEvent(self, event: QPaintEvent) -> None:
        now, size, painter = tokens(), metrics(), QPainter(self)
        box = QRectF(self.rect())
        edge = now.line if self._read_only and not now.high_contrast else now.edge
        rounded(painter, box, size.radius, now.base, edge)
        for number, figure in enumerate(self._figures[1:], 1):
            beside = self._figures[number - 1]
            if not (figure.isChecked() or beside.isChecked()):
                hairline(painter, figure.x(), size.px(6), self.height() - 2 * size.px(6), now.line, vertical=True)
        if self.has_focus():
            ring(painter, box, size.radius, now.focus)
