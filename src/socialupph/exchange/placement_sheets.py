"""A sheet of placements, those that run and those that have ended."""

import datetime as dt
import re
from collections.abc import Sequence

from socialupph.domain.commands.register_sheets import ContactCells, PlacementRow
from socialupph.domain.kinds import ContactRole
from socialupph.exchange.candidate_sheets import read_extents
from socialupph.exchange.column_content import COMPANY
from socialupph.exchange.columns import Note
from socialupph.exchange.lists import Body
from socialupph.exchange.sheet_cells import SheetCells, contact_of
from socialupph.exchange.sheet_words import PlacementState
from socialupph.exchange.small_cells import read_count, read_period

_OWN = re.compile(
    r"egen rekryt|egna rekryt|egen[- ]?rekryterad|rekryterade? av|rekryteras av|leverantörens eg|eget rekryt|own recruit"
    r"|anställd av leverant",
    re.IGNORECASE,
)
_TEXTS = (
    "code", "candidate_code", "contract", "contract_name", "requirement", "host", "workplace", "form", "decision_reference", "af_officer",
    "end_reason", "outcome", "statement",
)  # fmt: skip


def read_placements(body: Body, notes: list[Note]) -> tuple[PlacementRow, ...]:
    """One row for each placement."""
    return _PlacementReader(SheetCells(body, notes)).rows()


class _PlacementReader:
    def __init__(self, cells: SheetCells) -> None:
        self._cells = cells
        self._texts = {key: cells.columns.texts(key) for key in _TEXTS}
        self._starts = cells.columns.days("starts_on")
        self._ends = cells.columns.days("planned_end_on")
        self._ended = cells.columns.days("ended_on")
        self._states, self._odd_states = cells.words("status", PlacementState)

    def rows(self) -> tuple[PlacementRow, ...]:
        cells, texts = self._cells, self._texts
        people = cells.people("candidate", "candidate_first", "candidate_last")
        heads = cells.values("heads", read_count)
        orgs, percents = cells.columns.org_numbers("host_org_number"), read_extents(cells, "percent", "hours")
        supervisors, written = self._supervisors(), cells.columns.long_texts("note")
        self._fill_periods()
        self._read_ends()
        cells.check_twice("code", texts["code"])
        hosts = self._hosts()
        rows: list[PlacementRow] = []
        for index, number in enumerate(cells.numbers):
            who = people[index]
            candidate, count = self._who(index, who.name, who.personal_number, heads[index])
            self._check_days(index)
            org, (host, workplace) = orgs[index], hosts[index]
            rows.append(
                PlacementRow(
                    number,
                    code=texts["code"][index],
                    candidate=candidate,
                    birth_year=who.birth_year,
                    heads=count,
                    contract=texts["contract"][index] or texts["contract_name"][index],
                    requirement=texts["requirement"][index],
                    host=host,
                    host_org_number=org.text if org else "",
                    workplace=workplace,
                    form=texts["form"][index],
                    decision_reference=texts["decision_reference"][index],
                    starts_on=self._starts[index],
                    planned_end_on=self._ends[index],
                    ended_on=self._ended[index],
                    percent=percents[index],
                    supervisor=supervisors[index],
                    af_officer=texts["af_officer"][index],
                    end_reason=texts["end_reason"][index],
                    outcome=texts["outcome"][index],
                    note="\n".join(part for part in (written[index], self._odd_states[index]) if part),
                    statement=texts["statement"][index],
                    personal_number=who.personal_number,
                    errors=cells.errors(index),
                )
            )
        return tuple(rows)

    def _who(self, index: int, name: str, personal_number: str, heads: int | None) -> tuple[str, int | None]:
        """(who, or how many the supplier recruited itself). A number beside a name is only that one person."""
        candidate = self._texts["candidate_code"][index] or name
        if _OWN.search(candidate) or (not candidate and _OWN.search(name)):
            return "", heads or 1
        if candidate or personal_number:
            return candidate, None
        if heads is None:
            self._cells.fail(
                index, "import.nobody_placed", "candidate" if self._cells.has("candidate") else "candidate_code"
            )
        return "", heads

    def _hosts(self) -> list[tuple[str, str]]:
        """(firm, workplace). Where no column is the firm, a workplace that is a firm is it; so is any where no contract tells."""
        hosts, workplaces = self._texts["host"], self._texts["workplace"]
        if self._cells.has("host"):
            return list(zip(hosts, workplaces, strict=True))
        contracts = [
            number or name for number, name in zip(self._texts["contract"], self._texts["contract_name"], strict=True)
        ]
        return [
            (place, "") if place and (COMPANY.search(place) or not contract) else ("", place)
            for place, contract in zip(workplaces, contracts, strict=True)
        ]

    def _supervisors(self) -> list[ContactCells | None]:
        columns = self._cells.columns
        phones, emails = self._cells.phones("supervisor_phone"), self._cells.emails("supervisor_email")
        return [
            contact_of(name, ContactRole.SUPERVISOR, phone, email)
            for name, phone, email in zip(columns.texts("supervisor"), phones, emails, strict=True)
        ]

    def _fill_periods(self) -> None:
        """First and last day out of one cell, where they have no columns of their own."""
        for index, period in enumerate(self._cells.values("period", read_period)):
            if period is not None:
                self._starts[index] = self._starts[index] or period[0]
                self._ends[index] = self._ends[index] or period[1]

    def _read_ends(self) -> None:
        """Where the sheet says that a placement is over but has one column for its end, that day is when it ended."""
        reasons, words = self._texts["end_reason"], self._cells.columns.texts("status")
        for index, state in enumerate(self._states):
            if state in {PlacementState.ENDED, PlacementState.INTERRUPTED}:
                self._ended[index] = self._ended[index] or self._ends[index]
            if state is PlacementState.INTERRUPTED:
                reasons[index] = reasons[index] or words[index]

    def _check_days(self, index: int) -> None:
        start = self._starts[index]
        if start is None:
            if not self._has_error(index, ("starts_on", "period")):
                self._cells.fail(index, "import.no_start", "starts_on" if self._cells.has("starts_on") else "period")
            return
        self._check_order(index, start, (("planned_end_on", self._ends), ("ended_on", self._ended)))

    def _check_order(self, index: int, start: dt.date, ends: Sequence[tuple[str, Sequence[dt.date | None]]]) -> None:
        for key, days in ends:
            end = days[index]
            if end is not None and end < start:
                column = key if self._cells.has(key) else "period"
                facts = {"start": start.isoformat(), "end": end.isoformat()}
                self._cells.fail(index, "import.end_before_start", column, facts)
                return

    def _has_error(self, index: int, keys: Sequence[str]) -> bool:
        return any(error.field in keys for error in self._cells.errors(index))
