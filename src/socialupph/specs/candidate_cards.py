"""The small tables and the facts of an opened candidate, and what a panel beside the list tells."""

import datetime as dt

from socialupph.domain.matching import MatchStep
from socialupph.domain.views.candidates import (
    CandidateMatch,
    CandidatePlacement,
    CandidateRow,
    CandidateView,
    ConsentView,
)
from socialupph.i18n import N_, _, formats, translate
from socialupph.specs.marks import Mark, Shape, Tone
from socialupph.specs.pairs import Pairs, known
from socialupph.specs.tables import Column, Kind, TableSpec
from socialupph.specs.words import word
from socialupph.specs.words_placements import (
    MATCH_STEP,
    MATCH_STEP_MARK,
    PLACEMENT_STATUS,
    PLACEMENT_STATUS_MARK,
    REFERRER,
    SECRECY_BASIS,
)

VALID, ENDED = Mark(N_("Gäller"), Shape.CHECK, Tone.GOOD), Mark(N_("Gäller inte"), Shape.CROSS, Tone.NEUTRAL)

MATCHES = TableSpec[CandidateMatch](
    name="candidate-matches",
    title=N_("Matchningar"),
    sort="since",
    columns=(
        Column("step", N_("Steg"), lambda row: word(MATCH_STEP, row.step), Kind.STATUS, width=13, sortable=False,
               mark=lambda row: MATCH_STEP_MARK[row.step]),
        Column("opening_code", N_("Platskod"), lambda row: row.opening_code, Kind.CODE, width=9, strong=True,
               sortable=False),
        Column("opening_title", N_("Plats"), lambda row: row.opening_title, width=20, stretch=True, sortable=False),
        Column("supplier", N_("Leverantör"), lambda row: row.supplier, width=22, priority=1, sortable=False),
        Column("since", N_("Sedan"), lambda row: row.since, Kind.DATE, width=11, sortable=False),
    ),
)  # fmt: skip

PLACEMENTS = TableSpec[CandidatePlacement](
    name="candidate-placements",
    title=N_("Placeringar"),
    sort="starts_on",
    columns=(
        Column("status", N_("Status"), lambda row: word(PLACEMENT_STATUS, row.status), Kind.STATUS, width=13,
               mark=lambda row: PLACEMENT_STATUS_MARK[row.status], sortable=False),
        Column("code", N_("Kod"), lambda row: row.code, Kind.CODE, width=9, strong=True, sortable=False),
        Column("host", N_("Värdföretag"), lambda row: row.host, width=24, stretch=True, sortable=False),
        Column("starts_on", N_("Börjar"), lambda row: row.starts_on, Kind.DATE, width=11, sortable=False),
        Column("ends_on", N_("Slutar"), lambda row: row.ends_on, Kind.DATE, width=11, sortable=False),
    ),
)  # fmt: skip


def is_open(row: CandidateMatch) -> bool:
    """Whether a match is on its way."""
    return row.step not in (MatchStep.ACCEPTED, MatchStep.DECLINED)


def consent_mark(row: ConsentView, today: dt.date) -> Mark:
    """Whether a consent holds today."""
    over = row.withdrawn_on is not None or (row.until is not None and row.until < today)
    return ENDED if over else VALID


def consents(today: dt.date) -> TableSpec[ConsentView]:
    """The consents, each with whether it holds today."""
    return TableSpec[ConsentView](
        name="candidate-consents",
        title=N_("Samtycken"),
        sort="given_on",
        columns=(
            Column("status", N_("Status"), lambda row: translate(consent_mark(row, today).word), Kind.STATUS, width=12,
                   mark=lambda row: consent_mark(row, today), sortable=False),
            Column("recipient", N_("Till vem"), lambda row: row.recipient, width=20, strong=True, sortable=False),
            Column("what", N_("Vad som får berättas"), lambda row: " ".join(row.what.split()), width=26, stretch=True,
                   sortable=False),
            Column("given_on", N_("Lämnat"), lambda row: row.given_on, Kind.DATE, width=11, priority=1, sortable=False),
            Column("until", N_("Gäller till"), lambda row: row.withdrawn_on or row.until, Kind.DATE, width=11,
                   priority=2, sortable=False),
        ),
    )  # fmt: skip


def wishes(view: CandidateView) -> Pairs:
    """When, how much and what; what is not known is left out."""
    return known(
        (_("Kan börja"), formats.iso_date(view.available_from) if view.available_from else ""),
        (_("Omfattning"), formats.percent_plain(view.extent_percent) if view.extent_percent is not None else ""),
        (_("Yrken"), view.wished_occupations),
        (_("Områden"), view.wished_areas or ""),
    )


def contact(view: CandidateView) -> Pairs:
    """Who it is and how to reach the person. Only in the opened record."""
    return known(
        (_("Namn"), view.name or ""),
        (_("Kallas i listor"), (view.alias or view.code) if view.protected else ""),
        (_("Telefon"), view.phone or ""),
        (_("E-post"), view.email or ""),
        (_("Född"), str(view.birth_year) if view.birth_year else ""),
        (_("Personnummer"), view.personal_number or ""),
        (_("Anvisad av"), ", ".join(part for part in (word(REFERRER, view.referrer), view.referring_officer) if part)),
    )


def target_group(view: CandidateView) -> Pairs:
    """Who certifies that the person belongs to the target groups of requirements, and when."""
    certified = ", ".join(
        part for part in (view.certified_by, formats.iso_date(view.certified_on) if view.certified_on else "") if part
    )
    return known((_("Målgrupp"), view.target_group), (_("Intygas av"), certified))


def information(view: CandidateView) -> Pairs:
    """What the person has been told, and what protects the record."""
    told = ", ".join(
        part
        for part in (
            _("text {version}").format(version=view.information_version) if view.information_version else "",
            formats.iso_date(view.information_on) if view.information_on else "",
            (view.information_channel or "").lower(),
        )
        if part
    )
    marking = ", ".join(
        part
        for part in (
            view.marking_provision,
            formats.iso_date(view.marking_on) if view.marking_on else "",
            view.marking_authority,
        )
        if part
    )
    return known(
        (_("Information lämnad"), told),
        (_("Sekretess"), word(SECRECY_BASIS, view.secrecy_basis)),
        (_("Sekretessmarkering"), marking),
        (_("Skydd"), _("Skyddade personuppgifter") if view.protected else ""),
        (_("Anteckning"), view.note or ""),
    )


def beside(row: CandidateRow) -> Pairs:
    """The facts of the panel: only what the list itself may show."""
    return known(
        (_("Kan börja"), formats.iso_date(row.available_from) if row.available_from else ""),
        (_("Omfattning"), formats.percent_plain(row.extent_percent) if row.extent_percent is not None else ""),
        (_("Önskar"), row.occupations),
        (_("Anvisad av"), word(REFERRER, row.referrer)),
        (_("Handläggare"), row.referring_officer),
        (_("Anpassning"), _("noterat") if row.has_needs else ""),
    )
