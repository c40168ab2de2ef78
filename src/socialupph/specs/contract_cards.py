"""A contract opened in full: its facts, the short tables of its cards, and the forms of what belongs to it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from socialupph.domain.commands.notices import Withheld
from socialupph.domain.deadlines import Deadline
from socialupph.domain.openings import OpeningStatus
from socialupph.domain.views.contracts import ContractView, OpeningShort, OptionView, PlacementShort
from socialupph.domain.views.requirements import RequirementView
from socialupph.i18n import N_, _, formats, ngettext, translate
from socialupph.specs.contracts import options_text
from socialupph.specs.deadlines import KINDS
from socialupph.specs.forms import Field, FieldKind, FormSpec, Section
from socialupph.specs.marks import Mark, Shape, Tone
from socialupph.specs.tables import Column, Kind, TableSpec
from socialupph.specs.words import word
from socialupph.specs.words_contracts import (
    ASSESSMENT,
    CONTRACT_NATURE,
    LATE_MARK,
    SOON_MARK,
    volume_text,
)
from socialupph.specs.words_placements import (
    OPENING_STATUS,
    OPENING_STATUS_MARK,
    PLACEMENT_STATUS,
    PLACEMENT_STATUS_MARK,
)

_SOON_DAYS = 14
_LONGEST_CPV = 60
_TRAINED = Mark(N_("Kurs klar"), Shape.CHECK, Tone.NEUTRAL)
_UNTRAINED = Mark(N_("Saknar kurs"), Shape.TRIANGLE, Tone.WARN)
OPTION_USED = Mark(N_("Använd"), Shape.CHECK, Tone.GOOD)
OPTION_FREE = Mark(N_("Ej använd"), Shape.RING, Tone.NEUTRAL)
OPTION_PROPOSED = Mark(N_("Att bekräfta"), Shape.HALF, Tone.NEUTRAL)
CALM_MARK = Mark(N_("Kommande"), Shape.RING, Tone.NEUTRAL)

# ---------------------------------------------------------------- facts


def day_with_year(day: dt.date) -> str:
    """*2 feb 2026*."""
    return _("{day} {year}").format(day=formats.short_date(day), year=day.year)


def period_text(start: dt.date | None, end: dt.date | None) -> str:
    """*2 feb 2026 – 30 jun 2027*; a dash for what is not known."""
    if start is None and end is None:
        return formats.DASH
    first = formats.DASH if start is None else day_with_year(start)
    last = formats.DASH if end is None else day_with_year(end)
    return _("{start} – {end}").format(start=first, end=last)


def supplier_detail(contract: ContractView) -> str:
    """*556000-0167, 2 underleverantörer*."""
    first = contract.suppliers[0] if contract.suppliers else None
    parts = [first.org_number] if first and first.org_number else []
    more = len(contract.suppliers) - 1
    if more > 0:
        parts.append(ngettext("{n} leverantör till", "{n} leverantörer till", more).format(n=more))
    below = len(contract.subcontractors)
    if below:
        parts.append(ngettext("{n} underleverantör", "{n} underleverantörer", below).format(n=below))
    return ", ".join(parts)


def option_detail(options: Sequence[OptionView]) -> str:
    """*option 12 månader, ej använd*."""
    used = bool(options) and all(option.used_on is not None for option in options)
    return options_text(len(options), sum(option.length_months for option in options), used=used)


def value_text(contract: ContractView) -> str:
    """*84 500 000 kr*; that it is kept back, where it is."""
    if contract.value is None:
        return _kept_back(contract, Withheld.VALUE)
    return formats.money(contract.value, contract.currency)


def supplier_text(contract: ContractView) -> str:
    """The first supplier; that the name is kept back, where it is."""
    return contract.suppliers[0].name if contract.suppliers else _kept_back(contract, Withheld.SUPPLIER_NAME)


def _kept_back(contract: ContractView, what: Withheld) -> str:
    return _("Undanhållet i annonsen") if what.value in contract.withheld else formats.DASH


def nature_detail(contract: ContractView) -> str:
    """*entreprenad, CPV 45214200 Byggnadsanläggning*."""
    parts = [word(CONTRACT_NATURE, contract.nature).lower()] if contract.nature else []
    if contract.cpv:
        name = contract.cpv_name
        if len(name) > _LONGEST_CPV:  # some are whole sentences; the form has room for them
            name = f"{name[:_LONGEST_CPV].rsplit(maxsplit=1)[0].rstrip(' ,;:-')} …"
        named = " ".join(part for part in (contract.cpv, name) if part)
        parts.append(_("CPV {code}").format(code=named))
    return ", ".join(parts)


def deadline_mark(deadline: Deadline, today: dt.date) -> Mark:
    """Late, soon or neither."""
    days = (deadline.due - today).days
    return LATE_MARK if days < 0 else SOON_MARK if days <= _SOON_DAYS else CALM_MARK


def deadline_detail(deadline: Deadline, today: dt.date) -> str:
    """*rapport från leverantören, om 8 dagar*; what is late says that first."""
    what = translate(KINDS[deadline.kind])
    what = what[:1].lower() + what[1:]
    if deadline.due < today:
        late = formats.late((today - deadline.due).days, narrow=True)
        return _("{late}, {what}").format(late=late, what=what)
    return _("{what}, {when}").format(what=what, when=formats.relative_day(deadline.due, today))


def notes_text(contract: ContractView) -> str:
    """What the contract says of its extension, and the notes."""
    parts = [contract.notes] if contract.notes else []
    if contract.extension_text:
        parts.insert(0, _("Förlängning enligt avtalet: {text}").format(text=contract.extension_text))
    return "\n\n".join(parts)


# ---------------------------------------------------------------- requirements


def requirement_title(requirement: RequirementView) -> str:
    """*Praktik, 16 heltidsmånader*."""
    volume = volume_text(requirement.unit, requirement.volume, requirement.places, requirement.minimum_months)
    return ", ".join(part for part in (requirement.type_label, volume) if part)


def original_text(requirement: RequirementView) -> str:
    """How the list words a proposal; empty for what is confirmed."""
    if requirement.confirmed or not requirement.original_text:
        return ""
    return _("I underlaget står: ”{text}”").format(text=requirement.original_text)


def assessment_text(requirement: RequirementView) -> str:
    """*Bedömt 3 sep 2026 av Siv Lindmark: uppfyllt. Alla platser är levererade.*; empty when nobody has."""
    if requirement.assessment is None or requirement.assessed_on is None:
        return ""
    return _("Bedömt {day} av {who}: {what}. {reason}").format(
        day=day_with_year(requirement.assessed_on),
        who=requirement.assessed_by or formats.DASH,
        what=word(ASSESSMENT, requirement.assessment).lower(),
        reason=requirement.assessment_reason or "",
    )


def requirements_count(contract: ContractView) -> str:
    """*1 krav, 7 placeringar*."""
    wanted, placed = len(contract.requirements), len(contract.placements)
    parts = [ngettext("{n} krav", "{n} krav", wanted).format(n=wanted)]
    if placed:
        parts.append(ngettext("{n} placering", "{n} placeringar", placed).format(n=placed))
    return ", ".join(parts) if wanted else ""


# ---------------------------------------------------------------- tables


@dataclass(frozen=True, slots=True)
class OpeningCard:
    """An opening as the contract shows it: with who is there now."""

    opening: OpeningShort
    now: str

    @property
    def id(self) -> int:
        """That of the opening."""
        return self.opening.id


def opening_cards(contract: ContractView) -> list[OpeningCard]:
    """The openings, each with its placements that are not over."""
    there: dict[str, list[str]] = {}
    for placement in contract.placements:
        if placement.status.value in {"planned", "running", "paused"}:
            told = ", ".join(part for part in (placement.code, placement.person) if part)
            there.setdefault(placement.opening_code, []).append(told)
    return [OpeningCard(opening, "; ".join(there.get(opening.code, ()))) for opening in contract.openings]


def openings_count(contract: ContractView) -> str:
    """*4 platser, 1 utan kandidat*."""
    seats = sum(opening.seats for opening in contract.openings)
    free = sum(
        max(0, opening.seats - opening.taken) for opening in contract.openings if opening.status is OpeningStatus.OPEN
    )
    if not seats:
        return ""
    told = ngettext("{n} plats", "{n} platser", seats).format(n=seats)
    if not free:
        return told
    return _("{told}, {free}").format(told=told, free=ngettext("{n} ledig", "{n} lediga", free).format(n=free))


def _training(row: OpeningCard) -> Mark | None:
    if row.opening.supervisor_id is None:
        return None
    return _TRAINED if row.opening.supervisor_trained else _UNTRAINED


def _training_word(row: OpeningCard) -> str:
    mark = _training(row)
    return translate(mark.word) if mark else ""


OPENINGS = TableSpec[OpeningCard](
    name="contract-openings",
    title=N_("Platser"),
    sort="code",
    columns=(
        Column(
            "status",
            N_("Status"),
            lambda row: word(OPENING_STATUS, row.opening.status),
            Kind.STATUS,
            mark=lambda row: OPENING_STATUS_MARK[row.opening.status],
            width=10,
            sortable=False,
        ),
        Column("code", N_("Plats"), lambda row: row.opening.code, Kind.CODE, width=8, strong=True, sortable=False),
        Column("title", N_("Uppgift"), lambda row: row.opening.title, width=22, stretch=True, sortable=False),
        Column(
            "seats",
            N_("Upptagna"),
            lambda row: row.opening.taken,
            text=lambda row: _("{taken} av {seats}").format(taken=row.opening.taken, seats=row.opening.seats),
            width=9,
            priority=2,
            sortable=False,
        ),
        Column("training", N_("Handledare"), _training_word, text=_training_word, mark=_training, width=13,
               sortable=False, priority=1),
        Column("now", N_("Nu"), lambda row: row.now, width=18, sortable=False),
    ),
)  # fmt: skip

PLACEMENTS = TableSpec[PlacementShort](
    name="contract-placements",
    title=N_("Placeringar"),
    sort="code",
    columns=(
        Column(
            "status",
            N_("Status"),
            lambda row: word(PLACEMENT_STATUS, row.status),
            Kind.STATUS,
            mark=lambda row: PLACEMENT_STATUS_MARK[row.status],
            width=10,
            sortable=False,
        ),
        Column("code", N_("Kod"), lambda row: row.code, Kind.CODE, width=8, strong=True, sortable=False),
        Column("person", N_("Person"), lambda row: row.person or _("rekryterad"), width=10, sortable=False),
        Column(
            "period",
            N_("Period"),
            lambda row: formats.period_text(row.starts_on, row.ends_on),
            text=lambda row: period_text(row.starts_on, row.ends_on),
            width=24,
            stretch=True,
            sortable=False,
        ),
        Column("opening", N_("Plats"), lambda row: row.opening_code, Kind.CODE, width=9, sortable=False, priority=2),
        Column("requirement", N_("Krav"), lambda row: row.requirement_code, Kind.CODE, width=13, sortable=False,
               priority=1),
    ),
)  # fmt: skip


def option_mark(option: OptionView) -> Mark:
    """Proposed, used or neither."""
    if not option.confirmed:
        return OPTION_PROPOSED
    return OPTION_USED if option.used_on is not None else OPTION_FREE


def next_option(options: Sequence[OptionView]) -> OptionView | None:
    """The first option that is not used yet."""
    return next((option for option in options if option.used_on is None), None)


OPTIONS = TableSpec[OptionView](
    name="contract-options",
    title=N_("Optioner"),
    sort="length",
    columns=(
        Column(
            "state",
            N_("Läge"),
            lambda row: translate(option_mark(row).word),
            Kind.STATUS,
            mark=option_mark,
            width=12,
            sortable=False,
        ),
        Column(
            "length",
            N_("Längd"),
            lambda row: row.length_months,
            text=lambda row: ngettext("{n} månad", "{n} månader", row.length_months).format(n=row.length_months),
            width=11,
            strong=True,
            sortable=False,
        ),
        Column(
            "period",
            N_("Gäller"),
            lambda row: row.begins_on,
            text=lambda row: period_text(row.begins_on, row.ends_on),
            width=24,
            stretch=True,
            sortable=False,
        ),
        Column("notice_by", N_("Besked senast"), lambda row: row.notice_by, Kind.DATE, width=12, sortable=False),
        Column("used_on", N_("Använd den"), lambda row: row.used_on, Kind.DATE, width=12, sortable=False),
    ),
)


@dataclass(frozen=True, slots=True)
class PartyCard:
    """Who belongs to the contract, and as what. ``supplier_id`` is None for a buyer."""

    id: int
    role: str
    name: str
    org_number: str
    supplier_id: int | None


def party_cards(contract: ContractView) -> list[PartyCard]:
    """Suppliers, subcontractors and buyers, in that order."""
    found: list[PartyCard] = []
    for role, parties in ((_("Leverantör"), contract.suppliers), (_("Underleverantör"), contract.subcontractors)):
        for party in parties:
            found.append(PartyCard(len(found) + 1, role, party.name, party.org_number, party.supplier_id))
    for buyer in contract.buyers:
        found.append(PartyCard(len(found) + 1, _("Beställare"), buyer.name, "", None))
    return found


PARTIES = TableSpec[PartyCard](
    name="contract-parties",
    title=N_("Parter"),
    sort="role",
    columns=(
        Column("role", N_("Roll"), lambda row: row.role, width=16, sortable=False),
        Column("name", N_("Namn"), lambda row: row.name, width=34, strong=True, stretch=True, sortable=False),
        Column("org_number", N_("Organisationsnummer"), lambda row: row.org_number, width=16, sortable=False),
    ),
)

# ---------------------------------------------------------------- forms

USE_OPTION_FORM = FormSpec(
    name="contract_option_used",
    title=N_("Använd optionen"),
    sections=(
        Section(
            "",
            (
                Field(
                    "used_on",
                    N_("Besked lämnat den"),
                    FieldKind.DATE,
                    required=True,
                    help=N_("Avtalstiden förlängs, och frister som hör till optionen försvinner"),
                ),
            ),
        ),
    ),
)

REPORT_FORM = FormSpec(
    name="supplier_report",
    title=N_("Rapporten har kommit"),
    sections=(
        Section(
            "",
            (
                Field("received_on", N_("Kom den"), FieldKind.DATE, required=True),
                Field("nothing_to_report", N_("Inget att rapportera"), FieldKind.FLAG),
                Field("note", N_("Anteckning"), FieldKind.LONG_TEXT, limit=2000),
            ),
        ),
    ),
)
