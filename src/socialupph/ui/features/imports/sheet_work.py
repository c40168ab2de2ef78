"""The slow parts of taking in sheets of one's own, done on another thread: read the files, compare them, write them."""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from socialupph.domain.changes import Changes
from socialupph.domain.commands.register_sheets import Answers, SheetBatch, SheetKind, SheetRows
from socialupph.domain.kinds import ReferenceList
from socialupph.domain.views.imports import RowState
from socialupph.domain.views.register_sheets import BatchPreview
from socialupph.exchange.register_sheets import OpenedSheet, SheetDraft, open_sheets, read_sheet
from socialupph.exchange.samples import column_samples
from socialupph.exchange.sheet_templates import write_templates
from socialupph.services.registry import Services
from socialupph.specs.import_preview import notes_text
from socialupph.specs.messages import message
from socialupph.specs.register_sheet_changes import described
from socialupph.specs.register_sheet_preview import FoundLine, SheetLine, lines_of, sheet_text
from socialupph.specs.register_sheets import LIST_KINDS
from socialupph.specs.sheet_templates import OWN_WORDS
from socialupph.ui.features.imports.columns import Columns
from socialupph.ui.features.imports.columns import Mapping as Chosen


class Stopper:
    """Asks a job to stop; may be asked from any thread."""

    def __init__(self) -> None:
        self._asked = threading.Event()

    def stop(self) -> None:
        """Stop at the next chance."""
        self._asked.set()

    def __call__(self) -> bool:
        return self._asked.is_set()


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """A sheet of the files with what it was read as; ``draft`` is None where it is none of ours or cannot be read."""

    opened: OpenedSheet
    kind: SheetKind | None
    draft: SheetDraft | None = None
    samples: tuple[tuple[str, ...], ...] = ()
    remembered: bool = False

    @property
    def rows(self) -> SheetRows | None:
        """What is taken in of it; None while needed columns are missing."""
        if self.draft is None or self.kind is None or self.draft.missing:
            return None
        return self.draft.taken()


@dataclass(frozen=True, slots=True)
class Loaded:
    """Files as they were read, and what would become of their rows. Sheets are numbered from 1."""

    paths: tuple[Path, ...]
    sheets: tuple[ReadSheet, ...]
    preview: BatchPreview
    lines: tuple[SheetLine, ...]
    answers: Answers = field(default_factory=dict[str, str])

    @property
    def name(self) -> str:
        """What was chosen: the file or folder, or the first of several."""
        return ", ".join(path.name for path in self.paths[:3])

    @property
    def written(self) -> int:
        """How many rows would be written."""
        return self.preview.count(RowState.NEW) + self.preview.count(RowState.CHANGED)

    @property
    def not_read(self) -> int:
        """How many sheets and files are not taken in."""
        return sum(sheet.rows is None for sheet in self.sheets)

    @property
    def not_understood(self) -> bool:
        """Whether a list lacks a column that is needed, or there is no list at all."""
        return self.not_read == len(self.sheets) or any(
            sheet.draft is not None and sheet.draft.missing for sheet in self.sheets
        )

    @property
    def columns(self) -> dict[int, Columns]:
        """The columns of each sheet that is read, for the user to change."""
        found: dict[int, Columns] = {}
        for number, sheet in enumerate(self.sheets, start=1):
            if sheet.draft is not None and sheet.kind is not None:
                draft = sheet.draft
                found[number] = Columns(
                    LIST_KINDS[sheet.kind],
                    draft.headers,
                    sheet.samples,
                    draft.mapping,
                    draft.missing,
                    remembered=sheet.remembered,
                )
        return found

    @property
    def found_lines(self) -> tuple[FoundLine, ...]:
        """The sheets as the list of them shows them."""
        told = {sheet.name: sheet for sheet in self.preview.sheets}
        lines: list[FoundLine] = []
        for number, sheet in enumerate(self.sheets, start=1):
            parts: list[str] = []
            if sheet.opened.name in told:
                parts.append(sheet_text(told[sheet.opened.name]))
            if sheet.draft is not None:
                parts.append(notes_text(sheet.draft.notes))
            problem = message(sheet.opened.problem) if sheet.opened.problem is not None else ""
            text = ". ".join(part for part in parts if part)
            lines.append(FoundLine(number, sheet.opened.name, sheet.kind, text, problem))
        return tuple(lines)

    def batch(self) -> SheetBatch:
        """What is taken in."""
        rows = tuple(found for sheet in self.sheets if (found := sheet.rows) is not None)
        return SheetBatch(rows, self.answers)


def _compared(services: Services, paths: tuple[Path, ...], sheets: Sequence[ReadSheet], answers: Answers) -> Loaded:
    loaded = Loaded(paths, tuple(sheets), BatchPreview(()), (), answers)
    preview = described(services.sheets.preview(loaded.batch()))
    return replace(loaded, preview=preview, lines=lines_of(preview))


def _read(services: Services, opened: OpenedSheet, kind: SheetKind | None, mapping: Chosen | None = None) -> ReadSheet:
    if kind is None or opened.problem is not None:
        return ReadSheet(opened, None)
    draft = read_sheet(opened, kind, mapping, services.imports.mapping_for)
    remembered = mapping is None and draft.mapping != draft.proposed
    return ReadSheet(opened, kind, draft, column_samples(opened.lists[kind]), remembered)


@dataclass(frozen=True, slots=True)
class ReadSheets:
    """Reads files and folders, with the columns chosen last time for such lists, and compares them with the register."""

    services: Services
    paths: tuple[Path, ...]

    def __call__(self) -> Loaded:
        opened = [sheet for path in self.paths for sheet in open_sheets(path, self.services.imports.mapping_for)]
        sheets = [_read(self.services, one, one.kind) for one in opened]
        return _compared(self.services, self.paths, sheets, {})


@dataclass(frozen=True, slots=True)
class ReadAgain:
    """Reads the same files as they are now; what was chosen stays where the sheet is still there with the same headings."""

    services: Services
    loaded: Loaded

    def __call__(self) -> Loaded:
        before = {sheet.opened.name: sheet for sheet in self.loaded.sheets}
        sheets: list[ReadSheet] = []
        for path in self.loaded.paths:
            for opened in open_sheets(path, self.services.imports.mapping_for):
                old = before.get(opened.name)
                kind = opened.kind if old is None or old.opened.kind is old.kind else old.kind
                fresh = _read(self.services, opened, kind)
                if old is not None and _same_columns(old, fresh) and old.draft is not None:
                    fresh = _read(self.services, opened, kind, old.draft.mapping)
                sheets.append(fresh)
        return _compared(self.services, self.loaded.paths, sheets, self.loaded.answers)


def _same_columns(old: ReadSheet, fresh: ReadSheet) -> bool:
    return (
        old.draft is not None
        and fresh.draft is not None
        and old.kind is fresh.kind
        and old.draft.headers == fresh.draft.headers
    )


@dataclass(frozen=True, slots=True)
class SetKind:
    """Reads one of the sheets as something else, or not at all."""

    services: Services
    loaded: Loaded
    number: int
    kind: SheetKind | None

    def __call__(self) -> Loaded:
        sheets = list(self.loaded.sheets)
        sheets[self.number - 1] = _read(self.services, sheets[self.number - 1].opened, self.kind)
        return _compared(self.services, self.loaded.paths, sheets, self.loaded.answers)


@dataclass(frozen=True, slots=True)
class SetMapping:
    """Reads one of the sheets with other columns."""

    services: Services
    loaded: Loaded
    number: int
    mapping: Chosen

    def __call__(self) -> Loaded:
        sheets = list(self.loaded.sheets)
        sheet = sheets[self.number - 1]
        sheets[self.number - 1] = _read(self.services, sheet.opened, sheet.kind, self.mapping)
        return _compared(self.services, self.loaded.paths, sheets, self.loaded.answers)


@dataclass(frozen=True, slots=True)
class Answer:
    """Compares anew with more questions answered; an empty answer takes one back."""

    services: Services
    loaded: Loaded
    answers: Mapping[str, str]

    def __call__(self) -> Loaded:
        loaded = self.loaded
        return _compared(self.services, loaded.paths, loaded.sheets, {**loaded.answers, **self.answers})


@dataclass(frozen=True, slots=True)
class WriteSheets:
    """Writes all rows as one operation and remembers the columns. Stopped in time it writes nothing and raises ImportCancelled."""

    services: Services
    loaded: Loaded
    skip_errors: bool
    stopped: Stopper

    def __call__(self) -> Changes:
        changes, _preview = self.services.sheets.apply(
            self.loaded.batch(),
            skip_errors=self.skip_errors,
            source_name=self.loaded.name,
            cancelled=self.stopped,
        )
        for sheet in self.loaded.sheets:
            if sheet.rows is not None and sheet.draft is not None and sheet.draft.fingerprint:
                self.services.imports.remember_mapping(sheet.draft.fingerprint, sheet.draft.mapping)
        return changes


Work = Callable[[], Loaded]

_OWN = dict(
    zip(OWN_WORDS, (ReferenceList.PLACEMENT_FORM, ReferenceList.END_REASON, ReferenceList.OUTCOME), strict=True)
)


@dataclass(frozen=True, slots=True)
class WriteTemplates:
    """Writes a workbook to fill in for each kind of list, with the register's own words to choose among."""

    services: Services
    folder: Path

    def __call__(self) -> tuple[Path, ...]:
        offered = {
            field: [item.label for item in self.services.reference.items(which)] for field, which in _OWN.items()
        }
        return write_templates(self.folder, offered)
