"""What users can say about reference data: add a word, change how it reads, close it. Keys stay for ever."""

import datetime as dt
from dataclasses import dataclass

from socialupph.domain.kinds import ReferenceList
from socialupph.domain.ledger import PlacementKind


@dataclass(frozen=True, slots=True)
class ReferenceFields:
    """A new word of a list. The kind, limits and flags are for the lists that use them."""

    list: ReferenceList
    label: str
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    placement_kind: PlacementKind | None = None
    max_months: int | None = None
    max_days: int | None = None
    public_host_only: bool = False
    opens_early_end: bool = False
    has_volume: bool = True
    note: str | None = None
