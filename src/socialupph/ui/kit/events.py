"""From what happened to a record to the entries of its timeline."""

import datetime as dt
from collections.abc import Mapping, Sequence

from socialupph.domain.changes import Entity
from socialupph.domain.views.timeline import TimelineEvent
from socialupph.specs.timeline import event_line
from socialupph.ui.kit.page_base import Destination
from socialupph.ui.kit.timeline import TimelineEntry


def timeline_entries(
    events: Sequence[TimelineEvent], today: dt.date, areas: Mapping[Entity, str]
) -> list[TimelineEntry]:
    """The events in their order; those about a record of ``areas`` lead to it there."""
    entries: list[TimelineEntry] = []
    for event in events:
        line, target = event_line(event, today), None
        if event.record is not None and event.record.entity in areas:
            target = Destination(areas[event.record.entity], event.record.id)
        entries.append(TimelineEntry(line.when, line.mark, line.title, line.detail, target))
    return entries


def nearest(events: Sequence[TimelineEvent], most: int) -> list[TimelineEvent]:
    """The next thing ahead and the latest that happened, for a panel: ``events`` are newest first."""
    ahead = [event for event in events if event.ahead]
    return [*ahead[-1:], *[event for event in events if not event.ahead]][:most]
