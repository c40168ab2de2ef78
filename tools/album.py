"""Goes through the pages of the running program and saves each when it has come to rest."""

import datetime as dt
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from socialupph.app import clock, paths
from socialupph.app.crash import CrashReporter
from socialupph.app.main import application
from socialupph.app.program import Program
from socialupph.services import registers
from socialupph.services.sample import SampleSize
from tools.pages import PAGES, Stage, Unavailable, new_forms
from tools.shots import file_name

GLANCE = 120  # ms between two looks: a page that looks the same twice, with nothing being read, has come to rest
PATIENCE = 80  # looks before a page is given up


class Album(QObject):
    """One run of the program in one theme and scale; a picture for every page, or for the wanted ones."""

    def __init__(
        self, theme: str, scale: str, into: Path, day: dt.date, size: tuple[int, int], wanted: Sequence[str]
    ) -> None:
        super().__init__()
        self._app: QApplication = application(theme)
        self._app.setCursorFlashTime(0)
        self._theme, self._scale, self._into, self._size = theme, scale, into, size
        standing = clock.standing_at(day)
        sample = paths.registers_folder() / "exempelby.sup"
        registers.create_sample(sample, SampleSize.SMALL, standing).close()
        self._program = Program(standing, CrashReporter(paths.logs_folder(), standing))
        self._stage = Stage(self._program, sample)
        self._wanted = list(wanted)
        self._names = [name for name in PAGES if not wanted or name in wanted]
        self._name = ""
        self._seen = QImage()
        self._looks = 0
        self._failed = [name for name in wanted if name not in PAGES and not name.startswith("nytt-")]

    def run(self) -> int:
        """Take the pictures; the exit code says whether all could be."""
        self._program.start(None)
        self._program.window.resize(*self._size)
        self._after(self._next)
        self._app.exec()
        self._program.close()
        for name in self._failed:
            sys.stderr.write(f"Ingen bild av {name}\n")
        return 1 if self._failed else 0

    def _after(self, then: Callable[[], None]) -> None:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(then)
        timer.start(GLANCE)

    def _next(self) -> None:
        if not self._names:
            self._app.quit()
            return
        self._name, self._looks, self._seen = self._names.pop(0), 0, QImage()
        try:
            self._stage.prepare(self._name)
            self._after(self._act)
        except Unavailable:
            self._give_up()

    def _act(self) -> None:
        """Show the page, once the register it needs is open."""
        if self._stage.is_busy():
            self._again(self._act)
            return
        if self._name == "today":  # the first area of the sample: now the forms of all features are known
            more = [name for name in new_forms(self._stage) if not self._wanted or name in self._wanted]
            self._names = [*more, *self._names]
        self._program.window.resize(*self._size)
        try:
            PAGES.get(self._name, Stage.new)(self._stage, self._name)
        except Unavailable:
            self._give_up()
            return
        self._after(self._look)

    def _look(self) -> None:
        now = self._program.window.grab().toImage()
        if self._stage.is_busy() or now != self._seen:
            self._seen = now
            self._again(self._look)
            return
        if not now.save(str(self._into / file_name(self._name, self._theme, self._scale))):
            self._failed.append(self._name)
        self._next()

    def _again(self, what: Callable[[], None]) -> None:
        self._looks += 1
        if self._looks > PATIENCE:
            self._give_up()
        else:
            self._after(what)

    def _give_up(self) -> None:
        self._failed.append(self._name)
        self._next()
