"""What the coordinator can say about deviations."""

import datetime as dt
from dataclasses import dataclass

from socialupph.domain.kinds import DeviationKind, LadderStep, Severity


@dataclass(frozen=True, slots=True)
class DeviationFields:
    """Something not according to plan, from a placement, a follow-up or a contract: at least one of them.

    ``reported_on`` left out is today.
    """

    kind: DeviationKind
    description: str
    severity: Severity = Severity.MINOR
    placement_id: int | None = None
    follow_up_id: int | None = None
    contract_id: int | None = None
    reported_by: str | None = None
    reported_on: dt.date | None = None
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class DeviationStepFields:
    """A step: what, who, by when. ``ladder`` only for deviations of a contract, and never backwards."""

    deviation_id: int
    what: str
    who: str | None = None
    due_on: dt.date | None = None
    ladder: LadderStep | None = None
