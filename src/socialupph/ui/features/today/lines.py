"""The rows of *Idag* as the kit draws them, the dots of the calendar, and the counters."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby

from socialupph.domain.deadlines import Bucket
from socialupph.domain.views.today import DeadlineView, DueRow, NextClosing, UnfinishedContract
from socialupph.specs import today as words
from socialupph.specs import today_page as specs
from socialupph.specs.marks import Tone
from socialupph.ui.kit.counters import Counter
from socialupph.ui.kit.day_list import DayGroup, DayLine, DayRow
from socialupph.ui.kit.places import Destination

_DRAFT_ICON = "document_text"


def day_lines(rows: Sequence[DueRow], today: dt.date, *, counted: bool = True) -> list[DayLine]:
    """Headings and rows, in the order they came: late, today, soon, later, and last what has no day.

    A heading says how many there are, unless they are not all of them.
    """
    lines: list[DayLine] = []
    for title, group in groupby(rows, specs.group_title):
        found = list(group)
        first = found[0]
        tone = None if isinstance(first, UnfinishedContract) else specs.TONES.get(first.bucket)
        lines.append(DayGroup(title, len(found) if counted else None, tone))
        lines.extend(day_row(row, today) for row in found)
    return lines


def day_row(row: DueRow, today: dt.date) -> DayRow:
    """One row; a contract that lacks something has no day."""
    what, who, action = words.title(row), words.second_line(row), words.action_text(row)
    if isinstance(row, UnfinishedContract):
        return DayRow("", "", None, _DRAFT_ICON, what, who, action, row)
    mark = words.time_mark(row, today)
    loud = mark.tone in (Tone.BAD, Tone.WARN)
    return DayRow(words.day_text(row), mark.word, mark if loud else None, words.ICONS[row.kind], what, who, action, row)


def dots(rows: Sequence[DeadlineView]) -> Mapping[dt.date, Sequence[Tone]]:
    """For each day the tones of what is due: late ones first, so that the three that are drawn say the worst."""
    found: dict[dt.date, list[Tone]] = defaultdict(list)
    for row in rows:
        found[row.due].append(_TONES[row.bucket])
    return {day: sorted(tones, key=_WORST.index) for day, tones in found.items()}


_TONES = {
    Bucket.OVERDUE: Tone.BAD,
    Bucket.TODAY: Tone.ACCENT,
    Bucket.SOON: Tone.ACCENT,
    Bucket.LATER: Tone.NEUTRAL,
}
_WORST = (Tone.BAD, Tone.ACCENT, Tone.NEUTRAL)


def counters(found: Sequence[words.Counter], closing: NextClosing | None) -> list[Counter]:
    """The counters as buttons, each to the list behind it."""
    return [
        Counter(one.figure, one.label, one.line.word if one.line else "", one.line, _place(one, closing))
        for one in found
    ]


def counters_to_come() -> list[Counter]:
    """The counters while they are being counted."""
    return [Counter(one.figure, one.label) for one in words.counters_to_come()]


def _place(one: words.Counter, closing: NextClosing | None) -> Destination:
    if one.key == "at_risk":
        from socialupph.domain.requirements import Standing  # noqa: PLC0415 -- the ledger is not needed to show the list

        chosen = (Standing.AT_RISK.value, Standing.NOT_MET.value)
        return Destination("contracts", filters=(("standing", chosen),))
    if one.key == "untrained":
        return Destination("suppliers", filters=(("supervisors", ("untrained",)),))
    if one.key == "closing":
        return Destination("training", closing.session_id if closing else None)
    return Destination("matching")
