"""Who may be a candidate."""

import datetime as dt

OLDEST, YOUNGEST = 110, 13
"""Years between which somebody may be one."""


def may_be_born(year: int, today: dt.date) -> bool:
    """Whether somebody born in that year may be a candidate on ``today``."""
    return today.year - OLDEST <= year <= today.year - YOUNGEST
