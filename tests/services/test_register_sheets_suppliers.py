"""Sheets of suppliers with contacts and workplaces: who they are, what is asked, what changes."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from socialupph.domain.changes import Entity
from socialupph.domain.commands.register_sheets import ContactCells, SheetBatch, SheetKind, SheetRows, SupplierRow
from socialupph.domain.commands.suppliers import ContactFields
from socialupph.domain.kinds import ContactRole, SizeClass, SupplierKind
from socialupph.domain.queries import ListQuery
from socialupph.domain.views.imports import RowState
from socialupph.domain.views.register_sheets import Doubt
from socialupph.domain.views.suppliers import SupplierView
from tests.services.contract_world import World, build, told, touched
from tests.services.sheet_world import Sheets, codes, contract, only, rows_of, states


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = build(tmp_path / "prov.sup")
    yield made
    made.services.close()


def _named(world: World, name: str) -> SupplierView:
    ids = world.services.suppliers.ids(ListQuery(sort="name"))
    (row,) = [row for row in world.services.suppliers.rows(ids) if row.name == name]
    return world.services.suppliers.view(row.id)


def test_a_supplier_comes_with_all_its_row_says(world: World):
    row = SupplierRow(
        2,
        name="Nya Bygg AB",
        org_number="559900-0014",
        size_class=SizeClass.SMALL,
        branch="Bygg",
        address="Påhittsgatan 1",
        phone="010-174 06 10",
        email="info@nyabygg.example",
        contacts=(
            ContactCells("Siv Exempel", ContactRole.CONTRACT, "070-174 06 05", "siv@nyabygg.example"),
            ContactCells("Rut Låtsas", ContactRole.SUPERVISOR),
        ),
        workplace="Norrtullsskolan",
        workplace_address="Storgatan 1",
    )
    sheets = Sheets(world, row)
    before = world.content()
    preview = sheets.preview()
    assert world.content() == before, "a preview writes nothing"
    assert [(one.row, one.state, one.code, one.title) for one in rows_of(preview, SheetKind.SUPPLIERS)] == [
        (2, RowState.NEW, "559900-0014", "Nya Bygg AB")
    ]
    changes, applied = sheets.apply(source_name="leverantörer.xlsx")
    assert applied.applied
    assert told(changes) == touched(before, world.content())
    view = _named(world, "Nya Bygg AB")
    assert (view.org_number, view.kind, view.size_class, view.branch) == (
        "559900-0014",
        SupplierKind.COMPANY,
        SizeClass.SMALL,
        "Bygg",
    )
    assert [(one.label, one.role, one.email) for one in view.contacts] == [
        ("Rut Låtsas", ContactRole.SUPERVISOR, ""),
        ("Siv Exempel", ContactRole.CONTRACT, "siv@nyabygg.example"),
    ]
    assert [(one.name, one.address) for one in view.workplaces] == [("Norrtullsskolan", "Storgatan 1")]


def test_rows_of_the_same_supplier_add_their_contacts_and_the_first_one_stands(world: World):
    sheets = Sheets(
        world,
        SupplierRow(2, name="Nya Bygg AB", phone="1", contacts=(ContactCells("Siv Exempel"),)),
        SupplierRow(3, name="NYA  BYGG AB", phone="2", contacts=(ContactCells("Rut Låtsas"),)),
        SupplierRow(4, name="Nya Bygg AB", branch="Mark"),
        SupplierRow(5, name="Nya Bygg AB"),
    )
    _changes, preview = sheets.apply()
    assert states(preview) == {"suppliers": "nncu"}
    second, third = rows_of(preview, SheetKind.SUPPLIERS)[1:3]
    assert codes(second) == ["warn_said_otherwise"]
    assert second.warnings[0].facts == {"sheet": "suppliers.xlsx", "first": "2"}
    assert second.changes == {"contact": ("", "Rut Låtsas")}
    assert third.changes == {"branch": ("", "Mark")}
    view = _named(world, "Nya Bygg AB")
    assert (view.phone, view.branch, len(view.contacts)) == ("1", "Mark", 2)
    assert states(sheets.preview()) == {"suppliers": "uuuu"}


def test_a_known_supplier_is_told_apart_by_its_number_and_shows_what_changes(world: World):
    row = SupplierRow(2, name="Bygg & Mark Norr AB", org_number="556000-0167", phone="0174-1", branch="")
    preview = Sheets(world, row).preview()
    assert only(preview).state is RowState.CHANGED
    assert only(preview).changes == {
        "name": ("Bygg & Mark i Exempelby AB", "Bygg & Mark Norr AB"),
        "phone": ("", "0174-1"),
    }
    Sheets(world, row).apply()
    again = Sheets(world, SupplierRow(2, name="BYGG & MARK NORR AB", org_number="556000-0167", phone="01741")).preview()
    assert only(again).state is RowState.UNCHANGED, "the same name and number otherwise written"


def test_an_empty_cell_never_erases(world: World):
    Sheets(
        world, SupplierRow(2, name="Nya Bygg AB", phone="1", contacts=(ContactCells("Siv Exempel", phone="2"),))
    ).apply()
    Sheets(world, SupplierRow(2, name="Nya Bygg AB", contacts=(ContactCells("Siv Exempel"),))).apply()
    view = _named(world, "Nya Bygg AB")
    assert (view.phone, view.contacts[0].phone) == ("1", "2")


def test_a_name_without_number_gets_it_and_a_persons_number_makes_a_sole_trader(world: World):
    rows = [
        SupplierRow(2, name="åsa städ ab", org_number="8102032391"),
        SupplierRow(3, name="Nya Firman", org_number="8102032391"),
    ]
    sheets = Sheets(world, rows[0])
    assert only(sheets.preview()).code == "", "a person's number is shown nowhere"
    sheets.apply()
    view = world.services.suppliers.view(world.other)
    assert (view.org_number, view.kind) == ("810203-2391", SupplierKind.SOLE_TRADER)
    assert only(Sheets(world, rows[1]).preview()).changes == {"name": ("Åsa Städ AB", "Nya Firman")}


@pytest.mark.parametrize("name", ["Åsa Städ", "Åsa Städd AB", "Åsa-Städ AB (publ)"])
def test_a_name_that_looks_alike_is_asked_and_never_taken_as_the_same(world: World, name: str):
    sheets = Sheets(world, SupplierRow(2, name=name, branch="Städ"), SupplierRow(3, name=name, phone="1"))
    question = sheets.question(name)
    assert (question.asked, question.doubt, question.may_be_new, question.may_be_empty) == (
        Entity.SUPPLIER,
        Doubt.MAYBE,
        True,
        False,
    )
    assert [choice.label for choice in question.choices] == ["Åsa Städ AB"]
    assert question.rows == (("suppliers.xlsx", 2), ("suppliers.xlsx", 3)), "asked once for both rows"
    assert [codes(row) for row in rows_of(sheets.preview(), SheetKind.SUPPLIERS)] == [["ask"], ["ask"]]
    same = Sheets(world, *sheets.rows).answer(name, "Åsa Städ AB")
    assert states(same.preview()) == {"suppliers": "cc"}
    same.apply()
    view = world.services.suppliers.view(world.other)
    assert (view.name, view.branch, view.phone) == ("Åsa Städ AB", "Städ", "1"), "it keeps its own name"
    again = Sheets(world, *sheets.rows)
    assert states(again.preview()) == {"suppliers": "uu"}, "the answer is remembered"
    (question,) = again.questions()
    assert (question.remembered, question.answer) == (True, f"supplier:{world.other}")


def test_a_name_that_looks_alike_can_be_another(world: World):
    sheets = Sheets(world, SupplierRow(2, name="Åsas Städ AB"), SupplierRow(3, name="Åsas Städ AB", phone="1"))
    sheets.answer("Åsas Städ AB", "new")
    _changes, preview = sheets.apply()
    assert states(preview) == {"suppliers": "nc"}
    assert _named(world, "Åsas Städ AB").phone == "1"
    assert states(Sheets(world, *sheets.rows).preview()) == {"suppliers": "uu"}


def test_other_numbers_are_other_suppliers(world: World):
    preview = Sheets(world, SupplierRow(2, name="Bygg och Mark i Exempelby", org_number="559900-0014")).preview()
    assert (only(preview).state, preview.questions) == (RowState.NEW, ())


def test_a_figure_is_no_slip_of_the_pen(world: World):
    sheets = Sheets(world, SupplierRow(2, name="Entreprenad 1 AB"), SupplierRow(3, name="Entreprenad 2 AB"))
    assert (states(sheets.preview()), sheets.questions()) == ({"suppliers": "nn"}, ())


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (SupplierRow(2), ["supplier_no_name"]),
        (SupplierRow(2, name="Nya Bygg AB", org_number="556000-0168"), ["org_check_digit"]),
        (SupplierRow(2, name="Nya Bygg AB", org_number="12"), ["org_shape"]),
    ],
)
def test_what_cannot_be_is_told_by_row(world: World, row: SupplierRow, expected: list[str]):
    assert codes(only(Sheets(world, row).preview())) == expected


def test_a_foreign_number_is_kept_with_its_country(world: World):
    Sheets(world, SupplierRow(2, name="Nordisk Bygg AS", org_number="NO 912 345 678", country="NO")).apply()
    view = _named(world, "Nordisk Bygg AS")
    assert (view.org_number, view.country) == ("NO 912 345 678", "NO")


# ---------------------------------------------------------------- contacts


def _contact(world: World, name: str, **fields: object) -> int:
    command = replace(ContactFields(world.other, name), **fields)  # type: ignore[arg-type]
    return world.services.suppliers.register_contact(command).new_id(Entity.CONTACT)


def test_a_contact_is_known_by_name_at_its_supplier(world: World):
    _contact(world, "Rut Exempel", phone="1", role=ContactRole.SUPERVISOR)
    row = SupplierRow(2, name="Åsa Städ AB", contacts=(ContactCells("RUT EXEMPEL", None, "2", "rut@asa.example"),))
    preview = Sheets(world, row).preview()
    assert only(preview).state is RowState.CHANGED
    assert only(preview).changes == {"contact_phone": ("1", "2"), "contact_email": ("", "rut@asa.example")}
    elsewhere = SupplierRow(2, name="Bygg & Mark i Exempelby AB", contacts=(ContactCells("Rut Exempel"),))
    assert only(Sheets(world, elsewhere).preview()).state is RowState.NEW


@pytest.mark.parametrize(
    "cells",
    [ContactCells("Ruth Exempel"), ContactCells("R. Exempel", email="RUT@asa.example"), ContactCells("Exempel, Rut M")],
)
def test_a_contact_that_may_be_one_who_is_known_is_asked(world: World, cells: ContactCells):
    contact = _contact(world, "Rut Exempel", email="rut@asa.example")
    sheets = Sheets(world, SupplierRow(2, name="Åsa Städ AB", contacts=(cells,)))
    question = sheets.question(cells.name)
    assert (question.asked, question.doubt, question.may_be_new) == (Entity.CONTACT, Doubt.MAYBE, True)
    assert [(one.label, one.detail) for one in question.choices] == [("Rut Exempel", "Åsa Städ AB")]
    new = Sheets(world, *sheets.rows).answer(cells.name, "new")
    assert states(new.preview()) == {"suppliers": "n"}
    same = sheets.answer(cells.name, "Rut Exempel")
    same.apply()
    assert [one.id for one in world.services.suppliers.view(world.other).contacts] == [contact]
    without = Sheets(world, *sheets.rows)
    assert without.question(cells.name).remembered


def test_a_protected_contact_is_asked_by_the_name_chosen_for_it(world: World):
    _contact(world, "Rut Exempel", protected=True, alias="Kontakt 4", phone="070-1")
    row = SupplierRow(2, name="Åsa Städ AB", contacts=(ContactCells("Rut Exempel", phone="070-2"),))
    sheets = Sheets(world, row)
    question = sheets.question("Rut Exempel")
    assert [(one.label, one.detail) for one in question.choices] == [("Kontakt 4", "")]
    told_row = only(sheets.answer("Rut Exempel", "Kontakt 4").preview())
    assert told_row.changes == {"contact_phone": ("", "")}, "that it changes is told, not from what"


# ---------------------------------------------------------------- contract lists of the same batch


def test_contract_rows_ask_before_they_make_a_supplier_that_looks_like_one(world: World):
    sheets = Sheets(world, contract("A-1", "Åsas Städ AB"), contract("A-2", "Nya Bygg AB", row=3))
    preview = sheets.preview()
    assert states(preview) == {"contracts": "en"}
    assert codes(rows_of(preview, SheetKind.CONTRACTS)[0]) == ["ask"]
    sheets.answer("Åsas Städ AB", "Åsa Städ AB").apply()
    ids = world.services.contracts.ids(ListQuery(sort="code"))
    assert [row.supplier for row in world.services.contracts.rows(ids)] == ["Åsa Städ AB", "Nya Bygg AB"]
    assert states(Sheets(world, *sheets.rows).preview()) == {"contracts": "uu"}
    left = Sheets(world, contract("A-3", "Åsar Städ AB"))
    left.answer("Åsar Städ AB", "skip")
    _changes, preview = left.apply()
    assert [one.row for one in preview.sheets[0].left_out] == [2]
    assert len(world.services.contracts.ids(ListQuery(sort="code"))) == 2


def test_suppliers_of_a_contract_list_are_those_of_the_sheet_of_suppliers_whatever_comes_first(world: World):
    sheets = Sheets(
        world,
        contract("A-1", "nya bygg ab"),
        SupplierRow(2, name="Nya Bygg AB", org_number="559900-0014", contacts=(ContactCells("Siv Exempel"),)),
    )
    _changes, preview = sheets.apply()
    assert [sheet.kind for sheet in preview.sheets] == [SheetKind.SUPPLIERS, SheetKind.CONTRACTS]
    ids = world.services.contracts.ids(ListQuery(sort="code"))
    assert [row.supplier for row in world.services.contracts.rows(ids)] == ["Nya Bygg AB"]
    assert len(world.services.suppliers.ids(ListQuery(sort="name"))) == 3
    assert states(sheets.preview()) == {"suppliers": "u", "contracts": "u"}


def test_a_contract_of_two_lists_belongs_to_the_first(world: World):
    lists = (
        SheetRows(SheetKind.CONTRACTS, "a.xlsx", (contract("A-1"), contract("A-2", row=3))),
        SheetRows(SheetKind.CONTRACTS, "b.xlsx", (contract("A-2"), contract("A-3", row=3))),
    )
    preview = world.services.sheets.preview(SheetBatch(lists))
    assert [[row.state for row in sheet.rows] for sheet in preview.sheets] == [
        [RowState.NEW, RowState.NEW],
        [RowState.ERROR, RowState.NEW],
    ]
    assert preview.sheets[1].rows[0].errors[0].facts == {"value": "A-2", "sheet": "a.xlsx", "first": "3"}
