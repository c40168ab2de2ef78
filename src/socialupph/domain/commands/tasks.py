"""What the coordinator can say about tasks."""

import datetime as dt
from dataclasses import dataclass

from socialupph.domain.changes import Entity


@dataclass(frozen=True, slots=True)
class TaskFields:
    """Something to do by a day. ``about`` and ``about_id`` point at the record it concerns, both or neither."""

    title: str
    due_on: dt.date | None
    about: Entity | None = None
    about_id: int | None = None
    note: str | None = None
