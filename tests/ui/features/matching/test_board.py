"""The board by keyboard: between cards and columns, to the next step, to a no, to the placement and back."""

import weakref
from typing import Any

import pytest
from PySide6.QtCore import Qt

from socialupph.domain.changes import Entity
from socialupph.domain.commands.matching import AdvanceMatch, DeclineMatch, SuggestMatch
from socialupph.domain.kinds import AuditKind, Decliner, ReferenceList
from socialupph.domain.matching import MatchStep
from socialupph.domain.openings import OpeningStatus
from socialupph.domain.queries import ListQuery
from socialupph.ui.features.candidates.record import CandidateRecordPage
from socialupph.ui.features.matching.forms import AcceptForm, OpeningForm, SuggestForm
from socialupph.ui.features.matching.match_page import MatchPage
from socialupph.ui.features.matching.page import MatchingPage
from socialupph.ui.features.placements.record import PlacementRecordPage
from socialupph.ui.kit.page import Destination
from tests.services.placement_world import TODAY, D
from tests.ui.features.desk import seen

TOLD = "Kan börja 5 oktober, 75 %. Inget annat."


def at(desk, kind):
    """Whether the page that is shown is of a kind."""
    return isinstance(desk.page, kind)


@pytest.fixture
def matches(desk, world):
    """Two at the first step and one presented, on three openings."""
    made = []
    for number in range(3):
        opening = world.opening(title=f"Jobb {number}")
        command = SuggestMatch(world.candidate(name=f"Ingrid {number}"), opening, D(2026, 9, 1 + number))
        made.append(world.services.matching.suggest(command).new_id(Entity.MATCH))
    step = AdvanceMatch(made[2], 1, MatchStep.PRESENTED, D(2026, 9, 20), TOLD)
    world.services.matching.advance(step)
    desk.window.reload_page()
    desk.page.board.board.take_focus()
    desk.idle()
    return made


def board(desk):
    return desk.page.board


def step(world, match):
    return world.services.matching.view(match).step


def test_the_area(desk, world):
    feature = next(one for one in desk.container.features if one.area and one.area.key == "matching")
    area = feature.area
    assert (area.title, area.icon, area.shortcut, area.group) == ("Platser & matchning", "board", "Ctrl+5", 2)
    assert feature.entities == ((Entity.OPENING, "Plats"),)
    assert [entry.text for entry in feature.new] == ["Ny plats"]
    assert area.count() == 0
    opening = world.opening()
    assert area.count() == 1
    world.services.matching.suggest(SuggestMatch(world.candidate(), opening))
    assert area.count() == 0


def test_an_empty_board_says_what_it_is(desk):
    page = board(desk)
    assert page.header.count.text() == "0 matchningar"
    assert not page.filter_bar.isVisible()
    assert "Det behövs en kandidat och en öppen plats." in seen(page)
    desk.page.focus_first()
    desk.control(Qt.Key.Key_N)
    assert at(desk, SuggestForm)


def test_cards_lie_in_columns_by_code(desk, matches):
    page = board(desk)
    assert page.header.count.text() == "3 matchningar på 3 platser"
    lanes = page.board.lane_texts()
    assert [len(lane) for lane in lanes] == [2, 0, 1, 0, 0, 0]
    first = lanes[0][0]
    for word in ("KA-0001", "PL-0001", "Jobb 0", "21 dagar utan svar"):
        assert word in first, word
    assert "sedan 2 dagar" in lanes[2][0]
    assert "Ingrid" not in str(lanes)
    assert page.board.current_id() == matches[0]
    assert "inget som visas här" in page.foot.told()


def test_arrows_go_between_cards_and_over_empty_columns(desk, matches):
    page = board(desk)
    desk.key(Qt.Key.Key_Down)
    assert page.board.current_id() == matches[1]
    desk.key(Qt.Key.Key_Right)
    assert page.board.current_id() == matches[2]
    assert page.foot.told() == f"Sagt till arbetsgivaren: {TOLD}"
    desk.key(Qt.Key.Key_Right)
    assert page.board.current_id() == matches[2]
    desk.key(Qt.Key.Key_Left)
    assert page.board.current_id() == matches[0]


def test_ctrl_right_asks_and_moves_the_card(desk, world, matches):
    page = board(desk)
    desk.answers.queue.append(None)
    desk.control(Qt.Key.Key_Right)
    assert step(world, matches[0]) is MatchStep.SUGGESTED
    desk.answers.queue.append({})
    desk.control(Qt.Key.Key_Right)
    assert step(world, matches[0]) is MatchStep.CONTACTED
    assert page.board.current_id() == matches[0]
    assert [len(lane) for lane in page.board.lane_texts()][:3] == [1, 1, 1]
    desk.answers.queue.append({"told_employer": TOLD})
    desk.control(Qt.Key.Key_Right)
    assert step(world, matches[0]) is MatchStep.PRESENTED
    assert page.foot.told().endswith(TOLD)
    desk.answers.queue.append({"step": "offered", "offer_until": D(2026, 9, 25)})
    desk.control(Qt.Key.Key_Right)
    view = world.services.matching.view(matches[0])
    assert (view.step, view.offer_until, view.told_employer) == (MatchStep.OFFERED, D(2026, 9, 25), TOLD)
    assert "svar senast 25 sep" in page.board.lane_texts()[4][0]
    desk.control(Qt.Key.Key_Z)
    assert step(world, matches[0]) is MatchStep.PRESENTED


def test_a_day_before_the_last_step_is_refused(desk, world, matches):
    desk.answers.queue.append({"on": D(2026, 8, 1)})
    desk.control(Qt.Key.Key_Right)
    assert desk.answers.refused == [("match.date_order", "on")]
    assert step(world, matches[0]) is MatchStep.SUGGESTED


def test_a_yes_makes_the_placement_and_undo_takes_it_back(desk, world, matches):
    for told in ({}, {"step": "offered"}):
        desk.answers.queue.append(told)
        desk.control(Qt.Key.Key_Right)
    desk.control(Qt.Key.Key_Right)
    assert at(desk, AcceptForm)
    form = desk.page.form
    desk.control(Qt.Key.Key_S)
    assert form.box("form_id").error()
    assert world.services.placements.total() == 0
    desk.key(Qt.Key.Key_Down)  # the combo has the keyboard
    form.set_value("form_id", str(world.form()))
    desk.control(Qt.Key.Key_S)
    assert at(desk, MatchingPage)
    assert "Placeringen är gjord" in desk.toast()
    (number,) = world.services.placements.ids(ListQuery())
    view = world.view(number)
    assert (view.links.opening_id, view.links.candidate_id, view.facts.starts_on) == (1, 1, TODAY)
    assert world.services.openings.view(1).status is OpeningStatus.FILLED
    page = board(desk)
    assert "placering P-0001" in page.board.lane_texts()[5][0]
    desk.open("placements")
    assert "P-0001" in str(desk.rows())
    desk.control(Qt.Key.Key_Z)
    assert desk.page.model.rowCount() == 0
    assert step(world, matches[0]) is MatchStep.OFFERED
    assert world.services.openings.view(1).status is OpeningStatus.RESERVED


def test_ctrl_right_at_a_yes_opens_the_placement(desk, world, matches):
    page = board(desk)
    desk.page.board._changes.accept(matches[0])
    desk.page.form.set_value("form_id", str(world.form()))
    desk.control(Qt.Key.Key_S)
    page.board.take_focus()
    assert page.board.current_id() == matches[0]
    desk.control(Qt.Key.Key_Right)
    assert at(desk, PlacementRecordPage)


def test_del_asks_who_and_why(desk, world, matches):
    page = board(desk)
    desk.answers.queue.append({"declined_by": "employer", "decline_reason": " "})
    desk.key(Qt.Key.Key_Delete)
    assert desk.answers.refused == [("match.reason_missing", "decline_reason")]
    desk.answers.queue.append({"declined_by": "employer", "decline_reason": "Söker B-körkort"})
    desk.key(Qt.Key.Key_Delete)
    view = world.services.matching.view(matches[0])
    assert (view.step, view.declined_by) == (MatchStep.DECLINED, Decliner.EMPLOYER)
    assert page.board.current_id() == matches[1]
    assert page._declined_button.words() == "Visa 1 tackat nej"
    page._declined_button.click()
    assert [len(lane) for lane in page.board.lane_texts()] == [1, 0, 1, 0, 0, 0, 1]
    page.board.select(matches[0])
    assert "Det blev nej" in page.foot.told()
    assert not page.page_actions.action("board.step").isEnabled()
    page._declined_button.click()
    assert len(page.board.lane_texts()) == 6


def test_enter_opens_the_match_and_esc_comes_back(desk, world, matches):
    desk.key(Qt.Key.Key_Right)
    desk.key(Qt.Key.Key_Return)
    page = desk.page
    assert isinstance(page, MatchPage)
    told = seen(page)
    for word in ("KA-0003", "PL-0003", "Presenterad", TOLD):
        assert word in told, word
    assert page.title == "KA-0003 till PL-0003"
    desk.answers.queue.append({"told_employer": "Kan börja i november."})
    desk.key(Qt.Key.Key_F2)
    assert world.services.matching.view(matches[2]).told_employer == "Kan börja i november."
    desk.answers.queue.append({})
    desk.control(Qt.Key.Key_Right)
    assert step(world, matches[2]) is MatchStep.INTERVIEW
    assert page.header.pill.word() == "Intervju"
    desk.key(Qt.Key.Key_Escape)
    assert at(desk, MatchingPage)
    assert board(desk).board.current_id() == matches[2]
    gone = weakref.ref(page)
    del page
    assert desk.is_freed(gone)


def test_needs_are_compared_only_when_asked_for(desk, world):
    need = world.reference(ReferenceList.WORKPLACE_ADJUSTMENT, "quiet_environment")
    label = world.services.reference.by_key(ReferenceList.WORKPLACE_ADJUSTMENT, "quiet_environment").label
    opening = world.opening(possible_adaptation="Eget rum finns")
    candidate = world.candidate(adjustment_ids=(need,))
    match = world.services.matching.suggest(SuggestMatch(candidate, opening)).new_id(Entity.MATCH)
    page = MatchPage(desk.page.context, world.services, match)
    desk.window.router.push(page)
    desk.idle()
    assert label not in seen(page)
    page.page_actions.action("match.compare").trigger()
    assert label in seen(page)
    assert "Eget rum finns" in seen(page)
    page._links.followed.emit(Destination("candidates", candidate))
    assert at(desk, CandidateRecordPage)


def test_suggest_by_keyboard(desk, world):
    world.opening(title="Målning")
    number = world.candidate(name="Ingrid Exempel")
    desk.window.reload_page()
    desk.page.focus_first()
    desk.control(Qt.Key.Key_N)
    form = desk.page.form
    desk.control(Qt.Key.Key_S)
    assert form.box("candidate_id").error()
    desk.write("Ingrid")
    desk.focus.search()
    desk.focus.pick(0)
    form.box("opening_id").editor.target().setFocus()
    desk.write("PL-0001")
    desk.focus.search()
    desk.focus.pick(0)
    desk.control(Qt.Key.Key_S)
    assert at(desk, MatchingPage)
    assert board(desk).current().candidate_id == number
    assert "KA-0001" in board(desk).board.lane_texts()[0][0]


def test_a_candidate_is_made_on_the_spot(desk, world):
    opening = world.opening()
    desk.window.reload_page()
    desk.page.focus_first()
    desk.control(Qt.Key.Key_N)
    form = desk.page.form
    desk.answers.queue.append({"name": "Ny Person"})
    form.create_asked.emit("candidate_id", "candidate", "Ny Person")
    form.set_value("opening_id", opening)
    desk.control(Qt.Key.Key_S)
    assert world.services.candidates.rows([1], show_names=True)[0].label == "KA-0001 Ny Person"
    assert world.services.matching.total() == 1


def test_the_accept_form_is_filled_in_and_warns(desk, world):
    opening = world.opening(workplace_id=world.workplace, supervisor_id=world.supervisor, starts_on=D(2026, 10, 5))
    candidate = world.candidate(referring_officer="Alf Exempel")
    match = world.services.matching.suggest(SuggestMatch(candidate, opening)).new_id(Entity.MATCH)
    page = AcceptForm(desk.page.context, world.services, world.services.matching.view(match))
    desk.window.router.push(page)
    page.form.set_value("form_id", str(world.form()))
    page.warn()
    values = page.form.values()
    assert (values["workplace_id"], values["supervisor_id"]) == (world.workplace, world.supervisor)
    assert (values["starts_on"], values["on"], values["af_officer"]) == (D(2026, 10, 5), TODAY, "Alf Exempel")
    assert page.notes.texts() == ("Handledaren har inte gått handledarutbildningen.",)
    desk.answers.queue.append({"name": "Kaj Exempel"})
    page.form.create_asked.emit("supervisor_id", "supervisor:supplier_id=1", "Kaj Exempel")
    chosen = page.form.values()["supervisor_id"]
    assert chosen not in (None, world.supervisor)
    choices: Any = page.form.spec.fields()[0].choices
    offered = {choice.label for choice in choices}
    assert world.services.reference.by_key(ReferenceList.PLACEMENT_FORM, "work_practice").label in offered


def test_filters(desk, world, matches):
    page = board(desk)
    page.filter_bar.field.setText("Jobb 1")
    page.filter_bar.changed.emit()
    assert [len(lane) for lane in page.board.lane_texts()] == [1, 0, 0, 0, 0, 0]
    page.filter_bar.field.setText("finns inte")
    page.filter_bar.changed.emit()
    assert "Rensa filter" in seen(page)
    page._nothing.cleared.emit()
    page.filter_bar.toggle("contract", str(world.contract))
    assert page.filter_bar.told() == "Kontrakt: K-2026-001"
    assert sum(len(lane) for lane in page.board.lane_texts()) == 3
    assert desk.page.focus_filter()
    assert desk.focus is page.filter_bar.field


def test_a_protected_person_is_on_the_board_without_anything_that_tells(desk, world):
    mark = "Zyxwvut"
    opening = world.opening(workplace_id=world.workplace, supervisor_id=world.supervisor)
    candidate = world.candidate(
        name=mark, phone=mark, email=f"{mark}@exempel.example", personal_number=mark, referring_officer=mark,
        wished_occupations=mark, wished_areas=mark, certified_by=mark, information_version=mark,
        information_channel=mark, protected=True, alias="Robin", marking_provision=mark, marking_authority=mark,
        note=mark,
    )  # fmt: skip
    service = world.services.matching
    match = service.suggest(SuggestMatch(candidate, opening, D(2026, 9, 1))).new_id(Entity.MATCH)
    service.advance(AdvanceMatch(match, 1, MatchStep.PRESENTED, D(2026, 9, 2), mark))
    desk.window.reload_page()
    page = board(desk)
    page.board.take_focus()
    told = str(page.board.lane_texts()) + seen(page)
    assert "Robin" in told
    assert mark not in told
    other = service.suggest(SuggestMatch(world.candidate(), opening, D(2026, 9, 1))).new_id(Entity.MATCH)
    service.advance(AdvanceMatch(other, 1, MatchStep.PRESENTED, D(2026, 9, 2), mark))
    desk.window.reload_page()
    hidden, plain = page.board.lane_texts()[2]
    assert hidden.replace("Robin", "KA-0002") == plain  # nothing but the code tells the cards apart
    assert "Bygg & Mark" not in hidden
    viewed = [line.kind for line in world.services.audit.last()].count(AuditKind.VIEWED_PROTECTED)
    assert viewed == 0
    desk.page._switch("list")
    openings = desk.page.openings
    openings.table.select_id(opening)
    openings.keeper.show_now()
    desk.idle()
    rows = [[cell.text for cell in openings.model.cells(0)]]
    assert mark not in str(rows) + seen(openings.panel) + openings.title
    desk.open("candidates")
    desk.page._names.click()
    desk.page.table.setFocus()
    assert "Robin" in str(desk.rows())
    assert mark not in str(desk.rows()) + desk.panel_texts()
    hits = [*desk.container.find(mark), *desk.container.find("Robin"), *desk.container.find("KA-0001")]
    assert mark not in str([(hit.code, hit.title, hit.detail) for hit in hits])
    desk.open("candidates", candidate)
    assert mark in seen(desk.page)
    assert mark not in desk.page.title + desk.page.accessibleName() + desk.window.windowTitle()
    opened = MatchPage(desk.page.context, world.services, match)
    desk.window.router.push(opened)
    desk.idle()
    assert mark in seen(opened)
    assert opened.title == "Matchning till PL-0001"
    desk.answers.queue.append(None)
    opened.page_actions.action("match.step").trigger()
    assert service.view(match).told_employer == mark


def test_the_view_is_remembered_and_both_are_freed(desk, world, matches):
    desk.page.board.switch.asked.emit("list")
    assert desk.store.load("matching") == {"view": "list"}
    assert desk.page.openings.isVisible()
    page = weakref.ref(desk.page.board)
    listed = weakref.ref(desk.page.openings)
    desk.window.router.close()
    assert desk.is_freed(page)
    assert desk.is_freed(listed)
    desk.window.go_to_area("matching")
    assert desk.page.openings.isVisible()
    assert "Ny plats" in [entry.words() for entry in desk.page.page_actions.entries()]
    desk.page.focus_first()
    desk.control(Qt.Key.Key_N)
    assert at(desk, OpeningForm)


def test_declined_ones_are_counted_under_the_filter(desk, world, matches):
    service = world.services.matching
    service.decline(DeclineMatch(matches[0], 1, Decliner.CANDIDATE, "Fick jobb"))
    desk.window.reload_page()
    page = board(desk)
    page.filter_bar.field.setText("Jobb 1")
    page.filter_bar.changed.emit()
    assert not page._declined_button.isVisible()
