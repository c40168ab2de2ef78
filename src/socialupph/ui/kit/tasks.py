"""Slow work on one background thread; its result always comes back on the GUI thread."""

import itertools
from collections.abc import Callable
from typing import Any, TypeVar, cast

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, SignalInstance

Result = TypeVar("Result")


class _Job(QRunnable):
    def __init__(self, number: int, work: Callable[[], object], finished: SignalInstance) -> None:
        super().__init__()
        self._number, self._work, self._finished = number, work, finished

    def run(self) -> None:
        result: object = None
        error: Exception | None = None
        try:
            result = self._work()
        except Exception as caught:  # noqa: BLE001 -- handed to whoever asked, on the GUI thread; never swallowed
            error = caught
        self._finished.emit(self._number, result, error)


class Tasks(QObject):
    """Owns the pool and the signal, so that no QObject dies on a worker thread. Jobs run one at a time, in order."""

    busy_changed = Signal(bool)
    _finished = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._numbers = itertools.count()
        self._waiting: dict[int, tuple[Callable[[Any], None], Callable[[Exception], None]]] = {}
        self._finished.connect(self._deliver)

    def run(
        self, work: Callable[[], Result], done: Callable[[Result], None], failed: Callable[[Exception], None]
    ) -> int:
        """Do ``work`` in the background, then call ``done`` or ``failed``. Gives a number for ``forget``."""
        number = next(self._numbers)
        self._waiting[number] = (done, failed)
        if len(self._waiting) == 1:
            self.busy_changed.emit(True)
        self._pool.start(_Job(number, work, self._finished))
        return number

    def forget(self, number: int) -> None:
        """Do not deliver the result of that job: whoever asked is gone, or asks something else now."""
        if self._waiting.pop(number, None) is not None and not self._waiting:
            self.busy_changed.emit(False)

    def is_busy(self) -> bool:
        """Whether anything is still to come."""
        return bool(self._waiting)

    def close(self) -> None:
        """Deliver nothing more and wait for the job at work."""
        self._waiting.clear()
        self._pool.clear()
        self._pool.waitForDone()

    def _deliver(self, number: int, result: object, error: object) -> None:
        asked = self._waiting.pop(number, None)
        if asked is None:
            return
        if not self._waiting:
            self.busy_changed.emit(False)
        done, failed = asked
        if error is None:
            done(result)
        else:
            failed(cast("Exception", error))
