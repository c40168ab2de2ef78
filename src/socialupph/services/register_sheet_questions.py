"""What only the user can answer about a batch: asked once for each word, answered now or at an earlier import."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from socialupph.domain.changes import Entity
from socialupph.domain.commands.register_sheets import NEW, SKIP, Answers
from socialupph.domain.privacy import PersonFacts, PersonKind, Place, shown_person
from socialupph.domain.values import name_key
from socialupph.domain.views.register_sheets import Choice, Doubt, ImportQuestion
from socialupph.services.register_sheet_entries import Entry, Turn, Where, digest

LEFT_OUT = 0
"""What is remembered of a word whose rows are left out: no record has that id."""


class Reply(Enum):
    """An answer that is no record."""

    MAKE = auto()
    LEAVE = auto()
    WAIT = auto()


Find = Callable[[str], Entry | None]
"""Finds the record an answer names: the token of one of the register, or of one that the batch makes."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What is asked: which kind of record a word means, and what the word is told apart by (``words``, never shown).

    ``group`` tells apart what else would have the same key, such as the lists of reference data. ``refers`` where the row means a
    record that another row of the batch may tell of, rather than telling of it itself.
    """

    asked: Entity
    doubt: Doubt
    word: str
    words: tuple[str, ...]
    choices: tuple[Choice, ...] = ()
    may_be_new: bool = False
    may_be_empty: bool = False
    group: str = ""
    refers: bool = True

    @property
    def kept_as(self) -> tuple[Entity, str]:
        """What the answer is remembered by."""
        return self.asked, digest("asked", self.group, *self.words)

    @property
    def key(self) -> str:
        """What the answer is given by."""
        group = f":{self.group}" if self.group else ""
        return f"{self.asked}{group}:{self.kept_as[1][:24]}"


@dataclass(slots=True)
class Questions:
    """Asks, and knows what was answered. ``remembered`` are words of earlier imports with the ids they stood for."""

    answers: Answers
    remembered: Mapping[tuple[Entity, str], int]
    learned: dict[tuple[Entity, str], Entry | None] = field(default_factory=dict[tuple[Entity, str], "Entry | None"])
    failed: dict[tuple[Entity, str], Where] = field(default_factory=dict[tuple[Entity, str], Where])
    _asked: dict[str, ImportQuestion] = field(default_factory=dict[str, ImportQuestion])
    _rows: dict[str, dict[Where, None]] = field(default_factory=dict[str, dict[Where, None]])
    _kept_as: dict[str, tuple[Entity, str]] = field(default_factory=dict[str, tuple[Entity, str]])
    _made: dict[str, Entry] = field(default_factory=dict[str, Entry])

    def ask(self, turn: Turn, asking: Asking, find: Find, field: str) -> Entry | Reply:
        """The record that is meant, or what to do without one. While nobody has answered, the row is in error ``import.ask``.

        *Skip* leaves the row out, or (``Reply.LEAVE``) lets it stand without the record where that may be empty.
        """
        key = asking.key
        if asking.refers and key not in self._asked and self.waits(turn, asking.asked, asking.word, field):
            return Reply.WAIT
        self._rows.setdefault(key, {})[turn.where] = None
        token, is_remembered = self._token(asking)
        answer: Entry | Reply = Reply.WAIT
        if token == SKIP:
            answer = Reply.LEAVE
        elif token == NEW and asking.may_be_new:
            answer = self._made.get(key, Reply.MAKE)
        elif token:
            answer = find(token) or Reply.WAIT
        if answer is Reply.WAIT:
            token, is_remembered = "", False
        known = self._asked.get(key)
        if known is None or (known.may_be_empty and not asking.may_be_empty):
            choices = asking.choices
            if isinstance(answer, Entry) and token != NEW and all(one.token != token for one in choices):
                choices = (*choices, choice_of(answer))
            self._asked[key] = ImportQuestion(
                key, asking.asked, asking.doubt, asking.word, (), choices, asking.may_be_new, asking.may_be_empty,
                token, is_remembered,
            )  # fmt: skip
            self._kept_as[key] = asking.kept_as
        self._after(turn, asking, answer, field)
        return answer

    def fail(self, turn: Turn, asked: Entity, word: str) -> None:
        """A row that other rows may mean by this word cannot be taken in."""
        if word:
            self.failed.setdefault((asked, name_key(word)), turn.where)

    def waits(self, turn: Turn, asked: Entity, word: str, field: str) -> bool:
        """Whether the word is that of a row which cannot be taken in; that is said instead of asking what it means."""
        where = self.failed.get((asked, name_key(word))) if word else None
        if where is None or where == turn.where:
            return False
        turn.error("waits_for_row", field, value=word, sheet=where[0], first=str(where[1]))
        return True

    def _token(self, asking: Asking) -> tuple[str, bool]:
        """What was answered, now or (true) at an earlier import; an empty answer now takes an earlier one back."""
        if asking.key in self.answers:
            return self.answers[asking.key], False
        number = self.remembered.get(asking.kept_as)
        if number is None:
            return "", False
        return (SKIP if number == LEFT_OUT else f"{asking.asked}:{number}"), True

    def _after(self, turn: Turn, asking: Asking, answer: Entry | Reply, field: str) -> None:
        if answer is Reply.WAIT:
            turn.error("ask", field, value=asking.word)
        elif answer is Reply.LEAVE:
            if not asking.may_be_empty:
                turn.left_out = True
            self.learned[asking.kept_as] = None
        elif isinstance(answer, Entry):
            self.learned[asking.kept_as] = answer

    def made(self, asking: Asking, entry: Entry) -> None:
        """The answer was *new*, and this is the record: every row with the word means it, now and later."""
        self._made[asking.key] = entry
        self.learned[asking.kept_as] = entry

    def known_as(self, asked: Entity, *words: str) -> int | None:
        """The record that an earlier import learned a word of ours for (their code, a name that was certain then)."""
        number = self.remembered.get((asked, digest(*words)))
        return number or None

    def was_answered(self, asked: Entity, words: tuple[str, ...]) -> bool:
        """Whether somebody said at an earlier import what these words mean."""
        return (asked, digest("asked", "", *words)) in self.remembered

    def learn(self, entry: Entry, *words: str) -> None:
        """Know a word again at the next import, without asking."""
        self.learned[entry.entity, digest(*words)] = entry

    def all(self) -> tuple[ImportQuestion, ...]:
        """Every question that came up, with the rows it is about, in the order they came up."""
        return tuple(replace(one, rows=tuple(self._rows[key])) for key, one in self._asked.items())

    def to_remember(self) -> dict[tuple[Entity, str], int]:
        """What to keep, once every record has its id: only what was not known before."""
        found: dict[tuple[Entity, str], int] = {}
        for word, entry in self.learned.items():
            number = LEFT_OUT if entry is None else entry.id
            if (entry is None or number) and self.remembered.get(word) != number:
                found[word] = number
        return found


def choice_of(entry: Entry, detail: str = "") -> Choice:
    """A record as a question offers it.

    A candidate stands by code and birth year; a protected one, and one whose birth year is not known, by code alone: that a code
    stands alone tells nothing. A contact stands by name, a protected one by the name chosen for it. What the batch itself makes
    is told by its row.
    """
    place = entry.made_by.where if entry.is_new and entry.made_by is not None else None
    match entry.entity:
        case Entity.CANDIDATE:
            year = "" if entry.is_protected else str(entry.get("birth_year") or "")
            label, detail = "", year
        case Entity.CONTACT | Entity.SIGN_UP:
            kind = PersonKind.CONTACT if entry.entity is Entity.CONTACT else PersonKind.SIGN_UP
            facts = PersonFacts(
                alias=entry.get("alias") or "", name=entry.get("name") or "", protected=entry.is_protected, kind=kind
            )
            label = shown_person(facts, place=Place.LIST, show_names=True).label
            detail = "" if entry.is_protected else detail
        case Entity.REFERENCE:
            return Choice(entry.token, entry.stored["key"], entry.stored["label"])
        case _:
            label = str(entry.get("title") or entry.get("name") or "")
    return Choice(entry.token, entry.code, label, detail, place)


def choices_of(entries: Sequence[Entry]) -> tuple[Choice, ...]:
    """Several records as a question offers them, each once."""
    return tuple(choice_of(entry) for entry in dict.fromkeys(entries))
