"""How dates, times, numbers and money are read in Swedish.

Decimal comma; no-break space between thousands, before % and before kr; minus sign U+2212; ranges with an en dash.
Nothing here looks at the machine's own settings, so screen, paper and file read alike on every computer.
"""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

from socialupph.i18n.catalogue import N_, _, ngettext, translate

NBSP = "\u00a0"
MINUS = "\u2212"
DASH = "\u2013"

Number = int | Decimal | Fraction

MONTHS = (
    N_("januari"),
    N_("februari"),
    N_("mars"),
    N_("april"),
    N_("maj"),
    N_("juni"),
    N_("juli"),
    N_("augusti"),
    N_("september"),
    N_("oktober"),
    N_("november"),
    N_("december"),
)
MONTHS_SHORT = (
    N_("jan"),
    N_("feb"),
    N_("mar"),
    N_("apr"),
    N_("maj"),
    N_("jun"),
    N_("jul"),
    N_("aug"),
    N_("sep"),
    N_("okt"),
    N_("nov"),
    N_("dec"),
)
WEEKDAYS = (
    N_("måndag"),
    N_("tisdag"),
    N_("onsdag"),
    N_("torsdag"),
    N_("fredag"),
    N_("lördag"),
    N_("söndag"),
)
WEEKDAYS_SHORT = (N_("mån"), N_("tis"), N_("ons"), N_("tors"), N_("fre"), N_("lör"), N_("sön"))


def iso_date(day: dt.date) -> str:
    """For tables, files and papers' columns: ``2026-10-06``."""
    return day.isoformat()


def month_name(month: int) -> str:
    """``1`` gives *januari*."""
    return translate(MONTHS[month - 1])


def weekday_name(day: dt.date) -> str:
    """*tisdag*."""
    return translate(WEEKDAYS[day.weekday()])


def weekday_short(day: dt.date) -> str:
    """*tis*."""
    return translate(WEEKDAYS_SHORT[day.weekday()])


def short_date(day: dt.date, today: dt.date | None = None) -> str:
    """*6 okt*; with ``today`` in another year, *6 okt 2027*."""
    text = f"{day.day} {translate(MONTHS_SHORT[day.month - 1])}"
    return text if today is None or today.year == day.year else f"{text} {day.year}"


def day_and_month(day: dt.date, today: dt.date | None = None) -> str:
    """*6 oktober*; with ``today`` in another year, *6 oktober 2027*."""
    text = f"{day.day} {month_name(day.month)}"
    return text if today is None or today.year == day.year else f"{text} {day.year}"


def short_date_with_weekday(day: dt.date) -> str:
    """*tis 6 okt*."""
    return f"{weekday_short(day)} {short_date(day)}"


def long_date(day: dt.date) -> str:
    """*tis 6 oktober 2026*."""
    return f"{weekday_short(day)} {day.day} {month_name(day.month)} {day.year}"


def full_date(day: dt.date) -> str:
    """*tisdag 6 oktober 2026*."""
    return f"{weekday_name(day)} {day.day} {month_name(day.month)} {day.year}"


def period_text(start: dt.date, end: dt.date | None) -> str:
    """``2026-09-01 – 2026-12-31``; without an end, ``2026-09-01 –``."""
    return f"{start.isoformat()} {DASH} {end.isoformat()}" if end else f"{start.isoformat()} {DASH}"


def short_period(start: dt.date, end: dt.date) -> str:
    """*1 sep – 31 dec*, or *1 sep – 28 feb 2027* when the years differ."""
    return f"{short_date(start)} {DASH} {short_date(end, start)}"


def week(day: dt.date) -> str:
    """*v. 39*."""
    return _("v.{space}{week}").format(space=NBSP, week=day.isocalendar().week)


def week_with_year(day: dt.date) -> str:
    """*v. 53 2026*: the year is the week's own, so 2027-01-01 is in week 53 of 2026."""
    calendar = day.isocalendar()
    return _("v.{space}{week} {year}").format(space=NBSP, week=calendar.week, year=calendar.year)


def date_with_week(day: dt.date) -> str:
    """*tis 6 oktober 2026, v. 41*: how a form shows back what was typed."""
    return f"{long_date(day)}, {week(day)}"


def time_of_day(time: dt.time) -> str:
    """*09.00*."""
    return f"{time.hour:02d}.{time.minute:02d}"


def time_span(start: dt.time, end: dt.time) -> str:
    """*09.00–16.00*."""
    return f"{time_of_day(start)}{DASH}{time_of_day(end)}"


def rounded(value: Number, places: int) -> Fraction:
    """``value`` with that many decimals, halves away from zero; exact, so it can be compared."""
    scale = 10**places
    exact = Fraction(value)
    whole = (2 * abs(exact.numerator) * scale + exact.denominator) // (2 * exact.denominator)
    return Fraction(-whole if exact < 0 else whole, scale)


def decimal(value: Number, places: int) -> str:
    """*1 234,5* with exactly ``places`` decimals, halves away from zero."""
    scaled = rounded(value, places) * 10**places
    whole, rest = divmod(abs(scaled.numerator), 10**places)
    text = f"{whole:,}".replace(",", NBSP)
    if places:
        text = f"{text},{rest:0{places}d}"
    return MINUS + text if scaled < 0 else text


def plain(value: Decimal | int) -> str:
    """*0,75*, *1 234*: with the decimals it has, none that are only zeros."""
    exponent = Decimal(value).normalize().as_tuple().exponent
    return decimal(value, max(0, -exponent) if isinstance(exponent, int) else 0)


def integer(value: int) -> str:
    """*84 500*."""
    return decimal(value, 0)


def percent(value: Number, places: int = 0) -> str:
    """*72 %*; ``value`` is in per cent, so 72 and not 0.72."""
    return f"{decimal(value, places)}{NBSP}%"


def percent_plain(value: Decimal) -> str:
    """*75 %*, *37,5 %*: a working time with the decimals it has."""
    return f"{plain(value)}{NBSP}%"


def money(amount: Decimal, currency: str = "SEK") -> str:
    """*84 500 000 kr*, *99,50 kr*, *1 000 EUR*: öre only where there are any."""
    places = 0 if amount == amount.to_integral_value() else 2
    unit = _("kr") if currency == "SEK" else currency
    return f"{decimal(amount, places)}{NBSP}{unit}"


def days_text(days: int) -> str:
    """*1 dag*, *3 dagar*."""
    return ngettext("{n} dag", "{n} dagar", days).format(n=integer(days))


def months_and_days(months: int, days: int) -> str:
    """*3 mån 27 dgr*; a part that is nought is left out, and nothing at all is *0 dgr*."""
    parts = [_("{n} mån").format(n=integer(months))] if months else []
    if days or not months:
        parts.append(ngettext("{n} dag", "{n} dgr", days).format(n=integer(days)))
    return " ".join(parts)


def late(days: int, *, narrow: bool = False) -> str:
    """*1 dag försenad*, *5 dagar försenad*; narrow columns get *5 dgr försenad*."""
    if narrow:
        return ngettext("{n} dag försenad", "{n} dgr försenad", days).format(n=integer(days))
    return ngettext("{n} dag försenad", "{n} dagar försenad", days).format(n=integer(days))


def relative_day(day: dt.date, today: dt.date) -> str:
    """*i dag*, *i morgon*, *om 3 dagar*, *i går*, *för 3 dagar sedan*: for days that nobody is late for."""
    away = (day - today).days
    if away == 0:
        return _("i dag")
    if away == 1:
        return _("i morgon")
    if away == -1:
        return _("i går")
    if away > 0:
        return ngettext("om {n} dag", "om {n} dagar", away).format(n=integer(away))
    return ngettext("för {n} dag sedan", "för {n} dagar sedan", -away).format(n=integer(-away))


def due_in_words(due: dt.date, today: dt.date, *, narrow: bool = False) -> str:
    """*i dag*, *i morgon*, *om 3 dagar*, and for a day that has passed *5 dagar försenad*."""
    return late((today - due).days, narrow=narrow) if due < today else relative_day(due, today)
