"""The sheets that were found in the files: what each is, and which of its columns is what."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from socialupph.domain.commands.register_sheets import SheetKind
from socialupph.i18n import _, translate
from socialupph.specs import register_sheet_preview as specs
from socialupph.specs.register_sheet_preview import FoundLine
from socialupph.ui.features.imports.columns import Columns, ColumnsCard, Mapping
from socialupph.ui.kit.fields import ComboBox
from socialupph.ui.kit.labels import Card, ToneLabel
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.rows_model import RowsModel
from socialupph.ui.kit.wrapping_table import WrappingTable


class FoundView(QWidget):
    """``kind_chosen`` carries the number of a sheet and what it is; ``mapping_chosen`` its number and its columns."""

    kind_chosen = Signal(int, object)
    mapping_chosen = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[int, FoundLine] = {}
        self._columns: dict[int, Columns] = {}
        self._current = 0
        size = metrics()
        self.model: RowsModel[FoundLine] = RowsModel(specs.FOUND_TABLE, self._fetch, self)
        self.table = WrappingTable(self.model, "told", first_pad=19)
        self.table.setAccessibleName(translate(specs.FOUND_TABLE.title))
        self.table.current_id_changed.connect(self._show_current)
        sheet = Card(flat=True)
        sheet.body.addWidget(self.table)
        self.name = ToneLabel("", "section", elide=True)
        self.kind = ComboBox()
        self.kind.setFixedHeight(size.small)
        self.kind.setMinimumWidth(size.px(220))
        self.kind.addItem(specs.kind_text(None), None)
        for kind in SheetKind:
            self.kind.addItem(specs.kind_text(kind), kind)
        self.kind.activated.connect(self._kind_chosen)
        label = ToneLabel(_("Är"), "label")
        label.setBuddy(self.kind)
        self.columns = ColumnsCard()
        self.columns.mapping_chosen.connect(self._mapping_chosen)
        line = QHBoxLayout()
        line.setSpacing(size.grid)
        line.addWidget(self.name, 1)
        line.addWidget(label)
        line.addWidget(self.kind)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(size.grid)
        rows.addWidget(sheet, 1)
        rows.addLayout(line)
        rows.addWidget(self.columns)

    def _fetch(self, wanted: Sequence[int]) -> list[FoundLine]:
        return [self._lines[number] for number in wanted]

    def show_found(self, lines: Sequence[FoundLine], columns: dict[int, Columns]) -> None:
        """Show these sheets; the chosen one stays chosen, at first one whose columns are to be seen to."""
        self._lines = {line.id: line for line in lines}
        self._columns = columns
        self.table.show_ids(list(self._lines))
        if self._current not in self._lines:
            wrong = [number for number, one in columns.items() if one.missing]
            self._current = wrong[0] if wrong else next(iter(self._lines), 0)
        if self._current:
            self.table.select_id(self._current)
            self._show(self._current)

    def _show_current(self, row: object) -> None:
        if isinstance(row, int) and row in self._lines:
            self._show(row)

    def _show(self, number: int) -> None:
        self._current = number
        line = self._lines[number]
        self.name.setText(line.name)
        self.kind.setAccessibleName(_("{name} är").format(name=line.name))
        self.kind.setEnabled(not line.problem)
        self.kind.setCurrentIndex(max(0, self.kind.findData(line.kind)))
        columns = self._columns.get(number)
        self.columns.setVisible(columns is not None)
        if columns is not None:
            self.columns.show_columns(columns)

    def _kind_chosen(self) -> None:
        self.kind_chosen.emit(self._current, self.kind.currentData())

    def _mapping_chosen(self, mapping: Mapping) -> None:
        self.mapping_chosen.emit(self._current, mapping)

    def choose_kind(self, number: int, kind: SheetKind | None) -> None:
        """Say what a sheet is, as by hand."""
        self.table.select_id(number)
        self._show(number)
        self.kind.setCurrentIndex(self.kind.findData(kind) if kind is not None else 0)
        self._kind_chosen()
