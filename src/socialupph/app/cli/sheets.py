"""import sheets, and templates to fill in."""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from socialupph.app.cli.output import write_json, write_line
from socialupph.app.cli.reading import add_common, opened
from socialupph.domain.commands.register_sheets import NEW, SKIP, SheetBatch, SheetKind, SheetRows
from socialupph.domain.errors import FileProblem, RuleViolation
from socialupph.domain.kinds import ReferenceList
from socialupph.domain.values import name_key
from socialupph.domain.views.imports import RowState
from socialupph.domain.views.register_sheets import BatchPreview, Choice, ImportQuestion
from socialupph.exchange.contract_lists import require_columns
from socialupph.exchange.register_sheets import OpenedSheet, open_sheets, read_sheet
from socialupph.exchange.sheet_templates import template_name, write_template, write_templates
from socialupph.i18n import _, ngettext, translate
from socialupph.services.registry import Services
from socialupph.specs.import_messages import STATE_WORDS, left_out_message, row_message
from socialupph.specs.messages import message
from socialupph.specs.register_sheet_changes import described
from socialupph.specs.register_sheet_preview import answer_choices, question_rows, question_text
from socialupph.specs.register_sheets import LIST_KINDS

FINDINGS = 1
_ALL = "all"
_ROUNDS = 5
"""An answer can bring up a further question; so many times at most."""

_OWN: Mapping[str, ReferenceList] = {
    "form": ReferenceList.PLACEMENT_FORM,
    "end_reason": ReferenceList.END_REASON,
    "outcome": ReferenceList.OUTCOME,
}


def add_import(importing: Any) -> None:
    """Add ``sheets`` to what can be imported."""
    parser = importing.add_parser("sheets", help="suppliers, contracts, candidates, placements, follow-ups and courses")
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE|FOLDER")
    parser.add_argument("--kind", type=SheetKind, choices=list(SheetKind), metavar="KIND", help="what the file lists")
    parser.add_argument("--apply", action="store_true", help="write it; without this only a preview")
    parser.add_argument("--skip-errors", action="store_true", help="take the good rows and leave the others")
    parser.add_argument(
        "--answer", action="append", default=[], metavar="WORD=CODE|new|skip", help="what a word stands for"
    )
    add_common(parser, _import)


def add_commands(commands: Any) -> None:
    """Add ``template``."""
    parser = commands.add_parser("template", help="a workbook to fill in")
    parser.add_argument("kind", choices=[*SheetKind, _ALL], metavar="KIND|all")
    parser.add_argument("--out", type=Path, required=True, metavar="F.xlsx|FOLDER")
    add_common(parser, _template)


# ---------------------------------------------------------------- import


def _import(options: argparse.Namespace) -> int:
    with opened(options) as services:
        found = [sheet for path in options.files for sheet in open_sheets(path, services.imports.mapping_for)]
        sheets = tuple(_rows(services, found, options.kind))
        if not sheets:
            raise FileProblem("import.nothing_to_read")
        batch, preview = _answered(services, sheets, options.answer)
        errors = preview.count(RowState.ERROR)
        refused = bool(options.apply and errors and not options.skip_errors)
        if options.apply and not refused:
            name = ", ".join(path.name for path in options.files)
            _changes, preview = services.sheets.apply(batch, skip_errors=options.skip_errors, source_name=name)
    _show(options, described(preview), [sheet for sheet in found if sheet.problem is not None])
    if refused:
        raise RuleViolation("import.has_errors", None, {"errors": errors})
    return FINDINGS if errors else 0


def _rows(services: Services, found: Sequence[OpenedSheet], kind: SheetKind | None) -> Iterator[SheetRows]:
    """The sheets that are taken in; with ``kind`` every sheet is that, else what it was recognised as."""
    for sheet in found:
        wanted = kind if sheet.problem is None else None
        if wanted is None and sheet.kind is None:
            continue
        draft = read_sheet(sheet, wanted, remembered=services.imports.mapping_for)
        require_columns(draft, LIST_KINDS[draft.kind])
        yield draft.taken()


def _answered(
    services: Services, sheets: tuple[SheetRows, ...], told: Sequence[str]
) -> tuple[SheetBatch, BatchPreview]:
    """The batch with the answers of the command line, and what it would do. RuleViolation for one that fits no question."""
    wanted = [_split(text) for text in told]
    answers: dict[str, str] = {}
    used: set[int] = set()
    batch = SheetBatch(sheets)
    preview = services.sheets.preview(batch)
    for _round in range(_ROUNDS):
        more: dict[str, str] = {}
        for number, (word, answer) in enumerate(wanted):
            for question in preview.questions:
                token = _token(question, word, answer)
                if token:
                    used.add(number)
                    more[question.key] = token
        if more.items() <= answers.items():
            break
        answers |= more
        batch = SheetBatch(sheets, answers)
        preview = services.sheets.preview(batch)
    for number, (word, _answer) in enumerate(wanted):
        if number not in used:
            raise RuleViolation("import.answer_unknown", None, {"word": word})
    return batch, preview


def _split(text: str) -> tuple[str, str]:
    word, sign, answer = text.rpartition("=")
    if not sign or not answer:
        raise RuleViolation("import.answer_unknown", None, {"word": text})
    return word, answer


def _token(question: ImportQuestion, word: str, answer: str) -> str:
    """The token that the answer is for this question; empty when it is not about it."""
    if name_key(question.word) != name_key(word):
        return ""
    if answer == SKIP or (answer == NEW and question.may_be_new):
        return answer
    return next((choice.token for choice in question.choices if name_key(answer) in _names(choice)), "")


def _names(choice: Choice) -> list[str]:
    """What an answer may call a choice: its token, its code, its number or its name."""
    return [name_key(one) for one in (choice.token, choice.code, choice.detail, choice.label) if one]


def _written(question: ImportQuestion, choice: Choice) -> str:
    """A choice as it can be written: by code, number or name where that is its own, else by its token."""
    for text in (choice.code, choice.detail, choice.label):
        if text and sum(name_key(text) in _names(other) for other in question.choices) == 1:
            return text
    return choice.token


def _show(options: argparse.Namespace, preview: BatchPreview, unread: Sequence[OpenedSheet]) -> None:
    counts = {state.value: preview.count(state) for state in RowState}
    counts["errors"] = counts.pop("error")
    problems = [{"name": sheet.name, "message": message(sheet.problem)} for sheet in unread if sheet.problem]
    if options.json:
        told = {"sheets": preview.sheets, "questions": preview.questions, "unread": problems}
        write_json({**told, **counts, "unanswered": preview.unanswered, "applied": preview.applied})
        return
    for sheet in preview.sheets:
        write_line(f"{sheet.name}:")
        for row in sheet.rows:
            if row.state is RowState.ERROR:
                write_line(f"  {row_message(row.row, row.errors)}")
                continue
            said = " ".join(part for part in (row.code, row.title) if part)
            state = translate(STATE_WORDS[row.state]).lower()
            line = _("Rad {row}: {state} – {what}").format(row=row.row, state=state, what=said)
            write_line(f"  {line} ({row.message})" if row.message else f"  {line}")
        for one in sheet.left_out:
            write_line(f"  {left_out_message(one)}")
    for problem in problems:
        write_line(f"{problem['name']}: {problem['message']}")
    _show_questions(preview.questions)
    write_line(_("{new} nya, {changed} ändras, {unchanged} oförändrade, {errors} fel.").format(**counts))
    if not preview.applied:
        write_line(_("Inget är skrivet. Lägg till --apply för att importera."))


def _show_questions(questions: Sequence[ImportQuestion]) -> None:
    waiting = [question for question in questions if not question.answer]
    for question in waiting:
        write_line(f"{question_text(question)} ({question_rows(question)})")
        written = {choice.token: _written(question, choice) for choice in question.choices}
        for choice in answer_choices(question):
            if choice.value:
                answer = written.get(choice.value, choice.value)
                write_line(f'  --answer "{question.word}={answer}"  {choice.label}')
    if waiting:
        text = ngettext("{n} fråga att svara på.", "{n} frågor att svara på.", len(waiting))
        write_line(text.format(n=len(waiting)))


# ---------------------------------------------------------------- templates


def _template(options: argparse.Namespace) -> int:
    with opened(options) as services:
        words = {field: [item.label for item in services.reference.items(which)] for field, which in _OWN.items()}
    out: Path = options.out
    if options.kind == _ALL:
        written = write_templates(out, words)
    else:
        kind = SheetKind(options.kind)
        path = out / template_name(kind) if out.is_dir() else out
        write_template(kind, path, words)
        written = (path,)
    if options.json:
        write_json({"files": [str(path) for path in written]})
        return 0
    for path in written:
        write_line(_("Mallen {name} är klar.").format(name=path.name))
    return 0
