"""Sheets of placements: what they refer to, what the register makes of them, their rhythm from today on, and what is warned of."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from socialupph.domain.changes import Entity
from socialupph.domain.clause_text import propose_requirements
from socialupph.domain.commands.placements import ChangeWorkingTime
from socialupph.domain.commands.register_sheets import CandidateRow, ContactCells, PlacementRow, SheetKind, SupplierRow
from socialupph.domain.commands.suppliers import ContactFields, SupplierFields
from socialupph.domain.follow_ups import FollowUpKind
from socialupph.domain.kinds import CandidateStatus, ContactRole, ReferenceList, SupplierKind
from socialupph.domain.placements import PlacementStatus
from socialupph.domain.views.imports import RowState
from socialupph.domain.views.register_sheets import Doubt
from tests.services.contract_world import World, build
from tests.services.sheet_world import (
    Sheets,
    codes,
    contract,
    listed,
    new_candidate,
    only,
    placed,
    rows_of,
    seen,
    states,
)

D = dt.date
PEOPLE = CandidateRow(2, code="TK-07", name="Ingrid Exempel", birth_year=1990)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = build(tmp_path / "prov.sup")
    made.new_supplier("Nya Bygg AB")
    made.contract(number="2026/1", title="Ombyggnad av skolan", diary_number="KS 2026/7", suppliers=(3,))
    yield made
    made.services.close()


def _plan(world: World, code: str = "P-0001") -> list[tuple[FollowUpKind, dt.date]]:
    return [(step.kind, step.due_on) for step in seen(world, code).plan]


def _wrong(world: World, row: PlacementRow) -> list[str]:
    preview = Sheets(world, PEOPLE, row).preview()
    (found,) = rows_of(preview, SheetKind.PLACEMENTS)
    return codes(found) if found.state is RowState.ERROR else []


# ---------------------------------------------------------------- what a row becomes


def test_a_running_placement_comes_with_all_its_row_says(world: World):
    row = placed(
        code="Plac 1",
        workplace="Norrtullsskolan",
        percent=Decimal(75),
        decision_reference="AF-2026 1",
        supervisor=ContactCells("Rut Låtsas", None, "070-174 06 05", "rut@nyabygg.example"),
        af_officer="Kerstin Påhittad",
        note="Samma schema",
    )
    _changes, preview = Sheets(world, PEOPLE, row).apply()
    assert states(preview) == {"candidates": "n", "placements": "n"}
    view = seen(world)
    assert (view.status, view.starts_on, view.planned_end_on) == (
        PlacementStatus.RUNNING,
        D(2026, 9, 1),
        D(2026, 12, 31),
    )
    assert [(one.from_on, one.percent) for one in view.working_times] == [(D(2026, 9, 1), Decimal(75))]
    assert (view.host, view.workplace, view.supervisor) == ("Nya Bygg AB", "Norrtullsskolan", "Rut Låtsas")
    assert (view.decision_reference, view.af_officer, view.note) == ("AF-2026 1", "Kerstin Påhittad", "Samma schema")
    (candidate,) = listed(world.services.candidates, "person")
    assert candidate.status is CandidateStatus.PLACED
    (contact,) = world.services.suppliers.view(3).contacts
    assert (contact.role, contact.phone, contact.email) == (
        ContactRole.SUPERVISOR,
        "070-174 06 05",
        "rut@nyabygg.example",
    )
    assert states(Sheets(world, PEOPLE, row).preview()) == {"candidates": "u", "placements": "u"}


def test_only_what_lies_ahead_is_planned(world: World):
    Sheets(world, PEOPLE, placed()).apply()
    assert _plan(world) == [
        (FollowUpKind.MONTHLY, D(2026, 10, 1)),
        (FollowUpKind.MONTHLY, D(2026, 11, 2)),
        (FollowUpKind.MONTHLY, D(2026, 12, 1)),
        (FollowUpKind.NEXT_STEP, D(2026, 12, 10)),
        (FollowUpKind.FINAL_MEETING, D(2026, 12, 30)),
        (FollowUpKind.AFTER_90_DAYS, D(2027, 3, 31)),
        (FollowUpKind.AFTER_6_MONTHS, D(2027, 6, 30)),
        (FollowUpKind.AFTER_12_MONTHS, D(2028, 1, 3)),
    ]
    assert not [
        row for row in world.services.today.deadlines() if row.is_overdue and row.target.entity is Entity.FOLLOW_UP
    ]


def test_a_placement_that_has_ended_gets_what_is_left_after_its_end(world: World):
    row = placed(
        starts_on=D(2026, 2, 1),
        planned_end_on=D(2026, 6, 30),
        ended_on=D(2026, 5, 15),
        end_reason="hoppade av",
        outcome="studier",
    )
    _changes, preview = Sheets(world, PEOPLE, row).apply()
    view = seen(world)
    assert (view.status, view.ended_on) == (PlacementStatus.INTERRUPTED, D(2026, 5, 15))
    assert (view.end_reason, view.at_end) == ("Avbruten av deltagaren", "Studier")
    assert _plan(world) == [
        (FollowUpKind.AFTER_6_MONTHS, D(2026, 11, 16)),
        (FollowUpKind.AFTER_12_MONTHS, D(2027, 5, 17)),
    ]
    (candidate,) = listed(world.services.candidates, "person")
    assert candidate.status is CandidateStatus.ACTIVE
    assert preview.questions == ()


def test_an_end_without_a_reason_becomes_unknown_and_says_so(world: World):
    row = placed(starts_on=D(2026, 2, 1), planned_end_on=D(2026, 6, 30), ended_on=D(2026, 6, 30))
    preview = Sheets(world, PEOPLE, row).preview()
    assert codes(rows_of(preview, SheetKind.PLACEMENTS)[0]) == ["warn_no_end_reason"]
    Sheets(world, PEOPLE, row).apply()
    assert (seen(world).status, seen(world).end_reason) == (PlacementStatus.ENDED, "Okänt")


def test_an_end_reason_tells_that_a_placement_with_a_past_day_has_ended(world: World):
    row = placed(starts_on=D(2026, 2, 1), planned_end_on=D(2026, 6, 30), end_reason="fick jobb")
    Sheets(world, PEOPLE, row).apply()
    assert (seen(world).ended_on, seen(world).status) == (D(2026, 6, 30), PlacementStatus.ENDED)
    ahead = placed(row=3, candidate="TK-07", starts_on=D(2026, 9, 1), end_reason="fick jobb")
    preview = Sheets(world, PEOPLE, ahead).preview()
    assert "warn_not_ended" in codes(rows_of(preview, SheetKind.PLACEMENTS)[0])


def test_those_the_supplier_recruited_need_a_statement(world: World):
    row = placed(candidate="", heads=2)
    told = only(Sheets(world, row).preview())
    assert (told.state, codes(told)) == (RowState.NEW, ["warn_no_statement"])
    stated = replace(row, statement="Intygat av Arbetsförmedlingen 2026-08-20")
    assert codes(only(Sheets(world, stated).preview())) == []
    Sheets(world, stated).apply()
    view = seen(world)
    assert (view.heads, view.target_group_statement) == (2, "Intygat av Arbetsförmedlingen 2026-08-20")


def test_the_same_row_twice_without_names_is_two_and_stays_two(world: World):
    sheets = Sheets(world, placed(candidate="", heads=1), placed(row=3, candidate="", heads=1))
    sheets.apply()
    assert world.services.placements.total() == 2
    assert states(Sheets(world, *sheets.rows).preview()) == {"placements": "uu"}


# ---------------------------------------------------------------- what it refers to


@pytest.mark.parametrize("word", ["TK-07", "tk-07", "Ingrid Exempel", "exempel, ingrid", "KA-0001", "19900307-2385"])
def test_the_candidate_is_found_by_code_number_or_name(world: World, word: str):
    Sheets(world, replace(PEOPLE, personal_number="199003072385")).apply()
    told = only(Sheets(world, placed(candidate=word)).preview())
    assert (told.state, told.errors) == (RowState.NEW, ())


@pytest.mark.parametrize("word", ["Ingrid E.", "Ingrid", "ingrid exemple"])
def test_a_part_of_a_name_and_a_slip_of_the_pen_are_asked(world: World, word: str):
    Sheets(
        world, PEOPLE, CandidateRow(3, name="Ingrid Låtsas", birth_year=1975), CandidateRow(4, name="Bo Exempel")
    ).apply()
    question = Sheets(world, placed(candidate=word, birth_year=1990)).question(word)
    assert (question.doubt, [one.code for one in question.choices]) == (Doubt.MAYBE, ["KA-0001"])
    assert Sheets(world, placed(candidate="Ingrid X.")).question("Ingrid X.").choices == ()


def test_the_personal_number_beside_tells_which_namesake(world: World):
    Sheets(
        world, replace(PEOPLE, code="1", personal_number="199003072385"), CandidateRow(3, "2", "Ingrid Exempel", 1975)
    ).apply()
    assert Sheets(world, placed()).question("Ingrid Exempel").doubt is Doubt.SEVERAL
    assert only(Sheets(world, placed(personal_number="199003072385")).preview()).state is RowState.NEW
    Sheets(world, placed(candidate="Ingrid Exempel", birth_year=1975)).apply()
    assert seen(world).candidate_code == "KA-0002"


def test_a_later_sheet_finds_the_rows_of_an_earlier_one(world: World):
    rows = (
        placed(candidate="TK-07", contract="2026/9", host="Allra Nyaste AB", supervisor=ContactCells("Rut Låtsas")),
        contract("2026/9", "Allra Nyaste AB"),
        PEOPLE,
        SupplierRow(2, name="Allra Nyaste AB", contacts=(ContactCells("Rut Låtsas", ContactRole.SUPERVISOR),)),
    )
    _changes, preview = Sheets(world, *rows).apply()
    assert states(preview) == {"suppliers": "n", "contracts": "n", "candidates": "n", "placements": "n"}
    assert [sheet.kind.value for sheet in preview.sheets] == ["suppliers", "contracts", "candidates", "placements"]
    view = seen(world)
    assert (view.host, view.supervisor, view.contract_code) == ("Allra Nyaste AB", "Rut Låtsas", "K-2026-002")
    assert states(Sheets(world, *rows).preview()) == dict.fromkeys(states(preview), "u")


@pytest.mark.parametrize("word", ["2026/1", "K-2026-001", "k-2026-001", "KS 2026/7", "2026 / 1"])
def test_a_contract_is_found_by_number_code_or_diarienummer(world: World, word: str):
    assert states(Sheets(world, PEOPLE, placed(contract=word)).preview())["placements"] == "n"


@pytest.mark.parametrize("word", ["Ombyggnad av skolan", "ombyggnad av skola"])
def test_a_contract_is_never_taken_by_its_title_unasked(world: World, word: str):
    sheets = Sheets(world, PEOPLE, placed(contract=word))
    question = sheets.question(word)
    assert (question.asked, question.doubt, question.may_be_new) == (Entity.CONTRACT, Doubt.MAYBE, False)
    assert [(one.code, one.label, one.detail) for one in question.choices] == [
        ("K-2026-001", "Ombyggnad av skolan", "2026/1")
    ]
    sheets.answer(word, "K-2026-001").apply()
    assert seen(world).contract_code == "K-2026-001"
    assert states(Sheets(world, *sheets.rows).preview())["placements"] == "u"


def test_a_contract_nobody_knows_is_asked_among_those_there_are(world: World):
    world.contract(number="2026/2", title="Städning", suppliers=(world.other,))
    question = Sheets(world, PEOPLE, placed(contract="2025/99")).question("2025/99")
    assert (question.doubt, [one.code for one in question.choices]) == (Doubt.NOTHING, ["K-2026-001", "K-2026-002"])


def test_the_host_is_the_contracts_only_supplier_and_that_is_said(world: World):
    told = rows_of(Sheets(world, PEOPLE, placed(host="")).preview(), SheetKind.PLACEMENTS)[0]
    assert (told.state, codes(told)) == (RowState.NEW, ["warn_host_of_contract"])
    assert told.warnings[0].facts == {"value": "Nya Bygg AB", "contract": "2026/1"}


def test_of_several_suppliers_it_is_asked_who_is_host(world: World):
    world.contract(number="2026/2", suppliers=(world.supplier, world.other))
    sheets = Sheets(world, PEOPLE, placed(contract="2026/2", host=""))
    question = sheets.question("2026/2")
    assert (question.asked, question.doubt) == (Entity.SUPPLIER, Doubt.SEVERAL)
    sheets.answer("2026/2", "Åsa Städ AB").apply()
    assert seen(world).host == "Åsa Städ AB"


def test_the_contract_is_the_hosts_only_one_and_that_is_said(world: World):
    told = rows_of(Sheets(world, PEOPLE, placed(contract="")).preview(), SheetKind.PLACEMENTS)[0]
    assert (told.state, codes(told)) == (RowState.NEW, ["warn_contract_of_host"])
    world.contract(number="2026/2", suppliers=(3,))
    sheets = Sheets(world, PEOPLE, placed(contract=""))
    question = sheets.question("Nya Bygg AB")
    assert (question.asked, question.doubt, len(question.choices)) == (Entity.CONTRACT, Doubt.SEVERAL, 2)


def test_a_host_nobody_knows_can_be_a_new_supplier(world: World):
    rows = [
        PEOPLE,
        placed(host="Underleverantören AB"),
        placed(row=3, candidate="Bo Låtsas", host="Underleverantören AB"),
    ]
    sheets = Sheets(world, *rows)
    question = sheets.question("Underleverantören AB")
    assert (question.asked, question.doubt, question.may_be_new) == (Entity.SUPPLIER, Doubt.NOTHING, True)
    assert question.rows == (("placements.xlsx", 2), ("placements.xlsx", 3))
    sheets.answer("Underleverantören AB", "new").answer("Bo Låtsas", "new").apply()
    assert {row.host for row in listed(world.services.placements)} == {"Underleverantören AB"}
    assert world.services.suppliers.total() == 4
    assert states(Sheets(world, *rows).preview()) == {"candidates": "u", "placements": "uu"}


def test_a_candidate_nobody_knows_can_be_made_from_the_row(world: World):
    sheets = Sheets(world, placed(candidate="Bo Låtsas", birth_year=1980))
    assert sheets.question("Bo Låtsas").doubt is Doubt.NOTHING
    sheets.answer("Bo Låtsas", "new").apply()
    (row,) = listed(world.services.candidates, "person")
    view = world.services.candidates.view(row.id)
    assert (view.name, view.birth_year, view.status) == ("Bo Låtsas", 1980, CandidateStatus.PLACED)


def test_a_row_whose_candidate_cannot_be_taken_in_waits_for_it(world: World):
    wrong = replace(PEOPLE, birth_year=1800)
    preview = Sheets(world, wrong, placed(candidate="TK-07")).preview()
    (told,) = rows_of(preview, SheetKind.PLACEMENTS)
    assert codes(told) == ["waits_for_row"]
    assert told.errors[0].facts == {"value": "TK-07", "sheet": "candidates.xlsx", "first": "2"}
    assert preview.questions == (), "nobody is asked who TK-07 is"


def test_a_workplace_is_made_once_and_found_again(world: World):
    rows = [PEOPLE, placed(workplace="Skolan"), placed(row=3, candidate="", heads=1, workplace="SKOLAN")]
    Sheets(world, *rows).apply()
    assert [one.name for one in world.services.suppliers.view(3).workplaces] == ["Skolan"]


def test_a_supervisor_who_looks_like_a_contact_is_asked(world: World):
    world.services.suppliers.register_contact(ContactFields(3, "Rut Exempel", ContactRole.SUPERVISOR, phone="1"))
    sheets = Sheets(world, PEOPLE, placed(supervisor=ContactCells("Ruth Exempel", phone="2", email="rut@x.example")))
    assert sheets.question("Ruth Exempel").asked is Entity.CONTACT
    sheets.answer("Ruth Exempel", "Rut Exempel").apply()
    (contact,) = world.services.suppliers.view(3).contacts
    assert (contact.phone, contact.email) == ("1", "rut@x.example"), "only what was empty is filled"


# ---------------------------------------------------------------- words and requirements


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("Arbetspraktik", "work_practice"),
        ("work_practice", "work_practice"),
        ("AP", "work_practice"),
        ("nystart", "new_start_job"),
        ("OSA", "sheltered_public_work"),
        ("vanlig anställning", "ordinary_employment"),
    ],
)
def test_a_form_is_known_by_label_key_or_what_people_say(world: World, word: str, key: str):
    preview = Sheets(world, PEOPLE, placed(form=word)).preview()
    assert (states(preview)["placements"], preview.questions) == ("n", ())
    Sheets(world, PEOPLE, placed(form=word)).apply()
    assert seen(world).form == world.services.reference.by_key(ReferenceList.PLACEMENT_FORM, key).label


@pytest.mark.parametrize(
    ("word", "doubt"), [("Praktik", Doubt.NOTHING), ("Lönebidrag", Doubt.NOTHING), ("Arbetspraktikk", Doubt.MAYBE)]
)
def test_a_word_that_could_be_several_is_asked_and_remembered(world: World, word: str, doubt: Doubt):
    sheets = Sheets(world, PEOPLE, placed(form=word))
    question = sheets.question(word)
    assert (question.asked, question.doubt, question.may_be_new, question.may_be_empty) == (
        Entity.REFERENCE,
        doubt,
        False,
        False,
    )
    assert question.key.startswith("reference:placement_form:")
    assert len(question.choices) == 27
    sheets.answer(word, "municipal_internship").apply()
    assert seen(world).form == "Kommunal praktik"
    assert states(Sheets(world, *sheets.rows).preview())["placements"] == "u"


def test_placements_without_a_form_are_asked_about_together(world: World):
    sheets = Sheets(world, PEOPLE, placed(form=""), placed(row=3, candidate="", heads=1, form=""))
    (question,) = sheets.questions()
    assert len(question.rows) == 2
    sheets.answer(question.word, "work_practice").apply()
    assert {row.form for row in listed(world.services.placements)} == {"Arbetspraktik"}


def test_a_reason_nobody_understands_may_be_left_out(world: World):
    row = placed(starts_on=D(2026, 2, 1), planned_end_on=D(2026, 6, 30), ended_on=D(2026, 6, 30), end_reason="Övrigt 7")
    sheets = Sheets(world, PEOPLE, row)
    assert sheets.question("Övrigt 7").may_be_empty
    sheets.answer("Övrigt 7", "skip").apply()
    assert seen(world).end_reason == "Okänt"
    assert states(Sheets(world, *sheets.rows).preview())["placements"] == "u"


def test_it_counts_towards_the_only_requirement_that_fits(world: World):
    world.requirement(1, type_id=world.type("employment"))
    number = world.requirement(1, type_id=world.type("internship"))
    world.requirement(1, type_id=world.type("dialogue"), unit=None, volume=None)
    Sheets(world, PEOPLE, placed()).apply()
    assert seen(world).requirement_code == world.requirement_view(number).code


@pytest.mark.parametrize("word", ["K-2026-001/2", "2", "praktik", "2026/1/2"])
def test_a_requirement_is_known_by_code_number_or_type(world: World, word: str):
    world.requirement(1, type_id=world.type("internship"))
    world.requirement(1, type_id=world.type("internship"))
    if word == "praktik":
        assert Sheets(world, PEOPLE, placed(requirement=word)).question(word).doubt is Doubt.SEVERAL
        return
    Sheets(world, PEOPLE, placed(requirement=word)).apply()
    assert seen(world).requirement_code == "K-2026-001/2"


def test_where_several_fit_it_is_asked_once_and_may_be_left_empty(world: World):
    for _number in range(2):
        world.requirement(1, type_id=world.type("internship"))
    sheets = Sheets(world, PEOPLE, placed(), placed(row=3, candidate="", heads=1))
    question = sheets.question("2026/1")
    assert (question.asked, question.may_be_empty, len(question.rows)) == (Entity.REQUIREMENT, True, 2)
    assert [one.code for one in question.choices] == ["K-2026-001/1", "K-2026-001/2"]
    sheets.answer("2026/1", "skip").apply()
    assert [row.requirement_code for row in listed(world.services.placements)] == ["", ""]
    assert states(Sheets(world, *sheets.rows).preview())["placements"] == "uu"


def test_the_requirement_of_a_contract_list_of_the_same_batch_is_found(world: World):
    text = "4 praktikplatser"
    rows = [
        contract("2026/9", "Nya Bygg AB", requirements=propose_requirements(text), requirement_text=text),
        PEOPLE,
        placed(contract="2026/9"),
    ]
    Sheets(world, *rows).apply()
    assert seen(world).requirement_code == f"{seen(world).contract_code}/1"


# ---------------------------------------------------------------- the same again, and changes


def test_changes_are_shown_before_and_after_and_the_plan_moves(world: World):
    Sheets(world, PEOPLE, placed(code="Plac 1")).apply()
    row = placed(
        code="Plac 1",
        planned_end_on=D(2027, 1, 29),
        percent=Decimal(50),
        form="Nystartsjobb",
        workplace="Skolan",
        af_officer="Kerstin",
    )
    sheets = Sheets(world, PEOPLE, row)
    (told,) = rows_of(sheets.preview(), SheetKind.PLACEMENTS)
    assert told.changes == {
        "workplace": ("", "Skolan"),
        "form": ("Arbetspraktik", "Nystartsjobb"),
        "planned_end_on": ("2026-12-31", "2027-01-29"),
        "af_officer": ("", "Kerstin"),
        "percent": ("100", "50"),
    }
    before = world.content()
    changes, _preview = sheets.apply()
    assert _plan(world)[-5:] == [
        (FollowUpKind.NEXT_STEP, D(2027, 1, 8)),
        (FollowUpKind.FINAL_MEETING, D(2027, 1, 29)),
        (FollowUpKind.AFTER_90_DAYS, D(2027, 4, 29)),
        (FollowUpKind.AFTER_6_MONTHS, D(2027, 7, 29)),
        (FollowUpKind.AFTER_12_MONTHS, D(2028, 1, 31)),
    ]
    assert [one.percent for one in seen(world).working_times] == [Decimal(50)]
    assert changes.operation_id is not None
    world.services.undo.undo(changes.operation_id)
    assert world.content() == before


def test_a_shorter_placement_loses_what_lies_behind_its_end(world: World):
    Sheets(world, PEOPLE, placed(code="1")).apply()
    Sheets(world, PEOPLE, placed(code="1", planned_end_on=D(2026, 10, 30))).apply()
    assert [due for _kind, due in _plan(world)][:3] == [D(2026, 10, 1), D(2026, 10, 9), D(2026, 10, 30)]
    assert all(
        due <= D(2026, 10, 30) or kind not in (FollowUpKind.MONTHLY, FollowUpKind.NEXT_STEP)
        for kind, due in _plan(world)
    )


def test_a_placement_without_a_code_is_known_by_person_host_and_first_day(world: World):
    Sheets(world, PEOPLE, placed()).apply()
    again = Sheets(world, PEOPLE, placed(row=9, candidate="TK-07", planned_end_on=D(2027, 1, 29)))
    (told,) = rows_of(again.preview(), SheetKind.PLACEMENTS)
    assert (told.code, told.state) == ("P-0001", RowState.CHANGED)


def test_another_first_day_at_the_same_time_and_place_is_asked(world: World):
    Sheets(world, PEOPLE, placed()).apply()
    sheets = Sheets(world, PEOPLE, placed(starts_on=D(2026, 9, 8)))
    (question,) = sheets.questions()
    assert (question.asked, question.doubt, question.may_be_new) == (Entity.PLACEMENT, Doubt.MAYBE, True)
    assert [(one.code, one.label, one.detail) for one in question.choices] == [("P-0001", "Nya Bygg AB", "2026-09-01")]
    new = Sheets(world, *sheets.rows).answer(question.word, "new")
    assert states(new.preview())["placements"] == "n"
    sheets.answer(question.word, "P-0001").apply()
    view = seen(world)
    assert (view.starts_on, view.working_times[0].from_on) == (D(2026, 9, 8), D(2026, 9, 8))
    assert states(Sheets(world, *sheets.rows).preview())["placements"] == "u"


def test_the_same_placement_twice_belongs_to_the_first_row(world: World):
    preview = Sheets(world, PEOPLE, placed(), placed(row=3)).preview()
    assert codes(rows_of(preview, SheetKind.PLACEMENTS)[1]) == ["placement_twice"]
    preview = Sheets(world, PEOPLE, placed(code="1"), placed(row=3, code="1", starts_on=D(2026, 9, 2))).preview()
    assert codes(rows_of(preview, SheetKind.PLACEMENTS)[1]) == ["placement_twice"]


def test_a_void_placement_is_left_as_it_is(world: World):
    Sheets(world, PEOPLE, placed(code="1")).apply()
    view = seen(world)
    world.services.placements.void(view.id, view.version, "Fel")
    (told,) = rows_of(Sheets(world, PEOPLE, placed(code="P-0001")).preview(), SheetKind.PLACEMENTS)
    assert (told.state, told.voided) == (RowState.UNCHANGED, True)


# ---------------------------------------------------------------- rules


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"candidate": ""}, ["placement_nobody"]),
        ({"candidate": "", "heads": 0}, ["placement_heads"]),
        ({"heads": 3}, ["placement_both"]),
        ({"host": "", "contract": ""}, ["placement_no_contract"]),
        ({"host": "Åsa Städ AB", "contract": ""}, ["placement_no_contract"]),
        ({"starts_on": None}, ["placement_no_start"]),
        ({"planned_end_on": None}, ["placement_no_end"]),
        ({"planned_end_on": D(2026, 8, 1)}, ["end_before_start"]),
        ({"ended_on": D(2026, 8, 1)}, ["end_before_start"]),
        ({"percent": Decimal(0)}, ["percent"]),
        ({"percent": Decimal(101)}, ["percent"]),
        ({"host_org_number": "556000-0168"}, ["org_check_digit"]),
    ],
)
def test_what_cannot_be_is_told_by_row(world: World, changes: dict[str, Any], expected: list[str]):
    assert _wrong(world, replace(placed(), **changes)) == expected


def test_an_end_before_the_start_that_the_register_has_is_told(world: World):
    Sheets(world, PEOPLE, placed(code="1")).apply()
    assert _wrong(world, PlacementRow(2, code="1", planned_end_on=D(2026, 8, 1))) == ["end_before_start"]
    assert _wrong(world, PlacementRow(2, code="1", planned_end_on=D(2026, 10, 1))) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"percent": None}, "warn_no_percent"),
        ({"planned_end_on": D(2027, 9, 1)}, "warn_longer_than_form"),
        ({"form": "Extratjänst"}, "warn_form_ended"),
        ({"form": "Etableringsjobb", "starts_on": D(2023, 9, 1)}, "warn_form_not_yet"),
        ({"form": "OSA"}, "warn_public_host_only"),
        ({"supervisor": ContactCells("Rut Låtsas")}, "warn_supervisor_without_course"),
    ],
)
def test_what_is_only_worth_a_warning_stops_nothing(world: World, changes: dict[str, Any], expected: str):
    (told,) = rows_of(Sheets(world, PEOPLE, replace(placed(), **changes)).preview(), SheetKind.PLACEMENTS)
    assert told.state is RowState.NEW
    assert expected in codes(told)


def test_an_overlap_is_warned_of_within_the_sheet_and_with_the_register(world: World):
    rows = [PEOPLE, placed(), placed(row=3, host="Åsa Städ AB", starts_on=D(2026, 9, 8))]
    (_first, second) = rows_of(Sheets(world, *rows).preview(), SheetKind.PLACEMENTS)
    assert codes(second) == ["warn_overlap_row"]
    assert second.warnings[0].facts["first"] == "2"
    Sheets(world, *rows[:2]).apply()
    (told,) = rows_of(Sheets(world, PEOPLE, rows[2]).preview(), SheetKind.PLACEMENTS)
    assert (codes(told), told.warnings[0].facts["code"]) == (["warn_overlap"], "P-0001")


def test_several_working_times_in_the_register_are_left_alone(world: World):
    Sheets(world, PEOPLE, placed(code="1")).apply()
    view = seen(world)
    world.services.placements.change_working_time(ChangeWorkingTime(view.id, view.version, D(2026, 10, 1), Decimal(50)))
    (told,) = rows_of(Sheets(world, PEOPLE, placed(code="1", percent=Decimal(75))).preview(), SheetKind.PLACEMENTS)
    assert (told.state, codes(told)) == (RowState.UNCHANGED, ["warn_working_times"])
    (told,) = rows_of(Sheets(world, PEOPLE, placed(code="1", percent=Decimal(50))).preview(), SheetKind.PLACEMENTS)
    assert codes(told) == []


def test_the_forms_public_host_rule_knows_a_public_supplier(world: World):
    supplier = world.services.suppliers.view(world.other)
    world.services.suppliers.edit(
        world.other, supplier.version, SupplierFields("Åsa Städ AB", kind=SupplierKind.PUBLIC)
    )
    (told,) = rows_of(Sheets(world, PEOPLE, placed(form="OSA", host="Åsa Städ AB")).preview(), SheetKind.PLACEMENTS)
    assert codes(told) == []


def test_the_plan_moves_july_to_august_where_the_house_says_so(world: World):
    settings = world.services.settings.load()
    world.services.settings.save(replace(settings, july_to_august=True))
    Sheets(world, PEOPLE, placed(planned_end_on=D(2027, 8, 31), form="Nystartsjobb")).apply()
    assert not [due for _kind, due in _plan(world) if due.month == 7]


def test_candidates_that_are_closed_stay_closed(world: World):
    number = new_candidate(world, name="Bo Låtsas")
    world.services.candidates.close(number, 1)
    Sheets(world, placed(candidate="Bo Låtsas")).apply()
    assert world.services.candidates.view(number).status is CandidateStatus.CLOSED
