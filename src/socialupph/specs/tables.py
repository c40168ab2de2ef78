"""What a list shows, once, for screen, xlsx, csv and paper."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import Generic, TypeVar

from socialupph.specs.marks import Mark

Row = TypeVar("Row")
CellValue = str | int | Decimal | dt.date | dt.datetime | bool | None


class Kind(Enum):
    """How a column is aligned, formatted and typed in a file."""

    TEXT = "text"
    CODE = "code"
    STATUS = "status"
    DATE = "date"
    MOMENT = "moment"
    INTEGER = "integer"
    DECIMAL = "decimal"
    MONEY = "money"
    PERCENT = "percent"


@dataclass(frozen=True)  # no slots: with them Python 3.11 cannot call Column[SomeRow](…)
class Column(Generic[Row]):
    """One column of a list.

    ``key`` names it in sorting, filters, settings and ``--json``. ``value`` is typed (for files and sums), ``text`` is what
    is read on screen and paper; left out, it follows ``kind``. ``width`` is in characters of body text. Columns with the highest
    ``priority`` number go first when the window is narrow; 0 stays always. ``mark`` gives a status sign before the text,
    ``detail`` a quieter second text after it, with its own mark tone, ``progress`` a share 0–1 drawn under the text.
    """

    key: str
    title: str
    value: Callable[[Row], CellValue]
    kind: Kind = Kind.TEXT
    text: Callable[[Row], str] | None = None
    width: int = 14
    priority: int = 0
    shown: bool = True
    sortable: bool = True
    strong: bool = False
    stretch: bool = False
    mark: Callable[[Row], Mark | None] | None = None
    detail: Callable[[Row], str] | None = None
    detail_mark: Callable[[Row], Mark | None] | None = None
    progress: Callable[[Row], float | None] | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One value a filter or field can take; ``label`` is what is read."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter chip: ``key`` is the name the query knows; several choices may be on at once."""

    key: str
    title: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class EmptyText:
    """What stands in a list that has nothing yet: what this is, two sentences, and what must exist first."""

    heading: str
    body: str
    note: str = ""


@dataclass(frozen=True)  # no slots: with them Python 3.11 cannot call TableSpec[SomeRow](…)
class TableSpec(Generic[Row]):
    """A list: its name in settings and files, its Swedish title, its columns and filters."""

    name: str
    title: str
    columns: tuple[Column[Row], ...]
    sort: str
    descending: bool = False
    filters: tuple[Filter, ...] = ()
    empty: EmptyText = field(default_factory=lambda: EmptyText("", ""))

    def column(self, key: str) -> Column[Row]:
        """The column named ``key``; KeyError when there is none."""
        for column in self.columns:
            if column.key == key:
                return column
        raise KeyError(key)
