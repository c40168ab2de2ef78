"""Follow-ups: what lists and the export show and forms ask."""

import datetime as dt

from socialupph.domain.follow_ups import FollowUpStatus
from socialupph.domain.kinds import Question, Respondent
from socialupph.domain.views.follow_ups import FollowUpExportRow, FollowUpRow
from socialupph.i18n import N_, formats, translate
from socialupph.specs.forms import Field, FieldKind, FormSpec, Section
from socialupph.specs.marks import Mark
from socialupph.specs.tables import Choice, Column, EmptyText, Filter, Kind, TableSpec
from socialupph.specs.words import choices, word
from socialupph.specs.words_placements import (
    FOLLOW_UP_KIND,
    FOLLOW_UP_STATUS,
    FOLLOW_UP_STATUS_MARK,
    MEANS,
    OVERDUE_MARK,
    QUESTION,
    RESPONDENT,
)

_SETTLED = (FollowUpStatus.DONE, FollowUpStatus.SKIPPED)


def status_mark(row: FollowUpRow) -> Mark:
    """The status; one that is late has its own sign."""
    late = row.days_late > 0 and row.status not in _SETTLED
    return OVERDUE_MARK if late else FOLLOW_UP_STATUS_MARK[row.status]


def status_text(row: FollowUpRow) -> str:
    """The word of the sign, the same on screen, on paper and in files: an overdue one is *Försenad*."""
    return translate(status_mark(row).word)


def late_text(row: FollowUpRow) -> str:
    """*5 dgr försenad*; empty when it is not."""
    return formats.late(row.days_late, narrow=True) if row.days_late else ""


def held_day(row: FollowUpRow) -> dt.date | None:
    """The day it was held; the day of a try that nobody answered is not one."""
    return row.held_on if row.status is FollowUpStatus.DONE else None


def late_mark(row: FollowUpRow) -> Mark | None:
    """The tone of how late it is: one that is still expected is overdue."""
    return OVERDUE_MARK if row.days_late and row.status not in _SETTLED else None


FILTERS = (
    Filter("status", N_("Status"), choices(FOLLOW_UP_STATUS)),
    Filter("overdue", N_("Försenad"), (Choice("yes", N_("Ja")),)),
    Filter("period", N_("Ska hållas"), (Choice("week", N_("Den här veckan")), Choice("14_days", N_("Inom 14 dagar")))),
    Filter("kind", N_("Slag"), choices(FOLLOW_UP_KIND)),
    Filter("means", N_("Sätt"), choices(MEANS)),
    Filter("about", N_("Gäller"), (Choice("placement", N_("Placering")), Choice("contract", N_("Kontrakt")))),
)

# No host from the start: see specs/placements.py.
TABLE = TableSpec[FollowUpRow](
    name="follow-ups",
    title=N_("Uppföljningar"),
    sort="due_on",
    columns=(
        Column("status", N_("Status"), status_text, Kind.STATUS, width=12, mark=status_mark),
        Column(
            "due_on",
            N_("Planerad"),
            lambda row: row.due_on,
            Kind.DATE,
            width=25,
            detail=late_text,
            detail_mark=late_mark,
        ),
        Column("kind", N_("Slag"), lambda row: word(FOLLOW_UP_KIND, row.kind), width=23, strong=True, stretch=True),
        Column("placement", N_("Placering"), lambda row: row.placement_code, Kind.CODE, width=8),
        Column("person", N_("Person"), lambda row: row.person, width=9),
        Column("host", N_("Värdföretag"), lambda row: row.host, width=17, priority=1, shown=False),
        Column("held_on", N_("Hållen"), held_day, Kind.DATE, width=10, priority=2),
        Column("means", N_("Sätt"), lambda row: word(MEANS, row.means), width=9, priority=3),
        Column("contract", N_("Kontrakt"), lambda row: row.contract_code, Kind.CODE, width=11, priority=4),
        Column("code", N_("Kod"), lambda row: row.code, Kind.CODE, width=8, priority=3),
        Column(
            "days_late",
            N_("Dagar försenad"),
            lambda row: row.days_late or None,
            Kind.INTEGER,
            width=10,
            priority=5,
            shown=False,
            sortable=False,
        ),
    ),
    filters=FILTERS,
    empty=EmptyText(
        N_("Här samlas uppföljningarna"),
        N_(
            "De planeras när en placering registreras och följer med när datumen ändras. Tre perspektiv får samma frågor."
        ),
        N_("Det behövs en placering, eller ett kontrakt att följa upp."),
    ),
)

# ---------------------------------------------------------------- the export

_VOICES = (Respondent.PARTICIPANT, Respondent.SUPERVISOR, Respondent.COORDINATOR)
_THIRD = N_("Samordnaren eller handläggaren")


def _score_column(respondent: Respondent, question: Question) -> Column[FollowUpExportRow]:
    """What one of the three answered to one question; there is no figure across them."""
    voice = _THIRD if respondent is Respondent.COORDINATOR else RESPONDENT[respondent]
    return Column(
        f"{respondent.value}_{question.value}",
        f"{translate(QUESTION[question])}, {translate(voice)}",
        lambda row: row.scores.get((respondent, question)),
        Kind.INTEGER,
        width=12,
        shown=False,
        sortable=False,
    )


def export_table(*, host: bool = False) -> TableSpec[FollowUpExportRow]:
    """The export of follow-ups, with headings in the language that is chosen now; ``host`` where the list shows it too."""
    hosts = (Column[FollowUpExportRow]("host", N_("Värdföretag"), lambda row: row.row.host, width=28),)
    return TableSpec(
        name="follow-ups-export",
        title=N_("Uppföljningar"),
        sort="due_on",
        columns=(
            Column("code", N_("Kod"), lambda row: row.row.code, Kind.CODE, width=9),
            Column("contract", N_("Kontrakt"), lambda row: row.row.contract_code, Kind.CODE, width=12),
            Column("requirement", N_("Krav"), lambda row: row.requirement_code, Kind.CODE, width=14, sortable=False),
            *(hosts if host else ()),
            Column("placement", N_("Placering"), lambda row: row.row.placement_code, Kind.CODE, width=10),
            Column("person", N_("Person"), lambda row: row.row.person, width=12),
            Column("kind", N_("Slag"), lambda row: word(FOLLOW_UP_KIND, row.row.kind), width=24),
            Column("due_on", N_("Planerad"), lambda row: row.row.due_on, Kind.DATE, width=12),
            Column("held_on", N_("Hållen"), lambda row: held_day(row.row), Kind.DATE, width=12),
            Column(
                "days_late",
                N_("Dagar försenad"),
                lambda row: row.row.days_late,
                Kind.INTEGER,
                width=10,
                sortable=False,
            ),
            Column("means", N_("Sätt"), lambda row: word(MEANS, row.row.means), width=10),
            Column("status", N_("Status"), lambda row: status_text(row.row), width=12),
            Column("summary", N_("Sammanfattning"), lambda row: row.summary, width=40, sortable=False),
            *(_score_column(respondent, question) for respondent in _VOICES for question in Question),
        ),
        filters=FILTERS,
    )


EXPORT_TABLE = export_table()

# ---------------------------------------------------------------- forms

_THIRD_CHOICES = (
    Choice(Respondent.COORDINATOR.value, RESPONDENT[Respondent.COORDINATOR]),
    Choice(Respondent.AF_OFFICER.value, N_("Handläggaren (AF)")),
)

FORM = FormSpec(
    name="follow_up",
    title=N_("Uppföljning"),
    sections=(
        Section(
            "",
            (
                Field("held_on", N_("Hölls den"), FieldKind.DATE, required=True, half=True),
                Field("means", N_("Sätt"), FieldKind.CHOICE, required=True, choices=choices(MEANS), half=True),
                Field(
                    "third_respondent", N_("Tredje perspektivet"), FieldKind.CHOICE, choices=_THIRD_CHOICES, half=True
                ),
                Field("third_name", N_("Handläggarens namn"), half=True),
                Field("summary", N_("Sammanfattning"), FieldKind.LONG_TEXT, limit=4000),
            ),
        ),
    ),
)

PLAN_FORM = FormSpec(
    name="follow_up_plan",
    title=N_("Planera uppföljning"),
    sections=(
        Section(
            "",
            (
                Field("placement_id", N_("Placering"), FieldKind.LOOKUP, lookup="placement", half=True),
                Field("contract_id", N_("Kontrakt"), FieldKind.LOOKUP, lookup="contract", half=True),
                Field("due_on", N_("Dag"), FieldKind.DATE, required=True, half=True),
                Field("means", N_("Sätt"), FieldKind.CHOICE, choices=choices(MEANS), half=True),
            ),
        ),
    ),
)

MOVE_FORM = FormSpec(
    name="follow_up_move",
    title=N_("Flytta uppföljningen"),
    sections=(Section("", (Field("due_on", N_("Ny dag"), FieldKind.DATE, required=True),)),),
)

SKIP_FORM = FormSpec(
    name="follow_up_skip",
    title=N_("Hoppa över uppföljningen"),
    sections=(Section("", (Field("skip_reason", N_("Varför"), FieldKind.LONG_TEXT, required=True, limit=1000),)),),
)

STEP_FORM = FormSpec(
    name="follow_up_step",
    title=N_("Överenskommet steg"),
    sections=(
        Section(
            "",
            (
                Field("what", N_("Vad"), required=True),
                Field("who", N_("Vem"), half=True),
                Field("due_on", N_("Senast"), FieldKind.DATE, half=True),
            ),
        ),
    ),
)
