"""People down, days across: a grid of yes, no and not noted, all of it by keyboard."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from socialupph.i18n import _
from socialupph.specs.marks import Shape, Tone
from socialupph.ui.kit import fonts
from socialupph.ui.kit.colours import tokens
from socialupph.ui.kit.marks import draw_mark, mark_colour
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.paint import hairline, ring, rounded, text_in
from socialupph.ui.kit.style import FIRST_PAD_PROPERTY

_Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
_FIXED: Final = 2  # number and name stand before the days
_NEXT: Final = {None: True, True: False, False: None}
Values = Mapping[int, Sequence[bool | None]]


@dataclass(frozen=True, slots=True)
class TickRow:
    """One line: the number it has on paper too, who, and where from."""

    id: int
    number: int
    label: str
    detail: str


class _Model(QAbstractTableModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[TickRow] = []
        self.titles: list[str] = []
        self.values: dict[int, list[bool | None]] = {}

    def show(self, rows: Sequence[TickRow], titles: Sequence[str], values: Values) -> None:
        self.beginResetModel()
        self.rows, self.titles = list(rows), list(titles)
        self.values = {row.id: list(values[row.id]) for row in rows}
        self.endResetModel()

    def value(self, index: _Index) -> bool | None:
        return self.values[self.rows[index.row()].id][index.column() - _FIXED]

    def set_value(self, index: _Index, value: bool | None) -> None:
        self.values[self.rows[index.row()].id][index.column() - _FIXED] = value
        here = self.index(index.row(), index.column())
        self.dataChanged.emit(here, here)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else _FIXED + len(self.titles)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.column() < _FIXED:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self.rows[index.row()]
        if index.column() == 0:
            return str(row.number)
        if index.column() == 1:
            return row.label
        words = {True: _("deltog"), False: _("frånvarande"), None: _("inte noterat")}[self.value(index)]
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        day = self.titles[index.column() - _FIXED]
        return _("{name}, {day}: {value}").format(name=row.label, day=day, value=words)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (_("Nr"), _("Namn"), *self.titles)[section]


class _Delegate(QStyledItemDelegate):
    def __init__(self, model: _Model, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(option.rect.width(), metrics().row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        now, size, rect = tokens(), metrics(), option.rect
        painter.fillRect(rect, now.base)
        hairline(painter, rect.left(), rect.bottom(), rect.width(), now.line)
        row = self._model.rows[index.row()]
        if index.column() == 0:
            painter.setFont(fonts.font("body"))
            text_in(painter, rect.adjusted(0, 0, -size.px(12), -1), str(row.number), now.text2, right=True)
        elif index.column() == 1:
            painter.setFont(fonts.font("body", 500))
            room = rect.adjusted(size.px(6), 0, -size.px(6), -1)
            taken = text_in(painter, room, row.label, now.text)
            painter.setFont(fonts.font("small"))
            text_in(painter, room.adjusted(taken + size.px(10), 0, 0, 0), row.detail, now.text2)
        else:
            self._tick(painter, rect, self._model.value(index))
            if option.state & QStyle.StateFlag.State_HasFocus:
                ring(painter, QRectF(rect.adjusted(2, 2, -2, -3)), size.radius, now.focus)

    def _tick(self, painter: QPainter, rect: QRect, value: bool | None) -> None:
        now, size = tokens(), metrics()
        side = size.px(18)
        left = rect.left() + size.px(12)
        box = QRectF(left, rect.center().y() - side / 2, side, side)
        shape, word = {
            True: (Shape.CHECK, _("deltog")),
            False: (Shape.DASH, _("frånvarande")),
            None: (None, ""),
        }[value]
        filled = value is True
        rounded(painter, box, size.px(3), now.accent if filled else now.base, None if filled else now.edge)
        if shape is not None:
            ink = now.on_accent if filled else mark_colour(Tone.NEUTRAL, now)
            middle = box.center()
            draw_mark(painter, middle.x() - size.mark / 2, middle.y() - size.mark / 2, shape, ink, size.mark)
        start = int(box.right()) + size.px(8)
        room = QRect(start, rect.top(), rect.right() - start, rect.height())
        if word and fonts.measure("body").horizontalAdvance(word) <= room.width():
            painter.setFont(fonts.font("body"))
            text_in(painter, room, word, now.text if filled else now.text2)


class TickGrid(QTableView):
    """Arrows move between the boxes, Space goes through yes, no and not noted, a click does the same."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = _Model(self)
        self._saved: dict[int, list[bool | None]] = {}
        self.setModel(self._people)
        self.setItemDelegate(_Delegate(self._people, self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setProperty(FIRST_PAD_PROPERTY, metrics().px(20))
        self._measure()
        fonts.hub().changed.connect(self._measure)

    def _measure(self) -> None:
        size = metrics()
        self.verticalHeader().setDefaultSectionSize(size.row)
        self.horizontalHeader().setFixedHeight(size.header)
        days = len(self._people.titles)
        if not days:
            return
        widest = max(fonts.measure("body").horizontalAdvance(word) for word in (_("frånvarande"), *self._people.titles))
        day, number = max(size.px(140), widest + size.px(52)), size.px(52)
        room = (self.viewport().width() - number - size.px(180)) // days
        if day > room:
            titles = max(fonts.measure("small", 600).horizontalAdvance(title) for title in self._people.titles)
            day = max(room, titles + size.px(16))  # the box alone, without its word
        self.setColumnWidth(0, number)
        self.setColumnWidth(1, max(size.px(180), self.viewport().width() - number - days * day))
        for column in range(_FIXED, _FIXED + days):
            self.setColumnWidth(column, day)

    # ---- what is shown

    def show_rows(self, rows: Sequence[TickRow], titles: Sequence[str], values: Values) -> None:
        """Show these, with a column for each of ``titles``; it counts as unchanged."""
        self._people.show(rows, titles, values)
        self.mark_saved()
        self._measure()
        if rows and titles:
            self.setCurrentIndex(self._people.index(0, _FIXED))

    def titles(self) -> Sequence[str]:
        """The days across."""
        return self._people.titles

    def values(self) -> dict[int, tuple[bool | None, ...]]:
        """What is ticked now, by line."""
        return {number: tuple(values) for number, values in self._people.values.items()}

    def is_changed(self) -> bool:
        """Whether anything is another than when it was shown or saved."""
        return self._people.values != self._saved

    def mark_saved(self) -> None:
        """What is ticked now is what is kept."""
        self._saved = {number: list(values) for number, values in self._people.values.items()}

    def fill(self, value: bool, *, only_empty: bool) -> None:
        """Set the day the keyboard is at for everybody, or for those with nothing noted."""
        column = max(self.currentIndex().column(), _FIXED)
        for row in range(self._people.rowCount()):
            index = self._people.index(row, column)
            if not only_empty or self._people.value(index) is None:
                self._people.set_value(index, value)
        self.changed.emit()

    # ---- keys and clicks

    def _turn(self, index: _Index) -> None:
        if index.isValid() and index.column() >= _FIXED:
            self._people.set_value(index, _NEXT[self._people.value(index)])
            self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.currentIndex()
        if event.key() == Qt.Key.Key_Space:
            self._turn(here)
        elif event.key() == Qt.Key.Key_Left and here.column() <= _FIXED:
            event.accept()  # names are not ticked
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._people.rowCount():
            row = 0 if event.key() == Qt.Key.Key_Home else self._people.rowCount() - 1
            self.setCurrentIndex(self._people.index(row, max(here.column(), _FIXED)))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() < _FIXED:
            index = self._people.index(index.row(), _FIXED)
            self.setCurrentIndex(index)
            return
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._turn(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()
