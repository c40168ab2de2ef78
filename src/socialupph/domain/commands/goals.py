"""What the coordinator can say about the goals of a year."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class GoalFields:
    """A goal: so much of a measure in a year."""

    year: int
    measure: str
    target: Decimal
