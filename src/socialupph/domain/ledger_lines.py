"""Which lines of a ledger count, and why. Use ``ledger.ledger_of``."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from socialupph.domain.full_time_months import FULL, Segment, Stay, apportion, months_of, segments
from socialupph.domain.ledger_places import Guest, Seat, SeatMeter, take_seats
from socialupph.domain.ledger_types import (
    LedgerLine,
    LedgerPlace,
    LedgerPlacement,
    LineReason,
    PlacementKind,
    RequirementTerms,
)
from socialupph.domain.periods import Period, clip


@dataclass(frozen=True, slots=True)
class Counted:
    """Which lines count, by code, with their segments and seats."""

    reasons: Mapping[str, LineReason]
    segments: Mapping[str, tuple[Segment, ...]]
    seats: Mapping[tuple[str, int], Seat]
    dropped: frozenset[str]


def _left_out(terms: RequirementTerms, placement: LedgerPlacement) -> LineReason | None:
    """Why a placement can never count, None when it may."""
    if placement.void:
        return LineReason.VOID
    if terms.exclude_already_there and placement.was_there_at_contract_start:
        return LineReason.ALREADY_THERE
    if terms.target_group_required and not placement.in_target_group:
        return LineReason.OUTSIDE_TARGET_GROUP
    if _period(terms, placement) is None:
        return LineReason.OUTSIDE_PERIOD
    return None


def _whole(placement: LedgerPlacement) -> Period:
    """The placement's days as far as known; one that ended before it began gives its first day only."""
    return Period(placement.start, max(placement.start, placement.last_day))


def _period(terms: RequirementTerms, placement: LedgerPlacement) -> Period | None:
    return clip(_whole(placement), terms.period_start, terms.period_end)


def _inside(terms: RequirementTerms, placements: Sequence[LedgerPlacement]) -> list[tuple[LedgerPlacement, Period]]:
    """The placements that have days within the requirement's period, each with those days."""
    return [(one, period) for one in placements if (period := _period(terms, one)) is not None]


def _stay(placement: LedgerPlacement, period: Period) -> Stay:
    return Stay(placement.code, period, placement.working_times, placement.pauses)


def _apportioned(
    terms: RequirementTerms, placements: Sequence[LedgerPlacement], elsewhere: Sequence[LedgerPlacement]
) -> dict[str, tuple[Segment, ...]]:
    """The segments of each placement when nobody counts more than 100 % a day, here and elsewhere together."""
    stays: dict[object, list[Stay]] = {}
    counted: dict[str, tuple[Segment, ...]] = {}
    for placement, period in _inside(terms, placements):
        if placement.person is None:
            own = segments(_stay(placement, period))
            counted[placement.code] = tuple(Segment(s.start, s.end, s.share * placement.heads) for s in own)
        else:
            stays.setdefault(placement.person, []).append(_stay(placement, period))
    for other in elsewhere:
        if other.person in stays and not other.void:
            stays[other.person].append(_stay(other, _whole(other)))
    for own_stays in stays.values():
        if len(own_stays) == 1:
            counted[own_stays[0].code] = segments(own_stays[0])
        else:
            counted.update(apportion(own_stays))
    return counted


def guests_of(terms: RequirementTerms, placements: Sequence[LedgerPlacement]) -> list[Guest]:
    guests: list[Guest] = []
    for placement, period in _inside(terms, placements):
        key = placement.place or placement.code
        for head in range(placement.heads if placement.person is None else 1):
            person = placement.person if placement.person is not None else (placement.code, head)
            guests.append(Guest(placement.code, key, person, period, placement.pauses))
    return guests


def _places(placements: Sequence[LedgerPlacement], places: Sequence[LedgerPlace]) -> list[LedgerPlace]:
    """The places told of, and one for each placement made straight on the contract."""
    return [
        *places,
        *(LedgerPlace(p.code, "", p.heads if p.person is None else 1) for p in placements if p.place is None),
    ]


def decide(
    terms: RequirementTerms,
    placements: Sequence[LedgerPlacement],
    as_of: dt.date,
    places: Sequence[LedgerPlace],
    elsewhere: Sequence[LedgerPlacement],
) -> Counted:
    reasons = {p.code: reason for p in placements if (reason := _left_out(terms, p)) is not None}
    eligible = [p for p in placements if p.code not in reasons]
    counted = _apportioned(terms, eligible, elsewhere)
    seats = take_seats(
        guests_of(terms, eligible), _places(eligible, places), terms.minimum_months or 0, shared=terms.shared_allowed
    )
    dropped: frozenset[str] = frozenset()
    if terms.drop_under_minimum and terms.minimum_months:
        meter = SeatMeter(terms, as_of, counted, {})
        dropped = _under_minimum(terms, meter, seats)
        if dropped:
            counted = _apportioned(terms, [p for p in eligible if p.code not in dropped], elsewhere)
            reasons.update(dict.fromkeys(dropped, LineReason.UNDER_MINIMUM))
    return Counted(reasons, counted, seats, dropped)


def _under_minimum(terms: RequirementTerms, meter: SeatMeter, seats: Mapping[tuple[str, int], Seat]) -> frozenset[str]:
    """Placements that do not reach the minimum even as planned.

    Alone, or where sharing is allowed with their place.
    """
    short: set[str] = set()
    long_enough: set[str] = set()
    for seat in seats.values():
        together = terms.shared_allowed and bool(seat) and meter.reaches(seat)
        for guest in seat:
            same_person = tuple(other for other in seat if other.person == guest.person)
            (long_enough if together or meter.reaches(same_person) else short).add(guest.code)
    return frozenset(short - long_enough)


def _reason(placement: LedgerPlacement, as_of: dt.date) -> LineReason:
    """Why a counting line stands as it does."""
    if placement.start > as_of:
        return LineReason.PLANNED
    if ended_early(placement, as_of):
        return LineReason.OPENS_EARLY_END if placement.opens_75 else LineReason.ENDED_EARLY
    if placement.last_day > as_of or (placement.last_day == as_of and placement.actual_end is None):
        return LineReason.RUNNING
    return LineReason.COMPLETED


def ended_early(placement: LedgerPlacement, as_of: dt.date) -> bool:
    if placement.actual_end is None or placement.actual_end > as_of:
        return False
    return placement.interrupted or placement.actual_end < placement.planned_end


def line_of(terms: RequirementTerms, placement: LedgerPlacement, as_of: dt.date, decided: Counted) -> LedgerLine:
    """The placement's line on the day ``as_of``."""
    excluded = decided.reasons.get(placement.code)
    pieces = () if excluded else decided.segments.get(placement.code, ())
    over = placement.last_day <= as_of
    counted = months_of(pieces, as_of)
    planned = counted if over else months_of(pieces)
    own = _own_months(placement, pieces, counted, as_of)
    facts: dict[str, object] = {"last_day": placement.last_day, "planned": planned, "cause": placement.end_cause}
    if excluded is LineReason.UNDER_MINIMUM:
        facts["minimum_months"] = terms.minimum_months or 0
    if excluded is None and counted < own:
        facts["not_counted"] = own - counted
    return LedgerLine(
        placement.id,
        placement.code,
        placement.start,
        placement.last_day,
        excluded is None,
        excluded or _reason(placement, as_of),
        facts,
        own,
        counted,
        planned,
        weight_of(terms, placement),
        pieces if over else tuple(Segment(s.start, min(s.end, as_of), s.share) for s in pieces if s.start <= as_of),
    )


def _own_months(placement: LedgerPlacement, pieces: tuple[Segment, ...], counted: Fraction, as_of: dt.date) -> Fraction:
    """What the placement gives by itself, whether it counts or not."""
    own = segments(_stay(placement, _whole(placement)))
    if placement.person is None and placement.heads != 1:
        return months_of(own, as_of) * placement.heads
    return counted if own == pieces else months_of(own, as_of)


def weight_of(terms: RequirementTerms, placement: LedgerPlacement) -> Fraction:
    if terms.conversion is None or placement.kind is PlacementKind.EMPLOYMENT:
        return FULL
    return terms.conversion.employment_months / terms.conversion.internship_months
