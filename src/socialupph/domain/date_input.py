"""A date as people type it in a form, and what is wrong with one that does not exist."""

import datetime as dt
import re
from collections.abc import Callable
from typing import NoReturn

from socialupph.domain.errors import RuleViolation
from socialupph.domain.periods import add_months, days_in_month
from socialupph.domain.work_calendar import monday_of_week
from socialupph.i18n import formats

FIRST_YEAR, LAST_YEAR = 1900, 2199

_WORDS = {
    "idag": 0,
    "i dag": 0,
    "imorgon": 1,
    "i morgon": 1,
    "imorn": 1,
    "i övermorgon": 2,
    "iövermorgon": 2,
    "övermorgon": 2,
    "igår": -1,
    "i går": -1,
    "i förrgår": -2,
    "förrgår": -2,
}
_WEEKDAYS = (
    ("måndag", "mån", "må"),
    ("tisdag", "tis", "ti"),
    ("onsdag", "ons", "on"),
    ("torsdag", "tors", "tor", "to"),
    ("fredag", "fre", "fr"),
    ("lördag", "lör", "lö"),
    ("söndag", "sön", "sö"),
)
_WEEKDAY = {name: number for number, names in enumerate(_WEEKDAYS) for name in names}
_MONTH = {
    name: number + 1
    for number, full in enumerate(formats.MONTHS)
    for name in {full, full[:3], full[:4], formats.MONTHS_SHORT[number]}
}
_DASHES = re.compile(r"[\u2010-\u2015\u2212]")

Match = re.Match[str]


def parse_date_input(text: str, today: dt.date, field: str | None = None) -> dt.date:
    """The day meant by ``text``, seen from ``today``.

    Understood: ``2026-09-03``, ``20260903``, ``260903``, ``3/9`` and ``3 sep`` (this year), ``3/9 2026``, ``3/9-26``,
    ``3 september 2026``, ``tis 6 oktober 2026``, ``idag``, ``imorgon``, ``igår``, ``+10d``, ``-1v``, ``+3m``, ``+1å``,
    ``v39`` (its Monday), ``v39 2027``, ``fredag`` (the next one after today).

    Raises ``RuleViolation`` at ``field``: ``date.not_understood``, ``date.no_such_day`` with month, year and days,
    ``date.no_such_month``, ``date.no_such_week`` with year and weeks, ``date.wrong_weekday``, ``date.too_far``.
    """
    given = " ".join(_DASHES.sub("-", text).strip().lower().split())
    try:
        day = _parse(given, today)
    except RuleViolation as violation:
        raise RuleViolation(violation.code, field, violation.facts) from None
    except OverflowError:
        raise RuleViolation("date.too_far", field) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise RuleViolation("date.too_far", field)
    return day


def _parse(given: str, today: dt.date) -> dt.date:
    if given in _WORDS:
        return today + dt.timedelta(days=_WORDS[given])
    if given in _WEEKDAY:
        return today + dt.timedelta(days=(_WEEKDAY[given] - today.weekday() - 1) % 7 + 1)
    for pattern, read in _PATTERNS:
        if match := pattern.fullmatch(given):
            return read(match, today)
    return _not_understood()


def _not_understood() -> NoReturn:
    raise RuleViolation("date.not_understood")


def _day(year: int, month: int, day: int) -> dt.date:
    if not 1 <= month <= 12:
        raise RuleViolation("date.no_such_month", None, {"month": month})
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise RuleViolation("date.too_far")
    days = days_in_month(year, month)
    if not 1 <= day <= days:
        name = formats.month_name(month).capitalize()
        raise RuleViolation("date.no_such_day", None, {"month": name, "year": year, "days": days})
    return dt.date(year, month, day)


def _year(text: str | None, today: dt.date) -> int:
    """Two figures mean this century."""
    if not text:
        return today.year
    return today.year // 100 * 100 + int(text) if len(text) == 2 else int(text)


def _year_first(match: Match, today: dt.date) -> dt.date:
    return _day(_year(match["year"], today), int(match["month"]), int(match["day"]))


def _named(match: Match, today: dt.date) -> dt.date:
    name = match["name"].rstrip(".")
    if name not in _MONTH:
        _not_understood()
    day = _day(_year(match["year"], today), _MONTH[name], int(match["day"]))
    weekday = match["weekday"]
    if weekday and weekday.rstrip(".") not in _WEEKDAY:
        _not_understood()
    if weekday and _WEEKDAY[weekday.rstrip(".")] != day.weekday():
        raise RuleViolation("date.wrong_weekday", None, {"day": day, "weekday": formats.weekday_name(day)})
    return day


def _later(match: Match, today: dt.date) -> dt.date:
    count = int(match["sign"] + match["count"])
    unit = match["unit"][0]
    if unit == "d":
        return today + dt.timedelta(days=count)
    if unit == "v":
        return today + dt.timedelta(weeks=count)
    return add_months(today, count if unit == "m" else 12 * count)


def _week(match: Match, today: dt.date) -> dt.date:
    year = _year(match["year"], today) if match["year"] else today.isocalendar().year
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise RuleViolation("date.too_far")
    return monday_of_week(year, int(match["week"]))


_NAMED = (
    r"(?:(?!den )(?P<weekday>[a-zåäö]+\.?) )?(?:den )?(?P<day>\d{1,2})(?:[.:]?e|:a)?\.? ?(?P<name>[a-z]+\.?)"
    r"(?: (?P<year>\d{4}|\d\d))?(?:, v\. ?\d\d?)?"
)
_PATTERNS: tuple[tuple[re.Pattern[str], Callable[[Match, dt.date], dt.date]], ...] = tuple(
    (re.compile(pattern, re.ASCII), read)
    for pattern, read in (
        (r"(?P<year>\d{4})[-/. ](?P<month>\d{1,2})[-/. ](?P<day>\d{1,2})", _year_first),
        (r"(?P<year>\d{4}|\d\d)(?P<month>\d\d)(?P<day>\d\d)", _year_first),
        (r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})\.?(?:[-/. ]+(?P<year>\d{4}|\d\d))?", _year_first),
        (_NAMED, _named),
        (
            r"(?P<sign>[+-]) ?(?P<count>\d{1,6}) ?(?P<unit>d|dag|dagar|dgr|v|vecka|veckor|m|mån|månad|månader|å|år)",
            _later,
        ),
        (r"v(?:ecka)?\.? ?(?P<week>\d{1,2})(?:[ /,-]+(?P<year>\d{4}|\d\d))?", _week),
    )
)
