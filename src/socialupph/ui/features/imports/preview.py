"""Rows before they are taken in, of whatever kind of list: chips by what becomes of them, the rows, and the chosen one in full."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socialupph.i18n import _, formats, translate
from socialupph.specs import import_preview as specs
from socialupph.specs.import_preview import LineState, PreviewLine
from socialupph.specs.tables import TableSpec
from socialupph.ui.kit.buttons import Chip
from socialupph.ui.kit.flow import FlowLayout
from socialupph.ui.kit.labels import Card, ToneLabel
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.rows_model import RowsModel
from socialupph.ui.kit.wrapping_table import WrappingTable

_DRAFTS = "draft"


class _StateChip(Chip):
    """Shows the rows of one kind."""

    chosen = Signal(str)

    def __init__(self, key: str, words: str, *, on: bool) -> None:
        super().__init__(words, on=on)
        self.key = key
        self.clicked.connect(self._choose)

    def _choose(self) -> None:
        self.chosen.emit(self.key)


class PreviewCard(QWidget):
    """Every row and what becomes of it, in the columns of ``table``, whose *message* is read to its end."""

    def __init__(self, table: TableSpec[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[int, PreviewLine] = {}
        self._order: tuple[PreviewLine, ...] = ()
        self._shown = ""
        size = metrics()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(size.grid)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, 6)
        self.model: RowsModel[Any] = RowsModel(table, self._fetch, self)
        self.table = WrappingTable(self.model, "message", first_pad=19)
        self.table.setAccessibleName(translate(table.title))
        self.table.current_id_changed.connect(self._tell)
        self.table.copy_requested.connect(self._copy)
        card = Card(flat=True)
        card.body.addWidget(self.table)
        self.detail = ToneLabel("", "body", wrap=True, selectable=True)
        self.detail.setMinimumHeight(2 * size.unit)
        rows.addWidget(self._chips)
        rows.addWidget(card, 1)
        rows.addWidget(self.detail)

    def _fetch(self, wanted: Sequence[int]) -> list[PreviewLine]:
        return [self._lines[number] for number in wanted]

    def show_lines(self, lines: Sequence[PreviewLine], *, first: bool = False) -> None:
        """Show these rows; the chosen kind stays while there are any of it. ``first``: of a list not shown before, mistakes first."""
        self._order = tuple(lines)
        self._lines = {line.id: line for line in lines}
        if first:
            self._shown = LineState.ERROR.value if specs.counts(lines)[LineState.ERROR] else ""
        if not self._of(self._shown):
            self._shown = ""
        self._refill()

    def shown(self) -> list[int]:
        """The row numbers on screen."""
        return list(self.model.ids())

    def choose(self, key: str) -> None:
        """Show only the rows of one kind; an empty key shows all."""
        self._shown = key
        self._refill()

    def _of(self, key: str) -> list[PreviewLine]:
        if key == _DRAFTS:
            return [line for line in self._order if line.draft]
        return [line for line in self._order if not key or line.state.value == key]

    def _refill(self) -> None:
        again = any(chip.hasFocus() for chip in self.chips())
        self._flow.clear()
        kinds = [("", _("Alla")), *((state.value, translate(mark.word)) for state, mark in specs.STATE_MARKS.items())]
        kinds.append((_DRAFTS, _("Utkast")))
        for key, word in kinds:
            count = len(self._of(key))
            if count or not key:
                words = _("{kind} {n}").format(kind=word, n=formats.integer(count))
                chip = _StateChip(key, words, on=key == self._shown)
                chip.chosen.connect(self.choose)
                self._flow.addWidget(chip)
                if again and key == self._shown:
                    chip.setFocus()
        self.table.show_ids([line.id for line in self._of(self._shown)])
        self._tell(self.table.current_id())

    def chips(self) -> list[_StateChip]:
        """The chips above the rows."""
        return [chip for chip in self._chips.findChildren(_StateChip) if not chip.isHidden()]

    def _tell(self, row: object) -> None:
        line = self._lines.get(row) if isinstance(row, int) else None
        if line is None:
            self.detail.setText(_("Gå till en rad med piltangenterna för att läsa hela beskedet."))
            self.detail.setTone("text2")
            return
        self.detail.setTone("bad" if line.state is LineState.ERROR else "text")
        what = translate(specs.STATE_MARKS[line.state].word)
        named = ", ".join(part for part in (line.code, line.title) if part)
        head = _("{place}, {what}: {named}").format(place=line.place, what=what.lower(), named=named or formats.DASH)
        self.detail.setText(line.message or head)

    def _copy(self) -> None:
        ids = self.table.selected_ids()
        QGuiApplication.clipboard().setText(self.model.as_text(ids, self.table.columns.visible()))
