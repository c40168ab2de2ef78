"""Swedish days off: Saturdays, Sundays, holidays, midsommarafton, julafton and nyårsafton."""

import datetime as dt
import threading

import holidays

_SATURDAY = 5
_MIDSUMMER_EVE, _CHRISTMAS_EVE, _NEW_YEARS_EVE = "Midsommarafton", "Julafton", "Nyårsafton"


def _names_of_year(year: int) -> dict[dt.date, str]:
    """The days of ``year`` that have a name and are off.

    The names are Swedish words for Swedish days, never translated.
    """
    names = dict(holidays.Sweden(years=year, language="sv", include_sundays=False).items())
    first_possible = dt.date(year, 6, 19)
    names[first_possible + dt.timedelta(days=(4 - first_possible.weekday()) % 7)] = _MIDSUMMER_EVE
    names[dt.date(year, 12, 24)] = _CHRISTMAS_EVE
    names[dt.date(year, 12, 31)] = _NEW_YEARS_EVE
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
