"""Forms of courses, sessions and sign-ups. A session's days are typed as a date and hours each, and made into its command here."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from socialupph.domain.commands.training import SessionDayFields, SessionFields
from socialupph.domain.errors import RuleViolation
from socialupph.domain.views.training import SessionView
from socialupph.i18n import N_, formats
from socialupph.specs.forms import FILLED, Field, FieldKind, FormSpec, Section
from socialupph.specs.words import choices
from socialupph.specs.words_training import CHANNEL

MOST_DAYS = 5

COURSE_FORM = FormSpec(
    name="course",
    title=N_("Kurs"),
    sections=(
        Section(
            "",
            (
                Field("title", N_("Namn"), required=True),
                Field("aims", N_("Syfte"), FieldKind.LONG_TEXT, limit=2000),
                Field("subjects", N_("Innehåll"), FieldKind.LONG_TEXT, limit=2000),
                Field("length", N_("Längd"), half=True, help=N_("Till exempel en dag eller två halvdagar")),
                Field("material", N_("Material"), FieldKind.LONG_TEXT, limit=2000),
                Field(
                    "gives_supervisor_training",
                    N_("Räknas som handledarutbildning"),
                    FieldKind.FLAG,
                    help=N_("Den som deltog står sedan som Kurs klar"),
                ),
            ),
        ),
    ),
)


def _day(number: int) -> tuple[Field, Field]:
    """A day and its hours. The next day is asked for once this one is filled in."""
    label = (N_("Dag 1"), N_("Dag 2"), N_("Dag 3"), N_("Dag 4"), N_("Dag 5"))[number - 1]
    first = number == 1
    day, hours, before = f"day_{number}", f"hours_{number}", f"day_{number - 1}"
    asked = None if first else (before, FILLED)
    return (
        Field(
            day,
            label,
            FieldKind.DATE,
            required=first,
            half=True,
            help="" if first else N_("Lämnas tomt när kursen inte har fler dagar"),
            shown_when=asked,
        ),
        Field(
            hours,
            N_("Klockan"),
            required=first,
            half=True,
            limit=20,
            help=N_("Till exempel 8.30–16.00"),
            shown_when=asked,
        ),
    )


SESSION_FORM = FormSpec(
    name="session",
    title=N_("Tillfälle"),
    sections=(
        Section(
            "",
            (
                Field("course_id", N_("Kurs"), FieldKind.LOOKUP, required=True, lookup="course", creates=True),
                Field("title", N_("Egen rubrik"), help=N_("Lämnas tom när kursens namn räcker")),
                *_day(1),
                *_day(2),
                *_day(3),
                *_day(4),
                *_day(5),
                Field("venue", N_("Plats")),
                Field("link", N_("Länk"), help=N_("För kurs på distans")),
            ),
        ),
        Section(
            N_("Platser och anmälan"),
            (
                Field("capacity", N_("Antal platser"), FieldKind.INTEGER, required=True, half=True),
                Field("least_number", N_("Minst för att hållas"), FieldKind.INTEGER, half=True),
                Field("last_sign_up_on", N_("Sista anmälningsdag"), FieldKind.DATE, required=True, half=True),
                Field("winners_first", N_("Leverantörer med kontrakt går före"), FieldKind.FLAG),
                Field(
                    "goes_first_until",
                    N_("Går före till och med"),
                    FieldKind.DATE,
                    half=True,
                    help=N_("Lämnas tomt för sista anmälningsdagen"),
                    shown_when=("winners_first", frozenset({"true"})),
                ),
            ),
        ),
        Section(
            N_("Personer"),
            (
                Field("trainers", N_("Kursledare")),
                Field("contact_officers", N_("Kontakt för anmälan")),
                Field(
                    "information_version",
                    N_("Version av informationstexten"),
                    half=True,
                    help=N_("Den text om personuppgifter som de anmälda får"),
                ),
            ),
        ),
    ),
)

SIGN_UP_FORM = FormSpec(
    name="sign_up",
    title=N_("Anmälan"),
    sections=(
        Section(
            "",
            (
                Field("name", N_("Namn"), required=True),
                Field("contact_id", N_("Kontaktperson i registret"), FieldKind.LOOKUP, lookup="contact", half=True),
                Field("supplier_id", N_("Leverantör"), FieldKind.LOOKUP, lookup="supplier", half=True),
                Field(
                    "contract_id",
                    N_("Rätt genom kontrakt"),
                    FieldKind.LOOKUP,
                    lookup="contract",
                    half=True,
                    help=N_("Lämnas tomt så tas leverantörens pågående kontrakt"),
                ),
                Field("organisation", N_("Organisation"), half=True),
                Field("own_staff", N_("Egen personal"), FieldKind.FLAG),
                Field("email", N_("E-post"), FieldKind.EMAIL, half=True),
                Field("phone", N_("Telefon"), FieldKind.PHONE, half=True),
            ),
        ),
        Section(
            N_("Anmälan"),
            (
                Field(
                    "received_at",
                    N_("Kom in"),
                    FieldKind.MOMENT,
                    half=True,
                    help=N_("Bestämmer turordningen. Tomt betyder nu."),
                ),
                Field(
                    "channel", N_("Anmäld genom"), FieldKind.CHOICE, required=True, choices=choices(CHANNEL), half=True
                ),
                Field("information_version", N_("Informationstext som gavs"), half=True),
                Field(
                    "needs",
                    N_("Kost och tillgänglighet"),
                    FieldKind.LONG_TEXT,
                    limit=1000,
                    help=N_("Visas bara här och raderas efter kursen. Skriv aldrig en diagnos."),
                ),
            ),
        ),
        Section(
            N_("Skydd"),
            (
                Field("protected", N_("Skyddade personuppgifter"), FieldKind.FLAG),
                Field(
                    "alias",
                    N_("Namn som visas i stället"),
                    help=N_("Ett vanligt namn eller en kod, så att det inte syns att personen är skyddad"),
                    shown_when=("protected", frozenset({"true"})),
                ),
            ),
        ),
    ),
)

ANY_SESSION_SIGN_UP_FORM = FormSpec(
    name="sign_up",
    title=N_("Ny anmälan"),
    sections=(
        Section(
            "",
            (Field("session_id", N_("Kurstillfälle"), FieldKind.LOOKUP, required=True, lookup="session", half=True),),
        ),
        *SIGN_UP_FORM.sections,
    ),
)
"""As the form of a sign-up, from where no session is open."""

OFFER_FORM = FormSpec(
    name="seat_offer",
    title=N_("Erbjud plats"),
    sections=(
        Section(
            "",
            (
                Field(
                    "offered_until",
                    N_("Svar senast"),
                    FieldKind.DATE,
                    required=True,
                    half=True,
                    help=N_("Kommer inget svar den dagen kan platsen gå vidare till nästa"),
                ),
            ),
        ),
    ),
    save=N_("Erbjud plats"),
)

ATTENDANCE_PRINT_FORM = FormSpec(
    name="attendance_print",
    title=N_("Skriv ut närvarolistan"),
    sections=(
        Section(
            "",
            (
                Field(
                    "blank_lines",
                    N_("Tomma rader"),
                    FieldKind.INTEGER,
                    required=True,
                    half=True,
                    help=N_("För dem som kommer ändå, 0 till 12"),
                ),
                Field("sheet_per_day", N_("Ett blad för varje dag"), FieldKind.FLAG),
                Field(
                    "contact_columns",
                    N_("Ta med e-post och telefon"),
                    FieldKind.FLAG,
                    help=N_("Listan ligger framme i salen. Behövs de inte är det bättre utan."),
                ),
            ),
        ),
    ),
    save=N_("Visa listan"),
)

_HOURS = re.compile(r"\s*(\d{1,2})(?:[.:](\d{2}))?\s*(?:-|–|—|till)\s*(\d{1,2})(?:[.:](\d{2}))?\s*")


def parse_hours(text: str, field: str) -> tuple[dt.time, dt.time]:
    """*8.30–16.00*, *8-12* or *09:00 till 16:00* as two times; RuleViolation ``time.shape`` for anything else."""
    found = _HOURS.fullmatch(text)
    if found is None:
        raise RuleViolation("time.shape", field)
    first, first_minute, last, last_minute = (int(part or 0) for part in found.groups())
    if max(first, last) > 23 or max(first_minute, last_minute) > 59:
        raise RuleViolation("time.shape", field)
    return dt.time(first, first_minute), dt.time(last, last_minute)


def session_command(values: Mapping[str, Any]) -> SessionFields:
    """The command of what the session's form holds. RuleViolation at the field of a day without hours, or the other way round."""
    days: list[SessionDayFields] = []
    for number in range(1, MOST_DAYS + 1):
        day, hours = values.get(f"day_{number}"), values.get(f"hours_{number}")
        if day is None and not hours:
            continue
        if day is None:
            raise RuleViolation("field.missing", f"day_{number}")
        if not hours:
            raise RuleViolation("field.missing", f"hours_{number}")
        starts_at, ends_at = parse_hours(hours, f"hours_{number}")
        if ends_at <= starts_at:
            raise RuleViolation("session.ends_before_start", f"hours_{number}")
        days.append(SessionDayFields(day, starts_at, ends_at))
    if not days:
        raise RuleViolation("session.day_missing", "day_1")
    for key in ("course_id", "capacity"):
        if values.get(key) is None:
            raise RuleViolation("field.missing", key)
    kept = {key: value for key, value in values.items() if not key.startswith(("day_", "hours_"))}
    return SessionFields(days=tuple(days), **kept)


def session_values(view: SessionView) -> dict[str, Any]:
    """What the session's form shows of a session."""
    values: dict[str, Any] = {
        "course_id": view.course_id,
        "title": view.title,
        "venue": view.venue,
        "link": view.link,
        "capacity": view.capacity,
        "least_number": view.least_number,
        "last_sign_up_on": view.last_sign_up_on,
        "winners_first": view.goes_first_until is not None,
        "goes_first_until": None if view.goes_first_until == view.last_sign_up_on else view.goes_first_until,
        "trainers": view.trainers,
        "contact_officers": view.contact_officers,
        "information_version": view.information_version,
    }
    for number, day in enumerate(view.days[:MOST_DAYS], start=1):
        values[f"day_{number}"] = day.held_on
        values[f"hours_{number}"] = formats.time_span(day.starts_at, day.ends_at)
    return values


def form_field(field: str | None) -> str | None:
    """The form's field for the field a rule names: trouble with the days stands under the first of them."""
    return "day_1" if field == "days" else field
