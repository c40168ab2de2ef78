"""Which register to open: the sample, a new one, one on the disk, or the one that is named."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from socialupph.app import jobs, paths
from socialupph.i18n import _

if TYPE_CHECKING:
    from socialupph.domain.clock import Clock
    from socialupph.services.registry import Services
    from socialupph.ui.kit.actions import Action
    from socialupph.ui.kit.dialogs import Dialogs

Job = Callable[[], "Services"]
Run = Callable[[Job, str], None]
DEMO: Final = "demo"


class Choosing:
    """``run`` is given the job that opens a register and what is said meanwhile; ``dialogs`` where to ask."""

    def __init__(self, clock: "Clock", run: Run, dialogs: "Callable[[], Dialogs]") -> None:
        self._clock, self._run, self._dialogs = clock, run, dialogs

    def opening(self, wanted: Path | str) -> tuple[Job, str]:
        """The job that opens a register, ``DEMO`` for the sample, and what is said meanwhile."""
        if wanted == DEMO:
            path = paths.registers_folder() / _("exempelby.sup")
            return jobs.OpenDemo(path, self._clock), _("Öppnar exempelregistret …")
        path = Path(wanted)
        return jobs.Open(path, self._clock), _("Öppnar {name} …").format(name=path.name)

    def demo(self) -> None:
        """Open the sample register, made the first time."""
        self._run(*self.opening(DEMO))

    def named(self, path: Path) -> None:
        """Open that register; what is wrong with it is told, and the file is untouched."""
        self._run(*self.opening(path))

    def ask(self) -> None:
        """Ask for a register file and open it."""
        path = self._dialogs().open_file(_("Öppna register"), _("Register (*.sup);;Alla filer (*)"))
        if path is not None:
            self.named(path)

    def new(self) -> None:
        """Ask for the municipality and make a register."""
        from socialupph.specs.registers import NEW_REGISTER  # noqa: PLC0415 -- not needed before the window is painted
        from socialupph.ui.kit.form import Providers  # noqa: PLC0415 -- as above

        providers = Providers(jobs.no_dates, jobs.NoLookups())
        self._dialogs().ask_form(NEW_REGISTER, providers, self._create)

    def _create(self, values: dict[str, object]) -> object:
        municipality, unit = str(values["municipality"]), str(values.get("unit") or "")
        path = jobs.free_path(paths.registers_folder(), municipality)
        self._run(jobs.Create(path, municipality, unit, self._clock), _("Gör i ordning registret …"))
        return path

    def actions(self) -> "list[Action]":
        """The same as commands of a window that has a register."""
        from socialupph.ui.kit.actions import Action  # noqa: PLC0415 -- read when the window was furnished

        menu = _("&Register")
        return [
            Action("register.open", _("Öppna ett annat register"), self.ask, "open", "", menu),
            Action("register.new", _("Nytt övningsregister"), self.new, "document_add", "", menu),
            Action("register.demo", _("Prova med exempeldata"), self.demo, "play", "", menu),
        ]
