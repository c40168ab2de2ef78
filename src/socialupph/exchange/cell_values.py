"""One cell becomes one typed value: dates, amounts, organisation numbers, CPV codes, texts. What cannot is a ``CellError``."""

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from socialupph.exchange.sheets import Cell

_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class CellError:
    """Why a cell gives no value: a code of ``specs/import_messages.py`` and what stands in the cell, cut to a readable length."""

    code: str
    shown: str = ""


class DateOrder(Enum):
    """How 03/05/2023 is meant; decided over a whole column."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


EMPTY_WORDS = frozenset(
    {
        "",
        "-",
        "--",
        "–",
        "—",
        ".",
        "?",
        "n/a",
        "na",
        "saknas",
        "ej angivet",
        "ej angiven",
        "okänt",
        "okänd",
        "oklart",
        "null",
        "none",
        "nil",
    }
)
LONGEST_EMPTY_WORD = max(map(len, EMPTY_WORDS))
OPEN_ENDED = frozenset(
    {
        "tills vidare",
        "tillsvidare",
        "tv",
        "t.v.",
        "t v",
        "löpande",
        "löpande avtal",
        "until further notice",
        "evigt",
        "öppet",
    }
)
_EXCEL_ERRORS = frozenset(
    {"#n/a", "#ref!", "#value!", "#div/0!", "#name?", "#null!", "#num!", "#saknas!", "#referens!", "#värdefel!", "#namn?", "#ogiltigt!",
     "#division/0!", "#skärning!", "#spill!", "#######"}
)  # fmt: skip


def text_of(cell: Cell) -> str:
    """A cell as one line of text; a number that Excel made of a code loses its ``.0``, a formula error is nothing."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        text = " ".join(cell.split())
        return "" if text.startswith("#") and text.casefold() in _EXCEL_ERRORS else text
    if isinstance(cell, bool):
        return "Ja" if cell else "Nej"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else f"{cell:.10g}".replace(".", ",")
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat() if cell.time() == dt.time() else cell.isoformat(" ", "minutes")
    return cell.isoformat() if isinstance(cell, (dt.date, dt.time)) else str(cell)


def lines_of(cell: Cell) -> str:
    """A cell as text whose line breaks are kept, for notes."""
    if not isinstance(cell, str):
        return text_of(cell)
    return "\n".join(" ".join(line.split()) for line in cell.strip().split("\n"))


def shown(cell: Cell) -> str:
    """A cell as it is quoted in a message."""
    text = text_of(cell) or str(cell)
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"


def is_excel_error(cell: Cell) -> bool:
    """Whether Excel shows a formula error in the cell."""
    return isinstance(cell, str) and cell[:1] == "#" and cell.strip().casefold() in _EXCEL_ERRORS


_EXCEL_DAY_ZERO = dt.date(1899, 12, 30).toordinal()
_EARLIEST, _LATEST = dt.date(1950, 1, 1), dt.date(2150, 12, 31)
_FIRST_SERIAL = _EARLIEST.toordinal() - _EXCEL_DAY_ZERO
_LAST_SERIAL = _LATEST.toordinal() - _EXCEL_DAY_ZERO
_NEVER_YEARS = (9998, 9999)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("januari", "jan", "january"), ("februari", "feb", "febr", "february"), ("mars", "mar", "march"), ("april", "apr"),
            ("maj", "may"), ("juni", "jun", "june"), ("juli", "jul", "july"), ("augusti", "aug", "august"),
            ("september", "sep", "sept"), ("oktober", "okt", "october", "oct"), ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip
_MONTH_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_TIME = r"(?:[T ]+\d{1,2}[:.]\d\d(?:[:.]\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})\s*[-/. ]\s*(\d{{1,2}})\s*[-/. ]\s*(\d{{1,2}}){_TIME}")
_YEAR_LAST = re.compile(rf"(\d{{1,2}})\s*[-/. ]\s*(\d{{1,2}})\s*[-/. ]\s*(\d{{4}}){_TIME}")
_SHORT = re.compile(r"(\d{2})([-/.])(\d{1,2})\2(\d{2})")
_DIGITS = re.compile(r"\d{8}|\d{6}")
_DAY_IN_WORDS = re.compile(
    rf"(?:den\s+)?(\d{{1,2}})(?::?[ae]|st|nd|rd|th)?\.?\s+({_MONTH_NAMES})\.?,?\s+(\d{{4}})", re.IGNORECASE
)
_DAY_IN_ENGLISH = re.compile(rf"({_MONTH_NAMES})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"(\d{1,2})/(\d{1,2})\s*[- ]\s*(\d{2})")
_CLOCK_AFTER = re.compile(r",?\s+(?:kl\.?|klockan)\s*\d.*$", re.IGNORECASE)
_WEEK = re.compile(r"(?:\d{4}[- ]?)?v(?:ecka)?\.?\s*\d{1,2}\b.*", re.IGNORECASE)
_WEEKDAY = re.compile(
    r"^(?:mån|tis|ons|tors|tor|fre|lör|sön|mon|tue|wed|thu|fri|sat|sun)[a-zåäö]*\.?,?\s+", re.IGNORECASE
)


def read_date(cell: Cell, order: DateOrder = DateOrder.DAY_FIRST) -> dt.date | CellError | None:
    """A day, ``None`` for an empty cell or no end at all, or why it is none."""
    if isinstance(cell, dt.datetime):
        return _sane(cell.date(), cell)
    if isinstance(cell, dt.date):
        return _sane(cell, cell)
    if isinstance(cell, str):
        text = cell.strip()
        if text.casefold() in EMPTY_WORDS or text.casefold() in OPEN_ENDED:
            return None
        return (
            CellError("import.excel_error", shown(cell))
            if is_excel_error(cell)
            else _date_in(_CLOCK_AFTER.sub("", " ".join(text.split())), order)
        )
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return _date_of_number(cell)
    return None if cell is None else CellError("import.date", shown(cell))


def _date_of_number(number: float) -> dt.date | CellError | None:
    """20260930 is written out; 45383 is how Excel counts days; 0 is an empty cell with a date format."""
    if number == 0:
        return None
    if 19_000_101 <= number <= 21_991_231:
        return _date_in(str(int(number)), DateOrder.DAY_FIRST)
    if _FIRST_SERIAL <= number <= _LAST_SERIAL + 1:
        return dt.date.fromordinal(_EXCEL_DAY_ZERO + int(number))
    return CellError("import.date", shown(number))


def _sane(day: dt.date, cell: Cell) -> dt.date | CellError | None:
    if _EARLIEST <= day <= _LATEST:
        return day
    if day.year in _NEVER_YEARS or day.year <= 1900:
        return None
    return CellError("import.date_far", shown(cell))


def date_parts(text: str) -> tuple[int, int, int] | None:
    """(first, second, year) of a date with the year last, such as 03/05/2023; None for any other writing."""
    found = _YEAR_LAST.fullmatch(text)
    return (int(found[1]), int(found[2]), int(found[3])) if found else None


def _date_in(text: str, order: DateOrder) -> dt.date | CellError | None:
    year_first = _YEAR_FIRST.fullmatch(text)
    if year_first:
        return _day(int(year_first[1]), int(year_first[2]), int(year_first[3]), text)
    parts = date_parts(text)
    if parts:
        first, second, year = parts
        day, month = (first, second) if order is DateOrder.DAY_FIRST else (second, first)
        return _day(year, month, day, text)
    short = _short_date(text, order)
    if short is not None:
        return _day(*short, text)
    if _WEEK.fullmatch(text):
        return CellError("import.date_week", shown(text))
    return _date_in_words(text)


def _short_date(text: str, order: DateOrder) -> tuple[int, int, int] | None:
    """(year, month, day) out of 20260903, 260903, 26-09-03, 3/9/26, 3.9.26 and 3/9-26."""
    if _DIGITS.fullmatch(text):
        return (int(text[:-4]) if len(text) == 8 else _century(int(text[:2])), int(text[-4:-2]), int(text[-2:]))
    found = _SHORT.fullmatch(text)
    if found and found[2] == "-":
        return _century(int(found[1])), int(found[3]), int(found[4])
    first, second, year = (found[1], found[3], found[4]) if found else ("", "", "")
    slashed = _SHORT_YEAR.fullmatch(text)
    if slashed:
        first, second, year = slashed[1], slashed[2], slashed[3]
    if not year:
        return None
    day, month = (first, second) if order is DateOrder.DAY_FIRST else (second, first)
    return _century(int(year)), int(month), int(day)


def _date_in_words(text: str) -> dt.date | CellError | None:
    bare = _WEEKDAY.sub("", text)
    swedish = _DAY_IN_WORDS.fullmatch(bare)
    if swedish:
        return _day(int(swedish[3]), _MONTHS[swedish[2].casefold()], int(swedish[1]), text)
    english = _DAY_IN_ENGLISH.fullmatch(bare)
    if english:
        return _day(int(english[3]), _MONTHS[english[1].casefold()], int(english[2]), text)
    return CellError("import.date_words" if re.search(r"[^\W\d_]{3}", text) else "import.date", shown(text))


def _day(year: int, month: int, day: int, text: str) -> dt.date | CellError | None:
    try:
        return _sane(dt.date(year, month, day), text)
    except ValueError:
        return CellError("import.date_nonexistent", shown(text))


def _century(two_digits: int) -> int:
    return 2000 + two_digits if two_digits < 70 else 1900 + two_digits


_CURRENCIES = {
    "kr": "SEK", "sek": "SEK", "kronor": "SEK", "skr": "SEK", "eur": "EUR", "euro": "EUR", "€": "EUR", "usd": "USD", "$": "USD",
    "nok": "NOK", "dkk": "DKK", "gbp": "GBP", "£": "GBP",
}  # fmt: skip
_FACTORS = {
    "tkr": 1000, "kkr": 1000, "tsek": 1000, "ksek": 1000, "tusen": 1000, "tkronor": 1000, "mkr": 1_000_000, "mnkr": 1_000_000,
    "msek": 1_000_000, "miljoner": 1_000_000, "miljon": 1_000_000, "milj": 1_000_000, "mdkr": 1_000_000_000, "meur": 1_000_000,
    "teur": 1000, "keur": 1000,
}  # fmt: skip
_AMOUNT = re.compile(
    r"(?P<before>kr|sek|eur|euro|usd|nok|dkk|gbp|[€$£])?\s*(?P<sign>[-−])?\s*(?P<digits>\d[\d .,'’]*?)\s*(?:[:.,][-–—]+)?\s*"
    r"(?P<after>(?:[a-zåäö]+\.?|[€$£])?)(?:\s+(?P<currency>kr|sek|kronor|eur|euro|usd|nok|dkk|gbp))?"
    r"(?:\s*\(?(?:exkl|ex|exklusive|utan|excl)\.?\s*(?:moms|vat)\.?\)?)?"
)
_MOST = Decimal(10) ** 12
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money in its currency."""

    value: Decimal
    currency: str


def read_amount(cell: Cell, factor: int = 1, currency: str = "SEK") -> Amount | CellError | None:
    """An amount, ``None`` for an empty cell, or why it is none. ``factor`` is what the heading says: thousand or million."""
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        if isinstance(cell, float) and not cell.is_integer():
            return (
                _checked(Decimal(repr(cell)) * factor, currency, cell)
                if abs(cell) < 1e15
                else CellError("import.amount", shown(cell))
            )
        return _checked(Decimal(int(cell)) * factor, currency, cell)
    if isinstance(cell, str):
        text = " ".join(cell.casefold().split())
        if text in EMPTY_WORDS:
            return None
        return (
            CellError("import.excel_error", shown(cell))
            if is_excel_error(cell)
            else _amount_in(text, factor, currency, cell)
        )
    return None if cell is None else CellError("import.amount", shown(cell))


def _amount_in(text: str, factor: int, currency: str, cell: Cell) -> Amount | CellError | None:
    found = _AMOUNT.fullmatch(text)
    if not found:
        return CellError("import.amount_words" if re.search(r"[^\W\d_]", text) else "import.amount", shown(cell))
    unit = found["after"].rstrip(".")
    if unit in _FACTORS:
        factor = _FACTORS[unit]
        currency = "EUR" if unit.endswith("eur") else currency
    elif unit and unit not in _CURRENCIES:
        return CellError("import.amount_words", shown(cell))
    for word in (found["before"], unit, found["currency"]):
        currency = _CURRENCIES.get(word or "", currency)
    number = number_in(found["digits"])
    if number is None:
        return CellError("import.amount", shown(cell))
    return _checked((-number if found["sign"] else number) * factor, currency, cell)


def number_in(digits: str) -> Decimal | None:
    """Digits with whatever groups and decimals: 1 234,50, 1.234.567,50, 1,234.50, 1'234. None when they do not add up."""
    bare = re.sub(r"[\s'’]", "", digits)
    comma, dot = bare.rfind(","), bare.rfind(".")
    if comma >= 0 and dot >= 0:
        group, point = (".", ",") if comma > dot else (",", ".")
        whole, _point, decimals = bare.rpartition(point)
        parts = whole.split(group)
        if point in whole or any(len(part) != 3 for part in parts[1:]):
            return None
        return Decimal("".join(parts) + "." + (decimals or "0"))
    mark = "," if comma >= 0 else "."
    parts = bare.split(mark)
    if len(parts) == 1:
        return Decimal(bare)
    grouped = all(len(part) == 3 for part in parts[1:]) and 1 <= len(parts[0]) <= 3 and parts[0] != "0"
    if grouped:
        return Decimal("".join(parts))
    return Decimal(f"{parts[0]}.{parts[1] or '0'}") if len(parts) == 2 and parts[0] else None


def _checked(value: Decimal, currency: str, cell: Cell) -> Amount | CellError:
    if value < 0:
        return CellError("import.amount_negative", shown(cell))
    if value > _MOST:
        return CellError("import.amount_too_large", shown(cell))
    whole = int(value)
    return Amount(Decimal(whole) if value == whole else value.quantize(_CENT), currency)


def read_cpv(cell: Cell) -> str:
    """A CPV code as 45214200 or 45214200-0; a code that Excel took for a number gets its leading zero back; else the text."""
    text = text_of(cell)
    found = re.match(r"(\d{7,8})(-\d)?(?!\d)", text)
    return found[1].zfill(8) + (found[2] or "") if found else text
