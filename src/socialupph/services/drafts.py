"""Half-filled forms, kept inside the register so that they are as safe as it is."""

from collections.abc import Mapping

from socialupph.domain.errors import NotFound
from socialupph.domain.views.drafts import Draft
from socialupph.persistence.queries import drafts as queries
from socialupph.services.base import Context


class Drafts:
    """One draft for a form and record; ``record_id`` 0 is something new."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def save(self, form: str, record_id: int, values: Mapping[str, object]) -> None:
        """Keep what a form holds: plain values that JSON can hold. Called every few seconds."""
        with self._context.database.write("draft.save") as work:
            queries.keep(work.session, form, record_id, work.now, values)

    def exists(self, form: str, record_id: int = 0) -> bool:
        """Whether something was left in a form."""
        with self._context.database.read() as session:
            return queries.find(session, form, record_id) is not None

    def load(self, form: str, record_id: int = 0) -> Draft:
        """What was left in a form; NotFound when nothing was."""
        with self._context.database.read() as session:
            found = queries.find(session, form, record_id)
        if found is None:
            raise NotFound("draft.none")
        return found

    def every(self) -> tuple[Draft, ...]:
        """Everything that was left, the latest first."""
        with self._context.database.read() as session:
            return queries.every(session)

    def discard(self, form: str, record_id: int = 0) -> None:
        """Forget what was left in a form: it is saved now, or not wanted."""
        with self._context.database.write("draft.discard") as work:
            queries.discard(work.session, form, record_id)

    def load_view(self, key: str) -> Mapping[str, object]:
        """What a window kept under ``key``; empty when nothing was."""
        return self.load(key).values if self.exists(key) else {}

    def save_view(self, key: str, state: Mapping[str, object]) -> None:
        """Keep ``state`` under ``key``; an empty one is thrown away."""
        if state:
            self.save(key, 0, state)
        elif self.exists(key):
            self.discard(key)
