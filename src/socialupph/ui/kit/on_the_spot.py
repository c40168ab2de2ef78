"""Making a record on the spot from a look-up field of a form: a short form in a dialog, then it is chosen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import cast

from socialupph.domain.changes import Changes, Entity
from socialupph.domain.commands.buyers import BuyerFields
from socialupph.domain.commands.suppliers import ContactFields, SupplierFields, WorkplaceFields
from socialupph.domain.kinds import ReferenceList
from socialupph.i18n import _
from socialupph.services.registry import Services
from socialupph.specs import buyers, candidates, suppliers
from socialupph.specs.forms import FieldKind, FormSpec, command_of
from socialupph.ui.kit.asked import ask_and_run
from socialupph.ui.kit.form import Form
from socialupph.ui.kit.page_base import PageContext
from socialupph.ui.kit.reference_choices import offered


@dataclass(frozen=True, slots=True)
class _Recipe:
    """How one kind of record is made."""

    entity: Entity
    spec: FormSpec
    submit: Callable[[dict[str, object]], Changes]
    start: Mapping[str, object]
    done: str


class OnTheSpot:
    """Asks for what is not in the register yet and puts it into the field it was wanted in.

    ``supplier`` gives whose workplace or supervisor it would be; while there is none, ``first`` is the field to fill in and what it says.
    """

    def __init__(
        self,
        context: PageContext,
        services: Services,
        form: Form,
        supplier: Callable[[], int | None] | None = None,
        first: tuple[str, str] = ("", ""),
    ) -> None:
        self._context, self._services, self._form = context, services, form
        self._supplier, self._first = supplier or _nobody, first

    def create(self, key: str, kind: str, text: str) -> None:
        """Ask for a record of ``kind`` called ``text`` and choose it in the field ``key``."""
        name = kind.partition(":")[0]
        if name in ("workplace", "supervisor") and self._supplier() is None:
            self._form.show_error(*self._first)
            return
        recipe = self._recipe(name)
        values = {**recipe.start, "name": text}
        changes = ask_and_run(self._context, recipe.spec, recipe.submit, done_text=recipe.done, values=values)
        if changes is not None:
            self._choose(key, changes.new_id(recipe.entity))

    def _choose(self, key: str, made: int) -> None:
        box = self._form.box(key)
        several = box.field.kind is FieldKind.LOOKUPS
        self._form.set_value(key, (*cast("list[int]", box.editor.draft()), made) if several else made)
        box.editor.target().setFocus()

    def _recipe(self, name: str) -> _Recipe:
        if name == "candidate":
            needs = offered(self._services, ReferenceList.WORKPLACE_ADJUSTMENT)
            spec = candidates.form(needs, offered(self._services, ReferenceList.TARGET_GROUP))
            return _Recipe(Entity.CANDIDATE, spec, self._candidate, candidates.NEW, _("Kandidaten är sparad."))
        if name == "workplace":
            done = _("Arbetsplatsen är sparad.")
            return _Recipe(Entity.WORKPLACE, suppliers.WORKPLACE_FORM, self._workplace, {}, done)
        if name == "supervisor":
            done = _("Handledaren är sparad.")
            return _Recipe(Entity.CONTACT, suppliers.CONTACT_FORM, self._supervisor, suppliers.NEW_SUPERVISOR, done)
        if name == "buyer":
            return _Recipe(Entity.BUYER, buyers.FORM, self._buyer, buyers.NEW, _("Beställaren är sparad."))
        done = _("Leverantören är sparad.")
        return _Recipe(Entity.SUPPLIER, suppliers.FORM, self._new_supplier, suppliers.NEW, done)

    def _candidate(self, values: dict[str, object]) -> Changes:
        return self._services.candidates.register(candidates.command(values))

    def _workplace(self, values: dict[str, object]) -> Changes:
        command = command_of(WorkplaceFields, values, supplier_id=self._supplier())
        return self._services.suppliers.register_workplace(command)

    def _supervisor(self, values: dict[str, object]) -> Changes:
        command = command_of(ContactFields, values, supplier_id=self._supplier())
        return self._services.suppliers.register_contact(command)

    def _buyer(self, values: dict[str, object]) -> Changes:
        return self._services.buyers.register(command_of(BuyerFields, values))

    def _new_supplier(self, values: dict[str, object]) -> Changes:
        return self._services.suppliers.register(command_of(SupplierFields, values))


def _nobody() -> int | None:
    return None
