"""Which row holds the headings, and which column is which field. A proposal; the user decides."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from socialupph.exchange.column_content import ColumnContent
from socialupph.exchange.column_fit import fit_field
from socialupph.exchange.column_neighbours import beside, plain, under_groups
from socialupph.exchange.headings import EXACT, Heading, alike_share, heading_of, heading_score, known_share
from socialupph.exchange.sheet_words import is_sensitive
from socialupph.exchange.sheets import Cell, Sheet, is_blank
from socialupph.i18n import N_, translate
from socialupph.specs.imports import Content, ListKind, TargetField

_SEARCHED_ROWS = 60
_SAMPLED_ROWS = 200
_MISSPELT_ROWS = 5
_LEAST_HEADINGS = 1.6
_CLEAR_HEADINGS = 3.5
_ACCEPTED = 45
_CONTENT_ALONE = frozenset({Content.ORG_NUMBER, Content.DIARY_NUMBER, Content.COMPANY, Content.CPV})
_WITHOUT_HEADINGS = _CONTENT_ALONE | {Content.REQUIREMENT, Content.NATURE}
Mapping = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recognised:
    """A sheet understood: ``data_start`` indexes the first row after the headings, ``header_index`` is None without headings.

    ``mapping`` has the key of a target field for every column, empty for one that is not read. ``score`` compares sheets.
    ``sensitive`` are the columns that are never read from a list of this kind.
    """

    sheet: Sheet
    header_index: int | None
    data_start: int
    headers: tuple[str, ...]
    mapping: Mapping
    score: float
    sensitive: tuple[int, ...] = ()

    def missing(self, kind: ListKind, mapping: Mapping | None = None) -> tuple[tuple[str, ...], ...]:
        """The groups of needed fields that no column fills."""
        chosen = set(self.mapping if mapping is None else mapping)
        return tuple(group for group in kind.needed if chosen.isdisjoint(group))


Measured = dict[tuple[int, int], list[ColumnContent]]


def recognise(sheet: Sheet, kind: ListKind, measured: Measured | None = None) -> Recognised:
    """Find the headings of ``sheet`` and propose what each column is. ``measured`` is kept between kinds for the same sheet."""
    width = max((len(row) for row in sheet.rows[: _SEARCHED_ROWS + _SAMPLED_ROWS]), default=0)
    start, height, headers = _find_headings(sheet, kind, width)
    data_start = 0 if start is None else start + height
    contents = _contents(sheet, data_start, width, {} if measured is None else measured)
    headings = [plain(heading_of(header), kind) for header in headers]
    if kind.numbered and start is not None and height == 1:
        headers = under_groups(sheet, start, headers)
        headings = [
            _in_its_group(plain(heading_of(header), kind), heading, headings, kind)
            for header, heading in zip(headers, headings, strict=True)
        ]
    sensitive = tuple(
        column
        for column, heading in enumerate(headings)
        if is_sensitive(heading.words, kind.name) and not any(map(partial(_is_named, heading), kind.fields))
    )
    closed = frozenset(sensitive)
    mapping, score = _assign(headings, contents, kind, closed, with_headings=start is not None)
    if kind.heads:
        named = beside(headings, mapping, kind)
        if named != headings:
            mapping, score = _assign(named, contents, kind, closed, with_headings=start is not None)
    if start is None:
        mapping = _days_by_order(mapping, contents, kind)
        headers = [
            translate(N_("Kolumn {letters}")).format(letters=sheet.column_letters(index)) for index in range(width)
        ]
    return Recognised(sheet, start, data_start, tuple(headers), mapping, score, sensitive)


def _in_its_group(grouped: Heading, alone: Heading, headings: Sequence[Heading], kind: ListKind) -> Heading:
    """How a heading under a group is understood: with the group where that is a name we know, or where it stands twice."""
    if grouped.words == alone.words:
        return alone
    known = any(_is_named(grouped, field) for field in kind.fields)
    return grouped if known or sum(1 for one in headings if one.words == alone.words) > 1 else alone


def _is_named(heading: Heading, field: TargetField) -> bool:
    return heading_score(heading, field) == EXACT


def _contents(sheet: Sheet, data_start: int, width: int, measured: Measured) -> list[ColumnContent]:
    if (data_start, width) not in measured:
        sample = sheet.rows[data_start : data_start + _SAMPLED_ROWS]
        measured[data_start, width] = [
            ColumnContent([row[index] if index < len(row) else None for row in sample]) for index in range(width)
        ]
    return measured[data_start, width]


def best_sheet(sheets: Sequence[Sheet], kind: ListKind) -> Recognised:
    """The sheet that looks most like such a list; shown sheets before hidden ones."""
    found = [recognise(sheet, kind) for sheet in sheets]
    return max(found, key=lambda one: (one.score > 0, not one.sheet.hidden, one.score, len(one.sheet.rows)))


def _find_headings(sheet: Sheet, kind: ListKind, width: int) -> tuple[int | None, int, list[str]]:
    """(index of the first heading row, how many rows it is, the headings); the first of equally good ones."""
    best: tuple[float, int | None, int, list[str]] = (_LEAST_HEADINGS - 0.01, None, 0, [""] * width)
    for index, row in enumerate(sheet.rows[:_SEARCHED_ROWS]):
        if best[1] is not None and best[0] >= _CLEAR_HEADINGS and index > best[1] + 2:
            break
        single = [cell.strip() if isinstance(cell, str) else "" for cell in row] + [""] * (width - len(row))
        score = _heading_row_score(row, single, kind)
        if score > best[0]:
            best = (score, index, 1, single)
        if score > 0 and index + 1 < len(sheet.rows):
            double = _joined(sheet, index, width)
            if double is not None:
                double_score = _heading_row_score(sheet.rows[index + 1], double, kind) - 0.3
                if double_score > max(best[0], score):
                    best = (double_score, index, 2, double)
    if best[1] is None:
        best = _misspelt_headings(sheet, kind, width) or best
    return best[1], best[2], [" ".join(heading_of(text).text.split()) for text in best[3]]


def _misspelt_headings(sheet: Sheet, kind: ListKind, width: int) -> tuple[float, int | None, int, list[str]] | None:
    """The first of the top rows that is all texts and mostly looks like headings, slips of the keyboard forgiven."""
    for index, row in enumerate(sheet.rows[:_MISSPELT_ROWS]):
        texts = [cell.strip() if isinstance(cell, str) else "" for cell in row] + [""] * (width - len(row))
        if all(cell is None or isinstance(cell, str) for cell in row):
            score = alike_share([text for text in texts if text], kind)
            if score >= _LEAST_HEADINGS:
                return score, index, 1, texts
    return None


def _heading_row_score(row: Sequence[Cell], texts: Sequence[str], kind: ListKind) -> float:
    values = sum(1 for cell in row if cell is not None and not isinstance(cell, str))
    return known_share([text for text in texts if text], kind) - values


def _joined(sheet: Sheet, index: int, width: int) -> list[str] | None:
    """Two rows of headings as one: what stands above several columns is said for each. None when the second holds values."""
    above, below = list(sheet.rows[index]), sheet.rows[index + 1]
    if any(cell is not None and not isinstance(cell, str) for cell in below) or sum(map(is_blank, below)) == len(below):
        return None
    for top, left, _bottom, right in sheet.merged:
        if top == index:
            for column in range(left + 1, min(right + 1, len(above))):
                above[column] = above[left]
    joined: list[str] = []
    for column in range(width):
        over = above[column] if column < len(above) else None
        under = below[column] if column < len(below) else None
        parts = [str(over or "").strip(), str(under or "").strip()]
        joined.append(parts[0] if parts[0] == parts[1] else " ".join(part for part in parts if part))
    return joined


def _assign(
    headings: Sequence[Heading],
    contents: Sequence[ColumnContent],
    kind: ListKind,
    closed: frozenset[int],
    *,
    with_headings: bool,
) -> tuple[Mapping, float]:
    """Give every field its best column and every column but the closed ones a field, the surest first."""
    offers: list[tuple[float, int, int]] = []
    for column, (heading, content) in enumerate(zip(headings, contents, strict=True)):
        if column in closed:
            continue
        said = [_said(heading, field) for field in kind.fields]
        alone = (
            _WITHOUT_HEADINGS
            if not with_headings
            else _CONTENT_ALONE
            if max(said) < EXACT - 5
            else frozenset[Content]()
        )
        for order, field in enumerate(kind.fields):
            score = _score(heading, content, field, said[order], alone)
            if score >= _ACCEPTED:
                offers.append((score, column, order))
    offers.sort(key=lambda offer: (-offer[0], offer[2], offer[1]))
    chosen = [""] * len(headings)
    taken: set[str] = set()
    total = 0.0
    for score, column, order in offers:
        field = kind.fields[order]
        if not chosen[column] and (field.many or field.target not in taken):
            chosen[column] = field.key
            taken.add(field.target)
            total += score
    return tuple(chosen), total


_FREE_TEXT = frozenset({Content.TITLE, Content.COMPANY, Content.PERSON, Content.PERSON_NAME})
_DOUBT = -20


def _said(heading: Heading, field: TargetField) -> int:
    """What the heading says for a field. *Summa (tkr)* is the one in thousands, *Summa* the one in kronor."""
    said = heading_score(heading, field)
    if field.content is not Content.AMOUNT:
        return said
    if field.factor != heading.factor:
        return 0
    return max(said, EXACT - 5) if heading.factor > 1 else said


def _score(heading: Heading, content: ColumnContent, field: TargetField, said: int, alone: frozenset[Content]) -> float:
    if said:
        clue = fit_field(content, field)
        # Free text may look like anything: a heading that is exactly ours is believed over what stands under it.
        return said + (max(clue, _DOUBT) if said >= EXACT and field.content in _FREE_TEXT else clue)
    if field.content in alone and set(heading.words).isdisjoint(field.never_with):
        shown = fit_field(content, field)
        return shown + 10 if shown >= 40 else 0
    return fit_field(content, field) + 35 if Content.REQUIREMENT in alone and _fills_gap(field) else 0


def _fills_gap(field: TargetField) -> bool:
    """Fields that are looked for by content alone when there are no headings at all."""
    return field.content in {Content.NUMBER, Content.TITLE, Content.AMOUNT} and field.factor == 1


def _days_by_order(mapping: Mapping, contents: Sequence[ColumnContent], kind: ListKind) -> Mapping:
    """Without headings, the first column of days is the start and the next the end."""
    days = [field.key for field in kind.fields if field.content is Content.DATE][:2]
    chosen = list(mapping)
    free = [column for column, content in enumerate(contents) if content.dates >= 0.8 and not content.has_numbers]
    for column, key in zip(free, days, strict=False):
        chosen[column] = key
    return tuple(chosen)
