"""Requirements: what lists show and forms ask."""

from collections.abc import Callable

from socialupph.domain.full_time_months import shown
from socialupph.domain.ledger import RequirementUnit
from socialupph.domain.views.requirements import RequirementRow
from socialupph.i18n import N_, _, formats
from socialupph.specs.forms import Field, FieldKind, FormSpec, Section
from socialupph.specs.tables import Choice, Column, EmptyText, Filter, Kind, TableSpec
from socialupph.specs.words import choices, word
from socialupph.specs.words_contracts import (
    ASSESSMENT,
    MINIMUM_TIME,
    REPORT_INTERVAL,
    REQUIREMENT_UNIT,
    STANDING,
    STANDING_MARK,
    volume_text,
)

Choices = tuple[Choice, ...] | Callable[[], tuple[Choice, ...]]
_WHOLE = frozenset({RequirementUnit.PLACES, RequirementUnit.PERSONS})


def summary_text(row: RequirementRow) -> str:
    """*Praktik, 16 heltidsmånader*; a proposal without volume is told in its own words."""
    volume = volume_text(row.unit, row.volume, row.places, row.minimum_months)
    if not volume and not row.confirmed and row.original_text:
        return row.original_text
    return ", ".join(part for part in (row.type_label, volume) if part)


def delivered_text(row: RequirementRow) -> str:
    """*11,5 av 16,0*; whole numbers for places and persons, empty where nothing is counted."""
    if row.threshold is None or row.volume is None:
        return ""
    if row.unit in _WHOLE:
        return _("{done} av {of}").format(
            done=formats.decimal(row.delivered, 0), of=formats.plain(row.volume.normalize())
        )
    return _("{done} av {of}").format(done=shown(row.delivered, row.threshold), of=formats.decimal(row.volume, 1))


def places_text(row: RequirementRow) -> str:
    """*2 av 4*; without an agreed number how many are delivered."""
    if row.places_agreed:
        return _("{done} av {of}").format(done=row.places_delivered, of=row.places_agreed)
    return formats.integer(row.places_delivered) if row.places_delivered else ""


TABLE = TableSpec[RequirementRow](
    name="requirements",
    title=N_("Krav"),
    sort="code",
    descending=True,
    columns=(
        Column("code", N_("Kod"), lambda row: row.code, Kind.CODE, width=13, strong=True),
        Column("contract_title", N_("Kontrakt"), lambda row: row.contract_title, width=28, stretch=True),
        Column("supplier", N_("Leverantör"), lambda row: row.supplier, width=22, priority=2),
        Column("type_label", N_("Slag"), lambda row: row.type_label, width=18),
        Column(
            "volume",
            N_("Volym"),
            lambda row: volume_text(row.unit, row.volume, row.places, row.minimum_months) or row.original_text,
            width=24,
            sortable=False,
        ),
        Column(
            "standing",
            N_("Läge"),
            lambda row: word(STANDING, row.standing),
            Kind.STATUS,
            width=16,
            mark=lambda row: STANDING_MARK[row.standing],
        ),
        Column(
            "delivered",
            N_("Levererat"),
            lambda row: row.exact_delivered,
            text=delivered_text,
            width=14,
            progress=lambda row: row.share,
        ),
        Column(
            "months",
            N_("Heltidsmånader"),
            lambda row: row.exact_months,
            text=lambda row: shown(row.months),
            width=13,
            shown=False,
            priority=5,
        ),
        Column(
            "places_delivered",
            N_("Platser levererade"),
            lambda row: row.places_delivered,
            Kind.INTEGER,
            text=places_text,
            width=13,
            priority=3,
        ),
        Column(
            "first_start_by",
            N_("Första start senast"),
            lambda row: row.first_start_by,
            Kind.DATE,
            width=13,
            shown=False,
            priority=5,
        ),
        Column("ends_on", N_("Slut"), lambda row: row.ends_on, Kind.DATE, width=10, priority=4),
    ),
    filters=(
        Filter("standing", N_("Läge"), choices(STANDING)),
        Filter("confirmed", N_("Bekräftat"), (Choice("true", N_("Bekräftat")), Choice("false", N_("Att bekräfta")))),
    ),
    empty=EmptyText(
        N_("Här samlas alla krav"),
        N_("Ett krav säger vad leverantören ska göra: hur många platser eller månader, för vem och när."),
        N_("Krav läggs till på ett kontrakt, eller kommer som förslag när du läser in er kontraktslista."),
    ),
)


def form(types: Choices, target_groups: Choices) -> FormSpec:
    """The form of a requirement; types and target groups are those of the register."""
    return FormSpec(
        name="requirement", title=N_("Krav"), sections=(_what(types, target_groups), _minimum(), _time(), _follow_up())
    )


def _what(types: Choices, target_groups: Choices) -> Section:
    return Section(
        "",
        (
            Field("type_id", N_("Slag"), FieldKind.CHOICE, required=True, choices=types, half=True),
            Field("target_groups", N_("Målgrupper"), FieldKind.CHOICES, choices=target_groups),
            Field("unit", N_("Räknas i"), FieldKind.CHOICE, choices=choices(REQUIREMENT_UNIT), half=True),
            Field("volume", N_("Volym"), FieldKind.DECIMAL, half=True, help=N_("Ett dialogkrav har ingen volym")),
            Field(
                "places",
                N_("Antal platser"),
                FieldKind.INTEGER,
                half=True,
                help=N_("När kravet anger både månader och platser"),
            ),
            Field("clause_text", N_("Klausulens text"), FieldKind.LONG_TEXT, limit=20_000),
        ),
    )


def _minimum() -> Section:
    months = frozenset({RequirementUnit.UNITS.value})
    return Section(
        N_("Hur det räknas"),
        (
            Field("minimum_months", N_("Minsta tid för en plats, månader"), FieldKind.INTEGER, half=True),
            Field(
                "minimum_time", N_("Minsta tid räknas i"), FieldKind.CHOICE, choices=choices(MINIMUM_TIME), half=True
            ),
            Field("place_may_be_shared", N_("En plats får delas av flera"), FieldKind.FLAG),
            Field("drop_under_minimum", N_("Placeringar under minsta tid räknas inte"), FieldKind.FLAG),
            Field("existing_people_excluded", N_("De som redan fanns hos leverantören räknas inte"), FieldKind.FLAG),
            Field("early_end_percent", N_("Gräns när någon slutar i förtid"), FieldKind.PERCENT, half=True),
            Field(
                "unit_employment_months",
                N_("Månader anställning på en enhet"),
                FieldKind.DECIMAL,
                half=True,
                shown_when=("unit", months),
            ),
            Field(
                "unit_internship_months",
                N_("Månader praktik på en enhet"),
                FieldKind.DECIMAL,
                half=True,
                shown_when=("unit", months),
            ),
        ),
    )


def _time() -> Section:
    return Section(
        N_("Tid"),
        (
            Field("starts_on", N_("Räknas från"), FieldKind.DATE, half=True, help=N_("Tomt: kontraktets start")),
            Field(
                "ends_on",
                N_("Räknas till"),
                FieldKind.DATE,
                half=True,
                help=N_("Tomt: kontraktets slut med använda optioner"),
            ),
            Field(
                "first_meeting_by",
                N_("Första möte senast"),
                FieldKind.DATE,
                half=True,
                help=N_("Tomt: en månad efter tilldelning"),
            ),
            Field("first_meeting_held_on", N_("Första möte hölls"), FieldKind.DATE, half=True),
            Field(
                "first_start_by",
                N_("Första start senast"),
                FieldKind.DATE,
                half=True,
                help=N_("Tomt: sex månader efter start"),
            ),
            Field("first_offer_on", N_("Första erbjudande"), FieldKind.DATE, half=True),
        ),
    )


def _follow_up() -> Section:
    return Section(
        N_("Rapport, vite och bonus"),
        (
            Field("report_interval", N_("Rapport"), FieldKind.CHOICE, choices=choices(REPORT_INTERVAL), half=True),
            Field("sanction_amount", N_("Vite"), FieldKind.MONEY, half=True),
            Field("sanction_text", N_("Vad som händer om kravet inte uppfylls"), FieldKind.LONG_TEXT, limit=4000),
            Field("bonus_per_unit", N_("Bonus för varje enhet"), FieldKind.MONEY, half=True),
            Field("bonus_ceiling", N_("Högsta bonus"), FieldKind.MONEY, half=True),
        ),
    )


ASSESSMENT_FORM = FormSpec(
    name="assessment",
    title=N_("Bedömning"),
    sections=(
        Section(
            "",
            (
                Field("assessment", N_("Bedömning"), FieldKind.CHOICE, required=True, choices=choices(ASSESSMENT)),
                Field("reason", N_("Skäl"), FieldKind.LONG_TEXT, required=True, limit=4000),
                Field("assessed_by", N_("Bedömt av"), required=True, half=True),
                Field("assessed_on", N_("Dag"), FieldKind.DATE, half=True),
            ),
        ),
    ),
)
