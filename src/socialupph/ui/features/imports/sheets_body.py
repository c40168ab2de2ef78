"""The three ways to look at sheets that were read: what was found, what is asked, and every row."""

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from socialupph.i18n import _
from socialupph.specs import register_sheet_preview as specs
from socialupph.ui.features.imports.found import FoundView
from socialupph.ui.features.imports.preview import PreviewCard
from socialupph.ui.features.imports.questions import QuestionsView
from socialupph.ui.features.imports.sheet_work import Loaded
from socialupph.ui.features.imports.views import Views
from socialupph.ui.kit.fields import ComboBox
from socialupph.ui.kit.metrics import metrics

FOUND: Final = "found"
ASKED: Final = "asked"
ROWS: Final = "rows"


class SheetsBody(QWidget):
    """One view at a time, chosen above; each says by its own signals what the user changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loaded: Loaded | None = None
        self.views = Views(
            (
                (FOUND, _("Listor"), "column_triple"),
                (ASKED, _("Frågor"), "question_circle"),
                (ROWS, _("Rader"), "text_bullet_list"),
            )
        )
        self.found, self.questions, self.preview = FoundView(), QuestionsView(), PreviewCard(specs.TABLE)
        self.sheets = ComboBox()
        self.views.chosen.connect(self._view_chosen)
        self.sheets.activated.connect(self._show_rows)
        self._build()

    def _build(self) -> None:
        size = metrics()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(size.page_left, size.px(10), size.page_right, size.grid)
        rows.setSpacing(size.grid)
        line = QHBoxLayout()
        line.addWidget(self.views, 1)
        self.sheets.setAccessibleName(_("Visa raderna i"))
        self.sheets.setFixedHeight(size.small)
        self.sheets.setMinimumWidth(size.px(200))
        line.addWidget(self.sheets)
        rows.addLayout(line)
        host = QWidget()
        self._shown = QStackedLayout(host)
        for view in (self.found, self.questions, self.preview):
            self._shown.addWidget(view)
        rows.addWidget(host, 1)

    def show_loaded(self, loaded: Loaded, *, first: bool) -> None:
        """Show what was read. ``first``: of files not shown before, so what has to be seen to first is shown."""
        self._loaded = loaded
        self.found.show_found(loaded.found_lines, loaded.columns)
        self.questions.show_questions(loaded.preview.questions)
        self._fill_sheets(loaded)
        self._show_rows(first=first)
        self.views.set_count(FOUND, len(loaded.sheets))
        self.views.set_count(ASKED, loaded.preview.unanswered)
        self.views.set_shown(ASKED, shown=bool(loaded.preview.questions))
        self.views.set_count(ROWS, len(loaded.lines))
        if first:
            self.views.choose(_first_view(loaded))
        elif self.views.current == ASKED and not loaded.preview.unanswered:
            self.views.choose(ROWS)

    def _fill_sheets(self, loaded: Loaded) -> None:
        chosen = self.sheets.currentData()
        self.sheets.clear()
        self.sheets.addItem(_("Alla listor"), "")
        for sheet in loaded.preview.sheets:
            self.sheets.addItem(sheet.name, sheet.name)
        self.sheets.setCurrentIndex(max(0, self.sheets.findData(chosen)))

    def _show_rows(self, _index: int = 0, *, first: bool = False) -> None:
        if self._loaded is not None:
            wanted = self.sheets.currentData()
            lines = [line for line in self._loaded.lines if not wanted or line.sheet == wanted]
            self.preview.show_lines(lines, first=first)

    def _view_chosen(self, key: str) -> None:
        self._shown.setCurrentIndex((FOUND, ASKED, ROWS).index(key))
        self.sheets.setVisible(key == ROWS and self.sheets.count() > 2)

    def work_place(self) -> QWidget:
        """Where the keyboard belongs in the view that is shown."""
        if self.views.current == FOUND:
            return self.found.table
        return self.questions.answer if self.views.current == ASKED else self.preview.table

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes between."""
        return (self.views.button(self.views.current or ROWS), self.work_place())


def _first_view(loaded: Loaded) -> str:
    """What has to be seen to first: lists that are not understood, then questions, then the rows."""
    if loaded.not_understood:
        return FOUND
    return ASKED if loaded.preview.unanswered else ROWS
