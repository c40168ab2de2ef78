"""What is read of goals."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class GoalView:
    """A goal of a year."""

    id: int
    version: int
    year: int
    measure: str
    target: Decimal
