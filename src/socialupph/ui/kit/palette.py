"""Ctrl+K: find a record or a command. A child of the window over a scrim, so there is no fight about focus."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from socialupph.i18n import _, ngettext
from socialupph.ui.kit import fonts, icons
from socialupph.ui.kit.colours import tokens
from socialupph.ui.kit.labels import Hairline, ToneLabel
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.paint import rounded, text_in

_PAUSE: Final = 60
_TOP: Final = 92
_SHOWN_ROWS: Final = 10


@dataclass(frozen=True, slots=True)
class PaletteHit:
    """A line of the palette. ``key`` stands at the right: a shortcut, or what kind of record it is."""

    section: str
    icon: str
    code: str
    text: str
    detail: str
    key: str
    payload: object


Find = Callable[[str], Sequence[PaletteHit]]
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class _LinesModel(QAbstractListModel):
    """Hits with a heading before each section; headings cannot be chosen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: list[PaletteHit | str] = []

    def show(self, hits: Sequence[PaletteHit]) -> None:
        self.beginResetModel()
        self.lines = []
        section = ""
        for hit in hits:
            if hit.section != section:
                section = hit.section
                self.lines.append(section)
            self.lines.append(hit)
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) or not index.isValid():
            return None
        line = self.lines[index.row()]
        if isinstance(line, str):
            return line
        return ", ".join(part for part in (line.code, line.text, line.detail, line.key) if part)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if isinstance(self.lines[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _LineDelegate(QStyledItemDelegate):
    """Draws a heading or a hit, the part that was typed in bold."""

    def __init__(self, model: _LinesModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self.needle = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        size = metrics()
        high = size.px(28) if isinstance(self._model.lines[index.row()], str) else size.palette_row
        return QSize(option.rect.width(), high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        now, size, rect = tokens(), metrics(), option.rect
        line = self._model.lines[index.row()]
        if isinstance(line, str):
            painter.setFont(fonts.font("small", 600))
            text_in(painter, rect.adjusted(size.px(20), size.half, -size.px(20), 0), line, now.text2)
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        box = rect.adjusted(size.grid, 0, -size.grid, 0)
        if chosen:
            rounded(painter, QRectF(box), size.radius, now.sel)
            bar = now.sel_text if now.high_contrast else now.focus
            painter.fillRect(box.left(), box.top() + size.px(10), size.px(3), box.height() - size.px(20), bar)
        self._paint_hit(painter, box.adjusted(size.pad, 0, -size.pad, 0), line, chosen)

    def _paint_hit(self, painter: QPainter, room: QRect, hit: PaletteHit, chosen: bool) -> None:
        now, size = tokens(), metrics()
        strong = now.sel_text if chosen else now.text
        quiet = now.sel_text if chosen and now.high_contrast else now.text2
        if hit.icon:
            at = QRect(room.left(), room.top(), size.icon_big, room.height())
            tint = now.sel_text if chosen and now.high_contrast else now.link if chosen else now.text2
            icons.draw_icon(painter, at, hit.icon, tint)
        left = room.left() + size.icon_big + size.px(12)
        painter.setFont(fonts.font("small", 600 if chosen else 0))
        right = QRect(left, room.top(), room.right() - left, room.height())
        key = hit.key or (_("Enter") if chosen else "")
        taken = text_in(painter, right, key, strong if chosen else quiet, right=True)
        end = room.right() - taken - size.px(12)
        left += self._words(painter, QRect(left, room.top(), end - left, room.height()), hit.code, strong, 600)
        left += size.grid if hit.code else 0
        weight = 500 if not hit.code else 400
        ink = strong if not hit.code else quiet
        left += self._words(painter, QRect(left, room.top(), end - left, room.height()), hit.text, ink, weight)
        if hit.detail and end - left > size.px(30):
            left += size.grid
            self._words(painter, QRect(left, room.top(), end - left, room.height()), hit.detail, quiet, 400)

    def _words(self, painter: QPainter, room: QRect, text: str, ink: QColor, weight: int) -> int:
        """Draw ``text`` with what was typed in bold; gives the width it took."""
        if room.width() <= 0 or not text:
            return 0
        at = text.casefold().find(self.needle) if self.needle else -1
        # casefold may change the length (ß); then no part is set in bold rather than the wrong one.
        if at < 0 or len(text.casefold()) != len(text):
            painter.setFont(fonts.font("body", weight))
            return text_in(painter, room, text, ink)
        left, end = room.left(), at + len(self.needle)
        for part, boldness in ((text[:at], weight), (text[at:end], 700), (text[end:], weight)):
            if part and room.right() > left:
                painter.setFont(fonts.font("body", boldness))
                left += text_in(painter, QRect(left, room.top(), room.right() - left, room.height()), part, ink)
        return left - room.left()


class _Sheet(QWidget):
    """The floating box itself."""

    def paintEvent(self, event: QPaintEvent) -> None:
        now, size = tokens(), metrics()
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), size.radius_float, now.base, now.line)


class Palette(QWidget):
    """Fills the window with a scrim and shows the box on it. ``chosen`` gives the payload of the line that was picked.

    ``find`` is asked for each pause in typing; lines of one section must come together.
    """

    chosen = Signal(object)
    chosen_aside = Signal(object)  # Ctrl+Enter: in the side panel
    closed = Signal()

    def __init__(self, host: QWidget, find: Find) -> None:
        super().__init__(host)
        self._host, self._find = host, find
        self._back: QWidget | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.search)
        self._build()
        host.installEventFilter(self)
        self.hide()

    def _build(self) -> None:
        self._sheet = _Sheet(self)
        rows = QVBoxLayout(self._sheet)
        rows.setContentsMargins(1, 1, 1, 1)
        rows.setSpacing(0)
        self._input = QLineEdit()
        self._input.setFrame(False)
        self._input.setPlaceholderText(_("Sök eller gå till …"))
        self._input.setAccessibleName(_("Sök eller gå till"))
        self._input.textEdited.connect(self._typed)
        self._input.installEventFilter(self)
        self._sign = QAction(icons.icon("search"), "", self._input)
        self._input.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        self._count = ToneLabel("", "small", "text2")
        self._top = QHBoxLayout()
        self._top.addWidget(self._input, 1)
        self._top.addWidget(self._count)
        rows.addLayout(self._top)
        rows.addWidget(Hairline())
        self._model = _LinesModel(self)
        self._delegate = _LineDelegate(self._model, self)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setAccessibleName(_("Träffar"))
        self._list.clicked.connect(self._clicked)
        rows.addWidget(self._list, 1)
        rows.addWidget(Hairline())
        self._foot = ToneLabel(
            _("↑ ↓ välj    Enter öppna    Ctrl+Enter i sidopanelen    > bara kommandon    Esc stäng"), "small", "text2"
        )
        rows.addWidget(self._foot)

    def open(self, text: str = "") -> None:
        """Show it with ``text`` typed; the keyboard comes back to where it was when it closes."""
        if self.isHidden():
            self._back = self._host.focusWidget()
        self._input.setText(text)
        self.search()
        self._place()
        self.show()
        self.raise_()
        self._input.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def let_go(self) -> None:
        """Stop listening to what it lies over, before the window is put away."""
        self._host.removeEventFilter(self)
        self._input.removeEventFilter(self)

    def close_palette(self) -> None:
        """Put it away without choosing."""
        self.hide()
        if self._back is not None:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._back = None
        self.closed.emit()

    def search(self) -> None:
        """Ask for what is typed and choose the first hit."""
        self._pause.stop()
        text = self._input.text().strip()
        hits = self._find(text)
        self._delegate.needle = text.removeprefix(">").strip().casefold()
        self._model.show(hits)
        self._count.setText(ngettext("{n} träff", "{n} träffar", len(hits)).format(n=len(hits)))
        self._step(0, 1)
        self._place()

    def _typed(self) -> None:
        self._pause.start()

    def _step(self, start: int, way: int) -> None:
        """Choose the first line that is not a heading, from ``start`` on."""
        row = start
        while 0 <= row < len(self._model.lines):
            if not isinstance(self._model.lines[row], str):
                self._list.setCurrentIndex(self._model.index(row, 0))
                if row <= 1:
                    self._list.scrollToTop()
                return
            row += way

    def current(self) -> PaletteHit | None:
        """The chosen line."""
        row = self._list.currentIndex().row()
        line = self._model.lines[row] if 0 <= row < len(self._model.lines) else None
        return line if isinstance(line, PaletteHit) else None

    def _pick(self, *, aside: bool) -> None:
        if self._pause.isActive():
            self.search()  # Enter right after the last letter means that text, not the one before
        hit = self.current()
        if hit is None:
            return
        self.close_palette()
        (self.chosen_aside if aside else self.chosen).emit(hit.payload)

    def _clicked(self, index: QModelIndex) -> None:
        self._list.setCurrentIndex(index)
        self._pick(aside=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        if watched is self._input and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        row, key = self._list.currentIndex().row(), event.key()
        if key == Qt.Key.Key_Down:
            self._step(row + 1, 1)
        elif key == Qt.Key.Key_Up:
            self._step(row - 1, -1)
        elif key == Qt.Key.Key_PageDown:
            self._step(min(row + 8, len(self._model.lines) - 1), -1)
        elif key == Qt.Key.Key_PageUp:
            self._step(max(row - 8, 0), 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick(aside=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif key == Qt.Key.Key_Escape:
            self.close_palette()
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)  # nowhere else to go
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._sheet.geometry().contains(event.position().toPoint()):
            self.close_palette()

    def _place(self) -> None:
        size = metrics()
        self.setGeometry(self._host.rect())
        self._top.setContentsMargins(size.grid, size.half, size.gap, size.half)
        self._foot.setContentsMargins(size.gap, 0, size.gap, 0)
        self._foot.setFixedHeight(size.control)
        self._input.setFont(fonts.font("panel", 400))
        self._input.setFixedHeight(size.px(46))
        lines = self._model.lines
        headings = sum(isinstance(line, str) for line in lines)
        rows = min(_SHOWN_ROWS, max(3, len(lines) - headings))
        high = size.px(60) + rows * size.palette_row + headings * size.px(28) + size.control + size.px(24)
        top = min(size.px(_TOP), self.height() // 8)
        wide = min(size.palette_width, self.width() - 2 * size.gap)
        self._sheet.setGeometry((self.width() - wide) // 2, top, wide, min(high, self.height() - top - size.gap))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens().scrim)
        # The only shadow, for what floats: a few soft edges, painted once.
        box = QRectF(self._sheet.geometry())
        for grow in range(8, 0, -2):
            rounded(painter, box.adjusted(-grow, -grow + 3, grow, grow + 3), 10 + grow, QColor(0, 0, 0, 10))
