"""The list of candidates by keyboard: codes, names on demand, the panel and its next step."""

import weakref

import pytest
from PySide6.QtCore import Qt

from socialupph.domain.changes import Entity
from socialupph.domain.commands.matching import SuggestMatch
from socialupph.domain.kinds import AuditKind, CandidateStatus, ReferenceList
from socialupph.domain.queries import ListQuery
from socialupph.ui.features.candidates.forms import CandidateForm
from socialupph.ui.features.candidates.page import CandidatePage
from socialupph.ui.features.candidates.record import CandidateRecordPage
from socialupph.ui.features.matching.opening_record import OpeningRecordPage
from socialupph.ui.features.matching.page import MatchingPage
from socialupph.ui.kit.labels import LinkButton


def at(desk, kind):
    """Whether the page that is shown is of a kind."""
    return isinstance(desk.page, kind)


def reload(desk):
    desk.window.reload_page()
    desk.page.table.setFocus()
    desk.idle()


def kinds(world):
    return [line.kind for line in world.services.audit.last()]


def test_the_area(desk):
    feature = next(one for one in desk.container.features if one.area and one.area.key == "candidates")
    area = feature.area
    assert (area.title, area.icon, area.shortcut, area.group) == ("Kandidater", "person", "Ctrl+4", 2)
    assert feature.entities == ((Entity.CANDIDATE, "Kandidat"),)
    assert [entry.text for entry in feature.new] == ["Ny kandidat"]
    desk.control(Qt.Key.Key_3)
    desk.control(Qt.Key.Key_4)
    assert at(desk, CandidatePage)


@pytest.mark.parametrize("count", [0, 1, 12])
def test_rows(desk, world, count):
    for number in range(count):
        world.candidate(name=f"Ingrid Exempel {number}")
    desk.window.reload_page()
    assert desk.page.model.rowCount() == count
    assert desk.page.header.count.text() == (f"{count} st" if count else "inga än")
    if not count:
        desk.control(Qt.Key.Key_N)
        assert at(desk, CandidateForm)


def test_names_are_shown_only_when_asked_for_and_that_is_logged(desk, world):
    need = world.reference(ReferenceList.WORKPLACE_ADJUSTMENT, "quiet_environment")
    world.candidate(name="Ingrid Exempel", adjustment_ids=(need,))
    reload(desk)
    told = str(desk.rows())
    assert "KA-0001" in told
    assert "Ingrid" not in told
    assert "noterat" in told
    assert AuditKind.NAMES_SHOWN not in kinds(world)
    button = next(one for one in desk.page.header.findChildren(type(desk.page._names)) if one.words() == "Visa namn")
    button.click()
    desk.idle()
    assert "KA-0001 Ingrid Exempel" in str(desk.rows())
    assert kinds(world).count(AuditKind.NAMES_SHOWN) == 1
    button.click()
    desk.idle()
    assert "Ingrid" not in str(desk.rows())
    label = world.services.reference.by_key(ReferenceList.WORKPLACE_ADJUSTMENT, "quiet_environment").label
    assert label not in str(desk.rows()) + desk.panel_texts()


def test_a_new_candidate_by_keyboard_and_undo(desk, world):
    desk.control(Qt.Key.Key_N)
    desk.write("Ingrid Exempel")
    desk.control(Qt.Key.Key_S)
    assert at(desk, CandidatePage)
    assert [row[1] for row in desk.rows()] == ["KA-0001"]
    view = world.services.candidates.view(desk.page.table.current_id())
    assert (view.name, view.referrer) == ("Ingrid Exempel", "af")
    desk.control(Qt.Key.Key_Z)
    assert desk.page.model.rowCount() == 0


def test_an_error_stands_under_its_field_with_the_keyboard_in_it(desk, world):
    desk.control(Qt.Key.Key_N)
    form = desk.page.form
    form.set_value("birth_year", 1805)
    desk.control(Qt.Key.Key_S)
    assert form.box("birth_year").error()
    assert desk.focus is form.box("birth_year").editor.target()
    assert world.services.candidates.total() == 0
    desk.answers.queue.append("discard")
    desk.key(Qt.Key.Key_Escape)
    assert at(desk, CandidatePage)


def test_the_form_asks_for_an_alias_only_of_the_protected(desk, world):
    desk.control(Qt.Key.Key_N)
    form = desk.page.form
    assert not form.box("alias").isVisible()
    form.set_value("protected", True)
    assert form.box("alias").isVisible()
    form.set_value("name", "Ingrid Exempel")
    form.set_value("alias", "Ingrid")
    desk.control(Qt.Key.Key_S)
    assert form.box("alias").error()
    form.set_value("alias", "KA-0900")
    desk.control(Qt.Key.Key_S)
    assert world.services.candidates.rows([1], show_names=True)[0].label == "KA-0900"


def test_free_texts_say_not_to_write_of_health(desk):
    desk.control(Qt.Key.Key_N)
    helps = {field.key: field.help for field in desk.page.form.spec.fields()}
    assert helps["note"] == helps["wished_areas"] == "Skriv inte hälsouppgifter"


def test_filters(desk, world):
    world.candidate()
    closed = world.candidate()
    world.services.candidates.close(closed, 1)
    desk.window.reload_page()
    page = desk.page
    page.filter_bar.toggle("status", "closed")
    assert page.model.ids() == [closed]
    page.filter_bar.clear()
    assert page.model.rowCount() == 2


def test_the_panel_suggests_who_waits(desk, world):
    opening = world.opening()
    world.candidate(wished_occupations="Målare", referring_officer="Alf Exempel")
    reload(desk)
    told = desk.panel_texts()
    for word in ("KA-0001", "Aktuell", "Föreslå till plats", "Målare", "Alf Exempel"):
        assert word in told, word
    desk.answers.queue.append({"opening_id": opening})
    desk.page.panel.next_asked.emit()
    assert world.services.matching.total() == 1
    assert "föreslagen" in desk.toast()
    told = desk.panel_texts()
    assert "1 matchning pågår" in told
    assert "PL-0001" in told
    links = {link.accessibleName(): link for link in desk.page.panel.findChildren(LinkButton) if link.isVisible()}
    links["PL-0001"].click()
    assert at(desk, OpeningRecordPage)
    desk.window.router.back()
    desk.page.panel.next_asked.emit()
    assert at(desk, MatchingPage)


def test_a_suggestion_that_is_refused_changes_nothing(desk, world):
    opening, candidate = world.opening(), world.candidate()
    world.services.matching.suggest(SuggestMatch(candidate, opening))
    reload(desk)
    desk.answers.queue.append({"opening_id": opening})
    desk.page.page_actions.action("candidates.suggest").trigger()
    assert desk.answers.refused == [("match.exists", "candidate_id")]
    assert world.services.matching.total() == 1


def test_close_reopen_edit_and_void_from_the_list(desk, world):
    number = world.candidate()
    reload(desk)
    desk.page.keeper.show_now()
    desk.page.page_actions.action("candidates.close").trigger()
    assert world.services.candidates.view(number).status is CandidateStatus.CLOSED
    desk.page.keeper.show_now()
    assert "Öppna igen" in desk.panel_texts()
    desk.page.panel.next_asked.emit()
    assert world.services.candidates.view(number).status is CandidateStatus.ACTIVE
    desk.page.table.setFocus()
    desk.key(Qt.Key.Key_F2)
    assert at(desk, CandidateForm)
    desk.key(Qt.Key.Key_Escape)
    desk.page.table.setFocus()
    desk.answers.queue.append("Fel person")
    desk.key(Qt.Key.Key_Delete)
    assert desk.page.model.rowCount() == 0
    desk.control(Qt.Key.Key_Z)
    assert desk.page.model.rowCount() == 1
    assert world.services.candidates.ids(ListQuery()) == [number]


def test_enter_opens_and_pages_are_freed(desk, world):
    world.candidate()
    reload(desk)
    desk.key(Qt.Key.Key_Return)
    page = weakref.ref(desk.page)
    assert isinstance(page(), CandidateRecordPage)
    desk.key(Qt.Key.Key_F2)
    form = weakref.ref(desk.page)
    assert isinstance(form(), CandidateForm)
    desk.key(Qt.Key.Key_Escape)
    desk.key(Qt.Key.Key_Escape)
    assert at(desk, CandidatePage)
    assert desk.is_freed(form)
    assert desk.is_freed(page)
