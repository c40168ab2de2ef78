"""Short painted lists that are not tables: the base of the timeline and of *Idag*."""

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QWidget

from socialupph.ui.kit import fonts

Line = TypeVar("Line")
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class LinesModel(QAbstractListModel, Generic[Line]):
    """Frozen lines. Subclasses say how a line is spoken and which can be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []

    def show(self, lines: Sequence[Line]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def spoken(self, line: Line) -> str:
        """What a screen reader says, and what is copied."""
        raise NotImplementedError

    def choosable(self, line: Line) -> bool:
        """Whether the keyboard stops at it."""
        del line
        return True

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        wanted = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self.spoken(self.lines[index.row()]) if wanted and index.isValid() else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or not self.choosable(self.lines[index.row()]):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class LinesView(QListView):
    """Arrows move, Enter and double click run ``activated_row``, Ctrl+C copies what is said of the chosen lines."""

    activated_row = Signal(int)

    def __init__(self, model: LinesModel[Any], *, grows: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = model
        self._grows = grows
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # lines are as wide as the list
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.doubleClicked.connect(self._open)
        if grows:
            # As high as its lines: the page scrolls, not a list in it.
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            model.modelReset.connect(self.updateGeometry)
        fonts.hub().changed.connect(self._refit)

    def _refit(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and self._lines.choosable(self._lines.lines[index.row()]):
            self.activated_row.emit(index.row())

    def _to_end(self, *, last: bool) -> None:
        """The first or last line that can be chosen: Qt stops at a heading."""
        found = [row for row, line in enumerate(self._lines.lines) if self._lines.choosable(line)]
        if found:
            self.setCurrentIndex(self._lines.index(found[-1 if last else 0], 0))
        if not last:
            self.scrollToTop()

    def sizeHint(self) -> QSize:
        if not self._grows:
            return super().sizeHint()
        high = sum(self.sizeHintForRow(row) for row in range(len(self._lines.lines)))
        return QSize(super().sizeHint().width(), high + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height()) if self._grows else super().minimumSizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._to_end(last=event.key() == Qt.Key.Key_End)
        elif event.matches(QKeySequence.StandardKey.Copy):
            rows = sorted(index.row() for index in self.selectedIndexes())
            QGuiApplication.clipboard().setText("\n".join(self._lines.spoken(self._lines.lines[row]) for row in rows))
        else:
            super().keyPressEvent(event)
