"""A session in full: seats, those who signed up in the order of the queue, the reserve list with its reasons, the papers."""

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QWidget

from socialupph.domain.changes import Entity
from socialupph.domain.kinds import SessionStatus
from socialupph.domain.views.training import SessionView, SignUpEntry
from socialupph.i18n import _, ngettext
from socialupph.services.registry import Services
from socialupph.specs import training as specs
from socialupph.specs.marks import Mark, Shape, Tone
from socialupph.specs.sign_ups import offered_until
from socialupph.specs.training_page import NextStep, StepKind, days_text, next_step, waiting_text
from socialupph.specs.words import VOIDED
from socialupph.specs.words_training import SESSION_MARK
from socialupph.ui.features.training.attendance import AttendancePage
from socialupph.ui.features.training.cards import PapersCard, ReserveList, StepBox, UntrainedCard
from socialupph.ui.features.training.papers import SessionPapers
from socialupph.ui.features.training.people import PeopleTables
from socialupph.ui.features.training.seats import SeatActions, SessionActions, closes_soon, day_of
from socialupph.ui.features.training.session_form import CourseForm, SessionForm
from socialupph.ui.features.training.sign_up_form import SignUpForm
from socialupph.ui.kit.actions import Action
from socialupph.ui.kit.asked import ask_reason
from socialupph.ui.kit.buttons import Button, Role
from socialupph.ui.kit.labels import Card, Fact
from socialupph.ui.kit.more_menu import MoreButton, MoreMenu
from socialupph.ui.kit.page import Destination, PageContext, RecordPage
from socialupph.ui.kit.seats import Seats

WATCHES: Final = frozenset(
    {Entity.SESSION, Entity.SIGN_UP, Entity.COURSE, Entity.CONTACT, Entity.PLACEMENT, Entity.SUPPLIER, Entity.CONTRACT}
)
_PROPOSED: Final = frozenset({StepKind.MOVE_ON, StepKind.FILL, StepKind.OFFER, StepKind.TICK})
_COMING: Final = frozenset({SessionStatus.PLANNED, SessionStatus.OPEN, SessionStatus.CLOSED})


class SessionRecordPage(RecordPage):
    """Reads the session anew whenever it or somebody on it changes."""

    def __init__(self, context: PageContext, services: Services, session_id: int) -> None:
        super().__init__(context, _("Kurstillfälle"), record_id=session_id, watches=WATCHES)
        self._services = services
        self._view: SessionView | None = None
        self._seat_actions = SeatActions(context, services, self.shown)
        self._session_actions = SessionActions(context, services, self.shown)
        self._papers = SessionPapers(context, services)
        self._head()
        self._fill()
        self.add_actions((*self._actions(), *self.people.actions_of_page()))
        self.people.use(self.page_actions)
        more = ("session.course", "session.without_record", "session.cancel", "session.reopen", "session.void")
        self._more.set_more(MoreMenu(self.page_actions, more, self))
        self._print_menu = MoreMenu(self.page_actions, ("session.print", "session.print_attendance"), self)

    # ---- building

    def _head(self) -> None:
        edit = self.add_action_button(Button(_("Redigera"), Role.QUIET, icon="edit", key="F2"))
        self._tick_button = self.add_action_button(Button(_("Pricka av närvaro"), Role.QUIET, icon="clipboard_task"))
        self._more = MoreButton()
        self.add_action_button(self._more)
        lists = Button(_("Skriv ut listor"), Role.SECONDARY, icon="print", menu=True)
        self._print_button = self.add_action_button(lists)
        self._new_button = self.add_action_button(
            Button(_("Ny anmälan"), Role.PRIMARY, icon="person_add", key="Ctrl+N")
        )
        edit.clicked.connect(self._edit)
        self._tick_button.clicked.connect(self._tick)
        self._print_button.clicked.connect(self._open_print)
        self._new_button.clicked.connect(self._new)

    def _fill(self) -> None:
        self.step, self.seats = StepBox(), Seats()
        self.people = PeopleTables(self._seat_actions)
        card = Card()
        card.body.addWidget(self.seats)
        for part in (self.step, card, self.people):
            self.main.addWidget(part)
        self.main.setSpacing(self.main.spacing() * 2)
        self.reserve, self.untrained, self.papers = ReserveList(), UntrainedCard(), PapersCard()
        for part in (self.reserve, self.untrained, self.papers):
            self.aside.addWidget(part)
        self.step.asked.connect(self._run_step)
        self.step.aside_asked.connect(self._run_aside)
        self.people.opened.connect(self._open)
        self.reserve.opened.connect(self._open_entry)
        self.reserve.offered.connect(self._seat_actions.offer)
        self.reserve.more_asked.connect(self._more_for)
        self.untrained.asked.connect(self._sign_up_contact)
        self.papers.asked.connect(self._show_paper)

    def _actions(self) -> tuple[Action, ...]:
        return (
            Action("session.sign_up", _("Ny anmälan"), self._new, "person_add", "Ctrl+N"),
            Action("session.edit", _("Redigera tillfället"), self._edit, "edit", "F2"),
            Action("session.course", _("Redigera kursen"), self._edit_course, "hat_graduation"),
            Action("session.tick", _("Pricka av närvaro"), self._tick, "clipboard_task"),
            Action("session.print", _("Skriv ut anmälningslista"), self._print_sign_ups, "print", "Ctrl+P"),
            Action("session.print_attendance", _("Skriv ut närvarolista"), self._print_attendance, "print"),
            Action("session.without_record", _("Närvarolistan kom aldrig tillbaka"), self._no_record, "archive"),
            Action("session.cancel", _("Ställ in tillfället"), self._session_actions.cancel, "dismiss_circle"),
            Action("session.reopen", _("Öppna tillfället igen"), self._session_actions.reopen, "arrow_undo"),
            Action("session.void", _("Makulera …"), self._void, "delete"),
        )

    # ---- reading

    def shown(self) -> SessionView:
        """The session as it is shown."""
        if self._view is None:
            self._view = self._services.training.view(self.record_id)
        return self._view

    def reload(self) -> None:
        """Read the session and show it."""
        view = self._view = self._services.training.view(self.record_id)
        today = self.context.clock.today()
        self.show_head(
            specs.heading(view, today),
            trail=((_("Handledarutbildning"), Destination("training")),),
            here=view.code,
            mark=VOIDED if view.voided else SESSION_MARK[view.status],
            facts=self._facts(view),
        )
        self.seats.set_count(view.counts, view.least_number or 0, offered_until(view))
        step = next_step(view, today)
        self.step.show_step(step if step is not None and step.kind in _PROPOSED else None)
        self.people.show_session(view)
        self.reserve.show_waiting(view.waiting, waiting_text(view))
        self.untrained.show_supervisors(view.untrained if view.status in _COMING and not view.voided else ())
        self._show_papers(view)
        self._allow(view)

    def _show_papers(self, view: SessionView) -> None:
        blank = self._services.settings.load().blank_lines
        lines = ngettext("med {n} tom rad", "med {n} tomma rader", blank).format(n=blank)
        self.papers.show_papers(
            (
                ("sign_ups", "document_text", _("Anmälningslista"), _("köordning, inga personnummer")),
                ("attendance", "clipboard_task", _("Närvarolista"), lines),
            )
        )
        self.papers.setVisible(bool(view.days))

    def _allow(self, view: SessionView) -> None:
        begun = bool(view.days) and view.days[0].held_on <= self.context.clock.today() and bool(view.seated)
        on = not view.voided
        self._tick_button.setVisible(begun and on)
        self._new_button.setVisible(on and view.status in _COMING)
        self.header.refit()
        allowed = {
            "sign_up": on and view.status is not SessionStatus.CANCELLED,
            "tick": begun and on,
            "without_record": on and view.status is SessionStatus.HELD,
            "cancel": on and view.status in _COMING,
            "reopen": on and view.status in (SessionStatus.CANCELLED, SessionStatus.PLANNED),
            "void": on,
        }
        for name, yes in allowed.items():
            self.page_actions.set_enabled(f"session.{name}", yes)

    def _facts(self, view: SessionView) -> tuple[Fact, ...]:
        today = self.context.clock.today()
        days, hours = days_text(view)
        venue, _comma, address = (view.venue or "").partition(", ")
        contact = _("kontakt: {name}").format(name=view.contact_officers) if view.contact_officers else ""
        first, until = specs.first_text(view)
        closing = specs.closing_text(view, today)
        soon = closes_soon(view, today) and view.status is SessionStatus.OPEN
        mark = Mark(closing, Shape.CLOCK, Tone.WARN) if soon else None
        return (
            Fact(_("Dag") if len(view.days) < 2 else _("Dagar"), days, hours),
            Fact(_("Plats"), venue or (_("På distans") if view.link else "–"), address or view.link or ""),
            Fact(_("Kursledare"), view.trainers or "–", contact),
            Fact(_("Sista anmälningsdag"), day_of(view.last_sign_up_on), closing, mark),
            Fact(_("Går före"), first, until),
        )

    # ---- commands

    def _new(self) -> None:
        self.opened.emit(SignUpForm(self.context, self._services, self.shown()))

    def _sign_up_contact(self, contact_id: int) -> None:
        self.opened.emit(SignUpForm(self.context, self._services, self.shown(), contact_id=contact_id))

    def _open(self, sign_up_id: int) -> None:
        sign_up = self._services.sign_ups.view(sign_up_id)
        self.opened.emit(SignUpForm(self.context, self._services, self.shown(), sign_up))

    def _open_entry(self, entry: SignUpEntry) -> None:
        self._open(entry.id)

    def _more_for(self, entry: SignUpEntry, button: QWidget) -> None:
        self.people.point_at(entry.id)
        self.people.open_menu_under(button)

    def _edit(self) -> None:
        self.opened.emit(SessionForm(self.context, self._services, self.shown()))

    def _edit_course(self) -> None:
        course = self._services.training.course(self.shown().course_id)
        self.opened.emit(CourseForm(self.context, self._services, course))

    def _tick(self) -> None:
        self.opened.emit(AttendancePage(self.context, self._services, self.record_id))

    def _no_record(self) -> None:
        self._seat_actions.without_record(self.record_id)

    def _void(self) -> None:
        reason = ask_reason(self.context, _("Makulera tillfället?"))
        if reason is not None:
            self._session_actions.void(reason)

    def _open_print(self) -> None:
        self._print_menu.open_under(self._print_button)

    def _print_sign_ups(self) -> None:
        self._papers.show_sign_ups(self.record_id)

    def _print_attendance(self) -> None:
        self._papers.ask_attendance(self.record_id)

    def _show_paper(self, key: str) -> None:
        make: Callable[[], None] = self._print_sign_ups if key == "sign_ups" else self._print_attendance
        make()

    def _run_step(self, step: NextStep) -> None:
        if step.kind is StepKind.TICK:
            self._tick()
        elif step.kind is StepKind.FILL:
            self._seat_actions.fill(self.record_id)
        elif step.entry is not None:
            self._seat_actions.do("pass_on" if step.kind is StepKind.MOVE_ON else "offer", step.entry)

    def _run_aside(self, step: NextStep) -> None:
        if step.entry is not None:
            self._seat_actions.do("accept" if step.kind is StepKind.MOVE_ON else "offer", step.entry)
