"""A sheet of candidates. Needs, diagnoses and target groups are never read; whoever writes anything but no under secrecy is protected."""

from decimal import Decimal
from functools import partial

from socialupph.domain.commands.register_sheets import CandidateRow
from socialupph.domain.kinds import CandidateStatus, Referrer, Sex
from socialupph.exchange.columns import Note
from socialupph.exchange.lists import Body
from socialupph.exchange.sheet_cells import SheetCells, joined
from socialupph.exchange.sheet_words import AT_ONCE
from socialupph.exchange.small_cells import read_percent, read_secrecy


def read_candidates(body: Body, notes: list[Note]) -> tuple[CandidateRow, ...]:
    """One row for each candidate."""
    cells = SheetCells(body, notes)
    columns = cells.columns
    codes, people = columns.texts("code"), cells.people("name", "first_name", "last_name")
    cells.fail_missing(
        [index for index, who in enumerate(people) if not who.name and not codes[index]], "import.no_person", "name"
    )
    cells.check_twice("code", codes)
    sexes, odd_sexes = cells.words("sex", Sex)
    referrers, odd_referrers = cells.words("referrer", Referrer)
    statuses, odd_statuses = cells.words("status", CandidateStatus)
    available, informed, certified = (
        columns.days(key, AT_ONCE) for key in ("available_from", "information_on", "certified_on")
    )
    extents = read_extents(cells, "extent_percent", "extent_hours")
    protected = cells.values("protected", read_secrecy)
    told = [columns.texts(key) for key in ("referring_officer", "wished_occupations", "wished_areas", "certified_by")]
    officers, occupations, areas, certifiers = told
    phones, emails, written = cells.phones("phone"), cells.emails("email"), columns.long_texts("note")
    return tuple(
        CandidateRow(
            number,
            codes[index],
            people[index].name,
            people[index].birth_year,
            people[index].personal_number,
            sexes[index],
            phones[index],
            emails[index],
            referrers[index] or (Referrer.OTHER if odd_referrers[index] else None),
            officers[index],
            available[index],
            extents[index],
            occupations[index],
            areas[index],
            certifiers[index],
            certified[index],
            informed[index],
            statuses[index],
            protected[index],
            joined(written[index], odd_sexes[index], odd_referrers[index], odd_statuses[index]),
            cells.errors(index),
        )
        for index, number in enumerate(cells.numbers)
    )


def read_extents(cells: SheetCells, percent: str, hours: str) -> list[Decimal | None]:
    """Per cent of full time, from a column of shares or of hours in the week."""
    key = hours if cells.has(hours) else percent
    in_hours = key == hours or _is_in_hours(cells.columns.header(key))
    if in_hours and cells.has(key):
        cells.notes.append(("note.hours", {"column": cells.heading(key)}))
    return cells.values(key, partial(read_percent, hours=in_hours))


def _is_in_hours(heading: str) -> bool:
    """Whether the unit in a heading is hours: *Omfattning (tim/v)*."""
    plain = heading.casefold()
    return any(unit in plain for unit in ("tim", "h/v")) and "%" not in plain
