"""Which follow-up of a placement or contract a row means."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from socialupph.domain.changes import Entity
from socialupph.domain.commands.register_sheets import AnswerCells, StepCells
from socialupph.domain.follow_ups import MERGE_DAYS, FollowUpKind, is_settled
from socialupph.domain.values import name_key
from socialupph.persistence.queries.register_sheets import Row
from socialupph.services.register_sheet_entries import Entry, Turn
from socialupph.services.register_sheet_indexes import Index

Load = Callable[[Collection[int], Collection[int]], list[Row]]
"""Reads the follow-ups of placements and of contracts."""

LoadParts = Callable[[Collection[int]], tuple[list[Row], list[Row]]]
"""Reads the answers and the agreed steps of follow-ups."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a row says that decides which follow-up it is."""

    kind: FollowUpKind | None
    due_on: dt.date | None
    held_on: dt.date | None

    @property
    def day(self) -> dt.date:
        """When it was held, else when it is due."""
        return self.held_on or self.due_on or dt.date.max


class FollowUps(Index):
    """Follow-ups of the placements and contracts that a batch is about, read when those are known."""

    def __init__(self, load: Load, load_parts: LoadParts) -> None:
        super().__init__(Entity.FOLLOW_UP, ())
        self._load, self._load_parts = load, load_parts
        self._of: dict[Entry, list[Entry]] = {}
        self._stored_of: dict[tuple[str, int], list[Entry]] = {}
        self._loaded: set[tuple[str, int]] = set()
        self.taken: dict[Entry, Turn] = {}
        self.answers: dict[int, dict[tuple[str, str], Row]] = {}
        self.steps: dict[int, dict[str, Row]] = {}
        self.new_answers: dict[Entry, list[AnswerCells]] = {}
        self.new_steps: dict[Entry, list[StepCells]] = {}
        self.changed_parts: list[tuple[str, Row, Row]] = []

    def read(self, owners: Iterable[Entry]) -> None:
        """Make the follow-ups of these placements and contracts known, and what was said in them."""
        wanted: dict[str, set[int]] = {"placement_id": set(), "contract_id": set()}
        for owner in owners:
            column = _column(owner)
            if owner.id and (column, owner.id) not in self._loaded:
                wanted[column].add(owner.id)
                self._loaded.add((column, owner.id))
        found: list[Entry] = []
        for row in self._load(wanted["placement_id"], wanted["contract_id"]):
            entry = Entry(self.entity, row["id"], row)
            self.by_id[entry.id] = entry
            column = "placement_id" if row["placement_id"] is not None else "contract_id"
            if not entry.is_void:
                self._stored_of.setdefault((column, row[column]), []).append(entry)
                found.append(entry)
        answers, steps = self._load_parts([entry.id for entry in found])
        for one in answers:
            self.answers.setdefault(one["follow_up_id"], {})[one["respondent"], one["question"]] = one
        for one in steps:
            self.steps.setdefault(one["follow_up_id"], {})[name_key(one["what"])] = one

    def of(self, owner: Entry) -> list[Entry]:
        """The follow-ups of a placement or contract that are not void, those of the batch too."""
        return [*self._stored_of.get((_column(owner), owner.id), ()), *self._of.get(owner, ())]

    def find(self, owner: Entry, told: Told) -> Entry | None:
        """The one a row means: the same day, due or held, of the same kind where both say one."""
        fits = self._free(owner, told)
        days = [day for day in (told.due_on, told.held_on) if day is not None]
        for column in ("due_on", "held_on"):
            for day in days:
                same = [one for one in fits if one.get(column) == day]
                if same:
                    return same[0]
        return None

    def expected(self, owner: Entry, told: Told) -> Entry | None:
        """What the plan expected within a week of the day a row says that one was held: then that one is done."""
        if told.held_on is None:
            return None
        waits = [one for one in self._free(owner, told) if not is_settled(one.get("status"))]
        waits = [one for one in waits if not one.is_new and _apart(one, told.held_on) <= MERGE_DAYS]
        return min(waits, key=lambda one: _apart(one, told.day), default=None)

    def _free(self, owner: Entry, told: Told) -> list[Entry]:
        free = [one for one in self.of(owner) if one not in self.taken]
        return [one for one in free if told.kind in (None, one.get("kind"))]

    def taken_on(self, owner: Entry, told: Told) -> Turn | None:
        """The row of the batch that already tells of this follow-up; two of different kinds may be the same day."""
        for one in self.of(owner):
            turn = self.taken.get(one)
            if turn is None or told.kind not in (None, one.get("kind")):
                continue
            if (told.due_on or told.held_on) == one.get("due_on") and told.held_on == one.get("held_on"):
                return turn
        return None

    def take(self, owner: Entry, entry: Entry, turn: Turn) -> None:
        """A row that stands tells of this follow-up."""
        self.taken[entry] = turn
        if entry.is_new:
            self.add(entry)
            self._of.setdefault(owner, []).append(entry)


def _column(owner: Entry) -> str:
    return "placement_id" if owner.entity is Entity.PLACEMENT else "contract_id"


def _apart(entry: Entry, day: dt.date) -> int:
    return abs((entry.get("due_on") - day).days)
