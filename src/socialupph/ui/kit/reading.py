"""What a page reads of the register, beside the window: the last question counts, and it is told where it fails."""

from collections.abc import Callable
from typing import TypeVar

from socialupph.ui.kit.tasks import Tasks

Result = TypeVar("Result")


class Reading:
    """One question at a time: a newer one makes the older forgotten."""

    def __init__(self, tasks: Tasks, failed: Callable[[Exception], None]) -> None:
        self._tasks, self._failed = tasks, failed
        self._asked: object = None
        self._number = -1

    def ask(self, work: Callable[[], Result], show: Callable[[Result], None], *, ahead: bool = False) -> None:
        """Do ``work`` on another thread and ``show`` what came of it: before this returns when it took little time.

        With ``ahead`` it is never waited for, and comes after what is.
        """
        self.forget()
        asked = self._asked = object()

        def come(result: Result) -> None:
            if self._asked is asked:
                self._asked = None
                show(result)

        def fail(error: Exception) -> None:
            if self._asked is asked:
                self._asked = None
                self._failed(error)

        number = self._tasks.read(work, come, fail, ahead=ahead)
        if self._asked is asked:
            self._number = number

    def is_waiting(self) -> bool:
        """Whether the answer is still to come."""
        return self._asked is not None

    def settle(self) -> None:
        """Wait for the answer, for what cannot be done without it."""
        if self.is_waiting():
            self._tasks.settle(self._number)

    def forget(self) -> None:
        """Nothing that was asked is wanted any more."""
        if self.is_waiting():
            self._asked = None
            self._tasks.forget(self._number)
