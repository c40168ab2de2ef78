"""Which columns of a sheet hold the code and its names: by heading, else by what stands in them. Other languages are let be."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from socialupph.domain.cpv import parse_cpv
from socialupph.domain.kinds import CodeList
from socialupph.exchange.cell_values import text_of
from socialupph.exchange.headings import heading_of, known_share
from socialupph.exchange.sheets import Cell, Sheet, is_blank
from socialupph.specs.imports import CONTRACT_LIST

CONCEPT = re.compile(r"[A-Za-z0-9]{4}_[A-Za-z0-9]{3}_[A-Za-z0-9]{3}")
"""A concept id of Arbetsförmedlingen's taxonomy."""

_SEARCHED, _SAMPLED = 60, 200
_MANY = 40
_LONGEST_HEADING = 80
_CONTRACT_HEADINGS = 3.5
_CODES = {
    CodeList.CPV: frozenset(
        {
            "kod",
            "code",
            "cpv",
            "cpvkod",
            "cpvkoder",
            "cpvcode",
            "cpvnr",
            "cpvnummer",
            "cpvkod2008",
            "cpv2008",
            "koder",
            "codes",
        }
    ),
    CodeList.OCCUPATION: frozenset(
        {
            "conceptid",
            "id",
            "kod",
            "code",
            "begreppsid",
            "yrkesid",
            "taxonomyid",
            "concepttaxonomyid",
            "occupationid",
            "koncept",
        }
    ),
}
_SWEDISH = frozenset(
    {"sv", "se", "swe", "swelabel", "svlabel", "svenska", "swedish", "svensktnamn", "svenskbenämning", "svensktext", "namnsv", "labelsv",
     "benämningsv", "namesv", "swedishname", "svenskbeskrivning"}
)  # fmt: skip
_ENGLISH = frozenset(
    {"en", "eng", "englabel", "enlabel", "engelska", "english", "engelsktnamn", "engelskbenämning", "englishname", "nameeng", "namnen",
     "labelen", "nameen", "benämningen", "engelsktext", "descriptioneng", "engelskbeskrivning"}
)  # fmt: skip
_EITHER = frozenset(
    {"namn", "name", "benämning", "beskrivning", "description", "label", "preferredlabel", "text", "titel", "title", "yrke", "yrken",
     "yrkesbenämning", "yrkesbenämningar", "yrkesnamn", "occupation", "term", "rubrik", "cpvbenämning", "cpvnamn", "prefersymbol"}
)  # fmt: skip
_GROUPS = frozenset(
    {"collections", "collection", "samling", "samlingar", "yrkessamling", "yrkessamlingar", "grupp", "grupper", "yrkesgrupp", "yrkesområde",
     "område", "group", "groups"}
)  # fmt: skip
_SWEDISH_LETTERS = re.compile("[åäöÅÄÖ]")
_LETTERS = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class CodeColumns:
    """Columns by index; None where there is none. ``data_start`` indexes the first row after the headings, if there are any."""

    code: int
    swedish: int | None = None
    english: int | None = None
    groups: int | None = None
    data_start: int = 0
    headings: tuple[str, ...] = ()

    def heading(self, column: int | None) -> str:
        """What stands over a column; empty without headings."""
        return self.headings[column] if column is not None and column < len(self.headings) else ""


def looks_like_code(which: CodeList, text: str) -> bool:
    """Whether a cell holds a code of that list, right or wrong."""
    return parse_cpv(text) is not None if which is CodeList.CPV else CONCEPT.fullmatch(text) is not None


def find_columns(sheet: Sheet, which: CodeList) -> CodeColumns | None:
    """The columns of a sheet that is such a list; None when it is not, as a list of contracts that have codes is not."""
    found = _by_headings(sheet, which) or _by_content(sheet, which)
    above = sheet.rows[: found.data_start] if found else ()
    return None if any(_of_contracts(row) for row in above) else found


def _of_contracts(row: Sequence[Cell]) -> bool:
    texts = [cell.strip() for cell in row if isinstance(cell, str) and len(cell) <= _LONGEST_HEADING]
    return known_share([text for text in texts if text], CONTRACT_LIST) >= _CONTRACT_HEADINGS


def _by_headings(sheet: Sheet, which: CodeList) -> CodeColumns | None:
    for index, row in enumerate(sheet.rows[:_SEARCHED]):
        names = [
            heading_of(cell).compact if isinstance(cell, str) and len(cell) <= _LONGEST_HEADING else "" for cell in row
        ]
        code = _first(names, _CODES[which])
        if code is None:
            continue
        sample = sheet.rows[index + 1 : index + 1 + _SAMPLED]
        swedish, english = _first(names, _SWEDISH), _first(names, _ENGLISH)
        if swedish is None:
            swedish, english = _told_apart(_first(names, _EITHER), english, sample, which)
        if swedish is None and english is None:
            continue
        if not any(looks_like_code(which, _text(one, code)) for one in sample):
            continue
        headings = tuple(" ".join(str(cell).split()) if isinstance(cell, str) else "" for cell in row)
        return CodeColumns(code, swedish, english, _first(names, _GROUPS), index + 1, headings)
    return None


def _by_content(sheet: Sheet, which: CodeList) -> CodeColumns | None:
    """The column with the most codes, and the texts beside it: the one with å, ä and ö is Swedish."""
    sample = sheet.rows[: _SEARCHED + _SAMPLED]
    width = max((len(row) for row in sample), default=0)
    counts = [sum(looks_like_code(which, _text(row, column)) for row in sample) for column in range(width)]
    if not counts or max(counts) == 0:
        return None
    code = counts.index(max(counts))
    start = next(index for index, row in enumerate(sample) if looks_like_code(which, _text(row, code)))
    rows = sample[start:]
    if counts[code] * 2 < sum(not is_blank(row[code]) for row in rows if code < len(row)) or not _differ(rows, code):
        return None
    texts = [column for column in range(width) if column != code and _is_text(rows, column)]
    swedish = max(texts, key=lambda column: _swedish_letters(rows, column), default=None)
    others = [column for column in texts if column != swedish]
    english = others[0] if len(others) == 1 and which is CodeList.CPV else None
    if english is None:
        swedish, english = _told_apart(swedish, None, rows, which)
    groups = others[0] if len(others) == 1 and which is CodeList.OCCUPATION else None
    if swedish is None and english is None and not any(_holds_name(_text(row, code)) for row in rows):
        return None
    return CodeColumns(code, swedish, english, groups, start)


def _told_apart(
    column: int | None, english: int | None, rows: Sequence[Sequence[Cell]], which: CodeList
) -> tuple[int | None, int | None]:
    """Swedish and English column, where one is called *name* only: so many names without å, ä and ö are not Swedish."""
    if column is None or english is not None or which is not CodeList.CPV:
        return column, english
    foreign = len(rows) >= _MANY and not _swedish_letters(rows, column)
    return (None, column) if foreign else (column, None)


def _first(names: Sequence[str], known: frozenset[str]) -> int | None:
    return next((column for column, name in enumerate(names) if name in known), None)


def _text(row: Sequence[Cell], column: int) -> str:
    return text_of(row[column]) if column < len(row) else ""


def _differ(rows: Sequence[Sequence[Cell]], column: int) -> bool:
    """Whether most codes stand there once, as those of a list do."""
    texts = [text for row in rows if (text := _text(row, column))]
    return len(set(texts)) * 2 > len(texts)


def _is_text(rows: Sequence[Sequence[Cell]], column: int) -> bool:
    texts = [text for row in rows if (text := _text(row, column))]
    return bool(texts) and sum(bool(_LETTERS.search(text)) for text in texts) * 2 > len(rows)


def _swedish_letters(rows: Sequence[Sequence[Cell]], column: int) -> int:
    return sum(len(_SWEDISH_LETTERS.findall(_text(row, column))) for row in rows)


def _holds_name(text: str) -> bool:
    code = parse_cpv(text)
    return code is not None and bool(code.name)
