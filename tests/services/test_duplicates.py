"""Two records become one: found, compared, everything moved, and all of it taken back."""

import datetime as dt
import shutil
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from socialupph.domain.changes import Entity
from socialupph.domain.commands.candidates import CandidateFields, ConsentFields
from socialupph.domain.commands.contracts import ContractFields
from socialupph.domain.commands.duplicates import MergeRecords
from socialupph.domain.commands.matching import SuggestMatch
from socialupph.domain.commands.suppliers import ContactFields, SupplierFields, WorkplaceFields
from socialupph.domain.commands.training import CourseFields, SessionDayFields, SessionFields, SignUpFields
from socialupph.domain.duplicates import Likeness
from socialupph.domain.errors import RuleViolation, StaleRecord, UndoRefused
from socialupph.domain.kinds import AuditKind, CandidateStatus, ContactRole, ReferenceList, SecrecyBasis
from socialupph.domain.merging import FieldState, Keep
from socialupph.domain.queries import ListQuery
from socialupph.domain.views.duplicates import Hanging, MergeDoubt, MergeWarning
from socialupph.domain.views.timeline import EventKind
from socialupph.persistence.merging import pointers_at
from socialupph.persistence.queries.duplicates import last_operation
from socialupph.persistence.queries.merged import RECORDS
from socialupph.persistence.records import TRACKED, AuditRecord, OperationRecord, Record, SearchItemRecord, SignUpRecord
from socialupph.services.duplicates import KINDS
from socialupph.services.registers import create_sample, open_register
from socialupph.services.sample import SampleSize
from tests.services import contract_world
from tests.services.placement_world import TODAY, MovingClock, World, build

D = dt.date
PAIRS = [(entity, pointer) for entity in KINDS for pointer in pointers_at(RECORDS[entity])]


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    made = build(tmp_path_factory.mktemp("register") / "prov.sup")
    made.services.close()
    return made


@pytest.fixture
def world(template, tmp_path):
    shutil.copy(template.services.path, tmp_path / "prov.sup")
    made = replace(template, services=open_register(tmp_path / "prov.sup", template.clock))
    yield made
    made.services.close()


def content(world: World) -> contract_world.Content:
    return contract_world.World(world.services, contract_world.MovingClock(world.clock.day)).content()


def version(world: World, entity: Entity, record_id: int) -> int:
    with world.services._context.database.read() as session:
        table = RECORDS[entity].table()
        return session.execute(select(table.c.version).where(table.c.id == record_id)).scalar_one()


def merge(world: World, entity: Entity, kept: int, merged: int, **choices: Keep):
    command = MergeRecords(entity, kept, version(world, entity, kept), merged, version(world, entity, merged), choices)
    return world.services.duplicates.merge(command)


def undo(world: World, changes) -> None:
    world.services.undo.undo(changes.operation_id)


def supplier(world: World, name: str, number: str | None = None, **fields: Any) -> int:
    return world.services.suppliers.register(SupplierFields(name, number, **fields)).new_id(Entity.SUPPLIER)


def contact(world: World, name: str, supplier_id: int = 0, **fields: Any) -> int:
    command = replace(ContactFields(supplier_id or world.supplier, name, ContactRole.SUPERVISOR), **fields)
    return world.services.suppliers.register_contact(command).new_id(Entity.CONTACT)


def pairs(world: World, entity: Entity, **within: int) -> list[tuple[int, int]]:
    return [(one.first.id, one.second.id) for one in world.services.duplicates.suspects(entity, **within)]


# ---------------------------------------------------------------- finding


def test_suspects_are_found_and_told(world: World):
    first = supplier(world, "Åsa Städ AB", "556036-0793")
    second = supplier(world, "Åsa Städ i Exempelby")
    third = supplier(world, "Helt Annat AB", "556036-0793")
    found = world.services.duplicates.suspects(Entity.SUPPLIER)
    assert [(one.first.id, one.second.id) for one in found] == [(first, third), (first, second)]
    assert (found[0].first.label, found[0].first.detail) == ("Åsa Städ AB", "556036-0793")
    assert found[0].reasons == (Likeness.SAME_ORG_NUMBER,)
    assert [one.id for one in found] == [1, 2]


def test_a_sole_traders_number_is_not_shown(world: World):
    supplier(world, "Eva Exempel", "811218-9876")
    supplier(world, "Exempel Eva", "811218-9876")
    assert "811218" not in repr(world.services.duplicates.suspects(Entity.SUPPLIER))


def test_void_and_merged_records_are_nobodys_duplicate(world: World):
    people = [world.candidate(name="Rut Exempel", birth_year=1990) for _number in range(3)]
    assert pairs(world, Entity.CANDIDATE) == [(people[0], people[1]), (people[0], people[2])]
    merge(world, Entity.CANDIDATE, people[0], people[1])
    assert pairs(world, Entity.CANDIDATE) == [(people[0], people[2])]
    world.services.candidates.void(people[2], 1, "Fel")
    assert pairs(world, Entity.CANDIDATE) == []


def test_closed_candidates_and_former_contacts_are_compared_too(world: World):
    first, second = (world.candidate(name="Rut Exempel", birth_year=1990) for _number in range(2))
    world.services.candidates.close(first, 1)
    assert pairs(world, Entity.CANDIDATE) == [(first, second)]
    one, other = contact(world, "Eva Ny", active=False), contact(world, "Eva Ny")
    assert pairs(world, Entity.CONTACT) == [(one, other)]


def test_a_pair_said_to_be_two_is_not_shown_again_until_that_is_undone(world: World):
    first, second = (world.candidate(name="Rut Exempel", birth_year=1990) for _number in range(2))
    before = content(world)
    changes = world.services.duplicates.not_the_same(Entity.CANDIDATE, second, first)
    assert changes.entities == {Entity.DISTINCT_PAIR}
    assert pairs(world, Entity.CANDIDATE) == []
    assert not world.services.duplicates.not_the_same(Entity.CANDIDATE, first, second)
    undo(world, changes)
    assert pairs(world, Entity.CANDIDATE) == [(first, second)]
    assert content(world) == before


def test_what_was_said_of_a_record_holds_for_the_one_it_became(world: World):
    first, second, third = (world.candidate(name="Rut Exempel", birth_year=1990) for _number in range(3))
    world.services.duplicates.not_the_same(Entity.CANDIDATE, second, third)
    changes = merge(world, Entity.CANDIDATE, first, second)
    assert pairs(world, Entity.CANDIDATE) == []
    undo(world, changes)
    assert pairs(world, Entity.CANDIDATE) == [(first, second), (first, third)]


def test_the_same_question_is_not_worked_out_twice(world: World, monkeypatch):
    world.candidate(name="Rut Exempel")
    world.candidate(name="Rut Exempel")
    found = world.services.duplicates.suspects(Entity.CANDIDATE)
    assert world.services.duplicates.suspects(Entity.CANDIDATE) is found
    world.candidate(name="Rut Exempel")
    assert len(world.services.duplicates.suspects(Entity.CANDIDATE)) == 2


# ---------------------------------------------------------------- protected people


def test_a_list_of_suspects_never_tells_who_is_protected(world: World):
    world.candidate(name="Rut Zyxwvut", birth_year=1990)
    world.candidate(name="Rut Zyxwvut", birth_year=1990, protected=True, alias="KA-0900")
    told = world.services.duplicates.suspects(Entity.CANDIDATE)
    assert [(one.first.label, one.second.label) for one in told] == [("KA-0001", "KA-0900")]
    assert "Zyxwvut" not in repr(told)
    assert "1990" not in repr(told)


def test_contacts_of_whom_one_is_protected_are_left_to_the_opened_supplier(world: World):
    first = contact(world, "Eva Zyxwvut", phone="070-111 22 33")
    second = contact(world, "Någon Annan", phone="070-111 22 33", protected=True, alias="Sam")
    third, fourth = contact(world, "Bo Ek"), contact(world, "Bo Ek")
    told = world.services.duplicates.suspects(Entity.CONTACT)
    assert [(one.first.id, one.second.id) for one in told] == [(third, fourth)]
    assert told[0].first.detail == "Bygg & Mark i Fjällbyn AB"
    opened = world.services.duplicates.suspects(Entity.CONTACT, supplier_id=world.supplier)
    assert {(one.first.label, one.second.label) for one in opened} == {
        ("Eva Zyxwvut", "Någon Annan"),
        ("Bo Ek", "Bo Ek"),
    }
    assert (first, second) in [(one.first.id, one.second.id) for one in opened]


def test_comparing_opens_both_and_that_is_logged(world: World):
    first = world.candidate(name="Rut Exempel")
    second = world.candidate(name="Rut Exempel", protected=True, alias="Kim")
    before = world.services.audit.last()
    found = world.services.duplicates.compare(Entity.CANDIDATE, first, second)
    assert "Rut Exempel" in found.merged.label
    new = [(line.kind, line.subject) for line in world.services.audit.last()[: -len(before) or None]]
    assert new == [(AuditKind.VIEWED_PROTECTED, "KA-0002")]
    assert MergeWarning(MergeDoubt.BECOMES_PROTECTED) in found.warnings


@pytest.mark.parametrize("kept_is_protected", [False, True])
def test_whoever_was_protected_stays_so(world: World, kept_is_protected: bool):
    guarded = {
        "protected": True,
        "alias": "KA-0900",
        "marking_provision": "OSL 21:3",
        "secrecy_basis": SecrecyBasis.OSL_26_1,
    }
    plain = {"secrecy_basis": SecrecyBasis.OSL_28_11}
    first = world.candidate(name="Rut Zyxwvut", **(guarded if kept_is_protected else plain))
    second = world.candidate(name="Rut Zyxwvut", **(plain if kept_is_protected else guarded))
    before = content(world)
    changes = merge(world, Entity.CANDIDATE, first, second)
    view, gone = world.services.candidates.view(first), world.services.candidates.view(second)
    assert (view.protected, view.alias, view.secrecy_basis) == (True, "KA-0900", SecrecyBasis.OSL_26_1)
    assert (view.marking_provision, gone.protected) == ("OSL 21:3", True)
    assert world.services.candidates.rows([first], show_names=True)[0].label == "KA-0900"
    assert world.services.candidates.ids(ListQuery(search="zyxwvut")) == []
    assert world.services.search.find("zyxwvut", show_names=True) == ()
    assert world.services.search.find("KA-0002") == ()
    with world.services._context.database.read() as session:
        told = [(one.subject, one.detail) for one in session.scalars(select(AuditRecord))]
        told += [(one.kind, one.subject) for one in session.scalars(select(OperationRecord))]
        assert "Zyxwvut" not in repr(told)
    undo(world, changes)
    assert content(world) == before


def test_an_alias_that_would_tell_the_name_stops_the_merger(world: World):
    first = world.candidate(name="Kim Exempel")
    second = world.candidate(name="Rut Exempel", protected=True, alias="Kim")
    before = content(world)
    with pytest.raises(RuleViolation) as caught:
        merge(world, Entity.CANDIDATE, first, second)
    assert caught.value.code == "person.alias_tells"
    assert content(world) == before
    merge(world, Entity.CANDIDATE, first, second, name=Keep.MERGED)
    assert world.services.candidates.view(first).name == "Rut Exempel"


def test_needs_and_target_group_follow_without_being_shown(world: World):
    words = [item.id for item in world.services.reference.items(ReferenceList.WORKPLACE_ADJUSTMENT)][:3]
    group = world.reference(ReferenceList.TARGET_GROUP, "young")
    first = world.candidate(name="Rut Exempel", adjustment_ids=tuple(words[:2]))
    second = world.candidate(name="Rut Exempel", adjustment_ids=tuple(words[1:]), target_group_id=group)
    before = content(world)
    found = world.services.duplicates.compare(Entity.CANDIDATE, first, second)
    labels = [item.label for item in world.services.reference.items(ReferenceList.WORKPLACE_ADJUSTMENT)]
    assert not any(label in repr(found) for label in labels)
    assert (found.kept.needs, found.merged.needs) == (True, True)
    assert (found.kept.target_group, found.merged.target_group) == (False, True)
    assert "candidate_adjustment" not in repr(found.hanging)
    assert "target_group_id" not in [one.key for one in found.fields]
    changes = merge(world, Entity.CANDIDATE, first, second)
    view = world.services.candidates.view(first)
    assert (set(view.adjustment_ids), view.target_group_id) == (set(words), group)
    assert set(world.services.candidates.view(second).adjustment_ids) == set(words[1:])
    undo(world, changes)
    assert content(world) == before


# ---------------------------------------------------------------- comparing


def test_two_candidates_side_by_side(world: World):
    first = world.candidate(name="Rut Exempel", birth_year=1990, phone="070-1")
    second = world.candidate(name="Ruth Exempel", birth_year=1991, email="r@x.example")
    world.services.candidates.register_consent(ConsentFields(second, "Bygg", "Allt", TODAY))
    ours = world.placement(candidate_id=first)
    theirs = world.placement(candidate_id=second, starts_on=D(2026, 12, 1), planned_end_on=D(2027, 2, 1))
    opening = world.opening()
    for person in (first, second):
        world.services.matching.suggest(SuggestMatch(person, opening))
    found = world.services.duplicates.compare(Entity.CANDIDATE, first, second)
    states = {one.key: one.state for one in found.fields}
    assert states["name"] is states["birth_year"] is FieldState.DIFFERS
    assert states["phone"] is states["email"] is FieldState.FILLED
    follow_ups = [len(world.view(number).plan) for number in (ours, theirs)]
    assert Hanging("placement", 1, 1) in found.hanging
    assert Hanging("follow_up", *follow_ups) in found.hanging
    assert Hanging("candidate_consent", 0, 1) in found.hanging
    codes = {one.doubt: one.codes for one in found.warnings}
    assert codes[MergeDoubt.OVERLAPPING_PLACEMENTS] == ("P-0001", "P-0002")
    assert codes[MergeDoubt.SAME_OPENING] == ("PL-0001",)
    assert MergeDoubt.OTHER_BIRTH_YEAR in codes
    assert not found.merged_has_more
    assert world.services.duplicates.compare(Entity.CANDIDATE, world.candidate(), first).merged_has_more
    merge(world, Entity.CANDIDATE, first, second)  # told, never in the way
    assert {one.code for one in world.services.candidates.view(first).placements} == {"P-0001", "P-0002"}


def test_different_numbers_are_told_loudly(world: World):
    first, second = supplier(world, "Bygg", "556000-0167"), supplier(world, "Bygg", "556036-0793")
    one = world.services.duplicates.compare(Entity.SUPPLIER, first, second)
    assert one.warnings == (MergeWarning(MergeDoubt.OTHER_ORG_NUMBER),)
    first = world.candidate(personal_number="19900101-0017")
    second = world.candidate(personal_number="19900202-0024")
    other = world.services.duplicates.compare(Entity.CANDIDATE, first, second)
    assert other.warnings == (MergeWarning(MergeDoubt.OTHER_PERSONAL_NUMBER),)
    assert all(warning.doubt.is_strong for warning in (*one.warnings, *other.warnings))


def test_what_cannot_be_compared_says_why(world: World):
    first, second = supplier(world, "Ett"), supplier(world, "Två")
    here, there = contact(world, "Eva Ny", first), contact(world, "Eva Ny", second)
    compare = world.services.duplicates.compare
    for entity, pair, code in (
        (Entity.SUPPLIER, (first, first), "duplicate.same"),
        (Entity.SUPPLIER, (first, 999), "duplicate.gone"),
        (Entity.CONTACT, (here, there), "duplicate.other_supplier"),
    ):
        with pytest.raises(RuleViolation) as caught:
            compare(entity, *pair)
        assert caught.value.code == code
    merge(world, Entity.SUPPLIER, first, second)
    with pytest.raises(RuleViolation) as caught:
        compare(Entity.SUPPLIER, first, second)
    assert caught.value.code == "duplicate.gone"
    compare(Entity.CONTACT, here, there)  # they belong to the same supplier now


# ---------------------------------------------------------------- merging


def test_a_supplier_goes_up_in_another(world: World):
    services = world.services
    other = supplier(world, "Bygg och Mark Fjällbyn", "556036-0793", phone="063-1", branch="Bygg")
    moved = contact(world, "Rut Exempel", other)
    same_place = services.suppliers.register_workplace(WorkplaceFields(other, "norrtullsskolan")).new_id(
        Entity.WORKPLACE
    )
    placement = world.placement(host_supplier_id=other, workplace_id=same_place, supervisor_id=moved)
    both = services.contracts.register(
        ContractFields(
            "Bro", number="K-18", starts_on=TODAY, ends_on=TODAY, suppliers=(world.supplier,), subcontractors=(other,)
        )
    ).new_id(Entity.CONTRACT)
    turned = services.contracts.register(
        ContractFields(
            "Väg", number="K-19", starts_on=TODAY, ends_on=TODAY, suppliers=(other,), subcontractors=(world.supplier,)
        )
    ).new_id(Entity.CONTRACT)
    before = content(world)
    versions = [services.contracts.view(number).version for number in (both, turned)]
    found = services.duplicates.compare(Entity.SUPPLIER, world.supplier, other)
    assert MergeWarning(MergeDoubt.SAME_CONTRACT, ("K-2026-002", "K-2026-003")) in found.warnings

    changes = merge(world, Entity.SUPPLIER, world.supplier, other)
    view = services.suppliers.view(world.supplier)
    assert (view.org_number, view.phone, view.branch) == ("556036-0793", "063-1", "Bygg")
    assert [one.label for one in view.contacts] == ["Rut Exempel", "Rut Exempel"]
    assert [one.name for one in view.workplaces] == ["Norrtullsskolan"]
    links = world.view(placement).links
    assert (links.host_supplier_id, links.workplace_id, links.supervisor_id) == (world.supplier, world.workplace, moved)
    for number, was in zip((both, turned), versions, strict=True):
        contract = services.contracts.view(number)
        assert [one.supplier_id for one in contract.suppliers] == [world.supplier]
        assert contract.subcontractors == ()
        assert contract.version > was
    assert pairs(world, Entity.CONTACT) == [(world.supervisor, moved)]
    assert {Entity.SUPPLIER, Entity.CONTRACT, Entity.PLACEMENT, Entity.CONTACT, Entity.WORKPLACE} <= changes.entities

    gone = services.suppliers.view(other)
    assert gone.merged_into is not None
    assert (gone.merged_into.id, gone.merged_into.label, gone.merged_into.on) == (world.supplier, view.name, TODAY)
    assert (gone.name, gone.voided) == ("Bygg och Mark Fjällbyn", True)
    assert [one.id for one in gone.contacts] == [moved]
    assert [one.name for one in gone.workplaces] == ["norrtullsskolan"]
    assert [link.label for link in view.merged] == ["Bygg och Mark Fjällbyn"]
    undo(world, changes)
    assert content(world) == before


def test_workplaces_with_other_addresses_stay_two(world: World):
    other = supplier(world, "Bygg")
    services = world.services.suppliers
    for name, address in (("Norrtullsskolan", "Byvägen 2"), ("Kontoret", "")):
        services.register_workplace(WorkplaceFields(other, name, address))
    services.register_workplace(WorkplaceFields(world.supplier, "kontoret"))
    services.register_workplace(WorkplaceFields(other, "Kontoret", "Storgatan 9"))
    before = content(world)
    changes = merge(world, Entity.SUPPLIER, world.supplier, other)
    found = [(one.name, one.address) for one in services.view(world.supplier).workplaces]
    assert found == [("kontoret", "Storgatan 9"), ("Norrtullsskolan", "Storgatan 1"), ("Norrtullsskolan", "Byvägen 2")]
    undo(world, changes)
    assert content(world) == before


def test_a_contact_goes_up_in_another(world: World):
    other = contact(world, "Rut Exempel", email="rut@x.example", role=ContactRole.OTHER)
    placement = world.placement(supervisor_id=other)
    before = content(world)
    changes = merge(world, Entity.CONTACT, world.supervisor, other)
    view = world.services.suppliers.view(world.supplier)
    assert [(one.id, one.email, one.role) for one in view.contacts] == [
        (world.supervisor, "rut@x.example", ContactRole.SUPERVISOR)
    ]
    assert [link.label for link in view.merged] == ["Rut Exempel"]
    assert world.view(placement).links.supervisor_id == world.supervisor
    assert [item.id for item in world.services.lookups.find("contact", "rut", 9)] == [world.supervisor]
    assert [hit.id for hit in world.services.search.find("rut")] == [world.supervisor]
    undo(world, changes)
    assert content(world) == before


def test_a_supervisors_course_follows(world: World):
    services = world.services
    other = contact(world, "Rut Exempel")
    course = services.training.register_course(CourseFields("Handledarutbildning")).new_id(Entity.COURSE)
    days = (SessionDayFields(D(2026, 9, 21), dt.time(8), dt.time(16)),)
    held = services.training.register(SessionFields(course, days, 10, D(2026, 9, 10))).new_id(Entity.SESSION)
    for number in (world.supervisor, other):
        services.sign_ups.register(SignUpFields(held, f"Rut {number}", contact_id=number, supplier_id=world.supplier))
    found = services.duplicates.compare(Entity.CONTACT, world.supervisor, other)
    assert found.warnings == (MergeWarning(MergeDoubt.SAME_SESSION, ("S-0001",)),)
    before = content(world)
    changes = merge(world, Entity.CONTACT, world.supervisor, other)
    with services._context.database.read() as session:
        assert list(session.scalars(select(SignUpRecord.contact_id))) == [world.supervisor] * 2
    undo(world, changes)
    assert content(world) == before


def test_a_candidate_keeps_both_histories(world: World):
    first = world.candidate(name="Rut Exempel")
    second = world.candidate(name="Rut Exempel", email="r@x.example")
    opening = world.opening()
    world.services.matching.suggest(SuggestMatch(second, opening, D(2026, 9, 3)))
    ours, theirs = world.placement(candidate_id=first), world.placement(candidate_id=second)
    world.services.candidates.register_consent(ConsentFields(second, "Bygg", "Allt", TODAY))
    before = content(world)
    changes = merge(world, Entity.CANDIDATE, first, second)
    view = world.services.candidates.view(first)
    told = {(event.kind, event.detail, event.formerly) for event in view.timeline}
    assert told == {
        (EventKind.MERGED, "KA-0002", ""),
        (EventKind.STARTED, "P-0001", ""),
        (EventKind.STARTED, "P-0002", "KA-0002"),
        (EventKind.SUGGESTED, "", "KA-0002"),
    }
    assert (view.email, len(view.consents), {one.id for one in view.placements}) == ("r@x.example", 1, {ours, theirs})
    gone = world.services.candidates.view(second)
    assert {(event.kind, event.detail) for event in gone.timeline} == {
        (EventKind.MERGED, "KA-0001"),
        (EventKind.STARTED, "P-0002"),
        (EventKind.SUGGESTED, ""),
    }
    assert ([one.id for one in gone.placements], len(gone.consents), len(gone.matches)) == ([theirs], 1, 1)
    assert (gone.name, gone.voided) == ("Rut Exempel", True)
    undo(world, changes)
    assert content(world) == before


def test_a_code_that_was_somebodys_leads_to_who_it_is(world: World):
    first, second = (world.candidate(name="Rut Exempel") for _number in range(2))
    changes = merge(world, Entity.CANDIDATE, first, second)
    search = world.services.search
    assert search.locate("ka-0002").id == first
    (hit,) = search.find("ka-0002")
    assert (hit.id, hit.code, hit.detail) == (first, "KA-0001", "tidigare KA-0002")
    undo(world, changes)
    assert search.locate("KA-0002").id == second
    assert [hit.id for hit in search.find("KA-0002")] == [second]


def test_out_of_lists_lookups_and_index(world: World):
    services = world.services
    other = supplier(world, "Bygg och Mark")
    first, second = (world.candidate(name="Rut Exempel") for _number in range(2))
    merge(world, Entity.SUPPLIER, world.supplier, other)
    merge(world, Entity.CANDIDATE, first, second)
    assert services.suppliers.ids(ListQuery()) == [world.supplier]
    assert services.candidates.ids(ListQuery()) == [first]
    assert (services.suppliers.total(), services.candidates.total()) == (1, 1)
    assert [item.id for item in services.lookups.find("supplier", "", 9)] == [world.supplier]
    for kind in ("candidate", "any_candidate"):
        assert [item.id for item in services.lookups.find(kind, "", 9)] == [first]
    with services._context.database.read() as session:
        items = {(item.entity, item.entity_id) for item in session.scalars(select(SearchItemRecord))}
    assert not items & {(Entity.SUPPLIER, other), (Entity.CANDIDATE, second)}


def test_who_must_not_be_found_by_name_can_still_be_chosen_by_code(world: World):
    hidden = world.candidate(name="Rut Zyxwvut", protected=True, alias="KA-0900")
    closed = world.candidate(name="Eva Ny")
    world.services.candidates.close(closed, 1)
    find = world.services.lookups.find
    assert find("any_candidate", "zyxwvut", 9) == ()
    for typed in ("ka-0001", "KA-0900"):
        assert [item.id for item in find("any_candidate", typed, 9)] == [hidden]
    assert [item.id for item in find("any_candidate", "eva", 9)] == [closed]


def test_what_turned_out_to_be_another_is_not_changed(world: World):
    first, second = (world.candidate(name="Rut Exempel") for _number in range(2))
    merge(world, Entity.CANDIDATE, first, second)
    now = version(world, Entity.CANDIDATE, second)
    for change in (
        lambda: world.services.candidates.edit(second, now, CandidateFields("Ny")),
        lambda: world.services.candidates.close(second, now),
        lambda: world.services.candidates.register_consent(ConsentFields(second, "Bygg", "Allt", TODAY)),
        lambda: world.services.matching.suggest(SuggestMatch(second, world.opening())),
    ):
        with pytest.raises(RuleViolation) as caught:
            change()
        assert caught.value.code == "record.merged"


def test_what_was_saved_meanwhile_is_not_merged_over(world: World):
    first, second = (world.candidate(name="Rut Exempel") for _number in range(2))
    world.services.candidates.edit(second, 1, CandidateFields("Rut Exempel", phone="1"))
    before = content(world)
    for versions in ((1, 1), (2, 2)):
        with pytest.raises(StaleRecord):
            world.services.duplicates.merge(MergeRecords(Entity.CANDIDATE, first, versions[0], second, versions[1]))
    assert content(world) == before
    merge(world, Entity.CANDIDATE, first, second)
    with pytest.raises(StaleRecord):  # what hangs on the kept one has changed, though none of its own fields need have
        world.services.candidates.edit(first, 1, CandidateFields("Rut Exempel"))


def test_the_status_is_that_of_who_is_still_a_candidate(world: World):
    first, second = (world.candidate(name="Rut Exempel") for _number in range(2))
    world.services.candidates.close(first, 1)
    merge(world, Entity.CANDIDATE, first, second)
    assert world.services.candidates.view(first).status is CandidateStatus.ACTIVE


def test_one_after_the_other(world: World):
    people = [world.candidate(name="Rut Exempel") for _number in range(3)]
    placements = [world.placement(candidate_id=one) for one in people]
    contents = [content(world)]
    operations = [merge(world, Entity.CANDIDATE, people[1], people[0])]
    contents.append(content(world))
    operations.append(merge(world, Entity.CANDIDATE, people[2], people[1]))
    services = world.services
    view = services.candidates.view(people[2])
    assert {one.id for one in view.placements} == set(placements)
    assert {(event.detail, event.formerly) for event in view.timeline if event.kind is EventKind.STARTED} == {
        ("P-0001", "KA-0001"),
        ("P-0002", "KA-0002"),
        ("P-0003", ""),
    }
    assert [link.label for link in view.merged] == ["KA-0001", "KA-0002"]
    middle = services.candidates.view(people[1])
    assert {(event.detail, event.formerly) for event in middle.timeline if event.kind is EventKind.STARTED} == {
        ("P-0001", "KA-0001"),
        ("P-0002", ""),
    }
    for number in people:
        assert services.search.locate(f"KA-000{number}").id == people[2]
        into = services.candidates.view(number).merged_into
        assert number == people[2] or (into is not None and into.id == people[2])
    with pytest.raises(UndoRefused):
        undo(world, operations[0])
    for changes, was in zip(reversed(operations), reversed(contents), strict=True):
        undo(world, changes)
        assert content(world) == was


def test_undo_is_refused_where_something_was_built_on_it(world: World):
    first, second = (world.candidate(name="Rut Exempel") for _number in range(2))
    placement = world.placement(candidate_id=second)
    changes = merge(world, Entity.CANDIDATE, first, second)
    view = world.view(placement)
    world.services.placements.edit(placement, view.version, replace(world.fields(candidate_id=first), note="Ny"))
    before = content(world)
    with pytest.raises(UndoRefused) as caught:
        undo(world, changes)
    assert "P-0001" in str(caught.value.facts)
    assert content(world) == before


def test_the_log_tells_codes_only(world: World):
    first, second = (world.candidate(name="Rut Zyxwvut") for _number in range(2))
    merge(world, Entity.CANDIDATE, first, second)
    line = world.services.audit.last(1)[0]
    assert (line.kind, line.subject, line.detail) == (AuditKind.MERGED, "KA-0001", "KA-0002")
    other = supplier(world, "Eva Zyxwvut")
    merge(world, Entity.SUPPLIER, world.supplier, other)
    assert "Zyxwvut" not in repr(world.services.audit.last())


# ---------------------------------------------------------------- nothing that points is forgotten


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "prov.sup"
    made = create_sample(path, SampleSize.SMALL, build_clock())
    made.close()
    return path


def build_clock() -> MovingClock:
    return MovingClock(TODAY)


@pytest.fixture
def large(sample, tmp_path):
    shutil.copy(sample, tmp_path / "prov.sup")
    services = open_register(tmp_path / "prov.sup", build_clock())
    yield World(services, build_clock(), 0, 0, 0, 0, 0)
    services.close()


def two(world: World, entity: Entity) -> tuple[int, int]:
    """Two records that may be merged: new ones, so that nothing points at them yet."""
    if entity is Entity.SUPPLIER:
        return supplier(world, "Ett AB"), supplier(world, "Två AB")
    if entity is Entity.CANDIDATE:
        return world.candidate(name="Ett Exempel"), world.candidate(name="Två Exempel")
    host = supplier(world, "Ett AB")
    return contact(world, "Ett Exempel", host), contact(world, "Två Exempel", host)


def test_nothing_without_history_points_at_what_can_be_merged():
    targets = {RECORDS[entity].table() for entity in KINDS}
    pointing = {
        table.name
        for table in Record.metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table in targets
    }
    assert pointing <= set(TRACKED)
    assert len(PAIRS) > 15


MADE_UP: dict[str, dict[str, Any]] = {
    "task": {"title": "Ring", "due_on": TODAY},
    "document": {"name": "x.pdf", "media_type": "application/pdf", "size": 1, "content": b"x"},
}
"""Rows of tables that the sample register has none of."""


@pytest.mark.parametrize(("entity", "pointer"), PAIRS, ids=lambda one: getattr(one, "column", one))
def test_every_row_that_points_is_moved(large: World, entity: Entity, pointer):
    kept, merged = two(large, entity)
    table = pointer.table
    with large.services._context.database.write("test") as work:
        row = work.session.scalars(select(pointer.record_type).order_by(table.c.id.desc()).limit(1)).first()
        if row is None:
            row = pointer.record_type(**MADE_UP[table.name])
            work.session.add(row)
        setattr(row, pointer.column, merged)
        if pointer.about is not None:
            row.about = pointer.about
    row_id = row.id
    before = content(large)
    changes = merge(large, entity, kept, merged)
    with large.services._context.database.read() as session:
        for one in pointers_at(RECORDS[entity]):
            assert session.execute(select(one.table.c.id).where(*one.at(merged))).all() == []
        assert session.execute(select(table.c[pointer.column]).where(table.c.id == row_id)).scalar_one() == kept
        (ref,) = session.scalars(select(TRACKED[table.name]).where(table.c.id == row_id))
        assert ref.ref() in changes.touched
        assert last_operation(session) == changes.operation_id
    undo(large, changes)
    assert content(large) == before
