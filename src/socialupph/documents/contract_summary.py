"""SU-08, the contract summary: one page for each requirement, verdict first. People are told by code."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from socialupph.documents import blocks
from socialupph.documents.bars import VolumeBar
from socialupph.documents.flow import Press, Strip
from socialupph.documents.fonts import Fonts
from socialupph.documents.paper import Paper, PaperJob, content_check
from socialupph.documents.table import Row, Table, TableColumn
from socialupph.documents.tagged import Watch
from socialupph.documents.text import Phrase, Typesetter
from socialupph.documents.theme import BODY_TOP, BODY_TOP_CONTINUED, MEDIUM, PORTRAIT, SMALL, VERDICT
from socialupph.domain.views.papers import (
    ContractSummaryPaper,
    LedgerLinePaper,
    LedgerPaper,
    OpenMatter,
    PaperSetting,
    PlaceLine,
    RequirementPaper,
)
from socialupph.i18n import _
from socialupph.i18n.formats import DASH, decimal, iso_date, period_text, short_date

_CODE = "SU-08.1"
_ROOM = PORTRAIT.text_width
_ABOVE_BAR = 4.0


@dataclass(frozen=True, slots=True)
class _Shortening:
    """How much a page gives way to stay one page; 0 is not at all."""

    gap: float = MEDIUM
    dense: bool = False
    text_lines: int = 0
    ledger_lines: int = 0
    other_lines: int = 0
    row: float = 6.6


_STEPS = (
    _Shortening(),
    _Shortening(3.0),
    _Shortening(3.0, dense=True),
    _Shortening(3.0, dense=True, text_lines=6),
    _Shortening(3.0, dense=True, text_lines=4),
    _Shortening(3.0, dense=True, text_lines=6, ledger_lines=6),
    _Shortening(3.0, dense=True, text_lines=4, ledger_lines=6),
    _Shortening(3.0, dense=True, text_lines=4, ledger_lines=6, row=6.0),
    _Shortening(3.0, dense=True, text_lines=2, ledger_lines=6, row=6.0),
    _Shortening(3.0, dense=True, text_lines=2, ledger_lines=6, other_lines=6, row=6.0),
    _Shortening(3.0, dense=True, text_lines=2, ledger_lines=6, other_lines=3, row=5.8),
    _Shortening(3.0, dense=True, text_lines=1, ledger_lines=3, other_lines=3, row=5.8),
)

_Build = Callable[[_Shortening], list[Strip]]


def contract_summary(
    paper: ContractSummaryPaper, setting: PaperSetting, fonts: Fonts, *, watch: Watch | None = None
) -> Paper:
    """The summary as a PDF. The contract's own facts and open matters stand on the first page."""
    setter = Typesetter(fonts)
    several = len(paper.requirements) > 1
    strips = _one_page(lambda short: _first_page(setter, paper, setting, short), BODY_TOP)
    for requirement in paper.requirements[1:]:
        page = _one_page(
            lambda short, it=requirement: _requirement(setter, it, short, several=several), BODY_TOP_CONTINUED
        )
        page[0].new_page = True
        strips.extend(page)
    name = _("Kontraktssammanfattning {code}").format(code=paper.code)
    job = PaperJob(
        title=name,
        continued=f"{name} · {paper.title}",
        code=_CODE,
        record=paper.code,
        check=content_check(paper),
        information=_(
            "Underlag för upphandlare och kontraktsmöte. Personer anges med kod. Allmän handling hos {municipality}; "
            "utlämnande till annan prövas enligt offentlighets- och sekretesslagen."
        ),
    )
    return Press(setting, setter, watch).print(job, strips)


def _one_page(build: _Build, top: float) -> list[Strip]:
    """The least shortened page that is one page. When none is, the most shortened runs on to the next."""
    strips: list[Strip] = []
    for short in _STEPS:
        strips = build(short)
        height = sum(strip.gap + strip.height for strip in strips) - strips[0].gap
        if top + height <= PORTRAIT.body_end:
            break
    return strips


def _first_page(
    setter: Typesetter, paper: ContractSummaryPaper, setting: PaperSetting, short: _Shortening
) -> list[Strip]:
    strips = [
        *blocks.title(setter, _("Kontraktssammanfattning"), f"{paper.code} · {paper.title}", _ROOM),
        *_facts(setter, paper),
    ]
    if paper.requirements:
        strips.extend(_requirement(setter, paper.requirements[0], short, several=len(paper.requirements) > 1))
    else:
        strips.extend(blocks.plain(setter, _("Kontraktet har inga krav."), _ROOM, gap=short.gap))
    strips.extend(_matters(setter, paper.open_matters, setting.printed_on, short))
    return strips


def _facts(setter: Typesetter, paper: ContractSummaryPaper) -> list[Strip]:
    period = (
        period_text(paper.start, paper.end) if paper.start else f"{DASH} {iso_date(paper.end)}" if paper.end else ""
    )
    given = [
        blocks.Fact(_("Leverantör"), (paper.supplier,), 1.37),
        blocks.Fact(_("Avtalstid"), (period, paper.option), 1.88),
        blocks.Fact(_("Diarienummer"), (paper.reference,), 0.88),
        blocks.Fact(_("Kontraktsansvarig"), (paper.manager, paper.manager_phone), 1.0),
    ]
    return blocks.facts(setter, given, _ROOM)


def _requirement(
    setter: Typesetter, requirement: RequirementPaper, short: _Shortening, *, several: bool
) -> list[Strip]:
    title = _("Krav {code}").format(code=requirement.code) if several else _("Kravet")
    hint = requirement.title if several else ""
    phrases = [Phrase(part.text, part.strong) for part in requirement.clause]
    strips = [
        *blocks.heading(setter, title, _ROOM, hint=hint, gap=short.gap),
        *blocks.quote(setter, phrases, _ROOM, most=short.text_lines),
    ]
    if requirement.ledger:
        strips.extend(_ledger(setter, requirement.ledger, short))
    strips.extend(_places(setter, requirement, short))
    return strips


# ---- what was delivered


def _ledger(setter: Typesetter, ledger: LedgerPaper, short: _Shortening) -> list[Strip]:
    hint = _("{unit} till och med {day}").format(unit=ledger.unit, day=iso_date(ledger.as_of))
    figure, stop, why = ledger.verdict.partition(". ")
    sentence = [Phrase(figure + stop, strong=True), Phrase(why)]
    strips = [
        *blocks.heading(setter, _("Levererat"), _ROOM, hint=hint, gap=short.gap),
        *blocks.paragraph(setter, sentence, VERDICT, _ROOM),
    ]
    if ledger.bar:
        drawn = VolumeBar(setter, ledger.bar, ledger.unit, _ROOM).strips(min(_ABOVE_BAR, short.gap))
        for strip in (*strips[-1:], *drawn):
            strip.keep = bool(drawn)
        strips.extend(drawn)
    if not ledger.lines:
        return [*strips, *blocks.plain(setter, _("Ingen placering ännu."), _ROOM, gap=SMALL)]
    table = Table(setter, _ledger_columns(ledger), PORTRAIT, dense=short.dense, least=short.row)
    lines = table.strips(_ledger_rows(ledger.lines, short.ledger_lines), _ledger_sum(ledger))
    lines[0].gap = SMALL
    return [*strips, *lines]


def _ledger_columns(ledger: LedgerPaper) -> list[TableColumn]:
    return [
        TableColumn(_("Placering"), 18, strong=True, names_row=True),
        TableColumn(_("Period"), 41),
        TableColumn(_("Omf."), 12, right=True),
        TableColumn(ledger.volume_title or _("Månader"), 18, right=True),
        TableColumn(_("Räknas"), 17, right=True),
        TableColumn(_("Därför att"), 69),
    ]


def _ledger_sum(ledger: LedgerPaper) -> Row:
    return (_("Summa"), None, None, ledger.volume_sum or None, ledger.counted_sum or None, ledger.sum_note or None)


def _ledger_rows(lines: Sequence[LedgerLinePaper], most: int) -> list[Row]:
    """Every line, or after so many that count how many more there are and what they give together."""
    counting = [line for line in lines if line.counts]
    if not most or len(counting) <= most + 1:
        return [_ledger_row(line) for line in lines]
    shown, rest = counting[:most], counting[most:]
    rows: list[Row] = [_ledger_row(line) for line in lines if line in shown or not line.counts]
    volume = sum((line.volume.value for line in rest), Fraction(0))
    counted = sum((line.counted.value for line in rest), Fraction(0))
    return [*rows, (_("och {n} till").format(n=len(rest)), None, None, decimal(volume, 1), decimal(counted, 1), None)]


def _ledger_row(line: LedgerLinePaper) -> Row:
    return (line.code, line.period, line.extent, line.volume.text, line.counted.text, line.reason)


# ---- places and matters


def _places(setter: Typesetter, requirement: RequirementPaper, short: _Shortening) -> list[Strip]:
    if not requirement.places:
        return []
    columns = [
        TableColumn(_("Plats"), 57, strong=True, names_row=True),
        TableColumn(_("Läge"), 25),
        TableColumn(_("Gjort"), 16, right=True),
        TableColumn(_("Vad som saknas"), 77),
    ]
    shown, rest = _shown(requirement.places, short.other_lines)
    rows: list[Row] = [_place_row(place) for place in shown]
    if rest:
        rows.append((_("och {n} till").format(n=rest), None, None, None))
    head = blocks.heading(setter, _("Platser"), _ROOM, hint=requirement.places_note, gap=short.gap)
    return [*head, *Table(setter, columns, PORTRAIT, dense=short.dense, least=short.row).strips(rows)]


def _place_row(place: PlaceLine) -> Row:
    return (place.title, place.state, place.done, place.missing)


def _shown(items: Sequence[PlaceLine], most: int) -> tuple[Sequence[PlaceLine], int]:
    if not most or len(items) <= most + 1:
        return items, 0
    return items[:most], len(items) - most


def _matters(setter: Typesetter, matters: Sequence[OpenMatter], today: dt.date, short: _Shortening) -> list[Strip]:
    head = blocks.heading(setter, _("Öppna frågor"), _ROOM, gap=short.gap)
    if not matters:
        return [*head, *blocks.plain(setter, _("Inget väntar på svar."), _ROOM)]
    in_order = sorted(matters, key=lambda matter: matter.day)
    most = short.other_lines
    shown = in_order[:most] if most and len(in_order) > most + 1 else in_order
    items = [(_matter_day(matter, today), matter.text) for matter in shown]
    strips = [*head, *blocks.dated_list(setter, items, _ROOM, most=short.text_lines)]
    if len(shown) < len(in_order):
        more = _("och {n} till i registret").format(n=len(in_order) - len(shown))
        strips.extend(blocks.plain(setter, more, _ROOM))
    return strips


def _matter_day(matter: OpenMatter, today: dt.date) -> str:
    day = short_date(matter.day, today)
    return _("försenad {day}").format(day=day) if matter.late else day
