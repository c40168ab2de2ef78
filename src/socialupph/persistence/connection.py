"""A raw connection to a register: one library, its settings, and what its errors mean. Needs nothing of SQLAlchemy."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlcipher3 import dbapi2 as sqlcipher

from socialupph.domain.errors import RegisterProblem

APPLICATION_ID = 0x53755068
"""Our own number in the file's header, so that another program's database is never taken for a register."""

PRAGMAS = (
    "foreign_keys=ON",
    "journal_mode=TRUNCATE",
    "synchronous=FULL",
    "busy_timeout=5000",
    "temp_store=MEMORY",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "cache_size=-64000",
)

_CAUSES = (
    ("locked", "register.busy"),
    ("full", "register.disk_full"),
    ("readonly", "register.read_only"),
    ("read-only", "register.read_only"),
    ("malformed", "register.damaged"),
    ("not a database", "register.damaged"),
    ("unable to open", "register.missing"),
    ("disk I/O", "register.disk_error"),
)


def connect(path: Path, *, create: bool = False) -> Any:
    """A raw connection with our settings; without ``create`` a missing file is an error and never made."""
    mode = "rwc" if create else "rw"
    connection = sqlcipher.connect(
        f"file:{quote(path.absolute().as_posix())}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False
    )
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def problem(said: str, path: Path) -> RegisterProblem | None:
    """What SQLite says about the surroundings (full disk, lock, damage) with a code of ours; None for anything else."""
    for sign, code in _CAUSES:
        if sign in said:
            return RegisterProblem(code, {"name": path.name})
    return None


@contextmanager
def raw_translated(path: Path) -> Generator[None]:
    """Turn what SQLite says about the surroundings into a RegisterProblem."""
    try:
        yield
    except sqlcipher.Error as error:
        found = problem(str(error), path)
        if found is None:
            raise
        raise found from error
