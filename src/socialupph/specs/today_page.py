"""*Idag* as a page and as paper: the day's name, going to a date, noting a meeting, and the rows as a list to print."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from socialupph.domain.deadlines import Bucket
from socialupph.domain.views.today import DueRow, UnfinishedContract
from socialupph.i18n import N_, _, formats, translate
from socialupph.specs import today as words
from socialupph.specs.deadlines import BUCKETS
from socialupph.specs.forms import Field, FieldKind, FormSpec, Section
from socialupph.specs.marks import Tone
from socialupph.specs.tables import Column, EmptyText, TableSpec

UNFINISHED = N_("Uppgifter saknas")
TONES = {Bucket.OVERDUE: Tone.BAD, Bucket.TODAY: Tone.ACCENT}
"""The colours of the headings that have one."""

EMPTY_DAY = EmptyText(
    N_("Inget väntar i dag"),
    N_("Inget är försenat och inget ska göras de närmaste 14 dagarna. En bra dag att ringa någon som det går bra för."),
)
EMPTY_REGISTER = EmptyText(
    N_("Här samlas allt som har ett datum"),
    N_(
        "Uppföljningar, möten, rapporter och sista anmälningsdagar visas här när de närmar sig, "
        "och står kvar tills de är gjorda."
    ),
    N_("Först behövs ett kontrakt. Läs in listan som kommunen har i dag, eller skriv in det första för hand."),
)

GO_TO_DATE_FORM = FormSpec(
    name="go_to_date",
    title=N_("Gå till datum"),
    sections=(
        Section(
            "",
            (
                Field(
                    "day",
                    N_("Dag"),
                    FieldKind.DATE,
                    required=True,
                    half=True,
                    help=N_("Till exempel 3/10, idag eller +2v"),
                ),
            ),
        ),
    ),
    save=N_("Gå dit"),
)

MEETING_FORM = FormSpec(
    name="first_meeting",
    title=N_("Notera första mötet"),
    sections=(Section("", (Field("held_on", N_("Mötet hölls"), FieldKind.DATE, required=True, half=True),)),),
)


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A row of the printed day."""

    group: str
    day: str
    late: str
    what: str
    who: str
    action: str


TABLE = TableSpec[PrintedRow](
    name="today",
    title=N_("Idag"),
    sort="day",
    columns=(
        Column("group", N_("När"), lambda row: row.group, width=12),
        Column("day", N_("Dag"), lambda row: row.day, width=11),
        Column("late", N_("Tid kvar"), lambda row: row.late, width=14),
        Column("what", N_("Vad"), lambda row: row.what, width=30, strong=True),
        Column("who", N_("Om"), lambda row: row.who, width=40, stretch=True),
        Column("action", N_("Att göra"), lambda row: row.action, width=18),
    ),
)


def heading(today: dt.date) -> str:
    """*Tisdag 22 september*."""
    text = f"{formats.weekday_name(today)} {formats.day_and_month(today)}"
    return text[:1].upper() + text[1:]


def group_title(row: DueRow) -> str:
    """The heading a row stands under."""
    return translate(UNFINISHED if isinstance(row, UnfinishedContract) else BUCKETS[row.bucket])


def printed(rows: Sequence[DueRow], today: dt.date) -> list[PrintedRow]:
    """The rows as they are printed, in the order of the page."""
    return [_printed(row, today) for row in rows]


def _printed(row: DueRow, today: dt.date) -> PrintedRow:
    dated = not isinstance(row, UnfinishedContract)
    return PrintedRow(
        group=group_title(row),
        day=words.day_text(row) if dated else "",
        late=words.time_mark(row, today).word if dated else "",
        what=words.title(row),
        who=words.second_line(row),
        action=words.action_text(row),
    )


def nothing_on(day: dt.date) -> str:
    """What the status line says of a day on which nothing is due."""
    return _("Inget väntar {day}.").format(day=formats.short_date_with_weekday(day))
