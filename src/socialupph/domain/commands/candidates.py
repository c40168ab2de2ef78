"""What the coordinator can say about candidates."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from socialupph.domain.kinds import Referrer, SecrecyBasis, Sex


@dataclass(frozen=True, slots=True)
class CandidateFields:
    """A candidate as it is typed.

    ``alias`` is what a protected person is called in lists; left out, the code is used. ``secrecy_basis`` None takes the house's
    own default. ``wished_occupations`` are names, or a text that tells them apart by commas. ``marking_*`` is a
    *sekretessmarkering*: provision, date, authority. ``adjustment_ids`` are practical needs from the neutral list and
    ``target_group_id`` the group that ``certified_by`` certified; both are sensitive.
    """

    name: str | None = None
    phone: str | None = None
    email: str | None = None
    birth_year: int | None = None
    personal_number: str | None = None
    sex: Sex = Sex.UNKNOWN
    referrer: Referrer = Referrer.AF
    referring_officer: str | None = None
    available_from: dt.date | None = None
    extent_percent: Decimal | None = None
    wished_occupations: tuple[str, ...] | str | None = None
    wished_areas: str | None = None
    adjustment_ids: tuple[int, ...] = ()
    target_group_id: int | None = None
    certified_by: str | None = None
    certified_on: dt.date | None = None
    information_version: str | None = None
    information_on: dt.date | None = None
    information_channel: str | None = None
    protected: bool = False
    alias: str | None = None
    secrecy_basis: SecrecyBasis | None = None
    marking_provision: str | None = None
    marking_on: dt.date | None = None
    marking_authority: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ConsentFields:
    """A consent to tell ``recipient`` ``what``, until a day or until it is taken back."""

    candidate_id: int
    recipient: str
    what: str
    given_on: dt.date
    until: dt.date | None = None
    withdrawn_on: dt.date | None = None
