"""import code-list."""

import argparse
from pathlib import Path
from typing import Any

from socialupph.app.cli.output import write_json, write_line
from socialupph.app.cli.reading import add_common, opened
from socialupph.domain.errors import RuleViolation
from socialupph.domain.kinds import CodeList
from socialupph.domain.views.code_lists import CodeListPreview
from socialupph.exchange.code_lists import read_code_list
from socialupph.i18n import _
from socialupph.specs.code_lists import described, preview_line, total_text
from socialupph.specs.import_messages import left_out_message

FINDINGS = 1
_LISTS = {"cpv": CodeList.CPV, "occupations": CodeList.OCCUPATION}
_COUNTS = ("new", "changed", "unchanged", "closed", "errors", "missing", "whole", "applied")


def add_command(importing: Any) -> None:
    """Add ``code-list`` to what can be imported."""
    parser = importing.add_parser("code-list", help="the whole list of CPV codes or occupations")
    parser.add_argument("which", choices=sorted(_LISTS))
    parser.add_argument("file", type=Path)
    parser.add_argument("--apply", action="store_true", help="write it; without this only a preview")
    parser.add_argument("--skip-errors", action="store_true", help="take the good rows and leave the others")
    extent = parser.add_mutually_exclusive_group()
    extent.add_argument("--whole", action="store_true", help="close the codes that the file lacks")
    extent.add_argument("--part", action="store_true", help="the file is a part of the list: close nothing")
    add_common(parser, _import)


def _import(options: argparse.Namespace) -> int:
    which = _LISTS[options.which]
    whole = True if options.whole else False if options.part else None
    draft = read_code_list(options.file, which)
    with opened(options) as services:
        preview = services.code_lists.preview(which, draft.rows, draft.left_out, whole=whole)
        refused = bool(options.apply and preview.errors and not options.skip_errors)
        if options.apply and not refused:
            _changes, preview = services.code_lists.apply(
                which,
                draft.rows,
                skip_errors=options.skip_errors,
                whole=whole,
                left_out=draft.left_out,
                source_name=options.file.name,
            )
    _show(options, described(preview))
    if refused:
        raise RuleViolation("import.has_errors", None, {"errors": preview.errors})
    return FINDINGS if preview.errors else 0


def _show(options: argparse.Namespace, preview: CodeListPreview) -> None:
    if options.json:
        counts = {name: getattr(preview, name) for name in _COUNTS}
        write_json({"rows": preview.rows, "left_out": preview.left_out, **counts})
        return
    for row in preview.rows:
        write_line(preview_line(row))
    for one in preview.left_out:
        write_line(left_out_message(one))
    write_line(total_text(preview))
    if not preview.applied:
        write_line(_("Inget är skrivet. Lägg till --apply för att importera."))
