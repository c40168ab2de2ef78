"""A candidate opened in full: everything that is known, consents, and what can be done."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from socialupph.domain.commands.candidates import ConsentFields
from socialupph.domain.commands.matching import SuggestMatch
from socialupph.domain.kinds import AuditKind, CandidateStatus, ReferenceList
from socialupph.ui.features.candidates.forms import CandidateForm, ConsentForm
from socialupph.ui.features.candidates.page import CandidatePage
from socialupph.ui.features.matching.opening_record import OpeningRecordPage
from socialupph.ui.features.placements.record import PlacementRecordPage
from tests.services.placement_world import TODAY
from tests.ui.features.desk import seen


def at(desk, kind):
    """Whether the page that is shown is of a kind."""
    return isinstance(desk.page, kind)


@pytest.fixture
def candidate(world):
    return world.candidate(
        name="Ingrid Exempel",
        phone="070-11 22 33",
        email="ingrid@exempel.example",
        referring_officer="Alf Exempel",
        wished_occupations="Målare, Snickare",
        adjustment_ids=(world.reference(ReferenceList.WORKPLACE_ADJUSTMENT, "quiet_environment"),),
        target_group_id=world.reference(ReferenceList.TARGET_GROUP, "young"),
        certified_by="Arbetsförmedlingen",
        information_version="3",
        information_on=TODAY,
        marking_provision="OSL 21:3",
        note="Ring på eftermiddagen",
    )


def label(world, which, key):
    return world.services.reference.by_key(which, key).label


def test_it_tells_everything(desk, world, candidate):
    page = desk.open("candidates", candidate)
    told = seen(page)
    for word in (
        "KA-0001 Ingrid Exempel",
        "070-11 22 33",
        "ingrid@exempel.example",
        "Alf Exempel",
        "Målare, Snickare",
        "Anpassningsbehov på arbetsplatsen",
        label(world, ReferenceList.WORKPLACE_ADJUSTMENT, "quiet_environment"),
        label(world, ReferenceList.TARGET_GROUP, "young"),
        "Arbetsförmedlingen",
        "text 3, 2026-09-22",
        "OSL 21:3",
        "Ring på eftermiddagen",
        "Inga samtycken än.",
        "Ingen placering än.",
    ):
        assert word in told, word
    assert page.title == "KA-0001"
    assert "Ingrid" not in desk.window.windowTitle()


def test_the_form_changes_the_coded_needs(desk, world, candidate):
    desk.open("candidates", candidate)
    desk.key(Qt.Key.Key_F2)
    assert at(desk, CandidateForm)
    assert "Ingrid" not in desk.page.title
    desk.page.form.set_value("adjustment_ids", ())
    desk.page.form.set_value("extent_percent", 75)
    desk.control(Qt.Key.Key_S)
    view = world.services.candidates.view(candidate)
    assert (view.adjustment_ids, int(view.extent_percent), view.target_group != "") == ((), 75, True)
    assert "Inga behov noterade." in seen(desk.page)
    desk.control(Qt.Key.Key_Z)
    assert len(world.services.candidates.view(candidate).adjustment_ids) == 1


def test_consents_are_added_and_changed(desk, world, candidate):
    page = desk.open("candidates", candidate)
    page.page_actions.action("candidate.consent").trigger()
    assert at(desk, ConsentForm)
    desk.control(Qt.Key.Key_S)
    assert desk.page.form.box("recipient").error()
    desk.page.form.set_value("recipient", "Bygg & Mark")
    desk.page.form.set_value("what", "Att jag kan börja i oktober")
    desk.control(Qt.Key.Key_S)
    (consent,) = world.services.candidates.view(candidate).consents
    assert (consent.recipient, consent.given_on) == ("Bygg & Mark", TODAY)
    desk.page._consents.table.setFocus()
    desk.key(Qt.Key.Key_Return)
    desk.page.form.set_value("withdrawn_on", TODAY)
    desk.control(Qt.Key.Key_S)
    assert world.services.candidates.view(candidate).consents[0].withdrawn_on == TODAY
    cells = desk.page._consents.model.cells(0)
    assert cells[0].text == "Gäller inte"


def test_matches_and_placements_lead_on(desk, world, candidate):
    opening = world.opening()
    world.services.matching.suggest(SuggestMatch(candidate, opening))
    placement = world.placement(candidate_id=candidate)
    page = desk.open("candidates", candidate)
    page._matches.table.setFocus()
    desk.key(Qt.Key.Key_Return)
    assert at(desk, OpeningRecordPage)
    assert desk.page.record_id == opening
    desk.window.router.back()
    desk.page._placements.table.setFocus()
    desk.key(Qt.Key.Key_Return)
    assert at(desk, PlacementRecordPage)
    assert desk.page.record_id == placement


def test_suggest_close_reopen_and_void(desk, world, candidate):
    page = desk.open("candidates", candidate)
    desk.answers.queue.append({"opening_id": world.opening()})
    desk.control(Qt.Key.Key_N)
    assert [row.step for row in world.services.candidates.view(candidate).matches] == ["suggested"]
    assert page._close_button.isVisible()
    page._close_button.click()
    assert world.services.candidates.view(candidate).status is CandidateStatus.CLOSED
    assert page.header.pill.word() == "Avslutad"
    assert not page._suggest_button.isVisible()
    page._reopen_button.click()
    assert world.services.candidates.view(candidate).status is CandidateStatus.ACTIVE
    desk.answers.queue.append(None)
    desk.key(Qt.Key.Key_Delete)
    assert not world.services.candidates.view(candidate).voided
    desk.answers.queue.append("Dubbel")
    desk.key(Qt.Key.Key_Delete)
    assert world.services.candidates.view(candidate).voided
    assert page.header.pill.word() == "Makulerad"


def test_a_placed_candidate_cannot_be_voided(desk, world, candidate):
    world.placement(candidate_id=candidate)
    page = desk.open("candidates", candidate)
    desk.answers.queue.append("Fel")
    desk.key(Qt.Key.Key_Delete)
    assert "Makulera placeringen först" in seen(page.banner)
    desk.key(Qt.Key.Key_Escape)
    desk.open("candidates")
    assert at(desk, CandidatePage)


def test_opening_a_protected_person_is_logged(desk, world):
    number = world.candidate(name="Pia Hemlig", protected=True, alias="KA-0900")
    world.services.candidates.register_consent(ConsentFields(number, "Ingen", "Inget", TODAY))
    page = desk.open("candidates", number)
    assert "Pia Hemlig" in seen(page)
    assert "Skyddade personuppgifter" in seen(page)
    assert page.title == "Kandidat"
    assert page.accessibleName() == "Kandidat"
    assert AuditKind.VIEWED_PROTECTED in [line.kind for line in world.services.audit.last()]


def test_what_never_happened_has_no_heading(desk, world):
    page = desk.open("candidates", world.candidate())
    assert "Tidslinje" not in [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    world.services.matching.suggest(SuggestMatch(page.record_id, world.opening(), TODAY))
    desk.window.reload_page()
    assert "Tidslinje" in [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
