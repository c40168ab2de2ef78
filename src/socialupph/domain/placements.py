"""A placement's derived status, what is worth a warning, and what cannot be."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from socialupph.domain.errors import RuleViolation
from socialupph.domain.periods import Period, WorkingTime, last_day_of
from socialupph.domain.values import check_working_time


class PlacementStatus(StrEnum):
    """Where a placement stands on a day; derived, never typed."""

    PLANNED = "planned"
    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"
    INTERRUPTED = "interrupted"


class WarningCode(StrEnum):
    """What the coordinator is told and may do anyway."""

    OVERLAP = "overlap"
    LONGER_THAN_FORM = "longer_than_form"
    FORM_ENDED = "form_ended"
    FORM_NOT_YET = "form_not_yet"
    PUBLIC_HOST_ONLY = "public_host_only"
    SUPERVISOR_WITHOUT_COURSE = "supervisor_without_course"


@dataclass(frozen=True, slots=True)
class PlacementWarning:
    """A warning with what its text needs; codes and days only."""

    code: WarningCode
    facts: Mapping[str, object] = field(default_factory=dict[str, object])


@dataclass(frozen=True, slots=True)
class PlacementFacts:
    """What status, warnings and checks look at.

    ``interrupted`` is true when the end reason says the placement was broken off.
    """

    start: dt.date
    planned_end: dt.date
    actual_end: dt.date | None = None
    working_times: tuple[WorkingTime, ...] = ()
    pauses: tuple[Period, ...] = ()
    interrupted: bool = False

    @property
    def last_day(self) -> dt.date:
        """The actual end, or the planned one while there is no other."""
        return self.actual_end or self.planned_end


@dataclass(frozen=True, slots=True)
class FormFacts:
    """A form of placement: its longest time (months or days), when it may begin, whether the host must be public."""

    max_months: int | None = None
    max_days: int | None = None
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    public_host_only: bool = False


@dataclass(frozen=True, slots=True)
class OtherPlacement:
    """Another placement of the same person, not void."""

    code: str
    start: dt.date
    last_day: dt.date


def placement_status(facts: PlacementFacts, today: dt.date) -> PlacementStatus:
    """The status on ``today``. The last day still runs, but what was broken off is so from the day it happened."""
    if facts.interrupted and facts.actual_end is not None and facts.actual_end <= today:
        return PlacementStatus.INTERRUPTED
    if today < facts.start:
        return PlacementStatus.PLANNED
    if today > facts.last_day:
        return PlacementStatus.ENDED
    return PlacementStatus.PAUSED if any(p.contains(today) for p in facts.pauses) else PlacementStatus.RUNNING


NOT_BROKEN_OFF = frozenset({"completed", "got_job"})
"""End reasons that are an ordinary end also before the planned day."""


def is_broken_off(ended_on: dt.date, planned_end: dt.date, reason_key: str) -> bool:
    """Whether a placement that ended was broken off: before its planned day, and not for a reason that is an ordinary end."""
    return ended_on < planned_end and reason_key not in NOT_BROKEN_OFF


def warnings_for(
    facts: PlacementFacts,
    form: FormFacts,
    *,
    others: Iterable[OtherPlacement] = (),
    host_is_public: bool | None = None,
    supervisor_trained: bool | None = None,
) -> tuple[PlacementWarning, ...]:
    """Everything worth a warning; nothing here stops a save.

    ``host_is_public`` and ``supervisor_trained`` are None where it is not known or there is nobody.
    """
    found = [
        PlacementWarning(WarningCode.OVERLAP, {"code": other.code, "start": other.start, "end": other.last_day})
        for other in others
        if other.start <= facts.last_day and facts.start <= other.last_day
    ]
    found.extend(_form_warnings(facts, form))
    if form.public_host_only and host_is_public is False:
        found.append(PlacementWarning(WarningCode.PUBLIC_HOST_ONLY))
    if supervisor_trained is False:
        found.append(PlacementWarning(WarningCode.SUPERVISOR_WITHOUT_COURSE))
    return tuple(found)


def _form_warnings(facts: PlacementFacts, form: FormFacts) -> Iterable[PlacementWarning]:
    longest = longest_day(facts.start, form)
    if longest is not None and facts.last_day > longest:
        yield PlacementWarning(WarningCode.LONGER_THAN_FORM, {"last_day": longest})
    if form.valid_to is not None and facts.start > form.valid_to:
        yield PlacementWarning(WarningCode.FORM_ENDED, {"day": form.valid_to})
    if form.valid_from is not None and facts.start < form.valid_from:
        yield PlacementWarning(WarningCode.FORM_NOT_YET, {"day": form.valid_from})


def longest_day(start: dt.date, form: FormFacts) -> dt.date | None:
    """The last day the form allows from ``start``, None when it has no limit."""
    days = [last_day_of(start, form.max_months)] if form.max_months is not None else []
    if form.max_days is not None:
        days.append(start + dt.timedelta(days=form.max_days - 1))
    return min(days, default=None)


def check_placement(facts: PlacementFacts) -> None:
    """What cannot be: ``RuleViolation`` at the field that is wrong.

    Ends are on or after the start; there is a working time, each more than 0 and at most 100 % and from a day of its
    own within the placement; pauses lie within it and do not overlap.
    """
    if facts.planned_end < facts.start:
        raise RuleViolation("placement.end_before_start", "planned_end_on", {"start": facts.start})
    if facts.actual_end is not None and facts.actual_end < facts.start:
        raise RuleViolation("placement.end_before_start", "ended_on", {"start": facts.start})
    last = max(facts.planned_end, facts.last_day)
    _check_working_times(facts.working_times, facts.start, last)
    _check_pauses(facts.pauses, facts.start, last)


def _check_working_times(times: Sequence[WorkingTime], start: dt.date, last: dt.date) -> None:
    if not times:
        raise RuleViolation("placement.working_time_missing", "working_time_percent")
    for time in times:
        check_working_time(time.percent)
        if not start <= time.from_day <= last:
            raise RuleViolation("placement.working_time_outside", "working_times", {"start": start, "end": last})
    if len({time.from_day for time in times}) < len(times):
        raise RuleViolation("placement.working_time_twice", "working_times")
    if min(time.from_day for time in times) > start:
        raise RuleViolation("placement.working_time_gap", "working_times", {"start": start})


def _check_pauses(pauses: Sequence[Period], start: dt.date, last: dt.date) -> None:
    in_order = sorted(pauses)
    for pause in in_order:
        if pause.start < start or pause.end > last:
            raise RuleViolation("placement.pause_outside", "pauses", {"start": start, "end": last})
    for pause, following in pairwise(in_order):
        if pause.overlaps(following):
            raise RuleViolation("placement.pause_overlap", "pauses", {"day": following.start})
