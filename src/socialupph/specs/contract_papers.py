"""What the contract summary is made from: the same view as the screen, with its words."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from socialupph.domain.deadlines import Deadline, is_overdue
from socialupph.domain.full_time_months import shown
from socialupph.domain.ledger import Ledger, LedgerLine, LedgerVerdict, LineReason, RequirementUnit
from socialupph.domain.views.contracts import ContractView
from socialupph.domain.views.papers import (
    Amount,
    ContractSummaryPaper,
    LedgerBar,
    LedgerLinePaper,
    LedgerPaper,
    OpenMatter,
    PaperPhrase,
    PlaceLine,
    RequirementPaper,
)
from socialupph.domain.views.requirements import RequirementView
from socialupph.i18n import _, formats, ngettext, translate
from socialupph.specs import ledger as words
from socialupph.specs.contracts import options_text
from socialupph.specs.deadlines import KINDS
from socialupph.specs.words import word
from socialupph.specs.words_contracts import REQUIREMENT_UNIT, volume_text

CONTRACT_SUMMARY = "SU-08"
"""The code of the paper, for the register's own footer line."""

_WHOLE = frozenset({RequirementUnit.PLACES, RequirementUnit.PERSONS})


def summary_paper(view: ContractView) -> ContractSummaryPaper:
    """One page for each requirement that is confirmed, and what is open under the contract. People are told by code."""
    requirements = tuple(requirement_paper(one) for one in view.requirements if one.confirmed)
    return ContractSummaryPaper(
        code=view.code,
        title=view.title,
        supplier=", ".join(party.name for party in view.suppliers),
        start=view.starts_on,
        end=view.last_day,
        requirements=requirements,
        open_matters=tuple(
            OpenMatter(one.due, matter_text(one), late=is_overdue(one, view.as_of)) for one in view.deadlines
        ),
        option=_option(view),
        reference=view.diary_number or view.number or "",
        manager=view.contract_manager or "",
        manager_phone=view.manager_contact or "",
    )


def matter_text(one: Deadline) -> str:
    """*Rapport från leverantören, K-2026-014/1*."""
    return ", ".join(part for part in (translate(KINDS[one.kind]), one.code) if part)


def _option(view: ContractView) -> str:
    if not view.options:
        return ""
    first = view.options[0]
    text = options_text(len(view.options), first.length_months, used=first.used_on is not None)
    if first.used_on is None and first.notice_by is not None:
        return _("{option}, besked senast {day}").format(
            option=text, day=formats.short_date(first.notice_by, view.as_of)
        )
    return text


def requirement_paper(view: RequirementView) -> RequirementPaper:
    """A requirement with its clause, its ledger and its places."""
    ledger = view.ledger
    counted = ledger.verdict not in (LedgerVerdict.NO_VOLUME, LedgerVerdict.NOT_COMPUTED)
    agreed = volume_text(view.unit, view.volume, view.places, view.minimum_months)
    return RequirementPaper(
        code=view.code,
        title=", ".join(part for part in (view.type_label, agreed) if part),
        clause=(PaperPhrase(view.clause_text or view.original_text or ""),),
        ledger=_ledger(view, ledger) if counted else None,
        places=tuple(
            PlaceLine(
                place.title or ", ".join(place.codes),
                translate(words.PLACE_MARKS[place.state].word),
                words.place_done(place),
                words.place_missing(place),
            )
            for place in ledger.places
        ),
        places_note=_places_note(view) if ledger.places else "",
    )


def _places_note(view: RequirementView) -> str:
    said = words.places_text(view.ledger)
    if not view.minimum_months:
        return said
    least = ngettext("minst {n} månad var", "minst {n} månader var", view.minimum_months)
    return _("{places} ({least})").format(places=said, least=least.format(n=view.minimum_months))


def _ledger(view: RequirementView, ledger: Ledger) -> LedgerPaper:
    verdict = " ".join(part for part in (words.verdict_text(ledger), words.outlook_text(ledger)) if part)
    counting = [line for line in ledger.lines if line.counts]
    return LedgerPaper(
        unit=word(REQUIREMENT_UNIT, RequirementUnit.FULL_TIME_MONTHS).lower(),
        as_of=ledger.as_of,
        verdict=verdict,
        bar=ledger_bar(ledger),
        lines=tuple(_line(line, view) for line in ledger.lines),
        volume_sum=shown(sum((line.months for line in ledger.lines), Fraction(0))) if ledger.lines else "",
        counted_sum=shown(ledger.months) if counting else "",
    )


def ledger_bar(ledger: Ledger) -> LedgerBar | None:
    """Agreed, delivered and planned, with the early-end mark where the volume counts in months; None without volume."""
    if ledger.volume is None:
        return None
    threshold = ledger.early_threshold
    return LedgerBar(
        _amount(ledger.volume, ledger),
        _amount(ledger.delivered, ledger),
        _amount(max(ledger.planned, ledger.delivered), ledger),
        None if threshold is None else _amount(threshold, ledger),
        "" if threshold is None else _threshold_label(ledger, threshold),
    )


def _threshold_label(ledger: Ledger, threshold: Fraction) -> str:
    share = ledger.early_end_share * 100
    percent = formats.percent_plain(Decimal(share.numerator) / Decimal(share.denominator))
    return _("{percent} = {amount}").format(percent=percent, amount=shown(threshold))


def _amount(value: Fraction, ledger: Ledger) -> Amount:
    if ledger.unit in _WHOLE:
        return Amount(value, formats.decimal(value, 0))
    limits = () if ledger.threshold is None else (ledger.threshold,)
    return Amount(value, shown(value, *limits))


def _line(line: LedgerLine, view: RequirementView) -> LedgerLinePaper:
    return LedgerLinePaper(
        line.code,
        _period(line),
        extent_text(view.extents.get(line.id, ())),
        Amount(line.months, shown(line.months)),
        Amount(line.counted, shown(line.counted)),
        words.line_reason(line, view.ledger),
        line.counts,
    )


def _period(line: LedgerLine) -> str:
    if line.reason is LineReason.RUNNING:
        return _("{start} – pågår").format(start=formats.iso_date(line.start))
    return formats.period_text(line.start, line.end)


def extent_text(percents: Sequence[Decimal]) -> str:
    """*100 %*; where the working time changed, from the least to the most: *50–100 %*."""
    if not percents:
        return formats.percent_plain(Decimal(100))
    least, most = min(percents), max(percents)
    if least == most:
        return formats.percent_plain(most)
    return f"{formats.plain(least)}{formats.DASH}{formats.percent_plain(most)}"
