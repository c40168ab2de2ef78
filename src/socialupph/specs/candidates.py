"""Candidates: what lists show and forms ask. Needs and target group are asked for, never listed."""

from collections.abc import Callable, Mapping
from typing import cast

from socialupph.domain.commands.candidates import CandidateFields
from socialupph.domain.views.candidates import CandidateRow
from socialupph.i18n import N_, _
from socialupph.specs.forms import Field, FieldKind, FormSpec, Section, command_of
from socialupph.specs.tables import Choice, Column, EmptyText, Filter, Kind, TableSpec
from socialupph.specs.words import choices, word
from socialupph.specs.words_placements import (
    CANDIDATE_STATUS,
    CANDIDATE_STATUS_MARK,
    REFERRER,
    SECRECY_BASIS,
    SEX,
)


def _needs(row: CandidateRow) -> str:
    return _("noterat") if row.has_needs else ""


TABLE = TableSpec[CandidateRow](
    name="candidates",
    title=N_("Kandidater"),
    sort="code",
    descending=True,
    columns=(
        Column(
            "status",
            N_("Status"),
            lambda row: word(CANDIDATE_STATUS, row.status),
            Kind.STATUS,
            width=11,
            mark=lambda row: CANDIDATE_STATUS_MARK[row.status],
        ),
        Column("code", N_("Kod"), lambda row: row.code, Kind.CODE, width=9, strong=True),
        Column("person", N_("Person"), lambda row: row.label, width=18, stretch=True),
        Column("referrer", N_("Anvisad av"), lambda row: word(REFERRER, row.referrer), width=18, priority=2),
        Column("referring_officer", N_("Handläggare"), lambda row: row.referring_officer, priority=4, shown=False),
        Column("available_from", N_("Kan börja"), lambda row: row.available_from, Kind.DATE, width=11, priority=1),
        Column("extent_percent", N_("Omfattning"), lambda row: row.extent_percent, Kind.PERCENT, width=10, priority=2),
        Column(
            "occupations",
            N_("Önskar"),
            lambda row: row.occupations,
            width=22,
            priority=3,
            sortable=False,
        ),
        Column("matches", N_("Matchningar"), lambda row: row.matches, Kind.INTEGER, width=11, priority=2),
        Column("placement_code", N_("Placering"), lambda row: row.placement_code, Kind.CODE, width=9, priority=1),
        Column("has_needs", N_("Anpassning"), _needs, width=10, priority=3, sortable=False),
    ),
    filters=(
        Filter("status", N_("Status"), choices(CANDIDATE_STATUS)),
        Filter("referrer", N_("Anvisad av"), choices(REFERRER)),
    ),
    empty=EmptyText(
        N_("Här samlas kandidaterna"),
        N_("En kandidat är en person som kan få en plats. I listor visas koden, namnet bara när du väljer det."),
        N_("Du kan registrera en kandidat innan det finns en plats."),
    ),
)

NEW: Mapping[str, object] = {"referrer": "af", "sex": "unknown"}
"""What stands in the form of a new one from the start."""
NO_HEALTH = N_("Skriv inte hälsouppgifter")
Choices = tuple[Choice, ...] | Callable[[], tuple[Choice, ...]]


def form(adjustments: Choices, target_groups: Choices) -> FormSpec:
    """The form, with the neutral list of adjustments and the target groups of this register (their ids as values)."""
    return FormSpec(
        "candidate", N_("Kandidat"), (_person(), _work(), _needs_section(adjustments, target_groups), _law())
    )


def command(values: Mapping[str, object]) -> CandidateFields:
    """The command that the form fills: what was chosen from lists of words by id."""
    chosen = cast("tuple[str, ...]", values.get("adjustment_ids") or ())
    group = values.get("target_group_id")
    given = {
        **values,
        "adjustment_ids": tuple(int(number) for number in chosen),
        "target_group_id": int(group) if isinstance(group, str) and group else None,
    }
    return command_of(CandidateFields, given)


def _person() -> Section:
    return Section(
        "",
        (
            Field("name", N_("Namn"), help=N_("Behövs inte; koden räcker")),
            Field("phone", N_("Telefon"), FieldKind.PHONE, half=True),
            Field("email", N_("E-post"), FieldKind.EMAIL, half=True),
            Field("birth_year", N_("Födelseår"), FieldKind.INTEGER, half=True),
            Field("personal_number", N_("Personnummer"), half=True, limit=13, help=N_("Behövs aldrig")),
            Field("sex", N_("Kön, bara för statistik"), FieldKind.CHOICE, choices=choices(SEX), half=True),
            Field("referrer", N_("Anvisad av"), FieldKind.CHOICE, required=True, choices=choices(REFERRER), half=True),
            Field("referring_officer", N_("Handläggare"), half=True),
        ),
    )


def _work() -> Section:
    return Section(
        N_("Önskemål"),
        (
            Field("available_from", N_("Kan börja"), FieldKind.DATE, half=True),
            Field("extent_percent", N_("Omfattning"), FieldKind.PERCENT, half=True),
            Field("wished_occupations", N_("Yrken"), FieldKind.CODES, lookup="occupation", free=True),
            Field("wished_areas", N_("Områden eller orter"), help=NO_HEALTH),
        ),
    )


def _needs_section(adjustments: Choices, target_groups: Choices) -> Section:
    return Section(
        N_("Anpassning och målgrupp"),
        (
            Field(
                "adjustment_ids",
                N_("Anpassningsbehov på arbetsplatsen"),
                FieldKind.CHOICES,
                choices=adjustments,
                help=N_("Aldrig en diagnos. Syns bara här."),
            ),
            Field(
                "target_group_id",
                N_("Målgrupp"),
                FieldKind.CHOICE,
                choices=target_groups,
                help=N_("Bara när kravet nämner flera. Syns bara här."),
            ),
            Field("certified_by", N_("Intygas av"), half=True),
            Field("certified_on", N_("Intygat"), FieldKind.DATE, half=True),
        ),
    )


def _law() -> Section:
    protected = ("protected", frozenset({"true"}))
    return Section(
        N_("Information och skydd"),
        (
            Field("information_version", N_("Informationstext"), half=True),
            Field("information_on", N_("Lämnad"), FieldKind.DATE, half=True),
            Field("information_channel", N_("Hur"), half=True),
            Field("protected", N_("Skyddade personuppgifter"), FieldKind.FLAG),
            Field(
                "alias",
                N_("Namn som visas i stället"),
                help=N_("Ett vanligt namn eller en kod, så att det inte syns att personen är skyddad"),
                shown_when=protected,
            ),
            Field("secrecy_basis", N_("Sekretess enligt"), FieldKind.CHOICE, choices=choices(SECRECY_BASIS)),
            Field("marking_provision", N_("Sekretessmarkering, bestämmelse"), shown_when=protected),
            Field("marking_on", N_("Markerad"), FieldKind.DATE, half=True, shown_when=protected),
            Field("marking_authority", N_("Myndighet"), half=True, shown_when=protected),
            Field("note", N_("Anteckning"), FieldKind.LONG_TEXT, limit=2000, help=NO_HEALTH),
        ),
    )


CONSENT_FORM = FormSpec(
    name="consent",
    title=N_("Samtycke"),
    sections=(
        Section(
            "",
            (
                Field("recipient", N_("Till vem"), required=True),
                Field("what", N_("Vad som får berättas"), FieldKind.LONG_TEXT, required=True, help=NO_HEALTH),
                Field("given_on", N_("Lämnat"), FieldKind.DATE, required=True, half=True),
                Field("until", N_("Gäller till"), FieldKind.DATE, half=True),
                Field("withdrawn_on", N_("Återtaget"), FieldKind.DATE, half=True),
            ),
        ),
    ),
)
