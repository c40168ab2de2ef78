"""What the coordinator can say about openings."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from socialupph.domain.ledger import PlacementKind


@dataclass(frozen=True, slots=True)
class OpeningFields:
    """An opening as it is typed. ``supplier_id`` None takes the contract's first supplier.

    ``offered_on`` is when the supplier offered it and ``requested_on`` when candidates were asked for at AF: the evidence when
    nobody could be found. ``draft`` keeps it out of matching until it is opened. ``occupation_concept_id`` None: the one that
    ``occupation`` has in the list that was read in, where it is a name of that list.
    """

    requirement_id: int
    title: str
    kind: PlacementKind
    supplier_id: int | None = None
    workplace_id: int | None = None
    seats: int = 1
    extent_percent: Decimal = Decimal(100)
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    occupation: str | None = None
    occupation_concept_id: str | None = None
    tasks: str | None = None
    language_level: str | None = None
    driving_licence: str | None = None
    physical_demands: str | None = None
    working_hours: str | None = None
    possible_adaptation: str | None = None
    supervisor_id: int | None = None
    offered_on: dt.date | None = None
    requested_on: dt.date | None = None
    draft: bool = False


@dataclass(frozen=True, slots=True)
class OpeningAnswerFields:
    """What AF or the labour-market unit answered to a request for candidates."""

    opening_id: int
    answered_on: dt.date
    answered_by: str | None = None
    candidate_found: bool = False
    text: str | None = None
