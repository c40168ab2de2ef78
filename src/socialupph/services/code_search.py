"""Finding codes while somebody types: in code and name, Swedish and English, every word anywhere, in memory.

SQL cannot fold å, ä and ö, and a list of ten thousand codes is small: what is searched is made once and read through for each key.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from socialupph.domain.views.code_lists import CodeItem

_WORD = re.compile(r"[^\W_]+")
_CHECK_DIGIT = re.compile(r"(?<!\d)(\d{8})-\d(?!\d)")


class Haystack:
    """The codes of one list, ready to be searched. Never changed once it is made, so that any thread may read it."""

    def __init__(self, items: Iterable[CodeItem]) -> None:
        self._in_order = tuple(items)
        self._items = sorted(self._in_order, key=_usual_order)
        # What is stored is composed and has single spaces already; only case is left to fold.
        self._codes = [item.code.casefold() for item in self._items]
        names = [(item.label.casefold(), item.label_en.casefold()) for item in self._items]
        # What is searched: code, Swedish name and English name, each after a line break, so that beginnings can be asked for.
        self._texts = [f"\n{code}\n{sv}\n{en}" for code, (sv, en) in zip(self._codes, names, strict=True)]
        self._by_code = dict(zip(self._codes, self._items, strict=True))
        self._by_name: dict[str, CodeItem | None] = {}
        for item, both in zip(self._items, names, strict=True):
            for name in both:
                if name and self._by_name.setdefault(name, item) is not item:
                    self._by_name[name] = None  # two codes bear it

    def with_code(self, code: str) -> CodeItem | None:
        """The code itself; None when the list lacks it."""
        return self._by_code.get(fold(code))

    def with_name(self, name: str) -> CodeItem | None:
        """The one code that bears just this name in either language; None for none or several."""
        return self._by_name.get(fold(name))

    def find(self, typed: str, limit: int) -> list[CodeItem]:
        """Codes in which every word typed is found, the likeliest first; without words the first in order.

        First come codes that begin with what was typed, then names that do, then names with words that do; of those that answer
        alike the more general code.
        """
        words = words_of(typed)
        if not words:
            return list(self._in_order[:limit])
        hits = self._holding(words)
        begins = [place for place in hits if any(f"\n{word}" in self._texts[place] for word in words)]
        codes = [place for place in begins if self._codes[place].startswith(tuple(words))]
        found = [*codes, *_without(begins, codes)][:limit]
        if len(found) < limit:
            inside = _without(hits, begins)
            better = [place for place in inside if all(_begins_a_word(self._texts[place], word) for word in words)]
            found += [*better, *_without(inside, better)]
        return [self._items[place] for place in found[:limit]]

    def _holding(self, words: Sequence[str]) -> list[int]:
        """Where every word is found, in the usual order."""
        first, *others = sorted(words, key=len, reverse=True)
        hits = [place for place, text in enumerate(self._texts) if first in text]
        for word in others:
            hits = [place for place in hits if word in self._texts[place]]
        return hits


def fold(text: str) -> str:
    """Text for comparing: composed, without case, with one space between words. Å, ä and ö stay letters of their own."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def words_of(typed: str) -> list[str]:
    """What was typed as words; a CPV code loses its check digit, which the list does not have, a concept id stays whole."""
    text = _CHECK_DIGIT.sub(r"\1", fold(typed))
    return text.split() if "_" in text else _WORD.findall(text)


def _usual_order(item: CodeItem) -> tuple[int, int, str]:
    """The more general code first, which has more zeros at its end, then the shorter name."""
    zeros = len(item.code) - len(item.code.rstrip("0")) if item.code.isdigit() else 0
    return -zeros, len(item.label), item.code


def _without(places: Sequence[int], taken: Sequence[int]) -> list[int]:
    gone = set(taken)
    return [place for place in places if place not in gone]


def _begins_a_word(text: str, word: str) -> bool:
    at = text.find(word)
    while at > 0:
        if not text[at - 1].isalnum():
            return True
        at = text.find(word, at + 1)
    return False
