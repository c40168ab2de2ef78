"""How the days of a course and the moment of a sign-up are written on a list."""

import datetime as dt
from collections.abc import Sequence
from itertools import groupby

from socialupph.domain.swedish_time import in_sweden
from socialupph.domain.views.papers import SessionDay
from socialupph.i18n import _
from socialupph.i18n.formats import (
    month_name,
    short_date,
    short_date_with_weekday,
    time_of_day,
    time_span,
    weekday_short,
)


def short_moment(moment: dt.datetime, *, with_year: bool) -> str:
    """*2 sep 09.12*, or *2 sep 2025 09.12*."""
    local = in_sweden(moment)
    day = short_date(local.date(), dt.date.min if with_year else None)
    return f"{day} {time_of_day(local.time())}"


def days_in_words(days: Sequence[SessionDay]) -> tuple[str, ...]:
    """*tis 6 och ons 7 oktober 2026* and under it *kl. 09.00–16.00*; a line a day when the hours differ."""
    if not days:
        return ()
    hours = {(day.start, day.end) for day in days}
    if len(hours) > 1:
        return tuple(f"{_dates([day.day])} {_hours(day)}" for day in days)
    return (_dates([day.day for day in days]), _hours(days[0]))


def day_heads(number: int, day: SessionDay) -> tuple[str, ...]:
    """A day over its column, from the longest way to write it to the shortest; 0 is the only day of a course."""
    date = day.day
    long, short = f"{weekday_short(date)} {date.day} {month_name(date.month)}", short_date_with_weekday(date)
    if not number:
        return (f"{long} {date.year}", long, short)
    return (
        _("Dag {n} – {day}").format(n=number, day=f"{long} {date.year}"),
        _("Dag {n} – {day}").format(n=number, day=long),
        _("Dag {n} – {day}").format(n=number, day=short),
        short,
    )


def _hours(day: SessionDay) -> str:
    return _("kl. {span}").format(span=time_span(day.start, day.end))


def _dates(days: Sequence[dt.date]) -> str:
    """Days of one month share its name, months of one year the year."""
    years: list[str] = []
    for year, in_year in groupby(days, key=lambda day: day.year):
        months: list[str] = []
        for month, in_month in groupby(in_year, key=lambda day: day.month):
            named = [f"{weekday_short(day)} {day.day}" for day in in_month]
            months.append(f"{_and(named)} {month_name(month)}")
        years.append(f"{_and(months)} {year}")
    return _and(years)


def _and(parts: Sequence[str]) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return _("{first} och {last}").format(first=", ".join(parts[:-1]), last=parts[-1])
