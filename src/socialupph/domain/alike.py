"""When two names are the same or nearly the same, and how such pairs are found without comparing every name with every other.

Works on words: lower case, accents away except on å ä ö, punctuation away. A name of a company loses the words that only say
what kind of company it is.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from itertools import combinations
from typing import TypeVar

from socialupph.domain.values import name_key

Words = tuple[str, ...]
Key = TypeVar("Key", bound=Hashable)

_SWEDISH = frozenset("åäö")
_OTHER_LETTERS = str.maketrans({"ø": "ö", "æ": "ä", "ß": "ss", "ð": "d", "þ": "th", "ł": "l", "đ": "d", "ı": "i"})
_JOINED = re.compile(r"(?<=\b\w)[./](?=\w\b)")  # the points of A.B. and the stroke of A/S
_NOT_WORD = re.compile(r"[^\w]+|_+")

_FORMS = (
    "ekonomisk förening", "ideell förening", "enskild firma", "ek för", "aktiebolag", "aktiebolaget", "ab", "publ",
    "handelsbolag", "handelsbolaget", "hb", "kommanditbolag", "kommanditbolaget", "kb", "firma", "ef",
)  # fmt: skip
_FORM = re.compile(rf"\b(?:{'|'.join(_FORMS)})\b")
_FOREIGN_FORM = re.compile(r"\b(?:oyj|oy|abp|as|asa|aps|gmbh|ltd|limited|inc|llc|plc|bv|nv|sa|sarl|se)$")
_GLUE = frozenset({"och", "and", "i", "o"})

_LEAST_TYPED = 4
"""A word that is mistyped has at least so many letters in one of its forms: Rut and Ruth, but not Ek and Eik."""

_MOST_WORDS = 8


def _letters(text: str) -> str:
    folded = name_key(text).translate(_OTHER_LETTERS)
    if folded.isascii():
        return folded
    return "".join(sign if sign in _SWEDISH else _bare(sign) for sign in folded)


def _bare(sign: str) -> str:
    """A letter without its accents."""
    return "".join(part for part in unicodedata.normalize("NFD", sign) if not unicodedata.combining(part))


def person_words(name: str) -> Words:
    """The words of a person's name, in the order they were written: *Exempel, Åsa-Maria* → exempel, åsa, maria."""
    return tuple(word for word in _NOT_WORD.split(_letters(name)) if word)[:_MOST_WORDS]


def company_words(name: str) -> Words:
    """The words that tell a company from others: *AB Bygg & Mark i Exempelby (publ)* → bygg, mark, exempelby.

    A name of nothing but such words keeps them.
    """
    plain = " ".join(_NOT_WORD.split(_JOINED.sub("", _letters(name)))).strip()
    bare = " ".join(_FORM.sub(" ", plain).split())
    bare = _FOREIGN_FORM.sub("", bare).strip()
    words = tuple(word for word in bare.split() if word not in _GLUE)
    return (words or tuple(plain.split()))[:_MOST_WORDS]


def same_company(one: Words, other: Words) -> bool:
    """Whether two companies bear the same name, however it is divided into words."""
    return bool(one) and "".join(one) == "".join(other)


def same_person(one: Words, other: Words) -> bool:
    """Whether two people bear the same name, in whatever order it was written."""
    return bool(one) and sorted(one) == sorted(other)


def nearly_same(one: Words, other: Words) -> bool:
    """Whether two names may be the same: one word mistyped, one name more, or divided otherwise."""
    if not one or not other:
        return False
    if "".join(one) == "".join(other) or sorted(one) == sorted(other):
        return True
    alone, beside = _beyond(one, other), _beyond(other, one)
    if len(alone) == len(beside) == 1:
        return mistyped(alone[0], beside[0])
    return len(alone) + len(beside) == 1 and min(len(one), len(other)) > 1


def _beyond(one: Words, other: Words) -> list[str]:
    """The words of ``one`` that ``other`` lacks."""
    left = Counter(one) - Counter(other)
    return list(left.elements())


def mistyped(one: str, other: str) -> bool:
    """Whether two words differ by one letter: one too many, another one, or two that changed places. Never by a figure."""
    if max(len(one), len(other)) < _LEAST_TYPED or not (one.isalpha() and other.isalpha()):
        return False
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    at = next((place for place, sign in enumerate(one) if sign != other[place]), len(one))
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    return one[at + 1 :] == other[at + 1 :] or (
        one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    )


def near_pairs(names: Mapping[Key, tuple[Hashable, Words]]) -> set[tuple[Key, Key]]:
    """Pairs of keys whose names are nearly the same, among those of the same scope: (scope, words) by key.

    Names are looked up by what they have in common: time grows with how many there are, not with its square.
    """
    whole: dict[tuple[Hashable, Words], list[Key]] = {}
    typed: dict[tuple[Hashable, Words, str], list[Key]] = {}
    found: set[tuple[Key, Key]] = set()
    for key, (scope, words) in names.items():
        ordered = tuple(sorted(words))
        for form in {ordered, ("".join(words),)}:
            whole.setdefault((scope, form), []).append(key)
        for rest, word in _one_left_out(ordered):
            for part in _with_letter_left_out(word):
                typed.setdefault((scope, rest, part), []).append(key)
    for key, (scope, words) in names.items():
        longer = ((scope, rest) for rest, _word in _one_left_out(tuple(sorted(words))) if len(rest) > 1)
        found.update((other, key) for shorter in longer for other in whole.get(shorter, ()))
    for bucket in (*whole.values(), *typed.values()):
        found.update(combinations(bucket, 2))
    return {(one, other) for one, other in found if one != other and nearly_same(names[one][1], names[other][1])}


def _one_left_out(ordered: Words) -> Iterator[tuple[Words, str]]:
    """A name without one of its words, and that word."""
    for place, word in enumerate(ordered):
        yield ordered[:place] + ordered[place + 1 :], word


def _with_letter_left_out(word: str) -> Iterable[str]:
    """What two spellings of a word have in common when one letter differs; nothing for a word that is hardly mistyped."""
    if not word.isalpha() or len(word) < _LEAST_TYPED - 1:
        return ()
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}
