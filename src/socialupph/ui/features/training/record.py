"""A session in full: seats, those who signed up in the order of the queue, the reserve list with its reasons, the papers."""

from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from socialupph.domain.changes import Entity
from socialupph.domain.kinds import SessionStatus
from socialupph.domain.views.training import SessionView, SignUpEntry
from socialupph.i18n import N_, _, ngettext
from socialupph.services.registry import Services
from socialupph.specs import training as specs
from socialupph.specs import training_page as page_specs
from socialupph.specs.marks import Mark, Shape, Tone
from socialupph.specs.training_page import NextStep, StepKind
from socialupph.specs.words_training import SESSION_MARK
from socialupph.ui.features.training.attendance import AttendancePage
from socialupph.ui.features.training.cards import PapersCard, ReserveList, StepBox, UntrainedCard
from socialupph.ui.features.training.papers import SessionPapers
from socialupph.ui.features.training.seats import STEPS, SeatActions, SessionActions, closes_soon, day_of, may
from socialupph.ui.features.training.session_form import SessionForm
from socialupph.ui.features.training.sign_up_form import SignUpForm
from socialupph.ui.kit.actions import Action
from socialupph.ui.kit.asked import ask_reason
from socialupph.ui.kit.buttons import Button, IconButton, Role
from socialupph.ui.kit.card_table import CardTable
from socialupph.ui.kit.labels import Card, Fact
from socialupph.ui.kit.more_menu import MoreButton, MoreMenu
from socialupph.ui.kit.page import Destination, PageContext, RecordPage
from socialupph.ui.kit.seats import SeatCount, Seats

WATCHES: Final = frozenset(
    {Entity.SESSION, Entity.SIGN_UP, Entity.COURSE, Entity.CONTACT, Entity.PLACEMENT, Entity.SUPPLIER, Entity.CONTRACT}
)
PERSON: Final = ("confirm", "accept", "pass_on", "offer", "to_reserve", "withdraw", "restore")
_VOIDED: Final = Mark(N_("Makulerad"), Shape.CROSS, Tone.NEUTRAL)
_PROPOSED: Final = frozenset({StepKind.PASS_ON, StepKind.FILL, StepKind.OFFER, StepKind.TICK})


class SessionRecordPage(RecordPage):
    """Reads the session anew whenever it or somebody on it changes."""

    def __init__(self, context: PageContext, services: Services, session_id: int) -> None:
        super().__init__(context, _("Kurstillfälle"), record_id=session_id, watches=WATCHES)
        self._services = services
        self._view: SessionView | None = None
        self._pointed: int | None = None
        self._seat_actions = SeatActions(context, services, self.shown)
        self._session_actions = SessionActions(context, services, self.shown)
        self._papers = SessionPapers(context, services)
        self._head()
        self._fill_main()
        self._fill_aside()
        self.add_actions((*self._actions(), *self._person_actions()))
        self._menus()

    # ---- building

    def _head(self) -> None:
        edit = self.add_action_button(Button(_("Redigera"), Role.QUIET, icon="edit", key="F2"))
        self._tick_button = self.add_action_button(Button(_("Pricka av närvaro"), Role.QUIET, icon="clipboard_task"))
        self._print_button = self.add_action_button(
            Button(_("Skriv ut listor"), Role.SECONDARY, icon="print", menu=True)
        )
        self._more = MoreButton()
        self.add_action_button(self._more)
        self._new_button = self.add_action_button(
            Button(_("Ny anmälan"), Role.PRIMARY, icon="person_add", key="Ctrl+N")
        )
        edit.clicked.connect(self._edit)
        self._tick_button.clicked.connect(self._tick)
        self._print_button.clicked.connect(self._open_print)
        self._new_button.clicked.connect(self._new)

    def _fill_main(self) -> None:
        self._step = StepBox()
        card = Card()
        self._seats = Seats()
        card.body.addWidget(self._seats)
        self._person_more = IconButton("more_horizontal", _("Mer för den valda anmälan"), small=True)
        self.seated = CardTable(
            page_specs.SEATED, _("Anmälda"), self._person_more, empty=_("Ingen har någon plats ännu.")
        )
        self.withdrawn = CardTable(page_specs.WITHDRAWN, _("Avanmälda"))
        for part in (self._step, card, self.seated, self.withdrawn):
            self.main.addWidget(part)
        self.main.setSpacing(self.main.spacing() * 2)
        self._step.asked.connect(self._run_step)
        self._step.aside_asked.connect(self._run_aside)
        self._person_more.clicked.connect(self._open_person_menu)
        for table in (self.seated, self.withdrawn):
            table.activated_id.connect(self._open_person)
            table.table.current_id_changed.connect(self._point_at)
            table.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.seated.table.customContextMenuRequested.connect(self._seated_menu)
        self.withdrawn.table.customContextMenuRequested.connect(self._withdrawn_menu)

    def _fill_aside(self) -> None:
        self.reserve, self.untrained, self.papers = ReserveList(), UntrainedCard(), PapersCard()
        for part in (self.reserve, self.untrained, self.papers):
            self.aside.addWidget(part)
        self.reserve.opened.connect(self._open_entry)
        self.reserve.offered.connect(self._seat_actions.offer)
        self.reserve.more_asked.connect(self._open_waiting_menu)
        self.untrained.asked.connect(self._sign_up_contact)
        self.papers.asked.connect(self._show_paper)

    def _actions(self) -> tuple[Action, ...]:
        return (
            Action("session.sign_up", _("Ny anmälan"), self._new, "person_add", "Ctrl+N"),
            Action("session.edit", _("Redigera tillfället"), self._edit, "edit", "F2"),
            Action("session.tick", _("Pricka av närvaro"), self._tick, "clipboard_task"),
            Action("session.print", _("Skriv ut anmälningslista"), self._print_sign_ups, "print", "Ctrl+P"),
            Action("session.print_attendance", _("Skriv ut närvarolista"), self._print_attendance, "print"),
            Action("session.without_record", _("Närvarolistan kom aldrig tillbaka"), self._no_record, "archive"),
            Action("session.cancel", _("Ställ in tillfället"), self._session_actions.cancel, "dismiss_circle"),
            Action("session.reopen", _("Öppna tillfället igen"), self._session_actions.reopen, "arrow_undo"),
            Action("session.void", _("Makulera …"), self._void, "delete"),
            Action("session.delete", _("Avmäl den valda"), self._delete, shortcut="Del", in_palette=False),
        )

    def _person_actions(self) -> tuple[Action, ...]:
        return (
            Action("person.open", _("Öppna anmälan"), self._open_pointed, "open", "", "", in_palette=False),
            Action("person.step", _("Nästa steg för den valda"), self._step_pointed, "", "Ctrl+Return", "", False),
            Action("person.confirm", _("Bekräfta"), self._confirm, "checkmark_circle", in_palette=False),
            Action("person.accept", _("Svarade ja"), self._accept, "checkmark_circle", in_palette=False),
            Action("person.pass_on", _("Låt platsen gå vidare"), self._pass_on, "arrow_right", in_palette=False),
            Action("person.offer", _("Erbjud plats …"), self._offer, "seat", in_palette=False),
            Action("person.to_reserve", _("Flytta till reservlistan"), self._to_reserve, "snooze", in_palette=False),
            Action("person.withdraw", _("Avmäl"), self._withdraw, "delete", in_palette=False),
            Action("person.restore", _("Ta tillbaka avanmälan"), self._restore, "arrow_undo", in_palette=False),
        )

    def _menus(self) -> None:
        more = ("session.without_record", "session.cancel", "session.reopen", "session.void")
        self._more.set_more(MoreMenu(self.page_actions, more, self))
        self._print_menu = MoreMenu(self.page_actions, ("session.print", "session.print_attendance"), self)
        self._person_menu = QMenu(self)
