"""The program while it runs: one window, one register at a time, opened in the background."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from socialupph.app import garbage, jobs, measure, paths, settings
from socialupph.app.choosing import DEMO, Choosing, Job
from socialupph.app.faults import Faults
from socialupph.app.front import Front, House, Step
from socialupph.domain.errors import SocialUpphError

if TYPE_CHECKING:  # what is not needed for the first paint is read on another thread, or where it is used
    from socialupph.app.container import Container
    from socialupph.app.crash import CrashReporter
    from socialupph.app.dress import Dress
    from socialupph.domain.clock import Clock
    from socialupph.services.registry import Services
    from socialupph.ui.kit.dialogs import Dialogs
    from socialupph.ui.kit.in_turn import InTurn
    from socialupph.ui.kit.tasks import Tasks
    from socialupph.ui.main_window import MainWindow

_WAIT: Final = 1_000  # ms


class Program(QObject):
    """Shows the window at once, bare; then it is furnished, and a register comes when it has been opened on another thread.

    ``seen`` is emitted when the window is furnished, ``rested`` when nothing more is to be read: at the first start page, and when
    the pages of a register have been.
    """

    DEMO: Final = DEMO
    seen = Signal()
    rested = Signal()

    def __init__(
        self,
        clock: "Clock",
        reporter: "CrashReporter",
        dialogs: "Dialogs | None" = None,
        *,
        dress: "Dress | None" = None,
    ) -> None:
        super().__init__()
        self._faults, self._dress = Faults(reporter), dress
        self._settings_file = paths.settings_file()
        self._chosen = settings.load(self._settings_file)
        view = settings.ViewStore(self._settings_file, self._chosen)
        self._house = House(clock, view, self._faults.report, dialogs)
        self.choosing = Choosing(clock, self._run, lambda: self._front.dialogs)
        self._front = Front(self._house, self.choosing, self)
        self._wanted: Path | str | None = None
        self._told = ""
        self._left: Sequence[jobs.ReadAll | jobs.Check] = ()
        self._gaps: measure.Gaps | None = None
        reporter.happened.connect(self._tell_crash)

    @property
    def window(self) -> "MainWindow":
        """The window that is shown."""
        return self._front.window

    @property
    def container(self) -> "Container | None":
        """What belongs to the open register."""
        return self._front.container

    @cached_property
    def _tasks(self) -> "Tasks":
        from socialupph.ui.kit.tasks import Tasks  # noqa: PLC0415 -- not needed before the window is painted

        return Tasks(self, patience=0)  # while all is being read, the window waits for nothing

    @cached_property
    def _turns(self) -> "InTurn":
        from socialupph.ui.kit.in_turn import InTurn  # noqa: PLC0415 -- as above

        return InTurn(self)

    # ---- beginning and ending

    def start(self, chosen: Path | str | None) -> None:
        """Show the window, then open ``chosen``, else the register that was open last, else ask."""
        self._wanted = chosen or self._chosen.last_register
        bare = self._dress.bare() if self._dress is not None else QWidget()
        self.window.setCentralWidget(bare)
        self.window.resize(1440, 900)
        self.window.show()
        measure.mark("shown")
        measure.FirstPaint(bare, self._painted)
        QTimer.singleShot(_WAIT, self._begin)  # a window that starts minimised is never painted

    def _painted(self) -> None:
        measure.mark("painted")
        self._gaps = measure.Gaps(self) if measure.asked() else None
        self._begin()

    def _begin(self) -> None:
        """Furnish the window and open what was asked for, once: all of it is read only when the window is seen."""
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            return
        self._tasks.run(jobs.Furniture(), self._furnish, self._failed)
        if wanted:
            job, self._told = self.choosing.opening(wanted)
            self._tasks.run(job, self._opened, self._failed)

    def _furnish(self, _read: None) -> None:
        dress = () if self._dress is None else (self._dress,)
        self._turns.add(*dress, *self._front.furnishing(framed=bool(self._chosen.last_register)), self._welcome)

    def _welcome(self) -> None:
        """Say what is being opened, or ask."""
        self.seen.emit()
        if self._told:
            self._front.reception.tell(self._told)
        else:
            self._front.reception.ask()
            self._rest()

    def _rest(self) -> None:
        from socialupph.ui.kit.tasks import PATIENCE  # noqa: PLC0415 -- read long since

        garbage.let_go()
        self._tasks.patience = PATIENCE
        self.rested.emit()

    def raise_window(self) -> None:
        """Bring the window forward."""
        self.window.showNormal()
        self.window.raise_()
        self.window.activateWindow()

    def close(self) -> None:
        """Let go of register, threads and window; nothing is left for Python to take apart in an order of its own."""
        for job in self._left:
            job.stop()
        self._turns.stop()
        self._tasks.close()
        self._front.let_go()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    # ---- opening registers

    def open_register(self, path: Path) -> None:
        """Open a register; what is wrong with it is said on the start page, and the file is untouched."""
        self.choosing.named(path)

    def _run(self, job: Job, told: str) -> None:
        if self.container is None:
            self._front.reception.tell(told)
        else:
            self.window.status_line.note.setText(told)
        self._tasks.run(job, self._opened, self._failed)

    def _opened(self, services: "Services") -> None:
        steps = self._new_front() if self.container is not None else ()
        self._turns.add(*steps, lambda: self._fill(services))

    def _new_front(self) -> "tuple[Step, ...]":
        """Put away the window of the register that is open, and stand where it stood."""
        old = self._front
        self._front = Front(self._house, self.choosing, self)
        self.window.setGeometry(old.window.geometry())
        steps = self._front.furnishing(framed=bool(self._chosen.last_register))
        return (*steps, self.window.show, old.put_away)

    def _fill(self, services: "Services") -> None:
        self._chosen.last_register = str(services.path)
        settings.save(self._settings_file, self._chosen)
        self._left = [jobs.ReadAll(services), jobs.Check(services)]
        self._turns.add(*self._front.filling(services, self._tasks), self._filled)

    def _filled(self) -> None:
        page = self.window.router.page()
        if measure.asked() and page is not None:
            measure.FirstRows(page, _mark_filled)
        self._tasks.when_idle(self._read)

    def _read(self) -> None:
        """Read the rest when the start page has been filled, then look through the file."""
        read, check = self._left
        self._tasks.run(read, self._all_read, self._broken)
        self._tasks.run(check, _sound, self._broken)

    def _all_read(self, _done: None) -> None:
        self._rest()
        self.window.router.gate.open()
        self.window.count()
        if self._gaps is not None:
            self._gaps.look()
            measure.mark("ready", worst_gap_ms=round(self._gaps.worst, 1))
            self.window.close()

    # ---- what was not foreseen

    def _broken(self, error: Exception) -> None:
        """The register was shown and then found damaged: it is put away, and said so. Nothing was written to it."""
        steps = self._new_front() if isinstance(error, SocialUpphError) and self.container is not None else ()
        self._turns.add(*steps, lambda: self._failed(error))

    def _failed(self, error: Exception) -> None:
        from socialupph.specs.messages import message  # noqa: PLC0415 -- not needed before something is wrong

        self._rest()
        if self.container is not None:
            self.window.router.gate.open()
        text = message(error) if isinstance(error, SocialUpphError) else self._faults.report(error)

        def tell() -> None:
            if self.container is None:
                self._front.reception.ask().problem(text)
            else:
                self.window.status_line.note.setText("")
                self.window.problem(text)

        self._turns.add(tell)

    def _tell_crash(self) -> None:
        self.window.problem(self._faults.told())


def _mark_filled(rows: int, loaded: list[str]) -> None:
    measure.mark("filled", rows=rows, loaded=loaded)


def _sound(_done: None) -> None:
    """Nothing is said of a file that is sound."""
