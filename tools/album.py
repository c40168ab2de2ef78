"""Goes through the pages of the running program and saves each when it has come to rest."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from socialupph.app import clock, paths
from socialupph.app.crash import CrashReporter
from socialupph.app.main import application
from socialupph.app.program import Program
from socialupph.services import registers
from socialupph.services.sample import SampleSize
from tools.pages import PAGES, Stage, Unavailable, new_forms, pages_of
from tools.shots import DAY, SAMPLE, file_name

GLANCE = 120  # ms between two looks: a page that looks the same twice, with nothing being read, has come to rest
PATIENCE = 80  # looks before a page is given up


class Album(QObject):
    """One run of the program in one theme and scale; a picture for every page, or for the wanted ones."""

    def __init__(
        self, look: tuple[str, str], register: str, into: Path, size: tuple[int, int], wanted: Sequence[str]
    ) -> None:
        super().__init__()
        self._app: QApplication = application(look[0])
        self._app.setCursorFlashTime(0)
        self._look_of, self._register, self._into, self._size = look, register, into, size
        standing = clock.standing_at(DAY)
        sample = paths.registers_folder() / "exempelby.sup"
        registers.create_sample(sample, SampleSize.SMALL, standing).close()
        self._program = Program(standing, CrashReporter(paths.logs_folder(), standing))
        self._stage = Stage(self._program, sample)
        self._wanted = list(wanted)
        self._names = [name for name in pages_of(register) if not wanted or name in wanted]
        self._name = ""
        self._seen = QImage()
        self._looks = 0
        self._failed: list[str] = []

    def run(self) -> int:
        """Take the pictures; the exit code says whether all could be."""
        sys.excepthook = self._broke
        self._program.seen.connect(self._begin)
        self._program.start(None)
        self._app.exec()
        self._program.close()
        for name in self._failed:
            sys.stderr.write(f"Ingen bild av {name}\n")
        return 1 if self._failed else 0

    def _begin(self) -> None:
        """Once the window is furnished."""
        self._program.window.resize(*self._size)
        if self._names[:1] == ["forsta-start"]:
            self._after(self._next)
        else:
            self._open()

    def _broke(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """An error inside Qt's loop ends the run, or nobody would hear of it."""
        sys.__excepthook__(kind, error, trace)
        self._failed.append(self._name)
        self._app.quit()

    def _open(self) -> None:
        self._stage.open(self._register)
        self._after(self._wait)

    def _wait(self) -> None:
        """Until the register is open: then the forms of all features are known."""
        if self._stage.is_busy():
            self._after(self._wait)
            return
        if self._register == SAMPLE:
            forms = [name for name in new_forms(self._stage) if not self._wanted or name in self._wanted]
            self._names = [*forms, *self._names]
        self._next()

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
        if not now.save(str(self._into / file_name(self._name, *self._look_of))):
            self._failed.append(self._name)
        if self._stage.is_open():
            self._next()
        else:
            self._open()

    def _again(self, what: Callable[[], None]) -> None:
        self._looks += 1
        if self._looks > PATIENCE:
            self._give_up()
        else:
            self._after(what)

    def _give_up(self) -> None:
        self._failed.append(self._name)
        self._next()
