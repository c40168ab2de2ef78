"""Human codes: short, in order, never used twice."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from socialupph.persistence.records import CodeSequenceRecord


def next_code(session: Session, prefix: str, width: int, separator: str = "-") -> str:
    """The next code of a kind, for example ``next_code(session, "P", 4)`` → ``P-0007``; the number is spent at once."""
    return f"{prefix}{separator}{reserve(session, prefix, 1):0{width}d}"


def reserve(session: Session, prefix: str, count: int) -> int:
    """Spend ``count`` numbers of a kind and give the first."""
    table = CodeSequenceRecord
    spend = insert(table).values(prefix=prefix, last=count)
    spend = spend.on_conflict_do_update(
        index_elements=[table.prefix], set_={"last": table.last + spend.excluded.last}
    ).returning(table.last)
    last: int = session.connection().execute(spend).scalar_one()
    return last - count + 1


def reserve_many(session: Session, counts: Mapping[str, int]) -> dict[str, int]:
    """Spend numbers of many kinds at once (prefix → how many) and give the first of each."""
    if not counts:
        return {}
    table = CodeSequenceRecord
    known = {prefix: last for prefix, last in session.execute(select(table.prefix, table.last)) if prefix in counts}
    statement = insert(table)
    statement = statement.on_conflict_do_update(index_elements=[table.prefix], set_={"last": statement.excluded.last})
    rows = [{"prefix": prefix, "last": known.get(prefix, 0) + count} for prefix, count in counts.items()]
    session.connection().execute(statement, rows)
    return {prefix: known.get(prefix, 0) + 1 for prefix in counts}
