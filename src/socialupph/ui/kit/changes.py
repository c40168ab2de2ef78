"""Tells open pages what the last command changed."""

from PySide6.QtCore import QObject, Signal

from socialupph.domain.changes import Changes


class ChangeBus(QObject):
    """One for the window. Pages listen and decide themselves whether it concerns them."""

    changed = Signal(object)

    def publish(self, changes: Changes) -> None:
        """Pass on what was committed; nothing when nothing was."""
        if changes:
            self.changed.emit(changes)
