"""Reference items by list and key, for those who make many records at once."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from socialupph.persistence.records import ReferenceItemRecord as Item


def ids_by_key(session: Session) -> dict[tuple[str, str], int]:
    """The id of every reference item by its list and key, both as stored."""
    return {(item.list.value, item.key): item.id for item in session.scalars(select(Item))}
