"""Codes of the Common Procurement Vocabulary: eight digits, and a ninth that is to show a slip of the pen.

The check digit is the sum of the eight digits times 3, 7, 1, 3, 7, 1, 3, 7, modulo ten. The Regulation does not say so; it is what
those who kept the vocabulary have described (a sequence 7-1-3 over the levels) and what the published codes show. Some codes that
came with the revision of 2008 were published with another digit, which stands. So a digit that does not follow the rule is surely
wrong only where the published one is known, as for all divisions, and where a list contradicts itself; a code is kept and compared
without it.
"""

import re
from dataclasses import dataclass

from socialupph.domain.cpv_selection import SELECTION

_WEIGHTS = (3, 7, 1, 3, 7, 1, 3, 7)
_WRITTEN = re.compile(
    r"(?P<code>\d{7,8})(?:\s?-\s?(?P<digit>\d)(?!\d))?(?!\w|-\d\d)[\s:;,.–—-]*(?P<name>.*)", re.DOTALL
)
_PUBLISHED = {
    "03300000": "2",
    "45233139": "3",
    "51000000": "9",
    "66620000": "3",
    "72700000": "7",
    "72720000": "3",
    "72920000": "5",
    "79342410": "4",
    "85210000": "3",
}
"""Codes known to have been published in 2008 with a digit of their own."""

DIVISIONS = frozenset(code[:2] for code, _swedish, _english in SELECTION if code.endswith("000000"))
"""The first two digits of all codes there are."""


@dataclass(frozen=True, slots=True)
class CpvCode:
    """A code as it was written: ``digit`` and ``name`` are empty where they were not."""

    code: str
    digit: str = ""
    name: str = ""

    @property
    def has_division(self) -> bool:
        """Whether the first two digits are those of a division."""
        return self.code[:2] in DIVISIONS

    @property
    def expected_digit(self) -> str:
        """The published digit where it is known to differ from the rule, else what the rule gives."""
        return _PUBLISHED.get(self.code) or self._by_rule()

    @property
    def follows_rule(self) -> bool:
        """Whether the digit is the one to expect; true for a code without one."""
        return not self.digit or self.digit in (self._by_rule(), _PUBLISHED.get(self.code))

    @property
    def is_surely_wrong(self) -> bool:
        """Whether the digit is not the one to expect of a code whose digit is known."""
        return not self.follows_rule and (self.code.endswith("000000") or self.code in _PUBLISHED)

    def _by_rule(self) -> str:
        return str(sum(int(digit) * weight for digit, weight in zip(self.code, _WEIGHTS, strict=True)) % 10)


def parse_cpv(text: str) -> CpvCode | None:
    """*45000000*, *45000000-7* or *45000000-7 Anläggningsarbete*; None for anything else.

    Seven digits are a code whose leading zero Excel took for nothing.
    """
    found = _WRITTEN.fullmatch(text.strip())
    if found is None or not found["code"].isascii():
        return None
    return CpvCode(found["code"].zfill(8), found["digit"] or "", found["name"].strip())


def parse_codes(text: str) -> tuple[CpvCode, ...]:
    """All codes of a text that holds nothing but codes, apart by commas, semicolons or spaces; empty for any other text."""
    found: list[CpvCode] = []
    for part in re.split(r"[,;\s]+", text.strip()):
        one = parse_cpv(part)
        if one is None or one.name:
            return ()
        found.append(one)
    return tuple(found)
