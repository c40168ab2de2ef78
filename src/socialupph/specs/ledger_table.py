"""The ledger of a requirement as tables: a line for each placement with the reason, a sum, and the places one by one."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from socialupph.domain.full_time_months import shown
from socialupph.domain.ledger import (
    Ledger,
    LedgerLine,
    LedgerVerdict,
    LineReason,
    PlaceLine,
    PlaceState,
    RequirementUnit,
)
from socialupph.domain.views.requirements import RequirementView
from socialupph.i18n import N_, _, formats, ngettext, translate
from socialupph.specs import ledger as words
from socialupph.specs.contract_papers import extent_text
from socialupph.specs.marks import Mark, Shape, Tone
from socialupph.specs.tables import Column, Kind, TableSpec

COUNTS = Mark(N_("Räknas"), Shape.CHECK, Tone.GOOD)
COUNTS_NOT = Mark(N_("Räknas inte"), Shape.DASH, Tone.NEUTRAL)
SUM_ID = 0
_MONTHS = frozenset({RequirementUnit.FULL_TIME_MONTHS})


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A line of the ledger as it is read; ``id`` is that of the placement, ``SUM_ID`` for the sum."""

    id: int
    mark: Mark | None
    word: str
    code: str
    person: str
    period: str
    months: str
    reason: str

    @property
    def is_sum(self) -> bool:
        """Whether it is the last row, that counts the others together."""
        return self.id == SUM_ID


LINES = TableSpec[LedgerRow](
    name="ledger",
    title=N_("Placeringar som räknas mot kravet"),
    sort="code",
    columns=(
        Column(
            "counts",
            N_("Räknas"),
            lambda row: row.word,
            Kind.STATUS,
            text=lambda row: row.word,
            mark=lambda row: row.mark,
            width=10,
            sortable=False,
        ),
        Column("code", N_("Placering"), lambda row: row.code, Kind.CODE, width=9, strong=True, sortable=False),
        Column("person", N_("Person"), lambda row: row.person, width=10, priority=1, sortable=False),
        Column("period", N_("Period och omfattning"), lambda row: row.period, width=33, sortable=False),
        Column("months", N_("Månader"), lambda row: row.months, Kind.DECIMAL, text=lambda row: row.months, width=8,
               sortable=False),
        Column("reason", N_("Varför"), lambda row: row.reason, width=20, stretch=True, sortable=False),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place under a requirement as it is read."""

    id: int
    title: str
    mark: Mark
    codes: str
    done: str
    missing: str


PLACES = TableSpec[PlaceRow](
    name="ledger-places",
    title=N_("Platser som räknas mot kravet"),
    sort="title",
    columns=(
        Column(
            "state",
            N_("Läge"),
            lambda row: translate(row.mark.word),
            Kind.STATUS,
            mark=lambda row: row.mark,
            width=10,
            sortable=False,
        ),
        Column("title", N_("Plats"), lambda row: row.title, width=22, strong=True, sortable=False),
        Column("codes", N_("Placering"), lambda row: row.codes, width=16, sortable=False),
        Column("done", N_("Gjort"), lambda row: row.done, width=13, sortable=False),
        Column("missing", N_("Vad som saknas"), lambda row: row.missing, width=26, stretch=True, sortable=False),
    ),
)


def ledger_rows(requirement: RequirementView) -> list[LedgerRow]:
    """A row for each placement, and the sum."""
    ledger = requirement.ledger
    rows = [_line(line, requirement) for line in ledger.lines]
    return [*rows, _sum(ledger)] if rows else []


def _line(line: LedgerLine, requirement: RequirementView) -> LedgerRow:
    ledger = requirement.ledger
    mark = COUNTS if line.counts else COUNTS_NOT
    extent = extent_text(requirement.extents.get(line.id, ()))
    return LedgerRow(
        id=line.id,
        mark=mark,
        word=translate(mark.word),
        code=line.code,
        person=requirement.people.get(line.id) or _("rekryterad"),
        period=_("{period}, {extent}").format(period=_period(line, ledger.as_of), extent=extent),
        months=words.line_months(line),
        reason=words.line_reason(line, ledger),
    )


def _period(line: LedgerLine, today: dt.date) -> str:
    if line.reason is LineReason.RUNNING:
        return _("{start} – i dag").format(start=formats.short_date(line.start, today))
    if line.start.year == line.end.year == today.year:
        return formats.short_period(line.start, line.end)
    start, end = formats.short_date(line.start, line.end), formats.short_date(line.end, dt.date(1, 1, 1))
    return _("{start} – {end}").format(start=start, end=end)


def _percent(share: Fraction) -> Decimal:
    return Decimal(share.numerator * 100) / Decimal(share.denominator)


def _sum(ledger: Ledger) -> LedgerRow:
    return LedgerRow(SUM_ID, None, _("Summa som räknas"), "", "", "", _sum_text(ledger), sum_note(ledger))


def _sum_text(ledger: Ledger) -> str:
    limits = (ledger.volume, ledger.threshold) if ledger.unit in _MONTHS else ()
    return shown(ledger.months, *(limit for limit in limits if limit is not None))


def sum_note(ledger: Ledger) -> str:
    """*saknas 0,9 till 12,0 och 4,9 till 16,0*: what is missing of what is enough, and of all that was agreed."""
    if ledger.unit not in _MONTHS or ledger.volume is None or not ledger.missing_of_volume:
        return ""
    whole = _to(ledger.missing_of_volume, ledger.volume)
    if not ledger.missing:
        return _("räcker; {whole} saknas").format(whole=whole)
    if ledger.threshold is None or ledger.threshold == ledger.volume:
        return _("saknas {whole}").format(whole=whole)
    return _("saknas {enough} och {whole}").format(enough=_to(ledger.missing, ledger.threshold), whole=whole)


def _to(missing: Fraction, limit: Fraction) -> str:
    return _("{missing} till {limit}").format(missing=shown(missing, Fraction(0)), limit=formats.decimal(limit, 1))


def place_rows(places: Sequence[PlaceLine]) -> list[PlaceRow]:
    """A row for each place; those of one opening with several seats are numbered."""
    seats: dict[str, int] = {}
    for place in places:
        seats[place.key] = seats.get(place.key, 0) + 1
    return [_place(number, place, numbered=seats[place.key] > 1) for number, place in enumerate(places, 1)]


def _place(number: int, place: PlaceLine, *, numbered: bool) -> PlaceRow:
    title = place.title or place.key
    if numbered:
        title = _("{title} {number}").format(title=title, number=place.seat)
    return PlaceRow(
        number,
        title,
        words.PLACE_MARKS[place.state],
        ", ".join(place.codes) or formats.DASH,
        words.place_done(place),
        words.place_missing(place),
    )


def counts_places(ledger: Ledger) -> bool:
    """Whether the places belong to what was agreed, so that each of them is worth a line."""
    return bool(ledger.places) and bool(
        ledger.minimum_months or ledger.places_agreed or ledger.unit is RequirementUnit.PLACES
    )


# ---------------------------------------------------------------- the bar


@dataclass(frozen=True, slots=True)
class BarPiece:
    """What one placement or place gives, in the requirement's unit."""

    code: str
    amount: Fraction
    tip: str = ""


@dataclass(frozen=True, slots=True)
class BarFigures:
    """The bar of a ledger: what it draws, in the requirement's unit, and its ready texts."""

    volume: Fraction
    pieces: tuple[BarPiece, ...]
    planned: Fraction
    threshold: Fraction | None
    delivered_text: str
    planned_text: str
    threshold_text: str
    volume_text: str
    verdict: str


_WHOLE = frozenset({RequirementUnit.PLACES, RequirementUnit.PERSONS})
_COUNTED = _WHOLE | {RequirementUnit.FULL_TIME_MONTHS, RequirementUnit.UNITS}
_NO_BAR = frozenset({LedgerVerdict.NO_VOLUME, LedgerVerdict.NOT_COMPUTED})


def bar_figures(ledger: Ledger) -> BarFigures | None:
    """The bar; None for a requirement that nothing is counted for."""
    if not ledger.volume or ledger.verdict in _NO_BAR or ledger.unit not in _COUNTED:
        return None
    planned = max(Fraction(0), ledger.planned - ledger.delivered)
    threshold = ledger.early_threshold
    if ledger.delivered >= ledger.volume or ledger.unit is not RequirementUnit.FULL_TIME_MONTHS:
        threshold = None
    share = formats.percent_plain(_percent(ledger.early_end_share))
    return BarFigures(
        volume=ledger.volume,
        pieces=_pieces(ledger),
        planned=planned,
        threshold=threshold,
        delivered_text=_("{n} levererat").format(n=_amount(ledger.delivered, ledger)),
        planned_text=_("planerat till {n}").format(n=_amount(ledger.planned, ledger)),
        threshold_text=""
        if threshold is None
        else _("{percent} = {n}").format(percent=share, n=_amount(threshold, ledger)),
        volume_text=_volume_text(ledger),
        verdict=words.verdict_text(ledger),
    )


def _volume_text(ledger: Ledger) -> str:
    number = 1 if ledger.volume == 1 else 2
    words_of = {
        RequirementUnit.FULL_TIME_MONTHS: ngettext("{n} heltidsmånad", "{n} heltidsmånader", number),
        RequirementUnit.PLACES: ngettext("{n} plats", "{n} platser", number),
        RequirementUnit.PERSONS: ngettext("{n} person", "{n} personer", number),
        RequirementUnit.UNITS: ngettext("{n} enhet", "{n} enheter", number),
    }
    return words_of[ledger.unit].format(n=_amount(ledger.volume or Fraction(0), ledger))


def _pieces(ledger: Ledger) -> tuple[BarPiece, ...]:
    """One for each placement where months are counted and for each place where those are; else all in one."""
    if ledger.unit is RequirementUnit.FULL_TIME_MONTHS:
        counted = [line for line in ledger.lines if line.counted]
        return tuple(
            BarPiece(line.code, line.counted, _tip(line.code, shown(line.counted), words.line_reason(line, ledger)))
            for line in counted
        )
    done = [place for place in ledger.places if place.state is PlaceState.DELIVERED]
    if ledger.unit is RequirementUnit.PLACES and len(done) == ledger.delivered:
        return tuple(BarPiece(", ".join(place.codes), Fraction(1), place.title) for place in done)
    return (BarPiece("", ledger.delivered),) if ledger.delivered else ()


def _tip(code: str, months: str, reason: str) -> str:
    return _("{code}: {months}. {reason}").format(code=code, months=months, reason=reason)


def _amount(value: Fraction, ledger: Ledger) -> str:
    if ledger.unit in _WHOLE:
        return formats.decimal(value, 0)
    limits = [limit for limit in (ledger.volume, ledger.threshold) if limit is not None]
    return shown(value, *limits)
