"""The small tables and the facts of an opened opening, and of an opened match."""

import datetime as dt

from socialupph.domain.matching import MatchStep
from socialupph.domain.views.candidates import CandidateView
from socialupph.domain.views.matching import MatchView
from socialupph.domain.views.openings import OpeningAnswerView, OpeningMatch, OpeningView
from socialupph.i18n import N_, _, formats, ngettext, translate
from socialupph.specs.marks import Mark, Shape, Tone
from socialupph.specs.matching import later_steps
from socialupph.specs.pairs import Pairs, known
from socialupph.specs.tables import Column, Kind, TableSpec
from socialupph.specs.words import word
from socialupph.specs.words_placements import DECLINER, MATCH_STEP, MATCH_STEP_MARK, PLACEMENT_KIND

FOUND = Mark(N_("Kandidat fanns"), Shape.CHECK, Tone.GOOD)
NOBODY = Mark(N_("Ingen kandidat"), Shape.DASH, Tone.NEUTRAL)


def next_words(step: MatchStep) -> str:
    """What the next step of a match is called on a button; empty after the last."""
    if step.is_final:
        return ""
    later = later_steps(step)
    return _("Till {step}").format(step=word(MATCH_STEP, later[0])) if later else _("Tackade ja …")


MATCHES = TableSpec[OpeningMatch](
    name="opening-matches",
    title=N_("Matchningar"),
    sort="since",
    columns=(
        Column("step", N_("Steg"), lambda row: word(MATCH_STEP, row.step), Kind.STATUS, width=13, sortable=False,
               mark=lambda row: MATCH_STEP_MARK[row.step]),
        Column("person", N_("Person"), lambda row: row.person, width=14, strong=True, sortable=False),
        Column("since", N_("Sedan"), lambda row: row.since, Kind.DATE, width=12, sortable=False),
        Column("next", N_("Nästa steg"), lambda row: next_words(row.step), width=18, stretch=True, sortable=False),
    ),
)  # fmt: skip


def _answer_mark(row: OpeningAnswerView) -> Mark:
    return FOUND if row.candidate_found else NOBODY


ANSWERS = TableSpec[OpeningAnswerView](
    name="opening-answers",
    title=N_("Svar om kandidater"),
    sort="answered_on",
    columns=(
        Column("candidate_found", N_("Svar"), lambda row: translate(_answer_mark(row).word), Kind.STATUS, width=16,
               mark=_answer_mark, sortable=False),
        Column("answered_on", N_("Dag"), lambda row: row.answered_on, Kind.DATE, width=11, sortable=False),
        Column("answered_by", N_("Vem"), lambda row: row.answered_by, width=18, priority=1, sortable=False),
        Column("text", N_("Text"), lambda row: " ".join(row.text.split()), width=26, stretch=True, sortable=False),
    ),
)  # fmt: skip


def period(view: OpeningView) -> str:
    """*1 okt – 31 jan 2027*; only what is known of it."""
    if view.starts_on is None:
        return _("till {day}").format(day=formats.iso_date(view.ends_on)) if view.ends_on else ""
    return formats.period_text(view.starts_on, view.ends_on)


def seats(view: OpeningView) -> str:
    """*1 av 2 lediga*."""
    return _("{free} av {seats} lediga").format(free=view.free_seats, seats=view.seats)


def open_for(days: int | None) -> str:
    """How long it has been open; empty when it is not."""
    return "" if days is None else ngettext("öppen {n} dag", "öppen {n} dagar", days).format(n=days)


def kind_and_extent(view: OpeningView) -> str:
    """*Praktik, 75 %*."""
    return _("{kind}, {extent}").format(
        kind=word(PLACEMENT_KIND, view.kind), extent=formats.percent_plain(view.extent_percent)
    )


def profile(view: OpeningView) -> Pairs:
    """The requirement profile; what is not asked for is left out."""
    return known(
        (_("Yrke"), view.occupation or ""),
        (_("Arbetsuppgifter"), view.tasks or ""),
        (_("Svenska"), view.language_level or ""),
        (_("Körkort"), view.driving_licence or ""),
        (_("Fysiska krav"), view.physical_demands or ""),
        (_("Arbetstider"), view.working_hours or ""),
        (_("Anpassning som går att göra"), view.possible_adaptation or ""),
    )


def evidence(view: OpeningView) -> Pairs:
    """Who supervises, and the days that show what was done to find somebody."""
    return known(
        (_("Handledare"), view.supervisor),
        (_("Besöksadress"), view.workplace_address),
        (_("Erbjöds av leverantören"), formats.iso_date(view.offered_on) if view.offered_on else ""),
        (_("Kandidater efterfrågades"), formats.iso_date(view.requested_on) if view.requested_on else ""),
        (_("Placeringar"), ", ".join(view.placements)),
    )


def steps(view: MatchView) -> tuple[tuple[MatchStep, dt.date], ...]:
    """The dated steps of a match, the latest first."""
    days: tuple[tuple[MatchStep, dt.date | None], ...] = (
        (MatchStep.SUGGESTED, view.suggested_on),
        (MatchStep.CONTACTED, view.contacted_on),
        (MatchStep.PRESENTED, view.presented_on),
        (MatchStep.INTERVIEW, view.interview_on),
        (MatchStep.OFFERED, view.offered_on),
        (view.step, view.answered_on if view.step.is_final else None),
    )
    return tuple((step, day) for step, day in reversed(days) if day is not None)


def answer(view: MatchView) -> Pairs:
    """Until when an offer stands, and who said no and why."""
    return known(
        (_("Svar senast"), formats.date_with_week(view.offer_until) if view.offer_until else ""),
        (_("Vem tackade nej"), word(DECLINER, view.declined_by)),
        (_("Varför"), view.decline_reason),
    )


def candidate_side(view: CandidateView) -> Pairs:
    """What a candidate wishes and needs, for the comparison of one candidate and one opening opened together."""
    return known(
        (_("Kan börja"), formats.iso_date(view.available_from) if view.available_from else ""),
        (_("Omfattning"), formats.percent_plain(view.extent_percent) if view.extent_percent is not None else ""),
        (_("Önskar"), view.wished_occupations),
        (_("Områden"), view.wished_areas or ""),
        *((_("Anpassningsbehov"), need) for need in view.adjustments),
    )


def opening_side(view: OpeningView) -> Pairs:
    """What an opening asks for and can offer, for the same comparison."""
    return known(
        (_("Period"), period(view)),
        (_("Omfattning"), formats.percent_plain(view.extent_percent)),
        (_("Arbetsplats"), ", ".join(part for part in (view.workplace, view.workplace_address) if part)),
        *profile(view),
    )
