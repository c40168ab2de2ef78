"""Sheets of follow-ups: what they are of, what became of them, and how the plan makes way for them."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from socialupph.domain.changes import Entity
from socialupph.domain.commands.register_sheets import (
    AnswerCells,
    CandidateRow,
    FollowUpRow,
    SheetKind,
    StepCells,
)
from socialupph.domain.deadlines import DeadlineKind
from socialupph.domain.follow_ups import FollowUpKind, FollowUpStatus
from socialupph.domain.kinds import FollowUpMeans, Question, Respondent
from socialupph.domain.views.follow_ups import FollowUpView
from socialupph.domain.views.imports import RowState
from socialupph.domain.views.register_sheets import Doubt
from tests.services.contract_world import World, build
from tests.services.sheet_world import Sheets, codes, listed, placed, rows_of, seen, states

D = dt.date
PEOPLE = CandidateRow(2, code="TK-07", name="Ingrid Exempel", birth_year=1990)
PLACED = placed(code="Plac 1")
MONTHLY, DONE = FollowUpKind.MONTHLY, FollowUpStatus.DONE


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = build(tmp_path / "prov.sup")
    made.new_supplier("Nya Bygg AB")
    made.contract(number="2026/1", title="Ombyggnad av skolan", suppliers=(3,))
    yield made
    made.services.close()


def held(row: int = 2, **told: Any) -> FollowUpRow:
    usual: dict[str, Any] = {"placement": "Plac 1", "held_on": D(2026, 9, 15), **told}
    return FollowUpRow(row, **usual)


def _row(world: World, row: FollowUpRow) -> Any:
    return rows_of(Sheets(world, row).preview(), SheetKind.FOLLOW_UPS)[0]


def _all(world: World) -> list[FollowUpView]:
    return [world.services.follow_ups.view(row.id) for row in listed(world.services.follow_ups, "code")]


def _first(world: World) -> FollowUpView:
    return next(one for one in _all(world) if one.code == "U-0001")


def _plan(world: World) -> list[tuple[FollowUpKind, dt.date, FollowUpStatus]]:
    return [(step.kind, step.due_on, step.status) for step in seen(world).plan]


# ---------------------------------------------------------------- together with their placement


def test_a_held_follow_up_comes_with_all_its_row_says(world: World):
    row = held(
        kind=MONTHLY,
        due_on=D(2026, 9, 14),
        means=FollowUpMeans.VISIT,
        summary="Trivs\nmed laget",
        answers=(
            AnswerCells(Respondent.PARTICIPANT, Question.ATTENDANCE, 5, "Alltid"),
            AnswerCells(Respondent.AF_OFFICER, Question.SAFETY, 3),
        ),
        steps=(StepCells("Beställa skor", "Rut", D(2026, 10, 5)),),
    )
    rows = (PEOPLE, PLACED, row)
    _changes, preview = Sheets(world, *rows).apply()
    assert states(preview) == {"candidates": "n", "placements": "n", "follow-ups": "n"}
    (told,) = rows_of(preview, SheetKind.FOLLOW_UPS)
    assert told.code == "U-0001"
    view = _first(world)
    assert (view.kind, view.due_on, view.held_on, view.status) == (MONTHLY, D(2026, 9, 14), D(2026, 9, 15), DONE)
    assert (view.means, view.summary) == (FollowUpMeans.VISIT, "Trivs\nmed laget")
    assert [(one.respondent, one.question, one.score, one.comment) for one in view.answers] == [
        (Respondent.PARTICIPANT, Question.ATTENDANCE, 5, "Alltid"),
        (Respondent.AF_OFFICER, Question.SAFETY, 3, ""),
    ]
    assert view.third_respondent is Respondent.AF_OFFICER
    assert [(one.what, one.who, one.due_on) for one in view.steps] == [("Beställa skor", "Rut", D(2026, 10, 5))]
    assert states(Sheets(world, *rows).preview()) == {"candidates": "u", "placements": "u", "follow-ups": "u"}


def test_the_plan_makes_way_for_what_the_sheet_plans(world: World):
    rows = (
        PEOPLE,
        PLACED,
        held(kind=FollowUpKind.START_MEETING, held_on=D(2026, 9, 1)),
        FollowUpRow(3, placement="Plac 1", kind=MONTHLY, due_on=D(2026, 10, 6)),
        FollowUpRow(4, placement="Plac 1", kind=FollowUpKind.NEXT_STEP, due_on=D(2026, 12, 3)),
    )
    Sheets(world, *rows).apply()
    planned = FollowUpStatus.PLANNED
    assert _plan(world) == [
        (FollowUpKind.START_MEETING, D(2026, 9, 1), DONE),
        (MONTHLY, D(2026, 10, 6), planned),
        (MONTHLY, D(2026, 11, 2), planned),
        (FollowUpKind.NEXT_STEP, D(2026, 12, 3), planned),
        (FollowUpKind.FINAL_MEETING, D(2026, 12, 30), planned),
        (FollowUpKind.AFTER_90_DAYS, D(2027, 3, 31), planned),
        (FollowUpKind.AFTER_6_MONTHS, D(2027, 6, 30), planned),
        (FollowUpKind.AFTER_12_MONTHS, D(2028, 1, 3), planned),
    ]


def test_today_is_right_and_not_flooded(world: World):
    rows = (
        PEOPLE,
        PLACED,
        FollowUpRow(2, placement="Plac 1", due_on=D(2026, 9, 25), status=FollowUpStatus.PLANNED),
        FollowUpRow(3, placement="Plac 1", due_on=D(2026, 9, 30), status=FollowUpStatus.PLANNED),
    )
    Sheets(world, *rows).apply()
    due = [row for row in world.services.today.deadlines() if row.kind is DeadlineKind.FOLLOW_UP]
    assert [(row.due, row.days_late) for row in due] == [(D(2026, 9, 25), 5), (D(2026, 9, 30), 0)]


# ---------------------------------------------------------------- what it is of


@pytest.fixture
def running(world: World) -> World:
    Sheets(world, PEOPLE, PLACED).apply()
    return world


@pytest.mark.parametrize(
    "told",
    [
        {"placement": "plac 1"},
        {"placement": "P-0001"},
        {"placement": "", "candidate": "TK-07"},
        {"placement": "", "candidate": "Ingrid Exempel", "host": "Nya Bygg AB"},
        {"placement": "", "candidate": "exempel, ingrid", "birth_year": 1990},
        {"placement": "", "candidate": "KA-0001", "contract": "2026/1"},
    ],
)
def test_a_placement_is_found_by_code_or_by_person_and_place(running: World, told: dict[str, Any]):
    found = _row(running, held(**told))
    assert (found.state, found.errors) == (RowState.NEW, ())


def test_of_several_placements_the_day_tells_which(world: World):
    earlier = placed(code="A", starts_on=D(2026, 2, 2), planned_end_on=D(2026, 5, 29), end_reason="klar")
    Sheets(world, PEOPLE, earlier, placed(row=3, code="B")).apply()
    rows = [
        FollowUpRow(2, candidate="TK-07", held_on=D(2026, 3, 2)),
        FollowUpRow(3, candidate="TK-07", held_on=D(2026, 9, 15)),
        FollowUpRow(4, candidate="TK-07", held_on=D(2026, 8, 27)),
    ]
    Sheets(world, *rows).apply()
    done = {one.held_on: one.placement_code for one in _all(world) if one.status is DONE}
    assert done == {D(2026, 3, 2): "P-0001", D(2026, 9, 15): "P-0002", D(2026, 8, 27): "P-0001"}


def test_where_the_day_does_not_tell_it_is_asked(world: World):
    Sheets(world, PEOPLE, PLACED, placed(row=3, host="Åsa Städ AB", starts_on=D(2026, 9, 8))).apply()
    sheets = Sheets(world, FollowUpRow(2, candidate="TK-07", held_on=D(2026, 9, 20)))
    question = sheets.question("TK-07")
    assert (question.asked, question.doubt) == (Entity.PLACEMENT, Doubt.SEVERAL)
    assert [(one.code, one.label) for one in question.choices] == [("P-0001", "Nya Bygg AB"), ("P-0002", "Åsa Städ AB")]
    sheets.answer("TK-07", "P-0002").apply()
    assert [one.placement_code for one in _all(world) if one.status is DONE] == ["P-0002"]
    assert states(Sheets(world, *sheets.rows).preview()) == {"follow-ups": "u"}


def test_where_the_host_is_another_the_only_placement_is_asked(running: World):
    question = Sheets(
        running, FollowUpRow(2, candidate="TK-07", host="Norrtullsskolan", held_on=D(2026, 9, 20))
    ).questions()[0]
    assert (question.asked, question.doubt) == (Entity.PLACEMENT, Doubt.MAYBE)


def test_nobody_named_means_those_the_host_recruited_itself(world: World):
    Sheets(world, PEOPLE, PLACED, placed(row=3, candidate="", heads=1)).apply()
    Sheets(world, FollowUpRow(2, host="Nya Bygg AB", held_on=D(2026, 9, 20))).apply()
    assert [one.placement_code for one in _all(world) if one.status is DONE] == ["P-0002"]


def test_a_contract_alone_is_followed_up_as_such(running: World):
    row = FollowUpRow(2, contract="2026/1", held_on=D(2026, 9, 20), summary="Genomgång")
    Sheets(running, row).apply()
    (view,) = [one for one in _all(running) if one.status is DONE]
    assert (view.contract_code, view.kind) == ("K-2026-001", FollowUpKind.EXTRA)
    assert states(Sheets(running, row).preview()) == {"follow-ups": "u"}


def test_a_contract_and_a_host_without_placement_is_the_contract_and_that_is_said(world: World):
    found = _row(world, FollowUpRow(2, contract="2026/1", host="Åsa Städ AB", held_on=D(2026, 9, 20)))
    assert (found.state, codes(found)) == (RowState.NEW, ["warn_of_contract"])


# ---------------------------------------------------------------- which follow-up it is


def test_what_the_plan_expected_within_a_week_is_done(running: World):
    running.clock.day = D(2026, 10, 12)
    found = _row(running, held(held_on=D(2026, 10, 6), summary="Bra"))
    assert (found.code, found.state) == ("U-0001", RowState.CHANGED)
    assert found.changes == {"status": ("planned", "done"), "held_on": ("", "2026-10-06"), "summary": ("", "Bra")}
    Sheets(running, held(held_on=D(2026, 10, 6), summary="Bra")).apply()
    assert (_first(running).due_on, _first(running).held_on) == (D(2026, 10, 1), D(2026, 10, 6))
    assert _row(running, held(held_on=D(2026, 10, 6), summary="Bra")).state is RowState.UNCHANGED


def test_a_row_that_says_a_day_finds_that_day(running: World):
    running.clock.day = D(2026, 10, 12)
    found = _row(running, held(due_on=D(2026, 10, 1), held_on=None, status=FollowUpStatus.SKIPPED, reason="Stängt"))
    assert (found.code, found.changes) == ("U-0001", {"status": ("planned", "skipped"), "reason": ("", "Stängt")})


def test_what_is_done_does_not_become_planned_by_an_old_sheet(running: World):
    running.clock.day = D(2026, 10, 12)
    Sheets(running, held(held_on=D(2026, 10, 1))).apply()
    old = held(due_on=D(2026, 10, 1), held_on=None, status=FollowUpStatus.PLANNED)
    assert _row(running, old).state is RowState.UNCHANGED


def test_what_was_skipped_and_held_all_the_same_loses_its_reason(running: World):
    running.clock.day = D(2026, 10, 12)
    Sheets(running, held(due_on=D(2026, 10, 1), held_on=None, status=FollowUpStatus.SKIPPED, reason="Stängt")).apply()
    Sheets(running, held(due_on=D(2026, 10, 1), held_on=D(2026, 10, 2))).apply()
    view = _first(running)
    assert (view.status, view.skip_reason) == (DONE, "")


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (D(2026, 9, 1), FollowUpKind.START_MEETING),
        (D(2026, 9, 17), FollowUpKind.TWO_WEEKS),
        (D(2026, 10, 5), FollowUpKind.MONTHLY),
        (D(2026, 9, 24), FollowUpKind.MONTHLY),
    ],
)
def test_a_row_without_kind_is_the_nearest_step_of_the_rhythm(world: World, day: dt.date, kind: FollowUpKind):
    world.clock.day = D(2026, 10, 8)
    Sheets(world, PEOPLE, PLACED, held(held_on=day)).apply()
    assert _first(world).kind is kind


def test_a_row_far_from_every_step_is_extra(world: World):
    world.clock.day = D(2026, 11, 20)
    Sheets(world, PEOPLE, PLACED, held(held_on=D(2026, 11, 16))).apply()
    assert _first(world).kind is FollowUpKind.EXTRA


def test_answers_and_steps_are_added_and_never_taken_away(running: World):
    first = held(
        answers=(AnswerCells(Respondent.PARTICIPANT, Question.TASKS, 4, "Bra"),),
        steps=(StepCells("Skor", due_on=D(2026, 10, 5)),),
    )
    Sheets(running, first).apply()
    second = held(
        answers=(
            AnswerCells(Respondent.PARTICIPANT, Question.TASKS, 5),
            AnswerCells(Respondent.SUPERVISOR, Question.TASKS, 3),
        ),
        steps=(StepCells("skor", done_on=D(2026, 9, 30)), StepCells("Schema")),
    )
    found = _row(running, second)
    assert found.changes == {"answers": ("4", "5; 3"), "steps": ("", "2026-09-30; Schema")}
    before = running.content()
    changes, _preview = Sheets(running, second).apply()
    (view,) = [one for one in _all(running) if one.status is DONE]
    assert [(one.score, one.comment) for one in view.answers] == [(5, "Bra"), (3, "")]
    assert [(one.what, one.due_on, one.done_on) for one in view.steps] == [
        ("Skor", D(2026, 10, 5), D(2026, 9, 30)),
        ("Schema", None, None),
    ]
    assert _row(running, second).state is RowState.UNCHANGED
    assert changes.operation_id is not None
    running.services.undo.undo(changes.operation_id)
    assert running.content() == before


def test_several_follow_ups_of_one_row_are_each_their_own(running: World):
    rows = [
        held(held_on=D(2026, 9, 1)),
        held(held_on=D(2026, 9, 15)),
        FollowUpRow(2, placement="Plac 1", due_on=D(2026, 11, 23)),
    ]
    _changes, preview = Sheets(running, *rows).apply()
    assert [(row.row, row.state) for row in rows_of(preview, SheetKind.FOLLOW_UPS)] == [(2, RowState.NEW)] * 3
    assert states(Sheets(running, *rows).preview()) == {"follow-ups": "uuu"}


# ---------------------------------------------------------------- what became of it


def test_a_bare_day_that_is_past_was_held_and_that_is_said(running: World):
    found = _row(running, held(held_on=None, due_on=D(2026, 9, 15)))
    assert codes(found) == ["warn_taken_as_held"]
    Sheets(
        running, held(held_on=None, due_on=D(2026, 9, 15)), FollowUpRow(3, placement="Plac 1", due_on=D(2026, 9, 30))
    ).apply()
    done = [one for one in _all(running) if one.status is DONE]
    assert [(one.due_on, one.held_on) for one in done] == [(D(2026, 9, 15), D(2026, 9, 15))]


def test_a_bare_day_that_the_register_waits_for_is_not_taken_as_held_when_it_has_passed(running: World):
    running.clock.day = D(2026, 10, 12)
    assert _row(running, held(held_on=None, due_on=D(2026, 10, 1))).state is RowState.UNCHANGED
    assert _row(running, held(held_on=None, due_on=D(2026, 10, 1), summary="Bra")).changes["status"] == (
        "planned",
        "done",
    )


def test_one_that_was_not_answered_still_waits(running: World):
    row = held(held_on=None, due_on=D(2026, 9, 28), status=FollowUpStatus.NOT_ANSWERED)
    Sheets(running, row).apply()
    (view,) = [one for one in _all(running) if one.status is FollowUpStatus.NOT_ANSWERED]
    assert view.held_on == D(2026, 9, 28)
    assert _row(running, row).state is RowState.UNCHANGED


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"placement": ""}, ["follow_up_of_nobody"]),
        ({"placement": "Plac 9"}, ["placement_unknown"]),
        ({"placement": "", "candidate": "Bo Låtsas"}, ["candidate_unknown"]),
        ({"held_on": None}, ["follow_up_no_date"]),
        ({"held_on": D(2026, 10, 1)}, ["follow_up_held_in_future"]),
        ({"held_on": None, "due_on": D(2026, 10, 9), "status": DONE}, ["follow_up_held_in_future"]),
        ({"status": FollowUpStatus.SKIPPED}, ["follow_up_held_unexpected"]),
        ({"status": FollowUpStatus.PLANNED}, ["follow_up_held_unexpected"]),
        ({"held_on": None, "due_on": D(2026, 9, 15), "status": FollowUpStatus.SKIPPED}, ["follow_up_no_reason"]),
        ({"held_on": D(2026, 8, 1)}, ["follow_up_before"]),
        ({"answers": (AnswerCells(Respondent.PARTICIPANT, Question.TASKS, 6),)}, ["follow_up_score"]),
        ({"answers": (AnswerCells(Respondent.PARTICIPANT, Question.TASKS, 0),)}, ["follow_up_score"]),
        (
            {
                "answers": (
                    AnswerCells(Respondent.COORDINATOR, Question.TASKS, 3),
                    AnswerCells(Respondent.AF_OFFICER, Question.SAFETY, 3),
                )
            },
            ["follow_up_answers"],
        ),
        ({"answers": (AnswerCells(Respondent.PARTICIPANT, Question.TASKS, 3),) * 2}, ["follow_up_answers"]),
    ],
)
def test_what_cannot_be_is_told_by_row(running: World, told: dict[str, Any], expected: list[str]):
    found = _row(running, held(**told))
    assert (found.state, codes(found)) == (RowState.ERROR, expected)


def test_a_talk_shortly_before_the_start_is_only_worth_a_warning(running: World):
    found = _row(running, held(held_on=D(2026, 8, 25)))
    assert (found.state, codes(found)) == (RowState.NEW, ["warn_follow_up_early"])


def test_the_same_follow_up_twice_belongs_to_the_first_row(running: World):
    preview = Sheets(running, held(), held(row=3)).preview()
    assert states(preview) == {"follow-ups": "ne"}
    assert codes(rows_of(preview, SheetKind.FOLLOW_UPS)[1]) == ["follow_up_twice"]


def test_follow_ups_wait_for_a_placement_that_cannot_be_taken_in(world: World):
    wrong = replace(PLACED, planned_end_on=D(2026, 1, 1))
    preview = Sheets(
        world,
        PEOPLE,
        wrong,
        held(),
        FollowUpRow(3, candidate="Ingrid Exempel", host="Nya Bygg AB", held_on=D(2026, 9, 15)),
    ).preview()
    assert [codes(row) for row in rows_of(preview, SheetKind.FOLLOW_UPS)] == [["waits_for_row"], ["waits_for_row"]]


def test_a_follow_up_of_a_protected_person_tells_nothing_of_the_register(world: World):
    Sheets(world, replace(PEOPLE, protected=True), PLACED, held(summary="Gammalt")).apply()
    found = _row(world, held(summary="Nytt"))
    assert (found.title, found.changes) == ("P-0001", {"summary": ("", "")})
