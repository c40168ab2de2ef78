"""Templates to fill in: a workbook for each kind of sheet, with the headings that the reader knows and the words to choose among."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from socialupph.domain.commands.register_sheets import SheetKind
from socialupph.domain.errors import FileProblem
from socialupph.exchange.files import file_problems
from socialupph.exchange.register_sheets import HELP_SHEET
from socialupph.exchange.table_files import Book, CellWriter, new_workbook, text_writer
from socialupph.i18n import N_, translate
from socialupph.specs.imports import Content
from socialupph.specs.sheet_templates import OWN_WORDS, TEMPLATES, WORDS, Template, TemplateColumn

OwnWords = Mapping[str, Sequence[str]]
_LAST_ROW = 5000
_DAYS = frozenset({Content.DATE, Content.DAYS})
_NUMBERS = frozenset({Content.PERCENT, Content.COUNT, Content.SCORE, Content.YEAR, Content.AMOUNT})
_WIDTHS = {Content.NOTES: 40, Content.COMPANY: 28, Content.PERSON_NAME: 24, Content.TITLE: 32, Content.EMAIL: 28}
_TABLE_AT = 5
_WORDS_AT = 6
_HEADINGS = (
    N_("Kolumn"),
    N_("Vad du skriver"),
    N_("Måste fyllas i"),
    N_("Exempel (påhittat)"),
    N_("Exempel (påhittat)"),
)
_HOW = (
    N_("Fyll i bladet {sheet}, en rad för varje, och spara. Läs sedan in filen i programmet."),
    N_(
        "Lämna tomt det du inte vet. Låt rubrikerna stå kvar; ordningen och kolumner du inte behöver spelar ingen roll."
    ),
    N_("Exemplen på det här bladet är påhittade och läses aldrig in."),
)


def write_template(kind: SheetKind, path: Path, own_words: OwnWords | None = None) -> None:
    """Write the template of ``kind`` to ``path``.

    ``own_words`` are the register's own words for the fields of ``OWN_WORDS``, to choose among. Raises FileProblem.
    """
    template, words = TEMPLATES[kind], _words(own_words or {})
    with new_workbook(path) as book:
        places = {name: place for place, name in enumerate(_used(template, words))}
        _write_empty(book, template, words, places)
        _write_help(book, template, words, places)


def write_templates(folder: Path, own_words: OwnWords | None = None) -> tuple[Path, ...]:
    """Write the templates of all kinds to ``folder``, in the order they are taken in; a file already there is never replaced."""
    if not folder.is_dir():
        raise FileProblem("file.missing", {"name": folder.name})
    written: list[Path] = []
    for number, kind in enumerate(SheetKind, start=1):
        path = _free(folder, f"{number} {TEMPLATES[kind].sheet}")
        write_template(kind, path, own_words)
        written.append(path)
    return tuple(written)


def template_name(kind: SheetKind) -> str:
    """What the template's file is called when nothing else is said."""
    return f"{TEMPLATES[kind].sheet}.xlsx"


def _free(folder: Path, stem: str) -> Path:
    with file_problems():
        path, number = folder / f"{stem}.xlsx", 1
        while path.exists():
            number += 1
            path = folder / f"{stem} ({number}).xlsx"
    return path


def _words(own: OwnWords) -> dict[str, tuple[str, ...]]:
    return {**WORDS, **{name: tuple(own.get(name, ())) for name in OWN_WORDS}}


def _used(template: Template, words: Mapping[str, Sequence[str]]) -> list[str]:
    """The vocabularies of a template that have words, each once."""
    return list(dict.fromkeys(column.words for column in template.columns if words.get(column.words)))


def _write_empty(book: Book, template: Template, words: Mapping[str, Sequence[str]], places: Mapping[str, int]) -> None:
    """The sheet that is filled in: headings, and columns that take days as days and everything else as it is typed."""
    sheet = book.add_worksheet(template.sheet)
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    must = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "bg_color": "#E8E4DA"})
    looks = _looks(book)
    for index, column in enumerate(template.columns):
        width = max(_WIDTHS.get(column.field.content, 14), min(len(column.heading), 26)) + 2
        sheet.set_column(index, index, width, looks(column))
    for index, column in enumerate(template.columns):
        sheet.write_string(0, index, column.heading, must if column.must else bold)
    sheet.freeze_panes(1, 0)
    for index, column in enumerate(template.columns):
        if column.words in places:
            _offer(sheet, index, places[column.words], len(words[column.words]))


def _looks(book: Book) -> Callable[[TemplateColumn], Format]:
    text, day, plain = (book.add_format({"num_format": shown}) for shown in ("@", "yyyy-mm-dd", "General"))

    def look(column: TemplateColumn) -> Format:
        content = column.field.content
        return day if content in _DAYS else plain if content in _NUMBERS else text

    return look


def _offer(sheet: Worksheet, index: int, place: int, count: int) -> None:
    """The words of the help sheet to choose among; others may be written all the same."""
    column = _letters(_WORDS_AT + place)
    source = f"='{HELP_SHEET}'!${column}${_TABLE_AT + 2}:${column}${_TABLE_AT + 1 + count}"
    sheet.data_validation(
        1,
        index,
        _LAST_ROW,
        index,
        {"validate": "list", "source": source, "error_type": "information", "show_error": False},
    )


def _letters(column: int) -> str:
    return chr(ord("A") + column)


def _write_help(book: Book, template: Template, words: Mapping[str, Sequence[str]], places: Mapping[str, int]) -> None:
    """What to write where, examples, and the words to choose among."""
    sheet = book.add_worksheet(HELP_SHEET)
    write = text_writer(book, sheet)
    bold = book.add_format({"bold": True, "bottom": 1})
    for index, width in enumerate((30, 60, 14, 26, 26, 3, *(26 for _place in places))):
        sheet.set_column(index, index, width)
    write(0, 0, translate(template.about))
    for row, text in enumerate(_HOW, start=1):
        write(row, 0, translate(text).format(sheet=template.sheet))
    for index, heading in enumerate(_HEADINGS):
        sheet.write_string(_TABLE_AT, index, translate(heading), bold)
    headings = {column.words: column.heading for column in reversed(template.columns)}
    for name, place in places.items():
        sheet.write_string(_TABLE_AT, _WORDS_AT + place, headings[name], bold)
    longest = max([len(template.columns), *(len(words[name]) for name in places)])
    for row in range(longest):
        if row < len(template.columns):
            _explain(write, _TABLE_AT + 1 + row, template.columns[row])
        for name, place in places.items():
            if row < len(words[name]):
                write(_TABLE_AT + 1 + row, _WORDS_AT + place, words[name][row])


def _explain(write: CellWriter, row: int, column: TemplateColumn) -> None:
    texts = (column.heading, translate(column.help) if column.help else "", translate(N_("Ja")) if column.must else "")
    for index, text in enumerate((*texts, *column.examples)):
        write(row, index, text)
