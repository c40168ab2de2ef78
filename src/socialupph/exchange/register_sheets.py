"""The coordinator's own sheets: found in files and folders, recognised, and read into rows. Nothing is compared or written."""

import re
import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

from socialupph.domain.commands.register_sheets import AnyRow, SheetKind, SheetRows
from socialupph.domain.errors import FileProblem, RuleViolation
from socialupph.exchange.candidate_sheets import read_candidates
from socialupph.exchange.contract_lists import read_contracts
from socialupph.exchange.course_sheets import read_courses, title_above
from socialupph.exchange.follow_up_sheets import read_follow_ups
from socialupph.exchange.grid import Grid, read_grid
from socialupph.exchange.lists import ListDraft, OpenedList, Reader, Remembered, chosen_mapping, read_list
from socialupph.exchange.placement_sheets import read_placements
from socialupph.exchange.recognise import Mapping as Columns
from socialupph.exchange.recognise import Measured, recognise
from socialupph.exchange.sheet_words import SHEET_NAMES
from socialupph.exchange.sheets import Sheet
from socialupph.exchange.supplier_sheets import read_suppliers
from socialupph.specs.register_sheets import LIST_KINDS

HELP_SHEET = "Så här fyller du i"
"""The sheet of our own templates that explains and shows examples; it is never read."""

_LEAST = 140
_NAMED_SHEET, _NAMED_FILE, _TITLED = 60, 40, 60
_READERS: Mapping[SheetKind, Reader[AnyRow]] = {
    SheetKind.SUPPLIERS: read_suppliers,
    SheetKind.CONTRACTS: read_contracts,
    SheetKind.CANDIDATES: read_candidates,
    SheetKind.PLACEMENTS: read_placements,
    SheetKind.FOLLOW_UPS: read_follow_ups,
    SheetKind.COURSES: read_courses,
}


@dataclass(frozen=True, slots=True)
class OpenedSheet:
    """A sheet of a file, as it was recognised, or a file that cannot be read and why (``problem``; then it has no ``lists``).

    ``name`` is what the user knows it by: the file, and the sheet where the file has several. ``kind`` is what it looks most like,
    None when it looks like nothing that is taken in; ``score`` says how much. ``lists`` is the sheet as each kind of list.
    """

    path: Path
    name: str
    kind: SheetKind | None = None
    score: float = 0
    lists: Mapping[SheetKind, OpenedList] = field(default_factory=dict[SheetKind, OpenedList])
    problem: FileProblem | None = None

    @property
    def sheet(self) -> str:
        """The name of the sheet in its file; empty for a file that cannot be read."""
        return next((opened.recognised.sheet.name for opened in self.lists.values()), "")


@dataclass(frozen=True, slots=True)
class SheetDraft(ListDraft[AnyRow]):
    """A sheet as it would be taken in: a ``ListDraft`` that says which kind it is read as and what the user knows it by.

    ``opened`` is the sheet as that kind of list.
    """

    kind: SheetKind
    name: str
    opened: OpenedList

    def taken(self) -> SheetRows:
        """What is handed to the register."""
        return SheetRows(self.kind, self.name, self.rows, self.left_out)


def open_sheets(path: Path, remembered: Remembered | None = None) -> list[OpenedSheet]:
    """Every sheet of a file, or of every file of a folder, in order of name; folders in it are not looked into.

    A file that cannot be read raises FileProblem when it was asked for, and is one ``OpenedSheet`` with its problem when it lies in
    the folder. With ``remembered`` a sheet with headings read before is what it was then.
    """
    if not path.is_dir():
        return _sheets_of(path, remembered)
    found: list[OpenedSheet] = []
    for file in _listed(path):
        try:
            found += _in_folder(file, remembered)
        except FileProblem as problem:
            found.append(OpenedSheet(file, file.name, problem=problem))
    if not found:
        raise FileProblem("file.folder_empty")
    return found


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir(), key=lambda file: file.name.casefold())
    except OSError as error:
        raise FileProblem("file.no_permission") from error


def _in_folder(file: Path, remembered: Remembered | None) -> list[OpenedSheet]:
    if file.name.startswith("~$"):
        raise FileProblem("file.lock_file")
    if _is_hidden(file):
        raise FileProblem("file.hidden")
    if file.is_dir():
        raise FileProblem("file.folder_inside")
    return _sheets_of(file, remembered)


def _is_hidden(file: Path) -> bool:
    if file.name.startswith("."):
        return True
    try:
        attributes = getattr(file.stat(), "st_file_attributes", 0)
    except OSError:
        return False  # opening it says what is wrong
    return bool(attributes & stat.FILE_ATTRIBUTE_HIDDEN)


def _sheets_of(path: Path, remembered: Remembered | None) -> list[OpenedSheet]:
    grid = read_grid(path)
    shown = [sheet for sheet in grid.sheets if not sheet.name.startswith(HELP_SHEET)]
    return [_opened(path, grid, sheet, len(shown) > 1, remembered) for sheet in shown]


def _opened(path: Path, grid: Grid, sheet: Sheet, several: bool, remembered: Remembered | None) -> OpenedSheet:
    measured: Measured = {}
    lists = {kind: OpenedList(grid, recognise(sheet, spec, measured), spec) for kind, spec in LIST_KINDS.items()}
    name = f"{path.name} – {sheet.name}" if several else path.name
    kind, score = _remembered_kind(lists, remembered), 0.0
    scores = {one: _score(one, opened, path) for one, opened in lists.items()}
    if kind is None and not sheet.hidden:
        best = max(scores, key=lambda one: scores[one])
        kind = best if scores[best] >= _LEAST else None
    if kind is not None:
        score = scores[kind]
    return OpenedSheet(path, name, kind, score, lists)


def _remembered_kind(lists: Mapping[SheetKind, OpenedList], remembered: Remembered | None) -> SheetKind | None:
    if remembered is None:
        return None
    return next((kind for kind, opened in lists.items() if chosen_mapping(opened, None, remembered) is not None), None)


def _score(kind: SheetKind, opened: OpenedList, path: Path) -> float:
    """How much a sheet looks like a kind: by its columns, by what sheet and file are called; 0 for one that it cannot be."""
    recognised, spec = opened.recognised, opened.kind
    if recognised.header_index is None or recognised.missing(spec):
        return 0
    names = re.compile(SHEET_NAMES[kind.value], re.IGNORECASE)
    hint = _NAMED_SHEET if names.search(recognised.sheet.name) else 0
    hint = max(hint, _NAMED_FILE if names.search(path.stem) else 0)
    if kind is SheetKind.COURSES and title_above(recognised.sheet, recognised.header_index).days:
        hint += _TITLED
    if not hint and spec.telling and set(spec.telling).isdisjoint(recognised.mapping):
        return 0
    return recognised.score + hint


def read_sheet(
    opened: OpenedSheet,
    kind: SheetKind | None = None,
    mapping: Columns | None = None,
    remembered: Callable[[str], Columns | None] | None = None,
) -> SheetDraft:
    """Read the rows of a sheet as ``kind``, or as what it was recognised as, by ``mapping``, what is remembered, or the proposed columns.

    Raises the sheet's own FileProblem, and RuleViolation for a sheet that is nothing (``import.no_kind``) or a mapping that does
    not fit.
    """
    if opened.problem is not None:
        raise opened.problem
    chosen = kind or opened.kind
    if chosen is None:
        raise RuleViolation("import.no_kind", facts={"name": opened.name})
    of_kind = opened.lists[chosen]
    draft = read_list(of_kind, chosen_mapping(of_kind, mapping, remembered), _READERS[chosen])
    said = {entry.name: getattr(draft, entry.name) for entry in fields(draft)}
    said["notes"] = tuple(note for note in draft.notes if note[0] != "note.other_sheets")  # they are read too
    return SheetDraft(**said, kind=chosen, name=opened.name, opened=of_kind)
