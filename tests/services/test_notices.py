"""A published notice taken in: shown first, one operation, never twice; what it changes of a contract that is there already."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from socialupph.domain.changes import Entity
from socialupph.domain.clause_text import RequirementProposal
from socialupph.domain.commands.imports import ContractRow, RowError
from socialupph.domain.commands.notices import (
    Notice,
    NoticeBuyer,
    NoticeContract,
    NoticeKind,
    NoticeSupplier,
    Withheld,
)
from socialupph.domain.commands.requirements import RequirementFields
from socialupph.domain.contracts import ContractStatus
from socialupph.domain.deadlines import ReportInterval
from socialupph.domain.errors import RuleViolation
from socialupph.domain.kinds import ContractKind, ContractNature, SizeClass, SocialObjective, SupplierKind
from socialupph.domain.queries import ListQuery
from socialupph.domain.requirements import Standing
from socialupph.domain.views.contracts import ContractView
from socialupph.domain.views.imports import ImportPreview, PreviewRow, RowState
from tests.services.contract_world import World, build, told, touched

D = dt.date
NOTICE = "11111111-2222-4333-8444-555555555555"
LATER = "22222222-2222-4333-8444-555555555555"
PROCEDURE = "99999999-8888-4777-8666-555555555555"
OTHER_PROCEDURE = "99999999-0000-4777-8666-555555555555"
WINNER = NoticeSupplier("Vinnande Städ AB", "559999-1113", size_class=SizeClass.SMALL, address="Gatan 1", phone="063-1")
FOREIGN = NoticeSupplier("Gyro Oy", "123", "FI")


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = build(tmp_path / "prov.sup")
    yield made
    made.services.close()


def contract_of(row: int = 1, **fields: Any) -> NoticeContract:
    usual = NoticeContract(
        row,
        f"CON-{row:04d}",
        number=f"2026-{row}",
        diary_number="KS 2025/114",
        title="Städning",
        lot="LOT-0001",
        awarded_on=D(2026, 2, 10),
        signed_on=D(2026, 3, 2),
        value=Decimal(1_200_000),
        suppliers=(WINNER,),
    )
    return replace(usual, **fields)


def notice_of(*contracts: NoticeContract, **fields: Any) -> Notice:
    usual = Notice(
        NOTICE,
        "01",
        PROCEDURE,
        NoticeKind.AWARD,
        "can-standard",
        "Städtjänster",
        buyers=(NoticeBuyer("Exempelby kommun"),),
        contracts=contracts or (contract_of(),),
    )
    return replace(usual, **fields)


def apply(world: World, notice: Notice, **options: Any) -> ImportPreview:
    _changes, preview = world.services.notices.apply(notice, **options)
    return preview


def only(world: World, notice: Notice, **options: Any) -> PreviewRow:
    """Take it in; what became of its only contract."""
    (row,) = apply(world, notice, **options).rows
    return row


def contracts(world: World) -> list[ContractView]:
    return [world.view(number) for number in world.services.contracts.ids(ListQuery(sort="code"))]


def only_contract(world: World) -> ContractView:
    (contract,) = contracts(world)
    return contract


def twice(world: World, notice: Notice) -> None:
    """The same notice again changes nothing."""
    before = world.content()
    changes, preview = world.services.notices.apply(notice)
    assert {row.state for row in preview.rows} <= {RowState.UNCHANGED}
    assert changes.operation_id is None
    assert world.content() == before


# ---------------------------------------------------------------- new


def test_the_preview_writes_nothing_and_tells_everything(world: World) -> None:
    before = world.content()
    preview = world.services.notices.preview(notice_of())
    assert world.content() == before
    (row,) = preview.rows
    assert (row.state, row.code, row.title, row.draft, row.missing) == (
        RowState.NEW,
        "2026-1",
        "Städning",
        True,
        ("start", "end"),
    )
    assert dict(row.changes) == {
        "buyer": ("", "Exempelby kommun"),
        "supplier_name": ("", "Vinnande Städ AB (559999-1113)"),
        "number": ("", "2026-1"),
        "diary_number": ("", "KS 2025/114"),
        "kind": ("", "contract"),
        "lot": ("", "LOT-0001"),
        "awarded_on": ("", "2026-02-10"),
        "signed_on": ("", "2026-03-02"),
        "value": ("", "1200000"),
        "currency": ("", "SEK"),
    }
    assert (preview.new, preview.applied) == (1, False)


def test_a_contract_gets_all_that_the_notice_says(world: World) -> None:
    said = contract_of(
        kind="framework",
        nature="services",
        cpv="90911200",
        starts_on=D(2026, 4, 1),
        ends_on=D(2028, 3, 31),
        currency="EUR",
        subcontractors=(FOREIGN,),
        extension_text="1+1 år",
        options=(12, 12),
        social_objectives=(SocialObjective.EMPLOYMENT, SocialObjective.ACCESSIBILITY),
        reserved_execution=True,
        requirements=(RequirementProposal("reserved_execution", "Reserverat enligt annonsen", certain=False),),
        description="Skolor och förskolor.",
        withheld=(Withheld.TENDER_RANK,),
    )
    notice = notice_of(said, buyers=(NoticeBuyer("Exempelby kommun"), NoticeBuyer("Grannby kommun", "212000-9994")))
    row = only(world, notice)
    assert (row.code, row.draft) == ("K-2026-001", False)
    view = only_contract(world)
    assert (view.number, view.diary_number, view.title) == ("2026-1", "KS 2025/114", "Städning")
    assert (view.kind, view.nature, view.cpv) == (ContractKind.FRAMEWORK, ContractNature.SERVICES, "90911200")
    assert (view.starts_on, view.ends_on, view.awarded_on, view.signed_on) == (
        D(2026, 4, 1),
        D(2028, 3, 31),
        D(2026, 2, 10),
        D(2026, 3, 2),
    )
    assert (view.value, view.currency) == (Decimal(1_200_000), "EUR")
    assert (view.source, view.notice_id, view.source_contract_id) == ("notice", f"{NOTICE}-01", "CON-0001")
    assert (view.procedure_id, view.lot, view.intended) == (PROCEDURE, "LOT-0001", False)
    assert (view.reserved_execution, view.withheld) == (True, ("tender_rank",))
    assert view.social_objectives == (SocialObjective.ACCESSIBILITY, SocialObjective.EMPLOYMENT)
    assert [(party.name, party.org_number) for party in view.suppliers] == [("Vinnande Städ AB", "559999-1113")]
    assert [party.name for party in view.subcontractors] == ["Gyro Oy"]
    assert [buyer.name for buyer in view.buyers] == ["Exempelby kommun", "Grannby kommun"]
    assert view.buyers[0].buyer_id == world.buyer
    assert [(one.length_months, one.confirmed) for one in view.options] == [(12, False), (12, False)]
    (requirement,) = view.requirements
    assert (requirement.type_key, requirement.standing, requirement.volume, requirement.original_text) == (
        "reserved_execution",
        Standing.PROPOSED,
        None,
        "Reserverat enligt annonsen",
    )
    assert view.notes == "Skolor och förskolor."
    assert view.status is ContractStatus.RUNNING
    supplier = world.services.suppliers.view(view.suppliers[0].supplier_id)
    assert (supplier.size_class, supplier.address, supplier.phone, supplier.kind) == (
        SizeClass.SMALL,
        "Gatan 1",
        "063-1",
        SupplierKind.COMPANY,
    )
    grannby = world.services.buyers.view(view.buyers[1].buyer_id)
    assert (grannby.org_number, grannby.country) == ("212000-9994", "SE")
    twice(world, notice)


def test_one_operation_that_can_be_undone(world: World) -> None:
    before = world.content()
    notice = notice_of(contract_of(), contract_of(2, suppliers=(FOREIGN, WINNER), lot="LOT-0002"))
    changes, preview = world.services.notices.apply(notice, source_name="annons.xml")
    assert told(changes) == touched(before, world.content())
    assert (preview.new, preview.applied) == (2, True)
    assert len([ref for ref in changes.created if ref.entity is Entity.SUPPLIER]) == 2
    assert changes.operation_id is not None
    last = world.services.undo.last_undoable([changes.operation_id])
    assert last is not None
    assert (last.kind, last.subject) == ("notices.import", "annons.xml")
    world.services.undo.undo(changes.operation_id)
    assert world.content() == before


def test_without_number_start_or_end_it_is_a_draft(world: World) -> None:
    row = only(world, notice_of(contract_of(number="")))
    assert (row.draft, row.missing) == (True, ("number", "start", "end"))
    assert only_contract(world).status is ContractStatus.DRAFT
    twice(world, notice_of(contract_of(number="")))
    assert world.services.contracts.ids(ListQuery(filters=(("draft", ("true",)),))) == [only_contract(world).id]


def test_what_is_kept_back_leaves_a_contract_without_supplier_a_draft(world: World) -> None:
    said = contract_of(
        suppliers=(),
        value=None,
        withheld=(Withheld.VALUE, Withheld.SUPPLIER_NAME),
        starts_on=D(2026, 4, 1),
        ends_on=D(2027, 3, 31),
    )
    row = only(world, notice_of(said))
    assert (row.missing, row.changes["withheld"]) == (("supplier",), ("", "value, supplier_name"))
    view = only_contract(world)
    assert (view.value, view.withheld, view.status) == (None, ("value", "supplier_name"), ContractStatus.DRAFT)


def test_a_contract_in_error_stops_all_until_it_is_left(world: World) -> None:
    wrong = contract_of(2, errors=(RowError("notice.currency_missing", "value", "", {"value": "5"}),))
    notice = notice_of(contract_of(), wrong)
    with pytest.raises(RuleViolation) as caught:
        apply(world, notice)
    assert (caught.value.code, caught.value.facts) == ("import.has_errors", {"errors": 1})
    assert contracts(world) == []
    preview = apply(world, notice, skip_errors=True)
    assert [row.state for row in preview.rows] == [RowState.NEW, RowState.ERROR]
    assert only_contract(world).number == "2026-1"


# ---------------------------------------------------------------- who is meant


def test_suppliers_are_found_by_number_else_by_name(world: World) -> None:
    by_number = world.new_supplier("Heter något annat AB", "559999-1113")
    by_name = world.new_supplier("GYRO  oy")
    apply(world, notice_of(contract_of(suppliers=(WINNER, FOREIGN))))
    view = only_contract(world)
    assert [party.supplier_id for party in view.suppliers] == [by_number, by_name]
    assert world.services.suppliers.view(by_name).org_number == "123"
    assert world.services.suppliers.view(by_name).country == "FI"


def test_a_foreign_number_that_two_use_does_not_make_them_one(world: World) -> None:
    same = NoticeSupplier("Helt annat Oy", "123", "FI")
    apply(world, notice_of(contract_of(suppliers=(FOREIGN,)), contract_of(2, suppliers=(same,))))
    assert [view.suppliers[0].name for view in contracts(world)] == ["Gyro Oy", "Helt annat Oy"]
    buyers = (NoticeBuyer("Åbo", "9", "FI"), NoticeBuyer("Vasa", "9", "FI"))
    apply(world, notice_of(contract_of(3, number="x"), buyers=buyers, procedure_id=OTHER_PROCEDURE, notice_id=LATER))
    assert [buyer.name for buyer in contracts(world)[2].buyers] == ["Åbo", "Vasa"]


def test_a_natural_person_is_a_sole_trader_with_name_and_number_only(world: World) -> None:
    person = NoticeSupplier("Exempla Exempelsson", "900101-0017", natural_person=True, phone="070-0")
    row = only(
        world,
        notice_of(
            contract_of(suppliers=(person, replace(person, name="Foreign Person", org_number="9", country="FI")))
        ),
    )
    assert row.changes["supplier_name"] == ("", "Exempla Exempelsson; Foreign Person")
    for party in only_contract(world).suppliers:
        view = world.services.suppliers.view(party.supplier_id)
        assert (view.kind, view.phone) == (SupplierKind.SOLE_TRADER, None)
        assert party.org_number == ""


def test_a_buyer_without_number_gets_that_of_the_notice(world: World) -> None:
    notice = notice_of(buyers=(NoticeBuyer("EXEMPELBY kommun", "212000-9994"),))
    apply(world, notice)
    assert world.services.buyers.view(world.buyer).org_number == "212000-9994"
    twice(world, notice)


def test_two_members_that_are_the_same_supplier_stand_once(world: World) -> None:
    double = replace(WINNER, name="Vinnande Städ")
    apply(world, notice_of(contract_of(suppliers=(WINNER, double), subcontractors=(WINNER,))))
    view = only_contract(world)
    assert ([party.name for party in view.suppliers], view.subcontractors) == (["Vinnande Städ AB"], ())


# ---------------------------------------------------------------- the same again, newer, older


def test_another_version_of_a_notice_is_proposed_as_changes(world: World) -> None:
    apply(world, notice_of())
    newer = notice_of(contract_of(value=Decimal(1_300_000), ends_on=D(2028, 3, 31)), version="02")
    row = only(world, newer)
    assert (row.state, row.code) == (RowState.CHANGED, "K-2026-001")
    assert dict(row.changes) == {
        "end": ("", "2028-03-31"),
        "value": ("1200000", "1300000"),
        "currency": ("SEK", "SEK"),
        "notice_id": (f"{NOTICE}-01", f"{NOTICE}-02"),
    }
    twice(world, newer)
    (old,) = apply(world, notice_of(), skip_errors=True).rows
    assert [(error.code, error.facts["value"]) for error in old.errors] == [("notice.older_version", f"{NOTICE}-02")]


def test_a_corrected_notice_replaces_the_one_it_names(world: World) -> None:
    apply(world, notice_of(contract_of(number="")))
    row = only(world, notice_of(contract_of(number="7", lot="LOT-0002"), notice_id=LATER, refers_to=(f"{NOTICE}-01",)))
    assert (row.state, row.changes["number"], row.changes["lot"]) == (
        RowState.CHANGED,
        ("", "7"),
        ("LOT-0001", "LOT-0002"),
    )
    assert only_contract(world).notice_id == f"{LATER}-01"


def test_another_notice_of_the_same_procedure_only_fills_in(world: World) -> None:
    apply(world, notice_of())
    other = notice_of(contract_of(value=Decimal(9), nature="services", suppliers=(FOREIGN,)), notice_id=LATER)
    row = only(world, other)
    assert [one.code for one in row.warnings] == ["notice.only_missing"]
    assert dict(row.changes) == {"nature": ("", "services")}
    view = only_contract(world)
    assert (view.value, view.notice_id, view.suppliers[0].name) == (
        Decimal(1_200_000),
        f"{NOTICE}-01",
        "Vinnande Städ AB",
    )


def test_what_the_coordinator_has_written_stays(world: World) -> None:
    apply(world, notice_of(contract_of(description="Ur annonsen")))
    view = only_contract(world)
    fields = replace(view.fields(), title="Skolstädning", number="A-1", notes="Vårt eget", diary_number="Dnr 9")
    world.services.contracts.edit(view.id, view.version, fields)
    twice(world, notice_of(contract_of(description="Ur annonsen")))


def test_a_void_contract_is_left_as_it_is(world: World) -> None:
    apply(world, notice_of())
    view = only_contract(world)
    world.services.contracts.void(view.id, view.version, "Fel")
    row = only(world, notice_of(contract_of(value=Decimal(1))))
    assert (row.state, row.voided, row.draft) == (RowState.UNCHANGED, True, False)


# ---------------------------------------------------------------- contracts that were there before


def listed(world: World, **fields: Any) -> None:
    """A contract that came from a contract list."""
    usual = ContractRow(
        2, number="2026-1", title="Städ", supplier_name="Vinnande Städ AB", start=D(2026, 4, 1), end=D(2028, 3, 31)
    )
    world.services.imports.apply([replace(usual, **fields)])


def test_a_contract_of_a_list_with_the_same_number_is_the_same(world: World) -> None:
    listed(world, value=Decimal(1_000_000))
    row = only(world, notice_of(contract_of(social_objectives=(SocialObjective.EMPLOYMENT,))))
    assert (row.state, row.draft) == (RowState.CHANGED, False)
    assert row.changes["value"] == ("1000000", "1200000")
    assert row.changes["supplier_org_number"] == ("", "Vinnande Städ AB (559999-1113)")
    view = only_contract(world)
    assert (view.title, view.procedure_id, view.source, view.source_contract_id) == (
        "Städ",
        PROCEDURE,
        "notice",
        "CON-0001",
    )
    assert view.status is ContractStatus.RUNNING
    twice(world, notice_of(contract_of(social_objectives=(SocialObjective.EMPLOYMENT,))))


def test_without_number_it_is_known_by_diarienummer_and_supplier(world: World) -> None:
    listed(world, number="", diary_number="ks 2025/114")
    assert only(world, notice_of()).state is RowState.CHANGED
    assert only_contract(world).number == "2026-1"
    twice(world, notice_of())


def test_the_content_key_of_a_list_is_kept(world: World) -> None:
    listed(world, number="", diary_number="")
    view = only_contract(world)
    world.services.contracts.edit(view.id, view.version, replace(view.fields(), number="2026-1"))
    apply(world, notice_of())
    after = only_contract(world)
    assert (after.source, after.source_contract_id) == ("contract_list", view.source_contract_id)
    twice(world, notice_of())


def test_the_same_number_in_another_procedure_is_another_contract(world: World) -> None:
    apply(world, notice_of())
    other = notice_of(procedure_id=OTHER_PROCEDURE, notice_id=LATER)
    row = only(world, other)
    assert (row.state, row.missing) == (RowState.NEW, ("number", "start", "end"))
    assert [(one.code, dict(one.facts)) for one in row.warnings] == [
        ("notice.number_taken", {"value": "2026-1", "code": "K-2026-001"})
    ]
    assert [view.number for view in contracts(world)] == ["2026-1", None]
    twice(world, other)


def test_a_number_that_two_contracts_of_the_notice_share_stands_with_the_first(world: World) -> None:
    notice = notice_of(contract_of(), contract_of(2, number="2026-1", suppliers=(FOREIGN,)))
    assert [row.missing[0] for row in apply(world, notice).rows] == ["start", "number"]
    assert [(view.number, view.suppliers[0].name) for view in contracts(world)] == [
        ("2026-1", "Vinnande Städ AB"),
        (None, "Gyro Oy"),
    ]
    twice(world, notice)


def test_two_contracts_of_one_supplier_under_one_diarienummer_stay_two(world: World) -> None:
    notice = notice_of(contract_of(number=""), contract_of(2, number="", lot="LOT-0002"))
    apply(world, notice)
    assert [view.lot for view in contracts(world)] == ["LOT-0001", "LOT-0002"]
    twice(world, notice)


def test_another_winner_takes_the_place_of_the_only_supplier(world: World) -> None:
    listed(world, supplier_name="Gamla Städ AB")
    row = only(world, notice_of(contract_of(suppliers=(WINNER, FOREIGN))))
    assert row.changes["supplier_name"] == ("Gamla Städ AB", "Vinnande Städ AB (559999-1113); Gyro Oy (123, FI)")
    assert [party.name for party in only_contract(world).suppliers] == ["Vinnande Städ AB", "Gyro Oy"]


def test_the_days_of_a_confirmed_requirement_follow(world: World) -> None:
    listed(world, start=None, end=None)
    number = only_contract(world).id
    world.services.requirements.register(
        RequirementFields(number, world.type("dialogue"), report_interval=ReportInterval.QUARTERLY)
    )
    apply(world, notice_of(contract_of(starts_on=D(2026, 10, 1), ends_on=D(2027, 9, 30))))
    (requirement,) = only_contract(world).requirements
    assert requirement.first_meeting_by == D(2026, 3, 10)
    assert len(requirement.reports) == 4


def test_an_end_before_the_start_that_is_there_is_told(world: World) -> None:
    listed(world)
    (row,) = apply(world, notice_of(contract_of(ends_on=D(2026, 1, 1))), skip_errors=True).rows
    assert [error.code for error in row.errors] == ["notice.end_before_start"]


def test_requirements_are_proposed_once_and_not_beside_others(world: World) -> None:
    proposal = RequirementProposal("reserved_execution", "Reserverat enligt annonsen", certain=False)
    notice = notice_of(contract_of(requirements=(proposal,)))
    listed(world)
    contract = only_contract(world).id
    world.requirement(contract)
    apply(world, notice)
    assert len(only_contract(world).requirements) == 1


# ---------------------------------------------------------------- intended, then awarded


def test_what_is_meant_to_be_awarded_is_a_draft_whatever_it_has(world: World) -> None:
    whole = contract_of(starts_on=D(2026, 4, 1), ends_on=D(2028, 3, 31))
    intent = notice_of(whole, kind=NoticeKind.INTENT, notice_type="veat")
    row = only(world, intent)
    assert (row.missing, row.changes["intended"]) == (("award",), ("", "true"))
    view = only_contract(world)
    assert (view.intended, view.status, view.missing) == (True, ContractStatus.DRAFT, ("award",))
    (shown,) = world.services.contracts.rows([view.id])
    assert (shown.status, shown.missing) == (ContractStatus.DRAFT, ("award",))
    assert [one.missing for one in world.services.today.unfinished()] == [("award",)]
    twice(world, intent)
    award = notice_of(whole, notice_id=LATER)
    row = only(world, award)
    assert (row.state, row.draft, row.changes["intended"]) == (RowState.CHANGED, False, ("true", "false"))
    assert only_contract(world).status is ContractStatus.RUNNING
    assert world.services.today.unfinished() == ()
    twice(world, award)
    assert only(world, intent).state is RowState.UNCHANGED
    assert only_contract(world).intended is False


def test_a_row_of_a_list_leaves_the_mark_of_intent_where_it_is(world: World) -> None:
    apply(world, notice_of(contract_of(), kind=NoticeKind.INTENT, notice_type="veat"))
    listed(world, title="Städ av skolor")
    view = only_contract(world)
    assert (view.title, view.ends_on, view.intended) == ("Städ av skolor", D(2028, 3, 31), True)
    assert (view.status, view.missing) == (ContractStatus.DRAFT, ("award",))


def test_the_award_to_somebody_else_is_still_that_of_the_intention(world: World) -> None:
    apply(world, notice_of(kind=NoticeKind.INTENT))
    row = only(world, notice_of(contract_of(number="9", suppliers=(FOREIGN,)), notice_id=LATER))
    assert (row.state, row.changes["supplier_name"]) == (RowState.CHANGED, ("Vinnande Städ AB", "Gyro Oy (123, FI)"))
    assert len(contracts(world)) == 1


# ---------------------------------------------------------------- modifications


def modification(*contracts: NoticeContract, **fields: Any) -> Notice:
    return notice_of(
        *contracts,
        **{"kind": NoticeKind.MODIFICATION, "notice_id": LATER, "change_text": "Höjt värde\nFler skolor", **fields},
    )


def test_a_modification_is_proposed_as_changes_to_its_contract(world: World) -> None:
    apply(world, notice_of(contract_of(description="Ur annonsen")))
    changed = modification(contract_of(value=Decimal(2_000_000), currency="EUR", withheld=()))
    row = only(world, changed)
    assert row.state is RowState.CHANGED
    assert dict(row.changes) == {
        "value": ("1200000", "2000000"),
        "currency": ("SEK", "EUR"),
        "notice_id": (f"{NOTICE}-01", f"{LATER}-01"),
        "notes": ("", "Höjt värde\nFler skolor"),
    }
    view = only_contract(world)
    assert view.notes == "Ur annonsen\n\nHöjt värde\nFler skolor"
    twice(world, changed)
    assert only(world, notice_of()).state is RowState.UNCHANGED, "the award is older"


@pytest.mark.parametrize(
    "changes",
    [
        {"procedure_id": OTHER_PROCEDURE, "refers_to": (f"{NOTICE}-01",)},
        {"procedure_id": PROCEDURE},
    ],
)
def test_a_modification_with_a_number_of_its_own_is_known_by_lot_and_supplier(
    world: World, changes: dict[str, Any]
) -> None:
    apply(world, notice_of(contract_of(), contract_of(2, lot="LOT-0002", suppliers=(FOREIGN,))))
    row = only(world, modification(contract_of(1, number="MOD-1", lot="LOT-0002", suppliers=(FOREIGN,)), **changes))
    assert (row.state, row.code) == (RowState.CHANGED, "K-2026-002")
    assert contracts(world)[1].number == "2026-2"


def test_a_modification_of_a_contract_that_is_not_here_is_a_draft(world: World) -> None:
    row = only(world, modification(refers_to=("342558-2018",)))
    assert (row.state, row.draft) == (RowState.NEW, True)
    assert [one.code for one in row.warnings] == ["notice.unknown_contract"]
    assert only_contract(world).notes == "Höjt värde\nFler skolor"


def test_a_modification_that_may_be_of_either_of_two_is_neither(world: World) -> None:
    apply(world, notice_of(contract_of(number=""), contract_of(2, number="")))
    assert only(world, modification(contract_of(number="MOD-1"))).state is RowState.NEW
