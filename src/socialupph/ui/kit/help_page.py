"""F1: the handbook inside the program, opened at the page about where one is. Nothing is fetched from anywhere."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeyEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from socialupph.i18n import _
from socialupph.ui.kit.buttons import Button, Role
from socialupph.ui.kit.header_bar import HeaderBar, PageHead
from socialupph.ui.kit.labels import Hairline
from socialupph.ui.kit.page_base import Page, PageContext

FIRST: Final = "README"
PAGES: Mapping[str, str] = {
    "today": "idag",
    "contracts": "kontrakt-och-krav",
    "suppliers": "leverantorer",
    "candidates": "kandidater",
    "matching": "platser-och-matchning",
    "placements": "placeringar",
    "training": "handledarutbildning",
    "follow_ups": "uppfoljningar",
}


class HelpPage(Page):
    """Shows the handbook in ``folder``; links go between its pages, Esc goes back to the work."""

    def __init__(self, context: PageContext, folder: Path, topic: str) -> None:
        super().__init__(context, _("Handbok"))
        self._folder = folder
        self.browser = QTextBrowser()
        self.browser.setFrameShape(QFrame.Shape.NoFrame)
        self.browser.setAccessibleName(_("Handbok"))
        self.browser.document().setDocumentMargin(24)
        header = HeaderBar(self.title)
        contents = header.add_button(Button(_("Innehåll"), Role.QUIET, icon="text_bullet_list"))
        contents.clicked.connect(self._contents)
        head = PageHead()
        head.rows.addWidget(header)
        self.rows.addWidget(head)
        self.rows.addWidget(Hairline())
        self.rows.addWidget(self.browser, 1)
        self._open(PAGES.get(topic, FIRST))

    def _open(self, name: str) -> None:
        path = self._folder / f"{name}.md"
        self.browser.setSource(QUrl.fromLocalFile(str(path)), QTextDocument.ResourceType.MarkdownResource)

    def _contents(self) -> None:
        self._open(FIRST)

    def reload(self) -> None:
        """A handbook does not change while it is read."""

    def focus_first(self) -> None:
        self.browser.setFocus()

    def panes(self) -> Sequence[QWidget]:
        return (self.browser,)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)
