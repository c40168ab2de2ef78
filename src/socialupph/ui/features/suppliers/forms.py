"""The forms of suppliers, contacts and workplaces."""

from dataclasses import asdict

from socialupph.domain.changes import Changes
from socialupph.domain.commands.suppliers import ContactFields, SupplierFields, WorkplaceFields
from socialupph.domain.views.suppliers import ContactView, SupplierView, WorkplaceView
from socialupph.i18n import _
from socialupph.services.registry import Services
from socialupph.specs import suppliers as specs
from socialupph.specs.forms import command_of
from socialupph.ui.kit.page import Destination, FormPage, PageContext


def _trail(supplier: SupplierView | None) -> tuple[tuple[str, object], ...]:
    """Where a form of a supplier stands."""
    area = (_("Leverantörer"), Destination("suppliers"))
    return (area,) if supplier is None else (area, (supplier.name, Destination("suppliers", supplier.id)))


class SupplierForm(FormPage):
    """Registers a supplier, or changes one."""

    def __init__(self, context: PageContext, services: Services, supplier: SupplierView | None = None) -> None:
        title = supplier.name if supplier else _("Ny leverantör")
        key = str(supplier.id) if supplier else "new"
        super().__init__(context, specs.FORM, title=title, draft_key=key, trail=_trail(supplier))
        self._services, self._supplier = services, supplier
        self.form.set_values(asdict(supplier) if supplier else specs.NEW)
        self.form.mark_saved()

    def submit(self, values: dict[str, object]) -> Changes:
        """Give the command to the service."""
        command = command_of(SupplierFields, values)
        if self._supplier is None:
            return self._services.suppliers.register(command)
        return self._services.suppliers.edit(self._supplier.id, self._supplier.version, command)

    def done_text(self, changes: Changes) -> str:
        """What the toast says."""
        del changes
        return _("Leverantören är sparad.")


class ContactForm(FormPage):
    """Registers a contact of a supplier, or changes one."""

    def __init__(
        self, context: PageContext, services: Services, supplier: SupplierView, contact: ContactView | None = None
    ) -> None:
        key = f"{supplier.id}.{contact.id if contact else 'new'}"
        title = _("Kontaktperson hos {supplier}").format(supplier=supplier.name)
        super().__init__(context, specs.CONTACT_FORM, title=title, draft_key=key, trail=_trail(supplier))
        self._services, self._supplier, self._contact = services, supplier, contact
        self.form.set_values(_contact_values(contact) if contact else specs.NEW_SUPERVISOR)
        self.form.mark_saved()

    def submit(self, values: dict[str, object]) -> Changes:
        """Give the command to the service."""
        command = command_of(ContactFields, values, supplier_id=self._supplier.id)
        if self._contact is None:
            return self._services.suppliers.register_contact(command)
        return self._services.suppliers.edit_contact(self._contact.id, self._contact.version, command)

    def done_text(self, changes: Changes) -> str:
        """What the toast says."""
        del changes
        return _("Kontaktpersonen är sparad.")


def _contact_values(contact: ContactView) -> dict[str, object]:
    return {**asdict(contact), "name": contact.label}


class WorkplaceForm(FormPage):
    """Registers a workplace of a supplier, or changes one."""

    def __init__(
        self, context: PageContext, services: Services, supplier: SupplierView, workplace: WorkplaceView | None = None
    ) -> None:
        key = f"{supplier.id}.{workplace.id if workplace else 'new'}"
        title = _("Arbetsplats hos {supplier}").format(supplier=supplier.name)
        super().__init__(context, specs.WORKPLACE_FORM, title=title, draft_key=key, trail=_trail(supplier))
        self._services, self._supplier, self._workplace = services, supplier, workplace
        self.form.set_values(asdict(workplace) if workplace else {})
        self.form.mark_saved()

    def submit(self, values: dict[str, object]) -> Changes:
        """Give the command to the service."""
        command = command_of(WorkplaceFields, values, supplier_id=self._supplier.id)
        if self._workplace is None:
            return self._services.suppliers.register_workplace(command)
        return self._services.suppliers.edit_workplace(self._workplace.id, self._workplace.version, command)

    def done_text(self, changes: Changes) -> str:
        """What the toast says."""
        del changes
        return _("Arbetsplatsen är sparad.")
