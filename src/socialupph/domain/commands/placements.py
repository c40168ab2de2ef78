"""What the coordinator can say about placements."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class PlacementFields:
    """A placement as it is typed.

    Either ``candidate_id``, or the supplier recruited the person itself: ``heads`` and ``target_group_statement``. With
    ``opening_id`` the contract, requirement, host, workplace and supervisor may be left out and come from it.
    ``working_time_percent`` holds from the first day; later changes are periods of their own.
    """

    form_id: int
    starts_on: dt.date
    planned_end_on: dt.date
    contract_id: int | None = None
    requirement_id: int | None = None
    opening_id: int | None = None
    candidate_id: int | None = None
    heads: int = 1
    target_group_statement: str | None = None
    in_target_group: bool = True
    host_supplier_id: int | None = None
    workplace_id: int | None = None
    employer: str | None = None
    decision_reference: str | None = None
    working_time_percent: Decimal = Decimal(100)
    supervisor_id: int | None = None
    af_officer: str | None = None
    union_consulted_on: dt.date | None = None
    start_checklist: tuple[str, ...] = ()
    existed_at_contract_start: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ChangeWorkingTime:
    """From a day on, another percentage of full time. ``percent`` None takes the change of that day back."""

    placement_id: int
    version: int
    from_on: dt.date
    percent: Decimal | None


@dataclass(frozen=True, slots=True)
class PauseFields:
    """Days a placement stands still, both included. The reason is not asked for."""

    placement_id: int
    version: int
    starts_on: dt.date
    ends_on: dt.date


@dataclass(frozen=True, slots=True)
class EndPlacement:
    """The placement's last day was ``ended_on``.

    ``interrupted`` when it was broken off; None lets the end reason decide, where the end came before the planned one.
    """

    placement_id: int
    version: int
    ended_on: dt.date
    end_reason_id: int
    outcome_id: int | None = None
    interrupted: bool | None = None


class OutcomeTime(StrEnum):
    """When an outcome is asked for."""

    END = "end"
    AFTER_90_DAYS = "90_days"
    AFTER_6_MONTHS = "6_months"
    AFTER_12_MONTHS = "12_months"


@dataclass(frozen=True, slots=True)
class SetOutcome:
    """What became of the person at a time after the end; None takes it back."""

    placement_id: int
    version: int
    time: OutcomeTime
    outcome_id: int | None
