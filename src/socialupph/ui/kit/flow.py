"""Layouts that give way: chips that wrap, and columns that become fewer when there is little room."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from socialupph.ui.kit.metrics import metrics


class _ItemsLayout(QLayout):
    """Holds the items; subclasses place them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(QMargins(0, 0, 0, 0))
        if parent is not None:
            parent.setLayout(self)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride] -- Qt asks past the end and wants None
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride] -- as above
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def clear(self) -> None:
        """Take every widget out and let it go."""
        while self._items:
            widget = self._items.pop().widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        inner = QRect(0, 0, width - margins.left() - margins.right(), 0)
        return self._place(inner, move=False) + margins.top() + margins.bottom()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect.marginsRemoved(self.contentsMargins()), move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, move: bool) -> int:
        raise NotImplementedError


class FlowLayout(_ItemsLayout):
    """Items in a line that wraps: a second row rather than a wider window."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 8) -> None:
        super().__init__(parent)
        self.setSpacing(spacing)

    def minimumSize(self) -> QSize:
        widest = QSize(0, 0)
        for item in self._shown():
            widest = widest.expandedTo(item.minimumSize())
        return widest

    def sizeHint(self) -> QSize:
        items = self._shown()
        wide = sum(item.sizeHint().width() for item in items) + self.spacing() * max(0, len(items) - 1)
        return QSize(wide, max((item.sizeHint().height() for item in items), default=0))

    def _place(self, rect: QRect, *, move: bool) -> int:
        y = rect.y()
        for number, line in enumerate(self._lines(rect.width())):
            y += self.spacing() if number else 0
            high = max(item.sizeHint().height() for item in line)
            x = rect.x()
            for item in line:
                hint = item.sizeHint()
                wide = min(hint.width(), rect.width())
                if move:
                    at = QPoint(x, y + (high - hint.height()) // 2)
                    item.setGeometry(QRect(at, QSize(wide, hint.height())))
                x += wide + self.spacing()
            y += high
        return y - rect.y()

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        x = 0
        for item in self._shown():
            wide = min(item.sizeHint().width(), width)
            if not lines or x + wide > width:
                lines.append([])
                x = 0
            lines[-1].append(item)
            x += wide + self.spacing()
        return lines


class ColumnsLayout(_ItemsLayout):
    """Equal columns, at most ``most``, each at least ``least`` (pixels at 100 %) wide; fewer when there is no room.

    An item added with ``add_wide`` takes the whole row.
    """

    def __init__(self, most: int, least: int, *, gap: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most, self._least, self._gap = most, least, gap
        self._wide: set[int] = set()

    def add_wide(self, widget: QWidget) -> None:
        """Add ``widget`` on a row of its own."""
        self._wide.add(len(self._items))
        self.addWidget(widget)

    def share(self, most: int, least: int) -> None:
        """Share the width between other columns than before."""
        self._most, self._least = max(1, most), least
        self.invalidate()

    def columns_for(self, width: int) -> int:
        """How many columns fit in ``width``."""
        size = metrics()
        least, gap = size.px(self._least), size.px(self._gap)
        return max(1, min(self._most, (width + gap) // (least + gap)))

    def minimumSize(self) -> QSize:
        items = self._shown()
        return QSize(
            max((item.minimumSize().width() for item in items), default=0),
            max((item.minimumSize().height() for item in items), default=0),
        )

    def _place(self, rect: QRect, *, move: bool) -> int:
        size = metrics()
        gap, columns = size.px(self._gap), self.columns_for(rect.width())
        cell = (rect.width() - gap * (columns - 1)) // columns
        y, column, line = rect.y(), 0, 0
        for number, item in enumerate(self._items):
            if item.isEmpty():
                continue
            wide = number in self._wide
            if column and (wide or column == columns):
                y, column, line = y + line + self.spacing_y(), 0, 0
            width = rect.width() if wide else cell
            height = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
            if move:
                item.setGeometry(QRect(rect.x() + column * (cell + gap), y, width, height))
            line = max(line, height)
            column = columns if wide else column + 1
        return y + line - rect.y()

    def spacing_y(self) -> int:
        """Between two rows."""
        return max(0, self.spacing()) if self.spacing() > 0 else metrics().half
