"""The places of a requirement: who filled which seat, and how each measures against the minimum time.

Placements take the seats of their opening in order of start. A newcomer goes, first possible wins, to: a seat somebody
left before the minimum was reached, an untouched seat, a seat that is free again, the seat that comes free first.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from socialupph.domain.full_time_months import Segment, months_of
from socialupph.domain.ledger_types import LedgerPlace, MinimumTimeKind, PlaceLine, PlaceState, RequirementTerms
from socialupph.domain.minimum_time import PlaceTime, covered, is_long_enough, place_time
from socialupph.domain.periods import ONE_DAY, MonthsAndDays, Period, clip_all, months_and_days

NOTHING = MonthsAndDays(0, 0)


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody on a place: ``person`` is the same for the same human being."""

    code: str
    place: str
    person: object
    period: Period
    pauses: tuple[Period, ...] = ()


Seat = tuple[Guest, ...]


def _days(guests: Iterable[Guest]) -> tuple[Period, ...]:
    return covered((guest.period, guest.pauses) for guest in guests)


def _people(seat: Seat, *, shared: bool) -> list[Seat]:
    """The groups whose time is joined: all of them on a shared place, else each person alone."""
    if shared or len(seat) == 1:
        return [seat]
    people: dict[object, list[Guest]] = {}
    for guest in seat:
        people.setdefault(guest.person, []).append(guest)
    return [tuple(guests) for guests in people.values()]


def best_time(seat: Seat, months: int, *, shared: bool, through: dt.date | None = None) -> PlaceTime:
    """The calendar time of a seat, up to and with ``through``: joined when it may be shared.

    Else the longest stay's.
    """
    times = (place_time(clip_all(_days(group), end=through), months) for group in _people(seat, shared=shared))
    return max(times, key=lambda time: (time.met, time.done.months, time.done.days))


def _is_met(seat: Seat, months: int, *, shared: bool) -> bool:
    """Whether the seat reaches the minimum if everybody stays as planned."""
    return any(is_long_enough(_days(group), months) for group in _people(seat, shared=shared))


def _choose(seats: list[list[Guest]], guest: Guest, limit: int, months: int, *, shared: bool) -> list[Guest]:
    """The seat that ``guest`` takes; a new one is appended to ``seats``."""
    for seat in seats:
        if any(other.person == guest.person for other in seat):
            return seat
    free = [seat for seat in seats if all(other.period.end < guest.period.start for other in seat)]
    for seat in free:
        if not _is_met(tuple(seat), months, shared=shared):
            return seat
    if len(seats) < limit:
        seats.append([])
        return seats[-1]
    return free[0] if free else min(seats, key=lambda seat: max(other.period.end for other in seat))


def take_seats(
    guests: Iterable[Guest], places: Sequence[LedgerPlace], months: int, *, shared: bool
) -> dict[tuple[str, int], Seat]:
    """Each seat (place key, number from 1) with those who were on it, in order; seats that nobody took are empty."""
    limits = {place.key: place.seats for place in places}
    taken: dict[str, list[list[Guest]]] = {place.key: [] for place in places}
    for guest in sorted(guests, key=lambda guest: (guest.period.start, guest.code)):
        seats = taken.setdefault(guest.place, [])
        _choose(seats, guest, limits.get(guest.place, 1), months, shared=shared).append(guest)
    return {
        (key, number + 1): tuple(seats[number]) if number < len(seats) else ()
        for key, seats in taken.items()
        for number in range(max(len(seats), limits.get(key, 1)))
    }


@dataclass(frozen=True, slots=True)
class SeatMeter:
    """Measures seats by the requirement's own terms. ``counted`` are the segments that count, by placement code."""

    terms: RequirementTerms
    as_of: dt.date
    counted: Mapping[str, Sequence[Segment]]
    titles: Mapping[str, str]

    def reaches(self, seat: Seat) -> bool:
        """Whether the seat reaches the minimum if everybody stays as planned."""
        months = self.terms.minimum_months or 0
        if self.terms.minimum_kind is MinimumTimeKind.FULL_TIME:
            return self._most_months(seat, None) >= months
        return _is_met(seat, months, shared=self.terms.shared_allowed)

    def line(self, key: str, number: int, seat: Seat) -> PlaceLine:
        """The seat as it is listed."""
        title = self.titles.get(key, "")
        if not seat:
            return PlaceLine(key, title, number, PlaceState.OPEN, NOTHING, 0, None)
        codes = tuple(dict.fromkeys(guest.code for guest in seat))
        if self.terms.minimum_kind is MinimumTimeKind.FULL_TIME and self.terms.minimum_months:
            return self._full_time_line(key, title, number, seat, codes)
        months = self.terms.minimum_months or 0
        now = best_time(seat, months, shared=self.terms.shared_allowed, through=self.as_of)
        started = any(guest.period.start <= self.as_of for guest in seat)
        over = all(guest.period.end <= self.as_of for guest in seat)
        planned = now if over else best_time(seat, months, shared=self.terms.shared_allowed)
        state = self._state(seat, met=now.met and started)
        short = now.days_short if started else 0
        return PlaceLine(key, title, number, state, now.done, short, planned.reached_on, codes)

    def _full_time_line(self, key: str, title: str, number: int, seat: Seat, codes: tuple[str, ...]) -> PlaceLine:
        needed = Fraction(self.terms.minimum_months or 0)
        now = self._most_months(seat, self.as_of)
        state = self._state(seat, met=now >= needed)
        first, last = min(guest.period.start for guest in seat), max(guest.period.end for guest in seat)
        ready = first_day(lambda day: self._most_months(seat, day) >= needed, first, last)
        days = clip_all(_days(seat), end=self.as_of)
        done = months_and_days(days[0].start, days[-1].end) if days else NOTHING
        return PlaceLine(key, title, number, state, done, 0, ready, codes, now, max(Fraction(0), needed - now))

    def _most_months(self, seat: Seat, through: dt.date | None) -> Fraction:
        groups = _people(seat, shared=self.terms.shared_allowed)
        return max(
            sum(
                (months_of(self.counted.get(code, ()), through) for code in {guest.code for guest in group}),
                Fraction(0),
            )
            for group in groups
        )

    def _state(self, seat: Seat, *, met: bool) -> PlaceState:
        if met:
            return PlaceState.DELIVERED
        if any(guest.period.contains(self.as_of) for guest in seat):
            return PlaceState.RUNNING
        return PlaceState.PLANNED if any(guest.period.start > self.as_of for guest in seat) else PlaceState.SHORT


def first_day(reached: Callable[[dt.date], bool], start: dt.date, end: dt.date) -> dt.date | None:
    """The first day from ``start`` to ``end`` when ``reached`` says yes, None when it never does.

    Once reached it must stay so: the day is found by halving.
    """
    if not reached(end):
        return None
    low, high = start - ONE_DAY, end
    while high - low > ONE_DAY:
        middle = low + (high - low) // 2
        low, high = (low, middle) if reached(middle) else (middle, high)
    return high
