"""A list as the screen shows it, to be printed."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from socialupph.documents.register_list import RegisterListPaper
from socialupph.specs.tables import Column, EmptyText, Kind, TableSpec
from tests.documents.samples import PEOPLE


@dataclass(frozen=True, slots=True)
class Row:
    """A placement that never was."""

    number: int
    person: str
    host: str
    start: dt.date
    percent: Decimal
    status: str


SPEC: TableSpec[Row] = TableSpec(
    "placements",
    "Placeringar",
    (
        Column("code", "Kod", lambda row: f"P-{row.number:04d}", Kind.CODE, strong=True),
        Column("person", "Deltagare", lambda row: row.person),
        Column("host", "Leverantör och arbetsplats", lambda row: row.host, detail=lambda row: row.status),
        Column("start", "Start", lambda row: row.start, Kind.DATE),
        Column("percent", "Omfattning", lambda row: row.percent, Kind.PERCENT),
        Column("status", "Status", lambda row: row.status, Kind.STATUS),
    ),
    sort="code",
    empty=EmptyText("Inga placeringar ännu", ""),
)


def rows(count: int, text: str = "") -> list[Row]:
    """So many rows; with ``text`` in every field that holds one."""
    first = dt.date(2026, 1, 1)
    return [
        Row(
            number,
            text or PEOPLE[number % len(PEOPLE)][0],
            text or PEOPLE[number % len(PEOPLE)][1],
            first + dt.timedelta(number % 365),
            Decimal(75),
            text or "Pågående",
        )
        for number in range(count)
    ]


def paper(
    count: int, text: str = "", filter_words: str = "Pågående · Handledare utan utbildning"
) -> RegisterListPaper[Row]:
    """A list of so many rows."""
    return RegisterListPaper(SPEC, SPEC.columns, rows(count, text), filter_words)
