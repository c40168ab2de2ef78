"""The program while it runs: one window, one register at a time, opened in the background."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView

from socialupph.app import jobs, measure, paths, settings
from socialupph.app.crash import CrashReporter
from socialupph.domain.clock import Clock
from socialupph.domain.errors import SocialUpphError
from socialupph.i18n import _
from socialupph.specs.messages import message
from socialupph.specs.registers import NEW_REGISTER
from socialupph.ui.features.first_start import FirstStart
from socialupph.ui.kit.actions import Action
from socialupph.ui.kit.changes import ChangeBus
from socialupph.ui.kit.dialogs import Dialogs, WindowDialogs
from socialupph.ui.kit.form import Providers
from socialupph.ui.kit.help_page import HelpPage
from socialupph.ui.kit.tasks import Tasks
from socialupph.ui.main_window import MainWindow

if TYPE_CHECKING:  # SQLAlchemy and the features are read on another thread, after the window is painted
    from socialupph.app.container import Container
    from socialupph.services.registry import Services

FIRST_AREA: Final = "today"
_PATIENCE: Final = 1_000  # ms


class Program(QObject):
    """Shows the window at once; a register comes when it has been opened on another thread."""

    DEMO: Final = "demo"

    def __init__(self, clock: Clock, reporter: CrashReporter, dialogs: Dialogs | None = None) -> None:
        super().__init__()
        self._clock, self._reporter = clock, reporter
        self._settings_file = paths.settings_file()
        self._chosen = settings.load(self._settings_file)
        self._settings = settings.ViewStore(self._settings_file, self._chosen)
        self._given_dialogs = dialogs
        self._tasks = Tasks(self)
        self._furnish()
        self._target: Path | None = None
        self._first: Callable[[], None] | None = None
        self._gaps: measure.Gaps | None = None
        self.container: Container | None = None
        reporter.happened.connect(self._tell_crash)

    def _furnish(self) -> None:
        """Make an empty window. Each register gets one of its own, so that nothing of another stays in it."""
        self._bus = ChangeBus(self)
        self.window = MainWindow(self._bus, self._clock, self._settings)
        self._dialogs = self._given_dialogs or WindowDialogs(self.window)
        self._start_page = FirstStart()
        self._start_page.demo_asked.connect(self.open_demo)
        self._start_page.new_asked.connect(self.create)
        self._start_page.open_asked.connect(self.choose)
        self.window.stack.addWidget(self._start_page)
        self.window.help_asked.connect(self._help)

    # ---- beginning and ending

    def start(self, chosen: Path | str | None) -> None:
        """Show the window, then open ``chosen``, else the register that was open last, else ask."""
        self.window.resize(1440, 900)
        self._show_start()
        self.window.show()
        measure.mark("shown")
        last = self._chosen.last_register
        if chosen == self.DEMO:
            self._first = self.open_demo
        elif chosen or last:
            self._target = Path(chosen or last)
            self._first = self._open_target
        measure.FirstPaint(self.window, self._painted)
        QTimer.singleShot(_PATIENCE, self._begin)  # a window that starts minimised is never painted

    def _painted(self) -> None:
        measure.mark("painted")
        self._gaps = measure.Gaps(self) if measure.asked() else None
        self._begin()

    def _begin(self) -> None:
        """Open what was asked for, once: SQLAlchemy is read only when the window is seen."""
        first, self._first = self._first, None
        if first is not None:
            first()

    def raise_window(self) -> None:
        """Bring the window forward."""
        self.window.showNormal()
        self.window.raise_()
        self.window.activateWindow()

    def close(self) -> None:
        """Let go of register, threads and window; nothing is left for Python to take apart in an order of its own."""
        self._tasks.close()
        if self.container is not None:
            self.container.close()
            self.container = None
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    # ---- opening registers

    def open_demo(self) -> None:
        """Open the sample register, made the first time."""
        path = paths.registers_folder() / _("exempelby.sup")
        self._run(jobs.OpenDemo(path, self._clock), _("Öppnar exempelregistret …"))

    def create(self) -> None:
        """Ask for the municipality and make a register."""
        providers = Providers(jobs.no_dates, jobs.NoLookups())
        self._dialogs.ask_form(NEW_REGISTER, providers, self._create)

    def _create(self, values: dict[str, object]) -> object:
        municipality, unit = str(values["municipality"]), str(values.get("unit") or "")
        path = jobs.free_path(paths.registers_folder(), municipality)
        self._run(jobs.Create(path, municipality, unit, self._clock), _("Gör i ordning registret …"))
        return path

    def choose(self) -> None:
        """Ask for a register file and open it."""
        path = self._dialogs.open_file(_("Öppna register"), _("Register (*.sup);;Alla filer (*)"))
        if path is not None:
            self.open_register(path)

    def open_register(self, path: Path) -> None:
        """Open a register; what is wrong with it is said on the start page, and the file is untouched."""
        self._run(jobs.Open(path, self._clock), _("Öppnar {name} …").format(name=path.name))

    def _open_target(self) -> None:
        if self._target is not None:
            self.open_register(self._target)

    def _run(self, job: "Callable[[], Services]", told: str) -> None:
        self._start_page.busy(told)
        self._tasks.run(job, self._opened, self._failed)

    def _opened(self, services: "Services") -> None:
        from socialupph.app.container import Container  # noqa: PLC0415 -- read already, by the job's thread

        if self.container is not None:
            self._change_window()
        self.container = Container(
            self.window, services, jobs.Hands(self._bus, self._tasks, self._dialogs, self._settings, self._report)
        )
        self._show_frame(shown=True)
        self.container.fill()
        self.window.commands_menu.add(self._register_actions())
        self._chosen.last_register = str(services.path)
        settings.save(self._settings_file, self._chosen)
        self.window.restore(FIRST_AREA)
        page = self.window.router.page()
        if measure.asked() and page is not None:
            measure.FirstPaint(page, self._measured)

    def _change_window(self) -> None:
        """Put away the window of the register that was open, and stand where it stood."""
        old, container = self.window, self.container
        self._furnish()
        self.window.setGeometry(old.geometry())
        self.window.show()
        old.close()
        old.deleteLater()
        if container is not None:
            container.close()

    def _help(self, topic: str) -> None:
        if self.container is not None:
            topic = topic or self.window.router.area()
            self.window.router.push(HelpPage(self.container.context, paths.handbook(), topic))

    def _failed(self, error: Exception) -> None:
        if self.container is None:
            self._show_start()
        if isinstance(error, SocialUpphError):
            self._start_page.problem(message(error))
        else:
            self._start_page.problem(self._report(error))
        if self.container is not None:
            text = message(error) if isinstance(error, SocialUpphError) else self._unforeseen()
            self.window.problem(text)

    def _measured(self) -> None:
        page = self.window.router.page()
        views = page.findChildren(QAbstractItemView) if page is not None else []
        rows = max((view.model().rowCount() for view in views), default=0)
        measure.mark("filled", rows=rows, worst_gap_ms=round(self._gaps.worst, 1) if self._gaps else None)
        self.window.close()

    def _register_actions(self) -> list[Action]:
        menu = _("&Register")
        return [
            Action("register.open", _("Öppna ett annat register"), self.choose, "open", "", menu),
            Action("register.new", _("Nytt övningsregister"), self.create, "document_add", "", menu),
            Action("register.demo", _("Prova med exempeldata"), self.open_demo, "play", "", menu),
        ]

    # ---- what is shown meanwhile

    def _show_start(self) -> None:
        self._show_frame(shown=bool(self._chosen.last_register))
        self.window.stack.setCurrentWidget(self._start_page)

    def _show_frame(self, *, shown: bool) -> None:
        for part in (self.window.sidebar, self.window.top_bar, self.window.status_line):
            part.setVisible(shown)

    # ---- what was not foreseen

    def _report(self, error: Exception) -> str:
        self._reporter.keep(error)
        return self._unforeseen()

    def _unforeseen(self) -> str:
        text = _("Något oväntat hände. Det du hade sparat är kvar. En felrapport utan personuppgifter finns i {file}.")
        return text.format(file=self._reporter.log.name)

    def _tell_crash(self) -> None:
        self.window.problem(self._unforeseen())
