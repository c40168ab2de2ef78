"""What is read of contracts."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from socialupph.domain.commands.contracts import ContractFields
from socialupph.domain.contracts import ContractStatus
from socialupph.domain.deadlines import Deadline
from socialupph.domain.kinds import ContractKind, ContractNature, SocialObjective
from socialupph.domain.openings import OpeningStatus
from socialupph.domain.placements import PlacementStatus
from socialupph.domain.requirements import Standing
from socialupph.domain.views.requirements import RequirementRow, RequirementView

_NOT_SAME = frozenset({"suppliers", "subcontractors", "buyers", "options"})


@dataclass(frozen=True, slots=True)
class ContractRow:
    """A contract in a list.

    ``ends_on`` is the last day with used options. ``missing`` names the fields a draft lacks. ``deadline`` is the next or the
    most overdue, ``deadline_in_days`` how far off (less than 0 is late); ``standing`` is that of the requirement that most needs
    looking at.
    """

    id: int
    code: str
    number: str
    title: str
    status: ContractStatus
    missing: tuple[str, ...]
    kind: ContractKind
    supplier: str
    org_number: str
    starts_on: dt.date | None
    ends_on: dt.date | None
    value: Decimal | None
    currency: str
    contract_manager: str
    pilot: bool
    requirements: tuple[RequirementRow, ...] = ()
    deadline: Deadline | None = None
    deadline_in_days: int | None = None
    standing: Standing | None = None


@dataclass(frozen=True, slots=True)
class PartyView:
    """A supplier or subcontractor of a contract. ``org_number`` is empty for a sole trader."""

    supplier_id: int
    name: str
    org_number: str


@dataclass(frozen=True, slots=True)
class BuyerShort:
    """A buyer of a contract."""

    buyer_id: int
    name: str


@dataclass(frozen=True, slots=True)
class OptionView:
    """An option of a contract. ``begins_on`` and ``ends_on`` are the days it covers, where the contract's end is known."""

    id: int
    version: int
    length_months: int
    notice_by: dt.date | None
    used_on: dt.date | None
    added_volume: Decimal | None
    confirmed: bool
    begins_on: dt.date | None = None
    ends_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class OpeningShort:
    """An opening under a contract. ``taken`` counts its placements that are not over."""

    id: int
    code: str
    requirement_code: str
    title: str
    status: OpeningStatus
    seats: int
    taken: int
    supervisor_id: int | None
    supervisor_trained: bool


@dataclass(frozen=True, slots=True)
class PlacementShort:
    """A placement under a contract. ``person`` is the candidate's code, empty for somebody the supplier recruited."""

    id: int
    code: str
    person: str
    status: PlacementStatus
    starts_on: dt.date
    ends_on: dt.date
    opening_code: str
    requirement_code: str


@dataclass(frozen=True, slots=True)
class NoteView:
    """A line of the contact log."""

    id: int
    version: int
    noted_on: dt.date
    with_whom: str
    text: str


@dataclass(frozen=True, slots=True)
class ContractView:
    """A contract opened in full, as of a day. ``last_day`` counts used options; ``deadlines`` come in order of time.

    ``cpv_name`` is what the code is called in the list in use, empty where there is none, or several codes.
    """

    as_of: dt.date
    id: int
    version: int
    code: str
    title: str
    status: ContractStatus
    missing: tuple[str, ...]
    number: str | None
    diary_number: str | None
    kind: ContractKind
    nature: ContractNature | None
    cpv: str | None
    cpv_name: str
    procurement_id: int | None
    awarded_on: dt.date | None
    signed_on: dt.date | None
    starts_on: dt.date | None
    ends_on: dt.date | None
    last_day: dt.date | None
    value: Decimal | None
    currency: str
    contract_manager: str | None
    manager_contact: str | None
    extension_text: str | None
    source: str | None
    notice_id: str | None
    source_contract_id: str | None
    lot: str | None
    procedure_id: str | None
    intended: bool
    reserved_execution: bool | None
    withheld: tuple[str, ...]
    social_objectives: tuple[SocialObjective, ...]
    pilot: bool
    notes: str | None
    suppliers: tuple[PartyView, ...]
    subcontractors: tuple[PartyView, ...]
    buyers: tuple[BuyerShort, ...]
    options: tuple[OptionView, ...]
    requirements: tuple[RequirementView, ...]
    openings: tuple[OpeningShort, ...]
    placements: tuple[PlacementShort, ...]
    log: tuple[NoteView, ...]
    deadlines: tuple[Deadline, ...]
    voided: bool

    def fields(self) -> ContractFields:
        """The contract as a command, to change something of it; options stay as they are."""
        same = {name: getattr(self, name) for name in ContractFields.__dataclass_fields__ if name not in _NOT_SAME}
        return ContractFields(
            **same,
            suppliers=tuple(party.supplier_id for party in self.suppliers),
            subcontractors=tuple(party.supplier_id for party in self.subcontractors),
            buyers=tuple(buyer.buyer_id for buyer in self.buyers),
        )

    @property
    def next_deadline(self) -> Deadline | None:
        """The first of the deadlines, late ones included; None when there is none."""
        return self.deadlines[0] if self.deadlines else None
