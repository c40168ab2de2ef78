"""What is read of follow-ups."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from socialupph.domain.follow_ups import Covered, FollowUpKind, FollowUpStatus
from socialupph.domain.kinds import FollowUpMeans, Question, Respondent


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """A follow-up in a list. ``host`` is withheld for a protected person; a contract's follow-up has no person.

    ``days_late`` is how long a planned one is overdue, or how late a held one was.
    """

    id: int
    version: int
    code: str
    placement_id: int | None
    placement_code: str
    contract_id: int | None
    contract_code: str
    person: str
    host: str
    kind: FollowUpKind
    due_on: dt.date
    held_on: dt.date | None
    status: FollowUpStatus
    days_late: int
    means: FollowUpMeans | None


@dataclass(frozen=True, slots=True)
class FollowUpExportRow:
    """A follow-up as the export gives it: also scores, one for each respondent and question, and the summary.

    ``scores`` has the third respondent under COORDINATOR, whoever it was. Summary and host are withheld for a protected person.
    """

    row: FollowUpRow
    requirement_code: str
    summary: str
    scores: Mapping[tuple[Respondent, Question], int]


@dataclass(frozen=True, slots=True)
class AnswerView:
    """An answer; ``score`` None is *vet inte*."""

    respondent: Respondent
    question: Question
    score: int | None
    comment: str


@dataclass(frozen=True, slots=True)
class StepView:
    """A step agreed on. ``follow_up_id`` is where; one still open is carried along to the next follow-ups."""

    id: int
    follow_up_id: int
    what: str
    who: str
    due_on: dt.date | None
    done_on: dt.date | None
    days_late: int


@dataclass(frozen=True, slots=True)
class FollowUpForm:
    """What the form for a follow-up starts from: who is asked, what they answered last time, what is agreed, what comes next."""

    person: str
    supervisor: str
    af_officer: str
    host: str
    workplace: str
    previous: tuple[AnswerView, ...]
    previous_on: dt.date | None
    previous_kind: FollowUpKind | None
    open_steps: tuple[StepView, ...]
    coming: tuple[tuple[FollowUpKind, dt.date], ...]


@dataclass(frozen=True, slots=True)
class FollowUpView:
    """A follow-up opened in full."""

    id: int
    version: int
    code: str
    title: str
    protected: bool
    placement_id: int | None
    placement_code: str
    contract_id: int | None
    contract_code: str
    kind: FollowUpKind
    covers: tuple[Covered, ...]
    due_on: dt.date
    held_on: dt.date | None
    means: FollowUpMeans | None
    status: FollowUpStatus
    days_late: int
    skip_reason: str
    third_respondent: Respondent
    third_name: str
    answers: tuple[AnswerView, ...]
    summary: str
    steps: tuple[StepView, ...]
    form: FollowUpForm
    voided: bool
