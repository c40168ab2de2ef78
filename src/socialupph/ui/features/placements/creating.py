"""Making a record on the spot from a look-up field of the form: a short form in a dialog, then it is chosen."""

from collections.abc import Callable
from typing import cast

from socialupph.domain.changes import Changes, Entity
from socialupph.domain.commands.candidates import CandidateFields
from socialupph.domain.commands.suppliers import ContactFields, SupplierFields, WorkplaceFields
from socialupph.domain.kinds import ReferenceList
from socialupph.i18n import _
from socialupph.services.registry import Services
from socialupph.specs import candidates, suppliers
from socialupph.specs.forms import FormSpec, command_of
from socialupph.ui.features.placements.words import number_of, offered
from socialupph.ui.kit.asked import ask_and_run
from socialupph.ui.kit.form import Form
from socialupph.ui.kit.form_reading import picked
from socialupph.ui.kit.page import PageContext

_Command = Callable[[dict[str, object]], Changes]


class OnTheSpot:
    """Asks for what is not in the register yet and puts it into the field it was wanted in."""

    def __init__(self, context: PageContext, services: Services, form: Form) -> None:
        self._context, self._services, self._form = context, services, form

    def create(self, key: str, kind: str, text: str) -> None:
        """Ask for a record of ``kind`` called ``text`` and choose it in the field ``key``."""
        name = kind.partition(":")[0]
        if name in ("workplace", "supervisor") and picked(self._form, "host_supplier_id") is None:
            self._form.show_error("host_supplier_id", _("Välj värdföretag först."))
            return
        spec, submit, entity, values, done = self._recipe(name, text)
        changes = ask_and_run(self._context, spec, submit, done_text=done, values=values)
        if changes is not None:
            self._form.set_value(key, changes.new_id(entity))

    def _recipe(self, name: str, text: str) -> tuple[FormSpec, _Command, Entity, dict[str, object], str]:
        if name == "candidate":
            needs = offered(self._services, ReferenceList.WORKPLACE_ADJUSTMENT)
            groups = offered(self._services, ReferenceList.TARGET_GROUP)
            start: dict[str, object] = {"name": text, "referrer": "af"}
            done = _("Kandidaten är sparad.")
            return candidates.form(needs, groups), self._candidate, Entity.CANDIDATE, start, done
        if name == "workplace":
            done = _("Arbetsplatsen är sparad.")
            return suppliers.WORKPLACE_FORM, self._workplace, Entity.WORKPLACE, {"name": text}, done
        if name == "supervisor":
            start = {"name": text, "role": "supervisor", "active": True}
            return suppliers.CONTACT_FORM, self._supervisor, Entity.CONTACT, start, _("Handledaren är sparad.")
        start = {"name": text, "country": "SE", "kind": "company"}
        return suppliers.FORM, self._supplier, Entity.SUPPLIER, start, _("Leverantören är sparad.")

    def _candidate(self, values: dict[str, object]) -> Changes:
        chosen = cast("tuple[str, ...]", values.get("adjustment_ids") or ())
        needs = tuple(int(item) for item in chosen)
        group = number_of(values.get("target_group_id"))
        given = {**values, "adjustment_ids": needs, "target_group_id": group}
        return self._services.candidates.register(command_of(CandidateFields, given))

    def _supplier(self, values: dict[str, object]) -> Changes:
        return self._services.suppliers.register(command_of(SupplierFields, values))

    def _workplace(self, values: dict[str, object]) -> Changes:
        host = picked(self._form, "host_supplier_id")
        return self._services.suppliers.register_workplace(command_of(WorkplaceFields, values, supplier_id=host))

    def _supervisor(self, values: dict[str, object]) -> Changes:
        host = picked(self._form, "host_supplier_id")
        return self._services.suppliers.register_contact(command_of(ContactFields, values, supplier_id=host))
