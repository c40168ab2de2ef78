"""Taking back what was done."""

from collections.abc import Sequence

from socialupph.domain.changes import Changes
from socialupph.domain.kinds import AuditKind
from socialupph.domain.views.undo import UndoableOperation
from socialupph.persistence import undo as machinery
from socialupph.services.base import Context


class Undo:
    """Undoes any operation as long as nothing that still stands was built on it."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def undo(self, operation_id: int) -> Changes:
        """Take back an operation; what it made is gone, what it changed or removed is as before. Its codes stay spent.

        Raises NotFound, and UndoRefused ``undo.already``, ``undo.is_undo`` or ``undo.later_change`` with what came later.
        """
        with self._context.database.write(machinery.KIND) as work:
            work.subject = machinery.undo(work, operation_id)
            work.log(AuditKind.UNDONE, work.subject)
        return work.changes

    def last_undoable(self, operations: Sequence[int]) -> UndoableOperation | None:
        """The newest of ``operations`` (those of this run) that changed something and still stands; None when there is none."""
        with self._context.database.read() as session:
            return machinery.last_undoable(session, operations)
