"""The list of follow-ups: what waits, what is exported, one more planned."""

import pytest
from PySide6.QtCore import Qt

from socialupph.domain.changes import Entity
from socialupph.domain.commands.candidates import CandidateFields
from socialupph.domain.commands.follow_ups import RegisterFollowUp
from socialupph.domain.kinds import FollowUpMeans
from socialupph.specs.follow_ups import EXPORT_TABLE
from socialupph.ui.features.follow_ups.forms import PlanForm
from socialupph.ui.features.follow_ups.page import FollowUpPage
from socialupph.ui.features.follow_ups.record import FollowUpRecordPage
from tests.services.placement_world import TODAY, D

SECRET = "Hemlighetsson"


def area_of(desk):
    return next(one.area for one in desk.container.features if one.area and one.area.key == "follow_ups")


def again(desk):
    desk.window.reload_page()
    desk.idle()
    return desk.page


def test_the_area_counts_what_is_late_or_due_today(desk, world):
    area = area_of(desk)
    assert (area.title, area.icon, area.shortcut, area.group, area.urgent) == (
        "Uppföljningar",
        "clipboard_checkmark",
        "Ctrl+8",
        3,
        True,
    )
    assert area.count() == 0
    world.placement(starts_on=TODAY, planned_end_on=D(2026, 12, 30))
    world.placement()
    assert area.count() == 3  # start today; start and two weeks overdue
    assert area.count() == world.services.today.area_counts().follow_ups


@pytest.mark.parametrize("count", [0, 1, 58])
def test_rows(desk, world, count):
    for _ in range(count):
        world.placement()
    page = again(desk)
    assert page.model.rowCount() == world.services.follow_ups.total()
    assert (page.model.rowCount() > 500) == (count == 58)
    assert page.header.count.text() == ("inga än" if not count else f"{page.model.rowCount()} st")


def test_filters(desk, world):
    number = world.placement()
    page = again(desk)
    page.filter_bar.toggle("overdue", "yes")
    desk.idle()
    assert page.model.rowCount() == 2
    page.filter_bar.clear()
    page.filter_bar.toggle("kind", "monthly")
    desk.idle()
    assert {row[2] for row in desk.rows()} == {"Månadsuppföljning"}
    page.filter_bar.clear()
    page.filter_bar.toggle("period", "14_days")
    desk.idle()
    assert page.model.rowCount() < len(world.view(number).plan)


def test_the_panel_registers_and_moves(desk, world):
    number = world.placement()
    again(desk).table.setFocus()
    told = desk.panel_texts()
    for word in ("U-0001", "Startsamtal", "15 dagar försenad", "P-0001", "KA-0001"):
        assert word in told, word
    desk.answers.queue.append({"due_on": D(2026, 9, 28)})
    desk.page.panel.aside_asked.emit()
    desk.idle()
    assert D(2026, 9, 28) in world.due_days(number)
    desk.page.panel.next_asked.emit()
    assert isinstance(desk.page, FollowUpRecordPage)


def test_a_protected_person_is_told_by_alias_only(desk, world):
    person = world.services.candidates.register(
        CandidateFields(name=f"Pia {SECRET}", protected=True, alias="KA-0900")
    ).new_id(Entity.CANDIDATE)
    number = world.placement(candidate_id=person)
    step = world.view(number).plan[0]
    world.services.follow_ups.register(
        RegisterFollowUp(TODAY, FollowUpMeans.VISIT, step.id, step.version, summary=f"{SECRET} trivs")
    )
    page = again(desk)
    page.table.setFocus()
    desk.page.header._buttons[0].click()  # Visa namn
    desk.idle()
    told = str(desk.rows()) + desk.panel_texts() + str(page.files.export_rows())
    assert SECRET not in told
    assert "Bygg & Mark" not in told
    assert "KA-0900" in told
    desk.open("follow_ups", step.id)
    assert SECRET not in desk.page.title
    assert SECRET not in desk.window.windowTitle()


def test_the_export_has_the_answers(desk, world, tmp_path):
    world.placement()
    page = again(desk)
    file = tmp_path / "uppf.csv"
    desk.answers.queue.append(file)
    desk.control(Qt.Key.Key_E)
    text = file.read_text(encoding="utf-8-sig")
    assert text.count("\n") >= page.model.rowCount()
    assert "Närvaro, Deltagaren" in text
    assert len(EXPORT_TABLE.columns) > 20


def test_one_more_is_planned_ahead(desk, world):
    number = world.placement()
    desk.control(Qt.Key.Key_N)
    assert isinstance(desk.page, PlanForm)
    desk.page.form.set_value("placement_id", number)
    desk.page.form.set_value("due_on", D(2026, 10, 20))
    desk.control(Qt.Key.Key_S)
    assert isinstance(desk.page, FollowUpPage)
    assert D(2026, 10, 20) in world.due_days(number)


def test_one_for_today_goes_on_to_the_questions(desk, world):
    number = world.placement()
    desk.control(Qt.Key.Key_N)
    desk.page.form.set_value("placement_id", number)
    desk.control(Qt.Key.Key_S)
    assert isinstance(desk.page, FollowUpRecordPage)
    assert desk.page.shown().due_on == TODAY
    desk.write("5")
    desk.control(Qt.Key.Key_S)
    assert any(row[0] == "Genomförd" and row[2] == "Extra uppföljning" for row in desk.rows())


def test_neither_placement_nor_contract_is_said_under_the_field(desk):
    desk.control(Qt.Key.Key_N)
    desk.control(Qt.Key.Key_S)
    assert "placering eller ett kontrakt" in desk.page.form.box("placement_id").error()


def test_void_asks_why(desk, world):
    world.placement()
    page = again(desk)
    page.table.setFocus()
    before = page.model.rowCount()
    desk.answers.queue.append("Fel placering")
    desk.key(Qt.Key.Key_Delete)
    assert page.model.rowCount() == before - 1
    desk.control(Qt.Key.Key_Z)
    assert page.model.rowCount() == before
