"""Which records are suspected to be the same, why, and in what order."""

import pytest

from socialupph.domain.duplicates import (
    CandidateFacts,
    ContactFacts,
    Likeness,
    SupplierFacts,
    bare_phone,
    suspicious_candidates,
    suspicious_contacts,
    suspicious_suppliers,
)

L = Likeness
NUMBER, OTHER = "556000-0167", "556036-0793"


def suppliers(*rows, apart=()):
    facts = [SupplierFacts.of(number, *row) for number, row in enumerate(rows, 1)]
    return [(one.first, one.second, *one.reasons) for one in suspicious_suppliers(facts, set(apart))]


def candidates(*rows, apart=()):
    facts = [CandidateFacts.of(number, *row) for number, row in enumerate(rows, 1)]
    return [(one.first, one.second, *one.reasons) for one in suspicious_candidates(facts, set(apart))]


def contacts(*rows, apart=()):
    facts = [ContactFacts.of(number, *row) for number, row in enumerate(rows, 1)]
    return [(one.first, one.second, *one.reasons) for one in suspicious_contacts(facts, set(apart))]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (("Bygg AB", NUMBER, "SE"), ("Något annat HB", "5560000167", "SE"), (L.SAME_ORG_NUMBER,)),
        (("Bygg AB", NUMBER, "SE"), ("AB Bygg", NUMBER, "SE"), (L.SAME_ORG_NUMBER, L.SAME_NAME)),
        (("Bygg AB", NUMBER, "SE"), ("Bygg Aktiebolag", None, "SE"), (L.SAME_NAME,)),
        (("Bygg AB", NUMBER, "SE"), ("Bygg HB", OTHER, "SE"), (L.SAME_NAME, L.OTHER_ORG_NUMBER)),
        (("Fjällbyns Bygg", NUMBER, "SE"), ("Fjälbyns Bygg AB", None, "SE"), (L.SIMILAR_NAME,)),
        (("Fjällbyns Bygg", NUMBER, "SE"), ("Fjälbyns Bygg AB", OTHER, "SE"), None),
        (("Bygg AB", NUMBER, "SE"), ("Mark AB", None, "SE"), None),
        (("Bygg A/S", "12345678", "DK"), ("Mark AB", "12345678", "FI"), None),
    ],
)
def test_suppliers(one, other, why):
    assert suppliers(one, other) == ([] if why is None else [(1, 2, *why)])


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (("Rut Exempel", 1990, None), ("Exempel Rut", 1990, None), (L.SAME_NAME, L.SAME_BIRTH_YEAR)),
        (("Rut Exempel", 1990, None), ("Rut Exempel", None, None), (L.SAME_NAME, L.BIRTH_YEAR_LACKING)),
        (("Rut Exempel", None, None), ("Rut Exempel", None, None), (L.SAME_NAME, L.BIRTH_YEAR_LACKING)),
        (("Rut Exempel", 1990, None), ("Rut Exempel", 1991, None), None),
        (("Rut Exempel", 1990, None), ("Ruth Exempel", 1990, None), (L.SIMILAR_NAME, L.SAME_BIRTH_YEAR)),
        (("Rut Exempel", 1990, None), ("Ruth Exempel", None, None), None),
        (("Rut Exempel", 1990, None), ("Ruth Exempel", 1991, None), None),
        (("Rut", 1990, None), ("Rut", 1990, None), (L.SAME_NAME, L.SAME_BIRTH_YEAR)),
        (("Rut", 1990, None), ("Rut", None, None), None),
        ((None, 1990, None), (None, 1990, None), None),
        (("Rut", None, "19900101-0017"), ("Eva Ny", None, "900101-0017"), (L.SAME_PERSONAL_NUMBER,)),
        (
            ("Rut Exempel", None, "19900101-0017"),
            ("Rut Exempel", 1990, None),
            (L.SAME_NAME, L.SAME_BIRTH_YEAR),
        ),
        (
            ("Rut Exempel", 1990, "19900101-0017"),
            ("Rut Exempel", 1990, "19900202-0024"),
            (L.SAME_NAME, L.SAME_BIRTH_YEAR, L.OTHER_PERSONAL_NUMBER),
        ),
        (("Rut Exempel", 1990, "19900101-0017"), ("Ruth Exempel", 1990, "19900202-0024"), None),
    ],
)
def test_candidates(one, other, why):
    assert candidates(one, other) == ([] if why is None else [(1, 2, *why)])


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ((7, "Rut Exempel", None, None), (7, "rut exempel", None, None), (L.SAME_NAME,)),
        ((7, "Rut Exempel", None, None), (8, "Rut Exempel", None, None), None),
        ((7, "Rut Exempel", None, None), (7, "Ruth Exempel", None, None), (L.SIMILAR_NAME,)),
        ((7, "Rut Exempel", "R@x.example", None), (7, "Eva Ny", "r@X.example", None), (L.SAME_EMAIL,)),
        ((7, "Rut Exempel", None, "070-11 22 33"), (7, "Eva Ny", None, "+46 70 11 22 33"), (L.SAME_PHONE,)),
        ((7, "Rut Exempel", None, "112"), (7, "Eva Ny", None, "112"), None),
        ((7, "Rut", "r@x.example", None), (8, "Rut", "r@x.example", None), None),
    ],
)
def test_contacts(one, other, why):
    assert contacts(one, other) == ([] if why is None else [(1, 2, *why)])


def test_a_switchboard_tells_nothing_by_itself():
    shared = [
        (7, name, "info@x.example", "08-123 45 67") for name in ("Rut Exempel", "Eva Ny", "Bo Ek", "Ruth Exempel")
    ]
    assert contacts(*shared) == [(1, 4, L.SAME_EMAIL, L.SAME_PHONE, L.SIMILAR_NAME)]


@pytest.mark.parametrize("written", ["070-112 23 34", "+46 (0)70 112 23 34", "0046701122334", "+46701122334"])
def test_a_telephone_number_however_it_is_written(written):
    assert bare_phone(written) == "0701122334"


def test_the_likeliest_come_first():
    found = suppliers(
        ("Alfa Bygg", None, "SE"),
        ("Alfa Bygge", None, "SE"),
        ("Beta", NUMBER, "SE"),
        ("Beta", OTHER, "SE"),
        ("Gamma", None, "SE"),
        ("Gamma", None, "SE"),
        ("Delta", NUMBER, "SE"),
    )
    assert [pair[:2] for pair in found] == [(3, 7), (5, 6), (1, 2), (3, 4)]


def test_a_pair_that_was_said_to_be_two_gives_way_to_the_next():
    same = [("Rut Exempel", 1990, None)] * 3
    assert [pair[:2] for pair in candidates(*same)] == [(1, 2), (1, 3)]
    assert [pair[:2] for pair in candidates(*same, apart=[(1, 3)])] == [(1, 2), (2, 3)]
    assert [pair[:2] for pair in candidates(*same, apart=[(1, 2), (1, 3), (2, 3)])] == []
    near = [("Rut Exempel", 1990, None), ("Rut Exempel", 1990, None), ("Ruth Exempel", 1990, None)]
    assert [pair[:2] for pair in candidates(*near, apart=[(1, 3)])] == [(1, 2), (2, 3)]


def test_somebody_without_a_year_is_compared_with_everybody_of_the_name():
    rows = [("Rut Exempel", 1990, None), ("Rut Exempel", 1985, None), ("Rut Exempel", None, None)]
    assert [pair[:2] for pair in candidates(*rows)] == [(1, 3)]
    assert [pair[:2] for pair in candidates(*rows, apart=[(1, 3)])] == [(2, 3)]


def test_many_of_one_name_do_not_make_a_pair_of_every_two():
    assert len(candidates(*[("Rut Exempel", None, None)] * 2000)) == 1999
    assert len(suppliers(*[("Bygg", NUMBER, "SE")] * 500)) == 499
