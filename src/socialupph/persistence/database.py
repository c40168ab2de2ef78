"""Sessions on an open register: short reads, and writes that tell what they changed."""

import datetime as dt
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import event, insert, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, UOWTransaction, sessionmaker
from sqlalchemy.orm.exc import StaleDataError
from sqlcipher3 import dbapi2 as sqlcipher

from socialupph.domain.changes import Changes, RecordRef
from socialupph.domain.clock import Clock
from socialupph.domain.errors import RegisterProblem, StaleRecord
from socialupph.domain.kinds import AuditKind
from socialupph.i18n.collation import sort_key
from socialupph.persistence import search
from socialupph.persistence.engine import build_engine
from socialupph.persistence.history import changed_values, is_changed, row_values
from socialupph.persistence.records import AuditRecord, HistoryRecord, OperationRecord, Tracked

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
        self.session.execute(insert(AuditRecord).values(at=self.now, kind=kind, subject=subject, detail=detail))

    def stamp(self, session: Session, _context: UOWTransaction, _instances: object) -> None:
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

    def note(self, session: Session, _context: UOWTransaction) -> None:
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
        session.connection().execute(insert(HistoryRecord), rows)
        search.refresh(session, (*new, *dirty), gone)

    def adopt(self, refs: dict[RecordRef, None], created: list[RecordRef]) -> None:
        """Count rows written past the unit of work (bulk inserts, which keep history themselves)."""
        self._touched.update(refs)
        self._created.extend(created)

    def name_operation(self) -> None:
        """Give the operation the subject that the service found out on the way."""
        if self.operation_id is not None and self.subject and self.subject != self._named:
            statement = update(OperationRecord).where(OperationRecord.id == self.operation_id)
            self.session.connection().execute(statement.values(subject=self.subject))

    def operation(self) -> int:
        """The id of this operation, made at once if nothing was flushed yet."""
        return self._operation(self.session)

    def _operation(self, session: Session) -> int:
        if self.operation_id is None:
            statement = insert(OperationRecord).values(at=self.now, kind=self.kind, subject=self.subject)
            result = session.connection().execute(statement.returning(OperationRecord.id))
            self.operation_id, self._named = result.scalar_one(), self.subject
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


class Database:
    """An open register file."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self.path = path
        self.clock = clock
        self.engine = build_engine(path)
        self._read = sessionmaker(self.engine, expire_on_commit=False, autoflush=False)
        self._write = sessionmaker(self.engine.execution_options(begin="IMMEDIATE"), expire_on_commit=False)

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
            event.listen(session, "before_flush", work.stamp)
            event.listen(session, "after_flush", work.note)
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
        for sign, code in _CAUSES:
            if sign in said:
                raise RegisterProblem(code, {"name": path.name}) from error
        raise
