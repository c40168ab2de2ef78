"""How text is measured and broken into lines. Text is text: nothing in it is ever read as markup."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate

from socialupph.documents.fonts import Fonts
from socialupph.documents.theme import POINT, Cut, Style
from socialupph.i18n import _, translate
from socialupph.i18n.formats import MONTHS, MONTHS_SHORT, WEEKDAYS_SHORT

_HYPHEN = re.compile(r"(?<=[^\W\d_]{3}[-/\u2013])(?=[^\W\d_]{3})")
_AT = re.compile(r"(?<=@)(?=.)")
_SPACE = re.compile(r" ")
_EVERYWHERE = re.compile(r"(?<=.)(?=.)")
_SLACK = 0.01


@dataclass(frozen=True, slots=True)
class Phrase:
    """A part of a sentence set in one cut."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line: what to draw, how, and how far in."""

    text: str
    style: Style
    offset: float


Line = tuple[Piece, ...]


@cache
def _bound_spaces(forms: str, units: str, before: tuple[str, ...], months: tuple[str, ...]) -> re.Pattern[str]:
    """Spaces a line is never broken at: inside a date, between a number and its unit, before the form of a company."""
    whole = forms.split("|")
    halves = [form.split(" ") for form in whole if " " in form]
    unit, month = _any(units.split()), _any(months)
    after = "|".join(f"(?<=\\b{re.escape(word)})" for word in (*before, *months))
    return re.compile(
        "|".join(
            [
                f" (?=(?:{_any(whole)})(?!\\w))",
                *(f"(?<={re.escape(first)}) (?={re.escape(second)})" for first, second in halves),
                f"(?<=\\d) (?=%|\\d{{3}}(?!\\d)|(?:{unit}|{month})(?!\\w))",
                f"(?:{after}) (?=\\d)",
                " (?=[\u2013\u00b7](?: |$))",
            ]
        )
    )


def _any(words: Sequence[str]) -> str:
    return "|".join(map(re.escape, words))


def bound_spaces(text: str) -> frozenset[int]:
    """Where in ``text`` a space must not end a line."""
    pattern = _bound_spaces(
        _("AB|HB|KB|ek. för."),
        _("st kr mån dgr dagar tim platser heltidsmånader månader"),
        (*map(translate, WEEKDAYS_SHORT), *_("kl. nr vecka").split()),
        tuple(map(translate, (*MONTHS, *MONTHS_SHORT))),
    )
    return frozenset(match.start() for match in pattern.finditer(text))


@dataclass(slots=True)
class Typesetter:
    """Measures and breaks the text of one paper, and remembers which texts had characters the typeface lacks."""

    fonts: Fonts
    missing: dict[str, None] = field(default_factory=dict[str, None])

    def clean(self, text: str) -> str:
        """The text as it can be drawn, on one line."""
        drawn, lacking = self.fonts.clean(text)
        if lacking:
            self.missing[" ".join(text.split())] = None
        return drawn

    def width(self, text: str, style: Style) -> float:
        """How wide a clean text is, in millimetres."""
        return self.fonts.units(text, style.cut) * style.size * POINT / 1000

    def wrap(self, text: str, style: Style, room: float) -> tuple[str, ...]:
        """The lines of a text in a column ``room`` wide; none for an empty text.

        A line broken at a space ends with it, unseen, so that whoever listens hears two words.
        """
        text = self.clean(text)
        if not text:
            return ()
        if self.width(text, style) <= room:
            return (text,)
        ends = self._ends([(text, style)])
        return tuple(text[start:end] for start, end in _break(text, ends, room))

    def wrap_phrases(self, phrases: Sequence[Phrase], style: Style, room: float) -> tuple[Line, ...]:
        """The lines of a sentence some of which is strong."""
        runs = [
            (self._joinable(phrase.text), style.with_cut(Cut.SEMIBOLD) if phrase.strong else style)
            for phrase in phrases
        ]
        runs = _trimmed(runs)
        text = "".join(part for part, _style in runs)
        ends = self._ends(runs)
        return tuple(self._pieces(runs, start, end) for start, end in _break(text, ends, room))

    def cut(self, text: str, style: Style, room: float, lines: int = 1) -> tuple[str, ...]:
        """At most so many lines; what does not fit ends with an ellipsis after a whole word."""
        wrapped = self.wrap(text, style, room)
        if len(wrapped) <= lines:
            return wrapped
        words = "".join(wrapped[lines - 1 :]).split(" ")
        kept = ""
        for word in words:
            longer = f"{kept} {word}" if kept else word
            if self.width(longer + " …", style) > room:
                break
            kept = longer
        if not kept:
            kept = self._first_letters(words[0], style, room)
        while " " in kept and kept.rsplit(" ", 1)[1] in _("och i & hos med för").split():
            kept = kept.rsplit(" ", 1)[0]
        return (*wrapped[: lines - 1], kept + " …")

    def cut_phrases(self, phrases: Sequence[Phrase], style: Style, room: float, lines: int) -> tuple[Line, ...]:
        """At most so many lines of a sentence; cut after a whole word where the register says the rest."""
        whole = self.wrap_phrases(phrases, style, room)
        if len(whole) <= lines:
            return whole
        words = [(word, phrase.strong) for phrase in phrases for word in re.findall(r"\s*\S+|\s+$", phrase.text)]
        ending = Phrase(" " + _("… fortsätter i registret"))
        low, high = 0, len(words)
        while low < high:
            middle = (low + high + 1) // 2
            kept = [*(Phrase(word, strong) for word, strong in words[:middle]), ending]
            if len(self.wrap_phrases(kept, style, room)) <= lines:
                low = middle
            else:
                high = middle - 1
        return self.wrap_phrases([*(Phrase(word, strong) for word, strong in words[:low]), ending], style, room)

    def _first_letters(self, word: str, style: Style, room: float) -> str:
        for length in range(len(word), 0, -1):
            if self.width(word[:length] + " …", style) <= room:
                return word[:length]
        return ""

    def _joinable(self, text: str) -> str:
        """Clean, but a space at either end stays, since another phrase stands beside it."""
        clean = self.clean(text)
        before = " " if text[:1].isspace() else ""
        after = " " if text[-1:].isspace() else ""
        return f"{before}{clean}{after}" if clean else before

    def _ends(self, runs: Sequence[tuple[str, Style]]) -> list[float]:
        """For each place in the text the width of all before it."""
        steps = [0.0]
        for text, style in runs:
            widths = self.fonts.faces[style.cut].widths
            scale = style.size * POINT / 1000
            steps.extend(widths[character] * scale for character in text)
        return list(accumulate(steps))

    def _pieces(self, runs: Sequence[tuple[str, Style]], start: int, end: int) -> Line:
        pieces: list[Piece] = []
        offset = 0.0
        position = 0
        for text, style in runs:
            part = text[max(start - position, 0) : max(end - position, 0)]
            position += len(text)
            if part:
                pieces.append(Piece(part, style, offset))
                offset += self.width(part, style)
        return tuple(pieces)


def _trimmed(runs: Sequence[tuple[str, Style]]) -> list[tuple[str, Style]]:
    """Without spaces at the start and end and without two spaces where phrases meet."""
    kept: list[tuple[str, Style]] = []
    for text, style in runs:
        part = text.lstrip(" ") if not kept or kept[-1][0].endswith(" ") else text
        if part:
            kept.append((part, style))
    while kept and not kept[-1][0].rstrip(" "):
        kept.pop()
    if kept:
        kept[-1] = (kept[-1][0].rstrip(" "), kept[-1][1])
    return kept


def _break(text: str, ends: list[float], room: float) -> list[tuple[int, int]]:
    """Where lines start and end: at a space, else at a hyphen, else after @, else inside a group, else anywhere."""
    bound = bound_spaces(text)
    spaces = [match.start() for match in _SPACE.finditer(text)]
    free = [space for space in spaces if space not in bound]
    length = len(text)
    lines: list[tuple[int, int]] = []
    start = 0
    while start < length:
        limit = bisect_right(ends, ends[start] + room + _SLACK) - 1
        if limit >= length:
            lines.append((start, length))
            break
        end = _line_end(text, ends, (start, max(limit, start + 1)), room, (free, spaces))
        end += text[end] == " "
        lines.append((start, end))
        start = end
    return lines


def _line_end(
    text: str, ends: list[float], span: tuple[int, int], room: float, spaces: tuple[list[int], list[int]]
) -> int:
    start, limit = span
    free, every = spaces
    place = bisect_right(free, limit) - 1
    last = free[place] if place >= 0 and free[place] > start else start
    unit_start = last + 1 if last > start else start
    unit_end = free[place + 1] if place + 1 < len(free) else len(text)
    if last > start and ends[unit_end] - ends[unit_start] <= room + _SLACK:
        return last
    for pattern in (_HYPHEN, _AT):
        cuts = [match.start() for match in pattern.finditer(text, unit_start + 1, unit_end) if match.start() <= limit]
        if cuts:
            return cuts[-1]
    if last > start:
        return last
    inside = bisect_right(every, limit) - 1
    if inside >= 0 and every[inside] > start:
        return every[inside]
    return limit
