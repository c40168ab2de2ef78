"""What is read of candidates."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from socialupph.domain.kinds import CandidateStatus, Referrer, SecrecyBasis, Sex
from socialupph.domain.matching import MatchStep
from socialupph.domain.placements import PlacementStatus
from socialupph.domain.views.duplicates import MergedLink
from socialupph.domain.views.timeline import TimelineEvent


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """A candidate in a list. ``label`` is what may be shown of the person; of needs only that some are noted.

    ``occupations`` and ``referring_officer`` are withheld for a protected person.
    """

    id: int
    version: int
    code: str
    label: str
    status: CandidateStatus
    referrer: Referrer
    referring_officer: str
    available_from: dt.date | None
    extent_percent: Decimal | None
    occupations: str
    matches: int
    placement_code: str
    has_needs: bool


@dataclass(frozen=True, slots=True)
class ConsentView:
    """A consent of a candidate."""

    id: int
    version: int
    recipient: str
    what: str
    given_on: dt.date
    until: dt.date | None
    withdrawn_on: dt.date | None


@dataclass(frozen=True, slots=True)
class CandidateMatch:
    """A match as the opened candidate shows it."""

    id: int
    version: int
    opening_id: int
    opening_code: str
    opening_title: str
    supplier: str
    step: MatchStep
    since: dt.date


@dataclass(frozen=True, slots=True)
class CandidatePlacement:
    """A placement as the opened candidate shows it."""

    id: int
    code: str
    host: str
    starts_on: dt.date
    ends_on: dt.date
    status: PlacementStatus


@dataclass(frozen=True, slots=True)
class CandidateView:
    """A candidate opened in full: the only place where needs, target group and protection are told.

    ``merged_into`` is the candidate this one turned out to be; then it shows what was its own before. ``merged`` turned out to be
    this one. ``wishes`` are the wished occupations one by one.
    """

    id: int
    version: int
    code: str
    label: str
    title: str
    name: str | None
    alias: str | None
    phone: str | None
    email: str | None
    birth_year: int | None
    personal_number: str | None
    sex: Sex
    referrer: Referrer
    referring_officer: str | None
    available_from: dt.date | None
    extent_percent: Decimal | None
    wished_occupations: str
    wishes: tuple[str, ...]
    wished_areas: str | None
    adjustment_ids: tuple[int, ...]
    adjustments: tuple[str, ...]
    target_group_id: int | None
    target_group: str
    certified_by: str | None
    certified_on: dt.date | None
    information_version: str | None
    information_on: dt.date | None
    information_channel: str | None
    protected: bool
    secrecy_basis: SecrecyBasis
    marking_provision: str | None
    marking_on: dt.date | None
    marking_authority: str | None
    status: CandidateStatus
    note: str | None
    voided: bool
    consents: tuple[ConsentView, ...]
    matches: tuple[CandidateMatch, ...]
    placements: tuple[CandidatePlacement, ...]
    timeline: tuple[TimelineEvent, ...]
    merged_into: MergedLink | None = None
    merged: tuple[MergedLink, ...] = ()
