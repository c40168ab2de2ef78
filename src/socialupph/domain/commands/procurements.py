"""What the coordinator can say about procurements."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from socialupph.domain.kinds import ContractNature, Law, ProcurementPhase


@dataclass(frozen=True, slots=True)
class ProcurementFields:
    """A procurement, with the four start questions and the decision whether a requirement is set. ``buyers`` are ids."""

    title: str
    diary_number: str | None = None
    procurement_officer: str | None = None
    client_unit: str | None = None
    law: Law | None = None
    procedure: str | None = None
    cpv: str | None = None
    nature: ContractNature | None = None
    estimated_value: Decimal | None = None
    currency: str = "SEK"
    duration_months: int | None = None
    estimated_full_time_jobs: Decimal | None = None
    planned_notice_on: dt.date | None = None
    phase: ProcurementPhase = ProcurementPhase.PLAN
    political_decision: bool | None = None
    client_interested: bool | None = None
    matching_officer_named: bool | None = None
    regional_network: bool | None = None
    suggested_volume: Decimal | None = None
    volume_arithmetic: str | None = None
    requirement_set: bool | None = None
    decision_reason: str | None = None
    decided_on: dt.date | None = None
    decided_by: str | None = None
    buyers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionFields:
    """A question of the notice period and its answer."""

    procurement_id: int
    received_on: dt.date
    question: str
    answer: str | None = None
    published_on: dt.date | None = None
