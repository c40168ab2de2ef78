"""Reading the append-only log."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from socialupph.domain.views.audit import AuditLine
from socialupph.persistence.records import AuditRecord


def last(session: Session, limit: int) -> tuple[AuditLine, ...]:
    """The latest lines, newest first."""
    found = session.scalars(select(AuditRecord).order_by(AuditRecord.id.desc()).limit(limit))
    return tuple(AuditLine(line.at, line.kind, line.subject, line.detail) for line in found)
