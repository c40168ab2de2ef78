"""Short tables inside records: what is chosen, and where their lines end."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget

from socialupph.ui.kit.buttons import Button
from socialupph.ui.kit.card_table import CardTable
from socialupph.ui.kit.colours import tokens
from tests.ui.kit.fakes import SPEC, Things

COLUMNS = tuple(replace(one, detail=None, mark=None) for one in SPEC.columns if one.key in ("code", "months"))


class Page(QWidget):
    """A short table, and a field where the keyboard can go."""

    def __init__(self):
        super().__init__()
        self.table = CardTable(replace(SPEC, columns=COLUMNS), "Saker", Button("Ny sak"))
        self.elsewhere = QLineEdit()
        rows = QVBoxLayout(self)
        rows.addWidget(self.table)
        rows.addWidget(self.elsewhere)


@pytest.fixture
def record(shown):
    page = Page()
    page.table.show_rows(Things(3).rows((1, 2, 3)))
    page.resize(500, 400)
    shown(page)
    return page


def test_a_row_is_chosen_while_the_keyboard_is_there(record):
    table = record.table.table
    assert table.selected_ids() == []
    table.setFocus(Qt.FocusReason.TabFocusReason)
    table.select_id(2)
    assert table.selected_ids() == [2]
    record.table.findChild(Button).setFocus(Qt.FocusReason.TabFocusReason)
    assert table.selected_ids() == [2]  # the buttons over it are about the chosen row
    record.elsewhere.setFocus(Qt.FocusReason.TabFocusReason)
    assert (table.selected_ids(), table.current_id()) == ([], 2)
    record.table.show_rows(Things(3).rows((1, 2, 3)))
    assert table.selected_ids() == []
    entered = []
    table.entered.connect(entered.append)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert (table.selected_ids(), entered) == ([2], [2])


def test_a_menu_over_the_row_leaves_the_choice(record, qtbot):
    table = record.table.table
    table.setFocus(Qt.FocusReason.TabFocusReason)
    menu = QMenu(record)
    menu.addAction("Öppna")
    menu.popup(table.mapToGlobal(QPoint(5, 5)))
    qtbot.waitUntil(menu.isVisible)
    assert table.selected_ids() == [1]
    menu.close()
    assert table.selected_ids() == [1]


@pytest.mark.parametrize("closed", [True, False])
def test_the_edge_of_the_card_is_the_last_line(record, closed):
    table = record.table.table
    table.set_closed(closed)
    seen = table.viewport().grab().toImage()
    under = [seen.pixelColor(QPoint(3, table.rowViewportPosition(row) + table.rowHeight(row) - 1)) for row in range(3)]
    assert under[:2] == [tokens().line] * 2
    assert under[2] == (tokens().base if closed else tokens().line)
