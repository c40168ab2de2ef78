"""Sheets of one's own that are about to be taken in, as the user reads them: the rows, the questions, and all of it in words."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from socialupph.domain.changes import Entity
from socialupph.domain.commands.register_sheets import NEW, SKIP, SheetKind
from socialupph.domain.views.imports import PreviewRow
from socialupph.domain.views.register_sheets import BatchPreview, Doubt, ImportQuestion, SheetPreview
from socialupph.domain.views.register_sheets import Choice as RecordChoice
from socialupph.i18n import N_, _, formats, ngettext, translate
from socialupph.specs.import_messages import left_out_message
from socialupph.specs.import_preview import STATE_MARKS, STATE_OF_ROW, LineState
from socialupph.specs.marks import Mark, Shape, Tone
from socialupph.specs.tables import Choice, Column, Kind, TableSpec

SHEET_WORDS: Mapping[SheetKind, str] = {
    SheetKind.SUPPLIERS: N_("Leverantörer med kontakter"),
    SheetKind.CONTRACTS: N_("Kontrakt"),
    SheetKind.CANDIDATES: N_("Kandidater"),
    SheetKind.PLACEMENTS: N_("Placeringar"),
    SheetKind.FOLLOW_UPS: N_("Uppföljningar"),
    SheetKind.COURSES: N_("Kurser med deltagare"),
}
_MOST_ROWS = 6


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A row of one of the sheets; ``id`` counts over all of them, ``row`` is the number in the sheet."""

    id: int
    sheet: str
    row: int
    state: LineState
    code: str = ""
    title: str = ""
    message: str = ""
    draft: bool = False

    @property
    def place(self) -> str:
        """Where the row stands, in words."""
        return _("{sheet}, rad {row}").format(sheet=self.sheet, row=self.row)


TABLE = TableSpec[SheetLine](
    name="sheet-import",
    title=N_("Rader i listorna"),
    sort="row",
    columns=(
        Column("sheet", N_("Lista"), lambda line: line.sheet, width=22, sortable=False, priority=2),
        Column("row", N_("Rad"), lambda line: line.row, Kind.INTEGER, width=5, sortable=False),
        Column(
            "state",
            N_("Vad som händer"),
            lambda line: translate(STATE_MARKS[line.state].word),
            Kind.STATUS,
            mark=lambda line: STATE_MARKS[line.state],
            detail=lambda line: _("utkast") if line.draft else "",
            width=18,
            sortable=False,
        ),
        Column("code", N_("Kod"), lambda line: line.code, Kind.CODE, width=12, strong=True, sortable=False),
        Column("title", N_("Vad raden gäller"), lambda line: line.title, width=26, sortable=False, priority=1),
        Column("message", N_("Besked"), lambda line: line.message, width=40, stretch=True, sortable=False),
    ),
)


_WAITING = frozenset({"import.ask", "import.waits_for_row"})


def line_state(row: PreviewRow) -> LineState:
    """What becomes of a row: one that only lacks an answer, or hangs on a row that does, is no mistake."""
    if row.errors and all(error.code in _WAITING for error in row.errors):
        return LineState.WAITS
    return STATE_OF_ROW[row.state]


def states(rows: Iterable[PreviewRow]) -> Counter[LineState]:
    """How many rows there are of each kind."""
    return Counter(map(line_state, rows))


def lines_of(preview: BatchPreview) -> tuple[SheetLine, ...]:
    """Every row of every sheet, in the order they are taken in, also those left out."""
    found: list[SheetLine] = []
    for sheet in preview.sheets:
        of_sheet = [
            SheetLine(0, sheet.name, row.row, line_state(row), row.code, row.title, row.message, row.draft)
            for row in sheet.rows
        ]
        of_sheet += [
            SheetLine(0, sheet.name, one.row, LineState.LEFT_OUT, message=left_out_message(one))
            for one in sheet.left_out
        ]
        found += sorted(of_sheet, key=_row_number)
    return tuple(
        SheetLine(number, line.sheet, line.row, line.state, line.code, line.title, line.message, line.draft)
        for number, line in enumerate(found, start=1)
    )


def _row_number(line: SheetLine) -> int:
    return line.row


# ---------------------------------------------------------------- sums


def sheet_text(sheet: SheetPreview) -> str:
    """*25 rader: 24 nya, 1 med fel*"""
    told = ngettext("{n} rad", "{n} rader", len(sheet.rows)).format(n=formats.integer(len(sheet.rows)))
    parts = _parts(states(sheet.rows))
    return _("{told}: {parts}").format(told=told, parts=parts) if parts else told


def total_text(preview: BatchPreview, not_read: int = 0) -> str:
    """All sheets together, and how many sheets and files are not read."""
    rows = [row for sheet in preview.sheets for row in sheet.rows]
    if rows:
        told = ngettext("{n} rad: {parts}.", "{n} rader: {parts}.", len(rows)).format(
            n=formats.integer(len(rows)), parts=_parts(states(rows))
        )
    else:
        told = _("Listorna har inga rader att läsa in.")
    if not_read:
        text = ngettext("{n} blad läses inte.", "{n} blad läses inte.", not_read)
        told = _("{told} {more}").format(told=told, more=text.format(n=formats.integer(not_read)))
    return told


def _parts(found: Counter[LineState]) -> str:
    return ", ".join(_part(state, found[state]) for state in LineState if found[state])


def _part(state: LineState, count: int) -> str:
    texts = {
        LineState.NEW: ngettext("{n} ny", "{n} nya", count),
        LineState.CHANGED: ngettext("{n} ändras", "{n} ändras", count),
        LineState.UNCHANGED: ngettext("{n} oförändrad", "{n} oförändrade", count),
        LineState.WAITS: ngettext("{n} väntar på svar", "{n} väntar på svar", count),
        LineState.ERROR: ngettext("{n} med fel", "{n} med fel", count),
        LineState.LEFT_OUT: ngettext("{n} lämnas utanför", "{n} lämnas utanför", count),
    }
    return texts[state].format(n=formats.integer(count))


def skip_text(good: int, other: int) -> str:
    """The tick that lets the good rows in and leaves those with mistakes or without an answer."""
    first = ngettext("Ta in den goda raden", "Ta in de {n} goda raderna", good).format(n=formats.integer(good))
    then = ngettext("lämna {n} rad", "lämna {n} rader", other).format(n=formats.integer(other))
    return _("{first} och {then}").format(first=first, then=then)


def import_text(written: int) -> str:
    """What the button says."""
    if not written:
        return _("Importera")
    return ngettext("Importera {n} rad", "Importera {n} rader", written).format(n=formats.integer(written))


def done_text(written: int, wrong: int) -> str:
    """What the toast says afterwards."""
    told = ngettext("{n} rad är inläst.", "{n} rader är inlästa.", written).format(n=formats.integer(written))
    if not wrong:
        return told
    left = ngettext("{n} rad lämnades.", "{n} rader lämnades.", wrong).format(n=formats.integer(wrong))
    return _("{told} {more}").format(told=told, more=left)


def templates_text(count: int, folder: str) -> str:
    """What is said when the templates are written."""
    told = ngettext("{n} mall ligger i mappen {folder}.", "{n} mallar ligger i mappen {folder}.", count)
    more = _("Fyll i dem och läs in hela mappen.")
    return _("{told} {more}").format(told=told.format(n=formats.integer(count), folder=folder), more=more)


# ---------------------------------------------------------------- questions

_QUESTIONS: Mapping[tuple[Entity, Doubt], str] = {
    (Entity.SUPPLIER, Doubt.NOTHING): N_("Leverantören {word} finns inte i registret. Vem är det?"),
    (Entity.SUPPLIER, Doubt.SEVERAL): N_("Flera leverantörer kan vara {word}. Vilken är det?"),
    (Entity.SUPPLIER, Doubt.MAYBE): N_("Är {word} en leverantör som redan finns?"),
    (Entity.CONTACT, Doubt.NOTHING): N_("Kontakten {word} finns inte i registret. Vem är det?"),
    (Entity.CONTACT, Doubt.SEVERAL): N_("Flera kontakter kan vara {word}. Vem är det?"),
    (Entity.CONTACT, Doubt.MAYBE): N_("Är {word} en kontakt som redan finns?"),
    (Entity.CONTRACT, Doubt.NOTHING): N_("Kontraktet {word} finns inte i registret. Vilket är det?"),
    (Entity.CONTRACT, Doubt.SEVERAL): N_("Flera kontrakt kan vara {word}. Vilket är det?"),
    (Entity.CONTRACT, Doubt.MAYBE): N_("Är {word} det här kontraktet?"),
    (Entity.REQUIREMENT, Doubt.NOTHING): N_("Vilket krav räknas {word} mot?"),
    (Entity.REQUIREMENT, Doubt.SEVERAL): N_("Vilket krav räknas {word} mot?"),
    (Entity.REQUIREMENT, Doubt.MAYBE): N_("Räknas {word} mot det här kravet?"),
    (Entity.CANDIDATE, Doubt.NOTHING): N_("Kandidaten {word} finns inte i registret. Vem är det?"),
    (Entity.CANDIDATE, Doubt.SEVERAL): N_("Flera kandidater kan vara {word}. Vem är det?"),
    (Entity.CANDIDATE, Doubt.MAYBE): N_("Är {word} en kandidat som redan finns?"),
    (Entity.PLACEMENT, Doubt.NOTHING): N_("Placeringen {word} finns inte i registret. Vilken är det?"),
    (Entity.PLACEMENT, Doubt.SEVERAL): N_("Flera placeringar kan vara {word}. Vilken är det?"),
    (Entity.PLACEMENT, Doubt.MAYBE): N_("Är {word} den här placeringen?"),
    (Entity.COURSE, Doubt.MAYBE): N_("Är {word} en kurs som redan finns?"),
    (Entity.SIGN_UP, Doubt.MAYBE): N_("Är {word} någon som redan står på kursen?"),
    (Entity.REFERENCE, Doubt.NOTHING): N_("Vad betyder {word}?"),
    (Entity.REFERENCE, Doubt.SEVERAL): N_("Vad betyder {word}?"),
    (Entity.REFERENCE, Doubt.MAYBE): N_("Betyder {word} det här?"),
}
_OF_ANOTHER: Mapping[str, str] = {
    "of_host": N_("Vilket kontrakt hör placeringarna hos {word} till?"),
    "of_contract": N_("Hos vilken leverantör är placeringarna under {word}?"),
}
"""By the middle part of the key: what is asked about something else than the word itself."""

_NEW: Mapping[Entity, str] = {
    Entity.SUPPLIER: N_("Lägg upp en ny leverantör"),
    Entity.CONTACT: N_("Lägg upp en ny kontakt"),
    Entity.CANDIDATE: N_("Lägg upp en ny kandidat"),
    Entity.PLACEMENT: N_("Lägg upp en ny placering"),
    Entity.COURSE: N_("Lägg upp en ny kurs"),
    Entity.SIGN_UP: N_("Nej, någon annan"),
}


def question_text(question: ImportQuestion) -> str:
    """What is asked, in one sentence."""
    text = _QUESTIONS.get((question.asked, question.doubt), N_("Vad är {word}?"))
    text = next((own for part, own in _OF_ANOTHER.items() if f":{part}:" in question.key), text)
    return translate(text).format(word=question.word)


def question_rows(question: ImportQuestion) -> str:
    """Which rows wait for the answer: *Placeringar, rad 4, 9 och 12*."""
    by_sheet: dict[str, list[int]] = {}
    for sheet, row in question.rows:
        by_sheet.setdefault(sheet, []).append(row)
    return "; ".join(_rows_of(sheet, rows) for sheet, rows in by_sheet.items())


def _rows_of(sheet: str, rows: Sequence[int]) -> str:
    shown = ", ".join(str(row) for row in rows[:_MOST_ROWS])
    rest = len(rows) - _MOST_ROWS
    if rest > 0:
        more = ngettext("och {n} till", "och {n} till", rest).format(n=formats.integer(rest))
        shown = _("{rows} {more}").format(rows=shown, more=more)
    return _("{sheet}, rad {rows}").format(sheet=sheet, rows=shown)


def _record_text(one: RecordChoice) -> str:
    """*KA-0042 · född 1990*; a record that the same files make is told by where it stands."""
    named = " ".join(part for part in (one.code, one.label) if part)
    place = _("{sheet}, rad {row}").format(sheet=one.place[0], row=one.place[1]) if one.place is not None else ""
    return " · ".join(part for part in (named, one.detail, place) if part)


def answer_choices(question: ImportQuestion) -> tuple[Choice, ...]:
    """What can be answered: nothing yet, each record, a new one, none at all."""
    found = [Choice("", _("Välj …"))]
    found += [Choice(one.token, _record_text(one)) for one in question.choices]
    if question.may_be_new:
        found.append(Choice(NEW, translate(_NEW.get(question.asked, N_("Lägg upp en ny")))))
    found.append(Choice(SKIP, _("Lämna tomt") if question.may_be_empty else _("Lämna raderna utanför")))
    return tuple(found)


_WAITS = Mark(N_("Väntar på svar"), Shape.TRIANGLE, Tone.WARN)
_ANSWERED = Mark(N_("Besvarad"), Shape.CHECK, Tone.GOOD)
_REMEMBERED = Mark(N_("Som förra gången"), Shape.CHECK, Tone.NEUTRAL)


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question as a row of the list of questions."""

    id: int
    question: ImportQuestion

    @property
    def mark(self) -> Mark:
        """Whether it waits, was answered now, or as last time."""
        if not self.question.answer:
            return _WAITS
        return _REMEMBERED if self.question.remembered else _ANSWERED

    @property
    def answer(self) -> str:
        """What was answered, in words."""
        chosen = next((one for one in answer_choices(self.question) if one.value == self.question.answer), None)
        return chosen.label if chosen is not None and chosen.value else ""


QUESTION_TABLE = TableSpec[QuestionLine](
    name="sheet-import-questions",
    title=N_("Frågor om listorna"),
    sort="text",
    columns=(
        Column("text", N_("Fråga"), lambda line: question_text(line.question), width=40, stretch=True, sortable=False),
        Column("rows", N_("Gäller"), lambda line: question_rows(line.question), width=30, sortable=False, priority=1),
        Column(
            "state", N_("Läge"), lambda line: translate(line.mark.word), Kind.STATUS, mark=lambda line: line.mark,
            width=18, sortable=False,
        ),
        Column("answer", N_("Svar"), lambda line: line.answer, width=26, sortable=False),
    ),
)  # fmt: skip


def question_lines(questions: Sequence[ImportQuestion]) -> tuple[QuestionLine, ...]:
    """The questions in order: those that wait first."""
    ordered = sorted(questions, key=_waits_first)
    return tuple(QuestionLine(number, question) for number, question in enumerate(ordered, start=1))


def _waits_first(question: ImportQuestion) -> tuple[bool, bool]:
    return bool(question.answer), question.remembered


def all_new_text(count: int) -> str:
    """The button that answers *new* to every question about something nobody knows."""
    return ngettext("Lägg upp den som ny", "Lägg upp alla {n} som nya", count).format(n=formats.integer(count))


def can_all_be_new(question: ImportQuestion) -> bool:
    """Whether a question waits that is surely about something new, so that many can be answered at once."""
    return not question.answer and question.may_be_new and question.doubt is Doubt.NOTHING


_NOBODY = frozenset({Entity.CONTRACT, Entity.REQUIREMENT, Entity.WORKPLACE, Entity.REFERENCE})
"""What may be answered many at a time: whether two persons or two suppliers are the same is looked at one by one."""


def all_taken_text(count: int) -> str:
    """The button that answers yes to every question with one proposal."""
    return ngettext("Godta förslaget", "Godta alla {n} förslag", count).format(n=formats.integer(count))


def proposal(question: ImportQuestion) -> str:
    """The token of the only record proposed, for a question that waits and is about no person; empty for any other."""
    if question.answer or question.asked not in _NOBODY or len(question.choices) != 1:
        return ""
    return question.choices[0].token


# ---------------------------------------------------------------- what was found


@dataclass(frozen=True, slots=True)
class FoundLine:
    """A sheet that was found in the files: what it is, and what would become of its rows. ``problem`` where it cannot be read."""

    id: int
    name: str
    kind: SheetKind | None
    told: str = ""
    problem: str = ""

    @property
    def mark(self) -> Mark:
        """Whether it is read."""
        if self.problem:
            return Mark(N_("Går inte att läsa"), Shape.CROSS, Tone.BAD)
        if self.kind is None:
            return Mark(N_("Läses inte in"), Shape.DASH, Tone.NEUTRAL)
        return Mark(N_("Läses in"), Shape.CHECK, Tone.GOOD)


FOUND_TABLE = TableSpec[FoundLine](
    name="sheet-import-found",
    title=N_("Listor"),
    sort="name",
    columns=(
        Column("name", N_("Fil och blad"), lambda line: line.name, width=34, sortable=False, strong=True),
        Column("kind", N_("Är"), lambda line: kind_text(line.kind), width=26, sortable=False),
        Column(
            "state", N_("Läge"), lambda line: translate(line.mark.word), Kind.STATUS, mark=lambda line: line.mark,
            width=18, sortable=False,
        ),
        Column("told", N_("Besked"), lambda line: line.problem or line.told, width=40, stretch=True, sortable=False),
    ),
)  # fmt: skip


def kind_text(kind: SheetKind | None) -> str:
    """What a sheet is called by what it lists."""
    return translate(SHEET_WORDS[kind]) if kind is not None else _("Läses inte in")
