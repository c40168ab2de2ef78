"""Tasks, deviations, goals, documents and procurements."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from socialupph.domain.changes import Entity
from socialupph.domain.commands.deviations import DeviationFields, DeviationStepFields
from socialupph.domain.commands.documents import DocumentFields
from socialupph.domain.commands.goals import GoalFields
from socialupph.domain.commands.procurements import ProcurementFields, QuestionFields
from socialupph.domain.commands.tasks import TaskFields
from socialupph.domain.documents import MOST_BYTES
from socialupph.domain.errors import NotFound, RuleViolation
from socialupph.domain.kinds import DeviationKind, LadderStep, Severity
from socialupph.domain.queries import ListQuery
from socialupph.domain.views.deviations import DeviationState
from tests.services.training_world import TODAY, Course, D, build


@pytest.fixture
def world(tmp_path: Path) -> Iterator[Course]:
    made = build(tmp_path / "prov.sup")
    yield made
    made.services.close()


def test_a_task_is_moved_done_and_taken_up_again(world: Course):
    tasks = world.services.tasks
    number = tasks.register(TaskFields("Ring om hösten", D(2026, 9, 25), Entity.CONTRACT, world.contract)).new_id(
        Entity.TASK
    )
    task = tasks.view(number)
    assert task.about_code == world.services.contracts.view(world.contract).code
    tasks.move(number, task.version, D(2026, 9, 28))
    tasks.done(number, tasks.view(number).version)
    assert (tasks.view(number).due_on, tasks.view(number).done_on) == (D(2026, 9, 28), TODAY)
    assert tasks.ids(ListQuery("due_on", filters=(("state", ("open",)),))) == []
    tasks.reopen(number, tasks.view(number).version)
    assert tasks.ids(ListQuery("due_on", search="hösten", filters=(("state", ("open",)),))) == [number]
    tasks.edit(number, tasks.view(number).version, TaskFields("Ring", D(2026, 9, 28)))
    tasks.void(number, tasks.view(number).version, "Fel")
    assert tasks.total() == 0
    with pytest.raises(NotFound):
        tasks.view(99)


@pytest.mark.parametrize(
    ("command", "field"),
    [
        (TaskFields(" ", TODAY), "title"),
        (TaskFields("Ring", None), "due_on"),
        (TaskFields("Ring", TODAY, about_id=1), "about"),
    ],
)
def test_a_task_needs_title_and_day(world: Course, command: TaskFields, field: str):
    with pytest.raises(RuleViolation) as error:
        world.services.tasks.register(command)
    assert error.value.field == field


def test_a_deviation_goes_up_the_ladder_and_is_closed(world: Course):
    deviations = world.services.deviations
    fields = DeviationFields(DeviationKind.REPORTING, "Rapporten uteblev", Severity.SERIOUS, contract_id=world.contract)
    number = deviations.register(fields).new_id(Entity.DEVIATION)
    step = DeviationStepFields(number, "Begär rättelse", due_on=D(2026, 10, 1), ladder=LadderStep.CORRECTION)
    deviations.add_step(step)
    with pytest.raises(RuleViolation, match=r"deviation\.ladder_backwards"):
        deviations.add_step(DeviationStepFields(number, "Påpeka", due_on=TODAY, ladder=LadderStep.REMARK))
    (row,) = deviations.rows(deviations.ids(ListQuery("severity")))
    assert (row.code, row.ladder, row.next_due_on) == ("A-0001", LadderStep.CORRECTION, D(2026, 10, 1))
    view = deviations.view(number)
    with pytest.raises(RuleViolation, match=r"deviation\.steps_left"):
        deviations.close(number, view.version, "Rapporten kom")
    deviations.step_done(view.steps[0].id, view.steps[0].version)
    deviations.close(number, deviations.view(number).version, "Rapporten kom")
    (row,) = deviations.rows(deviations.ids(ListQuery("code", filters=(("state", ("closed",)),))))
    assert row.state is DeviationState.CLOSED
    with pytest.raises(RuleViolation, match=r"deviation\.is_closed"):
        deviations.add_step(step)
    deviations.reopen(number, deviations.view(number).version)
    deviations.edit(number, deviations.view(number).version, fields)
    assert deviations.view(number).closed_on is None


def test_a_deviation_is_about_something(world: Course):
    with pytest.raises(RuleViolation, match=r"deviation\.about_missing"):
        world.services.deviations.register(DeviationFields(DeviationKind.OTHER, "Något"))
    with pytest.raises(NotFound):
        world.services.deviations.view(99)


def test_goals_of_a_year(world: Course):
    goals = world.services.goals
    number = goals.register(GoalFields(2026, "Heltidsmånader", Decimal("250.0"))).new_id(Entity.GOAL)
    for command, code in (
        (GoalFields(1999, "Platser", Decimal(1)), "goal.year"),
        (GoalFields(2026, "Platser", Decimal(0)), "goal.target"),
        (GoalFields(2026, "heltidsmånader", Decimal(1)), "goal.taken"),
    ):
        with pytest.raises(RuleViolation) as error:
            goals.register(command)
        assert error.value.code == code
    goals.edit(number, goals.of(2026)[0].version, GoalFields(2026, "Heltidsmånader", Decimal(260)))
    (goal,) = goals.of()
    assert goal.target == 260
    goals.remove(number, goal.version)
    assert goals.of(2026) == ()


def test_a_document_is_kept_with_its_bytes(world: Course):
    documents = world.services.documents
    content = b"%PDF-1.7 prov"
    number = documents.add(DocumentFields(Entity.CONTRACT, world.contract, "Avtal.PDF", content)).new_id(
        Entity.DOCUMENT
    )
    (document,) = documents.of(Entity.CONTRACT, world.contract)
    assert (document.name, document.media_type, document.size) == ("Avtal.PDF", "application/pdf", len(content))
    assert documents.content(number) == ("Avtal.PDF", content)
    documents.void(number, document.version, "Fel fil")
    assert documents.of(Entity.CONTRACT, world.contract) == ()


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("tom.pdf", b"", "document.empty"),
        ("stor.txt", b"a" * (MOST_BYTES + 1), "document.too_large"),
        ("program.exe", b"MZ", "document.kind"),
        ("utan", b"text", "document.kind"),
        ("bild.png", b"%PDF-1.7", "document.not_what_it_says"),
        ("text.txt", b"a\x00b", "document.not_what_it_says"),
    ],
)
def test_a_file_that_may_not_be_kept_is_refused(world: Course, name: str, content: bytes, code: str):
    with pytest.raises(RuleViolation) as error:
        world.services.documents.add(DocumentFields(Entity.CONTRACT, world.contract, name, content))
    assert error.value.code == code
    assert world.services.documents.of(Entity.CONTRACT, world.contract) == ()


def test_a_procurement_with_decision_and_questions(world: Course):
    procurements = world.services.procurements
    fields = ProcurementFields("Städ i skolor", diary_number="UPH 2026/31", estimated_value=Decimal(4_000_000))
    number = procurements.register(fields).new_id(Entity.PROCUREMENT)
    with pytest.raises(RuleViolation, match=r"procurement\.decision_reason"):
        procurements.edit(number, procurements.view(number).version, ProcurementFields("Städ", requirement_set=True))
    procurements.register_question(QuestionFields(number, TODAY, "Får en underleverantör ta emot?"))
    view = procurements.view(number)
    assert view.fields == fields
    question = view.questions[0]
    procurements.edit_question(question.id, question.version, QuestionFields(number, TODAY, question.question, "Ja."))
    assert procurements.view(number).questions[0].answer == "Ja."
    assert procurements.ids(ListQuery("title", search="2026/31", filters=(("phase", ("plan",)),))) == [number]
    with pytest.raises(RuleViolation, match=r"procurement\.value"):
        procurements.register(ProcurementFields("Städ", estimated_value=Decimal(-1)))
    procurements.void(number, procurements.view(number).version, "Fel")
    assert procurements.total() == 0
