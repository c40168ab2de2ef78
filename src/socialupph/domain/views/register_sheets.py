"""What taking in the coordinator's own sheets would do: rows by sheet, and the questions only the user can answer."""

from dataclasses import dataclass
from enum import StrEnum

from socialupph.domain.changes import Entity
from socialupph.domain.commands.imports import LeftOut
from socialupph.domain.commands.register_sheets import SheetKind
from socialupph.domain.views.imports import PreviewRow, RowState


class Doubt(StrEnum):
    """Why the program asks. NOTHING: no record fits the word. SEVERAL: more than one does. MAYBE: one looks like it."""

    NOTHING = "nothing"
    SEVERAL = "several"
    MAYBE = "maybe"


@dataclass(frozen=True, slots=True)
class Choice:
    """A record the word may mean: its ``token`` as answer, its code, and what tells it from the others.

    A person is told apart by code and birth year; a protected person by code alone. ``place`` is the sheet and row of one that
    is not in the register yet.
    """

    token: str
    code: str
    label: str
    detail: str = ""
    place: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class ImportQuestion:
    """Asked once for all rows with the same word. ``word`` is how the sheet writes it.

    ``may_be_new`` where a record can be made from what the row tells; ``may_be_empty`` where the row can stand without it.
    ``answer`` is the token chosen, now or (``remembered``) at an earlier import; empty while unanswered: then its rows are errors
    ``import.ask``.
    """

    key: str
    asked: Entity
    doubt: Doubt
    word: str
    rows: tuple[tuple[str, int], ...]
    choices: tuple[Choice, ...] = ()
    may_be_new: bool = False
    may_be_empty: bool = False
    answer: str = ""
    remembered: bool = False


@dataclass(frozen=True, slots=True)
class SheetPreview:
    """What becomes of every row of one sheet."""

    kind: SheetKind
    name: str
    rows: tuple[PreviewRow, ...]
    left_out: tuple[LeftOut, ...] = ()

    def count(self, state: RowState) -> int:
        """How many rows there are of a state."""
        return sum(1 for row in self.rows if row.state is state)


@dataclass(frozen=True, slots=True)
class BatchPreview:
    """All sheets in the order they are taken in, and the questions. ``applied`` tells whether it has been written."""

    sheets: tuple[SheetPreview, ...]
    questions: tuple[ImportQuestion, ...] = ()
    applied: bool = False

    def count(self, state: RowState) -> int:
        """How many rows there are of a state over all sheets."""
        return sum(sheet.count(state) for sheet in self.sheets)

    @property
    def unanswered(self) -> int:
        """How many questions wait for an answer."""
        return sum(1 for question in self.questions if not question.answer)
