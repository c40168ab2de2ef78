"""What is read of tasks."""

import datetime as dt
from dataclasses import dataclass

from socialupph.domain.changes import Entity


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task in a list and opened: it is as small as that. ``about_code`` is the code of the record it concerns, if any."""

    id: int
    version: int
    title: str
    due_on: dt.date
    done_on: dt.date | None
    about: Entity | None
    about_id: int | None
    about_code: str
    note: str
    voided: bool
