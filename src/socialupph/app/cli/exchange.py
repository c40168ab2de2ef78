"""import, export and print."""

import argparse
import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

from socialupph.app import paths
from socialupph.app.cli.output import write_json, write_line
from socialupph.app.cli.reading import add_common, ids_of, opened, query_of
from socialupph.app.listings import LISTINGS
from socialupph.documents.attendance_list import attendance_list
from socialupph.documents.contract_summary import contract_summary
from socialupph.documents.fonts import Fonts, load_fonts
from socialupph.documents.paper import Paper
from socialupph.documents.register_list import RegisterListPaper, register_list
from socialupph.documents.sign_up_list import sign_up_list
from socialupph.domain.errors import FileProblem
from socialupph.domain.kinds import AuditKind
from socialupph.exchange.contract_lists import read_contract_list
from socialupph.exchange.files import write_whole
from socialupph.exchange.table_files import write_csv, write_xlsx
from socialupph.i18n import _, translate
from socialupph.services.registry import Services
from socialupph.specs import follow_ups
from socialupph.specs.import_messages import preview_line

Printer = Callable[[Services, str, Fonts], Paper]
FINDINGS, REFUSED = 1, 2


def add_commands(commands: Any) -> None:
    """Add the sub-commands of this module."""
    importing = commands.add_parser("import", help="take in a list").add_subparsers(required=True, metavar="what")
    contracts = importing.add_parser("contracts", help="a contract list in xlsx, csv or tsv")
    contracts.add_argument("file", type=Path)
    contracts.add_argument("--apply", action="store_true", help="write it; without this only a preview")
    contracts.add_argument("--skip-errors", action="store_true", help="take the good rows and leave the others")
    contracts.add_argument("--sheet", help="the sheet to read")
    add_common(contracts, _import_contracts)

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
    draft = read_contract_list(options.file, sheet=options.sheet)
    with opened(options) as services:
        remembered = services.imports.mapping_for(draft.fingerprint)
        if remembered:
            draft = read_contract_list(options.file, mapping=remembered, sheet=options.sheet)
        preview = services.imports.preview(draft.rows, left_out=draft.left_out)
        blocked = options.apply and preview.errors and not options.skip_errors
        if options.apply and not blocked:
            _changes, preview = services.imports.apply(
                draft.rows, skip_errors=options.skip_errors, left_out=draft.left_out
            )
    if options.json:
        write_json(
            {
                "rows": preview.rows,
                "left_out": preview.left_out,
                "new": preview.new,
                "changed": preview.changed,
                "unchanged": preview.unchanged,
                "errors": preview.errors,
                "applied": preview.applied,
            }
        )
    else:
        for row in preview.rows:
            write_line(preview_line(row))
    if blocked:
        raise FileProblem("import.has_errors", {"errors": preview.errors, "name": options.file.name})
    return FINDINGS if preview.errors else 0


def _export(options: argparse.Namespace) -> int:
    listing = LISTINGS[options.what]
    table = follow_ups.EXPORT_TABLE if options.what == "follow-ups" else listing.table
    dates = {"from": options.since, "to": options.until}
    options.filter.extend(f"{name}={day.isoformat()}" for name, day in dates.items() if day)
    with opened(options) as services:
        service = services.follow_up_exports if options.what == "follow-ups" else listing.service(services)
        rows = service.rows(ids_of(service, query_of(options, table.sort, descending=table.descending)))
        shown = tuple(column for column in table.columns if column.shown)
        suffix = options.out.suffix.lower()
        if suffix == ".xlsx":
            write_xlsx(table, rows, [column.key for column in shown], options.out)
        elif suffix == ".csv":
            write_csv(table, rows, [column.key for column in shown], options.out)
        elif suffix == ".pdf":
            setting = services.settings.paper("SU-00")
            paper = RegisterListPaper(table, shown, rows)
            write_whole(options.out, register_list(paper, setting, _fonts()).bytes)
        else:
            raise FileProblem("export.unknown_kind", {"name": options.out.name})
        services.audit.note(AuditKind.EXPORTED, options.what, f"{len(rows)}")
    _said(
        options,
        {"rows": len(rows), "file": str(options.out)},
        _("{title}: {count} rader i {name}."),
        translate(table.title),
        len(rows),
    )
    return 0


def _print(options: argparse.Namespace) -> int:
    with opened(options) as services:
        paper = PRINTERS[options.what](services, options.code, _fonts())
        write_whole(options.out, paper.bytes)
        services.audit.note(AuditKind.PRINTED, options.code, options.what)
    _said(
        options,
        {"file": str(options.out), "pages": paper.pages},
        _("{title}: {count} sidor i {name}."),
        paper.title,
        paper.pages,
    )
    return 0


def _said(options: argparse.Namespace, facts: dict[str, object], text: str, title: str, count: int) -> None:
    if options.json:
        write_json(facts)
    else:
        write_line(text.format(title=title, count=count, name=options.out.name))


def _fonts() -> Fonts:
    return load_fonts(paths.resource("fonts"))


def _sign_up_list(services: Services, code: str, fonts: Fonts) -> Paper:
    paper = services.training.sign_up_list_paper(services.search.locate(code).id)
    return sign_up_list(paper, services.settings.paper("SU-01"), fonts)


def _attendance(services: Services, code: str, fonts: Fonts) -> Paper:
    paper = services.training.attendance_paper(services.search.locate(code).id)
    return attendance_list(paper, services.settings.paper("SU-02"), fonts)


def _contract(services: Services, code: str, fonts: Fonts) -> Paper:
    paper = services.contracts.summary_paper(services.search.locate(code).id)
    return contract_summary(paper, services.settings.paper("SU-08"), fonts)


PRINTERS: dict[str, Printer] = {"sign-up-list": _sign_up_list, "attendance": _attendance, "contract": _contract}
