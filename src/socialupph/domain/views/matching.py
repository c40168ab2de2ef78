"""What is read of matches: the board, the list and one opened."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from socialupph.domain.kinds import Decliner
from socialupph.domain.ledger import PlacementKind
from socialupph.domain.matching import MatchStep


@dataclass(frozen=True, slots=True)
class MatchRow:
    """A match on a card or in a list: people by code only. ``supplier`` and ``told_employer`` are withheld for a protected person.

    ``since`` is when it came to its step and ``days`` how long it has stood there; an accepted one has ``placement_code``.
    """

    id: int
    version: int
    candidate_id: int
    person: str
    opening_id: int
    opening_code: str
    opening_title: str
    supplier: str
    step: MatchStep
    since: dt.date
    days: int
    offer_until: dt.date | None
    placement_id: int | None
    placement_code: str
    told_employer: str


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """A step with its cards, the one that waited longest first."""

    step: MatchStep
    cards: tuple[MatchRow, ...]


@dataclass(frozen=True, slots=True)
class MatchView:
    """A match opened in full."""

    id: int
    version: int
    candidate_id: int
    candidate_code: str
    person: str
    protected: bool
    opening_id: int
    opening_code: str
    opening_title: str
    supplier: str
    step: MatchStep
    suggested_on: dt.date
    contacted_on: dt.date | None
    presented_on: dt.date | None
    interview_on: dt.date | None
    offered_on: dt.date | None
    offer_until: dt.date | None
    answered_on: dt.date | None
    declined_by: Decliner | None
    decline_reason: str
    told_employer: str
    placement_id: int | None
    placement_code: str


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What accepting a match would fill in; the coordinator adds the form and confirms."""

    match_id: int
    version: int
    kind: PlacementKind
    contract_id: int
    requirement_id: int
    host_supplier_id: int
    workplace_id: int | None
    supervisor_id: int | None
    starts_on: dt.date
    planned_end_on: dt.date | None
    working_time_percent: Decimal
    af_officer: str
