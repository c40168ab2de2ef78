"""The calendar day in Sweden of a moment."""

import datetime as dt
from zoneinfo import ZoneInfo

SWEDEN = ZoneInfo("Europe/Stockholm")


def swedish_day(moment: dt.datetime) -> dt.date:
    """The day it is in Sweden at ``moment``, which must be aware."""
    return moment.astimezone(SWEDEN).date()
