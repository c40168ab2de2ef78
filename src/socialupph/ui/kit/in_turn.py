"""Long work on the window's own thread in pieces: between two of them the window answers."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class InTurn(QObject):
    """Takes one step after another, each when the event loop is back. What is left when it dies is not done."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left: deque[Callable[[], object]] = deque()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._step)

    def add(self, *steps: Callable[[], object]) -> None:
        """Do these too, after what is left."""
        self._left.extend(steps)
        self._timer.start()

    def stop(self) -> None:
        """Do nothing more."""
        self._left.clear()
        self._timer.stop()

    def _step(self) -> None:
        step = self._left.popleft()
        if not self._left:
            self._timer.stop()
        step()
