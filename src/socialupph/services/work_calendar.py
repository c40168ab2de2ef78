"""Swedish days off: Saturdays, Sundays, holidays (lag 1989:253), midsommarafton, julafton and nyårsafton.

Written out here, since reading a package of all the world's holidays takes as long as opening a register; the tests compare with
that package.
"""

import datetime as dt
import threading

_SATURDAY = 5
_NATIONAL_DAY_SINCE = 2005  # the day after Whitsun was off before
_ONE_DAY = dt.timedelta(days=1)


def easter_sunday(year: int) -> dt.date:
    """The Gregorian Easter, by Gauss as corrected by Meeus."""
    century, within = divmod(year, 100)
    golden = year % 19
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (within // 4) - moon - within % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


def _first(year: int, month: int, day: int, weekday: int) -> dt.date:
    """The first ``weekday`` on that day or after it."""
    start = dt.date(year, month, day)
    return start + dt.timedelta(days=(weekday - start.weekday()) % 7)


def _names_of_year(year: int) -> dict[dt.date, str]:
    """The days of ``year`` that have a name and are off.

    The names are Swedish words for Swedish days, never translated.
    """
    easter = easter_sunday(year)
    midsummer = _first(year, 6, 20, _SATURDAY)
    whitsun = easter + dt.timedelta(days=49)
    pairs = (
        (dt.date(year, 1, 1), "Nyårsdagen"),
        (dt.date(year, 1, 6), "Trettondedag jul"),
        (easter - 2 * _ONE_DAY, "Långfredagen"),
        (easter, "Påskdagen"),
        (easter + _ONE_DAY, "Annandag påsk"),
        (dt.date(year, 5, 1), "Första maj"),
        (easter + dt.timedelta(days=39), "Kristi himmelsfärdsdag"),
        (dt.date(year, 6, 6), "Nationaldagen")
        if year >= _NATIONAL_DAY_SINCE
        else (whitsun + _ONE_DAY, "Annandag pingst"),
        (whitsun, "Pingstdagen"),
        (midsummer - _ONE_DAY, "Midsommarafton"),
        (midsummer, "Midsommardagen"),
        (_first(year, 10, 31, _SATURDAY), "Alla helgons dag"),
        (dt.date(year, 12, 24), "Julafton"),
        (dt.date(year, 12, 25), "Juldagen"),
        (dt.date(year, 12, 26), "Annandag jul"),
        (dt.date(year, 12, 31), "Nyårsafton"),
    )
    names: dict[dt.date, str] = {}
    for day, name in pairs:
        names[day] = f"{names[day]}; {name}" if day in names else name
    return names


class SwedishWorkCalendar:
    """A ``WorkCalendar`` for Sweden; each year is worked out once, also when several threads ask."""

    def __init__(self) -> None:
        self._years: dict[int, dict[dt.date, str]] = {}
        self._lock = threading.Lock()

    def is_day_off(self, day: dt.date) -> bool:
        """Whether nobody works on ``day``."""
        return day.weekday() >= _SATURDAY or day in self._names(day.year)

    def name_of(self, day: dt.date) -> str | None:
        """The holiday's Swedish name, or None for an ordinary day or weekend."""
        return self._names(day.year).get(day)

    def _names(self, year: int) -> dict[dt.date, str]:
        with self._lock:
            if year not in self._years:
                self._years[year] = _names_of_year(year)
            return self._years[year]
