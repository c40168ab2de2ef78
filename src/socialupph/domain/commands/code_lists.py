"""What a list of codes from a file asks the register to take in: plain rows, each with what is wrong with it."""

from dataclasses import dataclass

from socialupph.domain.commands.imports import RowError


@dataclass(frozen=True, slots=True)
class CodeRow:
    """One code. ``row`` is the row number that the user sees; a code has no check digit.

    ``label`` is the Swedish name and ``label_en`` the English; an empty one means that the list says nothing, never that a name is to
    be erased, but one of them is there unless the row has ``errors``. ``groups`` are the collections it belongs to. ``remarks`` are worth
    knowing and stop nothing. ``same_as`` is an earlier row of the file that says the same.
    """

    row: int
    code: str
    label: str = ""
    label_en: str = ""
    groups: tuple[str, ...] = ()
    errors: tuple[RowError, ...] = ()
    remarks: tuple[RowError, ...] = ()
    same_as: int | None = None
