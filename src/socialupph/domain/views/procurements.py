"""What is read of procurements."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from socialupph.domain.commands.procurements import ProcurementFields
from socialupph.domain.kinds import ProcurementPhase


@dataclass(frozen=True, slots=True)
class ProcurementRow:
    """A procurement in a list."""

    id: int
    title: str
    diary_number: str
    phase: ProcurementPhase
    estimated_value: Decimal | None
    currency: str
    planned_notice_on: dt.date | None
    requirement_set: bool | None


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question of the notice period."""

    id: int
    version: int
    received_on: dt.date
    question: str
    answer: str
    published_on: dt.date | None


@dataclass(frozen=True, slots=True)
class ProcurementView:
    """A procurement opened in full: ``fields`` are what its form shows."""

    id: int
    version: int
    voided: bool
    fields: ProcurementFields
    buyers: tuple[str, ...]
    questions: tuple[QuestionView, ...]
