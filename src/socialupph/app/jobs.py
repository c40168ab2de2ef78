"""Opening and making registers, to be done on another thread: the slow libraries are read there."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import TYPE_CHECKING

from socialupph.domain.errors import RuleViolation

if TYPE_CHECKING:
    from socialupph.app.settings import ViewStore
    from socialupph.domain.clock import Clock
    from socialupph.services.registry import Services
    from socialupph.ui.kit.changes import ChangeBus
    from socialupph.ui.kit.commands import Report
    from socialupph.ui.kit.dialogs import Dialogs
    from socialupph.ui.kit.lookup import LookupHit
    from socialupph.ui.kit.tasks import Tasks


_START_PAGE = ("app.container", "services.today", "services.settings", "ui.features.today.page")
_FURNITURE = (
    "ui.kit.theme",
    "ui.kit.navigation",
    "ui.kit.top_bar",
    "ui.kit.status_line",
    "ui.kit.menu_key",
    "ui.kit.router",
    "app.reception",
)


@dataclass(frozen=True, slots=True)
class Hands:
    """What the window lends every register that is opened in it."""

    bus: "ChangeBus"
    tasks: "Tasks"
    dialogs: "Dialogs"
    settings: "ViewStore"
    report: "Report"


class Furniture:
    """Reads what the window is furnished with."""

    def __call__(self) -> None:
        for name in _FURNITURE:
            import_module(f"socialupph.{name}")


@dataclass(frozen=True, slots=True)
class Open:
    """Opens an existing register, and reads what its start page needs: SQLAlchemy is left for ``Prepare``."""

    path: Path
    clock: "Clock"

    def __call__(self) -> "Services":
        from socialupph.services import registers  # noqa: PLC0415

        services = registers.open_register(self.path, self.clock, check_later=True)
        for name in _START_PAGE:
            import_module(f"socialupph.{name}")  # read here, not on the window's thread
        return services


class ReadAll:
    """Reads everything else while the start page is looked at."""

    def __init__(self, services: "Services") -> None:
        self._services = services
        self._stopped = False

    def stop(self) -> None:
        """Come to an end soon: the window is closed."""
        self._stopped = True

    def __call__(self) -> None:
        from socialupph.ui import features  # noqa: PLC0415

        import_module("PySide6.QtNetwork")  # for hearing of a second start
        self._services.make_all()
        for module in walk_packages(features.__path__, f"{features.__name__}."):
            if self._stopped:
                return
            import_module(module.name)


class Check:
    """Looks through the file of a register that is shown already. RegisterProblem when it is broken; else notes that it was opened."""

    def __init__(self, services: "Services") -> None:
        self._services = services

    def stop(self) -> None:
        """Come to an end soon: the window is closed."""
        self._services.stop_check()

    def __call__(self) -> None:
        from socialupph.services import registers  # noqa: PLC0415

        self._services.check()
        registers.note_opened(self._services)


@dataclass(frozen=True, slots=True)
class OpenDemo:
    """Opens the sample register, made the first time."""

    path: Path
    clock: "Clock"

    def __call__(self) -> "Services":
        from socialupph.services import registers  # noqa: PLC0415

        if not self.path.exists():
            registers.create_sample(self.path, "small", self.clock).close()
        return Open(self.path, self.clock)()


@dataclass(frozen=True, slots=True)
class Create:
    """Makes an exercise register: without a key yet, it must not hold real people."""

    path: Path
    municipality: str
    unit: str
    clock: "Clock"

    def __call__(self) -> "Services":
        from socialupph.domain.kinds import RegisterKind  # noqa: PLC0415
        from socialupph.services import registers  # noqa: PLC0415

        registers.create_register(self.path, RegisterKind.EXERCISE, self.municipality, self.unit, self.clock).close()
        return Open(self.path, self.clock)()


class NoLookups:
    """For forms that are shown before a register is open."""

    def find(self, kind: str, text: str, limit: int) -> "Sequence[LookupHit]":
        """Nothing."""
        del kind, text, limit
        return ()

    def label(self, kind: str, record_id: int) -> str:
        """Nothing."""
        del kind, record_id
        return ""


def no_dates(text: str) -> dt.date:
    """A form without dates never asks; RuleViolation if it does."""
    raise RuleViolation("date.not_understood", facts={"text": text})


def free_path(folder: Path, name: str) -> Path:
    """A file name for a register of ``name`` that is not taken."""
    plain = re.sub(r"\W+", "-", name.casefold()).strip("-") or "register"
    path = folder / f"{plain}.sup"
    number = 2
    while path.exists():
        path = folder / f"{plain}-{number}.sup"
        number += 1
    return path
