"""Texts, days and amounts of a notice: the language that is wanted, what is *not given*, and what stands for something kept back."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from socialupph.domain.amounts import LARGEST, check_currency
from socialupph.domain.commands.imports import RowError
from socialupph.domain.commands.notices import Withheld
from socialupph.domain.errors import RuleViolation
from socialupph.domain.values import clean_text
from socialupph.exchange.notices.xml import Node

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:Z|[+-]\d\d:\d\d)?")
_AMOUNT = re.compile(r"[+-]?\d+(?:\.\d+)?")
_NOT_GIVEN = {dt.date(2000, 1, 1), dt.date(1970, 1, 1)}
"""What the standard's schemas ask for where nothing is known (2000-01-01), and what stands for a day kept back (1970-01-01)."""

_MASK = "unpublished"
_MASKED_AMOUNTS = frozenset({"-1", "-1.0", "-1.00"})
_YEARS = range(1900, 2200)
_ORE = Decimal("0.01")
_LONGEST_AMOUNT = 30
_LONGEST_SHOWN = 60
SWEDISH = "SWE"


@dataclass(slots=True)
class Findings:
    """What is wrong with a contract, what one should know of it, and what is kept back, as it is read."""

    errors: list[RowError] = field(default_factory=list[RowError])
    remarks: list[RowError] = field(default_factory=list[RowError])
    withheld: dict[Withheld, None] = field(default_factory=dict[Withheld, None])

    def fail(self, code: str, about: str = "", **facts: str) -> None:
        """The contract cannot stand; the same is told once."""
        error = RowError(code, about, "", facts)
        if error not in self.errors:
            self.errors.append(error)

    def remark(self, code: str, about: str = "", **facts: str) -> None:
        """The contract can stand, but this should be known."""
        remark = RowError(code, about, "", facts)
        if remark not in self.remarks:
            self.remarks.append(remark)

    def withhold(self, keys: Sequence[Withheld]) -> None:
        """These are kept back."""
        self.withheld |= dict.fromkeys(keys)

    def add(self, other: "Findings") -> None:
        """All that was found of a part."""
        self.errors += [one for one in other.errors if one not in self.errors]
        self.remarks += [one for one in other.remarks if one not in self.remarks]
        self.withheld |= other.withheld


def is_masked(text: str) -> bool:
    """Whether a text stands for one that is kept back."""
    return text.casefold() == _MASK


def plain(text: str, limit: int = 200) -> str:
    """A text as it may be stored, on one line, cut to ``limit`` signs."""
    line = " ".join(clean_text(text).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def told(node: Node | None, path: str, language: str) -> str:
    """The text at ``path``: in Swedish, else in the notice's own ``language`` (BT-702), else the first; nothing where it is kept back."""
    if node is None:
        return ""
    texts: dict[str, str] = {}
    for one in node.all(path):
        text = clean_text(one.text).strip()
        if text and not is_masked(text):
            texts.setdefault(_language(one.attributes.get("languageID", "")), text)
    return texts.get(SWEDISH) or texts.get(_language(language)) or next(iter(texts.values()), "")


def _language(code: str) -> str:
    letters = code.upper()
    return SWEDISH if letters == "SV" else letters


def flag(text: str) -> bool | None:
    """An indicator; None where it is not given."""
    return {"true": True, "1": True, "false": False, "0": False}.get(text.casefold())


def day(text: str, about: str, found: Findings) -> dt.date | None:
    """The day that ``text`` tells, whatever its time zone; None for nothing and for the standard's *not given*."""
    if not text:
        return None
    match = _DAY.fullmatch(text)
    made = None
    if match is not None:
        try:
            made = dt.date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            match = None
    if match is None or (made is not None and made.year not in _YEARS):
        found.fail("notice.date", about, value=text[:_LONGEST_SHOWN])
        return None
    return None if made in _NOT_GIVEN else made


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money. ``withheld`` where it is kept back and ``value`` is None."""

    value: Decimal | None
    currency: str = ""
    withheld: bool = False


def amount(node: Node | None, found: Findings) -> Amount | None:
    """The amount a node tells with its currency; None where there is none or it is wrong, which is then told.

    An amount without currency is never guessed to be kronor.
    """
    text = "" if node is None else node.value()
    if node is None or not text:
        return None
    if is_masked(text) or text in _MASKED_AMOUNTS:
        return Amount(None, withheld=True)
    shown = text[:_LONGEST_SHOWN]
    given = node.attributes.get("currencyID", "").strip()
    if not given:
        found.fail("notice.currency_missing", "value", value=shown)
        return None
    if len(text) > _LONGEST_AMOUNT or not _AMOUNT.fullmatch(text) or not 0 <= Decimal(text) <= LARGEST:
        found.fail("notice.amount", "value", value=shown)
        return None
    try:
        currency = check_currency(given)
    except RuleViolation:
        found.fail("notice.currency", "value", value=given[:_LONGEST_SHOWN])
        return None
    return Amount(Decimal(text).quantize(_ORE, ROUND_HALF_UP), currency)
