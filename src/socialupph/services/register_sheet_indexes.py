"""What every index of a batch does: find a record by id, by the token of an answer, and by a name that looks alike."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from socialupph.domain.alike import Words, nearly_same
from socialupph.domain.changes import Entity
from socialupph.persistence.queries.register_sheets import Row
from socialupph.services.register_sheet_entries import Entry


class Index:
    """The records of one register that a batch may mean, and those it makes."""

    def __init__(self, entity: Entity, rows: Iterable[Row]) -> None:
        self.entity = entity
        self.by_id = {row["id"]: Entry(entity, row["id"], row) for row in rows}
        self.made: list[Entry] = []
        self._made_by_token: dict[str, Entry] = {}

    def live(self, number: int | None) -> Entry | None:
        """The record with that id or, when it was merged, the one it turned out to be; None when it is gone or void."""
        entry = None if number is None else self.by_id.get(number)
        while entry is not None and (into := entry.stored.get("merged_into_id")) is not None:
            entry = self.by_id.get(into)
        return None if entry is None or entry.is_void else entry

    def by_token(self, token: str) -> Entry | None:
        """The record that an answer names."""
        if token in self._made_by_token:
            return self._made_by_token[token]
        kind, _colon, number = token.partition(":")
        return self.live(int(number)) if kind == self.entity and number.isdecimal() else None

    def new(self, identity: str) -> Entry:
        """A record that is not in the register yet, and not found by anybody before ``add``."""
        return Entry(self.entity, identity=identity)

    def add(self, entry: Entry) -> None:
        """A record that the batch makes can be found from now on."""
        self.made.append(entry)
        self._made_by_token[entry.token] = entry

    def changed(self) -> list[Entry]:
        """Records of the register that a sheet says something new of."""
        return [entry for entry in self.by_id.values() if entry.said]


_Near = dict[tuple[Words, str], list[tuple[Words, Entry]]]


class Alike:
    """Records by their names: the same name in whatever order, and those that ``domain.alike`` calls nearly the same.

    Looked up by what two such names have in common, never by comparing one with all; that part is made when first asked.
    """

    def __init__(self, words: Callable[[str], Words]) -> None:
        self._words = words
        self._same: dict[Words, list[Entry]] = {}
        self._near: _Near | None = None
        self._known: dict[str, Words] = {}

    def words_of(self, name: str) -> Words:
        """The words of a name, worked out once for each way of writing."""
        if name not in self._known:
            self._known[name] = self._words(name)
        return self._known[name]

    def add(self, name: str, entry: Entry) -> None:
        """A record goes by this name."""
        words = self.words_of(name)
        if not words:
            return
        self._same.setdefault(tuple(sorted(words)), []).append(entry)
        if self._near is not None:
            _put(self._near, words, entry)

    def same(self, name: str) -> Sequence[Entry]:
        """Records of the same name, in whatever order its words stand."""
        return self._same.get(tuple(sorted(self.words_of(name))), ())

    def near(self, name: str, fits: Callable[[Entry], bool] | None = None) -> list[Entry]:
        """Records whose name is the same or nearly so, each once; with ``fits`` only those it says may be meant."""
        if self._near is None:
            self._near = {}
            for words, entries in self._same.items():
                for entry in entries:
                    _put(self._near, words, entry)
        wanted = self.words_of(name)
        found = {entry: True for entry in self.same(name) if fits is None or fits(entry)}
        for form in _forms(wanted):
            for words, entry in self._near.get(form, ()):
                if entry not in found and (fits is None or fits(entry)):
                    found[entry] = nearly_same(wanted, words)
        return [entry for entry, is_near in found.items() if is_near]


def _put(near: _Near, words: Words, entry: Entry) -> None:
    for form in _forms(words):
        near.setdefault(form, []).append((words, entry))


def _forms(words: Words) -> Iterator[tuple[Words, str]]:
    """What two names that are nearly the same have in common: all of it, all but a word, or a word but for a letter."""
    ordered = tuple(sorted(words))
    yield ordered, ""
    yield ("".join(words),), ""
    for place, word in enumerate(ordered):
        rest = ordered[:place] + ordered[place + 1 :]
        if len(rest) > 1:
            yield rest, ""
        if word.isalpha():
            for at in range(len(word)):
                yield rest, word[:at] + word[at + 1 :]
            yield rest, word
