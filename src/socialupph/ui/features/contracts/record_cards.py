"""The cards of an opened contract: requirements, openings, placements, options, parties; and its timeline beside them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socialupph.domain.views.contracts import ContractView
from socialupph.i18n import _
from socialupph.specs import contract_cards as cards
from socialupph.specs import contract_notices
from socialupph.ui.features.contracts.requirement_card import RequirementCard
from socialupph.ui.kit.buttons import Button, Role
from socialupph.ui.kit.card_table import CardTable
from socialupph.ui.kit.fact_card import FactCard
from socialupph.ui.kit.labels import Card, Fact, ToneLabel
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.section_head import SectionHead


def _column(widget: QWidget) -> QVBoxLayout:
    rows = QVBoxLayout(widget)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(metrics().grid)
    return rows


class RequirementCards(QWidget):
    """One card for each requirement. Cards are kept while their requirement is there, so that the keyboard keeps its place."""

    edit_asked = Signal(int)
    confirm_asked = Signal(int)
    assess_asked = Signal(int)
    withdraw_asked = Signal(int)
    void_asked = Signal(int)
    report_asked = Signal(int)
    placement_opened = Signal(int)
    new_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: dict[int, RequirementCard] = {}
        self._rows = _column(self)
        new = Button(_("Nytt krav"), Role.LINK, icon="add", small=True)
        new.clicked.connect(self.new_asked)
        self.head = SectionHead(_("Krav"), new)
        self._rows.addWidget(self.head)
        self._empty = Card()
        self._empty.body.addWidget(
            ToneLabel(
                _("Kontraktet har inga krav än. Lägg till det som avtalet kräver, så räknas leveransen mot det."),
                "body",
                "text2",
                wrap=True,
            )
        )
        self._rows.addWidget(self._empty)

    def show_contract(self, contract: ContractView) -> None:
        """Show the requirements of ``contract``."""
        self.head.set_count(cards.requirements_count(contract))
        self._empty.setVisible(not contract.requirements)
        wanted = [requirement.id for requirement in contract.requirements]
        for gone in set(self.cards) - set(wanted):
            card = self.cards.pop(gone)
            self._rows.removeWidget(card)
            card.hide()
            card.deleteLater()
        for requirement in contract.requirements:
            if requirement.id not in self.cards:
                self.cards[requirement.id] = self._made()
            self.cards[requirement.id].show_requirement(requirement)

    def _made(self) -> RequirementCard:
        card = RequirementCard()
        for mine, its in (
            (self.edit_asked, card.edit_asked),
            (self.confirm_asked, card.confirm_asked),
            (self.assess_asked, card.assess_asked),
            (self.withdraw_asked, card.withdraw_asked),
            (self.void_asked, card.void_asked),
            (self.report_asked, card.report_asked),
            (self.placement_opened, card.placement_opened),
        ):
            its.connect(mine)
        self._rows.addWidget(card)
        return card


class ContractCards(QWidget):
    """The short tables under the requirements. Those that are empty and can only be filled elsewhere are not shown."""

    opening_opened = Signal(int)
    placement_opened = Signal(int)
    supplier_opened = Signal(int)
    option_opened = Signal(int)
    option_asked = Signal()
    use_asked = Signal()
    confirm_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _column(self)
        self._openings_head = SectionHead(_("Platser"))
        self.openings = CardTable(cards.OPENINGS)
        self._placements_head = SectionHead(_("Placeringar"))
        self.placements = CardTable(cards.PLACEMENTS)
        self.use_button = Button(_("Använd optionen"), Role.LINK, icon="calendar_arrow_right", small=True)
        new_option = Button(_("Ny option"), Role.LINK, icon="add", small=True)
        self.confirm_button = Button(_("Bekräfta optionen"), Role.LINK, icon="checkmark_circle", small=True)
        self._options_head = SectionHead(_("Optioner"), self.confirm_button, self.use_button, new_option)
        self.options = CardTable(cards.OPTIONS, empty=_("Inga optioner."))
        self._parties_head = SectionHead(_("Parter"))
        self.parties = CardTable(cards.PARTIES, empty=_("Ingen leverantör än. Redigera kontraktet och välj en."))
        self.procurement = FactCard(_("Annons och sociala mål"))
        self._notes_head = SectionHead(_("Anteckningar"))
        self._notes = Card()
        self._notes_text = ToneLabel("", "body", wrap=True, selectable=True)
        self._notes.body.addWidget(self._notes_text)
        for head, body in (
            (self._openings_head, self.openings),
            (self._placements_head, self.placements),
            (self._options_head, self.options),
            (self._parties_head, self.parties),
            (self.procurement, None),
            (self._notes_head, self._notes),
        ):
            self._rows.addWidget(head)
            if body is not None:
                self._rows.addWidget(body)
        self.openings.activated_id.connect(self.opening_opened)
        self.placements.activated_id.connect(self.placement_opened)
        self.options.activated_id.connect(self.option_opened)
        self.parties.activated_id.connect(self._open_party)
        new_option.clicked.connect(self.option_asked)
        self.use_button.clicked.connect(self.use_asked)
        self.confirm_button.clicked.connect(self.confirm_asked)
        self._suppliers: dict[int, int | None] = {}

    def show_contract(self, contract: ContractView) -> None:
        """Show what belongs to ``contract``."""
        self.openings.show_rows(cards.opening_cards(contract))
        self._openings_head.set_count(cards.openings_count(contract))
        self.placements.show_rows(contract.placements)
        self.options.show_rows(contract.options)
        parties = cards.party_cards(contract)
        self.parties.show_rows(parties)
        self._suppliers = {party.id: party.supplier_id for party in parties}
        following = cards.next_option(contract.options)
        self.use_button.setVisible(following is not None and following.confirmed)
        self.confirm_button.setVisible(following is not None and not following.confirmed)
        self.procurement.show_facts([Fact(*fact) for fact in contract_notices.procurement_facts(contract)])
        notes = cards.notes_text(contract)
        self._notes_text.setText(notes)
        for shown, widgets in (
            (contract.openings, (self._openings_head, self.openings)),
            (contract.placements, (self._placements_head, self.placements)),
            (notes, (self._notes_head, self._notes)),
        ):
            for widget in widgets:
                widget.setVisible(bool(shown))

    def _open_party(self, number: int) -> None:
        supplier = self._suppliers.get(number)
        if supplier is not None:
            self.supplier_opened.emit(supplier)
