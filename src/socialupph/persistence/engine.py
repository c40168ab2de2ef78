"""The SQLite connection: one library, its settings, and transactions that begin when we say so."""

from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2 as sqlcipher

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


def connect(path: Path, *, create: bool = False) -> Any:
    """A raw connection with our settings; without ``create`` a missing file is an error and never made."""
    mode = "rwc" if create else "rw"
    connection = sqlcipher.connect(
        f"file:{quote(path.absolute().as_posix())}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False
    )
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def build_engine(path: Path) -> Engine:
    """An engine on an existing register. Begins immediately for writers, deferred for readers."""

    def creator() -> Any:
        return connect(path)

    engine = create_engine("sqlite://", module=sqlcipher, creator=creator, poolclass=QueuePool, hide_parameters=True)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    how = connection.get_execution_options().get("begin", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {how}")
