"""*Idag*: what is due from every register, when it is late, what each row says and offers, and the counters."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from socialupph.domain.changes import Entity
from socialupph.domain.commands.contracts import ContractFields
from socialupph.domain.commands.deviations import DeviationFields, DeviationStepFields
from socialupph.domain.commands.tasks import TaskFields
from socialupph.domain.commands.training import CourseFields, SessionDayFields, SessionFields, SignUpFields
from socialupph.domain.deadlines import Bucket, DeadlineKind
from socialupph.domain.kinds import DeviationKind, LadderStep
from socialupph.domain.views.today import DeadlineView, TodayAction
from socialupph.specs import today as texts
from tests.services.placement_world import TODAY, World, build

D = dt.date


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = build(tmp_path / "prov.sup")
    yield made
    made.services.close()


def rows(world: World, kind: DeadlineKind, days: int = 14) -> list[DeadlineView]:
    return [row for row in world.services.today.due(days) if isinstance(row, DeadlineView) and row.kind is kind]


def test_follow_ups_say_who_and_where_and_offer_to_be_registered(world: World):
    world.placement()
    late, soon = rows(world, DeadlineKind.FOLLOW_UP, 16)[:2], rows(world, DeadlineKind.FOLLOW_UP, 16)[2:]
    assert [(row.due, row.days_late, row.bucket) for row in late] == [
        (D(2026, 9, 7), 15, Bucket.OVERDUE),
        (D(2026, 9, 21), 1, Bucket.OVERDUE),
    ]
    assert [row.due for row in soon] == [D(2026, 10, 7)]
    assert texts.title(late[1]) == "Uppföljning efter 2 veckor, P-0001"
    assert texts.second_line(late[1]) == "KA-0001 hos Bygg & Mark i Fjällbyn AB, handledare Rut Exempel"
    assert late[0].action is TodayAction.REGISTER_FOLLOW_UP
    assert texts.time_mark(late[0], TODAY).word == "15 dagar försenad"


def test_a_legal_day_on_a_day_off_stays_and_reminds_the_working_day_before(world: World):
    world.services.tasks.register(TaskFields("Ring", D(2026, 10, 31)))
    (row,) = rows(world, DeadlineKind.TASK, 60)
    assert (row.due, row.remind_on) == (D(2026, 10, 31), D(2026, 10, 30))
    assert "ledig dag" in texts.second_line(row)
    assert rows(world, DeadlineKind.TASK, (D(2026, 10, 30) - TODAY).days) == [row]
    assert rows(world, DeadlineKind.TASK, (D(2026, 10, 29) - TODAY).days) == []
    world.clock.day = D(2026, 10, 30)
    assert rows(world, DeadlineKind.TASK)[0].bucket is Bucket.TODAY


def test_contracts_tell_what_is_due_under_them(world: World):
    first_meeting, first_start = rows(world, DeadlineKind.FIRST_MEETING), rows(world, DeadlineKind.FIRST_START)
    assert [(row.due, row.action) for row in first_meeting] == [(D(2026, 2, 15), TodayAction.NOTE_MEETING)]
    assert [(row.due, row.organisation) for row in first_start] == [(D(2026, 8, 1), "Bygg & Mark i Fjällbyn AB")]
    world.placement()
    assert rows(world, DeadlineKind.FIRST_START) == []
    assert world.services.today.due(-1, D(2026, 2, 1)) == ()


def test_a_contract_that_lacks_something_waits_without_a_day(world: World):
    changes = world.services.contracts.register(ContractFields("Drift av gator", starts_on=D(2026, 1, 1)))
    (row,) = world.services.today.unfinished()
    assert row.id == changes.new_id(Entity.CONTRACT)
    assert row.missing == ("number", "suppliers", "ends_on")
    assert world.services.today.due(14)[-1] == row
    assert texts.title(row) == f"Uppgifter saknas, {row.code}"
    assert texts.second_line(row) == "Drift av gator: nummer, leverantör och slutdag saknas"


def test_a_contract_that_is_only_meant_to_be_awarded_counts_nowhere_but_there(world: World):
    about = (Entity.CONTRACT, Entity.REQUIREMENT)
    contract = world.services.contracts.view(world.contract)
    assert any(row.target.entity in about for row in world.services.today.due(400))
    world.clock.day = D(2027, 12, 1)
    assert world.services.today.counters().at_risk > 0
    command = replace(contract.fields(), intended=True)
    world.services.contracts.edit(contract.id, contract.version, command)
    (row,) = world.services.today.unfinished()
    assert (row.id, row.missing) == (contract.id, ("award",))
    assert texts.second_line(row) == f"{contract.title}: tilldelning saknas"
    assert [one for one in world.services.today.due(400) if one.target.entity in about] == [row]
    assert world.services.today.counters().at_risk == 0


def test_a_session_tells_when_it_closes_when_it_has_too_few_and_when_to_fill_it(world: World):
    services = world.services
    course = services.training.register_course(CourseFields("Handledarutbildning")).new_id(Entity.COURSE)
    day = SessionDayFields(D(2026, 10, 2), dt.time(9), dt.time(16))
    session = services.training.register(SessionFields(course, (day,), 3, D(2026, 9, 25), least_number=2)).new_id(
        Entity.SESSION
    )
    (closes,) = rows(world, DeadlineKind.SIGN_UP_CLOSES)
    assert (closes.due, closes.number, closes.of, closes.target.id) == (D(2026, 9, 25), 0, 3, session)
    assert texts.second_line(closes) == "Handledarutbildning, 0 av 3 platser tagna"
    assert rows(world, DeadlineKind.LEAST_NUMBER) == rows(world, DeadlineKind.PRIORITY_ENDS) == []
    services.sign_ups.register(SignUpFields(session, "Kaj Exempel", own_staff=True))
    (fill,) = rows(world, DeadlineKind.PRIORITY_ENDS)
    assert (fill.due, fill.action, fill.number) == (D(2026, 9, 25), TodayAction.FILL_SEATS, 1)
    world.clock.day = D(2026, 9, 25)
    (too_few,) = rows(world, DeadlineKind.LEAST_NUMBER)
    assert texts.second_line(too_few) == "Handledarutbildning, 0 anmälda, minst 2 för att hållas"
    world.clock.day = D(2026, 9, 28)
    assert rows(world, DeadlineKind.SIGN_UP_CLOSES) == []
    assert rows(world, DeadlineKind.PRIORITY_ENDS)[0].is_overdue
    services.sign_ups.fill_seats(session)
    assert rows(world, DeadlineKind.PRIORITY_ENDS) == []
    assert rows(world, DeadlineKind.LEAST_NUMBER)[0].number == 1
    services.training.cancel(session, services.training.view(session).version)
    assert rows(world, DeadlineKind.LEAST_NUMBER) == []


def test_an_offered_seat_runs_out(world: World):
    services = world.services
    course = services.training.register_course(CourseFields("Handledarutbildning")).new_id(Entity.COURSE)
    day = SessionDayFields(D(2026, 10, 2), dt.time(9), dt.time(16))
    session = services.training.register(SessionFields(course, (day,), 3, D(2026, 9, 25))).new_id(Entity.SESSION)
    services.sign_ups.register(SignUpFields(session, "Kaj Exempel", organisation="Vård", own_staff=True))
    (waiting,) = services.training.view(session).waiting
    services.sign_ups.offer(waiting.id, waiting.version, D(2026, 9, 24))
    (row,) = rows(world, DeadlineKind.SEAT_OFFER)
    assert (row.part_id, row.target.id, row.action) == (waiting.id, session, TodayAction.REGISTER_SEAT_ANSWER)
    assert texts.second_line(row) == "Kaj Exempel, Vård"


def test_steps_of_deviations_and_tasks_are_late_until_they_are_done(world: World):
    services = world.services
    deviation = services.deviations.register(
        DeviationFields(DeviationKind.REPORTING, "Rapporten uteblev", contract_id=world.contract)
    ).new_id(Entity.DEVIATION)
    services.deviations.add_step(
        DeviationStepFields(deviation, "Skicka rapporten", due_on=D(2026, 9, 18), ladder=LadderStep.CORRECTION)
    )
    task = services.tasks.register(TaskFields("Ring AF", D(2026, 9, 20))).new_id(Entity.TASK)
    (step,) = rows(world, DeadlineKind.CORRECTION_DUE)
    assert (step.code, step.days_late, step.target.id) == ("A-0001", 4, deviation)
    assert texts.second_line(step) == "Skicka rapporten, Bygg & Mark i Fjällbyn AB"
    (row,) = rows(world, DeadlineKind.TASK)
    assert texts.title(row) == "Ring AF"
    services.deviations.step_done(step.part_id, step.version)
    services.tasks.done(task, row.version)
    assert rows(world, DeadlineKind.CORRECTION_DUE) == rows(world, DeadlineKind.TASK) == []


def test_a_protected_participant_stands_without_host_and_supervisor(world: World):
    candidate = world.candidate(name="Qzxmarkör Namn", protected=True, alias="KA-9001")
    world.placement(candidate_id=candidate)
    for row in world.services.today.due(400):
        assert "Qzxmarkör" not in repr(row)
    follow_ups = rows(world, DeadlineKind.FOLLOW_UP)
    assert {(row.person, row.organisation, row.supervisor) for row in follow_ups} == {("KA-9001", "", "")}


def test_counters_and_area_counts(world: World):
    world.opening()
    world.placement()
    counters = world.services.today.counters()
    assert (counters.open_places, counters.without_candidate) == (1, 1)
    assert (counters.untrained, counters.untrained_with_someone) == (1, 1)
    assert counters.closing is None
    areas = world.services.today.area_counts()
    assert areas.follow_ups == len([row for row in rows(world, DeadlineKind.FOLLOW_UP) if row.is_overdue])
    assert (areas.openings, areas.deviations) == (1, 0)
    assert areas.overdue <= areas.today
    assert [counter.key for counter in texts.counter_texts(counters, TODAY)] == ["at_risk", "open_places", "untrained"]


def test_an_empty_day_says_so_kindly(world: World):
    assert texts.summary(()) == "Inget väntar. En bra dag att ringa någon som det går bra för."
    world.placement()
    world.clock.day = D(2026, 9, 23)
    assert texts.summary(rows(world, DeadlineKind.FOLLOW_UP)) == "2 försenade, 1 de närmaste 14 dagarna"
