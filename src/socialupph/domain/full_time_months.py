"""Full-time months: how supplier and municipality count delivered time (LOU clause 11554, alternative a).

A period counts, for each calendar month it touches, (days of the period in the month ÷ days in the month) × working
time; pauses are taken out; one person counts at most 100 % a day over all placements. Sums are exact ``Fraction``;
nothing is rounded until it is shown.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from socialupph.domain.periods import ONE_DAY, Period, WorkingTime, clip, days_in_month, subtract
from socialupph.i18n import formats

FULL = Fraction(1)
_UNITS = (
    28 * 29 * 15 * 31
)  # least common multiple of 28, 29, 30 and 31: every day of every month is a whole number of units


@dataclass(frozen=True, slots=True)
class Segment:
    """Days in a row at one ``share`` of full time (1 is 100 %)."""

    start: dt.date
    end: dt.date
    share: Fraction


@dataclass(frozen=True, slots=True)
class Stay:
    """One placement as this arithmetic sees it.

    ``code`` tells placements apart, ``period`` is the time that may count.

    No ``working_times`` means full time. The first working time also covers days before it begins.
    """

    code: str
    period: Period
    working_times: tuple[WorkingTime, ...] = ()
    pauses: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """One month of the arithmetic as it is shown.

    ``days`` of ``of`` (16/31), or ``whole`` months in a row (then 0 of 0).
    """

    days: int = 0
    of: int = 0
    whole: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """Terms at one share of full time: (30/31 + 5) × 0,75."""

    terms: tuple[Term, ...]
    share: Fraction


def _units(start: dt.date, end: dt.date) -> int:
    """Calendar months from ``start`` to ``end`` in whole units of a month."""
    first = _UNITS // days_in_month(start.year, start.month)
    months = (end.year - start.year) * 12 + end.month - start.month
    if months == 0:
        return (end.day - start.day + 1) * first
    last = _UNITS // days_in_month(end.year, end.month)
    return _UNITS - (start.day - 1) * first + (months - 1) * _UNITS + end.day * last


@lru_cache(maxsize=256)
def share_of(percent: Decimal) -> Fraction:
    """75 becomes 3/4."""
    return Fraction(percent) / 100


def calendar_months(start: dt.date, end: dt.date) -> Fraction:
    """Months from ``start`` to ``end``, both included, at full time."""
    return Fraction(_units(start, end), _UNITS)


def segments(stay: Stay) -> tuple[Segment, ...]:
    """The days that count, in order, with their share of full time: pauses out, one piece for each working time."""
    pieces = subtract(stay.period, stay.pauses) if stay.pauses else (stay.period,)
    if len(stay.working_times) < 2:
        share = share_of(stay.working_times[0].percent) if stay.working_times else FULL
        return tuple(Segment(piece.start, piece.end, share) for piece in pieces)
    times = sorted(stay.working_times)
    starts = [dt.date.min, *(time.from_day for time in times[1:])]
    ends = [*(start - ONE_DAY for start in starts[1:]), dt.date.max]
    return tuple(
        Segment(part.start, part.end, share_of(time.percent))
        for piece in pieces
        for time, start, end in zip(times, starts, ends, strict=True)
        if start <= end and (part := clip(piece, start, end)) is not None
    )


def months_of(pieces: Iterable[Segment], through: dt.date | None = None) -> Fraction:
    """The full-time months of ``pieces``, up to and with the day ``through`` (None is all of it)."""
    counts: dict[int, int] = {}
    for piece in pieces:
        end = piece.end if through is None or piece.end < through else through
        if piece.start <= end:
            numerator, denominator = piece.share.as_integer_ratio()
            counts[denominator] = counts.get(denominator, 0) + numerator * _units(piece.start, end)
    return sum((Fraction(count, _UNITS * denominator) for denominator, count in counts.items()), Fraction(0))


def full_time_months(
    period: Period,
    working_times: Sequence[WorkingTime] = (),
    pauses: Sequence[Period] = (),
    as_of: dt.date | None = None,
) -> Fraction:
    """What one placement gives by itself, up to and with the day ``as_of``.

    2026-03-16 to 2026-05-15 at 100 % is 16/31 + 1 + 15/31, exactly 2. 2026-01-01 to 2026-06-30 at 75 % is 4,5.
    """
    return months_of(segments(Stay("", period, tuple(working_times), tuple(pauses))), as_of)


def apportion(stays: Sequence[Stay]) -> dict[str, tuple[Segment, ...]]:
    """What each of one person's placements counts when no day may exceed 100 % over all of them.

    The placement that started first keeps its full share; when two start on the same day, the one with the lower code.
    Later ones get what is left of each day, which may be nothing. The answer has every ``code`` as a key.
    """
    taken: list[Segment] = []
    counted: dict[str, tuple[Segment, ...]] = {}
    for stay in sorted(stays, key=lambda stay: (stay.period.start, stay.code)):
        own = segments(stay)
        if taken:
            own = tuple(piece for segment in own for piece in _within_the_day(segment, taken))
        counted[stay.code] = own
        taken.extend(own)
    return counted


def _within_the_day(segment: Segment, taken: Sequence[Segment]) -> list[Segment]:
    """The parts of ``segment`` that fit beside what is ``taken`` already, at the share that is left."""
    others = [other for other in taken if other.start <= segment.end and segment.start <= other.end]
    if not others:
        return [segment]
    cuts = {segment.start, segment.end + ONE_DAY}
    cuts.update(other.start for other in others if other.start > segment.start)
    cuts.update(other.end + ONE_DAY for other in others if other.end < segment.end)
    days = sorted(cuts)
    pieces: list[Segment] = []
    for start, after in pairwise(days):
        used = sum((other.share for other in others if other.start <= start <= other.end), Fraction(0))
        share = min(segment.share, FULL - used)
        if share > 0:
            pieces.append(Segment(start, after - ONE_DAY, share))
    return pieces


def arithmetic(pieces: Sequence[Segment]) -> tuple[Part, ...]:
    """The sum written out the way people check it: 16/31 + 1 + 15/31, or (30/31 + 5) × 0,75."""
    runs: list[tuple[Fraction, dict[tuple[int, int], int]]] = []
    for piece in sorted(pieces, key=lambda piece: piece.start):
        if not runs or runs[-1][0] != piece.share:
            runs.append((piece.share, {}))
        _add_days(runs[-1][1], piece)
    return tuple(Part(_terms(days), share) for share, days in runs)


def _add_days(days: dict[tuple[int, int], int], piece: Segment) -> None:
    start = piece.start
    while start <= piece.end:
        length = days_in_month(start.year, start.month)
        end = min(piece.end, dt.date(start.year, start.month, length))
        key = (start.year, start.month)
        days[key] = days.get(key, 0) + (end - start).days + 1
        start = end + ONE_DAY


def _terms(days: dict[tuple[int, int], int]) -> tuple[Term, ...]:
    terms: list[Term] = []
    for (year, month), count in days.items():
        length = days_in_month(year, month)
        if count < length:
            terms.append(Term(count, length))
        elif terms and terms[-1].whole:
            terms[-1] = Term(whole=terms[-1].whole + 1)
        else:
            terms.append(Term(whole=1))
    return tuple(terms)


def shown(value: Fraction, threshold: Fraction | None = None, *more: Fraction, places: int = 1) -> str:
    """``value`` with one decimal (or ``places``), and with as many as needed where rounding would hide a shortfall.

    11,96 of 12 is not shown as 12,0, and a hundredth that is missing is not shown as 0,0 when 0 is the threshold.
    """
    limits = [limit for limit in (threshold, *more) if limit is not None and limit != value]
    while any(
        (formats.rounded(value, places) - limit) * (value - limit) <= 0 for limit in limits if _hides(value, limit)
    ):
        places += 1
    return formats.decimal(value, places)


def _hides(value: Fraction, limit: Fraction) -> bool:
    """Only a shortfall matters: a value below its threshold, or a missing part above nought."""
    return value < limit or limit == 0
