"""What stands once for all participants of a course: *Handledarutbildning 2026-03-12 kl. 9–16, Stadshuset*, or label and value."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache

from socialupph.exchange.cell_values import CellError, read_date
from socialupph.exchange.small_cells import read_count, read_times

_MONTH = (
    r"(?:januari|jan|februari|febr?|mars|mar|april|apr|maj|juni|jun|juli|jul|augusti|aug|september|sept?|oktober|okt|november|nov"
    r"|december|dec)"
)
_AND = r"\s*(?:,|och|&|samt|\+|-|–|till)\s*"
_DAYS = rf"\d{{1,2}}(?:{_AND}\d{{1,2}})*"
_DATES = re.compile(
    rf"(?P<iso>(?:19|20)\d\d-\d\d-)(?P<iso_days>\d\d(?:\s*(?:och|&|-|–)\s*\d\d(?![\d.:-]))*)(?!\d)"
    rf"|(?<![\d/])(?P<worded>{_DAYS})\.?\s*(?P<month>{_MONTH})\b\.?(?:\s*(?P<year>(?:19|20)\d\d))?"
    rf"|(?<![\d/])(?P<slashed>{_DAYS})/(?P<number>1[0-2]|0?[1-9])(?![\d/])(?:\s*[- ]\s*(?P<slash_year>(?:19|20)?\d\d)(?![\d:./]))?"
    r"|(?<!\d)(?P<six>(?:20)?\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?![\d-])",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s*(?:-|–|—|till|t\.?o\.?m\.?)\s*", re.IGNORECASE)
_LONGEST_RANGE = 10
_LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class _Found:
    """Days at a place in a text; their year is None where it is told later."""

    start: int
    end: int
    days: tuple[tuple[str, ...], ...]
    year: int | None


def days_in(text: str) -> tuple[dt.date, ...]:
    """Every day a text tells, in order and once: 2026-03-12, 12–13 mars 2026, 12/3 och 13/3 2026, 2026-09-01–2026-09-03."""
    return _days_and_places(text[:_LONGEST_TITLE])[0]


@lru_cache(maxsize=2048)
def _days_and_places(text: str) -> tuple[tuple[dt.date, ...], tuple[tuple[int, int], ...]]:
    found = [_one(match) for match in _DATES.finditer(text)]
    years = _years(found)
    told: list[dt.date] = []
    before: _Found | None = None
    places: list[tuple[int, int]] = []
    for one, year in zip(found, years, strict=True):
        days = [] if year is None else _expanded(one, year)
        if not days:
            continue
        if before is not None and told and _RANGE.fullmatch(text[before.end : one.start]):
            told += _between(told[-1], days[0])
        told += days
        before = one
        places.append((one.start, one.end))
    return tuple(sorted(set(told))), tuple(places)


def _one(match: re.Match[str]) -> _Found:
    if match["iso"]:
        year, month = match["iso"].split("-")[:2]
        return _Found(match.start(), match.end(), _listed(match["iso_days"], month), int(year))
    if match["worded"]:
        return _Found(match.start(), match.end(), _listed(match["worded"], match["month"]), _year(match["year"]))
    if match["slashed"]:
        return _Found(
            match.start(), match.end(), _listed(match["slashed"], match["number"]), _year(match["slash_year"])
        )
    six = match["six"]
    return _Found(match.start(), match.end(), ((six[-2:], six[-4:-2], ""),), _year(six[:-4]))


def _listed(days: str, month: str) -> tuple[tuple[str, ...], ...]:
    """(day, month, what joins it to the one before)."""
    parts = re.split(rf"({_AND})", days)
    return tuple((parts[index], month, parts[index - 1].strip() if index else "") for index in range(0, len(parts), 2))


def _year(text: str | None) -> int | None:
    return None if not text else int(text) if len(text) == 4 else 2000 + int(text)


def _years(found: Sequence[_Found]) -> list[int | None]:
    """The year of each; one that is not told is that of the next one, else of the one before."""
    years = [one.year for one in found]
    for index in range(len(years) - 2, -1, -1):
        years[index] = years[index] or years[index + 1]
    for index in range(1, len(years)):
        years[index] = years[index] or years[index - 1]
    return years


def _expanded(one: _Found, year: int) -> list[dt.date]:
    days: list[dt.date] = []
    for day, month, joined in one.days:
        read = read_date(f"{year}-{month}-{day}" if month.isdigit() else f"{day} {month} {year}")
        if not isinstance(read, dt.date):
            return []
        if joined in {"-", "–", "till"} and days:
            days += _between(days[-1], read)
        days.append(read)
    return days


def _between(first: dt.date, last: dt.date) -> list[dt.date]:
    """The working days between two days that a dash joins; nothing for a longer time, which is no course."""
    length = (last - first).days
    if not 1 < length <= _LONGEST_RANGE:
        return []
    inner = (first + dt.timedelta(days=number) for number in range(1, length))
    return [day for day in inner if day.weekday() < 5]


@dataclass(frozen=True, slots=True)
class CourseTitle:
    """What a title or a row between others says of a course; empty where it says nothing."""

    course: str = ""
    session: str = ""
    days: tuple[dt.date, ...] = ()
    starts_at: dt.time | None = None
    ends_at: dt.time | None = None
    venue: str = ""
    trainers: str = ""
    capacity: int | None = None

    def over(self, other: "CourseTitle") -> "CourseTitle":
        """This one, with what it does not say taken from ``other``."""
        gaps = {entry.name: getattr(other, entry.name) for entry in fields(self) if not getattr(self, entry.name)}
        return replace(self, **gaps)


_LABELS = {
    "course": r"kurs(?:namn)?|utbildning|course",
    "session": r"kurstillfälle|tillfälle|omgång|kurskod",
    "days": r"datum|kursdatum|dag(?:ar)?|kursdag(?:ar)?|date",
    "time": r"tid(?:er)?|kurstid|klockan|time",
    "venue": r"plats|lokal|kurslokal|kursplats|sal|venue|place",
    "trainers": r"kursledare|utbildare|föreläsare|lärare|ledare|trainers?",
    "capacity": r"antal platser|platser|max(?: antal)?",
}
_LABEL = re.compile("|".join(rf"(?P<{key}>\b(?:{names})(?=\s*:))" for key, names in _LABELS.items()), re.IGNORECASE)
_LABELLED = re.compile(r"(?:^|[;|\n,]\s*)(?=\b(?:" + "|".join(_LABELS.values()) + r")\s*:)", re.IGNORECASE)
_TIMES = re.compile(
    r"(?:\b(?:kl\.?|klockan|tid:?)\s*)\d{1,2}(?:[.:]\d\d)?(?:\s*[-–—]\s*\d{1,2}(?:[.:]\d\d)?)?|\b\d{1,2}[.:]\d\d\s*[-–—]\s*\d{1,2}[.:]\d\d"
    r"|(?<![\d/-])\b\d{1,2}\s*[-–—]\s*\d{1,2}\b(?![/.:\d-])",
    re.IGNORECASE,
)
_LIST_WORDS = re.compile(
    r"^\s*(?:deltagarlista|närvarolista|anmälningslista|kursdeltagare|deltagare|lista|kursdag|kurstillfälle)\b\s*(?:för|till|på|i|vid|:)?\s*",
    re.IGNORECASE,
)
_EDGE = re.compile(
    r"^(?:[\s,.;:|)–—-]|\b(?:i|på|den|dag|datum)\b|\b(?:mån|tis|ons|tors|fre|lör|sön)(?:dag(?:en)?)?\b)+"
    r"|(?:[\s,.;:|–—(-]|\b(?:i|på|den|dag|datum|och)\b|\b(?:mån|tis|ons|tors|fre|lör|sön)(?:dag(?:en)?)?\b)+$",
    re.IGNORECASE,
)
_COURSE_WORD = re.compile(r"utbildning|kurs|introduktion|träff|seminarium|workshop|föreläsning", re.IGNORECASE)


def read_title(lines: Iterable[str]) -> CourseTitle:
    """All that the lines say together; the first that says a thing is believed."""
    told = CourseTitle()
    for line in (line[:_LONGEST_TITLE] for line in lines):
        for part in _LABELLED.split(line) if _LABEL.search(line) and ":" in line else [line]:
            if part and part.strip():
                told = told.over(_read_part(part.strip()))
    return told


def _read_part(text: str) -> CourseTitle:
    label = _LABEL.match(text)
    rest = text[label.end() :].lstrip() if label else ""
    if label and rest.startswith(":"):
        return _labelled(str(label.lastgroup), rest[1:].strip(" ;|,"))
    return _free(text)


def _labelled(key: str, value: str) -> CourseTitle:
    if key == "days":
        return replace(_free(value), course="", venue="") if days_in(value) else CourseTitle()
    if key == "time":
        return _times(value)
    if key == "capacity":
        count = read_count(value)
        return CourseTitle(capacity=count if isinstance(count, int) else None)
    if key == "course":
        return replace(_free(value), venue="") if days_in(value) else CourseTitle(course=value)
    return CourseTitle(
        session=value if key == "session" else "",
        venue=value if key == "venue" else "",
        trainers=value if key == "trainers" else "",
    )


def _times(text: str) -> CourseTitle:
    read = read_times(re.sub(r"^tid:?\s*", "", text, flags=re.IGNORECASE))
    return (
        CourseTitle()
        if read is None or isinstance(read, CellError)
        else CourseTitle(starts_at=read[0], ends_at=read[1])
    )


def _free(text: str) -> CourseTitle:
    """A line in running text. Without a day it says only what the course is called, and only where it says that it is one."""
    days, places = _days_and_places(text)
    masked = text
    for start, end in places:
        masked = masked[:start] + "\0" * (end - start) + masked[end:]
    clock = _TIMES.search(masked)
    told = _times(clock[0].strip()) if clock else CourseTitle()
    if clock and told.starts_at:
        masked = masked[: clock.start()] + "\0" * (clock.end() - clock.start()) + masked[clock.end() :]
    pieces = [_tidy(piece) for piece in masked.split("\0")]
    pieces = [piece for piece in pieces if piece]
    before = _tidy(_LIST_WORDS.sub("", masked.partition("\0")[0]))
    if not days:
        return replace(told, course=before) if _COURSE_WORD.search(before) else CourseTitle()
    after = [part for piece in (pieces[1:] if _tidy(masked.partition("\0")[0]) else pieces) for part in _parts(piece)]
    named = next((part for part in after if _COURSE_WORD.search(part)), "") if not before else ""
    venue = ", ".join(part for part in after if part != named)
    return replace(told, course=before or named, days=days, venue=venue)


def _parts(text: str) -> list[str]:
    return [part for part in (_tidy(part) for part in text.split(",")) if part]


def _tidy(text: str) -> str:
    bare = _EDGE.sub("", text)
    return bare + ")" if bare.count("(") > bare.count(")") else bare
