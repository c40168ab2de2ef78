"""What the papers are made from. Texts about people are decided by ``domain/privacy``; a paper decides nothing."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from socialupph.domain.sign_ups import SeatCounts


class PaperMarker(StrEnum):
    """What kind of register the paper comes from, where that must be said on every page."""

    NONE = ""
    SAMPLE = "sample"
    PRACTICE = "practice"
    MASKED = "masked"


@dataclass(frozen=True, slots=True)
class PaperSetting:
    """What every paper of a register has in common.

    ``accent`` is ``#17506B`` or empty. ``information`` is the municipality's own line for the footer of this paper
    instead of the usual one. ``language`` is what the paper says it is written in.
    """

    municipality: str
    unit: str
    printed_on: dt.date
    logo: bytes | None = None
    marker: PaperMarker = PaperMarker.NONE
    accent: str = ""
    information: str = ""
    language: str = "sv-SE"


@dataclass(frozen=True, slots=True)
class PaperPhrase:
    """A part of a text; the strong ones are what the eye should find."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class SessionDay:
    """A day of a course."""

    day: dt.date
    start: dt.time
    end: dt.time


@dataclass(frozen=True, slots=True)
class PaperSession:
    """The session a list is about. ``place`` is the venue, or that it is held at a distance."""

    code: str
    course: str
    days: tuple[SessionDay, ...]
    place: str
    last_sign_up_day: dt.date | None = None
    leader: str = ""


@dataclass(frozen=True, slots=True)
class SeatedLine:
    """Someone who has a seat or is offered one. ``received_at`` is aware. ``status`` is read as it stands."""

    number: int
    name: str
    organisation: str
    right: str
    received_at: dt.datetime
    status: str
    late: bool = False


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """Someone on the reserve list and why they stand there."""

    number: int
    name: str
    organisation: str
    received_at: dt.datetime
    reason: str
    late: bool = False


@dataclass(frozen=True, slots=True)
class SignUpListPaper:
    """SU-01. ``order_rule`` says in words how the order came about, ``offered_until`` is the first day an offer runs out.

    Nobody withdrawn or declined is named.
    """

    session: PaperSession
    seats: SeatCounts
    order_rule: str
    seated: tuple[SeatedLine, ...]
    waiting: tuple[WaitingLine, ...]
    withdrawn: int = 0
    offered_until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class AttendanceLine:
    """Someone expected. E-mail and phone are filled only for a print that was asked to have them."""

    name: str
    organisation: str
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class AttendanceListPaper:
    """SU-02. The order of ``lines`` is the order of the grid on screen."""

    session: PaperSession
    lines: tuple[AttendanceLine, ...]
    blank_lines: int = 4
    contact_columns: bool = False
    sheet_per_day: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """A volume: exact, for what is drawn, and as it is read, with as many decimals as the reading needs."""

    value: Fraction
    text: str


@dataclass(frozen=True, slots=True)
class LedgerBar:
    """Delivered, planned and agreed volume. ``threshold`` with its label only where the rule is open or could open.

    ``planned`` is what delivered and planned give together.
    """

    agreed: Amount
    delivered: Amount
    planned: Amount
    threshold: Amount | None = None
    threshold_label: str = ""


@dataclass(frozen=True, slots=True)
class LedgerLinePaper:
    """A placement in the ledger. ``counts`` is whether it counts at all; lines that do not are never left out."""

    code: str
    period: str
    extent: str
    volume: Amount
    counted: Amount
    reason: str
    counts: bool = True


@dataclass(frozen=True, slots=True)
class LedgerPaper:
    """A requirement's ledger. ``unit`` is *heltidsmånader* and the like; the sums count every line.

    The first sentence of ``verdict`` is its figure, the rest why. ``volume_title`` stands over the volumes,
    *Månader* when it is empty.
    """

    unit: str
    as_of: dt.date
    verdict: str
    bar: LedgerBar | None
    lines: tuple[LedgerLinePaper, ...]
    volume_sum: str = ""
    counted_sum: str = ""
    sum_note: str = ""
    volume_title: str = ""


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A place under a requirement: how it stands, what is done and what is missing."""

    title: str
    state: str
    done: str
    missing: str


@dataclass(frozen=True, slots=True)
class OpenMatter:
    """Something with a date that waits; ``late`` when the date has passed."""

    day: dt.date
    text: str
    late: bool = False


@dataclass(frozen=True, slots=True)
class RequirementPaper:
    """One requirement of the contract. A requirement without volume has no ledger."""

    code: str
    title: str
    clause: tuple[PaperPhrase, ...]
    ledger: LedgerPaper | None = None
    places: tuple[PlaceLine, ...] = ()
    places_note: str = ""


@dataclass(frozen=True, slots=True)
class ContractSummaryPaper:
    """SU-08: one page for each requirement, by promise. ``option`` is a line of its own under the period."""

    code: str
    title: str
    supplier: str
    start: dt.date | None
    end: dt.date | None
    requirements: tuple[RequirementPaper, ...]
    open_matters: tuple[OpenMatter, ...]
    option: str = ""
    reference: str = ""
    manager: str = ""
    manager_phone: str = ""
