"""The list of follow-ups."""

from collections.abc import Callable
from typing import cast

from socialupph.domain.changes import Entity
from socialupph.domain.follow_ups import FollowUpStatus, is_settled
from socialupph.domain.kinds import AuditKind
from socialupph.domain.views.follow_ups import FollowUpExportRow, FollowUpRow
from socialupph.i18n import _, formats
from socialupph.services.follow_ups import FollowUps
from socialupph.services.registry import Services
from socialupph.specs import follow_ups as specs
from socialupph.specs.words import word
from socialupph.specs.words_placements import FOLLOW_UP_KIND, MEANS
from socialupph.ui.features.follow_ups.commands import FollowUpCommands
from socialupph.ui.features.follow_ups.forms import PlanForm
from socialupph.ui.kit.actions import Action
from socialupph.ui.kit.labels import Fact
from socialupph.ui.kit.list_files import ListFiles
from socialupph.ui.kit.more_menu import MoreMenu
from socialupph.ui.kit.names_button import NamesButton
from socialupph.ui.kit.page import Destination, ListPage, PageContext
from socialupph.ui.kit.side_panel import SidePanel

WATCHES = frozenset(
    {Entity.FOLLOW_UP, Entity.PLACEMENT, Entity.CANDIDATE, Entity.SUPPLIER, Entity.CONTRACT, Entity.REQUIREMENT}
)


class FollowUpFiles(ListFiles):
    """What is exported of follow-ups is all that was answered; printed and copied is what the list shows."""

    def export(self) -> None:
        """Write what is shown to a file with all answers."""
        self._page.settle()
        table = specs.export_table(host=self._page.table.columns.is_shown("host"))
        self._page.context.outputs.export(table, self.export_rows, self._page.filter_bar.told())

    def export_rows(self) -> list[FollowUpExportRow]:
        """The follow-ups of the list as it is filtered and sorted now, by code whatever the screen shows."""
        return cast("FollowUps", self._page.service).export_rows(self._page.model.ids())


class FollowUpPage(ListPage[FollowUpRow]):
    """All follow-ups; the panel has only what its row has."""

    files_type = FollowUpFiles

    def __init__(self, context: PageContext, services: Services) -> None:
        self._services = services
        new = Action("follow_ups.new", _("Ny uppföljning"), self._plan, "add", "Ctrl+N")
        super().__init__(
            context,
            specs.TABLE,
            services.follow_ups,
            area="follow_ups",
            watches=WATCHES,
            first=new,
        )
        self._commands = FollowUpCommands(context, services)
        names = NamesButton()
        self.header.add_button(names, first=True)
        names.toggled.connect(self._show_names)
        self.add_actions(
            (
                Action("follow_ups.register", _("Registrera uppföljning"), self._open_current, "edit", "Ctrl+R"),
                Action("follow_ups.move", _("Flytta …"), self._move, "calendar_arrow_right"),
                Action("follow_ups.skip", _("Hoppa över …"), self._skip, "snooze"),
                Action("follow_ups.not_answered", _("Inget svar"), self._not_answered, "call"),
                Action("follow_ups.void", _("Makulera …"), self._void, "delete", "Del"),
            )
        )
        more = ("follow_ups.move", "follow_ups.skip", "follow_ups.not_answered", "follow_ups.void")
        self._more = MoreMenu(self.page_actions, more, self)
        self.panel.more_asked.connect(self._open_more)
        self.panel.next_asked.connect(self._open_current)
        self.panel.aside_asked.connect(self._move)

    # ---- reading

    def first_record(self) -> int | None:
        """The one that waits longest, with what is done above it."""
        return self._services.follow_ups.first_waiting()

    # ---- the chosen one

    def fill_panel(self, panel: SidePanel, record_id: int) -> None:
        """What is due of whom, from the row alone."""
        found = self.service.rows([record_id], show_names=self.show_names)
        if not found:
            panel.hide()
            return
        row = found[0]
        panel.begin(row.code, specs.status_mark(row))
        panel.add_links(*_links(row))
        if not is_settled(row.status):
            panel.add_next_step(
                word(FOLLOW_UP_KIND, row.kind),
                _day(row),
                _("Registrera uppföljning"),
                key=_("Ctrl+R"),
                aside=_("Flytta"),
                label=_("Ska hållas"),
            )
        panel.add_facts(_facts(row))
        panel.finish()

    def _row(self) -> FollowUpRow | None:
        current = self.table.current_id()
        if current is None:
            return None
        return next(iter(self.service.rows([current])), None)

    def _open_more(self) -> None:
        self._more.open_under(self.panel.more_button())

    # ---- commands

    def _show_names(self, shown: bool) -> None:
        self.show_names = shown
        if shown:
            self._services.audit.note(AuditKind.NAMES_SHOWN, self.spec.name)
        self.refresh()

    def _plan(self) -> None:
        self.opened.emit(PlanForm(self.context, self._services))

    def _with_row(self, command: Callable[[FollowUpRow], bool]) -> None:
        row = self._row()
        if row is not None:
            command(row)

    def _move(self) -> None:
        self._with_row(self._commands.move)

    def _skip(self) -> None:
        self._with_row(self._commands.skip)

    def _not_answered(self) -> None:
        self._with_row(self._commands.not_answered)

    def _void(self) -> None:
        self._with_row(self._commands.void)


def _links(row: FollowUpRow) -> list[tuple[str, object]]:
    links: list[tuple[str, object]] = []
    if row.placement_id is not None:
        links = [(row.placement_code, Destination("placements", row.placement_id))]
        if row.person:
            links.append((row.person, None))
    elif row.contract_id is not None:
        links = [(row.contract_code, Destination("contracts", row.contract_id))]
    return links


def _day(row: FollowUpRow) -> str:
    day = _("{weekday} {day} ({week})").format(
        weekday=formats.weekday_name(row.due_on),
        day=formats.day_and_month(row.due_on),
        week=formats.week(row.due_on),
    )
    return _("{day}, {late}").format(day=day, late=formats.late(row.days_late)) if row.days_late else day


def _facts(row: FollowUpRow) -> list[Fact]:
    held = row.held_on if row.status is FollowUpStatus.DONE else None
    pairs = (
        (_("Slag"), word(FOLLOW_UP_KIND, row.kind) if is_settled(row.status) else ""),
        (_("Planerad"), formats.full_date(row.due_on)),
        (_("Hållen"), formats.full_date(held) if held else ""),
        (_("Sätt"), word(MEANS, row.means)),
        (_("Värdföretag"), row.host),
        (_("Kontrakt"), row.contract_code if row.placement_id is not None else ""),
    )
    return [Fact(label, value) for label, value in pairs if value]
