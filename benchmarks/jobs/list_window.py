"""The real window on a register, its list of follow-ups shown, sorted, searched, filtered and scrolled as a user does."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from benchmarks.event_loop import Gaps
from benchmarks.outcome import Job, Options, Outcome, expect, timed
from socialupph.app import clock, garbage, main, paths
from socialupph.app.crash import CrashReporter
from socialupph.app.program import Program
from socialupph.domain.changes import Entity
from socialupph.ui.kit.page import ListPage

_QUIET, _PATIENCE = 60, 120_000
_WORD = "öber"
_SCREENS = 40
Step = tuple[str, Callable[[], object]]


class _Driver(QObject):
    """Takes one step after another, each when the window has nothing left to do, and keeps the longest standstill of each kind."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self._program = program
        self._gaps = Gaps(self)
        self._steps = self._script()
        self._name = ""
        self.worst: dict[str, float] = {}
        self.wrong = ""
        self.rows = 0
        self._rested = False
        program.rested.connect(self._rest)
        self._pause = QTimer(self)
        self._pause.setInterval(_QUIET)
        self._pause.timeout.connect(self._next)
        self._pause.start()
        QTimer.singleShot(_PATIENCE, self._give_up)

    def _rest(self) -> None:
        self._rested = True

    def _give_up(self) -> None:
        self.wrong = self.wrong or f"the window was not done in time, at {self._name or 'opening'}"
        QCoreApplication.quit()

    def caught(self, kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
        """What went wrong in the event loop."""
        del traceback
        self.wrong = f"{kind.__name__}: {error}"
        QCoreApplication.quit()

    def _next(self) -> None:
        container = self._program.container
        if not self._rested or container is None or container.context.tasks.is_busy():
            return
        self._gaps.look()
        if self._name:
            self.worst[self._name] = max(self.worst.get(self._name, 0.0), self._gaps.worst)
        step = next(self._steps, None)
        if step is None:
            QCoreApplication.quit()
            return
        self._name, action = step
        self._gaps.restart()
        action()

    def _script(self) -> Iterator[Step]:
        yield "", self._settle
        yield "shown", self._open
        page = self._page()
        if page is None:
            return
        self.rows = page.model.rowCount()
        yield from self._sorts(page)
        yield from self._searches(page)
        yield from self._filters(page)
        yield from self._scrolls(page)

    def _settle(self) -> None:
        """Nothing: the start page has been filled."""

    def _open(self) -> None:
        features = self._program.container.features if self._program.container else ()
        for feature in features:
            if feature.area is not None and any(entity is Entity.FOLLOW_UP for entity, _word in feature.entities):
                self._program.window.go_to_area(feature.area.key)
                return
        self.wrong = "the window has no list of follow-ups yet"

    def _page(self) -> ListPage[Any] | None:
        page = self._program.window.router.page()
        if self.wrong or not isinstance(page, ListPage):
            self.wrong = self.wrong or "the area of follow-ups is not a list"
            return None
        return page  # pyright: ignore[reportUnknownVariableType] -- a list of whatever rows

    def _sorts(self, page: ListPage[Any]) -> Iterator[Step]:
        for column in page.spec.columns:
            for descending in (False, True):
                if column.sortable:
                    yield "sorted", lambda key=column.key, way=descending: page.table.sort_changed.emit(key, way)
                    self._compare(page)

    def _searches(self, page: ListPage[Any]) -> Iterator[Step]:
        for letter in _WORD:
            yield "searched", lambda text=letter: _type(page, text)
            yield "searched", self._settle  # the field waits for the next letter before it asks
            yield "searched", self._settle
            yield "searched", self._settle
        self._compare(page)
        self.wrong = self.wrong or expect(page.model.rowCount() > 0, True, f"anything found by {_WORD}")
        yield "searched", page.filter_bar.clear

    def _filters(self, page: ListPage[Any]) -> Iterator[Step]:
        for spec in page.spec.filters:
            for choice in spec.choices:
                yield "filtered", lambda key=spec.key, value=choice.value: page.filter_bar.narrow({key: (value,)})
                self._compare(page)
        yield "filtered", page.filter_bar.clear

    def _scrolls(self, page: ListPage[Any]) -> Iterator[Step]:
        bar = page.table.verticalScrollBar()
        for number in range(_SCREENS + 1):
            yield "scrolled", lambda share=number / _SCREENS: bar.setValue(int(bar.maximum() * share))

    def _compare(self, page: ListPage[Any]) -> None:
        wanted = page.service.ids(page.query())
        self.wrong = self.wrong or expect(
            list(page.model.ids()) == list(wanted), True, f"the rows after {page.query()}"
        )
        self._gaps.restart()


def _type(page: ListPage[Any], text: str) -> None:
    press = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, text)
    QCoreApplication.sendEvent(page.filter_bar.field, press)


def drive(options: Options) -> Outcome:
    """Open the register in the window and take all steps."""
    garbage.hold()
    application = main.application("light")
    reporter = CrashReporter(paths.logs_folder(), clock.SystemClock())
    program = Program(clock.SystemClock(), reporter)
    driver = _Driver(program)
    sys.excepthook = driver.caught
    program.start(Path(options["register"]))
    _code, seconds = timed(application.exec)
    sys.excepthook = sys.__excepthook__
    program.close()
    wrong = driver.wrong or expect(driver.rows >= int(options["least"]), True, "enough rows shown")
    return Outcome({"seconds": seconds, **driver.worst}, wrong)


JOBS: dict[str, Job] = {"drive": drive}
