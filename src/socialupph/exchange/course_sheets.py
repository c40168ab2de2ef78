"""A sheet of courses that were held: a row for each participant, the course beside it, above the table, or above each group."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from socialupph.domain.commands.register_sheets import CourseRow
from socialupph.exchange.cell_values import EMPTY_WORDS, CellError, read_date, shown, text_of
from socialupph.exchange.columns import Note
from socialupph.exchange.course_titles import CourseTitle, days_in, read_title
from socialupph.exchange.lists import Body
from socialupph.exchange.sheet_cells import SheetCells
from socialupph.exchange.sheets import Cell, Sheet
from socialupph.exchange.small_cells import read_count, read_times, read_yes_no

_ABOVE = 15
_BARE_LABEL = re.compile(
    r"(?:kurs(?:namn|datum|tid|lokal|plats|ledare|tillfälle)?|utbildning|datum|tid|plats|lokal|sal|utbildare|föreläsare|antal platser)",
    re.IGNORECASE,
)
_ANSWERS = re.compile(r"(?:ja|nej|x|j|n|yes|no|utfärdat|✓)", re.IGNORECASE)


def read_courses(body: Body, notes: list[Note]) -> tuple[CourseRow, ...]:
    """One row for each participant, with the course it belongs to; a course that nobody is named for has a row of its own."""
    return _CourseReader(body, SheetCells(body, notes)).rows()


def title_above(sheet: Sheet, header_index: int | None) -> CourseTitle:
    """What stands above the headings, else what the sheet's own name tells of days."""
    above = sheet.rows[: min(header_index or 0, _ABOVE)]
    told = read_title(line for line in map(_line, above) if line)
    named = read_title([sheet.name])
    return told.over(named) if named.days else told


def _line(row: Sequence[Cell]) -> str:
    parts = [text_of(cell) for cell in row]
    parts = [part for part in parts if part]
    if len(parts) >= 2 and _BARE_LABEL.fullmatch(parts[0].rstrip(":")):
        return f"{parts[0].rstrip(':')}: {' '.join(parts[1:])}"
    return " ".join(parts)


class _CourseReader:
    def __init__(self, body: Body, cells: SheetCells) -> None:
        self._cells = cells
        self._sheet = body.opened.recognised.sheet
        self._header = body.opened.recognised.header_index
        self._groups = body.groups

    def rows(self) -> tuple[CourseRow, ...]:
        cells, columns = self._cells, self._cells.columns
        people = [one.name for one in cells.names("name", "first_name", "last_name")]
        organisations, orgs = columns.texts("organisation"), columns.org_numbers("org_number")
        emails, phones = cells.emails("email"), cells.phones("phone")
        attended = self._read_attended()
        certificates, certified = columns.texts("certificate_number"), columns.days("certificate_on")
        titles = self._titles()
        headed = tuple(
            sorted({day for place in columns.positions("attended") for day in days_in(columns.heading(place))})
        )
        rows: list[CourseRow] = []
        for index, number in enumerate(cells.numbers):
            title, (there, by_day) = titles[index], attended[index]
            days = title.days or headed
            self._check(index, people[index], days, (organisations[index], emails[index], phones[index]))
            org = orgs[index]
            rows.append(
                CourseRow(
                    number, title.course, title.session, days, title.starts_at, title.ends_at, title.venue, title.trainers,
                    title.capacity, people[index], organisations[index], org.text if org else "", emails[index], phones[index],
                    there, by_day, "" if _ANSWERS.fullmatch(certificates[index]) else certificates[index], certified[index],
                    cells.errors(index),
                )
            )  # fmt: skip
        return tuple(rows)

    def _check(self, index: int, name: str, days: Sequence[dt.date], said: Sequence[str]) -> None:
        if not name and any(said):
            self._cells.fail(index, "import.no_name", "name" if self._cells.has("name") else "last_name")
        if not days and not any(error.field == "days" for error in self._cells.errors(index)):
            self._cells.fail(index, "import.no_course_day", "days")

    def _titles(self) -> list[CourseTitle]:
        """The course of each row: its own cells, else the row above (where its cells are left empty), its group, the title."""
        over_all = title_above(self._sheet, self._header)
        if over_all.days:
            self._tell_above(over_all)
        own, titles = self._own_titles(), list[CourseTitle]()
        group, waiting = over_all, list(self._groups)
        before = CourseTitle()
        filled = False
        for index, number in enumerate(self._cells.numbers):
            while waiting and waiting[0].row < number:
                group, before = read_title([waiting.pop(0).text]).over(over_all), CourseTitle()
            if own[index] == CourseTitle() and before != CourseTitle():
                filled = True
            else:
                before = own[index]
            titles.append(before.over(group))
        if filled:
            self._cells.notes.append(("note.filled_down", {"column": self._cells.heading(self._first_column())}))
        if self._groups:
            self._cells.notes.append(("note.groups", {}))
        return titles

    def _tell_above(self, title: CourseTitle) -> None:
        said = ", ".join(part for part in (title.course, *(day.isoformat() for day in title.days)) if part)
        self._cells.notes.append(("note.course_above", {"text": said}))

    def _first_column(self) -> str:
        return next((key for key in ("course", "session", "days") if self._cells.has(key)), "course")

    def _own_titles(self) -> list[CourseTitle]:
        cells, columns = self._cells, self._cells.columns
        texts = [columns.texts(key) for key in ("course", "session", "venue", "trainers")]
        times, capacities = cells.values("time", read_times), cells.values("capacity", read_count)
        starts, ends = cells.values("starts_at", read_times), cells.values("ends_at", read_times)
        by_column = [columns.values_at(place, "days", _read_days) for place in columns.positions("days")]
        titles: list[CourseTitle] = []
        for index in range(cells.size):
            course, session, venue, trainers = (column[index] for column in texts)
            days = sorted({day for column in by_column for day in column[index] or ()})
            both, start, end = times[index], starts[index], ends[index]
            title = CourseTitle(
                course, session, tuple(days), venue=venue, trainers=trainers, capacity=capacities[index]
            )
            titles.append(
                replace(
                    title,
                    starts_at=start[0] if start else both[0] if both else None,
                    ends_at=end[0] if end else (both[1] if both else None) or (start[1] if start else None),
                )
            )
        return titles

    def _read_attended(self) -> list[tuple[bool | None, tuple[tuple[dt.date, bool], ...]]]:
        """(was there on any day, by day where the headings name the days)."""
        columns = self._cells.columns
        places = columns.positions("attended")
        named = {place: days_in(columns.heading(place)) for place in places}
        ticks = {place: columns.values_at(place, "attended", read_yes_no) for place in places}
        told: list[tuple[bool | None, tuple[tuple[dt.date, bool], ...]]] = []
        for index in range(self._cells.size):
            said = [tick for place in places if (tick := ticks[place][index]) is not None]
            by_day = [
                (named[place][0], tick)
                for place in places
                if len(named[place]) == 1 and (tick := ticks[place][index]) is not None
            ]
            told.append((any(said) if said else None, tuple(sorted(by_day))))
        return told


def _read_days(cell: Cell) -> tuple[dt.date, ...] | CellError | None:
    """One day or several out of a cell."""
    if not isinstance(cell, str):
        day = read_date(cell)
        return day if isinstance(day, CellError) else (day,) if day else None
    text = text_of(cell)
    if text.casefold() in EMPTY_WORDS:
        return None
    one = read_date(text)
    if isinstance(one, dt.date):
        return (one,)
    days = days_in(text)
    return days or (one if isinstance(one, CellError) else CellError("import.date", shown(cell)))
