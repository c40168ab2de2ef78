"""Organisation numbers as lists write them: with prefix, as VAT number, as a number that Excel counted with, or foreign."""

import re

from socialupph.domain.errors import RuleViolation
from socialupph.domain.values import OrgNumber
from socialupph.exchange.cell_values import EMPTY_WORDS, CellError, is_excel_error, shown, text_of
from socialupph.exchange.sheets import Cell

_VAT = re.compile(r"SE\s*-?\s*(\d{6}-?\d{4})(?:\s*-?01)?", re.IGNORECASE)
_FOREIGN = re.compile(r"([A-Z]{2})[\s\-:]*(?=.*\d)[\w.\-/ ]{3,25}", re.IGNORECASE)
# 556000-0001 passes the check digit but is no company: serial numbers begin at 1, nobody has only zeros after the group.
_PLACEHOLDER = re.compile(r"\d{3}000-000\d")
_CODES = {"org_number.checksum": "import.org_check_digit"}


def read_org_number(cell: Cell) -> OrgNumber | CellError | None:
    """The number, ``None`` for an empty cell, or why it cannot be right. The number itself is never quoted: it may be a person's."""
    text = text_of(cell)
    if text.casefold() in EMPTY_WORDS:
        return CellError("import.excel_error", shown(cell)) if is_excel_error(cell) else None
    if isinstance(cell, (int, float)) and text.isdigit() and len(text) < 10:
        text = text.zfill(10)
    vat = _VAT.fullmatch(text)
    if vat:
        text = vat[1]
    else:
        foreign = _FOREIGN.fullmatch(text)
        if foreign and foreign[1].upper() != "SE":
            return OrgNumber(text, foreign[1].upper())
    try:
        number = OrgNumber.parse(re.sub(r"(?<=\d)[ .](?=\d)", "", text))
    except RuleViolation as violation:
        return CellError(_CODES.get(violation.code, "import.org_shape"))
    return CellError("import.org_placeholder") if _PLACEHOLDER.fullmatch(number.text) else number
