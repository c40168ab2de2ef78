"""Rows of a file that are no rows of the list: sums, footers, headings that are printed again. Left out, and said so."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from socialupph.domain.commands.imports import LeftOut, LeftOutReason
from socialupph.exchange.cell_values import text_of
from socialupph.exchange.column_content import CONTRACT_NUMBER, DIARY_NUMBER, NAME
from socialupph.exchange.course_titles import days_in
from socialupph.exchange.recognise import Mapping, Recognised
from socialupph.exchange.sheets import Cell, is_blank
from socialupph.specs.imports import Content, ListKind

_SUM = re.compile(
    r"(?:del|slut|total|mellan)?summa\b.*|total(?:t|er|summa|belopp)?\b.*|sammanlagt\b.*|sub-?total\b.*|grand total\b.*|sum\b.*"
    r"|summering\b.*|antal (?:avtal|rader|kontrakt|poster)\b.*|genomsnitt\b.*|medelvärde\b.*|snitt\b.*",
)
_SHOWN = 80
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Group:
    """A row that heads those below it: its row number as Excel shows it, and what it says."""

    row: int
    text: str


@dataclass(frozen=True, slots=True)
class Sifted:
    """Rows of the list with their indexes in the sheet, rows that head others, and rows left out."""

    indexes: list[int]
    rows: list[list[Cell]]
    left_out: list[LeftOut]
    groups: tuple[Group, ...] = ()


def sift(recognised: Recognised, mapping: Mapping, kind: ListKind) -> Sifted:
    """Blank rows vanish in silence, every other one is somewhere in what is given."""
    sheet, width = recognised.sheet, len(recognised.headers)
    strong = [column for column, key in enumerate(mapping) if key and kind.field(key).content in _STRONG]
    headings = [] if recognised.header_index is None else sheet.rows[recognised.data_start - 1]
    indexes: list[int] = []
    rows: list[list[Cell]] = []
    left_out: list[LeftOut] = []
    groups: list[Group] = []
    for index in range(recognised.data_start, len(sheet.rows)):
        row = sheet.rows[index]
        if _is_plainly_a_row(row, strong):
            reason = _repeats(row, headings)
        else:
            filled = [column for column in range(min(width, len(row))) if not is_blank(row[column])]
            if not filled:
                continue
            if kind.grouped and _heads_others(row, filled, mapping):
                groups.append(Group(sheet.row_number(index), _said(row)))
                continue
            reason = _reason(row, filled, mapping, kind, headings)
        if reason is None:
            indexes.append(index)
            rows.append(row)
        else:
            left_out.append(LeftOut(sheet.row_number(index), reason, _begins(row)))
    return Sifted(indexes, rows, left_out, tuple(groups))


def _heads_others(row: Sequence[Cell], filled: Sequence[int], mapping: Mapping) -> bool:
    """Whether a thin row of a list without a column of days tells a day."""
    return (
        len(filled) <= _MOST_IN_GROUP
        and "days" not in mapping
        and any(days_in(text_of(row[column])) for column in filled)
    )


def _is_plainly_a_row(row: Sequence[Cell], strong: Sequence[int]) -> bool:
    """Whether at least three of the telling columns are filled; true of nearly every row, so it is asked first."""
    found = 0
    for column in strong:
        if column < len(row) and row[column] is not None:
            found += 1
            if found == _PLAINLY_A_ROW:
                return True
    return False


_STRONG = frozenset(
    {Content.NUMBER, Content.DIARY_NUMBER, Content.COMPANY, Content.ORG_NUMBER, Content.DATE, Content.CODE, Content.PERSON_NAME,
     Content.PERSONAL_NUMBER, Content.YEAR, Content.EMAIL, Content.PHONE, Content.PERIOD}
)  # fmt: skip
_ONLY_FIGURES = frozenset({Content.AMOUNT, Content.COUNT, Content.PERCENT, Content.HOURS, Content.SCORE})
_PLAINLY_A_ROW = 3
_MOST_IN_GROUP = 3


def _reason(
    row: Sequence[Cell], filled: Sequence[int], mapping: Mapping, kind: ListKind, headings: Sequence[Cell]
) -> LeftOutReason | None:
    """Why a thin row is none of the list, or None when it is one."""
    contents = {kind.field(mapping[column]).content for column in filled if mapping[column]}
    sums = [
        column for column in filled if isinstance(row[column], str) and _SUM.fullmatch(text_of(row[column]).casefold())
    ]
    others = {kind.field(mapping[column]).content for column in filled if mapping[column] and column not in sums}
    if sums and others.isdisjoint(_STRONG):
        return LeftOutReason.SUM
    if contents <= _ONLY_FIGURES and contents:
        return LeftOutReason.SUM
    if len(filled) == 1 and not _stands_alone(row[filled[0]], mapping[filled[0]], kind):
        return LeftOutReason.FOOTER
    if not contents:
        return LeftOutReason.FOOTER
    return _repeats(row, headings)


def _stands_alone(cell: Cell, key: str, kind: ListKind) -> bool:
    """Whether a lonely cell is a contract's number or a name in its place, so that the row is one that lacks the rest."""
    text = text_of(cell)
    if key in kind.lone:
        return bool(NAME.fullmatch(text)) and len(text) <= _LONGEST_NAME
    if not key or kind.field(key).content not in {Content.NUMBER, Content.DIARY_NUMBER}:
        return False
    return bool(CONTRACT_NUMBER.fullmatch(text) or DIARY_NUMBER.fullmatch(text))


def _repeats(row: Sequence[Cell], headings: Sequence[Cell]) -> LeftOutReason | None:
    """Whether the row says the headings once more, as lists do that were printed page by page."""
    if not headings or row[0] != headings[0]:
        return None
    same = sum(1 for cell, heading in zip(row, headings, strict=False) if cell is not None and cell == heading)
    return (
        LeftOutReason.REPEATED_HEADER if same >= 2 and same >= sum(1 for cell in row if cell is not None) - 1 else None
    )


def _said(row: Sequence[Cell]) -> str:
    return " ".join(part for part in (text_of(cell) for cell in row) if part)


def _begins(row: Sequence[Cell]) -> str:
    text = _said(row)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
