"""What the coordinator can say about follow-ups."""

import datetime as dt
from dataclasses import dataclass

from socialupph.domain.follow_ups import FollowUpKind
from socialupph.domain.kinds import FollowUpMeans, Question, Respondent


@dataclass(frozen=True, slots=True)
class AnswerFields:
    """What one of the three answered to one question: 1–5, or None for *vet inte*, and a comment."""

    respondent: Respondent
    question: Question
    score: int | None = None
    comment: str | None = None


@dataclass(frozen=True, slots=True)
class StepFields:
    """A step agreed on: what, who, by when. ``step_id`` names one that is there already."""

    what: str
    who: str | None = None
    due_on: dt.date | None = None
    done_on: dt.date | None = None
    step_id: int | None = None


@dataclass(frozen=True, slots=True)
class RegisterFollowUp:
    """A follow-up that was held.

    ``follow_up_id`` with ``version`` is one that was planned (or one to correct); without it, it is a new one of ``placement_id`` or
    ``contract_id``. ``answers`` and ``steps`` replace what was noted. ``third_respondent`` is the coordinator or AF's officer, whose
    name is ``third_name``.
    """

    held_on: dt.date
    means: FollowUpMeans
    follow_up_id: int | None = None
    version: int | None = None
    placement_id: int | None = None
    contract_id: int | None = None
    kind: FollowUpKind = FollowUpKind.EXTRA
    third_respondent: Respondent = Respondent.COORDINATOR
    third_name: str | None = None
    answers: tuple[AnswerFields, ...] = ()
    summary: str | None = None
    steps: tuple[StepFields, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanFollowUp:
    """One more follow-up, of a placement or of a contract."""

    due_on: dt.date
    placement_id: int | None = None
    contract_id: int | None = None
    means: FollowUpMeans | None = None


@dataclass(frozen=True, slots=True)
class MoveFollowUp:
    """A planned follow-up moves to a day chosen by hand; changes of the placement's dates leave it there."""

    follow_up_id: int
    version: int
    due_on: dt.date


@dataclass(frozen=True, slots=True)
class SkipFollowUp:
    """A planned follow-up is not held, and why."""

    follow_up_id: int
    version: int
    skip_reason: str


@dataclass(frozen=True, slots=True)
class NotAnswered:
    """Nobody answered on ``on`` (None is today)."""

    follow_up_id: int
    version: int
    on: dt.date | None = None
    means: FollowUpMeans | None = None
