"""What a list from a file asks the register to take in: plain typed rows, each with what is wrong with it."""

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from socialupph.domain.clause_text import RequirementProposal


@dataclass(frozen=True, slots=True)
class RowError:
    """Why a row cannot stand: ``code`` picks the text, ``column`` is the heading as the user sees it, ``facts`` fill the text.

    ``field`` is the target field, empty when the error is about the row as a whole.
    """

    code: str
    field: str = ""
    column: str = ""
    facts: Mapping[str, str] = dataclasses.field(default_factory=dict[str, str])


class LeftOutReason(StrEnum):
    """Why a row of the file is no row of the list."""

    SUM = "sum"
    FOOTER = "footer"
    REPEATED_HEADER = "repeated_header"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that was left out, with the text it began with, so that nobody misses it unknowingly."""

    row: int
    reason: LeftOutReason
    text: str


@dataclass(frozen=True, slots=True)
class ContractRow:
    """One contract as a list tells it. ``row`` is the row number that the user sees in Excel.

    An empty text or ``None`` means that the list says nothing, never that something is to be erased. ``options`` are the
    proposed options in months, in order; ``options_certain`` says whether the extension text was wholly understood. ``kind`` and
    ``nature`` are keys of the domain or empty. ``requirements`` and ``options`` are proposals to confirm; the originals are kept.
    """

    row: int
    number: str = ""
    diary_number: str = ""
    title: str = ""
    kind: str = ""
    nature: str = ""
    cpv: str = ""
    supplier_name: str = ""
    supplier_org_number: str = ""
    supplier_country: str = "SE"
    start: dt.date | None = None
    end: dt.date | None = None
    options: tuple[int, ...] = ()
    options_certain: bool = True
    extension_text: str = ""
    value: Decimal | None = None
    currency: str = "SEK"
    contract_manager: str = ""
    requirements: tuple[RequirementProposal, ...] = ()
    requirement_text: str = ""
    notes: str = ""
    buyer: str = ""
    awarded_on: dt.date | None = None
    signed_on: dt.date | None = None
    errors: tuple[RowError, ...] = ()

    @property
    def identity(self) -> tuple[str, ...]:
        """What makes it the same contract the next time: number, else diary number and supplier, else the row's content.

        Never the title. A row with neither number nor diary number is recognised only when all of it is as before.
        """
        if self.number:
            return ("number", _folded(self.number))
        if self.diary_number:
            return ("diary", _folded(self.diary_number), self.supplier_org_number or _folded(self.supplier_name))
        return ("content", self.content_fingerprint())

    @property
    def is_draft(self) -> bool:
        """Whether number, start or end is missing, so that the contract becomes a draft."""
        return not (self.number and self.start and self.end)

    @property
    def title_or_fallback(self) -> str:
        """The title, or what can stand for it when a new contract is made: number (else diary number) and supplier."""
        if self.title:
            return self.title
        return ", ".join(part for part in (self.number or self.diary_number, self.supplier_name) if part)

    def content_fingerprint(self) -> str:
        """The same for the same content, wherever the row stands in whatever file."""
        told = [repr(getattr(self, name)) for name in _CONTENT_FIELDS]
        return hashlib.sha256("\x1f".join(told).encode("utf-8", "replace")).hexdigest()[:32]


_CONTENT_FIELDS = tuple(
    entry.name
    for entry in dataclasses.fields(ContractRow)
    if entry.name not in {"row", "errors", "options", "options_certain", "requirements"}
)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
