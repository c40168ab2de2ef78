"""A table one of whose columns is read to the end: its texts take as many lines as they need, and the row grows with them."""

from typing import Any, Final

from PySide6.QtCore import QEvent, QRect, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from socialupph.ui.kit import fonts
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.rows_model import RowsModel
from socialupph.ui.kit.table import TableView

_PADDING: Final = 12  # at 100 %, over and under the lines together, and at the sides of a cell
_MOST: Final = 2_000  # rows; measuring the texts of a longer list would be felt each time the window changes its width


class WrappingTable(TableView):
    """Wraps the column ``wraps``; a list of more than two thousand rows has one line a row all the same."""

    def __init__(self, model: RowsModel[Any], wraps: str, *, first_pad: int, parent: QWidget | None = None) -> None:
        super().__init__(model, first_pad=first_pad, dense=True, parent=parent)
        self._model = model
        self._wrapped = next((number for number, one in enumerate(model.columns) if one.key == wraps), -1)
        self._delegate.wraps = wraps
        self._soon = QTimer(self)  # the columns have got their widths when it rings
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.fit_rows)
        fonts.hub().changed.connect(self._soon.start)
        self.columns_changed.connect(self._soon.start)
        model.modelReset.connect(self.fit_rows)

    def fit_rows(self) -> None:
        """Make every row as high as its text needs at the width that the column has now."""
        size, rows = metrics(), self._model.rowCount()
        shown = self._wrapped >= 0 and not self.isColumnHidden(self._wrapped)
        room = self.columnWidth(self._wrapped) - size.px(_PADDING) if shown and rows <= _MOST else 0
        for row in range(rows):
            high = max(size.row_dense, self._lines_high(row, room) + size.px(_PADDING) if room > 0 else 0)
            if self.rowHeight(row) != high:
                self.setRowHeight(row, high)
        self.updateGeometries()

    def _lines_high(self, row: int, room: int) -> int:
        text, found = self._model.cells(row)[self._wrapped].text, fonts.measure("body")
        if found.horizontalAdvance(text) <= room:
            return 0
        return found.boundingRect(QRect(0, 0, room, 10_000), int(Qt.TextFlag.TextWordWrap), text).height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._soon.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_soon"):
            self._soon.start()
