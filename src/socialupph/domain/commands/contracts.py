"""What the coordinator can say about contracts, their parties, options and contact log."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from socialupph.domain.kinds import ContractKind, ContractNature, SocialObjective


@dataclass(frozen=True, slots=True)
class OptionFields:
    """A right to extend by ``length_months``. ``used_on`` is the day it was used; ``confirmed`` is false for a proposal."""

    length_months: int
    notice_by: dt.date | None = None
    used_on: dt.date | None = None
    added_volume: Decimal | None = None
    confirmed: bool = True


@dataclass(frozen=True, slots=True)
class ContractFields:
    """A contract as it is typed, with everything that belongs to it.

    ``suppliers``, ``subcontractors`` and ``buyers`` are ids; the first supplier is the one lists show. ``options`` are told in the
    order they can be used; None leaves those that are there. Without number, supplier, start or end it is a draft, and so is one
    that is ``intended``: only meant to be awarded. ``reserved_execution`` is None where nobody has said; ``withheld`` names what the
    notice keeps back (see ``domain.commands.notices``).
    """

    title: str
    number: str | None = None
    diary_number: str | None = None
    kind: ContractKind = ContractKind.CONTRACT
    nature: ContractNature | None = None
    cpv: str | None = None
    procurement_id: int | None = None
    awarded_on: dt.date | None = None
    signed_on: dt.date | None = None
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    value: Decimal | None = None
    currency: str = "SEK"
    contract_manager: str | None = None
    manager_contact: str | None = None
    extension_text: str | None = None
    source: str | None = None
    notice_id: str | None = None
    source_contract_id: str | None = None
    lot: str | None = None
    procedure_id: str | None = None
    intended: bool = False
    reserved_execution: bool | None = None
    withheld: tuple[str, ...] = ()
    social_objectives: tuple[SocialObjective, ...] = ()
    pilot: bool = False
    notes: str | None = None
    suppliers: tuple[int, ...] = ()
    subcontractors: tuple[int, ...] = ()
    buyers: tuple[int, ...] = ()
    options: tuple[OptionFields, ...] | None = None


@dataclass(frozen=True, slots=True)
class ContractNoteFields:
    """A line of the contact log: when, with whom, what was said."""

    contract_id: int
    noted_on: dt.date
    text: str
    with_whom: str | None = None
