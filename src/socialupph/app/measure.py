"""Times of the start, for the benchmarks: one line of JSON each on standard error when ``SOCIALUPPH_MEASURE`` is set."""

import json
import os
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView, QWidget

VARIABLE = "SOCIALUPPH_MEASURE"
_TICK = 5
_SLOW = ("sqlalchemy", "reportlab", "alembic")


def asked() -> bool:
    """Whether this run is measured; it then ends by itself when the start page has its list."""
    return bool(os.environ.get(VARIABLE))


def mark(event: str, **facts: object) -> None:
    """Write that ``event`` happened now, and which of the slow libraries are in memory."""
    if asked():
        sys.stderr.write(json.dumps({"event": event, "loaded": loaded(), **facts}) + "\n")


def loaded() -> list[str]:
    """Which of the slow libraries are in memory."""
    return [name for name in _SLOW if name in sys.modules]


class FirstPaint(QObject):
    """Calls ``done`` when the event loop is back after the next paint of ``widget``."""

    def __init__(self, widget: QWidget, done: Callable[[], None]) -> None:
        super().__init__(widget)
        self._done = done
        widget.installEventFilter(self)
        widget.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only looks on."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._done)
        return False


class FirstRows(QObject):
    """Calls ``done`` when a list in ``page`` has been painted with rows: how many, and what was loaded when they were painted."""

    def __init__(self, page: QWidget, done: Callable[[int, list[str]], None]) -> None:
        super().__init__(page)
        self._done = done
        self._loaded: list[str] = []
        self._views = page.findChildren(QAbstractItemView)
        for view in self._views:
            view.viewport().installEventFilter(self)
            view.viewport().update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only looks on."""
        del watched
        if event.type() == QEvent.Type.Paint and self._rows():
            for view in self._views:
                view.viewport().removeEventFilter(self)
            self._loaded = loaded()
            QTimer.singleShot(0, self._tell)
        return False

    def _rows(self) -> int:
        return max((view.model().rowCount() for view in self._views), default=0)

    def _tell(self) -> None:
        self._done(self._rows(), self._loaded)


class Gaps(QObject):
    """The longest time that the event loop stood still since it was made, in milliseconds."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.worst, self._last = 0.0, time.perf_counter()
        from PySide6.QtCore import Qt  # noqa: PLC0415 -- only for a run that is measured

        timer = QTimer(self)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(self.look)
        timer.start(_TICK)

    def look(self) -> None:
        """One look at the clock."""
        now = time.perf_counter()
        self.worst = max(self.worst, (now - self._last) * 1000 - _TICK)
        self._last = now
