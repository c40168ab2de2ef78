"""Reading beside the window: what takes long comes later, the last question counts, and what was shown stays until then."""

import threading

import pytest
from PySide6.QtCore import QTimer

from socialupph.domain.errors import RegisterProblem
from socialupph.ui.kit.gate import Gate
from socialupph.ui.kit.in_turn import InTurn
from socialupph.ui.kit.reading import Reading
from socialupph.ui.kit.rows_model import PAGE
from socialupph.ui.kit.tasks import Tasks
from tests.ui.kit.fakes import SPEC, Things, changed, make_context
from tests.ui.kit.test_pages import WATCHED, ThingsPage, count_of


class Slow(Things):
    """A service that answers when it is told to, on a thread that is not the window's."""

    def __init__(self, count=500):
        super().__init__(count)
        self.may = threading.Event()
        self.may.set()
        self.threads = set()

    def ids(self, query):
        self._wait()
        return super().ids(query)

    def rows(self, wanted, *, show_names=False):
        self._wait()
        return super().rows(wanted, show_names=show_names)

    def _wait(self):
        self.threads.add(threading.current_thread())
        assert self.may.wait(20)


@pytest.fixture
def hurried(qapp):
    """A window that waits for nothing."""
    made = make_context(None, None, patience=0)
    yield made
    made.tasks.close()


@pytest.fixture
def service():
    made = Slow()
    yield made
    made.may.set()


@pytest.fixture
def page(hurried, service, shown, qtbot):
    made = shown(ThingsPage(hurried, SPEC, service, area="things", watches=WATCHED), 1300, 700)
    qtbot.waitUntil(lambda: made.model.rowCount() == 500)
    qtbot.waitUntil(lambda: not hurried.tasks.is_busy())
    return made


def codes(page, rows=3):
    return [page.model.cells(row)[1].text for row in range(rows)]


def test_a_list_is_read_on_another_thread(page, service):
    assert count_of(page) == "500 st"
    assert threading.main_thread() not in service.threads


def test_while_the_list_is_read_anew_the_old_one_stands_and_the_window_lives(page, hurried, service, qtbot):
    page.table.select_id(7)
    service.may.clear()
    page.table.sort_changed.emit("code", True)
    lived = []
    QTimer.singleShot(0, lambda: lived.append(True))
    qtbot.waitUntil(lambda: bool(lived))
    assert codes(page) == ["S-0001", "S-0002", "S-0003"]
    service.may.set()
    qtbot.waitUntil(lambda: list(page.model.ids())[:1] == [500])
    assert page.table.current_id() == 7
    qtbot.waitUntil(lambda: codes(page) == ["S-0500", "S-0499", "S-0498"])


def test_the_last_question_counts(page, service, qtbot):
    service.may.clear()
    page.filter_bar.narrow({}, "bygg")
    page.filter_bar.narrow({}, "äng")
    page.filter_bar.narrow({}, "")
    service.may.set()
    qtbot.waitUntil(lambda: not page.context.tasks.is_busy())
    assert (count_of(page), page.model.rowCount()) == ("500 st", 500)


def test_rows_far_away_are_blank_until_they_have_come_and_their_neighbours_are_read_ahead(page, service, qtbot):
    service.may.clear()
    page.table.scrollToBottom()
    assert page.model.cells(450)[1].text == ""
    with qtbot.waitSignal(page.model.dataChanged) as told:
        service.may.set()
    first, last = told.args[0].row(), told.args[1].row()
    assert (first, last) == (4 * PAGE, 499)
    assert page.model.cells(450)[1].text == "S-0451"
    qtbot.waitUntil(lambda: 3 in page.model._pages)


def test_rows_of_an_older_list_never_come_into_a_newer_one(page, service, qtbot):
    service.may.clear()
    page.model.cells(300)
    page.table.sort_changed.emit("code", True)
    service.may.set()
    qtbot.waitUntil(lambda: list(page.model.ids())[:1] == [500])
    qtbot.waitUntil(lambda: page.model.cells(300)[1].text == "S-0200")


def test_a_record_is_chosen_when_the_list_with_it_has_come(page, hurried, service, qtbot):
    service.may.clear()
    service.count = 501
    page.hide()
    hurried.bus.publish(changed())
    page.show()
    page.select(501)
    assert page.table.current_id() != 501
    service.may.set()
    qtbot.waitUntil(lambda: page.table.current_id() == 501)


def test_what_is_written_to_a_file_is_what_was_asked_for_last(page, hurried, service, qtbot):
    service.may.clear()
    page.filter_bar.narrow({}, "äng")
    threading.Timer(0.1, service.may.set).start()
    page.files.export()
    assert hurried.outputs.told == [("export", 250, "sökord: äng")]


def test_a_register_that_cannot_be_read_is_said_in_the_page_when_that_is_known(page, service, qtbot):
    service.problem = RegisterProblem("register.busy", {"name": "a.sup"})
    page.refresh()
    qtbot.waitUntil(lambda: "a.sup" in page.banner.text())
    assert page.model.rowCount() == 500


def test_a_page_that_is_gone_hears_nothing(hurried, service, qtbot):
    page = ThingsPage(hurried, SPEC, service, area="things", watches=WATCHED)
    service.may.clear()
    page.show()
    assert hurried.tasks.is_busy()
    with qtbot.waitSignal(page.destroyed):
        page.release()
    assert not hurried.tasks.is_busy()
    service.may.set()
    qtbot.wait(30)


# ---- the threads


def test_what_is_read_does_not_wait_behind_work(hurried, qtbot):
    got, may = [], threading.Event()
    hurried.tasks.run(lambda: may.wait(20), got.append, got.append)
    hurried.tasks.read(lambda: "read", got.append, got.append)
    qtbot.waitUntil(lambda: got == ["read"])
    may.set()
    qtbot.waitUntil(lambda: got == ["read", True])


def test_what_is_soon_read_is_there_before_the_call_returns(qapp):
    tasks, got = Tasks(patience=20), []
    tasks.read(lambda: threading.current_thread() is threading.main_thread(), got.append, got.append)
    assert got == [False]
    assert not tasks.is_busy()
    fault = ValueError("x")

    def fail():
        raise fault

    tasks.read(fail, got.append, got.append)
    assert got == [False, fault]
    tasks.close()


def test_a_forgotten_question_is_not_even_asked(hurried, qtbot):
    got, asked, may = [], [], threading.Event()
    for _ in range(2):
        hurried.tasks.read(lambda: may.wait(20), got.append, got.append)
    number = hurried.tasks.read(lambda: asked.append(1), got.append, got.append)
    hurried.tasks.forget(number)
    may.set()
    qtbot.waitUntil(lambda: got == [True, True])
    assert asked == []


def test_a_question_asked_while_its_answer_is_shown_is_the_one_that_counts(qapp):
    tasks, got = Tasks(patience=20), []
    reading = Reading(tasks, got.append)

    def show(result):
        got.append(result)
        if result < 3:
            reading.ask(lambda: result + 1, show)

    reading.ask(lambda: 1, show)
    assert got == [1, 2, 3]
    assert not reading.is_waiting()
    reading.settle()
    tasks.close()


def test_something_is_done_when_nothing_is_to_come_any_more(hurried, qtbot):
    got, may = [], threading.Event()
    hurried.tasks.read(lambda: may.wait(20), got.append, got.append)
    hurried.tasks.when_idle(lambda: got.append("idle"))
    qtbot.wait(20)
    assert got == []
    may.set()
    qtbot.waitUntil(lambda: got == [True, "idle"])


# ---- steps and gates


def test_between_two_steps_the_window_answers(qapp, qtbot):
    got = []
    turns = InTurn()
    turns.add(lambda: got.append(1), lambda: turns.add(lambda: got.append(3)), lambda: got.append(2))
    assert got == []
    qtbot.waitUntil(lambda: got == [1, 2, 3])
    turns.add(lambda: got.append(4))
    turns.stop()
    qtbot.wait(20)
    assert got == [1, 2, 3]


def test_a_shut_gate_lets_the_last_wish_through_when_it_is_opened(qapp, qtbot):
    gate, got, waits = Gate(), [], []
    gate.waited.connect(waits.append)
    gate.when_open(lambda: got.append("at once"))
    gate.shut()
    gate.when_open(lambda: got.append("first"))
    gate.when_open(lambda: got.append("last"))
    assert (got, gate.is_shut()) == (["at once"], True)
    gate.open()
    gate.open()
    assert (got, waits) == (["at once", "last"], [True, True, False])
