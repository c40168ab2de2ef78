"""Rows of the sheets a coordinator kept before: suppliers, candidates, placements, follow-ups and courses, as a file tells them.

An empty text, an empty tuple or ``None`` means that the sheet says nothing, never that something is to be erased. What refers to
another record (``contract``, ``candidate``, ``placement`` …) is the word of the sheet: a code of ours, a number or code of theirs, or
a name; ``services.register_sheets`` finds out what it means and asks where it cannot know.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from socialupph.domain.commands.imports import ContractRow, LeftOut, RowError
from socialupph.domain.follow_ups import FollowUpKind, FollowUpStatus
from socialupph.domain.kinds import (
    CandidateStatus,
    ContactRole,
    FollowUpMeans,
    Question,
    Referrer,
    Respondent,
    Sex,
    SizeClass,
    SupplierKind,
)


class SheetKind(StrEnum):
    """What a sheet lists, in the order the sheets are taken in: what others refer to comes first."""

    SUPPLIERS = "suppliers"
    CONTRACTS = "contracts"
    CANDIDATES = "candidates"
    PLACEMENTS = "placements"
    FOLLOW_UPS = "follow-ups"
    COURSES = "courses"


@dataclass(frozen=True, slots=True)
class ContactCells:
    """A person at a supplier as one row tells of them."""

    name: str
    role: ContactRole | None = None
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class SupplierRow:
    """A supplier with the contacts and the workplace its row names. ``row`` is the number the user sees in Excel."""

    row: int
    name: str = ""
    org_number: str = ""
    country: str = "SE"
    kind: SupplierKind | None = None
    size_class: SizeClass | None = None
    branch: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    web: str = ""
    contacts: tuple[ContactCells, ...] = ()
    workplace: str = ""
    workplace_address: str = ""
    errors: tuple[RowError, ...] = ()


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """A candidate. ``code`` is what the sheet calls the person, ours or theirs; ``protected`` is None where nothing is said.

    ``personal_number`` has twelve digits. Target group, needs and diagnoses are never read from a sheet.
    """

    row: int
    code: str = ""
    name: str = ""
    birth_year: int | None = None
    personal_number: str = ""
    sex: Sex | None = None
    phone: str = ""
    email: str = ""
    referrer: Referrer | None = None
    referring_officer: str = ""
    available_from: dt.date | None = None
    extent_percent: Decimal | None = None
    wished_occupations: str = ""
    wished_areas: str = ""
    certified_by: str = ""
    certified_on: dt.date | None = None
    information_on: dt.date | None = None
    status: CandidateStatus | None = None
    protected: bool | None = None
    note: str = ""
    errors: tuple[RowError, ...] = ()


@dataclass(frozen=True, slots=True)
class PlacementRow:
    """A placement. ``code`` is what the sheet calls it; ``heads`` how many the supplier recruited itself where no candidate is named.

    ``statement`` says that those it recruited belong to the target group. ``requirement`` is a code (K-2026-014/1), a running number
    or a word of its type; ``form``, ``end_reason`` and ``outcome`` are words of reference data. ``percent`` is of full time.
    ``personal_number`` tells which candidate, where the sheet has it.
    """

    row: int
    code: str = ""
    candidate: str = ""
    birth_year: int | None = None
    heads: int | None = None
    contract: str = ""
    requirement: str = ""
    host: str = ""
    host_org_number: str = ""
    workplace: str = ""
    form: str = ""
    decision_reference: str = ""
    starts_on: dt.date | None = None
    planned_end_on: dt.date | None = None
    ended_on: dt.date | None = None
    percent: Decimal | None = None
    supervisor: ContactCells | None = None
    af_officer: str = ""
    end_reason: str = ""
    outcome: str = ""
    note: str = ""
    statement: str = ""
    personal_number: str = ""
    errors: tuple[RowError, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerCells:
    """What one respondent answered to one question: 1–5, a comment, or both."""

    respondent: Respondent
    question: Question
    score: int | None = None
    comment: str = ""


@dataclass(frozen=True, slots=True)
class StepCells:
    """A step that was agreed on."""

    what: str
    who: str = ""
    due_on: dt.date | None = None
    done_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """A follow-up, held or to be held, of the placement (or the contract) the row names.

    ``placement`` is a code, ours or theirs, or empty; then ``candidate`` (with ``birth_year``) and ``host`` say which placement it is;
    without a candidate it is one that the host recruited for itself. With ``status`` None the sheet gives a day (``due_on``) and
    perhaps a note, but not whether it was held: today decides. Several follow-ups of one row of the sheet have the same ``row``.
    """

    row: int
    placement: str = ""
    candidate: str = ""
    birth_year: int | None = None
    host: str = ""
    contract: str = ""
    kind: FollowUpKind | None = None
    due_on: dt.date | None = None
    held_on: dt.date | None = None
    means: FollowUpMeans | None = None
    status: FollowUpStatus | None = None
    reason: str = ""
    summary: str = ""
    answers: tuple[AnswerCells, ...] = ()
    steps: tuple[StepCells, ...] = ()
    personal_number: str = ""
    errors: tuple[RowError, ...] = ()


@dataclass(frozen=True, slots=True)
class CourseRow:
    """A participant of a course that was held, or the session alone where no name stands. Times are Swedish local time.

    ``attended`` is true when the person was there on any day; ``attended_on`` tells it by day where the sheet does.
    """

    row: int
    course: str = ""
    session: str = ""
    days: tuple[dt.date, ...] = ()
    starts_at: dt.time | None = None
    ends_at: dt.time | None = None
    venue: str = ""
    trainers: str = ""
    capacity: int | None = None
    name: str = ""
    organisation: str = ""
    org_number: str = ""
    email: str = ""
    phone: str = ""
    attended: bool | None = None
    attended_on: tuple[tuple[dt.date, bool], ...] = ()
    certificate_number: str = ""
    certificate_on: dt.date | None = None
    errors: tuple[RowError, ...] = ()


AnyRow = SupplierRow | ContractRow | CandidateRow | PlacementRow | FollowUpRow | CourseRow


@dataclass(frozen=True, slots=True)
class SheetRows:
    """One sheet as it is to be taken in. ``name`` is what the user knows it by: the file, and the sheet where there are several."""

    kind: SheetKind
    name: str
    rows: tuple[AnyRow, ...]
    left_out: tuple[LeftOut, ...] = ()


Answers = Mapping[str, str]
"""What the user answered: key of a question → token of one of its choices."""

NEW, SKIP = "new", "skip"
"""Answers that are always meant alike: make a new record; leave the rows out (or, where the reference may be empty, without it)."""


@dataclass(frozen=True, slots=True)
class SheetBatch:
    """All sheets that are taken in together, as one operation, in the order of ``SheetKind``; and what the user has answered."""

    sheets: tuple[SheetRows, ...]
    answers: Answers = field(default_factory=dict[str, str])
