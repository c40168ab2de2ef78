"""Clauses in words, as Swedish lists have them."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialupph.domain.clause_text import (
    OptionsProposal,
    propose_options,
    propose_requirements,
    requirement_in_comment,
)
from socialupph.domain.ledger import RequirementUnit

FTM, PLACES, PERSONS = RequirementUnit.FULL_TIME_MONTHS, RequirementUnit.PLACES, RequirementUnit.PERSONS
EITHER = "employment_or_internship"


@pytest.mark.parametrize(
    ("text", "type_key", "unit", "volume", "minimum", "certain"),
    [
        ("4 personer minst 4 månader", EITHER, PLACES, 4, 4, True),
        ("12 heltidsmånader", EITHER, FTM, 12, None, True),
        ("16 månader på heltid", EITHER, FTM, 16, None, True),
        ("Dialog", "dialogue", None, None, None, True),
        ("Dialogkrav.", "dialogue", None, None, None, True),
        ("1 lärling", "apprentice", PLACES, 1, None, True),
        ("Ja – 2 praktikplatser", "internship", PLACES, 2, None, True),
        ("Ja, 2 praktikplatser", "internship", PLACES, 2, None, True),
        ("Ja, se § 14", "other_social", None, None, None, False),
        ("Ja", "other_social", None, None, None, False),
        ("2 praktikanter à 6 mån", "internship", PLACES, 2, 6, True),
        ("två praktikanter, minst ett halvår", "internship", PLACES, 2, 6, True),
        ("minst 3 st sommarjobb", "summer_job", PLACES, 3, None, True),
        ("1 anställning 12 mån 75 %", "employment", PLACES, 1, 12, False),
        ("Bonus", "bonus", None, None, None, True),
        ("Reserverat kontrakt", "reserved_execution", None, None, None, True),
        ("IOP", "iop_commitment", None, None, None, True),
        ("Handledarutbildning", "training", None, None, None, True),
        ("Uppförandekod", "other_social", None, None, None, True),
        ("Tre personer i minst sex månader", EITHER, PLACES, 3, 6, True),
        ("2 personer", EITHER, PERSONS, 2, None, True),
        ("2 platser", EITHER, PLACES, 2, None, True),
        ("4 st", EITHER, PLACES, 4, None, False),
        ("2-4 personer", EITHER, PERSONS, 2, None, False),
        ("5 sommarjobb/år", "summer_job", PLACES, 5, None, False),
        ("Praktik eller anställning för 2 personer", EITHER, PERSONS, 2, None, True),
        ("500 timmar", EITHER, RequirementUnit.HOURS, 500, None, False),
        ("50 tkr till utbildning", "training", RequirementUnit.KRONOR, 50_000, None, False),
        ("1 internship, 3 months", "internship", PLACES, 1, 3, True),
        ("1 plats 1,5 år", EITHER, PLACES, 1, 18, True),
        ("1 praktikplats 6 veckor", "internship", PLACES, 1, None, False),
        ("1 lärling 2 år, 6 mån prov", "apprentice", PLACES, 1, 24, False),
        ("Anställning", "employment", None, None, None, False),
        ("Utreds", "other_social", None, None, None, False),
        ("?", "other_social", None, None, None, False),
        ("2 % av kontraktssumman", "other_social", None, None, None, False),
        ("Krav på 2 platser enligt punkt 4.3", EITHER, PLACES, 2, None, True),
        ("Nej, men dialog förs", "dialogue", None, None, None, False),
        ("1000 lärlingar", "apprentice", None, None, None, False),
        ("silo", "other_social", None, None, None, False),
    ],
)  # fmt: skip
def test_one_requirement(
    text: str, type_key: str, unit: RequirementUnit | None, volume: int | None, minimum: int | None, certain: bool
):
    [found] = propose_requirements(text)
    assert (found.type_key, found.unit, found.volume) == (type_key, unit, None if volume is None else Decimal(volume))
    assert (found.minimum_months, found.certain) == (minimum, certain)
    assert found.original == text


@pytest.mark.parametrize("text", ["", "  ", "Nej", "nej.", "NEJ", "-", "–", "Ej aktuellt", "Inga", "Inget krav", "Saknas", "0", "n/a",
                                  "Nej (under gränsvärdet)", "Inga sociala krav"])  # fmt: skip
def test_no_requirement(text: str):
    assert propose_requirements(text) == ()


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Dialog + 1 lärling", ["dialogue", "apprentice"]),
        ("2 praktikplatser och 1 anställning", ["internship", "employment"]),
        ("1 lärling, 2 praktikanter", ["apprentice", "internship"]),
        ("Dialog\n1 lärling", ["dialogue", "apprentice"]),
        ("Dialog och samverkan", ["dialogue"]),
    ],
)
def test_several_requirements(text: str, keys: list[str]):
    assert [one.type_key for one in propose_requirements(text)] == keys


def test_months_and_places_both():
    [found] = propose_requirements("12 heltidsmånader fördelat på 2 personer")
    assert (found.unit, found.volume, found.places) == (FTM, 12, 2)


@pytest.mark.parametrize(
    ("comment", "text"),
    [
        ("Krav: 12 heltidsmånader; se avtalet", "12 heltidsmånader"),
        ("Krav: Ja, se § 14; se avtalet", "Ja, se § 14"),
        ("Sociala krav: dialog. Kontakt A. Provberg", "dialog"),
        ("Obs! krav: 1 lärling", "1 lärling"),
        ("bra leverantör\nSysselsättningskrav: 2 platser\nmer", "2 platser"),
        ("bra leverantör", ""),
        ("Skallkrav: finns", ""),
    ],
)
def test_a_requirement_inside_a_comment(comment: str, text: str):
    assert requirement_in_comment(comment) == text


@pytest.mark.parametrize(
    ("text", "months", "certain"),
    [
        ("1+1 år", (12, 12), True), ("1 + 1 + 1 år", (12, 12, 12), True), ("1+1", (12, 12), False), ("1 + 1 + 1", (12, 12, 12), False),
        ("2 x 12 månader", (12, 12), True), ("2*12 mån", (12, 12), True), ("2x1 år", (12, 12), True), ("12 mån x 2", (12, 12), True),
        ("två gånger ett år", (12, 12), True), ("12 mån", (12,), True), ("2 år", (24,), True), ("option på 2 år", (24,), True),
        ("6 mån + 6 mån", (6, 6), True), ("12+12", (12, 12), False), ("24", (24,), False), ("max 24 månader", (24,), False),
        ("Förlängning 1+1 år möjlig", (12, 12), True), ("Ja, 1+1 år", (12, 12), True), ("2 years", (24,), True),
        ("6 mån + 1 år", (6, 12), True), ("Nej", (), True), ("", (), True), ("-", (), True), ("Inga", (), True), ("Ja", (), False),
        ("1 år i taget, max 2 år", (), False), ("tills vidare", (), False), ("0 år", (), False), ("99 år", (), False),
        ("50 x 1 mån", (), False),
    ],
)  # fmt: skip
def test_options(text: str, months: tuple[int, ...], certain: bool):
    assert propose_options(text) == OptionsProposal(months, None, certain)


@pytest.mark.parametrize(
    "text",
    ["t.o.m. 2028-06-30", "till och med 2028-06-30", "Kan förlängas längst 2028-06-30", "2028-06-30", "tom 2028-06-30"],
)
def test_options_until_a_day(text: str):
    assert propose_options(text) == OptionsProposal((), dt.date(2028, 6, 30))


def test_options_until_a_day_that_is_none():
    assert propose_options("t.o.m. 2028-02-30") == OptionsProposal(certain=False)


WORDS = st.lists(
    st.sampled_from(
        [
            "ja",
            "nej",
            "2",
            "4",
            "12",
            "mån",
            "år",
            "%",
            "personer",
            "lärling",
            "praktik",
            "+",
            ",",
            ";",
            "-",
            "heltidsmånader",
            "dialog",
            "x",
            "§",
            "14",
            "minst",
            "kr",
            "tim",
        ]
    ),
    max_size=12,
).map(" ".join)


@given(st.text(max_size=80) | WORDS)
def test_any_text_gives_proposals_that_keep_it(text: str):
    for proposal in propose_requirements(text):
        assert proposal.original == " ".join(text.split())
        assert proposal.volume is None or proposal.volume >= 0
        assert (proposal.volume is None) == (proposal.unit is None)
    assert all(0 < months <= 240 for months in propose_options(text).months)
    assert isinstance(requirement_in_comment(text), str)
