"""What is read of buyers."""

from dataclasses import dataclass

from socialupph.domain.kinds import BuyerKind


@dataclass(frozen=True, slots=True)
class BuyerRow:
    """A buyer in a list."""

    id: int
    name: str
    org_number: str
    kind: BuyerKind
    contracts: int


@dataclass(frozen=True, slots=True)
class BuyerView:
    """A buyer opened in full."""

    id: int
    version: int
    name: str
    org_number: str | None
    country: str
    kind: BuyerKind
    voided: bool
