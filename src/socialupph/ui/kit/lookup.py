"""Choosing a record by typing: a short list under the field, Enter picks, and a last line that makes a new one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol, cast

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
    QVBoxLayout,
    QWidget,
)

from socialupph.i18n import _
from socialupph.ui.kit import fonts, icons
from socialupph.ui.kit.buttons import Chip
from socialupph.ui.kit.codecs import FieldProblem
from socialupph.ui.kit.colours import tokens
from socialupph.ui.kit.fields import Editor, LineEdit
from socialupph.ui.kit.flow import FlowLayout
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.paint import text_in

_LIMIT: Final = 12
_PAUSE: Final = 120  # ms of quiet before asking: faster than a typist notices, slower than every key


@dataclass(frozen=True, slots=True)
class LookupHit:
    """One record that was found: ``text`` names it, ``detail`` tells it from its likes."""

    id: int
    text: str
    detail: str = ""


class LookupProvider(Protocol):
    """Finds records for a form. ``kind`` is the ``lookup`` of the field."""

    def find(self, kind: str, text: str, limit: int) -> Sequence[LookupHit]:
        """Records that answer to ``text``, best first; with an empty text the likeliest."""
        ...

    def label(self, kind: str, record_id: int) -> str:
        """How the record is named in the field."""
        ...


_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class _HitsModel(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._hits: tuple[LookupHit, ...] = ()
        self._create = ""

    def show(self, hits: Sequence[LookupHit], create: str) -> None:
        self.beginResetModel()
        self._hits, self._create = tuple(hits), create
        self.endResetModel()

    def hit(self, row: int) -> LookupHit | None:
        """The hit in ``row``; None for the line that makes a new one."""
        return self._hits[row] if 0 <= row < len(self._hits) else None

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._hits) + bool(self._create)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        hit = self.hit(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.text if hit else self._create
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (hit.text, hit.detail) if part) if hit else self._create
        return None


class _HitDelegate(QStyledItemDelegate):
    def __init__(self, model: _HitsModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

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
            icons.draw_icon(painter, QRect(room.left(), room.top(), size.icon, room.height()), "add", ink)
            room.adjust(size.icon + size.grid, 0, 0, 0)
        painter.setFont(fonts.font("body", 500))
        taken = text_in(painter, room, str(index.data()), ink)
        if hit and hit.detail:
            painter.setFont(fonts.font("small"))
            quiet = now.sel_text if chosen and now.high_contrast else now.text2
            text_in(painter, room.adjusted(taken + size.grid, 0, 0, 0), hit.detail, quiet)


class LookupLine(LineEdit):
    """A line with a list of what was found under it. ``picked`` gives a hit, ``create_asked`` the typed text."""

    picked = Signal(object)
    create_asked = Signal(str)

    def __init__(self, kind: str, provider: LookupProvider, *, creates: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind, self._provider, self._creates = kind, provider, creates
        self._hits = _HitsModel(self)
        self._list = QCompleter(self._hits, self)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._list.setWidget(self)
        self._list.setMaxVisibleItems(_LIMIT)
        self._popup = QListView()
        self._list.setPopup(self._popup)  # from here on the completer owns it
        self._popup.setItemDelegate(_HitDelegate(self._hits, self._list))
        self._popup.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        # The QModelIndex form: two records may bear the same name.
        cast("Mapping[object, SignalInstance]", self._list.activated)[QModelIndex].connect(self._activated)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.search)
        self.textEdited.connect(self._typed)
        self.setPlaceholderText(_("Skriv för att söka, Enter väljer"))

    def _typed(self) -> None:
        self._pause.start()

    def set_kind(self, kind: str) -> None:
        """Look for something else from now on, such as the workplaces of another supplier."""
        self._kind = kind

    def search(self) -> None:
        """Look up what is typed and open the list."""
        self._pause.stop()
        text = self.text().strip()
        hits = self._provider.find(self._kind, text, _LIMIT)
        self._hits.show(hits, _("Skapa {name} …").format(name=text or _("ny")) if self._creates else "")
        if self._hits.rowCount() and self.hasFocus():
            self._list.complete()
            self._popup.setCurrentIndex(self._hits.index(0, 0))

    def only_hit(self) -> LookupHit | None:
        """The record that is meant when exactly one bears the typed name."""
        text = self.text().strip().casefold()
        same = [hit for hit in self._provider.find(self._kind, text, _LIMIT) if hit.text.casefold() == text]
        return same[0] if len(same) == 1 else None

    def _activated(self, index: QModelIndex) -> None:
        self.pick(index.row())

    def pick(self, row: int) -> None:
        """Choose the line ``row`` of the list."""
        hit = self._hits.hit(row)
        if hit is None:
            self.create_asked.emit(self.text().strip())
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


class LookupEditor(Editor):
    """One record found by typing."""

    create_asked = Signal(str, str)  # kind, typed text

    def __init__(self, key: str, kind: str, provider: LookupProvider, *, creates: bool) -> None:
        super().__init__()
        self._key, self._kind, self._provider = key, kind, provider
        self._id: int | None = None
        self._label = ""
        self._line = LookupLine(kind, provider, creates=creates)
        self._line.setFixedHeight(metrics().control)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._line)
        self._line.picked.connect(self._picked)
        self._line.create_asked.connect(self._create)
        self._line.textEdited.connect(self._edited)
        self._line.left.connect(self.left)

    def set_kind(self, kind: str) -> None:
        """Look for another kind, or the same narrowed by something else; what is chosen stays."""
        self._kind = kind
        self._line.set_kind(kind)

    def _edited(self) -> None:
        if self._line.text().strip() != self._label:
            self._id = None
        self.changed.emit()

    def _create(self, text: str) -> None:
        self.create_asked.emit(self._kind, text)

    def _picked(self, hit: LookupHit) -> None:
        self._show(hit.id, hit.text)
        self.changed.emit()

    def _show(self, record_id: int | None, label: str) -> None:
        self._id, self._label = record_id, label
        self._line.setText(label)
        self._line.setCursorPosition(0)

    def value(self) -> int | None:
        if self._id is not None or not self._line.text().strip():
            return self._id
        only = self._line.only_hit()
        if only is None:
            raise FieldProblem(self._key, _("Välj i listan. Skriv några bokstäver och tryck Enter på rätt rad."))
        self._show(only.id, only.text)
        return only.id

    def set_value(self, value: object) -> None:
        if isinstance(value, int):
            self._show(value, self._provider.label(self._kind, value))
        else:
            self._show(None, "")

    def draft(self) -> object:
        return self._id if self._id is not None else self._line.text()

    def set_draft(self, draft: object) -> None:
        if isinstance(draft, str):
            self._show(None, "")
            self._line.setText(draft)
        else:
            self.set_value(draft)

    def target(self) -> QWidget:
        return self._line


class _LookupChip(Chip):
    """A chosen record; says which when its cross is pressed."""

    dropped = Signal(int)

    def __init__(self, record_id: int, label: str, lead: str) -> None:
        super().__init__(lead, label)
        self._id = record_id
        self.removed.connect(self._drop)

    def _drop(self) -> None:
        self.dropped.emit(self._id)


class LookupsEditor(Editor):
    """Several records: a chip for each, and a line to find the next."""

    create_asked = Signal(str, str)

    def __init__(self, key: str, kind: str, provider: LookupProvider, *, creates: bool) -> None:
        super().__init__()
        self._key, self._kind, self._provider = key, kind, provider
        self._ids: list[int] = []
        self._line = LookupLine(kind, provider, creates=creates)
        self._line.setFixedHeight(metrics().control)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(metrics().half)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, 6)
        rows.addWidget(self._chips)
        rows.addWidget(self._line)
        self._line.picked.connect(self._picked)
        self._line.create_asked.connect(self._create)
        self._line.left.connect(self.left)
        self._chips.hide()

    def _create(self, text: str) -> None:
        self.create_asked.emit(self._kind, text)

    def _picked(self, hit: LookupHit) -> None:
        self._line.clear()
        if hit.id not in self._ids:
            self._ids.append(hit.id)
            self._refill()
            self.changed.emit()

    def _drop(self, record_id: int) -> None:
        self._ids.remove(record_id)
        self._refill()
        self._line.setFocus()
        self.changed.emit()

    def _refill(self) -> None:
        self._flow.clear()
        for number, record_id in enumerate(self._ids, 1):
            chip = _LookupChip(record_id, self._provider.label(self._kind, record_id), str(number))
            chip.dropped.connect(self._drop)
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(self._ids))
        self.updateGeometry()

    def value(self) -> tuple[int, ...]:
        if self._line.text().strip():
            only = self._line.only_hit()
            if only is None:
                raise FieldProblem(self._key, _("Välj i listan. Skriv några bokstäver och tryck Enter på rätt rad."))
            self._picked(only)
        return tuple(self._ids)

    def set_value(self, value: object) -> None:
        found = cast("Sequence[object]", value) if isinstance(value, list | tuple) else ()
        self._ids = [item for item in found if isinstance(item, int)]
        self._line.clear()
        self._refill()

    def draft(self) -> list[int]:
        return list(self._ids)

    def target(self) -> QWidget:
        return self._line
