"""What the coordinator can do with suppliers, their contacts and workplaces."""

from socialupph.domain.changes import Changes
from socialupph.domain.commands.suppliers import ContactFields, SupplierFields, WorkplaceFields
from socialupph.domain.errors import NotFound, RuleViolation
from socialupph.domain.kinds import SupplierKind
from socialupph.domain.values import OrgNumber
from socialupph.domain.views.suppliers import SupplierRow, SupplierView
from socialupph.persistence.queries import suppliers as queries
from socialupph.persistence.queries.lists import ListSource
from socialupph.persistence.records import ContactRecord, SupplierRecord, WorkplaceRecord
from socialupph.services.base import ListService, current, fill, required, void


class Suppliers(ListService[SupplierRow]):
    """Commands and queries of suppliers."""

    def _source(self) -> ListSource[SupplierRow]:
        return queries.source(self._context.clock.today())

    def view(self, supplier_id: int) -> SupplierView:
        """A supplier opened in full; NotFound when there is none."""
        with self._context.database.read() as session:
            found = queries.view(session, supplier_id)
        if found is None:
            raise NotFound("record.gone", {"id": supplier_id})
        return found

    def register(self, command: SupplierFields) -> Changes:
        """Register a supplier. RuleViolation for a missing name or an organisation number that cannot be right."""
        with self._context.database.write("supplier.register") as work:
            record = SupplierRecord()
            _fill_supplier(record, command)
            work.session.add(record)
        return work.changes

    def edit(self, supplier_id: int, version: int, command: SupplierFields) -> Changes:
        """Change a supplier that was read as ``version``; StaleRecord when it was saved since."""
        with self._context.database.write("supplier.edit") as work:
            _fill_supplier(current(work, SupplierRecord, supplier_id, version), command)
        return work.changes

    def void(self, supplier_id: int, version: int, reason: str) -> Changes:
        """Void a supplier that should never have been registered."""
        return void(self._context, SupplierRecord, supplier_id, version, reason)

    def register_contact(self, command: ContactFields) -> Changes:
        """Register a contact of a supplier."""
        with self._context.database.write("contact.register") as work:
            record = ContactRecord()
            _fill_contact(record, command)
            work.session.add(record)
        return work.changes

    def edit_contact(self, contact_id: int, version: int, command: ContactFields) -> Changes:
        """Change a contact that was read as ``version``."""
        with self._context.database.write("contact.edit") as work:
            _fill_contact(current(work, ContactRecord, contact_id, version), command)
        return work.changes

    def register_workplace(self, command: WorkplaceFields) -> Changes:
        """Register a workplace of a supplier."""
        with self._context.database.write("workplace.register") as work:
            record = WorkplaceRecord()
            _fill_workplace(record, command)
            work.session.add(record)
        return work.changes

    def edit_workplace(self, workplace_id: int, version: int, command: WorkplaceFields) -> Changes:
        """Change a workplace that was read as ``version``."""
        with self._context.database.write("workplace.edit") as work:
            _fill_workplace(current(work, WorkplaceRecord, workplace_id, version), command)
        return work.changes


def _fill_supplier(record: SupplierRecord, command: SupplierFields) -> None:
    fill(record, command, leave={"name", "org_number", "kind"})
    record.name = required(command.name, "name")
    record.org_number = None
    record.kind = command.kind
    if command.org_number:
        number = OrgNumber.parse(command.org_number, command.country)
        record.org_number = number.text
        if number.is_personal:
            record.kind = SupplierKind.SOLE_TRADER


def _fill_contact(record: ContactRecord, command: ContactFields) -> None:
    fill(record, command, leave={"name"})
    record.name = required(command.name, "name")
    if command.protected and not (command.alias or "").strip():
        raise RuleViolation("person.alias_missing", "alias")


def _fill_workplace(record: WorkplaceRecord, command: WorkplaceFields) -> None:
    fill(record, command, leave={"name"})
    record.name = required(command.name, "name")
