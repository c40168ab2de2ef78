"""Draws a cell of any list from texts and signs made beforehand: no model roles, no widgets."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from socialupph.specs.cells import NUMBER_KINDS
from socialupph.specs.marks import Mark, Tone
from socialupph.specs.tables import Column
from socialupph.ui.kit import fonts
from socialupph.ui.kit.cells import Cell
from socialupph.ui.kit.colours import Tokens, tokens
from socialupph.ui.kit.marks import draw_mark, mark_colour, tone_text
from socialupph.ui.kit.metrics import Metrics, metrics
from socialupph.ui.kit.paint import beside, hairline, rounded, text_in
from socialupph.ui.kit.rows_model import RowsModel

_SELECTED = QStyle.StateFlag.State_Selected
_LOUD = frozenset({Tone.GOOD, Tone.WARN, Tone.BAD})


class RowDelegate(QStyledItemDelegate):
    """The one delegate of lists. The view tells it which row is under the pointer and which column stands first."""

    def __init__(self, model: RowsModel[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._columns: tuple[Column[Any], ...] = model.columns
        self.hover_row = -1
        self.first_column = 0
        self.first_pad = 24
        self.dense = False
        self.wraps = ""  # the key of the column whose texts may take several lines
        self.closed = False  # the edge of a card lies under the last row, which needs no line of its own

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del index
        height = metrics().row_dense if self.dense else metrics().row
        return QSize(option.rect.width(), height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        now, size, rect = tokens(), metrics(), option.rect
        row, number = index.row(), index.column()
        selected = bool(option.state & _SELECTED)
        first = number == self.first_column
        ground = now.sel if selected else now.hover if row == self.hover_row else now.base
        painter.fillRect(rect, ground)
        if not self.closed or row < self._model.rowCount() - 1:
            hairline(painter, rect.left(), rect.bottom(), rect.width(), now.line)
        if first and selected:
            bar = now.sel_text if now.high_contrast else now.focus
            painter.fillRect(rect.left(), rect.top(), size.px(3), rect.height(), bar)
        cell = self._model.cells(row)[number]
        lead = size.px(self.first_pad) if first else size.px(6)
        room = rect.adjusted(lead, 0, -size.px(6), -1)
        self._paint_cell(painter, room, cell, self._columns[number], selected)

    def _paint_cell(self, painter: QPainter, room: QRect, cell: Cell, column: Column[Any], selected: bool) -> None:
        now, size = tokens(), metrics()
        if column.key == self.wraps:
            painter.setFont(fonts.font("body"))
            painter.setPen(self._wrapped_ink(cell, selected))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap), cell.text)
            return
        whole = QRect(room)
        if cell.mark is not None:
            sign = mark_colour(cell.mark.tone, now, selected=selected)
            draw_mark(
                painter, room.left() + 1, room.center().y() - size.mark / 2 + 0.5, cell.mark.shape, sign, size.mark
            )
            room = room.adjusted(size.mark + size.px(9), 0, 0, 0)
        painter.setFont(fonts.font("body", 500 if column.strong else 0))
        right = column.kind in NUMBER_KINDS
        taken = text_in(painter, room, cell.text, _ink(cell, now, selected), right=right)
        if cell.detail:
            loud = cell.detail_tone in (Tone.WARN, Tone.BAD)
            painter.setFont(fonts.font("small", 600 if loud else 0))
            drop = beside(fonts.measure("body"), fonts.measure("small"))
            at = room.adjusted(taken + size.grid, drop, 0, drop)
            if at.width() > size.px(20):
                text_in(painter, at, cell.detail, _detail_ink(cell, now, selected))
        if cell.progress is not None:
            _progress(painter, whole, cell, size, selected=selected)

    def _wrapped_ink(self, cell: Cell, selected: bool) -> QColor:
        return _ink(cell, tokens(), selected)


def _ink(cell: Cell, now: Tokens, selected: bool) -> QColor:
    """Good, at risk and late colour their word; a normal day is without colour."""
    plain = now.sel_text if selected else now.text
    mark: Mark | None = cell.mark
    if mark is None or cell.detail or mark.tone not in _LOUD:
        return plain
    return tone_text(mark.tone, now, selected=selected)


def _detail_ink(cell: Cell, now: Tokens, selected: bool) -> QColor:
    if cell.detail_tone is not None and cell.detail_tone in _LOUD:
        return tone_text(cell.detail_tone, now, selected=selected)
    if selected:
        return now.sel_text if now.high_contrast or now.dark else now.text2
    return now.text2


def _progress(painter: QPainter, room: QRect, cell: Cell, size: Metrics, *, selected: bool) -> None:
    now, share = tokens(), min(1.0, max(0.0, cell.progress or 0.0))
    height, wide = max(2.0, size.px(25) / 10), min(size.px(84), room.width())
    track = QRectF(room.left(), room.bottom() - size.px(6), wide, height)
    rounded(painter, track, height / 2, None if now.high_contrast and selected else now.track)
    if share <= 0:
        return
    tone = cell.progress_tone
    colour = now.bar if tone in (Tone.ACCENT, Tone.GOOD, Tone.WARN) else mark_colour(tone, now)
    if selected and now.high_contrast:
        colour = now.sel_text
    rounded(painter, QRectF(track.left(), track.top(), max(height, wide * share), height), height / 2, colour)
