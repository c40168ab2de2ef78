"""Making, opening and closing a register: what ``app`` calls instead of reaching into storage."""

from contextlib import ExitStack
from pathlib import Path

from socialupph.domain.clock import Clock
from socialupph.domain.commands.settings import RegisterSettings
from socialupph.domain.kinds import AuditKind, RegisterKind
from socialupph.persistence import reference_seed, registers
from socialupph.persistence.database import Database
from socialupph.persistence.queries import settings as settings_queries
from socialupph.services.base import Context
from socialupph.services.registry import Services
from socialupph.services.sample import SampleSize, fill_sample
from socialupph.services.settings import checked
from socialupph.services.work_calendar import SwedishWorkCalendar

SAMPLE_MUNICIPALITY, SAMPLE_UNIT = "Exempelby kommun", "Arbetsmarknadsenheten"


def create_register(path: Path, kind: RegisterKind, municipality: str, unit: str, clock: Clock) -> Services:
    """Make a register with its reference data and settings, and open it. An existing file is never overwritten.

    Raises RegisterProblem (``register.exists`` and the like) and RuleViolation ``field.missing`` for the municipality; then
    nothing is left behind.
    """
    settings = checked(RegisterSettings(municipality=municipality, unit=unit, kind=kind))
    with ExitStack() as undone:
        services = _services(_filled(path, settings, clock, undone), clock)
        undone.pop_all()
    return services


def create_sample(path: Path, size: SampleSize | str, clock: Clock) -> Services:
    """Make the sample register of a size, ending today by ``clock``, and open it; the same bytes of data for the same day."""
    settings = RegisterSettings(municipality=SAMPLE_MUNICIPALITY, unit=SAMPLE_UNIT, kind=RegisterKind.SAMPLE)
    with ExitStack() as undone:
        database = _filled(path, settings, clock, undone)
        fill_sample(_context(database, clock), SampleSize(size))
        undone.pop_all()
    return _services(database, clock)


def open_register(path: Path, clock: Clock) -> Services:
    """Open an existing register; RegisterProblem, and the file untouched, when it is not one that this program can read."""
    return _services(registers.open_register(path, clock), clock)


def migrate(path: Path) -> int:
    """Bring an older register to this program's schema and give its number; a register that has rows is copied first."""
    return registers.migrate_register(path)


def note_opened(services: Services) -> None:
    """Write to the log of the register that it was opened."""
    services.audit.note(AuditKind.OPENED_REGISTER, services.path.name)


def _filled(path: Path, settings: RegisterSettings, clock: Clock, undone: ExitStack) -> Database:
    """A new register with reference data and settings; ``undone`` takes the file away again unless it is told not to."""
    database = registers.create_register(path, clock)
    undone.callback(path.unlink, missing_ok=True)
    undone.callback(database.close)
    with database.write("register.create", subject=path.name) as work:
        work.session.add_all(reference_seed.records())
        settings_queries.save(work.session, settings)
    return database


def _context(database: Database, clock: Clock) -> Context:
    return Context(database, clock, SwedishWorkCalendar())


def _services(database: Database, clock: Clock) -> Services:
    return Services(_context(database, clock))
