"""The slow parts of taking in a list, done on another thread: read the file, compare it with the register, write it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from socialupph.domain.changes import Changes
from socialupph.exchange.contract_lists import ContractListDraft, OpenedList, contract_rows, open_list
from socialupph.exchange.samples import column_samples
from socialupph.services.imports import Imports
from socialupph.specs.import_messages import described
from socialupph.specs.import_preview import ImportLine, LineState, counts, lines_of
from socialupph.specs.imports import CONTRACT_LIST
from socialupph.ui.features.imports.columns import Columns, Mapping


@dataclass(frozen=True, slots=True)
class Loaded:
    """A list as it was read and what would become of its rows. ``remembered``: the columns are those chosen last time."""

    path: Path
    opened: OpenedList
    draft: ContractListDraft
    samples: tuple[tuple[str, ...], ...]
    lines: tuple[ImportLine, ...]
    remembered: bool

    @property
    def columns(self) -> Columns:
        """Its columns, for the user to change."""
        draft = self.draft
        return Columns(
            CONTRACT_LIST, draft.headers, self.samples, draft.mapping, draft.missing, remembered=self.remembered
        )

    def count(self, state: LineState) -> int:
        """How many rows become that."""
        return counts(self.lines)[state]

    @property
    def written(self) -> int:
        """How many contracts would be made or changed."""
        found = counts(self.lines)
        return found[LineState.NEW] + found[LineState.CHANGED]


@dataclass(frozen=True, slots=True)
class ReadList:
    """Reads a file, with the columns chosen last time for such a list, and compares it with the register."""

    imports: Imports
    path: Path
    sheet: str | None = None

    def __call__(self) -> Loaded:
        opened = open_list(self.path, CONTRACT_LIST, self.sheet)
        mapping = self.imports.mapping_for(opened.fingerprint) if opened.fingerprint else None
        if mapping is not None and len(mapping) != len(opened.recognised.headers):
            mapping = None
        return compared(self.imports, self.path, opened, mapping, remembered=mapping is not None)


@dataclass(frozen=True, slots=True)
class ReadAgain:
    """Reads the same file as it is now, with the same sheet and columns where they are still there."""

    imports: Imports
    loaded: Loaded

    def __call__(self) -> Loaded:
        before, path = self.loaded.draft, self.loaded.path
        opened = open_list(path)
        if before.sheet in {one.name for one in opened.grid.sheets} and before.sheet != opened.recognised.sheet.name:
            opened = open_list(path, CONTRACT_LIST, before.sheet)
        if opened.recognised.headers == before.headers:
            return compared(self.imports, path, opened, before.mapping, remembered=self.loaded.remembered)
        return ReadList(self.imports, path, opened.recognised.sheet.name)()


@dataclass(frozen=True, slots=True)
class MapAgain:
    """Reads the rows of a list that is open already with other columns."""

    imports: Imports
    loaded: Loaded
    mapping: Mapping

    def __call__(self) -> Loaded:
        return compared(self.imports, self.loaded.path, self.loaded.opened, self.mapping, remembered=False)


def compared(imports: Imports, path: Path, opened: OpenedList, mapping: Mapping | None, *, remembered: bool) -> Loaded:
    """The rows of ``opened`` against the register."""
    draft = contract_rows(opened, mapping)
    preview = described(imports.preview(draft.rows, draft.left_out))
    lines = lines_of(preview, draft.rows, draft.notes)
    return Loaded(path, opened, draft, column_samples(opened), lines, remembered)


@dataclass(frozen=True, slots=True)
class WriteList:
    """Writes the rows as one operation and remembers the columns."""

    imports: Imports
    loaded: Loaded
    skip_errors: bool

    def __call__(self) -> Changes:
        draft = self.loaded.draft
        changes, _preview = self.imports.apply(
            draft.rows, skip_errors=self.skip_errors, left_out=draft.left_out, source_name=self.loaded.path.name
        )
        if draft.fingerprint:
            self.imports.remember_mapping(draft.fingerprint, draft.mapping)
        return changes


Work = Callable[[], Loaded]
