"""Making, opening and closing a register: what ``app`` calls instead of reaching into storage."""

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

MUNICIPALITY, UNIT = "Exempelby kommun", "Arbetsmarknadsenheten"


def create_register(path: Path, kind: RegisterKind, municipality: str, unit: str, clock: Clock) -> Services:
    """Make a register with its reference data and settings, and open it. An existing file is never overwritten.

    Raises RegisterProblem (``register.exists`` and the like) and RuleViolation ``field.missing`` for the municipality.
    """
    settings = checked(RegisterSettings(municipality=municipality, unit=unit, kind=kind))

    def prepare(database: Database) -> None:
        _seed(database, settings)

    return _services(registers.create_register(path, clock, prepare), clock)


def create_sample(path: Path, size: SampleSize, clock: Clock) -> Services:
    """Make the register of Exempelby ending on the clock's day, and open it."""
    settings = RegisterSettings(municipality=MUNICIPALITY, unit=UNIT, kind=RegisterKind.SAMPLE)

    def prepare(database: Database) -> None:
        _seed(database, settings)
        fill_sample(Context(database, clock, SwedishWorkCalendar()), size)

    return _services(registers.create_register(path, clock, prepare), clock)


def _seed(database: Database, settings: RegisterSettings) -> None:
    with database.write("register.create", subject=database.path.name) as work:
        work.session.add_all(reference_seed.records())
        settings_queries.save(work.session, settings)


def migrate(path: Path) -> int:
    """Bring a register to this program's schema and give its number; a copy is put beside it first.

    Raises RegisterProblem, with the file as it was.
    """
    return registers.migrate_register(path)


def open_register(path: Path, clock: Clock) -> Services:
    """Open an existing register; RegisterProblem, and the file untouched, when it is not one that this program can read."""
    return _services(registers.open_register(path, clock), clock)


def note_opened(services: Services) -> None:
    """Write to the log of the register that it was opened."""
    services.audit.note(AuditKind.OPENED_REGISTER, services.path.name)


def _services(database: Database, clock: Clock) -> Services:
    return Services(Context(database, clock, SwedishWorkCalendar()))
