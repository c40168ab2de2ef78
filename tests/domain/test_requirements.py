"""How a requirement stands, and what an amount may be."""

from decimal import Decimal
from fractions import Fraction

import pytest

from socialupph.domain.amounts import check_amount, check_currency
from socialupph.domain.errors import RuleViolation
from socialupph.domain.kinds import Assessment
from socialupph.domain.ledger import (
    Conversion,
    LedgerPlacement,
    RequirementTerms,
    RequirementUnit,
    ledger_of,
)
from socialupph.domain.requirements import WORST_FIRST, Standing, last_start, standing_of
from tests.domain.days import day

END = day("2026-12-31")


def _terms(
    unit: RequirementUnit = RequirementUnit.FULL_TIME_MONTHS, volume: int = 6, **more: object
) -> RequirementTerms:
    return RequirementTerms(unit, volume, period_start=day("2026-01-01"), period_end=END, **more)  # type: ignore[arg-type]


def _standing(terms: RequirementTerms, as_of: str, *placements: LedgerPlacement, **facts: object) -> Standing:
    ledger = ledger_of(terms, placements, day(as_of))
    known: dict[str, object] = {"confirmed": True, "assessment": None, "period_end": END, **facts}
    return standing_of(ledger, **known)  # type: ignore[arg-type]


SIX_MONTHS = LedgerPlacement(1, "P-1", day("2026-01-01"), day("2026-06-30"), person=1)


@pytest.mark.parametrize(
    ("as_of", "placements", "standing"),
    [
        ("2026-04-01", (), Standing.NOT_YET),
        ("2026-05-01", (), Standing.NOT_YET),
        ("2026-05-02", (), Standing.AT_RISK),
        ("2026-09-01", (), Standing.AT_RISK),
        ("2027-01-01", (), Standing.NOT_MET),
        ("2026-05-03", (SIX_MONTHS,), Standing.ON_TRACK),
        ("2026-06-30", (SIX_MONTHS,), Standing.MET),
    ],
)
def test_months_stand_by_the_last_day_somebody_could_start(
    as_of: str, placements: tuple[LedgerPlacement, ...], standing: Standing
):
    assert last_start(ledger_of(_terms(), (), day("2026-04-01")), END) == day("2026-07-01")
    assert _standing(_terms(), as_of, *placements) is standing


def test_places_stand_by_their_minimum_time():
    places = _terms(RequirementUnit.PLACES, 2, minimum_months=4)
    assert last_start(ledger_of(places, (), day("2026-04-01")), END) == day("2026-09-01")
    assert _standing(places, "2026-07-02") is Standing.NOT_YET
    assert _standing(places, "2026-07-03") is Standing.AT_RISK
    assert _standing(_terms(RequirementUnit.PERSONS, 1), "2026-10-31") is Standing.NOT_YET
    assert _standing(_terms(RequirementUnit.PERSONS, 1), "2026-11-01") is Standing.AT_RISK


def test_units_are_months_by_their_conversion_and_places_work_side_by_side():
    units = _terms(RequirementUnit.UNITS, 2, conversion=Conversion(Fraction(6), Fraction(3)))
    half = ledger_of(units, (SIX_MONTHS,), day("2026-06-30"))
    assert half.delivered == 1
    assert last_start(half, END) == day("2026-07-01"), "one unit more is six months"
    side_by_side = _terms(volume=12, places=2)
    assert last_start(ledger_of(side_by_side, (), day("2026-04-01")), END) == day("2026-07-01")


def test_a_person_goes_before_the_arithmetic_and_a_proposal_before_the_ledger():
    for assessment in Assessment:
        assert _standing(_terms(), "2027-01-01", assessment=assessment).value == assessment.value
    assert _standing(_terms(), "2027-01-01", confirmed=False) is Standing.PROPOSED
    assert _standing(_terms(), "2026-02-01", late_start=True) is Standing.AT_RISK
    assert _standing(_terms(RequirementUnit.HOURS), "2026-02-01") is Standing.NOT_COMPUTED
    assert _standing(_terms(volume=0), "2026-02-01") is Standing.NO_VOLUME
    assert _standing(_terms(), "2026-12-01", period_end=None) is Standing.NOT_YET


def test_every_standing_has_its_place():
    assert set(WORST_FIRST) == set(Standing)


def test_nothing_is_missing_from_a_plan_that_reaches():
    assert last_start(ledger_of(_terms(), (SIX_MONTHS,), day("2026-03-01")), END) is None


@pytest.mark.parametrize("amount", ["-0.01", "NaN", "Infinity", "1E14"])
def test_an_amount_has_its_range(amount: str):
    with pytest.raises(RuleViolation) as caught:
        check_amount(Decimal(amount), "value")
    assert (caught.value.code, caught.value.field, caught.value.facts) == ("amount.range", "value", {"least": "0"})


def test_an_amount_has_its_decimals_and_nothing_is_no_amount():
    check_amount(None, "value")
    check_amount(Decimal("0.10"), "value")
    check_amount(Decimal("0.1234"), "volume", places=4)
    with pytest.raises(RuleViolation, match=r"amount\.decimals"):
        check_amount(Decimal("0.12345"), "volume", places=4)
    with pytest.raises(RuleViolation) as caught:
        check_amount(Decimal(0), "volume", least=Decimal("0.0001"))
    assert caught.value.facts == {"least": "0,0001"}


def test_a_currency_is_three_letters():
    assert check_currency(" sek ") == "SEK"
    for wrong in ("kr", "SEKK", "S1K", "ÅÄÖ", ""):
        with pytest.raises(RuleViolation, match=r"amount\.currency"):
            check_currency(wrong)
