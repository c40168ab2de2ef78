"""Matches: the board's cards, the list, and what the forms of the steps ask. People by code only."""

from collections.abc import Callable

from socialupph.domain.matching import MatchStep
from socialupph.domain.views.matching import MatchRow
from socialupph.i18n import N_, _, formats, ngettext
from socialupph.specs.forms import Field, FieldKind, FormSpec, Section
from socialupph.specs.marks import Mark
from socialupph.specs.tables import Choice, Column, EmptyText, Filter, Kind, TableSpec
from socialupph.specs.words import choices, word
from socialupph.specs.words_placements import DECLINER, MATCH_STEP, MATCH_STEP_MARK, OVERDUE_MARK, SOON_MARK

SOON_DAYS, LATE_DAYS = 7, 10
"""A match that stands longer than this without a step is worth a look, and a word."""

TABLE = TableSpec[MatchRow](
    name="matches",
    title=N_("Matchningar"),
    sort="step",
    columns=(
        Column(
            "step",
            N_("Steg"),
            lambda row: word(MATCH_STEP, row.step),
            Kind.STATUS,
            width=12,
            mark=lambda row: MATCH_STEP_MARK[row.step],
        ),
        Column("person", N_("Person"), lambda row: row.person, width=12, strong=True),
        Column("opening_code", N_("Platskod"), lambda row: row.opening_code, Kind.CODE, width=9),
        Column("opening_title", N_("Plats"), lambda row: row.opening_title, width=24, stretch=True),
        Column("supplier", N_("Leverantör"), lambda row: row.supplier, width=22, priority=1),
        Column("since", N_("Sedan"), lambda row: row.since, Kind.DATE, width=11, priority=2),
        Column("days", N_("Dagar"), lambda row: row.days, Kind.INTEGER, width=7, priority=3),
        Column("offer_until", N_("Svar senast"), lambda row: row.offer_until, Kind.DATE, width=11, priority=2),
        Column("placement_code", N_("Placering"), lambda row: row.placement_code, Kind.CODE, width=9, priority=1),
    ),
    filters=(Filter("step", N_("Steg"), choices(MATCH_STEP)),),
    empty=EmptyText(
        N_("Här matchas kandidater och platser"),
        N_(
            "En matchning går från förslag till ja eller nej. Varje steg får en dag, och det som sagts till arbetsgivaren noteras."
        ),
        N_("Det behövs en kandidat och en öppen plats."),
    ),
)


def waiting(row: MatchRow) -> tuple[str, Mark | None]:
    """What stands at the foot of a card, with its sign when it deserves one."""
    if row.step is MatchStep.ACCEPTED:
        return _("placering {code}").format(code=row.placement_code), MATCH_STEP_MARK[MatchStep.ACCEPTED]
    if row.offer_until is not None and row.step is MatchStep.OFFERED:
        return _("svar senast {day}").format(day=formats.short_date(row.offer_until)), SOON_MARK
    if row.days > LATE_DAYS:
        return _waited(row.days), OVERDUE_MARK
    if row.days > SOON_DAYS:
        return _waited(row.days), SOON_MARK
    return _("sedan {day}").format(day=formats.short_date(row.since)), None


def _waited(days: int) -> str:
    return ngettext("{n} dag utan svar", "{n} dagar utan svar", days).format(n=days)


SUGGEST_FORM = FormSpec(
    name="match_suggest",
    title=N_("Föreslå kandidat"),
    sections=(
        Section(
            "",
            (
                Field(
                    "candidate_id", N_("Kandidat"), FieldKind.LOOKUP, required=True, lookup="candidate", creates=True
                ),
                Field("opening_id", N_("Plats"), FieldKind.LOOKUP, required=True, lookup="opening", creates=True),
                Field("on", N_("Dag"), FieldKind.DATE, half=True),
            ),
        ),
    ),
)

ADVANCE_FORM = FormSpec(
    name="match_advance",
    title=N_("Nästa steg"),
    sections=(
        Section(
            "",
            (
                Field("on", N_("Dag"), FieldKind.DATE, required=True, half=True),
                Field(
                    "told_employer",
                    N_("Sagt till arbetsgivaren"),
                    FieldKind.LONG_TEXT,
                    limit=2000,
                    help=N_("Exakt vad som sagts om kandidaten"),
                ),
                Field("offer_until", N_("Svar senast"), FieldKind.DATE, half=True),
            ),
        ),
    ),
)

DECLINE_FORM = FormSpec(
    name="match_decline",
    title=N_("Tackade nej"),
    sections=(
        Section(
            "",
            (
                Field("declined_by", N_("Vem"), FieldKind.CHOICE, required=True, choices=choices(DECLINER), half=True),
                Field("on", N_("Dag"), FieldKind.DATE, half=True),
                Field("decline_reason", N_("Varför"), FieldKind.LONG_TEXT, required=True, limit=2000),
            ),
        ),
    ),
)


def accept_form(forms: tuple[Choice, ...] | Callable[[], tuple[Choice, ...]]) -> FormSpec:
    """What is asked when everybody said yes; ``forms`` are the placement forms that may begin, their ids as values."""
    return FormSpec(
        name="match_accept",
        title=N_("Tackade ja"),
        sections=(
            Section(
                "",
                (
                    Field("form_id", N_("Form"), FieldKind.CHOICE, required=True, choices=forms),
                    Field("starts_on", N_("Börjar"), FieldKind.DATE, required=True, half=True),
                    Field("planned_end_on", N_("Planerat slut"), FieldKind.DATE, required=True, half=True),
                    Field("working_time_percent", N_("Omfattning"), FieldKind.PERCENT, required=True, half=True),
                    Field("on", N_("Tackade ja den"), FieldKind.DATE, half=True),
                    Field("workplace_id", N_("Arbetsplats"), FieldKind.LOOKUP, lookup="workplace", creates=True),
                    Field("supervisor_id", N_("Handledare"), FieldKind.LOOKUP, lookup="supervisor", creates=True),
                    Field("af_officer", N_("Handläggare hos Arbetsförmedlingen"), half=True),
                    Field("decision_reference", N_("Beslut"), half=True),
                    Field("union_consulted_on", N_("Facket yttrade sig"), FieldKind.DATE, half=True),
                ),
            ),
        ),
    )
