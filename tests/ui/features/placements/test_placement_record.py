"""A placement in full: what it shows, what is changed in it, where it leads."""

import weakref
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from socialupph.domain.commands.placements import OutcomeTime
from socialupph.domain.kinds import ReferenceList
from socialupph.ui.features.follow_ups.record import FollowUpRecordPage
from socialupph.ui.features.placements.page import PlacementPage
from tests.services.placement_world import D
from tests.ui.features.desk import seen


@pytest.fixture
def number(world):
    return world.placement(af_officer="Alf Exempel", note="Ring före lunch")


@pytest.fixture
def page(desk, number):
    return desk.open("placements", number)


def test_everything_is_there(page):
    told = seen(page)
    for word in (
        "P-0001", "Pågående", "7 sep – 30 dec 2026", "Arbetspraktik", "Norrtullsskolan", "Rut Exempel", "Saknar kurs",
        "Startsamtal", "15 dagar försenad", "platser levererade", "Alf Exempel", "Ring före lunch", "Inga pauser.",
        "Efter 90 dagar", "Introduktion och skyddsregler",
    ):  # fmt: skip
        assert word in told, word
    assert page.title == "P-0001"
    assert page._timeline.timeline.model().rowCount() > 5


def test_enter_on_the_plan_opens_the_follow_up(desk, page):
    page._plan.table.setFocus()
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Return)
    assert isinstance(desk.page, FollowUpRecordPage)
    desk.key(Qt.Key.Key_Escape)
    assert desk.page.title == "P-0001"


def test_a_pause_is_made_changed_removed_and_undone(desk, world, number, page):
    desk.answers.queue.append({"starts_on": D(2026, 10, 5), "ends_on": D(2026, 10, 9)})
    page.page_actions.action("placement.pause").trigger()
    assert [(one.starts_on, one.ends_on) for one in world.view(number).facts.pauses] == [
        (D(2026, 10, 5), D(2026, 10, 9))
    ]
    page._times.pauses.table.setFocus()
    desk.answers.queue.append({"ends_on": D(2026, 10, 7)})
    desk.key(Qt.Key.Key_Return)
    assert world.view(number).facts.pauses[0].ends_on == D(2026, 10, 7)
    page._times.pauses.table.setFocus()
    desk.key(Qt.Key.Key_Delete)  # removes the pause, and does not ask to void the placement
    assert world.view(number).facts.pauses == ()
    desk.control(Qt.Key.Key_Z)
    assert len(world.view(number).facts.pauses) == 1


def test_a_pause_that_cannot_be_is_refused_in_the_dialog(desk, world, number, page):
    desk.answers.queue.append({"starts_on": D(2026, 10, 5), "ends_on": D(2026, 10, 1)})
    page.page_actions.action("placement.pause").trigger()
    assert desk.answers.refused == [("period.end_before_start", "ends_on")]
    assert world.view(number).facts.pauses == ()


def test_working_time_changes_from_a_day(desk, world, number, page):
    desk.answers.queue.append({"from_on": D(2026, 10, 1), "percent": Decimal(75)})
    page.page_actions.action("placement.time").trigger()
    assert [time.percent for time in world.view(number).facts.working_times] == [Decimal(50), Decimal(75)]
    table = page._times.times.table
    table.setFocus()
    desk.key(Qt.Key.Key_Delete)  # the first day's cannot be taken away
    assert len(world.view(number).facts.working_times) == 2
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Delete)
    assert len(world.view(number).facts.working_times) == 1


def test_an_outcome_is_said(desk, world, number, page):
    item = world.services.reference.items(ReferenceList.OUTCOME)[0]
    desk.answers.queue.append({"outcome_id": str(item.id)})
    page._outcomes.change_asked.emit(OutcomeTime.AFTER_90_DAYS)
    assert world.view(number).outcomes.after_90_days == item.label
    assert item.label in seen(page._outcomes)


def test_a_tick_is_saved_and_undone(desk, world, number, page):
    box = page._checklist._boxes["schedule"]
    box.setFocus()
    desk.key(Qt.Key.Key_Space)
    assert world.view(number).facts.start_checklist == ("schedule",)
    assert "Checklistan" in desk.toast()
    desk.control(Qt.Key.Key_Z)
    assert world.view(number).facts.start_checklist == ()
    assert not page._checklist._boxes["schedule"].isChecked()


def test_void_needs_a_reason(desk, world, number, page):
    page.scroll_area.setFocus()
    desk.answers.queue.append(None)
    desk.key(Qt.Key.Key_Delete)
    assert not world.view(number).voided
    desk.answers.queue.append("Dubbel")
    desk.key(Qt.Key.Key_Delete)
    assert world.view(number).voided
    assert "Makulerad" in seen(page)


def test_ctrl_r_goes_to_the_next_follow_up(desk, world, number, page):
    desk.control(Qt.Key.Key_R)
    assert isinstance(desk.page, FollowUpRecordPage)
    assert desk.page.record_id == world.view(number).plan[0].id


def test_esc_goes_back_and_the_page_is_freed(desk, number):
    gone = weakref.ref(desk.open("placements", number))
    desk.key(Qt.Key.Key_Escape)
    assert isinstance(desk.page, PlacementPage)
    assert desk.is_freed(gone)
