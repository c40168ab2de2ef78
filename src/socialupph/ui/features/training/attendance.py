"""*Pricka av närvaro*: who was there on which day, in the order of the paper."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from socialupph.domain.changes import Changes
from socialupph.domain.commands.training import AttendanceTick
from socialupph.domain.views.training import SessionView
from socialupph.i18n import _, formats, ngettext
from socialupph.services.registry import Services
from socialupph.specs.training import heading
from socialupph.ui.kit.actions import Action
from socialupph.ui.kit.buttons import Button, Role
from socialupph.ui.kit.dialogs import Answer
from socialupph.ui.kit.form import FormFoot
from socialupph.ui.kit.header_bar import Breadcrumb, HeaderBar, PageHead
from socialupph.ui.kit.labels import Card, Hairline, ToneLabel
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.page import Destination, Page, PageContext
from socialupph.ui.kit.tick_grid import TickGrid, TickRow


class AttendancePage(Page):
    """Saved on purpose, all days in one operation. A change from elsewhere is not read in under one's hands."""

    def __init__(self, context: PageContext, services: Services, session_id: int) -> None:
        super().__init__(context, _("Pricka av närvaro"))
        self._services, self._session_id = services, session_id
        self._view: SessionView | None = None
        self.grid = TickGrid(_("Närvaro"))
        self.header = HeaderBar(self.title)
        self._crumbs = Breadcrumb()
        self._build()
        self.grid.changed.connect(self._tell)
        self.add_actions(
            (
                Action("attendance.save", _("Spara"), self.save, shortcut="Ctrl+S"),
                Action("attendance.everyone", _("Alla var där"), self._everyone, "checkmark_circle", "Ctrl+Shift+A"),
                Action("attendance.rest", _("Resten var frånvarande"), self._rest),
                Action("attendance.leave", _("Avbryt"), self.back_asked.emit, shortcut="Esc", in_palette=False),
            )
        )

    def _build(self) -> None:
        size = metrics()
        everyone = self.header.add_button(
            Button(_("Alla var där"), Role.QUIET, icon="checkmark_circle", key="Ctrl+Shift+A")
        )
        rest = self.header.add_button(Button(_("Resten var frånvarande"), Role.QUIET, icon="dismiss_circle"))
        everyone.clicked.connect(self._everyone)
        rest.clicked.connect(self._rest)
        self._crumbs.followed.connect(self.go_to)
        head = PageHead()
        for part in (self._crumbs, self.header):
            head.rows.addWidget(part)
        told = _("Mellanslag växlar mellan deltog, frånvarande och inte noterat. Ordningen är densamma som på pappret.")
        head.rows.addWidget(ToneLabel(told, "small", "text2", wrap=True))
        self.rows.addWidget(head)
        self.rows.addWidget(Hairline())
        host = QWidget()
        column = QVBoxLayout(host)
        column.setContentsMargins(size.page_left, size.px(14), size.page_right, size.px(14))
        card = Card(flat=True)
        card.body.addWidget(self.grid)
        column.addWidget(card, 1)
        self.rows.addWidget(host, 1)
        self.foot = FormFoot(_("Spara närvaron"))
        self.foot.save_asked.connect(self.save)
        self.foot.cancel_asked.connect(self.back_asked)
        self.rows.addWidget(self.foot)

    def reload(self) -> None:
        """Read who has a seat, and what is noted already."""
        if self.grid.is_changed():
            return
        view = self._view = self._services.training.view(self._session_id)
        place = Destination("training", view.id)
        self._crumbs.set_trail(((_("Handledarutbildning"), Destination("training")), (view.code, place)), self.title)
        self.header.set_count(heading(view, self.context.clock.today()))
        days = [formats.short_date_with_weekday(day.held_on) for day in view.days]
        rows = [TickRow(entry.id, entry.number, entry.label, entry.organisation) for entry in view.seated]
        self.grid.show_rows(rows, days, {entry.id: entry.attendance for entry in view.seated})
        self._tell()

    def _tell(self) -> None:
        parts: list[str] = []
        for day, title in enumerate(self.grid.titles()):
            there = sum(values[day] is True for values in self.grid.values().values())
            parts.append(_("{day}: {n} deltog").format(day=title, n=there))
        self.foot.note.setText(", ".join(parts))

    def _everyone(self) -> None:
        self.grid.fill(True, only_empty=False)

    def _rest(self) -> None:
        self.grid.fill(False, only_empty=True)

    def _ticks(self) -> list[AttendanceTick]:
        """Only what is another than it was read as."""
        view = self._view
        if view is None:
            return []
        now = self.grid.values()
        return [
            AttendanceTick(entry.id, day.id, present)
            for entry in view.seated
            for day, present, before in zip(view.days, now[entry.id], entry.attendance, strict=True)
            if present is not before
        ]

    def save(self) -> None:
        """Note it, and go back."""
        if self._save():
            self.back_asked.emit()

    def _save(self) -> bool:
        ticks = self._ticks()
        if ticks:
            people = len({tick.sign_up_id for tick in ticks})
            done = ngettext("Närvaron är sparad för {n} person.", "Närvaron är sparad för {n} personer.", people)
            if (
                self.context.commands.run(
                    _Mark(self._services, self._session_id, ticks), done_text=done.format(n=people)
                )
                is None
            ):
                return False
        self.grid.mark_saved()
        return True

    def may_leave(self) -> bool:
        """Ask once when something was ticked."""
        if not self.grid.is_changed():
            return True
        answer = self.context.dialogs.ask(
            _("Ska närvaron sparas?"),
            _("Du har prickat av men inte sparat."),
            (
                Answer("discard", _("Kasta ändringarna"), Role.DANGER),
                Answer("stay", _("Fortsätt pricka av"), Role.QUIET),
                Answer("save", _("Spara"), Role.PRIMARY),
            ),
        )
        if answer == "discard":
            self.grid.mark_saved()
        return answer == "discard" or (answer == "save" and self._save())

    def focus_first(self) -> None:
        self.grid.setFocus()

    def panes(self) -> Sequence[QWidget]:
        return (self.header, self.grid, self.foot)


class _Mark:
    """Notes the ticks of one session."""

    def __init__(self, services: Services, session_id: int, ticks: Sequence[AttendanceTick]) -> None:
        self._services, self._session_id, self._ticks = services, session_id, ticks

    def __call__(self) -> Changes:
        return self._services.sign_ups.mark_attendance(self._session_id, self._ticks)
