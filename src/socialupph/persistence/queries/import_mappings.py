"""How lists were mapped, by the fingerprint of their headers."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from socialupph.persistence.records import ImportMappingRecord


def save(session: Session, fingerprint: str, mapping: Sequence[str], now: dt.datetime) -> None:
    """Keep the mapping of a list, in place of an earlier one."""
    values = {"mapping": {"columns": list(mapping)}, "used_at": now}
    statement = insert(ImportMappingRecord).values(fingerprint=fingerprint, **values)
    session.execute(statement.on_conflict_do_update(index_elements=[ImportMappingRecord.fingerprint], set_=values))


def find(session: Session, fingerprint: str) -> tuple[str, ...] | None:
    """The mapping kept for a list; None when there is none."""
    found = session.get(ImportMappingRecord, fingerprint)
    return None if found is None else tuple(str(name) for name in found.mapping["columns"])
