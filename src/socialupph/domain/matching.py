"""The steps of a match between candidate and opening: forward only, each dated."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from socialupph.domain.errors import RuleViolation


class MatchStep(StrEnum):
    """How far a match has come. ACCEPTED makes the placement; DECLINED says by whom and why."""

    SUGGESTED = "suggested"
    CONTACTED = "contacted"
    PRESENTED = "presented"
    INTERVIEW = "interview"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"

    @property
    def is_final(self) -> bool:
        """Whether nothing follows."""
        return self in (MatchStep.ACCEPTED, MatchStep.DECLINED)


_ORDER = {step: number for number, step in enumerate(MatchStep)}


@dataclass(frozen=True, slots=True)
class StepTaken:
    """A step and its day."""

    step: MatchStep
    on: dt.date


def next_steps(now: MatchStep) -> tuple[MatchStep, ...]:
    """What may come after ``now``: any later step, since an interview or offer may be left out.

    Nothing after the last.
    """
    return () if now.is_final else tuple(step for step in MatchStep if _ORDER[step] > _ORDER[now])


def check_step(trail: Sequence[StepTaken], step: MatchStep, on: dt.date, today: dt.date) -> None:
    """Whether ``step`` may be added on the day ``on`` after ``trail``, which is in order.

    Raises ``RuleViolation``: ``match.begins`` unless the first step is SUGGESTED, ``match.closed`` after the last one,
    ``match.back`` for the same or an earlier step, ``match.date_order`` for a day before the last step's,
    ``match.in_future``.
    """
    if on > today:
        raise RuleViolation("match.in_future", "on")
    if not trail:
        if step is not MatchStep.SUGGESTED:
            raise RuleViolation("match.begins", "step")
        return
    last = trail[-1]
    if last.step.is_final:
        raise RuleViolation("match.closed", "step")
    if step not in next_steps(last.step):
        raise RuleViolation("match.back", "step")
    if on < last.on:
        raise RuleViolation("match.date_order", "on", {"day": last.on})


def check_declined(declined_by: object | None, reason: str) -> None:
    """A no says who said it and why: ``RuleViolation`` at ``declined_by`` or ``decline_reason`` else."""
    if declined_by is None:
        raise RuleViolation("match.declined_by_missing", "declined_by")
    if not reason.strip():
        raise RuleViolation("match.reason_missing", "decline_reason")
