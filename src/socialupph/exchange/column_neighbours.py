"""What a heading says beside others: *Kontaktperson 2* is a *Kontaktperson*, and a bare *Telefon* after it is that person's."""

import re
from collections.abc import Sequence
from dataclasses import replace

from socialupph.exchange.cell_values import text_of
from socialupph.exchange.course_titles import days_in
from socialupph.exchange.headings import Heading, heading_of
from socialupph.exchange.sheets import Sheet
from socialupph.specs.imports import Content, ListKind

_OF_A_PERSON = frozenset(
    {"telefon", "tel", "tfn", "telefonnummer", "telnr", "mobil", "mobiltelefon", "mobilnummer", "mobilnr", "direkttelefon", "epost",
     "epostadress", "mejl", "mejladress", "mail", "mailadress", "email", "phone", "mobile", "roll", "befattning", "titel", "funktion",
     "role", "title"}
)  # fmt: skip
_OF_A_DAY = frozenset(
    {"anteckning", "anteckningar", "kommentar", "kommentarer", "notering", "noteringar", "sammanfattning", "note", "notes", "comment",
     "resultat", "minnesanteckning"}
)  # fmt: skip
_THERE_THAT_DAY = ("närvaro", "dag")
_NOTHING = frozenset[str]()
_UNITS = ("v", "veck", "mån", "dag", "dgr", "d", "år", "m", "week", "month", "day")
_ORDINAL = re.compile(r"\d{1,2}(?:a|e|:a|:e)?")


def plain(heading: Heading, kind: ListKind) -> Heading:
    """The heading without a number that only tells it from others like it; *2 veckor* keeps its own.

    In a list whose rows have days above them, a column that is called a day is who was there that day.
    """
    if kind.grouped and days_in(heading.text):
        return replace(heading, words=_THERE_THAT_DAY)
    if not kind.numbered or len(heading.words) < 2:
        return heading
    words = heading.words
    kept = tuple(
        word
        for place, word in enumerate(words)
        if not (_ORDINAL.fullmatch(word) and not _has_unit(words[place + 1 : place + 2]))
    )
    return replace(heading, words=kept) if kept and kept != words else heading


def _has_unit(after: Sequence[str]) -> bool:
    return bool(after) and after[0].startswith(_UNITS)


def beside(headings: Sequence[Heading], mapping: Sequence[str], kind: ListKind) -> list[Heading]:
    """The headings, where a bare detail is said of the person or day to its left: *Telefon* → *Handledare telefon*."""
    words = {key: heading_of(kind.field(named).names[0]).words for key, named in kind.heads}
    said: list[Heading] = []
    head: tuple[str, ...]
    head, details = (), _NOTHING
    for heading, key in zip(headings, mapping, strict=True):
        if heading.compact in details:
            said.append(replace(heading, words=(*head, *heading.words)))
            continue
        said.append(heading)
        head = words.get(key, ())
        details = _NOTHING if not head else _OF_A_DAY if kind.field(key).content is Content.DATE else _OF_A_PERSON
    return said


def under_groups(sheet: Sheet, index: int, headers: Sequence[str]) -> list[str]:
    """The headings of row ``index``, each with what stands above several of them: *Deltagare* over *Närvaro* and *Trivsel*."""
    if index == 0:
        return list(headers)
    above = [text_of(cell) for cell in sheet.rows[index - 1][: len(headers)]]
    above += [""] * (len(headers) - len(above))
    merged = [(left, right) for top, left, _bottom, right in sheet.merged if top == index - 1 and right > left]
    groups = [""] * len(headers)
    if any(right - left + 1 >= len(headers) - 1 for left, right in merged):
        return list(headers)  # a title over the whole list
    if merged:
        for left, right in merged:
            groups[left : right + 1] = [above[left]] * len(groups[left : right + 1])
    elif sum(map(bool, above)) > 1:
        said = ""
        for place, text in enumerate(above):
            said = groups[place] = text or said
    return [f"{group} {header}" if group and header else header for group, header in zip(groups, headers, strict=True)]
