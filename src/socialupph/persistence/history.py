"""Before and after of every row, written by the flush itself so that no service can forget it."""

import datetime as dt
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import Date, DateTime, Table, Time, inspect
from sqlalchemy.orm import InstanceState, Session

from socialupph.persistence.records import Tracked
from socialupph.persistence.types import Moment, Scaled, Word

SKIPPED = frozenset({"content"})
"""Columns whose values are too large for history; the row keeps them."""


def encode(value: object) -> Any:
    """A column value as JSON can hold it."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    return value


def decode(table: Table, column: str, raw: Any) -> Any:
    """The column value again, from what ``encode`` made."""
    if raw is None:
        return None
    kind = table.c[column].type
    if isinstance(kind, Scaled):
        return Decimal(raw)
    if isinstance(kind, Word):
        return kind.vocabulary(raw)
    if isinstance(kind, Moment | DateTime):
        return dt.datetime.fromisoformat(raw)
    if isinstance(kind, Date):
        return dt.date.fromisoformat(raw)
    return dt.time.fromisoformat(raw) if isinstance(kind, Time) else raw


def row_values(record: Tracked) -> dict[str, Any]:
    """Every column of a record, encoded."""
    state: InstanceState[Any] = inspect(record)
    return {name: encode(getattr(record, name)) for name in state.mapper.column_attrs.keys() if name not in SKIPPED}  # noqa: SIM118


def changed_values(record: Tracked) -> tuple[dict[str, Any], dict[str, Any]]:
    """What an update changes: (before, after), without stamps; both empty when nothing differs."""
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    state: InstanceState[Any] = inspect(record)
    for attribute in state.mapper.column_attrs:
        name = attribute.key
        history = state.attrs[name].history
        if name in {"version", "changed_at"} or name in SKIPPED or not history.has_changes():
            continue
        old = history.deleted[0] if history.deleted else None
        if encode(old) != encode(getattr(record, name)):
            before[name], after[name] = encode(old), encode(getattr(record, name))
    return before, after


def is_changed(session: Session, record: Tracked) -> bool:
    """Whether a dirty record differs from what is stored."""
    return session.is_modified(record) and any(changed_values(record))
