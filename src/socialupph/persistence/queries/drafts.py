"""Half-filled forms and saved filters: rows the program keeps for itself, without history."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from socialupph.domain.queries import ListQuery
from socialupph.domain.views.drafts import Draft, SavedFilter
from socialupph.persistence.records import DraftRecord, SavedFilterRecord


def keep(session: Session, form: str, record_id: int, saved_at: dt.datetime, values: Mapping[str, object]) -> None:
    """Store what a form holds, in place of what was stored for it."""
    row = {"form": form, "record_id": record_id, "saved_at": saved_at, "values": dict(values)}
    statement = insert(DraftRecord).values(row)
    session.execute(
        statement.on_conflict_do_update(
            index_elements=[DraftRecord.form, DraftRecord.record_id],
            set_={"saved_at": statement.excluded.saved_at, "values": statement.excluded["values"]},
        )
    )


def find(session: Session, form: str, record_id: int) -> Draft | None:
    """What was stored for a form; None when nothing was."""
    found = session.scalars(
        select(DraftRecord).where(DraftRecord.form == form, DraftRecord.record_id == record_id)
    ).one_or_none()
    return None if found is None else Draft(found.form, found.record_id, found.saved_at, found.values)


def every(session: Session) -> tuple[Draft, ...]:
    """All drafts, the latest first."""
    found = session.scalars(select(DraftRecord).order_by(DraftRecord.saved_at.desc(), DraftRecord.id.desc()))
    return tuple(Draft(draft.form, draft.record_id, draft.saved_at, draft.values) for draft in found)


def discard(session: Session, form: str, record_id: int) -> None:
    """Forget what was stored for a form, if anything was."""
    session.execute(delete(DraftRecord).where(DraftRecord.form == form, DraftRecord.record_id == record_id))


def filters(session: Session, list_name: str) -> tuple[SavedFilter, ...]:
    """The saved filters of a list, in the order they were made."""
    found = session.scalars(
        select(SavedFilterRecord).where(SavedFilterRecord.list_name == list_name).order_by(SavedFilterRecord.id)
    )
    return tuple(_filter(row) for row in found)


def save_filter(session: Session, list_name: str, name: str, query: ListQuery, columns: tuple[str, ...]) -> None:
    """Store a filter; one of the same name in the same list is replaced."""
    values = {
        "sort": query.sort,
        "descending": query.descending,
        "search": query.search,
        "filters": [[key, list(chosen)] for key, chosen in query.filters],
        "columns": list(columns),
    }
    same = (SavedFilterRecord.list_name == list_name, SavedFilterRecord.name == name)
    if session.scalar(select(SavedFilterRecord.id).where(*same)) is None:
        session.add(SavedFilterRecord(list_name=list_name, name=name, query=values))
    else:
        session.execute(update(SavedFilterRecord).where(*same).values(query=values))


def delete_filter(session: Session, filter_id: int) -> None:
    """Forget a saved filter."""
    session.execute(delete(SavedFilterRecord).where(SavedFilterRecord.id == filter_id))


def _filter(row: SavedFilterRecord) -> SavedFilter:
    stored: dict[str, Any] = row.query
    return SavedFilter(
        id=row.id,
        list_name=row.list_name,
        name=row.name,
        query=ListQuery(
            sort=str(stored.get("sort", "")),
            descending=bool(stored.get("descending", False)),
            search=str(stored.get("search", "")),
            filters=tuple((str(key), tuple(str(one) for one in chosen)) for key, chosen in stored.get("filters", [])),
        ),
        columns=tuple(str(column) for column in stored.get("columns", [])),
    )
