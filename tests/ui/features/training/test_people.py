"""Those who sign up: the form, seats and reserve list with reasons, offers, withdrawals, protected people."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from socialupph.domain.changes import Entity
from socialupph.domain.commands.suppliers import SupplierFields
from socialupph.domain.commands.training import SignUpFields
from socialupph.domain.kinds import AuditKind
from socialupph.domain.sign_ups import SignUpStatus
from socialupph.domain.views.training import UntrainedSupervisor
from socialupph.ui.features.training.record import SessionRecordPage
from socialupph.ui.features.training.sign_up_form import SignUpForm
from socialupph.ui.kit.labels import LinkButton
from tests.services.training_world import D, labels
from tests.ui.features.desk import seen

SECRET = "Hemlighetsson"


@pytest.fixture
def session(desk, course):
    """Two seats; opened."""
    number = course.session(capacity=2)
    desk.open("training", number)
    return number


def shows(desk, kind):
    return isinstance(desk.page, kind)


def fill(desk, **texts):
    for key, text in texts.items():
        line = desk.page.form.box(key).editor.target()
        line.setFocus()
        line.selectAll()
        desk.write(text)


def sign_up(desk, name, received="2026-09-10 08.12", **values):
    desk.control(Qt.Key.Key_N)
    fill(desk, name=name, received_at=received)
    for key, value in values.items():
        desk.page.form.set_value(key, value)
    desk.control(Qt.Key.Key_S)


def table(desk):
    model = desk.page.people.seated.model
    return [[cell.text for cell in model.cells(row)] for row in range(model.rowCount())]


def button(desk, text):
    found = [one for one in desk.page.findChildren(LinkButton) if one.isVisible() and one.accessibleName() == text]
    assert found, text
    return found[0]


def test_three_sign_up_by_keyboard_and_the_third_waits_with_a_reason(desk, course, session):
    desk.control(Qt.Key.Key_N)
    assert shows(desk, SignUpForm)
    assert desk.focus is desk.page.form.box("name").editor.target()
    assert desk.page.form.box("received_at").editor.draft() == "2026-09-22 14.00"
    desk.key(Qt.Key.Key_Escape)
    sign_up(desk, "Ada Exempel", supplier_id=course.supplier)
    assert shows(desk, SessionRecordPage)
    assert desk.toast() == "Ada Exempel är anmäld, nummer 1."
    sign_up(desk, "Bo Exempel", "2026-09-11 08.12", supplier_id=course.supplier)
    sign_up(desk, "Cia Exempel", "2026-09-12 08.12", supplier_id=course.supplier)
    assert desk.toast() == "Cia Exempel står på reservlistan som nummer 1. Först i kön. Alla platser är tagna."
    assert table(desk) == [
        ["1", "Anmäld", "Ada Exempel", "Påhittade Bygg AB", "K-2026-001", "10 sep 08.12"],
        ["2", "Anmäld", "Bo Exempel", "Påhittade Bygg AB", "K-2026-001", "11 sep 08.12"],
    ]
    told = seen(desk.page.reserve)
    for text in ("Reservlista", "1 väntar", "Cia Exempel", "12 sep 08.12, Påhittade Bygg AB", "Alla platser är tagna"):
        assert text in told, text


def test_who_has_no_contract_waits_until_the_day_and_then_seats_are_filled(desk, course, session):
    sign_up(desk, "Ada Exempel", own_staff=True)
    assert "Egen personal väntar till 25 september" in seen(desk.page.reserve)
    assert not desk.page.step.isVisible()
    course.clock.day = D(2026, 9, 25)
    desk.window.reload_page()
    assert "2 platser är lediga" in seen(desk.page.step)
    desk.page.step.main.click()
    assert course.view(session).seated[0].status is SignUpStatus.SIGNED_UP
    assert not desk.page.reserve.isVisible()
    desk.control(Qt.Key.Key_Z)
    assert labels(course.view(session).waiting) == ["Ada Exempel"]


def test_a_freed_seat_is_offered_and_taken_and_nothing_happens_by_itself(desk, course, session):
    for number, name in enumerate(("Ada Exempel", "Bo Exempel", "Cia Exempel"), 8):
        course.sign_up(session, name, number, contract_id=course.contract)
    desk.window.reload_page()
    desk.page.people.seated.table.setFocus()
    desk.key(Qt.Key.Key_Delete)
    assert desk.toast() == "Ada Exempel är avanmäld."
    assert labels(course.view(session).waiting) == ["Cia Exempel"]
    assert "1 plats är ledig" in seen(desk.page.step)
    desk.answers.queue.extend([None, {"offered_until": D(2026, 10, 2)}, {}])
    for _ in range(3):
        desk.page.step.main.click()
    assert desk.answers.refused == [("sign_up.offer_after_start", "offered_until")]
    assert course.view(session).seated[-1].offered_until == D(2026, 9, 25)  # proposed: three days ahead
    assert table(desk)[1][:3] == ["2", "Erbjuden till 25 sep", "Cia Exempel"]
    desk.page.people.seated.table.select_id(course.view(session).seated[-1].id)
    desk.page.people.seated.table.setFocus()
    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert course.view(session).seated[-1].status is SignUpStatus.CONFIRMED
    assert "tog platsen" in desk.toast()


def test_an_offer_that_ran_out_is_passed_on_by_a_click(desk, course, session):
    numbers = [
        course.sign_up(session, name, day, contract_id=course.contract)
        for day, name in enumerate(("Ada Exempel", "Bo Exempel", "Cia Exempel", "Dan Exempel"), 8)
    ]
    service = course.services.sign_ups
    service.withdraw(numbers[0], course.entry(session, numbers[0]).version)
    service.offer(numbers[2], course.entry(session, numbers[2]).version, D(2026, 9, 23))
    course.clock.day = D(2026, 9, 24)
    desk.window.reload_page()
    assert "Erbjudandet gick ut 23 september" in seen(desk.page.step)
    desk.page.step.main.click()
    assert labels(course.view(session).waiting) == ["Dan Exempel", "Cia Exempel"]
    desk.qtbot.waitUntil(lambda: "svarade inte på ett tidigare erbjudande" in seen(desk.page.reserve))


def test_a_withdrawal_is_undone_and_can_be_taken_back(desk, course, session):
    number = course.sign_up(session, "Ada Exempel", contract_id=course.contract)
    desk.window.reload_page()
    desk.page.people.seated.table.setFocus()
    desk.key(Qt.Key.Key_Delete)
    assert labels(course.view(session).withdrawn) == ["Ada Exempel"]
    assert desk.page.people.withdrawn.isVisible()
    desk.control(Qt.Key.Key_Z)
    assert labels(course.view(session).seated) == ["Ada Exempel"]
    assert not desk.page.people.withdrawn.isVisible()
    desk.page.people.seated.table.setFocus()
    desk.key(Qt.Key.Key_Delete)
    desk.page.people.withdrawn.table.setFocus()
    desk.page.people.withdrawn.table.select_id(number)
    desk.page.people.point_at(number)
    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert labels(course.view(session).seated) == ["Ada Exempel"]


def test_the_menu_of_a_row_has_only_what_can_be_done(desk, course, session):
    course.sign_up(session, "Ada Exempel", contract_id=course.contract)
    desk.window.reload_page()
    people = desk.page.people
    people.seated.table.setFocus()
    people.seated.table.customContextMenuRequested.emit(QPoint(20, 40))
    texts = [action.text() for action in people._menu.actions() if action.isVisible()]
    assert texts == ["Öppna anmälan", "Bekräfta", "Flytta till reservlistan", "Avmäl"]
    people._menu.close()
    desk.page.page_actions.action("person.confirm").trigger()
    assert table(desk)[0][1] == "Bekräftad"


def test_someone_who_waits_is_reached_by_the_name_and_by_the_menu(desk, course, session):
    course.sign_up(session, "Ada Exempel")
    desk.window.reload_page()
    button(desk, "Ada Exempel").click()
    assert shows(desk, SignUpForm)
    desk.key(Qt.Key.Key_Escape)
    entry = course.view(session).waiting[0]
    desk.page.reserve.more_asked.emit(entry, desk.page.reserve)
    texts = [action.text() for action in desk.page.people._menu.actions() if action.isVisible()]
    assert texts == ["Öppna anmälan", "Erbjud plats …", "Avmäl"]
    desk.page.people._menu.close()
    desk.page.page_actions.action("person.withdraw").trigger()
    assert labels(course.view(session).withdrawn) == ["Ada Exempel"]


def test_a_duplicate_is_asked_about_once(desk, course, session):
    sign_up(desk, "Ada Exempel", supplier_id=course.supplier)
    desk.answers.queue.append("back")
    sign_up(desk, "Ada Exempel", "2026-09-11 09.00")
    assert shows(desk, SignUpForm)
    assert "redan anmäld" in desk.page.form.box("name").error()
    desk.answers.queue.append("sure")
    desk.control(Qt.Key.Key_S)
    assert shows(desk, SessionRecordPage)
    view = course.view(session)
    assert len(view.seated) + len(view.waiting) == 2


def test_a_late_sign_up_is_marked_not_refused(desk, course, session):
    sign_up(desk, "Ada Exempel", "2026-09-26 09.00", supplier_id=course.supplier)
    assert desk.toast().endswith("Anmälan kom efter sista anmälningsdagen.")
    assert desk.page.people.seated.model.cells(0)[5].detail == "sen"


def test_what_is_missing_stands_under_the_name_and_esc_asks_once(desk, session):
    desk.control(Qt.Key.Key_N)
    desk.control(Qt.Key.Key_S)
    assert desk.page.form.box("name").error()
    assert desk.focus is desk.page.form.box("name").editor.target()
    fill(desk, email="ada@exempel.example")
    desk.answers.queue.append("discard")
    desk.key(Qt.Key.Key_Escape)
    assert shows(desk, SessionRecordPage)


def test_a_supplier_narrows_contract_and_contact_and_a_contact_brings_its_supplier(desk, course, session):
    services = course.services
    other = services.suppliers.register(SupplierFields("Annat AB")).new_id(Entity.SUPPLIER)
    contact = course.contact("Rut Exempel", email="rut@bygg.example", phone="070-11")
    desk.control(Qt.Key.Key_N)
    form = desk.page.form
    form.set_value("supplier_id", other)
    assert form.box("organisation").editor.value() == "Annat AB"
    lookups = desk.container.context.providers.lookups
    line = form.box("contract_id").editor
    assert list(lookups.find(line._kind, "", 12)) == []
    form.set_value("supplier_id", course.supplier)
    assert [hit.id for hit in lookups.find(line._kind, "", 12)] == [course.contract]
    form.set_value("supplier_id", None)
    form.set_value("organisation", None)
    form.set_value("contact_id", contact)
    values = form.values()
    assert (values["supplier_id"], values["name"], values["phone"]) == (course.supplier, "Rut Exempel", "070-11")
    assert values["organisation"] == "Påhittade Bygg AB"
    desk.control(Qt.Key.Key_S)
    assert course.view(session).seated[0].right == "K-2026-001"


def test_from_anywhere_the_session_is_chosen_first(desk, course, session):
    entry = next(one for one in desk.container.features[-1].new if one.key == "sign-up")
    desk.window.router.push(entry.make())
    assert desk.page.form.box("session_id").editor.value() == session  # the one that closes next
    fill(desk, name="Ada Exempel")
    desk.control(Qt.Key.Key_S)
    assert labels(course.view(session).waiting) == ["Ada Exempel"]


def test_a_protected_person_is_called_by_the_alias_everywhere_but_in_the_form(desk, course, session):
    sign_up(desk, f"Pia {SECRET}", supplier_id=course.supplier, protected=True, alias="Kim Granqvist", email="")
    assert SECRET not in desk.toast()
    assert table(desk)[0][2] == "Kim Granqvist"
    assert table(desk)[0][4] == ""
    assert SECRET not in seen(desk.page)
    before = [line.kind for line in course.services.audit.last()].count(AuditKind.VIEWED_PROTECTED)
    desk.page.people.seated.table.setFocus()
    desk.key(Qt.Key.Key_Return)
    assert desk.page.form.values()["name"] == f"Pia {SECRET}"
    assert SECRET not in desk.page.title
    after = [line.kind for line in course.services.audit.last()].count(AuditKind.VIEWED_PROTECTED)
    assert after == before + 1


def test_needs_are_never_a_column_only_that_something_is_noted(desk, course, session):
    sign_up(desk, "Ada Exempel", supplier_id=course.supplier, needs="glutenfritt")
    assert "glutenfritt" not in seen(desk.page)
    assert "glutenfritt" not in str(table(desk))
    assert desk.page.people.seated.model.cells(0)[2].detail == "noterat"
    desk.page.people.seated.table.setFocus()
    desk.key(Qt.Key.Key_Return)
    assert desk.page.form.values()["needs"] == "glutenfritt"


def test_a_supervisor_without_the_course_is_signed_up_from_the_card(desk, course, session, monkeypatch):
    contact = course.contact("Rut Exempel")
    found = UntrainedSupervisor(contact, "Rut Exempel", "Påhittade Bygg AB", ("P-0001",), "")
    read = course.services.training.view
    monkeypatch.setattr(course.services.training, "view", lambda number: replace(read(number), untrained=(found,)))
    desk.window.reload_page()
    desk.qtbot.waitUntil(lambda: "P-0001, Påhittade Bygg AB" in seen(desk.page.untrained))
    link = button(desk, "Anmäl")
    link.setFocus()
    QTest.keyClick(link, Qt.Key.Key_Return)
    assert shows(desk, SignUpForm)
    assert desk.page.form.values()["name"] == "Rut Exempel"
    desk.control(Qt.Key.Key_S)
    assert course.view(session).seated[0].label == "Rut Exempel"


def test_the_page_follows_what_others_do(desk, course, session):
    moment = dt.datetime(2026, 9, 10, tzinfo=dt.UTC)
    command = SignUpFields(session, "Ada Exempel", contract_id=course.contract, received_at=moment)
    desk.bus.publish(course.services.sign_ups.register(command))
    assert len(table(desk)) == 1
