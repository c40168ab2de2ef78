"""Matches: the board's cards, the list, and what the forms of the steps ask. People by code only."""

import datetime as dt
from collections.abc import Callable

from socialupph.domain.matching import MatchStep, next_steps
from socialupph.domain.views.matching import MatchRow
from socialupph.i18n import N_, _, formats, ngettext
from socialupph.specs.forms import Field, FieldKind, FormSpec, Section
from socialupph.specs.marks import Mark
from socialupph.specs.tables import Choice, Column, EmptyText, Filter, Kind, TableSpec
from socialupph.specs.words import choices, word
from socialupph.specs.words_placements import DECLINER, MATCH_STEP, MATCH_STEP_MARK, OVERDUE_MARK, SOON_MARK

SOON_DAYS, LATE_DAYS = 7, 10
"""A match that stands longer than this without a step is worth a look, and a word."""

# No supplier from the start, nor on a card: see specs/placements.py.
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
        Column("supplier", N_("Leverantör"), lambda row: row.supplier, width=22, priority=1, shown=False),
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


def waiting(row: MatchRow, today: dt.date) -> tuple[str, Mark | None]:
    """What stands at the foot of a card, with its sign when it deserves one."""
    if row.step is MatchStep.DECLINED:
        return _("nej {day}").format(day=formats.short_date(row.since, today)), None
    if row.step is MatchStep.ACCEPTED:
        return _("placering {code}").format(code=row.placement_code), MATCH_STEP_MARK[MatchStep.ACCEPTED]
    if row.offer_until is not None and row.step is MatchStep.OFFERED:
        return _offered(row.offer_until, today)
    if row.days > LATE_DAYS:
        return _waited(row.days), OVERDUE_MARK
    if row.days > SOON_DAYS:
        return _waited(row.days), SOON_MARK
    return _since(row), None


def _offered(until: dt.date, today: dt.date) -> tuple[str, Mark]:
    if until < today:
        days = (today - until).days
        return ngettext("svaret {n} dag försenat", "svaret {n} dagar försenat", days).format(n=days), OVERDUE_MARK
    near = (until - today).days <= 1
    day = formats.relative_day(until, today) if near else formats.short_date(until, today)
    return _("svar senast {day}").format(day=day), SOON_MARK


def _since(row: MatchRow) -> str:
    if row.days == 0:
        return _("sedan i dag")
    if row.days == 1:
        return _("sedan i går")
    return ngettext("sedan {n} dag", "sedan {n} dagar", row.days).format(n=row.days)


def _waited(days: int) -> str:
    return ngettext("{n} dag utan svar", "{n} dagar utan svar", days).format(n=days)


TELLING = frozenset({MatchStep.PRESENTED.value, MatchStep.INTERVIEW.value, MatchStep.OFFERED.value})
"""The steps at which the employer is told something about the candidate."""

_OPENING = Field("opening_id", N_("Plats"), FieldKind.LOOKUP, required=True, lookup="opening")
_DAY = Field("on", N_("Dag"), FieldKind.DATE, half=True)
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
                _OPENING,
                _DAY,
            ),
        ),
    ),
)

SUGGEST_OPENING_FORM = FormSpec(
    name="match_suggest_opening", title=N_("Föreslå till plats"), sections=(Section("", (_OPENING, _DAY)),)
)


def later_steps(now: MatchStep) -> tuple[MatchStep, ...]:
    """The steps a match may be moved on to with a date: all later ones but yes and no, which ask for more."""
    return tuple(step for step in next_steps(now) if not step.is_final)


def advance_form(now: MatchStep) -> FormSpec:
    """What is asked when a match that stands at ``now`` goes on; steps may be left out."""
    words = tuple(Choice(step.value, MATCH_STEP[step]) for step in later_steps(now))
    return FormSpec(
        name="match_advance",
        title=N_("Nästa steg"),
        sections=(
            Section(
                "",
                (
                    Field("step", N_("Steg"), FieldKind.CHOICE, required=True, choices=words, half=True),
                    Field("on", N_("Dag"), FieldKind.DATE, required=True, half=True),
                    Field(
                        "told_employer",
                        N_("Sagt till arbetsgivaren"),
                        FieldKind.LONG_TEXT,
                        limit=2000,
                        help=N_("Exakt vad som sagts om kandidaten. Inget om hälsa."),
                        shown_when=("step", TELLING),
                    ),
                    Field(
                        "offer_until",
                        N_("Svar senast"),
                        FieldKind.DATE,
                        half=True,
                        shown_when=("step", frozenset({MatchStep.OFFERED.value})),
                    ),
                ),
            ),
        ),
    )


TOLD_FORM = FormSpec(
    name="match_told",
    title=N_("Sagt till arbetsgivaren"),
    sections=(
        Section(
            "",
            (
                Field(
                    "told_employer",
                    N_("Sagt till arbetsgivaren"),
                    FieldKind.LONG_TEXT,
                    limit=2000,
                    help=N_("Exakt vad som sagts om kandidaten. Inget om hälsa."),
                ),
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
