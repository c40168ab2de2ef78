"""What the coordinator can say about requirements: what was agreed, and how it was judged."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from socialupph.domain.deadlines import ReportInterval
from socialupph.domain.kinds import Assessment
from socialupph.domain.ledger import MinimumTimeKind, RequirementUnit


@dataclass(frozen=True, slots=True)
class RequirementFields:
    """A requirement as it is typed. ``type_id`` and ``target_groups`` point at reference data.

    ``volume`` counts in ``unit``; ``places`` beside months asks for both. ``first_meeting_by`` and ``first_start_by`` left empty get
    the usual dates of the contract. ``early_end_percent`` is the threshold of the 75 % rule.
    """

    contract_id: int
    type_id: int
    clause_text: str | None = None
    unit: RequirementUnit | None = None
    volume: Decimal | None = None
    places: int | None = None
    minimum_months: int | None = None
    minimum_time: MinimumTimeKind = MinimumTimeKind.CALENDAR
    place_may_be_shared: bool = False
    drop_under_minimum: bool = False
    unit_employment_months: Decimal | None = None
    unit_internship_months: Decimal | None = None
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    first_meeting_by: dt.date | None = None
    first_meeting_held_on: dt.date | None = None
    first_start_by: dt.date | None = None
    first_offer_on: dt.date | None = None
    early_end_percent: Decimal = Decimal(75)
    existing_people_excluded: bool = True
    report_interval: ReportInterval = ReportInterval.NONE
    sanction_text: str | None = None
    sanction_amount: Decimal | None = None
    bonus_per_unit: Decimal | None = None
    bonus_ceiling: Decimal | None = None
    target_groups: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class AssessmentFields:
    """How a named person judged a requirement, why and when. The program computes, a person judges."""

    assessment: Assessment
    reason: str
    assessed_by: str
    assessed_on: dt.date | None = None
