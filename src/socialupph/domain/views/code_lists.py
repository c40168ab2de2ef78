"""What is read of the long lists of codes, and what taking in a new one would do."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from socialupph.domain.commands.imports import LeftOut, RowError
from socialupph.domain.kinds import CodeList


@dataclass(frozen=True, slots=True)
class CodeItem:
    """A code of a list. ``closed``: a newer list lacks it, so it is read but no longer proposed. ``id`` is 0 for a shipped one."""

    code: str
    label: str
    label_en: str = ""
    groups: tuple[str, ...] = ()
    closed: bool = False
    id: int = 0


@dataclass(frozen=True, slots=True)
class CodeListRow:
    """A code that is proposed, in a list of them."""

    id: int
    which: CodeList
    code: str
    label: str
    label_en: str
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CodeListInUse:
    """Which codes are proposed now: ``shipped`` of the selection that comes with the program, ``read`` from files.

    ``whole`` says that the whole list has been read in, so that the selection is not needed. ``source`` is the name of the file that
    last changed the list, ``read_at`` when (UTC); empty and None before that. ``closed`` codes are not proposed.
    """

    which: CodeList
    whole: bool
    shipped: int = 0
    read: int = 0
    closed: int = 0
    source: str = ""
    read_at: dt.datetime | None = None

    @property
    def count(self) -> int:
        """How many codes are proposed."""
        return self.shipped + self.read


class CodeState(StrEnum):
    """What becomes of one code."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    CLOSED = "closed"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class CodePreviewRow:
    """One code of the file against the register, or one that the file lacks (``row`` 0, state *closed*).

    ``changes`` gives before and after by field. ``message`` is what the user reads: empty as it comes from ``services``, filled by
    ``specs.code_lists.described``.
    """

    row: int
    state: CodeState
    code: str = ""
    label: str = ""
    label_en: str = ""
    changes: Mapping[str, tuple[str, str]] = field(default_factory=dict[str, tuple[str, str]])
    errors: tuple[RowError, ...] = ()
    remarks: tuple[RowError, ...] = ()
    same_as: int | None = None
    message: str = ""


@dataclass(frozen=True, slots=True)
class CodeListPreview:
    """All codes and the sums. ``whole`` tells whether the file was taken for the whole list; ``missing`` how many open codes it lacks.

    ``applied`` tells whether it has been written.
    """

    which: CodeList
    rows: tuple[CodePreviewRow, ...]
    left_out: tuple[LeftOut, ...] = ()
    whole: bool = True
    missing: int = 0
    applied: bool = False

    @property
    def new(self) -> int:
        """How many codes are added."""
        return self._count(CodeState.NEW)

    @property
    def changed(self) -> int:
        """How many codes get another name, or are opened again."""
        return self._count(CodeState.CHANGED)

    @property
    def unchanged(self) -> int:
        """How many rows say what the register already says."""
        return self._count(CodeState.UNCHANGED)

    @property
    def closed(self) -> int:
        """How many codes are no longer proposed."""
        return self._count(CodeState.CLOSED)

    @property
    def errors(self) -> int:
        """How many rows cannot stand."""
        return self._count(CodeState.ERROR)

    def _count(self, state: CodeState) -> int:
        return sum(1 for row in self.rows if row.state is state)
