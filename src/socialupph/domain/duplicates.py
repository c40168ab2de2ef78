"""Which records may be the same supplier, contact or candidate, and why: found by common keys, never by comparing all with all.

Nothing is decided here: a pair is shown, a person says whether it is one or two.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from socialupph.domain.alike import (
    Words,
    company_words,
    near_pairs,
    nearly_same,
    person_words,
    same_company,
    same_person,
)

Pair = tuple[int, int]
Apart = Collection[Pair]
"""Pairs that the user said are two, the lower id first."""


class Likeness(StrEnum):
    """Why two records may be the same, or (OTHER_…) what speaks against it."""

    SAME_ORG_NUMBER = "same_org_number"
    SAME_PERSONAL_NUMBER = "same_personal_number"
    SAME_EMAIL = "same_email"
    SAME_NAME = "same_name"
    SAME_PHONE = "same_phone"
    SIMILAR_NAME = "similar_name"
    SAME_BIRTH_YEAR = "same_birth_year"
    BIRTH_YEAR_LACKING = "birth_year_lacking"
    OTHER_ORG_NUMBER = "other_org_number"
    OTHER_PERSONAL_NUMBER = "other_personal_number"


_WEIGHT = {
    Likeness.SAME_ORG_NUMBER: 100,
    Likeness.SAME_PERSONAL_NUMBER: 100,
    Likeness.SAME_EMAIL: 50,
    Likeness.SAME_NAME: 40,
    Likeness.SAME_PHONE: 30,
    Likeness.SIMILAR_NAME: 20,
    Likeness.SAME_BIRTH_YEAR: 15,
    Likeness.BIRTH_YEAR_LACKING: 0,
    Likeness.OTHER_ORG_NUMBER: -35,
    Likeness.OTHER_PERSONAL_NUMBER: -50,
}
_NUMBERS = frozenset({Likeness.SAME_ORG_NUMBER, Likeness.SAME_PERSONAL_NUMBER})


@dataclass(frozen=True, slots=True)
class Suspicion:
    """Two records, the older first, and why they may be one."""

    first: int
    second: int
    reasons: tuple[Likeness, ...]

    @property
    def strength(self) -> int:
        """The higher, the likelier."""
        return sum(_WEIGHT[reason] for reason in self.reasons)


@dataclass(frozen=True, slots=True)
class SupplierFacts:
    """What a supplier is compared by. ``number`` is a number with its country, empty where none is known."""

    id: int
    number: str
    words: Words

    @classmethod
    def of(cls, supplier_id: int, name: str, org_number: str | None, country: str) -> "SupplierFacts":
        """From the columns of a supplier."""
        number = bare_number(org_number)
        return cls(supplier_id, f"{country.upper()} {number}" if number else "", company_words(name))


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """What a contact is compared by, with the others of the same supplier only."""

    id: int
    supplier_id: int
    words: Words
    email: str
    phone: str

    @classmethod
    def of(cls, contact_id: int, supplier_id: int, name: str, email: str | None, phone: str | None) -> "ContactFacts":
        """From the columns of a contact."""
        address = (email or "").strip().casefold()
        return cls(contact_id, supplier_id, person_words(name), address, bare_phone(phone))


@dataclass(frozen=True, slots=True)
class CandidateFacts:
    """What a candidate is compared by. A personal number of twelve digits tells the birth year where none is written."""

    id: int
    words: Words
    year: int | None
    number: str

    @classmethod
    def of(
        cls, candidate_id: int, name: str | None, birth_year: int | None, personal_number: str | None
    ) -> "CandidateFacts":
        """From the columns of a candidate."""
        number = bare_number(personal_number)
        year = birth_year
        if year is None and len(number) == 12 and number.isdecimal():
            year = int(number[:4])
        return cls(candidate_id, person_words(name or ""), year, number[-10:])


def bare_number(number: str | None) -> str:
    """A number without hyphens and spaces, for comparing."""
    return "".join(sign for sign in (number or "") if sign.isalnum()).casefold()


def bare_phone(phone: str | None) -> str:
    """A telephone number as one dials it in Sweden, for comparing; empty for what is too short to tell anybody apart."""
    text = (phone or "").strip()
    digits = "".join(sign for sign in text if sign.isdecimal())
    if text.startswith("+46"):
        digits = f"0{digits[2:].removeprefix('0')}"
    elif digits.startswith("0046"):
        digits = f"0{digits[4:].removeprefix('0')}"
    return digits if len(digits) >= 6 else ""


# ---------------------------------------------------------------- why


def why_suppliers(one: SupplierFacts, other: SupplierFacts) -> tuple[Likeness, ...]:
    """Why two suppliers may be one; nothing when they hardly are."""
    if one.number and one.number == other.number:
        return (Likeness.SAME_ORG_NUMBER, *_name(same_company, one.words, other.words))
    differ = bool(one.number and other.number)
    if same_company(one.words, other.words):
        return (Likeness.SAME_NAME, Likeness.OTHER_ORG_NUMBER) if differ else (Likeness.SAME_NAME,)
    return () if differ else _name(same_company, one.words, other.words)


def why_contacts(one: ContactFacts, other: ContactFacts) -> tuple[Likeness, ...]:
    """Why two contacts of one supplier may be one."""
    found: list[Likeness] = []
    if one.email and one.email == other.email:
        found.append(Likeness.SAME_EMAIL)
    if one.phone and one.phone == other.phone:
        found.append(Likeness.SAME_PHONE)
    return (*_name(same_person, one.words, other.words), *found)


def why_candidates(one: CandidateFacts, other: CandidateFacts) -> tuple[Likeness, ...]:
    """Why two candidates may be one: a number, or a name that the birth year does not speak against."""
    name = _name(same_person, one.words, other.words)
    if one.number and one.number == other.number:
        return (Likeness.SAME_PERSONAL_NUMBER, *name)
    if not name:
        return ()
    differ = bool(one.number and other.number)
    lacking = one.year is None or other.year is None
    if name[0] is Likeness.SIMILAR_NAME:
        return () if differ or lacking or one.year != other.year else (*name, Likeness.SAME_BIRTH_YEAR)
    if lacking:
        return () if differ or len(one.words) < 2 else (*name, Likeness.BIRTH_YEAR_LACKING)
    if one.year != other.year:
        return ()
    against = (Likeness.OTHER_PERSONAL_NUMBER,) if differ else ()
    return (*name, Likeness.SAME_BIRTH_YEAR, *against)


def _name(same: Callable[[Words, Words], bool], one: Words, other: Words) -> tuple[Likeness, ...]:
    if same(one, other):
        return (Likeness.SAME_NAME,)
    return (Likeness.SIMILAR_NAME,) if nearly_same(one, other) else ()


# ---------------------------------------------------------------- finding

Facts = TypeVar("Facts", SupplierFacts, ContactFacts, CandidateFacts)


def suspicious_suppliers(facts: Sequence[SupplierFacts], apart: Apart) -> list[Suspicion]:
    """Suppliers with the same number, or the same or nearly the same name."""
    pairs = _alike(facts, apart, _number_of_supplier)
    pairs |= _named_alike(facts, apart, {one.id: (0, one.words) for one in facts}, "".join)
    return _told(facts, pairs, apart, why_suppliers)


def suspicious_contacts(facts: Sequence[ContactFacts], apart: Apart) -> list[Suspicion]:
    """Contacts of the same supplier with the same or nearly the same name, e-mail or telephone.

    A telephone or an address that three or more share is a switchboard's, and tells nothing by itself.
    """
    pairs: set[Pair] = set()
    for group in (*_groups(facts, _email_of_contact), *_groups(facts, _phone_of_contact)):
        if len(group) == 2:
            pairs.add((group[0].id, group[1].id))
    names = {one.id: (one.supplier_id, one.words) for one in facts}
    pairs |= _named_alike(facts, apart, names, _in_order)
    return _told(facts, pairs, apart, why_contacts)


def suspicious_candidates(facts: Sequence[CandidateFacts], apart: Apart) -> list[Suspicion]:
    """Candidates with the same number; the same name where birth years agree or one lacks; nearly the same name and year."""
    pairs = _alike(facts, apart, _number_of_candidate)
    pairs |= _alike(facts, apart, _name_and_year)
    for group in _groups(facts, _name_alone):
        likeliest = [one for one in group if one.year is not None] + group
        for one in group:
            if one.year is None:  # may be anybody of that name
                pairs |= _with_first(one, likeliest, apart)
    names = {one.id: (one.year, one.words) for one in facts if one.year is not None and len(one.words) > 1}
    pairs |= _named_alike(facts, apart, names, _in_order)
    return _told(facts, pairs, apart, why_candidates)


def _number_of_supplier(one: SupplierFacts) -> Hashable:
    return one.number


def _email_of_contact(one: ContactFacts) -> Hashable:
    return one.email and (one.supplier_id, one.email)


def _phone_of_contact(one: ContactFacts) -> Hashable:
    return one.phone and (one.supplier_id, one.phone)


def _number_of_candidate(one: CandidateFacts) -> Hashable:
    return one.number


def _name_alone(one: CandidateFacts) -> Hashable:
    return tuple(sorted(one.words))


def _name_and_year(one: CandidateFacts) -> Hashable:
    return one.words and one.year and (tuple(sorted(one.words)), one.year)


def _in_order(words: Words) -> Hashable:
    return tuple(sorted(words))


def _groups(facts: Iterable[Facts], key: Callable[[Facts], Hashable]) -> Iterator[list[Facts]]:
    """Those with the same key, where there are several; an empty key is none."""
    found: dict[Hashable, list[Facts]] = {}
    for one in facts:
        shared = key(one)
        if shared:
            found.setdefault(shared, []).append(one)
    return (group for group in found.values() if len(group) > 1)


def _alike(facts: Iterable[Facts], apart: Apart, key: Callable[[Facts], Hashable]) -> set[Pair]:
    """Of those with the same key each with the first it was not said to differ from: once that is mended the next is shown."""
    pairs: set[Pair] = set()
    for group in _groups(facts, key):
        for one in group:
            pairs |= _with_first(one, group, apart)
    return pairs


def _with_first(one: Facts, group: Sequence[Facts], apart: Apart) -> set[Pair]:
    for other in group:
        pair = (min(one.id, other.id), max(one.id, other.id))
        if one.id != other.id and pair not in apart:
            return {pair}
    return set()


def _named_alike(
    facts: Sequence[Facts],
    apart: Apart,
    names: Mapping[int, tuple[Hashable, Words]],
    form: Callable[[Words], Hashable],
) -> set[Pair]:
    """Those of the same scope whose names are the same in ``form``, or nearly: one of each name stands for all of it."""
    by_name: dict[tuple[Hashable, Hashable], list[Facts]] = {}
    for one in facts:
        if one.id in names and one.words:
            scope, words = names[one.id]
            by_name.setdefault((scope, form(words)), []).append(one)
    pairs: set[Pair] = set()
    for group in by_name.values():
        for one in group:
            pairs |= _with_first(one, group, apart)
    for one, other in near_pairs({key: (key[0], group[0].words) for key, group in by_name.items()}):
        for member in by_name[other]:
            pairs |= _with_first(member, by_name[one], apart)
    return pairs


def _told(
    facts: Iterable[Facts], pairs: Iterable[Pair], apart: Apart, why: Callable[[Facts, Facts], tuple[Likeness, ...]]
) -> list[Suspicion]:
    """The pairs that stand, each with its reasons, the likeliest first."""
    by_id = {one.id: one for one in facts}
    found: list[Suspicion] = []
    for first, second in pairs:
        pair = (min(first, second), max(first, second))
        reasons = () if pair in apart else why(by_id[pair[0]], by_id[pair[1]])
        if reasons:
            found.append(Suspicion(*pair, tuple(sorted(set(reasons), key=_order))))
    return sorted(found, key=_likeliest)


def _order(reason: Likeness) -> int:
    return list(Likeness).index(reason)


def _likeliest(one: Suspicion) -> tuple[int, int, int]:
    return -one.strength, one.first, one.second
