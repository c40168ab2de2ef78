"""A contract list taken in: shown first, written as one operation, and never twice."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from socialupph.domain.changes import Entity
from socialupph.domain.clause_text import propose_requirements
from socialupph.domain.commands.contracts import OptionFields
from socialupph.domain.commands.imports import ContractRow, RowError
from socialupph.domain.commands.requirements import RequirementFields
from socialupph.domain.contracts import ContractStatus
from socialupph.domain.errors import ImportCancelled, RuleViolation, UndoRefused
from socialupph.domain.kinds import ContractKind, ContractNature, SupplierKind
from socialupph.domain.ledger import RequirementUnit
from socialupph.domain.queries import ListQuery
from socialupph.domain.requirements import Standing
from socialupph.domain.views.contracts import ContractRow as Listed
from socialupph.domain.views.contracts import OptionView
from socialupph.domain.views.imports import ImportPreview, RowState
from socialupph.specs.import_messages import described
from tests.services.contract_world import World, build, told, touched

D = dt.date


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = build(tmp_path / "prov.sup")
    yield made
    made.services.close()


def _row(row: int = 2, **fields: Any) -> ContractRow:
    usual = ContractRow(
        row,
        number=f"A-{row}",
        title=f"Avtal {row}",
        supplier_name="Nya Bygg AB",
        start=D(2026, 1, 1),
        end=D(2027, 12, 31),
        value=Decimal(1_500_000),
    )
    if "requirement_text" in fields:
        fields["requirements"] = propose_requirements(fields["requirement_text"])
    return replace(usual, **fields)


def _apply(world: World, *rows: ContractRow, **options: Any) -> ImportPreview:
    _changes, preview = world.services.imports.apply(rows, **options)
    return preview


def _contracts(world: World) -> list[Listed]:
    return world.services.contracts.rows(world.services.contracts.ids(ListQuery(sort="code")))


def _only(world: World) -> Listed:
    (row,) = _contracts(world)
    return row


# ---------------------------------------------------------------- new


def test_the_preview_writes_nothing(world: World):
    before = world.content()
    preview = world.services.imports.preview([_row(2), _row(3, number="")])
    assert [(row.row, row.state, row.code, row.draft) for row in preview.rows] == [
        (2, RowState.NEW, "A-2", False),
        (3, RowState.NEW, "", True),
    ]
    assert not preview.applied
    assert world.content() == before


def test_what_was_shown_is_written_once(world: World):
    rows = (_row(2), _row(3, requirement_text="Dialog"))
    imports = world.services.imports
    assert imports.preview(rows).new == 2
    _changes, written = imports.apply(rows)
    assert [row.code for row in written.rows] == ["K-2026-001", "K-2026-002"]
    again, unchanged = imports.apply(rows)
    assert not again
    assert [row.state for row in unchanged.rows] == [RowState.UNCHANGED] * 2
    assert len(_contracts(world)) == 2


def test_what_changed_after_it_was_shown_is_seen_when_it_is_written(world: World):
    rows = (_row(2),)
    imports = world.services.imports
    assert imports.preview(rows).new == 1
    _apply(world, _row(2, title="Infört av någon annan"))
    _changes, written = imports.apply(rows)
    assert [row.state for row in written.rows] == [RowState.CHANGED]
    assert _only(world).title == "Avtal 2"


def test_all_rows_are_one_operation_that_can_be_undone(world: World):
    before = world.content()
    rows = [_row(2), _row(3, number="", diary_number="KS 1"), _row(4, requirement_text="4 personer minst 4 månader")]
    changes, preview = world.services.imports.apply(rows, source_name="avtal.xlsx")
    after = world.content()
    assert told(changes) == touched(before, after)
    assert len([ref for ref in changes.created if ref.entity is Entity.CONTRACT]) == preview.new == 3
    assert preview.applied
    assert [row.code for row in preview.rows] == ["K-2026-001", "K-2026-002", "K-2026-003"]
    assert changes.operation_id is not None
    last = world.services.undo.last_undoable([changes.operation_id])
    assert last is not None
    assert (last.kind, last.subject) == ("contracts.import", "avtal.xlsx")
    undone = world.services.undo.undo(changes.operation_id)
    assert told(undone) == told(changes)
    assert world.content() == before
    _apply(world, _row(2))
    assert _only(world).code == "K-2026-004", "codes are not used again"


def test_a_row_becomes_a_contract_with_all_it_says(world: World):
    _apply(
        world,
        _row(
            kind="framework",
            nature="works",
            diary_number="KS 2026/7",
            cpv="45214200",
            contract_manager="Siv Exempel",
            buyer="Exempelby  KOMMUN",
            notes="Två delar",
            awarded_on=D(2025, 12, 1),
            signed_on=D(2025, 12, 20),
            extension_text="1+1 år",
            options=(12, 12),
            supplier_org_number="556000-0167",
        ),
    )
    view = world.view(_only(world).id)
    assert (view.kind, view.nature, view.diary_number, view.cpv) == (
        ContractKind.FRAMEWORK,
        ContractNature.WORKS,
        "KS 2026/7",
        "45214200",
    )
    assert (view.suppliers[0].supplier_id, view.buyers[0].buyer_id) == (world.supplier, world.buyer)
    assert (view.value, view.currency, view.awarded_on, view.signed_on) == (
        Decimal(1_500_000),
        "SEK",
        D(2025, 12, 1),
        D(2025, 12, 20),
    )
    assert view.extension_text == "1+1 år"
    assert [(one.length_months, one.confirmed) for one in view.options] == [(12, False), (12, False)]
    assert view.last_day == D(2027, 12, 31), "a proposed option does not count"
    assert view.status is ContractStatus.RUNNING


def test_what_is_missing_makes_a_draft(world: World):
    preview = _apply(world, _row(number="", start=None, end=None, title=""))
    assert preview.rows[0].draft
    row = _only(world)
    assert (row.status, row.missing) == (ContractStatus.DRAFT, ("number", "start", "end"))
    assert row.title == "Nya Bygg AB"
    assert row.code.startswith("K-2026-")


def test_requirement_text_becomes_a_proposal_with_its_words(world: World):
    _apply(world, _row(requirement_text="12 heltidsmånader"), _row(3, requirement_text="Nej"))
    first, second = _contracts(world)
    assert second.requirements == ()
    (requirement,) = first.requirements
    assert (requirement.code, requirement.confirmed, requirement.standing) == (
        f"{first.code}/1",
        False,
        Standing.PROPOSED,
    )
    assert (requirement.original_text, requirement.unit, requirement.volume) == (
        "12 heltidsmånader",
        RequirementUnit.FULL_TIME_MONTHS,
        12,
    )
    assert first.deadline is not None
    assert first.deadline.code == first.code, "a proposal has no days of its own"
    view = world.services.requirements.view(requirement.id)
    world.services.requirements.confirm(view.id, view.version, replace(view.fields(), volume=Decimal(10)))
    view = world.services.requirements.view(requirement.id)
    assert (view.confirmed, view.volume, view.first_start_by) == (True, 10, D(2026, 7, 1))
    with pytest.raises(RuleViolation, match=r"requirement\.confirmed_already"):
        world.services.requirements.confirm(view.id, view.version)
    added = RequirementFields(first.id, view.type_id)
    code = world.services.requirements.register(added).new_id(Entity.REQUIREMENT)
    assert world.services.requirements.view(code).code == f"{first.code}/2"


# ---------------------------------------------------------------- suppliers


def test_two_rows_with_the_same_new_supplier_make_one(world: World):
    _apply(world, _row(2), _row(3, supplier_name="  nya   BYGG ab"), _row(4, supplier_org_number="556036-0793"))
    assert {row.supplier for row in _contracts(world)} == {"Nya Bygg AB"}
    assert world.services.suppliers.total() == 3
    (found,) = world.services.suppliers.ids(ListQuery(search="556036-0793"))
    assert world.services.suppliers.view(found).name == "Nya Bygg AB"


def test_the_organisation_number_goes_before_the_name(world: World):
    _apply(world, _row(supplier_name="Bygg och Mark", supplier_org_number="556000-0167"))
    assert _only(world).supplier == "Bygg & Mark i Exempelby AB"
    _apply(world, _row(3, supplier_name="Bygg & Mark i Exempelby AB", supplier_org_number="556036-0793"))
    assert world.services.suppliers.total() == 3, "another number is another company"


def test_a_supplier_without_number_gets_it_and_undo_takes_it_back(world: World):
    before = world.content()
    changes, _preview = world.services.imports.apply(
        [_row(supplier_name="åsa städ ab", supplier_org_number="811218-9876")]
    )
    view = world.services.suppliers.view(world.other)
    assert (view.org_number, view.kind) == ("811218-9876", SupplierKind.SOLE_TRADER)
    assert world.services.search.find("811218-9876", 5) == (), "a personal number is in no index"
    assert changes.operation_id is not None
    world.services.undo.undo(changes.operation_id)
    assert world.content() == before


# ---------------------------------------------------------------- again, and changed


def test_the_same_file_again_changes_nothing(world: World):
    rows = [
        _row(2, requirement_text="Dialog", extension_text="1 år", options=(12,), buyer="Ny nämnd", notes="Viktigt"),
        _row(3, number="", diary_number="KS 1"),
        _row(4, number="", title="Bara text"),
        _row(5, kind="framework", supplier_org_number="556036-0793", value=Decimal("12.50")),
    ]
    _apply(world, *rows)
    before = world.content()
    preview = world.services.imports.preview(rows)
    assert (preview.new, preview.changed, preview.unchanged, preview.errors) == (0, 0, 4, 0)
    changes, preview = world.services.imports.apply(rows)
    assert not changes
    assert preview.unchanged == 4
    assert world.content() == before


def test_only_what_the_file_says_and_differs_is_changed(world: World):
    _apply(world, _row(notes="Gammal", contract_manager="Siv Exempel"))
    number = _only(world).id
    view = world.view(number)
    world.services.contracts.edit(number, view.version, replace(view.fields(), cpv="45000000"))
    row = _row(title="Nytt namn", end=D(2028, 6, 30), contract_manager="", notes="", value=None, start=None)
    before = world.content()
    preview = world.services.imports.preview([row])
    assert preview.rows[0].changes == {"title": ("Avtal 2", "Nytt namn"), "end": ("2027-12-31", "2028-06-30")}
    assert "Benämning: Avtal 2 → Nytt namn" in described(preview).rows[0].message
    changes, _preview = world.services.imports.apply([row])
    assert told(changes) == touched(before, world.content()) == {("contract", number)}
    view = world.view(number)
    assert (view.title, view.ends_on, view.cpv, view.notes, view.contract_manager, view.value) == (
        "Nytt namn",
        D(2028, 6, 30),
        "45000000",
        "Gammal",
        "Siv Exempel",
        Decimal(1_500_000),
    )
    assert changes.operation_id is not None
    world.services.undo.undo(changes.operation_id)
    assert world.content() == before
    assert world.services.contracts.ids(ListQuery(search="nytt")) == []


def test_a_title_is_never_an_identity_and_a_number_always_is(world: World):
    _apply(world, _row(2, title="Samma"), _row(3, title="Samma"))
    assert len(_contracts(world)) == 2
    preview = world.services.imports.preview([_row(9, number="a-2", title="Helt annat", supplier_name="Åsa Städ AB")])
    assert preview.rows[0].state is RowState.CHANGED
    assert preview.rows[0].code == "K-2026-001"
    assert set(preview.rows[0].changes) == {"title", "supplier_name"}


def test_diary_number_and_supplier_stand_for_a_number(world: World):
    _apply(world, _row(2, number="", diary_number="KS 2026/1"))
    other = _row(3, number="", diary_number="KS 2026/1", supplier_name="Åsa Städ AB")
    same = _row(4, number="", diary_number="ks  2026/1", title="Nytt namn")
    preview = world.services.imports.preview([other, same])
    assert [row.state for row in preview.rows] == [RowState.NEW, RowState.CHANGED]
    numbered = _row(5, number="A-77", diary_number="KS 2026/1", title="Avtal 2")
    preview = _apply(world, numbered)
    assert preview.rows[0].changes == {"number": ("", "A-77")}
    assert _only(world).number == "A-77", "the draft got its number"


def test_another_supplier_takes_the_place_of_the_first(world: World):
    _apply(world, _row(2))
    row = _row(2, supplier_name="Åsa Städ AB")
    preview = _apply(world, row)
    assert preview.rows[0].changes == {"supplier_name": ("Nya Bygg AB", "Åsa Städ AB")}
    assert [party.name for party in world.view(_only(world).id).suppliers] == ["Åsa Städ AB"]
    assert world.services.imports.preview([row]).unchanged == 1


def test_new_words_give_new_proposals_beside_those_that_were_judged(world: World):
    _apply(world, _row(requirement_text="2 praktikplatser", extension_text="1 år", options=(12,)))
    number = _only(world).id
    (option,) = world.view(number).options
    preview = _apply(world, _row(requirement_text="3 praktikplatser", extension_text="1+1 år", options=(12, 12)))
    assert set(preview.rows[0].changes) == {"requirement_text", "extension_text"}
    view = world.view(number)
    assert [one.original_text for one in view.requirements] == ["2 praktikplatser", "3 praktikplatser"]
    assert [one.length_months for one in view.options] == [12, 12]
    assert option.id not in {one.id for one in view.options}
    first = view.options[0]
    world.services.contracts.edit_option(
        first.id, first.version, replace(_option_fields(first), confirmed=True, used_on=D(2026, 9, 1))
    )
    _apply(world, _row(requirement_text="3 praktikplatser", extension_text="2 år", options=(24,)))
    assert [one.length_months for one in world.view(number).options] == [12, 12], "what was confirmed stays"


def _option_fields(option: OptionView) -> OptionFields:
    return OptionFields(option.length_months, option.notice_by, option.used_on, option.added_volume, option.confirmed)


def test_a_void_contract_is_left_alone(world: World):
    _apply(world, _row(2))
    row = _only(world)
    world.services.contracts.void(row.id, world.view(row.id).version, "Dubblett")
    preview = world.services.imports.preview([_row(2, title="Något annat")])
    assert (preview.rows[0].state, preview.rows[0].voided) == (RowState.UNCHANGED, True)


# ---------------------------------------------------------------- what cannot stand


def test_rows_in_error_stop_everything_unless_they_are_skipped(world: World):
    bad = _row(3, errors=(RowError("import.amount_words", "value", "Belopp", {"value": "tre mkr"}),))
    rows = [_row(2), bad]
    before = world.content()
    with pytest.raises(RuleViolation) as caught:
        world.services.imports.apply(rows)
    assert (caught.value.code, caught.value.facts) == ("import.has_errors", {"errors": 1})
    assert world.content() == before
    preview = _apply(world, *rows, skip_errors=True)
    assert (preview.new, preview.errors) == (1, 1)
    assert "beloppet är skrivet i ord (tre mkr)" in described(preview).rows[1].message
    assert [row.number for row in _contracts(world)] == ["A-2"]


def test_what_only_the_register_shows_to_be_wrong(world: World):
    _apply(world, _row(2))
    rows = [
        _row(2, start=None, end=D(2025, 1, 1)),
        _row(3, supplier_name=" "),
        _row(4, number="B"),
        _row(5, number="b"),
    ]
    preview = world.services.imports.preview(rows)
    assert [[error.code for error in row.errors] for row in preview.rows] == [
        ["import.end_before_start"],
        ["import.no_supplier"],
        [],
        ["import.number_twice"],
    ]
    for row in described(preview).rows:
        assert bool(row.message) is (row.state is RowState.ERROR)


def test_an_import_cannot_be_undone_once_something_was_built_on_it(world: World):
    changes, _preview = world.services.imports.apply([_row(2)])
    assert changes.operation_id is not None
    world.requirement(_only(world).id)
    with pytest.raises(UndoRefused) as caught:
        world.services.undo.undo(changes.operation_id)
    assert (caught.value.code, caught.value.facts) == ("undo.later_change", {"later": "K-2026-001/1"})


# ---------------------------------------------------------------- mapping, and many


def test_a_mapping_is_remembered_by_its_headers(world: World):
    assert world.services.imports.mapping_for("f1") is None
    world.services.imports.remember_mapping("f1", ("number", "", "title"))
    world.services.imports.remember_mapping("f1", ("number", "title", ""))
    assert world.services.imports.mapping_for("f1") == ("number", "title", "")
    assert world.services.imports.mapping_for("f2") is None


def test_many_rows_keep_history_and_search_in_step(world: World):
    before = world.content()
    rows = [
        _row(n, title=f"Skola{n}x", supplier_name=f"Leverantör {n % 40} AB", requirement_text="Dialog")
        for n in range(2, 302)
    ]
    changes, _preview = world.services.imports.apply(rows)
    assert len(world.services.contracts.ids(ListQuery(search="skola299x"))) == 1
    renamed = [replace(row, title=f"Omdöpt {row.row}") for row in rows]
    again, _preview = world.services.imports.apply(renamed)
    assert world.services.contracts.ids(ListQuery(search="skola299x")) == []
    assert len(world.services.contracts.ids(ListQuery(search="omdöpt"))) == 300
    assert again.operation_id is not None
    assert changes.operation_id is not None
    world.services.undo.undo(again.operation_id)
    assert len(world.services.contracts.ids(ListQuery(search="skola299x"))) == 1
    assert world.services.contracts.ids(ListQuery(search="omdöpt")) == []
    world.services.undo.undo(changes.operation_id)
    assert world.content() == before
    assert world.services.contracts.ids(ListQuery(search="skola")) == []


@pytest.mark.parametrize("at", [0, 1])
def test_a_list_that_is_stopped_leaves_nothing(world: World, at: int):
    asked: list[int] = []

    def stop() -> bool:
        asked.append(1)
        return len(asked) > at

    before = world.content()
    with pytest.raises(ImportCancelled):
        world.services.imports.apply([_row(2), _row(3)], cancelled=stop)
    assert world.content() == before
    assert _apply(world, _row(2), cancelled=bool).new == 1
