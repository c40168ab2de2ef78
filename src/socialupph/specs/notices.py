"""What the user reads about a published notice: what is kept back, what its contracts become, and what is wrong with one.

Why a whole notice cannot be read stands in ``specs/messages/notices.py``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum

from socialupph.domain.commands.imports import RowError
from socialupph.domain.commands.notices import NoticeKind, Withheld
from socialupph.domain.kinds import ContractKind, ContractNature, SocialObjective
from socialupph.domain.views.imports import ImportPreview, PreviewRow, RowState
from socialupph.i18n import N_, _, formats, ngettext, translate
from socialupph.specs.import_messages import STATE_WORDS
from socialupph.specs.words_contracts import CONTRACT_KIND, CONTRACT_NATURE, MISSING, SOCIAL_OBJECTIVE

PARTS: Mapping[str, str] = {
    "customization": N_("standardens version (OPT-002)"),
    "notice_id": N_("annonsens id (BT-701)"),
    "version": N_("annonsens version (BT-757)"),
    "procedure_id": N_("upphandlingens id (BT-04)"),
    "type": N_("annonsens slag (BT-02)"),
    "buyer": N_("beställaren (BT-500)"),
    "title": N_("upphandlingens namn (BT-21)"),
    "result": N_("upphandlingens resultat"),
    "lot": N_("delarnas id (BT-137)"),
    "ids": N_("kontraktens, anbudens eller leverantörernas id"),
}
"""What the standard demands of every award notice."""

NOTICE_KIND: Mapping[StrEnum, str] = {
    NoticeKind.AWARD: N_("Annons om tilldelning"),
    NoticeKind.MODIFICATION: N_("Annons om ändring av kontrakt"),
    NoticeKind.INTENT: N_("Annons om avsikt att tilldela"),
}
WITHHELD: Mapping[str, str] = {
    Withheld.VALUE.value: N_("värdet"),
    Withheld.SUPPLIER_NAME.value: N_("leverantörens namn"),
    Withheld.WINNER.value: N_("om någon vinnare utsetts"),
    Withheld.NOTICE_VALUE.value: N_("annonsens hela värde"),
    Withheld.FRAMEWORK_VALUE.value: N_("ramavtalets värde"),
    Withheld.CONCESSION_VALUE.value: N_("koncessionens intäkter"),
    Withheld.SUBCONTRACTING.value: N_("underleverantörer"),
    Withheld.TENDER_RANK.value: N_("anbudets plats i rangordningen"),
    Withheld.TENDER_VARIANT.value: N_("om anbudet var ett alternativ"),
    Withheld.COUNTRY_OF_ORIGIN.value: N_("ursprungsland"),
    Withheld.RECEIVED_TENDERS.value: N_("inkomna anbud"),
    Withheld.AWARD_CRITERIA.value: N_("tilldelningskriterier"),
    Withheld.REVIEWS.value: N_("överprövningar"),
    Withheld.PROCEDURE.value: N_("förfarandet"),
    Withheld.OTHER.value: N_("annan uppgift"),
}

RESERVED_EXECUTION = N_("Reserverat utförande enligt annonsen")
EMPLOYMENT_OBJECTIVE = N_(
    "Socialt mål enligt annonsen: sysselsättningsmöjligheter för långtidsarbetslösa, missgynnade personer eller personer med "
    "funktionsnedsättning"
)
"""How the requirements that a notice proposes are worded; they are stored, so never in another language."""

ROW_MESSAGES: Mapping[str, str] = {
    "notice.org_check_digit": N_(
        "organisationsnumret för {who} kan inte stämma, kontrollsiffran är fel. Kontrollera annonsen med den som publicerade den"
    ),
    "notice.org_placeholder": N_(
        "organisationsnumret för {who} är ett utfyllnadsnummer. Kontrollera annonsen med den som publicerade den"
    ),
    "notice.org_shape": N_(
        "organisationsnumret för {who} ska ha tio siffror. Kontrollera annonsen med den som publicerade den"
    ),
    "notice.no_name": N_("leverantören saknar namn i annonsen. Registrera kontraktet själv"),
    "notice.lot_twice": N_(
        "två delar i annonsen har samma id ({value}), så det går inte att veta vilken kontraktet gäller. Registrera kontraktet själv"
    ),
    "notice.id_twice": N_(
        "två uppgifter i annonsen har samma id ({value}), så det går inte att veta vilken som gäller. Registrera kontraktet själv"
    ),
    "notice.reference": N_(
        "kontraktet hänvisar till {value}, som inte finns i annonsen. Kontrollera annonsen med den som publicerade den"
    ),
    "notice.currency_missing": N_(
        "beloppet {value} saknar valuta. Kontrollera annonsen, eller registrera kontraktet själv"
    ),
    "notice.currency": N_("{value} är ingen valuta. Kontrollera annonsen, eller registrera kontraktet själv"),
    "notice.amount": N_("{value} är inget belopp. Kontrollera annonsen, eller registrera kontraktet själv"),
    "notice.date": N_("{value} är inget datum. Kontrollera annonsen, eller registrera kontraktet själv"),
    "notice.end_before_start": N_(
        "slutdatum {end} ligger före startdatum {start}. Kontrollera annonsen, eller registrera kontraktet själv"
    ),
    "notice.older_version": N_("en nyare version av annonsen ({value}) är redan inläst. Välj den senaste versionen"),
}
"""Why a contract cannot stand; the sentence follows *Kontrakt 2:*."""

REMARKS: Mapping[str, str] = {
    "notice.contradiction": N_(
        "Annonsen säger emot sig själv: kontraktet pekar på anbudet {value}, men det vinnande är {winner}. Det vinnande gäller; "
        "kontrollera leverantör och värde."
    ),
    "notice.currencies": N_("Anbuden är i flera valutor. Värdet lämnas tomt."),
    "notice.value_in_part": N_("Värdet står inte för alla delar. Värdet lämnas tomt."),
    "notice.duration": N_("Avtalstiden är {duration} men startdagen står inte i annonsen."),
    "notice.objective": N_("Det sociala målet {value} är inget av standardens sju och lämnas."),
    "notice.number_taken": N_(
        "Numret {value} har redan {code}, som är ett annat kontrakt. Kontraktet blir ett utkast utan nummer; skriv rätt nummer själv."
    ),
    "notice.only_missing": N_(
        "Kontraktet är läst ur en annan annons. Bara det som saknas fylls i; det som står där ändras inte."
    ),
    "notice.unknown_contract": N_(
        "Kontraktet som annonsen ändrar finns inte i registret. Det blir ett nytt; finns det redan, makulera det nya och ändra det gamla."
    ),
    "notice.buyer_number": N_("Organisationsnumret för {who} (beställare) kan inte stämma och lämnas."),
    "notice.withheld_until": N_("Undanhållna uppgifter ska offentliggöras senast {day}."),
}
"""What one should know of a contract that stands."""

_TITLES: Mapping[str, str] = {
    "intended": N_("Avsikt att tilldela"),
    "buyer": N_("Beställare"),
    "supplier_name": N_("Leverantör"),
    "subcontractors": N_("Underleverantörer"),
    "lot": N_("Del"),
    "value": N_("Värde"),
    "number": N_("Avtalsnummer"),
    "diary_number": N_("Diarienummer"),
    "start": N_("Start"),
    "end": N_("Slut"),
    "awarded_on": N_("Tilldelat"),
    "signed_on": N_("Undertecknat"),
    "kind": N_("Avtalsform"),
    "nature": N_("Art"),
    "cpv": N_("CPV-kod"),
    "social_objectives": N_("Sociala mål"),
    "reserved_execution": N_("Reserverat utförande"),
    "extension_text": N_("Förlängning enligt avtalet"),
    "options": N_("Option att bekräfta"),
    "requirement_text": N_("Krav att bekräfta"),
    "withheld": N_("Undanhållet i annonsen"),
    "notice_id": N_("Annons"),
    "notes": N_("Anteckningar"),
    "supplier_org_number": N_("Leverantörens organisationsnummer"),
    "buyer_org_number": N_("Beställarens organisationsnummer"),
}
"""What is told of a contract, in this order; ``currency`` stands with the value."""

_DURATIONS = {
    "DAY": "day",
    "WEEK": "week",
    "WEE": "week",
    "MONTH": "month",
    "MON": "month",
    "YEAR": "year",
    "ANN": "year",
}


def described(preview: ImportPreview) -> ImportPreview:
    """The same preview with what the user reads of every contract, as one line each."""
    return replace(preview, rows=tuple(replace(row, message=preview_message(row)) for row in preview.rows))


def preview_message(row: PreviewRow) -> str:
    """What becomes of a contract and what should be known of it, in one line."""
    if row.state is RowState.ERROR:
        return error_text(row)
    facts = "; ".join(f"{title}: {text}" for _key, title, text in told_facts(row))
    return " ".join(part for part in (f"{facts}." if facts else "", *known_of(row)) if part)


def preview_line(row: PreviewRow) -> str:
    """A contract of the preview as one line for the terminal."""
    message = row.message or preview_message(row)
    if row.state is RowState.ERROR:
        return message
    said = " ".join(part for part in (row.code, row.title) if part)
    line = _("Kontrakt {row}: {state} – {what}").format(
        row=row.row, state=translate(STATE_WORDS[row.state]).lower(), what=said
    )
    return f"{line} ({message})" if message else line


def error_text(row: PreviewRow) -> str:
    """*Kontrakt 2: beloppet 100 saknar valuta. Kontrollera annonsen …*; all that is wrong, one sentence after the other."""
    texts = [_filled(ROW_MESSAGES[error.code], error) for error in row.errors]
    sentences = ". ".join([texts[0], *(text[:1].upper() + text[1:] for text in texts[1:])])
    return _("Kontrakt {row}: {what}.").format(row=row.row, what=sentences)


def known_of(row: PreviewRow) -> list[str]:
    """Why it becomes a draft, and what else should be known; sentence by sentence."""
    sentences = [_filled(REMARKS[one.code], one) for one in row.warnings]
    if row.voided:
        sentences.insert(0, _("Kontraktet är makulerat i registret och lämnas som det är."))
    elif row.draft:
        sentences.insert(0, draft_text(row.missing))
    return sentences


def draft_text(missing: Sequence[str]) -> str:
    """*Utkast: startdatum och slutdatum saknas.*; of what is only meant to be awarded that it is so."""
    words = [translate(MISSING[one]) for one in missing if one != "award"]
    if "award" in missing:
        lacks = _(" Dessutom saknas {what}.").format(what=_listed(words)) if words else ""
        return _("Utkast: avsikt att tilldela, ännu inget avtal.{more}").format(more=lacks)
    return _("Utkast: {what} saknas.").format(what=_listed(words))


def _listed(words: Sequence[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return _("{first} och {last}").format(first=", ".join(words[:-1]), last=words[-1])


def told_facts(row: PreviewRow) -> list[tuple[str, str, str]]:
    """What a new contract gets, or what changes with *före → efter*: key, title and text of each, in the order they are asked for."""
    told: list[tuple[str, str, str]] = []
    for key, title in _TITLES.items():
        if key in row.changes:
            before, after = (_value(row, key, place) for place in (0, 1))
            text = after if row.state is RowState.NEW else _("{old} → {new}").format(old=before, new=after)
            told.append((key, translate(title), text))
    return told


def _value(row: PreviewRow, key: str, place: int) -> str:
    """One side of a change as it is read; a dash for nothing."""
    text = row.changes[key][place]
    if not text:
        return formats.DASH
    if key == "value":
        currency = row.changes["currency"][place] if "currency" in row.changes else ""
        return formats.money(Decimal(text), currency) if currency else formats.plain(Decimal(text))
    if key in _WORDS:
        return ", ".join(translate(_WORDS[key].get(one, one)) for one in text.split(", "))
    return text


_YES_NO = {"true": N_("ja"), "false": N_("nej")}
_WORDS: Mapping[str, Mapping[str, str]] = {
    "kind": {one.value: CONTRACT_KIND[one] for one in ContractKind},
    "nature": {one.value: CONTRACT_NATURE[one] for one in ContractNature},
    "social_objectives": {one.value: SOCIAL_OBJECTIVE[one] for one in SocialObjective},
    "withheld": WITHHELD,
    "intended": _YES_NO,
    "reserved_execution": _YES_NO,
}


def withheld_text(withheld: Sequence[str]) -> str:
    """*värdet, anbudets plats i rangordningen*: what a notice keeps back."""
    return ", ".join(translate(WITHHELD.get(one, WITHHELD[Withheld.OTHER.value])) for one in withheld)


def _filled(text: str, error: RowError) -> str:
    facts = {**error.facts}
    if "who" in facts:
        facts["who"] = facts["who"] or _("en av leverantörerna")
    if error.code == "notice.duration":
        facts["duration"] = _duration(facts["value"], facts["unit"])
    return translate(text).format(**facts)


def _duration(number: str, unit: str) -> str:
    count = int(number)
    words = {
        "day": ngettext("{n} dag", "{n} dagar", count),
        "week": ngettext("{n} vecka", "{n} veckor", count),
        "month": ngettext("{n} månad", "{n} månader", count),
        "year": ngettext("{n} år", "{n} år", count),
    }
    return words[_DURATIONS[unit]].format(n=count)


def duration_texts(remarks: Sequence[RowError]) -> list[str]:
    """How long a contract is to run where nobody can say from when; kept in its notes."""
    return [_filled(REMARKS[one.code], one) for one in remarks if one.code == "notice.duration"]


def done_text(written: int) -> str:
    """What the toast says afterwards."""
    return ngettext("{n} kontrakt är inläst ur annonsen.", "{n} kontrakt är inlästa ur annonsen.", written).format(
        n=formats.integer(written)
    )
