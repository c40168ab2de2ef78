"""Which placement a row means: by code, by the code the sheet gave it, else by person, host or contract, and day."""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from socialupph.domain.changes import Entity
from socialupph.domain.periods import Period
from socialupph.domain.values import name_key
from socialupph.domain.views.register_sheets import Choice, Doubt
from socialupph.persistence.queries.register_sheets import Row
from socialupph.services.register_sheet_contracts import Contracts
from socialupph.services.register_sheet_entries import Entry, Turn
from socialupph.services.register_sheet_indexes import Index
from socialupph.services.register_sheet_people import Candidates
from socialupph.services.register_sheet_questions import Asking, Questions, Reply, choice_of
from socialupph.services.register_sheet_suppliers import Suppliers

AFTER_END = dt.timedelta(days=400)
"""So long after its end a placement still has follow-ups: twelve months and some days off."""


@dataclass(frozen=True, slots=True)
class Whose:
    """What a row says of the placement it means, as far as it says anything."""

    candidate: Entry | None = None
    host: Entry | None = None
    contract: Entry | None = None


class Placements(Index):
    """Placements of the register and of the batch."""

    def __init__(
        self,
        rows: Iterable[Row],
        working_times: Iterable[Row],
        suppliers: Suppliers,
        contracts: Contracts,
        candidates: Candidates,
        questions: Questions,
    ) -> None:
        super().__init__(Entity.PLACEMENT, rows)
        self._questions = questions
        self._indexes = {"candidate_id": candidates, "host_supplier_id": suppliers, "contract_id": contracts}
        self._by_code: dict[str, Entry] = {}
        self._of: dict[Entry, dict[Entry, None]] = {}
        self._alone: dict[Entry, None] = {}
        self.taken: dict[Entry, Turn] = {}
        self.working_times: dict[int, list[Row]] = {}
        for entry in self.by_id.values():
            self._by_code[name_key(entry.stored["code"])] = entry
            if not entry.is_void:
                self._link(entry)
        for time in working_times:
            self.working_times.setdefault(time["placement_id"], []).append(time)

    def whose(self, entry: Entry, column: str) -> Entry | None:
        """The candidate, host or contract of a placement."""
        value = entry.get(column)
        return value if isinstance(value, Entry) or value is None else self._indexes[column].by_id[value]

    def _link(self, entry: Entry) -> None:
        for column in self._indexes:
            other = self.whose(entry, column)
            if other is not None:
                self._of.setdefault(other, {})[entry] = None
        if self.whose(entry, "candidate_id") is None:
            self._alone[entry] = None

    def of(self, other: Entry) -> Collection[Entry]:
        """Placements of a candidate, at a host or under a contract, void ones aside."""
        return self._of.get(other, {})

    @staticmethod
    def period(entry: Entry) -> Period:
        """From its first day to the day it ended or is planned to end, as it will be."""
        start, end = entry.get("starts_on"), entry.get("ended_on") or entry.get("planned_end_on")
        return Period(start, max(start, end))

    # ---------------------------------------------------------------- rows of the sheet of placements

    def of_row(self, turn: Turn, code: str, whose: Whose, start: dt.date | None) -> Entry | None:
        """The placement of the register that a row tells of; None when it is a new one or has to be asked."""
        known = self.by_word(code)
        if known is not None:
            return known
        if start is None:
            return None
        here = [one for one in self._fitting(whose, under=False) if one.get("starts_on") == start]
        taken = next((self.taken[one] for one in here if one in self.taken), None)
        here = [one for one in here if one not in self.taken]
        if not here and taken is not None and whose.candidate is not None:
            turn.error("placement_twice", "starts_on", first=str(taken.row), sheet=taken.sheet)
            return None
        if not here and whose.candidate is not None:
            moved = [one for one in self._fitting(whose, under=True) if one.get("starts_on") == start]
            here = [one for one in moved if one not in self.taken and not one.is_new]
        return next(iter(here), None)

    def overlapping(self, turn: Turn, whose: Whose, period: Period) -> Entry | Reply:
        """A placement of the same person at the same host at the same time may be the same with another first day: asked."""
        if whose.candidate is None:
            return Reply.MAKE
        near = [one for one in self._fitting(whose, under=False) if self.period(one).overlaps(period)]
        near = [one for one in near if one not in self.taken]
        if not near or whose.host is None:
            return Reply.MAKE
        who = whose.candidate.code or whose.candidate.get("name") or ""
        shown = whose.candidate.code if whose.candidate.is_protected else who
        word = " ".join(part for part in (shown, whose.host.get("name"), period.start.isoformat()) if part)
        if whose.candidate.is_protected:
            word = " ".join(part for part in (shown, period.start.isoformat()) if part)
        asking = Asking(
            self.entity,
            Doubt.MAYBE,
            word,
            (name_key(who), name_key(whose.host.get("name") or ""), period.start.isoformat()),
            tuple(map(self.choice, near)),
            may_be_new=True,
        )
        answer = self._questions.ask(turn, asking, self.by_token, "starts_on")
        if answer is Reply.MAKE:
            self._remember_new(turn, asking)
        return answer

    def _remember_new(self, turn: Turn, asking: Asking) -> None:
        def made() -> None:
            if turn.subject is not None:
                self._questions.made(asking, turn.subject)

        turn.then(made)

    def by_word(self, code: str) -> Entry | None:
        """The placement with this code of ours, or the one that a sheet called so; void ones too."""
        if not code:
            return None
        key = name_key(code)
        return self.live(self._questions.known_as(self.entity, "is", "code", key)) or self._by_code.get(key)

    def _fitting(self, whose: Whose, *, under: bool) -> list[Entry]:
        """Placements of the candidate at the host or, with ``under``, under the contract; of nobody named both must fit."""
        if whose.candidate is not None:
            column, other = ("contract_id", whose.contract) if under else ("host_supplier_id", whose.host)
            return [one for one in self.of(whose.candidate) if other is not None and one.refers_to(column, other)]
        found = self.of(whose.host) if whose.host is not None else ()
        found = [one for one in found if one in self._alone]
        return [one for one in found if whose.contract is None or one.refers_to("contract_id", whose.contract)]

    def take(self, entry: Entry, turn: Turn, code: str) -> None:
        """A row that stands tells of this placement: no other row does, and later rows and imports find it by its code."""
        self.taken[entry] = turn
        if entry.is_new:
            self.add(entry)
        self._link(entry)
        if code and name_key(code) != name_key(entry.code):
            self._by_code.setdefault(name_key(code), entry)
            self._questions.learn(entry, "is", "code", name_key(code))

    # ---------------------------------------------------------------- what follow-ups refer to

    def refer(
        self, turn: Turn, whose: Whose, day: dt.date | None, word: str, *, is_doubtful: bool = False
    ) -> Entry | None:
        """The placement a follow-up means where no code tells it: the candidate's, at the host or under the contract, on the day.

        ``is_doubtful`` where the row says something else too that nobody knows: then even the only one that fits is asked.
        """
        said = [one for one in (whose.candidate, whose.host, whose.contract) if one is not None]
        found: list[Entry] = []
        if said:
            found = [one for one in self.of(said[0]) if all(one in self.of(other) for other in said[1:])]
        if whose.candidate is None:
            found = [one for one in found if one in self._alone] or found
        if len(found) > 1 and day is not None:
            found = self._on(found, day) or found
        if len(found) == 1 and not is_doubtful:
            return found[0]
        if not found and whose.candidate is not None:
            found = list(self.of(whose.candidate))
        if not found:
            if not self._questions.waits(turn, self.entity, word, "placement"):
                turn.error("placement_unknown", "placement", value=word)
            return None
        doubt = Doubt.SEVERAL if len(found) > 1 else Doubt.MAYBE
        words = (name_key(word), *(name_key(one.get("name") or one.code) for one in said if not one.is_protected))
        asking = Asking(self.entity, doubt, word, words, tuple(map(self.choice, found)))
        answer = self._questions.ask(turn, asking, self.by_token, "placement")
        return answer if isinstance(answer, Entry) else None

    def _on(self, found: Sequence[Entry], day: dt.date) -> list[Entry]:
        """Those that run on the day, else the one that ended last before it, while there still are follow-ups."""
        runs = [one for one in found if self.period(one).contains(day)]
        if runs:
            return runs
        ended = [one for one in found if self.period(one).end < day <= self.period(one).end + AFTER_END]
        last = max((self.period(one).end for one in ended), default=None)
        return [one for one in ended if self.period(one).end == last]

    def choice(self, entry: Entry) -> Choice:
        """A placement as a question offers it: code, host and first day; of a protected person's no host."""
        candidate, host = self.whose(entry, "candidate_id"), self.whose(entry, "host_supplier_id")
        hidden = candidate is not None and candidate.is_protected
        name = "" if hidden or host is None else host.get("name") or ""
        told = choice_of(entry, entry.get("starts_on").isoformat())
        return Choice(told.token, told.code, name, told.detail, told.place)
