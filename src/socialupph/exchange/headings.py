"""What a column's heading says: its words, its unit, and how well it fits each field of a kind of list."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from socialupph.specs.imports import ListKind, TargetField

EXACT, CONTAINED, ALIKE, HINT, HINT_CONTAINED = 100, 70, 60, 50, 30

_SHORT_WORD = 4
_HYPHENATED = re.compile(r"(?<=\w)-\n(?=\w)")
_UNITS = re.compile(
    r"\b(?P<thousand>tkr|kkr|tsek|ksek|tusental(?:s)?|tusen)\b|\b(?P<million>mkr|mnkr|msek|miljoner|milj)\b"
)
_CURRENCY = re.compile(r"\b(eur|euro|usd|nok|dkk|gbp)\b")
_NOISE = frozenset(
    {
        "kr",
        "sek",
        "exkl",
        "inkl",
        "exkl.",
        "moms",
        "ex",
        "tkr",
        "kkr",
        "tsek",
        "ksek",
        "mkr",
        "mnkr",
        "msek",
        "excl",
        "vat",
    }
)


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading, ready to be compared. ``factor`` is 1000 for *tkr*; ``currency`` is empty when none is named."""

    text: str
    words: tuple[str, ...]
    factor: int = 1
    currency: str = ""

    @property
    def compact(self) -> str:
        """All its words without anything between."""
        return "".join(self.words)


@lru_cache(maxsize=4096)
def heading_of(raw: str) -> Heading:
    """Read *Avtals-⏎nummer*, *Org.nr*, *Summa exkl moms (tkr)*."""
    text = " ".join(_HYPHENATED.sub("", raw.strip()).split())
    plain = text.casefold()
    unit = _UNITS.search(plain)
    factor = 1 if unit is None else 1000 if unit["thousand"] else 1_000_000
    currency = _CURRENCY.search(plain)
    bare = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", plain)
    words = tuple(re.findall(r"[^\W_]+", (bare if bare.strip() else plain).replace(".", "").replace("'", "")))
    return Heading(text, words, factor, "" if currency is None else _code(currency[1]))


def fingerprint(headers: Sequence[str], kind: str = "") -> str:
    """The same for lists with the same headings in the same order: what a remembered choice of columns is found by.

    ``kind`` keeps lists apart that have the same headings and are read as different things.
    """
    joined = "\x1f".join((*(heading_of(header).compact for header in headers), *([kind] if kind else [])))
    return hashlib.sha256(joined.encode()).hexdigest()[:24]


@dataclass(frozen=True, slots=True)
class _Names:
    names: frozenset[str]
    hints: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    hint_words: frozenset[str]


@lru_cache(maxsize=512)
def _names_of(field: TargetField) -> _Names:
    names = [heading_of(name) for name in (*field.names, field.title)]
    hints = [heading_of(hint) for hint in field.hints]
    phrases = tuple(name.words for name in names if len(name.compact) >= 4)
    return _Names(
        frozenset(name.compact for name in names), frozenset(hint.compact for hint in hints), phrases,
        frozenset(hint.compact for hint in hints if len(hint.compact) >= 3),
    )  # fmt: skip


@lru_cache(maxsize=8192)
def heading_score(heading: Heading, field: TargetField) -> int:
    """0 when the heading says nothing of ``field``, up to 100 when it is one of its names."""
    known = _names_of(field)
    without_units = "".join(word for word in heading.words if word not in _NOISE) or heading.compact
    if heading.compact in known.names or without_units in known.names:
        return EXACT
    if heading.compact in known.hints or without_units in known.hints:
        return HINT
    if set(heading.words).isdisjoint(field.never_with):
        return _partly(heading, known)
    return 0


def _partly(heading: Heading, known: _Names) -> int:
    """How well a longer or misspelt heading fits."""
    best = max((_phrase_score(heading.words, phrase) for phrase in known.phrases), default=0)
    if best:
        return best
    if len(heading.compact) >= 6 and get_close_matches(heading.compact, known.names, 1, 0.88):
        return ALIKE
    return 0 if known.hint_words.isdisjoint(heading.words) else HINT_CONTAINED


def _phrase_score(words: tuple[str, ...], phrase: tuple[str, ...]) -> int:
    """How much of a heading a known name makes up; what stands first weighs more. A *till* among many words says nothing."""
    if len(phrase) == 1 and len(phrase[0]) <= _SHORT_WORD and len(words) > 2:
        return 0
    for start in range(len(words) - len(phrase) + 1):
        if words[start : start + len(phrase)] == phrase:
            share = len("".join(phrase)) / len("".join(words))
            return CONTAINED + round(share * 15) - min(start, 5) * 2
    return 0


@dataclass(frozen=True, slots=True)
class _Index:
    """All names of a kind of list at once, for finding the row of headings quickly."""

    scores: dict[str, int]
    phrases: dict[str, tuple[tuple[str, ...], ...]]


@lru_cache(maxsize=32)
def _index_of(kind: ListKind) -> _Index:
    scores: dict[str, int] = {}
    phrases: dict[str, tuple[tuple[str, ...], ...]] = {}
    for field in kind.fields:
        known = _names_of(field)
        scores.update((hint, HINT) for hint in known.hints if hint not in scores)
        scores.update((name, EXACT) for name in known.names)
        for phrase in known.phrases:
            phrases[phrase[0]] = (*phrases.get(phrase[0], ()), phrase)
    return _Index(scores, phrases)


def known_share(texts: Sequence[str], kind: ListKind) -> float:
    """How many of the texts are headings of ``kind``: the sum over all of how well the best field fits, 0 to 1 each."""
    return sum(_known(text, kind) for text in texts) / EXACT


def alike_share(texts: Sequence[str], kind: ListKind) -> float:
    """``known_share`` with slips of the keyboard forgiven; dear, so only for a few rows."""
    names = tuple(_index_of(kind).scores)
    found = 0.0
    for text in texts:
        compact = heading_of(text).compact if len(text) <= 80 else ""
        known = _known(text, kind) / EXACT
        found += known or (0.6 if len(compact) >= 6 and get_close_matches(compact, names, 1, 0.88) else 0.0)
    return found


@lru_cache(maxsize=8192)
def _known(text: str, kind: ListKind) -> int:
    """How well a text is known as a heading; a long text is none."""
    if len(text) > 80:
        return 0
    heading, index = heading_of(text), _index_of(kind)
    without_units = "".join(word for word in heading.words if word not in _NOISE)
    score = max(index.scores.get(heading.compact, 0), index.scores.get(without_units, 0))
    if score or len(heading.words) > 8:
        return score
    for start, word in enumerate(heading.words):
        for phrase in index.phrases.get(word, ()):
            if heading.words[start : start + len(phrase)] == phrase:
                return CONTAINED - 5 * start
    return 0


def _code(currency: str) -> str:
    return "EUR" if currency.startswith("eur") else currency.upper()
