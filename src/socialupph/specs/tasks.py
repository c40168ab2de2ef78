"""Tasks: what lists show and forms ask."""

from socialupph.domain.views.tasks import TaskRow
from socialupph.i18n import N_, translate
from socialupph.specs.forms import Field, FieldKind, FormSpec, Section
from socialupph.specs.marks import Mark, Shape, Tone
from socialupph.specs.tables import Choice, Column, EmptyText, Filter, Kind, TableSpec

OPEN, DONE = Mark(N_("Att göra"), Shape.RING, Tone.NEUTRAL), Mark(N_("Klar"), Shape.CHECK, Tone.GOOD)


def _mark(row: TaskRow) -> Mark:
    return OPEN if row.done_on is None else DONE


TABLE = TableSpec[TaskRow](
    name="tasks",
    title=N_("Uppgifter"),
    sort="due_on",
    columns=(
        Column("due_on", N_("Ska vara klar"), lambda row: row.due_on, Kind.DATE, width=12),
        Column("title", N_("Uppgift"), lambda row: row.title, width=40, strong=True, stretch=True),
        Column("about_code", N_("Gäller"), lambda row: row.about_code, Kind.CODE, width=12),
        Column("state", N_("Status"), lambda row: translate(_mark(row).word), Kind.STATUS, width=11, mark=_mark),
        Column("done_on", N_("Klar"), lambda row: row.done_on, Kind.DATE, width=12, priority=2),
    ),
    filters=(Filter("state", N_("Status"), (Choice("open", OPEN.word), Choice("done", DONE.word))),),
    empty=EmptyText(
        N_("Här samlas dina egna uppgifter"),
        N_("En uppgift är något med ett datum som inte hör hemma någon annanstans. Den syns också på Idag."),
    ),
)

FORM = FormSpec(
    name="task",
    title=N_("Uppgift"),
    sections=(
        Section(
            "",
            (
                Field("title", N_("Vad ska göras"), required=True),
                Field("due_on", N_("Ska vara klar"), FieldKind.DATE, required=True, half=True),
                Field("note", N_("Anteckning"), FieldKind.LONG_TEXT, limit=4000),
            ),
        ),
    ),
)
