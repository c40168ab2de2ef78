"""What a form asks for, without Qt: the kit turns it into labelled widgets and reads a mapping back."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from socialupph.specs.tables import Choice


class FieldKind(Enum):
    """Which widget a field gets and which Python value it reads.

    TEXT, LONG_TEXT, ORG_NUMBER, EMAIL, PHONE give ``str``; DATE ``date``; MOMENT aware ``datetime``; INTEGER ``int``; DECIMAL,
    PERCENT, MONEY ``Decimal``; CHOICE ``str`` (the choice's value); CHOICES ``tuple[str, ...]``; FLAG ``bool``; LOOKUP ``int`` (an id
    found by typing); LOOKUPS ``tuple[int, ...]``. An empty field gives ``None``, except FLAG, CHOICES and LOOKUPS.
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


@dataclass(frozen=True, slots=True)
class Field:
    """One field. ``key`` is the attribute of the command it fills and the name a ``RuleViolation`` points at.

    ``choices`` may be a function when they come from the register. ``lookup`` names what is searched for in LOOKUP fields
    (for example ``supplier``); ``creates`` says that one can be made on the spot. ``limit`` is the longest text.
    ``shown_when`` hides the field while another field lacks one of the values.
    """

    key: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    required: bool = False
    help: str = ""
    choices: tuple[Choice, ...] | Callable[[], tuple[Choice, ...]] = ()
    lookup: str = ""
    creates: bool = False
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
    """A form: its name in drafts and settings, its heading and its sections."""

    name: str
    title: str
    sections: tuple[Section, ...]

    def fields(self) -> tuple[Field, ...]:
        """All fields in reading order."""
        return tuple(field for section in self.sections for field in section.fields)
