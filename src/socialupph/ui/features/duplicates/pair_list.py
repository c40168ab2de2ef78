"""Pairs that may be one record, under a heading a kind: both names and why, beside one another or, in a narrow window, under."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from socialupph.domain.changes import Entity
from socialupph.domain.views.duplicates import Suspect, SuspectPair
from socialupph.i18n import _, formats, translate
from socialupph.specs import duplicates as specs
from socialupph.ui.kit import fonts
from socialupph.ui.kit.colours import tokens
from socialupph.ui.kit.lines_view import Index, LinesModel, LinesView
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.paint import hairline, ring, rounded, text_in
from socialupph.ui.kit.wrapped_text import draw_wrapped, wrapped_height

_NARROW_UNDER: Final = 720  # at 100 %
_SIDE: Final = 20
_GAP: Final = 16


@dataclass(frozen=True, slots=True)
class KindLine:
    """A heading."""

    entity: Entity
    count: int


Line = KindLine | SuspectPair


class _Model(LinesModel[Line]):
    def spoken(self, line: Line) -> str:
        if isinstance(line, KindLine):
            return _("{title}, {n}").format(title=translate(specs.KIND[line.entity]), n=line.count)
        return specs.spoken_pair(line)

    def choosable(self, line: Line) -> bool:
        return isinstance(line, SuspectPair)


@dataclass(frozen=True, slots=True)
class _Cell:
    """A text of a pair and where it stands."""

    room: QRect
    text: str
    step: fonts.Step
    weight: int
    quiet: bool


class _Delegate(QStyledItemDelegate):
    def __init__(self, model: _Model, view: LinesView) -> None:
        super().__init__(view)
        self._model, self._view = model, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line, size = self._model.lines[index.row()], metrics()
        if isinstance(line, KindLine):
            return QSize(1, fonts.measure("section").height() + size.px(26))
        low = max(cell.room.bottom() for cell in _cells(line, QRect(0, 0, self._view.viewport().width(), 0)))
        return QSize(1, low + 1 + size.px(9))  # as wide as the list is; a wider one would make it scroll sideways

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, now, size, rect = self._model.lines[index.row()], tokens(), metrics(), option.rect
        if isinstance(line, KindLine):
            self._heading(painter, rect, line)
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        hot = bool(option.state & QStyle.StateFlag.State_MouseOver)
        box = QRectF(rect.adjusted(size.grid, 1, -size.grid, -1))
        if chosen or hot:
            rounded(painter, box, size.radius, now.sel if chosen else now.hover)
        if chosen and focused:
            ring(painter, box, size.radius, now.sel_text if now.high_contrast else now.focus)
        picked = chosen and now.high_contrast
        for cell in _cells(line, rect):
            ink = now.sel_text if picked else now.text2 if cell.quiet else now.text
            draw_wrapped(painter, cell.room, cell.text, fonts.font(cell.step, cell.weight), ink)

    def _heading(self, painter: QPainter, rect: QRect, line: KindLine) -> None:
        now, size = tokens(), metrics()
        room = rect.adjusted(size.px(_SIDE), size.px(14), -size.px(_SIDE), -size.half)
        painter.setFont(fonts.font("section"))
        taken = text_in(painter, room, translate(specs.KIND[line.entity]), now.text)
        painter.setFont(fonts.font("body"))
        text_in(painter, room.adjusted(taken + size.grid, 0, 0, 0), formats.integer(line.count), now.text2)
        hairline(painter, room.left(), rect.bottom(), room.width(), now.line)


def _cells(pair: SuspectPair, rect: QRect) -> list[_Cell]:
    """The texts of a pair, each in its room: three columns, or under one another where these would be too narrow."""
    size = metrics()
    room = rect.adjusted(size.px(_SIDE), size.px(8), -size.px(_SIDE), 0)
    if rect.width() < size.px(_NARROW_UNDER):
        found: list[_Cell] = []
        top = room.top()
        for block in _blocks(pair):
            for cell in _stacked(block, QRect(room.left(), top, room.width(), 0)):
                found.append(cell)
                top = cell.room.bottom() + 1
            top += size.px(2)
        return found
    wide = (room.width() - 2 * size.px(_GAP)) // 3
    lefts = [room.left() + number * (wide + size.px(_GAP)) for number in range(3)]
    return [
        cell
        for left, block in zip(lefts, _blocks(pair), strict=True)
        for cell in _stacked(block, QRect(left, room.top(), wide, 0))
    ]


_Block = Sequence[tuple[str, fonts.Step, int, bool]]


def _blocks(pair: SuspectPair) -> tuple[_Block, _Block, _Block]:
    """The two records, and why."""
    return _suspect(pair.first), _suspect(pair.second), ((specs.why(pair), "body", 400, True),)


def _suspect(one: Suspect) -> _Block:
    return (one.label, "body", 600, False), (one.detail, "small", 400, True)


def _stacked(block: _Block, room: QRect) -> list[_Cell]:
    found: list[_Cell] = []
    top = room.top()
    for text, step, weight, quiet in block:
        if text:
            wide = max(1, room.width())
            high = wrapped_height(text, fonts.font(step, weight), wide)
            found.append(_Cell(QRect(room.left(), top, wide, high), text, step, weight, quiet))
            top += high
    return found


class PairList(LinesView):
    """``opened`` carries the pair that Enter or a double click chose, ``chosen_changed`` says that another is current."""

    opened = Signal(object)
    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._pairs = _Model()
        super().__init__(self._pairs, parent=parent)
        self._pairs.setParent(self)
        self.setItemDelegate(_Delegate(self._pairs, self))
        self.setAccessibleName(_("Möjliga dubbletter"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.activated_row.connect(self._activate)
        self.selectionModel().currentChanged.connect(self._told)

    def show_pairs(self, found: Mapping[Entity, Sequence[SuspectPair]]) -> None:
        """Show these; the pair that was current stays so, and where it is gone the one that came in its place."""
        before, row = self.chosen(), self.currentIndex().row()
        lines: list[Line] = []
        for entity, pairs in found.items():
            if pairs:
                lines += [KindLine(entity, len(pairs)), *pairs]
        self._pairs.show(lines)
        rows = [number for number, line in enumerate(lines) if isinstance(line, SuspectPair)]
        if not rows:
            self.chosen_changed.emit()
            return
        same = [number for number in rows if before is not None and _is_same(lines[number], before)]
        after = [number for number in rows if number >= row]
        self.setCurrentIndex(self._pairs.index((same or after or rows[-1:])[0], 0))
        self.chosen_changed.emit()

    def pairs(self) -> list[SuspectPair]:
        """All that are shown, in order."""
        return [line for line in self._pairs.lines if isinstance(line, SuspectPair)]

    def chosen(self) -> SuspectPair | None:
        """The current pair."""
        row = self.currentIndex().row()
        line = self._pairs.lines[row] if 0 <= row < len(self._pairs.lines) else None
        return line if isinstance(line, SuspectPair) else None

    def _activate(self, row: int) -> None:
        line = self._pairs.lines[row]
        if isinstance(line, SuspectPair):
            self.opened.emit(line)

    def _told(self) -> None:
        self.chosen_changed.emit()


def _is_same(line: Line, pair: SuspectPair) -> bool:
    return isinstance(line, SuspectPair) and (line.entity, line.first.id, line.second.id) == (
        pair.entity,
        pair.first.id,
        pair.second.id,
    )
