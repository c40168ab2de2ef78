"""How well the cells of a column fit a field, for the contents that only the coordinator's own sheets have, and for all others."""

from collections.abc import Callable

from socialupph.exchange.cell_values import text_of
from socialupph.exchange.column_content import ColumnContent, fit
from socialupph.exchange.course_titles import days_in
from socialupph.exchange.person_cells import looks_personal, read_birth_year
from socialupph.exchange.sheet_words import read_word
from socialupph.exchange.sheets import Cell
from socialupph.exchange.small_cells import read_count, read_percent, read_period, read_score, read_times, read_yes_no
from socialupph.specs.imports import Content, TargetField

_ONLY_SCORE = 5


def fit_field(content: ColumnContent, field: TargetField) -> float:
    """How the cells speak for (up to 60) or against (down to -80) a column being ``field``; 0 for an empty column."""
    if not content.filled:
        return 0
    if field.content is Content.WORD:
        share = content.text_share(lambda text: read_word(field.words, text))
        return 40 if share >= 0.5 else -30 if share < 0.2 else 0
    own = _FITS.get(field.content)
    return fit(content, field.content) if own is None else own(content)


def _code(content: ColumnContent) -> float:
    if content.dates >= 0.7 or content.names >= 0.5 or content.companies >= 0.5 or content.emails >= 0.5:
        return -60
    return -30 if content.counts_rows or content.length > 25 else 20 if content.codes >= 0.5 else -10


def _reference(content: ColumnContent) -> float:
    return -60 if content.dates >= 0.7 or content.emails >= 0.5 else 0


def _person_name(content: ColumnContent) -> float:
    if content.companies >= 0.5 or content.emails >= 0.5 or content.dates >= 0.5 or content.codes >= 0.8:
        return -60
    return 30 if content.names >= 0.5 else 0


def _by_share(
    read: Callable[[Cell], object], good: float, bad: float, least: float = 0.5
) -> Callable[[ColumnContent], float]:
    def measured(content: ColumnContent) -> float:
        share = content.read_share(read)
        return good if share >= least else bad if share < least / 2 else 0

    return measured


def _is_score(cell: Cell) -> object:
    told = read_score(cell)
    return told if getattr(told, "score", None) and len(text_of(cell)) < _ONLY_SCORE else None


def _has_day(cell: Cell) -> object:
    return days_in(text_of(cell)) or None


def _period(content: ColumnContent) -> float:
    return -60 if content.dates >= 0.5 else _by_share(read_period, 60, -60)(content)


def _days(content: ColumnContent) -> float:
    return 40 if content.dates >= 0.5 else _by_share(_has_day, 40, -80)(content)


def _percent(content: ColumnContent) -> float:
    return -60 if content.dates >= 0.5 else _by_share(read_percent, 30, -60)(content)


def _personal_number(content: ColumnContent) -> float:
    share = content.text_share(looks_personal)
    return 60 if share >= 0.4 else -60 if share < 0.1 else 0


_FITS: dict[Content, Callable[[ColumnContent], float]] = {
    Content.CODE: _code,
    Content.REFERENCE: _reference,
    Content.PERSON_NAME: _person_name,
    Content.PERSONAL_NUMBER: _personal_number,
    Content.YEAR: _by_share(read_birth_year, 40, -60),
    Content.EMAIL: lambda content: 60 if content.emails >= 0.4 else -60 if content.emails < 0.1 else 0,
    Content.PHONE: lambda content: 40 if content.phones >= 0.5 else -50 if content.phones < 0.2 else 0,
    Content.YES_NO: _by_share(read_yes_no, 30, -30),
    Content.PERCENT: _percent,
    Content.HOURS: _percent,
    Content.COUNT: _by_share(read_count, 20, -60),
    Content.SCORE: _by_share(_is_score, 30, -20),
    Content.TIME: _by_share(read_times, 40, -60),
    Content.PERIOD: _period,
    Content.DAYS: _days,
}
