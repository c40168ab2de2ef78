"""The list of sessions."""

from socialupph.domain.changes import Changes, Entity
from socialupph.domain.errors import NotFound
from socialupph.domain.views.training import SessionRow, SessionView
from socialupph.i18n import _
from socialupph.services.registry import Services
from socialupph.specs import training as specs
from socialupph.specs.training_page import StepKind, next_step
from socialupph.ui.features.training import panel as side
from socialupph.ui.features.training.attendance import AttendancePage
from socialupph.ui.features.training.papers import SessionPapers
from socialupph.ui.features.training.record import WATCHES
from socialupph.ui.features.training.seats import SeatActions, SessionActions
from socialupph.ui.features.training.session_form import SessionForm
from socialupph.ui.features.training.sign_up_form import SignUpForm
from socialupph.ui.kit.actions import Action
from socialupph.ui.kit.asked import ask_reason
from socialupph.ui.kit.more_menu import MoreMenu
from socialupph.ui.kit.openers import PageOpener
from socialupph.ui.kit.page import ListPage, PageContext
from socialupph.ui.kit.side_panel import SidePanel


class SessionPage(ListPage[SessionRow]):
    """All sessions; the panel shows the seats of the chosen one and what it asks for next."""

    def __init__(self, context: PageContext, services: Services) -> None:
        self._services = services
        new = Action("sessions.new", _("Nytt kurstillfälle"), self._register, "add", "Ctrl+N")
        intake = Action("sessions.intake", _("Läs in egna listor"), PageOpener(self, "import.sheets"), "arrow_import")
        super().__init__(
            context, specs.TABLE, services.training, area="training", watches=WATCHES, first=new, other=intake
        )
        self._seats = SeatActions(context, services, self.shown)
        self._session = SessionActions(context, services, self.shown)
        self._papers = SessionPapers(context, services)
        self.panel.next_asked.connect(self._run_step)
        self.panel.aside_asked.connect(self._run_aside)
        self.panel.more_asked.connect(self._open_more)
        self.add_actions(
            (
                Action("sessions.sign_up", _("Ny anmälan till tillfället"), self._sign_up, "person_add"),
                Action("sessions.edit", _("Redigera tillfället"), self._edit, "edit", "F2"),
                Action("sessions.print", _("Skriv ut anmälningslistan"), self._print, "print"),
                Action("sessions.void", _("Makulera tillfället"), self._void, "delete", "Del"),
            )
        )
        names = ("sessions.sign_up", "sessions.edit", "sessions.print", "sessions.void")
        self._more = MoreMenu(self.page_actions, names, self)

    def shown(self) -> SessionView:
        """The chosen session; NotFound when none is."""
        current = self.table.current_id()
        if current is None:
            raise NotFound("record.gone")
        return self._services.training.view(current)

    def fill_panel(self, panel: SidePanel, record_id: int) -> None:
        """Next step, facts and seats."""
        side.fill(panel, self._services.training.view(record_id), self.context.clock.today())

    def _open_more(self) -> None:
        self._more.open_under(self.panel.more_button())

    def _run_step(self) -> None:
        view = self.shown()
        step = next_step(view, self.context.clock.today())
        if step is None:
            return
        if step.kind is StepKind.TICK:
            self.opened.emit(AttendancePage(self.context, self._services, view.id))
        elif step.kind is StepKind.PRINT:
            self._papers.show_sign_ups(view.id)
        elif step.kind is StepKind.SIGN_UP:
            self._sign_up()
        elif step.kind is StepKind.FILL:
            self._seats.fill(view.id)
        elif step.entry is not None:
            self._seats.do("pass_on" if step.kind is StepKind.MOVE_ON else "offer", step.entry)

    def _run_aside(self) -> None:
        step = next_step(self.shown(), self.context.clock.today())
        if step is not None and step.entry is not None:
            self._seats.do("accept" if step.kind is StepKind.MOVE_ON else "offer", step.entry)

    def _register(self) -> None:
        form = SessionForm(self.context, self._services)
        form.saved.connect(self._registered)
        self.opened.emit(form)

    def _registered(self, changes: Changes) -> None:
        self.select(changes.new_id(Entity.SESSION))

    def _sign_up(self) -> None:
        if self.table.current_id() is not None:
            self.opened.emit(SignUpForm(self.context, self._services, self.shown()))

    def _edit(self) -> None:
        if self.table.current_id() is not None:
            self.opened.emit(SessionForm(self.context, self._services, self.shown()))

    def _print(self) -> None:
        current = self.table.current_id()
        if current is not None:
            self._papers.show_sign_ups(current)

    def _void(self) -> None:
        if self.table.current_id() is None:
            return
        reason = ask_reason(self.context, _("Makulera tillfället?"))
        if reason is not None:
            self._session.void(reason)
