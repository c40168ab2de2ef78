"""The form of a placement and the form that ends one: fields that follow one another, warnings, what-ifs, drafts."""

import datetime as dt
from decimal import Decimal

from PySide6.QtCore import Qt

from socialupph.domain.changes import Entity
from socialupph.domain.commands.suppliers import SupplierFields, WorkplaceFields
from socialupph.domain.kinds import ReferenceList
from socialupph.domain.placements import PlacementStatus
from socialupph.ui.features.placements.forms import EndForm, PlacementForm
from socialupph.ui.features.placements.page import PlacementPage
from socialupph.ui.features.placements.record import PlacementRecordPage
from socialupph.ui.kit.form_reading import picked
from tests.services.placement_world import D

READY = {"starts_on": D(2026, 9, 7), "planned_end_on": D(2026, 12, 30), "working_time_percent": Decimal(50)}


def new_form(desk, **start):
    desk.control(Qt.Key.Key_N)
    form = desk.page.form
    for key, value in start.items():
        form.set_value(key, value)
    return form


def filled(desk, world, **more):
    given = {"contract_id": world.contract, "requirement_id": world.requirement, "form_id": str(world.form()), **READY}
    return new_form(desk, **{**given, **more})


def test_save_makes_the_placement_and_its_plan(desk, world):
    person = world.candidate()
    filled(desk, world, candidate_id=person)
    desk.control(Qt.Key.Key_S)
    assert isinstance(desk.page, PlacementPage)
    assert desk.page.table.current_id() is not None
    view = world.view(desk.page.table.current_id())
    assert (view.code, view.links.candidate_id, view.facts.working_time_percent) == ("P-0001", person, Decimal(50))
    assert len(view.plan) > 5
    assert "uppföljningarna är planerade" in desk.toast()
    desk.control(Qt.Key.Key_Z)
    assert desk.page.model.rowCount() == 0


def test_what_the_supplier_recruited(desk, world):
    filled(desk, world, heads=2)
    desk.control(Qt.Key.Key_S)
    assert isinstance(desk.page, PlacementForm)
    assert "intygat målgruppen" in desk.page.form.box("target_group_statement").error()
    assert desk.focus is desk.page.form.box("target_group_statement").editor.target()
    desk.write("Intyg 2026-09-01")
    desk.control(Qt.Key.Key_S)
    assert "2 rekryterade" in str(desk.rows())


def test_an_error_stands_under_its_field(desk, world):
    filled(desk, world, candidate_id=world.candidate(), planned_end_on=D(2026, 9, 1))
    desk.control(Qt.Key.Key_S)
    box = desk.page.form.box("planned_end_on")
    assert box.error()
    assert desk.focus is box.editor.target()
    assert world.services.placements.total() == 0


def test_what_is_missing_is_said_under_each_field(desk):
    desk.control(Qt.Key.Key_N)
    desk.control(Qt.Key.Key_S)
    form = desk.page.form
    assert [key for key in ("form_id", "starts_on", "planned_end_on") if not form.box(key).error()] == []


def test_esc_asks_once_on_a_changed_form(desk):
    new_form(desk, note="Ring först")
    desk.answers.queue.append("stay")
    desk.key(Qt.Key.Key_Escape)
    assert isinstance(desk.page, PlacementForm)
    desk.answers.queue.append("discard")
    desk.key(Qt.Key.Key_Escape)
    assert isinstance(desk.page, PlacementPage)


def test_an_opening_fills_in_all_it_knows(desk, world):
    form = new_form(desk, opening_id=world.opening(workplace_id=world.workplace, supervisor_id=world.supervisor))
    assert picked(form, "contract_id") == world.contract
    assert picked(form, "requirement_id") == world.requirement
    assert picked(form, "host_supplier_id") == world.supplier
    assert picked(form, "workplace_id") == world.workplace
    assert picked(form, "supervisor_id") == world.supervisor


def test_another_host_has_other_workplaces(desk, world):
    other = world.services.suppliers.register(SupplierFields("Andra AB")).new_id(Entity.SUPPLIER)
    theirs = world.services.suppliers.register_workplace(WorkplaceFields(other, "Andra kajen"))
    form = new_form(desk, contract_id=world.contract)
    assert picked(form, "host_supplier_id") == world.supplier
    form.set_value("workplace_id", world.workplace)
    form.set_value("host_supplier_id", other)
    assert picked(form, "workplace_id") is None
    line = form.box("workplace_id").editor.target()
    line.setFocus()
    line.search()
    shown = [line._hits.hit(row).id for row in range(line._hits.rowCount()) if line._hits.hit(row)]
    assert shown == [theirs.new_id(Entity.WORKPLACE)]


def test_a_workplace_is_made_on_the_spot(desk, world):
    form = new_form(desk, contract_id=world.contract)
    desk.answers.queue.append({"address": "Kajen 1"})
    form.create_asked.emit("workplace_id", "workplace:supplier_id=1", "Nya kajen")
    made = picked(form, "workplace_id")
    assert made is not None
    assert "Nya kajen" in [place.name for place in world.services.suppliers.view(world.supplier).workplaces]


def test_a_host_must_be_chosen_before_its_workplace_is_made(desk):
    form = new_form(desk)
    form.create_asked.emit("workplace_id", "workplace", "Nya kajen")
    assert "värdföretag" in form.box("host_supplier_id").error()


def test_warnings_stop_nothing(desk, world):
    person = world.candidate()
    world.placement(candidate_id=person)
    filled(desk, world, candidate_id=person, supervisor_id=world.supervisor)
    desk.page.warn()
    told = " ".join(desk.page.notes.texts())
    assert "P-0001" in told
    assert "handledarutbildningen" in told
    desk.control(Qt.Key.Key_S)
    assert desk.page.model.rowCount() == 2


def test_ended_forms_are_not_offered(desk, world):
    item = world.services.reference.by_key(ReferenceList.PLACEMENT_FORM, "work_practice")
    world.services.reference.close(item.id, item.version, dt.date(2026, 1, 1))
    form = new_form(desk)
    combo = form.box("form_id").editor.target()
    offered = {combo.itemData(row) for row in range(combo.count())}
    assert str(item.id) not in offered
    assert len(offered) > 3


def test_another_end_says_what_it_gives_before_it_is_saved(desk, world):
    number = world.placement(candidate_id=world.candidate())
    world.candidate()
    world.candidate(protected=True, alias="KA-0900")
    world.opening()
    desk.open("placements", number)
    desk.key(Qt.Key.Key_F2)
    form = desk.page.form
    form.set_value("planned_end_on", D(2026, 10, 30))
    desk.page.warn()
    told = form.box("planned_end_on").under()
    assert "heltidsmånader" in told
    assert "4 månader, nås inte" in told
    outlook = desk.page.outlook
    left, replacement = outlook.texts()
    assert outlook.isVisible()
    assert "Krav K-2026-001/1: Det som är planerat räcker inte" in left
    assert "ersättare på 50" in replacement
    assert outlook.fits() == ("Öppna platser i kravet: PL-0001 Rivning och återbruk", "Kan börja i tid: KA-0002")
    form.set_value("planned_end_on", D(2026, 12, 30))
    desk.page.warn()
    assert "heltidsmånader" not in form.box("planned_end_on").under()
    assert not outlook.isVisible()
    assert world.view(number).facts.planned_end_on == D(2026, 12, 30)
    form.mark_saved()


def test_a_placement_is_ended_and_opened_again(desk, world):
    number = world.placement()
    page = desk.open("placements", number)
    page.page_actions.action("placement.end").trigger()
    assert isinstance(desk.page, EndForm)
    assert "heltidsmånader" in desk.page.form.box("ended_on").under()
    form, outlook = desk.page.form, desk.page.outlook
    assert "behöver börja senast" in outlook.texts()[1]
    assert outlook.geometry().left() > form.geometry().right()  # beside the form where there is room
    desk.window.resize(1000, 800)
    desk.qtbot.waitUntil(lambda: outlook.geometry().top() > form.geometry().bottom())
    reason = world.services.reference.by_key(ReferenceList.END_REASON, "got_job")
    desk.page.form.set_value("ended_on", D(2026, 9, 18))
    desk.page.form.set_value("end_reason_id", str(reason.id))
    desk.control(Qt.Key.Key_S)
    assert isinstance(desk.page, PlacementRecordPage)
    assert world.view(number).status is PlacementStatus.ENDED
    desk.page.page_actions.action("placement.reopen").trigger()
    assert world.view(number).status is PlacementStatus.RUNNING


def test_a_draft_is_back_next_time(desk, world):
    form = new_form(desk, contract_id=world.contract, note="Ring först")
    form._tell_draft()
    desk.answers.queue.append("stay")
    desk.key(Qt.Key.Key_Escape)
    page = desk.page
    desk.window.router._over.clear()  # as after a crash
    desk.window.router._drop(page)
    desk.window.router._show_top()
    again = new_form(desk)
    assert again.box("note").editor.value() == "Ring först"
    assert picked(again, "contract_id") == world.contract
    again.mark_saved()
