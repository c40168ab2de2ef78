"""What stands in the columns of a list, so that the user can see which is which."""

from collections.abc import Sequence

from socialupph.exchange.cell_values import text_of
from socialupph.exchange.lists import OpenedList
from socialupph.exchange.sheets import Cell, is_blank

_LOOKED_AT = 50
_LONGEST = 60


def column_samples(opened: OpenedList, most: int = 3) -> tuple[tuple[str, ...], ...]:
    """For each column the first few values that differ, as they are read; none of a column that is never read."""
    recognised = opened.recognised
    rows = recognised.sheet.rows[recognised.data_start : recognised.data_start + _LOOKED_AT]
    return tuple(
        () if column in recognised.sensitive else _of_column(rows, column, most)
        for column in range(len(recognised.headers))
    )


def _of_column(rows: Sequence[Sequence[Cell]], column: int, most: int) -> tuple[str, ...]:
    found: list[str] = []
    for row in rows:
        if column >= len(row) or is_blank(row[column]):
            continue
        text = " ".join(text_of(row[column]).split())
        text = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
        if text and text not in found:
            found.append(text)
        if len(found) == most:
            break
    return tuple(found)
