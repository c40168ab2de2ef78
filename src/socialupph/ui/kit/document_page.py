"""A paper as a page of the window: preview, *Skriv ut …*, *Spara som …*."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from socialupph.i18n import _, ngettext
from socialupph.specs.marks import Tone
from socialupph.ui.kit.actions import Action
from socialupph.ui.kit.buttons import Button, Role
from socialupph.ui.kit.document_view import DocumentView, PdfPages, print_pages
from socialupph.ui.kit.header_bar import HeaderBar, PageHead
from socialupph.ui.kit.labels import Hairline
from socialupph.ui.kit.page_base import Page, PageContext

_PDF: Final = "PDF (*.pdf)"


class DocumentPage(Page):
    """Shows ``content``, a finished PDF. ``kept`` carries the path it was saved under, ``printed`` says it went out."""

    printed = Signal()
    kept = Signal(object)

    def __init__(self, context: PageContext, title: str, content: bytes, *, file_name: str) -> None:
        super().__init__(context, title)
        self._content, self._file_name = content, file_name
        self._pages = PdfPages(content)
        self.view = DocumentView(self._pages)
        self._build()
        self.add_actions(
            (
                Action("document.print", _("Skriv ut …"), self.print_document, "print", "Ctrl+P"),
                Action("document.save", _("Spara som …"), self.save_document, "", "Ctrl+S"),
                Action("document.larger", _("Förstora"), self._larger, "", "Ctrl++"),
                Action("document.smaller", _("Förminska"), self._smaller, "", "Ctrl+-"),
            )
        )

    def _build(self) -> None:
        header = HeaderBar(self.title)
        count = self._pages.count()
        header.set_count(ngettext("{n} sida", "{n} sidor", count).format(n=count))
        save = header.add_button(Button(_("Spara som …"), Role.SECONDARY, key="Ctrl+S"))
        send = header.add_button(Button(_("Skriv ut …"), Role.PRIMARY, icon="print", key="Ctrl+P"))
        save.clicked.connect(self.save_document)
        send.clicked.connect(self.print_document)
        head = PageHead()
        head.rows.addWidget(header)
        self.rows.addWidget(head)
        self.rows.addWidget(Hairline())
        self.rows.addWidget(self.view, 1)

    def reload(self) -> None:
        """A finished paper does not change."""

    def _larger(self) -> None:
        self.view.step_zoom(1)

    def _smaller(self) -> None:
        self.view.step_zoom(-1)

    def save_document(self) -> None:
        """Write the PDF where the user says."""
        path = self.context.dialogs.save_file(_("Spara som"), self._file_name, _PDF)
        if path is None:
            return
        try:
            path.write_bytes(self._content)
        except OSError:
            said = _("Filen {name} kunde inte skrivas. Är den öppen i ett annat program? Välj ett annat namn.")
            self.banner.say(said.format(name=path.name), Tone.BAD)
            return
        self.kept.emit(path)
        self.status_changed.emit(_("Sparad som {name}.").format(name=path.name))

    def print_document(self) -> None:
        """Ask for a printer and draw the same pages on it."""
        printer = self.context.dialogs.choose_printer(self._pages.count())
        if printer is not None:
            print_pages(self._pages, printer)
            self.printed.emit()

    def focus_first(self) -> None:
        self.view.setFocus()

    def panes(self) -> Sequence[QWidget]:
        return (self.view,)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)

    def release(self) -> None:
        self._pages.close()
        super().release()
