"""Goes through the pages of the running program and saves what is seen."""

import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from socialupph.app import clock, paths
from socialupph.app.crash import CrashReporter
from socialupph.app.main import application
from socialupph.app.program import Program
from socialupph.domain.queries import ListQuery
from socialupph.services import registers
from socialupph.services.sample import SampleSize
from socialupph.ui.kit.page import Destination

Step = tuple[str, Callable[[], None]]


class Album(QObject):
    """One run of the program in one theme and scale; a picture for every step."""

    def __init__(self, theme: str, scale: str, into: Path, day: dt.date, size: tuple[int, int], pause: int) -> None:
        super().__init__()
        self._app: QApplication = application(theme)
        self._into, self._size, self._pause = into, size, pause
        self._mark = "ljust" if theme == "light" else "morkt"
        self._scale = scale
        standing = clock.standing_at(day)
        self._register = paths.registers_folder() / "exempelby.sup"
        registers.create_sample(self._register, SampleSize.SMALL, standing).close()
        self._program = Program(standing, CrashReporter(paths.logs_folder(), standing))
        self._steps: list[Step] = []
        self._failed = 0

    def run(self) -> int:
        """Take every picture; the exit code says whether all could be."""
        self._program.start(None)
        self._resize()
        self._after(self._start_page)
        self._app.exec()
        self._program.close()
        return 1 if self._failed else 0

    def _resize(self) -> None:
        wide, high = self._size
        self._program.window.resize(wide, high)

    def _after(self, then: Callable[[], None]) -> None:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(then)
        timer.start(self._pause)

    def _save(self, name: str) -> None:
        picture = self._program.window.grab()
        if not picture.save(str(self._into / f"{name}-{self._mark}-{self._scale}00.png")):
            self._failed += 1

    def _start_page(self) -> None:
        self._save("forsta-start")
        self._program.open_register(self._register)
        self._after(self._wait)

    def _wait(self) -> None:
        if self._program.container is None:
            self._after(self._wait)
            return
        self._resize()
        self._steps = list(self._plan())
        self._after(self._next)

    def _plan(self) -> list[Step]:
        """Every area as a list, and the first record of each in full; last the palette."""
        window, container = self._program.window, self._program.container
        steps: list[Step] = []
        if container is None:
            return steps
        for feature in container.features:
            key = feature.area.key
            steps.append((key, _Go(window.go_to_area, key)))
            if feature.area.record_factory is not None:
                record = self._example(key)
                if record is not None:
                    steps.append((f"{key}-post", _Go(window.router.go, Destination(key, record))))
            steps.extend((f"nytt-{entry.key}", _Push(window.router.push, entry.make)) for entry in feature.new)
        steps.append(("palett", _Go(window.palette_box.open, "bygg")))
        return steps

    def _example(self, area: str) -> int | None:
        container = self._program.container
        service = getattr(container.services if container else None, "openings" if area == "matching" else area, None)
        if service is None:
            return None
        found = service.ids(ListQuery())
        return found[len(found) // 2] if found else None

    def _next(self) -> None:
        if not self._steps:
            self._app.quit()
            return
        self._name, act = self._steps.pop(0)
        act()
        self._after(self._shoot)

    def _shoot(self) -> None:
        self._save(self._name)
        sys.stdout.flush()
        self._next()


class _Go:
    def __init__(self, act: Callable[[Any], object], where: object) -> None:
        self._act, self._where = act, where

    def __call__(self) -> None:
        self._act(self._where)


class _Push:
    def __init__(self, push: Callable[[Any], None], make: Callable[[], object]) -> None:
        self._push, self._make = push, make

    def __call__(self) -> None:
        self._push(self._make())
