"""A list as xlsx: by the program, by XlsxWriter alone, and as csv, the least that a file can be."""

import csv
import datetime as dt
from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import islice
from pathlib import Path

from benchmarks.jobs.rows import cells, kept_rows, keys, opened, some_rows, titles
from benchmarks.jobs.untyped import new_book, read_sheet
from benchmarks.memory import Growth, used
from benchmarks.outcome import Job, Options, Outcome, expect, timed
from socialupph.domain.views.follow_ups import FollowUpRow
from socialupph.exchange.table_files import write_xlsx
from socialupph.specs.follow_ups import TABLE
from socialupph.specs.tables import Kind


def ours(options: Options) -> Outcome:
    """``exchange.table_files.write_xlsx`` from rows in memory."""
    return _measured(options, lambda rows, path: write_xlsx(TABLE, rows, keys(TABLE), path))


def whole(options: Options) -> Outcome:
    """The whole export as its user waits for it: the register opened, the rows asked for and written."""

    def export() -> None:
        services = opened(options)
        write_xlsx(TABLE, some_rows(services, int(options["rows"])), keys(TABLE), Path(options["out"]))
        services.close()

    _nothing, seconds = timed(export)
    return Outcome({"seconds": seconds, **used()}, check(options).wrong)


def floor(options: Options) -> Outcome:
    """XlsxWriter writing the same cells from the same rows, each with its type, in constant memory."""
    return _measured(options, _bare)


def _bare(rows: Sequence[FollowUpRow], path: Path) -> None:
    book = new_book(path)
    sheet = book.add_worksheet("Lista")
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for index, title in enumerate(titles(TABLE)):
        sheet.write_string(0, index, title)
    columns = [(index, column.value) for index, column in enumerate(TABLE.columns)]
    for number, row in enumerate(rows, 1):
        for index, get in columns:
            value = get(row)
            if value is None:
                continue
            if isinstance(value, str):
                if value:
                    sheet.write_string(number, index, value)
            elif isinstance(value, dt.date):
                sheet.write_datetime(number, index, value, day)
            else:
                sheet.write_number(number, index, value)
    book.close()


def plain(options: Options) -> Outcome:
    """The same cells as csv."""

    def write(rows: Sequence[FollowUpRow], path: Path) -> None:
        with path.open("w", encoding="utf-8-sig", newline="") as stream:
            writer = csv.writer(stream, delimiter=";")
            writer.writerow(titles(TABLE))
            writer.writerows(cells(TABLE, row) for row in rows)

    return _measured(options, write, check=False)


def _measured(
    options: Options, write: Callable[[Sequence[FollowUpRow], Path], object], *, check: bool = True
) -> Outcome:
    rows = kept_rows(options)
    path = Path(options["out"])
    growth = Growth()
    _nothing, seconds = timed(lambda: write(rows, path))
    figures = {"seconds": seconds, **growth.figures(), **used()}
    return Outcome(figures, _wrong(path, rows) if check else "")


def check(options: Options) -> Outcome:
    """Whether the workbook that another program made has all rows."""
    read = read_sheet(Path(options["out"]))
    return Outcome({}, expect(len(read), int(options["rows"]) + 1, "rows in the workbook"))


def _wrong(path: Path, rows: Sequence[FollowUpRow]) -> str:
    """The file read again: as many rows, and the typed cells of every hundredth row."""
    read = read_sheet(path)
    problem = expect(len(read), len(rows) + 1, "rows in the workbook")
    every = max(1, len(rows) // 100)
    for row, found in islice(zip(rows, read[1:], strict=False), 0, None, every):
        wanted = [_as_read(value, column.kind) for value, column in zip(cells(TABLE, row), TABLE.columns, strict=True)]
        problem = problem or expect(list(found), wanted, "cells")
    return problem


def _as_read(value: object, kind: Kind) -> object:
    if value is None:
        return ""
    if isinstance(value, int | Decimal):
        return float(value) / (100 if kind is Kind.PERCENT else 1)
    return value


JOBS: dict[str, Job] = {"ours": ours, "whole": whole, "floor": floor, "plain": plain, "check": check}
