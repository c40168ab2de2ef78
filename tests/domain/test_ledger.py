import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialupph.domain.errors import RuleViolation
from socialupph.domain.full_time_months import shown
from socialupph.domain.ledger import (
    Conversion,
    EndCause,
    Ledger,
    LedgerPlace,
    LedgerPlacement,
    LedgerVerdict,
    LineReason,
    MinimumTimeKind,
    PlacementKind,
    PlaceState,
    RequirementTerms,
    RequirementUnit,
    ledger_of,
    units_by_value,
)
from socialupph.domain.periods import MonthsAndDays
from tests.domain.days import at, day, period

AS_OF = day("2026-09-22")
SIXTEEN = RequirementTerms(volume=16, period_start=day("2026-01-12"), period_end=day("2027-01-11"))


def placed(number: int, start: str, planned: str, percent: int = 100, **more: Any) -> LedgerPlacement:
    code = f"P-{number:04d}"
    more.setdefault("person", code)
    return LedgerPlacement(number, code, day(start), day(planned), working_times=at(percent), **more)


def summary_placements() -> list[LedgerPlacement]:
    """The contract of the summary: one left early by own choice, one was there before, one is running."""
    return [
        placed(4, "2026-01-12", "2026-05-11", place="PL-0001"),
        placed(
            7,
            "2026-01-12",
            "2026-05-11",
            place="PL-0002",
            actual_end=day("2026-03-27"),
            opens_75=True,
            interrupted=True,
            end_cause=EndCause.PARTICIPANT,
        ),
        placed(9, "2026-02-02", "2026-05-31", place="PL-0001", was_there_at_contract_start=True),
        placed(11, "2026-04-01", "2026-07-31", 75, place="PL-0002"),
        placed(16, "2026-07-23", "2026-11-22", place="PL-0003"),
    ]


SUMMARY_PLACES = [
    LedgerPlace("PL-0001", "Målare 1"),
    LedgerPlace("PL-0002", "Snickeri"),
    LedgerPlace("PL-0003", "Målare 2"),
    LedgerPlace("PL-0004", "Lager"),
]


def summary(**terms: Any) -> Ledger:
    asked: dict[str, Any] = {"volume": 16, "period_start": day("2026-01-12"), "period_end": day("2027-01-11"), **terms}
    return ledger_of(RequirementTerms(**asked), summary_placements(), AS_OF, places=SUMMARY_PLACES)


def line(ledger: Ledger, code: str):
    return next(one for one in ledger.lines if one.code == code)


# ---------------------------------------------------------------- months


def test_the_sum_is_exact_and_shown_with_one_decimal():
    ledger = summary()
    assert [shown(one.counted) for one in ledger.lines] == ["4,0", "2,5", "0,0", "3,0", "2,0"]
    assert shown(line(ledger, "P-0009").months) == "4,0"
    assert ledger.delivered == ledger.months == sum((one.counted for one in ledger.lines), Fraction(0))
    assert shown(ledger.delivered, ledger.threshold) == "11,5"


def test_the_early_end_rule_lowers_what_is_enough():
    ledger = summary()
    assert ledger.verdict is LedgerVerdict.NOT_YET
    assert (ledger.volume, ledger.threshold, ledger.early_threshold) == (16, 12, 12)
    assert ledger.opened_by == (("P-0007", EndCause.PARTICIPANT),)
    assert shown(ledger.missing, Fraction(0)) == "0,5"
    assert ledger.missing_of_volume == 16 - ledger.delivered
    assert ledger.planned_missing == 0


def test_the_day_it_is_reached_if_all_continues():
    ledger = summary()
    assert ledger.reached_on == day("2026-10-06")
    before = ledger_of(SIXTEEN, summary_placements(), day("2026-10-05"))
    after = ledger_of(SIXTEEN, summary_placements(), day("2026-10-06"))
    assert before.verdict is LedgerVerdict.NOT_YET
    assert (after.verdict, after.reached_on) == (LedgerVerdict.MET_EARLY_END, None)


def test_without_an_early_end_the_whole_volume_is_asked_for():
    some = [one for one in summary_placements() if not one.opens_75]
    ledger = ledger_of(SIXTEEN, some, AS_OF)
    assert (ledger.threshold, ledger.opened_by, ledger.reached_on) == (16, (), None)
    assert ledger.planned_missing > 0


def test_the_volume_met_is_met():
    ledger = ledger_of(RequirementTerms(volume=Decimal(4)), [placed(1, "2026-01-01", "2026-04-30")], AS_OF)
    assert ledger.verdict is LedgerVerdict.MET
    assert ledger.missing == 0


def test_one_day_less_than_the_volume_is_not_met():
    ledger = ledger_of(RequirementTerms(volume=4), [placed(1, "2026-01-01", "2026-04-29")], AS_OF)
    assert ledger.verdict is LedgerVerdict.NOT_YET
    assert ledger.missing == Fraction(1, 30)


def test_after_the_period_it_is_not_met():
    assert ledger_of(SIXTEEN, [], day("2027-01-11")).verdict is LedgerVerdict.NOT_YET
    over = ledger_of(SIXTEEN, [], day("2027-01-12"))
    assert (over.verdict, over.reached_on) == (LedgerVerdict.NOT_MET, None)


def test_an_end_by_plan_does_not_open_the_rule():
    on_time = placed(1, "2026-01-12", "2026-05-11", actual_end=day("2026-05-11"), opens_75=True)
    assert ledger_of(SIXTEEN, [on_time], AS_OF).opened_by == ()
    to_come = placed(1, "2026-01-12", "2026-12-11", actual_end=day("2026-10-11"), opens_75=True)
    assert ledger_of(SIXTEEN, [to_come], AS_OF).opened_by == ()


def test_a_line_that_was_left_out_does_not_open_the_rule():
    void = placed(1, "2026-01-12", "2026-05-11", actual_end=day("2026-02-11"), opens_75=True, void=True)
    assert ledger_of(SIXTEEN, [void], AS_OF).opened_by == ()


# ---------------------------------------------------------------- why a line counts or not


def test_every_reason():
    some = [
        placed(1, "2026-02-01", "2026-03-31"),
        placed(2, "2026-09-01", "2026-12-31"),
        placed(3, "2026-10-01", "2026-12-31"),
        placed(4, "2026-02-01", "2026-05-31", actual_end=day("2026-03-15")),
        placed(5, "2026-02-01", "2026-05-31", actual_end=day("2026-03-15"), opens_75=True),
        placed(6, "2026-02-01", "2026-03-31", void=True),
        placed(7, "2026-02-01", "2026-03-31", was_there_at_contract_start=True),
        placed(8, "2026-02-01", "2026-03-31", in_target_group=False),
        placed(9, "2025-02-01", "2025-03-31"),
        placed(10, "2026-02-01", "2026-02-11"),
        placed(11, "2026-05-01", "2026-09-22"),
        placed(12, "2026-05-01", "2026-12-22", actual_end=day("2026-09-22"), interrupted=True),
        placed(13, "2026-05-01", "2026-08-22", actual_end=day("2026-09-22")),
    ]
    terms = RequirementTerms(
        volume=16,
        minimum_months=1,
        drop_under_minimum=True,
        period_start=day("2026-01-12"),
        period_end=day("2027-01-11"),
    )
    ledger = ledger_of(terms, some, AS_OF)
    assert [one.reason for one in ledger.lines] == [
        LineReason.COMPLETED,
        LineReason.RUNNING,
        LineReason.PLANNED,
        LineReason.ENDED_EARLY,
        LineReason.OPENS_EARLY_END,
        LineReason.VOID,
        LineReason.ALREADY_THERE,
        LineReason.OUTSIDE_TARGET_GROUP,
        LineReason.OUTSIDE_PERIOD,
        LineReason.UNDER_MINIMUM,
        LineReason.RUNNING,
        LineReason.ENDED_EARLY,
        LineReason.COMPLETED,
    ]
    counting = [one.counts for one in ledger.lines]
    assert counting == [True] * 5 + [False] * 5 + [True] * 3
    assert all(one.counted == 0 == one.planned for one in ledger.lines if not one.counts)


def test_what_the_requirement_allows_counts():
    some = [
        placed(1, "2026-02-01", "2026-03-31", was_there_at_contract_start=True),
        placed(2, "2026-02-01", "2026-03-31", in_target_group=False),
    ]
    terms = RequirementTerms(volume=16, exclude_already_there=False, target_group_required=False)
    assert ledger_of(terms, some, AS_OF).delivered == 4


def test_only_the_part_within_the_period_counts():
    ledger = ledger_of(SIXTEEN, [placed(1, "2025-12-01", "2026-01-31")], AS_OF)
    only = ledger.lines[0]
    assert only.counted == Fraction(20, 31)
    assert only.months == 2
    assert only.facts["not_counted"] == 2 - Fraction(20, 31)


def test_planned_is_what_it_gives_if_it_runs_to_its_planned_end():
    ledger = ledger_of(SIXTEEN, [placed(1, "2026-09-01", "2026-12-31")], AS_OF)
    assert (ledger.delivered, ledger.planned) == (Fraction(22, 30), 4)
    assert (ledger.months, ledger.planned_months) == (Fraction(22, 30), 4)


def test_under_the_minimum_counts_unless_the_requirement_says_otherwise():
    short = placed(1, "2026-02-10", "2026-02-20", 50)
    kept = ledger_of(RequirementTerms(volume=16, minimum_months=1), [short], AS_OF)
    assert kept.delivered == Fraction(11, 56)
    dropped = ledger_of(RequirementTerms(volume=16, minimum_months=1, drop_under_minimum=True), [short], AS_OF)
    assert dropped.delivered == 0
    assert dropped.lines[0].months == Fraction(11, 56)
    assert dropped.lines[0].facts["minimum_months"] == 1


def test_a_running_line_that_will_reach_the_minimum_counts_from_its_first_day():
    running = placed(1, "2026-09-07", "2026-12-30", 50)
    ledger = ledger_of(RequirementTerms(volume=16, minimum_months=1, drop_under_minimum=True), [running], AS_OF)
    assert ledger.lines[0].reason is LineReason.RUNNING
    assert ledger.delivered == Fraction(16, 60)


def test_on_a_shared_place_the_minimum_is_the_places():
    two = [
        placed(1, "2026-02-01", "2026-02-28", place="PL-0001"),
        placed(2, "2026-03-01", "2026-05-31", place="PL-0001"),
    ]
    asked: dict[str, Any] = {"volume": 16, "minimum_months": 4, "drop_under_minimum": True}
    shared = ledger_of(RequirementTerms(**asked, shared_allowed=True), two, AS_OF)
    assert shared.delivered == 4
    alone = ledger_of(RequirementTerms(**asked), two, AS_OF)
    assert alone.delivered == 0


def test_the_dropped_placement_takes_nothing_from_the_same_persons_other_one():
    two = [
        placed(1, "2026-02-01", "2026-02-10", place="PL-0001", person="KA-0001"),
        placed(2, "2026-02-01", "2026-05-31", place="PL-0002", person="KA-0001"),
    ]
    terms = RequirementTerms(volume=16, minimum_months=1, drop_under_minimum=True)
    assert ledger_of(terms, two, AS_OF).delivered == 4


def test_a_person_counts_at_most_a_whole_day_here_and_elsewhere_together():
    here = placed(2, "2026-03-01", "2026-03-31", 75, person="KA-0001")
    earlier = placed(1, "2026-02-01", "2026-03-31", 50, person="KA-0001")
    assert ledger_of(SIXTEEN, [here], AS_OF, elsewhere=[earlier]).delivered == Fraction(1, 2)
    void = placed(1, "2026-02-01", "2026-03-31", 50, person="KA-0001", void=True)
    assert ledger_of(SIXTEEN, [here], AS_OF, elsewhere=[void]).delivered == Fraction(3, 4)
    somebody_else = placed(1, "2026-02-01", "2026-03-31", 50, person="KA-0002")
    assert ledger_of(SIXTEEN, [here], AS_OF, elsewhere=[somebody_else]).delivered == Fraction(3, 4)


def test_heads_the_supplier_recruited_count_each():
    heads = placed(1, "2026-03-01", "2026-03-31", 50, person=None, heads=3)
    ledger = ledger_of(RequirementTerms(volume=16, minimum_months=1), [heads], AS_OF)
    assert ledger.delivered == ledger.lines[0].months == Fraction(3, 2)
    assert [place.state for place in ledger.places] == [PlaceState.DELIVERED] * 3


# ---------------------------------------------------------------- units


def test_units_by_value_are_whole_and_rounded_down():
    assert units_by_value(Decimal(180_000_000), Decimal(50_000_000)) == 3
    assert units_by_value(Decimal(49_999_999), Decimal(50_000_000)) == 0
    with pytest.raises(RuleViolation, match=r"units\.per_unit"):
        units_by_value(Decimal(1), Decimal(0))


def test_twelve_months_of_employment_or_six_of_internship_make_a_unit():
    some = [
        placed(1, "2026-01-01", "2026-06-30"),
        placed(2, "2026-01-01", "2026-03-31", kind=PlacementKind.INTERNSHIP),
    ]
    ledger = ledger_of(
        RequirementTerms(RequirementUnit.UNITS, 1, conversion=Conversion(Fraction(12), Fraction(6))), some, AS_OF
    )
    assert ledger.delivered == Fraction(1)
    assert ledger.verdict is LedgerVerdict.MET
    assert ledger.months == 9
    assert [one.weight for one in ledger.lines] == [1, 2]


def test_units_without_a_conversion_of_their_own_take_the_usual_one():
    ledger = ledger_of(RequirementTerms(RequirementUnit.UNITS, 1), [placed(1, "2026-01-01", "2026-06-30")], AS_OF)
    assert ledger.delivered == Fraction(1, 2)
    later = ledger_of(RequirementTerms(RequirementUnit.UNITS, 1), [placed(1, "2026-01-01", "2026-12-31")], AS_OF)
    assert later.reached_on == day("2026-12-31")


def test_months_with_a_conversion_are_months_of_employment():
    internship = placed(1, "2026-01-01", "2026-06-30", kind=PlacementKind.INTERNSHIP)
    assert ledger_of(RequirementTerms(volume=12, conversion=Conversion()), [internship], AS_OF).delivered == 12


# ---------------------------------------------------------------- places


def four_places() -> list[LedgerPlacement]:
    return [
        placed(1, "2026-02-16", "2026-06-15", 50, place="PL-0001"),
        placed(2, "2026-03-01", "2026-08-05", place="PL-0002"),
        placed(3, "2026-03-02", "2026-06-28", place="PL-0003"),
        placed(4, "2026-04-07", "2026-08-06", place="PL-0004", pauses=(period("2026-06-15", "2026-06-24"),)),
    ]


def test_two_of_four_places_are_delivered():
    ledger = ledger_of(RequirementTerms(RequirementUnit.PLACES, 4, minimum_months=4), four_places(), AS_OF)
    assert [place.state for place in ledger.places] == [PlaceState.DELIVERED] * 2 + [PlaceState.SHORT] * 2
    assert [place.days_short for place in ledger.places] == [0, 0, 3, 10]
    assert ledger.places[2].done == MonthsAndDays(3, 27)
    assert (ledger.places_delivered, ledger.places_agreed) == (2, 4)
    assert (ledger.delivered, ledger.missing, ledger.verdict) == (2, 2, LedgerVerdict.NOT_YET)


def test_the_early_end_rule_is_for_months_and_not_for_places():
    left = placed(1, "2026-02-16", "2026-06-15", place="PL-0001", actual_end=day("2026-03-16"), opens_75=True)
    ledger = ledger_of(RequirementTerms(RequirementUnit.PLACES, 1, minimum_months=4), [left], AS_OF)
    assert (ledger.threshold, ledger.early_threshold, ledger.opened_by) == (1, None, ())


def test_the_places_of_the_summary():
    ledger = summary(places=4, minimum_months=4, shared_allowed=True)
    assert [(place.title, place.state) for place in ledger.places] == [
        ("Målare 1", PlaceState.DELIVERED),
        ("Snickeri", PlaceState.DELIVERED),
        ("Målare 2", PlaceState.RUNNING),
        ("Lager", PlaceState.OPEN),
    ]
    assert ledger.places[1].codes == ("P-0007", "P-0011")
    assert ledger.places[2].done == MonthsAndDays(2, 0)
    assert ledger.places[2].ready_on == day("2026-11-22")
    assert (ledger.places_delivered, ledger.places_agreed) == (2, 4)


def test_months_and_places_are_met_when_both_are():
    one = [placed(1, "2026-01-12", "2026-05-11", place="PL-0001")]
    assert ledger_of(RequirementTerms(volume=4, places=1, minimum_months=4), one, AS_OF).verdict is LedgerVerdict.MET
    assert (
        ledger_of(RequirementTerms(volume=4, places=2, minimum_months=4), one, AS_OF).verdict is LedgerVerdict.NOT_YET
    )
    assert (
        ledger_of(RequirementTerms(volume=5, places=1, minimum_months=4), one, AS_OF).verdict is LedgerVerdict.NOT_YET
    )
    assert ledger_of(RequirementTerms(places=1, minimum_months=4), one, AS_OF).verdict is LedgerVerdict.MET


def test_the_later_of_the_two_days_is_when_both_are_reached():
    one = [placed(1, "2026-08-01", "2026-12-31", place="PL-0001")]
    ledger = ledger_of(RequirementTerms(volume=2, places=1, minimum_months=4), one, AS_OF)
    assert ledger.reached_on == day("2026-11-30")
    months_met = ledger_of(RequirementTerms(volume=1, places=1, minimum_months=4), one, AS_OF)
    assert months_met.reached_on == day("2026-11-30")
    too_many = ledger_of(RequirementTerms(volume=2, places=2, minimum_months=4), one, AS_OF)
    assert too_many.reached_on is None


def test_a_place_that_begins_later_is_planned():
    later = placed(1, "2026-10-01", "2027-01-31", place="PL-0001")
    place = ledger_of(RequirementTerms(RequirementUnit.PLACES, 1, minimum_months=4), [later], AS_OF).places[0]
    assert (place.state, place.days_short, place.ready_on) == (PlaceState.PLANNED, 0, day("2027-01-31"))


def test_without_minimum_time_a_place_is_delivered_when_somebody_has_begun():
    begun, later = placed(1, "2026-09-22", "2026-10-31"), placed(2, "2026-09-23", "2026-10-31")
    ledger = ledger_of(RequirementTerms(RequirementUnit.PLACES, 2), [begun, later], AS_OF)
    assert [place.state for place in ledger.places] == [PlaceState.DELIVERED, PlaceState.PLANNED]
    assert ledger.reached_on == day("2026-09-23")


def test_where_sharing_is_not_allowed_the_longest_stay_counts():
    two = [
        placed(1, "2026-01-12", "2026-03-27", place="PL-0001"),
        placed(2, "2026-04-01", "2026-06-30", place="PL-0001"),
    ]
    place = ledger_of(RequirementTerms(RequirementUnit.PLACES, 1, minimum_months=4), two, AS_OF).places[0]
    assert (place.state, place.done) == (PlaceState.SHORT, MonthsAndDays(3, 0))


def test_the_same_person_may_come_back_to_the_place():
    two = [
        placed(1, "2026-01-12", "2026-03-11", place="PL-0001", person="KA-0001"),
        placed(2, "2026-04-01", "2026-05-31", place="PL-0001", person="KA-0001"),
    ]
    ledger = ledger_of(RequirementTerms(RequirementUnit.PLACES, 1, minimum_months=4), two, AS_OF)
    assert ledger.places[0].done == MonthsAndDays(4, 0)


def test_seats_of_one_opening_are_filled_one_by_one():
    some = [placed(n, "2026-01-12", "2026-05-11", place="PL-0001") for n in (1, 2)]
    some.append(placed(3, "2026-06-01", "2026-07-31", place="PL-0001"))
    terms = RequirementTerms(RequirementUnit.PLACES, 3, minimum_months=4, shared_allowed=True)
    ledger = ledger_of(terms, some, AS_OF, places=[LedgerPlace("PL-0001", "Lager", 3)])
    assert [(place.seat, place.state) for place in ledger.places] == [
        (1, PlaceState.DELIVERED),
        (2, PlaceState.DELIVERED),
        (3, PlaceState.SHORT),
    ]


def test_a_newcomer_takes_over_the_seat_somebody_left():
    some = [
        placed(1, "2026-01-12", "2026-03-11", place="PL-0001"),
        placed(2, "2026-03-12", "2026-05-31", place="PL-0001"),
        placed(3, "2026-07-01", "2026-07-31", place="PL-0001"),
        placed(4, "2026-07-15", "2026-08-31", place="PL-0001"),
        placed(5, "2026-07-15", "2026-08-31", place="PL-0001"),
    ]
    terms = RequirementTerms(RequirementUnit.PLACES, 2, minimum_months=4, shared_allowed=True)
    ledger = ledger_of(terms, some, AS_OF, places=[LedgerPlace("PL-0001", "Lager", 2)])
    assert [place.codes for place in ledger.places] == [("P-0001", "P-0002", "P-0004"), ("P-0003", "P-0005")]


def test_the_minimum_at_full_time_uses_the_ledgers_sum():
    half = placed(1, "2026-01-01", "2026-06-30", 50, place="PL-0001")
    terms = RequirementTerms(RequirementUnit.PLACES, 1, minimum_months=4, minimum_kind=MinimumTimeKind.FULL_TIME)
    place = ledger_of(terms, [half], AS_OF).places[0]
    assert (place.state, place.months_done, place.months_short) == (PlaceState.SHORT, 3, 1)
    running = placed(1, "2026-05-01", "2027-01-31", 50, place="PL-0001")
    ledger = ledger_of(terms, [running], AS_OF)
    assert (ledger.places[0].state, ledger.places[0].ready_on) == (PlaceState.RUNNING, day("2026-12-31"))
    later = ledger_of(terms, [placed(1, "2026-10-01", "2027-08-31", 50)], AS_OF).places[0]
    assert (later.state, later.done, later.months_short) == (PlaceState.PLANNED, MonthsAndDays(0, 0), 4)


def test_lines_under_the_minimum_at_full_time_are_dropped():
    half = placed(1, "2026-01-01", "2026-06-30", 50, place="PL-0001")
    terms = RequirementTerms(
        volume=16, minimum_months=4, minimum_kind=MinimumTimeKind.FULL_TIME, drop_under_minimum=True
    )
    assert ledger_of(terms, [half], AS_OF).delivered == 0


# ---------------------------------------------------------------- persons, and what is not computed


def test_persons_are_counted_once_each():
    some = [
        placed(1, "2026-01-12", "2026-03-11", person="KA-0001"),
        placed(2, "2026-06-01", "2026-07-31", person="KA-0001"),
        placed(3, "2026-10-01", "2026-11-30", person="KA-0002"),
        placed(4, "2026-02-01", "2026-02-28", person=None, heads=2),
        placed(5, "2026-02-01", "2026-02-28", person="KA-0003", void=True),
    ]
    ledger = ledger_of(RequirementTerms(RequirementUnit.PERSONS, 4), some, AS_OF)
    assert (ledger.delivered, ledger.planned, ledger.missing) == (3, 4, 1)
    assert ledger.reached_on == day("2026-10-01")


def test_persons_with_a_minimum_time_count_when_they_reach_it():
    one = placed(1, "2026-08-01", "2026-12-31")
    ledger = ledger_of(RequirementTerms(RequirementUnit.PERSONS, 1, minimum_months=4), [one], AS_OF)
    assert (ledger.delivered, ledger.reached_on) == (0, day("2026-11-30"))


def test_hours_and_kronor_are_judged_by_hand_and_a_dialogue_has_no_volume():
    for unit in (RequirementUnit.HOURS, RequirementUnit.KRONOR):
        assert ledger_of(RequirementTerms(unit, 100), [], AS_OF).verdict is LedgerVerdict.NOT_COMPUTED
    empty = ledger_of(RequirementTerms(), [placed(1, "2026-01-01", "2026-01-31")], AS_OF)
    assert (empty.verdict, empty.volume, empty.threshold, empty.missing) == (LedgerVerdict.NO_VOLUME, None, None, 0)
    assert empty.months == 1


# ---------------------------------------------------------------- what always holds


@st.composite
def some_placements(draw: st.DrawFn) -> list[LedgerPlacement]:
    placements: list[LedgerPlacement] = []
    for number in range(1, draw(st.integers(0, 6)) + 1):
        start = draw(st.dates(dt.date(2025, 10, 1), dt.date(2026, 12, 1)))
        planned = start + dt.timedelta(days=draw(st.integers(0, 300)))
        ended = draw(st.none() | st.integers(0, 300).map(lambda n, start=start: start + dt.timedelta(days=n)))
        placements.append(
            LedgerPlacement(
                number,
                f"P-{number:04d}",
                start,
                planned,
                place=draw(st.sampled_from([None, "PL-0001", "PL-0002"])),
                person=draw(st.sampled_from([None, "KA-0001", "KA-0002", "KA-0003"])),
                actual_end=ended,
                working_times=at(draw(st.integers(1, 100))),
                void=draw(st.booleans()),
                opens_75=draw(st.booleans()),
                kind=draw(st.sampled_from(PlacementKind)),
                heads=draw(st.integers(1, 3)),
            )
        )
    return placements


some_terms = st.builds(
    RequirementTerms,
    unit=st.sampled_from(RequirementUnit),
    volume=st.none() | st.integers(1, 20),
    places=st.none() | st.integers(1, 4),
    minimum_months=st.none() | st.integers(1, 4),
    minimum_kind=st.sampled_from(MinimumTimeKind),
    shared_allowed=st.booleans(),
    drop_under_minimum=st.booleans(),
    conversion=st.none() | st.just(Conversion()),
    period_start=st.none() | st.just(dt.date(2026, 1, 12)),
    period_end=st.none() | st.just(dt.date(2027, 1, 11)),
)


@given(some_terms, some_placements(), st.dates(dt.date(2026, 1, 1), dt.date(2027, 6, 1)))
def test_what_holds_for_every_ledger(terms: RequirementTerms, placements: list[LedgerPlacement], as_of: dt.date):
    places = [LedgerPlace("PL-0001", "", 2)]
    ledger = ledger_of(terms, placements, as_of, places=places)
    assert [one.code for one in ledger.lines] == [one.code for one in placements]
    assert ledger.months == sum((one.counted for one in ledger.lines), Fraction(0)) <= ledger.planned_months
    assert 0 <= ledger.delivered <= ledger.planned
    assert all(one.counts or one.counted == 0 for one in ledger.lines)
    assert all(one.counted <= one.months and one.counted <= one.planned for one in ledger.lines)
    met = ledger.verdict in (LedgerVerdict.MET, LedgerVerdict.MET_EARLY_END)
    assert not met or ledger.missing == 0
    assert ledger_of(terms, placements[::-1], as_of, places=places).delivered == ledger.delivered
    if ledger.reached_on is not None:
        on_the_day = ledger_of(terms, placements, ledger.reached_on, places=places)
        assert on_the_day.verdict in (LedgerVerdict.MET, LedgerVerdict.MET_EARLY_END)
        day_before = ledger_of(terms, placements, ledger.reached_on - dt.timedelta(days=1), places=places)
        assert day_before.verdict not in (LedgerVerdict.MET, LedgerVerdict.MET_EARLY_END)
