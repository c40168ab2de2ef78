"""Human codes: short, in order, never used twice."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import Insert, insert
from sqlalchemy.orm import Session

from socialupph.persistence.records import CodeSequenceRecord, Record

_CODES = Record.metadata.tables[CodeSequenceRecord.__tablename__]


def _spending() -> Insert:
    """Numbers added to those of the kind that are spent. Made once: a code is given in nearly every save."""
    spend = insert(_CODES)
    return spend.on_conflict_do_update(
        index_elements=[_CODES.c.prefix], set_={"last": _CODES.c.last + spend.excluded.last}
    )


_SPEND_MANY = _spending()
_SPEND = _SPEND_MANY.returning(_CODES.c.last)


def next_code(session: Session, prefix: str, width: int, separator: str = "-") -> str:
    """The next code of a kind, for example ``next_code(session, "P", 4)`` → ``P-0007``; the number is spent at once."""
    return f"{prefix}{separator}{reserve(session, prefix, 1):0{width}d}"


def reserve(session: Session, prefix: str, count: int) -> int:
    """Spend ``count`` numbers of a kind and give the first."""
    last: int = session.connection().execute(_SPEND, {"prefix": prefix, "last": count}).scalar_one()
    return last - count + 1


def reserve_many(session: Session, counts: Mapping[str, int]) -> dict[str, int]:
    """Spend numbers of many kinds at once (prefix → how many) and give the first of each."""
    if not counts:
        return {}
    connection = session.connection()
    known = {
        prefix: last for prefix, last in connection.execute(select(_CODES.c.prefix, _CODES.c.last)) if prefix in counts
    }
    connection.execute(_SPEND_MANY, [{"prefix": prefix, "last": count} for prefix, count in counts.items()])
    return {prefix: known.get(prefix, 0) + 1 for prefix in counts}
