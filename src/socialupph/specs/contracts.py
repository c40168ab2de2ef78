"""Contracts: what lists show and forms ask."""

import datetime as dt

from socialupph.domain.deadlines import DeadlineKind
from socialupph.domain.views.contracts import ContractRow
from socialupph.i18n import N_, _, formats, ngettext, translate
from socialupph.specs.deadlines import KINDS
from socialupph.specs.forms import Field, FieldKind, FormSpec, Section
from socialupph.specs.marks import Mark
from socialupph.specs.requirements import summary_text
from socialupph.specs.tables import Choice, Column, EmptyText, Filter, Kind, TableSpec
from socialupph.specs.words import choices, word
from socialupph.specs.words_contracts import (
    CONTRACT_KIND,
    CONTRACT_NATURE,
    CONTRACT_STATUS,
    CONTRACT_STATUS_MARK,
    LATE_MARK,
    MISSING,
    SOCIAL_OBJECTIVE,
    SOON_MARK,
    STANDING,
    STANDING_MARK,
)

_SOON_DAYS = 14
_NEAR_DAYS = 60


def missing_text(missing: tuple[str, ...]) -> str:
    """What a draft lacks: *nummer, slutdatum*."""
    return ", ".join(translate(MISSING[name]) for name in missing)


def requirements_text(row: ContractRow) -> str:
    """*Praktik, 16 heltidsmånader*; of several how many there are."""
    if len(row.requirements) > 1:
        return ngettext("{n} krav", "{n} krav", len(row.requirements)).format(n=len(row.requirements))
    return summary_text(row.requirements[0]) if row.requirements else ""


def deadline_text(row: ContractRow) -> str:
    """*om 8 dagar*, *5 dgr försenad*; a day far off by its date."""
    if row.deadline is None or row.deadline_in_days is None:
        return ""
    today = row.deadline.due - dt.timedelta(days=row.deadline_in_days)
    if row.deadline_in_days > _NEAR_DAYS:
        return formats.short_date(row.deadline.due, today)
    return formats.due_in_words(row.deadline.due, today, narrow=True)


_SHORT_KINDS = {
    DeadlineKind.FIRST_START: N_("Första start"),
    DeadlineKind.OPTION_NOTICE: N_("Option"),
    DeadlineKind.REPORT_DUE: N_("Rapport"),
    DeadlineKind.CONTRACT_END: N_("Slutar"),
    DeadlineKind.CORRECTION_DUE: N_("Rättelse"),
    DeadlineKind.RETENTION_REVIEW: N_("Gallring"),
}
"""Beside a day there is not room for the whole word, which the panel has."""


def _deadline_kind(row: ContractRow) -> str:
    if row.deadline is None:
        return ""
    return translate(_SHORT_KINDS.get(row.deadline.kind, KINDS[row.deadline.kind]))


def _deadline_mark(row: ContractRow) -> Mark | None:
    if row.deadline_in_days is None or row.deadline_in_days > _SOON_DAYS:
        return None
    return LATE_MARK if row.deadline_in_days < 0 else SOON_MARK


def _value_text(row: ContractRow) -> str:
    return "" if row.value is None else formats.money(row.value, row.currency)


def _share(row: ContractRow) -> float | None:
    return row.requirements[0].share if len(row.requirements) == 1 else None


TABLE = TableSpec[ContractRow](
    name="contracts",
    title=N_("Kontrakt"),
    sort="code",
    descending=True,
    columns=(
        Column("code", N_("Kod"), lambda row: row.code, Kind.CODE, width=11, strong=True),
        Column("number", N_("Nummer"), lambda row: row.number, width=12, priority=3),
        Column(
            "title",
            N_("Benämning"),
            lambda row: row.title,
            width=30,
            stretch=True,
            detail=lambda row: missing_text(row.missing),
        ),
        Column(
            "status",
            N_("Status"),
            lambda row: word(CONTRACT_STATUS, row.status),
            Kind.STATUS,
            width=14,
            mark=lambda row: CONTRACT_STATUS_MARK[row.status],
        ),
        Column("supplier", N_("Leverantör"), lambda row: row.supplier, width=22, stretch=True, priority=1),
        Column("org_number", N_("Organisationsnummer"), lambda row: row.org_number, width=14, shown=False, priority=6),
        Column("starts_on", N_("Start"), lambda row: row.starts_on, Kind.DATE, width=10, priority=4),
        Column("ends_on", N_("Slut"), lambda row: row.ends_on, Kind.DATE, width=10, priority=3),
        Column(
            "value", N_("Värde"), lambda row: row.value, Kind.MONEY, text=_value_text, width=14, shown=False, priority=5
        ),
        Column("currency", N_("Valuta"), lambda row: row.currency, width=7, shown=False, priority=6),
        Column("kind", N_("Avtalsform"), lambda row: word(CONTRACT_KIND, row.kind), width=14, shown=False, priority=6),
        Column(
            "contract_manager",
            N_("Kontraktsansvarig"),
            lambda row: row.contract_manager,
            width=18,
            shown=False,
            sortable=False,
            priority=6,
        ),
        Column("requirements", N_("Krav"), requirements_text, width=24, sortable=False, priority=2, progress=_share),
        Column(
            "standing",
            N_("Läge"),
            lambda row: word(STANDING, row.standing),
            Kind.STATUS,
            width=12,
            sortable=False,
            mark=lambda row: None if row.standing is None else STANDING_MARK[row.standing],
        ),
        Column(
            "deadline",
            N_("Närmaste frist"),
            lambda row: None if row.deadline is None else row.deadline.due,
            Kind.DATE,
            text=deadline_text,
            width=27,
            mark=_deadline_mark,
            detail=_deadline_kind,
        ),
    ),
    filters=(
        Filter("status", N_("Status"), choices(CONTRACT_STATUS)),
        Filter("standing", N_("Läge"), choices(STANDING)),
        Filter(
            "requirements",
            N_("Krav"),
            (
                Choice("true", N_("Har krav")),
                Choice("false", N_("Utan krav")),
                Choice("proposed", N_("Krav att bekräfta")),
            ),
        ),
        Filter("kind", N_("Avtalsform"), choices(CONTRACT_KIND)),
        Filter("nature", N_("Art"), choices(CONTRACT_NATURE)),
    ),
    empty=EmptyText(
        N_("Här samlas alla kontrakt"),
        N_("Ett kontrakt har leverantör, avtalstid och de krav som ska bli praktikplatser och anställningar."),
        N_("Läs in er kontraktslista från Excel eller registrera ett kontrakt."),
    ),
)

FORM = FormSpec(
    name="contract",
    title=N_("Kontrakt"),
    sections=(
        Section(
            "",
            (
                Field("title", N_("Benämning"), required=True),
                Field(
                    "number", N_("Avtalsnummer"), half=True, limit=100, help=N_("Ert eget nummer, hur det än ser ut")
                ),
                Field("diary_number", N_("Diarienummer"), half=True, limit=100),
                Field("suppliers", N_("Leverantör"), FieldKind.LOOKUPS, lookup="supplier", creates=True),
                Field("subcontractors", N_("Underleverantörer"), FieldKind.LOOKUPS, lookup="supplier", creates=True),
                Field("buyers", N_("Beställare"), FieldKind.LOOKUPS, lookup="buyer", creates=True),
            ),
        ),
        Section(
            N_("Tid och värde"),
            (
                Field("starts_on", N_("Start"), FieldKind.DATE, half=True),
                Field("ends_on", N_("Slut"), FieldKind.DATE, half=True, help=N_("Utan optioner")),
                Field("awarded_on", N_("Tilldelat"), FieldKind.DATE, half=True),
                Field("signed_on", N_("Undertecknat"), FieldKind.DATE, half=True),
                Field("value", N_("Värde"), FieldKind.MONEY, half=True),
                Field("currency", N_("Valuta"), half=True, limit=3, help=N_("Tre bokstäver, SEK för svenska kronor")),
                Field("extension_text", N_("Förlängning enligt avtalet"), limit=500),
            ),
        ),
        Section(
            N_("Slag"),
            (
                Field(
                    "kind", N_("Avtalsform"), FieldKind.CHOICE, required=True, choices=choices(CONTRACT_KIND), half=True
                ),
                Field("nature", N_("Art"), FieldKind.CHOICE, choices=choices(CONTRACT_NATURE), half=True),
                Field("cpv", N_("CPV-kod"), FieldKind.CODE, lookup="cpv"),
                Field("pilot", N_("Pilot"), FieldKind.FLAG, half=True),
                Field("social_objectives", N_("Sociala mål"), FieldKind.CHOICES, choices=choices(SOCIAL_OBJECTIVE)),
                Field("reserved_execution", N_("Reserverat utförande"), FieldKind.FLAG, half=True),
                Field("intended", N_("Avsikt att tilldela, ännu inget avtal"), FieldKind.FLAG, half=True),
            ),
        ),
        Section(
            N_("Kontakt"),
            (
                Field("contract_manager", N_("Kontraktsansvarig"), half=True),
                Field("manager_contact", N_("Telefon eller e-post"), half=True),
                Field("notes", N_("Anteckningar"), FieldKind.LONG_TEXT, limit=20_000),
            ),
        ),
    ),
)

OPTION_FORM = FormSpec(
    name="contract_option",
    title=N_("Option"),
    sections=(
        Section(
            "",
            (
                Field("length_months", N_("Längd i månader"), FieldKind.INTEGER, required=True, half=True),
                Field("notice_by", N_("Sista dag för besked"), FieldKind.DATE, half=True),
                Field("used_on", N_("Använd den"), FieldKind.DATE, half=True),
                Field(
                    "added_volume",
                    N_("Tillkommande volym"),
                    FieldKind.DECIMAL,
                    half=True,
                    help=N_("I kravets egen enhet; läggs till när optionen används"),
                ),
                Field("confirmed", N_("Bekräftad"), FieldKind.FLAG),
            ),
        ),
    ),
)

NOTE_FORM = FormSpec(
    name="contract_note",
    title=N_("Anteckning"),
    sections=(
        Section(
            "",
            (
                Field("noted_on", N_("Dag"), FieldKind.DATE, required=True, half=True),
                Field("with_whom", N_("Med vem"), half=True),
                Field("text", N_("Vad som sades"), FieldKind.LONG_TEXT, required=True, limit=4000),
            ),
        ),
    ),
)


def options_text(count: int, months: int, *, used: bool) -> str:
    """*option 12 månader, ej använd*; of several how many there are."""
    if not count:
        return _("ingen option")
    length = ngettext("{n} månad", "{n} månader", months).format(n=months)
    if count > 1:
        return ngettext("{n} option, {length}", "{n} optioner, {length}", count).format(n=count, length=length)
    return (_("option {length}, använd") if used else _("option {length}, ej använd")).format(length=length)
