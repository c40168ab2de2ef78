"""Fields of the form that follow one another: an opening knows its contract, a host its workplaces and supervisors."""

from typing import Final

from socialupph.domain.errors import NotFound
from socialupph.services.registry import Services
from socialupph.ui.kit.form import Form
from socialupph.ui.kit.form_reading import picked, set_lookup

_WATCHED: Final = ("opening_id", "requirement_id", "contract_id", "host_supplier_id")
_NARROWED: Final = (
    ("requirement_id", "requirement", "contract_id", "contract_id"),
    ("opening_id", "opening", "requirement_id", "requirement_id"),
    ("workplace_id", "workplace", "supplier_id", "host_supplier_id"),
    ("supervisor_id", "supervisor", "supplier_id", "host_supplier_id"),
)
"""A field, what it looks for, the column it is narrowed by and the field that says by what."""


class Narrowing:
    """Fills in what is known already, takes away what no longer fits, and narrows what can be found."""

    def __init__(self, form: Form, services: Services) -> None:
        self._form, self._services = form, services
        self._seen = self._now()
        self._busy = False
        self._narrow()

    def _now(self) -> dict[str, int | None]:
        return {key: picked(self._form, key) for key in _WATCHED}

    def settle(self) -> None:
        """Take the fields as they are for granted, as after they were filled."""
        self._seen = self._now()
        self._narrow()

    def follow(self) -> None:
        """Something was changed by hand."""
        now = self._now()
        if self._busy or now == self._seen:
            return
        changed = {key: value for key, value in now.items() if value != self._seen[key]}
        self._busy = True
        try:
            self._carry_over(changed)
        finally:
            self._busy = False
            self.settle()

    def _carry_over(self, changed: dict[str, int | None]) -> None:
        opening, requirement = changed.get("opening_id"), changed.get("requirement_id")
        if opening is not None:
            self._from_opening(opening)
        elif requirement is not None:
            self._set("contract_id", self._services.requirements.view(requirement).contract_id)
            self._host_of_contract()
        elif "contract_id" in changed:
            self._contract_changed()
        elif "host_supplier_id" in changed:
            self._set("workplace_id", None)
            self._set("supervisor_id", None)

    def _from_opening(self, opening_id: int) -> None:
        try:
            opening = self._services.openings.view(opening_id)
        except NotFound:
            return
        self._set("contract_id", opening.contract_id)
        self._set("requirement_id", opening.requirement_id)
        self._set("host_supplier_id", opening.supplier_id)
        self._set("workplace_id", opening.workplace_id)
        self._set("supervisor_id", opening.supervisor_id)

    def _contract_changed(self) -> None:
        contract, requirement = picked(self._form, "contract_id"), picked(self._form, "requirement_id")
        if requirement is not None and self._services.requirements.view(requirement).contract_id != contract:
            self._set("requirement_id", None)
            self._set("opening_id", None)
        self._host_of_contract()

    def _host_of_contract(self) -> None:
        contract = picked(self._form, "contract_id")
        if contract is None or picked(self._form, "host_supplier_id") is not None:
            return
        parties = self._services.contracts.view(contract).suppliers
        if parties:
            self._set("host_supplier_id", parties[0].supplier_id)

    def _set(self, key: str, value: int | None) -> None:
        if picked(self._form, key) != value:
            self._form.set_value(key, value)

    def _narrow(self) -> None:
        for key, kind, column, by in _NARROWED:
            value = picked(self._form, by)
            set_lookup(self._form, key, kind if value is None else f"{kind}:{column}={value}")
