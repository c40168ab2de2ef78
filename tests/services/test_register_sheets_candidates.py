"""Sheets of candidates: a name is never proof, a protected person is told by code alone, and nothing is merged unasked."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select

from socialupph.domain.changes import Entity
from socialupph.domain.commands.register_sheets import CandidateRow, SheetKind
from socialupph.domain.kinds import CandidateStatus, Referrer, SecrecyBasis, Sex
from socialupph.domain.views.imports import RowState
from socialupph.domain.views.register_sheets import Doubt
from socialupph.persistence.records import AuditRecord, CandidateRecord, ImportReferenceRecord
from tests.services.contract_world import World, build
from tests.services.sheet_world import Sheets, codes, listed, new_candidate, only, placed, rows_of, states

D = dt.date


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = build(tmp_path / "prov.sup")
    yield made
    made.services.close()


def _count(world: World) -> int:
    return world.services.candidates.total()


def _logged(world: World) -> list[str]:
    with world.services._context.database.read() as session:
        found = session.scalars(select(AuditRecord).order_by(AuditRecord.id))
        return [one.subject for one in found if one.kind.value == "viewed_protected"]


def test_a_candidate_comes_with_all_its_row_says(world: World):
    row = CandidateRow(
        2,
        code="TK-07",
        name="Ingrid Exempel",
        personal_number="199003072385",
        sex=Sex.WOMAN,
        phone="070-174 06 05",
        email="Ingrid@Pahitt.Example",
        referrer=Referrer.MUNICIPALITY,
        referring_officer="Petra Låtsas",
        available_from=D(2026, 9, 1),
        extent_percent=Decimal("33.333"),
        wished_occupations="Lokalvård; Lager\nKök",
        note="Helst förmiddag",
    )
    _changes, preview = Sheets(world, row).apply()
    told = only(preview)
    assert (told.state, told.code, told.title, told.changes) == (RowState.NEW, "KA-0001", "Ingrid Exempel", {})
    (listed_row,) = listed(world.services.candidates, "person")
    view = world.services.candidates.view(listed_row.id)
    fields = view
    assert (fields.name, fields.birth_year, fields.personal_number) == ("Ingrid Exempel", 1990, "199003072385")
    assert (fields.sex, fields.referrer, fields.email) == (Sex.WOMAN, Referrer.MUNICIPALITY, "Ingrid@pahitt.example")
    assert (fields.extent_percent, fields.wished_occupations) == (Decimal("33.33"), "Lokalvård, Lager, Kök")
    assert fields.secrecy_basis is SecrecyBasis.OSL_26_1
    assert view.status is CandidateStatus.ACTIVE


def test_the_sheets_own_code_is_remembered(world: World):
    Sheets(world, CandidateRow(2, code="TK-07", name="Ingrid Exempel")).apply()
    changed = Sheets(world, CandidateRow(5, code="tk-07", name="Ingrid Exempel", phone="1"))
    assert (only(changed.preview()).code, only(changed.preview()).changes) == ("KA-0001", {"phone": ("", "1")})
    corrected = Sheets(world, CandidateRow(5, code="TK-07", name="Ingrid Exempell"))
    assert only(corrected.preview()).changes == {"name": ("Ingrid Exempel", "Ingrid Exempell")}
    assert _count(world) == 1


def test_a_code_that_is_used_for_somebody_else_is_asked(world: World):
    Sheets(world, CandidateRow(2, code="7", name="Ingrid Exempel")).apply()
    sheets = Sheets(world, CandidateRow(2, code="7", name="Bo Låtsas"))
    question = sheets.question("Bo Låtsas")
    assert (question.doubt, [one.code for one in question.choices]) == (Doubt.MAYBE, ["KA-0001"])
    sheets.answer("Bo Låtsas", "new").apply()
    assert _count(world) == 2
    assert (only(Sheets(world, *sheets.rows).preview()).code, Sheets(world, *sheets.rows).questions()) == (
        "KA-0002",
        (),
    )


def test_our_own_code_finds_the_candidate(world: World):
    new_candidate(world, name="Ingrid Exempel")
    assert only(Sheets(world, CandidateRow(2, code="ka-0001", phone="1")).preview()).changes == {"phone": ("", "1")}
    assert (
        Sheets(world, CandidateRow(2, code="KA-0001", name="Bo Låtsas")).question("Bo Låtsas").choices[0].code
        == "KA-0001"
    )


@pytest.mark.parametrize("written", ["19900307-2385", "900307-2385", "199003072385"])
def test_a_personal_number_is_proof_however_it_is_written(world: World, written: str):
    new_candidate(world, name="Ingrid Exempel", personal_number=written)
    row = CandidateRow(2, name="Ingrid Låtsas", personal_number="199003072385")
    told = only(Sheets(world, row).preview())
    assert (told.state, told.code, told.changes["name"]) == (
        RowState.CHANGED,
        "KA-0001",
        ("Ingrid Exempel", "Ingrid Låtsas"),
    )


@pytest.mark.parametrize(
    ("name", "year", "asked"),
    [
        ("Ingrid Exempel", None, True),
        ("EXEMPEL, Ingrid", None, True),
        ("Ingrid Exempel", 1990, True),
        ("Ingrid Exempel", 1991, False),
        ("Ingrid Exemple", 1990, True),
        ("Ingrid Exemple", 1991, False),
        ("Ingrid Exemple", None, False),
        ("Bo Exempel", 1990, False),
    ],
)
def test_the_same_name_is_asked_and_so_is_one_that_looks_alike_with_the_same_birth_year(
    world: World, name: str, year: int | None, asked: bool
):
    new_candidate(world, name="Ingrid Exempel", birth_year=1990)
    sheets = Sheets(world, CandidateRow(2, name=name, birth_year=year))
    if not asked:
        assert (states(sheets.preview()), sheets.questions()) == ({"candidates": "n"}, ())
        return
    question = sheets.question(name)
    assert (question.asked, question.doubt, question.may_be_new) == (Entity.CANDIDATE, Doubt.MAYBE, True)
    assert [(one.code, one.label, one.detail) for one in question.choices] == [("KA-0001", "", "1990")]
    assert codes(only(sheets.preview())) == ["ask"]
    new = Sheets(world, *sheets.rows).answer(name, "new")
    _changes, preview = new.apply()
    assert only(preview).code == "KA-0002"
    assert states(Sheets(world, *sheets.rows).preview()) == {"candidates": "u"}, "the answer is remembered"


def test_answered_as_the_same_the_register_keeps_its_name(world: World):
    new_candidate(world, name="Ingrid Exempel", birth_year=1990)
    sheets = Sheets(world, CandidateRow(2, name="Ingrid Exemple", birth_year=1990, phone="1"))
    sheets.answer("Ingrid Exemple", "KA-0001").apply()
    assert _count(world) == 1
    (row,) = listed(world.services.candidates, "person")
    assert world.services.candidates.view(row.id).name == "Ingrid Exempel"
    assert states(Sheets(world, *sheets.rows).preview()) == {"candidates": "u"}


def test_two_rows_that_may_be_one_person_are_asked(world: World):
    rows = [CandidateRow(2, name="Ingrid Exempel"), CandidateRow(3, name="Ingrid Exempel", phone="1")]
    sheets = Sheets(world, *rows)
    question = sheets.question("Ingrid Exempel")
    assert question.rows == (("candidates.xlsx", 3),)
    assert [(one.code, one.place) for one in question.choices] == [("", ("candidates.xlsx", 2))]
    one = Sheets(world, *rows)
    one.answers[question.key] = question.choices[0].token
    assert states(one.preview()) == {"candidates": "nc"}
    two = Sheets(world, *rows)
    two.answers[question.key] = "new"
    two.apply()
    assert _count(world) == 2
    again = Sheets(world, *rows)
    assert [row.code for row in rows_of(again.preview(), SheetKind.CANDIDATES)] == ["KA-0001", "KA-0002"]
    assert states(again.preview()) == {"candidates": "uu"}


def test_namesakes_with_their_own_birth_years_are_two(world: World):
    rows = [
        CandidateRow(2, name="Ingrid Exempel", birth_year=1990),
        CandidateRow(3, name="Ingrid Exempel", birth_year=1975),
    ]
    Sheets(world, *rows).apply()
    assert states(Sheets(world, *rows).preview()) == {"candidates": "uu"}
    assert _count(world) == 2


def test_skipped_rows_are_left_out_and_stay_so(world: World):
    new_candidate(world, name="Ingrid Exempel")
    sheets = Sheets(world, CandidateRow(2, name="Ingrid Exempel"), CandidateRow(3, name="Bo Låtsas"))
    sheets.answer("Ingrid Exempel", "skip")
    _changes, preview = sheets.apply()
    assert states(preview) == {"candidates": "n"}
    assert [(one.row, one.reason.value) for one in preview.sheets[0].left_out] == [(2, "answer")]
    again = Sheets(world, *sheets.rows)
    assert states(again.preview()) == {"candidates": "u"}
    assert again.question("Ingrid Exempel").answer == "skip"
    again.answers[again.question("Ingrid Exempel").key] = ""
    assert states(again.preview()) == {"candidates": "eu"}, "an empty answer takes the remembered one back"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (CandidateRow(2), ["candidate_nobody"]),
        (CandidateRow(2, name="Bo", birth_year=1850), ["birth_year_impossible"]),
        (CandidateRow(2, name="Bo", birth_year=2020), ["birth_year_impossible"]),
        (CandidateRow(2, name="Bo", email="bo"), ["email"]),
        (CandidateRow(2, name="Bo", extent_percent=Decimal(140)), ["percent"]),
        (CandidateRow(2, code="KA-0001", personal_number="199003072385"), ["candidate_two"]),
    ],
)
def test_what_cannot_be_is_told_by_row(world: World, row: CandidateRow, expected: list[str]):
    new_candidate(world)
    new_candidate(world, personal_number="19900307-2385")
    assert codes(only(Sheets(world, row).preview())) == expected


def test_a_code_that_stands_twice_belongs_to_the_first_row(world: World):
    preview = Sheets(world, CandidateRow(2, code="7", name="Bo"), CandidateRow(3, code="7", name="Bo")).preview()
    assert states(preview) == {"candidates": "ne"}
    assert rows_of(preview, SheetKind.CANDIDATES)[1].errors[0].facts == {
        "value": "7",
        "first": "2",
        "sheet": "candidates.xlsx",
    }


def test_a_void_candidate_is_left_as_it_is(world: World):
    number = new_candidate(world, name="Ingrid Exempel")
    world.services.candidates.void(number, 1, "Dubblett")
    told = only(Sheets(world, CandidateRow(2, code="KA-0001", phone="1")).preview())
    assert (told.state, told.voided) == (RowState.UNCHANGED, True)
    assert only(Sheets(world, CandidateRow(2, name="Ingrid Exempel")).preview()).state is RowState.NEW


# ---------------------------------------------------------------- protected people


@pytest.fixture
def protected(world: World) -> int:
    return new_candidate(world, name="Ingrid Exempel", birth_year=1990, phone="070-1", protected=True)


def test_a_protected_persons_name_is_asked_and_tells_a_code_as_anybody_elses(world: World, protected: int):
    new_candidate(world, name="Ingrid Exempel")
    sheets = Sheets(world, CandidateRow(2, name="Ingrid Exempel"))
    question = sheets.question("Ingrid Exempel")
    assert [(one.code, one.label, one.detail) for one in question.choices] == [("KA-0001", "", ""), ("KA-0002", "", "")]
    assert _logged(world) == ["KA-0001"], "that somebody protected was offered is logged, once a day"


def test_what_the_register_holds_of_a_protected_person_is_not_told(world: World, protected: int):
    sheets = Sheets(world, CandidateRow(2, name="Ingrid Exempel", phone="070-2", birth_year=1990))
    told = only(sheets.answer("Ingrid Exempel", "KA-0001").preview())
    assert (told.code, told.title, told.changes) == ("KA-0001", "", {"phone": ("", "")})
    sheets.apply()
    assert world.services.search.find("Ingrid") == ()
    assert world.services.candidates.view(protected).phone == "070-2"


def test_a_sheet_gives_protection_and_never_takes_it_away(world: World, protected: int):
    Sheets(world, CandidateRow(2, code="KA-0001", protected=False)).apply()
    assert world.services.candidates.view(protected).protected
    new_candidate(world, name="Bo Låtsas")
    assert world.services.search.find("Bo") != ()
    sheets = Sheets(
        world, CandidateRow(2, code="KA-0002", protected=True), CandidateRow(3, code="X-1", name="Rut", protected=True)
    )
    _changes, preview = sheets.apply()
    assert [(row.code, row.title) for row in rows_of(preview, SheetKind.CANDIDATES)] == [
        ("KA-0002", ""),
        ("KA-0003", "X-1"),
    ]
    assert world.services.search.find("Bo") == ()
    assert world.services.search.find("Rut") == ()


def test_a_reference_by_a_protected_persons_name_is_asked_too(world: World, protected: int):
    world.contract(number="2026/1")
    sheets = Sheets(world, placed(candidate="Ingrid Exempel", host="Åsa Städ AB"))
    question = sheets.question("Ingrid Exempel")
    assert (question.doubt, [(one.code, one.detail) for one in question.choices]) == (Doubt.MAYBE, [("KA-0001", "")])
    sheets.answer("Ingrid Exempel", "KA-0001")
    told = only(sheets.preview())
    assert (told.state, told.title) == (RowState.NEW, "")
    sheets.apply()
    moved = Sheets(world, placed(candidate="Ingrid Exempel", host="Åsa Städ AB", workplace="Hemliga gatan"))
    assert only(moved.preview()).changes == {"workplace": ("", "")}


# ---------------------------------------------------------------- what is remembered


def test_words_are_remembered_as_digests(world: World):
    Sheets(world, CandidateRow(2, code="TK-07", name="Ingrid Exempel")).apply()
    with world.services._context.database.read() as session:
        (kept,) = session.scalars(select(ImportReferenceRecord))
    assert (kept.asked, kept.record_id) == (Entity.CANDIDATE, 1)
    assert len(kept.word) == 64
    assert "tk-07" not in kept.word


def test_a_remembered_word_follows_its_record_when_that_turns_out_to_be_another(world: World):
    Sheets(world, CandidateRow(2, code="TK-07", name="Ingrid Exempel")).apply()
    new_candidate(world, name="Ingrid Exempel")
    with world.services._context.database.write("prov") as work:
        record = work.session.get_one(CandidateRecord, 1)
        record.merged_into_id, record.voided_on, record.void_reason = 2, D(2026, 9, 1), "Samma"
    told = only(Sheets(world, CandidateRow(2, code="TK-07", name="Ingrid Exempel", phone="1")).preview())
    assert (told.code, told.state) == ("KA-0002", RowState.CHANGED)


def test_a_remembered_word_whose_record_is_gone_is_asked_again(world: World):
    first = new_candidate(world, name="Ingrid Exempel")
    sheets = Sheets(world, CandidateRow(2, name="Ingrid Exempel"))
    sheets.answer("Ingrid Exempel", "KA-0001").apply()
    assert Sheets(world, *sheets.rows).questions() == ()
    world.services.candidates.void(first, 1, "Fel")
    assert only(Sheets(world, *sheets.rows).preview()).state is RowState.NEW
