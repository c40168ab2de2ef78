"""Making, opening and closing a register: what ``app`` calls instead of reaching into storage."""

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from socialupph.domain.clock import Clock
from socialupph.domain.commands.settings import RegisterSettings
from socialupph.domain.kinds import AuditKind, RegisterKind
from socialupph.persistence import registers
from socialupph.persistence.register import Register
from socialupph.services.context import Context
from socialupph.services.registry import Services
from socialupph.services.work_calendar import SwedishWorkCalendar

if TYPE_CHECKING:
    from socialupph.services.sample import SampleSize

SAMPLE_MUNICIPALITY, SAMPLE_UNIT = "Exempelby kommun", "Arbetsmarknadsenheten"


def create_register(path: Path, kind: RegisterKind, municipality: str, unit: str, clock: Clock) -> Services:
    """Make a register with its reference data and settings, and open it. An existing file is never overwritten.

    Raises RegisterProblem (``register.exists`` and the like) and RuleViolation ``field.missing`` for the municipality; then
    nothing is left behind.
    """
    from socialupph.services.settings import checked  # noqa: PLC0415 -- not needed to open one

    settings = checked(RegisterSettings(municipality=municipality, unit=unit, kind=kind))
    with ExitStack() as undone:
        services = _services(_filled(path, settings, clock, undone), clock)
        undone.pop_all()
    return services


def create_sample(path: Path, size: "SampleSize | str", clock: Clock) -> Services:
    """Make the sample register of a size, ending today by ``clock``, and open it; the same bytes of data for the same day."""
    from socialupph.services.sample import SampleSize, fill_sample  # noqa: PLC0415 -- not needed to open one

    settings = RegisterSettings(municipality=SAMPLE_MUNICIPALITY, unit=SAMPLE_UNIT, kind=RegisterKind.SAMPLE)
    with ExitStack() as undone:
        database = _filled(path, settings, clock, undone)
        fill_sample(_context(database, clock), SampleSize(size))
        undone.pop_all()
    return _services(database, clock)


def open_register(path: Path, clock: Clock, *, check_later: bool = False) -> Services:
    """Open an existing register; RegisterProblem, and the file untouched, when it is not one that this program can read.

    With ``check_later`` a large file is shown first: nothing can be written to it until ``check`` has looked through it.
    """
    return _services(registers.open_register(path, clock, check_later=check_later), clock)


def migrate(path: Path) -> int:
    """Bring an older register to this program's schema and give its number; a register that has rows is copied first."""
    return registers.migrate_register(path)


def note_opened(services: Services) -> None:
    """Write to the log of the register that it was opened."""
    services.audit.note(AuditKind.OPENED_REGISTER, services.path.name)


def _filled(path: Path, settings: RegisterSettings, clock: Clock, undone: ExitStack) -> Register:
    """A new register with reference data and settings; ``undone`` takes the file away again unless it is told not to."""
    from socialupph.persistence import reference_seed  # noqa: PLC0415 -- not needed to open one
    from socialupph.persistence.queries import settings as settings_queries  # noqa: PLC0415 -- as above

    register = registers.create_register(path, clock)
    undone.callback(path.unlink, missing_ok=True)
    undone.callback(register.close)
    with register.write("register.create", subject=path.name) as work:
        work.session.add_all(reference_seed.records())
        settings_queries.save(work.session, settings)
    return register


def _context(register: Register, clock: Clock) -> Context:
    return Context(register, clock, SwedishWorkCalendar())


def _services(register: Register, clock: Clock) -> Services:
    return Services(_context(register, clock))
