"""Tables the program keeps for itself: operations, history, audit, codes, search, drafts and saved choices."""

import datetime as dt
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from socialupph.domain.changes import Entity
from socialupph.domain.kinds import AuditKind
from socialupph.persistence.records.base import Record, Tracked, opened, personal
from socialupph.persistence.types import Moment, Word


class OperationRecord(Record):
    """One committed command: what undo takes back and the timeline tells."""

    __tablename__ = "operation"
    __table_args__ = {"sqlite_autoincrement": True}

    id: Mapped[int] = opened(primary_key=True)
    at: Mapped[dt.datetime] = opened(Moment)
    kind: Mapped[str] = opened()
    subject: Mapped[str] = opened(default="")
    undone_by: Mapped[int | None] = opened(ForeignKey("operation.id", ondelete="RESTRICT"))


class HistoryRecord(Record):
    """What one operation did to one row: values before and after, as JSON. An insert has no before, a delete no after."""

    __tablename__ = "history"
    __table_args__ = (Index(None, "table_name", "row_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = opened(primary_key=True)
    operation_id: Mapped[int] = opened(ForeignKey("operation.id", ondelete="RESTRICT"), index=True)
    table_name: Mapped[str] = opened()
    row_id: Mapped[int] = opened()
    version: Mapped[int] = opened()
    before: Mapped[dict[str, Any] | None] = personal(JSON(none_as_null=True))
    after: Mapped[dict[str, Any] | None] = personal(JSON(none_as_null=True))


class AuditRecord(Record):
    """The append-only log; a trigger refuses change and removal. Codes and names of fields, never values about people."""

    __tablename__ = "audit"
    __table_args__ = {"sqlite_autoincrement": True}

    id: Mapped[int] = opened(primary_key=True)
    at: Mapped[dt.datetime] = opened(Moment)
    kind: Mapped[AuditKind] = opened(Word(AuditKind))
    subject: Mapped[str] = opened(default="")
    detail: Mapped[str] = opened(default="")


class CodeSequenceRecord(Record):
    """The last number given of a kind of code; never counts back, so no code is used twice."""

    __tablename__ = "code_sequence"

    prefix: Mapped[str] = opened(primary_key=True)
    last: Mapped[int] = opened()


class SearchItemRecord(Record):
    """What is found when one searches. Protected people are not in it. Its rowid is that of the two FTS5 tables."""

    __tablename__ = "search_item"
    __table_args__ = (Index(None, "entity", "entity_id", unique=True),)

    id: Mapped[int] = opened(primary_key=True)
    entity: Mapped[Entity] = opened(Word(Entity))
    entity_id: Mapped[int] = opened()
    code: Mapped[str] = opened()
    title: Mapped[str] = personal()
    text: Mapped[str] = personal()


class ImportMappingRecord(Record):
    """How the user mapped a list with these headers last time."""

    __tablename__ = "import_mapping"

    fingerprint: Mapped[str] = opened(primary_key=True)
    mapping: Mapped[dict[str, Any]] = opened(JSON)
    used_at: Mapped[dt.datetime] = opened(Moment)


class ImportReferenceRecord(Record):
    """Which record a word in the coordinator's own sheets stands for: asked once, remembered.

    ``asked`` is what kind of record was meant. The word itself is kept as a digest, since it may be a person's name.
    """

    __tablename__ = "import_reference"

    asked: Mapped[Entity] = opened(Word(Entity), primary_key=True)
    word: Mapped[str] = personal(primary_key=True)
    record_id: Mapped[int] = opened()
    used_at: Mapped[dt.datetime] = opened(Moment)


class DistinctPairRecord(Tracked, Record):
    """Two records of the register ``about`` that look the same and that the user said are not; the lower id first.

    Tracked, so that it is undone like anything else that was said.
    """

    __tablename__ = "distinct_pair"
    entity = Entity.DISTINCT_PAIR
    __table_args__ = (UniqueConstraint("about", "first_id", "second_id"), {"sqlite_autoincrement": True})

    about: Mapped[Entity] = opened(Word(Entity))
    first_id: Mapped[int] = opened()
    second_id: Mapped[int] = opened()


class SavedFilterRecord(Record):
    """A named choice of filters, columns and order for a list."""

    __tablename__ = "saved_filter"

    id: Mapped[int] = opened(primary_key=True)
    list_name: Mapped[str] = opened(index=True)
    name: Mapped[str] = opened()
    query: Mapped[dict[str, Any]] = opened(JSON)


class DraftRecord(Record):
    """What was typed in a form and not yet saved. Inside the register, so that it is as safe as the register."""

    __tablename__ = "draft"
    __table_args__ = (Index(None, "form", "record_id", unique=True),)

    id: Mapped[int] = opened(primary_key=True)
    form: Mapped[str] = opened()
    record_id: Mapped[int] = opened(default=0)
    saved_at: Mapped[dt.datetime] = opened(Moment)
    values: Mapped[dict[str, Any]] = personal(JSON)
