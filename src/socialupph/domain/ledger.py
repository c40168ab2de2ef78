"""The ledger of a requirement: what has been delivered, what counts and why, and what the arithmetic says of it.

LOU clause 11554 counts in months at full time and lets three quarters be enough when the employee left early by own
choice or on objective grounds. A line is left out only because it is void, the person was at the supplier already at
contract start, it lies outside the target group or the requirement's period, or (where the requirement says so) it is
under the minimum time. All comparisons are exact.
"""

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from socialupph.domain.errors import RuleViolation
from socialupph.domain.full_time_months import FULL, Segment, months_of
from socialupph.domain.ledger_lines import Counted, decide, ended_early, guests_of, line_of
from socialupph.domain.ledger_places import Guest, SeatMeter, first_day
from socialupph.domain.ledger_types import (
    Conversion,
    EndCause,
    Ledger,
    LedgerLine,
    LedgerPlace,
    LedgerPlacement,
    LedgerVerdict,
    LineReason,
    MinimumTimeKind,
    PlaceLine,
    PlacementKind,
    PlaceState,
    RequirementTerms,
    RequirementUnit,
)
from socialupph.domain.periods import ONE_DAY

__all__ = [
    "Conversion",
    "EndCause",
    "Ledger",
    "LedgerLine",
    "LedgerPlace",
    "LedgerPlacement",
    "LedgerVerdict",
    "LineReason",
    "MinimumTimeKind",
    "PlaceLine",
    "PlaceState",
    "PlacementKind",
    "RequirementTerms",
    "RequirementUnit",
    "ledger_of",
    "units_by_value",
]

NOUGHT = Fraction(0)
_BY_MONTHS = frozenset({RequirementUnit.FULL_TIME_MONTHS, RequirementUnit.UNITS})
_BY_HAND = frozenset({RequirementUnit.HOURS, RequirementUnit.KRONOR})


def units_by_value(value: Decimal, per_unit: Decimal) -> int:
    """Whole units that a contract's value gives, rounded down.

    180 M kr at 50 M kr a unit is 3 (Trafikverket's ladder).

    Raises ``RuleViolation("units.per_unit", "per_unit")`` unless ``per_unit`` is above nought.
    """
    if per_unit <= 0:
        raise RuleViolation("units.per_unit", "per_unit")
    return max(0, int(value // per_unit))


def ledger_of(
    terms: RequirementTerms,
    placements: Sequence[LedgerPlacement],
    as_of: dt.date,
    *,
    places: Sequence[LedgerPlace] = (),
    elsewhere: Sequence[LedgerPlacement] = (),
) -> Ledger:
    """The ledger on the day ``as_of``, that day included.

    ``placements`` count towards this requirement; lines come back in their order. ``places`` are the requirement's
    openings, ``elsewhere`` the same people's placements under other requirements, which share each day's 100 % by
    start and code.
    """
    decided = decide(terms, placements, as_of, places, elsewhere)
    lines = tuple(line_of(terms, placement, as_of, decided) for placement in placements)
    seats = _place_lines(terms, as_of, decided, places)
    case = _Case(terms, placements, as_of, decided, lines, seats)
    return _judged(case, _measure(case))


@dataclass(frozen=True, slots=True)
class _Case:
    """Everything known before it is measured."""

    terms: RequirementTerms
    placements: Sequence[LedgerPlacement]
    as_of: dt.date
    decided: Counted
    lines: tuple[LedgerLine, ...]
    seats: tuple[PlaceLine, ...]

    def counted_pieces(self) -> list[Segment]:
        """The segments of all lines that count."""
        return [piece for line in self.lines if line.counts for piece in self.decided.segments[line.code]]


_Weighted = tuple[tuple[Fraction, tuple[Segment, ...]], ...]
"""The segments that count, by what one month of them is worth in the requirement's unit."""


def _worth(groups: _Weighted, through: dt.date | None = None) -> Fraction:
    return sum((months_of(pieces, through) * weight for weight, pieces in groups), NOUGHT)


@dataclass(frozen=True, slots=True)
class _Measure:
    """What there is, in the requirement's own unit.

    ``days`` are the days on which whole ones were or will be complete; without them the unit is made of ``groups``.
    """

    delivered: Fraction
    planned: Fraction
    days: tuple[dt.date, ...] | None = None
    groups: _Weighted = ()

    def reached_on(self, threshold: Fraction, as_of: dt.date) -> dt.date | None:
        """The first day with at least ``threshold``, if all goes on as planned; ``as_of`` when it is reached already."""
        if self.delivered >= threshold:
            return as_of
        if self.planned < threshold:
            return None
        if self.days is not None:
            return self.days[math.ceil(threshold) - 1]
        going_on = tuple(
            (weight, tuple(piece for piece in pieces if piece.end > as_of)) for weight, pieces in self.groups
        )
        wanted = threshold - self.delivered + _worth(going_on, as_of)
        last = max(piece.end for _weight, pieces in going_on for piece in pieces)
        return first_day(lambda day: _worth(going_on, day) >= wanted, as_of + ONE_DAY, last)


def _per_unit(terms: RequirementTerms) -> Fraction:
    """How many months one of the unit is."""
    if terms.unit is not RequirementUnit.UNITS:
        return FULL
    return (terms.conversion or Conversion()).employment_months


def _place_lines(
    terms: RequirementTerms, as_of: dt.date, decided: Counted, places: Sequence[LedgerPlace]
) -> tuple[PlaceLine, ...]:
    meter = SeatMeter(terms, as_of, decided.segments, {place.key: place.title for place in places})
    return tuple(meter.line(key, number, seat) for (key, number), seat in decided.seats.items())


def _measure(case: _Case) -> _Measure:
    if case.terms.unit is RequirementUnit.PLACES:
        return _whole_ones([seat.ready_on for seat in case.seats], case.as_of)
    if case.terms.unit is RequirementUnit.PERSONS:
        return _whole_ones(_person_days(case), case.as_of)
    per = _per_unit(case.terms)
    by_weight: dict[Fraction, list[Segment]] = {}
    for line in case.lines:
        if line.counts:
            by_weight.setdefault(line.weight, []).extend(case.decided.segments[line.code])
    groups = tuple((weight / per, tuple(pieces)) for weight, pieces in by_weight.items())
    return _Measure(_worth(groups, case.as_of), _worth(groups), None, groups)


def _whole_ones(days: Sequence[dt.date | None], as_of: dt.date) -> _Measure:
    known = sorted(day for day in days if day is not None)
    return _Measure(Fraction(sum(day <= as_of for day in known)), Fraction(len(known)), tuple(known))


def _person_days(case: _Case) -> list[dt.date | None]:
    """For each person the day the minimum time is reached, or the first day where there is no minimum."""
    counting = [placement for placement in case.placements if placement.code not in case.decided.reasons]
    people: dict[object, list[Guest]] = {}
    for guest in guests_of(case.terms, counting):
        people.setdefault(guest.person, []).append(guest)
    meter = SeatMeter(case.terms, case.as_of, case.decided.segments, {})
    return [meter.line("", 1, tuple(guests)).ready_on for guests in people.values()]


def _judged(case: _Case, measure: _Measure) -> Ledger:
    terms, as_of = case.terms, case.as_of
    volume = Fraction(terms.volume) if terms.volume else None
    early = volume * terms.early_end_threshold if volume is not None and terms.unit in _BY_MONTHS else None
    opened = () if early is None else _opened_by(case)
    threshold = early if opened else volume
    agreed = math.ceil(volume) if volume is not None and terms.unit is RequirementUnit.PLACES else terms.places
    done = sum(seat.state is PlaceState.DELIVERED for seat in case.seats)
    verdict = _verdict(case, measure, threshold, places_met=done >= (agreed or 0))
    counted = case.counted_pieces()
    return Ledger(
        as_of=as_of,
        unit=terms.unit,
        verdict=verdict,
        lines=case.lines,
        months=months_of(counted, as_of),
        planned_months=months_of(counted),
        delivered=measure.delivered,
        planned=measure.planned,
        volume=volume,
        threshold=threshold,
        early_threshold=early,
        missing=_short_of(threshold, measure.delivered),
        missing_of_volume=_short_of(volume, measure.delivered),
        planned_missing=_short_of(threshold, measure.planned),
        reached_on=_reached_on(case, measure, threshold, agreed) if verdict is LedgerVerdict.NOT_YET else None,
        opened_by=opened,
        places=case.seats,
        places_delivered=done,
        places_agreed=agreed,
        minimum_months=terms.minimum_months,
        early_end_share=terms.early_end_threshold,
    )


def _opened_by(case: _Case) -> tuple[tuple[str, EndCause], ...]:
    """The placements whose end makes the early-end share enough: only such as counted or were dropped for being short."""
    may_open = {line.code for line in case.lines if line.counts or line.reason is LineReason.UNDER_MINIMUM}
    return tuple(
        (placement.code, placement.end_cause)
        for placement in case.placements
        if placement.opens_75 and placement.code in may_open and ended_early(placement, case.as_of)
    )


def _short_of(limit: Fraction | None, amount: Fraction) -> Fraction:
    return NOUGHT if limit is None else max(NOUGHT, limit - amount)


def _verdict(case: _Case, measure: _Measure, threshold: Fraction | None, *, places_met: bool) -> LedgerVerdict:
    terms = case.terms
    if terms.unit in _BY_HAND:
        return LedgerVerdict.NOT_COMPUTED
    if threshold is None and not terms.places:
        return LedgerVerdict.NO_VOLUME
    if places_met and (threshold is None or measure.delivered >= threshold):
        early = threshold is not None and terms.volume is not None and measure.delivered < terms.volume
        return LedgerVerdict.MET_EARLY_END if early else LedgerVerdict.MET
    over = terms.period_end is not None and case.as_of > terms.period_end
    return LedgerVerdict.NOT_MET if over else LedgerVerdict.NOT_YET


def _reached_on(case: _Case, measure: _Measure, threshold: Fraction | None, agreed: int | None) -> dt.date | None:
    """The later of the days on which the amount and the places are reached; None unless both will be."""
    days: list[dt.date | None] = []
    if threshold is not None:
        days.append(measure.reached_on(threshold, case.as_of))
    if agreed:
        ready = sorted(seat.ready_on for seat in case.seats if seat.ready_on is not None)
        days.append(ready[agreed - 1] if len(ready) >= agreed else None)
    known = [day for day in days if day is not None]
    return max(known) if len(known) == len(days) else None
