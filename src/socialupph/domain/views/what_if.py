"""What would happen if a placement ended another day."""

import datetime as dt
from dataclasses import dataclass

from socialupph.domain.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Fit:
    """A candidate or an opening that could take over; ``label`` is what lists may show."""

    id: int
    label: str


@dataclass(frozen=True, slots=True)
class WhatIfEnd:
    """The ledger as it is and as it would be.

    ``last_start`` is the last day a replacement can begin and still finish within the requirement's period, None when nothing
    would be missing or it is too late to say. ``openings`` are open ones of the requirement, ``candidates`` those who are not placed
    and can begin in time; needs are never compared here.
    """

    new_end: dt.date
    now: Ledger
    then: Ledger
    period_end: dt.date | None
    last_start: dt.date | None
    openings: tuple[Fit, ...]
    candidates: tuple[Fit, ...]
