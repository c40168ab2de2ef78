"""What the fields of two records become when they are one."""

import datetime as dt

import pytest

from socialupph.domain.changes import Entity
from socialupph.domain.kinds import CandidateStatus, Referrer, SecrecyBasis, Sex
from socialupph.domain.merging import FIELDS, STAYS, FieldState, Keep, merge_fields
from socialupph.persistence.records import TRACKED

BLANK = {
    "sex": Sex.UNKNOWN,
    "referrer": Referrer.AF,
    "status": CandidateStatus.ACTIVE,
    "wished_occupations": [],
    "secrecy_basis": SecrecyBasis.OSL_26_1,
    "protected": False,
}


def candidate(**values):
    names = [name for one in FIELDS[Entity.CANDIDATE] for name in (*one.names(), *one.follows)]
    return {**dict.fromkeys(names), **BLANK, **values}


def merged(kept, gone, **choices):
    found = merge_fields(Entity.CANDIDATE, candidate(**kept), candidate(**gone), choices)
    return found.values, {one.key: one.state for one in found.fields}


@pytest.mark.parametrize("entity", FIELDS)
def test_every_column_is_merged_or_stays(entity):
    stamps = {"id", "created_at", "changed_at", "version"}
    told = {name for one in FIELDS[entity] for name in (*one.names(), *one.follows)} | STAYS[entity]
    assert set(TRACKED[entity].table().c.keys()) == told | stamps


def test_what_differs_is_chosen_and_what_lacks_is_filled():
    kept, gone = {"name": "Rut", "phone": "1", "sex": Sex.UNKNOWN}, {"name": "Ruth", "email": "r@x", "sex": Sex.WOMAN}
    values, states = merged(kept, gone)
    assert (values["name"], values["phone"], values["email"], values["sex"]) == ("Rut", "1", "r@x", Sex.WOMAN)
    assert states["name"] is FieldState.DIFFERS
    assert states["phone"] is states["email"] is states["sex"] is FieldState.FILLED
    assert states["note"] is FieldState.EMPTY
    values, _states = merged(kept, gone, name=Keep.MERGED, phone=Keep.MERGED)
    assert (values["name"], values["phone"]) == ("Ruth", "1")


def test_a_choice_about_nothing_is_a_fault():
    with pytest.raises(KeyError):
        merged({}, {}, colour=Keep.KEPT)


def test_columns_that_go_together_come_from_one_side():
    first, second = dt.date(2026, 1, 1), dt.date(2026, 5, 5)
    kept = {"certified_by": "AF", "certified_on": first, "target_group_id": 3}
    gone = {"certified_by": "Kommunen", "certified_on": second, "target_group_id": 4}
    assert [merged(kept, gone)[0][name] for name in ("certified_by", "certified_on", "target_group_id")] == [
        "AF", first, 3
    ]  # fmt: skip
    values, _states = merged(kept, gone, certificate=Keep.MERGED)
    assert (values["certified_by"], values["certified_on"], values["target_group_id"]) == ("Kommunen", second, 4)
    values, states = merged({"certified_by": "AF"}, {"certified_by": "AF", "certified_on": second})
    assert (values["certified_on"], states["certificate"]) == (second, FieldState.FILLED)
    values, _states = merged({"certified_by": "AF"}, {"certified_by": "Kommunen", "certified_on": second})
    assert values["certified_on"] is None


def test_a_target_group_follows_where_the_other_side_names_none():
    values, _states = merged({"certified_by": "AF"}, {"target_group_id": 4})
    assert values["target_group_id"] == 4


def test_lists_and_notes_are_joined():
    kept = {"wished_occupations": ["Målare"], "note": "Ring först."}
    gone = {"wished_occupations": ["målare", "Snickare"], "note": "Kör truck."}
    values, states = merged(kept, gone)
    assert values["wished_occupations"] == ["Målare", "Snickare"]
    assert values["note"] == "Ring först.\n\nKör truck."
    assert states["note"] is FieldState.SETTLED
    assert merged({"note": "Ring först. Kör truck."}, {"note": "Kör truck."})[0]["note"] == "Ring först. Kör truck."


@pytest.mark.parametrize("turned", [False, True])
def test_what_protects_wins_whichever_way(turned):
    open_one = {"secrecy_basis": SecrecyBasis.OSL_28_11, "status": CandidateStatus.CLOSED}
    strict = {
        "protected": True,
        "alias": "Robin",
        "secrecy_basis": SecrecyBasis.OSL_26_1,
        "marking_provision": "OSL 21:3",
        "marking_authority": "Skatteverket",
        "status": CandidateStatus.PLACED,
    }
    values, _states = merged(strict, open_one) if turned else merged(open_one, strict)
    assert {name: values[name] for name in (*strict, *open_one)} == strict


def test_closed_only_where_both_are():
    closed = {"status": CandidateStatus.CLOSED}
    assert merged(closed, closed)[0]["status"] is CandidateStatus.CLOSED
    assert merged(closed, {})[0]["status"] is CandidateStatus.ACTIVE


def test_a_number_brings_its_country():
    names = [name for one in FIELDS[Entity.SUPPLIER] for name in (*one.names(), *one.follows)]
    ours = {**dict.fromkeys(names), "name": "Bygg", "country": "SE"}
    theirs = {**ours, "org_number": "DK1", "country": "DK"}
    values = merge_fields(Entity.SUPPLIER, ours, theirs, {}).values
    assert (values["org_number"], values["country"]) == ("DK1", "DK")
    values = merge_fields(Entity.SUPPLIER, {**ours, "org_number": "556000-0167"}, theirs, {}).values
    assert (values["org_number"], values["country"]) == ("556000-0167", "SE")
