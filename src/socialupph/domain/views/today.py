"""What *Idag* shows: everything that is due, unfinished contracts, and the counters."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from socialupph.domain.changes import Entity, RecordRef
from socialupph.domain.deadlines import Bucket, Deadline, DeadlineKind
from socialupph.domain.follow_ups import FollowUpKind


class TodayAction(StrEnum):
    """The one thing a row of *Idag* offers to do."""

    NOTE_MEETING = "note_meeting"
    OPEN_REQUIREMENT = "open_requirement"
    OPEN_CONTRACT = "open_contract"
    NOTE_REPORT = "note_report"
    OPEN_PLACEMENT = "open_placement"
    REGISTER_FOLLOW_UP = "register_follow_up"
    REGISTER_ANSWER = "register_answer"
    OPEN_SESSION = "open_session"
    FILL_SEATS = "fill_seats"
    REGISTER_SEAT_ANSWER = "register_seat_answer"
    ERASE_NEEDS = "erase_needs"
    OPEN_DEVIATION = "open_deviation"
    FINISH_TASK = "finish_task"
    FINISH_STEP = "finish_step"
    COMPLETE_DRAFT = "complete_draft"


ACTIONS: Mapping[DeadlineKind, TodayAction] = {
    DeadlineKind.FIRST_MEETING: TodayAction.NOTE_MEETING,
    DeadlineKind.FIRST_START: TodayAction.OPEN_REQUIREMENT,
    DeadlineKind.OPTION_NOTICE: TodayAction.OPEN_CONTRACT,
    DeadlineKind.REPORT_DUE: TodayAction.NOTE_REPORT,
    DeadlineKind.CONTRACT_END: TodayAction.OPEN_CONTRACT,
    DeadlineKind.PLACEMENT_END: TodayAction.OPEN_PLACEMENT,
    DeadlineKind.FOLLOW_UP: TodayAction.REGISTER_FOLLOW_UP,
    DeadlineKind.MATCH_OFFER: TodayAction.REGISTER_ANSWER,
    DeadlineKind.SIGN_UP_CLOSES: TodayAction.OPEN_SESSION,
    DeadlineKind.PRIORITY_ENDS: TodayAction.FILL_SEATS,
    DeadlineKind.SEAT_OFFER: TodayAction.REGISTER_SEAT_ANSWER,
    DeadlineKind.LEAST_NUMBER: TodayAction.OPEN_SESSION,
    DeadlineKind.NEEDS_ERASURE: TodayAction.ERASE_NEEDS,
    DeadlineKind.CORRECTION_DUE: TodayAction.OPEN_DEVIATION,
    DeadlineKind.RETENTION_REVIEW: TodayAction.OPEN_CONTRACT,
    DeadlineKind.TASK: TodayAction.FINISH_TASK,
    DeadlineKind.AGREED_STEP: TodayAction.FINISH_STEP,
}


@dataclass(frozen=True, slots=True)
class DeadlineView:
    """A deadline as a row of *Idag*.

    ``due`` never moves; ``remind_on`` is the working day before when it is a day off. ``code`` is that of the record it is about,
    ``target`` the record the action opens, ``part_id`` with its ``version`` the row with the day: a task, a step, a sign-up.
    ``person``, ``organisation`` and ``supervisor`` are what may be shown in a list, empty where nothing may. ``title`` is what it is
    about in words somebody typed: a contract's title, a task, an agreed step. ``follow_up`` is the kind of a follow-up. ``number``
    and ``of`` count seats.
    """

    kind: DeadlineKind
    due: dt.date
    remind_on: dt.date
    bucket: Bucket
    days_late: int
    code: str
    action: TodayAction
    target: RecordRef
    person: str = ""
    organisation: str = ""
    supervisor: str = ""
    title: str = ""
    follow_up: FollowUpKind | None = None
    number: int | None = None
    of: int | None = None
    version: int = 0
    part_id: int = 0

    @property
    def is_overdue(self) -> bool:
        """Whether it is late, as ``domain/deadlines`` decided."""
        return self.bucket is Bucket.OVERDUE

    @property
    def deadline(self) -> Deadline:
        """The bare deadline."""
        return Deadline(self.kind, self.due, self.remind_on, self.target.entity, self.target.id, self.code)


@dataclass(frozen=True, slots=True)
class UnfinishedContract:
    """A contract that lacks number, supplier, start or end, or is not awarded yet: it counts nowhere but here, without a day.

    ``missing`` names the fields.
    """

    id: int
    code: str
    title: str
    missing: tuple[str, ...]
    action: TodayAction = TodayAction.COMPLETE_DRAFT

    @property
    def due(self) -> None:
        """It waits until somebody completes it."""
        return

    @property
    def target(self) -> RecordRef:
        """The contract."""
        return RecordRef(Entity.CONTRACT, self.id)


DueRow = DeadlineView | UnfinishedContract


@dataclass(frozen=True, slots=True)
class NextClosing:
    """The session whose sign-up closes next. ``sign_ups`` is how many of its seats are taken; who waits is not among them."""

    session_id: int
    code: str
    title: str
    sign_ups: int
    capacity: int
    closes_on: dt.date


@dataclass(frozen=True, slots=True)
class TodayCounters:
    """The counters at the top of *Idag*.

    ``at_risk`` counts requirements at risk and those that passed unmet and wait for a judgement (``passed``).
    """

    at_risk: int
    passed: int
    open_places: int
    without_candidate: int
    untrained: int
    untrained_with_someone: int
    closing: NextClosing | None


@dataclass(frozen=True, slots=True)
class AreaCounts:
    """What waits in each area, for the navigation."""

    today: int = 0
    openings: int = 0
    training: int = 0
    follow_ups: int = 0
    deviations: int = 0
    overdue: int = 0
