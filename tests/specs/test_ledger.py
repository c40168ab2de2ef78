from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given

from socialupph.domain.full_time_months import Part, Term
from socialupph.domain.ledger import (
    Conversion,
    EndCause,
    Ledger,
    LedgerPlacement,
    LedgerVerdict,
    MinimumTimeKind,
    PlacementKind,
    PlaceState,
    RequirementTerms,
    RequirementUnit,
    ledger_of,
)
from socialupph.specs.ledger import (
    PLACE_MARKS,
    VERDICT_MARKS,
    amount_text,
    arithmetic_text,
    line_months,
    line_reason,
    outlook_text,
    place_done,
    place_missing,
    places_text,
    verdict_text,
)
from tests.domain.days import day, period
from tests.domain.test_ledger import AS_OF, four_places, placed, some_placements, some_terms, summary


def read(text: str) -> str:
    """With ordinary spaces, as the examples are written."""
    return text.replace("\u00a0", " ")


def ledger(*placements: LedgerPlacement, **terms: Any) -> Ledger:
    return ledger_of(RequirementTerms(**terms), placements, AS_OF)


def reason(placement: LedgerPlacement, **terms: Any) -> str:
    found = ledger(placement, **{"volume": 16, **terms})
    return read(line_reason(found.lines[0], found))


# ---------------------------------------------------------------- the verdict


def test_the_sentence_a_supplier_would_accept():
    assert read(verdict_text(summary())) == (
        "Inte uppfyllt ännu: 11,5 av 16,0 heltidsmånader (72 %). "
        "Eftersom P-0007 avbröts av deltagaren räcker 12,0 (75 %); 0,5 saknas."
    )
    assert outlook_text(summary()) == "Det nås tis 6 oktober 2026 om placeringarna fortsätter som planerat."


def test_with_places_too():
    both = summary(places=4, minimum_months=4, shared_allowed=True)
    assert read(verdict_text(both)).endswith("0,5 saknas. 2 av 4 platser levererade.")
    assert outlook_text(both) == "Det som är planerat räcker inte till alla platser."


def test_met():
    met = ledger(placed(1, "2026-01-01", "2026-04-30"), volume=4)
    assert read(verdict_text(met)) == "Uppfyllt: 4,0 av 4,0 heltidsmånader (100 %)."
    assert outlook_text(met) == ""


def test_met_by_the_early_end_rule():
    left = placed(1, "2026-01-01", "2026-04-30", actual_end=day("2026-03-31"), opens_75=True)
    met = ledger(replace(left, end_cause=EndCause.OBJECTIVE_GROUNDS), volume=4)
    assert met.verdict is LedgerVerdict.MET_EARLY_END
    assert read(verdict_text(met)) == (
        "Uppfyllt: 3,0 av 4,0 heltidsmånader (75 %). Det räcker eftersom P-0001 avslutades av sakliga skäl: då gäller 3,0 (75 %)."
    )


def test_an_early_end_that_was_not_needed_is_not_told():
    left = placed(1, "2026-01-01", "2026-08-31", actual_end=day("2026-04-30"), opens_75=True)
    assert read(verdict_text(ledger(left, volume=4))) == "Uppfyllt: 4,0 av 4,0 heltidsmånader (100 %)."


def test_several_early_ends_for_one_cause_are_all_named():
    left = [
        placed(n, "2026-01-01", "2026-04-30", actual_end=day("2026-01-31"), opens_75=True, end_cause=cause)
        for n, cause in ((1, EndCause.OTHER), (2, EndCause.PARTICIPANT), (3, EndCause.OTHER), (4, EndCause.OTHER))
    ]
    assert "Eftersom P-0001, P-0003 och P-0004 avslutades i förtid räcker 12,0 (75 %)" in read(
        verdict_text(ledger(*left, volume=16))
    )


def test_another_share_than_three_quarters():
    left = placed(1, "2026-01-01", "2026-04-30", actual_end=day("2026-01-31"), opens_75=True)
    found = ledger(left, volume=16, early_end_threshold=Fraction(5, 8))
    assert "räcker 10,0 (62,5 %); 9,0 saknas." in read(verdict_text(found))
    assert read(line_reason(found.lines[0], found)) == "Avslutad i förtid, öppnar 62,5 %-regeln"


def test_not_met_when_the_period_is_over():
    over = ledger_of(RequirementTerms(volume=16, period_end=day("2026-09-21")), [], AS_OF)
    assert read(verdict_text(over)) == "Inte uppfyllt: 0,0 av 16,0 heltidsmånader (0 %); 16,0 saknas."


def test_a_shortfall_is_never_rounded_away():
    short = ledger(placed(1, "2026-01-01", "2026-04-29"), volume=4)
    assert read(verdict_text(short)) == "Inte uppfyllt ännu: 3,97 av 4,0 heltidsmånader (99 %); 0,03 saknas."
    nearly = ledger(placed(1, "2026-01-01", "2026-04-29"), placed(2, "2025-01-01", "2025-12-31"), volume=16)
    assert read(amount_text(nearly)) == "15,97 av 16,0 heltidsmånader (99,8 %)"


def test_a_volume_with_decimals_is_told_exactly():
    assert read(amount_text(ledger(volume=Decimal("16.25")))) == "0,0 av 16,25 heltidsmånader (0 %)"
    third = ledger(volume=Fraction(50, 3))
    assert read(amount_text(third)) == "0,0 av 16,6667 heltidsmånader (0 %)"


def test_places_persons_and_units():
    places = ledger(*four_places(), unit=RequirementUnit.PLACES, volume=4, minimum_months=4)
    assert verdict_text(places) == "Inte uppfyllt ännu: 2 av 4 platser levererade; 2 saknas."
    persons = ledger(placed(1, "2026-01-01", "2026-04-30"), unit=RequirementUnit.PERSONS, volume=3)
    assert verdict_text(persons) == "Inte uppfyllt ännu: 1 av 3 personer; 2 saknas."
    units = ledger(placed(1, "2026-01-01", "2026-06-30"), unit=RequirementUnit.UNITS, volume=3, conversion=Conversion())
    assert read(verdict_text(units)) == "Inte uppfyllt ännu: 0,5 av 3,0 enheter (17 %); 2,5 saknas."
    only_places = ledger(*four_places(), places=4, minimum_months=4)
    assert verdict_text(only_places) == "Inte uppfyllt ännu: 2 av 4 platser levererade."


def test_nothing_to_count():
    assert verdict_text(ledger()) == "Kravet har ingen volym att räkna mot."
    assert verdict_text(ledger(unit=RequirementUnit.HOURS, volume=100)).endswith("bedöms för hand.")


def test_what_will_be_missing_even_if_all_goes_as_planned():
    found = ledger(placed(1, "2026-09-01", "2026-12-31"), volume=16)
    assert outlook_text(found) == "Det som är planerat räcker inte: 12,0 saknas även då."


# ---------------------------------------------------------------- lines


def test_a_completed_line_shows_its_arithmetic():
    assert reason(placed(1, "2026-03-16", "2026-05-15")) == "Slutförd: 16/31 + 1 + 15/31"
    assert reason(placed(1, "2026-03-02", "2026-08-31", 75)) == "Slutförd: (30/31 + 5) × 0,75"
    assert reason(placed(1, "2026-02-10", "2026-02-20", 50)) == "Slutförd: 11/28 × 0,5"


def test_an_arithmetic_too_long_to_help_is_left_out():
    long = (Part(tuple(Term(1, 31) for _ in range(9)), Fraction(1)),)
    assert arithmetic_text(long) == ""
    pauses = tuple(period(f"2026-{month:02d}-10", f"2026-{month:02d}-12") for month in range(1, 9))
    assert reason(placed(1, "2026-01-01", "2026-08-31", pauses=pauses)) == (
        "Slutförd: 28/31 + 25/28 + 28/31 + 27/30 + 28/31 + 27/30 + 28/31 + 28/31"
    )
    pauses = (*pauses, period("2026-09-10", "2026-09-12"))
    assert reason(placed(1, "2026-01-01", "2026-09-20", pauses=pauses)) == "Slutförd"


def test_two_working_times_are_two_parts():
    assert arithmetic_text(
        (Part((Term(whole=2),), Fraction(1, 2)), Part((Term(10, 30), Term(whole=1)), Fraction(1)))
    ) == ("2 × 0,5 + 10/30 + 1")


@pytest.mark.parametrize(
    ("placement", "expected"),
    [
        (placed(9, "2026-08-17", "2026-12-18"), "Pågår till 18 december, ger då 4,1"),
        (placed(9, "2026-08-17", "2027-01-31"), "Pågår till 31 januari 2027, ger då 5,5"),
        (placed(9, "2026-10-01", "2027-01-31"), "Börjar 1 oktober, ger 4,0 till 31 januari 2027"),
        (
            placed(
                6,
                "2026-04-07",
                "2026-08-06",
                actual_end=day("2026-07-10"),
                opens_75=True,
                end_cause=EndCause.PARTICIPANT,
            ),
            "Avbruten av deltagaren, öppnar 75 %-regeln",
        ),
        (placed(6, "2026-04-07", "2026-08-06", actual_end=day("2026-07-10")), "Avslutad i förtid"),
        (
            placed(2, "2026-02-02", "2026-07-31", was_there_at_contract_start=True),
            "Fanns redan hos leverantören vid start",
        ),
        (placed(2, "2026-02-02", "2026-07-31", void=True), "Makulerad"),
        (placed(2, "2026-02-02", "2026-07-31", in_target_group=False), "Målgruppen är inte styrkt"),
    ],
)
def test_why_a_line_counts_or_not(placement: LedgerPlacement, expected: str):
    assert reason(placement) == expected


def test_lines_left_out_for_time():
    short = placed(4, "2026-02-10", "2026-02-20", 50)
    assert reason(short, minimum_months=1, drop_under_minimum=True) == "Under minsta tid, en månad för varje plats"
    assert reason(short, minimum_months=4, drop_under_minimum=True) == "Under minsta tid, 4 månader för varje plats"
    assert reason(short, period_start=day("2026-03-01")) == "Ligger utanför kravets tid"


def test_an_early_end_opens_nothing_where_places_are_counted():
    left = placed(1, "2026-01-01", "2026-04-30", actual_end=day("2026-01-31"), opens_75=True)
    assert reason(left, unit=RequirementUnit.PLACES, volume=1) == "Avslutad i förtid"


def test_what_else_the_reader_must_know():
    assert reason(placed(1, "2025-12-01", "2026-01-31"), period_start=day("2026-01-01")) == (
        "Slutförd: 1 (1,0 räknas inte: över 100 % samma dag eller utanför kravets tid)"
    )
    internship = placed(1, "2026-01-01", "2026-01-31", kind=PlacementKind.INTERNSHIP)
    assert reason(internship, conversion=Conversion()) == "Slutförd: 1 (praktik räknas gånger 2)"
    odd = Conversion(Fraction(12), Fraction(8))
    assert reason(internship, conversion=odd) == "Slutförd: 1 (praktik räknas gånger 1,5)"


def test_months_of_lines():
    found = summary()
    assert [line_months(line) for line in found.lines] == ["4,0", "2,5", "(4,0)", "3,0", "2,0"]


# ---------------------------------------------------------------- places


def test_places_are_shown_in_months_and_days():
    found = ledger(*four_places(), unit=RequirementUnit.PLACES, volume=4, minimum_months=4)
    assert [place_done(place) for place in found.places] == ["4 mån", "5 mån 5 dgr", "3 mån 27 dgr", "3 mån 21 dgr"]
    assert [place_missing(place) for place in found.places] == ["–", "–", "3 dagar saknas", "10 dagar saknas"]
    assert places_text(found) == "2 av 4 levererade"
    assert places_text(ledger(*four_places(), volume=1)) == "4 levererade"


def test_the_places_of_the_summary():
    found = summary(places=4, minimum_months=4, shared_allowed=True)
    assert [place_missing(place) for place in found.places] == ["–", "–", "61 dagar saknas, klar 2026-11-22", "–"]
    assert [place_done(place) for place in found.places] == ["4 mån", "6 mån 16 dgr", "2 mån", "–"]


def test_the_minimum_at_full_time_is_shown_in_months_at_full_time():
    half = placed(1, "2026-01-01", "2026-06-30", 50, place="PL-0001")
    later = placed(2, "2026-10-01", "2027-01-31", place="PL-0002")
    found = ledger(
        half, later, unit=RequirementUnit.PLACES, volume=2, minimum_months=4, minimum_kind=MinimumTimeKind.FULL_TIME
    )
    assert place_done(found.places[0]) == "3,0"
    assert place_missing(found.places[0]) == "1,0 heltidsmånader saknas"
    assert place_done(found.places[1]) == "–"
    assert place_missing(found.places[1]) == "4,0 heltidsmånader saknas, klar 2027-01-31"


def test_a_place_that_is_only_planned_says_when_it_is_ready():
    found = ledger(placed(1, "2026-10-01", "2026-10-10"), unit=RequirementUnit.PLACES, volume=1, minimum_months=4)
    assert place_missing(found.places[0]) == "–"


def test_every_verdict_and_state_has_a_mark():
    assert set(VERDICT_MARKS) == set(LedgerVerdict)
    assert set(PLACE_MARKS) == set(PlaceState)


@given(some_terms, some_placements())
def test_every_ledger_can_be_told(terms: RequirementTerms, placements: list[LedgerPlacement]):
    found = ledger_of(terms, placements, AS_OF)
    sentence = verdict_text(found)
    assert sentence.endswith(".")
    assert "{" not in sentence + outlook_text(found) + places_text(found)
    assert all(line_reason(line, found) and line_months(line) for line in found.lines)
    assert all(place_done(place) and place_missing(place) for place in found.places)
