"""How long an event loop stands still, and the line in which a window tells what happened to it."""

import json
import sys
import time

from PySide6.QtCore import QObject, Qt, QTimer

TICK = 5
"""Milliseconds between two looks at the clock."""


def tell(event: str, **facts: object) -> None:
    """One line of JSON on standard error: what happened just now. ``benchmarks.screen.launch`` reads it."""
    sys.stderr.write(json.dumps({"event": event, **facts}) + "\n")
    sys.stderr.flush()


class Gaps(QObject):
    """Looks at the clock every few milliseconds in the event loop; what is longer than that is time that it stood still."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.worst = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)
        self._timer.start(TICK)

    def restart(self) -> None:
        """Forget what was."""
        self.worst, self._last = 0.0, time.perf_counter()

    def look(self) -> None:
        """One look; ``worst`` is in milliseconds."""
        now = time.perf_counter()
        self.worst = max(self.worst, (now - self._last) * 1000 - TICK)
        self._last = now
