"""Which candidate a row means.

A name is never proof. In the sheet of candidates only a code, a personal number or what was answered before makes somebody the same;
a name that is the same, or that looks alike with the same birth year, is asked. A later sheet that only refers to somebody may
do so by name where one person fits.

A protected person is another matter. Not asking would make a second record of them, unprotected and found by searching, which is
the worst that can happen; finding them silently would tell whoever owns a list of names which code they have. So a name
that is theirs is always asked, among choices that show a code alone, exactly as everybody stands whose birth year is not known: that
a code stands alone tells nothing. Which protected people were offered so is logged, as opening them is. Nothing of what the
register holds about them is told as before and after, and a sheet never takes protection away.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from socialupph.domain.alike import nearly_same, person_words
from socialupph.domain.changes import Entity
from socialupph.domain.commands.register_sheets import CandidateRow
from socialupph.domain.values import name_key
from socialupph.domain.views.register_sheets import Choice, Doubt
from socialupph.persistence.queries.register_sheets import Row
from socialupph.services.register_sheet_entries import Entry, Turn, later, line
from socialupph.services.register_sheet_indexes import Alike, Index
from socialupph.services.register_sheet_questions import Asking, Questions, Reply, choices_of


def digits_of(number: str) -> str:
    """The ten last digits of a personal number, by which two ways of writing it are the same; empty when it has fewer."""
    digits = "".join(sign for sign in number if sign.isdecimal())
    return digits[-10:] if len(digits) in (10, 12) else ""


def year_of(number: str) -> int | None:
    """The birth year that a personal number of twelve digits tells."""
    digits = "".join(sign for sign in number if sign.isdecimal())
    return int(digits[:4]) if len(digits) == 12 else None


@dataclass(frozen=True, slots=True)
class Found:
    """Who a row tells of. ``is_proved`` by code or personal number, so that the row may correct the name."""

    entry: Entry
    is_proved: bool = True


class Candidates(Index):
    """Candidates by code, personal number, their own code, and name."""

    def __init__(self, rows: Iterable[Row], questions: Questions) -> None:
        super().__init__(Entity.CANDIDATE, rows)
        self._questions = questions
        self._by_code: dict[str, Entry] = {}
        self._by_number: dict[str, Entry] = {}
        self._names = Alike(person_words)
        self._parts: dict[str, dict[Entry, None]] = {}
        self._in_batch: dict[str, dict[Entry, None]] = {}
        self._turns: dict[tuple[str, ...], int] = {}
        self.offered: dict[str, None] = {}
        for entry in self.by_id.values():
            live = self.live(entry.id)
            self._by_code[name_key(entry.stored["code"])] = live or entry
            if live is not None:
                self._add(entry.stored["name"] or "", entry.stored["personal_number"] or "", live)

    def _add(self, name: str, number: str, entry: Entry) -> None:
        if digits_of(number):
            self._by_number.setdefault(digits_of(number), entry)
        if name:
            self._names.add(name, entry)
            for part in person_words(name):
                self._parts.setdefault(part, {})[entry] = None

    # ---------------------------------------------------------------- rows of the sheet of candidates

    def of_row(self, turn: Turn, row: CandidateRow, year: int | None) -> Found | None:
        """The candidate a row tells of, new where nobody fits; None when it has to be asked, or nobody is named."""
        code, name = line(row.code), line(row.name)
        if not code and not name:
            turn.error("candidate_nobody", "name")
            return None
        words = self._words(code, name, year)
        certain, doubtful = self._certain(turn, row, code, words)
        if not turn.stands:
            return None
        if certain is not None:
            return Found(certain, is_proved=self._proves(row, code, words))
        like = [doubtful] if doubtful is not None else self._like(name, year, digits_of(row.personal_number))
        if not like:
            return Found(self._new(turn, row, words))
        asking = Asking(
            self.entity,
            Doubt.SEVERAL if len(like) > 1 else Doubt.MAYBE,
            name or code,
            words,
            self._choices(like),
            may_be_new=True,
            refers=False,
        )
        answer = self._questions.ask(turn, asking, self.by_token, "name")
        if answer is Reply.MAKE:
            entry = self._new(turn, row, words)
            turn.then(later(self._questions.made, asking, entry))
            return Found(entry)
        return Found(answer, is_proved=False) if isinstance(answer, Entry) else None

    def _proves(self, row: CandidateRow, code: str, words: tuple[str, ...]) -> bool:
        """Whether code or number says who it is, and nobody had to be asked about it before."""
        return bool(row.personal_number or (code and not self._questions.was_answered(self.entity, words)))

    def _words(self, code: str, name: str, year: int | None) -> tuple[str, ...]:
        """What this row is known by the next time: its code, else name and birth year; the second such row is another one."""
        if code:
            return "is", "code", name_key(code)
        plain = ("is", "name", name_key(name), str(year or ""))
        self._turns[plain] = self._turns.get(plain, 0) + 1
        return (*plain, str(self._turns[plain]))

    def _certain(
        self, turn: Turn, row: CandidateRow, code: str, words: tuple[str, ...]
    ) -> tuple[Entry | None, Entry | None]:
        """By personal number, by a word that an earlier import learned, or by our own code.

        Codes are used anew for others: one whose name is quite another makes a doubt, which is the second of the two.
        """
        by_number = self._by_number.get(digits_of(row.personal_number)) if row.personal_number else None
        found = self.live(self._questions.known_as(self.entity, *words))
        if found is None and code:
            found = self._by_code.get(name_key(code))
        if by_number is not None:
            if found is not None and found is not by_number:
                turn.error("candidate_two", "code", value=code or line(row.name))
            return by_number, None
        if found is not None and not self._fits(found, line(row.name)):
            return None, found
        return found, None

    @staticmethod
    def _fits(entry: Entry, name: str) -> bool:
        known = entry.get("name") or ""
        return not (name and known) or nearly_same(person_words(name), person_words(known))

    def _like(self, name: str, year: int | None, number: str) -> list[Entry]:
        """Who may be the same: the same name, or one that looks alike with the same birth year; nobody who is surely another."""
        if not name:
            return []
        found = dict.fromkeys(self._names.same(name))
        if year is not None:
            found.update(dict.fromkeys(self._names.near(name, lambda one: one.get("birth_year") == year)))
        return [one for one in found if not self._is_other(one, year, number)]

    @staticmethod
    def _is_other(entry: Entry, year: int | None, number: str) -> bool:
        known_year, known_number = entry.get("birth_year"), digits_of(entry.get("personal_number") or "")
        return bool(
            (year and known_year and year != known_year) or (number and known_number and number != known_number)
        )

    def _new(self, turn: Turn, row: CandidateRow, words: tuple[str, ...]) -> Entry:
        entry = self.new(" ".join(words))
        code, name = line(row.code), line(row.name)

        def adopt() -> None:
            self.add(entry)
            self._add(name, row.personal_number, entry)
            if code:
                self._by_code.setdefault(name_key(code), entry)

        turn.make(entry, adopt)
        return entry

    def settle(self, turn: Turn, row: CandidateRow, entry: Entry, year: int | None) -> None:
        """When the row stands: later rows may refer to the candidate as this one does, and so may later imports."""
        code, name = line(row.code), line(row.name)

        def settled() -> None:
            for word in (code, name):
                if word:
                    self._in_batch.setdefault(name_key(word), {})[entry] = None
            if code and name_key(code) != name_key(entry.code):
                self._questions.learn(entry, "is", "code", name_key(code))
            elif not code:
                plain = ("is", "name", name_key(name), str(year or ""))
                self._questions.learn(entry, *plain, str(self._turns[plain]))

        turn.then(settled)

    # ---------------------------------------------------------------- what other sheets refer to

    def refer(
        self, turn: Turn, word: str, year: int | None, field: str, *, number: str = "", makes: bool = True
    ) -> Entry | None:
        """The candidate a row of another sheet means, by personal number or word; None when it is asked or cannot be taken in.

        With ``makes`` the answer may be that it is somebody new.
        """
        word = line(word)
        year = year or year_of(number)
        words = ("refers", name_key(word), str(year or ""))
        found = self._by_number.get(digits_of(number)) if number else None
        if found is None:
            found = self._referred(word, year, words) if word else None
        if found is None and not word:
            turn.error("candidate_unknown", field, value="")
            return None
        if found is None:
            found = self._doubted(turn, word, year, field, makes=makes)
        if found is None:
            return None
        if found.is_void:
            turn.error("void", field, value=word)
            return None
        if found.is_protected and word and name_key(word) != name_key(found.code):
            turn.then(later(self._questions.learn, found, *words))
        return found

    def _referred(self, word: str, year: int | None, words: tuple[str, ...]) -> Entry | None:
        key = name_key(word)
        here = [one for one in self._in_batch.get(key, ()) if not self._is_other(one, year, "")]
        if len(here) == 1:
            return here[0]
        known = self.live(self._questions.known_as(self.entity, *words))
        known = known or self.live(self._questions.known_as(self.entity, "is", "code", key))
        if known is not None:
            return known
        if key in self._by_code:
            return self._by_code[key]
        if digits_of(word) in self._by_number:
            return self._by_number[digits_of(word)]
        fits = self._named(word, year)
        exactly = [one for one in fits if year is not None and one.get("birth_year") == year]
        one = (exactly if len(exactly) == 1 else fits)[:2]
        return one[0] if len(one) == 1 and not one[0].is_protected else None

    def _named(self, word: str, year: int | None) -> list[Entry]:
        return [one for one in dict.fromkeys(self._names.same(word)) if not self._is_other(one, year, "")]

    def _shortened(self, word: str) -> list[Entry]:
        """Who a part of a name may mean: *Ingrid*, *Ingrid E.*"""
        parts = person_words(word)
        whole = [self._parts.get(part, {}) for part in parts if len(part) > 1]
        initials = [part for part in parts if len(part) == 1]
        found = [one for one in (whole[0] if whole else ()) if all(one in names for names in whole)]
        return [one for one in found if all(_begins(one.get("name") or "", initial) for initial in initials)]

    def _doubted(self, turn: Turn, word: str, year: int | None, field: str, *, makes: bool) -> Entry | None:
        like = self._named(word, year)
        several = len(like) > 1
        if not like:
            near = dict.fromkeys((*self._names.near(word), *self._shortened(word)))
            like = [one for one in near if not self._is_other(one, year, "")]
        if not like and not makes:
            if not self._questions.waits(turn, self.entity, word, field):
                turn.error("candidate_unknown", field, value=word)
            return None
        doubt = Doubt.SEVERAL if several else Doubt.MAYBE if like else Doubt.NOTHING
        asking = Asking(
            self.entity,
            doubt,
            word,
            (name_key(word), str(year or "")),
            self._choices(like),
            may_be_new=makes and not several,
        )
        answer = self._questions.ask(turn, asking, self.by_token, field)
        if answer is Reply.MAKE:
            row = CandidateRow(turn.row, name=word, birth_year=year)
            entry = self._new(turn, row, ("refers", name_key(word), str(year or "")))
            entry.said.update({"name": word, "birth_year": year})
            turn.then(later(self._questions.made, asking, entry))
            return entry
        return answer if isinstance(answer, Entry) else None

    def _choices(self, entries: list[Entry]) -> tuple[Choice, ...]:
        self.offered.update({one.code: None for one in entries if one.is_protected and one.code})
        return choices_of(entries)


def _begins(name: str, initial: str) -> bool:
    return any(part.startswith(initial) for part in person_words(name))
