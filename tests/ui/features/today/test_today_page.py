"""*Idag* by keyboard: what waits in groups, the one action of each row, the counters, the month."""

import datetime as dt
import weakref
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from socialupph.app import areas
from socialupph.documents.register_list import RegisterListPaper
from socialupph.domain.changes import Entity
from socialupph.domain.clock import FixedClock
from socialupph.domain.commands.contracts import ContractFields
from socialupph.domain.commands.deviations import DeviationFields, DeviationStepFields
from socialupph.domain.commands.follow_ups import RegisterFollowUp, StepFields
from socialupph.domain.commands.requirements import RequirementFields
from socialupph.domain.commands.suppliers import SupplierFields
from socialupph.domain.commands.tasks import TaskFields
from socialupph.domain.commands.training import CourseFields, SessionDayFields, SessionFields, SignUpFields
from socialupph.domain.deadlines import ReportInterval
from socialupph.domain.kinds import DeviationKind, FollowUpMeans, LadderStep, ReferenceList, RegisterKind
from socialupph.domain.ledger import RequirementUnit
from socialupph.domain.queries import ListQuery
from socialupph.services.registers import create_register
from socialupph.ui.features import contracts, today
from socialupph.ui.features.contracts.record import ContractRecordPage
from socialupph.ui.features.follow_ups.record import FollowUpRecordPage
from socialupph.ui.features.placements.record import PlacementRecordPage
from socialupph.ui.features.today.page import TodayPage
from socialupph.ui.features.training.record import SessionRecordPage
from socialupph.ui.kit.counters import _CounterButton
from socialupph.ui.kit.day_list import DayGroup, DayRow
from socialupph.ui.kit.document_page import DocumentPage
from tests.services.placement_world import TODAY, D
from tests.ui.features.desk import Desk, seen


def shows(desk, kind):
    return isinstance(desk.page, kind)


def lines(desk):
    return desk.page.day_list.lines()


def groups(desk):
    return [(line.title, line.count) for line in lines(desk) if isinstance(line, DayGroup)]


def texts(desk):
    return [(line.day, line.note, line.title, line.action) for line in lines(desk) if isinstance(line, DayRow)]


def choose(desk, what):
    """Go down the list with the arrow until the row that says ``what``."""
    desk.page.day_list.setFocus()
    desk.key(Qt.Key.Key_Home)
    for _ in range(len(lines(desk))):
        line = lines(desk)[desk.page.day_list.currentIndex().row()]
        if isinstance(line, DayRow) and what in line.title:
            return line
        desk.key(Qt.Key.Key_Down)
    raise AssertionError(what)


def act(desk, what):
    choose(desk, what)
    desk.key(Qt.Key.Key_Return)


def counters(desk, count):
    def found():
        return [one for one in desk.page.counters.findChildren(_CounterButton) if one.isVisible()]

    desk.qtbot.waitUntil(lambda: len(found()) == count)
    return found()


def session(services):
    course = services.training.register_course(CourseFields("Handledarutbildning")).new_id(Entity.COURSE)
    day = SessionDayFields(D(2026, 10, 2), dt.time(8, 30), dt.time(16))
    return services.training.register(SessionFields(course, (day,), 2, D(2026, 9, 25))).new_id(Entity.SESSION)


def test_the_area_and_its_count(desk, world):
    area = desk.container.features[0].area
    assert (area.title, area.shortcut, area.group, area.urgent) == ("Idag", "Ctrl+1", 0, True)
    assert area.count() == 2  # first meeting and first start are late
    world.services.tasks.register(TaskFields("Ring", TODAY))
    world.services.tasks.register(TaskFields("Ring igen", D(2026, 9, 30)))
    assert area.count() == 3
    desk.control(Qt.Key.Key_2)
    desk.control(Qt.Key.Key_1)
    assert shows(desk, TodayPage)


def test_rows_stand_in_groups_and_say_when(desk, world):
    world.services.tasks.register(TaskFields("Ring AF", TODAY))
    world.services.tasks.register(TaskFields("Boka sal", D(2026, 10, 6)))
    world.services.contracts.register(ContractFields("Drift av gator", starts_on=D(2026, 1, 1)))
    desk.window.reload_page()
    assert desk.page.header.title.text() == "Tisdag 22 september"
    assert desk.page.header.count.text() == "2 försenade, 1 i dag, 1 de närmaste 14 dagarna"
    assert groups(desk) == [("Försenat", 2), ("I dag", 1), ("Närmaste 14 dagarna", 1), ("Uppgifter saknas", 1)]
    assert texts(desk)[0] == ("sön 15 feb", "219 dagar försenad", "Första möte, K-2026-001/1", "Notera mötet")
    assert texts(desk)[2] == ("tis 22 sep", "i dag", "Ring AF", "Klart")
    assert texts(desk)[3][:2] == ("tis 6 okt", "om 14 dagar")
    assert texts(desk)[4] == ("", "", "Uppgifter saknas, K-2026-002", "Fyll i uppgifterna")
    assert desk.focus is desk.page.day_list


def test_an_agreed_day_off_is_reminded_of_the_working_day_before(desk, world):
    world.services.tasks.register(TaskFields("Lämna svar", D(2026, 10, 31)))
    world.clock.day = D(2026, 10, 30)
    desk.window.go_to_area("contracts")
    desk.window.go_to_area("today")  # a night has passed: read anew
    assert desk.page.header.title.text() == "Fredag 30 oktober"
    row = choose(desk, "Lämna svar")
    assert (row.day, row.note) == ("lör 31 okt", "påminns i dag")
    assert "ledig dag" in row.detail


def test_enter_goes_to_the_follow_up(desk, world):
    world.placement()
    desk.window.reload_page()
    act(desk, "Startsamtal, P-0001")
    assert shows(desk, FollowUpRecordPage)


def test_rows_lead_to_contract_requirement_and_placement(desk, world):
    placement = world.placement(planned_end_on=D(2026, 9, 30))
    world.services.contracts.register(ContractFields("Drift av gator", starts_on=D(2026, 1, 1)))
    deviation = world.services.deviations.register(
        DeviationFields(DeviationKind.ABSENCE, "Uteblev", placement_id=placement, reported_on=TODAY)
    ).new_id(Entity.DEVIATION)
    step = DeviationStepFields(deviation, "Ring", due_on=D(2026, 9, 24), ladder=LadderStep.REMARK)
    world.services.deviations.add_step(step)
    for what, page in (
        ("Placeringen slutar", PlacementRecordPage),
        ("Rättelse ska vara klar", PlacementRecordPage),
        ("Uppgifter saknas", ContractRecordPage),
    ):
        desk.window.go_to_area("today")
        desk.window.reload_page()
        act(desk, what)
        assert shows(desk, page), what


def test_a_task_is_done_at_once_and_comes_back_by_undo(desk, world):
    world.services.tasks.register(TaskFields("Ring AF", TODAY))
    desk.window.reload_page()
    act(desk, "Ring AF")
    assert shows(desk, TodayPage)
    assert desk.toast() == "Uppgiften är klar."
    assert "Ring AF" not in str(texts(desk))
    desk.control(Qt.Key.Key_Z)
    assert "Ring AF" in str(texts(desk))


def test_an_agreed_step_is_done_at_once(desk, world):
    world.placement()
    due = world.services.follow_ups.ids(ListQuery("due_on"))
    view = world.services.follow_ups.view(due[0])
    steps = (StepFields("Beställ skor", "Rut", D(2026, 9, 24)),)
    held = RegisterFollowUp(TODAY, FollowUpMeans.VISIT, follow_up_id=view.id, version=view.version, steps=steps)
    world.services.follow_ups.register(held)
    desk.window.reload_page()
    act(desk, "Beställ skor")
    assert desk.toast() == "Steget är klart."
    assert "Beställ skor" not in str(texts(desk))


def test_a_report_is_noted_as_come(desk, world):
    kind = world.services.reference.by_key(ReferenceList.REQUIREMENT_TYPE, "employment_or_internship").id
    world.services.requirements.register(
        RequirementFields(
            world.contract,
            kind,
            unit=RequirementUnit.PLACES,
            volume=Decimal(2),
            report_interval=ReportInterval.QUARTERLY,
        )
    )
    world.clock.day = D(2026, 10, 20)  # the quarter is over
    desk.window.reload_page()
    before = str(texts(desk)).count("Rapport från leverantören")
    assert before
    act(desk, "Rapport från leverantören")
    assert desk.toast() == "Rapporten är noterad som inkommen i dag."
    assert str(texts(desk)).count("Rapport från leverantören") == before - 1


def test_the_first_meeting_is_noted_with_its_day(desk, world):
    desk.answers.queue.append({"held_on": D(2026, 12, 1)})
    act(desk, "Första möte")
    assert desk.answers.refused == [("requirement.meeting_ahead", "held_on")]
    desk.answers.queue.append({"held_on": D(2026, 2, 10)})
    act(desk, "Första möte")
    assert world.services.requirements.view(world.requirement).first_meeting_held_on == D(2026, 2, 10)
    assert "Första möte" not in str(texts(desk))


def test_a_session_closes_and_its_needs_are_erased_after_a_yes(desk, world):
    number = session(world.services)
    moment = dt.datetime(2026, 9, 10, 8, tzinfo=dt.UTC)
    world.services.sign_ups.register(SignUpFields(number, "Ada Exempel", received_at=moment, needs="vegetariskt"))
    desk.window.reload_page()
    act(desk, "Sista anmälningsdag")
    assert shows(desk, SessionRecordPage)
    world.clock.day = D(2026, 10, 9)
    desk.window.go_to_area("today")
    desk.answers.queue.extend(["keep", "erase"])
    act(desk, "Radera kost och tillgänglighet")
    assert "Radera kost" in str(texts(desk))
    act(desk, "Radera kost och tillgänglighet")
    assert "Radera kost" not in str(texts(desk))
    assert not world.services.training.view(number).waiting[0].has_needs


def test_a_click_on_the_action_runs_it_and_a_double_click_opens(desk, world):
    world.services.tasks.register(TaskFields("Ring AF", TODAY))
    world.placement()
    desk.window.reload_page()
    view = desk.page.day_list
    place = next(n for n, line in enumerate(lines(desk)) if isinstance(line, DayRow) and line.title == "Ring AF")
    view.scrollTo(view.model().index(place, 0))
    rect = view.visualRect(view.model().index(place, 0))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.right() - 60, rect.center().y()))
    assert desk.toast() == "Uppgiften är klar."
    place = next(n for n, line in enumerate(lines(desk)) if isinstance(line, DayRow) and "Startsamtal" in line.title)
    rect = view.visualRect(view.model().index(place, 0))
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, rect.center().y()))
    assert shows(desk, FollowUpRecordPage)


def test_counters_lead_to_the_lists_behind_them(desk, world):
    session(world.services)
    world.placement()
    desk.window.reload_page()
    buttons = counters(desk, 4)
    named = [button.accessibleName() for button in buttons]
    assert named[2] == "1 Handledare utan utbildning, 1 är i gång nu"
    assert named[3].startswith("0 Anmälda till S-0001, stänger om 3 dagar")
    buttons[2].setFocus()
    desk.key(Qt.Key.Key_Return)
    assert desk.window.router.area() == "suppliers"
    assert desk.page.filter_bar.told() == "Handledare: någon saknar utbildning"
    assert desk.page.model.rowCount() == 1
    desk.window.go_to_area("today")
    counters(desk, 4)[0].click()
    assert desk.window.router.area() == "contracts"
    assert "Läge" in desk.page.filter_bar.told()
    desk.window.go_to_area("today")
    counters(desk, 4)[3].click()
    assert shows(desk, SessionRecordPage)


def test_the_calendar_has_dots_and_brings_the_list_to_a_day(desk, world):
    world.services.tasks.register(TaskFields("Ring AF", D(2026, 9, 24)))
    world.services.tasks.register(TaskFields("Långt bort", D(2026, 11, 18)))
    desk.window.reload_page()
    desk.idle()  # the dots come after the list
    grid = desk.page.calendar.grid
    assert grid.tip_at(grid._rect((D(2026, 9, 24) - grid.first_shown()).days).center()).endswith("1 sak")
    assert "Långt bort" not in str(texts(desk))
    grid.setFocus()
    desk.key(Qt.Key.Key_Right)
    desk.key(Qt.Key.Key_Right)
    desk.key(Qt.Key.Key_Return)
    assert lines(desk)[desk.page.day_list.currentIndex().row()].title == "Ring AF"
    assert desk.focus is desk.page.day_list
    desk.answers.queue.append({"day": D(2026, 11, 18)})
    desk.control(Qt.Key.Key_D)
    assert groups(desk)[-1] == ("Senare", 1)
    assert lines(desk)[desk.page.day_list.currentIndex().row()].title == "Långt bort"
    assert desk.page.calendar.grid.day == D(2026, 11, 18)
    desk.answers.queue.append({"day": D(2026, 11, 19)})
    desk.control(Qt.Key.Key_D)
    assert desk.window.status_line.note.text() == "Inget väntar tors 19 nov."


def test_the_day_is_printed_with_the_same_rows(desk, world, monkeypatch):
    world.services.tasks.register(TaskFields("Ring AF", TODAY))
    desk.window.reload_page()
    printed = []
    original = RegisterListPaper.__init__
    monkeypatch.setattr(
        RegisterListPaper, "__init__", lambda self, *a, **k: (printed.append(a), original(self, *a, **k))[1]
    )
    desk.control(Qt.Key.Key_P)
    assert shows(desk, DocumentPage)
    rows = printed[0][2]
    assert [row.what for row in rows] == [row[2] for row in texts_of(desk)]
    assert rows[-1].late == "i dag"
    desk.key(Qt.Key.Key_Escape)
    assert shows(desk, TodayPage)


def texts_of(desk):
    page = desk.window.router._lists["today"]
    return [(line.day, line.note, line.title) for line in page.day_list.lines() if isinstance(line, DayRow)]


def test_in_a_narrow_window_the_calendar_goes_away(desk):
    assert desk.page._aside.isVisible()
    desk.window.resize(800, 700)
    desk.qtbot.waitUntil(lambda: not desk.page._aside.isVisible())


@pytest.fixture
def empty(qapp, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(areas, "FEATURES", (today.feature, contracts.feature))
    services = create_register(tmp_path / "ny.sup", RegisterKind.EXERCISE, "Exempelby", "AME", FixedClock(TODAY))
    found = Desk(qapp, qtbot, services, "today")
    yield found
    found.close()


def test_a_new_register_says_what_comes_here_and_where_to_begin(empty):
    told = seen(empty.page._stack.currentWidget())
    assert "Här samlas allt som har ett datum" in told
    assert "Gå till Kontrakt" in told
    assert not empty.page.counters.isVisible()
    empty.page._to_contracts()
    assert empty.window.router.area() == "contracts"


def test_an_empty_day_is_kind(empty):
    empty.services.contracts.register(
        ContractFields(
            "Drift", number="K-1", starts_on=D(2026, 1, 1), ends_on=D(2027, 12, 31), suppliers=(supplier(empty),)
        )
    )
    empty.window.reload_page()
    assert "ringa någon som det går bra för" in seen(empty.page._stack.currentWidget())
    assert empty.page.counters.isVisible()


def supplier(desk):
    return desk.services.suppliers.register(SupplierFields("Bygg AB")).new_id(Entity.SUPPLIER)


def test_the_page_is_freed_on_close(desk):
    page = weakref.ref(desk.page)
    desk.window.router.close()
    assert desk.is_freed(page)
