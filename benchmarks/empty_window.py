"""The least that a PySide6 program can be: one empty window, which says when it was painted and ends.

``python -m benchmarks.empty_window`` is the floor of case 1. With ``thread`` or ``loop`` it then imports SQLAlchemy's ORM in a thread or
in the event loop, and tells the longest time the loop stood still: the floor of case 3, and what not to do.
"""

import importlib
import json
import sys
import threading
import time
from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

MARK = "SOCIALUPPH_MEASURE"
TICK = 5
"""Milliseconds between two looks at the clock."""


def tell(event: Mapping[str, object]) -> None:
    """One line of what happened."""
    sys.stderr.write(f"{MARK} {json.dumps(event)}\n")
    sys.stderr.flush()


class Gaps(QObject):
    """Looks at the clock every few milliseconds in the event loop; what is longer than that is time that it stood still."""

    def __init__(self) -> None:
        super().__init__()
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
        """One look."""
        now = time.perf_counter()
        self.worst = max(self.worst, (now - self._last) * 1000 - TICK)
        self._last = now


class Window(QMainWindow):
    """Tells when it is painted for the first time."""

    def __init__(self, work: str) -> None:
        super().__init__()
        self._work, self._painted = work, False
        self._gaps: Gaps | None = None
        self._thread = threading.Thread(target=_load, daemon=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted)

    def painted(self) -> None:
        """The first paint is done."""
        tell({"event": "painted"})
        if not self._work:
            QApplication.quit()
            return
        self._gaps = Gaps()
        QTimer.singleShot(20, self._thread.start if self._work == "thread" else _load)
        self._waiting = QTimer(self)
        self._waiting.timeout.connect(self._look)
        self._waiting.start(50)

    def _look(self) -> None:
        if "sqlalchemy.orm" in sys.modules and not self._thread.is_alive() and self._gaps is not None:
            self._waiting.stop()
            self._gaps.look()
            tell({"event": "settled", "worst_gap_ms": self._gaps.worst})
            QApplication.quit()


def _load() -> None:
    importlib.import_module("sqlalchemy.orm")


def main(work: str = "") -> int:
    """Show the window and wait until it has told."""
    application = QApplication(sys.argv[:1])
    window = Window(work)
    window.resize(1280, 800)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
