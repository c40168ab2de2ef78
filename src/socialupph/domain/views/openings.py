"""What is read of openings."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from socialupph.domain.ledger import PlacementKind
from socialupph.domain.matching import MatchStep
from socialupph.domain.openings import OpeningStatus
from socialupph.domain.views.timeline import TimelineEvent


@dataclass(frozen=True, slots=True)
class OpeningRow:
    """An opening in a list. ``days_open`` counts while it is open or reserved; ``workplace`` is no default column."""

    id: int
    code: str
    title: str
    requirement_code: str
    contract_code: str
    supplier: str
    workplace: str
    kind: PlacementKind
    extent_percent: Decimal
    starts_on: dt.date | None
    ends_on: dt.date | None
    status: OpeningStatus
    seats: int
    free_seats: int
    matches: int
    days_open: int | None
    last_answer_on: dt.date | None


@dataclass(frozen=True, slots=True)
class OpeningAnswerView:
    """An answer to a request for candidates."""

    id: int
    version: int
    answered_on: dt.date
    answered_by: str
    candidate_found: bool
    text: str


@dataclass(frozen=True, slots=True)
class OpeningMatch:
    """A match as the opened opening shows it; ``person`` is what lists may show."""

    id: int
    version: int
    candidate_id: int
    person: str
    step: MatchStep
    since: dt.date


@dataclass(frozen=True, slots=True)
class OpeningView:
    """An opening opened in full."""

    id: int
    version: int
    code: str
    title: str
    requirement_id: int
    requirement_code: str
    contract_id: int
    contract_code: str
    contract_title: str
    supplier_id: int
    supplier: str
    workplace_id: int | None
    workplace: str
    workplace_address: str
    kind: PlacementKind
    extent_percent: Decimal
    seats: int
    free_seats: int
    starts_on: dt.date | None
    ends_on: dt.date | None
    occupation: str | None
    occupation_concept_id: str | None
    tasks: str | None
    language_level: str | None
    driving_licence: str | None
    physical_demands: str | None
    working_hours: str | None
    possible_adaptation: str | None
    supervisor_id: int | None
    supervisor: str
    status: OpeningStatus
    offered_on: dt.date | None
    requested_on: dt.date | None
    days_open: int | None
    voided: bool
    answers: tuple[OpeningAnswerView, ...]
    matches: tuple[OpeningMatch, ...]
    placements: tuple[str, ...]
    timeline: tuple[TimelineEvent, ...]
