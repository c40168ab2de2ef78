"""Names that are the same, nearly the same, or not: and found without comparing all with all."""

import pytest

from socialupph.domain import alike
from socialupph.domain.alike import company_words, near_pairs, nearly_same, person_words, same_company, same_person


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("AB Bygg & Mark i Exempelby (publ)", "Bygg och Mark Exempelby Aktiebolag"),
        ("Städ-Bolaget HB", "STÄD BOLAGET handelsbolag"),
        ("Byggmark AB", "Bygg Mark"),
        ("Exempelby Odlare ek. för.", "Exempelby Odlare ekonomisk förening"),
        ("A.B. Café Åse", "Cafe Åse"),
        ("Nordex A/S", "Nordex"),
        ("AB", "ab"),
    ],
)
def test_the_same_company_however_it_is_written(one, other):
    assert same_company(company_words(one), company_words(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ängen AB", "Angen AB"), ("Bygg i Åre", "Bygg i Äre"), ("Skola 1", "Skola 2"), ("AB Ek", "AB Al"), ("", "")],
)
def test_what_is_not_the_same_company(one, other):
    assert not same_company(company_words(one), company_words(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Exempel, Åsa-Maria", "Åsa Maria  Exempel"), ("René Påhitt", "rene påhitt"), ("Sören Ek", "Søren Ek")],
)
def test_the_same_person_in_whatever_order(one, other):
    assert same_person(person_words(one), person_words(other))


NEAR = [
    ("Rut Exempel", "Ruth Exempel"),
    ("Karl Exmepel", "Karl Exempel"),
    ("Marie Berg", "Maria Berg"),
    ("Rut Exempel", "Rut Anna Exempel"),
    ("Anna Lena Berg", "Annalena Berg"),
]
FAR = [
    ("Ali Ek", "Alf Ek"),
    ("Anna Berg", "Anna Ek"),
    ("Anna Maria Berg", "Anna Maria Ek"),
    ("Rut", "Rut Exempel"),
    ("Skola 12", "Skola 13"),
    ("Marja Ekberg", "Maria Edberg"),
]


@pytest.mark.parametrize(("one", "other"), NEAR)
def test_nearly_the_same(one, other):
    words = person_words(one), person_words(other)
    assert nearly_same(*words)
    assert nearly_same(*reversed(words))
    assert near_pairs({1: ("", words[0]), 2: ("", words[1])}) in ({(1, 2)}, {(2, 1)})
    assert near_pairs({1: ("a", words[0]), 2: ("b", words[1])}) == set()


@pytest.mark.parametrize(("one", "other"), FAR)
def test_not_even_nearly(one, other):
    words = person_words(one), person_words(other)
    assert not nearly_same(*words)
    assert near_pairs({1: ("", words[0]), 2: ("", words[1])}) == set()


def test_looking_up_finds_what_comparing_all_would():
    first, last = (
        ["Anna", "Anan", "Maria", "Marie", "Rut", "Ruth", "Karl"],
        ["Berg", "Berga", "Exempel", "Ek", "Påhitt"],
    )
    names = {number: f"{a} {b}" for number, (a, b) in enumerate((a, b) for a in first for b in last)}
    names |= {100: "Anna Maria Berg", 101: "Berg Anna", 102: "Annamaria Berg", 103: "Maria Anna Berg Påhitt"}
    words = {number: person_words(name) for number, name in names.items()}
    every = {(a, b) for a in words for b in words if a < b and nearly_same(words[a], words[b])}
    found = near_pairs({number: (0, one) for number, one in words.items()})
    assert {(min(pair), max(pair)) for pair in found} == every
    assert len(every) >= 30


def test_a_long_list_is_not_compared_all_with_all(monkeypatch):
    compared = []
    real = alike.nearly_same
    monkeypatch.setattr(alike, "nearly_same", lambda one, other: compared.append(1) or real(one, other))
    count = 3000
    letters = "abcdefghijklmnopqrst"
    names = {
        number: (0, ("anna", "maria", "".join(letters[int(digit)] * 2 for digit in f"{number:05d}")))
        for number in range(count)
    }
    near_pairs(names)
    assert len(compared) < 10 * count
