"""A requirement and its ledger in the words of the contract summary."""

from collections.abc import Mapping
from fractions import Fraction

from socialupph.domain.full_time_months import shown
from socialupph.domain.ledger import Ledger, LedgerLine, LedgerVerdict, LineReason, PlaceLine, RequirementUnit
from socialupph.domain.views import papers
from socialupph.domain.views.papers import (
    Amount,
    LedgerBar,
    LedgerLinePaper,
    LedgerPaper,
    PaperPhrase,
    RequirementPaper,
)
from socialupph.i18n import N_, _, translate
from socialupph.i18n.formats import DASH, decimal, iso_date, percent, period_text
from socialupph.specs import ledger as words

_UNITS: Mapping[RequirementUnit, str] = {
    RequirementUnit.FULL_TIME_MONTHS: N_("heltidsmånader"),
    RequirementUnit.PLACES: N_("platser"),
    RequirementUnit.PERSONS: N_("personer"),
    RequirementUnit.UNITS: N_("enheter"),
}
_WHOLE = frozenset({RequirementUnit.PLACES, RequirementUnit.PERSONS})
_NO_VERDICT = frozenset({LedgerVerdict.NO_VOLUME, LedgerVerdict.NOT_COMPUTED})


def requirement_sheet(
    code: str, title: str, clause: str, ledger: Ledger, extents: Mapping[int, str] | None = None
) -> RequirementPaper:
    """The page of a requirement. ``extents`` are the working times of the placements by their ids, as they are read."""
    told = None
    if ledger.verdict is not LedgerVerdict.NO_VOLUME:
        told = _ledger(ledger, extents or {})
    places = tuple(_place(place) for place in ledger.places)
    note = words.places_text(ledger) if places else ""
    return RequirementPaper(code, title, (PaperPhrase(clause),), told, places, note)


def _ledger(ledger: Ledger, extents: Mapping[int, str]) -> LedgerPaper:
    months = ledger.unit is RequirementUnit.FULL_TIME_MONTHS and ledger.volume is not None
    verdict = " ".join(part for part in (words.verdict_text(ledger), words.outlook_text(ledger)) if part)
    return LedgerPaper(
        unit=translate(_UNITS.get(ledger.unit, N_("heltidsmånader"))),
        as_of=ledger.as_of,
        verdict=verdict,
        bar=_bar(ledger),
        lines=tuple(_line(line, ledger, extents.get(line.id, "")) for line in ledger.lines),
        volume_sum=shown(sum((line.months for line in ledger.lines), Fraction(0))),
        counted_sum=_amount(ledger.months, ledger).text if months else shown(ledger.months),
        sum_note=_("av {volume} heltidsmånader").format(volume=_agreed(ledger).text) if months else "",
    )


def _bar(ledger: Ledger) -> LedgerBar | None:
    if ledger.volume is None or ledger.verdict in _NO_VERDICT:
        return None
    threshold, label = None, ""
    if ledger.early_threshold is not None and ledger.delivered < ledger.volume:
        threshold = Amount(ledger.early_threshold, _number(ledger.early_threshold, ledger))
        label = _("{share} = {volume}").format(share=percent(ledger.early_end_share * 100), volume=threshold.text)
    planned = max(ledger.planned, ledger.delivered)
    return LedgerBar(_agreed(ledger), _amount(ledger.delivered, ledger), _amount(planned, ledger), threshold, label)


def _agreed(ledger: Ledger) -> Amount:
    volume = ledger.volume or Fraction(0)
    return Amount(volume, _number(volume, ledger))


def _amount(value: Fraction, ledger: Ledger) -> Amount:
    """With as many decimals as it takes not to hide a shortfall."""
    if ledger.unit in _WHOLE:
        return Amount(value, decimal(value, 0))
    limits = [limit for limit in (ledger.early_threshold,) if limit is not None]
    return Amount(value, shown(value, ledger.volume, *limits))


def _number(value: Fraction, ledger: Ledger) -> str:
    if ledger.unit in _WHOLE:
        return decimal(value, 0)
    places = next((count for count in (1, 2, 3) if (value * 10**count).denominator == 1), 4)
    return decimal(value, places)


def _line(line: LedgerLine, ledger: Ledger, extent: str) -> LedgerLinePaper:
    running = line.reason is LineReason.RUNNING
    period = _("{start} {dash} pågår").format(start=iso_date(line.start), dash=DASH)
    return LedgerLinePaper(
        code=line.code,
        period=period if running else period_text(line.start, line.end),
        extent=extent,
        volume=Amount(line.months, shown(line.months)),
        counted=Amount(line.counted, shown(line.counted)),
        reason=words.line_reason(line, ledger),
        counts=line.counts,
    )


def _place(place: PlaceLine) -> papers.PlaceLine:
    state = translate(words.PLACE_MARKS[place.state].word)
    return papers.PlaceLine(place.title, state, words.place_done(place), words.place_missing(place))
