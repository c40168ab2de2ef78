"""Deviations: what lists show and forms ask."""

from socialupph.domain.views.deviations import DeviationRow
from socialupph.i18n import N_, translate
from socialupph.specs.forms import Field, FieldKind, FormSpec, Section
from socialupph.specs.tables import Column, EmptyText, Filter, Kind, TableSpec
from socialupph.specs.words import choices, word
from socialupph.specs.words_training import DEVIATION_KIND, DEVIATION_MARK, LADDER, SEVERITY_MARK, words_of

TABLE = TableSpec[DeviationRow](
    name="deviations",
    title=N_("Avvikelser"),
    sort="reported_on",
    descending=True,
    columns=(
        Column("code", N_("Kod"), lambda row: row.code, Kind.CODE, width=8, strong=True),
        Column(
            "state",
            N_("Status"),
            lambda row: translate(DEVIATION_MARK[row.state].word),
            Kind.STATUS,
            width=11,
            mark=lambda row: DEVIATION_MARK[row.state],
        ),
        Column(
            "severity",
            N_("Allvar"),
            lambda row: translate(SEVERITY_MARK[row.severity].word),
            Kind.STATUS,
            width=15,
            mark=lambda row: SEVERITY_MARK[row.severity],
        ),
        Column("kind", N_("Slag"), lambda row: word(DEVIATION_KIND, row.kind), width=24, stretch=True),
        Column("about", N_("Gäller"), lambda row: row.about, Kind.CODE, width=12),
        Column("ladder", N_("Steg i trappan"), lambda row: word(LADDER, row.ladder), width=13, priority=3),
        Column("next_due_on", N_("Nästa steg"), lambda row: row.next_due_on, Kind.DATE, width=11),
        Column("reported_on", N_("Rapporterad"), lambda row: row.reported_on, Kind.DATE, width=12, priority=2),
        Column("owner", N_("Ansvarig"), lambda row: row.owner, width=18, priority=4),
    ),
    filters=(
        Filter("state", N_("Status"), choices(words_of(DEVIATION_MARK))),
        Filter("severity", N_("Allvar"), choices(words_of(SEVERITY_MARK))),
        Filter("kind", N_("Slag"), choices(DEVIATION_KIND)),
    ),
    empty=EmptyText(
        N_("Här samlas allt som inte går enligt plan"),
        N_(
            "En avvikelse hör till en placering, en uppföljning eller ett kontrakt och har steg med datum tills den avslutas."
        ),
    ),
)

FORM = FormSpec(
    name="deviation",
    title=N_("Avvikelse"),
    sections=(
        Section(
            "",
            (
                Field("placement_id", N_("Placering"), FieldKind.LOOKUP, lookup="placement", half=True),
                Field("contract_id", N_("Kontrakt"), FieldKind.LOOKUP, lookup="contract", half=True),
                Field("kind", N_("Slag"), FieldKind.CHOICE, required=True, choices=choices(DEVIATION_KIND), half=True),
                Field(
                    "severity",
                    N_("Allvar"),
                    FieldKind.CHOICE,
                    required=True,
                    choices=choices(words_of(SEVERITY_MARK)),
                    half=True,
                ),
                Field("reported_on", N_("Rapporterad"), FieldKind.DATE, half=True, help=N_("Tomt betyder i dag")),
                Field("reported_by", N_("Rapporterad av"), half=True),
                Field(
                    "description",
                    N_("Vad har hänt"),
                    FieldKind.LONG_TEXT,
                    required=True,
                    limit=4000,
                    help=N_("Skriv aldrig en diagnos eller skäl till frånvaro."),
                ),
                Field("owner", N_("Ansvarig"), half=True),
            ),
        ),
    ),
)

STEP_FORM = FormSpec(
    name="deviation_step",
    title=N_("Steg"),
    sections=(
        Section(
            "",
            (
                Field("what", N_("Vad ska göras"), required=True),
                Field("who", N_("Vem"), half=True),
                Field("due_on", N_("Ska vara klart"), FieldKind.DATE, half=True),
                Field(
                    "ladder",
                    N_("Steg i trappan"),
                    FieldKind.CHOICE,
                    choices=choices(LADDER),
                    help=N_("Bara för avvikelser mot ett kontrakt"),
                ),
            ),
        ),
    ),
)
