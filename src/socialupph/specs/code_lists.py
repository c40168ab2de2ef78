"""The long lists of codes in words: what is in use, what a list from a file would do, and the lines of its preview."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from socialupph.domain.kinds import CodeList
from socialupph.domain.views.code_lists import CodeListInUse, CodeListPreview, CodeListRow, CodePreviewRow, CodeState
from socialupph.i18n import N_, _, formats, ngettext, translate
from socialupph.specs.import_messages import left_out_message, row_message
from socialupph.specs.import_preview import STATE_MARKS, LineState
from socialupph.specs.tables import Choice, Column, Filter, Kind, TableSpec

LIST_NAMES: Mapping[CodeList, str] = {CodeList.CPV: N_("CPV-koder"), CodeList.OCCUPATION: N_("Yrken")}
_FIELDS: Mapping[str, str] = {
    "label": N_("Namn"),
    "label_en": N_("Engelskt namn"),
    "groups": N_("Samlingar"),
}
STATE_OF_CODE: Mapping[CodeState, LineState] = {
    CodeState.NEW: LineState.NEW,
    CodeState.CHANGED: LineState.CHANGED,
    CodeState.UNCHANGED: LineState.UNCHANGED,
    CodeState.CLOSED: LineState.CLOSED,
    CodeState.ERROR: LineState.ERROR,
}
_ROW = re.compile(r"^\w+ \d+[:,]? ")

# ---------------------------------------------------------------- the page


def page_title(which: CodeList | None) -> str:
    """What the page is called that takes in that list, or either."""
    if which is None:
        return _("CPV-koder och yrken")
    return _("Läs in hela CPV-listan") if which is CodeList.CPV else _("Läs in yrken")


def drop_title(which: CodeList | None) -> str:
    """What is said where the file is dropped."""
    if which is None:
        return _("Dra hit CPV-listan eller yrkeslistan, eller välj den")
    return (
        _("Dra hit CPV-listan, eller välj den") if which is CodeList.CPV else _("Dra hit yrkeslistan, eller välj den")
    )


def drop_text(which: CodeList | None) -> str:
    """What the file is to hold, and that nothing is done at once."""
    cpv = _(
        "CPV-listan ska ha kod och namn, på svenska och gärna engelska: xlsx, ods, csv, tsv eller Genericode (.gc)."
    )
    occupations = _(
        "Yrkeslistan ska ha Arbetsförmedlingens id och yrkets namn, gärna också samlingar: xlsx, ods, csv, tsv eller JSON."
    )
    calm = _("Inget skrivs i registret innan du har sett varje kod, och det som redan står i registret ändras inte.")
    texts = {CodeList.CPV: (cpv,), CodeList.OCCUPATION: (occupations,), None: (cpv, occupations)}[which]
    return " ".join((*texts, calm))


# ---------------------------------------------------------------- what is in use


def in_use_line(in_use: CodeListInUse, *, alone: bool) -> str:
    """``in_use_text``, after the name of the list where there are several."""
    text = in_use_text(in_use)
    if alone:
        return text
    return _("{list}: {text}").format(list=translate(LIST_NAMES[in_use.which]), text=text[:1].lower() + text[1:])


def in_use_text(in_use: CodeListInUse) -> str:
    """*Nu används hela listan: 9 454 koder ur cpv.csv, inläst 22 sep 2026.*"""
    if in_use.which is CodeList.OCCUPATION and not in_use.read:
        return _("Ingen yrkeslista är inläst. Yrken skrivs med egna ord tills du läser in Arbetsförmedlingens lista.")
    shipped, read = _codes(in_use.which, in_use.shipped), _codes(in_use.which, in_use.read)
    if not in_use.read:
        told = _("Nu används urvalet som följer med programmet: {codes}.").format(codes=shipped)
    else:
        source = _from_text(in_use)
        if in_use.whole:
            told = _("Nu används hela listan: {codes} {source}.").format(codes=read, source=source)
        else:
            told = _("Nu används urvalet som följer med programmet, {codes}, och {more} {source}.").format(
                codes=shipped, more=read, source=source
            )
    if in_use.closed:
        text = _("{codes} till är stängda: de går att läsa men föreslås inte.")
        told = _("{told} {more}").format(told=told, more=text.format(codes=_codes(in_use.which, in_use.closed)))
    return told


def _codes(which: CodeList, count: int) -> str:
    """*9 454 koder*, *1 yrke*."""
    cpv = which is CodeList.CPV
    text = ngettext("{n} kod", "{n} koder", count) if cpv else ngettext("{n} yrke", "{n} yrken", count)
    return text.format(n=formats.integer(count))


def _from_text(in_use: CodeListInUse) -> str:
    if in_use.read_at is None:
        return _("ur en fil")
    day = in_use.read_at.date()
    when = _("{day} {year}").format(day=formats.short_date(day), year=day.year)
    return _("ur {file}, inläst {day}").format(file=in_use.source or _("en fil"), day=when)


def hint_text(in_use: CodeListInUse, *, known: bool) -> str:
    """What stands under a field: for a CPV code that the list lacks, and where an occupation comes from."""
    if in_use.which is CodeList.OCCUPATION:
        if not in_use.read:
            return ""
        return _("Ur Arbetsförmedlingens lista") if known else _("Egna ord, finns inte i Arbetsförmedlingens lista")
    if known:
        return ""
    return _("Finns inte i listan, sparas som den är") if in_use.whole else _("Finns inte i urvalet, sparas som den är")


# ---------------------------------------------------------------- rows


def described(preview: CodeListPreview) -> CodeListPreview:
    """The same preview with what the user reads in every row."""
    return replace(preview, rows=tuple(replace(row, message=row_text(row)) for row in preview.rows))


def row_text(row: CodePreviewRow) -> str:
    """What happens to a code, in words: what is wrong, what it is called from now on, or what is worth knowing."""
    if row.state is CodeState.ERROR:
        return row_message(row.row, row.errors)
    if row.state is CodeState.CLOSED:
        return _("Koden finns inte i filen. Den föreslås inte längre, men går att läsa där den redan står.")
    parts = [_change(name, old, new) for name, (old, new) in row.changes.items()]
    if row.same_as is not None:
        parts.append(_("Samma som rad {row}.").format(row=row.same_as))
    if row.remarks:
        parts.append(row_message(row.row, row.remarks))
    return " ".join(parts)


def _change(name: str, old: str, new: str) -> str:
    if name == "closed":
        return _("Föreslås igen.")
    text = _("{field}: {old} → {new}")
    return text.format(field=translate(_FIELDS[name]), old=old or formats.DASH, new=new or formats.DASH)


def preview_line(row: CodePreviewRow) -> str:
    """A code of the preview as one line for the terminal."""
    message = row_text(row)
    if row.state is CodeState.ERROR:
        return message
    said = " ".join(part for part in (row.code, row.label) if part)
    state = translate(STATE_MARKS[STATE_OF_CODE[row.state]].word).lower()
    line = (
        _("{state} – {what}").format(state=state, what=said)
        if not row.row
        else _("Rad {row}: {state} – {what}").format(row=row.row, state=state, what=said)
    )
    return f"{line} ({message})" if message and row.state is not CodeState.CLOSED else line


@dataclass(frozen=True, slots=True)
class CodeLine:
    """A line of the preview; ``id`` counts them, ``row`` is the row of the file, 0 for a code that the file lacks."""

    id: int
    row: int
    state: LineState
    code: str = ""
    title: str = ""
    english: str = ""
    message: str = ""
    draft: bool = False

    @property
    def place(self) -> str:
        """Where the row stands, in words."""
        return _("Rad {row}").format(row=self.row) if self.row else _("Inte i filen")

    @property
    def brief(self) -> str:
        """The message without the row, which stands beside it already."""
        bare = _ROW.sub("", self.message)
        return bare[:1].upper() + bare[1:]


TABLE = TableSpec[CodeLine](
    name="code-list-import",
    title=N_("Koder i filen"),
    sort="row",
    columns=(
        Column(
            "row",
            N_("Rad"),
            lambda line: line.row or None,
            Kind.INTEGER,
            width=6,
            sortable=False,
        ),
        Column(
            "state",
            N_("Vad som händer"),
            lambda line: translate(STATE_MARKS[line.state].word),
            Kind.STATUS,
            mark=lambda line: STATE_MARKS[line.state],
            width=16,
            sortable=False,
        ),
        Column("code", N_("Kod"), lambda line: line.code, Kind.CODE, width=15, strong=True, sortable=False),
        Column("title", N_("Namn"), lambda line: line.title, width=30, stretch=True, sortable=False),
        Column("english", N_("Engelskt namn"), lambda line: line.english, width=24, sortable=False, priority=2),
        Column("message", N_("Besked"), lambda line: line.brief, width=30, stretch=True, sortable=False, priority=1),
    ),
)


CODES = TableSpec[CodeListRow](
    name="codes",
    title=N_("Koder"),
    sort="code",
    columns=(
        Column("which", N_("Lista"), lambda row: translate(LIST_NAMES[row.which]), width=12),
        Column("code", N_("Kod"), lambda row: row.code, Kind.CODE, width=14, strong=True),
        Column("label", N_("Namn"), lambda row: row.label, width=40, stretch=True),
        Column("label_en", N_("Engelskt namn"), lambda row: row.label_en, width=36, priority=2),
        Column("groups", N_("Samlingar"), lambda row: ", ".join(row.groups), width=24, shown=False, sortable=False),
    ),
    filters=(Filter("which", N_("Lista"), tuple(Choice(one.value, name) for one, name in LIST_NAMES.items())),),
)


def lines_of(preview: CodeListPreview) -> tuple[CodeLine, ...]:
    """All rows of the file in its order, also those left out, then the codes that the file lacks."""
    rows = [
        CodeLine(0, row.row, STATE_OF_CODE[row.state], row.code, row.label, row.label_en, row.message or row_text(row))
        for row in preview.rows
    ]
    rows += [CodeLine(0, one.row, LineState.LEFT_OUT, message=left_out_message(one)) for one in preview.left_out]
    rows.sort(key=_file_order)
    return tuple(replace(line, id=number) for number, line in enumerate(rows, start=1))


def _file_order(line: CodeLine) -> tuple[bool, int]:
    return line.row == 0, line.row


# ---------------------------------------------------------------- the list as a whole


def total_text(preview: CodeListPreview) -> str:
    """*9 455 rader: 3 nya koder, 2 ändras, 9 450 oförändrade. 4 koder stängs.*"""
    rows = sum(1 for row in preview.rows if row.row)
    if not rows:
        return _("Listan har inga koder att läsa in.")
    told = ngettext("{n} rad: {parts}.", "{n} rader: {parts}.", rows).format(
        n=formats.integer(rows), parts=", ".join(_parts(preview))
    )
    if preview.closed:
        more = _("{codes} stängs.").format(codes=_codes(preview.which, preview.closed))
        told = _("{told} {more}").format(told=told, more=more)
    count = len(preview.left_out)
    if count:
        text = ngettext("{n} rad lämnas utanför.", "{n} rader lämnas utanför.", count)
        told = _("{told} {more}").format(told=told, more=text.format(n=formats.integer(count)))
    return told


def _parts(preview: CodeListPreview) -> Sequence[str]:
    count, cpv = preview.new, preview.which is CodeList.CPV
    words = (
        (
            count,
            ngettext("{n} ny kod", "{n} nya koder", count)
            if cpv
            else ngettext("{n} nytt yrke", "{n} nya yrken", count),
        ),
        (preview.changed, ngettext("{n} ändras", "{n} ändras", preview.changed)),
        (preview.unchanged, ngettext("{n} oförändrad", "{n} oförändrade", preview.unchanged)),
        (preview.errors, ngettext("{n} med fel", "{n} med fel", preview.errors)),
    )
    return [text.format(n=formats.integer(count)) for count, text in words if count]


def import_text(*, whole: bool) -> str:
    """What the button says."""
    return _("Läs in hela listan") if whole else _("Läs in listan")


def close_text(which: CodeList, missing: int) -> str:
    """The tick that says the file is the whole list."""
    return _("Filen är hela listan: stäng {codes} som saknas i den").format(codes=_codes(which, missing))


def done_text(preview: CodeListPreview) -> str:
    """What the toast says afterwards."""
    name = translate(LIST_NAMES[preview.which])
    parts = [text for text in _parts(replace(preview, rows=_written(preview))) if text]
    told = _("{list} är inlästa: {parts}.").format(list=name, parts=", ".join(parts) or _("inget nytt"))
    if preview.closed:
        more = _("{codes} stängdes.").format(codes=_codes(preview.which, preview.closed))
        told = _("{told} {more}").format(told=told, more=more)
    if preview.errors:
        left = ngettext("{n} rad med fel lämnades.", "{n} rader med fel lämnades.", preview.errors)
        told = _("{told} {more}").format(told=told, more=left.format(n=formats.integer(preview.errors)))
    return told


def _written(preview: CodeListPreview) -> tuple[CodePreviewRow, ...]:
    return tuple(row for row in preview.rows if row.state in {CodeState.NEW, CodeState.CHANGED})
