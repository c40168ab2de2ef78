"""Registering a follow-up with the keyboard alone, in the real window."""

import weakref

import pytest
from PySide6.QtCore import Qt

from socialupph.domain.commands.follow_ups import AnswerFields, RegisterFollowUp, StepFields
from socialupph.domain.follow_ups import FollowUpStatus
from socialupph.domain.kinds import FollowUpMeans, Question, Respondent
from socialupph.ui.features.follow_ups.page import FollowUpPage
from socialupph.ui.features.follow_ups.record import FollowUpRecordPage
from tests.services.placement_world import TODAY, D
from tests.ui.features.desk import seen


@pytest.fixture
def number(world):
    return world.placement(af_officer="Alf Exempel")


@pytest.fixture
def first(world, number):
    return world.view(number).plan[0].id


def answer_all(desk, digits):
    for digit in digits:
        desk.write(digit)
        desk.key(Qt.Key.Key_Tab)


def test_by_keyboard_alone(desk, world, number, first):
    desk.window.reload_page()
    desk.idle()
    desk.page.table.setFocus()
    assert desk.page.table.current_id() == first  # the list begins at what waits longest
    desk.control(Qt.Key.Key_R)
    assert isinstance(desk.page, FollowUpRecordPage)
    answer_all(desk, "544434" + "422453" + "54305")
    assert desk.page.sheet.foot.count.text() == "17 av 18 svar"
    desk.write("0")
    assert desk.page.sheet.foot.count.text() == "18 av 18 svar"
    desk.control(Qt.Key.Key_S)
    assert isinstance(desk.page, FollowUpPage)
    assert "Genomförd" in " ".join(desk.rows()[0])
    view = world.services.follow_ups.view(first)
    scores = {(one.respondent, one.question): one.score for one in view.answers}
    assert (view.status, view.held_on, view.means) == (FollowUpStatus.DONE, TODAY, FollowUpMeans.VISIT)
    assert scores[Respondent.PARTICIPANT, Question.ATTENDANCE] == 5
    assert scores[Respondent.SUPERVISOR, Question.SUPERVISION] == 2
    assert scores[Respondent.AF_OFFICER, Question.SAFETY] is None
    assert (view.third_respondent, view.third_name) == (Respondent.AF_OFFICER, "Alf Exempel")
    desk.control(Qt.Key.Key_Z)
    assert "Försenad" in " ".join(desk.rows()[0])
    assert world.services.follow_ups.view(first).answers == ()


def test_the_keys_of_a_scale(desk, first):
    voices = desk.open("follow_ups", first).sheet.voices
    start = voices.cell(("participant", "attendance")).scale
    assert start.has_focus()
    desk.write("3")
    desk.key(Qt.Key.Key_Right)
    assert start.value() == 4
    desk.key(Qt.Key.Key_Left)
    assert start.value() == 3
    desk.control(Qt.Key.Key_Right)
    assert voices.cell(("supervisor", "attendance")).scale.has_focus()
    desk.key(Qt.Key.Key_Down)
    assert voices.cell(("supervisor", "tasks")).scale.has_focus()
    desk.control(Qt.Key.Key_Left)
    desk.key(Qt.Key.Key_Up)
    assert start.has_focus()
    desk.key(Qt.Key.Key_Backspace)
    assert start.value() is None
    desk.key(Qt.Key.Key_Return)
    assert voices.cell(("participant", "attendance")).comment.hasFocus()
    desk.write("Sen två gånger")
    desk.key(Qt.Key.Key_Return)
    assert voices.cell(("participant", "tasks")).scale.has_focus()
    desk.key(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    desk.key(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert not voices.cell(("participant", "tasks")).scale.has_focus()
    assert voices.answers()[("participant", "attendance")].comment == "Sen två gånger"
    desk.page._forget_draft()


def test_what_a_screen_reader_says(desk, first):
    voices = desk.open("follow_ups", first).sheet.voices
    cell = voices.cell(("participant", "supervision"))
    assert cell.scale.figures()[1].accessibleName() == "Handledning, deltagaren, 2 av 5"
    assert cell.comment.accessibleName() == "Handledning, deltagaren, kommentar"
    third = voices.cell(("third", "safety"))
    assert third.scale.figures()[4].accessibleName() == "Säkerhet, handläggaren, 5 av 5"


def test_answers_far_apart_are_told(desk, first):
    voices = desk.open("follow_ups", first).sheet.voices
    voices.cell(("participant", "tasks")).scale.answer(2)
    voices.cell(("supervisor", "tasks")).scale.answer(3)
    assert voices.warnings() == []
    voices.cell(("third", "tasks")).scale.answer(4)
    assert voices.warnings() == ["Skiljer 2 steg, prata om det"]
    voices.cell(("third", "tasks")).scale.answer(0)  # who does not know differs from nobody
    assert voices.warnings() == []
    desk.page._forget_draft()


def test_the_answer_last_time_has_a_line(desk, world, number, first):
    answers = (AnswerFields(Respondent.PARTICIPANT, Question.TASKS, 3, "Lagom"),)
    version = world.services.follow_ups.view(first).version
    command = RegisterFollowUp(
        D(2026, 9, 8), FollowUpMeans.VISIT, first, version, answers=answers, steps=(StepFields("Ordna skor", "Bo"),)
    )
    world.services.follow_ups.register(command)
    page = desk.open("follow_ups", world.view(number).plan[1].id)
    assert page.sheet.voices.cell(("participant", "tasks")).scale.last() == 3
    told = seen(page)
    assert "startsamtal 8 september" in told
    assert "Ordna skor" in told  # what is open from last time is carried along
    page.sheet.steps._rows[0].tick.click()
    desk.control(Qt.Key.Key_S)
    assert world.services.follow_ups.view(first).steps[0].done_on == TODAY


def test_a_step_is_agreed_on(desk, world, first):
    page = desk.open("follow_ups", first)
    desk.answers.queue.append({"what": "Ordna ersättare", "who": "Bo Tallhed", "due_on": D(2026, 10, 2)})
    page.sheet.steps.add()
    assert "senast fre 2 okt (om 10 dagar)" in seen(page)
    desk.control(Qt.Key.Key_S)
    step = world.services.follow_ups.view(first).steps[0]
    assert (step.what, step.who, step.due_on) == ("Ordna ersättare", "Bo Tallhed", D(2026, 10, 2))


def test_a_day_ahead_is_refused_under_the_field(desk, world, first):
    page = desk.open("follow_ups", first)
    box = page.sheet.fields.box("held_on")
    box.editor.target().setFocus()
    box.editor.target().selectAll()
    desk.write("2026-09-23")
    desk.control(Qt.Key.Key_S)
    assert "inte har varit än" in box.error()
    assert desk.focus is box.editor.target()
    assert world.services.follow_ups.view(first).status is FollowUpStatus.PLANNED
    box.editor.target().selectAll()
    desk.write("39/39")
    desk.control(Qt.Key.Key_S)
    assert box.error()
    page._forget_draft()


def test_esc_asks_once_and_what_was_typed_comes_back(desk, first):
    page = desk.open("follow_ups", first)
    desk.write("4")
    desk.answers.queue.append("stay")
    desk.key(Qt.Key.Key_Escape)
    assert desk.page is page
    page._keep_draft()
    page._changed = False  # as after a crash: nobody was asked
    desk.key(Qt.Key.Key_Escape)
    again = desk.open("follow_ups", first)
    assert again.sheet.voices.cell(("participant", "attendance")).scale.value() == 4
    assert "Utkastet" in seen(again)
    desk.answers.queue.append("discard")
    desk.key(Qt.Key.Key_Escape)
    assert desk.open("follow_ups", first).sheet.voices.answers() == {}


def test_leaving_for_another_area_asks_too(desk, first):
    page = desk.open("follow_ups", first)
    desk.write("4")
    desk.answers.queue.append("stay")
    desk.control(Qt.Key.Key_6)
    assert desk.page is page
    desk.answers.queue.append("save")
    desk.control(Qt.Key.Key_6)
    assert not isinstance(desk.page, FollowUpRecordPage)


def test_a_change_elsewhere_leaves_what_is_typed(desk, world, number, first):
    page = desk.open("follow_ups", first)
    desk.write("4")
    desk.bus.publish(world.services.follow_ups.skip(_skip(world, number, 1)))
    assert page.sheet.voices.cell(("participant", "attendance")).scale.value() == 4
    page._forget_draft()


def _skip(world, number, place):
    from socialupph.domain.commands.follow_ups import SkipFollowUp  # noqa: PLC0415

    step = world.view(number).plan[place]
    return SkipFollowUp(step.id, step.version, "Semester")


def test_a_held_one_is_read_and_corrected(desk, world, first):
    desk.open("follow_ups", first)
    desk.write("4")
    desk.control(Qt.Key.Key_S)
    page = desk.open("follow_ups", first)
    scale = page.sheet.voices.cell(("participant", "attendance")).scale
    assert not page.sheet.foot.isVisible()
    scale.take_focus()
    desk.write("2")
    assert scale.value() == 4  # only to be read
    desk.key(Qt.Key.Key_F2)
    assert page.sheet.foot.isVisible()
    page.sheet.voices.cell(("participant", "attendance")).scale.take_focus()
    desk.write("2")
    desk.control(Qt.Key.Key_S)
    assert world.services.follow_ups.view(first).answers[0].score == 2


def test_skipped_with_a_reason_and_planned_again(desk, world, first):
    page = desk.open("follow_ups", first)
    desk.answers.queue.append({"skip_reason": "Var på semester"})
    page.page_actions.action("follow_up.skip").trigger()
    assert world.services.follow_ups.view(first).status is FollowUpStatus.SKIPPED
    page = desk.open("follow_ups", first)
    assert "Var på semester" in seen(page)
    page.page_actions.action("follow_up.reopen").trigger()
    assert world.services.follow_ups.view(first).status is FollowUpStatus.PLANNED
    assert page.sheet.foot.isVisible()


def test_moved_and_not_answered(desk, world, number, first):
    page = desk.open("follow_ups", first)
    desk.answers.queue.append({"due_on": D(2026, 9, 25)})
    page.page_actions.action("follow_up.move").trigger()
    assert world.services.follow_ups.view(first).due_on == D(2026, 9, 25)
    page.page_actions.action("follow_up.not_answered").trigger()
    assert world.services.follow_ups.view(first).status is FollowUpStatus.NOT_ANSWERED
    assert "inget svar" in desk.toast()


def test_a_follow_up_of_a_contract_has_no_questions(desk, world):
    from socialupph.domain.changes import Entity  # noqa: PLC0415
    from socialupph.domain.commands.follow_ups import PlanFollowUp  # noqa: PLC0415

    made = world.services.follow_ups.plan(PlanFollowUp(TODAY, contract_id=world.contract)).new_id(Entity.FOLLOW_UP)
    page = desk.open("follow_ups", made)
    assert not page.sheet.voices.isVisible()
    desk.control(Qt.Key.Key_S)
    assert world.services.follow_ups.view(made).held_on == TODAY


def test_low_window_keeps_the_save_row(desk, first):
    desk.window.resize(1366, 520)
    page = desk.open("follow_ups", first)
    foot = page.sheet.foot
    assert foot.isVisible()
    assert foot.mapTo(desk.window, foot.rect().bottomLeft()).y() < desk.window.height()
    voices = page.sheet.voices
    voices.cell(("participant", "language_and_skills")).scale.take_focus()
    desk.key(Qt.Key.Key_Down)
    last = voices.cell(("participant", "safety"))
    assert last.scale.has_focus()
    assert last.visibleRegion().boundingRect().height() > last.height() // 2  # brought into view


def test_the_page_is_freed(desk, first):
    gone = weakref.ref(desk.open("follow_ups", first))
    desk.key(Qt.Key.Key_Escape)
    assert desk.is_freed(gone)
