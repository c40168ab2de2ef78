"""A row of a list as ready texts and signs, made once for each row that is looked at."""

from typing import Any, NamedTuple, TypeVar

from socialupph.i18n import _, translate
from socialupph.specs.cells import cell_text
from socialupph.specs.marks import Mark, Tone
from socialupph.specs.tables import Column, Kind, TableSpec

Row = TypeVar("Row")


class Cell(NamedTuple):
    """What the delegate draws, and what a screen reader says."""

    text: str
    mark: Mark | None
    detail: str
    detail_tone: Tone | None
    progress: float | None
    progress_tone: Tone
    spoken: str


BLANK = Cell("", None, "", None, None, Tone.NEUTRAL, "")


def make_cells(spec: TableSpec[Row], row: Row) -> tuple[Cell, ...]:
    """The cells of ``row`` in the order of the spec's columns."""
    tone = Tone.ACCENT
    for column in spec.columns:
        status = column.mark(row) if column.kind is Kind.STATUS and column.mark else None
        if status is not None:
            tone = status.tone
            break
    return tuple(_one(column, row, tone) for column in spec.columns)


def _one(column: Column[Any], row: object, row_tone: Tone) -> Cell:
    mark = column.mark(row) if column.mark else None
    text = cell_text(column, row)
    detail = column.detail(row) if column.detail else ""
    detail_mark = column.detail_mark(row) if column.detail_mark else None
    progress = column.progress(row) if column.progress else None
    said = _("{text}, {detail}").format(text=text, detail=detail) if detail else text
    spoken = _("{column}: {value}").format(column=translate(column.title), value=said)
    return Cell(text, mark, detail, detail_mark.tone if detail_mark else None, progress, row_tone, spoken)
