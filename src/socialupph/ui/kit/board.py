"""A board: columns of cards, one keyboard for all of them. What a card is and what a step means the page knows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from socialupph.i18n import _, formats
from socialupph.ui.kit import fonts
from socialupph.ui.kit.board_cards import BoardCard, CardDelegate, CardsModel
from socialupph.ui.kit.colours import tokens
from socialupph.ui.kit.labels import ToneLabel
from socialupph.ui.kit.lines_view import LinesView
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.paint import rounded

_LEAST: Final = 178  # a column never gets narrower; then the board scrolls sideways
_GAP: Final = 11
_ASIDE = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


@dataclass(frozen=True, slots=True)
class BoardLane:
    """A column as it is shown."""

    key: str
    title: str
    cards: tuple[BoardCard, ...]


class _Cards(LinesView):
    """The cards of one column. Sideways is for the board."""

    chosen = Signal(object)  # itself
    aside_asked = Signal(object, int)
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.cards = CardsModel()
        super().__init__(self.cards, parent=parent)
        self.cards.setParent(self)
        self.setItemDelegate(CardDelegate(self.cards, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.activated_row.connect(self._activated)
        self.selectionModel().currentChanged.connect(self._moved)

    def card_at(self, row: int) -> BoardCard | None:
        """The card in ``row``; None outside the column."""
        return self.cards.lines[row] if 0 <= row < len(self.cards.lines) else None

    def choose(self, row: int) -> None:
        """Make the card in ``row`` the chosen one."""
        index = self.cards.index(row, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def drop(self) -> None:
        """Another column has the chosen card."""
        self.selectionModel().clear()

    def _activated(self, row: int) -> None:
        self.opened.emit(self.cards.lines[row].id)

    def _moved(self, current: QModelIndex, previous: QModelIndex) -> None:
        del previous
        if current.isValid():
            self.chosen.emit(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.cards.lines and not self.currentIndex().isValid():
            self.choose(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _ASIDE.get(Qt.Key(event.key()))
        if way is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.aside_asked.emit(self, way)
        else:
            super().keyPressEvent(event)


class _Lane(QWidget):
    """A column: its heading with how many, and its cards."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        size = metrics()
        rows.setContentsMargins(size.grid, size.grid, size.grid, size.grid)
        rows.setSpacing(size.px(6))
        head = QHBoxLayout()
        head.setContentsMargins(size.px(6), 0, 0, 0)
        head.setSpacing(size.px(7))
        self._title = ToneLabel("", "body", weight=600, elide=True)
        self._count = ToneLabel("", "body", "text2")
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        rows.addLayout(head)
        self.cards = _Cards()
        rows.addWidget(self.cards, 1)

    def show_lane(self, lane: BoardLane) -> None:
        """Show this column."""
        count = formats.integer(len(lane.cards))
        self._title.setText(lane.title)
        self._count.setText(count)
        self.cards.setAccessibleName(_("{title}, {n}").format(title=lane.title, n=count))
        if self.cards.cards.lines != list(lane.cards):
            self.cards.cards.show(lane.cards)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = tokens()
        edge = now.line if now.high_contrast else None
        rounded(QPainter(self), QRectF(self.rect()), metrics().radius_card, now.side, edge)


class Board(QScrollArea):
    """Arrows go between cards and columns, Enter opens. Tab stops once, at the chosen card.

    ``current_changed`` carries the id of the chosen card, None when there is none; ``opened`` that of one to open.
    """

    current_changed = Signal(object)
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lanes: list[_Lane] = []
        self._current: int | None = None
        self._busy = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sheet = QWidget()
        self._row = QHBoxLayout(sheet)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.setWidget(sheet)
        sheet.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self._measure()
        fonts.hub().changed.connect(self._measure)

    def _measure(self) -> None:
        self._row.setSpacing(metrics().px(_GAP))
        for lane in self._lanes:
            lane.setMinimumWidth(metrics().px(_LEAST))

    # ---- what is shown

    def show_lanes(self, lanes: Sequence[BoardLane]) -> None:
        """Show these columns. The chosen card is followed to the column it is in now, else one near where it lay."""
        held, near = self._holds_focus(), self._place()
        self._busy = True
        self._make(len(lanes))
        for widget, lane in zip(self._lanes, lanes, strict=True):
            widget.show_lane(lane)
        found = self._find(self._current) or self._nearest(near)
        for lane in self._lanes:
            lane.cards.drop()
        self._busy = False
        self._current = None
        if found is None:
            self._tell(None)
        else:
            lane, row = found
            lane.cards.choose(row)
            if held:
                lane.cards.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, count: int) -> None:
        while len(self._lanes) > count:
            gone = self._lanes.pop()
            self._row.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self._lanes) < count:
            lane = _Lane()
            lane.setMinimumWidth(metrics().px(_LEAST))
            lane.cards.chosen.connect(self._chose)
            lane.cards.aside_asked.connect(self._aside)
            lane.cards.opened.connect(self.opened)
            self._lanes.append(lane)
            self._row.addWidget(lane, 1)

    def _holds_focus(self) -> bool:
        return any(lane.cards.hasFocus() for lane in self._lanes)

    def _place(self) -> tuple[int, int]:
        """Column and row of the chosen card."""
        for number, lane in enumerate(self._lanes):
            index = lane.cards.currentIndex()
            if index.isValid():
                return number, index.row()
        return 0, 0

    def _find(self, card_id: int | None) -> tuple[_Lane, int] | None:
        for lane in self._lanes:
            row = None if card_id is None else lane.cards.cards.row_of(card_id)
            if row is not None:
                return lane, row
        return None

    def _nearest(self, place: tuple[int, int]) -> tuple[_Lane, int] | None:
        column, row = place
        order = sorted(range(len(self._lanes)), key=lambda number: abs(number - column))
        for number in order:
            last = len(self._lanes[number].cards.cards.lines) - 1
            if last >= 0:
                return self._lanes[number], min(row, last)
        return None

    # ---- the chosen card

    def current_id(self) -> int | None:
        """The card the keyboard is at."""
        return self._current

    def lane_texts(self) -> list[tuple[str, ...]]:
        """What is read in each column, card by card."""
        return [tuple(lane.cards.cards.spoken(card) for card in lane.cards.cards.lines) for lane in self._lanes]

    def select(self, card_id: int) -> bool:
        """Choose a card; whether it is on the board."""
        found = self._find(card_id)
        if found is None:
            return False
        found[0].cards.choose(found[1])
        return True

    def take_focus(self) -> None:
        """Put the keyboard at the chosen card, else in the first column."""
        found = self._find(self._current) or self._nearest((0, 0))
        if found is not None:
            found[0].cards.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._lanes:
            self._lanes[0].cards.setFocus(Qt.FocusReason.OtherFocusReason)

    def pane(self) -> QWidget:
        """What F6 goes to."""
        found = self._find(self._current)
        return found[0].cards if found else self

    def _chose(self, cards: object) -> None:
        if self._busy or not isinstance(cards, _Cards):
            return
        self._busy = True
        for lane in self._lanes:
            if lane.cards is not cards:
                lane.cards.drop()
                lane.cards.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            else:
                self.ensureWidgetVisible(lane, 0, 0)
        cards.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._busy = False
        card = cards.card_at(cards.currentIndex().row())
        self._tell(card.id if card else None)

    def _tell(self, card_id: int | None) -> None:
        if card_id != self._current or card_id is None:
            self._current = card_id
            self.current_changed.emit(card_id)

    def _aside(self, cards: object, way: int) -> None:
        """To the next column that has a card, at the same height."""
        here = next((number for number, lane in enumerate(self._lanes) if lane.cards is cards), None)
        if here is None:
            return
        row = max(0, self._lanes[here].cards.currentIndex().row())
        there = here + way
        while 0 <= there < len(self._lanes):
            target = self._lanes[there].cards
            if target.cards.lines:
                target.choose(min(row, len(target.cards.lines) - 1))
                target.setFocus(Qt.FocusReason.TabFocusReason)
                return
            there += way
