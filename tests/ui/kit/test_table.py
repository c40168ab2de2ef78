"""The list: pages of rows, a steady place, and everything by keyboard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest

from socialupph.ui.kit import fonts
from socialupph.ui.kit.cells import make_cells
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.rows_model import PAGE, RowsModel
from socialupph.ui.kit.table import TableView, _spans
from socialupph.ui.kit.wrapping_table import WrappingTable
from tests.ui.kit.fakes import SPEC, Row, Things


def model_of(service):
    return RowsModel(SPEC, service.rows)


@pytest.fixture
def service():
    return Things(500)


@pytest.fixture
def view(shown, service):
    table = TableView(model_of(service))
    table.model().setParent(table)
    table.show_ids(range(1, 501))
    shown(table)
    table.setFocus()
    return table


@pytest.mark.parametrize("count", [0, 1, 500])
def test_the_model_is_a_sound_one(qtmodeltester, count):
    model = model_of(Things(500))
    model.show(range(1, count + 1))
    qtmodeltester.check(model)
    assert model.rowCount() == count
    assert model.columnCount() == 5


def test_rows_are_fetched_by_pages_and_kept(service):
    model = model_of(service)
    model.show(range(1, 501))
    assert service.fetched == []
    for row in (0, 5, PAGE - 1, PAGE, 3):
        model.cells(row)
    assert service.fetched == [PAGE, PAGE]
    assert model.row(model.index(499, 0)) == Row(500, "S-0500", "Bygg & Mark AB", 500)
    assert service.fetched[-1] == PAGE


def test_pages_long_out_of_sight_are_let_go():
    service = Things(20_000)
    model = model_of(service)
    model.show(range(1, 20_001))
    for row in range(0, 20_000, PAGE):
        model.cells(row)
    model.cells(0)
    assert len(service.fetched) == 20_000 // PAGE + 1


def test_a_record_that_is_gone_is_an_empty_row():
    model = model_of(Things(2))
    model.show([1, 2, 3])
    assert model.index(2, 1).data() == ""
    assert model.row(model.index(2, 0)) is None


def test_ids_and_rows_answer_each_other(service):
    model = model_of(service)
    model.show([9, 4])
    assert model.id_at(1) == 4
    assert model.id_at(2) is None
    assert model.row_of(9) == 0
    assert model.row_of(1) is None
    assert list(model.ids()) == [9, 4]


def test_a_cell_is_spoken_with_its_column(service):
    model = model_of(service)
    model.show([1])
    spoken = [model.index(0, n).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(4)]
    assert spoken == ["Status: Pågående", "Kod: S-0001", "Värdföretag: Ängsbacka Måleri HB, i morgon", "Månader: 1"]


def test_titles_and_alignment(service):
    model = model_of(service)
    assert model.headerData(3, Qt.Orientation.Horizontal) == "Månader"
    right = model.headerData(3, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
    assert isinstance(right, int)
    assert right & int(Qt.AlignmentFlag.AlignRight)
    assert model.headerData(3, Qt.Orientation.Vertical) is None
    assert model.headerData(99, Qt.Orientation.Horizontal) is None


def test_the_copied_table_has_titles_and_no_stray_tabs(service):
    model = model_of(service)
    model.show([1, 2])
    assert model.as_text([2], [1, 2]) == "Kod\tVärdföretag\nS-0002\tBygg & Mark AB i morgon"


def test_cells_follow_the_spec():
    cells = make_cells(SPEC, Row(1, "S-0001", "x", 3))
    assert cells[2].detail == "i morgon"
    assert cells[0].mark is not None


# ---- the view


def test_arrows_move_and_tell_once(view, qtbot):
    told = []
    view.current_id_changed.connect(told.append)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.current_id() == 3
    assert told == [2, 3]
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.current_id() == 500
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.current_id() == 1


def test_focus_makes_the_first_row_current(view):
    assert view.current_id() == 1


def test_enter_opens(view, qtbot):
    with qtbot.waitSignal(view.activated_id) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [1]


def test_enter_in_an_empty_list_does_nothing(view, qtbot):
    view.show_ids([])
    with qtbot.assertNotEmitted(view.activated_id):
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert view.current_id() is None


def test_copy_is_asked_for(view, qtbot):
    with qtbot.waitSignal(view.copy_requested):
        qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)


def test_place_and_selection_survive_a_reload(view, qtbot):
    view.select_id(300)
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_ids() == [300, 301]
    before = view.verticalScrollBar().value()
    told = []
    view.current_id_changed.connect(told.append)
    view.show_ids(range(1, 501))
    assert view.selected_ids() == [300, 301]
    assert view.current_id() == 301
    assert view.verticalScrollBar().value() == before
    assert told == []


def test_the_place_is_kept_by_id_when_rows_come_before(view):
    view.select_id(300)
    top = view.model().id_at(view.rowAt(0))
    view.show_ids([*range(480, 501), *range(1, 480)])
    assert view.current_id() == 300
    assert view.model().id_at(view.rowAt(0)) == top


def test_when_the_record_leaves_the_next_one_is_chosen(view):
    view.select_id(10)
    view.show_ids([n for n in range(1, 501) if n != 10])
    assert view.current_id() == 11
    view.show_ids([1, 2])
    assert view.current_id() == 2
    view.show_ids([])
    assert view.current_id() is None


def test_a_header_click_asks_for_order(view, qtbot):
    header = view.horizontalHeader()
    with qtbot.waitSignal(view.sort_changed) as asked:
        header.sectionClicked.emit(1)
    assert asked.args == ["code", False]
    with qtbot.waitSignal(view.sort_changed) as asked:
        header.sectionClicked.emit(1)
    assert asked.args == ["code", True]
    assert header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
    with qtbot.assertNotEmitted(view.sort_changed):
        header.sectionClicked.emit(4)


def test_unknown_order_shows_no_sign(view):
    view.set_sort("nothing", False)
    assert not view.horizontalHeader().isSortIndicatorShown()


def keys_shown(view):
    return [SPEC.columns[number].key for number in view.columns.visible()]


def test_a_narrow_window_leaves_out_the_least_important_first(view):
    view.resize(900, 400)
    assert keys_shown(view) == ["status", "code", "host", "months"]
    view.resize(330, 400)
    assert keys_shown(view) == ["status", "code", "host"]
    view.resize(900, 400)
    assert keys_shown(view) == ["status", "code", "host", "months"]


def test_columns_fill_the_width_and_no_more(view):
    view.resize(900, 400)
    assert view.horizontalHeader().length() == view.viewport().width()


def test_columns_are_saved_and_taken_back(view, service):
    view.columns.set_shown("hidden", True)
    view.columns.set_shown("months", False)
    view.horizontalHeader().moveSection(1, 0)
    view.horizontalHeader().resizeSection(0, 222)
    state = view.columns.save()
    other = TableView(model_of(service))
    other.model().setParent(other)
    other.resize(view.size())
    other.columns.restore(state)
    assert other.columns.save() == state
    assert keys_shown(other)[0] == "code"
    assert not other.columns.is_shown("months")
    other.deleteLater()


def test_nonsense_in_saved_columns_is_passed_by(view):
    view.columns.restore({"order": 3, "hidden": ["no", 4], "widths": {"code": "wide", 7: 3, "gone": 5}})
    assert keys_shown(view)[0] == "status"


def test_the_last_column_stays(view):
    for column in SPEC.columns:
        view.columns.set_shown(column.key, False)
    assert len(view.columns.visible()) == 1


def test_the_row_under_the_pointer_is_lit_and_painted(view):
    at = QPointF(40, view.rowViewportPosition(3) + 5)
    move = QMouseEvent(
        QEvent.Type.MouseMove, at, at, Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    )
    view.mouseMoveEvent(move)
    assert view.itemDelegate().hover_row == 3
    view.grab()
    view.leaveEvent(QEvent(QEvent.Type.Leave))
    assert view.itemDelegate().hover_row == -1


@pytest.mark.parametrize("mode", ["light", "dark", "contrast"])
def test_it_paints_in_every_theme(view, qapp, theme, mode):
    theme.apply(qapp, mode)
    assert not view.grab().isNull()


def test_rows_and_header_grow_with_the_text(view, qapp, large_text):
    assert view.verticalHeader().defaultSectionSize() >= 2 * view.fontMetrics().height() - 1
    assert view.horizontalHeader().height() >= view.fontMetrics().height()
    view.grab()


def test_select_tells_whether_the_record_is_there(view):
    assert view.select_id(7)
    assert not view.select_id(7000)


def test_a_text_that_wraps_is_read_to_its_end(shown):
    long = " ".join(["Ett besked som är så långt att det inte får rum på en rad i listan."] * 4)

    def told(row: Row) -> str:
        return long if row.id == 2 else "Kort."

    columns = tuple(replace(one, value=told, detail=None) if one.key == "host" else one for one in SPEC.columns)
    table = WrappingTable(RowsModel(replace(SPEC, columns=columns), Things(3).rows), "host", first_pad=19)
    table.model().setParent(table)
    table.show_ids((1, 2, 3))
    shown(table)

    def needed() -> int:
        room = QRect(0, 0, table.columnWidth(2) - metrics().px(12), 10_000)
        return fonts.measure("body").boundingRect(room, int(Qt.TextFlag.TextWordWrap), long).height()

    table.resize(700, 400)
    QTest.qWait(1)
    narrow = table.rowHeight(1)
    assert narrow > needed() > metrics().row_dense
    assert table.rowHeight(0) == table.rowHeight(2) == metrics().row_dense
    table.resize(1200, 400)
    QTest.qWait(1)
    assert narrow > table.rowHeight(1) > needed()


def test_all_that_was_chosen_stays_chosen_in_another_order_and_in_one_piece(view):
    view.selectAll()
    view.show_ids(range(500, 0, -1))
    assert len(view.selected_ids()) == 500
    assert len(list(view.selectionModel().selection())) == 1  # one for each row would take a minute of a long list


def test_some_that_were_chosen_stay_chosen_where_they_are_now(view):
    view.select_id(7)
    view.selectionModel().select(_spans(view._rows, {1, 2, 9}), view.selectionModel().SelectionFlag.Select)
    view.show_ids(range(500, 0, -1))
    assert sorted(view.selected_ids()) == [2, 3, 7, 10]
    assert view.current_id() == 7
