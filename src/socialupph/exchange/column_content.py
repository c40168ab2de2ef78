"""What a column's cells say about it, whatever its heading: a sample is measured once, then compared with every field."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache

from socialupph.domain.clause_text import UNKNOWN_TYPE, propose_options, propose_requirements
from socialupph.exchange.cell_values import Amount, CellError, date_parts, read_amount, read_date, text_of
from socialupph.exchange.parties import read_org_number
from socialupph.exchange.sheets import Cell, is_blank
from socialupph.exchange.words import kind_of_contract, nature_of_contract
from socialupph.specs.imports import Content

SAMPLE = 60

DIARY_NUMBER = re.compile(
    r"[A-ZÅÄÖ]{1,8}(?:[-/ ][A-ZÅÄÖ]{1,6})?[ \-/]?(?:19|20)\d\d[ ]?[-/:.][ ]?\d{1,6}(?:[-/.:]\d+)?", re.IGNORECASE
)
CONTRACT_NUMBER = re.compile(
    r"(?:[A-ZÅÄÖ]{1,5}[- ]?)?\d{2,4}[-/. ]\d{1,6}(?:[-/.]\w{1,6})?|[A-ZÅÄÖ]{1,5}[- ]?\d{2,10}", re.IGNORECASE
)
COMPANY = re.compile(
    r"\b(?:ab|hb|kb|ek\.? ?för\.?|ekonomisk förening|aktiebolag|handelsbolag|ideell förening|stiftelse[n]?|gmbh|ltd|oy|a/s|aps|inc|as|"
    r"bolag|företag|firma|group|koncern|förening)(?:\b|$)",
    re.IGNORECASE,
)
_PERSON = re.compile(r"[A-ZÅÄÖÉ](?:\.|[a-zåäöéü]+)(?:[- ][A-ZÅÄÖÉ](?:\.|[a-zåäöéü]+)){0,3}(?: \([^)]*\))?")
_CPV = re.compile(r"\d{8}(?:-\d)?(?!\d).*")
NAME = re.compile(
    r"(?!uppdat|senast|källa|obs\b|not\b|utskriv|sid[a ]|upprätta|anm|gäller|lista|antal|total|summ|kontakta|vid frågor|skapad)"
    r"[^\W\d_][^\d_:;!?*\s]*(?:\s+[^\d_:;!?*\s]+){0,5}",
    re.IGNORECASE,
)
_TURNED_PERSON = re.compile(r"[A-ZÅÄÖÉ][\w'’ -]+, ?[A-ZÅÄÖÉ][\w'’ .-]+(?: \([^)]*\))?")
_LONGEST_EMAIL = 320
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
_PHONE = re.compile(r"(?=(?:\D*\d){5,15}\D*$)[+0(][\d\s()/+-]*|\d{8,12}")
_SERIAL_TEXT = re.compile(r"[34567]\d{4}")
_CODE = re.compile(r"(?=.*\d)[\wÅÄÖåäö./:\- ]{1,25}")


class ColumnContent:
    """Shares of the filled cells of a column that are this or that, 0 to 1; each is measured when it is first asked for."""

    def __init__(self, cells: Sequence[Cell]) -> None:
        self._cells = [cell for cell in cells if not is_blank(cell)][:SAMPLE]
        self._texts = [text_of(cell) for cell in self._cells]
        self.filled = len(self._cells)

    def _share(self, is_this: Callable[[Cell], bool]) -> float:
        return sum(map(is_this, self._cells)) / self.filled if self.filled else 0.0

    def text_share(self, is_this: Callable[[str], object]) -> float:
        """The share of the cells whose text is this."""
        return sum(1 for text in self._texts if is_this(text)) / self.filled if self.filled else 0.0

    @cached_property
    def unique(self) -> float:
        return len(set(self._texts)) / self.filled if self.filled else 0.0

    @cached_property
    def length(self) -> float:
        return sum(map(len, self._texts)) / self.filled if self.filled else 0.0

    @cached_property
    def dates(self) -> float:
        return self._share(_is_date)

    @cached_property
    def amounts(self) -> float:
        return self._share(_is_amount)

    @cached_property
    def org_numbers(self) -> float:
        return self._share(_is_org_number)

    @cached_property
    def diary_numbers(self) -> float:
        return self.text_share(DIARY_NUMBER.fullmatch)

    @cached_property
    def contract_numbers(self) -> float:
        return self.text_share(CONTRACT_NUMBER.fullmatch)

    @cached_property
    def codes(self) -> float:
        return self.text_share(_CODE.fullmatch)

    @cached_property
    def companies(self) -> float:
        return self.text_share(COMPANY.search)

    @cached_property
    def persons(self) -> float:
        return self.text_share(_PERSON.fullmatch)

    @cached_property
    def cpv(self) -> float:
        return self.text_share(_CPV.fullmatch)

    @cached_property
    def kinds(self) -> float:
        return self.text_share(kind_of_contract)

    @cached_property
    def natures(self) -> float:
        return self.text_share(nature_of_contract)

    @cached_property
    def extensions(self) -> float:
        return self.text_share(lambda text: propose_options(text).months)

    @cached_property
    def requirements(self) -> float:
        return self.text_share(_is_requirement)

    @cached_property
    def names(self) -> float:
        return max(self.persons, self.text_share(_is_person))

    @cached_property
    def emails(self) -> float:
        return self.text_share(lambda text: len(text) <= _LONGEST_EMAIL and _EMAIL.search(text))

    @cached_property
    def phones(self) -> float:
        return self.text_share(_PHONE.fullmatch)

    @cached_property
    def serial_texts(self) -> float:
        """Days that a text file tells as Excel counts them."""
        return self._share(lambda cell: isinstance(cell, str) and bool(_SERIAL_TEXT.fullmatch(cell.strip())))

    @cached_property
    def counts_rows(self) -> bool:
        """Whether the cells are 1, 2, 3 … in order."""
        return self.filled > 2 and self._texts == [str(number) for number in range(1, self.filled + 1)]

    def read_share(self, read: Callable[[Cell], object]) -> float:
        """The share of the cells that ``read`` makes a value of."""
        return self._share(lambda cell: (value := read(cell)) is not None and not isinstance(value, CellError))

    @property
    def has_numbers(self) -> bool:
        """Whether any cell is a number and not a text or a day."""
        return any(isinstance(cell, (int, float)) for cell in self._cells)


def _is_date(cell: Cell) -> bool:
    if isinstance(cell, (dt.date, dt.datetime)):
        return True
    if isinstance(cell, (int, float)):
        return isinstance(read_date(cell), dt.date)
    if not isinstance(cell, str):
        return False
    return isinstance(read_date(cell), dt.date) or date_parts(" ".join(cell.split())) is not None


def _is_amount(cell: Cell) -> bool:
    return isinstance(read_amount(cell), Amount) and not (
        isinstance(cell, str) and CONTRACT_NUMBER.fullmatch(cell) is not None
    )


def _is_org_number(cell: Cell) -> bool:
    number = read_org_number(cell)
    return number is not None and not isinstance(number, CellError) and number.country == "SE"


@lru_cache(maxsize=2048)
def _is_requirement(text: str) -> bool:
    return any(proposal.type_key != UNKNOWN_TYPE and proposal.certain for proposal in propose_requirements(text))


def _is_person(text: str) -> bool:
    return bool(_PERSON.fullmatch(text) or _TURNED_PERSON.fullmatch(text))


def _date_fit(content: ColumnContent) -> float:
    if content.serial_texts >= 0.8:
        return 10
    return 40 if content.dates >= 0.5 and content.amounts - content.dates < 0.4 else -80 if content.dates <= 0.2 else 0


def _amount_fit(content: ColumnContent) -> float:
    if content.org_numbers >= 0.5 or content.cpv >= 0.8:
        return -60
    return 30 if content.amounts >= 0.5 else -60 if content.amounts < 0.2 else 0


def _org_fit(content: ColumnContent) -> float:
    return 60 if content.org_numbers >= 0.5 else -60 if content.org_numbers < 0.2 else 0


def _diary_fit(content: ColumnContent) -> float:
    return 50 if content.diary_numbers >= 0.5 else -10 if content.codes >= 0.5 else -40


def _number_fit(content: ColumnContent) -> float:
    if content.companies >= 0.5 or content.dates - content.contract_numbers > 0.5 or content.org_numbers >= 0.8:
        return -60
    looks = 25 if content.contract_numbers >= 0.6 else 10 if content.codes >= 0.7 else -25
    return looks + (10 if content.unique >= 0.9 else -15) - (30 if content.diary_numbers >= 0.5 else 0)


def _title_fit(content: ColumnContent) -> float:
    if (
        content.dates >= 0.5
        or content.codes >= 0.8
        or content.org_numbers >= 0.5
        or content.natures >= 0.8
        or content.kinds >= 0.8
    ):
        return -60
    return (-50 if content.companies >= 0.6 else 0) + (15 if content.length > 8 else 0)


def _company_fit(content: ColumnContent) -> float:
    if content.dates >= 0.5 or content.amounts >= 0.5 or content.codes >= 0.8:
        return -80
    return 40 if content.companies >= 0.3 else -20 if content.persons >= 0.8 and content.companies < 0.1 else 0


def _person_fit(content: ColumnContent) -> float:
    return -60 if content.codes >= 0.5 or content.companies >= 0.5 else 25 if content.persons >= 0.5 else 0


def _share_fit(
    get: Callable[[ColumnContent], float], good: float, bad: float, least: float = 0.4
) -> Callable[[ColumnContent], float]:
    def fit(content: ColumnContent) -> float:
        return good if get(content) >= least else bad

    return fit


_FITS: dict[Content, Callable[[ColumnContent], float]] = {
    Content.DATE: _date_fit,
    Content.AMOUNT: _amount_fit,
    Content.ORG_NUMBER: _org_fit,
    Content.DIARY_NUMBER: _diary_fit,
    Content.NUMBER: _number_fit,
    Content.TITLE: _title_fit,
    Content.COMPANY: _company_fit,
    Content.PERSON: _person_fit,
    Content.CPV: _share_fit(lambda content: content.cpv, 60, -40),
    Content.KIND: _share_fit(lambda content: content.kinds, 40, -30),
    Content.NATURE: _share_fit(lambda content: content.natures, 40, -30),
    Content.EXTENSION: _share_fit(lambda content: content.extensions, 30, 0),
    Content.REQUIREMENT: _share_fit(lambda content: content.requirements, 30, -5, 0.2),
}


def fit(content: ColumnContent, wanted: Content) -> float:
    """How the cells speak for (up to 60) or against (down to -80) a column being ``wanted``; 0 for an empty column."""
    if not content.filled or wanted not in _FITS:
        return 0
    return _FITS[wanted](content)
