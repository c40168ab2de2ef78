"""A table that is as high as its rows, for inside a card: texts of one column wrap before they are cut."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QGuiApplication, QPainter
from PySide6.QtWidgets import QApplication, QSizePolicy, QStyleOptionViewItem, QWidget

from socialupph.i18n import translate
from socialupph.specs.tables import Column, TableSpec
from socialupph.ui.kit import fonts
from socialupph.ui.kit.cells import Cell
from socialupph.ui.kit.colours import tokens
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.paint import text_in
from socialupph.ui.kit.row_delegate import RowDelegate
from socialupph.ui.kit.rows_model import RowsModel
from socialupph.ui.kit.wrapping_table import WrappingTable

_FIRST_PAD = 19
Loud = Callable[[Any], bool]


class _Delegate(RowDelegate):
    """Rows that ``loud`` picks are written strong, and so are numbers that count; the column that wraps is quiet."""

    def __init__(self, model: RowsModel[Any], loud: Loud, strong: str, parent: QWidget) -> None:
        super().__init__(model, parent)
        self._rows, self._loud, self._strong = model, loud, strong
        self._row: object = None

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self._row = self._rows.row(index)
        super().paint(painter, option, index)

    def _paint_cell(self, painter: QPainter, room: QRect, cell: Cell, column: Column[Any], selected: bool) -> None:
        loud = self._row is not None and self._loud(self._row)
        if column.key != self.wraps and (loud or column.key == self._strong):
            counts = loud or not cell.text.startswith("(")
            painter.setFont(fonts.font("body", 600 if counts else 400))
            ink = tokens().sel_text if selected else tokens().text
            text_in(painter, room, cell.text, ink, right=column.key == self._strong)
        else:
            super()._paint_cell(painter, room, cell, column, selected)

    def _wrapped_ink(self, cell: Cell, selected: bool) -> QColor:
        del cell
        now = tokens()
        if not selected:
            return now.text2
        return now.sel_text if now.high_contrast else now.text if now.dark else now.text2


class PlainTable(WrappingTable):
    """Shows row views that are already read; each has an ``id``. It never scrolls: the page does.

    A row is chosen while the keyboard is in the table, or in ``home``, which is what belongs to it, such as the buttons over it; with
    ``keeps_choice`` it stays so. ``entered`` carries the id of the row where the keyboard comes in.

    ``wraps`` is the column whose text may take several lines, ``strong`` one whose figures are written strong (those in brackets
    are not), ``loud`` picks rows that are strong throughout, such as a sum, and span the first ``span`` columns.
    """

    entered = Signal(object)

    def __init__(
        self,
        spec: TableSpec[Any],
        *,
        wraps: str = "",
        strong: str = "",
        loud: Loud | None = None,
        span: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        self._shown: dict[int, Any] = {}
        self._loud, self._span = loud or _never, span
        self.rows_model: RowsModel[Any] = RowsModel(spec, self._fetch)
        super().__init__(self.rows_model, wraps, first_pad=_FIRST_PAD, parent=parent)
        self.rows_model.setParent(self)
        self._delegate = _Delegate(self.rows_model, self._loud, strong, self)
        self._delegate.first_pad, self._delegate.dense, self._delegate.wraps = _FIRST_PAD, True, wraps
        self._delegate.closed = True
        self.home: QWidget = self
        self.keeps_choice = False
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(translate(spec.title))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.copy_requested.connect(self._copy)
        focus = QApplication.instance()
        if isinstance(focus, QApplication):
            focus.focusChanged.connect(self._leave)

    def _fetch(self, wanted: Sequence[int]) -> list[Any]:
        return [self._shown[number] for number in wanted]

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these instead."""
        self._shown = {row.id: row for row in rows}
        self.clearSpans()
        self.show_ids([row.id for row in rows])
        for number, row in enumerate(rows):
            if self._span > 1 and self._loud(row):
                self.setSpan(number, 0, 1, self._span)
        self.fit_rows()
        self._leave()

    def set_closed(self, closed: bool) -> None:
        """Whether nothing but the edge of the card comes after the last row."""
        self._delegate.closed = closed
        self.viewport().update()

    def row_of(self, row_id: int) -> Any:
        """The row view with that id."""
        return self._shown[row_id]

    def fit_rows(self) -> None:
        """Make every row as high as its text needs, and the table as high as its rows."""
        super().fit_rows()
        total = metrics().header + sum(self.rowHeight(row) for row in range(self.rows_model.rowCount()))
        if self.height() != total:
            self.setFixedHeight(total)

    def _copy(self) -> None:
        ids = self.selected_ids()
        QGuiApplication.clipboard().setText(self.rows_model.as_text(ids, self.columns.visible()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit(self.current_id())

    def _leave(self) -> None:
        """Let go of the choice when the keyboard is elsewhere in the window; the row it was at is remembered."""
        at = QApplication.focusWidget()
        elsewhere = at is not None and at.window() is self.window()
        here = at is self.home or self.home.isAncestorOf(at) if at is not None else False
        if elsewhere and not here and not self.keeps_choice:
            self.clearSelection()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())


def _never(row: object) -> bool:
    del row
    return False
