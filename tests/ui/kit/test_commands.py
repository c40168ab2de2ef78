"""Commands, background work and dialogs: what is said where, and on which thread."""

import threading

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from socialupph.domain.changes import Changes
from socialupph.domain.errors import RuleViolation, StaleRecord
from socialupph.specs.forms import Field, FormSpec, Section
from socialupph.ui.kit.buttons import Button, Role
from socialupph.ui.kit.codecs import FieldProblem
from socialupph.ui.kit.commands import Commands
from socialupph.ui.kit.dialogs import Answer, WindowDialogs
from socialupph.ui.kit.form import Form, FormIncomplete, Providers
from tests.ui.kit.fakes import Lookups, changed, parse_date

FORM = FormSpec("thing", "Ny sak", (Section("", (Field("name", "Namn", required=True),)),))


def raising(error):
    def act():
        raise error

    return act


@pytest.fixture
def form(qtbot):
    made = Form(FORM, Providers(parse_date, Lookups()))
    qtbot.addWidget(made)
    return made


def test_a_command_publishes_and_offers_to_undo(context, said, qtbot):
    with qtbot.waitSignal(context.bus.changed) as published:
        assert context.commands.run(changed, done_text="Sparat.") == changed()
    assert published.args == [changed()]
    assert said.toasts == [("Sparat.", True)]


@pytest.mark.parametrize(("changes", "undo"), [(changed(operation=None), True), (changed(), False)])
def test_what_cannot_be_undone_is_not_offered(context, said, changes, undo):
    context.commands.run(lambda: changes, done_text="Klart.", undo=undo)
    assert said.toasts == [("Klart.", False)]


def test_nothing_changed_tells_nobody(context, qtbot):
    with qtbot.assertNotEmitted(context.bus.changed):
        context.commands.run(Changes, done_text="Inget ändrades.")


def test_a_broken_rule_stands_under_its_field(context, said, form):
    assert context.commands.run(raising(RuleViolation("field.missing", "name")), done_text="x", form=form) is None
    assert form.box("name").error()
    assert (said.problems, said.toasts) == ([], [])


@pytest.mark.parametrize(
    "error", [RuleViolation("field.missing", "other"), RuleViolation("field.missing"), StaleRecord()]
)
def test_what_has_no_field_here_stands_in_a_banner(context, said, form, error):
    context.commands.run(raising(error), done_text="x", form=form)
    assert len(said.problems) == 1
    assert said.toasts == []


def test_an_incomplete_form_has_said_it_already(context, said, form):
    context.commands.run(form.values, done_text="x", form=form)
    assert form.box("name").error()
    assert said.problems == []
    assert isinstance(FormIncomplete({}), RuleViolation)


def test_a_fault_is_reported_not_shown_raw(qtbot, context, said):
    kept = []

    def report(error):
        kept.append(error)
        return "Något gick fel i programmet."

    commands = Commands(context.bus, said, report, changed)
    fault = ZeroDivisionError("secret")
    commands.run(raising(fault), done_text="x")
    assert kept == [fault]
    assert said.problems == ["Något gick fel i programmet."]


def test_the_next_success_clears_the_problem_and_undo_says_so(context, said):
    context.commands.run(raising(StaleRecord()), done_text="x")
    context.commands.undo()
    assert said.problems == []
    assert said.toasts == [("Ångrat.", False)]


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (FieldProblem("a", "Skriv ett tal."), "Skriv ett tal."),
        (ZeroDivisionError(), "Ett fel i programmet."),
        (StaleRecord(), None),
    ],
)
def test_what_failed_in_the_background_is_told(context, said, error, text):
    context.commands.tell(error)
    assert len(said.problems) == 1
    assert text is None or said.problems == [text]


# ---- background work


def test_results_come_back_on_the_gui_thread_in_order(context, qtbot):
    got = []

    def done(result):
        got.append((result, threading.current_thread() is threading.main_thread()))

    def work(number):
        return lambda: (number, threading.current_thread() is threading.main_thread())

    with qtbot.waitSignals([context.tasks.busy_changed, context.tasks.busy_changed]):
        for number in range(3):
            context.tasks.run(work(number), done, got.append)
    qtbot.waitUntil(lambda: len(got) == 3)
    assert got == [((number, False), True) for number in range(3)]


def test_an_error_comes_back_as_it_was(context, qtbot):
    got = []
    fault = ValueError("x")
    context.tasks.run(raising(fault), got.append, got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert got == [fault]


def test_a_forgotten_job_delivers_nothing(context, qtbot):
    got = []
    number = context.tasks.run(lambda: 1, got.append, got.append)
    assert context.tasks.is_busy()
    context.tasks.forget(number)
    context.tasks.forget(99)
    assert not context.tasks.is_busy()
    qtbot.wait(30)
    assert got == []


def test_closing_waits_and_delivers_nothing(context, qtbot):
    got = []
    context.tasks.run(lambda: 1, got.append, got.append)
    context.tasks.close()
    qtbot.wait(10)
    assert got == []


# ---- dialogs


@pytest.fixture
def dialogs(shown):
    return WindowDialogs(shown(QLineEdit()))


def soon(act):
    """Do ``act`` with the dialog once it is open."""

    def now():
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        act(dialog)

    QTimer.singleShot(30, now)


ANSWERS = (Answer("no", "Behåll", Role.QUIET), Answer("yes", "Makulera", Role.PRIMARY))


def test_a_question_is_answered_with_a_verb(dialogs):
    def press(dialog):
        names = {button.words(): button for button in dialog.findChildren(Button)}
        assert set(names) == {"Behåll", "Makulera"}
        names["Makulera"].click()

    soon(press)
    assert dialogs.ask("Ska placeringen makuleras?", "Den räknas inte längre.", ANSWERS) == "yes"


def test_esc_answers_nothing(dialogs, qtbot):
    soon(lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))
    assert dialogs.ask("Ska den makuleras?", "", ANSWERS) == ""


def test_a_text_is_asked_for(dialogs, qtbot):
    def write(dialog):
        line = dialog.line
        ok = next(button for button in dialog.findChildren(Button) if button.role is Role.PRIMARY)
        line.clear()
        assert not ok.isEnabled()
        qtbot.keyClicks(line, " Mina ")
        qtbot.keyClick(line, Qt.Key.Key_Return)

    soon(write)
    assert dialogs.ask_text("Spara filtret", "Namn", text="Gammalt") == "Mina"
    soon(lambda dialog: dialog.reject())
    assert dialogs.ask_text("Spara filtret", "Namn", secret=True) is None


def test_a_form_in_a_dialog(dialogs, qtbot):
    sent = []

    def submit(values):
        sent.append(values)
        if len(sent) == 1:
            raise RuleViolation("field.missing", "name")
        if len(sent) == 2:
            raise RuleViolation("field.missing")
        if len(sent) == 3:
            raise StaleRecord
        return 42

    def fill(dialog):
        line = dialog.findChild(QLineEdit)
        save = Qt.KeyboardModifier.ControlModifier
        qtbot.keyClick(dialog, Qt.Key.Key_S, save)
        assert sent == []
        qtbot.keyClicks(line, "Nytt")
        qtbot.keyClick(line, Qt.Key.Key_Return)
        for _ in range(4):
            qtbot.keyClick(dialog, Qt.Key.Key_S, save)

    soon(fill)
    assert dialogs.ask_form(FORM, Providers(parse_date, Lookups()), submit) == 42
    assert [values["name"] for values in sent] == ["Nytt"] * 4
    soon(lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))
    assert dialogs.ask_form(FORM, Providers(parse_date, Lookups()), submit, values={"name": "x"}) is None
