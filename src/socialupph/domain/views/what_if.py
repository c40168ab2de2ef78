"""What would happen if a placement ended another day."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from socialupph.domain.ledger import Ledger
from socialupph.domain.what_if import WhatIf


@dataclass(frozen=True, slots=True)
class FittingOpening:
    """An open opening of the same requirement."""

    id: int
    code: str
    title: str


@dataclass(frozen=True, slots=True)
class FittingCandidate:
    """Somebody who is not placed and can begin in time; ``wished`` says whether the occupation is among the wishes.

    Nobody protected, and needs are never compared.
    """

    id: int
    label: str
    available_from: dt.date | None
    extent_percent: Decimal | None
    wished: bool


@dataclass(frozen=True, slots=True)
class WhatIfEnd:
    """What the placement gives if it ends on ``last_day``, what its requirement lacks then, and who and what could make up for it.

    ``now`` and ``then`` are the requirement's ledgers as planned and with that day; None where the placement counts towards none.
    ``openings`` and ``candidates`` are the first few, and none when nothing is lost or it is too late for anybody to begin.
    """

    last_day: dt.date
    ending: WhatIf
    requirement_code: str
    now: Ledger | None
    then: Ledger | None
    openings: tuple[FittingOpening, ...]
    candidates: tuple[FittingCandidate, ...]
