"""A contract in full: requirement by keyboard, ledger, proposals, options, log, summary."""

import datetime as dt
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from socialupph.app.paper_page import PaperPage
from socialupph.domain.kinds import Assessment
from socialupph.domain.ledger import RequirementUnit
from socialupph.ui.features.contracts.forms import NoteForm, OptionForm, UseOptionForm
from socialupph.ui.features.contracts.record import ContractRecordPage
from socialupph.ui.features.contracts.requirement_forms import AssessmentForm, RequirementForm
from socialupph.ui.kit import fonts
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.page import Destination
from tests.ui.features.contracts import making


def rows_of(table):
    return [[cell.text for cell in table.model().cells(row)] for row in range(table.model().rowCount())]


def only_card(page):
    [card] = page.requirements.cards.values()
    return card


def test_head_and_parties(world):
    number = making.contract(world.services, contract_manager="Siv Lindmark", cpv="45214200")
    page = world.open(number)
    assert page.title == "Ombyggnad av hus C"
    assert page.header.pill.word() == "Löpande"
    assert [row[1] for row in rows_of(page.cards.parties.table)] == ["Bygg & Mark AB"]
    gone = []
    page.go_to.connect(gone.append)
    page.cards.parties.table.activated_id.emit(1)
    assert gone == [Destination("suppliers", world.services.contracts.view(number).suppliers[0].supplier_id)]


def test_a_period_over_the_turn_of_a_year_is_read_whole(world):
    number = making.contract(world.services)
    promised = making.requirement(world.services, number)
    making.placement(world.services, number, promised, dt.date(2025, 12, 26), dt.date(2026, 5, 28))
    table = only_card(world.open(number)).ledger
    column = [one.key for one in table.rows_model.columns].index("period")
    told = rows_of(table)[0][column]
    assert told.startswith("26 dec 2025 – ")
    told = "26 maj 2025 – 28 maj 2026, 100 %"  # none is longer
    assert fonts.measure("body").horizontalAdvance(told) <= table.columnWidth(column) - metrics().px(12)


def test_tab_goes_as_one_reads(world):
    number = making.contract(world.services)
    promised = making.requirement(world.services, number)
    making.placement(world.services, number, promised, dt.date(2026, 3, 2), dt.date(2026, 8, 31))
    page = world.open(number)
    passed: list[str] = []
    page.focus_first()
    for _press in range(40):
        world.key(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        passed.append(focused.accessibleName() or getattr(focused, "words", str)())
    wanted = ["Nytt krav", "Redigera kravet", "Placeringar som räknas mot kravet", "Ny option", "Parter", "Anteckna"]
    begun = passed[passed.index("Nytt krav") :]
    places = [begun.index(name) for name in wanted]
    assert places == sorted(places)
    around = [name for name in passed if name in ("Redigera", "Mer", *wanted)]
    assert around[around.index("Redigera") :][:3] == ["Redigera", "Nytt krav", "Mer"]
    assert "" not in passed


def test_a_draft_says_what_is_missing(world):
    page = world.open(making.contract(world.services, number=None, ends_on=None))
    assert page.draft.isVisible()
    assert page.draft.text().startswith("Uppgifter saknas: nummer, slutdatum.")


def test_a_requirement_by_keyboard_alone(world):
    number = making.contract(world.services)
    world.open(number)
    world.control(Qt.Key.Key_N)
    assert world.shows(RequirementForm)
    form = world.page.form
    assert not form.box("unit").isVisible()
    world.write("Pra")
    assert form.box("unit").isVisible()
    world.key(Qt.Key.Key_Tab)
    world.write("Pla")
    world.key(Qt.Key.Key_Tab)
    world.write("4")
    world.key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is form.box("minimum_months").editor.target()
    world.write("4")
    world.control(Qt.Key.Key_S)
    page = world.page
    assert isinstance(page, ContractRecordPage)
    [made] = world.services.contracts.view(number).requirements
    assert (made.type_label, made.unit, made.volume) == ("Praktik", RequirementUnit.PLACES, Decimal(4))
    assert (made.minimum_months, made.confirmed, made.existing_people_excluded) == (4, True, True)
    assert made.first_start_by == dt.date(2026, 8, 2)
    card = only_card(page)
    assert card.head.title.text() == "Praktik, 4 platser, minst 4 månader"
    assert card.figure.text() == "Inte uppfyllt ännu: 0 av 4 platser levererade; 4 saknas."
    world.control(Qt.Key.Key_Z)
    assert page.requirements.cards == {}


def test_a_dialogue_has_no_volume(world):
    world.open(making.contract(world.services))
    world.control(Qt.Key.Key_N)
    form = world.page.form
    form.set_value("type_id", str(making.type_id(world.services, "internship")))
    form.set_value("unit", "units")
    assert form.box("unit_employment_months").isVisible()
    form.set_value("type_id", str(making.type_id(world.services, "dialogue")))
    for key in ("unit", "volume", "places", "unit_employment_months", "first_start_by"):
        assert not form.box(key).isVisible(), key
    world.control(Qt.Key.Key_S)
    assert only_card(world.page).figure.text() == "Kravet har ingen volym att räkna mot."
    assert not only_card(world.page).bar.isVisible()


def test_an_error_in_a_requirement(world):
    world.open(making.contract(world.services))
    world.control(Qt.Key.Key_N)
    form = world.page.form
    form.set_value("type_id", str(making.type_id(world.services)))
    form.set_value("unit", "places")
    form.set_value("volume", Decimal("2.5"))
    world.control(Qt.Key.Key_S)
    assert form.box("volume").under() == "Platser och personer räknas i hela tal."
    assert QApplication.focusWidget() is form.box("volume").editor.target()
    form.mark_saved()


@pytest.fixture
def delivered(world):
    """Sixteen months agreed, of which 2,0 are done and some are going on."""
    number = making.contract(world.services)
    requirement = making.requirement(world.services, number, clause_text="Leverantören ska ta emot praktikanter.")
    making.placement(world.services, number, requirement, dt.date(2026, 3, 16), dt.date(2026, 5, 15))
    making.placement(world.services, number, requirement, dt.date(2026, 9, 1), dt.date(2026, 12, 31), 50)
    return number


def test_the_ledger(world, delivered):
    card = only_card(world.open(delivered))
    assert card.head.title.text() == "Praktik, 16 heltidsmånader"
    assert card.figure.text() == "Inte uppfyllt ännu: 2,4 av 16,0 heltidsmånader (15\u00a0%); 13,6 saknas."
    first, second, total = rows_of(card.ledger)
    assert first == ["Räknas", "P-0001", "KA-0001", "16 mar – 15 maj, 100\u00a0%", "2,0", "Slutförd: 16/31 + 1 + 15/31"]
    assert second[3] == "1 sep – i dag, 50\u00a0%"
    assert second[5].startswith("Pågår till 31 december")
    assert (total[0], total[4], total[5]) == ("Summa som räknas", "2,4", "saknas 13,6 till 16,0")
    assert [piece.code for piece in card.bar._figures.pieces] == ["P-0001", "P-0002"]
    assert card.bar.accessibleName().startswith("Inte uppfyllt ännu")
    assert not card.clause.isVisible()
    card.clause_button.click()
    assert card.clause.isVisible()
    assert card.clause.text() == "Leverantören ska ta emot praktikanter."


def test_a_line_of_the_ledger_leads_to_its_placement(world, delivered):
    page = world.open(delivered)
    asked = []
    only_card(page).placement_opened.connect(asked.append)
    page.go_to.disconnect(world.window.router.go)
    page.go_to.connect(asked.append)
    table = only_card(page).ledger
    table.setFocus()
    world.key(Qt.Key.Key_End)
    world.key(Qt.Key.Key_Return)
    assert asked == []
    world.key(Qt.Key.Key_Home)
    world.key(Qt.Key.Key_Return)
    assert sorted(asked, key=str) == [1, Destination("placements", 1)]


def test_long_reasons_wrap(world, delivered):
    page = world.open(delivered)
    table = only_card(page).ledger
    world.window.resize(940, 800)
    world.qtbot.wait(50)
    table.setColumnWidth(5, 60)
    table.fit_rows()
    assert table.rowHeight(0) > metrics().row_dense
    assert table.height() == metrics().header + sum(table.rowHeight(row) for row in range(3))


def test_judge_and_take_back(world, delivered):
    page = world.open(delivered)
    only_card(page).assess_button.click()
    assert world.shows(AssessmentForm)
    form = world.page.form
    world.control(Qt.Key.Key_S)
    assert form.box("reason").error() == "Fyll i det här fältet."
    for key, value in (("assessment", "met"), ("reason", "Allt är levererat."), ("assessed_by", "Siv Lindmark")):
        form.set_value(key, value)
    world.control(Qt.Key.Key_S)
    card = only_card(world.page)
    assert card.head.pill.word() == "Uppfyllt"
    assert card.assessment.text() == "Bedömt 22 sep 2026 av Siv Lindmark: uppfyllt. Allt är levererat."
    [made] = world.services.contracts.view(delivered).requirements
    assert made.assessment is Assessment.MET
    card.withdraw_asked.emit(made.id)
    assert not only_card(world.page).assessment.isVisible()


def test_void_a_requirement(world, delivered):
    page = world.open(delivered)
    world.answers.queue = ["Fel kontrakt"]
    only_card(page).void_asked.emit(world.services.contracts.view(delivered).requirements[0].id)
    assert page.requirements.cards == {}
    assert world.toast() == "Kravet är makulerat."


def test_options(world):
    number = making.contract(world.services, extension_text="1+1 år")
    making.option(world.services, number, confirmed=False)
    page = world.open(number)
    assert [row[:3] for row in rows_of(page.cards.options.table)] == [
        ["Att bekräfta", "12 månader", "1 jul 2027 – 30 jun 2028"]
    ]
    assert page.cards.confirm_button.isVisible()
    assert not page.cards.use_button.isVisible()
    page.cards.confirm_button.click()
    assert world.shows(OptionForm)
    world.control(Qt.Key.Key_S)
    page = world.page
    assert rows_of(page.cards.options.table)[0][0] == "Ej använd"
    page.cards.use_button.click()
    assert world.shows(UseOptionForm)
    world.control(Qt.Key.Key_S)
    view = world.services.contracts.view(number)
    assert view.last_day == dt.date(2028, 6, 30)
    assert view.options[0].used_on == dt.date(2026, 9, 22)
    page = world.page
    assert rows_of(page.cards.options.table)[0][0] == "Använd"
    page.cards.options.table.activated_id.emit(view.options[0].id)
    world.page._remove()
    assert world.services.contracts.view(number).options == ()


def test_the_contact_log_is_in_the_timeline(world):
    number = making.contract(world.services, awarded_on=dt.date(2025, 12, 1))
    page = world.open(number)
    page._new_note()
    assert world.shows(NoteForm)
    world.page.form.set_value("with_whom", "Platsledningen")
    world.page.form.set_value("text", "Vill ha en person till i oktober")
    world.control(Qt.Key.Key_S)
    page = world.page
    lines = page.timeline.timeline.model().lines
    assert [(line.when, line.title) for line in lines] == [
        ("30 jun 27", "Kontraktet slutar"),
        ("22 sep", "Vill ha en person till i oktober"),
        ("2 feb", "Kontraktet började"),
        ("1 dec 25", "Kontraktet tilldelades"),
    ]
    page.timeline.timeline.followed.emit(lines[1].target)
    assert world.page.form.box("with_whom").editor.draft() == "Platsledningen"


def test_the_summary_is_shown_as_paper(world, delivered):
    world.open(delivered)
    world.control(Qt.Key.Key_P)
    assert world.shows(PaperPage)
    code = world.services.contracts.view(delivered).code
    assert world.page.title == f"Kontraktssammanfattning {code}"
    world.key(Qt.Key.Key_Escape)
    assert world.shows(ContractRecordPage)


def test_it_follows_what_happens_elsewhere(world, delivered):
    page = world.open(delivered)
    [requirement] = world.services.contracts.view(delivered).requirements
    before = only_card(page)
    changes = world.services.requirements.void(requirement.id, requirement.version, "Fel")
    world.bus.publish(changes)
    assert page.requirements.cards == {}
    assert before.isHidden()
