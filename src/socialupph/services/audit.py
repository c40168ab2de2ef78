"""The append-only log of a register: who may ask what was shown, exported and printed."""

from socialupph.domain.changes import Changes
from socialupph.domain.kinds import AuditKind
from socialupph.domain.views.audit import AuditLine
from socialupph.persistence.queries import audit as queries
from socialupph.services.base import Context


class Audit:
    """Notes events and reads them back. A subject is a code or a file name, a detail names fields; never values about people."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def note(self, kind: AuditKind, subject: str = "", detail: str = "") -> Changes:
        """Add one line to the log."""
        with self._context.database.write(f"audit.{kind}", subject) as work:
            work.log(kind, subject, detail)
        return work.changes

    def last(self, limit: int = 200) -> tuple[AuditLine, ...]:
        """The latest lines, newest first."""
        with self._context.database.read() as session:
            return queries.last(session, limit)
