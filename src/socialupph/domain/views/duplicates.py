"""What is read of records that may be the same: pairs, two of them side by side, and where one of them went."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from socialupph.domain.changes import Entity
from socialupph.domain.duplicates import Likeness
from socialupph.domain.merging import Settled


@dataclass(frozen=True, slots=True)
class Suspect:
    """One of a pair as a list may show it."""

    id: int
    label: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class SuspectPair:
    """Two records that may be one, the older first; ``reasons`` are strongest first. ``id`` numbers the pairs of one answer."""

    id: int
    entity: Entity
    first: Suspect
    second: Suspect
    reasons: tuple[Likeness, ...]


@dataclass(frozen=True, slots=True)
class ComparedSide:
    """One of two records that are compared: as the opened record names it.

    ``home_id`` is the record whose page shows it. ``needs`` and ``target_group`` say only that something is noted there.
    """

    id: int
    version: int
    label: str
    code: str
    home_id: int
    protected: bool = False
    needs: bool = False
    target_group: bool = False


@dataclass(frozen=True, slots=True)
class Hanging:
    """How many rows of a table point at each of the two; they all hang on the kept one afterwards. ``what`` is the table."""

    what: str
    kept: int
    merged: int


class MergeDoubt(StrEnum):
    """What somebody should know before two records become one. The first three speak against it."""

    OTHER_ORG_NUMBER = "other_org_number"
    OTHER_PERSONAL_NUMBER = "other_personal_number"
    OTHER_BIRTH_YEAR = "other_birth_year"
    OVERLAPPING_PLACEMENTS = "overlapping_placements"
    SAME_OPENING = "same_opening"
    SAME_SESSION = "same_session"
    SAME_CONTRACT = "same_contract"
    BECOMES_PROTECTED = "becomes_protected"

    @property
    def is_strong(self) -> bool:
        """Whether it speaks against that the two are one at all."""
        return self in (self.OTHER_ORG_NUMBER, self.OTHER_PERSONAL_NUMBER, self.OTHER_BIRTH_YEAR)


@dataclass(frozen=True, slots=True)
class MergeWarning:
    """A doubt with the codes it is about."""

    doubt: MergeDoubt
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two records side by side: every field, what hangs on each, and what to know before they become one."""

    entity: Entity
    kept: ComparedSide
    merged: ComparedSide
    fields: tuple[Settled, ...]
    hanging: tuple[Hanging, ...]
    warnings: tuple[MergeWarning, ...]

    @property
    def merged_has_more(self) -> bool:
        """Whether more hangs on the one that would go up in the other."""
        return sum(one.merged for one in self.hanging) > sum(one.kept for one in self.hanging)


@dataclass(frozen=True, slots=True)
class MergedLink:
    """A record that went up in another, or the one it went up in, and when."""

    entity: Entity
    id: int
    label: str
    on: dt.date | None
