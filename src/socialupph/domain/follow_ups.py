"""The rhythm of follow-ups: a template by placement form becomes dated steps, which move with the placement's dates.

Start talk on the start day, then after two weeks, then every month counted from the start day, three weeks before the
end (next step), end talk on the last day, and 90 days, 6 and 12 months after the end.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from socialupph.domain.clock import WorkCalendar
from socialupph.domain.errors import RuleViolation
from socialupph.domain.periods import Period, add_months
from socialupph.domain.work_calendar import next_working_day, previous_working_day


class FollowUpStatus(StrEnum):
    """What became of a follow-up. SKIPPED has a reason; NOT_ANSWERED was tried and may still be done."""

    PLANNED = "planned"
    DONE = "done"
    SKIPPED = "skipped"
    NOT_ANSWERED = "not_answered"


class FollowUpKind(StrEnum):
    """Which step of the rhythm a follow-up is. EXTRA was added by hand and belongs to no template."""

    START_MEETING = "start_meeting"
    TWO_WEEKS = "two_weeks"
    MONTHLY = "monthly"
    NEXT_STEP = "next_step"
    FINAL_MEETING = "final_meeting"
    AFTER_90_DAYS = "after_90_days"
    AFTER_6_MONTHS = "after_6_months"
    AFTER_12_MONTHS = "after_12_months"
    EXTRA = "extra"


class Anchor(StrEnum):
    """The day a template step is counted from."""

    START = "start"
    END = "end"


MERGE_DAYS = 7
"""Steps at most so many days apart become one."""

PRECEDENCE = (
    FollowUpKind.FINAL_MEETING,
    FollowUpKind.START_MEETING,
    FollowUpKind.NEXT_STEP,
    FollowUpKind.TWO_WEEKS,
    FollowUpKind.MONTHLY,
)
"""Which name and date two steps keep that become one. Kinds not named here belong to the time after the end."""

_JULY, _AUGUST = 7, 8


@dataclass(frozen=True, slots=True)
class TemplateStep:
    """A step so many ``months`` and ``days`` from its anchor; ``every`` repeats the months until the end."""

    kind: FollowUpKind
    anchor: Anchor = Anchor.START
    days: int = 0
    months: int = 0
    every: bool = False


DEFAULT_TEMPLATE = (
    TemplateStep(FollowUpKind.START_MEETING),
    TemplateStep(FollowUpKind.TWO_WEEKS, days=14),
    TemplateStep(FollowUpKind.MONTHLY, months=1, every=True),
    TemplateStep(FollowUpKind.NEXT_STEP, Anchor.END, days=-21),
    TemplateStep(FollowUpKind.FINAL_MEETING, Anchor.END),
    TemplateStep(FollowUpKind.AFTER_90_DAYS, Anchor.END, days=90),
    TemplateStep(FollowUpKind.AFTER_6_MONTHS, Anchor.END, months=6),
    TemplateStep(FollowUpKind.AFTER_12_MONTHS, Anchor.END, months=12),
)


@dataclass(frozen=True, slots=True)
class Covered:
    """A step that another one takes the place of; as text ``monthly 2026-12-07``."""

    kind: FollowUpKind
    due: dt.date

    def __str__(self) -> str:
        return f"{self.kind.value} {self.due.isoformat()}"

    @classmethod
    def parse(cls, text: str) -> "Covered":
        """Back from the text; ValueError for anything else."""
        kind, _space, due = text.partition(" ")
        return cls(FollowUpKind(kind), dt.date.fromisoformat(due))


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """A step of a plan. ``number`` counts repeated ones from 1; ``covers`` are the steps it takes the place of."""

    kind: FollowUpKind
    due: dt.date
    number: int = 0
    covers: tuple[Covered, ...] = ()


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How a plan is made: the template, the days off, and whether July is left out."""

    calendar: WorkCalendar
    template: tuple[TemplateStep, ...] = DEFAULT_TEMPLATE
    july_to_august: bool = False


@dataclass(frozen=True, slots=True)
class ExistingStep:
    """A follow-up already in the register."""

    id: int
    kind: FollowUpKind
    due: dt.date
    status: FollowUpStatus = FollowUpStatus.PLANNED
    covers: tuple[Covered, ...] = ()


@dataclass(frozen=True, slots=True)
class MovedStep:
    """What a follow-up gets instead; ``due`` may be the same when only ``covers`` changed."""

    id: int
    due: dt.date
    covers: tuple[Covered, ...] = ()


@dataclass(frozen=True, slots=True)
class Replan:
    """What changes in the register when a placement's dates do.

    Ids to leave, to move and to drop, and steps to add.
    """

    keep: tuple[int, ...] = ()
    move: tuple[MovedStep, ...] = ()
    add: tuple[PlannedStep, ...] = ()
    drop: tuple[int, ...] = ()


_Identity = tuple[FollowUpKind, int]


def plan(period: Period, rhythm: Rhythm) -> tuple[PlannedStep, ...]:
    """The steps of a placement from its first to its last day, in order of date.

    Steps outside the period are dropped, but for those after the end. Days off: forward, the end talk back (unless
    that is before the start). With ``july_to_august`` what falls in July goes to the first working day of August. Then
    two steps at most 7 days apart become one.
    """
    return _merged(_steps(period, rhythm))


def _steps(period: Period, rhythm: Rhythm) -> list[PlannedStep]:
    """All steps, moved off days off, none merged."""
    return [
        PlannedStep(step.kind, _moved(step.kind, day, period.start, rhythm), number)
        for step in rhythm.template
        for number, day in _days(step, period)
        if step.kind not in PRECEDENCE or period.contains(day)
    ]


def _days(step: TemplateStep, period: Period) -> list[tuple[int, dt.date]]:
    anchor = period.start if step.anchor is Anchor.START else period.end
    if not step.every:
        return [(0, add_months(anchor, step.months) + dt.timedelta(days=step.days))]
    days: list[tuple[int, dt.date]] = []
    number = 1
    while (day := add_months(anchor, step.months * number)) <= period.end:
        days.append((number, day))
        number += 1
    return days


def _moved(kind: FollowUpKind, day: dt.date, start: dt.date, rhythm: Rhythm) -> dt.date:
    moved = next_working_day(day, rhythm.calendar)
    if kind is FollowUpKind.FINAL_MEETING:
        back = previous_working_day(day, rhythm.calendar)
        moved = back if back >= start else moved
    if rhythm.july_to_august and moved.month == _JULY:
        return next_working_day(dt.date(moved.year, _AUGUST, 1), rhythm.calendar)
    return moved


def _rank(step: PlannedStep) -> tuple[int, dt.date]:
    return PRECEDENCE.index(step.kind), step.due


def _merged(steps: Iterable[PlannedStep]) -> tuple[PlannedStep, ...]:
    kept: list[PlannedStep] = []
    apart: list[PlannedStep] = []
    for step in steps:
        (apart if step.kind in PRECEDENCE else kept).append(step)
    left = sorted(apart, key=_rank)
    while left:
        first, rest = left[0], left[1:]
        near = [step for step in rest if abs((step.due - first.due).days) <= MERGE_DAYS]
        covers = tuple(Covered(step.kind, step.due) for step in sorted(near, key=lambda step: step.due))
        kept.append(replace(first, covers=covers))
        left = [step for step in rest if step not in near]
    return tuple(sorted(kept, key=lambda step: (step.due, step.kind not in PRECEDENCE, step.kind.value)))


_SAME_MONTH = 15
"""A monthly follow-up at most so many days from a monthly step is that step."""


def plan_ahead(
    period: Period, rhythm: Rhythm, today: dt.date, existing: Iterable[ExistingStep] = ()
) -> tuple[PlannedStep, ...]:
    """What is left to plan of a placement that comes from elsewhere with the ``existing`` follow-ups.

    Only steps due on ``today`` or later: what came before was done elsewhere, or is among ``existing``. A step that is one of
    them is not planned a second time, nor one within 7 days of a follow-up that is still to be held; one that was held makes a
    step within 7 days needless only where that step asks for no more than it (every month, after two weeks).
    """
    known = tuple(existing)
    left = [
        step for step in _steps(period, rhythm) if step.due >= today and not any(_is_it(step, one) for one in known)
    ]
    return tuple(step for step in _merged(left) if not any(_makes_needless(one, step) for one in known))


def _is_it(step: PlannedStep, one: ExistingStep) -> bool:
    return one.kind is step.kind and (
        step.kind is not FollowUpKind.MONTHLY or abs((one.due - step.due).days) <= _SAME_MONTH
    )


def _makes_needless(one: ExistingStep, step: PlannedStep) -> bool:
    if abs((one.due - step.due).days) > MERGE_DAYS:
        return False
    return not is_settled(one.status) or step.kind in (FollowUpKind.MONTHLY, FollowUpKind.TWO_WEEKS)


def replan(existing: Sequence[ExistingStep], before: Period, after: Period, rhythm: Rhythm) -> Replan:
    """What to change when a placement that ran ``before`` will run ``after`` instead.

    Only planned steps are touched: one that is done, skipped or not answered is never merged or moved, nor planned a
    second time. A step whose date in the template stays the same keeps its own date, also one moved by hand; a step
    that was taken away by hand does not come back. Extra follow-ups are left alone.
    """
    old = _steps(before, rhythm)
    identities, settled = _identities(existing, old)
    wanted = {
        (step.kind, step.number): step
        for step in _merged(step for step in _steps(after, rhythm) if (step.kind, step.number) not in settled)
    }
    old_due = {(step.kind, step.number): step.due for step in old}
    keep: list[int] = []
    move: list[MovedStep] = []
    drop: list[int] = []
    for step in existing:
        identity = identities.get(step.id)
        if identity is None or identity in settled:
            keep.append(step.id)
        elif identity not in wanted:
            drop.append(step.id)
        else:
            target = wanted[identity]
            unmoved = old_due.get(identity) == target.due and _still_inside(step, after)
            due = step.due if unmoved else target.due
            if (due, target.covers) == (step.due, step.covers):
                keep.append(step.id)
            else:
                move.append(MovedStep(step.id, due, target.covers))
    known = set(identities.values()) | ({(s.kind, s.number) for s in _merged(old)} if existing else set[_Identity]())
    add = tuple(step for identity, step in wanted.items() if identity not in known)
    return Replan(tuple(keep), tuple(move), add, tuple(drop))


def _still_inside(step: ExistingStep, after: Period) -> bool:
    return step.kind not in PRECEDENCE or after.contains(step.due) or step.kind is FollowUpKind.FINAL_MEETING


def _identities(
    existing: Sequence[ExistingStep], old: Sequence[PlannedStep]
) -> tuple[dict[int, _Identity], set[_Identity]]:
    """Which step of the template each existing one is, and which are settled.

    Done, skipped, not answered, or covered so.
    """
    left = list(old)
    own = {(step.kind, step.number) for step in _merged(old)}
    found: dict[int, _Identity] = {}
    settled: set[_Identity] = set()

    def take(kind: FollowUpKind, due: dt.date, *, covered: bool = False) -> _Identity | None:
        same = [step for step in left if step.kind is kind]
        if not same:
            return None
        nearest = min(
            same,
            key=lambda step: (
                not covered and (step.kind, step.number) not in own,
                abs((step.due - due).days),
                step.number,
            ),
        )
        left.remove(nearest)
        return nearest.kind, nearest.number

    in_order = sorted(existing, key=lambda step: (step.status is FollowUpStatus.PLANNED, step.due, step.id))
    for step in in_order:
        identity = take(step.kind, step.due)
        if identity is not None:
            found[step.id] = identity
        if step.status is not FollowUpStatus.PLANNED:
            covered = (take(other.kind, other.due, covered=True) for other in step.covers)
            settled.update(one for one in (identity, *covered) if one is not None)
    return found, settled


def check_outcome(status: FollowUpStatus, held_on: dt.date | None, reason: str, today: dt.date) -> None:
    """What a status asks for: DONE a day held, not after today; SKIPPED a reason; PLANNED and SKIPPED no day held.

    Raises ``RuleViolation`` at ``held_on`` or ``skip_reason``.
    """
    if status is FollowUpStatus.DONE and held_on is None:
        raise RuleViolation("follow_up.held_on_missing", "held_on")
    if status in (FollowUpStatus.PLANNED, FollowUpStatus.SKIPPED) and held_on is not None:
        raise RuleViolation("follow_up.held_on_unexpected", "held_on")
    if held_on is not None and held_on > today:
        raise RuleViolation("follow_up.held_in_future", "held_on")
    if status is FollowUpStatus.SKIPPED and not reason.strip():
        raise RuleViolation("follow_up.reason_missing", "skip_reason")


def is_settled(status: FollowUpStatus) -> bool:
    """Whether nothing more is expected: done or skipped. A follow-up that was not answered still waits."""
    return status in (FollowUpStatus.DONE, FollowUpStatus.SKIPPED)
