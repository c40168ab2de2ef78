"""Finding a record by what is typed, for the palette and the command line."""

from socialupph.domain.changes import RecordRef
from socialupph.domain.errors import NotFound
from socialupph.domain.views.search import SearchHit
from socialupph.persistence.queries import search as queries
from socialupph.services.base import Context


class Search:
    """Finds over all registers. Protected people are never found by name."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def find(self, text: str, limit: int = 20, *, show_names: bool = False) -> tuple[SearchHit, ...]:
        """Records where every word typed occurs, best first. A candidate's name is shown only with ``show_names``."""
        with self._context.database.read() as session:
            return tuple(queries.find(session, text, limit, show_names=show_names))

    def home(self, ref: RecordRef) -> RecordRef:
        """The record whose page shows this one: a contact's supplier, a requirement's contract, else the record itself."""
        with self._context.database.read() as session:
            return queries.home(session, ref)

    def locate(self, code: str) -> RecordRef:
        """The record with this code; NotFound ``record.no_code`` when there is none."""
        with self._context.database.read() as session:
            found = queries.locate(session, code)
        if found is None:
            raise NotFound("record.no_code", {"code": code.strip()})
        return found
