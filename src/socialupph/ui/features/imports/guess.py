"""What a file is that was dropped without saying: told from what it holds, on another thread."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from socialupph.domain.commands.register_sheets import SheetKind
from socialupph.domain.errors import FileProblem
from socialupph.exchange.code_lists import read_code_list
from socialupph.exchange.register_sheets import open_sheets


class What(Enum):
    """The ways to bring something in."""

    CONTRACTS = "contracts"
    SHEETS = "sheets"
    NOTICE = "notice"
    CODES = "codes"


_NOTICES = frozenset({".xml"})
_CODES = frozenset({".gc", ".json"})


@dataclass(frozen=True, slots=True)
class Guess:
    """One XML file is a notice, a list of contracts alone is a contract list, one of codes a list of codes; else sheets of one's own."""

    paths: tuple[Path, ...]

    def __call__(self) -> tuple[What, tuple[Path, ...]]:
        if len(self.paths) != 1 or self.paths[0].is_dir():
            return What.SHEETS, self.paths
        suffix = self.paths[0].suffix.lower()
        if suffix in _NOTICES:
            return What.NOTICE, self.paths
        if suffix in _CODES:
            return What.CODES, self.paths
        return self._of_table(), self.paths

    def _of_table(self) -> What:
        try:
            kinds = {one.kind for one in open_sheets(self.paths[0])} - {None}
        except FileProblem:
            return What.SHEETS  # which says what is wrong with it
        if kinds == {SheetKind.CONTRACTS}:
            return What.CONTRACTS
        return What.SHEETS if kinds or not self._has_codes() else What.CODES

    def _has_codes(self) -> bool:
        try:
            read_code_list(self.paths[0])
        except FileProblem:
            return False
        return True
