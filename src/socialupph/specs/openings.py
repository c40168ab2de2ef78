"""Openings: what lists show and forms ask."""

from socialupph.domain.views.openings import OpeningRow
from socialupph.i18n import N_
from socialupph.specs.forms import Field, FieldKind, FormSpec, Section
from socialupph.specs.tables import Column, EmptyText, Filter, Kind, TableSpec
from socialupph.specs.words import choices, word
from socialupph.specs.words_placements import OPENING_STATUS, OPENING_STATUS_MARK, PLACEMENT_KIND

TABLE = TableSpec[OpeningRow](
    name="openings",
    title=N_("Platser"),
    sort="code",
    descending=True,
    columns=(
        Column(
            "status",
            N_("Status"),
            lambda row: word(OPENING_STATUS, row.status),
            Kind.STATUS,
            width=11,
            mark=lambda row: OPENING_STATUS_MARK[row.status],
        ),
        Column("code", N_("Kod"), lambda row: row.code, Kind.CODE, width=9, strong=True),
        Column("title", N_("Plats"), lambda row: row.title, width=24, stretch=True),
        Column("supplier", N_("Leverantör"), lambda row: row.supplier, width=22, priority=1),
        Column("workplace", N_("Arbetsplats"), lambda row: row.workplace, width=18, priority=6, shown=False),
        Column("requirement_code", N_("Krav"), lambda row: row.requirement_code, Kind.CODE, width=13, priority=1),
        Column("contract_code", N_("Kontrakt"), lambda row: row.contract_code, Kind.CODE, shown=False, priority=6),
        Column("kind", N_("Slag"), lambda row: word(PLACEMENT_KIND, row.kind), width=11, priority=3),
        Column("extent_percent", N_("Omfattning"), lambda row: row.extent_percent, Kind.PERCENT, width=10, priority=4),
        Column("starts_on", N_("Från"), lambda row: row.starts_on, Kind.DATE, width=11, priority=2),
        Column("ends_on", N_("Till"), lambda row: row.ends_on, Kind.DATE, width=11, priority=3),
        Column("seats", N_("Antal"), lambda row: row.seats, Kind.INTEGER, width=7, priority=2),
        Column("free_seats", N_("Lediga"), lambda row: row.free_seats, Kind.INTEGER, width=7),
        Column("matches", N_("Matchningar"), lambda row: row.matches, Kind.INTEGER, width=11, priority=2),
        Column("days_open", N_("Dagar öppen"), lambda row: row.days_open, Kind.INTEGER, width=11, priority=3),
        Column("last_answer_on", N_("Senaste svar"), lambda row: row.last_answer_on, Kind.DATE, width=11, priority=5),
    ),
    filters=(
        Filter("status", N_("Status"), choices(OPENING_STATUS)),
        Filter("kind", N_("Slag"), choices(PLACEMENT_KIND)),
    ),
    empty=EmptyText(
        N_("Här samlas platserna"),
        N_(
            "En plats öppnas av en leverantör för att uppfylla ett krav, och tillsätts tillsammans med Arbetsförmedlingen."
        ),
        N_("Det behövs ett kontrakt med ett krav först."),
    ),
)

FORM = FormSpec(
    name="opening",
    title=N_("Plats"),
    sections=(
        Section(
            "",
            (
                Field("requirement_id", N_("Krav"), FieldKind.LOOKUP, required=True, lookup="requirement"),
                Field("title", N_("Plats"), required=True, help=N_("Vad man skulle säga att jobbet heter")),
                Field("supplier_id", N_("Leverantör"), FieldKind.LOOKUP, lookup="supplier", half=True),
                Field("workplace_id", N_("Arbetsplats"), FieldKind.LOOKUP, lookup="workplace", creates=True, half=True),
                Field("kind", N_("Slag"), FieldKind.CHOICE, required=True, choices=choices(PLACEMENT_KIND), half=True),
                Field("seats", N_("Antal platser"), FieldKind.INTEGER, required=True, half=True),
                Field("extent_percent", N_("Omfattning"), FieldKind.PERCENT, required=True, half=True),
                Field(
                    "supervisor_id", N_("Handledare"), FieldKind.LOOKUP, lookup="supervisor", creates=True, half=True
                ),
                Field("starts_on", N_("Från"), FieldKind.DATE, half=True),
                Field("ends_on", N_("Till"), FieldKind.DATE, half=True),
                Field("draft", N_("Utkast, syns inte för matchning"), FieldKind.FLAG),
            ),
        ),
        Section(
            N_("Kravprofil"),
            (
                Field("occupation", N_("Yrke"), FieldKind.CODE, lookup="occupation", free=True),
                Field("tasks", N_("Arbetsuppgifter"), FieldKind.LONG_TEXT, limit=2000),
                Field("language_level", N_("Svenska"), half=True),
                Field("driving_licence", N_("Körkort"), half=True),
                Field("physical_demands", N_("Fysiska krav"), half=True),
                Field("working_hours", N_("Arbetstider"), half=True),
                Field("possible_adaptation", N_("Anpassning som går att göra")),
            ),
        ),
        Section(
            N_("Bevis"),
            (
                Field("offered_on", N_("Erbjöds av leverantören"), FieldKind.DATE, half=True),
                Field("requested_on", N_("Kandidater efterfrågades"), FieldKind.DATE, half=True),
            ),
        ),
    ),
)

ANSWER_FORM = FormSpec(
    name="opening_answer",
    title=N_("Svar om kandidater"),
    sections=(
        Section(
            "",
            (
                Field("answered_on", N_("Dag"), FieldKind.DATE, required=True, half=True),
                Field("answered_by", N_("Vem som svarade"), half=True),
                Field("candidate_found", N_("Kandidat fanns"), FieldKind.FLAG),
                Field("text", N_("Svar"), FieldKind.LONG_TEXT, limit=2000),
            ),
        ),
    ),
)

REQUEST_FORM = FormSpec(
    name="opening_request",
    title=N_("Begär kandidater"),
    sections=(
        Section(
            "",
            (
                Field(
                    "requested_on",
                    N_("Kandidater efterfrågades"),
                    FieldKind.DATE,
                    required=True,
                    half=True,
                    help=N_("Dagen du frågade Arbetsförmedlingen"),
                ),
            ),
        ),
    ),
)
