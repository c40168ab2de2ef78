"""Contracts as the coordinator meets them: registered, opened, changed, voided, found, and always with the right status."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socialupph.domain.changes import Entity
from socialupph.domain.commands.contracts import ContractFields, ContractNoteFields, OptionFields
from socialupph.domain.contracts import ContractFacts, ContractStatus, OptionFacts, contract_status, end_with_options
from socialupph.domain.deadlines import DeadlineKind, ReportInterval
from socialupph.domain.errors import NotFound, RuleViolation, StaleRecord
from socialupph.domain.kinds import ContractKind, SocialObjective
from socialupph.domain.queries import ListQuery
from socialupph.domain.requirements import Standing
from socialupph.specs import contracts as specs
from socialupph.specs.cells import cell_text
from tests.services.contract_world import TODAY, World, build, codes, told, touched

D = dt.date


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = build(tmp_path / "prov.sup")
    yield made
    made.services.close()


# ---------------------------------------------------------------- register, view, edit, void


def test_a_contract_is_kept_whole(world: World):
    command = world.contract_fields(
        subcontractors=(world.other,),
        value=Decimal("84500000.50"),
        kind=ContractKind.FRAMEWORK,
        social_objectives=(SocialObjective.EMPLOYMENT,),
        notes="  Möte i mars. ",
        options=(OptionFields(12, notice_by=D(2027, 1, 1)), OptionFields(12)),
    )
    changes = world.services.contracts.register(command)
    assert changes.entities == {Entity.CONTRACT}
    view = world.view(changes.new_id(Entity.CONTRACT))
    assert view.code == "K-2026-001"
    assert view.version == 1
    assert view.status is ContractStatus.RUNNING
    assert (view.suppliers[0].name, view.suppliers[0].org_number) == ("Bygg & Mark i Exempelby AB", "556000-0167")
    assert [party.name for party in view.subcontractors] == ["Åsa Städ AB"]
    assert [buyer.name for buyer in view.buyers] == ["Exempelby kommun"]
    assert (view.value, view.notes) == (Decimal("84500000.50"), "Möte i mars.")
    assert view.last_day == D(2027, 6, 30)
    assert [(one.begins_on, one.ends_on) for one in view.options] == [
        (D(2027, 7, 1), D(2028, 6, 30)),
        (D(2028, 7, 1), D(2029, 6, 30)),
    ]
    assert view.fields() == replace(command, notes="Möte i mars.", options=None)


def test_codes_follow_the_year_of_start_and_are_never_reused(world: World):
    first = world.services.contracts.register(world.contract_fields())
    assert first.operation_id is not None
    world.services.undo.undo(first.operation_id)
    world.contract(number="b")
    world.contract(number="c", starts_on=D(2025, 1, 1))
    world.contract(number=None, starts_on=None, ends_on=None)
    rows = world.services.contracts.rows(world.services.contracts.ids(ListQuery(sort="code")))
    assert codes(rows) == ["K-2025-001", "K-2026-002", "K-2026-003"]


def test_changing_tells_what_differs(world: World):
    number = world.contract(options=(OptionFields(12),))
    before = world.content()
    view = world.view(number)
    changes = world.services.contracts.edit(
        number, view.version, replace(view.fields(), title="Norrtullsskolan, hus C", suppliers=(world.other,))
    )
    assert told(changes) == touched(before, world.content()) == {("contract", number)}
    changed = world.view(number)
    assert (changed.title, changed.suppliers[0].name) == ("Norrtullsskolan, hus C", "Åsa Städ AB")
    assert changed.options == view.options, "options that are not told of stay"


def test_saving_the_same_again_changes_nothing(world: World):
    number = world.contract(options=(OptionFields(12),))
    view = world.view(number)
    before = world.content()
    assert not world.services.contracts.edit(number, view.version, view.fields())
    assert world.content() == before
    assert world.view(number).version == view.version


@pytest.mark.parametrize("part", ["subcontractors", "buyers", "options"])
def test_a_part_that_changed_makes_an_older_form_stale(world: World, part: str):
    number = world.contract()
    opened = world.view(number)
    changed = {"subcontractors": (world.other,), "buyers": (), "options": (OptionFields(6),)}[part]
    world.services.contracts.edit(number, opened.version, replace(opened.fields(), **{part: changed}))
    with pytest.raises(StaleRecord):
        world.services.contracts.edit(number, opened.version, replace(opened.fields(), title="Gammal flik"))


def test_voiding_takes_it_out_of_lists_and_undo_brings_it_back(world: World):
    number = world.contract()
    world.requirement(number)
    view = world.view(number)
    with pytest.raises(RuleViolation, match=r"void\.reason_missing"):
        world.services.contracts.void(number, view.version, " ")
    changes = world.services.contracts.void(number, view.version, "Dubblett")
    assert world.services.contracts.ids(ListQuery()) == []
    assert world.services.requirements.ids(ListQuery()) == []
    assert world.view(number).voided
    assert changes.operation_id is not None
    world.services.undo.undo(changes.operation_id)
    assert world.services.contracts.ids(ListQuery()) == [number]


def test_a_contract_that_is_gone(world: World):
    with pytest.raises(NotFound):
        world.services.contracts.view(99)


# ---------------------------------------------------------------- what cannot be


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"title": " "}, "field.missing", "title"),
        ({"ends_on": D(2026, 2, 1)}, "contract.end_before_start", "ends_on"),
        ({"value": Decimal(-1)}, "amount.range", "value"),
        ({"value": Decimal("1.005")}, "amount.decimals", "value"),
        ({"value": Decimal("NaN")}, "amount.range", "value"),
        ({"currency": "kr"}, "amount.currency", "currency"),
        ({"options": (OptionFields(0),)}, "contract.option_length", "length_months"),
        ({"options": (OptionFields(1000),)}, "contract.option_too_long", "length_months"),
        ({"suppliers": (1, 1)}, "contract.party_twice", "suppliers"),
        ({"subcontractors": (1,)}, "contract.party_twice", "subcontractors"),
        ({"buyers": (77,)}, "contract.party_unknown", "buyers"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_kept(world: World, fields: dict[str, object], code: str, field: str):
    before = world.content()
    with pytest.raises(RuleViolation) as caught:
        world.contract(**fields)
    assert (caught.value.code, caught.value.field) == (code, field)
    assert world.content() == before


def test_a_number_is_that_of_one_contract_however_it_is_written(world: World):
    number = world.contract(number="Dnr 2026/14")
    with pytest.raises(RuleViolation) as caught:
        world.contract(number="DNR  2026/14")
    assert (caught.value.code, caught.value.field, caught.value.facts) == (
        "contract.number_taken",
        "number",
        {"code": "K-2026-001"},
    )
    world.contract(number="Dnr 2026/15")
    view = world.view(number)
    world.services.contracts.edit(number, view.version, replace(view.fields(), number="dnr 2026/14"))
    world.services.contracts.void(number, world.view(number).version, "Fel")
    world.contract(number="Dnr 2026/14")


# ---------------------------------------------------------------- status


@pytest.mark.parametrize("lacks", ["number", "suppliers", "starts_on", "ends_on"])
def test_a_draft_says_what_it_lacks_and_counts_nowhere_else(world: World, lacks: str):
    number = world.contract(**{lacks: () if lacks == "suppliers" else None})
    (row,) = world.services.contracts.rows([number])
    words = {"number": "number", "suppliers": "supplier", "starts_on": "start", "ends_on": "end"}
    assert (row.status, row.missing) == (ContractStatus.DRAFT, (words[lacks],))
    world.requirement(number)
    assert world.services.requirements.ids(ListQuery()) == []
    assert [one.missing for one in world.services.today.unfinished()] == [(lacks,)]
    assert row.deadline is None


_DAYS = st.dates(D(2024, 1, 1), D(2029, 12, 31))
_OPTIONS = st.lists(st.tuples(st.integers(1, 36), st.booleans()), max_size=3)


@given(
    start=st.none() | _DAYS,
    length=st.none() | st.integers(0, 1500),
    options=_OPTIONS,
    today=_DAYS,
    intended=st.sampled_from((False, False, False, True)),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_status_in_sql_is_that_of_the_rule(
    world: World,
    start: dt.date | None,
    length: int | None,
    options: list[tuple[int, bool]],
    today: dt.date,
    intended: bool,
):
    end = None if start is None or length is None else start + dt.timedelta(days=length)
    used = tuple(OptionFields(months, used_on=TODAY if is_used else None) for months, is_used in options)
    changes = world.services.contracts.register(
        world.contract_fields(number="x", starts_on=start, ends_on=end, options=used, intended=intended)
    )
    number = changes.new_id(Entity.CONTRACT)
    world.clock.day = today
    facts = ContractFacts(
        "x", True, start, end, tuple(OptionFacts(one.length_months, None, one.used_on) for one in used), intended
    )
    (row,) = world.services.contracts.rows([number])
    view = world.view(number)
    assert row.status is view.status is contract_status(facts, today)
    assert row.ends_on == view.last_day == (None if end is None else end_with_options(end, facts.options))
    listed = world.services.contracts.ids(ListQuery(filters=(("status", (row.status.value,)),)))
    assert number in listed
    world.clock.day = TODAY
    assert changes.operation_id is not None
    world.services.undo.undo(changes.operation_id)


# ---------------------------------------------------------------- options and contact log


def test_an_option_that_is_used_moves_the_last_day(world: World):
    number = world.contract()
    world.services.contracts.add_option(number, OptionFields(12, notice_by=D(2027, 1, 31), confirmed=False))
    (option,) = world.view(number).options
    assert not option.confirmed
    world.services.contracts.edit_option(option.id, option.version, OptionFields(12, used_on=D(2027, 1, 15)))
    view = world.view(number)
    assert (view.last_day, view.options[0].confirmed) == (D(2028, 6, 30), True)
    world.clock.day = D(2027, 9, 1)
    assert world.view(number).status is ContractStatus.IN_OPTION
    world.services.contracts.remove_option(option.id, view.options[0].version)
    assert world.view(number).status is ContractStatus.ENDED


def test_the_contact_log_is_newest_first(world: World):
    number = world.contract()
    world.services.contracts.add_note(ContractNoteFields(number, D(2026, 9, 1), "Vill ha en till", "platsledningen"))
    world.services.contracts.add_note(ContractNoteFields(number, D(2026, 9, 18), "Möte bokat"))
    first, second = world.view(number).log
    assert (first.text, second.text, second.with_whom) == ("Möte bokat", "Vill ha en till", "platsledningen")
    world.services.contracts.edit_note(
        first.id, first.version, ContractNoteFields(number, D(2026, 9, 18), "Möte hölls")
    )
    world.services.contracts.remove_note(second.id, second.version)
    assert [note.text for note in world.view(number).log] == ["Möte hölls"]


# ---------------------------------------------------------------- lists


def test_the_list_is_in_swedish_order_and_can_be_sorted_by_every_column(world: World):
    for title, number in [("Äldreboende", "10"), ("Zoo", "9"), ("Åbron", "100"), ("Östra skolan", "2")]:
        world.contract(title=title, number=number)

    def titles(sort: str) -> list[str]:
        return [row.title for row in world.services.contracts.rows(world.services.contracts.ids(ListQuery(sort=sort)))]

    assert titles("title") == ["Zoo", "Åbron", "Äldreboende", "Östra skolan"]
    assert titles("number") == ["Östra skolan", "Zoo", "Äldreboende", "Åbron"]
    for column in specs.TABLE.columns:
        if column.sortable:
            assert len(titles(column.key)) == 4
    with pytest.raises(KeyError):
        titles("colour")


def test_every_filter_of_the_list_is_known(world: World):
    number = world.contract()
    for one in specs.TABLE.filters:
        for choice in one.choices:
            world.services.contracts.ids(ListQuery(filters=((one.key, (choice.value,)),)))
    by_supplier = ListQuery(filters=(("supplier", (str(world.supplier),)), ("buyer", (str(world.buyer),))))
    assert world.services.contracts.ids(by_supplier) == [number]
    assert world.services.contracts.ids(ListQuery(filters=(("supplier", (str(world.other),)),))) == []


def test_searching_tells_a_from_its_ring_and_looks_at_the_supplier_too(world: World):
    by_supplier = world.contract(title="Lokalvård", number="1", suppliers=(world.other,))
    by_title = world.contract(title="Asarum, ny bro", number="2")

    def found(typed: str) -> list[int]:
        return world.services.contracts.ids(ListQuery(search=typed))

    assert found("åsa") == found("Åsa") == found("ÅSA STÄD") == [by_supplier]
    assert found("Asa") == [by_title]
    assert found("K-2026-001") == [by_supplier]
    assert found("lokalvård asa") == []
    assert found('"') == []


def test_a_row_says_what_is_due_and_how_its_requirements_stand(world: World):
    number = world.contract()
    world.requirement(number, report_interval=ReportInterval.QUARTERLY)
    (row,) = world.services.contracts.rows([number])
    assert row.standing is Standing.AT_RISK, "nobody has started though it was due"
    assert row.deadline is not None
    assert (row.deadline.kind, row.deadline.due) == (DeadlineKind.FIRST_MEETING, D(2026, 2, 10))
    assert row.deadline_in_days == (D(2026, 2, 10) - TODAY).days
    texts = {column.key: cell_text(column, row) for column in specs.TABLE.columns}
    assert texts["requirements"] == "Praktik, 16 heltidsmånader"
    assert texts["deadline"] == "232 dgr försenad"
    assert texts["standing"] == "I riskzon"
    filters = (("standing", ("at_risk",)),)
    assert world.services.contracts.ids(ListQuery(filters=filters)) == [number]
    assert world.services.contracts.ids(ListQuery(filters=(("standing", ("met",)),))) == []


def test_deadlines_come_in_order_and_end_with_the_contract(world: World):
    number = world.contract(options=(OptionFields(12, notice_by=D(2026, 12, 25)),))
    world.requirement(number)
    kinds = [one.kind for one in world.view(number).deadlines]
    assert kinds == [
        DeadlineKind.FIRST_MEETING,
        DeadlineKind.FIRST_START,
        DeadlineKind.OPTION_NOTICE,
        DeadlineKind.CONTRACT_END,
    ]
    notice = world.view(number).deadlines[2]
    assert notice.remind_on == D(2026, 12, 23), "it falls on a day off and is not moved itself"
    world.clock.day = D(2027, 7, 1)
    assert world.view(number).deadlines == ()


def test_a_sole_trader_is_listed_without_number(world: World):
    trader = world.new_supplier("Eva Exempel", "811218-9876")
    number = world.contract(suppliers=(trader,))
    (row,) = world.services.contracts.rows([number])
    assert (row.supplier, row.org_number) == ("Eva Exempel", "")
    assert world.view(number).suppliers[0].org_number == ""


def test_a_contract_only_needs_a_title(world: World):
    number = world.services.contracts.register(ContractFields("Något på gång")).new_id(Entity.CONTRACT)
    assert world.view(number).missing == ("number", "supplier", "start", "end")
