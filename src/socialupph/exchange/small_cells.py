"""Cells with a small value: shares of full time, hours, counts, yes and no, scores, clock times, two days or several in one cell."""

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from math import isfinite

from socialupph.exchange.cell_values import (
    EMPTY_WORDS,
    CellError,
    DateOrder,
    is_excel_error,
    number_in,
    read_date,
    shown,
    text_of,
)
from socialupph.exchange.sheets import Cell

FULL_WEEK = Decimal(40)
_FULL_DAY = Decimal(8)
_HUNDRED = Decimal(100)
_MOST_COUNTED = 10_000
_NO_NUMBER = Decimal(-1)
_WHOLE_DAY = 24 * 60
_SHARE = re.compile(r"(?P<number>\d+(?:[.,]\d+)?)\s*(?:%|procent|pct)?\s*(?:av heltid)?")
_HOURS = re.compile(
    r"(?:ca\.?\s*)?(?P<number>\d+(?:[.,]\d+)?)\s*(?:h|tim|timmar|t)\.?\s*(?P<per>(?:/|per|i|om)?\s*(?:v|vecka|veckan|dag|dagen|d)?)\.?"
)
_FRACTION = re.compile(r"(?P<part>\d+(?:[.,]\d+)?)\s*/\s*(?P<whole>\d+(?:[.,]\d+)?)")
_WORDS_FOR_TIME = {
    "heltid": 100, "hel tid": 100, "full tid": 100, "hel": 100, "full time": 100, "full-time": 100, "halvtid": 50, "halv tid": 50,
    "halv": 50, "half time": 50, "half-time": 50, "kvartstid": 25, "tre fjärdedels tid": 75, "trekvartstid": 75,
}  # fmt: skip


def read_percent(cell: Cell, *, hours: bool = False) -> Decimal | CellError | None:
    """Per cent of full time, above 0 and at most 100, out of 75 %, 0,75, *halvtid*, 30 tim/v (of 40), 30/40.

    A bare number up to 1 is a share; with ``hours`` bare numbers are hours in the week.
    """
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        number = Decimal(repr(cell)) if isfinite(cell) else _NO_NUMBER
        return _percent(number / FULL_WEEK * 100 if hours else number * 100 if number <= 1 else number, cell)
    text = text_of(cell).casefold()
    if text in EMPTY_WORDS:
        return CellError("import.excel_error", shown(cell)) if is_excel_error(cell) else None
    number = _percent_in(text, hours=hours)
    return CellError("import.percent", shown(cell)) if number is None else _percent(number, cell)


def _percent_in(text: str, *, hours: bool) -> Decimal | None:
    """Per cent as it is written, not yet judged; None for what is no working time."""
    if text in _WORDS_FOR_TIME:
        return Decimal(_WORDS_FOR_TIME[text])
    told = _HOURS.fullmatch(text)
    if told:
        return _number(told["number"]) / (_FULL_DAY if "d" in told["per"] else FULL_WEEK) * 100
    fraction = _FRACTION.fullmatch(text)
    if fraction:
        whole = _number(fraction["whole"])
        return _number(fraction["part"]) / whole * 100 if whole else None
    share = _SHARE.fullmatch(text)
    if not share:
        return None
    number = _number(share["number"])
    if hours and not text.endswith(("%", "procent")):
        return number / FULL_WEEK * 100
    return number * 100 if number <= 1 and "%" not in text else number


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def _percent(number: Decimal, cell: Cell) -> Decimal | CellError | None:
    if not 0 <= number <= _HUNDRED:
        return CellError("import.percent", shown(cell))
    rounded = number.quantize(Decimal("0.01"))
    if not rounded:
        return None
    return Decimal(int(rounded)) if rounded == int(rounded) else rounded.normalize()


def read_count(cell: Cell) -> int | CellError | None:
    """A number of people or seats; nought and nothing are None."""
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return _whole(Decimal(repr(cell)) if isfinite(cell) else _NO_NUMBER, cell)
    text = text_of(cell).casefold()
    if text in EMPTY_WORDS:
        return CellError("import.excel_error", shown(cell)) if is_excel_error(cell) else None
    found = re.fullmatch(r"(\d[\d ]*(?:[.,]\d+)?)\s*(?:st|personer|person|platser|plats|pers)?\.?", text)
    number = number_in(found[1]) if found else None
    return CellError("import.count", shown(cell)) if number is None else _whole(number, cell)


def _whole(number: Decimal, cell: Cell) -> int | CellError | None:
    if not 0 <= number < _MOST_COUNTED or number != int(number):
        return CellError("import.count", shown(cell))
    return int(number) or None


_YES = frozenset(
    {"x", "ja", "j", "yes", "y", "1", "sant", "true", "ok", "✓", "✔", "☑", "v", "närvarande", "närvarade", "deltog", "deltagit", "kom",
     "hel dag", "heldag", "genomfört", "genomförd", "genomgått", "godkänd", "klar", "full närvaro", "100 %", "100%", "attended", "present"}
)  # fmt: skip
_NO = frozenset(
    {"nej", "n", "no", "0", "falskt", "false", "frånvarande", "frånvaro", "uteblev", "uteblivit", "deltog ej", "deltog inte", "ej deltagit",
     "kom inte", "kom ej", "sjuk", "avanmäld", "avbokad", "ej", "inte", "ej närvarande", "ingen", "absent", "✗", "✘", "ej klar",
     "ej genomförd", "inte genomförd", "återbud", "fick förhinder", "förhinder"}
)  # fmt: skip


def read_yes_no(cell: Cell) -> bool | CellError | None:
    """*x*, *ja*, *närvarande*, *nej*, *frånvarande* …; an empty cell says nothing."""
    text = text_of(cell).casefold().rstrip(".! ")
    if text in _YES:
        return True
    if text in _NO:
        return False
    if text in EMPTY_WORDS:
        return CellError("import.excel_error", shown(cell)) if is_excel_error(cell) else None
    return CellError("import.yes_no", shown(cell))


def read_secrecy(cell: Cell) -> bool | CellError | None:
    """Whether somebody is protected. Any word but a plain no means yes: whoever writes *sekretess* there means it."""
    answer = read_yes_no(cell)
    return True if isinstance(answer, CellError) and answer.code == "import.yes_no" else answer


_SCORED = re.compile(r"([1-5])(?:[.,]0)?\s*(?:/\s*5|av 5)?\s*(?:(?:[-–:(]|,\s)\s*(?P<said>.*?)\)?)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Scored:
    """An answer: 1–5, words, or both."""

    score: int | None
    comment: str = ""


def read_score(cell: Cell) -> Scored | CellError | None:
    """*4*, *4/5*, *4 – trivs*, or words alone; any other number is an error."""
    text = text_of(cell)
    if text.casefold() in EMPTY_WORDS or text.casefold() in {"vet inte", "vet ej"}:
        return CellError("import.excel_error", shown(cell)) if is_excel_error(cell) else None
    found = _SCORED.fullmatch(text)
    if found:
        return Scored(int(found[1]), (found["said"] or "").strip())
    if re.fullmatch(r"[-+]?\d+(?:[.,]\d+)?(?:\s*/\s*\d+)?", text):
        return CellError("import.score", shown(cell))
    return Scored(None, text)


_CLOCK = r"(?:kl\.?|klockan)?\s*([01]?\d|2[0-4])(?:\s*[.:h]\s*([0-5]\d))?(?:[:.][0-5]\d)?"
_ONE_TIME = re.compile(_CLOCK + r"(?:\s*(?:h|tim))?", re.IGNORECASE)
_FROM_TO = re.compile(_CLOCK + r"\s*(?:-|–|—|till|to)\s*" + _CLOCK, re.IGNORECASE)


def read_times(cell: Cell) -> tuple[dt.time, dt.time | None] | CellError | None:
    """From and to out of *9–16*, *kl. 9.00–16.00*, 09:00; the second is None when only one stands there."""
    typed = _typed_time(cell)
    if typed is not None:
        return typed, None
    text = text_of(cell)
    if text.casefold() in EMPTY_WORDS:
        return CellError("import.excel_error", shown(cell)) if is_excel_error(cell) else None
    both = _FROM_TO.fullmatch(text.strip())
    if both:
        begins, ends = _clock(both[1], both[2]), _clock(both[3], both[4])
        return (begins, ends) if begins < ends else CellError("import.time", shown(cell))
    one = _ONE_TIME.fullmatch(text.strip())
    return (_clock(one[1], one[2]), None) if one else CellError("import.time", shown(cell))


def _typed_time(cell: Cell) -> dt.time | None:
    """A cell that Excel keeps as a time: a clock time, a length since midnight, or a share of the day."""
    if isinstance(cell, dt.datetime):
        return cell.time().replace(microsecond=0)
    if isinstance(cell, dt.time):
        return cell.replace(microsecond=0)
    minutes: float | None = None
    if isinstance(cell, dt.timedelta):
        minutes = cell.total_seconds() / 60
    elif isinstance(cell, float) and 0 < cell < 1:
        minutes = cell * _WHOLE_DAY
    if minutes is None or not 0 <= round(minutes) < _WHOLE_DAY:
        return None
    return dt.time(*divmod(round(minutes), 60))


def _clock(hour: str, minute: str | None) -> dt.time:
    return dt.time(23, 59) if hour == "24" else dt.time(int(hour), int(minute or 0))


_STARTS = re.compile(r"^(?:fr\.?\s?o\.?\s?m\.?|från och med|från|from)\s+", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\s+(?:-|–|—|till och med|till|t\.?\s?o\.?\s?m\.?|to|→)\s*|\s*(?:–|—|→)\s*|(?<=\d{4}-\d\d-\d\d)\s*[-/]\s*(?=\d)|(?<=\d{6})-(?=\d{6}$)"
    r"|(?<=\d/\d)-(?=\d)|(?<=\d/\d\d)-(?=\d)",
    re.IGNORECASE,
)
_YEAR_AT_END = re.compile(r"((?:19|20)\d\d)\s*$")


def read_period(
    cell: Cell, order: DateOrder = DateOrder.DAY_FIRST
) -> tuple[dt.date, dt.date | None] | CellError | None:
    """First and last day out of one cell: 2026-09-01–2026-12-31, 1/9–31/12 2026, 260901-261231; open at the end is None there."""
    if isinstance(cell, (dt.datetime, dt.date, int, float)):
        day = read_date(cell, order)
        return (day, None) if isinstance(day, dt.date) else CellError("import.period", shown(cell))
    text = text_of(cell)
    if text.casefold() in EMPTY_WORDS:
        return CellError("import.excel_error", shown(cell)) if is_excel_error(cell) else None
    parts = [part.strip() for part in _BETWEEN.split(_STARTS.sub("", text))]
    if len(parts) == 1 or (len(parts) == 2 and not parts[1]):
        day = read_date(parts[0], order)
        return (day, None) if isinstance(day, dt.date) else CellError("import.period", shown(cell))
    if len(parts) != 2:
        return CellError("import.period", shown(cell))
    last = read_date(parts[1], order)
    first = read_date(parts[0], order)
    if not isinstance(first, dt.date) and isinstance(last, dt.date):
        first = _with_year_of(parts[0], last, order)
    if not (isinstance(first, dt.date) and (last is None or isinstance(last, dt.date))):
        return CellError("import.period", shown(cell))
    return first, last


def _with_year_of(text: str, last: dt.date, order: DateOrder) -> dt.date | CellError | None:
    """*1/9* before *31/12 2026*: the same year, or the one before when it would come after."""
    if _YEAR_AT_END.search(text):
        return None
    day = read_date(f"{text} {last.year}", order)
    if isinstance(day, dt.date) and day > last:
        day = read_date(f"{text} {last.year - 1}", order)
    return day
