"""A contract in full: its facts, its requirements with their ledgers, and what belongs to it."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from socialupph.documents.contract_summary import contract_summary
from socialupph.domain.changes import Entity
from socialupph.domain.views.contracts import ContractView
from socialupph.i18n import _, formats
from socialupph.services.registry import Services
from socialupph.specs import contract_cards as cards
from socialupph.specs import contract_notices
from socialupph.specs.contract_papers import CONTRACT_SUMMARY, summary_paper
from socialupph.ui.features.contracts.forms import ContractForm, NoteForm, OptionForm, UseOptionForm, void_contract
from socialupph.ui.features.contracts.record_cards import ContractCards, RequirementCards
from socialupph.ui.features.contracts.requirement_desk import RequirementDesk
from socialupph.ui.features.contracts.requirement_forms import RequirementForm
from socialupph.ui.features.contracts.timeline import NoteTarget, entries
from socialupph.ui.kit.actions import Action
from socialupph.ui.kit.buttons import Button, IconButton, Role
from socialupph.ui.kit.labels import Fact, ToneLabel
from socialupph.ui.kit.page import Destination, PageContext, RecordPage
from socialupph.ui.kit.timeline_card import TimelineCard

WATCHES = frozenset(
    {
        Entity.CONTRACT,
        Entity.REQUIREMENT,
        Entity.PLACEMENT,
        Entity.OPENING,
        Entity.CANDIDATE,
        Entity.SUPPLIER,
        Entity.BUYER,
        Entity.CONTACT,
        Entity.SIGN_UP,
        Entity.REFERENCE,
    }
)


class ContractRecordPage(RecordPage):
    """Reads the contract anew whenever something under it changes."""

    def __init__(self, context: PageContext, services: Services, contract_id: int) -> None:
        super().__init__(context, _("Kontrakt"), record_id=contract_id, watches=WATCHES)
        self._services = services
        self._contract: ContractView | None = None
        self.draft = ToneLabel("", "body", "warn", weight=600, wrap=True)
        self.requirements = RequirementCards()
        self.cards = ContractCards()
        self.note_button = Button(_("Anteckna"), Role.LINK, icon="add", small=True)
        self.timeline = TimelineCard(self.note_button)
        for widget in (self.draft, self.requirements, self.cards):
            self.main.addWidget(widget)
        self.aside.addWidget(self.timeline)
        self._desk = RequirementDesk(self.requirements, context, services, self.shown, self.opened.emit)
        self._add_buttons()
        self._connect()
        self.add_actions(self._actions())

    def _add_buttons(self) -> None:
        edit = self.add_action_button(Button(_("Redigera"), Role.QUIET, icon="edit", key="F2"))
        paper = self.add_action_button(Button(_("Skriv ut sammanfattning"), Role.QUIET, icon="print", key="Ctrl+P"))
        new = self.add_action_button(Button(_("Nytt krav"), Role.SECONDARY, icon="add", key="Ctrl+N"))
        self._more = self.add_action_button(IconButton("more_horizontal", _("Mer")))
        edit.clicked.connect(self._edit)
        paper.clicked.connect(self.print_summary)
        new.clicked.connect(self._new_requirement)
        self._more.clicked.connect(self._open_menu)

    def _connect(self) -> None:
        self.requirements.placement_opened.connect(self._open_placement)
        self.requirements.new_asked.connect(self._new_requirement)
        self.cards.opening_opened.connect(self._open_opening)
        self.cards.placement_opened.connect(self._open_placement)
        self.cards.supplier_opened.connect(self._open_supplier)
        self.cards.option_opened.connect(self._edit_option)
        self.cards.option_asked.connect(self._new_option)
        self.cards.use_asked.connect(self._use_option)
        self.cards.confirm_asked.connect(self._confirm_option)
        self.note_button.clicked.connect(self._new_note)
        self.timeline.followed.connect(self._follow)

    def _actions(self) -> tuple[Action, ...]:
        return (
            Action("contract.edit", _("Redigera kontraktet"), self._edit, "edit", "F2"),
            Action("contract.requirement", _("Nytt krav"), self._new_requirement, "add", "Ctrl+N"),
            Action("contract.print", _("Skriv ut sammanfattning"), self.print_summary, "print", "Ctrl+P"),
            Action("contract.note", _("Anteckna"), self._new_note, "comment"),
            Action("contract.option", _("Ny option"), self._new_option, "calendar_arrow_right"),
            Action("contract.void", _("Makulera kontraktet"), self._void, "delete", "Del"),
        )

    # ---- showing

    def reload(self) -> None:
        """Read the contract and show it."""
        contract = self._contract = self._services.contracts.view(self.record_id)
        self.show_head(
            contract.title,
            trail=((_("Kontrakt"), Destination("contracts")),),
            here=contract.code,
            mark=contract_notices.status_mark(contract),
            facts=self._facts(contract),
        )
        self.draft.setText(_("Kontraktet är makulerat.") if contract.voided else contract_notices.draft_text(contract))
        self.draft.setVisible(bool(self.draft.text()))
        self.requirements.show_contract(contract)
        self.cards.show_contract(contract)
        self.timeline.set_entries(entries(contract, self._services.clock.today()))

    def _facts(self, contract: ContractView) -> tuple[Fact, ...]:
        today = self._services.clock.today()
        due = contract.next_deadline
        return (
            Fact(_("Leverantör"), cards.supplier_text(contract), cards.supplier_detail(contract)),
            Fact(
                _("Avtalstid"),
                cards.period_text(contract.starts_on, contract.last_day),
                cards.option_detail(contract.options),
            ),
            Fact(_("Värde"), cards.value_text(contract), cards.nature_detail(contract)),
            Fact(_("Kontraktsansvarig"), contract.contract_manager or formats.DASH, contract.manager_contact or ""),
            Fact(_("Närmaste frist"), formats.DASH)
            if due is None
            else Fact(
                _("Närmaste frist"),
                formats.day_and_month(due.due, today),
                cards.deadline_detail(due, today),
                cards.deadline_mark(due, today),
            ),
        )

    def shown(self) -> ContractView:
        """The contract as it was read last."""
        if self._contract is None:
            self.reload()
        return self._contract or self._services.contracts.view(self.record_id)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        self.page_actions.fill(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    # ---- the contract

    def _edit(self) -> None:
        self.opened.emit(ContractForm(self.context, self._services, self.shown()))

    def print_summary(self) -> None:
        """Show the summary as paper."""
        contract = self.shown()
        setting = self._services.settings.paper(CONTRACT_SUMMARY)
        desk = self.context.papers
        desk.show(contract_summary(summary_paper(contract), setting, desk.fonts()), contract.code)

    def _void(self) -> None:
        void_contract(self.context, self._services, self.shown())

    def _new_note(self) -> None:
        self.opened.emit(NoteForm(self.context, self._services, self.shown()))

    def _follow(self, target: object) -> None:
        if isinstance(target, NoteTarget):
            self.opened.emit(NoteForm(self.context, self._services, self.shown(), target.note))
        else:
            self.go_to.emit(target)

    def _new_requirement(self) -> None:
        self.opened.emit(RequirementForm(self.context, self._services, self.shown()))

    # ---- what belongs to it

    def _new_option(self) -> None:
        self.opened.emit(OptionForm(self.context, self._services, self.shown()))

    def _edit_option(self, option_id: int) -> None:
        contract = self.shown()
        option = next(one for one in contract.options if one.id == option_id)
        self.opened.emit(OptionForm(self.context, self._services, contract, option))

    def _use_option(self) -> None:
        contract = self.shown()
        option = cards.next_option(contract.options)
        if option is not None:
            self.opened.emit(UseOptionForm(self.context, self._services, contract, option))

    def _confirm_option(self) -> None:
        option = cards.next_option(self.shown().options)
        if option is not None:
            self._edit_option(option.id)

    def _open_placement(self, placement_id: int) -> None:
        self.go_to.emit(Destination("placements", placement_id))

    def _open_opening(self, opening_id: int) -> None:
        self.go_to.emit(Destination("matching", opening_id))

    def _open_supplier(self, supplier_id: int) -> None:
        self.go_to.emit(Destination("suppliers", supplier_id))
