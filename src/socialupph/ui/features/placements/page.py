"""The list of placements."""

from dataclasses import replace

from socialupph.domain.changes import Changes, Entity
from socialupph.domain.commands.follow_ups import MoveFollowUp
from socialupph.domain.errors import NotFound
from socialupph.domain.kinds import AuditKind, ReferenceList
from socialupph.domain.views.placements import PlacementRow, PlannedStep
from socialupph.i18n import N_, _
from socialupph.services.registry import Services
from socialupph.specs import placements as specs
from socialupph.specs.follow_ups import MOVE_FORM
from socialupph.specs.forms import command_of
from socialupph.specs.marks import Tone
from socialupph.specs.tables import Filter, TableSpec
from socialupph.ui.features.placements import panel as side
from socialupph.ui.features.placements.forms import PlacementForm
from socialupph.ui.features.placements.words import WATCHES, follow_up_place
from socialupph.ui.kit.actions import Action
from socialupph.ui.kit.asked import ask_and_run, ask_reason
from socialupph.ui.kit.more_menu import MoreMenu
from socialupph.ui.kit.names_button import NamesButton
from socialupph.ui.kit.openers import PageOpener
from socialupph.ui.kit.page import ListPage, PageContext
from socialupph.ui.kit.reference_choices import offered
from socialupph.ui.kit.side_panel import SidePanel


class PlacementPage(ListPage[PlacementRow]):
    """All placements; the panel has the next step as a button."""

    def __init__(self, context: PageContext, services: Services) -> None:
        self._services = services
        new = Action("placements.new", _("Ny placering"), self._register, "add", "Ctrl+N")
        intake = Action("placements.intake", _("Läs in egna listor"), PageOpener(self, "import.sheets"), "arrow_import")
        super().__init__(
            context,
            _table(services),
            services.placements,
            area="placements",
            watches=WATCHES,
            first=new,
            other=intake,
        )
        self._names = NamesButton()
        self.header.add_button(self._names, first=True)
        self._names.toggled.connect(self._show_names)
        self.add_actions(
            (
                Action(
                    "placements.follow_up",
                    _("Registrera uppföljning"),
                    self._follow_up,
                    "clipboard_checkmark",
                    "Ctrl+R",
                ),
                Action("placements.move", _("Flytta nästa uppföljning"), self._move, "calendar_arrow_right"),
                Action("placements.edit", _("Redigera placeringen"), self._edit, "edit", "F2"),
                Action("placements.void", _("Makulera placeringen"), self._void, "delete", "Del"),
            )
        )
        names = ("placements.follow_up", "placements.move", "placements.edit", "placements.void")
        self._more = MoreMenu(self.page_actions, names, self)
        self.panel.more_asked.connect(self._open_more)
        self.panel.next_asked.connect(self._follow_up)
        self.panel.aside_asked.connect(self._move)

    # ---- the chosen one

    def fill_panel(self, panel: SidePanel, record_id: int) -> None:
        """Status, next step, facts, requirement and what happened."""
        try:
            view = self._services.placements.beside(record_id)
        except NotFound:
            panel.hide()
            return
        row = self.service.rows([record_id], show_names=self.show_names)[0]
        number = view.links.requirement_id
        requirement = None if number is None else self._services.requirements.view(number)
        person = specs.person_text(row.person, row.heads)
        side.fill(panel, view, person, requirement, self.context.clock.today())

    def _open_more(self) -> None:
        self._more.open_under(self.panel.more_button())

    def _next_step(self) -> PlannedStep | None:
        current = self.table.current_id()
        step = None if current is None else self._services.placements.beside(current).next_step
        if current is not None and step is None:
            self.banner.say(_("Placeringen har ingen uppföljning kvar i planen."), Tone.WARN)
        return step

    def _follow_up(self) -> None:
        step = self._next_step()
        place = follow_up_place(None if step is None else step.id)
        if place is not None:
            self.go_to.emit(place)

    def _move(self) -> None:
        step = self._next_step()
        if step is not None:
            mover = StepMover(self._services, step)
            ask_and_run(
                self.context, MOVE_FORM, mover, done_text=_("Uppföljningen är flyttad."), values={"due_on": step.due_on}
            )

    # ---- commands

    def _show_names(self, shown: bool) -> None:
        self.show_names = shown
        if shown:
            self._services.audit.note(AuditKind.NAMES_SHOWN, self.spec.name)
        self.refresh()

    def _register(self) -> None:
        form = PlacementForm(self.context, self._services)
        form.saved.connect(self._registered)
        self.opened.emit(form)

    def _registered(self, changes: Changes) -> None:
        self.select(changes.new_id(Entity.PLACEMENT))

    def _edit(self) -> None:
        current = self.table.current_id()
        if current is not None:
            view = self._services.placements.view(current)
            self.opened.emit(PlacementForm(self.context, self._services, view))

    def _void(self) -> None:
        current = self.table.current_id()
        reason = None if current is None else ask_reason(self.context, _("Makulera placeringen?"))
        if current is not None and reason is not None:
            version = self._services.placements.beside(current).version
            done = _("Placeringen är makulerad.")
            self.context.commands.run(_Void(self._services, current, version, reason), done_text=done)


def _table(services: Services) -> TableSpec[PlacementRow]:
    """The list with the forms of this register to filter by."""
    forms = Filter("form", N_("Form"), offered(services, ReferenceList.PLACEMENT_FORM))
    return replace(specs.TABLE, filters=(*specs.TABLE.filters, forms))


class StepMover:
    """Moves a planned follow-up to the day that was asked for."""

    def __init__(self, services: Services, step: PlannedStep) -> None:
        self._services, self._step = services, step

    def __call__(self, values: dict[str, object]) -> Changes:
        command = command_of(MoveFollowUp, values, follow_up_id=self._step.id, version=self._step.version)
        return self._services.follow_ups.move(command)


class _Void:
    """Voids one placement."""

    def __init__(self, services: Services, placement_id: int, version: int, reason: str) -> None:
        self._services, self._what = services, (placement_id, version, reason)

    def __call__(self) -> Changes:
        return self._services.placements.void(*self._what)
