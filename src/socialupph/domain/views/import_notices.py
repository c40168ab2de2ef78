"""What the register has, as a published notice is compared with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from socialupph.domain.views.import_register import KnownParty


@dataclass(slots=True)
class NoticeIdentity:
    """A contract by everything a notice may know it by. ``suppliers`` are the ids of its contract parties."""

    id: int
    code: str
    voided: bool
    number: str
    diary_number: str
    source: str
    source_contract_id: str
    notice_id: str
    procedure_id: str
    lot: str
    intended: bool
    suppliers: set[int] = field(default_factory=set[int])


@dataclass(slots=True)
class KnownAward:
    """A contract as the register has it. ``values`` are its columns, ``parties`` contract parties first, in their order."""

    id: int
    code: str
    voided: bool
    values: Mapping[str, Any]
    parties: list[KnownParty] = field(default_factory=list[KnownParty])
    buyers: set[int] = field(default_factory=set[int])
    options: int = 0
    requirements: int = 0
    originals: set[str] = field(default_factory=set[str])


@dataclass(frozen=True, slots=True)
class KnownBuyer:
    """A buyer as the register has it."""

    id: int
    name: str
    org_number: str
    country: str
