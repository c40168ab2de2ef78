"""The cards of one column of a board: what stands on them, and how they are drawn."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from socialupph.specs.marks import Mark
from socialupph.ui.kit import fonts
from socialupph.ui.kit.colours import tokens
from socialupph.ui.kit.lines_view import Index, LinesModel
from socialupph.ui.kit.marks import draw_mark, mark_colour, tone_text
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.paint import lines_in, ring, rounded, text_in


@dataclass(frozen=True, slots=True)
class BoardCard:
    """One card: a code and another code, what it is, and how long it has stood there."""

    id: int
    code: str
    aside: str
    title: str
    note: str
    mark: Mark | None = None


class CardsModel(LinesModel[BoardCard]):
    """The cards of a column, first to last."""

    def spoken(self, line: BoardCard) -> str:
        parts = (line.code, line.aside, line.title, line.note)
        return ", ".join(part for part in parts if part)

    def row_of(self, card_id: int) -> int | None:
        """Where the card lies; None when it is not in this column."""
        return next((row for row, card in enumerate(self.lines) if card.id == card_id), None)


def card_height() -> int:
    """96 at 100 %, without the gap under it."""
    return round(metrics().unit * 96 / 18)


class CardDelegate(QStyledItemDelegate):
    """Draws a card from its texts; the space under it belongs to the column."""

    def __init__(self, model: CardsModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(option.rect.width(), card_height() + metrics().grid)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now, size = tokens(), metrics()
        card = self._model.lines[index.row()]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        hot = bool(option.state & QStyle.StateFlag.State_MouseOver)
        box = option.rect.adjusted(0, 0, 0, -size.grid)
        edge = now.focus if chosen and not focused else now.line
        ground = now.sel if chosen else now.hover if hot else now.base
        rounded(painter, QRectF(box), size.px(6), ground, edge)
        if chosen and focused:
            inset = 3 if now.high_contrast else 0
            colour = now.sel_text if now.high_contrast else now.focus
            ring(painter, QRectF(box.adjusted(inset, inset, -inset, -inset)), size.px(6), colour)
        self._texts(painter, box.adjusted(size.pad, size.px(9), -size.px(10), -size.px(9)), card, chosen)

    def _texts(self, painter: QPainter, room: QRect, card: BoardCard, chosen: bool) -> None:
        now, size = tokens(), metrics()
        strong = now.sel_text if chosen else now.text
        quiet = now.sel_text if chosen and (now.high_contrast or now.dark) else now.text2
        body, small = fonts.measure("body").height(), fonts.measure("small").height()
        line = QRect(room.left(), room.top(), room.width(), body)
        painter.setFont(fonts.font("body", 600))
        taken = text_in(painter, line, card.code, strong)
        painter.setFont(fonts.font("small"))
        text_in(painter, line.adjusted(taken + size.grid, 0, 0, 0), card.aside, quiet, right=True)
        painter.setFont(fonts.font("body"))
        lines_in(painter, QRect(room.left(), line.bottom() + 2, room.width(), 2 * body), card.title, strong, 2)
        painter.setFont(fonts.font("small"))
        note = QRect(room.left(), room.bottom() - small + 1, room.width(), small)
        if card.mark is not None:
            sign = mark_colour(card.mark.tone, now, selected=chosen)
            draw_mark(painter, note.left(), note.center().y() - size.mark / 2 + 0.5, card.mark.shape, sign, size.mark)
            note.adjust(size.mark + size.px(7), 0, 0, 0)
            quiet = tone_text(card.mark.tone, now, selected=chosen)
        text_in(painter, note, card.note, quiet)
