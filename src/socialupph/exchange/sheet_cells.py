"""What the readers of the coordinator's own sheets share: names in one or two columns, words of a vocabulary, people with details."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from socialupph.domain.commands.imports import RowError
from socialupph.domain.commands.register_sheets import ContactCells
from socialupph.domain.kinds import ContactRole
from socialupph.exchange.cell_values import CellError, text_of
from socialupph.exchange.columns import Note
from socialupph.exchange.headings import heading_of
from socialupph.exchange.lists import Body
from socialupph.exchange.person_cells import (
    Named,
    Personal,
    read_birth_year,
    read_email,
    read_name,
    read_personal_number,
)
from socialupph.exchange.sheet_words import read_word
from socialupph.exchange.sheets import Cell
from socialupph.i18n import translate

Word = TypeVar("Word", bound=Enum)
Value = TypeVar("Value")
_LAST_FIRST = re.compile(r"efternamn\W+(?:och\s+)?förnamn|last name\W+first name", re.IGNORECASE)
_PHONE_IN_NAME = re.compile(r"[\s,;:(]*(?:tel\.?|telefon|mob\.?|mobil)?[\s:]*(\+?\d[\d\s()/-]{5,}\d)\)?")
_EMAIL_IN_NAME = re.compile(r"[\s,;:<(]*([^@\s<>(),;]+@[^@\s<>(),;]+)[>)]?")
_MANY_WORDS = 5
_WITHOUT_NOUGHT = range(7, 10)


@dataclass(frozen=True, slots=True)
class PersonSaid:
    """Who a row is about: the name, and what tells people of one name apart."""

    name: str
    birth_year: int | None
    personal_number: str


class SheetCells:
    """The columns of a sheet for one reader, with its notes, and with what is wrong noted at the right row."""

    def __init__(self, body: Body, notes: list[Note]) -> None:
        self.columns = body.columns
        self.numbers = body.numbers
        self.size = len(body.numbers)
        self.notes = notes
        self._kind = body.opened.kind

    def heading(self, key: str) -> str:
        """The heading of a field's column, else what the field is called."""
        return self.columns.header(key) or translate(self._kind.field(key).title)

    def fail(self, index: int, code: str, key: str = "", facts: Mapping[str, str] | None = None) -> None:
        """Say what is wrong with a row."""
        self.columns.fail(index, RowError(code, key, self.heading(key) if key else "", facts or {}))

    def has(self, key: str) -> bool:
        """Whether any column is this field."""
        return bool(self.columns.positions(key))

    def fail_missing(self, missing: Iterable[int], code: str, key: str) -> None:
        """The same mistake for several rows."""
        for index in missing:
            self.fail(index, code, key)

    def people(self, name: str, first: str, last: str) -> list[PersonSaid]:
        """The person of each row, from one column of names or two, with birth year and personal number where there are such."""
        names = self.names(name, first, last)
        numbers = self.columns.values("personal_number", read_personal_number)
        years = self.columns.values("birth_year", read_birth_year)
        return [
            self._person(index, named, number, year)
            for index, (named, number, year) in enumerate(zip(names, numbers, years, strict=True))
        ]

    def _person(self, index: int, named: Named, number: Personal | None, year: int | None) -> PersonSaid:
        told = number.birth_year if number else None
        if told is not None and year is not None and told != year:
            self.fail(index, "import.birth_years_differ", "birth_year", {"value": str(year)})
        return PersonSaid(named.name, told or year or named.birth_year, number.number if number else "")

    def names(self, name: str, first: str, last: str) -> list[Named]:
        """Names the usual way round; those with the last name first are turned, and it is said so."""
        whole = self.columns.texts(name)
        if self.has(first) or self.has(last):
            firsts, lasts = self.columns.texts(first), self.columns.texts(last)
            whole = [
                text or " ".join(part for part in pair if part)
                for text, pair in zip(whole, zip(firsts, lasts, strict=True), strict=True)
            ]
        column = self.columns.header(name)
        last_first = bool(_LAST_FIRST.search(column))
        known = {text: read_name(text, last_first=last_first) for text in set(whole)}
        if any(known[text].name != text and known[text].birth_year is None for text in whole):
            self.notes.append(("note.name_turned", {"column": column}))
        return [known[text] for text in whole]

    def words(self, key: str, values: type[Word]) -> tuple[list[Word | None], list[str]]:
        """(values of a vocabulary, what stands there in other words, under its heading, empty where it was understood)."""
        texts = self.columns.texts(key)
        vocabulary = self._kind.field(key).words
        known = {text: read_word(vocabulary, text) for text in set(texts)}
        heading = self.columns.header(key)
        unread = [f"{heading}: {text}" if text and known[text] is None else "" for text in texts]
        return [value if isinstance(value := known[text], values) else None for text in texts], unread

    def tell_unread(self, key: str, unread: Sequence[str]) -> None:
        """Words that were not understood and have no notes to be kept in."""
        words = list(dict.fromkeys(text.partition(": ")[2] for text in unread if text))
        if words:
            shown = ", ".join(words[:_MANY_WORDS])
            self.notes.append(("note.words_unread", {"column": self.heading(key), "text": shown}))

    def phones(self, key: str) -> list[str]:
        """Numbers as they are written, from a field's only column."""
        places = self.columns.positions(key)
        return self.phones_at(places[0], key) if places else [""] * self.size

    def phones_at(self, place: int, key: str) -> list[str]:
        """Numbers of one of several columns. One that Excel took for a figure gets its first nought back."""
        cells, texts = self.columns.cells(place), self.columns.texts_at(place, key)
        return [
            f"0{text}" if isinstance(cell, (int, float)) and len(text) in _WITHOUT_NOUGHT and text[:1] != "0" else text
            for cell, text in zip(cells, texts, strict=True)
        ]

    def emails(self, key: str) -> list[str]:
        """Addresses; what is none is the row's error."""
        return self.columns_of_emails(key, self.columns.positions(key)[:1])[0] if self.has(key) else [""] * self.size

    def columns_of_emails(self, key: str, positions: Sequence[int]) -> list[list[str]]:
        """Addresses of several columns."""
        return [[email or "" for email in self.columns.values_at(position, key, _email)] for position in positions]

    def values(self, key: str, read: Callable[[Cell], Value | CellError | None]) -> list[Value | None]:
        """What ``read`` makes of the cells of a field."""
        return self.columns.values(key, read)

    def check_twice(self, key: str, codes: Sequence[str]) -> None:
        """A code that stands on two rows is an error on the second."""
        first: dict[str, int] = {}
        for index, code in enumerate(codes):
            if code:
                earlier = first.setdefault(code.casefold(), self.numbers[index])
                if earlier != self.numbers[index]:
                    self.fail(index, "import.number_twice", key, {"value": code, "first": str(earlier)})

    def errors(self, index: int) -> tuple[RowError, ...]:
        """What is wrong with a row."""
        return tuple(self.columns.errors.get(index, ()))


def _email(cell: Cell) -> str | CellError | None:
    text = text_of(cell)
    return read_email(text) if len(text) > 1 and not text.startswith("-") else None


def joined(*parts: str) -> str:
    """The parts that say something, one on each line."""
    return "\n".join(part for part in parts if part)


def belonging(heads: Sequence[int], details: Sequence[int]) -> dict[int, int]:
    """Which head each detail column belongs to: the nearest to its left that has none yet, else the next to its right."""
    owners: dict[int, int] = {}
    for detail in details:
        left = [head for head in reversed(heads) if head < detail]
        right = [head for head in heads if head > detail]
        taken = set(owners.values())
        if left and left[0] not in taken:
            owners[detail] = left[0]
        else:
            free = [head for head in (*right, *left) if head not in taken]
            if free:
                owners[detail] = free[0]
    return owners


def role_of(heading: str) -> ContactRole | None:
    """The role that a heading names: *Handledare* → supervisor; None for *Kontaktperson*."""
    role = read_word("contact_role", " ".join(heading_of(heading).words))
    return role if isinstance(role, ContactRole) and role is not ContactRole.OTHER else None


def contact_of(name: str, role: ContactRole | None, phone: str, email: str) -> ContactCells | None:
    """A contact; a number or address that stands in the name's cell is taken out of it. None where nobody is named."""
    if not name:
        return None
    found = _EMAIL_IN_NAME.search(name)
    if found:
        email, name = email or found[1], (name[: found.start()] + name[found.end() :]).strip(" ,;")
    found = _PHONE_IN_NAME.search(name)
    if found:
        phone, name = phone or found[1].strip(), (name[: found.start()] + name[found.end() :]).strip(" ,;")
    return ContactCells(read_name(name).name, role, phone, email) if name else None
