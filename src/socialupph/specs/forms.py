"""What a form asks for, without Qt: the kit turns it into labelled widgets and reads a mapping back."""

import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from enum import Enum, StrEnum
from functools import cache

from socialupph.specs.tables import Choice

Command = typing.TypeVar("Command")


FILLED = frozenset({"*"})
"""For ``Field.shown_when``: the other field has anything in it."""


class FieldKind(Enum):
    """Which widget a field gets and which Python value it reads.

    TEXT, LONG_TEXT, ORG_NUMBER, EMAIL, PHONE give ``str``; DATE ``date``; MOMENT aware ``datetime``; INTEGER ``int``; DECIMAL,
    PERCENT, MONEY ``Decimal``; CHOICE ``str`` (the choice's value); CHOICES ``tuple[str, ...]``; FLAG ``bool``; LOOKUP ``int`` (an id
    found by typing); LOOKUPS ``tuple[int, ...]``; CODE ``str`` (a code of a long list, or the name that stands for it); CODES
    ``tuple[str, ...]``. An empty field gives ``None``, except FLAG, CHOICES, LOOKUPS and CODES.
    """

    TEXT = "text"
    LONG_TEXT = "long_text"
    ORG_NUMBER = "org_number"
    EMAIL = "email"
    PHONE = "phone"
    DATE = "date"
    MOMENT = "moment"
    INTEGER = "integer"
    DECIMAL = "decimal"
    PERCENT = "percent"
    MONEY = "money"
    CHOICE = "choice"
    CHOICES = "choices"
    FLAG = "flag"
    LOOKUP = "lookup"
    LOOKUPS = "lookups"
    CODE = "code"
    CODES = "codes"


SEVERAL = frozenset({FieldKind.CHOICES, FieldKind.LOOKUPS, FieldKind.CODES})
"""Kinds whose value is a tuple, empty when nothing is chosen."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field. ``key`` is the attribute of the command it fills and the name a ``RuleViolation`` points at.

    ``choices`` may be a function when they come from the register. ``lookup`` names what is searched for in LOOKUP fields
    (for example ``supplier``), and the list of a CODE field (``cpv``); ``creates`` says that one can be made on the spot, ``free`` that
    one's own words are as good as a code. ``limit`` is the longest text.
    ``shown_when`` hides the field while another field lacks one of the values, or with ``FILLED`` while it is empty.
    """

    key: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    required: bool = False
    help: str = ""
    choices: tuple[Choice, ...] | Callable[[], tuple[Choice, ...]] = ()
    lookup: str = ""
    creates: bool = False
    free: bool = False
    limit: int = 200
    half: bool = False
    shown_when: tuple[str, frozenset[str]] | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Fields under one heading."""

    title: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class FormSpec:
    """A form: its name in drafts and settings, its heading, its sections, and the verb of its button where it is not *Spara*."""

    name: str
    title: str
    sections: tuple[Section, ...]
    save: str = ""

    def fields(self) -> tuple[Field, ...]:
        """All fields in reading order."""
        return tuple(field for section in self.sections for field in section.fields)


@cache
def _vocabularies(command_type: type) -> Mapping[str, type[StrEnum]]:
    """The fields of a command that take a word of a fixed vocabulary."""
    found: dict[str, type[StrEnum]] = {}
    for name, hint in typing.get_type_hints(command_type).items():
        options = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
        for option in options:
            if isinstance(option, type) and issubclass(option, StrEnum):
                found[name] = option
    return found


def command_of(command_type: type[Command], values: Mapping[str, object], **more: object) -> Command:
    """The frozen command that a form's values fill, with ``more`` that the form does not ask for.

    Words of a vocabulary become its members; a field the form leaves empty gets the command's own default.
    """
    words = _vocabularies(command_type)
    names = {field.name for field in fields(command_type)}  # pyright: ignore[reportArgumentType] -- commands are dataclasses
    given: dict[str, object] = {}
    for name, value in {**values, **more}.items():
        if name not in names or value is None:
            continue
        given[name] = words[name](value) if name in words and isinstance(value, str) else value
    return command_type(**given)
