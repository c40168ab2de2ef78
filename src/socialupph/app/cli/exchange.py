"""import, export and print."""

import argparse
import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from socialupph.app import paths
from socialupph.app.cli import code_lists, sheets
from socialupph.app.cli.output import write_json, write_line
from socialupph.app.cli.reading import add_common, ids_of, opened, query_of
from socialupph.app.listings import LISTINGS
from socialupph.documents.attendance_list import attendance_list
from socialupph.documents.contract_summary import contract_summary
from socialupph.documents.fonts import Fonts, load_fonts
from socialupph.documents.paper import Paper
from socialupph.documents.register_list import RegisterListPaper, register_list
from socialupph.documents.sign_up_list import sign_up_list
from socialupph.domain.changes import Entity
from socialupph.domain.errors import FileProblem, NotFound, RuleViolation
from socialupph.domain.kinds import AuditKind
from socialupph.domain.views.imports import ImportPreview, PreviewRow
from socialupph.exchange.contract_lists import read_contract_list, require_columns
from socialupph.exchange.files import write_whole
from socialupph.exchange.notices import read_notice
from socialupph.exchange.table_files import write_csv, write_xlsx
from socialupph.i18n import _, ngettext, translate
from socialupph.services.registry import Services
from socialupph.specs import contract_papers, follow_ups, notices, training_papers
from socialupph.specs.import_messages import described, left_out_message, preview_line
from socialupph.specs.tables import TableSpec

Printer = Callable[[Services, str, Fonts], Paper]
FINDINGS = 1


def add_commands(commands: Any) -> None:
    """Add the sub-commands of this module."""
    importing = commands.add_parser("import", help="take in a list").add_subparsers(required=True, metavar="what")
    contracts = importing.add_parser("contracts", help="a contract list in xlsx, csv or tsv")
    contracts.add_argument("file", type=Path)
    contracts.add_argument("--apply", action="store_true", help="write it; without this only a preview")
    contracts.add_argument("--skip-errors", action="store_true", help="take the good rows and leave the others")
    contracts.add_argument("--sheet", help="the sheet to read")
    add_common(contracts, _import_contracts)
    notice = importing.add_parser("notice", help="a published award notice in eForms XML")
    notice.add_argument("file", type=Path)
    notice.add_argument("--apply", action="store_true", help="write it; without this only a preview")
    notice.add_argument("--skip-errors", action="store_true", help="take the good contracts and leave the others")
    add_common(notice, _import_notice)

    code_lists.add_command(importing)
    sheets.add_import(importing)
    sheets.add_commands(commands)

    export = commands.add_parser("export", help="write a list to xlsx, csv or pdf")
    export.add_argument("what", choices=sorted(LISTINGS))
    export.add_argument("--out", type=Path, required=True, metavar="F.xlsx|F.csv|F.pdf")
    export.add_argument("--from", dest="since", type=dt.date.fromisoformat, metavar="DATE")
    export.add_argument("--to", dest="until", type=dt.date.fromisoformat, metavar="DATE")
    export.add_argument("--search", default="")
    export.add_argument("--sort", default="")
    export.add_argument("--descending", action="store_true")
    export.add_argument("--filter", action="append", default=[], metavar="NAME=VALUE[,VALUE]")
    add_common(export, _export)

    printing = commands.add_parser("print", help="make a paper as PDF")
    printing.add_argument("what", choices=sorted(PRINTERS))
    printing.add_argument("code")
    printing.add_argument("--out", type=Path, required=True, metavar="F.pdf")
    add_common(printing, _print)


def _import_contracts(options: argparse.Namespace) -> int:
    with opened(options) as services:
        draft = read_contract_list(options.file, sheet=options.sheet, remembered=services.imports.mapping_for)
        require_columns(draft)
        preview = services.imports.preview(draft.rows, draft.left_out)
        refused = bool(options.apply and preview.errors and not options.skip_errors)
        if options.apply and not refused:
            _changes, preview = services.imports.apply(
                draft.rows, skip_errors=options.skip_errors, left_out=draft.left_out, source_name=options.file.name
            )
    _show_preview(options, described(preview))
    if refused:
        raise RuleViolation("import.has_errors", None, {"errors": preview.errors})
    return FINDINGS if preview.errors else 0


def _import_notice(options: argparse.Namespace) -> int:
    notice = read_notice(options.file)
    with opened(options) as services:
        preview = services.notices.preview(notice)
        refused = bool(options.apply and preview.errors and not options.skip_errors)
        if options.apply and not refused:
            _changes, preview = services.notices.apply(
                notice, skip_errors=options.skip_errors, source_name=options.file.name
            )
    _show_preview(options, notices.described(preview), notices.preview_line)
    if refused:
        raise RuleViolation("import.has_errors", None, {"errors": preview.errors})
    return FINDINGS if preview.errors else 0


def _show_preview(
    options: argparse.Namespace, preview: ImportPreview, line: Callable[[PreviewRow], str] = preview_line
) -> None:
    if options.json:
        counts = {name: getattr(preview, name) for name in ("new", "changed", "unchanged", "errors", "applied")}
        write_json({"rows": preview.rows, "left_out": preview.left_out, **counts})
        return
    for row in preview.rows:
        write_line(line(row))
    for one in preview.left_out:
        write_line(left_out_message(one))
    write_line(
        _("{new} nya, {changed} ändras, {unchanged} oförändrade, {errors} fel.").format(
            new=preview.new, changed=preview.changed, unchanged=preview.unchanged, errors=preview.errors
        )
    )
    if not preview.applied:
        write_line(_("Inget är skrivet. Lägg till --apply för att importera."))


def _export(options: argparse.Namespace) -> int:
    listing = LISTINGS[options.what]
    dates = {"from": options.since, "to": options.until}
    options.filter.extend(f"{name}={day.isoformat()}" for name, day in dates.items() if day)
    with opened(options) as services:
        wanted = ids_of(listing.service(services), query_of(options, listing.table.sort))
        if options.what == "follow-ups":
            table: TableSpec[Any] = follow_ups.EXPORT_TABLE
            rows: Sequence[Any] = services.follow_ups.export_rows(wanted)
        else:
            table, rows = listing.table, listing.service(services).rows(wanted)
        _write(services, options.out, table, rows)
        services.audit.note(AuditKind.EXPORTED, options.what, str(len(rows)))
    said = ngettext("{title}: {count} rad i {name}.", "{title}: {count} rader i {name}.", len(rows))
    said = said.format(title=translate(table.title), count=len(rows), name=options.out.name)
    _told(options, {"rows": len(rows), "file": str(options.out)}, said)
    return 0


def _write(services: Services, out: Path, table: TableSpec[Any], rows: Sequence[Any]) -> None:
    """The list as a file of the kind its name says; FileProblem for another kind."""
    shown = tuple(column for column in table.columns if column.shown)
    keys = [column.key for column in shown]
    match out.suffix.lower():
        case ".xlsx":
            write_xlsx(table, rows, keys, out)
        case ".csv":
            write_csv(table, rows, keys, out)
        case ".pdf":
            paper = register_list(RegisterListPaper(table, shown, rows), services.settings.paper("SU-00"), _fonts())
            write_whole(out, paper.bytes)
        case _:
            raise FileProblem("export.unknown_kind", {"name": out.name})


def _print(options: argparse.Namespace) -> int:
    with opened(options) as services:
        paper = PRINTERS[options.what](services, options.code, _fonts())
        write_whole(options.out, paper.bytes)
        services.audit.note(AuditKind.PRINTED, options.code, options.what)
    said = ngettext("{title}: {count} sida i {name}.", "{title}: {count} sidor i {name}.", paper.pages)
    said = said.format(title=paper.title, count=paper.pages, name=options.out.name)
    _told(options, {"file": str(options.out), "pages": paper.pages}, said)
    return 0


def _told(options: argparse.Namespace, facts: dict[str, object], text: str) -> None:
    if options.json:
        write_json(facts)
    else:
        write_line(text)


def _fonts() -> Fonts:
    return load_fonts(paths.resource("fonts"))


def _located(services: Services, code: str, entity: Entity) -> int:
    """The record of this kind with the code; NotFound when the code is something else's."""
    ref = services.search.locate(code)
    if ref.entity is not entity:
        raise NotFound("record.no_code", {"code": code})
    return ref.id


def _sign_up_list(services: Services, code: str, fonts: Fonts) -> Paper:
    view = services.training.view(_located(services, code, Entity.SESSION))
    return sign_up_list(training_papers.sign_up_list_paper(view), services.settings.paper("SU-01"), fonts)


def _attendance(services: Services, code: str, fonts: Fonts) -> Paper:
    view = services.training.view(_located(services, code, Entity.SESSION))
    return attendance_list(training_papers.attendance_paper(view), services.settings.paper("SU-02"), fonts)


def _contract(services: Services, code: str, fonts: Fonts) -> Paper:
    view = services.contracts.view(_located(services, code, Entity.CONTRACT))
    return contract_summary(contract_papers.summary_paper(view), services.settings.paper("SU-08"), fonts)


PRINTERS: dict[str, Printer] = {"sign-up-list": _sign_up_list, "attendance": _attendance, "contract": _contract}
