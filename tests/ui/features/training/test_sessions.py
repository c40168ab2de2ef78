"""Sessions by keyboard: the list, the form with its days, the panel, the papers."""

import datetime as dt
import weakref

import pytest
from PySide6.QtCore import Qt

from socialupph.domain.changes import Entity
from socialupph.domain.commands.training import CourseFields, SessionDayFields
from socialupph.domain.kinds import SessionStatus
from socialupph.domain.sign_ups import SignUpStatus
from socialupph.ui.features.training.attendance import AttendancePage
from socialupph.ui.features.training.page import SessionPage
from socialupph.ui.features.training.record import SessionRecordPage
from socialupph.ui.features.training.session_form import SessionForm
from socialupph.ui.features.training.sign_up_form import SignUpForm
from socialupph.ui.kit.document_page import DocumentPage
from tests.services.training_world import D
from tests.ui.features.desk import seen


def shows(desk, kind):
    return isinstance(desk.page, kind)


def fill(desk, **texts):
    """Type into the fields, one after the other."""
    for key, text in texts.items():
        line = desk.page.form.box(key).editor.target()
        line.setFocus()
        line.selectAll()
        desk.write(text)


def test_the_area(desk, course):
    area = desk.container.features[-1].area
    assert (area.title, area.icon, area.shortcut, area.group) == (
        "Handledarutbildning",
        "hat_graduation",
        "Ctrl+7",
        3,
    )
    assert area.count() == 0
    course.session()
    assert area.count() == 1
    assert [entry.text for entry in desk.container.features[-1].new] == ["Nytt kurstillfälle", "Ny anmälan"]
    assert desk.container.place_of(Entity.SESSION, 1).area == "training"


@pytest.mark.parametrize("count", [0, 1, 12])
def test_rows(desk, course, count):
    for _ in range(count):
        course.session()
    desk.window.reload_page()
    assert desk.page.model.rowCount() == count
    assert desk.page.header.count.text() == (f"{count} st" if count else "inga än")


def test_an_empty_list_offers_the_form_and_esc_leaves_it_unasked(desk):
    assert "Här samlas alla tillfällen" in seen(desk.page)
    desk.control(Qt.Key.Key_N)
    assert shows(desk, SessionForm)
    desk.key(Qt.Key.Key_Escape)
    assert shows(desk, SessionPage)


def test_a_session_is_made_by_keyboard_with_two_days(desk, course):
    desk.control(Qt.Key.Key_N)
    form = desk.page.form
    assert form.box("course_id").editor.value() == course.course  # the only one
    assert form.box("day_2").isHidden()
    fill(desk, day_1="2026-10-08", hours_1="9-16")
    assert not form.box("day_2").isHidden()
    assert form.box("day_3").isHidden()
    assert form.box("last_sign_up_on").editor.value() == D(2026, 10, 1)  # a week before
    fill(desk, day_2="2026-10-09")
    assert form.box("hours_2").editor.draft() == "9-16"
    assert not form.box("day_3").isHidden()
    fill(desk, capacity="3", venue="Sal Exempel", trainers="Greta Exempel")
    desk.control(Qt.Key.Key_S)
    assert shows(desk, SessionPage)
    assert desk.toast() == "Tillfället är sparat."
    view = course.view(desk.page.table.current_id())
    assert [day.held_on for day in view.days] == [D(2026, 10, 8), D(2026, 10, 9)]
    assert (view.capacity, view.venue, view.goes_first_until) == (3, "Sal Exempel", D(2026, 10, 1))
    assert (view.days[1].starts_at, view.days[1].ends_at) == (dt.time(9), dt.time(16))
    desk.control(Qt.Key.Key_Z)
    assert desk.page.model.rowCount() == 0


def test_a_proposed_last_day_is_never_put_over_one_that_was_typed(desk):
    desk.control(Qt.Key.Key_N)
    fill(desk, last_sign_up_on="2026-09-30", day_1="2026-10-08")
    assert desk.page.form.box("last_sign_up_on").editor.value() == D(2026, 9, 30)
    desk.answers.queue.append("discard")
    desk.key(Qt.Key.Key_Escape)
    assert shows(desk, SessionPage)


def test_what_is_wrong_stands_under_its_field(desk):
    desk.control(Qt.Key.Key_N)
    form = desk.page.form
    desk.control(Qt.Key.Key_S)
    assert form.box("day_1").error()
    assert desk.focus is form.box("day_1").editor.target()
    fill(desk, day_1="2026-10-08", hours_1="16-9", last_sign_up_on="2026-10-20")
    desk.control(Qt.Key.Key_S)
    assert form.box("hours_1").error() == "Sluttiden kommer före starttiden."
    fill(desk, hours_1="9-16", day_2="2026-10-08")
    desk.control(Qt.Key.Key_S)
    assert form.box("day_1").error() == "Samma dag står två gånger. Ta bort den ena."
    fill(desk, day_2="2026-10-09")
    desk.control(Qt.Key.Key_S)
    assert form.box("last_sign_up_on").error() == "Sista anmälningsdag kan inte vara efter första kursdagen."
    assert desk.focus is form.box("last_sign_up_on").editor.target()
    desk.answers.queue.append("stay")
    desk.key(Qt.Key.Key_Escape)
    assert shows(desk, SessionForm)
    form.mark_saved()


def test_a_course_is_made_on_the_spot(desk, course):
    desk.control(Qt.Key.Key_N)
    desk.answers.queue.append({"title": "Språkstöd", "gives_supervisor_training": False})
    desk.page.form.create_asked.emit("course_id", "course", "Språkstöd")
    chosen = course.services.training.course(desk.page.form.box("course_id").editor.value())
    assert (chosen.title, chosen.gives_supervisor_training) == ("Språkstöd", False)
    desk.page.form.mark_saved()


def test_with_two_courses_one_is_chosen(desk, course):
    course.services.training.register_course(CourseFields("Språkstöd"))
    desk.control(Qt.Key.Key_N)
    assert desk.page.form.box("course_id").editor.value() is None


def test_the_panel_has_the_seats_and_the_next_step(desk, course):
    number = course.session()
    course.sign_up(number, "Ada Exempel", contract_id=course.contract)
    desk.window.reload_page()
    desk.page.table.setFocus()
    told = desk.panel_texts()
    for text in ("Kursen börjar om 10 dagar", "Skriv ut anmälningslistan", "1 av 3 platser tagna", "Sal Exempel"):
        assert text in told, text
    desk.page.panel.next_asked.emit()
    assert shows(desk, DocumentPage)
    assert "Anmälningslista" in desk.page.title
    desk.key(Qt.Key.Key_Escape)
    assert shows(desk, SessionPage)


def test_far_off_the_next_step_is_a_sign_up(desk, course):
    course.session(days=(SessionDayFields(D(2026, 12, 2), dt.time(9), dt.time(16)),))
    desk.window.reload_page()
    desk.page.table.setFocus()
    assert "Anmälan stänger om 3 dagar" in desk.panel_texts()
    desk.page.panel.next_asked.emit()
    assert shows(desk, SignUpForm)


def test_enter_opens_f2_edits_and_del_voids_with_a_reason(desk, course):
    number = course.session()
    desk.window.reload_page()
    desk.page.table.setFocus()
    desk.key(Qt.Key.Key_Return)
    assert shows(desk, SessionRecordPage)
    desk.key(Qt.Key.Key_F2)
    assert shows(desk, SessionForm)
    fill(desk, capacity="5")
    desk.control(Qt.Key.Key_S)
    assert shows(desk, SessionRecordPage)
    assert course.view(number).capacity == 5
    assert "0 av 5 platser tagna" in seen(desk.page)
    desk.key(Qt.Key.Key_Escape)
    desk.answers.queue.append("Dubbelt")
    desk.page.table.setFocus()
    desk.key(Qt.Key.Key_Delete)
    assert desk.page.model.rowCount() == 0
    desk.control(Qt.Key.Key_Z)
    assert desk.page.model.rowCount() == 1


def test_the_course_is_edited_from_one_of_its_sessions(desk, course):
    desk.open("training", course.session())
    desk.page.page_actions.action("session.course").trigger()
    fill(desk, title="Handledarkurs")
    desk.control(Qt.Key.Key_S)
    assert course.services.training.course(course.course).title == "Handledarkurs"
    assert desk.page.header.title.text() == "Handledarkurs 2 oktober"


def test_a_session_is_cancelled_and_opened_again(desk, course):
    number = course.session()
    desk.open("training", number)
    desk.page.page_actions.action("session.cancel").trigger()
    assert course.view(number).status is SessionStatus.CANCELLED
    assert desk.page.header.pill.word() == "Inställd"
    assert not desk.page.page_actions.action("session.sign_up").isEnabled()
    desk.page.page_actions.action("session.reopen").trigger()
    assert course.view(number).status is SessionStatus.OPEN


def test_both_papers_open_as_previews(desk, course):
    number = course.session()
    course.sign_up(number, "Ada Exempel", contract_id=course.contract)
    desk.open("training", number)
    desk.control(Qt.Key.Key_P)
    assert shows(desk, DocumentPage)
    assert desk.page.title.startswith("Anmälningslista")
    desk.key(Qt.Key.Key_Escape)
    desk.answers.queue.extend([{"blank_lines": 13}, {"blank_lines": 2}])
    desk.page.papers.asked.emit("attendance")
    assert desk.answers.refused == [("setting.out_of_range", "blank_lines")]
    desk.page.papers.asked.emit("attendance")
    assert desk.page.title.startswith("Närvarolista")


def test_attendance_is_ticked_by_keyboard_in_the_order_of_the_paper(desk, course):
    number = course.session()
    first = course.sign_up(number, "Ada Exempel", 9, contract_id=course.contract)
    second = course.sign_up(number, "Bo Exempel", 10, contract_id=course.contract)
    course.clock.day = D(2026, 10, 5)
    desk.open("training", number)
    assert "Närvaron saknas för 2 personer." in seen(desk.page)
    desk.page.step.main.click()
    assert shows(desk, AttendancePage)
    assert desk.focus is desk.page.grid
    desk.key(Qt.Key.Key_Space)
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Space)
    desk.key(Qt.Key.Key_Space)
    assert desk.page.grid.values() == {first: (True,), second: (False,)}
    assert desk.page.foot.note.text() == "fre 2 okt: 1 deltog"
    desk.answers.queue.append("stay")
    desk.key(Qt.Key.Key_Escape)
    assert shows(desk, AttendancePage)
    desk.control(Qt.Key.Key_S)
    assert shows(desk, SessionRecordPage)
    assert desk.toast() == "Närvaron är sparad för 2 personer."
    assert course.entry(number, first).status is SignUpStatus.ATTENDED
    assert course.entry(number, second).status is SignUpStatus.ABSENT
    assert not desk.page.step.isVisible()
    desk.control(Qt.Key.Key_Z)
    assert course.entry(number, first).attendance == (None,)


def test_everybody_at_once_and_the_list_that_never_came_back(desk, course):
    number = course.session()
    for day, name in enumerate(("Ada Exempel", "Bo Exempel", "Cia Exempel"), 8):
        course.sign_up(number, name, day, contract_id=course.contract)
    course.clock.day = D(2026, 10, 5)
    desk.open("training", number)
    desk.page._tick()
    desk.page._everyone()
    assert set(desk.page.grid.values().values()) == {(True,)}
    desk.answers.queue.append("discard")
    desk.key(Qt.Key.Key_Escape)
    desk.page.page_actions.action("session.without_record").trigger()
    assert {entry.status for entry in course.view(number).seated} == {SignUpStatus.NO_RECORD}


def test_pages_are_freed_on_close(desk, course):
    number = course.session()
    course.sign_up(number, "Ada Exempel", contract_id=course.contract)
    pages = [weakref.ref(desk.page), weakref.ref(desk.open("training", number))]
    desk.control(Qt.Key.Key_N)
    pages.append(weakref.ref(desk.page))
    desk.window.router.close()
    assert [desk.is_freed(page) for page in pages] == [True, True, True]
