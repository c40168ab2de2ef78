"""Documents beside a record, without their bytes, and the bytes of one."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from socialupph.domain.changes import Entity
from socialupph.domain.views.documents import DocumentView
from socialupph.persistence.records import DocumentRecord

Document = DocumentRecord


def of(session: Session, about: Entity, about_id: int) -> tuple[DocumentView, ...]:
    """The documents beside a record that are not void, in the order they were added."""
    found = session.execute(
        select(
            Document.id,
            Document.version,
            Document.about,
            Document.about_id,
            Document.name,
            Document.media_type,
            Document.size,
            Document.created_at,
        )
        .where(Document.about == about, Document.about_id == about_id, Document.voided_on.is_(None))
        .order_by(Document.id)
    )
    return tuple(DocumentView(*row) for row in found)


def content(session: Session, document_id: int) -> tuple[str, bytes] | None:
    """Name and bytes of a document; None when there is none."""
    found = session.execute(select(Document.name, Document.content).where(Document.id == document_id)).one_or_none()
    return None if found is None else found
