"""The sample under construction: rows by table, codes given so far, and the dice that decide."""

import datetime as dt
from dataclasses import dataclass, field
from random import Random

from socialupph.domain.clock import WorkCalendar
from socialupph.persistence.bulk import Row
from socialupph.persistence.records import Tracked


@dataclass(frozen=True, slots=True)
class Size:
    """How much of each register is made, over how many years."""

    years: int
    contracts: int
    suppliers: int
    placements: int
    candidates: int
    sessions: int


@dataclass(slots=True)
class World:
    """Rows are added in the order tables depend on each other; ``words`` finds a reference item by list and key."""

    dice: Random
    today: dt.date
    calendar: WorkCalendar
    size: Size
    words: dict[tuple[str, str], int]
    rows: dict[type[Tracked], list[Row]] = field(default_factory=dict[type[Tracked], list[Row]])
    codes: dict[str, int] = field(default_factory=dict[str, int])

    def add(self, table: type[Tracked], **values: object) -> Row:
        """Add a row and give it back, with its id."""
        rows = self.rows.setdefault(table, [])
        row: Row = {"id": len(rows) + 1, **values}
        rows.append(row)
        return row

    def all(self, table: type[Tracked]) -> list[Row]:
        """The rows made so far of a table."""
        return self.rows.get(table, [])

    def find(self, table: type[Tracked], number: int) -> Row:
        """The row of a table with this id."""
        return self.rows[table][number - 1]

    def code(self, prefix: str, width: int) -> str:
        """The next code of a kind."""
        self.codes[prefix] = self.codes.get(prefix, 0) + 1
        return f"{prefix}-{self.codes[prefix]:0{width}d}"

    def day(self, earliest: int, latest: int) -> dt.date:
        """A day between so many days from today, both inclusive; negative is past."""
        return self.today + dt.timedelta(days=self.dice.randint(earliest, latest))

    def workday(self, day: dt.date) -> dt.date:
        """``day``, or the first working day after it."""
        while self.calendar.is_day_off(day):
            day += dt.timedelta(days=1)
        return day

    def chance(self, share: float) -> bool:
        """True in ``share`` of the throws."""
        return self.dice.random() < share
