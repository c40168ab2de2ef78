"""A register as a file: making one, telling whether a file is one, and opening it without ever harming it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from socialupph.domain.errors import RegisterProblem
from socialupph.persistence.connection import APPLICATION_ID, connect, raw_translated
from socialupph.persistence.register import Register, look_through

if TYPE_CHECKING:
    from socialupph.domain.clock import Clock
    from socialupph.persistence.database import Database

SCHEMA = 2
"""The schema number this program writes (``user_version``): one for each migration."""

LARGE: Final = 4 * 2**20
"""Bytes: a register of this size is looked through in a moment; a larger one may be shown first."""

_HEADER = b"SQLite format 3\x00"
_VERSION_AT, _APPLICATION_AT = 60, 68
_SIDE_FILES = ("-journal", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class FileIdentity:
    """What a file's first hundred bytes say."""

    application_id: int
    schema: int


def identify(path: Path) -> FileIdentity:
    """Read who made the file, without opening it as a database.

    Raises RegisterProblem: ``register.missing``, ``register.no_access``, ``register.empty``, ``register.not_one``.
    """
    facts = {"name": path.name, "path": str(path)}
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError as error:
        raise RegisterProblem("register.missing", facts) from error
    except OSError as error:
        raise RegisterProblem("register.no_access", facts) from error
    if not head:
        raise RegisterProblem("register.empty", facts)
    if len(head) < 100 or not head.startswith(_HEADER):
        raise RegisterProblem("register.not_one", facts)
    number = int.from_bytes(head[_APPLICATION_AT : _APPLICATION_AT + 4], "big")
    schema = int.from_bytes(head[_VERSION_AT : _VERSION_AT + 4], "big")
    return FileIdentity(number, schema)


def open_register(path: Path, clock: "Clock", *, check_later: bool = False) -> Register:
    """Open an existing register, checked. The file is untouched when anything is wrong with it.

    One that an older program made is copied beside itself and brought to ``SCHEMA`` first. With ``check_later`` a large file is
    not looked through yet: whoever opens it calls ``Register.check``, and until then nothing is written. Raises RegisterProblem
    with ``register.not_one``, ``register.newer`` (facts say both versions), ``register.damaged``, ``register.missing``,
    ``register.migration_failed`` and the like.
    """
    identity = identify(path)
    facts: dict[str, object] = {"name": path.name, "found": identity.schema, "known": SCHEMA}
    if identity.application_id != APPLICATION_ID:
        raise RegisterProblem("register.not_one", facts)
    if identity.schema > SCHEMA:
        raise RegisterProblem("register.newer", facts)
    later = check_later and identity.schema == SCHEMA and path.stat().st_size > LARGE
    if not later:
        look_through(path)
    if identity.schema < SCHEMA:
        migrate_register(path)
    return Register(path, clock, doubtful=later)


def migrate_register(path: Path) -> int:
    """Bring an older register to ``SCHEMA`` and give the number; what is no register, or newer, is refused untouched."""
    from socialupph.persistence.migrations.runner import migrate  # noqa: PLC0415 -- alembic is only for new and old registers

    identity = identify(path)
    facts: dict[str, object] = {"name": path.name, "found": identity.schema, "known": SCHEMA}
    if identity.application_id != APPLICATION_ID:
        raise RegisterProblem("register.not_one", facts)
    if identity.schema > SCHEMA:
        raise RegisterProblem("register.newer", facts)
    from socialupph.persistence.database import translated  # noqa: PLC0415 -- as above

    with translated(path):
        return migrate(path)


def create_register(path: Path, clock: "Clock", prepare: "Callable[[Database], None] | None" = None) -> Register:
    """Make a new register with the current schema, filled by ``prepare``. It appears at ``path`` whole, or not at all.

    Raises RegisterProblem ``register.exists`` when there is a file already; a register is never overwritten.
    """
    from socialupph.persistence.database import Database  # noqa: PLC0415 -- SQLAlchemy is not needed to open one
    from socialupph.persistence.migrations.runner import migrate  # noqa: PLC0415 -- alembic is only for new and old registers

    if path.exists():
        raise RegisterProblem("register.exists", {"name": path.name})
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.ny")
    _remove(unfinished)
    try:
        with raw_translated(unfinished):
            connection = connect(unfinished, create=True)
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            connection.close()
        migrate(unfinished)
        if prepare is not None:
            database = Database(unfinished, clock)
            prepare(database)
            database.close()
        unfinished.replace(path)
        _remove(unfinished)
    except BaseException:
        _remove(unfinished)
        raise
    return Register(path, clock)


def _remove(path: Path) -> None:
    for name in (path, *(path.with_name(path.name + side) for side in _SIDE_FILES)):
        name.unlink(missing_ok=True)
