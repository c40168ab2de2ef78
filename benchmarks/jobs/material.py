"""The data that the cases share: registers, lists as files, a contract list to take in. Made once and kept under ``build``."""

import csv
import datetime as dt
import pickle
from collections.abc import Iterator
from pathlib import Path
from random import Random

from benchmarks.jobs.rows import cells, kept_rows, opened, some_rows, titles
from benchmarks.jobs.untyped import new_book
from benchmarks.outcome import Job, Options, Outcome, expect
from socialupph.domain.clock import FixedClock
from socialupph.services import registers
from socialupph.services.sample import SampleSize
from socialupph.services.sample.words import FORMS, PLACES, SUBJECTS, TRADES, org_number, person
from socialupph.specs.follow_ups import TABLE

CONTRACT_HEADS = (
    "Avtalsnummer", "Diarienummer", "Benämning", "Leverantör", "Organisationsnummer", "Startdatum", "Slutdatum", "Förlängning",
    "Avtalsvärde", "Avtalsansvarig", "Sysselsättningskrav", "Anmärkning",
)  # fmt: skip
_REQUIREMENTS = ("4 personer minst 4 månader", "12 heltidsmånader", "Dialog", "Nej", "2 platser", "")
_EXTENSIONS = ("1+1 år", "12 månader", "Nej", "", "2 år")


def register(options: Options) -> Outcome:
    """A sample register of ``size`` ending on ``day``."""
    path = Path(options["path"])
    size = SampleSize(options["size"])
    registers.create_sample(path, size, FixedClock(dt.date.fromisoformat(options["day"]))).close()
    return Outcome({})


def rows(options: Options) -> Outcome:
    """The first ``rows`` follow-ups, as the services give them, kept for jobs that need nothing else of a register."""
    services = opened(options)
    found = some_rows(services, int(options["rows"]))
    services.close()
    Path(options["kept"]).write_bytes(pickle.dumps(found, pickle.HIGHEST_PROTOCOL))
    return Outcome({}, expect(len(found), int(options["rows"]), "rows in the register"))


def files(options: Options) -> Outcome:
    """The first ``rows`` follow-ups as xlsx and as csv, the way any other program would write them."""
    rows = kept_rows(options)
    book = new_book(Path(options["xlsx"]))
    sheet = book.add_worksheet("Lista")
    with Path(options["csv"]).open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, delimiter=";")
        for number, row in enumerate((titles(TABLE), *(cells(TABLE, row) for row in rows))):
            sheet.write_row(number, 0, row)
            writer.writerow(row)
    book.close()
    return Outcome({})


def contract_list(options: Options) -> Outcome:
    """A contract list of ``rows`` rows as a municipality's contract database would give it."""
    book = new_book(Path(options["xlsx"]))
    sheet = book.add_worksheet("Avtal")
    for number, row in enumerate((CONTRACT_HEADS, *_contracts(int(options["rows"])))):
        sheet.write_row(number, 0, row)
    book.close()
    return Outcome({})


def _contracts(count: int) -> Iterator[tuple[str | int | dt.date, ...]]:
    dice = Random(count)
    for number in range(1, count + 1):
        firm = number % max(1, count // 4)
        trade, *_codes = TRADES[firm % len(TRADES)]
        place = dice.choice(PLACES)
        start = dt.date(2019, 1, 1) + dt.timedelta(days=dice.randint(0, 2500))
        yield (
            f"UPP-{2019 + number % 8}-{number:05d}",
            f"KS {2019 + number % 8}/{number:05d}",
            dice.choice(SUBJECTS).format(place=place, trade=trade),
            f"{place} {trade} nr {firm} {FORMS[firm % len(FORMS)]}",
            org_number(firm),
            start,
            start + dt.timedelta(days=365 * dice.randint(1, 4)),
            _EXTENSIONS[number % len(_EXTENSIONS)],
            dice.randint(1, 900) * 10_000,
            person(dice),
            _REQUIREMENTS[number % len(_REQUIREMENTS)],
            "Avrop på ramavtal" if number % 7 == 0 else "",
        )


JOBS: dict[str, Job] = {
    "register": register,
    "rows": rows,
    "files": files,
    "contract_list": contract_list,
}
