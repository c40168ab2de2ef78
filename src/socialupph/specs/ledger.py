"""The ledger of a requirement in words: one sentence a supplier would accept, and a reason for every line."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from socialupph.domain.full_time_months import Part, Term, shown
from socialupph.domain.ledger import (
    EndCause,
    Ledger,
    LedgerLine,
    LedgerVerdict,
    LineReason,
    PlaceLine,
    PlaceState,
    RequirementUnit,
)
from socialupph.i18n import N_, _, formats, ngettext, translate
from socialupph.specs.marks import Mark, Shape, Tone

VERDICT_MARKS: Mapping[LedgerVerdict, Mark] = {
    LedgerVerdict.MET: Mark(N_("Uppfyllt"), Shape.CHECK, Tone.GOOD),
    LedgerVerdict.MET_EARLY_END: Mark(N_("Uppfyllt"), Shape.CHECK, Tone.GOOD),
    LedgerVerdict.NOT_YET: Mark(N_("Inte uppfyllt ännu"), Shape.TRIANGLE, Tone.WARN),
    LedgerVerdict.NOT_MET: Mark(N_("Inte uppfyllt"), Shape.CROSS, Tone.BAD),
    LedgerVerdict.NO_VOLUME: Mark(N_("Utan volym"), Shape.DASH, Tone.NEUTRAL),
    LedgerVerdict.NOT_COMPUTED: Mark(N_("Bedöms för hand"), Shape.DASH, Tone.NEUTRAL),
}

PLACE_MARKS: Mapping[PlaceState, Mark] = {
    PlaceState.DELIVERED: Mark(N_("Levererad"), Shape.CHECK, Tone.GOOD),
    PlaceState.RUNNING: Mark(N_("Pågår"), Shape.DOT, Tone.ACCENT),
    PlaceState.PLANNED: Mark(N_("Planerad"), Shape.RING, Tone.NEUTRAL),
    PlaceState.SHORT: Mark(N_("För kort"), Shape.CROSS, Tone.BAD),
    PlaceState.OPEN: Mark(N_("Öppen"), Shape.RING, Tone.NEUTRAL),
}

_ENDED = {
    EndCause.PARTICIPANT: N_("{codes} avbröts av deltagaren"),
    EndCause.OBJECTIVE_GROUNDS: N_("{codes} avslutades av sakliga skäl"),
    EndCause.OTHER: N_("{codes} avslutades i förtid"),
}
_LINE_ENDED = {
    EndCause.PARTICIPANT: N_("Avbruten av deltagaren"),
    EndCause.OBJECTIVE_GROUNDS: N_("Avslutad av sakliga skäl"),
    EndCause.OTHER: N_("Avslutad i förtid"),
}
_LEFT_OUT = {
    LineReason.VOID: N_("Makulerad"),
    LineReason.ALREADY_THERE: N_("Fanns redan hos leverantören vid start"),
    LineReason.OUTSIDE_TARGET_GROUP: N_("Målgruppen är inte styrkt"),
    LineReason.OUTSIDE_PERIOD: N_("Ligger utanför kravets tid"),
}
_MOST_TERMS = 8
_WHOLE_ONES = frozenset({RequirementUnit.PLACES, RequirementUnit.PERSONS})


# ---------------------------------------------------------------- the verdict


def verdict_text(ledger: Ledger) -> str:
    """What the arithmetic says, in one or two sentences.

    *Inte uppfyllt ännu: 11,5 av 16,0 heltidsmånader (72 %). Eftersom P-0007 avbröts av deltagaren räcker 12,0 (75 %);
    0,5 saknas.*
    """
    if ledger.verdict is LedgerVerdict.NO_VOLUME:
        return _("Kravet har ingen volym att räkna mot.")
    if ledger.verdict is LedgerVerdict.NOT_COMPUTED:
        return _("Kravet räknas inte ur placeringarna utan bedöms för hand.")
    word = translate(VERDICT_MARKS[ledger.verdict].word)
    if ledger.volume is None:
        return _("{word}: {places}.").format(word=word, places=_places_of(ledger))
    parts = [_("{word}: {amount}").format(word=word, amount=_amount_sentence(ledger))]
    if ledger.places_agreed and ledger.unit is not RequirementUnit.PLACES:
        parts.append(_("{places}.").format(places=_places_of(ledger)))
    return " ".join(parts)


def _amount_sentence(ledger: Ledger) -> str:
    amount = amount_text(ledger)
    if ledger.opened_by and ledger.threshold is not None and ledger.delivered < (ledger.volume or 0):
        facts = {
            "amount": amount,
            "cause": _cause(ledger),
            "enough": _exact(ledger.threshold),
            "percent": _rule(ledger),
        }
        if ledger.missing:
            return _("{amount}. Eftersom {cause} räcker {enough} ({percent}); {missing} saknas.").format(
                **facts, missing=missing_text(ledger.missing, ledger)
            )
        return _("{amount}. Det räcker eftersom {cause}: då gäller {enough} ({percent}).").format(**facts)
    if ledger.missing:
        return _("{amount}; {missing} saknas.").format(amount=amount, missing=missing_text(ledger.missing, ledger))
    return _("{amount}.").format(amount=amount)


def amount_text(ledger: Ledger) -> str:
    """*11,5 av 16,0 heltidsmånader (72 %)*; whole numbers for places and persons."""
    volume = ledger.volume or Fraction(0)
    if ledger.unit in _WHOLE_ONES:
        done, of = formats.decimal(ledger.delivered, 0), formats.decimal(volume, 0)
    else:
        done, of = shown(ledger.delivered, volume, *_limits(ledger)), _exact(volume)
    return _amount_pattern(ledger.unit).format(done=done, of=of, percent=share_text(ledger))


def _amount_pattern(unit: RequirementUnit) -> str:
    if unit is RequirementUnit.PLACES:
        return _("{done} av {of} platser levererade")
    if unit is RequirementUnit.PERSONS:
        return _("{done} av {of} personer")
    if unit is RequirementUnit.UNITS:
        return _("{done} av {of} enheter ({percent})")
    return _("{done} av {of} heltidsmånader ({percent})")


def share_text(ledger: Ledger) -> str:
    """Delivered as a share of the volume, *72 %*; with decimals where rounding would hide a shortfall."""
    volume = ledger.volume or Fraction(1)
    limits = (Fraction(100), *(limit / volume * 100 for limit in _limits(ledger)))
    return _("{number}{space}%").format(
        number=shown(ledger.delivered / volume * 100, *limits, places=0), space=formats.NBSP
    )


def missing_text(missing: Fraction, ledger: Ledger) -> str:
    """*0,5*, or *2* places; never a nought while something is missing."""
    return formats.decimal(missing, 0) if ledger.unit in _WHOLE_ONES else shown(missing, Fraction(0))


def _limits(ledger: Ledger) -> tuple[Fraction, ...]:
    return (ledger.threshold,) if ledger.threshold is not None else ()


def _exact(value: Fraction) -> str:
    """At least one decimal, and as many more as it takes to tell the number exactly (four at most)."""
    places = next((n for n in (1, 2, 3, 4) if (value * 10**n).denominator == 1), 4)
    return formats.decimal(value, places)


def _rule(ledger: Ledger) -> str:
    """*75 %*."""
    share = ledger.early_end_share * 100
    return formats.percent_plain(Decimal(share.numerator) / Decimal(share.denominator))


def _cause(ledger: Ledger) -> str:
    """*P-0007 avbröts av deltagaren*; several placements that ended for the same cause are all named."""
    cause = ledger.opened_by[0][1]
    codes = [code for code, other in ledger.opened_by if other is cause]
    named = codes[0] if len(codes) == 1 else _("{some} och {last}").format(some=", ".join(codes[:-1]), last=codes[-1])
    return translate(_ENDED[cause]).format(codes=named)


def outlook_text(ledger: Ledger) -> str:
    """When it will be met if everything continues as planned, or what will be missing even so.

    Empty once it is met.
    """
    if ledger.verdict is not LedgerVerdict.NOT_YET:
        return ""
    if ledger.reached_on is not None:
        return _("Det nås {day} om placeringarna fortsätter som planerat.").format(
            day=formats.long_date(ledger.reached_on)
        )
    if ledger.planned_missing:
        return _("Det som är planerat räcker inte: {missing} saknas även då.").format(
            missing=missing_text(ledger.planned_missing, ledger)
        )
    return _("Det som är planerat räcker inte till alla platser.")


# ---------------------------------------------------------------- lines


def line_months(line: LedgerLine) -> str:
    """*4,5*; a line that does not count has what it gave in brackets, *(6,0)*."""
    if line.counts:
        return shown(line.counted)
    return _("({months})").format(months=shown(line.months))


def line_reason(line: LedgerLine, ledger: Ledger) -> str:
    """Why the line counts or does not, with the arithmetic of a completed one."""
    if line.reason in _LEFT_OUT:
        return translate(_LEFT_OUT[line.reason])
    if line.reason is LineReason.UNDER_MINIMUM:
        months = ledger.minimum_months or 0
        return ngettext(
            "Under minsta tid, en månad för varje plats", "Under minsta tid, {n} månader för varje plats", months
        ).format(n=months)
    return " ".join(part for part in (_counting(line, ledger), _reductions(line)) if part)


def _counting(line: LedgerLine, ledger: Ledger) -> str:
    if line.reason is LineReason.RUNNING:
        return _("Pågår till {day}, ger då {months}").format(
            day=formats.day_and_month(line.end, ledger.as_of), months=shown(line.planned)
        )
    if line.reason is LineReason.PLANNED:
        return _("Börjar {start}, ger {months} till {end}").format(
            start=formats.day_and_month(line.start, ledger.as_of),
            end=formats.day_and_month(line.end, ledger.as_of),
            months=shown(line.planned),
        )
    if line.reason is LineReason.COMPLETED:
        sum_text = arithmetic_text(line.parts)
        return _("Slutförd: {arithmetic}").format(arithmetic=sum_text) if sum_text else _("Slutförd")
    cause = line.facts.get("cause")
    ended = translate(_LINE_ENDED[cause if isinstance(cause, EndCause) else EndCause.OTHER])
    if line.reason is LineReason.OPENS_EARLY_END and ledger.early_threshold is not None:
        return _("{ended}, öppnar {percent}-regeln").format(ended=ended, percent=_rule(ledger))
    return ended


def _reductions(line: LedgerLine) -> str:
    """What else the reader must know to get the same sum."""
    notes: list[str] = []
    not_counted = line.facts.get("not_counted")
    if isinstance(not_counted, Fraction) and not_counted > 0:
        notes.append(
            _("({months} räknas inte: över 100 % samma dag eller utanför kravets tid)").format(
                months=shown(not_counted, Fraction(0))
            )
        )
    if line.weight != 1:
        notes.append(_("(praktik räknas gånger {weight})").format(weight=_exact_or_whole(line.weight)))
    return " ".join(notes)


def _exact_or_whole(value: Fraction) -> str:
    return formats.decimal(value, 0) if value.denominator == 1 else _exact(value)


def arithmetic_text(parts: tuple[Part, ...]) -> str:
    """*16/31 + 1 + 15/31* or *(30/31 + 5) × 0,75*; empty where it would be too long to help."""
    if sum(len(part.terms) for part in parts) > _MOST_TERMS:
        return ""
    return " + ".join(_part_text(part) for part in parts)


def _part_text(part: Part) -> str:
    terms = " + ".join(_term_text(term) for term in part.terms)
    if part.share == 1:
        return terms
    share = formats.plain(Decimal(part.share.numerator) / Decimal(part.share.denominator))
    pattern = "({terms}) × {share}" if len(part.terms) > 1 else "{terms} × {share}"
    return pattern.format(terms=terms, share=share)


def _term_text(term: Term) -> str:
    return str(term.whole) if term.whole else f"{term.days}/{term.of}"


# ---------------------------------------------------------------- places


def _places_of(ledger: Ledger) -> str:
    return _("{done} av {of} platser levererade").format(done=ledger.places_delivered, of=ledger.places_agreed)


def places_text(ledger: Ledger) -> str:
    """*2 av 4 levererade*; where no number of places is agreed, how many have been delivered."""
    if ledger.places_agreed:
        return _("{done} av {of} levererade").format(done=ledger.places_delivered, of=ledger.places_agreed)
    return ngettext("{n} levererad", "{n} levererade", ledger.places_delivered).format(n=ledger.places_delivered)


def place_done(place: PlaceLine) -> str:
    """*3 mån 27 dgr*; a dash where nobody has been."""
    if place.state in (PlaceState.OPEN, PlaceState.PLANNED):
        return formats.DASH
    if place.months_done or place.months_short:
        return shown(place.months_done, place.months_done + place.months_short)
    return formats.months_and_days(place.done.months, place.done.days)


def place_missing(place: PlaceLine) -> str:
    """What is missing of the minimum time, and when it is reached.

    *3 dagar saknas*, *61 dagar saknas, klar 2026-11-22*.
    """
    if place.state in (PlaceState.DELIVERED, PlaceState.OPEN):
        return formats.DASH
    missing = ""
    if place.months_short:
        missing = _("{months} heltidsmånader saknas").format(months=shown(place.months_short, Fraction(0)))
    elif place.days_short:
        missing = _("{days} saknas").format(days=formats.days_text(place.days_short))
    ready = _("klar {day}").format(day=formats.iso_date(place.ready_on)) if place.ready_on else ""
    return ", ".join(part for part in (missing, ready) if part) or formats.DASH
