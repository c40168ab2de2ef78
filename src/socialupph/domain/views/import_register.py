"""What the register has, as an import compares a list with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from socialupph.domain.kinds import ContractParty


@dataclass(slots=True)
class KnownParty:
    """A supplier of a contract: the row that says so, and who it is."""

    row_id: int
    party: ContractParty
    supplier_id: int


@dataclass(slots=True)
class KnownContract:
    """A contract as the register has it. ``values`` has the columns that a list can tell."""

    id: int
    code: str
    voided: bool
    fingerprint: str
    values: Mapping[str, Any]
    parties: list[KnownParty] = field(default_factory=list[KnownParty])
    buyers: set[int] = field(default_factory=set[int])
    options: list[tuple[int, bool]] = field(default_factory=list[tuple[int, bool]])
    originals: set[str] = field(default_factory=set[str])


@dataclass(slots=True)
class KnownSupplier:
    """A supplier as the register has it; ``merged_into_id`` is the one it turned out to be."""

    id: int
    name: str
    org_number: str
    country: str
    voided: bool
    merged_into_id: int | None = None
