"""A list of any kind from any file: opened, recognised, and read by the reader of its kind. One machinery, many readers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from socialupph.domain.commands.imports import LeftOut
from socialupph.domain.errors import FileProblem, RuleViolation
from socialupph.exchange.columns import Note, TypedColumns
from socialupph.exchange.grid import Grid, read_grid
from socialupph.exchange.headings import fingerprint
from socialupph.exchange.left_out import Group, sift
from socialupph.exchange.recognise import Mapping, Recognised, best_sheet, recognise
from socialupph.i18n import translate
from socialupph.specs.imports import CONTRACT_LIST, ListKind

Row_co = TypeVar("Row_co", covariant=True)
Remembered = Callable[[str], Mapping | None]


@dataclass(frozen=True, slots=True)
class OpenedList:
    """A file that was read once and can be mapped anew as often as the user changes the columns."""

    grid: Grid
    recognised: Recognised
    kind: ListKind

    @property
    def fingerprint(self) -> str:
        """What a remembered mapping is found by; empty for a list without headings, which nobody can tell from another."""
        if self.recognised.header_index is None:
            return ""
        return fingerprint(self.recognised.headers, "" if self.kind is CONTRACT_LIST else self.kind.name)


@dataclass(frozen=True, slots=True)
class ListDraft(Generic[Row_co]):
    """A list as it would be taken in.

    ``mapping`` has one key of the kind's fields a column, empty for a column that is not read. ``missing`` are the groups of needed
    fields without a column; then there are no rows, and the user has to choose. ``notes`` are codes with facts of what was
    guessed. Each row carries its own errors. ``sensitive`` are the columns that are never read, whatever the user chooses.
    """

    sheet: str
    sheets: tuple[str, ...]
    header_row: int | None
    headers: tuple[str, ...]
    fingerprint: str
    proposed: Mapping
    mapping: Mapping
    missing: tuple[tuple[str, ...], ...]
    rows: tuple[Row_co, ...]
    left_out: tuple[LeftOut, ...]
    notes: tuple[Note, ...]
    sensitive: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """What a reader of a kind gets: typed columns, the row number of each row as Excel shows it, and the list they are of.

    ``groups`` are the rows that head others, for a kind that has such.
    """

    columns: TypedColumns
    numbers: tuple[int, ...]
    opened: OpenedList
    groups: tuple[Group, ...] = ()


class Reader(Protocol[Row_co]):
    """Makes rows of a kind. ``notes`` may be added to what is told of the list."""

    def __call__(self, body: Body, notes: list[Note], /) -> tuple[Row_co, ...]: ...


def open_list(path: Path, kind: ListKind = CONTRACT_LIST, sheet: str | None = None) -> OpenedList:
    """Read the file and recognise the sheet that looks most like such a list, or the one asked for."""
    grid = read_grid(path)
    if sheet is None:
        return OpenedList(grid, best_sheet(grid.sheets, kind), kind)
    for one in grid.sheets:
        if one.name == sheet:
            return OpenedList(grid, recognise(one, kind), kind)
    raise FileProblem("file.no_such_sheet", {"sheet": sheet})


def chosen_mapping(opened: OpenedList, mapping: Mapping | None, remembered: Remembered | None) -> Mapping | None:
    """The mapping to read by: the one given, else what is remembered for such a list, else None for the proposed one."""
    if mapping is None and remembered is not None and opened.fingerprint:
        mapping = remembered(opened.fingerprint)
        if mapping is not None and not _fits(mapping, opened):
            mapping = None
    return mapping


def _fits(mapping: Mapping, opened: OpenedList) -> bool:
    try:
        check_mapping(mapping, opened.recognised, opened.kind)
    except RuleViolation:
        return False
    return True


def read_list(opened: OpenedList, mapping: Mapping | None, read: Reader[Row_co]) -> ListDraft[Row_co]:
    """Read the rows of an opened list by ``mapping``, or by the proposed one. RuleViolation for a mapping that does not fit."""
    recognised, kind = opened.recognised, opened.kind
    chosen = recognised.mapping if mapping is None else tuple(mapping)
    check_mapping(chosen, recognised, kind)
    missing = recognised.missing(kind, chosen)
    rows: tuple[Row_co, ...] = ()
    left_out: Sequence[LeftOut] = ()
    notes = _file_notes(opened)
    if not missing:
        sifted = sift(recognised, chosen, kind)
        left_out = sifted.left_out
        first = recognised.sheet.first_row
        columns = TypedColumns(sifted.rows, recognised.headers, chosen, kind)
        numbers = tuple(first + index for index in sifted.indexes)
        rows = read(Body(columns, numbers, opened, sifted.groups), notes)
    return ListDraft(
        sheet=recognised.sheet.name,
        sheets=tuple(one.name for one in opened.grid.sheets),
        header_row=None if recognised.header_index is None else recognised.sheet.row_number(recognised.header_index),
        headers=recognised.headers,
        fingerprint=opened.fingerprint,
        proposed=recognised.mapping,
        mapping=chosen,
        missing=missing,
        rows=rows,
        left_out=tuple(left_out),
        notes=tuple(notes),
        sensitive=recognised.sensitive,
    )


def require_columns(draft: ListDraft[object], kind: ListKind = CONTRACT_LIST) -> None:
    """FileProblem when needed columns were not recognised, for callers that cannot ask the user to choose."""
    if draft.missing:
        wanted = [translate(kind.field(group[0]).title).lower() for group in draft.missing]
        raise FileProblem("list.not_recognised", {"missing": ", ".join(wanted)})


def check_mapping(mapping: Mapping, recognised: Recognised, kind: ListKind) -> None:
    """Refuse a choice of columns that does not fit: wrong length, unknown fields, one field twice, a column never to be read."""
    fields = {field.key: field for field in kind.fields}
    if len(mapping) != len(recognised.headers) or any(key and key not in fields for key in mapping):
        raise RuleViolation("import.mapping_unknown")
    for column in recognised.sensitive:
        if mapping[column]:
            raise RuleViolation("import.mapping_sensitive", mapping[column], {"column": recognised.headers[column]})
    seen: set[str] = set()
    for key in mapping:
        if key and not fields[key].many:
            if fields[key].target in seen:
                raise RuleViolation("import.mapping_twice", key, {"field": translate(fields[key].title)})
            seen.add(fields[key].target)


def _file_notes(opened: OpenedList) -> list[Note]:
    recognised = opened.recognised
    notes: list[Note] = []
    if recognised.header_index is None:
        notes.append(("note.no_header", {}))
    elif recognised.header_index > 0:
        notes.append(("note.header_row", {"row": str(recognised.sheet.row_number(recognised.header_index))}))
    if any(bottom >= recognised.data_start for _top, _left, bottom, _right in recognised.sheet.merged):
        notes.append(("note.merged", {}))
    if len(opened.grid.sheets) > 1:
        notes.append(("note.other_sheets", {"sheet": recognised.sheet.name}))
    notes += [("note.sensitive", {"column": recognised.headers[column]}) for column in recognised.sensitive]
    return notes
