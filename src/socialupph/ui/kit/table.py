"""The list on screen: a table that keeps its place, its columns and its keyboard."""

from collections.abc import Callable, Sequence
from itertools import count
from typing import Any, cast

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from socialupph.ui.kit import fonts
from socialupph.ui.kit.colours import tokens
from socialupph.ui.kit.column_state import ColumnState
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.paint import ring
from socialupph.ui.kit.read_rows import Place
from socialupph.ui.kit.row_delegate import RowDelegate
from socialupph.ui.kit.rows_model import RowsModel
from socialupph.ui.kit.style import FIRST_PAD_PROPERTY

__all__ = ["RowDelegate", "RowsModel", "TableView"]

_Ask = QItemSelectionModel.SelectionFlag
_ROOM = 800  # a view that was never laid out is taken to be so high


class TableView(QTableView):
    """A list over a ``RowsModel``. Arrows move, Enter opens, Ctrl+C copies; sorting is asked for, never done here."""

    activated_id = Signal(int)
    current_id_changed = Signal(object)  # int, or None when nothing is current
    sort_changed = Signal(str, bool)
    copy_requested = Signal()
    columns_changed = Signal()

    def __init__(
        self, model: RowsModel[Any], *, first_pad: int = 24, dense: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows = model
        self._told: int | None = None
        self._restoring = False
        self._delegate = RowDelegate(model, self)
        self._delegate.first_pad, self._delegate.dense = first_pad, dense
        self._dense = dense
        self._sorted: tuple[str, bool] = ("", False)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        _set_up(self)
        self._set_up_header()
        self.columns = ColumnState(self, model.columns)
        self.columns.changed.connect(self._columns_moved)
        self._measure()
        self.selectionModel().currentRowChanged.connect(self._current_changed)
        self.doubleClicked.connect(self._open)
        fonts.hub().changed.connect(self._measure)

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSectionsMovable(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setMinimumSectionSize(metrics().px(40))
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header.sectionClicked.connect(self._header_clicked)

    def _measure(self) -> None:
        size = metrics()
        self.verticalHeader().setDefaultSectionSize(size.row_dense if self._dense else size.row)
        self.horizontalHeader().setFixedHeight(size.header)
        self.horizontalHeader().setProperty(FIRST_PAD_PROPERTY, size.px(self._delegate.first_pad))
        self.columns.fit(self.viewport().width(), extra=size.px(self._delegate.first_pad))
        self._columns_moved()

    def _columns_moved(self) -> None:
        self._delegate.first_column = self.columns.first()
        self.viewport().update()
        self.columns_changed.emit()

    # ---- what is shown

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show these records."""
        self.showing(lambda: self._rows.show(ids))

    def place(self) -> Place:
        """Where it stands: the first row in sight, and how many there is room for."""
        row = max(0, self.rowAt(0))
        room = max(self.viewport().height(), _ROOM) // max(1, self.verticalHeader().defaultSectionSize())
        return Place(self._rows.id_at(row), row, room + 2)

    def showing(self, show: Callable[[], None]) -> None:
        """Let the model ``show`` other rows; the current one, the selection and the scroll position stay where they can."""
        current, selected = self.current_id(), set(self.selected_ids())
        at = self.currentIndex().row()
        bar = self.verticalScrollBar()
        top = self._rows.id_at(self.rowAt(0))
        offset = -self.rowViewportPosition(self.rowAt(0)) if top is not None else 0
        self._restoring = True
        show()
        self._restore(current, selected, at)
        row = self._rows.row_of(top) if top is not None else None
        if row is not None:
            bar.setValue(self.verticalHeader().sectionPosition(row) + offset)
        self._begin()
        self._restoring = False
        self._tell_current()

    def _restore(self, current: int | None, selected: set[int], was_at: int) -> None:
        if current is None or not self._rows.rowCount():
            return
        row = self._rows.row_of(current)
        if row is None:
            row = min(was_at, self._rows.rowCount() - 1)  # the record left the list: stay at its place
            selected = set()
        model = self.selectionModel()
        index = self._rows.index(row, self.columns.first())
        rows = {row, *(found for found in map(self._rows.row_of, selected) if found is not None)}
        model.select(_spans(self._rows, rows), _Ask.ClearAndSelect)
        model.setCurrentIndex(index, _Ask.NoUpdate)

    def current_id(self) -> int | None:
        """The record the keyboard is at."""
        return self._rows.id_at(self.currentIndex().row())

    def selected_ids(self) -> list[int]:
        """The chosen records, in the order of the list."""
        spans = cast("list[QItemSelectionRange]", self.selectionModel().selection())
        rows = sorted({row for span in spans for row in range(span.top(), span.bottom() + 1)})
        found = (self._rows.id_at(row) for row in rows)
        return [record_id for record_id in found if record_id is not None]

    def select_id(self, record_id: int) -> bool:
        """Make the record current and bring it into view; whether it is in the list."""
        row = self._rows.row_of(record_id)
        if row is None:
            return False
        index = self._rows.index(row, self.columns.first())
        self.selectionModel().setCurrentIndex(index, _Ask.ClearAndSelect | _Ask.Rows)
        self.scrollTo(index)
        return True

    # ---- sorting

    def set_sort(self, key: str, descending: bool) -> None:
        """Show the sign of the order the page asked the service for."""
        self._sorted = (key, descending)
        header = self.horizontalHeader()
        for number, column in enumerate(self._rows.columns):
            if column.key == key:
                header.setSortIndicatorShown(True)
                order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
                header.setSortIndicator(number, order)
                return
        header.setSortIndicatorShown(False)

    def _header_clicked(self, section: int) -> None:
        column = self._rows.columns[section]
        if not column.sortable:
            self.set_sort(*self._sorted)
            return
        key, descending = self._sorted
        self.set_sort(column.key, column.key == key and not descending)
        self.sort_changed.emit(*self._sorted)

    # ---- events

    def _current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        del current, previous
        if not self._restoring:
            self._tell_current()

    def _tell_current(self) -> None:
        found = self.current_id()
        if found != self._told:
            self._told = found
            self.current_id_changed.emit(found)

    def _open(self, index: QModelIndex) -> None:
        found = self._rows.id_at(index.row())
        if found is not None:
            self.activated_id.emit(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._rows.rowCount():
            # In a list of records Home and End mean the list, not the row.
            row = 0 if event.key() == Qt.Key.Key_Home else self._rows.rowCount() - 1
            self.select_id(cast("int", self._rows.id_at(row)))
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            event.ignore()  # the page shows or puts away its side panel
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._begin()

    def _begin(self) -> None:
        """A list with the keyboard in it has a chosen row; Qt only makes one current."""
        if self.hasFocus() and self._rows.rowCount() and not self.selectionModel().hasSelection():
            row = max(0, self.currentIndex().row())
            index = self._rows.index(row, self.columns.first())
            self.selectionModel().setCurrentIndex(index, _Ask.ClearAndSelect | _Ask.Rows)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hover(-1)
        super().leaveEvent(event)

    def _set_hover(self, row: int) -> None:
        before = self._delegate.hover_row
        if row != before:
            self._delegate.hover_row = row
            self.viewport().update(self._row_rect(before))
            self.viewport().update(self._row_rect(row))

    def _row_rect(self, row: int) -> QRect:
        if row < 0:
            return QRect()
        top = QPoint(0, self.rowViewportPosition(row))
        return QRect(top.x(), top.y(), self.viewport().width(), self.rowHeight(row))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.fit(self.viewport().width(), extra=metrics().px(self._delegate.first_pad))
        self._delegate.first_column = self.columns.first()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        index = self.currentIndex()
        if not self.hasFocus() or not index.isValid():
            return
        now = tokens()
        selected = self.selectionModel().isSelected(index)
        inset = 3 if now.high_contrast and selected else 0
        rect = self._row_rect(index.row()).adjusted(inset, inset, -inset, -inset)
        colour = now.sel_text if now.high_contrast and selected else now.focus
        painter = QPainter(self.viewport())
        ring(painter, QRectF(rect), metrics().px(4), colour)
        painter.end()


def _set_up(view: QTableView) -> None:
    """Rows without a grid, chosen whole and never written in."""
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setCornerButtonEnabled(False)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    # The strip beside the scroll bar and over it is the same sheet as the rows.
    view.setAutoFillBackground(True)
    view.setBackgroundRole(QPalette.ColorRole.Base)
    view.setMouseTracking(True)
    view.viewport().setMouseTracking(True)
    upright = view.verticalHeader()
    upright.hide()
    upright.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    upright.setMinimumSectionSize(1)


def _spans(model: RowsModel[Any], rows: set[int]) -> QItemSelection:
    """These rows from side to side, in as few pieces as they make: each costs time when there are thousands."""
    last = model.columnCount() - 1
    spans = QItemSelection()
    for first in sorted(row for row in rows if row - 1 not in rows):
        end = next(row for row in count(first) if row + 1 not in rows)
        spans.append(QItemSelectionRange(model.index(first, 0), model.index(end, last)))
    return spans
