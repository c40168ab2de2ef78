"""What the coordinator can say about buyers."""

from dataclasses import dataclass

from socialupph.domain.kinds import BuyerKind


@dataclass(frozen=True, slots=True)
class BuyerFields:
    """A contracting organisation as it is typed; ``org_number`` in any usual form, kept unchecked where ``country`` is not SE."""

    name: str
    org_number: str | None = None
    kind: BuyerKind = BuyerKind.MUNICIPALITY
    country: str = "SE"
