"""The list of placements and the panel beside it, by keyboard."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from socialupph.domain.changes import Entity
from socialupph.domain.commands.candidates import CandidateFields
from socialupph.domain.commands.suppliers import ContactFields, SupplierFields, WorkplaceFields
from socialupph.domain.kinds import AuditKind, ContactRole
from socialupph.ui.features.follow_ups.record import FollowUpRecordPage
from socialupph.ui.features.placements.forms import PlacementForm
from socialupph.ui.features.placements.page import PlacementPage
from socialupph.ui.features.placements.record import PlacementRecordPage
from socialupph.ui.kit.labels import LinkButton
from socialupph.ui.kit.timeline import Timeline
from tests.services.placement_world import D

SECRET = "Hemlighetsson"


def protected(world):
    """A placement of which nothing may tell where the person is."""
    number = world.services.candidates.register(
        CandidateFields(name=f"Pia {SECRET}", protected=True, alias="KA-0900", phone="070-11")
    ).new_id(Entity.CANDIDATE)
    host = world.services.suppliers.register(SupplierFields(f"{SECRET} Bygg")).new_id(Entity.SUPPLIER)
    place = world.services.suppliers.register_workplace(WorkplaceFields(host, f"{SECRET} plats"))
    boss = world.services.suppliers.register_contact(ContactFields(host, f"Chef {SECRET}", ContactRole.SUPERVISOR))
    return world.placement(
        candidate_id=number,
        host_supplier_id=host,
        workplace_id=place.new_id(Entity.WORKPLACE),
        supervisor_id=boss.new_id(Entity.CONTACT),
        decision_reference=f"{SECRET}-1",
        af_officer=f"Alf {SECRET}",
        note=SECRET,
    )


def test_the_area(desk):
    area = next(one.area for one in desk.container.features if one.area and one.area.key == "placements")
    assert (area.title, area.icon, area.shortcut, area.group) == ("Placeringar", "handshake", "Ctrl+6", 2)
    desk.control(Qt.Key.Key_8)
    desk.control(Qt.Key.Key_6)
    assert isinstance(desk.page, PlacementPage)


@pytest.mark.parametrize("count", [0, 1, 12])
def test_rows(desk, world, count):
    for _ in range(count):
        world.placement()
    desk.window.reload_page()
    assert desk.page.model.rowCount() == count
    assert desk.page.header.count.text() == (f"{count} st" if count else "inga än")
    titles = [
        column.title
        for number, column in enumerate(desk.page.spec.columns)
        if not desk.page.table.isColumnHidden(number)
    ]
    assert titles[:4] == ["Status", "Kod", "Person", "Period"]
    assert {"Värdföretag", "Arbetsplats"}.isdisjoint(titles)


def test_an_empty_list_offers_the_form(desk):
    desk.control(Qt.Key.Key_N)
    assert isinstance(desk.page, PlacementForm)
    desk.key(Qt.Key.Key_Escape)
    assert isinstance(desk.page, PlacementPage)


def test_a_row_says_what_is_next(desk, world):
    world.placement()
    desk.window.reload_page()
    row = " ".join(desk.rows()[0])
    for word in ("Pågående", "P-0001", "KA-0001", "Bygg & Mark i Fjällbyn AB", "Saknar kurs", "Startsamtal"):
        assert word in row
    assert "15 dgr försenad" in row


def test_filters(desk, world):
    world.placement()
    world.placement(starts_on=D(2026, 1, 7), planned_end_on=D(2026, 4, 6), requirement_id=None)
    desk.window.reload_page()
    page = desk.page
    for key, value, left in (("status", "current", 1), ("counts", "no", 1), ("supervisor_training", "missing", 2)):
        page.filter_bar.toggle(key, value)
        assert page.model.rowCount() == left, key
        page.filter_bar.clear()
    page.filter_bar.toggle("form", str(world.form()))
    assert page.model.rowCount() == 2
    assert "Form" in page.filter_bar.told()


def test_the_panel_has_the_next_step_and_leads_to_it(desk, world):
    world.placement(af_officer="Alf Exempel", decision_reference="AF-1")
    desk.window.reload_page()
    desk.page.table.setFocus()
    told = desk.panel_texts()
    for word in ("Startsamtal", "måndag 7 september", "Norrtullsskolan", "Rut Exempel", "AF-1"):
        assert word in told, word
    assert "platser levererade" in told  # the requirement's sentence
    events = desk.page.panel.findChild(Timeline).model()
    assert "Placeringen började" in str([events.index(row, 0).data() for row in range(events.rowCount())])
    links = [link.accessibleName() for link in desk.page.panel.findChildren(LinkButton)]
    assert links[:3] == ["KA-0001", "Bygg & Mark i Fjällbyn AB", "K-2026-001/1"]
    desk.control(Qt.Key.Key_R)
    assert isinstance(desk.page, FollowUpRecordPage)
    assert desk.page.shown().placement_code == "P-0001"


def test_the_next_step_is_moved(desk, world):
    number = world.placement()
    desk.window.reload_page()
    desk.page.table.setFocus()
    desk.answers.queue.append({"due_on": D(2026, 9, 28)})
    desk.page.panel.aside_asked.emit()
    assert world.view(number).next_step.due_on != D(2026, 9, 7)
    assert D(2026, 9, 28) in world.due_days(number)
    assert "flyttad" in desk.toast()


def test_names_are_off_and_switching_them_on_is_logged(desk, world):
    world.placement(candidate_id=world.candidate(name="Ingrid Exempel"))
    desk.window.reload_page()
    assert "Ingrid" not in str(desk.rows())
    desk.page._names.click()
    assert "Ingrid" in str(desk.rows())
    assert world.services.audit.last(1)[0].kind is AuditKind.NAMES_SHOWN
    assert "Ingrid" not in str(desk.page.files.rows())  # files and paper stay with the code
    desk.page._names.click()
    assert "Ingrid" not in str(desk.rows())


def test_nothing_beside_the_list_tells_of_a_protected_person(desk, world):
    protected(world)
    desk.window.reload_page()
    desk.page.table.setFocus()
    desk.page._names.click()
    assert SECRET not in str(desk.rows())
    told = desk.panel_texts()
    assert SECRET not in told
    assert "KA-0900" in told
    assert AuditKind.VIEWED_PROTECTED not in {line.kind for line in world.services.audit.last()}
    desk.page.table.setFocus()
    desk.key(Qt.Key.Key_Return)
    assert isinstance(desk.page, PlacementRecordPage)
    assert SECRET not in desk.page.title
    assert SECRET not in desk.window.windowTitle()
    assert world.services.audit.last(1)[0].kind is AuditKind.VIEWED_PROTECTED


def test_void_asks_why_and_is_undone(desk, world):
    number = world.placement()
    desk.window.reload_page()
    desk.page.table.setFocus()
    desk.answers.queue.append("Registrerad två gånger")
    desk.key(Qt.Key.Key_Delete)
    assert desk.page.model.rowCount() == 0
    assert world.view(number).voided
    desk.control(Qt.Key.Key_Z)
    assert desk.page.model.rowCount() == 1


def test_f2_opens_the_form_of_the_chosen_one(desk, world):
    world.placement(planned_end_on=dt.date(2026, 12, 1))
    desk.window.reload_page()
    desk.page.table.setFocus()
    desk.key(Qt.Key.Key_F2)
    assert isinstance(desk.page, PlacementForm)
    assert desk.page.form.values()["planned_end_on"] == dt.date(2026, 12, 1)
