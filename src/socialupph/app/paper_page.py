"""A paper made by the program, shown before it is printed or saved."""

from socialupph.documents.paper import Paper
from socialupph.domain.kinds import AuditKind
from socialupph.i18n import _
from socialupph.services.registry import Services
from socialupph.specs.marks import Tone
from socialupph.ui.kit.document_page import DocumentPage
from socialupph.ui.kit.page_base import PageContext


class PaperPage(DocumentPage):
    """A preview that notes in the log when the paper goes out, and tells of names the font could not write."""

    def __init__(self, context: PageContext, services: Services, paper: Paper, subject: str) -> None:
        super().__init__(context, paper.title, paper.bytes, file_name=f"{subject.replace('/', '-')}.pdf")
        self._services, self._subject, self._missing = services, subject, paper.missing
        self.printed.connect(self._note)
        self.kept.connect(self._note)

    def reload(self) -> None:
        """Say once what could not be written."""
        super().reload()
        if self._missing:
            names = ", ".join(self._missing)
            self.banner.say(
                _("Tecken saknas i typsnittet och är utbytta mot □: {names}.").format(names=names), Tone.WARN
            )

    def _note(self) -> None:
        self._services.audit.note(AuditKind.PRINTED, self._subject)
