"""Records that may be the same, in words: why, what each field says, what hangs on them, and what to know before they become one."""

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any

from socialupph.domain.changes import Entity
from socialupph.domain.duplicates import Likeness
from socialupph.domain.merging import FieldState, Settled
from socialupph.domain.views.duplicates import (
    ComparedSide,
    Comparison,
    MergedLink,
    MergeDoubt,
    MergeWarning,
    SuspectPair,
)
from socialupph.i18n import N_, _, formats, ngettext, translate
from socialupph.specs.forms import Field, FieldKind, FormSpec, Section
from socialupph.specs.tables import Choice
from socialupph.specs.words import CONTACT_ROLE, SIZE_CLASS, SUPPLIER_KIND, word
from socialupph.specs.words_placements import CANDIDATE_STATUS, REFERRER, SECRECY_BASIS, SEX

LIST, COMPARE = "duplicates", "duplicates.compare"
"""The pages by which other features reach this one; the second is narrowed to a pair with ``pair_filter``."""

NONE = "–"
EITHER = "either"

KIND: Mapping[Entity, str] = {
    Entity.SUPPLIER: N_("Leverantörer"),
    Entity.CONTACT: N_("Kontaktpersoner"),
    Entity.CANDIDATE: N_("Kandidater"),
}

LIKENESS: Mapping[Likeness, str] = {
    Likeness.SAME_ORG_NUMBER: N_("samma organisationsnummer"),
    Likeness.SAME_PERSONAL_NUMBER: N_("samma personnummer"),
    Likeness.SAME_EMAIL: N_("samma e-post"),
    Likeness.SAME_NAME: N_("samma namn"),
    Likeness.SAME_PHONE: N_("samma telefon"),
    Likeness.SIMILAR_NAME: N_("liknande namn"),
    Likeness.SAME_BIRTH_YEAR: N_("samma födelseår"),
    Likeness.BIRTH_YEAR_LACKING: N_("födelseår saknas"),
    Likeness.OTHER_ORG_NUMBER: N_("olika organisationsnummer"),
    Likeness.OTHER_PERSONAL_NUMBER: N_("olika personnummer"),
}


def pair_filter(entity: Entity, kept_id: int, merged_id: int, *, either: bool = False) -> Mapping[str, tuple[str, ...]]:
    """What narrows the page of comparison to two records; with ``either`` the one with more on it is kept."""
    pair = {entity.value: (str(kept_id), str(merged_id))}
    return {**pair, EITHER: ("yes",)} if either else pair


def pair_of(filters: Mapping[str, tuple[str, ...]]) -> tuple[Entity, int, int, bool]:
    """What ``pair_filter`` said. ValueError for anything else."""
    for entity in KIND:
        if len(filters.get(entity.value, ())) == 2:
            kept, merged = filters[entity.value]
            return entity, int(kept), int(merged), EITHER in filters
    raise ValueError(filters)


def found_text(count: int) -> str:
    """*3 möjliga dubbletter*."""
    return ngettext("{n} möjlig dubblett", "{n} möjliga dubbletter", count).format(n=formats.integer(count))


def why(pair: SuspectPair) -> str:
    """*samma namn, samma födelseår*."""
    return ", ".join(translate(LIKENESS[reason]) for reason in pair.reasons)


def same_person(pair: SuspectPair) -> str:
    """*Rut Exempel och Ruth Exempel, liknande namn*: two contacts of the supplier that is opened."""
    both = _("{one} och {other}").format(one=pair.first.label, other=pair.second.label)
    return _("{both}, {why}").format(both=both, why=why(pair))


def spoken_pair(pair: SuspectPair) -> str:
    """A pair as it is read out and copied: what both are called, what tells them apart, and why."""
    one, other = (", ".join(part for part in (side.label, side.detail) if part) for side in (pair.first, pair.second))
    return _("{one} och {other}: {why}").format(one=one, other=other, why=why(pair))


# ---------------------------------------------------------------- fields

_FIELD: Mapping[str, str] = {
    "name": N_("Namn"),
    "org_number": N_("Organisationsnummer"),
    "kind": N_("Slag"),
    "size_class": N_("Storlek"),
    "branch": N_("Bransch"),
    "address": N_("Adress"),
    "phone": N_("Telefon"),
    "email": N_("E-post"),
    "web": N_("Webbplats"),
    "role": N_("Roll"),
    "active": N_("Aktuell"),
    "protected": N_("Skyddade personuppgifter"),
    "alias": N_("Namn som visas i stället"),
    "personal_number": N_("Personnummer"),
    "birth_year": N_("Född"),
    "sex": N_("Kön"),
    "referrer": N_("Anvisad av"),
    "status": N_("Status"),
    "available_from": N_("Kan börja"),
    "extent_percent": N_("Omfattning"),
    "wished_occupations": N_("Yrken"),
    "wished_areas": N_("Områden"),
    "certificate": N_("Intyg om målgrupp"),
    "information": N_("Information lämnad"),
    "secrecy_basis": N_("Sekretess"),
    "marking": N_("Sekretessmarkering"),
    "note": N_("Anteckning"),
}
_WORDS: Mapping[str, Mapping[Any, str]] = {
    "kind": SUPPLIER_KIND,
    "size_class": SIZE_CLASS,
    "role": CONTACT_ROLE,
    "sex": SEX,
    "referrer": REFERRER,
    "status": CANDIDATE_STATUS,
    "secrecy_basis": SECRECY_BASIS,
}


def field_label(key: str) -> str:
    """What a compared field is called."""
    return translate(_FIELD[key])


def value_text(key: str, values: tuple[Any, ...]) -> str:
    """What one record says in a field; a dash where it says nothing."""
    told = [_text(key, value) for value in values]
    if key == "information" and told[0]:
        told[0] = _("text {version}").format(version=told[0])
    return ", ".join(text for text in told if text) or NONE


def _text(key: str, value: Any) -> str:
    if value is None:
        return ""
    for kind, said in _SAID.items():
        if isinstance(value, kind):
            return said(key, value)
    return str(value)


def _listed(_key: str, value: list[str]) -> str:
    """*Målare, Snickare*; semicolons where a word has a comma of its own."""
    return ("; " if any("," in one for one in value) else ", ").join(value)


def _worded(key: str, value: StrEnum) -> str:
    return word(_WORDS[key], value)


def _yes_or_no(_key: str, value: bool) -> str:
    return _("Ja") if value else _("Nej")


def _percent(_key: str, value: Decimal) -> str:
    return formats.percent_plain(value)


def _day(_key: str, value: dt.date) -> str:
    return formats.iso_date(value)


_SAID: Mapping[type, Callable[[str, Any], str]] = {
    StrEnum: _worded,
    bool: _yes_or_no,
    Decimal: _percent,
    dt.date: _day,
    list: _listed,
}


def becomes_text(one: Settled) -> str:
    """What is told under a field that nobody has to choose in: where the value comes from, or what it becomes."""
    if one.state is FieldState.FILLED and one.becomes != one.kept:
        return _("Fylls i: {value}").format(value=value_text(one.key, one.becomes))
    if one.state is FieldState.SETTLED:
        return _("Blir: {value}").format(value=value_text(one.key, one.becomes))
    return ""


def noted(entity: Entity, side: ComparedSide) -> tuple[tuple[str, str], ...]:
    """What is sensitive, told only as noted; it follows whichever record is kept."""
    if entity is not Entity.CANDIDATE:
        return ()
    mark = {True: _("noterat"), False: NONE}
    return (
        (_("Anpassningsbehov"), mark[side.needs]),
        (_("Målgrupp"), mark[side.target_group]),
    )


# ---------------------------------------------------------------- what hangs on them

HANGING: Mapping[str, str] = {
    "contract_supplier": N_("Kontrakt"),
    "opening": N_("Platser"),
    "placement": N_("Placeringar"),
    "follow_up": N_("Uppföljningar"),
    "contact": N_("Kontaktpersoner"),
    "workplace": N_("Arbetsplatser"),
    "sign_up": N_("Kursanmälningar"),
    "match": N_("Matchningar"),
    "candidate_consent": N_("Samtycken"),
    "task": N_("Uppgifter"),
    "document": N_("Dokument"),
}

_DOUBT: Mapping[MergeDoubt, str] = {
    MergeDoubt.OTHER_ORG_NUMBER: N_("De har olika organisationsnummer. Är de verkligen samma leverantör?"),
    MergeDoubt.OTHER_PERSONAL_NUMBER: N_("De har olika personnummer. Är de verkligen samma person?"),
    MergeDoubt.OTHER_BIRTH_YEAR: N_("De är födda olika år. Är de verkligen samma person?"),
    MergeDoubt.OVERLAPPING_PLACEMENTS: N_(
        "Placeringarna {codes} går in i varandra. Båda står kvar; rätta datumen efteråt om någon är fel."
    ),
    MergeDoubt.SAME_OPENING: N_("Båda är föreslagna till {codes}. Båda förslagen står kvar; avsluta det ena efteråt."),
    MergeDoubt.SAME_SESSION: N_("Båda är anmälda till {codes}. Båda anmälningarna står kvar; ta bort den ena efteråt."),
    MergeDoubt.SAME_CONTRACT: N_("Båda står på {codes}. De blir en part där."),
    MergeDoubt.BECOMES_PROTECTED: N_("Den ena har skyddade personuppgifter. Skyddet gäller för båda efteråt."),
}


def warning_text(warning: MergeWarning) -> str:
    """A warning as a sentence."""
    return translate(_DOUBT[warning.doubt]).format(codes=_enumerated(warning.codes))


def _enumerated(codes: tuple[str, ...]) -> str:
    if len(codes) < 2:
        return "".join(codes)
    return _("{first} och {last}").format(first=", ".join(codes[:-1]), last=codes[-1])


# ---------------------------------------------------------------- merging


def which(comparison: Comparison) -> str:
    """Which two, for the title: codes where there are any, never a person's name, and nothing of a protected one."""
    kept, merged = comparison.kept, comparison.merged
    if comparison.entity is Entity.CONTACT or kept.protected or merged.protected:
        return ""
    by_code = comparison.entity is Entity.CANDIDATE
    one, other = (side.code if by_code else side.label for side in (kept, merged))
    return _("{one} och {other}").format(one=one, other=other)


DONE: Mapping[Entity, str] = {
    Entity.SUPPLIER: N_("Leverantörerna är sammanslagna."),
    Entity.CONTACT: N_("Kontaktpersonerna är sammanslagna."),
    Entity.CANDIDATE: N_("Kandidaterna är sammanslagna."),
}

_MERGE_WITH: Mapping[Entity, tuple[str, str]] = {
    Entity.SUPPLIER: (N_("Slå ihop leverantören med en annan"), "supplier"),
    Entity.CANDIDATE: (N_("Slå ihop kandidaten med en annan"), "any_candidate"),
}


def merge_with_form(entity: Entity) -> FormSpec:
    """Which other record it turned out to be."""
    heading, lookup = _MERGE_WITH[entity]
    return FormSpec(
        name=f"merge-{entity}",
        title=heading,
        sections=(
            Section(
                "",
                (
                    Field(
                        "other_id",
                        N_("Den andra"),
                        FieldKind.LOOKUP,
                        required=True,
                        lookup=lookup,
                        help=N_("Du får se båda bredvid varandra innan något ändras."),
                    ),
                ),
            ),
        ),
        save=N_("Jämför"),
    )


def merge_contacts_form(names: tuple[tuple[int, str], ...]) -> FormSpec:
    """Which two of a supplier's contacts are the same person."""
    offered = tuple(Choice(str(number), name) for number, name in names)
    return FormSpec(
        name="merge-contacts",
        title=N_("Slå ihop två kontaktpersoner"),
        sections=(
            Section(
                "",
                (
                    Field("kept_id", N_("Behåll"), FieldKind.CHOICE, required=True, choices=offered),
                    Field("other_id", N_("Är samma person som"), FieldKind.CHOICE, required=True, choices=offered),
                ),
            ),
        ),
        save=N_("Jämför"),
    )


def merged_text(link: MergedLink) -> str:
    """*Sammanslagen med KA-0017 2026-09-22*, of the record that went up in another."""
    if link.on is None:
        return _("Sammanslagen med {name}").format(name=link.label)
    return _("Sammanslagen med {name} {day}").format(name=link.label, day=formats.iso_date(link.on))
