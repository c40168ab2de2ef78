"""The list of suppliers."""

from socialupph.domain.changes import Entity
from socialupph.domain.views.suppliers import ContactView, SupplierRow
from socialupph.i18n import _
from socialupph.services.registry import Services
from socialupph.specs import suppliers as specs
from socialupph.specs.words import CONTACT_ROLE, SUPPLIER_KIND, word
from socialupph.ui.features.suppliers.forms import SupplierForm
from socialupph.ui.kit.actions import Action
from socialupph.ui.kit.labels import Fact
from socialupph.ui.kit.merging import FoundLine, open_suspects
from socialupph.ui.kit.openers import PageOpener
from socialupph.ui.kit.page import ListPage, PageContext
from socialupph.ui.kit.side_panel import SidePanel

WATCHES = frozenset(
    {
        Entity.SUPPLIER,
        Entity.CONTACT,
        Entity.WORKPLACE,
        Entity.CONTRACT,
        Entity.PLACEMENT,
        Entity.SIGN_UP,
        Entity.DISTINCT_PAIR,
    }
)


class SupplierPage(ListPage[SupplierRow]):
    """All suppliers; the panel shows how to reach the chosen one and who supervises there."""

    def __init__(self, context: PageContext, services: Services) -> None:
        self._services = services
        new = Action("suppliers.new", _("Ny leverantör"), self._register, "add", "Ctrl+N")
        intake = Action("suppliers.intake", _("Läs in egna listor"), PageOpener(self, "import.sheets"), "arrow_import")
        super().__init__(
            context, specs.TABLE, services.suppliers, area="suppliers", watches=WATCHES, first=new, other=intake
        )
        self._found = FoundLine(self.reading(), self._count_suspects)
        self._found.followed.connect(self._open_suspects)
        self.head.rows.addWidget(self._found)

    def reload(self) -> None:
        super().reload()
        self._found.ask()

    def _count_suspects(self) -> int:
        """Pairs of suppliers and of contacts."""
        find = self._services.duplicates.suspects
        return len(find(Entity.SUPPLIER)) + len(find(Entity.CONTACT))

    def _open_suspects(self) -> None:
        open_suspects(self)

    def _register(self) -> None:
        self.opened.emit(SupplierForm(self.context, self._services))

    def fill_panel(self, panel: SidePanel, record_id: int) -> None:
        """How to reach the supplier, and its supervisors."""
        supplier = self._services.suppliers.view(record_id)
        panel.begin(supplier.name)
        facts = [
            Fact(_("Slag"), word(SUPPLIER_KIND, supplier.kind)),
            Fact(_("Telefon"), supplier.phone or "–"),
            Fact(_("E-post"), supplier.email or "–"),
            Fact(_("Adress"), supplier.address or "–"),
        ]
        facts += [
            Fact(word(CONTACT_ROLE, contact.role), _name(contact), mark=specs.training_mark(contact))
            for contact in supplier.contacts
            if contact.active
        ]
        panel.add_facts(facts)
        panel.finish()


def _name(contact: ContactView) -> str:
    """The panel stands beside a list, so a protected person is called by the alias there."""
    shown = contact.alias if contact.protected else contact.label
    return f"{shown}, {contact.phone}" if contact.phone and not contact.protected else shown
