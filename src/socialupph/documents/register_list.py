"""Any list on screen as a paper: the same columns, the same rows, the same words about the filter."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Generic, TypeVar

from socialupph.documents import blocks
from socialupph.documents.flow import Press, Strip
from socialupph.documents.fonts import Fonts
from socialupph.documents.paper import Paper, PaperJob
from socialupph.documents.table import Table, TableColumn
from socialupph.documents.tagged import Watch
from socialupph.documents.text import Typesetter
from socialupph.documents.theme import (
    CELL,
    CELL_DENSE,
    CELL_GAP,
    CELL_GAP_AFTER_NUMBER,
    HEAD,
    LANDSCAPE,
    PORTRAIT,
    Cut,
    Sheet,
    Style,
)
from socialupph.domain.views.papers import PaperSetting
from socialupph.i18n import _, ngettext, translate
from socialupph.i18n.formats import integer
from socialupph.specs import cells
from socialupph.specs.cells import NUMBER_KINDS
from socialupph.specs.tables import Column, Kind, TableSpec

ListRow = TypeVar("ListRow")

_CODE = "SU-00.1"
_MEASURED_ROWS = 400
_RIGID = {Kind.CODE, Kind.DATE, Kind.MOMENT, Kind.INTEGER, Kind.DECIMAL, Kind.MONEY, Kind.PERCENT}
_WIDEST_WORD, _WIDEST_TEXT, _WIDEST_RIGID = 32.0, 70.0, 40.0
_MANY_COLUMNS = 8
_SLACK = 0.2


@dataclass(frozen=True, slots=True)
class RegisterListPaper(Generic[ListRow]):
    """A list as it is shown: ``columns`` in their order, ``rows`` in theirs, ``filter_words`` as they stand over it."""

    spec: TableSpec[ListRow]
    columns: tuple[Column[ListRow], ...]
    rows: Sequence[ListRow]
    filter_words: str = ""
    title: str = ""


def register_list(
    paper: RegisterListPaper[ListRow], setting: PaperSetting, fonts: Fonts, *, watch: Watch | None = None
) -> Paper:
    """The list as a PDF, upright when its columns fit, else lying."""
    setter = Typesetter(fonts)
    title = paper.title or translate(paper.spec.title)
    wished = [_widths(setter, paper, index) for index in range(len(paper.columns))]
    sheet = PORTRAIT if sum(wide for wide, _narrow in wished) <= PORTRAIT.text_width else LANDSCAPE
    strips = [*_heading(setter, paper, title, sheet), *_body(setter, paper, wished, sheet)]
    job = PaperJob(
        title=title,
        continued=title,
        code=_CODE,
        record="",
        sheet=sheet,
        information=_(
            "Utdrag ur registret hos {municipality}, {unit}. Får användas i tjänsten; utlämnande till annan prövas "
            "enligt offentlighets- och sekretesslagen. Förstörs när det inte längre behövs."
        ),
    )
    return Press(setting, setter, watch).print(job, strips)


def cell_text(column: Column[ListRow], row: ListRow) -> str:
    """What is read in a cell."""
    text = cells.cell_text(column, row)
    detail = column.detail(row) if column.detail else ""
    return f"{text} · {detail}" if text and detail else text or detail


def _heading(setter: Typesetter, paper: RegisterListPaper[ListRow], title: str, sheet: Sheet) -> list[Strip]:
    count = ngettext("{n} rad", "{n} rader", len(paper.rows)).format(n=integer(len(paper.rows)))
    words = " · ".join(part for part in (count, paper.filter_words) if part)
    return blocks.title(setter, title, words, sheet.text_width)


def _body(
    setter: Typesetter, paper: RegisterListPaper[ListRow], wished: Sequence[tuple[float, float]], sheet: Sheet
) -> list[Strip]:
    if not paper.rows or not paper.columns:
        text = translate(paper.spec.empty.heading) if not paper.filter_words else ""
        return blocks.plain(setter, text or _("Inget att visa."), sheet.text_width, gap=2.5)
    widths = share_width(wished, sheet.text_width)
    header = next((index for index, column in enumerate(paper.columns) if column.strong), 0)
    columns = [
        TableColumn(translate(column.title), width, column.kind in NUMBER_KINDS, index == header, index == header)
        for index, (column, width) in enumerate(zip(paper.columns, widths, strict=True))
    ]
    table = Table(setter, columns, sheet, dense=_is_dense(paper))
    strips = table.strips([[cell_text(column, row) for column in paper.columns] for row in paper.rows])
    strips[0].gap = 2.5
    return strips


def _is_dense(paper: RegisterListPaper[Any]) -> bool:
    return len(paper.columns) > _MANY_COLUMNS


def _is_rigid(column: Column[Any]) -> bool:
    return column.kind in _RIGID


def _widths(setter: Typesetter, paper: RegisterListPaper[ListRow], index: int) -> tuple[float, float]:
    """How wide a column wants to be and how narrow it can be, from its head and its first rows."""
    column = paper.columns[index]
    style = (CELL_DENSE if _is_dense(paper) else CELL).with_cut(Cut.SEMIBOLD)
    texts = [setter.clean(cell_text(column, row)) for row in islice(paper.rows, _MEASURED_ROWS)]
    head = _widest_word(setter, [translate(column.title)], HEAD)
    widest = max((setter.width(text, style) for text in texts), default=0.0)
    after_number = index > 0 and paper.columns[index - 1].kind in NUMBER_KINDS and column.kind not in NUMBER_KINDS
    around = CELL_GAP + (CELL_GAP_AFTER_NUMBER if after_number else 0.0) + _SLACK
    if _is_rigid(column):
        wished = max(min(widest, _WIDEST_RIGID), head) + around
        return wished, wished
    word = min(_widest_word(setter, texts, style), _WIDEST_WORD)
    return max(min(widest, _WIDEST_TEXT), head) + around, max(word, head) + around


def _widest_word(setter: Typesetter, texts: Sequence[str], style: Style) -> float:
    return max((setter.width(word, style) for text in texts for word in setter.clean(text).split(" ")), default=0.0)


def share_width(wished: Sequence[tuple[float, float]], room: float) -> list[float]:
    """Widths that fill the room, from what each column wants and the least it can do with."""
    least = sum(narrow for _wide, narrow in wished)
    if least >= room:
        return [narrow * room / least for _wide, narrow in wished]
    spare = room - least
    give = [max(wide - narrow, 0.0) for wide, narrow in wished]
    if not sum(give):
        return [narrow * room / least for _wide, narrow in wished]
    return [narrow + spare * part / sum(give) for (_wide, narrow), part in zip(wished, give, strict=True)]
