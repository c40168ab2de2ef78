"""What another last day of a placement would give, in words: the placement, its requirement, and what fits."""

import datetime as dt
from fractions import Fraction

from socialupph.domain.full_time_months import shown
from socialupph.domain.ledger import Ledger
from socialupph.domain.views.what_if import FittingCandidate, WhatIfEnd
from socialupph.domain.what_if import WhatIf
from socialupph.i18n import _, formats
from socialupph.specs.ledger import missing_text, outlook_text, verdict_text


def ending_text(found: WhatIf) -> str:
    """*Ger 2,1 heltidsmånader, 1,8 färre än planerat. Minsta tiden, 4 månader, nås inte: 19 dagar saknas.*"""
    parts = [_gives(found)]
    if found.minimum is not None and found.days_short:
        parts.append(
            _("Minsta tiden, {months} månader, nås inte: {days} saknas.").format(
                months=found.minimum.months, days=formats.days_text(found.days_short)
            )
        )
    if found.minimum is not None and found.months_short:
        parts.append(
            _("Minsta tiden, {months} heltidsmånader, nås inte: {missing} saknas.").format(
                months=found.minimum.months, missing=shown(found.months_short, Fraction(0))
            )
        )
    return " ".join(parts)


def _gives(found: WhatIf) -> str:
    months = shown(found.months)
    if not found.less:
        return _("Ger {months} heltidsmånader, som planerat.").format(months=months)
    other = shown(abs(found.less), Fraction(0))
    if found.less > 0:
        return _("Ger {months} heltidsmånader, {other} färre än planerat.").format(months=months, other=other)
    return _("Ger {months} heltidsmånader, {other} fler än planerat.").format(months=months, other=other)


def left_text(found: WhatIfEnd) -> str:
    """What the requirement lacks then, and what it lacks as planned; empty where nothing is counted."""
    if found.now is None or found.then is None:
        return ""
    then = _outlook(found.then)
    if not then:
        return ""
    told = _("Krav {code}: {then}").format(code=found.requirement_code, then=then)
    if found.now.planned_missing == found.then.planned_missing:
        return told
    if not found.now.planned_missing:
        return _("{told} Med det planerade slutet saknas inget.").format(told=told)
    missing = missing_text(found.now.planned_missing, found.now)
    return _("{told} Med det planerade slutet saknas {missing}.").format(told=told, missing=missing)


def _outlook(ledger: Ledger) -> str:
    return outlook_text(ledger) or verdict_text(ledger)


def replacement_text(found: WhatIfEnd, today: dt.date) -> str:
    """The last day a replacement can begin and finish in time; empty when none is needed."""
    ending = found.ending
    if ending.replacement_by is None or ending.until is None:
        return ""
    facts = {
        "percent": formats.percent_plain(ending.percent),
        "day": formats.iso_date(ending.replacement_by),
        "until": formats.iso_date(ending.until),
    }
    if ending.replacement_by < today:
        return _("Ingen ersättare på {percent} hinner resten till {until}: sista dagen att börja var {day}.").format(
            **facts
        )
    return _("En ersättare på {percent} behöver börja senast {day} för att hinna resten till {until}.").format(**facts)


def candidate_text(one: FittingCandidate, today: dt.date) -> str:
    """What stands after the code: *(från 1 okt, 75 %, önskar yrket)*; who can begin now has no day."""
    ahead = one.available_from if one.available_from is not None and one.available_from > today else None
    parts = (
        _("från {day}").format(day=formats.short_date(ahead, today)) if ahead else "",
        formats.percent_plain(one.extent_percent) if one.extent_percent is not None else "",
        _("önskar yrket") if one.wished else "",
    )
    told = ", ".join(part for part in parts if part)
    return _("({told})").format(told=told) if told else ""
