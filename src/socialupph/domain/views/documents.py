"""What is read of documents kept in the register."""

import datetime as dt
from dataclasses import dataclass

from socialupph.domain.changes import Entity


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document beside a record; its bytes are read on their own."""

    id: int
    version: int
    about: Entity
    about_id: int
    name: str
    media_type: str
    size: int
    added_at: dt.datetime
