"""Requirements: what lists show and forms ask."""

from socialupph.domain.full_time_months import shown
from socialupph.domain.ledger import RequirementUnit
from socialupph.domain.views.requirements import RequirementRow
from socialupph.i18n import N_, _, formats
from socialupph.specs.forms import Field, FieldKind, FormSpec, Section
from socialupph.specs.tables import Choice, Column, EmptyText, Filter, Kind, TableSpec
from socialupph.specs.words import choices, word
from socialupph.specs.words_contracts import (
    ASSESSMENT,
    STANDING,
    STANDING_MARK,
    volume_text,
)

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


ASSESSMENT_FORM = FormSpec(
    name="assessment",
    title=N_("Bedömning"),
    sections=(
        Section(
            "",
            (
                Field(
                    "assessment",
                    N_("Bedömning"),
                    FieldKind.CHOICE,
                    required=True,
                    choices=choices(ASSESSMENT),
                    help=N_("Programmet räknar, du bedömer. Bedömningen går före det som räknats ut."),
                ),
                Field(
                    "reason",
                    N_("Skäl"),
                    FieldKind.LONG_TEXT,
                    required=True,
                    limit=4000,
                    help=N_("Så att leverantören och den som tar över förstår. Inga uppgifter om personer."),
                ),
                Field("assessed_by", N_("Bedömt av"), required=True, half=True),
                Field("assessed_on", N_("Dag"), FieldKind.DATE, half=True, help=N_("Tomt: i dag")),
            ),
        ),
    ),
)
