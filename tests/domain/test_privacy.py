import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialupph.domain.errors import RuleViolation
from socialupph.domain.privacy import (
    PersonFacts,
    PersonKind,
    Place,
    Privacy,
    ShownPerson,
    check_alias,
    may_leave_record,
    shown_person,
)

SECRETS = {
    "name": "Ingrid Exempel",
    "organisation": "Fiktiva Fasader AB",
    "phone": "070-174 06 05",
    "email": "ingrid@fasader.example",
}


def person(
    kind: PersonKind, *, protected: bool = False, alias: str = "Kim Granqvist", code: str = "KA-0042"
) -> PersonFacts:
    return PersonFacts(code, alias, protected=protected, kind=kind, **SECRETS)


CANDIDATE, CONTACT, SIGN_UP = (person(kind) for kind in PersonKind)


@pytest.mark.parametrize("place", [Place.LIST, Place.SEARCH, Place.EXPORT, Place.PAPER])
def test_a_candidate_is_a_code_until_names_are_chosen(place: Place):
    by_code = shown_person(CANDIDATE, place=place, show_names=False)
    assert (by_code.label, by_code.name, by_code.phone, by_code.email) == ("KA-0042", None, "", "")
    assert by_code.may_link_workplace
    named = shown_person(CANDIDATE, place=place, show_names=True)
    assert (named.label, named.name) == ("KA-0042 Ingrid Exempel", "Ingrid Exempel")


@pytest.mark.parametrize("place", [Place.TITLE, Place.LOG, Place.CALENDAR, Place.MAIL, Place.STATISTICS])
def test_a_candidates_name_never_stands_where_it_stays(place: Place):
    found = shown_person(CANDIDATE, place=place, show_names=True)
    assert (found.label, found.name) == ("KA-0042", None)
    assert found.may_link_workplace == (place not in (Place.LOG, Place.STATISTICS))


def test_a_candidate_without_a_name_is_a_code():
    nameless = PersonFacts("KA-0043")
    assert shown_person(nameless, place=Place.LIST, show_names=True).label == "KA-0043"
    assert shown_person(nameless, place=Place.OPENED_RECORD, show_names=False).label == "KA-0043"
    assert shown_person(PersonFacts(), place=Place.LIST, show_names=True).label == "–"
    assert shown_person(PersonFacts(), place=Place.OPENED_RECORD, show_names=True).label == "–"


@pytest.mark.parametrize("one", [CONTACT, SIGN_UP])
def test_contacts_and_course_participants_are_listed_by_name(one: PersonFacts):
    for place in (Place.LIST, Place.SEARCH, Place.EXPORT, Place.PAPER, Place.CALENDAR, Place.MAIL):
        found = shown_person(one, place=place, show_names=False)
        assert (found.label, found.organisation, found.phone) == (one.name, one.organisation, one.phone)
    title = shown_person(one, place=Place.TITLE, show_names=False)
    assert (title.label, title.phone, title.email) == (one.name, "", "")
    for place in (Place.LOG, Place.STATISTICS):
        assert shown_person(one, place=place, show_names=True) == ShownPerson("KA-0042")


@pytest.mark.parametrize("kind", PersonKind)
def test_everything_stands_in_the_opened_record(kind: PersonKind):
    found = shown_person(person(kind, protected=True), place=Place.OPENED_RECORD, show_names=False)
    assert found.name == SECRETS["name"]
    assert (found.organisation, found.phone, found.email) == tuple(SECRETS.values())[1:]
    assert found.may_link_workplace


@pytest.mark.parametrize(
    ("kind", "place", "names"),
    list(itertools.product(PersonKind, [p for p in Place if p is not Place.OPENED_RECORD], [True, False])),
)
def test_a_protected_person_is_nothing_but_the_alias(kind: PersonKind, place: Place, names: bool):
    found = shown_person(person(kind, protected=True), place=place, show_names=names)
    assert found.label == "Kim Granqvist"
    assert (found.name, found.phone, found.email, found.may_link_workplace) == (None, "", "", False)
    assert not any(secret in str(found) for secret in SECRETS.values())
    assert found.may_occur == (place in (Place.LIST, Place.EXPORT, Place.PAPER, Place.CALENDAR))


def test_the_organisation_of_a_protected_participant_is_said_on_site():
    protected = person(PersonKind.SIGN_UP, protected=True)
    for place in (Place.LIST, Place.EXPORT, Place.PAPER):
        assert shown_person(protected, place=place, show_names=True).organisation == "Uppges på plats"
    assert shown_person(protected, place=Place.CALENDAR, show_names=True).organisation == ""
    contact = person(PersonKind.CONTACT, protected=True)
    assert shown_person(contact, place=Place.PAPER, show_names=True).organisation == ""


def test_a_protected_candidate_may_go_by_the_code():
    by_code = person(PersonKind.CANDIDATE, protected=True, alias="")
    assert shown_person(by_code, place=Place.LIST, show_names=True).label == "KA-0042"
    nothing = person(PersonKind.CANDIDATE, protected=True, alias="", code="")
    assert shown_person(nothing, place=Place.LIST, show_names=True).label == "–"


@given(
    st.sampled_from(PersonKind),
    st.sampled_from([place for place in Place if place is not Place.OPENED_RECORD]),
    st.booleans(),
    st.text(min_size=4),
    st.text(min_size=4),
)
def test_no_secret_of_a_protected_person_is_shown_whatever_it_is(
    kind: PersonKind, place: Place, names: bool, name: str, phone: str
):
    facts = PersonFacts("KA-1", "KA-1", name, True, "x" + name, phone, phone + "@x", kind)
    plain = PersonFacts("KA-1", "KA-1", "", True, "", "", "", kind)
    assert shown_person(facts, place=place, show_names=names) == shown_person(plain, place=place, show_names=names)


def test_sensitive_and_protected_columns_stay_in_the_record():
    assert [privacy for privacy in Privacy if may_leave_record(privacy)] == [Privacy.OPEN, Privacy.PERSONAL]


def test_a_protected_person_must_be_called_something_that_tells_nothing():
    check_alias(person(PersonKind.SIGN_UP, protected=True))
    check_alias(person(PersonKind.SIGN_UP, alias="", code=""))
    check_alias(person(PersonKind.CANDIDATE, protected=True, alias=""))
    with pytest.raises(RuleViolation, match=r"person\.alias_missing"):
        check_alias(person(PersonKind.SIGN_UP, protected=True, alias=" ", code=""))
    with pytest.raises(RuleViolation, match=r"person\.alias_tells"):
        check_alias(person(PersonKind.SIGN_UP, protected=True, alias="ingrid Granqvist"))
