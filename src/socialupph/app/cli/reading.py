"""demo, list, show, due and migrate."""

import argparse
import datetime as dt
from collections.abc import Callable
from contextlib import closing
from typing import Any

from socialupph.app.cli.output import as_json, write_json, write_line, write_rows
from socialupph.app.listings import LISTINGS
from socialupph.domain.changes import Entity
from socialupph.domain.errors import NotFound, RuleViolation
from socialupph.domain.queries import ListQuery
from socialupph.i18n import _, ngettext
from socialupph.services import registers
from socialupph.services.registry import Services
from socialupph.services.sample import SampleSize
from socialupph.specs import today as today_texts


def add_commands(commands: Any) -> None:
    """Add the sub-commands of this module."""
    demo = commands.add_parser("demo", help="make a sample register")
    demo.add_argument(
        "--size", type=SampleSize, choices=list(SampleSize), default=SampleSize.SMALL, metavar="small|medium|large"
    )
    add_common(demo, _demo)

    listing = commands.add_parser("list", help="list a register")
    listing.add_argument("what", choices=sorted(LISTINGS))
    listing.add_argument("--search", default="", help="only where these words are found")
    listing.add_argument("--sort", default="", help="the column to sort by")
    listing.add_argument("--descending", action="store_true")
    listing.add_argument("--filter", action="append", default=[], metavar="NAME=VALUE[,VALUE]")
    add_common(listing, _list)

    show = commands.add_parser("show", help="show one record")
    show.add_argument("code")
    add_common(show, _show)

    due = commands.add_parser("due", help="what is overdue, due today and in the coming days")
    due.add_argument("--days", type=int, default=14)
    add_common(due, _due)

    migrate = commands.add_parser("migrate", help="bring a register to this program's schema")
    add_common(migrate, _migrate)


def add_common(parser: argparse.ArgumentParser, run: Callable[[argparse.Namespace], int]) -> None:
    """What every sub-command takes."""
    parser.add_argument("--json", action="store_true", help="write JSON")
    parser.add_argument("--as-of", type=dt.date.fromisoformat, metavar="DATE", help="stand at this day (YYYY-MM-DD)")
    parser.set_defaults(run=run)


def opened(options: argparse.Namespace) -> closing[Services]:
    """The register of the command line, closed when the block ends."""
    return closing(registers.open_register(options.register, options.clock))


def query_of(options: argparse.Namespace, table_sort: str, *, descending: bool = False) -> ListQuery:
    """The list query that the options ask for; RuleViolation for a filter that is not NAME=VALUE."""
    filters: list[tuple[str, tuple[str, ...]]] = []
    for text in options.filter:
        name, sign, values = text.partition("=")
        if not sign:
            raise RuleViolation("query.bad_filter", facts={"text": text})
        filters.append((name, tuple(values.split(","))))
    return ListQuery(
        sort=options.sort or table_sort,
        descending=options.descending if options.sort else descending,
        search=options.search,
        filters=tuple(filters),
    )


def ids_of(service: Any, query: ListQuery) -> list[int]:
    """Ids asked for; RuleViolation ``query.unknown`` for an order or filter that the list does not have."""
    try:
        return list(service.ids(query))
    except KeyError as error:
        raise RuleViolation("query.unknown", facts={"name": error.args[0]}) from error


def _demo(options: argparse.Namespace) -> int:
    with closing(registers.create_sample(options.register, options.size, options.clock)) as services:
        counts = {name: listing.service(services).total() for name, listing in LISTINGS.items()}
    if options.json:
        write_json({"register": str(options.register), "size": options.size, "counts": counts})
    else:
        write_line(_("Exempelregistret {name} är klart.").format(name=options.register.name))
    return 0


def _list(options: argparse.Namespace) -> int:
    listing = LISTINGS[options.what]
    with opened(options) as services:
        service = listing.service(services)
        wanted = ids_of(service, query_of(options, listing.table.sort, descending=listing.table.descending))
        rows = service.rows(wanted)
    if options.json:
        write_json({"rows": rows})
    else:
        write_rows(listing.table, rows)
    return 0


def _show(options: argparse.Namespace) -> int:
    with opened(options) as services:
        ref = services.search.locate(options.code)
        viewers: dict[Entity, Callable[[int], object]] = {
            Entity.CONTRACT: services.contracts.view,
            Entity.REQUIREMENT: services.requirements.view,
            Entity.OPENING: services.openings.view,
            Entity.CANDIDATE: services.candidates.view,
            Entity.PLACEMENT: services.placements.view,
            Entity.FOLLOW_UP: services.follow_ups.view,
            Entity.SESSION: services.training.view,
            Entity.DEVIATION: services.deviations.view,
        }
        if ref.entity not in viewers:
            raise NotFound("record.no_code", {"code": options.code})
        view = viewers[ref.entity](ref.id)
    if options.json:
        write_json(view)
    else:
        for name, value in as_json(view).items():
            write_line(f"{name}: {value}")
    return 0


def _due(options: argparse.Namespace) -> int:
    with opened(options) as services:
        rows = services.today.due(options.days)
    if options.json:
        write_json({"rows": rows})
        return 0
    for row in rows:
        write_line(
            "  ".join(
                (row.due.isoformat() if row.due else "–".ljust(10), today_texts.lateness(row), today_texts.title(row))
            )
        )
    if not rows:
        write_line(_("Inget att göra de närmaste dagarna."))
    else:
        write_line(ngettext("{n} rad", "{n} rader", len(rows)).format(n=len(rows)))
    return 0


def _migrate(options: argparse.Namespace) -> int:
    schema = registers.migrate(options.register)
    if options.json:
        write_json({"schema": schema})
    else:
        write_line(_("Registret har schema {schema}.").format(schema=schema))
    return 0
