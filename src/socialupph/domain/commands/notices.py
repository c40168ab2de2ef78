"""What a published award notice in eForms XML asks the register to take in: contracts, who won them, and what is kept back.

BT-… and OPT-… are the standard's own ids of its fields (Regulation (EU) 2019/1780, eForms SDK).
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from socialupph.domain.clause_text import RequirementProposal
from socialupph.domain.commands.imports import RowError
from socialupph.domain.kinds import BuyerKind, SizeClass, SocialObjective


class NoticeKind(StrEnum):
    """What a notice tells (BT-02, BT-03): an award, a change of a contract that runs, or that a contract is meant to be awarded."""

    AWARD = "award"
    MODIFICATION = "modification"
    INTENT = "intent"


class Withheld(StrEnum):
    """What a notice keeps back (BT-195), by names of ours. They are stored with the contract: add, never rename."""

    VALUE = "value"
    SUPPLIER_NAME = "supplier_name"
    WINNER = "winner"
    NOTICE_VALUE = "notice_value"
    FRAMEWORK_VALUE = "framework_value"
    CONCESSION_VALUE = "concession_value"
    SUBCONTRACTING = "subcontracting"
    TENDER_RANK = "tender_rank"
    TENDER_VARIANT = "tender_variant"
    COUNTRY_OF_ORIGIN = "country_of_origin"
    RECEIVED_TENDERS = "received_tenders"
    AWARD_CRITERIA = "award_criteria"
    REVIEWS = "reviews"
    PROCEDURE = "procedure"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class NoticeSupplier:
    """An organisation that won, or works for one that did.

    ``name`` BT-500, ``org_number`` BT-501 (a Swedish one with its dash, another as it was given), ``country`` BT-514 in two
    letters, ``size_class`` BT-165. A ``natural_person`` (BT-633) is a sole trader: only name and number are kept of a person.
    """

    name: str
    org_number: str = ""
    country: str = "SE"
    natural_person: bool = False
    size_class: SizeClass | None = None
    address: str = ""
    phone: str = ""
    email: str = ""
    web: str = ""


@dataclass(frozen=True, slots=True)
class NoticeBuyer:
    """A contracting organisation (OPT-300): ``name`` BT-500, ``org_number`` BT-501, ``country`` BT-514; ``kind`` from BT-11 and name."""

    name: str
    org_number: str = ""
    country: str = "SE"
    kind: BuyerKind = BuyerKind.MUNICIPALITY


@dataclass(frozen=True, slots=True)
class NoticeContract:
    """One contract of a notice: a SettledContract, or a winning tender where there is none.

    ``row`` is its place in the notice from 1. ``source_id`` is its technical id in the notice (OPT-316, of a tender OPT-321),
    ``number`` the buyer's own (BT-150), ``diary_number`` the procurement's internal id (BT-22), ``lot`` the lots or the group of
    lots it is for (BT-13714). ``value`` sums its tenders (BT-720). ``options`` are proposed options in months from the renewals
    (BT-57, BT-58), whose words are ``extension_text``. ``description`` (BT-24) and what else has no field of ours becomes notes.

    As in a contract list, an empty text or None means that the notice says nothing. ``errors`` say why the contract cannot stand,
    ``remarks`` what one should know though it can; ``withheld`` what is kept back: such a field is empty here, whatever stands
    in the notice in its place.
    """

    row: int
    source_id: str = ""
    number: str = ""
    diary_number: str = ""
    title: str = ""
    lot: str = ""
    kind: str = ""
    nature: str = ""
    cpv: str = ""
    awarded_on: dt.date | None = None
    signed_on: dt.date | None = None
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    value: Decimal | None = None
    currency: str = "SEK"
    suppliers: tuple[NoticeSupplier, ...] = ()
    subcontractors: tuple[NoticeSupplier, ...] = ()
    extension_text: str = ""
    options: tuple[int, ...] = ()
    social_objectives: tuple[SocialObjective, ...] = ()
    reserved_execution: bool | None = None
    requirements: tuple[RequirementProposal, ...] = ()
    description: str = ""
    withheld: tuple[Withheld, ...] = ()
    errors: tuple[RowError, ...] = ()
    remarks: tuple[RowError, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice that contracts are read from.

    ``notice_id`` BT-701, ``version`` BT-757, ``procedure_id`` BT-04, ``notice_type`` BT-02, ``issued_on`` BT-05, ``title`` BT-21 of
    the procedure. ``refers_to`` are the notices it changes (BT-758, BT-1501(n)), ``change_text`` what changes and why (BT-202,
    BT-201).
    """

    notice_id: str
    version: str
    procedure_id: str
    kind: NoticeKind
    notice_type: str
    title: str
    issued_on: dt.date | None = None
    buyers: tuple[NoticeBuyer, ...] = ()
    contracts: tuple[NoticeContract, ...] = ()
    refers_to: tuple[str, ...] = ()
    change_text: str = ""

    @property
    def reference(self) -> str:
        """How other notices refer to it: id and version, *15377ca1-6cf7-4060-90f0-9290128957a3-03*."""
        return f"{self.notice_id}-{self.version}"


def notice_of(reference: str) -> str:
    """The id of a notice out of a reference to one of its versions: lower case, without the version."""
    folded = reference.strip().casefold()
    head, _dash, tail = folded.rpartition("-")
    return head if head and len(tail) == 2 and tail.isdigit() else folded


def version_of(reference: str) -> int:
    """The version out of a reference to a notice; 0 where it has none."""
    _head, _dash, tail = reference.strip().rpartition("-")
    return int(tail) if len(tail) == 2 and tail.isdigit() else 0
