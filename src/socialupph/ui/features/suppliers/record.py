"""A supplier in full: how to reach it, its contacts and workplaces."""

from socialupph.domain.changes import Changes, Entity
from socialupph.domain.views.duplicates import SuspectPair
from socialupph.domain.views.suppliers import SupplierView
from socialupph.i18n import N_, _
from socialupph.services.registry import Services
from socialupph.specs import suppliers as specs
from socialupph.specs.duplicates import same_person
from socialupph.specs.marks import Mark, Shape, Tone
from socialupph.specs.words import SIZE_CLASS, SUPPLIER_KIND, VOIDED, word
from socialupph.ui.features.suppliers.forms import ContactForm, SupplierForm, WorkplaceForm
from socialupph.ui.kit.actions import Action
from socialupph.ui.kit.buttons import Button, Role
from socialupph.ui.kit.card_table import CardTable
from socialupph.ui.kit.labels import Fact
from socialupph.ui.kit.link_line import LinkLine
from socialupph.ui.kit.merging import MergedLine, ask_contacts, ask_other, open_comparison
from socialupph.ui.kit.more_menu import MoreButton, MoreMenu
from socialupph.ui.kit.page import Destination, PageContext, RecordPage

WATCHES = frozenset({Entity.SUPPLIER, Entity.CONTACT, Entity.WORKPLACE, Entity.SIGN_UP, Entity.DISTINCT_PAIR})
_MERGED = Mark(N_("Sammanslagen"), Shape.DASH, Tone.NEUTRAL)


class SupplierRecordPage(RecordPage):
    """Reads the supplier anew whenever it changes."""

    def __init__(self, context: PageContext, services: Services, supplier_id: int) -> None:
        super().__init__(context, _("Leverantör"), record_id=supplier_id, watches=WATCHES)
        self._services = services
        self._supplier: SupplierView | None = None
        edit = self.add_action_button(Button(_("Redigera"), Role.QUIET, icon="edit", key="F2"))
        edit.clicked.connect(self._edit)
        more = MoreButton()
        self.add_action_button(more)
        new_contact = Button(_("Ny kontaktperson"), Role.LINK, icon="add", small=True)
        new_contact.clicked.connect(self._new_contact)
        new_place = Button(_("Ny arbetsplats"), Role.LINK, icon="add", small=True)
        new_place.clicked.connect(self._new_workplace)
        self._changing = (edit, more, new_contact, new_place)
        self._contacts = CardTable(
            specs.CONTACTS, _("Kontaktpersoner"), new_contact, empty=_("Inga kontaktpersoner än.")
        )
        self._places = CardTable(specs.WORKPLACES, _("Arbetsplatser"), new_place, empty=_("Inga arbetsplatser än."))
        self._contacts.activated_id.connect(self._edit_contact)
        self._places.activated_id.connect(self._edit_workplace)
        self._merged = MergedLine({Entity.SUPPLIER: "suppliers"})
        self._merged.followed.connect(self.go_to)
        self._alike = LinkLine()
        self._alike.followed.connect(self._compare_contacts)
        self.main.addWidget(self._merged)
        self.main.addWidget(self._contacts)
        self.main.addWidget(self._alike)
        self.main.addWidget(self._places)
        self.add_actions(
            (
                Action("supplier.edit", _("Redigera leverantören"), self._edit, "edit", "F2"),
                Action("supplier.contact", _("Ny kontaktperson"), self._new_contact, "person_add", "Ctrl+N"),
                Action("supplier.workplace", _("Ny arbetsplats"), self._new_workplace, "location"),
                Action("supplier.merge", _("Slå ihop med …"), self._merge, "merge"),
                Action("supplier.merge_contacts", _("Slå ihop två kontaktpersoner …"), self._merge_contacts, "merge"),
                Action("supplier.void", _("Makulera leverantören"), self._void, "delete", "Del"),
            )
        )
        names = ("supplier.merge", "supplier.merge_contacts", "supplier.void")
        more.set_more(MoreMenu(self.page_actions, names, self))

    def reload(self) -> None:
        """Read the supplier and show it."""
        supplier = self._supplier = self._services.suppliers.view(self.record_id)
        self.show_head(
            supplier.name,
            trail=((_("Leverantörer"), Destination("suppliers")),),
            here=supplier.name,
            mark=_mark(supplier),
            facts=(
                Fact(_("Organisationsnummer"), supplier.org_number or "–", word(SUPPLIER_KIND, supplier.kind)),
                Fact(_("Bransch"), supplier.branch or "–", word(SIZE_CLASS, supplier.size_class)),
                Fact(_("Telefon"), supplier.phone or "–"),
                Fact(_("E-post"), supplier.email or "–", supplier.web or ""),
                Fact(_("Adress"), supplier.address or "–"),
            ),
        )
        self._merged.show_links(supplier.merged_into, supplier.merged)
        self._contacts.show_rows(supplier.contacts)
        self._places.show_rows(supplier.workplaces)
        self._offer(supplier)

    def _offer(self, supplier: SupplierView) -> None:
        """Show what can be done now, and which contacts may be the same person."""
        merged = supplier.merged_into is not None
        for button in self._changing:
            button.setVisible(not merged)
        for name in ("edit", "contact", "workplace"):
            self.page_actions.set_enabled(f"supplier.{name}", not merged)
        for name in ("merge", "void"):
            self.page_actions.set_enabled(f"supplier.{name}", not supplier.voided)
        self.page_actions.set_enabled("supplier.merge_contacts", not supplier.voided and len(supplier.contacts) > 1)
        find = self._services.duplicates.suspects
        pairs = () if supplier.voided else find(Entity.CONTACT, supplier_id=supplier.id)
        self._alike.set_parts(
            [(_("Kan vara samma person:"), None), *((same_person(pair), pair) for pair in pairs)] if pairs else []
        )
        self._alike.setVisible(bool(pairs))

    def _shown(self) -> SupplierView:
        if self._supplier is None:
            self.reload()
        return self._supplier or self._services.suppliers.view(self.record_id)

    def _edit(self) -> None:
        self.opened.emit(SupplierForm(self.context, self._services, self._shown()))

    def _new_contact(self) -> None:
        self.opened.emit(ContactForm(self.context, self._services, self._shown()))

    def _new_workplace(self) -> None:
        self.opened.emit(WorkplaceForm(self.context, self._services, self._shown()))

    def _edit_contact(self, contact_id: int) -> None:
        supplier = self._shown()
        if supplier.merged_into is not None:
            return  # it is the other supplier's now
        contact = next(contact for contact in supplier.contacts if contact.id == contact_id)
        self.opened.emit(ContactForm(self.context, self._services, supplier, contact))

    def _edit_workplace(self, workplace_id: int) -> None:
        supplier = self._shown()
        if supplier.merged_into is not None:
            return
        workplace = next(place for place in supplier.workplaces if place.id == workplace_id)
        self.opened.emit(WorkplaceForm(self.context, self._services, supplier, workplace))

    def _merge(self) -> None:
        other = ask_other(self.context, Entity.SUPPLIER, self.record_id)
        if other is not None:
            open_comparison(self, Entity.SUPPLIER, self.record_id, other)

    def _merge_contacts(self) -> None:
        pair = ask_contacts(self.context, [(one.id, one.label) for one in self._shown().contacts])
        if pair is not None:
            open_comparison(self, Entity.CONTACT, *pair)

    def _compare_contacts(self, pair: SuspectPair) -> None:
        open_comparison(self, Entity.CONTACT, pair.first.id, pair.second.id, either=True)

    def _void(self) -> None:
        reason = self.context.dialogs.ask_text(
            _("Makulera leverantören?"), _("Varför? Posten går att läsa men räknas inte."), button=_("Makulera")
        )
        if reason is not None:
            self.context.commands.run(lambda: self._void_now(reason), done_text=_("Leverantören är makulerad."))

    def _void_now(self, reason: str) -> Changes:
        supplier = self._shown()
        return self._services.suppliers.void(supplier.id, supplier.version, reason)


def _mark(supplier: SupplierView) -> Mark | None:
    if supplier.merged_into is not None:
        return _MERGED
    return VOIDED if supplier.voided else None
