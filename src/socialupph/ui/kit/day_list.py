"""*Idag*: everything that waits, in groups, each row with its one action."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QMenu, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from socialupph.i18n import _
from socialupph.specs.marks import Mark, Tone
from socialupph.ui.kit import fonts, icons
from socialupph.ui.kit.colours import Tokens, tokens
from socialupph.ui.kit.lines_view import Index, LinesModel, LinesView
from socialupph.ui.kit.marks import draw_mark, mark_colour, tone_text
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.paint import hairline, ring, rounded, text_in


@dataclass(frozen=True, slots=True)
class DayGroup:
    """A heading: *Försenat*, *I dag*; ``tone`` colours it. ``count`` is None while it is not known how many there are."""

    title: str
    count: int | None
    tone: Tone | None = None


@dataclass(frozen=True, slots=True)
class DayRow:
    """One thing to do: the day over how late it is, what over who, and what one does about it."""

    day: str
    note: str
    mark: Mark | None
    icon: str
    title: str
    detail: str
    action: str
    target: object


DayLine = DayGroup | DayRow


class _Model(LinesModel[DayLine]):
    notes: frozenset[str] = frozenset()

    def show(self, lines: Sequence[DayLine]) -> None:
        self.notes = frozenset(line.note for line in lines if isinstance(line, DayRow))
        super().show(lines)

    def spoken(self, line: DayLine) -> str:
        if isinstance(line, DayGroup):
            known = line.count is not None
            return _("{title}, {n}").format(title=line.title, n=line.count) if known else line.title
        parts = (line.day, line.note, line.title, line.detail, line.action)
        return ", ".join(part for part in parts if part)

    def choosable(self, line: DayLine) -> bool:
        return isinstance(line, DayRow)


_NARROW_UNDER, _NARROW_LEFT = 560, 54
"""Under so wide, at 100 %, day, words and action stand under one another, and begin here."""


def _is_narrow(rect: QRect) -> bool:
    return rect.width() < metrics().px(_NARROW_UNDER)


class _Delegate(QStyledItemDelegate):
    def __init__(self, model: _Model, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._heights: tuple[int, int, int, int] | None = None

    def forget_heights(self) -> None:
        """The text has another size now."""
        self._heights = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if self._heights is None:  # asked for every row: worked out once
            size = metrics()
            body, small = fonts.measure("body").height(), fonts.measure("small").height()
            upright = 2 * body + small + size.control + size.px(16)
            self._heights = (
                size.px(38),
                upright,
                max(size.row_two, body + small + size.px(12)),
                size.px(_NARROW_UNDER),
            )
        group, upright, row, narrow = self._heights
        wide = option.rect.width()
        if isinstance(self._model.lines[index.row()], DayGroup):
            return QSize(0, group)  # as wide as the list, also when its scroll bar comes or goes
        return QSize(0, upright if wide < narrow else row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = self._model.lines[index.row()]
        if isinstance(line, DayGroup):
            self._group(painter, option.rect, line)
        else:
            self._row(painter, option, line)

    def _group(self, painter: QPainter, rect: QRect, group: DayGroup) -> None:
        now, size = tokens(), metrics()
        room = rect.adjusted(size.px(20), size.px(10), -size.px(20), -size.half)
        painter.setFont(fonts.font("body", 600))
        ink = tone_text(group.tone, now) if group.tone else now.text
        taken = text_in(painter, room, group.title, ink)
        painter.setFont(fonts.font("body"))
        if group.count is not None:
            text_in(painter, room.adjusted(taken + size.grid, 0, 0, 0), str(group.count), now.text2)
        hairline(painter, room.left(), rect.bottom(), room.width(), now.line)

    def action_rect(self, rect: QRect, row: DayRow, chosen: bool) -> QRect:
        """Where the action of ``row`` stands, as a link or, when chosen, as a button."""
        size = metrics()
        wide = fonts.measure("body", 600 if chosen else 500).horizontalAdvance(row.action)
        if chosen:
            wide += 2 * size.pad + size.px(12) + fonts.measure("key").horizontalAdvance(_("Enter"))
        high = size.control - 2
        if _is_narrow(rect):
            left = rect.left() + size.px(_NARROW_LEFT)
            return QRect(left, rect.bottom() - high - size.px(7), min(wide, rect.right() - left - size.px(20)), high)
        right = rect.right() - size.px(20 if chosen else 32)
        return QRect(right - wide, rect.center().y() - high // 2 + 1, wide, high)

    def _row(self, painter: QPainter, option: QStyleOptionViewItem, row: DayRow) -> None:
        now, size, rect = tokens(), metrics(), option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        hot = bool(option.state & QStyle.StateFlag.State_MouseOver)
        box = QRectF(rect.adjusted(size.grid, 1, -size.grid, -1))
        if chosen or hot:
            rounded(painter, box, size.radius, now.sel if chosen else now.hover)
        if chosen and focused:
            ring(painter, box, size.radius, now.sel_text if now.high_contrast else now.focus)
        picked = chosen and now.high_contrast
        action = self.action_rect(rect, row, chosen)
        if _is_narrow(rect):
            self._row_upright(painter, row, rect, picked)
        else:
            top, low = self._lines(rect)
            left = rect.left() + size.px(20)
            wide = self._day_width()
            self._day(painter, row, QRect(left, top.y(), wide, top.height()), low, picked)
            left += wide + size.grid
            at = QRect(left, rect.top(), size.icon_big, rect.height())
            icons.draw_icon(painter, at, row.icon, now.sel_text if picked else now.text2)
            left += size.icon_big + size.px(14)
            wide = max(0, action.left() - left - size.grid)
            self._words(painter, row, QRect(left, top.y(), wide, top.height()), low, picked)
        self._action(painter, action, row, chosen)

    def _row_upright(self, painter: QPainter, row: DayRow, rect: QRect, picked: bool) -> None:
        """Where there is little room: day and time word on one line, what, who, and the action under them."""
        now, size = tokens(), metrics()
        body, small = fonts.measure("body").height(), fonts.measure("small").height()
        at = QRect(rect.left() + size.px(20), rect.top() + size.px(7), size.icon_big, body)
        icons.draw_icon(painter, at, row.icon, now.sel_text if picked else now.text2)
        left = rect.left() + size.px(_NARROW_LEFT)
        room = QRect(left, at.y(), max(0, rect.right() - left - size.px(20)), body)
        painter.setFont(fonts.font("body"))
        taken = text_in(painter, room, row.day, now.sel_text if picked else now.text)
        if row.note:
            rest = room.adjusted(taken + size.px(10) if taken else 0, 0, 0, 0)
            self._note(painter, row, rest, picked)
        title = room.translated(0, body)
        self._words(painter, row, title, QRect(left, title.y() + body, room.width(), small), picked)

    def _words(self, painter: QPainter, row: DayRow, title: QRect, low: QRect, picked: bool) -> None:
        now = tokens()
        quiet, strong = (now.sel_text, now.sel_text) if picked else (now.text2, now.text)
        painter.setFont(fonts.font("body", 500))
        text_in(painter, title, row.title, strong)
        painter.setFont(fonts.font("small"))
        text_in(painter, QRect(title.left(), low.y(), title.width(), low.height()), row.detail, quiet)

    def _day_width(self) -> int:
        """As wide as the longest time word needs: *112 dagar försenad* is never cut."""
        size = metrics()
        longest = max(self._model.notes, key=len, default="")
        lead = size.mark + size.px(7)
        return max(size.px(104), lead + fonts.measure("small", 600).horizontalAdvance(longest) + size.half)

    def _lines(self, rect: QRect) -> tuple[QRect, QRect]:
        first, second = fonts.measure("body").height(), fonts.measure("small").height()
        start = rect.top() + (rect.height() - first - second) // 2
        return QRect(rect.left(), start, rect.width(), first), QRect(rect.left(), start + first, rect.width(), second)

    def _day(self, painter: QPainter, row: DayRow, room: QRect, low: QRect, picked: bool) -> None:
        now = tokens()
        painter.setFont(fonts.font("body"))
        text_in(painter, room, row.day, now.sel_text if picked else now.text)
        self._note(painter, row, QRect(room.left(), low.y(), room.width(), low.height()), picked)

    def _note(self, painter: QPainter, row: DayRow, room: QRect, picked: bool) -> None:
        now, size = tokens(), metrics()
        ink = now.sel_text if picked else now.text2
        if row.mark is not None:
            colour = mark_colour(row.mark.tone, now, selected=picked)
            top = room.y() + (room.height() - size.mark) / 2
            draw_mark(painter, room.left() + 1, top, row.mark.shape, colour, size.mark)
            room = room.adjusted(size.mark + size.px(7), 0, 0, 0)
            ink = tone_text(row.mark.tone, now, selected=picked)
        loud = row.mark is not None and row.mark.tone in (Tone.BAD, Tone.WARN)
        painter.setFont(fonts.font("small", 600 if loud else 0))
        text_in(painter, room, row.note, ink)

    def _action(self, painter: QPainter, box: QRect, row: DayRow, chosen: bool) -> None:
        now: Tokens = tokens()
        size = metrics()
        if not chosen:
            painter.setFont(fonts.font("body", 500))
            text_in(painter, box, row.action, now.link, right=True, elide=False)
            return
        ground, ink = (now.base, now.text) if now.high_contrast else (now.accent, now.on_accent)
        rounded(painter, QRectF(box), size.radius, ground)
        painter.setFont(fonts.font("body", 600))
        room = box.adjusted(size.pad, 0, -size.pad, 0)
        text_in(painter, room, row.action, ink, elide=False)
        painter.setFont(fonts.font("key"))
        text_in(painter, room, _("Enter"), ink, right=True)


class DayList(LinesView):
    """``acted`` carries the target of the row whose action was run: by Enter, by a click on it, or from its menu.

    ``opened`` carries the target of a double-clicked row.
    """

    acted = Signal(object)
    opened = Signal(object)

    def __init__(self, *, grows: bool = False, parent: QWidget | None = None) -> None:
        self._rows = _Model()
        super().__init__(self._rows, grows=grows, parent=parent)
        self._rows.setParent(self)
        self._painter = _Delegate(self._rows, self)
        self.setItemDelegate(self._painter)
        fonts.hub().changed.connect(self._painter.forget_heights)
        self.setAccessibleName(_("Att göra"))
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._run_current)
        self.activated_row.connect(self._run)

    def set_lines(self, lines: Sequence[DayLine]) -> None:
        """Show these; the keyboard stays at the same row as far as it can, and what is in sight where it is."""
        at, bar = self.currentIndex().row(), self.verticalScrollBar()
        above = bar.value()
        self._rows.show(lines)
        for row in [*range(max(at, 0), len(lines)), *range(max(at, 0) - 1, -1, -1)]:
            if row < len(lines) and isinstance(lines[row], DayRow):
                self.setCurrentIndex(self._rows.index(row, 0))
                break
        bar.setValue(above)

    def lines(self) -> Sequence[DayLine]:
        """What is shown, in order."""
        return self._rows.lines

    def select_row(self, row: int) -> None:
        """Put the keyboard on the line ``row`` and bring it to the top, with its heading when it is the first under it."""
        index = self._rows.index(row, 0)
        self.setCurrentIndex(index)
        above = row and isinstance(self._rows.lines[row - 1], DayGroup)
        self.scrollTo(self._rows.index(row - 1, 0) if above else index, self.ScrollHint.PositionAtTop)

    def _run(self, row: int) -> None:
        line = self._rows.lines[row]
        if isinstance(line, DayRow):
            self.acted.emit(line.target)

    def _run_current(self) -> None:
        self._run(self.currentIndex().row())

    def _open(self, index: QModelIndex) -> None:
        # Enter runs the action; the double click of the base would run it a second time after the single one.
        if index.isValid():
            self._run(index.row())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        super().mouseReleaseEvent(event)
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        line = self._rows.lines[index.row()]
        if isinstance(line, DayRow) and self._painter.action_rect(self.visualRect(index), line, True).contains(at):
            self._run(index.row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        line = self._rows.lines[index.row()] if index.isValid() else None
        if isinstance(line, DayRow):
            self.opened.emit(line.target)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        line = self._rows.lines[self.currentIndex().row()] if self.currentIndex().isValid() else None
        if isinstance(line, DayRow):
            self._menu.clear()
            self._menu.addAction(line.action)
            below: QPoint = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
            self._menu.popup(below)
