"""Sessions on an open register: short reads, and writes that tell what they changed."""

import datetime as dt
import gc
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

from sqlalchemy import Select, bindparam, event, insert, select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, UOWTransaction, configure_mappers, sessionmaker
from sqlalchemy.orm.exc import StaleDataError
from sqlcipher3 import dbapi2 as sqlcipher

from socialupph.domain.changes import Changes, RecordRef
from socialupph.domain.clock import Clock
from socialupph.domain.errors import StaleRecord
from socialupph.domain.kinds import AuditKind
from socialupph.i18n.collation import sort_key
from socialupph.persistence import search
from socialupph.persistence.connection import problem
from socialupph.persistence.engine import build_engine
from socialupph.persistence.history import changed_values, is_changed, row_values
from socialupph.persistence.records import AuditRecord, HistoryRecord, OperationRecord, Record, Tracked

_TABLES = Record.metadata.tables
_OPERATIONS = _TABLES[OperationRecord.__tablename__]

# What nearly every save runs, put together once.
_OPERATION = insert(_OPERATIONS).returning(_OPERATIONS.c.id)
_NAME = update(_OPERATIONS).where(_OPERATIONS.c.id == bindparam("operation_id"))
_HISTORY = insert(_TABLES[HistoryRecord.__tablename__])
_LOG = insert(_TABLES[AuditRecord.__tablename__])


@lru_cache(maxsize=64)
def _exists(record_type: type[Tracked]) -> Select[int]:
    number = record_type.table().c.id
    return select(number).where(number == bindparam("id"))


@cache
def _settle() -> None:
    """Let the garbage collector leave alone what has been imported, and look less often through what is being made.

    Going through all of SQLAlchemy takes 70 ms, in the midst of a save; a list of ten thousand rows would wait half a second.
    """
    configure_mappers()
    gc.freeze()
    gc.set_threshold(50_000)


@dataclass(slots=True)
class Work:
    """A write in progress. ``changes`` is complete once the transaction is committed."""

    session: Session
    now: dt.datetime
    kind: str
    subject: str = ""
    operation_id: int | None = None
    _named: str = ""
    _created: list[RecordRef] = field(default_factory=list[RecordRef])
    _touched: dict[RecordRef, None] = field(default_factory=dict[RecordRef, None])

    @property
    def changes(self) -> Changes:
        """What was written, in the order it was."""
        entities = frozenset(ref.entity for ref in self._touched)
        return Changes(entities, self.operation_id, tuple(self._created), tuple(self._touched))

    def log(self, kind: AuditKind, subject: str, detail: str = "") -> None:
        """Add a line to the append-only log in the same commit."""
        line = {"at": self.now, "kind": kind, "subject": subject, "detail": detail}
        self.session.connection().execute(_LOG, line)

    def has(self, record_type: type[Tracked], record_id: int) -> bool:
        """Whether there is such a record, without reading it."""
        return self.session.connection().execute(_exists(record_type), {"id": record_id}).scalar() is not None

    def stamp(self, session: Session) -> None:
        """Before a flush: stamps and Swedish sort keys."""
        for record in (*session.new, *session.dirty):
            if not isinstance(record, Tracked):
                continue
            if record in session.new:
                record.created_at = record.changed_at = self.now
            elif is_changed(session, record):
                record.changed_at = self.now
            for key, source in record.sort_keys.items():
                setattr(record, key, sort_key(getattr(record, source) or ""))

    def note(self, session: Session) -> None:
        """After a flush: history, search index and the list of what was touched."""
        new = [record for record in session.new if isinstance(record, Tracked)]
        dirty = [record for record in session.dirty if isinstance(record, Tracked) and is_changed(session, record)]
        gone = [record for record in session.deleted if isinstance(record, Tracked)]
        if not (new or dirty or gone):
            return
        operation_id = self._operation(session)
        rows: list[dict[str, object]] = []
        for record in new:
            rows.append(_history(operation_id, record, None, {"id": record.id}))
            if record.part_of is None:
                self._created.append(record.ref())
        rows.extend(_history(operation_id, record, *changed_values(record)) for record in dirty)
        rows.extend(_history(operation_id, record, row_values(record), None) for record in gone)
        for record in (*new, *dirty, *gone):
            self._touched[record.ref()] = None
        session.connection().execute(_HISTORY, rows)
        search.refresh(session, (*new, *dirty), gone)

    def adopt(self, refs: dict[RecordRef, None], created: list[RecordRef]) -> None:
        """Count rows written past the unit of work (bulk inserts, which keep history themselves)."""
        self._touched.update(refs)
        self._created.extend(created)

    def name_operation(self) -> None:
        """Give the operation the subject that the service found out on the way."""
        if self.operation_id is not None and self.subject and self.subject != self._named:
            self.session.connection().execute(_NAME, {"operation_id": self.operation_id, "subject": self.subject})

    def operation(self) -> int:
        """The id of this operation, made at once if nothing was flushed yet."""
        return self._operation(self.session)

    def _operation(self, session: Session) -> int:
        if self.operation_id is None:
            about = {"at": self.now, "kind": self.kind, "subject": self.subject}
            self.operation_id = int(session.connection().execute(_OPERATION, about).scalar_one())
            self._named = self.subject
        return self.operation_id


def _history(
    operation_id: int, record: Tracked, before: dict[str, object] | None, after: dict[str, object] | None
) -> dict[str, object]:
    return {
        "operation_id": operation_id,
        "table_name": record.__tablename__,
        "row_id": record.id,
        "version": record.version,
        "before": before,
        "after": after,
    }


_WORK = "work"
"""Under this name a session carries the write it belongs to."""


def _before_flush(session: Session, _context: UOWTransaction, _instances: object) -> None:
    session.info[_WORK].stamp(session)


def _after_flush(session: Session, _context: UOWTransaction) -> None:
    session.info[_WORK].note(session)


class Database:
    """An open register file."""

    def __init__(self, path: Path, clock: Clock) -> None:
        _settle()
        self.path = path
        self.clock = clock
        self.engine = build_engine(path)
        self._read = sessionmaker(self.engine, expire_on_commit=False, autoflush=False)
        self._write = sessionmaker(self.engine.execution_options(begin="IMMEDIATE"), expire_on_commit=False)
        event.listen(self._write, "before_flush", _before_flush)
        event.listen(self._write, "after_flush", _after_flush)

    @contextmanager
    def read(self) -> Generator[Session]:
        """A session for reading; closed, and with it the read transaction, when the block ends."""
        with translated(self.path), self._read() as session:
            yield session

    @contextmanager
    def write(self, kind: str, subject: str = "") -> Generator[Work]:
        """One write transaction, named ``kind`` for history and undo. All of it is kept, or nothing.

        Raises StaleRecord when the record was saved by someone else meanwhile, RegisterProblem when the file cannot be
        written.
        """
        with translated(self.path), self._write() as session:
            work = Work(session, self.clock.now(), kind, subject)
            session.info[_WORK] = work
            try:
                yield work
                session.flush()
                work.name_operation()
                session.commit()
            except StaleDataError as error:
                raise StaleRecord from error

    def close(self) -> None:
        """Let go of the file."""
        self.engine.dispose()


@contextmanager
def translated(path: Path) -> Generator[None]:
    """Turn what SQLite says about the surroundings (full disk, lock, damage) into a RegisterProblem with a code."""
    try:
        yield
    except (DBAPIError, sqlcipher.Error) as error:
        said = str(error.orig) if isinstance(error, DBAPIError) else str(error)
        found = problem(said, path)
        if found is None:
            raise
        raise found from error
