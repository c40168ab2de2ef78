"""The least that a PySide6 program can be: one empty window, which says when it was painted and ends.

``python -m benchmarks.empty_window`` is the floor of case 1. With ``thread`` or ``loop`` it then imports SQLAlchemy's ORM in a thread or
in the event loop, and tells the longest time the loop stood still: the floor of case 3, and what not to do.
"""

import importlib
import sys
import threading

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from benchmarks.event_loop import Gaps, tell


class Window(QMainWindow):
    """Tells when it is painted for the first time."""

    def __init__(self, work: str) -> None:
        super().__init__()
        self._work, self._painted = work, False
        self._gaps: Gaps | None = None
        self._thread = threading.Thread(target=_load, daemon=True)
        self._waiting = QTimer(self)
        self._waiting.timeout.connect(self._look)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Qt paints; the first time is told as soon as the event loop is back."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted)

    def painted(self) -> None:
        """The first paint is done."""
        tell("painted")
        if not self._work:
            QApplication.quit()
            return
        self._gaps = Gaps(self)
        QTimer.singleShot(20, self._thread.start if self._work == "thread" else _load)
        self._waiting.start(50)

    def _look(self) -> None:
        if "sqlalchemy.orm" in sys.modules and not self._thread.is_alive() and self._gaps is not None:
            self._waiting.stop()
            self._gaps.look()
            tell("settled", worst_gap_ms=self._gaps.worst)
            QApplication.quit()


def _load() -> None:
    importlib.import_module("sqlalchemy.orm")


def main(work: str = "") -> int:
    """Show the window and wait until it has told."""
    application = QApplication(sys.argv[:1])
    window = Window(work)
    window.resize(1440, 900)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
