"""Opening and making registers, to be done on another thread: the slow libraries are read there."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from socialupph.app.settings import ViewStore
from socialupph.domain.clock import Clock
from socialupph.domain.errors import RuleViolation
from socialupph.ui.kit.changes import ChangeBus
from socialupph.ui.kit.commands import Report
from socialupph.ui.kit.dialogs import Dialogs
from socialupph.ui.kit.lookup import LookupHit
from socialupph.ui.kit.tasks import Tasks

if TYPE_CHECKING:
    from socialupph.services.registry import Services


@dataclass(frozen=True, slots=True)
class Hands:
    """What the window lends every register that is opened in it."""

    bus: ChangeBus
    tasks: Tasks
    dialogs: Dialogs
    settings: ViewStore
    report: Report


@dataclass(frozen=True, slots=True)
class Open:
    """Opens an existing register."""

    path: Path
    clock: Clock

    def __call__(self) -> "Services":
        from socialupph.services import registers  # noqa: PLC0415

        import_module("socialupph.app.container")  # read here, not on the window's thread
        services = registers.open_register(self.path, self.clock)
        registers.note_opened(services)
        return services


@dataclass(frozen=True, slots=True)
class OpenDemo:
    """Opens the sample register, made the first time."""

    path: Path
    clock: Clock

    def __call__(self) -> "Services":
        from socialupph.services import registers  # noqa: PLC0415
        from socialupph.services.sample import SampleSize  # noqa: PLC0415

        if not self.path.exists():
            registers.create_sample(self.path, SampleSize.SMALL, self.clock).close()
        return Open(self.path, self.clock)()


@dataclass(frozen=True, slots=True)
class Create:
    """Makes an exercise register: without a key yet, it must not hold real people."""

    path: Path
    municipality: str
    unit: str
    clock: Clock

    def __call__(self) -> "Services":
        from socialupph.domain.kinds import RegisterKind  # noqa: PLC0415
        from socialupph.services import registers  # noqa: PLC0415

        registers.create_register(self.path, RegisterKind.EXERCISE, self.municipality, self.unit, self.clock).close()
        return Open(self.path, self.clock)()


class NoLookups:
    """For forms that are shown before a register is open."""

    def find(self, kind: str, text: str, limit: int) -> Sequence[LookupHit]:
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
