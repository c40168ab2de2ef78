"""A month: week numbers at the left, Monday first, days off in red and by name, today filled, a dot for each thing due."""

import calendar
import datetime as dt
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from socialupph.domain.clock import Clock, WorkCalendar
from socialupph.i18n import _, formats, ngettext
from socialupph.specs.marks import Shape, Tone
from socialupph.ui.kit import fonts
from socialupph.ui.kit.buttons import IconButton
from socialupph.ui.kit.colours import tokens
from socialupph.ui.kit.labels import ToneLabel
from socialupph.ui.kit.marks import draw_mark, mark_colour
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.paint import hairline, ring, rounded, text_in

_WEEKS = 6
_SUNDAY = 6
_WAYS: Mapping[int, int] = {
    int(Qt.Key.Key_Left): -1,
    int(Qt.Key.Key_Right): 1,
    int(Qt.Key.Key_Up): -7,
    int(Qt.Key.Key_Down): 7,
}


class _Grid(QWidget):
    """The days. Arrows move, Page Up and Down change month, Enter chooses."""

    chosen = Signal(object)
    moved = Signal()

    def __init__(self, clock: Clock, days_off: WorkCalendar) -> None:
        super().__init__()
        self._clock, self._days_off = clock, days_off
        self.day = clock.today()
        self._dots: Mapping[dt.date, Sequence[Tone]] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._say()
        fonts.hub().changed.connect(self.updateGeometry)

    def set_dots(self, dots: Mapping[dt.date, Sequence[Tone]]) -> None:
        """What is due on which day."""
        self._dots = dots
        self.update()

    def go(self, day: dt.date) -> None:
        """Show the month of ``day`` with the keyboard on it."""
        self.day = day
        self._say()
        self.moved.emit()
        self.update()

    def _say(self) -> None:
        name = self._days_off.name_of(self.day)
        said = formats.date_with_week(self.day)
        self.setAccessibleName(_("{day}, {holiday}").format(day=said, holiday=name) if name else said)
        due = len(self._dots.get(self.day, ()))
        self.setAccessibleDescription(ngettext("{n} sak", "{n} saker", due).format(n=due) if due else "")

    def first_shown(self) -> dt.date:
        """The Monday at the top."""
        first = self.day.replace(day=1)
        return first - dt.timedelta(days=first.weekday())

    def _cell(self) -> tuple[int, int]:
        size = metrics()
        return (self.width() - size.px(32)) // 7, size.px(34)

    def _top(self) -> int:
        return fonts.measure("small").height() + metrics().grid

    def sizeHint(self) -> QSize:
        size = metrics()
        return QSize(size.px(32 + 7 * 34), self._top() + _WEEKS * size.px(34))

    def minimumSizeHint(self) -> QSize:
        return QSize(metrics().px(32 + 7 * 28), self.sizeHint().height())

    def _rect(self, number: int) -> QRect:
        across, down = self._cell()
        row, column = divmod(number, 7)
        return QRect(metrics().px(32) + column * across, self._top() + row * down, across, down)

    def day_at(self, at: QPoint) -> dt.date | None:
        """The day under the pointer."""
        for number in range(7 * _WEEKS):
            if self._rect(number).contains(at):
                return self.first_shown() + dt.timedelta(days=number)
        return None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now, size = QPainter(self), tokens(), metrics()
        first, today = self.first_shown(), self._clock.today()
        painter.setFont(fonts.font("small"))
        high = fonts.measure("small").height()
        for column in range(7):
            at = self._rect(column)
            name = formats.weekday_short(first + dt.timedelta(days=column))
            text_in(painter, QRect(at.x(), 0, at.width(), high), name, now.text2, centre=True, elide=False)
        hairline(painter, size.px(28), 0, self._top() + _WEEKS * self._cell()[1], now.line, vertical=True)
        for number in range(7 * _WEEKS):
            day = first + dt.timedelta(days=number)
            if number % 7 == 0:
                painter.setFont(fonts.font("key"))
                week = self._rect(number)
                room = QRect(0, week.y(), size.px(24), week.height() - size.px(8))
                text_in(painter, room, str(day.isocalendar().week), now.text3, centre=True)
            self._paint_day(painter, self._rect(number), day, today)

    def _paint_day(self, painter: QPainter, cell: QRect, day: dt.date, today: dt.date) -> None:
        now, size = tokens(), metrics()
        off = day.weekday() == _SUNDAY or self._days_off.name_of(day) is not None
        ink = now.text if day.month == self.day.month else now.text3
        if off and day.month == self.day.month:
            ink = now.bad
        side = size.px(26)
        middle = cell.center()
        disc = QRectF(middle.x() - side / 2 + 0.5, cell.y() - size.px(1), side, side)
        if day == today:
            rounded(painter, disc, side / 2, now.accent)
            ink = now.on_accent
        painter.setFont(fonts.font("body", 700 if day == today else 400))
        text_in(painter, disc.toRect(), str(day.day), ink, centre=True, elide=False)
        if day == self.day and self.hasFocus():
            ring(painter, disc.adjusted(-2, -2, 2, 2), side / 2, now.focus)
        self._paint_dots(painter, middle.x(), cell.y() + side + size.px(1), self._dots.get(day, ()))

    def _paint_dots(self, painter: QPainter, x: int, y: int, tones: Sequence[Tone]) -> None:
        size = metrics()
        side, step = 4.4 * size.unit / 18, 6.4 * size.unit / 18
        shown = tones[:3]
        left = x - (len(shown) - 1) * step / 2 - side / 2 + 0.5
        for number, tone in enumerate(shown):
            colour: QColor = mark_colour(tone, tokens())
            draw_mark(painter, left + number * step, y, Shape.DOT, colour, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _WAYS:
            self.go(self.day + dt.timedelta(days=_WAYS[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.go(months_away(self.day, -1 if key == Qt.Key.Key_PageUp else 1))
        elif key == Qt.Key.Key_Home:
            self.go(self._clock.today())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position().toPoint())
        if day is not None:
            self.go(day)
            self.chosen.emit(day)

    def tip_at(self, at: QPoint) -> str:
        """The day in words, with the holiday's name and how much is due."""
        day = self.day_at(at)
        if day is None:
            return ""
        due = len(self._dots.get(day, ()))
        parts = [formats.date_with_week(day), self._days_off.name_of(day) or ""]
        parts.append(ngettext("{n} sak", "{n} saker", due).format(n=due) if due else "")
        return "\n".join(part for part in parts if part)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self)
            return True
        return super().event(event)


class MonthCalendar(QWidget):
    """Month name with arrows, the days, and the names of the days off below. ``chosen`` carries the day."""

    chosen = Signal(object)

    def __init__(self, clock: Clock, days_off: WorkCalendar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days_off = days_off
        self._title = ToneLabel("", "section")
        self._back = IconButton("chevron_left", _("Förra månaden"), small=True)
        self._ahead = IconButton("chevron_right", _("Nästa månad"), small=True)
        self.grid = _Grid(clock, days_off)
        self._names = ToneLabel("", "small", "bad", wrap=True)
        top = QHBoxLayout()
        top.setSpacing(metrics().half)
        top.addWidget(self._title, 1)
        top.addWidget(self._back)
        top.addWidget(self._ahead)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(metrics().grid)
        rows.addLayout(top)
        rows.addWidget(self.grid)
        rows.addWidget(self._names)
        self._back.clicked.connect(self._earlier)
        self._ahead.clicked.connect(self._later)
        self.grid.chosen.connect(self.chosen)
        self.grid.moved.connect(self._show_month)
        self._show_month()

    def set_dots(self, dots: Mapping[dt.date, Sequence[Tone]]) -> None:
        """What is due on which day; at most three are drawn, all are counted in the tooltip."""
        self.grid.set_dots(dots)

    def go(self, day: dt.date) -> None:
        """Show the month of ``day``."""
        self.grid.go(day)

    def _earlier(self) -> None:
        self.grid.go(months_away(self.grid.day, -1))

    def _later(self) -> None:
        self.grid.go(months_away(self.grid.day, 1))

    def _show_month(self) -> None:
        day = self.grid.day
        self._title.setText(_("{month} {year}").format(month=formats.month_name(day.month).capitalize(), year=day.year))
        last = calendar.monthrange(day.year, day.month)[1]
        days = (day.replace(day=number) for number in range(1, last + 1))
        named = [(found, self._days_off.name_of(found)) for found in days]
        words = [_("{day} {name}").format(day=found.day, name=name) for found, name in named if name]
        self._names.setText(", ".join(words))
        self._names.setVisible(bool(words))


def months_away(day: dt.date, months: int) -> dt.date:
    """The same day in another month, or the last that month has."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
