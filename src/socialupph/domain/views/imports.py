"""What an import would do, row by row, before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from socialupph.domain.commands.imports import LeftOut, RowError


class RowState(StrEnum):
    """What becomes of one row of the file."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One row of the file against the register.

    ``code`` is the record's code or, for a new one, the number in the file. ``changes`` gives before and after by field, as
    texts. ``draft`` says that the contract becomes or stays a draft, ``voided`` that it is void and left as it is. ``message`` is
    what the user reads: empty as it comes from ``services``, filled by ``specs.import_messages.described`` from ``errors`` and
    ``changes``. ``warnings`` are what to look at in a row that can stand, ``missing`` what a draft lacks where the source
    tells.
    """

    row: int
    state: RowState
    code: str = ""
    title: str = ""
    changes: Mapping[str, tuple[str, str]] = field(default_factory=dict[str, tuple[str, str]])
    message: str = ""
    draft: bool = False
    errors: tuple[RowError, ...] = ()
    voided: bool = False
    warnings: tuple[RowError, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """All rows, what was left out, and the sums. ``applied`` tells whether it has been written."""

    rows: tuple[PreviewRow, ...]
    left_out: tuple[LeftOut, ...] = ()
    applied: bool = False

    @property
    def new(self) -> int:
        """How many records are made."""
        return self._count(RowState.NEW)

    @property
    def changed(self) -> int:
        """How many records get something changed."""
        return self._count(RowState.CHANGED)

    @property
    def unchanged(self) -> int:
        """How many rows say what the register already says."""
        return self._count(RowState.UNCHANGED)

    @property
    def errors(self) -> int:
        """How many rows cannot stand."""
        return self._count(RowState.ERROR)

    def _count(self, state: RowState) -> int:
        return sum(1 for row in self.rows if row.state is state)
