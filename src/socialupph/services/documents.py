"""Files kept inside the register, beside the records they belong to."""

from socialupph.domain.changes import Changes, Entity
from socialupph.domain.commands.documents import DocumentFields
from socialupph.domain.documents import media_type
from socialupph.domain.errors import NotFound
from socialupph.domain.values import clean_line
from socialupph.domain.views.documents import DocumentView
from socialupph.persistence.queries import documents as queries
from socialupph.persistence.records import DocumentRecord
from socialupph.services.base import Context, required, void


class Documents:
    """Commands and queries of documents."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def of(self, about: Entity, about_id: int) -> tuple[DocumentView, ...]:
        """The documents beside a record, in the order they were added."""
        with self._context.database.read() as session:
            return queries.of(session, about, about_id)

    def content(self, document_id: int) -> tuple[str, bytes]:
        """Name and bytes of a document; NotFound when there is none."""
        with self._context.database.read() as session:
            found = queries.content(session, document_id)
        if found is None:
            raise NotFound("record.gone", {"id": document_id})
        return found

    def add(self, command: DocumentFields) -> Changes:
        """Keep a file. RuleViolation ``document.*`` for one that is too large, empty, or not of an allowed kind."""
        name = clean_line(required(command.name, "name"))
        kind = media_type(name, command.content)
        with self._context.database.write("document.add") as work:
            work.session.add(
                DocumentRecord(
                    about=command.about,
                    about_id=command.about_id,
                    name=name,
                    media_type=kind,
                    size=len(command.content),
                    content=command.content,
                )
            )
        return work.changes

    def void(self, document_id: int, version: int, reason: str) -> Changes:
        """Void a document that should not be here."""
        return void(self._context, DocumentRecord, document_id, version, reason)
