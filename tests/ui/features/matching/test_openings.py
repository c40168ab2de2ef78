"""Openings as a list, in full and as a form: what they ask for, who is on the way, what AF answered."""

import weakref
from typing import Any

import pytest
from PySide6.QtCore import Qt

from socialupph.domain.changes import Entity
from socialupph.domain.commands.matching import SuggestMatch
from socialupph.domain.commands.suppliers import SupplierFields, WorkplaceFields
from socialupph.domain.ledger import PlacementKind
from socialupph.domain.matching import MatchStep
from socialupph.domain.openings import OpeningStatus
from socialupph.ui.features.matching.forms import OpeningForm, SuggestForm
from socialupph.ui.features.matching.match_page import MatchPage
from socialupph.ui.features.matching.opening_record import OpeningRecordPage
from socialupph.ui.features.matching.page import MatchingPage
from socialupph.ui.kit.form_reading import picked
from socialupph.ui.kit.labels import LinkButton
from socialupph.ui.kit.page import Destination
from tests.services.placement_world import TODAY, D
from tests.ui.features.desk import seen


@pytest.fixture
def listed(desk):
    """The list is shown."""
    desk.page._switch("list")
    return desk.page.openings


def reload(desk):
    desk.window.reload_page()
    desk.page.openings.table.setFocus()
    desk.idle()


def cells(page):
    return [[cell.text for cell in page.model.cells(row)] for row in range(page.model.rowCount())]


def panel_texts(desk, page):
    page.keeper.show_now()
    desk.idle()
    return seen(page.panel)


@pytest.mark.parametrize("count", [0, 1, 12])
def test_rows(desk, world, listed, count):
    for _ in range(count):
        world.opening()
    desk.window.reload_page()
    assert listed.model.rowCount() == count
    assert listed.header.title.text() == "Platser & matchning"
    assert listed.header.count.text() == (f"{count} st" if count else "inga än")
    shown = [column.key for n, column in enumerate(listed.spec.columns) if not listed.table.isColumnHidden(n)]
    assert "workplace" not in shown


def test_an_empty_list_offers_the_form(desk, listed):
    assert "Det behövs ett kontrakt med ett krav först." in seen(listed)
    listed.focus_first()
    desk.control(Qt.Key.Key_N)
    assert isinstance(desk.page, OpeningForm)


def test_filters(desk, world, listed):
    world.opening(title="Målning")
    world.opening(title="Städ", draft=True, kind=PlacementKind.EMPLOYMENT)
    reload(desk)
    for key, value in (("status", "draft"), ("kind", "employment")):
        listed.filter_bar.toggle(key, value)
        assert listed.model.rowCount() == 1, key
        listed.filter_bar.clear()
    listed.filter_bar.toggle("contract", str(world.contract))
    assert (listed.model.rowCount(), listed.filter_bar.told()) == (2, "Kontrakt: K-2026-001")
    desk.window.router.go(Destination("matching", filters=(("status", ("draft",)),)))
    assert listed.model.rowCount() == 1


def test_a_new_opening_by_keyboard_knows_its_supplier(desk, world, listed):
    listed.focus_first()
    desk.control(Qt.Key.Key_N)
    form = desk.page.form
    desk.control(Qt.Key.Key_S)
    assert form.box("requirement_id").error()
    assert desk.focus is form.box("requirement_id").editor.target()
    form.set_value("requirement_id", world.requirement)
    assert picked(form, "supplier_id") == world.supplier
    form.box("title").editor.target().setFocus()
    desk.write("Målning inomhus")
    form.set_value("workplace_id", world.workplace)
    form.set_value("supervisor_id", world.supervisor)
    form.set_value("starts_on", D(2026, 10, 1))
    form.set_value("ends_on", D(2026, 9, 1))
    desk.control(Qt.Key.Key_S)
    assert form.box("ends_on").error()
    form.set_value("ends_on", D(2027, 1, 31))
    desk.control(Qt.Key.Key_S)
    assert isinstance(desk.page, MatchingPage)
    view = world.services.openings.view(listed.table.current_id())
    assert (view.code, view.title, view.supervisor_id) == ("PL-0001", "Målning inomhus", world.supervisor)
    assert view.status is OpeningStatus.OPEN
    desk.control(Qt.Key.Key_Z)
    assert listed.model.rowCount() == 0


def test_another_supplier_lets_go_of_workplace_and_supervisor(desk, world, listed):
    other = world.services.suppliers.register(SupplierFields("Påhitt AB")).new_id(Entity.SUPPLIER)
    opening = world.opening(workplace_id=world.workplace, supervisor_id=world.supervisor)
    page = OpeningForm(desk.page.context, world.services, world.services.openings.view(opening))
    desk.window.router.push(page)
    line: Any = page.form.box("workplace_id").editor.target()
    assert line.only_hit().id == world.workplace
    page.form.set_value("supplier_id", other)
    assert (picked(page.form, "workplace_id"), picked(page.form, "supervisor_id")) == (None, None)
    line.setText("Norrtullsskolan")
    assert line.only_hit() is None


def test_a_workplace_is_made_on_the_spot(desk, world, listed):
    page = OpeningForm(desk.page.context, world.services, start={"requirement_id": world.requirement})
    desk.window.router.push(page)
    page.form.create_asked.emit("workplace_id", "workplace", "Nytt")
    assert page.form.box("supplier_id").error() == "Välj leverantör först."
    page.form.set_value("supplier_id", world.supplier)
    desk.answers.queue.append({"address": "Nygatan 1"})
    page.form.create_asked.emit("workplace_id", "workplace", "Nytt")
    made = picked(page.form, "workplace_id")
    assert made not in (None, world.workplace)
    found = world.services.lookups.find("workplace", "", 12, {"supplier_id": world.supplier})
    assert made in [item.id for item in found]


def test_the_panel_and_its_next_step(desk, world, listed):
    world.opening(title="Målning", workplace_id=world.workplace, draft=True, driving_licence="B")
    reload(desk)
    told = panel_texts(desk, listed)
    for word in ("PL-0001", "Utkast", "Målning", "K-2026-001/1", "Norrtullsskolan", "1 av 1 lediga", "Öppna platsen"):
        assert word in told, word
    listed.panel.next_asked.emit()
    assert world.services.openings.view(1).status is OpeningStatus.OPEN
    assert "Föreslå kandidat" in panel_texts(desk, listed)
    listed.panel.next_asked.emit()
    assert isinstance(desk.page, SuggestForm)
    assert picked(desk.page.form, "opening_id") == 1
    desk.page.form.set_value("candidate_id", world.candidate())
    desk.control(Qt.Key.Key_S)
    panel_texts(desk, listed)
    links = {link.accessibleName(): link for link in listed.panel.findChildren(LinkButton)}
    links["KA-0001"].click()
    assert isinstance(desk.page, MatchPage)


def test_where_a_protected_person_is_stays_out_of_the_list(desk, world, listed):
    host = world.services.suppliers.register(SupplierFields("Värd AB")).new_id(Entity.SUPPLIER)
    place = world.services.suppliers.register_workplace(WorkplaceFields(host, "Hemlig port")).new_id(Entity.WORKPLACE)
    opening = world.opening(supplier_id=host, workplace_id=place)
    person = world.candidate(name="Pia Hemlig", protected=True, alias="KA-0900")
    world.placement(candidate_id=person, opening_id=opening, workplace_id=place, supervisor_id=None)
    reload(desk)
    assert "Hemlig" not in str(cells(listed)) + panel_texts(desk, listed)


def test_request_answer_edit_and_void_from_the_list(desk, world, listed):
    world.opening()
    reload(desk)
    desk.answers.queue.extend([{"requested_on": D(2026, 9, 1)}, {"text": "Ingen passar"}])
    listed.page_actions.action("openings.request").trigger()
    listed.page_actions.action("openings.answer").trigger()
    view = world.services.openings.view(1)
    assert view.requested_on == D(2026, 9, 1)
    assert [(one.answered_by, one.text) for one in view.answers] == [("Arbetsförmedlingen", "Ingen passar")]
    listed.table.setFocus()
    desk.key(Qt.Key.Key_F2)
    assert isinstance(desk.page, OpeningForm)
    desk.key(Qt.Key.Key_Escape)
    listed.table.setFocus()
    desk.answers.queue.append("Dubbel")
    desk.key(Qt.Key.Key_Delete)
    assert listed.model.rowCount() == 0


@pytest.fixture
def opened(desk, world):
    number = world.opening(
        title="Målning", workplace_id=world.workplace, supervisor_id=world.supervisor, tasks="Måla", seats=2,
        starts_on=D(2026, 10, 1), ends_on=D(2027, 1, 31), offered_on=D(2026, 9, 1),
        occupation_concept_id="abc",
    )  # fmt: skip
    return desk.open("matching", number)


def test_in_full(desk, world, opened):
    assert isinstance(opened, OpeningRecordPage)
    told = seen(opened)
    for word in (
        "PL-0001 Målning", "K-2026-001/1", "Ombyggnad av Norrtullsskolan", "Bygg & Mark i Fjällbyn AB", "Norrtullsskolan",
        "Storgatan 1", "2 av 2 lediga", "öppen 21 dagar", "2026-10-01 – 2027-01-31", "Praktik, 100", "Måla", "Rut Exempel",
        "Ingen är föreslagen än.", "Inga svar än.",
    ):  # fmt: skip
        assert word in told, word
    assert opened.header.pill.word() == "Öppen"
    links = {link.accessibleName(): link for link in opened.findChildren(LinkButton)}
    assert {"K-2026-001/1", "Bygg & Mark i Fjällbyn AB"} <= set(links)


def test_status_is_changed_by_hand(desk, world, opened):
    def status():
        return world.services.openings.view(1).status

    actions = opened.page_actions
    assert not actions.action("opening.open").isEnabled()
    actions.action("opening.reserve").trigger()
    assert status() is OpeningStatus.RESERVED
    actions.action("opening.close").trigger()
    assert status() is OpeningStatus.CLOSED
    assert not opened._suggest_button.isVisible()
    opened._open_button.click()
    assert status() is OpeningStatus.OPEN
    assert "öppen" in desk.toast()
    desk.control(Qt.Key.Key_Z)
    assert status() is OpeningStatus.CLOSED


def test_candidates_are_asked_for_and_answers_noted(desk, world, opened):
    desk.answers.queue.append({})
    opened._request_button.click()
    view = world.services.openings.view(1)
    assert (view.requested_on, view.occupation_concept_id, view.tasks, view.seats) == (TODAY, "abc", "Måla", 2)
    assert not opened._request_button.isVisible()
    desk.answers.queue.append({"text": "Ingen just nu"})
    opened.page_actions.action("opening.answer").trigger()
    opened._answers.table.setFocus()
    desk.answers.queue.append({"candidate_found": True})
    desk.key(Qt.Key.Key_Return)
    (answer,) = world.services.openings.view(1).answers
    assert (answer.candidate_found, answer.text) == (True, "Ingen just nu")
    events = opened._timeline.timeline.model()
    told = str([events.index(row, 0).data() for row in range(events.rowCount())])
    for word in ("Leverantören erbjöd platsen", "Kandidater efterfrågades", "Svar om kandidater", "Ingen just nu"):
        assert word in told, word


def test_suggest_step_and_decline_from_the_opening(desk, world, opened):
    first = world.candidate()
    desk.control(Qt.Key.Key_N)
    assert picked(desk.page.form, "opening_id") == 1
    desk.page.form.set_value("candidate_id", first)
    desk.control(Qt.Key.Key_S)
    assert desk.page is opened
    match = world.services.openings.view(1).matches[0].id
    opened._matches.table.setFocus()
    assert opened._step_button.words() == "Till Kontaktad"
    desk.answers.queue.append({})
    desk.control(Qt.Key.Key_Right)
    assert world.services.matching.view(match).step is MatchStep.CONTACTED
    assert opened._step_button.words() == "Till Presenterad"
    desk.key(Qt.Key.Key_Return)
    page = weakref.ref(desk.page)
    assert isinstance(page(), MatchPage)
    desk.key(Qt.Key.Key_Escape)
    assert desk.page is opened
    assert desk.is_freed(page)
    opened._matches.table.setFocus()
    desk.answers.queue.append({"declined_by": "candidate", "decline_reason": "Fick jobb"})
    desk.key(Qt.Key.Key_Delete)
    assert world.services.matching.view(match).step is MatchStep.DECLINED
    assert not opened._step_button.isVisible()
    events = opened._timeline.timeline.model()
    assert "KA-0001: Fick jobb" in str([events.index(row, 0).data() for row in range(events.rowCount())])


def test_the_form_keeps_what_it_does_not_ask_for(desk, world, opened):
    desk.key(Qt.Key.Key_F2)
    desk.page.form.set_value("title", "Målning ute")
    desk.control(Qt.Key.Key_S)
    view = world.services.openings.view(1)
    assert (view.title, view.occupation_concept_id, view.offered_on) == ("Målning ute", "abc", D(2026, 9, 1))


def test_esc_asks_once_on_a_changed_form(desk, opened):
    desk.key(Qt.Key.Key_F2)
    desk.page.form.set_value("title", "Annat")
    desk.answers.queue.append("stay")
    desk.key(Qt.Key.Key_Escape)
    assert isinstance(desk.page, OpeningForm)
    desk.answers.queue.append("discard")
    desk.key(Qt.Key.Key_Escape)
    assert desk.page is opened


def test_an_opening_in_use_is_not_voided(desk, world, opened):
    match = world.services.matching.suggest(SuggestMatch(world.candidate(), 1)).new_id(Entity.MATCH)
    opened._steps.accept(match)
    desk.page.form.set_value("form_id", str(world.form()))
    desk.control(Qt.Key.Key_S)
    assert desk.page is opened
    assert "1 av 2 lediga" in seen(opened)
    opened.scroll_area.setFocus()
    desk.answers.queue.append("Fel")
    desk.key(Qt.Key.Key_Delete)
    assert "kan inte makuleras" in seen(opened.banner)
    assert not world.services.openings.view(1).voided
