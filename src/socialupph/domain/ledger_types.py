"""What goes into the ledger of a requirement and what comes out. Import these from ``ledger``."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from socialupph.domain.full_time_months import Part, Segment, arithmetic
from socialupph.domain.periods import MonthsAndDays, Period, WorkingTime

NO_FACTS: Mapping[str, object] = {}


class RequirementUnit(StrEnum):
    """What a requirement's volume counts. UNITS are months turned into units by the requirement's own conversion."""

    FULL_TIME_MONTHS = "full_time_months"
    PLACES = "places"
    PERSONS = "persons"
    HOURS = "hours"
    KRONOR = "kronor"
    UNITS = "units"


class LedgerVerdict(StrEnum):
    """What the arithmetic says; a person judges.

    NOT_YET while the requirement's period runs, NOT_MET when it is over. NO_VOLUME is a dialogue requirement,
    NOT_COMPUTED one in hours or kronor, which placements do not tell.
    """

    MET = "met"
    MET_EARLY_END = "met_early_end"
    NOT_YET = "not_yet"
    NOT_MET = "not_met"
    NO_VOLUME = "no_volume"
    NOT_COMPUTED = "not_computed"


class PlacementKind(StrEnum):
    """What a placement is towards the one who hosts it."""

    EMPLOYMENT = "employment"
    INTERNSHIP = "internship"


class MinimumTimeKind(StrEnum):
    """How the minimum time of a place is counted: calendar months, or months at full time."""

    CALENDAR = "calendar"
    FULL_TIME = "full_time"


class EndCause(StrEnum):
    """Who or what ended a placement early, as coarsely as a supplier may be told."""

    PARTICIPANT = "participant"
    OBJECTIVE_GROUNDS = "objective_grounds"
    OTHER = "other"


class LineReason(StrEnum):
    """Why a placement's line counts or does not; the first five count."""

    COMPLETED = "completed"
    RUNNING = "running"
    PLANNED = "planned"
    ENDED_EARLY = "ended_early"
    OPENS_EARLY_END = "opens_early_end"
    VOID = "void"
    ALREADY_THERE = "already_there"
    OUTSIDE_TARGET_GROUP = "outside_target_group"
    OUTSIDE_PERIOD = "outside_period"
    UNDER_MINIMUM = "under_minimum"


class PlaceState(StrEnum):
    """How far a place has come. SHORT has ended without reaching the minimum time."""

    DELIVERED = "delivered"
    RUNNING = "running"
    PLANNED = "planned"
    SHORT = "short"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Conversion:
    """How many months make one unit; the defaults are Trafikverket's."""

    employment_months: Fraction = Fraction(12)
    internship_months: Fraction = Fraction(6)


@dataclass(frozen=True, slots=True)
class RequirementTerms:
    """What was agreed.

    ``volume`` is in ``unit``, None for a dialogue requirement. ``places`` is the number of places where months and
    places are both agreed. ``period_start`` and ``period_end`` bound what may count (None is no bound).
    ``early_end_threshold`` is the share that is enough when a placement's end opens the rule (LOU clause 11554: three
    quarters).
    """

    unit: RequirementUnit = RequirementUnit.FULL_TIME_MONTHS
    volume: Decimal | Fraction | int | None = None
    places: int | None = None
    minimum_months: int | None = None
    minimum_kind: MinimumTimeKind = MinimumTimeKind.CALENDAR
    shared_allowed: bool = False
    drop_under_minimum: bool = False
    conversion: Conversion | None = None
    early_end_threshold: Fraction = Fraction(3, 4)
    exclude_already_there: bool = True
    target_group_required: bool = True
    period_start: dt.date | None = None
    period_end: dt.date | None = None


@dataclass(frozen=True, slots=True)
class LedgerPlacement:
    """One placement as the ledger needs it; no name, no reason for absence.

    ``place`` is the key of its opening, None for a placement made straight on the contract, which is a place of its
    own. ``person`` tells people apart; None is somebody the supplier recruited, with ``heads`` telling how many.
    ``opens_75`` is the flag of the end reason; it works when the placement ended before its planned end or was
    ``interrupted``.
    """

    id: int
    code: str
    start: dt.date
    planned_end: dt.date
    place: str | None = None
    person: str | int | None = None
    actual_end: dt.date | None = None
    working_times: tuple[WorkingTime, ...] = ()
    pauses: tuple[Period, ...] = ()
    void: bool = False
    was_there_at_contract_start: bool = False
    in_target_group: bool = True
    opens_75: bool = False
    interrupted: bool = False
    end_cause: EndCause = EndCause.OTHER
    kind: PlacementKind = PlacementKind.EMPLOYMENT
    heads: int = 1

    @property
    def last_day(self) -> dt.date:
        """The actual end, or the planned one while there is no other."""
        return self.actual_end or self.planned_end


@dataclass(frozen=True, slots=True)
class LedgerPlace:
    """An opening that should be listed even when nobody is there: its key, what it is called, its number of seats."""

    key: str
    title: str = ""
    seats: int = 1


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """A placement's line.

    ``months`` is what it gives by itself up to the day of the ledger, in full-time months, whether it counts or not;
    ``counted`` is what of it goes into the sum (0 when it does not count, less than ``months`` where the person was on
    other placements the same days or time lies outside the period); ``planned`` is what will be counted if it runs to
    its planned end. ``weight`` is 2 where an internship month is worth two of employment, else 1. ``pieces`` are the
    days that were counted.
    """

    id: int
    code: str
    start: dt.date
    end: dt.date
    counts: bool
    reason: LineReason
    facts: Mapping[str, object]
    months: Fraction
    counted: Fraction
    planned: Fraction
    weight: Fraction = Fraction(1)
    pieces: tuple[Segment, ...] = ()

    @property
    def parts(self) -> tuple[Part, ...]:
        """``counted`` written out, the way people check it."""
        return arithmetic(self.pieces)


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """One seat of one place.

    ``days_short`` and ``months_short`` say what is missing on the day of the ledger, by the way the requirement counts
    its minimum (the other is 0); ``ready_on`` is the day it is reached if those who are there stay as planned.
    ``codes`` are its placements.
    """

    key: str
    title: str
    seat: int
    state: PlaceState
    done: MonthsAndDays
    days_short: int
    ready_on: dt.date | None
    codes: tuple[str, ...] = ()
    months_done: Fraction = Fraction(0)
    months_short: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Ledger:
    """The ledger of a requirement on the day ``as_of``; every figure is exact.

    ``delivered``, ``planned``, ``volume``, ``threshold`` and the missing parts are in ``unit``. ``months`` and
    ``planned_months`` are the full-time months that count, whatever the unit. ``threshold`` is what is enough: the
    volume, or the early-end share of it when ``opened_by`` (code and cause) is not empty; ``early_threshold`` is that
    share whether in force or not. ``missing`` is short of the threshold, ``missing_of_volume`` of the volume,
    ``planned_missing`` what will lack even if all runs as planned. ``reached_on`` is the day when all of it is reached
    if everything continues as planned, None when it is met already or will not be.
    """

    as_of: dt.date
    unit: RequirementUnit
    verdict: LedgerVerdict
    lines: tuple[LedgerLine, ...]
    months: Fraction
    planned_months: Fraction
    delivered: Fraction
    planned: Fraction
    volume: Fraction | None
    threshold: Fraction | None
    early_threshold: Fraction | None
    missing: Fraction
    missing_of_volume: Fraction
    planned_missing: Fraction
    reached_on: dt.date | None
    opened_by: tuple[tuple[str, EndCause], ...] = ()
    places: tuple[PlaceLine, ...] = ()
    places_delivered: int = 0
    places_agreed: int | None = None
    minimum_months: int | None = None
    early_end_share: Fraction = field(default=Fraction(3, 4))
