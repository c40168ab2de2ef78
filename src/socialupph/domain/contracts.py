"""A contract's derived status: from its dates and used options, never typed."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from socialupph.domain.errors import RuleViolation
from socialupph.domain.periods import ONE_DAY, add_months


class ContractStatus(StrEnum):
    """Where a contract stands.

    A DRAFT lacks number, supplier, start or end, or is only meant to be awarded. It counts nowhere but on *Idag*.
    """

    DRAFT = "draft"
    UPCOMING = "upcoming"
    RUNNING = "running"
    IN_OPTION = "in_option"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class OptionFacts:
    """A right to extend by ``months``; ``used_on`` is the day notice was given, None while unused."""

    months: int
    notice_by: dt.date | None = None
    used_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class ContractFacts:
    """What the status is derived from; ``options`` in their order. ``intended``: a notice tells that it is meant to be awarded."""

    number: str | None
    has_supplier: bool
    start: dt.date | None
    end: dt.date | None
    options: tuple[OptionFacts, ...] = ()
    intended: bool = False


def missing(facts: ContractFacts) -> tuple[str, ...]:
    """What a draft still lacks, of ``award``, ``number``, ``supplier``, ``start`` and ``end``; empty for a whole contract.

    ``award`` is lacking as long as the contract is only meant to be awarded.
    """
    lacks = {
        "award": facts.intended,
        "number": not (facts.number or "").strip(),
        "supplier": not facts.has_supplier,
        "start": facts.start is None,
        "end": facts.end is None,
    }
    return tuple(name for name, is_missing in lacks.items() if is_missing)


def end_with_options(end: dt.date, options: Sequence[OptionFacts]) -> dt.date:
    """The last day when used options are added, each as whole calendar months.

    2027-01-11 and 12 months is 2028-01-11. They are added together first, so that a short month takes no days away.
    """
    months = sum(option.months for option in options if option.used_on is not None)
    return add_months(end + ONE_DAY, months) - ONE_DAY


def next_option(options: Sequence[OptionFacts]) -> OptionFacts | None:
    """The first option not used yet; None when there is none left."""
    return next((option for option in options if option.used_on is None), None)


def contract_status(facts: ContractFacts, today: dt.date) -> ContractStatus:
    """The status on ``today``; the last day still runs."""
    if missing(facts) or facts.start is None or facts.end is None:
        return ContractStatus.DRAFT
    if today < facts.start:
        return ContractStatus.UPCOMING
    if today <= facts.end:
        return ContractStatus.RUNNING
    return ContractStatus.IN_OPTION if today <= end_with_options(facts.end, facts.options) else ContractStatus.ENDED


def check_contract(facts: ContractFacts) -> None:
    """A contract ends on or after its first day and options have a length: ``RuleViolation`` else."""
    if facts.start is not None and facts.end is not None and facts.end < facts.start:
        raise RuleViolation("contract.end_before_start", "ends_on", {"start": facts.start})
    if any(option.months <= 0 for option in facts.options):
        raise RuleViolation("contract.option_length", "length_months")
