"""What happened to a record and what is planned, newest first, with a line between the signs."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from socialupph.i18n import _, translate
from socialupph.specs.marks import Mark
from socialupph.ui.kit import fonts
from socialupph.ui.kit.colours import tokens
from socialupph.ui.kit.lines_view import Index, LinesModel, LinesView
from socialupph.ui.kit.marks import draw_mark, mark_colour
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.paint import broken, lines_in, ring, rounded, text_in

_MOST_LINES = 2


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One thing that happened or is to happen. ``target`` is given back when it is opened; None cannot be."""

    when: str
    mark: Mark
    title: str
    detail: str = ""
    target: object = None


class _Model(LinesModel[TimelineEntry]):
    def when_width(self) -> int:
        """As wide as the longest date needs, so that those of other years are read whole."""
        found = fonts.measure("small")
        longest = max((found.horizontalAdvance(line.when) for line in self.lines), default=0)
        return max(metrics().px(58), longest + metrics().grid)

    def spoken(self, line: TimelineEntry) -> str:
        said = _("{when}, {status}: {title}").format(when=line.when, status=translate(line.mark.word), title=line.title)
        return _("{text}. {detail}").format(text=said, detail=line.detail) if line.detail else said


class _Delegate(QStyledItemDelegate):
    def __init__(self, model: _Model, view: QListView) -> None:
        super().__init__(view)
        self._model, self._view = model, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size, entry = metrics(), self._model.lines[index.row()]
        wide = self._view.viewport().width()
        room = wide - self._text_left() - size.half
        body, small = fonts.measure("body", 500), fonts.measure("small")
        high = body.height() * len(broken(body, entry.title, room, _MOST_LINES)) + size.px(12)
        if entry.detail:
            high += small.height() * len(broken(small, entry.detail, room, _MOST_LINES)) + size.px(1)
        return QSize(wide, high)

    def _text_left(self) -> int:
        """From the left edge of an entry to its title."""
        size = metrics()
        return int(size.px(5) + size.mark + size.px(10)) + self._model.when_width()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now, size, rect = tokens(), metrics(), option.rect
        entry = self._model.lines[index.row()]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if chosen and focused:
            rounded(painter, QRectF(rect), size.half, now.sel)
            ring(painter, QRectF(rect), size.half, now.sel_text if now.high_contrast else now.focus)
        picked = chosen and focused and now.high_contrast
        line = fonts.measure("body").height()
        top = rect.top() + size.px(6)
        sign_left = rect.left() + size.px(5)
        sign_top = top + (line - size.mark) / 2
        self._thread(painter, rect, sign_left + size.mark / 2, sign_top, index.row())
        draw_mark(
            painter,
            sign_left,
            sign_top,
            entry.mark.shape,
            mark_colour(entry.mark.tone, now, selected=picked),
            size.mark,
        )
        quiet = now.sel_text if picked else now.text2
        painter.setFont(fonts.font("small"))
        when_left = int(sign_left + size.mark + size.px(10))
        wide = self._model.when_width()
        text_in(painter, QRect(when_left, top, wide, line), entry.when, quiet)
        left = rect.left() + self._text_left()
        room = QRect(left, top, rect.right() - left - size.half, rect.height())
        painter.setFont(fonts.font("body", 500))
        high = lines_in(painter, room, entry.title, now.sel_text if picked else now.text, _MOST_LINES)
        if entry.detail:
            painter.setFont(fonts.font("small"))
            lines_in(painter, room.translated(0, high + size.px(1)), entry.detail, quiet, _MOST_LINES)

    def _thread(self, painter: QPainter, rect: QRect, x: float, sign_top: float, row: int) -> None:
        now, size = tokens(), metrics()
        gap = size.px(4)
        if row > 0:
            painter.fillRect(QRectF(x - 0.75, rect.top(), 1.5, sign_top - gap - rect.top()), now.line)
        if row < len(self._model.lines) - 1:
            below = sign_top + size.mark + gap
            painter.fillRect(QRectF(x - 0.75, below, 1.5, rect.bottom() + 1 - below), now.line)


class Timeline(LinesView):
    """``grows`` makes it as high as its entries, for a page that scrolls. ``followed`` gives an entry's target."""

    followed = Signal(object)

    def __init__(self, *, grows: bool = True, parent: QWidget | None = None) -> None:
        self._entries = _Model()
        super().__init__(self._entries, grows=grows, parent=parent)
        self._entries.setParent(self)
        self.setItemDelegate(_Delegate(self._entries, self))
        self.setAccessibleName(_("Tidslinje"))
        self.activated_row.connect(self._follow)

    def set_entries(self, entries: Sequence[TimelineEntry]) -> None:
        """Show these, newest first as they come."""
        self._entries.show(entries)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    def _follow(self, row: int) -> None:
        target = self._entries.lines[row].target
        if target is not None:
            self.followed.emit(target)
