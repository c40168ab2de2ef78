"""The form of a requirement: the kind decides what is asked, the unit decides how it is counted."""

from collections.abc import Callable

from socialupph.domain.ledger import RequirementUnit
from socialupph.i18n import N_
from socialupph.specs.forms import Field, FieldKind, FormSpec, Section
from socialupph.specs.tables import Choice
from socialupph.specs.words import choices
from socialupph.specs.words_contracts import MINIMUM_TIME, REPORT_INTERVAL, REQUIREMENT_UNIT

Choices = tuple[Choice, ...] | Callable[[], tuple[Choice, ...]]
Shown = tuple[str, frozenset[str]]

_MONTHS = frozenset({RequirementUnit.FULL_TIME_MONTHS.value})
_CONVERTED = frozenset({RequirementUnit.UNITS.value})
_PLACED = frozenset({
    RequirementUnit.FULL_TIME_MONTHS.value,
    RequirementUnit.PLACES.value,
    RequirementUnit.PERSONS.value,
    RequirementUnit.UNITS.value,
})  # fmt: skip


def form(types: Choices, target_groups: Choices, with_volume: frozenset[str]) -> FormSpec:
    """The form; ``types`` and ``target_groups`` are those of the register, ``with_volume`` the types that count something."""
    counts = ("type_id", with_volume)
    sections = (_what(types, counts), _whom(target_groups), _how(), _time(counts), _follow_up(counts))
    return FormSpec("requirement", N_("Krav"), sections)


def _what(types: Choices, counts: Shown) -> Section:
    return Section(
        "",
        (
            Field(
                "type_id",
                N_("Slag"),
                FieldKind.CHOICE,
                required=True,
                choices=types,
                half=True,
                help=N_("Vad leverantören har lovat"),
            ),
            Field(
                "unit",
                N_("Räknas i"),
                FieldKind.CHOICE,
                choices=choices(REQUIREMENT_UNIT),
                half=True,
                help=N_("Det avtalet räknar: platser, personer eller månader på heltid"),
                shown_when=counts,
            ),
            Field(
                "volume",
                N_("Hur många"),
                FieldKind.DECIMAL,
                half=True,
                help=N_("Till exempel 4 platser eller 16 heltidsmånader"),
                shown_when=counts,
            ),
            *_places(),
            Field(
                "clause_text",
                N_("Klausulens text"),
                FieldKind.LONG_TEXT,
                limit=20_000,
                help=N_("Ordagrant ur avtalet. Den skrivs ut i sammanfattningen."),
            ),
        ),
    )


def _places() -> tuple[Field, ...]:
    return (
        Field(
            "places",
            N_("På hur många platser"),
            FieldKind.INTEGER,
            half=True,
            help=N_("Bara när avtalet anger både månader och platser"),
            shown_when=("unit", _MONTHS | _CONVERTED),
        ),
        Field(
            "minimum_months",
            N_("Minsta tid för varje plats, i månader"),
            FieldKind.INTEGER,
            half=True,
            help=N_("Tomt: ingen minsta tid"),
            shown_when=("unit", _PLACED),
        ),
        Field(
            "minimum_time",
            N_("Minsta tid räknas i"),
            FieldKind.CHOICE,
            choices=choices(MINIMUM_TIME),
            half=True,
            help=N_("Kalendermånader gäller vilken arbetstid personen än har"),
            shown_when=("unit", _PLACED),
        ),
    )


def _whom(target_groups: Choices) -> Section:
    return Section(
        N_("Vilka som räknas"),
        (
            Field("target_groups", N_("Målgrupper i avtalet"), FieldKind.CHOICES, choices=target_groups),
            Field(
                "existing_people_excluded",
                N_("De som redan fanns hos leverantören när avtalet började räknas inte"),
                FieldKind.FLAG,
            ),
        ),
    )


def _how() -> Section:
    return Section(
        N_("Hur det räknas"),
        (
            Field(
                "place_may_be_shared",
                N_("Flera personer får dela på en plats"),
                FieldKind.FLAG,
                help=N_("Deras tid läggs då ihop till platsens minsta tid"),
                shown_when=("unit", _PLACED),
            ),
            Field(
                "drop_under_minimum",
                N_("Placeringar under minsta tid räknas inte alls"),
                FieldKind.FLAG,
                shown_when=("unit", _PLACED),
            ),
            Field(
                "early_end_percent",
                N_("Räcker när någon slutar själv, i procent"),
                FieldKind.PERCENT,
                half=True,
                help=N_("75 % enligt den vanliga klausulen"),
                shown_when=("unit", _MONTHS),
            ),
            Field(
                "unit_employment_months",
                N_("Månader anställning på en enhet"),
                FieldKind.DECIMAL,
                half=True,
                help=N_("Vanligen 12"),
                shown_when=("unit", _CONVERTED),
            ),
            Field(
                "unit_internship_months",
                N_("Månader praktik på en enhet"),
                FieldKind.DECIMAL,
                half=True,
                help=N_("Vanligen 6"),
                shown_when=("unit", _CONVERTED),
            ),
        ),
    )


def _time(counts: Shown) -> Section:
    return Section(
        N_("Tid"),
        (
            Field("first_meeting_by", N_("Första möte senast"), FieldKind.DATE, half=True,
                  help=N_("Tomt: en månad efter tilldelningen")),
            Field("first_meeting_held_on", N_("Första möte hölls"), FieldKind.DATE, half=True,
                  help=N_("Fyll i när mötet har varit")),
            Field("first_start_by", N_("Första start senast"), FieldKind.DATE, half=True, shown_when=counts,
                  help=N_("Tomt: sex månader efter kontraktets start")),
            Field("first_offer_on", N_("Första plats erbjöds"), FieldKind.DATE, half=True, shown_when=counts,
                  help=N_("Fyll i när leverantören har erbjudit en plats")),
            Field("starts_on", N_("Räknas från"), FieldKind.DATE, half=True, shown_when=counts,
                  help=N_("Tomt: kontraktets start")),
            Field("ends_on", N_("Räknas till"), FieldKind.DATE, half=True, shown_when=counts,
                  help=N_("Tomt: kontraktets slut med använda optioner")),
        ),
    )  # fmt: skip


def _follow_up(counts: Shown) -> Section:
    return Section(
        N_("Rapport, vite och bonus"),
        (
            Field("report_interval", N_("Leverantören rapporterar"), FieldKind.CHOICE, choices=choices(REPORT_INTERVAL),
                  half=True),
            Field("sanction_amount", N_("Vite"), FieldKind.MONEY, half=True, help=N_("I kronor")),
            Field("sanction_text", N_("Vad som händer om kravet inte uppfylls"), FieldKind.LONG_TEXT, limit=4000),
            Field("bonus_per_unit", N_("Bonus för varje enhet"), FieldKind.MONEY, half=True, shown_when=counts),
            Field("bonus_ceiling", N_("Högsta bonus"), FieldKind.MONEY, half=True, shown_when=counts),
        ),
    )  # fmt: skip
