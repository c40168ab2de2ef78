"""The line at the bottom: which register, whether it is practice or sample, the backup, and what day it is."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from socialupph.domain.clock import Clock
from socialupph.i18n import _, formats
from socialupph.specs.marks import Mark
from socialupph.ui.kit import fonts
from socialupph.ui.kit.colours import tokens
from socialupph.ui.kit.labels import MarkLabel, Pill, ToneLabel
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.paint import hairline

_MINUTE = 60_000


class StatusLine(QWidget):
    """Texts only; a click on nothing. Where there is little room they end with … rather than widen the window.

    The day is asked for again each minute, for those who leave it open overnight.
    """

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.register = ToneLabel("", "small", "text2", elide=True)
        self.marker = Pill(parent=self)
        self.backup = MarkLabel(parent=self)
        self.note = ToneLabel("", "small", "text2", elide=True)
        self.day = ToneLabel("", "small", "text2", elide=True)
        self._row = QHBoxLayout(self)
        for widget in (self.register, self.marker, self.backup):
            self._row.addWidget(widget)
        self._row.addWidget(self.note, 1)
        self._row.addWidget(self.day)
        self.backup.hide()
        self._timer = QTimer(self)
        self._timer.setInterval(_MINUTE)
        self._timer.timeout.connect(self.show_day)
        self._timer.start()
        self._measure()
        fonts.hub().changed.connect(self._measure)
        self.show_day()

    def _measure(self) -> None:
        size = metrics()
        self.setFixedHeight(size.status_bar)
        self._row.setContentsMargins(size.px(20), 1, size.px(16), 0)
        self._row.setSpacing(size.px(20))

    def show_day(self) -> None:
        """Write what day it is."""
        today = self._clock.today()
        self.day.setText(_("{day}, {week}").format(day=formats.full_date(today), week=formats.week(today)))

    def show_waiting(self, waits: bool) -> None:
        """Say that something that was asked for comes in a moment, or no longer."""
        self.note.setText(_("Ett ögonblick …") if waits else "")

    def set_register(self, name: str) -> None:
        """Name the open register."""
        self.register.setText(_("Register: {name}").format(name=name) if name else "")

    def set_marker(self, mark: Mark | None, words: str = "") -> None:
        """Say that this register is not the real one; None for the real one."""
        self.marker.set_mark(mark, words)

    def set_backup(self, mark: Mark, words: str) -> None:
        """Say how old the last backup is."""
        self.backup.set_mark(mark, words)
        self.backup.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), tokens()
        painter.fillRect(self.rect(), now.side)
        hairline(painter, 0, 0, self.width(), now.line)
