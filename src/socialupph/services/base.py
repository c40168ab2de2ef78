"""What every service has: the register, the clock, the work calendar; and the list queries that all features share."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import fields
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from socialupph.domain.changes import Changes
from socialupph.domain.errors import NotFound, RuleViolation, StaleRecord
from socialupph.domain.queries import ListQuery
from socialupph.domain.values import clean_text
from socialupph.persistence.database import Work
from socialupph.persistence.queries import lists
from socialupph.persistence.queries.lists import ListSource
from socialupph.persistence.records import Tracked, Voidable
from socialupph.services.context import Context

__all__ = ["Context", "ListService", "current", "fill", "required", "subject_of", "void"]

View = TypeVar("View")


class Command(Protocol):
    """Any of the frozen commands."""

    __dataclass_fields__: ClassVar[dict[str, Any]]


RecordType = TypeVar("RecordType", bound=Tracked)


class ListService(Generic[View]):
    """The list queries of a feature: ids in order, rows by page, how many there are."""

    _kept: tuple[dt.date, ListSource[View]] | None = None

    def __init__(self, context: Context) -> None:
        self._context = context

    def _source(self) -> ListSource[View]:
        raise NotImplementedError

    def _list(self) -> ListSource[View]:
        """What the list is made of today. Put together once a day, which takes longer than most questions."""
        today = self._context.clock.today()
        if self._kept is None or self._kept[0] != today:
            self._kept = today, self._source()
        return self._kept[1]

    def ids(self, query: ListQuery) -> list[int]:
        """Ids of the records asked for, in order; KeyError for an unknown order or filter."""
        with self._context.database.read() as session:
            return lists.ids(session, self._list(), query)

    def rows(self, wanted: Sequence[int], *, show_names: bool = False) -> list[View]:
        """Row views in the order of ``wanted``."""
        with self._context.database.read() as session:
            return lists.rows(session, self._list(), wanted, show_names=show_names)

    def total(self) -> int:
        """How many records there are, without filter."""
        with self._context.database.read() as session:
            return lists.total(session, self._list())


def current(work: Work, record_type: type[RecordType], record_id: int, version: int | None = None) -> RecordType:
    """The record to change, in this transaction.

    Raises NotFound, RuleViolation ``record.merged`` for one that turned out to be another, and StaleRecord when ``version`` is
    given and someone saved the record since.
    """
    record = work.session.get(record_type, record_id)
    if record is None:
        raise NotFound("record.gone", {"id": record_id})
    if getattr(record, "merged_into_id", None) is not None:
        raise RuleViolation("record.merged")
    if version is not None and record.version != version:
        raise StaleRecord
    return record


def fill(record: object, command: Command, *, leave: Collection[str] = ()) -> None:
    """Copy the fields of a command to the columns of the same names; texts are cleaned, and an empty one becomes None."""
    for field in fields(command):
        if field.name not in leave and hasattr(type(record), field.name):
            value = getattr(command, field.name)
            setattr(record, field.name, (clean_text(value).strip() or None) if type(value) is str else value)


def void(context: Context, record_type: type[RecordType], record_id: int, version: int, reason: str) -> Changes:
    """Void a record with a reason: it stays readable and counts nowhere. Undo takes it back.

    Raises RuleViolation ``void.reason_missing`` or ``void.already``.
    """
    if not reason.strip():
        raise RuleViolation("void.reason_missing", "reason")
    with context.database.write(f"{record_type.entity}.void") as work:
        record = current(work, record_type, record_id, version)
        if not isinstance(record, Voidable):
            raise TypeError(record_type)
        if record.voided_on is not None:
            raise RuleViolation("void.already")
        record.voided_on, record.void_reason = context.clock.today(), reason.strip()
        work.subject = subject_of(record)
    return work.changes


def subject_of(record: Tracked) -> str:
    """What a toast or history line calls a record: its code, else its entity and id. Never a name."""
    return str(getattr(record, "code", "") or f"{record.entity} {record.id}")


def required(text: str | None, field: str) -> str:
    """The text, cleaned; RuleViolation ``field.missing`` when nothing is left."""
    cleaned = clean_text(text or "").strip()
    if not cleaned:
        raise RuleViolation("field.missing", field)
    return cleaned
