"""Placements as the coordinator meets them: registered, moved, paused, ended, voided; and the list that shows them."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from socialupph.domain.changes import Entity
from socialupph.domain.commands.follow_ups import MoveFollowUp, RegisterFollowUp
from socialupph.domain.commands.placements import (
    ChangeWorkingTime,
    EndPlacement,
    OutcomeTime,
    PauseFields,
    SetOutcome,
)
from socialupph.domain.errors import NotFound, RuleViolation, StaleRecord
from socialupph.domain.follow_ups import FollowUpKind, FollowUpStatus
from socialupph.domain.kinds import FollowUpMeans, ReferenceList
from socialupph.domain.placements import PlacementStatus, WarningCode
from socialupph.domain.queries import ListQuery
from socialupph.domain.views.placements import SupervisorTraining
from socialupph.domain.views.timeline import EventKind
from tests.services.placement_world import TODAY, World, build, entities

D = dt.date


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = build(tmp_path / "prov.sup")
    yield made
    made.services.close()


def test_a_placement_gets_its_plan_of_follow_ups(world: World):
    changes = world.services.placements.register(world.fields())
    assert entities(changes) == {Entity.PLACEMENT, Entity.FOLLOW_UP, Entity.CANDIDATE}
    view = world.view(changes.new_id(Entity.PLACEMENT))
    assert view.code == "P-0001"
    assert [(step.kind, step.due_on) for step in view.plan] == [
        (FollowUpKind.START_MEETING, D(2026, 9, 7)),
        (FollowUpKind.TWO_WEEKS, D(2026, 9, 21)),
        (FollowUpKind.MONTHLY, D(2026, 10, 7)),
        (FollowUpKind.MONTHLY, D(2026, 11, 9)),
        (FollowUpKind.NEXT_STEP, D(2026, 12, 9)),
        (FollowUpKind.FINAL_MEETING, D(2026, 12, 30)),
        (FollowUpKind.AFTER_90_DAYS, D(2027, 3, 30)),
        (FollowUpKind.AFTER_6_MONTHS, D(2027, 6, 30)),
        (FollowUpKind.AFTER_12_MONTHS, D(2027, 12, 30)),
    ]
    assert [step.code for step in view.plan][:2] == ["U-0001", "U-0002"]
    assert view.next_step is not None
    assert (view.next_step.due_on, view.next_step.days_late) == (D(2026, 9, 7), 15)
    assert (view.facts.working_time_percent, view.links.supervisor) == (Decimal(50), "Rut Exempel")


def test_moving_the_end_moves_only_what_is_not_done(world: World):
    number = world.placement()
    first = world.view(number).plan[0]
    world.services.follow_ups.register(
        RegisterFollowUp(D(2026, 9, 8), FollowUpMeans.VISIT, follow_up_id=first.id, version=first.version)
    )
    by_hand = world.view(number).plan[2]
    world.services.follow_ups.move(MoveFollowUp(by_hand.id, by_hand.version, D(2026, 10, 5)))
    view = world.view(number)
    changes = world.services.placements.edit(
        number, view.version, world.fields(candidate_id=view.links.candidate_id, planned_end_on=D(2026, 11, 15))
    )
    assert entities(changes) == {Entity.PLACEMENT, Entity.FOLLOW_UP}
    plan = world.view(number).plan
    assert (plan[0].status, plan[0].due_on, plan[0].held_on) == (FollowUpStatus.DONE, D(2026, 9, 7), D(2026, 9, 8))
    assert (plan[2].id, plan[2].due_on) == (by_hand.id, D(2026, 10, 5))
    assert D(2026, 12, 9) not in world.due_days(number)
    assert max(step.due_on for step in plan if step.kind is FollowUpKind.FINAL_MEETING) == D(2026, 11, 13)


def test_nothing_that_differs_is_nothing_changed(world: World):
    fields = world.fields()
    number = world.services.placements.register(fields).new_id(Entity.PLACEMENT)
    changes = world.services.placements.edit(number, world.view(number).version, fields)
    assert not changes
    assert changes.operation_id is None


def test_an_edit_of_what_was_saved_meanwhile_is_refused(world: World):
    fields = world.fields()
    number = world.services.placements.register(fields).new_id(Entity.PLACEMENT)
    version = world.view(number).version
    world.services.placements.edit(number, version, world.fields(candidate_id=fields.candidate_id, employer="Annan"))
    with pytest.raises(StaleRecord):
        world.services.placements.edit(number, version, fields)
    with pytest.raises(NotFound):
        world.view(999)


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"planned_end_on": D(2026, 9, 6)}, "placement.end_before_start", "planned_end_on"),
        ({"working_time_percent": Decimal(0)}, "working_time.range", "working_time_percent"),
        ({"contract_id": None, "requirement_id": None}, "field.missing", "contract_id"),
        ({"candidate_id": None, "heads": 0}, "placement.heads", "heads"),
        ({"candidate_id": None, "heads": 2}, "placement.statement_missing", "target_group_statement"),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_nothing(world: World, fields: dict[str, object], code: str, field: str):
    with pytest.raises(RuleViolation) as caught:
        world.placement(**fields)
    assert (caught.value.code, caught.value.field) == (code, field)
    assert world.services.placements.total() == 0
    assert world.services.follow_ups.total() == 0


def test_people_the_supplier_recruited_have_no_person(world: World):
    number = world.placement(candidate_id=None, heads=2, target_group_statement="Intyg 2026-09-01")
    (row,) = world.services.placements.rows([number])
    assert (row.person, row.heads, row.host) == ("", 2, "Bygg & Mark i Fjällbyn AB")
    assert world.view(number).facts.target_group_statement == "Intyg 2026-09-01"


def test_a_pause_makes_it_paused_and_says_when_the_person_is_back(world: World):
    number = world.placement()
    world.services.placements.pause(PauseFields(number, world.view(number).version, D(2026, 9, 20), D(2026, 9, 27)))
    (row,) = world.services.placements.rows([number])
    assert (row.status, row.returns_on) == (PlacementStatus.PAUSED, D(2026, 9, 28))
    (pause,) = world.view(number).facts.pauses
    with pytest.raises(RuleViolation, match=r"placement\.pause_overlap"):
        world.services.placements.pause(PauseFields(number, world.view(number).version, D(2026, 9, 27), D(2026, 9, 28)))
    world.services.placements.edit_pause(pause.id, pause.version, D(2026, 9, 20), D(2026, 9, 21))
    assert world.view(number).status is PlacementStatus.RUNNING
    (pause,) = world.view(number).facts.pauses
    world.services.placements.remove_pause(pause.id, pause.version)
    assert world.view(number).facts.pauses == ()


def test_working_time_changes_from_a_day(world: World):
    number = world.placement()
    version = world.view(number).version
    world.services.placements.change_working_time(ChangeWorkingTime(number, version, D(2026, 9, 21), Decimal(75)))
    (row,) = world.services.placements.rows([number])
    assert row.working_time_percent == Decimal(75)
    with pytest.raises(RuleViolation, match=r"placement\.working_time_outside"):
        world.services.placements.change_working_time(ChangeWorkingTime(number, version, D(2027, 1, 1), Decimal(10)))
    world.services.placements.change_working_time(ChangeWorkingTime(number, version, D(2026, 9, 21), None))
    assert [time.percent for time in world.view(number).facts.working_times] == [Decimal(50)]


def test_broken_off_and_taken_back(world: World):
    number = world.placement()
    reason = world.reference(ReferenceList.END_REASON, "own_choice")
    outcome = world.reference(ReferenceList.OUTCOME, "interrupted")
    before = world.due_days(number)
    world.services.placements.end(EndPlacement(number, world.view(number).version, D(2026, 9, 21), reason, outcome))
    view = world.view(number)
    assert view.status is PlacementStatus.INTERRUPTED
    assert view.outcomes.at_end == "Avbruten"
    assert [step.due_on for step in view.plan if step.kind is FollowUpKind.AFTER_90_DAYS] == [D(2026, 12, 21)]
    assert D(2026, 10, 7) not in world.due_days(number)
    assert EventKind.INTERRUPTED in {event.kind for event in view.timeline}
    world.services.placements.reopen(number, view.version)
    assert world.due_days(number) == before
    assert world.view(number).status is PlacementStatus.RUNNING


def test_a_job_elsewhere_is_an_ordinary_end(world: World):
    number = world.placement()
    reason = world.reference(ReferenceList.END_REASON, "got_job")
    world.services.placements.end(EndPlacement(number, world.view(number).version, D(2026, 9, 18), reason))
    assert world.view(number).status is PlacementStatus.ENDED


def test_outcomes_after_the_end(world: World):
    number = world.placement()
    found = world.reference(ReferenceList.OUTCOME, "employed_without_support")
    for time in OutcomeTime:
        version = world.view(number).version
        world.services.placements.set_outcome(SetOutcome(number, version, time, found))
    outcomes = world.view(number).outcomes
    assert {outcomes.at_end, outcomes.after_90_days, outcomes.after_6_months, outcomes.after_12_months} == {
        "Anställd utan stöd"
    }


def test_a_void_placement_takes_its_follow_ups_along(world: World):
    number = world.placement()
    world.services.placements.void(number, world.view(number).version, "Dubblett")
    assert world.services.placements.total() == 0
    assert world.services.follow_ups.total() == 0
    assert world.view(number).voided
    with pytest.raises(RuleViolation, match=r"void\.already"):
        world.services.placements.void(number, world.view(number).version, "Igen")


def test_warnings_warn_and_never_stop(world: World):
    candidate = world.candidate()
    world.placement(candidate_id=candidate)
    fields = world.fields(candidate_id=candidate, form_id=world.form("sheltered_public_work"), starts_on=D(2026, 12, 1))
    found = world.services.placements.warnings(fields)
    assert {warning.code for warning in found} == {
        WarningCode.OVERLAP,
        WarningCode.PUBLIC_HOST_ONLY,
        WarningCode.SUPERVISOR_WITHOUT_COURSE,
    }
    number = world.services.placements.register(fields).new_id(Entity.PLACEMENT)
    again = {warning.code for warning in world.services.placements.warnings(fields, number)}
    assert WarningCode.OVERLAP in again
    long = world.fields(planned_end_on=D(2027, 6, 30), form_id=world.form("extra_job"))
    assert WarningCode.FORM_ENDED in {warning.code for warning in world.services.placements.warnings(long)}
    long = world.fields(planned_end_on=D(2027, 6, 30))
    assert WarningCode.LONGER_THAN_FORM in {warning.code for warning in world.services.placements.warnings(long)}


def test_status_in_sql_is_the_status_of_the_domain(world: World):
    reason = world.reference(ReferenceList.END_REASON, "own_choice")
    completed = world.reference(ReferenceList.END_REASON, "completed")
    for start, end, ended, pause in (
        (D(2026, 10, 1), D(2026, 12, 1), None, None),
        (D(2026, 9, 22), D(2026, 9, 22), None, None),
        (D(2026, 8, 1), D(2026, 9, 21), None, None),
        (D(2026, 8, 1), D(2026, 12, 1), None, (D(2026, 9, 22), D(2026, 9, 22))),
        (D(2026, 8, 1), D(2026, 12, 1), (D(2026, 9, 22), reason), None),
        (D(2026, 8, 1), D(2026, 12, 1), (D(2026, 9, 22), completed), None),
        (D(2026, 8, 1), D(2026, 12, 1), (D(2026, 10, 22), reason), (D(2026, 9, 1), D(2026, 9, 30))),
    ):
        number = world.placement(starts_on=start, planned_end_on=end)
        if pause is not None:
            world.services.placements.pause(PauseFields(number, world.view(number).version, *pause))
        if ended is not None:
            world.services.placements.end(EndPlacement(number, world.view(number).version, *ended))
    seen: set[PlacementStatus] = set()
    for days in range(-60, 120, 3):
        world.clock.day = TODAY + dt.timedelta(days=days)
        ids = world.services.placements.ids(ListQuery())
        for row in world.services.placements.rows(ids):
            assert row.status is world.view(row.id).status
            seen.add(row.status)
            assert row.id in world.services.placements.ids(ListQuery(filters=(("status", (row.status.value,)),)))
    assert seen == set(PlacementStatus)


def test_every_command_can_be_undone(world: World):
    number = world.placement()
    before = (world.view(number), world.services.follow_ups.rows(world.services.follow_ups.ids(ListQuery("code"))))
    reason = world.reference(ReferenceList.END_REASON, "own_choice")
    services = world.services
    for change in (
        lambda version: services.placements.end(EndPlacement(number, version, D(2026, 9, 21), reason)),
        lambda version: services.placements.pause(PauseFields(number, version, D(2026, 9, 20), D(2026, 9, 27))),
        lambda version: services.placements.void(number, version, "Dubblett"),
        lambda version: services.placements.edit(
            number,
            version,
            world.fields(candidate_id=before[0].links.candidate_id, planned_end_on=D(2027, 3, 1)),
        ),
    ):
        operation = change(world.view(number).version).operation_id
        assert operation is not None
        services.undo.undo(operation)
        view = world.view(number)
        assert (view.status, view.facts, view.links, view.voided) == (
            before[0].status, before[0].facts, before[0].links, False,
        )  # fmt: skip
        rows = services.follow_ups.rows(services.follow_ups.ids(ListQuery("code")))
        assert [(row.code, row.due_on, row.status) for row in rows] == [
            (row.code, row.due_on, row.status) for row in before[1]
        ]


def test_the_list_filters_sorts_and_finds(world: World):
    first = world.placement(candidate_id=world.candidate(name="Åsa Påhitt"))
    second = world.placement(requirement_id=None, starts_on=D(2026, 10, 5), supervisor_id=None)
    placements = world.services.placements
    for sort in ("code", "status", "person", "host", "period", "supervisor_training", "next", "requirement_code"):
        assert set(placements.ids(ListQuery(sort))) == {first, second}
        assert set(placements.ids(ListQuery(sort, descending=True))) == {first, second}
    assert placements.ids(ListQuery("period")) == [first, second]
    assert placements.ids(ListQuery(filters=(("counts", ("yes",)),))) == [first]
    assert placements.ids(ListQuery(filters=(("status", ("current",)),))) == [first, second]
    missing = (("supervisor_training", (SupervisorTraining.MISSING.value,)),)
    assert placements.ids(ListQuery(filters=missing)) == [first]
    assert placements.ids(ListQuery(search="påhitt")) == [first]
    assert placements.ids(ListQuery(search="fjällbyn P-0002")) == [second]
    assert placements.ids(ListQuery(search="påhitt P-0002")) == []
    assert placements.ids(ListQuery(search="P-0001 åsa byg")) == [first]
    assert placements.ids(ListQuery(filters=(("supplier", (str(world.supplier),)),))) == [first, second]
    (row,) = placements.rows([first], show_names=True)
    assert row.person == "KA-0001 Åsa Påhitt"
    assert placements.rows([first])[0].person == "KA-0001"
    with pytest.raises(KeyError):
        placements.ids(ListQuery("_protected"))
