"""Slow work on background threads; its result always comes back on the GUI thread."""

import itertools
import threading
from collections.abc import Callable
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal, SignalInstance

Result = TypeVar("Result")

PATIENCE: Final = 0.04
"""Seconds that the window waits for what it reads: what comes sooner is shown at once, without flicker."""

_READERS: Final = 2  # one slow question does not hold up the next page
_SOON, _LATER = 1, 0
_PAINTED: Final = 30  # ms


class _Work:
    """What was asked for, and what came of it."""

    def __init__(
        self, number: int, work: Callable[[], object], done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        self.number, self.done, self.failed = number, done, failed
        self.result: object = None
        self.error: Exception | None = None
        self.dropped = False
        self.ready = threading.Event()
        self._work = work

    def __call__(self) -> None:
        try:
            self.result = None if self.dropped else self._work()
        except Exception as caught:  # noqa: BLE001 -- handed to whoever asked, on the GUI thread; never swallowed
            self.error = caught
        self.ready.set()

    def deliver(self) -> None:
        """Hand over what came of it."""
        if self.error is None:
            self.done(self.result)
        else:
            self.failed(self.error)


class _Job(QRunnable):
    def __init__(self, work: _Work, finished: SignalInstance) -> None:
        super().__init__()
        self._work, self._finished = work, finished

    def run(self) -> None:
        self._work()
        self._finished.emit(self._work.number)


class Tasks(QObject):
    """Owns the threads and the signal, so that no QObject dies on a worker thread.

    ``run`` is for work: one job at a time, in order. ``read`` is for what a page shows; it never waits behind work, and what
    takes less than ``patience`` (in seconds) is delivered before it returns.
    """

    busy_changed = Signal(bool)
    _finished = Signal(int)

    def __init__(self, parent: QObject | None = None, *, patience: float = PATIENCE) -> None:
        super().__init__(parent)
        self.patience = patience
        self._working, self._reading = QThreadPool(self), QThreadPool(self)
        self._working.setMaxThreadCount(1)
        self._reading.setMaxThreadCount(_READERS)
        self._numbers = itertools.count()
        self._waiting: dict[int, _Work] = {}
        self._told_busy = False
        self._idle: Callable[[], None] | None = None
        self._finished.connect(self._deliver)

    def run(
        self, work: Callable[[], Result], done: Callable[[Result], None], failed: Callable[[Exception], None]
    ) -> int:
        """Do ``work`` in the background, then call ``done`` or ``failed``. Gives a number for ``forget``."""
        asked = self._begin(self._working, _LATER, work, done, failed)
        self._tell_busy()
        return asked.number

    def read(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
        *,
        ahead: bool = False,
    ) -> int:
        """Read with ``work`` beside the window, then call ``done`` or ``failed``, at once when it does not take long.

        ``ahead`` is for what is not looked at yet: it is never waited for, and comes after all else. Gives a number for
        ``forget``.
        """
        asked = self._begin(self._reading, _LATER if ahead else _SOON, work, done, failed)
        if not ahead and asked.ready.wait(self.patience):
            self._deliver(asked.number)
        self._tell_busy()
        return asked.number

    def settle(self, number: int) -> None:
        """Wait for that job and deliver it now, for what cannot be done before it has come."""
        asked = self._waiting.get(number)
        if asked is not None:
            asked.ready.wait()
            self._deliver(number)

    def forget(self, number: int) -> None:
        """Do not deliver the result of that job: whoever asked is gone, or asks something else now."""
        asked = self._waiting.pop(number, None)
        if asked is not None:
            asked.dropped = True
            self._tell_busy()

    def is_busy(self) -> bool:
        """Whether anything is still to come."""
        return bool(self._waiting)

    def when_idle(self, act: Callable[[], None]) -> None:
        """Do ``act`` when nothing is to come any more and what came has been painted; the latest wish only."""
        self._idle = act
        QTimer.singleShot(_PAINTED, self._look_idle)

    def _look_idle(self) -> None:
        if not self.is_busy() and self._idle is not None:
            act, self._idle = self._idle, None
            act()

    def close(self) -> None:
        """Deliver nothing more and wait for the jobs at work."""
        self._idle = None
        for asked in self._waiting.values():
            asked.dropped = True
        self._waiting.clear()
        for pool in (self._working, self._reading):
            pool.clear()
            pool.waitForDone()

    def _begin(
        self,
        pool: QThreadPool,
        priority: int,
        work: Callable[[], object],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> _Work:
        asked = _Work(next(self._numbers), work, done, failed)
        self._waiting[asked.number] = asked
        pool.start(_Job(asked, self._finished), priority)
        return asked

    def _deliver(self, number: int) -> None:
        asked = self._waiting.pop(number, None)
        if asked is not None:
            self._tell_busy()
            asked.deliver()

    def _tell_busy(self) -> None:
        if self._told_busy != self.is_busy():
            self._told_busy = self.is_busy()
            self.busy_changed.emit(self._told_busy)
        if self._idle is not None and not self.is_busy():
            QTimer.singleShot(_PAINTED, self._look_idle)
