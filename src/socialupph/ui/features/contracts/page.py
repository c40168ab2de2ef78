"""The list of contracts, and the chosen one in short."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from socialupph.domain.changes import Changes, Entity
from socialupph.domain.views.contracts import ContractRow, ContractView
from socialupph.domain.views.requirements import RequirementView
from socialupph.i18n import _, formats, ngettext
from socialupph.services.registry import Services
from socialupph.specs import contract_cards as cards
from socialupph.specs import contract_notices
from socialupph.specs import contracts as specs
from socialupph.specs.ledger import verdict_text
from socialupph.specs.words_contracts import STANDING_MARK
from socialupph.ui.features.contracts.forms import ContractForm, void_contract
from socialupph.ui.kit.actions import Action
from socialupph.ui.kit.buttons import Button, Role
from socialupph.ui.kit.labels import Fact, MarkLabel, ToneLabel
from socialupph.ui.kit.ledger_bar import LedgerBar
from socialupph.ui.kit.ledger_figures import ledger_figures
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.page import Destination, ListPage, PageContext
from socialupph.ui.kit.side_panel import SidePanel

WATCHES = frozenset(
    {Entity.CONTRACT, Entity.REQUIREMENT, Entity.PLACEMENT, Entity.OPENING, Entity.SUPPLIER, Entity.REFERENCE}
)
_SHOWN = 3


class ContractPage(ListPage[ContractRow]):
    """All contracts; the panel shows what is due, how the requirements stand, and opens it in full."""

    def __init__(self, context: PageContext, services: Services) -> None:
        self._services = services
        new = Action("contracts.new", _("Nytt kontrakt"), self._register, "add", "Ctrl+N")
        intake = Action("contracts.import", _("Läs in kontraktslista"), self._import, "arrow_import")
        super().__init__(
            context, specs.TABLE, services.contracts, area="contracts", watches=WATCHES, first=new, other=intake
        )
        self.add_actions(
            (
                intake,
                Action("contracts.edit", _("Redigera kontraktet"), self._edit, "edit", "F2"),
                Action("contracts.void", _("Makulera kontraktet"), self._void, "delete", "Del"),
            )
        )
        button = self.header.add_button(
            Button(_("Läs in kontraktslista"), Role.SECONDARY, icon="arrow_import", small=True)
        )
        button.clicked.connect(self._import)
        self.panel.next_asked.connect(self._open_chosen)
        self.panel.more_asked.connect(self._open_menu)

    def _register(self) -> None:
        form = ContractForm(self.context, self._services)
        form.saved.connect(self._registered)
        self.opened.emit(form)

    def _registered(self, changes: Changes) -> None:
        self.select(changes.new_id(Entity.CONTRACT))

    def _import(self) -> None:
        self.opened.emit(self.context.pages.make("import.contracts"))

    def _open_chosen(self) -> None:
        current = self.table.current_id()
        if current is not None:
            self.open_record(current)

    def _edit(self) -> None:
        current = self.table.current_id()
        if current is not None:
            contract = self._services.contracts.view(current)
            self.opened.emit(ContractForm(self.context, self._services, contract))

    def _void(self) -> None:
        current = self.table.current_id()
        if current is not None:
            void_contract(self.context, self._services, self._services.contracts.view(current))

    def _open_menu(self) -> None:
        menu = QMenu(self)
        for name in ("contracts.edit", "contracts.void"):
            menu.addAction(self.page_actions.action(name))
        menu.aboutToHide.connect(menu.deleteLater)
        below = self.panel.more_button()
        menu.popup(below.mapToGlobal(QPoint(0, below.height())))

    # ---- the panel

    def fill_panel(self, panel: SidePanel, record_id: int) -> None:
        """Status, supplier, next deadline, facts and requirements."""
        contract = self._services.contracts.view(record_id)
        panel.begin(contract.code, contract_notices.status_mark(contract))
        panel.add_section_title(contract.title)
        if contract.suppliers:
            panel.add_links(*_supplier_links(contract))
        self._next_step(panel, contract)
        panel.add_facts(_facts(contract))
        for requirement in contract.requirements[:_SHOWN]:
            panel.add_section(_requirement(requirement))
        more = len(contract.requirements) - _SHOWN
        if more > 0:
            told = ngettext("{n} krav till", "{n} krav till", more).format(n=more)
            panel.add_section(ToneLabel(told, "small", "text2"))
        panel.finish()

    def _next_step(self, panel: SidePanel, contract: ContractView) -> None:
        today = self._services.clock.today()
        due = contract.next_deadline
        if contract.missing:
            panel.add_next_step(
                _("Fyll i det som saknas"), specs.missing_text(contract.missing), _("Öppna kontraktet"), key=_("Enter")
            )
        elif due is not None:
            panel.add_next_step(
                formats.day_and_month(due.due, today),
                cards.deadline_detail(due, today),
                _("Öppna kontraktet"),
                key=_("Enter"),
                label=_("Närmaste frist"),
            )


def _supplier_links(contract: ContractView) -> list[tuple[str, object]]:
    first = contract.suppliers[0]
    links: list[tuple[str, object]] = [(first.name, Destination("suppliers", first.supplier_id))]
    more = len(contract.suppliers) + len(contract.subcontractors) - 1
    if more:
        links.append((ngettext("och {n} till", "och {n} till", more).format(n=more), None))
    return links


def _facts(contract: ContractView) -> list[Fact]:
    facts = [Fact(_("Avtalstid"), cards.period_text(contract.starts_on, contract.last_day))]
    if contract.number:
        facts.append(Fact(_("Nummer"), contract.number))
    if contract.options:
        facts.append(Fact(_("Option"), cards.option_detail(contract.options)))
    if contract.value is not None:
        facts.append(Fact(_("Värde"), cards.value_text(contract)))
    if contract.contract_manager:
        facts.append(Fact(_("Ansvarig"), contract.contract_manager))
    return facts


def _requirement(requirement: RequirementView) -> QWidget:
    """Title and status, the bar, and one sentence."""
    host = QWidget()
    rows = QVBoxLayout(host)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(metrics().half)
    head = QHBoxLayout()
    head.addWidget(ToneLabel(cards.requirement_title(requirement), "body", weight=600, elide=True), 1)
    head.addWidget(MarkLabel(STANDING_MARK[requirement.standing]))
    rows.addLayout(head)
    figures = ledger_figures(requirement.ledger) if requirement.confirmed else None
    if figures is not None:
        bar = LedgerBar(small=True)
        bar.set_figures(figures)
        rows.addWidget(bar)
    told = verdict_text(requirement.ledger) if requirement.confirmed else cards.original_text(requirement)
    rows.addWidget(ToneLabel(told, "small", "text2", wrap=True))
    return host
