"""Waiting until the program has read what it is made of: what is asked for meanwhile is done then."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal


class Gate(QObject):
    """Open unless it was shut. ``waited`` tells whether anything waits; only what was asked for last does."""

    waited = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shut = False
        self._held: Callable[[], object] | None = None

    def is_shut(self) -> bool:
        """Whether things have to wait."""
        return self._shut

    def shut(self) -> None:
        """Let things wait from now on."""
        self._shut = True

    def when_open(self, act: Callable[[], object]) -> None:
        """Do ``act``, at once or when the gate is opened."""
        if not self._shut:
            act()
            return
        self._held = act
        self.waited.emit(True)

    def open(self) -> None:
        """Do what was asked for last, and let nothing wait any more."""
        self._shut = False
        act, self._held = self._held, None
        if act is not None:
            self.waited.emit(False)
            act()
