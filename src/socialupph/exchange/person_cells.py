"""Cells about people: names either way round, birth years and personal numbers in every usual writing, addresses for mail."""

import datetime as dt
import re
from dataclasses import dataclass

from socialupph.domain.errors import RuleViolation
from socialupph.domain.personal_numbers import PersonalNumber, birth_day, century_of
from socialupph.domain.values import normalise_email
from socialupph.exchange.cell_values import EMPTY_WORDS, CellError, is_excel_error, read_date, shown, text_of
from socialupph.exchange.sheets import Cell

_EARLIEST, _LATEST = 1900, 2030
_LONGEST_EMAIL = 320
_FIRST_UNLIKELY, _FIRST_LIKELY = 30, 45  # two digits between are rather an age
_BORN = re.compile(r"(?:född|f\.?|born)\s*(?:år)?\s*:?\s*", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SHORT_YEAR = re.compile(r"['’]?(\d\d)(?:\s*-?\s*tal(?:et)?)?")
_PERSONAL = re.compile(r"(?:\d\d)?\d{6}\s*[-–+ ]?\s*\d{4}")
_PARTLY = re.compile(r"((?:\d\d)?\d{6})(?:\s*[-–+ ]?\s*[x*.\-_?n]{0,4})?", re.IGNORECASE)
_IN_NAME = re.compile(
    r"[\s,]*[(\[]?\s*(?:född|f\.?|född år|f:|born)?\s*(?P<born>(?:19|20)\d\d(?:-\d\d-\d\d)?|\d{6}(?:-[\dxX*]{4})?)\s*[)\]]?\s*$",
    re.IGNORECASE,
)
_COMMA = re.compile(r"\s*([^,\d]+?)\s*,\s*([^,\d]+?)\s*")
_NOT_A_FIRST_NAME = re.compile(r"\b(?:ab|hb|kb|inc|ltd|jr|sr|m\.?\s?fl)\b\.?|avd|enhet", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Personal:
    """What a column of personal numbers tells: the twelve digits where all are there, and the year of birth."""

    number: str
    birth_year: int


def read_personal_number(cell: Cell) -> Personal | CellError | None:
    """A checked number, or only the year where the last digits are left out. The cell is never quoted."""
    text = text_of(cell)
    if text.casefold() in EMPTY_WORDS:
        return CellError("import.excel_error", shown(cell)) if is_excel_error(cell) else None
    if isinstance(cell, (int, float)) and text.isdigit() and len(text) in (8, 9):
        text = text.zfill(10)  # Excel took the zero of 2000–2009 away
    if _PERSONAL.fullmatch(text):
        try:
            number = PersonalNumber.parse(text)
        except RuleViolation as violation:
            return CellError(_CODES[violation.code])
        return Personal(number.digits, number.born.year)
    year = read_birth_year(cell)
    if isinstance(year, CellError) or year is None:
        return CellError("import.personal_number")
    return Personal("", year)


_CODES = {
    "personal_number.shape": "import.personal_number",
    "personal_number.date": "import.personal_number_date",
    "personal_number.checksum": "import.personal_number_check",
}


def read_birth_year(cell: Cell) -> int | CellError | None:
    """The year out of *1990*, *född 1990*, *90*, 1990-05-03, 900503-XXXX; the cell is quoted only when it is no personal number."""
    if isinstance(cell, (dt.datetime, dt.date)):
        return _sane(cell.year, cell)
    text = text_of(cell)
    if text.casefold() in EMPTY_WORDS:
        return CellError("import.excel_error", shown(cell)) if is_excel_error(cell) else None
    bare = _BORN.sub("", text, count=1).strip() if _BORN.match(text) else text
    year = _year_in(bare)
    if year is None:
        day = read_date(bare)
        year = day.year if isinstance(day, dt.date) else None
    return (
        CellError("import.birth_year", "" if _PERSONAL.fullmatch(bare) else shown(cell))
        if year is None
        else _sane(year, cell)
    )


def _year_in(text: str) -> int | None:
    if _YEAR.fullmatch(text):
        return int(text)
    short = _SHORT_YEAR.fullmatch(text)
    if short and not _FIRST_UNLIKELY <= int(short[1]) < _FIRST_LIKELY:
        return century_of(int(short[1])) * 100 + int(short[1])
    if _PERSONAL.fullmatch(text):
        try:
            return PersonalNumber.parse(text).born.year
        except RuleViolation:
            return None
    partly = _PARTLY.fullmatch(text)
    if partly:
        eight = partly[1] if len(partly[1]) == 8 else f"{century_of(int(partly[1][:2]))}{partly[1]}"
        born = birth_day(eight)
        return born.year if born else None
    return None


def _sane(year: int, cell: Cell) -> int | CellError:
    return year if _EARLIEST <= year <= _LATEST else CellError("import.birth_year", shown(cell))


def looks_personal(text: str) -> bool:
    """Whether a text has the shape of a personal number, whole or with its last digits left out, and tells a day there is."""
    if not (_PERSONAL.fullmatch(text) or (_PARTLY.fullmatch(text) and len(text) >= 8)):
        return False
    digits = re.sub(r"\D", "", text)
    eight = digits[:8] if len(digits) in (8, 12) else f"19{digits[:6]}"
    return birth_day(eight) is not None


@dataclass(frozen=True, slots=True)
class Named:
    """A name the usual way round, and the year of birth where it stands beside the name."""

    name: str
    birth_year: int | None = None


def read_name(text: str, *, last_first: bool = False) -> Named:
    """*Exempelsson, Anna* is turned round; so is *Exempelsson Anna* where the heading says that last names stand first.

    *Anna Exempelsson (1990)* and *Anna Exempelsson, f. 900503* give the year too.
    """
    year: int | None = None
    beside = _IN_NAME.search(text)
    if beside and beside.start() > 0:
        told = _year_in(beside["born"]) or _year_in(beside["born"][:4])
        if told is not None and _EARLIEST <= told <= _LATEST:
            year, text = told, text[: beside.start()].rstrip(" ,")
    turned = _COMMA.fullmatch(text)
    if turned and not _NOT_A_FIRST_NAME.search(turned[2]):
        return Named(f"{turned[2]} {turned[1]}", year)
    words = text.split()
    if last_first and len(words) > 1 and "," not in text:
        return Named(" ".join((*words[1:], words[0])), year)
    return Named(text, year)


def read_email(text: str) -> str | CellError:
    """A bare address; several in a cell are the first. What is no address is an error."""
    if len(text) > _LONGEST_EMAIL:
        return CellError("import.email", shown(text))
    between = r";" if "<" in text else r"[;,\s]+(?=\S+@)|[;]"
    first = re.split(between, text.strip(), maxsplit=1)[0].strip(" ,;")
    try:
        return normalise_email(first)
    except RuleViolation:
        return CellError("import.email", shown(text))
