"""Which contract and which requirement a row means; contracts that the batch itself makes are found too."""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from socialupph.domain.alike import person_words
from socialupph.domain.changes import Entity
from socialupph.domain.kinds import ContractParty
from socialupph.domain.ledger import PlacementKind
from socialupph.domain.values import name_key
from socialupph.domain.views.register_sheets import Doubt
from socialupph.persistence.queries.register_sheets import Row
from socialupph.services.import_plan import RowPlan
from socialupph.services.register_sheet_entries import Entry, Turn, line
from socialupph.services.register_sheet_indexes import Alike, Index
from socialupph.services.register_sheet_questions import Asking, Questions, choice_of
from socialupph.services.register_sheet_suppliers import Suppliers

MOST_CHOICES = 40
"""So many contracts at most are offered for a word that none of them bears."""

_ONLY = {
    "employment": (PlacementKind.EMPLOYMENT,),
    "summer_job": (PlacementKind.EMPLOYMENT,),
    "internship": (PlacementKind.INTERNSHIP,),
}
"""Types of requirement that one kind of placement counts towards; the others take both."""


@dataclass(slots=True)
class _Facts:
    """What is known of a contract beside its row: who is party, from when to when, and its requirements."""

    suppliers: list[Entry] = field(default_factory=list[Entry])
    others: list[Entry] = field(default_factory=list[Entry])
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    requirements: list[Entry] = field(default_factory=list[Entry])


class Contracts(Index):
    """Contracts by our code, their number, diarienummer and title."""

    def __init__(self, rows: Iterable[Row], parties: Iterable[Row], suppliers: Suppliers, questions: Questions) -> None:
        super().__init__(Entity.CONTRACT, rows)
        self._suppliers, self._questions = suppliers, questions
        self._exact: dict[str, list[Entry]] = {}
        self._titles = Alike(person_words)
        self._parts: dict[str, dict[Entry, None]] = {}
        self._facts: dict[Entry, _Facts] = {}
        self._of_supplier: dict[Entry, list[Entry]] = {}
        for entry in self.by_id.values():
            self._facts[entry] = _Facts(starts_on=entry.stored["starts_on"], ends_on=entry.stored["ends_on"])
            if not entry.is_void:
                self._name(entry, entry.stored)
        for party in sorted(parties, key=_position):
            supplier = suppliers.live(party["supplier_id"])
            if supplier is not None:
                self._party(self.by_id[party["contract_id"]], supplier, party["party"])

    def _name(self, entry: Entry, told: Any) -> None:
        for text in (entry.code, told.get("number"), told.get("diary_number")):
            if text and entry not in self._exact.setdefault(_squeezed(text), []):
                self._exact[_squeezed(text)].append(entry)
        if told.get("title"):
            self._titles.add(told["title"], entry)
            for part in name_key(told["title"]).split():
                self._parts.setdefault(part, {})[entry] = None

    def _party(self, contract: Entry, supplier: Entry, party: ContractParty) -> None:
        facts = self._facts[contract]
        (facts.suppliers if party is ContractParty.SUPPLIER else facts.others).append(supplier)
        self._of_supplier.setdefault(supplier, []).append(contract)

    def take(self, plan: RowPlan) -> Entry:
        """A row of a contract list, planned: later rows find its contract by what it says."""
        if plan.known is not None:
            entry = self.by_id[plan.known.id]
        else:
            entry = self.new(" ".join(plan.row.identity))
            entry.said.update(plan.values)
            self._facts[entry] = _Facts()
            self.add(entry)
        facts = self._facts[entry]
        facts.starts_on = plan.values.get("starts_on", facts.starts_on)
        facts.ends_on = plan.values.get("ends_on", facts.ends_on)
        self._name(entry, plan.values)
        if plan.supplier is not None:
            if plan.replaces is not None and facts.suppliers:
                self._of_supplier[facts.suppliers[0]].remove(entry)
                facts.suppliers.pop(0)
            self._party(entry, self._suppliers.of(plan.supplier), ContractParty.SUPPLIER)
        return entry

    def suppliers_of(self, contract: Entry) -> Sequence[Entry]:
        """The contract parties, the one that lists show first."""
        return self._facts[contract].suppliers

    def requirements_of(self, contract: Entry) -> list[Entry]:
        """Its requirements that are not void; rows of the batch may add to it."""
        return self._facts[contract].requirements

    def of_supplier(self, supplier: Entry) -> list[Entry]:
        """Contracts a supplier is party to or subcontractor of, void ones aside."""
        return [one for one in dict.fromkeys(self._of_supplier.get(supplier, ())) if not one.is_void]

    def runs_on(self, contract: Entry, day: dt.date) -> bool:
        """Whether a day lies within a contract; an end or start that is not known does not shut it out."""
        facts = self._facts[contract]
        return (facts.starts_on is None or facts.starts_on <= day) and (facts.ends_on is None or day <= facts.ends_on)

    def right_of(self, supplier: Entry, day: dt.date) -> Entry | None:
        """The contract that gives a supplier's people the right to a course on ``day``: of those that run the last to begin."""
        runs = [
            one
            for one in self.of_supplier(supplier)
            if self._facts[one].starts_on and self._facts[one].ends_on and self.runs_on(one, day)
        ]
        return max(runs, key=lambda one: self._facts[one].starts_on or dt.date.min, default=None)

    def find(self, turn: Turn, word: str, field: str, near: Iterable[Entry] = ()) -> Entry | None:
        """The contract a word means: code, number and diarienummer are certain, a title is asked. ``near`` are offered first."""
        word = line(word)
        exact = self._exact.get(_squeezed(word), [])
        if len(exact) == 1:
            return exact[0]
        doubt, offered = Doubt.SEVERAL, exact
        if not exact:
            doubt, offered = Doubt.MAYBE, self._titles.near(word)
        if not offered:
            doubt, offered = Doubt.NOTHING, self._related(word, near)
        asking = Asking(self.entity, doubt, word, (name_key(word),), tuple(map(self._choice, offered)))
        answer = self._questions.ask(turn, asking, self.by_token, field)
        return answer if isinstance(answer, Entry) else None

    def _related(self, word: str, near: Iterable[Entry]) -> list[Entry]:
        """What could be offered for a word nobody bears: those of the host, those that share a word, then the newest."""
        found = dict.fromkeys(near)
        for part in name_key(word).split():
            if len(part) > 2:
                found.update(self._parts.get(part, {}))
        newest = [one for one in (*self.made, *reversed(self.by_id.values())) if not one.is_void]
        found.update(dict.fromkeys(newest[: MOST_CHOICES - len(found)] if len(found) < MOST_CHOICES else ()))
        return list(found)[:MOST_CHOICES]

    def one_of(self, turn: Turn, contracts: Sequence[Entry], host: Entry, field: str) -> Entry | None:
        """Which of its contracts a host's placements belong to, where the sheet does not say."""
        name = host.get("name") or ""
        asking = Asking(
            self.entity, Doubt.SEVERAL, name, (name_key(name),), tuple(map(self._choice, contracts)), group="of_host"
        )
        answer = self._questions.ask(turn, asking, self.by_token, field)
        return answer if isinstance(answer, Entry) else None

    def _choice(self, entry: Entry) -> Any:
        return choice_of(entry, entry.get("number") or entry.get("diary_number") or "")

    def called(self, entry: Entry) -> str:
        """What people call a contract: its number, else its diarienummer, code or title."""
        return entry.get("number") or entry.get("diary_number") or entry.code or entry.get("title") or ""


def _squeezed(text: str) -> str:
    """*K 2026 / 14* and *k2026/14* are one number."""
    return "".join(name_key(text).split())


def _position(party: Row) -> tuple[int, int]:
    return party["position"], party["id"]


class Requirements(Index):
    """Requirements of contracts, by code, running number and type."""

    def __init__(
        self, rows: Iterable[Row], types: Collection[Entry], contracts: Contracts, questions: Questions
    ) -> None:
        super().__init__(Entity.REQUIREMENT, rows)
        self._contracts, self._questions = contracts, questions
        self._types = {one.id: one for one in types}
        for entry in self.by_id.values():
            if not entry.is_void:
                contracts.requirements_of(contracts.by_id[entry.stored["contract_id"]]).append(entry)

    def take(self, contract: Entry, plan: RowPlan) -> list[Entry]:
        """The requirements that a row of a contract list proposes, in order."""
        by_key = {one.stored["key"]: one for one in self._types.values()}
        made: list[Entry] = []
        listed = self._contracts.requirements_of(contract)
        for number, proposal in enumerate(plan.requirements, start=len(listed) + 1):
            entry = self.new(f"{contract.token} {number} {proposal.original}")
            kind = by_key.get(proposal.type_key)
            entry.said.update({"number": number, "type_id": kind.id if kind else 0, "title": proposal.original})
            self.add(entry)
            made.append(entry)
        listed.extend(made)
        return made

    def find(self, turn: Turn, contract: Entry, word: str, kind: PlacementKind | None, field: str) -> Entry | None:
        """What a placement counts towards: what the row says, else the only one that fits; None where nothing does."""
        word = line(word)
        listed = self._contracts.requirements_of(contract)
        if word:
            fits = [one for one in listed if self._is_called(one, contract, word)]
            fits = fits if len(fits) < 2 else [one for one in fits if self._takes(one, kind)] or fits
        else:
            listed = [one for one in listed if self._type(one).stored.get("has_volume", True)]
            fits = [one for one in listed if self._takes(one, kind)]
        if len(fits) == 1:
            return fits[0]
        if not listed and not word:
            return None
        if not listed:
            turn.warn("warn_no_requirement", field, value=word)
            return None
        called = self._contracts.called(contract)
        asking = Asking(
            self.entity,
            Doubt.SEVERAL if fits else Doubt.NOTHING,
            word or called,
            (name_key(called), name_key(word), str(kind or "")),
            tuple(choice_of(one, self._type(one).stored.get("label", "")) for one in fits or listed),
            may_be_empty=True,
        )
        answer = self._questions.ask(turn, asking, self.by_token, field)
        return answer if isinstance(answer, Entry) else None

    def _type(self, entry: Entry) -> Entry:
        return self._types.get(entry.get("type_id")) or Entry(Entity.REFERENCE)

    def _takes(self, entry: Entry, kind: PlacementKind | None) -> bool:
        return kind is None or kind in _ONLY.get(self._type(entry).stored.get("key", ""), (kind,))

    def _is_called(self, entry: Entry, contract: Entry, word: str) -> bool:
        said = name_key(word)
        number = str(entry.get("number"))
        kind = self._type(entry).stored
        names = (entry.code, number, f"{contract.code}/{number}", f"{self._contracts.called(contract)}/{number}")
        return said in {name_key(one) for one in (*names, kind.get("label", ""), kind.get("key", "")) if one}
