"""The calendar day in Sweden of a moment."""

import datetime as dt
from zoneinfo import ZoneInfo

SWEDEN = ZoneInfo("Europe/Stockholm")


def in_sweden(moment: dt.datetime) -> dt.datetime:
    """The moment, which must be aware, as a Swedish clock shows it."""
    return moment.astimezone(SWEDEN)


def swedish_day(moment: dt.datetime) -> dt.date:
    """The day it is in Sweden at ``moment``, which must be aware."""
    return in_sweden(moment).date()
