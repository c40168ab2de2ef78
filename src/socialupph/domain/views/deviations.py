"""What is read of deviations."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from socialupph.domain.kinds import DeviationKind, LadderStep, Severity


class DeviationState(StrEnum):
    """Whether a deviation is still worked with; derived."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class DeviationRow:
    """A deviation in a list. ``about`` is the code of its placement or contract; what happened stands in the opened record."""

    id: int
    code: str
    kind: DeviationKind
    severity: Severity
    about: str
    reported_on: dt.date
    owner: str
    next_due_on: dt.date | None
    ladder: LadderStep | None
    state: DeviationState


@dataclass(frozen=True, slots=True)
class DeviationStepView:
    """A step of a deviation."""

    id: int
    version: int
    ladder: LadderStep | None
    what: str
    who: str
    due_on: dt.date | None
    done_on: dt.date | None


@dataclass(frozen=True, slots=True)
class DeviationView:
    """A deviation opened in full."""

    id: int
    version: int
    code: str
    kind: DeviationKind
    severity: Severity
    placement_id: int | None
    placement_code: str
    follow_up_id: int | None
    contract_id: int | None
    contract_code: str
    reported_by: str | None
    reported_on: dt.date
    description: str
    owner: str | None
    closed_on: dt.date | None
    result: str | None
    voided: bool
    steps: tuple[DeviationStepView, ...]
