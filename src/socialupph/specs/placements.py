"""Placements: what lists show and forms ask."""

import datetime as dt
from collections.abc import Callable

from socialupph.domain.placements import PlacementStatus
from socialupph.domain.views.placements import PlacementRow
from socialupph.i18n import N_, _, formats, ngettext
from socialupph.specs.forms import Field, FieldKind, FormSpec, Section
from socialupph.specs.marks import Mark
from socialupph.specs.tables import Choice, Column, EmptyText, Filter, Kind, TableSpec
from socialupph.specs.words import choices, word
from socialupph.specs.words_placements import (
    FOLLOW_UP_KIND_SHORT,
    OUTCOME_TIME,
    OVERDUE_MARK,
    PLACEMENT_STATUS,
    PLACEMENT_STATUS_MARK,
    RETURN_MARK,
    SOON_MARK,
    START_CHECKLIST,
    SUPERVISOR_TRAINING,
    SUPERVISOR_TRAINING_MARK,
)

Choices = tuple[Choice, ...] | Callable[[], tuple[Choice, ...]]


def person_text(person: str, heads: int) -> str:
    """The person, or how many the supplier recruited itself."""
    return person or ngettext("{n} rekryterad", "{n} rekryterade", heads).format(n=heads)


def _period(row: PlacementRow) -> str:
    return formats.period_text(row.starts_on, row.ends_on)


def _short_period(row: PlacementRow) -> str:
    """*1 sep – 31 dec*, or *1 sep – 28 feb 27* when the years differ."""
    end = formats.short_date(row.ends_on)
    if row.starts_on.year != row.ends_on.year:
        end = _("{day} {year}").format(day=end, year=f"{row.ends_on.year % 100:02d}")
    return _("{start} – {end}").format(start=formats.short_date(row.starts_on), end=end)


def next_step(row: PlacementRow) -> str:
    """What comes next, in a word: the return from a pause, else the follow-up that is expected."""
    if row.status is PlacementStatus.PAUSED and row.returns_on is not None:
        return _("Återgång")
    return word(FOLLOW_UP_KIND_SHORT, row.next_kind)


def next_step_day(row: PlacementRow) -> str:
    """When: *i morgon*, *1 okt*, *5 dgr försenad*."""
    if row.status is PlacementStatus.PAUSED and row.returns_on is not None:
        return formats.short_date(row.returns_on)
    if row.next_due_on is None:
        return ""
    if row.next_days_late:
        return formats.late(row.next_days_late, narrow=True)
    today = row.next_due_on - dt.timedelta(days=row.next_in_days)
    if row.next_in_days <= 1:
        return formats.relative_day(row.next_due_on, today)
    return formats.short_date(row.next_due_on, today)


def next_step_mark(row: PlacementRow) -> Mark | None:
    """A sign only where something is late or to be done today."""
    if row.status is PlacementStatus.PAUSED and row.returns_on is not None:
        return RETURN_MARK
    if row.next_due_on is None:
        return None
    if row.next_days_late:
        return OVERDUE_MARK
    return SOON_MARK if row.next_in_days == 0 else None


# The host is no column from the start, in any list of people: where a protected person is, is not told, and an empty cell would
# say who that is.
TABLE = TableSpec[PlacementRow](
    name="placements",
    title=N_("Placeringar"),
    sort="code",
    descending=True,
    columns=(
        Column(
            "status",
            N_("Status"),
            lambda row: word(PLACEMENT_STATUS, row.status),
            Kind.STATUS,
            width=10,
            mark=lambda row: PLACEMENT_STATUS_MARK[row.status],
        ),
        Column("code", N_("Kod"), lambda row: row.code, Kind.CODE, width=7, strong=True),
        Column("person", N_("Person"), lambda row: person_text(row.person, row.heads), width=11),
        Column("host", N_("Värdföretag"), lambda row: row.host, width=17, priority=1, shown=False),
        Column("workplace", N_("Arbetsplats"), lambda row: row.workplace, width=18, priority=7, shown=False),
        Column(
            "period",
            N_("Period"),
            _period,
            text=_short_period,
            width=16,
            priority=2,
            progress=lambda row: row.share_done,
        ),
        Column("starts_on", N_("Start"), lambda row: row.starts_on, Kind.DATE, width=11, priority=6, shown=False),
        Column("ends_on", N_("Slut"), lambda row: row.ends_on, Kind.DATE, width=11, priority=6, shown=False),
        Column(
            "planned_end_on",
            N_("Planerat slut"),
            lambda row: row.planned_end_on,
            Kind.DATE,
            width=11,
            priority=6,
            shown=False,
        ),
        Column(
            "supervisor_training",
            N_("Handledare"),
            lambda row: word(SUPERVISOR_TRAINING, row.supervisor_training),
            Kind.STATUS,
            width=12,
            priority=1,
            mark=lambda row: SUPERVISOR_TRAINING_MARK[row.supervisor_training],
        ),
        Column(
            "next",
            N_("Nästa steg"),
            next_step,
            width=23,
            stretch=True,
            mark=next_step_mark,
            detail=next_step_day,
            detail_mark=next_step_mark,
        ),
        Column("next_due_on", N_("Nästa datum"), lambda row: row.next_due_on, Kind.DATE, priority=6, shown=False),
        Column("requirement_code", N_("Krav"), lambda row: row.requirement_code, Kind.CODE, width=13, priority=4),
        Column("contract_code", N_("Kontrakt"), lambda row: row.contract_code, Kind.CODE, priority=6, shown=False),
        Column("form", N_("Form"), lambda row: row.form, width=16, priority=5),
        Column(
            "working_time_percent",
            N_("Omfattning"),
            lambda row: row.working_time_percent,
            Kind.PERCENT,
            width=10,
            priority=5,
            shown=False,
        ),
        Column("heads", N_("Antal personer"), lambda row: row.heads, Kind.INTEGER, priority=7, shown=False),
    ),
    filters=(
        Filter("status", N_("Status"), (Choice("current", N_("Aktuella")), *choices(PLACEMENT_STATUS))),
        Filter("supervisor_training", N_("Handledare"), choices(SUPERVISOR_TRAINING)),
        Filter("counts", N_("Räknas mot"), (Choice("yes", N_("Krav")), Choice("no", N_("Inget krav")))),
    ),
    empty=EmptyText(
        N_("Här samlas placeringarna"),
        N_("En placering är en person på en arbetsplats under en tid. Uppföljningarna planeras av sig själva."),
        N_("Det behövs ett kontrakt. Tackar en kandidat ja till en plats blir det en placering."),
    ),
)


def form(forms: Choices) -> FormSpec:
    """The form; ``forms`` are the placement forms of this register, their ids as values."""
    return FormSpec("placement", N_("Placering"), (_people(), _time(forms), _host(), _start()))


def _people() -> Section:
    return Section(
        "",
        (
            Field("candidate_id", N_("Kandidat"), FieldKind.LOOKUP, lookup="candidate", creates=True, half=True),
            Field("opening_id", N_("Plats"), FieldKind.LOOKUP, lookup="opening", half=True),
            Field("contract_id", N_("Kontrakt"), FieldKind.LOOKUP, lookup="contract", half=True),
            Field("requirement_id", N_("Räknas mot krav"), FieldKind.LOOKUP, lookup="requirement", half=True),
            Field(
                "heads",
                N_("Rekryterade av leverantören"),
                FieldKind.INTEGER,
                half=True,
                help=N_("Bara när ingen kandidat väljs"),
            ),
            Field("target_group_statement", N_("Leverantörens intyg om målgrupp"), half=True),
            Field("in_target_group", N_("Tillhör kravets målgrupp"), FieldKind.FLAG, half=True),
            Field("existed_at_contract_start", N_("Fanns där redan vid kontraktets start"), FieldKind.FLAG, half=True),
        ),
    )


def _time(forms: Choices) -> Section:
    return Section(
        N_("Tid och form"),
        (
            Field("form_id", N_("Form"), FieldKind.CHOICE, required=True, choices=forms, half=True),
            Field("decision_reference", N_("Beslut"), half=True),
            Field("starts_on", N_("Start"), FieldKind.DATE, required=True, half=True),
            Field("planned_end_on", N_("Planerat slut"), FieldKind.DATE, required=True, half=True),
            Field("working_time_percent", N_("Omfattning"), FieldKind.PERCENT, required=True, half=True),
        ),
    )


def _host() -> Section:
    return Section(
        N_("Arbetsplats"),
        (
            Field("host_supplier_id", N_("Värdföretag"), FieldKind.LOOKUP, lookup="supplier", creates=True, half=True),
            Field("workplace_id", N_("Arbetsplats"), FieldKind.LOOKUP, lookup="workplace", creates=True, half=True),
            Field("supervisor_id", N_("Handledare"), FieldKind.LOOKUP, lookup="supervisor", creates=True, half=True),
            Field("employer", N_("Arbetsgivare, om en annan"), half=True),
            Field("af_officer", N_("Handläggare hos Arbetsförmedlingen"), half=True),
            Field("union_consulted_on", N_("Facket yttrade sig"), FieldKind.DATE, half=True),
        ),
    )


def _start() -> Section:
    checks = tuple(Choice(key, label) for key, label in START_CHECKLIST.items())
    return Section(
        N_("Inför starten"),
        (
            Field("start_checklist", N_("Klart"), FieldKind.CHOICES, choices=checks),
            Field("note", N_("Anteckning"), FieldKind.LONG_TEXT, limit=2000),
        ),
    )


def end_form(reasons: Choices, outcomes: Choices) -> FormSpec:
    """How a placement ended."""
    return FormSpec(
        name="placement_end",
        title=N_("Avsluta placeringen"),
        sections=(
            Section(
                "",
                (
                    Field("ended_on", N_("Sista dag"), FieldKind.DATE, required=True, half=True),
                    Field("end_reason_id", N_("Orsak"), FieldKind.CHOICE, required=True, choices=reasons, half=True),
                    Field("outcome_id", N_("Utfall"), FieldKind.CHOICE, choices=outcomes, half=True),
                ),
            ),
        ),
    )


def outcome_form(outcomes: Choices) -> FormSpec:
    """What became of the person."""
    return FormSpec(
        name="placement_outcome",
        title=N_("Utfall"),
        sections=(
            Section(
                "",
                (
                    Field("time", N_("När"), FieldKind.CHOICE, required=True, choices=choices(OUTCOME_TIME), half=True),
                    Field("outcome_id", N_("Utfall"), FieldKind.CHOICE, choices=outcomes, half=True),
                ),
            ),
        ),
    )


PAUSE_FORM = FormSpec(
    name="pause",
    title=N_("Paus"),
    sections=(
        Section(
            "",
            (
                Field("starts_on", N_("Från och med"), FieldKind.DATE, required=True, half=True),
                Field("ends_on", N_("Till och med"), FieldKind.DATE, required=True, half=True),
            ),
        ),
    ),
)

WORKING_TIME_FORM = FormSpec(
    name="working_time",
    title=N_("Ny omfattning"),
    sections=(
        Section(
            "",
            (
                Field("from_on", N_("Gäller från"), FieldKind.DATE, required=True, half=True),
                Field("percent", N_("Omfattning"), FieldKind.PERCENT, required=True, half=True),
            ),
        ),
    ),
)
