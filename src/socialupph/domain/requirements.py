"""How a requirement stands: what the ledger says, what a person decided, and whether it is at risk."""

import datetime as dt
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from socialupph.domain.kinds import Assessment
from socialupph.domain.ledger import Ledger, LedgerVerdict, RequirementUnit
from socialupph.domain.minimum_time import last_start_for
from socialupph.domain.what_if import last_start_for_months

FULL_PERCENT = Decimal(100)

RISK_DAYS = 60
"""A requirement is at risk this many days before the last day on which somebody could start and still be in time."""


class Standing(StrEnum):
    """How a requirement stands. Shown in ``--json``: add, never rename."""

    PROPOSED = "proposed"
    ON_TRACK = "on_track"
    NOT_YET = "not_yet"
    AT_RISK = "at_risk"
    MET = "met"
    MET_WITHOUT_CANDIDATE = "met_without_candidate"
    NOT_MET = "not_met"
    NOT_APPLICABLE = "not_applicable"
    NO_VOLUME = "no_volume"
    NOT_COMPUTED = "not_computed"


_ASSESSED = {
    Assessment.MET: Standing.MET,
    Assessment.MET_WITHOUT_CANDIDATE: Standing.MET_WITHOUT_CANDIDATE,
    Assessment.NOT_MET: Standing.NOT_MET,
    Assessment.NOT_APPLICABLE: Standing.NOT_APPLICABLE,
}
_COMPUTED = {
    LedgerVerdict.MET: Standing.MET,
    LedgerVerdict.MET_EARLY_END: Standing.MET,
    LedgerVerdict.NOT_MET: Standing.NOT_MET,
    LedgerVerdict.NO_VOLUME: Standing.NO_VOLUME,
    LedgerVerdict.NOT_COMPUTED: Standing.NOT_COMPUTED,
}

WORST_FIRST = (
    Standing.NOT_MET,
    Standing.AT_RISK,
    Standing.PROPOSED,
    Standing.NOT_YET,
    Standing.ON_TRACK,
    Standing.NOT_COMPUTED,
    Standing.NO_VOLUME,
    Standing.MET_WITHOUT_CANDIDATE,
    Standing.MET,
    Standing.NOT_APPLICABLE,
)
"""The order of what needs looking at; the first of a contract's requirements is the one its row tells."""


def last_start(ledger: Ledger, period_end: dt.date) -> dt.date | None:
    """The last day on which one person at full time could start and still deliver what is not even planned.

    None when nothing is missing from the plan, or the unit says nothing of time.
    """
    if ledger.reached_on is not None or ledger.verdict is not LedgerVerdict.NOT_YET:
        return None
    if ledger.unit in (RequirementUnit.FULL_TIME_MONTHS, RequirementUnit.UNITS) and ledger.planned_missing:
        per_unit = ledger.months / ledger.delivered if ledger.delivered else Fraction(1)
        together = max(1, ledger.places_agreed or 1)
        return last_start_for_months(ledger.planned_missing * per_unit / together, FULL_PERCENT, period_end)
    return last_start_for(ledger.minimum_months, period_end) if ledger.minimum_months else period_end


def standing_of(
    ledger: Ledger,
    *,
    confirmed: bool,
    assessment: Assessment | None,
    period_end: dt.date | None,
    late_start: bool = False,
) -> Standing:
    """How a requirement stands on the day of its ledger: a person's judgement first, then the arithmetic.

    At risk is one that is not on the way to be reached as planned when somebody has to start within ``RISK_DAYS``, or when
    nobody has started or been offered though it was due (``late_start``).
    """
    if assessment is not None:
        return _ASSESSED[assessment]
    if not confirmed:
        return Standing.PROPOSED
    if ledger.verdict in _COMPUTED:
        return _COMPUTED[ledger.verdict]
    if ledger.reached_on is not None:
        return Standing.ON_TRACK
    latest = None if period_end is None else last_start(ledger, period_end)
    soon = latest is not None and latest <= ledger.as_of + dt.timedelta(days=RISK_DAYS)
    return Standing.AT_RISK if late_start or soon else Standing.NOT_YET


def exact(value: Fraction) -> str:
    """An exact figure as a string: ``11.5`` where decimals end, else ``2203/186``."""
    denominator = value.denominator
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    if denominator != 1:
        return f"{value.numerator}/{value.denominator}"
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    whole = value * 10**places
    digits = f"{abs(whole.numerator):0{places + 1}d}"
    text = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return f"-{text}" if whole < 0 else text
