"""The board: one keyboard over several columns, and the chosen card followed where it goes."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from socialupph.ui.kit.board import Board, BoardLane
from socialupph.ui.kit.board_cards import BoardCard
from tests.ui.kit.fakes import LATE


def card(number):
    return BoardCard(number, f"KA-{number:04d}", "PL-0001", "Målning", "sedan i går", LATE)


def lanes(*columns):
    return [BoardLane(str(n), f"Steg {n}", tuple(card(one) for one in ids)) for n, ids in enumerate(columns)]


@pytest.fixture
def board(shown):
    made = Board()
    made.show_lanes(lanes((1, 2, 3), (), (4, 5)))
    shown(made, 900, 500)
    made.take_focus()
    return made


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    focused: Any = QApplication.focusWidget()
    QTest.keyClick(focused, key, modifier)


def walk(board, *keys):
    for key in keys:
        press(key)
    return board.current_id()


def test_arrows(board):
    assert board.current_id() == 1
    assert walk(board, Qt.Key.Key_Down) == 2
    assert walk(board, Qt.Key.Key_Down, Qt.Key.Key_Down) == 3
    assert walk(board, Qt.Key.Key_Right) == 5  # over the empty column, to the last card there
    assert walk(board, Qt.Key.Key_Right) == 5
    assert walk(board, Qt.Key.Key_Left) == 2
    assert walk(board, Qt.Key.Key_Home) == 1


def test_only_one_card_is_chosen_and_tab_stops_there(board):
    walk(board, Qt.Key.Key_Right)
    columns = [lane.cards for lane in board._lanes]
    assert [len(column.selectedIndexes()) for column in columns] == [0, 0, 1]
    takes = [bool(column.focusPolicy() & Qt.FocusPolicy.TabFocus) for column in columns]
    assert takes == [False, False, True]
    assert board.pane() is columns[2]


def test_enter_and_double_click_open(board, qtbot):
    with qtbot.waitSignal(board.opened) as told:
        press(Qt.Key.Key_Return)
    assert told.args == [1]
    column = board._lanes[2].cards
    with qtbot.waitSignal(board.opened) as told:
        at = column.visualRect(column.model().index(1, 0)).center()
        QTest.mouseClick(column.viewport(), Qt.MouseButton.LeftButton, pos=at)
        QTest.mouseDClick(column.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert told.args == [5]
    assert board.current_id() == 5


def test_the_chosen_card_is_followed_to_its_next_column(board):
    walk(board, Qt.Key.Key_Down)
    board.show_lanes(lanes((1, 3), (2,), (4, 5)))
    assert board.current_id() == 2
    assert QApplication.focusWidget() is board._lanes[1].cards


def test_a_card_that_is_gone_leaves_the_keyboard_near(board):
    walk(board, Qt.Key.Key_Down, Qt.Key.Key_Down)
    board.show_lanes(lanes((1, 2), (), (4, 5)))
    assert board.current_id() == 2
    board.show_lanes(lanes((), (), (4, 5)))
    assert board.current_id() == 5
    told = []
    board.current_changed.connect(told.append)
    board.show_lanes(lanes((), (), ()))
    assert (board.current_id(), told[-1]) == (None, None)
    board.show_lanes(lanes((), (7,)))
    assert len(board.lane_texts()) == 2
    assert board.select(7)
    assert not board.select(99)


def test_everything_on_a_card_is_spoken_and_counted(board):
    assert board.lane_texts()[0][0] == "KA-0001, PL-0001, Målning, sedan i går"
    assert [lane.cards.accessibleName() for lane in board._lanes] == ["Steg 0, 3", "Steg 1, 0", "Steg 2, 2"]


def test_it_is_drawn_in_every_theme_and_size(board, theme, qapp, large_text):
    for name in ("light", "dark", "contrast"):
        theme.apply(qapp, name)
        picture = board.grab().toImage()
        colours = {picture.pixel(x, y) for x in range(0, picture.width(), 5) for y in range(0, picture.height(), 5)}
        assert len(colours) > 4
