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


class CarriedOut:
    """Gives the changes of something that was carried out already, in a dialog or on another thread, to be told like a command."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes

    def __call__(self) -> Changes:
        return self._changes
