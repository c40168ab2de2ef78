"""What the coordinator can say about a match between a candidate and an opening."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from socialupph.domain.kinds import Decliner
from socialupph.domain.matching import MatchStep


@dataclass(frozen=True, slots=True)
class SuggestMatch:
    """Suggest a candidate for an opening; ``on`` None is today."""

    candidate_id: int
    opening_id: int
    on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class AdvanceMatch:
    """The match has come to ``step`` on a day (None is today).

    ``told_employer`` is exactly what was said of the candidate to the employer; None leaves what is noted. ``offer_until`` is the
    last day to answer an offer.
    """

    match_id: int
    version: int
    step: MatchStep
    on: dt.date | None = None
    told_employer: str | None = None
    offer_until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class DeclineMatch:
    """Somebody said no."""

    match_id: int
    version: int
    declined_by: Decliner
    decline_reason: str
    on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class AcceptMatch:
    """Everybody said yes: the placement begins.

    What is None is taken from the opening, its requirement and contract; see ``services.matching.acceptance``.
    """

    match_id: int
    version: int
    form_id: int
    starts_on: dt.date
    planned_end_on: dt.date
    on: dt.date | None = None
    working_time_percent: Decimal | None = None
    workplace_id: int | None = None
    supervisor_id: int | None = None
    af_officer: str | None = None
    decision_reference: str | None = None
    union_consulted_on: dt.date | None = None
