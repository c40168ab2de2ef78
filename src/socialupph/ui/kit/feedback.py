"""A banner inside the page: what happened, what was kept, what to do. Never a dialog that only says OK."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from socialupph.i18n import _
from socialupph.specs.marks import Shape, Tone
from socialupph.ui.kit import fonts
from socialupph.ui.kit.buttons import Button, IconButton, Role
from socialupph.ui.kit.colours import tokens
from socialupph.ui.kit.labels import ToneLabel
from socialupph.ui.kit.marks import draw_error_sign, draw_mark, mark_colour, tone_ground
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.paint import rounded


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Let a screen reader say ``text`` without moving the keyboard."""
    if not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, text)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


class Banner(QWidget):
    """One sentence or two with a sign, an optional button, and a cross. Hidden until something is said."""

    acted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone.BAD
        self._row = QHBoxLayout(self)
        self._label = ToneLabel("", "body", "text", wrap=True, selectable=True)
        self._button = Button("", Role.SECONDARY, small=True)
        self._close = IconButton("dismiss", _("Stäng meddelandet"), small=True)
        self._row.addWidget(self._label, 1)
        self._row.addWidget(self._button)
        self._row.addWidget(self._close)
        self._button.clicked.connect(self.acted)
        self._close.clicked.connect(self.clear)
        self._space()
        fonts.hub().changed.connect(self._space)
        self.hide()

    def _space(self) -> None:
        size = metrics()
        self._row.setContentsMargins(size.px(40), size.grid, size.grid, size.grid)
        self._row.setSpacing(size.grid)

    def say(self, text: str, tone: Tone = Tone.BAD, *, button: str = "") -> None:
        """Show ``text``; ``acted`` is emitted when its button is pressed."""
        self._tone = tone
        self._label.setText(text)
        self._button.set_words(button)
        self._button.setVisible(bool(button))
        self.setAccessibleName(text)
        self.show()
        self.update()
        announce(self, text, urgent=tone is Tone.BAD)

    def text(self) -> str:
        """What it says; empty when it is put away."""
        return "" if self.isHidden() else self._label.text()

    def clear(self) -> None:
        """Put it away."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        now, size = tokens(), metrics()
        painter = QPainter(self)
        edge = mark_colour(self._tone, now)
        rounded(painter, QRectF(self.rect()), size.radius_card, tone_ground(self._tone, now), edge)
        side = size.icon
        top = (self.height() - side) / 2
        if self._tone is Tone.BAD:
            draw_error_sign(painter, size.px(14), top, side)
        else:
            shape = Shape.TRIANGLE if self._tone is Tone.WARN else Shape.CHECK
            draw_mark(painter, size.px(14), top + side * 0.1, shape, edge, side * 0.8)
