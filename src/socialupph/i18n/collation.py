"""Swedish alphabetical order as one plain string, so that screen, paper and the stored column sort alike.

Order: space and punctuation, digits by value, a–z, å, ä, ö, then other scripts. Upper and lower case are equal.
Accents do not matter (é with e), except where Swedish has its own place for a letter: ü and ű with y, æ and ę with ä,
ø, œ, ő and ô with ö, đ and ð with d, þ as th, ł as l, ß as ss. A sort key is for comparing only, never for showing.
"""

import re
import unicodedata

_AA, _AE, _OE = "z{", "z|", "z}"

_LETTERS = {
    "å": _AA,
    "ä": _AE,
    "æ": _AE,
    "ę": _AE,
    "ö": _OE,
    "ø": _OE,
    "œ": _OE,
    "ő": _OE,
    "ô": _OE,
    "ü": "y",
    "ű": "y",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ł": "l",
    "ħ": "h",
    "ı": "i",
    "ŋ": "n",
}
_BASES = frozenset("aeou")
_OGONEK = "\u0328"
_ABOVE = 230

_PUNCTUATION = {
    # the three letters after z borrow these signs, so the signs themselves sort with the underscore
    "{": "_",
    "|": "_",
    "}": "_",
    "~": "_",
    "\u00a0": " ",
    "\u2007": " ",
    "\u2009": " ",
    "\u202f": " ",
    "\t": " ",
    "\n": " ",
    "\r": " ",
    "\u00ad": "",
    "\u200b": "",
    "\u200c": "",
    "\u200d": "",
    "\u2060": "",
    "\ufeff": "",
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "-",
    "\u2013": "-",
    "\u2014": "-",
    "\u2212": "-",
    "\u2018": "'",
    "\u2019": "'",
    "\u00b4": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u00ab": '"',
    "\u00bb": '"',
    "\u2026": ".",
}

_NUMBER = re.compile(r"\d+", re.ASCII)
_LONG = 99


def _decided_by_marks(parts: str) -> str | None:
    """The Swedish letter that base and accents make together, however many more accents there are."""
    base = parts[0]
    if base not in _BASES:
        return None
    for mark in parts[1:]:
        letter = unicodedata.normalize("NFC", base + mark)
        if letter in _LETTERS and (mark == _OGONEK or unicodedata.combining(mark) == _ABOVE):
            return _LETTERS[letter]
        if unicodedata.combining(mark) == _ABOVE:
            return None
    return None


def _fold(character: str) -> str:
    """What one casefolded character becomes in a key."""
    if character in _LETTERS:
        return _LETTERS[character]
    if character in _PUNCTUATION:
        return _PUNCTUATION[character]
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    parts = unicodedata.normalize("NFD", character)
    if len(parts) == 1:
        return "" if unicodedata.combining(character) else character
    return _decided_by_marks(parts) or "".join(_fold(part) for part in parts)


class _Table(dict[int, str]):
    """Characters already folded, so that each is worked out once."""

    def __missing__(self, codepoint: int) -> str:
        folded = _fold(chr(codepoint))
        self[codepoint] = folded
        return folded


_TABLE = _Table()


def _number(match: re.Match[str]) -> str:
    digits = match.group().lstrip("0")
    length = len(digits)
    return f"{length:02d}{digits}" if length < _LONG else f"{_LONG}{length:09d}{digits}"


def sort_key(text: str) -> str:
    """A string whose plain code point order is the Swedish alphabetical order of ``text``.

    Texts that differ only in case, accents without a place of their own, or leading zeros get the same key; sort by a
    second column (the id) to keep such rows in a fixed order.
    """
    if text.isascii():
        folded = text.lower().translate(_TABLE)
    else:
        folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold()).translate(_TABLE)
    return _NUMBER.sub(_number, folded)
