"""What is read of reference data."""

import datetime as dt
from dataclasses import dataclass

from socialupph.domain.kinds import ReferenceList
from socialupph.domain.ledger import PlacementKind


@dataclass(frozen=True, slots=True)
class ReferenceItem:
    """A word of a list. ``key`` is stable and shown in files; ``label`` is what is read."""

    id: int
    version: int
    list: ReferenceList
    key: str
    label: str
    valid_from: dt.date | None
    valid_to: dt.date | None
    placement_kind: PlacementKind | None
    max_months: int | None
    max_days: int | None
    public_host_only: bool
    opens_early_end: bool
    has_volume: bool
    note: str

    def open_on(self, day: dt.date) -> bool:
        """Whether something may begin under this word on ``day``."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)
