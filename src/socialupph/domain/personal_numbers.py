"""Swedish personal numbers and co-ordination numbers, however they are written."""

import datetime as dt
import re
from dataclasses import dataclass

from socialupph.domain.errors import RuleViolation
from socialupph.domain.values import check_digit_fits

_WRITTEN = re.compile(r"(?P<century>\d\d)?(?P<six>\d{6})\s*(?P<mark>[-+])?\s*(?P<four>\d{4})")
_FIRST_OF_THIS_CENTURY = 30
_COORDINATION = 60


@dataclass(frozen=True, slots=True)
class PersonalNumber:
    """A number that can be right: ``digits`` are twelve, ``born`` the day it tells (a co-ordination number has 60 added to it)."""

    digits: str
    born: dt.date

    @classmethod
    def parse(cls, text: str) -> "PersonalNumber":
        """Read ``19900503-1234``, ``900503-1234``, ``900503+1234`` and the same without marks.

        With two digits of the year, 30 and above are of the twentieth century and a plus means a hundred years earlier.
        Raises ``RuleViolation`` at ``personal_number``: ``personal_number.shape``, ``personal_number.date`` or
        ``personal_number.checksum``. The number itself is never among the facts.
        """
        found = _WRITTEN.fullmatch(text.strip().replace("–", "-").replace("−", "-"))
        if not found:
            raise RuleViolation("personal_number.shape", "personal_number")
        six, four = found["six"], found["four"]
        century = found["century"] or str(century_of(int(six[:2])) - (1 if found["mark"] == "+" else 0))
        born = birth_day(century + six)
        if born is None:
            raise RuleViolation("personal_number.date", "personal_number")
        if not check_digit_fits(six + four):
            raise RuleViolation("personal_number.checksum", "personal_number")
        return cls(century + six + four, born)


def century_of(year: int) -> int:
    """The century (19 or 20) of a birth year told with two digits."""
    return 20 if year < _FIRST_OF_THIS_CENTURY else 19


def birth_day(eight: str) -> dt.date | None:
    """The day that the first eight digits tell, 60 taken off the day of a co-ordination number; None when there is no such day."""
    year, month, day = int(eight[:4]), int(eight[4:6]), int(eight[6:8])
    try:
        return dt.date(year, month, day - _COORDINATION if day > _COORDINATION else day)
    except ValueError:
        return None
