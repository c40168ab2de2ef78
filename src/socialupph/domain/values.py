"""Values with rules of their own.

Text, organisation numbers, money, percentages, e-mail, numbers as people type them.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from socialupph.domain.date_input import parse_date_input
from socialupph.domain.errors import RuleViolation

__all__ = [
    "Money",
    "OrgNumber",
    "check_digit_fits",
    "check_share",
    "check_working_time",
    "clean_line",
    "clean_text",
    "email_key",
    "name_key",
    "normalise_email",
    "parse_date_input",
    "parse_decimal",
    "total",
]

# ---------------------------------------------------------------- text

_KEPT_CONTROLS = {"\n", "\t"}
_INVISIBLE = frozenset("\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def _kept(character: str) -> bool:
    if character in _KEPT_CONTROLS:
        return True
    if character in _INVISIBLE or unicodedata.category(character) in ("Cc", "Cs"):
        return False
    return ord(character) & 0xFFFE != 0xFFFE and not "\ufdd0" <= character <= "\ufdef"


def clean_text(text: str) -> str:
    """``text`` as it may be stored: composed (NFC), line ends as one sign, nothing that cannot be seen or printed.

    Control signs, NUL, lone surrogates, noncharacters, zero-width space and the signs that turn the reading direction
    are taken out; line breaks and tabs stay. Cleaning twice changes nothing.
    """
    if text.isprintable() and (text.isascii() or unicodedata.is_normalized("NFC", text)):
        return text  # nothing that would be taken out is printable
    kept = "".join(character for character in _LINE_ENDS.sub("\n", text) if _kept(character))
    return unicodedata.normalize("NFC", kept)


def clean_line(text: str) -> str:
    """``clean_text`` on one line: line breaks and tabs become spaces, and none stand at the ends."""
    return " ".join(clean_text(text).replace("\t", " ").split("\n")).strip()


def name_key(name: str) -> str:
    """A name for comparing: one space between words, no difference between upper and lower case."""
    return " ".join(unicodedata.normalize("NFC", clean_text(name).casefold()).split())


# ---------------------------------------------------------------- e-mail

_ADDRESS = re.compile(r"[^@\s<>,;]+@[^@\s<>,;]+")


def normalise_email(text: str) -> str:
    """The bare address out of ``mailto:`` and angle brackets, its domain in lower case; empty for empty.

    Raises ``RuleViolation("email.shape", "email")`` when it has not one @ with something on both sides. Whether the
    address exists is not asked.
    """
    address = clean_line(text)
    if bracketed := re.search(r"<([^<>]*)>", address):
        address = bracketed.group(1).strip()
    if address.lower().startswith("mailto:"):
        address = address[len("mailto:") :].strip()
    if not address:
        return ""
    if not _ADDRESS.fullmatch(address):
        raise RuleViolation("email.shape", "email")
    name, domain = address.split("@")
    return f"{name}@{domain.lower()}"


def email_key(address: str) -> str:
    """An address for comparing: no difference between upper and lower case."""
    return clean_line(address).casefold()


# ---------------------------------------------------------------- organisation numbers

_NOT_DIGITS = re.compile(r"[\s\u2010-\u2015\u2212+-]")
_ORGANISATION_PREFIX = "16"
_CENTURIES = ("18", "19", "20")


def check_digit_fits(digits: str) -> bool:
    """Whether the last digit is the check digit of those before it, as in organisation and personal numbers (Luhn)."""
    total_of = 0
    for position, digit in enumerate(digits):
        doubled = int(digit) * (2 if position % 2 == 0 else 1)
        total_of += doubled // 10 + doubled % 10
    return total_of % 10 == 0


def _like_a_birth_date(digits: str) -> bool:
    """Month and day, the day also with 60 added as in a co-ordination number."""
    month, day = int(digits[2:4]), int(digits[4:6])
    return 1 <= month <= 12 and (1 <= day <= 31 or 61 <= day <= 91)


@dataclass(frozen=True, slots=True)
class OrgNumber:
    """An organisation number.

    ``text`` is ``556000-0167`` for a Swedish one, else as it was given. ``is_personal`` is true for a sole trader,
    whose number is a personal number and therefore personal data.
    """

    text: str
    country: str = "SE"
    is_personal: bool = False

    @classmethod
    def parse(cls, text: str, country: str = "SE") -> "OrgNumber":
        """Read ``556000-0167``, ``5560000167``, ``165560000167`` or a sole trader's number.

        A foreign one is kept unchecked.

        Raises ``RuleViolation`` at ``org_number`` with ``org_number.length``, ``org_number.shape`` or
        ``org_number.checksum``. The number itself is never among the facts.
        """
        given = clean_line(text)
        if country.upper() != "SE":
            return cls(given, country.upper())
        digits = _NOT_DIGITS.sub("", given)
        if not re.fullmatch(r"[0-9]+", digits):
            raise RuleViolation("org_number.shape", "org_number")
        if len(digits) == 12 and digits[:2] in (_ORGANISATION_PREFIX, *_CENTURIES):
            prefix, digits = digits[:2], digits[2:]
        else:
            prefix = ""
        if len(digits) != 10:
            raise RuleViolation("org_number.length", "org_number", {"digits": len(digits)})
        is_personal = digits[2] in "01"
        if (is_personal and not _like_a_birth_date(digits)) or prefix in (
            (_ORGANISATION_PREFIX,) if is_personal else _CENTURIES
        ):
            raise RuleViolation("org_number.shape", "org_number")
        if not check_digit_fits(digits):
            raise RuleViolation("org_number.checksum", "org_number")
        return cls(f"{digits[:6]}-{digits[6:]}", "SE", is_personal)


# ---------------------------------------------------------------- money and numbers


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in one currency; adding another currency raises ``RuleViolation("money.currencies")``."""

    amount: Decimal
    currency: str = "SEK"

    def __add__(self, other: "Money") -> "Money":
        if other.currency != self.currency:
            raise RuleViolation("money.currencies", None, {"one": self.currency, "other": other.currency})
        return Money(self.amount + other.amount, self.currency)


def total(amounts: Iterable[Money], currency: str = "SEK") -> Money:
    """The sum of ``amounts``, nought in ``currency`` when there are none; never over several currencies."""
    summed: Money | None = None
    for amount in amounts:
        summed = amount if summed is None else summed + amount
    return summed or Money(Decimal(0), currency)


def check_working_time(percent: Decimal, field: str = "working_time_percent") -> Decimal:
    """A working time is more than 0 and at most 100 % of full time.

    Else ``RuleViolation("working_time.range", field)``.
    """
    if not percent.is_finite() or not 0 < percent <= 100:
        raise RuleViolation("working_time.range", field)
    return percent


def check_share(percent: Decimal, field: str) -> Decimal:
    """A share is from 0 to 100 %, else ``RuleViolation("percent.range", field)``."""
    if not percent.is_finite() or not 0 <= percent <= 100:
        raise RuleViolation("percent.range", field)
    return percent


_SPACES = re.compile(r"[\s\u00a0\u202f']")
_DECIMAL = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)", re.ASCII)


def parse_decimal(text: str, field: str | None = None) -> Decimal:
    """``84 500 000``, ``11,5``, ``11.5``, ``−2`` and ``75 %`` as an exact number.

    ``RuleViolation("number.shape", field)`` else.
    """
    bare = _SPACES.sub("", clean_line(text)).replace("\u2212", "-").removesuffix("%").removesuffix("kr")
    if not _DECIMAL.fullmatch(bare):
        raise RuleViolation("number.shape", field)
    return Decimal(bare.replace(",", "."))
