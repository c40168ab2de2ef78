"""Records to choose while typing, for the fields of forms."""

from collections.abc import Mapping

from socialupph.domain.views.lookups import LookupItem
from socialupph.persistence.queries import lookups as queries
from socialupph.services.base import Context


class Lookups:
    """Finds and names records by kind: supplier, contact, supervisor, workplace, contract, requirement, opening, …"""

    def __init__(self, context: Context) -> None:
        self._context = context

    def find(self, kind: str, text: str, limit: int, within: Mapping[str, int] | None = None) -> tuple[LookupItem, ...]:
        """Records that answer to ``text``, best first; ``within`` narrows, for example ``{"supplier_id": 7}``."""
        with self._context.database.read() as session:
            return tuple(queries.find(session, kind, text, limit, within or {}))

    def label(self, kind: str, record_id: int) -> str:
        """What the record is called in a field; empty when it is gone."""
        with self._context.database.read() as session:
            return queries.label(session, kind, record_id)
