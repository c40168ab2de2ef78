"""The look-ups of forms, over the services."""

from collections.abc import Sequence

from socialupph.services.registry import Services
from socialupph.ui.kit.lookup import LookupHit


class ServiceLookups:
    """The kit's ``LookupProvider``. A kind may be narrowed after a colon: ``workplace:supplier_id=7``."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def find(self, kind: str, text: str, limit: int) -> Sequence[LookupHit]:
        """Records that answer to ``text``, best first."""
        name, within = narrowed(kind)
        found = self._services.lookups.find(name, text, limit, within)
        return [LookupHit(item.id, item.text, item.detail) for item in found]

    def label(self, kind: str, record_id: int) -> str:
        """How the record is named in the field."""
        return self._services.lookups.label(narrowed(kind)[0], record_id)


def narrowed(kind: str) -> tuple[str, dict[str, int]]:
    """The kind, and the columns it is narrowed by."""
    name, _colon, rest = kind.partition(":")
    pairs = (part.partition("=") for part in rest.split(",") if part)
    return name, {column: int(value) for column, _sign, value in pairs}
