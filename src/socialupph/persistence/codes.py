"""Human codes: short, in order, never used twice."""

from sqlalchemy import select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from socialupph.persistence.records import CodeSequenceRecord


def next_code(session: Session, prefix: str, width: int, separator: str = "-") -> str:
    """The next code of a kind, for example ``next_code(session, "P", 4)`` → ``P-0007``; the number is spent at once."""
    return f"{prefix}{separator}{reserve(session, prefix, 1):0{width}d}"


def reserve(session: Session, prefix: str, count: int) -> int:
    """Spend ``count`` numbers of a kind and give the first."""
    session.execute(insert(CodeSequenceRecord).values(prefix=prefix, last=0).on_conflict_do_nothing())
    session.execute(
        update(CodeSequenceRecord)
        .where(CodeSequenceRecord.prefix == prefix)
        .values(last=CodeSequenceRecord.last + count)
    )
    last = session.execute(select(CodeSequenceRecord.last).where(CodeSequenceRecord.prefix == prefix)).scalar_one()
    return last - count + 1
