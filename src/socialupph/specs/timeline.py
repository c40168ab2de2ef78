"""What happened to a record, in words and signs: a line of its timeline for each event."""

import datetime as dt
from dataclasses import dataclass

from socialupph.domain.follow_ups import FollowUpKind, FollowUpStatus
from socialupph.domain.kinds import DeviationKind
from socialupph.domain.views.timeline import EventKind, TimelineEvent
from socialupph.i18n import N_, _, formats, translate
from socialupph.specs.marks import Mark, Shape, Tone
from socialupph.specs.words import word
from socialupph.specs.words_placements import (
    DEVIATION_KIND,
    EVENT,
    FOLLOW_UP_KIND,
    FOLLOW_UP_STATUS_MARK,
    OVERDUE_MARK,
)

_AHEAD = Mark(N_("Planerat"), Shape.RING, Tone.NEUTRAL)
_HAPPENED = Mark(N_("Klart"), Shape.CHECK, Tone.NEUTRAL)
_MARKS = {
    EventKind.STARTED: Mark(N_("Började"), Shape.DOT, Tone.ACCENT),
    EventKind.RETURNED: Mark(N_("Tillbaka"), Shape.DOT, Tone.ACCENT),
    EventKind.PAUSED: Mark(N_("Pausad"), Shape.BARS, Tone.NEUTRAL),
    EventKind.INTERRUPTED: Mark(N_("Avbruten"), Shape.CROSS, Tone.BAD),
    EventKind.DECLINED: Mark(N_("Tackat nej"), Shape.CROSS, Tone.NEUTRAL),
    EventKind.DEVIATION: Mark(N_("Avvikelse"), Shape.TRIANGLE, Tone.WARN),
    EventKind.MERGED: Mark(N_("Sammanslagen"), Shape.DASH, Tone.NEUTRAL),
    EventKind.WORKING_TIME: Mark(N_("Ändrat"), Shape.DASH, Tone.NEUTRAL),
}


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event as it is read."""

    when: str
    mark: Mark
    title: str
    detail: str


def event_line(event: TimelineEvent, today: dt.date) -> EventLine:
    """The event's day, sign, words and what more is known of it."""
    return EventLine(short_day(event.on, today), _mark(event, today), _title(event), _detail(event, today))


def short_day(day: dt.date, today: dt.date) -> str:
    """*6 okt*; in another year *6 okt 27*, which fits where a timeline has its days."""
    text = formats.short_date(day)
    return text if day.year == today.year else _("{day} {year}").format(day=text, year=f"{day.year % 100:02d}")


def _mark(event: TimelineEvent, today: dt.date) -> Mark:
    if event.kind is EventKind.FOLLOW_UP and event.status:
        if event.ahead and event.on < today:
            return OVERDUE_MARK
        return FOLLOW_UP_STATUS_MARK[FollowUpStatus(event.status)]
    return _AHEAD if event.ahead else _MARKS.get(event.kind, _HAPPENED)


def _title(event: TimelineEvent) -> str:
    if event.kind is EventKind.FOLLOW_UP and event.what:
        return word(FOLLOW_UP_KIND, FollowUpKind(event.what))
    return word(EVENT, event.kind)


def _detail(event: TimelineEvent, today: dt.date) -> str:
    said = _told(event, today)
    if not event.formerly:
        return said
    former = _("som {code}").format(code=event.formerly)
    return ", ".join(part for part in (said, former) if part)


def _told(event: TimelineEvent, today: dt.date) -> str:
    if event.kind is EventKind.DEVIATION and event.what:
        return ", ".join(part for part in (word(DEVIATION_KIND, DeviationKind(event.what)), event.detail) if part)
    if event.kind is EventKind.WORKING_TIME and event.detail:
        return _("{number}{space}%").format(number=event.detail.replace(".", ","), space=formats.NBSP)
    if event.kind is EventKind.FOLLOW_UP:
        late = (today - event.on).days if event.ahead else 0
        said = formats.late(late) if late > 0 else translate(_mark(event, today).word).lower()
        text = " ".join(event.detail.split())
        return _("{status}: {text}").format(status=said, text=text) if text else said
    return " ".join(event.detail.split())
