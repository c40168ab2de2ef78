"""What is read of placements."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from socialupph.domain.follow_ups import Covered, FollowUpKind, FollowUpStatus
from socialupph.domain.placements import PlacementStatus
from socialupph.domain.views.timeline import TimelineEvent


class SupervisorTraining(StrEnum):
    """How the supervisor stands with the course. NOBODY: no supervisor is named."""

    MISSING = "missing"
    SIGNED_UP = "signed_up"
    CLEAR = "clear"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class PlacementRow:
    """A placement in a list.

    ``person`` is empty where the supplier recruited ``heads`` people itself. ``host`` and ``workplace`` are withheld for a
    protected person. ``ends_on`` is the actual end, or the planned one. ``next_*`` is the next expected follow-up, in how many
    days it is and how many it is late; ``returns_on`` the day after a pause that runs now. ``share_done`` is how much of the
    time has passed, 0–1.
    """

    id: int
    code: str
    status: PlacementStatus
    candidate_id: int | None
    person: str
    heads: int
    host: str
    workplace: str
    contract_code: str
    requirement_code: str
    form: str
    starts_on: dt.date
    planned_end_on: dt.date
    ended_on: dt.date | None
    ends_on: dt.date
    share_done: float
    working_time_percent: Decimal | None
    supervisor_training: SupervisorTraining
    next_follow_up_id: int | None
    next_kind: FollowUpKind | None
    next_due_on: dt.date | None
    next_in_days: int
    next_days_late: int
    returns_on: dt.date | None


@dataclass(frozen=True, slots=True)
class WorkingTimeView:
    """Working time from a day on."""

    id: int
    from_on: dt.date
    percent: Decimal


@dataclass(frozen=True, slots=True)
class PauseView:
    """A pause, both days included."""

    id: int
    version: int
    starts_on: dt.date
    ends_on: dt.date


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """A follow-up of the placement, in the order of its plan."""

    id: int
    version: int
    code: str
    kind: FollowUpKind
    covers: tuple[Covered, ...]
    due_on: dt.date
    held_on: dt.date | None
    status: FollowUpStatus
    days_late: int


@dataclass(frozen=True, slots=True)
class PlacementFacts:
    """What is known of a placement in itself, as its form shows it."""

    form_id: int
    form: str
    starts_on: dt.date
    planned_end_on: dt.date
    ended_on: dt.date | None
    interrupted: bool
    working_time_percent: Decimal
    working_times: tuple[WorkingTimeView, ...]
    pauses: tuple[PauseView, ...]
    heads: int
    target_group_statement: str | None
    in_target_group: bool
    employer: str | None
    decision_reference: str | None
    af_officer: str | None
    union_consulted_on: dt.date | None
    start_checklist: tuple[str, ...]
    existed_at_contract_start: bool
    note: str | None


@dataclass(frozen=True, slots=True)
class PlacementLinks:
    """Whom and what a placement belongs to, ids for links and texts to read."""

    candidate_id: int | None
    candidate_code: str
    match_id: int | None
    contract_id: int
    contract_code: str
    contract_title: str
    requirement_id: int | None
    requirement_code: str
    opening_id: int | None
    opening_code: str
    host_supplier_id: int
    host: str
    workplace_id: int | None
    workplace: str
    workplace_address: str
    supervisor_id: int | None
    supervisor: str
    supervisor_phone: str
    supervisor_training: SupervisorTraining


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What became of the person: ids for the form, words to read."""

    end_reason_id: int | None
    end_reason: str
    at_end_id: int | None
    at_end: str
    after_90_days_id: int | None
    after_90_days: str
    after_6_months_id: int | None
    after_6_months: str
    after_12_months_id: int | None
    after_12_months: str


@dataclass(frozen=True, slots=True)
class PlacementView:
    """A placement opened in full. ``person`` may name the person; ``title`` is what windows and tabs may be called."""

    id: int
    version: int
    code: str
    title: str
    person: str
    protected: bool
    status: PlacementStatus
    facts: PlacementFacts
    links: PlacementLinks
    outcomes: Outcomes
    next_step: PlannedStep | None
    plan: tuple[PlannedStep, ...]
    timeline: tuple[TimelineEvent, ...]
    voided: bool
