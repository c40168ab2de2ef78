"""*Idag*: what waits in one list, the counters above it, the month beside it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from socialupph.domain.changes import Entity
from socialupph.domain.deadlines import SOON_DAYS, Bucket
from socialupph.domain.views.today import DeadlineView, DueRow, TodayCounters
from socialupph.i18n import _
from socialupph.services.registry import Services
from socialupph.specs import today as words
from socialupph.specs import today_page as specs
from socialupph.specs.marks import Tone
from socialupph.ui.features.today import lines
from socialupph.ui.features.today.actions import RowActions
from socialupph.ui.kit.actions import Action
from socialupph.ui.kit.buttons import Button, Role
from socialupph.ui.kit.calendar import MonthCalendar
from socialupph.ui.kit.counters import Counters
from socialupph.ui.kit.day_list import DayLine, DayList, DayRow
from socialupph.ui.kit.empty_state import EmptyState
from socialupph.ui.kit.header_bar import HeaderBar, PageHead
from socialupph.ui.kit.labels import Card
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.page_base import Page, PageContext
from socialupph.ui.kit.places import Destination

WATCHES: Final = frozenset(Entity) - {Entity.GOAL, Entity.DOCUMENT, Entity.BUYER, Entity.PROCUREMENT}
_SOON, _DOTS_AHEAD = dt.timedelta(days=SOON_DAYS), dt.timedelta(days=100)
_BEGINNING: Final = 100  # deadlines: more than are seen, and soon read out of any number
_ASIDE: Final = 304
_LIST_LEAST: Final = 300


class TodayPage(Page):
    """Reads the list, then the dots of the calendar, then the counters, beside the window: what is seen first comes first.

    A day beyond the usual ones is added to the list when it is asked for.
    """

    def __init__(self, context: PageContext, services: Services) -> None:
        super().__init__(context, _("Idag"), watches=WATCHES)
        self._services = services
        self._actions = RowActions(context, services)
        self._rows: tuple[DueRow, ...] = ()
        self._reading, self._counting, self._going = self.reading(), self.reading(), self.reading()
        self._read_on: dt.date | None = None
        self._extra: dt.date | None = None
        self._wanted: dt.date | None = None
        self.header = HeaderBar(specs.heading(context.clock.today()))
        self.counters, self.day_list = Counters(), DayList()
        self.counters.set_counters(lines.counters_to_come())  # so that nothing moves when they come
        self.calendar = MonthCalendar(context.clock, services.calendar)
        self._build()
        self.counters.followed.connect(self.go_to)
        self.day_list.selectionModel().currentChanged.connect(self._keep_in_view)
        self.day_list.acted.connect(self._act)
        self.day_list.opened.connect(self._open)
        self.calendar.chosen.connect(self.show_day)
        self.add_actions(
            (
                Action("today.date", _("Gå till datum"), self._ask_day, "calendar_arrow_right", "Ctrl+D"),
                Action("today.print", _("Skriv ut dagen"), self.print_day, "print", "Ctrl+P"),
            )
        )

    # ---- building

    def _build(self) -> None:
        go = self.header.add_button(Button(_("Gå till datum"), Role.QUIET, icon="calendar_arrow_right", key="Ctrl+D"))
        paper = self.header.add_button(Button(_("Skriv ut dagen"), Role.QUIET, icon="print", key="Ctrl+P"))
        go.clicked.connect(self._ask_day)
        paper.clicked.connect(self.print_day)
        self._print_button = paper
        head = PageHead()
        head.rows.addWidget(self.header)
        self.rows.addWidget(head)
        area = self._area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sheet = self._sheet = QWidget()
        size = metrics()
        columns = QHBoxLayout(sheet)
        columns.setContentsMargins(size.page_left, size.half, size.page_right, size.gap)
        columns.setSpacing(size.gap)
        columns.addWidget(self._main(), 1)
        columns.addWidget(self._beside())
        area.setWidget(sheet)
        sheet.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        self.rows.addWidget(area, 1)

    def _main(self) -> QWidget:
        size = metrics()
        host = QWidget()
        column = QVBoxLayout(host)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(size.gap)
        column.addWidget(self.counters)
        card = Card(flat=True)
        first = Action("today.start", _("Gå till Kontrakt"), self._to_contracts, "document_text")
        self._stack = QStackedWidget()
        for part in (self.day_list, EmptyState(specs.EMPTY_DAY), EmptyState(specs.EMPTY_REGISTER, first)):
            self._stack.addWidget(part)
        self._stack.setMinimumHeight(size.px(_LIST_LEAST))
        card.body.addWidget(self._stack)
        column.addWidget(card, 1)
        return host

    def _beside(self) -> QWidget:
        self._aside = QWidget()
        self._aside.setFixedWidth(metrics().px(_ASIDE))
        column = QVBoxLayout(self._aside)
        column.setContentsMargins(0, 0, 0, 0)
        card = Card()
        card.body.addWidget(self.calendar)
        column.addWidget(card)
        column.addStretch(1)
        return self._aside

    # ---- reading

    def reload(self) -> None:
        """Read everything that is due; what was shown stays until the new has come."""
        begins = _BEGINNING if self._read_on is None and self._extra is None else 0
        today = self._read_on = self.context.clock.today()
        self._reading.ask(_Due(self._services, today, self._extra, begins), self._show)

    def _show(self, due: "_Shown") -> None:
        self._rows = due.rows
        self.header.title.setText(specs.heading(due.today))
        self.header.set_count(due.summary)
        self.day_list.set_lines(due.lines)
        self._show_list(new=due.new)
        self._go_to_wanted()
        self.repaint()
        if not due.whole:
            self._reading.ask(_Due(self._services, due.today, self._extra), self._show)
            return
        self._counting.ask(_Dots(self._services, due.today), self._show_dots, ahead=True)

    def _show_dots(self, dots: Mapping[dt.date, Sequence[Tone]]) -> None:
        self.calendar.set_dots(dots)
        self._counting.ask(_Counted(self._services), self._show_counters, ahead=True)

    def _show_counters(self, counts: TodayCounters) -> None:
        today = self._read_on or self.context.clock.today()
        self.counters.set_counters(lines.counters(words.counter_texts(counts, today), counts.closing))

    def _show_list(self, *, new: bool) -> None:
        empty = not self._rows
        self._stack.setCurrentIndex(2 if new else 1 if empty else 0)
        self.counters.setVisible(not new)
        self._print_button.setVisible(not empty)
        self.page_actions.set_enabled("today.print", not empty)
        self.header.refit()

    def showEvent(self, event: QShowEvent) -> None:
        if self._read_on != self.context.clock.today():
            self._stale = True  # a night has passed since it was read
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._aside.setFixedWidth(metrics().px(_ASIDE))
        self._aside.setVisible(self.window().width() >= metrics().overlay_under)
        size = metrics()
        self._stack.setMinimumHeight(max(size.px(120), min(size.px(_LIST_LEAST), self._area.height() - size.px(40))))

    def _keep_in_view(self) -> None:
        """In a low window the page itself scrolls; the row the keyboard is at stays in sight."""
        row = self.day_list.visualRect(self.day_list.currentIndex())
        at = self.day_list.viewport().mapTo(self._sheet, row.center())
        self._area.ensureVisible(at.x(), at.y(), 0, row.height())

    # ---- going about

    def show_day(self, day: dt.date) -> None:
        """Bring what is due on ``day`` into view, or what comes first after it."""
        self._extra = self._wanted = day
        self.refresh()

    def _go_to_wanted(self) -> None:
        day, self._wanted = self._wanted, None
        if day is None:
            return
        self.calendar.go(day)
        place = next((number for number, line in enumerate(self._shown()) if _due(line) >= day), None)
        if place is not None:
            self.day_list.select_row(place)
            self.day_list.setFocus(Qt.FocusReason.OtherFocusReason)
        if place is None or _due(self._shown()[place]) != day:
            self.status_changed.emit(specs.nothing_on(day))

    def _shown(self) -> Sequence[object]:
        return self.day_list.lines()

    def _ask_day(self) -> None:
        found = self.context.dialogs.ask_form(specs.GO_TO_DATE_FORM, self.context.providers, _day_of)
        if isinstance(found, dt.date):
            self.show_day(found)

    def _to_contracts(self) -> None:
        self.go_to.emit(Destination("contracts"))

    def _act(self, row: DueRow) -> None:
        self._going.ask(self._services.make_all, lambda _made: self._go(self._actions.run(row)))

    def _open(self, row: DueRow) -> None:
        self._going.ask(self._services.make_all, lambda _made: self._go(self._actions.place(row)))

    def _go(self, place: Destination | None) -> None:
        if place is not None:
            self.go_to.emit(place)

    def print_day(self) -> None:
        """The same rows as a list on paper."""
        self.context.outputs.print(specs.TABLE, self._printed, specs.heading(self.context.clock.today()))

    def _printed(self) -> Sequence[specs.PrintedRow]:
        return specs.printed(self._rows, self.context.clock.today())

    def focus_first(self) -> None:
        (self.day_list if self._rows else self.header).setFocus()

    def panes(self) -> Sequence[QWidget]:
        parts = (self.counters, self._stack, self.calendar.grid)
        return [part for part in parts if part.isVisible()]


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the page shows, made ready on another thread."""

    today: dt.date
    rows: tuple[DueRow, ...]
    summary: str
    lines: list[DayLine]
    new: bool
    whole: bool = True


class _Counted:
    """Reads the counters."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def __call__(self) -> TodayCounters:
        return self._services.today.counters()


class _Dots:
    """Reads what is due in the months that the calendar can show."""

    def __init__(self, services: Services, today: dt.date) -> None:
        self._services, self._today = services, today

    def __call__(self) -> Mapping[dt.date, Sequence[Tone]]:
        return lines.dots(self._services.today.deadlines(self._today + _DOTS_AHEAD))


class _Due:
    """Reads what is due soon, or through ``extra``; with ``begins`` only some such number, when there are many more."""

    def __init__(self, services: Services, today: dt.date, extra: dt.date | None, begins: int = 0) -> None:
        self._services, self._today, self._extra, self._begins = services, today, extra, begins

    def __call__(self) -> _Shown:
        service, today = self._services.today, self._today
        first = service.beginning(self._begins) if self._begins else None
        if first is not None and first < today:
            listed = service.deadlines(first)
            return _Shown(today, listed, "", lines.day_lines(listed, today, counted=False), new=False, whole=False)
        usual = today + dt.timedelta(days=self._services.settings.load().ahead_days)
        found = service.deadlines(max(usual, today + _SOON, self._extra or today))
        listed = [row for row in found if _is_listed(row, usual, self._extra)]
        rows = (*listed, *service.unfinished())
        new = not rows and not self._services.contracts.total()
        summary = words.summary(listed) if listed else ""
        return _Shown(today, rows, summary, lines.day_lines(rows, today), new)


def _is_listed(row: DeadlineView, usual: dt.date, extra: dt.date | None) -> bool:
    """Within the usual days ahead, or up to the day that was asked for."""
    return row.bucket is not Bucket.LATER or row.remind_on <= usual or (extra is not None and row.due <= extra)


def _due(line: object) -> dt.date:
    """The day of a line; headings and rows without a day come before every day."""
    row = line.target if isinstance(line, DayRow) else None
    return row.due if isinstance(row, DeadlineView) else dt.date.min


def _day_of(values: dict[str, object]) -> object:
    return values["day"]
