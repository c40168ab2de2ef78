"""Making a record on the spot from a look-up field: a short form in a dialog, then it is chosen."""

from collections.abc import Callable
from typing import cast

from socialupph.domain.changes import Changes, Entity
from socialupph.domain.commands.candidates import CandidateFields
from socialupph.domain.commands.suppliers import ContactFields, WorkplaceFields
from socialupph.domain.kinds import ReferenceList
from socialupph.i18n import _
from socialupph.services.registry import Services
from socialupph.specs import candidates, suppliers
from socialupph.specs.forms import command_of
from socialupph.specs.tables import Choice
from socialupph.ui.kit.asked import ask_and_run
from socialupph.ui.kit.form import Form
from socialupph.ui.kit.page import PageContext


class OnTheSpot:
    """Candidates, and workplaces and supervisors of the supplier that ``supplier`` gives."""

    def __init__(
        self, context: PageContext, services: Services, form: Form, supplier: Callable[[], int | None]
    ) -> None:
        self._context, self._services, self._form, self._supplier = context, services, form, supplier

    def create(self, key: str, kind: str, text: str) -> None:
        """Ask for a record of ``kind`` called ``text`` and choose it in the field ``key``."""
        name = kind.partition(":")[0]
        if name == "candidate":
            changes, entity = self._candidate(text), Entity.CANDIDATE
        elif self._supplier() is None:
            self._form.show_error("supplier_id", _("Välj leverantör först."))
            return
        elif name == "workplace":
            changes, entity = self._workplace(text), Entity.WORKPLACE
        else:
            changes, entity = self._supervisor(text), Entity.CONTACT
        if changes is not None:
            self._form.set_value(key, changes.new_id(entity))

    def _words(self, which: ReferenceList) -> tuple[Choice, ...]:
        return tuple(Choice(str(number), label) for number, label in self._services.reference.choices(which))

    def _candidate(self, text: str) -> Changes | None:
        spec = candidates.form(self._words(ReferenceList.WORKPLACE_ADJUSTMENT), self._words(ReferenceList.TARGET_GROUP))

        def submit(values: dict[str, object]) -> Changes:
            chosen = cast("tuple[str, ...]", values.get("adjustment_ids") or ())
            group = values.get("target_group_id")
            given = {
                **values,
                "adjustment_ids": tuple(int(number) for number in chosen),
                "target_group_id": int(group) if isinstance(group, str) and group else None,
            }
            return self._services.candidates.register(command_of(CandidateFields, given))

        start: dict[str, object] = {"name": text, "referrer": "af", "sex": "unknown"}
        return ask_and_run(self._context, spec, submit, done_text=_("Kandidaten är sparad."), values=start)

    def _workplace(self, text: str) -> Changes | None:
        def submit(values: dict[str, object]) -> Changes:
            command = command_of(WorkplaceFields, values, supplier_id=self._supplier())
            return self._services.suppliers.register_workplace(command)

        done = _("Arbetsplatsen är sparad.")
        return ask_and_run(self._context, suppliers.WORKPLACE_FORM, submit, done_text=done, values={"name": text})

    def _supervisor(self, text: str) -> Changes | None:
        def submit(values: dict[str, object]) -> Changes:
            command = command_of(ContactFields, values, supplier_id=self._supplier())
            return self._services.suppliers.register_contact(command)

        start = {"name": text, "role": "supervisor", "active": True}
        done = _("Handledaren är sparad.")
        return ask_and_run(self._context, suppliers.CONTACT_FORM, submit, done_text=done, values=start)
