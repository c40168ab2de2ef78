"""A line to type in with a list of what was found under it: Enter picks, and a last line leads on to where more is made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, cast

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from socialupph.ui.kit import fonts, icons
from socialupph.ui.kit.colours import tokens
from socialupph.ui.kit.fields import LineEdit
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.paint import text_in

LIMIT: Final = 12
_PAUSE: Final = 120  # ms of quiet before asking: faster than a typist notices, slower than every key


@dataclass(frozen=True, slots=True)
class LookupHit:
    """One record that was found: ``text`` names it, ``detail`` tells it from its likes.

    For what has no record, a code of a list, ``value`` is what is stored and ``id`` is 0.
    """

    id: int
    text: str
    detail: str = ""
    value: str = ""


_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class _HitsModel(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._hits: tuple[LookupHit, ...] = ()
        self._last = ""

    def show(self, hits: Sequence[LookupHit], last: str) -> None:
        self.beginResetModel()
        self._hits, self._last = tuple(hits), last
        self.endResetModel()

    def hit(self, row: int) -> LookupHit | None:
        """The hit in ``row``; None for the last line, which leads on."""
        return self._hits[row] if 0 <= row < len(self._hits) else None

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._hits) + bool(self._last)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        hit = self.hit(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.text if hit else self._last
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (hit.text, hit.detail) if part) if hit else self._last
        return None


class _HitDelegate(QStyledItemDelegate):
    def __init__(self, model: _HitsModel, last_icon: str, parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._last_icon = model, last_icon

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        del index
        return QSize(option.rect.width(), metrics().control)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        now, size, rect = tokens(), metrics(), option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, now.sel if chosen else now.base)
        room = rect.adjusted(size.px(10), 0, -size.px(10), 0)
        hit = self._model.hit(index.row())
        ink = now.sel_text if chosen else now.text if hit else now.link
        if hit is None:
            icons.draw_icon(painter, QRect(room.left(), room.top(), size.icon, room.height()), self._last_icon, ink)
            room.adjust(size.icon + size.grid, 0, 0, 0)
        painter.setFont(fonts.font("body", 500))
        taken = text_in(painter, room, str(index.data()), ink)
        if hit and hit.detail:
            painter.setFont(fonts.font("small"))
            quiet = now.sel_text if chosen and now.high_contrast else now.text2
            text_in(painter, room.adjusted(taken + size.grid, 0, 0, 0), hit.detail, quiet)


class SearchLine(LineEdit):
    """Base of lines with a list under them. ``picked`` gives a hit, ``last_chosen`` the typed text when the last line was chosen."""

    picked = Signal(object)
    last_chosen = Signal(str)

    def __init__(self, last_icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        icons.require(last_icon)
        self._hits = _HitsModel(self)
        self._list = QCompleter(self._hits, self)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._list.setWidget(self)
        self._list.setMaxVisibleItems(LIMIT + 1)  # and the last line
        self._popup = QListView()
        self._list.setPopup(self._popup)  # from here on the completer owns it
        self._popup.setItemDelegate(_HitDelegate(self._hits, last_icon, self._list))
        self._popup.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        # The QModelIndex form: two records may bear the same name.
        cast("Mapping[object, SignalInstance]", self._list.activated)[QModelIndex].connect(self._activated)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.search)
        self.textEdited.connect(self._typed)

    def found(self, text: str) -> Sequence[LookupHit]:
        """What answers to ``text``, best first; with an empty text the likeliest."""
        raise NotImplementedError

    def last_line(self, text: str) -> str:
        """The words of the last line; empty when there is none."""
        raise NotImplementedError

    def first_row(self) -> int:
        """The row that Enter picks when nothing else was chosen; -1 for none."""
        return 0

    def _typed(self) -> None:
        self._pause.start()

    def search(self) -> None:
        """Look up what is typed and open the list."""
        self._pause.stop()
        text = self.text().strip()
        self._hits.show(self.found(text), self.last_line(text))
        if not self._hits.rowCount():
            self._popup.hide()
        elif self.hasFocus():
            self._list.complete()
            first = self.first_row()
            self._popup.setCurrentIndex(self._hits.index(first, 0) if first >= 0 else QModelIndex())

    def is_open(self) -> bool:
        """Whether the list is open with a row that Enter would pick."""
        return self._popup.isVisible() and self._popup.currentIndex().isValid()

    def has_hits(self) -> bool:
        """Whether the list shows anything beside its last line."""
        return self._hits.hit(0) is not None

    def _activated(self, index: QModelIndex) -> None:
        self.pick(index.row())

    def pick(self, row: int) -> None:
        """Choose the line ``row`` of the list."""
        hit = self._hits.hit(row)
        if hit is None:
            self.last_chosen.emit(self.text().strip())
        else:
            self.picked.emit(hit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_F4) and not self._popup.isVisible():
            self.search()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setFixedHeight(metrics().control)
