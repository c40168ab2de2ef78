"""An open register: read by ready SQL at once, and by SQLAlchemy when that has been read; not written to before it is found sound."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from socialupph.domain.errors import RegisterProblem
from socialupph.persistence.connection import connect, raw_translated

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlalchemy.orm import Session

    from socialupph.domain.clock import Clock
    from socialupph.persistence.database import Database, Work

_LOOK_EVERY = 100_000  # steps of SQLite's machine: some milliseconds


class Register:
    """What services read from and write to. With ``doubtful`` nothing is written before ``check`` has looked through the file."""

    def __init__(self, path: Path, clock: Clock, *, doubtful: bool = False) -> None:
        self.path, self.clock = path, clock
        self._looked = threading.Event()
        self._problem: RegisterProblem | None = None
        self._lock = threading.Lock()
        self._connection: Any = None
        self._closed = False
        self._stopped = threading.Event()
        if not doubtful:
            self._looked.set()

    @cached_property
    def _database(self) -> Database:
        from socialupph.persistence.database import Database  # noqa: PLC0415 -- SQLAlchemy is not needed to fill the start page

        return Database(self.path, self.clock)

    @property
    def engine(self) -> Engine:
        """SQLAlchemy's engine on the file."""
        return self._database.engine

    def read(self) -> AbstractContextManager[Session]:
        """A session for reading; closed, and with it the read transaction, when the block ends."""
        return self._database.read()

    @contextmanager
    def write(self, kind: str, subject: str = "") -> Generator[Work]:
        """One write transaction, as ``Database.write``; waits for ``check``, and raises what it found."""
        self._looked.wait()
        if self._problem is not None:
            raise self._problem
        with self._database.write(kind, subject) as work:
            yield work

    @contextmanager
    def raw(self) -> Generator[Any]:
        """A connection in a read transaction, for ready SQL. One thread at a time."""
        with self._lock, raw_translated(self.path):
            if self._closed:
                raise RegisterProblem("register.busy", {"name": self.path.name})
            if self._connection is None:
                self._connection = connect(self.path)
            self._connection.execute("BEGIN")
            try:
                yield self._connection
            finally:
                self._connection.execute("ROLLBACK")

    def check(self) -> None:
        """Look through the whole file, unless that has been done. RegisterProblem ``register.damaged`` when it is broken; then
        nothing is written.
        """
        if not self._looked.is_set():
            self._problem = RegisterProblem("register.busy", {"name": self.path.name})
            try:
                look_through(self.path, self._stopped.is_set)
                self._problem = None
            except RegisterProblem as problem:
                self._problem = problem
                raise
            finally:
                self._looked.set()

    def stop_check(self) -> None:
        """Break off ``check``, since the register is being closed; nothing is written then either."""
        self._stopped.set()

    def close(self) -> None:
        """Let go of the file; whoever is still about to read gets a RegisterProblem."""
        with self._lock:
            self._closed = True
            if self._connection is not None:
                self._connection.close()
                self._connection = None
        if "_database" in self.__dict__:
            self._database.close()


def look_through(path: Path, stopped: Callable[[], bool] = bool) -> None:
    """RegisterProblem ``register.damaged`` when SQLite finds anything wrong with the file; breaks off when ``stopped`` says so."""
    with raw_translated(path):
        connection = connect(path)
        connection.set_progress_handler(stopped, _LOOK_EVERY)
        try:
            (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        finally:
            connection.close()
    if verdict != "ok":
        raise RegisterProblem("register.damaged", {"name": path.name})
