"""What was typed and not saved, and choices saved under a name."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from socialupph.domain.queries import ListQuery


@dataclass(frozen=True, slots=True)
class Draft:
    """A form as it was left. ``record_id`` is 0 for something new; values are as the form's fields write them."""

    form: str
    record_id: int
    saved_at: dt.datetime
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A choice of filters, order and columns under a name. No ``columns`` are the usual ones."""

    id: int
    list_name: str
    name: str
    query: ListQuery
    columns: tuple[str, ...] = ()
