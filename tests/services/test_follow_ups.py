"""Follow-ups as the coordinator meets them: held, skipped, moved, not answered; what is due; and the export."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from socialupph.domain.changes import Entity
from socialupph.domain.commands.follow_ups import (
    AnswerFields,
    MoveFollowUp,
    NotAnswered,
    PlanFollowUp,
    RegisterFollowUp,
    SkipFollowUp,
    StepFields,
)
from socialupph.domain.deadlines import Deadline, DeadlineKind, days_late
from socialupph.domain.errors import NotFound, RuleViolation
from socialupph.domain.follow_ups import FollowUpKind, FollowUpStatus, is_settled
from socialupph.domain.kinds import FollowUpMeans, Question, Respondent
from socialupph.domain.queries import ListQuery
from socialupph.persistence.queries.placing import OPEN_STATUSES
from socialupph.specs.cells import cell_text
from socialupph.specs.follow_ups import EXPORT_TABLE, TABLE, export_table
from tests.services.placement_world import TODAY, World, build, entities

D = dt.date


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = build(tmp_path / "prov.sup")
    yield made
    made.services.close()


def held(world: World, follow_up_id: int, day: dt.date, **fields: object) -> RegisterFollowUp:
    answers = tuple(
        AnswerFields(respondent, question, 4 if question is not Question.SAFETY else None, "")
        for respondent in (Respondent.PARTICIPANT, Respondent.SUPERVISOR, Respondent.COORDINATOR)
        for question in Question
    )
    version = world.services.follow_ups.view(follow_up_id).version
    given = {"follow_up_id": follow_up_id, "version": version, "answers": answers, **fields}
    return RegisterFollowUp(day, FollowUpMeans.VISIT, **given)  # type: ignore[arg-type]


def test_three_perspectives_and_the_answer_last_time(world: World):
    number = world.placement()
    first, second = world.view(number).plan[:2]
    steps = (
        StepFields("Ordna ersättare", "Bo Exempel", D(2026, 9, 20)),
        StepFields("Skyddsskor", done_on=D(2026, 9, 8)),
    )
    changes = world.services.follow_ups.register(held(world, first.id, D(2026, 9, 8), steps=steps, summary="Går bra"))
    assert entities(changes) == {Entity.FOLLOW_UP}
    view = world.services.follow_ups.view(first.id)
    assert (view.status, view.held_on, view.days_late) == (FollowUpStatus.DONE, D(2026, 9, 8), 1)
    assert len(view.answers) == 18
    assert {answer.score for answer in view.answers if answer.question is Question.SAFETY} == {None}
    form = world.services.follow_ups.view(second.id).form
    assert (form.previous_on, form.previous_kind) == (D(2026, 9, 8), FollowUpKind.START_MEETING)
    assert len(form.previous) == 18
    assert [(step.what, step.days_late) for step in form.open_steps] == [("Ordna ersättare", 2)]
    assert form.coming[0] == (FollowUpKind.MONTHLY, D(2026, 10, 7))
    world.services.follow_ups.complete_step(form.open_steps[0].id)
    assert world.services.follow_ups.view(second.id).form.open_steps == ()


def test_a_correction_replaces_answers_and_steps(world: World):
    number = world.placement()
    first = world.view(number).plan[0]
    follow_ups = world.services.follow_ups
    follow_ups.register(held(world, first.id, D(2026, 9, 8), steps=(StepFields("Ett"), StepFields("Två"))))
    steps = follow_ups.view(first.id).steps
    kept = StepFields("Ett", step_id=steps[0].id)
    one = (AnswerFields(Respondent.AF_OFFICER, Question.TASKS, 5, "Bra"),)
    again = held(
        world,
        first.id,
        D(2026, 9, 9),
        answers=one,
        steps=(kept,),
        third_respondent=Respondent.AF_OFFICER,
        third_name="Alf Exempel",
    )
    follow_ups.register(again)
    view = follow_ups.view(first.id)
    assert [(answer.respondent, answer.score, answer.comment) for answer in view.answers] == [
        (Respondent.AF_OFFICER, 5, "Bra")
    ]
    assert [step.what for step in view.steps] == ["Ett"]
    assert (view.third_name, view.held_on) == ("Alf Exempel", D(2026, 9, 9))
    same = held(
        world,
        first.id,
        D(2026, 9, 9),
        answers=one,
        steps=(kept,),
        third_respondent=Respondent.AF_OFFICER,
        third_name="Alf Exempel",
    )
    assert not follow_ups.register(same)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"day": D(2026, 9, 23)}, "follow_up.held_in_future"),
        ({"answers": (AnswerFields(Respondent.PARTICIPANT, Question.TASKS, 6),)}, "follow_up.score_range"),
        ({"answers": (AnswerFields(Respondent.AF_OFFICER, Question.TASKS, 3),)}, "follow_up.answer_twice"),
        ({"steps": (StepFields("  "),)}, "field.missing"),
        ({"third_respondent": Respondent.SUPERVISOR}, "follow_up.third_respondent"),
    ],
)
def test_what_cannot_be_leaves_the_follow_up_as_it_was(world: World, fields: dict[str, object], code: str):
    number = world.placement()
    first = world.view(number).plan[0]
    day = fields.pop("day", D(2026, 9, 8))
    assert isinstance(day, dt.date)
    with pytest.raises(RuleViolation) as caught:
        world.services.follow_ups.register(held(world, first.id, day, **fields))
    assert caught.value.code == code
    view = world.services.follow_ups.view(first.id)
    assert (view.status, view.answers, view.version) == (FollowUpStatus.PLANNED, (), first.version)


def test_skipped_moved_and_not_answered(world: World):
    number = world.placement()
    plan = world.view(number).plan
    follow_ups = world.services.follow_ups
    with pytest.raises(RuleViolation, match=r"follow_up\.reason_missing"):
        follow_ups.skip(SkipFollowUp(plan[0].id, plan[0].version, " "))
    follow_ups.skip(SkipFollowUp(plan[0].id, plan[0].version, "Var på semester"))
    skipped = follow_ups.view(plan[0].id)
    assert (skipped.status, skipped.skip_reason, skipped.days_late) == (FollowUpStatus.SKIPPED, "Var på semester", 0)
    with pytest.raises(RuleViolation, match=r"follow_up\.settled"):
        follow_ups.move(MoveFollowUp(plan[0].id, skipped.version, D(2026, 9, 30)))
    follow_ups.not_answered(NotAnswered(plan[1].id, plan[1].version))
    assert follow_ups.view(plan[1].id).status is FollowUpStatus.NOT_ANSWERED
    assert [row.code for row in follow_ups.due(0)] == [plan[1].code]
    follow_ups.reopen(plan[0].id, skipped.version)
    assert [row.code for row in follow_ups.due(0)] == [plan[0].code, plan[1].code]


def test_extra_follow_ups_of_placements_and_contracts(world: World):
    number = world.placement()
    follow_ups = world.services.follow_ups
    extra = follow_ups.plan(PlanFollowUp(D(2026, 9, 24), placement_id=number)).new_id(Entity.FOLLOW_UP)
    of_contract = follow_ups.plan(PlanFollowUp(D(2026, 9, 25), contract_id=world.contract)).new_id(Entity.FOLLOW_UP)
    with pytest.raises(RuleViolation, match=r"follow_up\.of_one"):
        follow_ups.plan(PlanFollowUp(D(2026, 9, 24)))
    one, other = follow_ups.rows([extra, of_contract])
    assert (one.kind, one.placement_code, one.person) == (FollowUpKind.EXTRA, "P-0001", "KA-0001")
    assert (other.placement_code, other.person, other.host) == ("", "", "")
    assert other.contract_code == one.contract_code != ""
    view = world.view(number)
    fields = world.fields(candidate_id=view.links.candidate_id, planned_end_on=D(2026, 10, 15))
    world.services.placements.edit(number, view.version, fields)
    assert follow_ups.view(extra).due_on == D(2026, 9, 24)
    unplanned = RegisterFollowUp(TODAY, FollowUpMeans.PHONE, contract_id=world.contract, summary="Möte")
    held_now = follow_ups.register(unplanned).new_id(Entity.FOLLOW_UP)
    assert follow_ups.view(held_now).status is FollowUpStatus.DONE
    assert follow_ups.blank(contract_id=world.contract).coming == ((FollowUpKind.EXTRA, D(2026, 9, 25)),)


def test_late_is_what_the_deadlines_say(world: World):
    world.placement()
    follow_ups = world.services.follow_ups
    assert {status for status in FollowUpStatus if not is_settled(status)} == set(OPEN_STATUSES)
    for days in (-30, 0, 1, 40, 200):
        world.clock.day = TODAY + dt.timedelta(days=days)
        ids = follow_ups.ids(ListQuery("due_on"))
        late = {
            row.id
            for row in follow_ups.rows(ids)
            if days_late(
                Deadline(DeadlineKind.FOLLOW_UP, row.due_on, row.due_on, Entity.FOLLOW_UP, row.id), world.clock.day
            )
        }
        assert set(follow_ups.ids(ListQuery(filters=(("overdue", ("yes",)),)))) == late
        assert {row.id for row in follow_ups.rows(ids) if row.days_late} == late


def test_the_list_sorts_filters_and_finds(world: World):
    world.placement(candidate_id=world.candidate(name="Åsa Påhitt"))
    follow_ups = world.services.follow_ups
    every = set(follow_ups.ids(ListQuery()))
    assert len(every) == follow_ups.total() == 9
    for column in TABLE.columns:
        if column.sortable:
            for descending in (False, True):
                assert set(follow_ups.ids(ListQuery(column.key, descending=descending))) == every
    for column in EXPORT_TABLE.columns:
        if column.sortable:
            assert set(follow_ups.ids(ListQuery(column.key))) == every
    assert len(follow_ups.ids(ListQuery(filters=(("period", ("week",)),)))) == 1
    assert len(follow_ups.ids(ListQuery(filters=(("period", ("week", "14_days")),)))) == 1
    assert len(follow_ups.ids(ListQuery(filters=(("kind", ("monthly",)),)))) == 2
    year = (("from", ("2027-01-01",)), ("to", ("2027-12-31",)))
    assert len(follow_ups.ids(ListQuery(filters=year))) == 3
    assert set(follow_ups.ids(ListQuery(search="påhitt"))) == every
    assert follow_ups.ids(ListQuery(search="u-0003")) == [3]
    assert set(follow_ups.ids(ListQuery(filters=(("about", ("placement",)),)))) == every
    assert [row.code for row in follow_ups.due(20)] == ["U-0001", "U-0002", "U-0003"]


def test_it_is_found_by_all_that_it_is_about_and_stands_in_order(world: World):
    services = world.services
    placement = world.placement(candidate_id=world.candidate(name="Åsa Påhitt"))
    other = world.placement(candidate_id=world.candidate(name="Örjan Låtsas"))
    of_contract = services.follow_ups.plan(PlanFollowUp(D(2026, 9, 25), contract_id=world.contract))
    alone, every = of_contract.new_id(Entity.FOLLOW_UP), services.follow_ups.ids(ListQuery("due_on"))
    steps = {number: {step.id for step in world.view(number).plan} for number in (placement, other)}

    def found(typed: str, *, descending: bool = False) -> list[int]:
        return services.follow_ups.ids(ListQuery("due_on", search=typed, descending=descending))

    assert set(found("ÖRJAN")) == set(found("ör")) == steps[other]
    assert set(found("p-0001")) == set(found("påh p-0001")) == steps[placement]
    assert found("påh p-0002") == []
    assert set(found("fjällbyn")) == steps[placement] | steps[other]
    assert found("norrtull") == found("k-17") == found("u-") == every
    assert found("låtsas u-0001") == []
    days = {row.id: row.due_on for row in services.follow_ups.rows(every)}
    assert every == sorted(days, key=lambda number: (days[number], number))
    assert found("norrtull", descending=True) == sorted(days, key=lambda number: (-days[number].toordinal(), number))
    services.follow_ups.void(alone, services.follow_ups.view(alone).version, "Fel avtal")
    assert found("norrtull") == [number for number in every if number != alone]
    chosen = ListQuery("due_on", search="norrtull", filters=(("about", ("contract",)),))
    assert services.follow_ups.ids(chosen) == []


def test_what_is_overdue_is_so_from_the_next_day(world: World):
    number = world.placement()
    overdue = ListQuery("due_on", filters=(("overdue", ("yes",)),))
    for step in world.view(number).plan:
        world.clock.day = step.due_on
        assert step.id not in world.services.follow_ups.ids(overdue)
        world.clock.day = step.due_on + dt.timedelta(days=1)
        assert step.id in world.services.follow_ups.ids(overdue)


def test_one_of_what_does_not_exist_is_not_made(world: World):
    follow_ups = world.services.follow_ups
    with pytest.raises(NotFound):
        follow_ups.register(RegisterFollowUp(TODAY, FollowUpMeans.PHONE, placement_id=999))
    with pytest.raises(NotFound):
        follow_ups.plan(PlanFollowUp(TODAY, contract_id=999))
    assert follow_ups.ids(ListQuery()) == []


def test_an_overdue_one_is_called_the_same_on_screen_and_in_files(world: World):
    world.placement()  # the first two are late on 2026-09-22
    follow_ups = world.services.follow_ups
    ids = follow_ups.ids(ListQuery("due_on"))
    listed, exported = (next(one for one in table.columns if one.key == "status") for table in (TABLE, EXPORT_TABLE))
    words = [cell_text(listed, row) for row in follow_ups.rows(ids)]
    assert words == [cell_text(exported, row) for row in follow_ups.export_rows(ids)]
    assert words[:3] == ["Försenad", "Försenad", "Planerad"]


def test_the_export_has_a_score_for_each_respondent_and_question(world: World):
    number = world.placement()
    first = world.view(number).plan[0]
    answers = (
        AnswerFields(Respondent.PARTICIPANT, Question.TASKS, 5),
        AnswerFields(Respondent.AF_OFFICER, Question.TASKS, 3),
    )
    world.services.follow_ups.register(
        held(
            world,
            first.id,
            D(2026, 9, 9),
            answers=answers,
            third_respondent=Respondent.AF_OFFICER,
            summary="Går bra",
        )
    )
    (row,) = world.services.follow_ups.export_rows([first.id])
    values = {column.key: column.value(row) for column in EXPORT_TABLE.columns}
    assert values["participant_tasks"] == 5
    assert values["coordinator_tasks"] == 3
    assert values["supervisor_tasks"] is None
    assert (values["days_late"], values["held_on"], values["summary"]) == (2, D(2026, 9, 9), "Går bra")
    assert values["person"] == "KA-0001"
    assert "host" not in values
    hosts = {column.key: column.value(row) for column in export_table(host=True).columns}
    assert hosts["host"] == "Bygg & Mark i Fjällbyn AB"
    assert str(values["requirement"]).startswith(str(values["contract"]))
