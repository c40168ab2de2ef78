"""The engine over a register: its connections, and transactions that begin when we say so."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2 as sqlcipher

from socialupph.persistence.connection import APPLICATION_ID, PRAGMAS, connect

__all__ = ["APPLICATION_ID", "PRAGMAS", "build_engine", "connect"]


def build_engine(path: Path) -> Engine:
    """An engine on an existing register. Begins immediately for writers, deferred for readers."""

    def creator() -> Any:
        return connect(path)

    engine = create_engine("sqlite://", module=sqlcipher, creator=creator, poolclass=QueuePool, hide_parameters=True)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    how = connection.get_execution_options().get("begin", "DEFERRED")
    raw: Any = connection.connection.dbapi_connection
    raw.execute(f"BEGIN {how}")
