import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialupph.domain.full_time_months import (
    Part,
    Segment,
    Stay,
    Term,
    apportion,
    arithmetic,
    calendar_months,
    full_time_months,
    months_of,
    segments,
    shown,
)
from socialupph.domain.periods import Period, WorkingTime, days_in_month
from tests.domain.days import at, day, period, periods


def by_single_days(stay: Stay) -> dict[dt.date, Fraction]:
    """The slow way: each day by itself."""
    shares: dict[dt.date, Fraction] = {}
    times = sorted(stay.working_times)
    for number in range(stay.period.days):
        one = stay.period.start + dt.timedelta(days=number)
        if any(pause.contains(one) for pause in stay.pauses):
            continue
        valid = [time for time in times if time.from_day <= one] or times[:1]
        shares[one] = Fraction(valid[-1].percent) / 100 if valid else Fraction(1)
    return shares


def months_by_days(shares: dict[dt.date, Fraction]) -> Fraction:
    return sum((share / days_in_month(one.year, one.month) for one, share in shares.items()), Fraction(0))


@pytest.mark.parametrize(
    ("start", "end", "percent", "expected"),
    [
        ("2026-03-16", "2026-05-15", 100, Fraction(2)),
        ("2026-01-01", "2026-06-30", 75, Fraction(9, 2)),
        ("2026-02-10", "2026-02-20", 50, Fraction(11, 56)),
        ("2028-02-01", "2028-02-29", 100, Fraction(1)),
        ("2026-12-01", "2027-01-31", 100, Fraction(2)),
    ],
)
def test_a_period_counts_its_share_of_each_month(start: str, end: str, percent: int, expected: Fraction):
    assert full_time_months(period(start, end), at(percent)) == expected


def test_worked_examples_as_they_are_shown():
    assert shown(full_time_months(period("2026-03-16", "2026-05-15"), at(100))) == "2,0"
    assert shown(full_time_months(period("2026-01-01", "2026-06-30"), at(75))) == "4,5"
    assert shown(full_time_months(period("2026-02-10", "2026-02-20"), at(50))) == "0,2"


def test_the_day_of_the_question_is_included():
    running = period("2026-03-16", "2026-05-15")
    assert full_time_months(running, as_of=day("2026-03-16")) == Fraction(1, 31)
    assert full_time_months(running, as_of=day("2026-03-15")) == 0
    assert full_time_months(running, as_of=day("2026-12-31")) == 2


def test_pauses_are_taken_out_and_a_new_working_time_begins_on_its_day():
    stay = period("2026-04-01", "2026-05-31")
    assert full_time_months(stay, at(100), [period("2026-04-11", "2026-04-20")]) == Fraction(20, 30) + 1
    changed = (*at(50), WorkingTime(day("2026-05-01"), Decimal(100)))
    assert full_time_months(stay, changed) == Fraction(3, 2)


def test_the_first_working_time_covers_the_days_before_it():
    late = (WorkingTime(day("2026-04-15"), Decimal(50)), WorkingTime(day("2026-05-01"), Decimal(100)))
    assert full_time_months(period("2026-04-01", "2026-04-30"), late) == Fraction(1, 2)


def test_two_working_times_from_the_same_day_count_as_the_last():
    twice = (WorkingTime(day("2026-04-01"), Decimal(50)), WorkingTime(day("2026-04-01"), Decimal(100)))
    assert full_time_months(period("2026-04-01", "2026-04-30"), twice) == 1


stays = st.builds(
    Stay,
    st.sampled_from(["P-0001", "P-0002", "P-0003"]),
    periods(200),
    st.lists(
        st.builds(WorkingTime, st.dates(dt.date(2020, 1, 1), dt.date(2033, 1, 1)), st.integers(1, 100).map(Decimal)),
        max_size=3,
        unique_by=lambda time: time.from_day,
    ).map(tuple),
    st.lists(periods(30), max_size=2).map(tuple),
)


@given(stays)
def test_month_segments_give_what_single_days_give(stay: Stay):
    assert months_of(segments(stay)) == months_by_days(by_single_days(stay))


@given(stays, st.dates(dt.date(2020, 1, 1), dt.date(2034, 1, 1)))
def test_more_days_never_count_less(stay: Stay, through: dt.date):
    pieces = segments(stay)
    part = months_of(pieces, through)
    assert 0 <= part <= months_of(pieces)
    assert part <= months_of(pieces, through + dt.timedelta(days=1))


@given(periods())
def test_a_period_is_the_sum_of_its_parts(one: Period):
    middle = one.start + dt.timedelta(days=one.days // 2)
    rest = calendar_months(middle + dt.timedelta(days=1), one.end) if middle < one.end else Fraction(0)
    assert calendar_months(one.start, middle) + rest == calendar_months(one.start, one.end)


# ---------------------------------------------------------------- one person, several placements


def test_the_placement_that_began_first_keeps_its_full_share():
    first = Stay("P-0002", period("2026-04-01", "2026-04-30"), at(75))
    second = Stay("P-0001", period("2026-04-16", "2026-05-31"), at(50))
    counted = apportion([second, first])
    assert months_of(counted["P-0002"]) == Fraction(3, 4)
    assert months_of(counted["P-0001"]) == Fraction(15, 30) * Fraction(1, 4) + Fraction(1, 2)


def test_on_the_same_day_the_lower_code_keeps_its_full_share():
    one, two = (Stay(code, period("2026-04-01", "2026-04-30"), at(100)) for code in ("P-0009", "P-0010"))
    counted = apportion([two, one])
    assert months_of(counted["P-0009"]) == 1
    assert counted["P-0010"] == ()


def test_half_and_half_both_count():
    one, two = (Stay(code, period("2026-04-01", "2026-04-30"), at(50)) for code in ("P-0001", "P-0002"))
    counted = apportion([one, two])
    assert [months_of(pieces) for pieces in counted.values()] == [Fraction(1, 2), Fraction(1, 2)]


@given(st.lists(stays, max_size=3, unique_by=lambda stay: stay.code))
def test_nobody_counts_more_than_a_whole_day(some: list[Stay]):
    counted = apportion(some)
    assert set(counted) == {stay.code for stay in some}
    total: dict[dt.date, Fraction] = {}
    alone: dict[dt.date, Fraction] = {}
    for stay in some:
        own = by_single_days(stay)
        given_days: set[dt.date] = set()
        for piece in counted[stay.code]:
            for number in range((piece.end - piece.start).days + 1):
                one = piece.start + dt.timedelta(days=number)
                assert one not in given_days
                given_days.add(one)
                assert 0 < piece.share <= own[one]
                total[one] = total.get(one, Fraction(0)) + piece.share
        for one, share in own.items():
            alone[one] = alone.get(one, Fraction(0)) + share
    assert total == {one: min(share, Fraction(1)) for one, share in alone.items()}


@given(st.lists(stays, max_size=3, unique_by=lambda stay: stay.code))
def test_the_order_asked_in_changes_nothing(some: list[Stay]):
    assert apportion(some) == apportion(some[::-1])


# ---------------------------------------------------------------- as it is written out and shown


def test_the_arithmetic_is_written_out():
    assert arithmetic(segments(Stay("", period("2026-03-16", "2026-05-15"), at(100)))) == (
        Part((Term(16, 31), Term(whole=1), Term(15, 31)), Fraction(1)),
    )
    assert arithmetic(segments(Stay("", period("2026-03-02", "2026-08-31"), at(75)))) == (
        Part((Term(30, 31), Term(whole=5)), Fraction(3, 4)),
    )


def test_days_of_one_month_on_both_sides_of_a_pause_are_one_term():
    stay = Stay("", period("2026-04-01", "2026-04-30"), at(100), (period("2026-04-11", "2026-04-20"),))
    assert arithmetic(segments(stay)) == (Part((Term(20, 30),), Fraction(1)),)


@given(stays)
def test_the_arithmetic_gives_the_sum(stay: Stay):
    pieces = segments(stay)
    written = sum(
        (
            part.share * sum((Fraction(term.days, term.of) if term.of else Fraction(term.whole)) for term in part.terms)
            for part in arithmetic(pieces)
        ),
        Fraction(0),
    )
    assert written == months_of(pieces)


@pytest.mark.parametrize(
    ("value", "limits", "expected"),
    [
        (Fraction(23, 2), (Fraction(12), Fraction(16)), "11,5"),
        (Fraction(1196, 100), (Fraction(12),), "11,96"),
        (Fraction(119999, 10000), (Fraction(12),), "11,9999"),
        (Fraction(12), (Fraction(12),), "12,0"),
        (Fraction(1204, 100), (Fraction(12),), "12,0"),
        (Fraction(1, 1000), (Fraction(0),), "0,001"),
        (Fraction(0), (Fraction(0),), "0,0"),
        (Fraction(1, 3), (None,), "0,3"),
    ],
)
def test_rounding_never_hides_a_shortfall(value: Fraction, limits: tuple[Fraction | None, ...], expected: str):
    assert shown(value, *limits) == expected  # pyright: ignore[reportArgumentType]


@given(st.fractions(0, 100, max_denominator=10_000), st.fractions(0, 100, max_denominator=1000))
def test_what_is_short_is_shown_as_short(value: Fraction, threshold: Fraction):
    read = Fraction(shown(value, threshold).replace(",", ".").replace("\u00a0", ""))
    if value < threshold:
        assert read < threshold
    else:
        assert read >= threshold or abs(read - value) <= Fraction(1, 20)


def test_a_segment_that_lies_after_the_day_gives_nothing():
    assert months_of([Segment(day("2026-04-01"), day("2026-04-30"), Fraction(1))], day("2026-03-31")) == 0
