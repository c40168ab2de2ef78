"""A list that is about to be taken in, row by row as the user reads it: what becomes of each, and all of it in words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from socialupph.domain.commands.imports import ContractRow
from socialupph.domain.views.imports import ImportPreview, PreviewRow, RowState
from socialupph.i18n import N_, _, formats, ngettext, translate
from socialupph.specs.import_messages import left_out_message, note_message, preview_message
from socialupph.specs.marks import Mark, Shape, Tone
from socialupph.specs.tables import Column, Kind, TableSpec

Note = tuple[str, Mapping[str, str]]
_OF_ONE_ROW = frozenset({"note.until_further_notice"})
_MOST_NOTES = 6
_ROW = re.compile(r"^\w+ \d+[:,]? ")


class LineState(StrEnum):
    """What becomes of one row of the file; also the keys of the filters above the preview."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    CLOSED = "closed"
    WAITS = "waits"
    ERROR = "error"
    LEFT_OUT = "left_out"


STATE_MARKS: Mapping[LineState, Mark] = {
    LineState.NEW: Mark(N_("Ny"), Shape.DOT, Tone.ACCENT),
    LineState.CHANGED: Mark(N_("Ändras"), Shape.HALF, Tone.WARN),
    LineState.UNCHANGED: Mark(N_("Oförändrad"), Shape.CHECK, Tone.NEUTRAL),
    LineState.CLOSED: Mark(N_("Stängs"), Shape.RING, Tone.WARN),
    LineState.WAITS: Mark(N_("Väntar på svar"), Shape.TRIANGLE, Tone.WARN),
    LineState.ERROR: Mark(N_("Fel"), Shape.CROSS, Tone.BAD),
    LineState.LEFT_OUT: Mark(N_("Lämnas utanför"), Shape.DASH, Tone.NEUTRAL),
}
STATE_OF_ROW: Mapping[RowState, LineState] = {
    RowState.NEW: LineState.NEW,
    RowState.CHANGED: LineState.CHANGED,
    RowState.UNCHANGED: LineState.UNCHANGED,
    RowState.ERROR: LineState.ERROR,
}


class PreviewLine(Protocol):
    """What the window shows of a row that is about to be taken in, whatever kind of list it is of."""

    @property
    def id(self) -> int:
        """Tells it from all other rows of the preview."""
        ...

    @property
    def state(self) -> LineState:
        """What becomes of it."""
        ...

    @property
    def code(self) -> str:
        """Code or number."""
        ...

    @property
    def title(self) -> str:
        """What the row is about."""
        ...

    @property
    def message(self) -> str:
        """What is wrong or what changes."""
        ...

    @property
    def draft(self) -> bool:
        """Whether it becomes a draft."""
        ...

    @property
    def place(self) -> str:
        """Where the row stands, in words."""
        ...


@dataclass(frozen=True, slots=True)
class ImportLine:
    """A row of the file; ``id`` is its row number. ``message`` says what is wrong or what changes."""

    id: int
    state: LineState
    code: str = ""
    title: str = ""
    supplier: str = ""
    message: str = ""
    draft: bool = False

    @property
    def place(self) -> str:
        """Where the row stands, in words."""
        return _("Rad {row}").format(row=self.id)

    @property
    def brief(self) -> str:
        """The message without the row, which stands beside it already."""
        bare = _ROW.sub("", self.message)
        return bare[:1].upper() + bare[1:]


TABLE = TableSpec[ImportLine](
    name="contract-import",
    title=N_("Rader i filen"),
    sort="row",
    columns=(
        Column("row", N_("Rad"), lambda line: line.id, Kind.INTEGER, width=5, sortable=False),
        Column(
            "state",
            N_("Vad som händer"),
            lambda line: translate(STATE_MARKS[line.state].word),
            Kind.STATUS,
            mark=lambda line: STATE_MARKS[line.state],
            detail=lambda line: _("utkast") if line.draft else "",
            width=18,
            sortable=False,
        ),
        Column("code", N_("Nummer"), lambda line: line.code, Kind.CODE, width=12, strong=True, sortable=False),
        Column("title", N_("Benämning"), lambda line: line.title, width=24, sortable=False, priority=1),
        Column("supplier", N_("Leverantör"), lambda line: line.supplier, width=20, sortable=False, priority=2),
        Column("message", N_("Besked"), lambda line: line.brief, width=40, stretch=True, sortable=False),
    ),
)


def lines_of(preview: ImportPreview, rows: Sequence[ContractRow], notes: Sequence[Note] = ()) -> tuple[ImportLine, ...]:
    """All rows of the file in its order, also those that are left out. ``rows`` are what was read of each."""
    read = {row.row: row for row in rows}
    told = {int(facts["row"]): note_message(code, facts) for code, facts in notes if code in _OF_ONE_ROW}
    lines = [_line(row, read.get(row.row), told.get(row.row, "")) for row in preview.rows]
    lines += [ImportLine(one.row, LineState.LEFT_OUT, message=left_out_message(one)) for one in preview.left_out]
    return tuple(sorted(lines, key=_row_number))


def _row_number(line: ImportLine) -> int:
    return line.id


def _line(row: PreviewRow, read: ContractRow | None, note: str) -> ImportLine:
    parts = [row.message or preview_message(row)]
    if row.voided:
        parts.append(_("Kontraktet är makulerat i registret och lämnas som det är."))
    if row.state is RowState.NEW and read is not None:
        parts += _proposals(read)
    if note and row.state is not RowState.UNCHANGED:
        parts.append(note)
    message = " ".join(part for part in parts if part)
    supplier = read.supplier_name if read is not None else ""
    return ImportLine(row.row, STATE_OF_ROW[row.state], row.code, row.title, supplier, message, row.draft)


def _proposals(read: ContractRow) -> list[str]:
    """What the row proposes, to be confirmed afterwards."""
    parts: list[str] = []
    if read.requirements:
        parts.append(_("Krav att bekräfta: {text}.").format(text=read.requirement_text.rstrip(".")))
    if read.options:
        months = " + ".join(formats.integer(months) for months in read.options)
        parts.append(_("Option att bekräfta: {months} månader.").format(months=months))
    return parts


def notes_text(notes: Sequence[Note]) -> str:
    """What was guessed about the list as a whole, sentence after sentence."""
    told = [note_message(code, facts) for code, facts in notes if code not in _OF_ONE_ROW]
    rest = len(told) - _MOST_NOTES
    if rest > 1:
        told = [*told[:_MOST_NOTES], ngettext("Och {n} till.", "Och {n} till.", rest).format(n=rest)]
    return " ".join(told)


def counts(lines: Sequence[PreviewLine]) -> dict[LineState, int]:
    """How many rows there are of each kind."""
    found = dict.fromkeys(LineState, 0)
    for line in lines:
        found[line.state] += 1
    return found


def total_text(lines: Sequence[ImportLine]) -> str:
    """*40 rader: 39 nya kontrakt, 1 ändras. 1 rad lämnas utanför.*"""
    found = counts(lines)
    rows = len(lines) - found[LineState.LEFT_OUT]
    if not rows:
        return _("Listan har inga rader att läsa in.")
    parts = [text for state in RowState if (text := _part(state, found[STATE_OF_ROW[state]]))]
    told = ngettext("{n} rad: {parts}.", "{n} rader: {parts}.", rows).format(
        n=formats.integer(rows), parts=", ".join(parts)
    )
    drafts = sum(line.draft and line.state in (LineState.NEW, LineState.CHANGED) for line in lines)
    if drafts:
        text = ngettext("{n} blir utkast.", "{n} blir utkast.", drafts)
        told = _("{told} {more}").format(told=told, more=text.format(n=formats.integer(drafts)))
    if found[LineState.LEFT_OUT]:
        count = found[LineState.LEFT_OUT]
        text = ngettext("{n} rad lämnas utanför.", "{n} rader lämnas utanför.", count)
        told = _("{told} {more}").format(told=told, more=text.format(n=formats.integer(count)))
    return told


def _part(state: RowState, count: int) -> str:
    if not count:
        return ""
    number = formats.integer(count)
    if state is RowState.NEW:
        return ngettext("{n} nytt kontrakt", "{n} nya kontrakt", count).format(n=number)
    if state is RowState.CHANGED:
        return ngettext("{n} ändras", "{n} ändras", count).format(n=number)
    if state is RowState.UNCHANGED:
        return ngettext("{n} oförändrad", "{n} oförändrade", count).format(n=number)
    return ngettext("{n} med fel", "{n} med fel", count).format(n=number)


def import_text(written: int) -> str:
    """What the button says."""
    if not written:
        return _("Importera")
    return ngettext("Importera {n} kontrakt", "Importera {n} kontrakt", written).format(n=formats.integer(written))


def skip_text(good: int, wrong: int) -> str:
    """The tick that lets the good rows in and leaves the others."""
    first = ngettext("Ta in den goda raden", "Ta in de {n} goda raderna", good).format(n=formats.integer(good))
    then = ngettext("lämna {n} med fel", "lämna {n} med fel", wrong).format(n=formats.integer(wrong))
    return _("{first} och {then}").format(first=first, then=then)


def done_text(written: int, wrong: int) -> str:
    """What the toast says afterwards."""
    told = ngettext("{n} kontrakt är inläst.", "{n} kontrakt är inlästa.", written).format(n=formats.integer(written))
    if not wrong:
        return told
    left = ngettext("{n} rad med fel lämnades.", "{n} rader med fel lämnades.", wrong).format(n=formats.integer(wrong))
    return _("{told} {more}").format(told=told, more=left)
