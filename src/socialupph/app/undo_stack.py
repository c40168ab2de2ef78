"""The operations of this run, newest last, for *Ångra*."""

from PySide6.QtCore import QObject

from socialupph.domain.changes import Changes
from socialupph.domain.errors import UndoRefused
from socialupph.services.registry import Services
from socialupph.ui.kit.changes import ChangeBus


class UndoStack(QObject):
    """Remembers what was done since the program started; what was done before is for the records' own pages."""

    def __init__(self, bus: ChangeBus, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._done: list[int] = []
        self._undoing = False
        bus.changed.connect(self._remember)

    def undo(self) -> Changes:
        """Take back the newest operation that still stands; UndoRefused ``undo.nothing`` when there is none."""
        found = self._services.undo.last_undoable(self._done)
        if found is None:
            raise UndoRefused("undo.nothing")
        self._undoing = True
        return self._services.undo.undo(found.id)

    def _remember(self, changes: Changes) -> None:
        if changes.operation_id is not None and not self._undoing:
            self._done.append(changes.operation_id)
        self._undoing = False
