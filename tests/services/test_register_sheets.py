"""A batch as a whole: one operation, in the right order whatever order the sheets come in, all or nothing, and never twice."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from socialupph.domain.changes import Entity
from socialupph.domain.commands.imports import RowError
from socialupph.domain.commands.register_sheets import (
    AnyRow,
    CandidateRow,
    ContactCells,
    CourseRow,
    FollowUpRow,
    SheetBatch,
    SheetKind,
    SheetRows,
    SupplierRow,
)
from socialupph.domain.commands.suppliers import ContactFields
from socialupph.domain.errors import ImportCancelled, RuleViolation, UndoRefused
from socialupph.domain.views.imports import RowState
from socialupph.persistence.records import AuditRecord, OperationRecord
from socialupph.services.register_sheet_writer import Writer
from tests.services.contract_world import World, build, told, touched
from tests.services.sheet_world import (
    Sheets,
    codes,
    contract,
    everything_is,
    new_candidate,
    placed,
    rows_of,
    seen,
    states,
)

D = dt.date
ROWS: tuple[AnyRow, ...] = (
    CourseRow(
        2, "Handledarutbildning", "", (D(2026, 4, 14),), name="Rut Låtsas", organisation="Nya Bygg AB", attended=True
    ),
    FollowUpRow(2, placement="Plac 1", held_on=D(2026, 9, 15), summary="Bra"),
    FollowUpRow(3, candidate="TK-07", due_on=D(2026, 10, 12)),
    placed(code="Plac 1", candidate="TK-07", workplace="Skolan", supervisor=ContactCells("Rut Låtsas")),
    placed(row=3, candidate="", heads=2, statement="Intygat"),
    CandidateRow(2, code="TK-07", name="Ingrid Exempel", birth_year=1990),
    CandidateRow(3, name="Bo Påhitt"),
    contract("2026/1", "Nya Bygg AB", buyer="Exempelby kommun", extension_text="1 år", options=(12,)),
    SupplierRow(
        2, name="Nya Bygg AB", org_number="559900-0014", contacts=(ContactCells("Rut Låtsas"),), workplace="Lagret"
    ),
)
"""A sheet of each kind, the last first, each referring to the ones after it."""


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = build(tmp_path / "prov.sup")
    yield made
    made.services.close()


def test_a_whole_batch_is_one_operation_that_can_be_taken_back(world: World):
    before = world.content()
    changes, preview = Sheets(world, *ROWS).apply(source_name="mappen")
    after = world.content()
    assert everything_is(preview, RowState.NEW)
    assert [sheet.kind for sheet in preview.sheets] == list(SheetKind)
    assert told(changes) == touched(before, after)
    with world.services._context.database.read() as session:
        operations = list(session.scalars(select(OperationRecord).where(OperationRecord.kind == "sheets.import")))
        logged = [one.detail for one in session.scalars(select(AuditRecord)) if one.kind.value == "imported"]
    assert [(one.subject, one.id) for one in operations] == [("mappen", changes.operation_id)]
    assert logged == ["sheets.import: 9"]
    assert changes.operation_id is not None
    undone = world.services.undo.undo(changes.operation_id)
    assert told(undone) == told(changes)
    assert world.content() == before
    _changes, again = Sheets(world, *ROWS).apply()
    assert everything_is(again, RowState.NEW), "what was remembered of records that are gone counts no more"


def test_the_same_files_again_change_nothing(world: World):
    Sheets(world, *ROWS).apply()
    before = world.content()
    changes, preview = Sheets(world, *ROWS).apply()
    assert everything_is(preview, RowState.UNCHANGED)
    assert (changes.operation_id, bool(changes), preview.questions) == (None, False, ())
    assert world.content() == before
    assert world.services.undo.last_undoable([1, 2, 3, 4, 5]) is not None


def test_the_order_of_the_sheets_says_nothing(world: World, tmp_path: Path):
    other = build(tmp_path / "annat.sup")
    try:
        Sheets(world, *ROWS).apply()
        Sheets(other, *reversed(ROWS)).apply()
        assert _shape(world) == _shape(other)
    finally:
        other.services.close()


def _shape(world: World) -> dict[str, int]:
    return {name: len(rows) for name, rows in world.content().items()}


def test_a_preview_writes_nothing(world: World):
    before = world.content()
    preview = Sheets(world, *ROWS).preview()
    assert everything_is(preview, RowState.NEW)
    assert not preview.applied
    assert world.content() == before
    with world.services._context.database.read() as session:
        assert session.scalar(select(func.count()).where(OperationRecord.kind == "sheets.import")) == 0


def test_nothing_is_written_while_something_is_wrong(world: World):
    wrong = (
        *ROWS,
        CandidateRow(4, name="Rut", birth_year=1800),
        CandidateRow(5, name="Örjan", errors=(RowError("import.date"),)),
    )
    before = world.content()
    with pytest.raises(RuleViolation) as refused:
        Sheets(world, *wrong).apply()
    assert (refused.value.code, refused.value.facts) == ("import.has_errors", {"errors": 2})
    assert world.content() == before
    _changes, preview = Sheets(world, *wrong).apply(skip_errors=True)
    assert states(preview)["candidates"] == "nnee"
    assert world.services.candidates.total() == 2
    assert states(Sheets(world, *wrong).preview())["candidates"] == "uuee"


def test_an_unanswered_question_is_an_error_of_its_rows(world: World):
    new_candidate(world, name="Bo Påhitt")
    sheets = Sheets(world, *ROWS)
    preview = sheets.preview()
    assert preview.unanswered == 1
    assert codes(rows_of(preview, SheetKind.CANDIDATES)[1]) == ["ask"]
    with pytest.raises(RuleViolation):
        sheets.apply()
    sheets.answer("Bo Påhitt", "KA-0001").apply()
    assert world.services.candidates.total() == 2


@pytest.mark.parametrize("at", [0, 1, 2, 3, 5, 8])
def test_a_batch_that_is_stopped_leaves_nothing(world: World, at: int):
    asked: list[int] = []

    def stop() -> bool:
        asked.append(1)
        return len(asked) > at

    before = world.content()
    with pytest.raises(ImportCancelled):
        Sheets(world, *ROWS).apply(cancelled=stop)
    assert world.content() == before
    assert world.services.candidates.total() == 0
    Sheets(world, *ROWS).apply(cancelled=bool)
    assert world.services.candidates.total() == 2, "nothing of it stands in the way"


def test_a_preview_can_be_stopped(world: World):
    with pytest.raises(ImportCancelled):
        world.services.sheets.preview(Sheets(world, *ROWS).batch(), cancelled=lambda: True)


def test_nothing_is_half_written_when_something_breaks(world: World, monkeypatch: pytest.MonkeyPatch):
    def broken(_self: Writer) -> None:
        raise OSError

    monkeypatch.setattr(Writer, "_sign_ups", broken)
    before = world.content()
    with pytest.raises(OSError, match=r"^$"):
        Sheets(world, *ROWS).apply()
    assert world.content() == before


def test_undo_is_refused_when_something_was_built_on_it(world: World):
    changes, _preview = Sheets(world, *ROWS).apply()
    assert changes.operation_id is not None
    (supplier,) = [ref.id for ref in changes.created if ref.entity is Entity.SUPPLIER]
    world.services.suppliers.register_contact(ContactFields(supplier, "Siv Exempel"))
    with pytest.raises(UndoRefused) as refused:
        world.services.undo.undo(changes.operation_id)
    assert refused.value.code == "undo.later_change"


def test_codes_are_given_in_the_order_of_the_sheets(world: World):
    rows = [CandidateRow(number, name=f"Person {number}") for number in range(2, 40)]
    _changes, preview = Sheets(world, *rows).apply()
    assert [row.code for row in rows_of(preview, SheetKind.CANDIDATES)] == [
        f"KA-{number - 1:04d}" for number in range(2, 40)
    ]


def test_several_sheets_of_a_kind_are_one_after_the_other(world: World):
    told = (
        ("a.xlsx", CandidateRow(2, code="1", name="Ingrid Exempel")),
        ("b.xlsx", CandidateRow(2, code="2", name="Ingrid Exempel")),
        ("c.xlsx", CandidateRow(9, code="1", name="Bo Påhitt")),
        ("d.xlsx", CandidateRow(9, code="1", name="Ingrid Exempel", phone="1")),
    )
    batch = SheetBatch(tuple(SheetRows(SheetKind.CANDIDATES, name, (row,)) for name, row in told))
    preview = world.services.sheets.preview(batch)
    assert [(sheet.name, sheet.rows[0].state.value) for sheet in preview.sheets] == [
        ("a.xlsx", "new"),
        ("b.xlsx", "error"),
        ("c.xlsx", "error"),
        ("d.xlsx", "changed"),
    ], "the same name, and the same code with another name, are asked"
    assert [(one.word, one.rows, one.choices[0].place) for one in preview.questions] == [
        ("Ingrid Exempel", (("b.xlsx", 2),), ("a.xlsx", 2)),
        ("Bo Påhitt", (("c.xlsx", 9),), ("a.xlsx", 2)),
    ]


def test_answers_are_remembered_only_when_the_batch_is_written(world: World):
    new_candidate(world, name="Bo Påhitt")
    sheets = Sheets(world, CandidateRow(2, name="Bo Påhitt"))
    sheets.answer("Bo Påhitt", "KA-0001")
    sheets.preview()
    assert not Sheets(world, *sheets.rows).question("Bo Påhitt").answer
    sheets.apply()
    assert states(Sheets(world, *sheets.rows).preview()) == {"candidates": "u"}


def test_an_answer_that_names_nothing_is_no_answer(world: World):
    new_candidate(world, name="Bo Påhitt")
    sheets = Sheets(world, CandidateRow(2, name="Bo Påhitt"))
    key = sheets.question("Bo Påhitt").key
    for token in ("candidate:99", "supplier:1", "candidate:x", "vad som helst", "candidate:+00"):
        sheets.answers = {key: token}
        assert sheets.question("Bo Påhitt").answer == "", token


def test_an_empty_batch_does_nothing(world: World):
    changes, preview = world.services.sheets.apply(SheetBatch(()))
    assert (bool(changes), preview.sheets) == (False, ())


def test_rows_of_a_left_out_candidate_wait(world: World):
    new_candidate(world, name="Ingrid Exempel")
    rows = (*ROWS[:6], CandidateRow(2, name="Ingrid Exempel", code="TK-07"), *ROWS[7:])
    sheets = Sheets(world, *(row for row in rows if row is not ROWS[5]))
    sheets.answer("Ingrid Exempel", "skip")
    preview = sheets.preview()
    assert codes(rows_of(preview, SheetKind.PLACEMENTS)[0]) == ["waits_for_row"]


_NAMES = ("Ingrid Exempel", "Exempel, Ingrid", "Ingrid Exemple", "Bo Påhitt", "Bo Påhit", "", "INGRID EXEMPEL")
_people = st.builds(
    CandidateRow,
    row=st.just(0),
    code=st.sampled_from(("", "", "A", "B", "KA-0001")),
    name=st.sampled_from(_NAMES),
    birth_year=st.sampled_from((None, 1990, 1991)),
    phone=st.sampled_from(("", "1", "2")),
    protected=st.sampled_from((None, False, True)),
)


@settings(max_examples=25, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(people=st.lists(_people, min_size=1, max_size=6), data=st.data())
def test_whatever_is_answered_the_same_sheet_again_changes_nothing(
    tmp_path: Path, people: list[CandidateRow], data: Any
):
    path = tmp_path / "prov.sup"
    path.unlink(missing_ok=True)
    world = build(path)
    try:
        new_candidate(world, name="Ingrid Exempel", birth_year=1990)
        rows = [replace(row, row=number) for number, row in enumerate(people, start=2)]
        sheets = Sheets(world, *rows)
        for _round in range(8):
            waiting = [one for one in sheets.questions() if not one.answer]
            if not waiting:
                break
            for question in waiting:
                tokens = ["new", "skip", *(choice.token for choice in question.choices)]
                sheets.answers[question.key] = data.draw(st.sampled_from(tokens))
        before = world.content()
        changes, preview = sheets.apply(skip_errors=True)
        made = sum(ref.entity is Entity.CANDIDATE for ref in changes.created)
        assert made == preview.count(RowState.NEW)
        again = Sheets(world, *rows).preview()
        written = {RowState.NEW: RowState.UNCHANGED, RowState.CHANGED: RowState.UNCHANGED}
        assert [row.state for row in again.sheets[0].rows] == [
            written.get(row.state, row.state) for row in preview.sheets[0].rows
        ]
        if changes.operation_id is not None:
            world.services.undo.undo(changes.operation_id)
        assert world.content() == before
    finally:
        world.services.close()


def test_the_plan_of_a_placement_is_part_of_the_operation(world: World):
    changes, _preview = Sheets(world, *ROWS).apply()
    planned = [ref for ref in changes.created if ref.entity is Entity.FOLLOW_UP]
    assert len(planned) == len(seen(world).plan) + len(seen(world, "P-0002").plan)
