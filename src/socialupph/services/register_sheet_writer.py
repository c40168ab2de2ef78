"""Writes what a planned batch says: in bulk, in one operation, parents first, so that it can be taken back as one."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from socialupph.domain.follow_ups import FollowUpStatus
from socialupph.domain.kinds import CandidateStatus, ContactRole, Respondent
from socialupph.domain.views.imports import RowState
from socialupph.persistence.bulk import Row, RowChange, insert_many, renew, update_many
from socialupph.persistence.codes import reserve
from socialupph.persistence.database import Work
from socialupph.persistence.queries import candidates as candidate_queries
from socialupph.persistence.queries import register_sheets as queries
from socialupph.persistence.records import (
    AgreedStepRecord,
    AttendanceRecord,
    CandidateRecord,
    ContactRecord,
    CourseRecord,
    FollowUpAnswerRecord,
    FollowUpRecord,
    PlacementRecord,
    RequirementRecord,
    SessionDayRecord,
    SessionRecord,
    SignUpRecord,
    SupplierRecord,
    Tracked,
    WorkingTimeRecord,
    WorkplaceRecord,
)
from socialupph.persistence.search_bulk import together
from socialupph.services import import_writer, placing
from socialupph.services.base import Context
from socialupph.services.register_sheet_batch import Batch
from socialupph.services.register_sheet_entries import Entry, line, words
from socialupph.services.register_sheet_held import Day
from socialupph.services.register_sheet_plans import Plans

_NO_COLUMN = frozenset({"percent"})
"""What planning keeps beside the columns."""

WRITTEN = frozenset({RowState.NEW, RowState.CHANGED})


class Writer:
    """Writes a batch in one transaction; asks between the steps whether the user has had enough."""

    def __init__(self, context: Context, work: Work, batch: Batch) -> None:
        self._context, self._work, self._batch = context, work, batch

    def write(self) -> None:
        """Everything that is new or changed."""
        with together(self._work.session):
            for step in (
                self._suppliers,
                self._contracts,
                self._candidates,
                self._placements,
                self._follow_ups,
                self._sessions,
                self._sign_ups,
            ):
                self._batch.poll()
                step()
        queries.remember(self._work.session, self._batch.questions.to_remember(), self._work.now)

    # ---------------------------------------------------------------- suppliers and contracts

    def _suppliers(self) -> None:
        if not self._batch.has("supplier_refs"):
            return
        self._store(SupplierRecord, self._batch.entries("suppliers"))
        refs = self._batch.supplier_refs
        for ref in refs.made:
            ref.id = self._batch.suppliers.of(ref).id
        refs.made.clear()
        self._fill_numbers()
        self._store(WorkplaceRecord, self._batch.entries("workplaces"))
        self._store(ContactRecord, self._batch.entries("contacts"), usual={"role": ContactRole.OTHER})

    def _fill_numbers(self) -> None:
        """Suppliers that got their number from a contract list; what a sheet of suppliers said is written already."""
        for ref in self._batch.supplier_refs.filled:
            ref.filled = self._batch.suppliers.by_id[ref.id].get("org_number") != ref.org_number

    def _contracts(self) -> None:
        plans = [plan for sheet in self._batch.planned for plan in sheet.contracts if plan.state in WRITTEN]
        if not plans:
            return
        import_writer.write(self._work, plans, self._batch.supplier_refs, self._batch.buyers, self._batch.today.year)
        if not self._batch.has("contracts"):
            return
        entries = {id(plan): entry for plan, entry in self._batch.contract_entries}
        codes = {plan.code: entries[id(plan)] for plan in plans if plan.known is None and id(plan) in entries}
        for code, number in queries.contract_ids(self._work.session, codes).items():
            codes[code].id, codes[code].new_code = number, code
        self._requirements()

    def _requirements(self) -> None:
        """Give the requirements that contract rows proposed the ids they got: the last ones of their contract, in order."""
        made = self._batch.requirement_entries
        rows = queries.belonging(self._work.session, RequirementRecord, "contract_id", [entry.id for entry in made])
        for contract, entries in made.items():
            own = sorted((row for row in rows if row["contract_id"] == contract.id), key=_number)
            for entry, row in zip(entries, own[len(own) - len(entries) :], strict=True):
                entry.id, entry.new_code = row["id"], row["code"]

    # ---------------------------------------------------------------- people and placements

    def _candidates(self) -> None:
        if not self._batch.has("candidates"):
            return
        self._settle_candidates()
        usual = {
            "status": CandidateStatus.ACTIVE,
            "secrecy_basis": candidate_queries.default_secrecy(self._work.session),
        }
        self._store(CandidateRecord, self._batch.entries("candidates"), prefix="KA", usual=usual)

    def _settle_candidates(self) -> None:
        """Placed while a placement runs or lies ahead, as after every command about placements; closed stays closed."""
        if not self._batch.has("placements"):
            return
        placements, today = self._batch.placements, self._batch.today
        touched = dict.fromkeys(placements.whose(entry, "candidate_id") for entry in self._batch.entries("placements"))
        for candidate in touched:
            if candidate is None or candidate.get("status") is CandidateStatus.CLOSED:
                continue
            placed = any(
                not one.get("interrupted") and placements.period(one).end >= today for one in placements.of(candidate)
            )
            status = CandidateStatus.PLACED if placed else CandidateStatus.ACTIVE
            if candidate.get("status") is not status:
                candidate.said["status"] = status

    def _placements(self) -> None:
        entries = self._batch.entries("placements")
        self._store(PlacementRecord, entries, prefix="P")
        self._working_times(entries)
        for entry in entries:
            if "interrupted" in entry.said and entry.stored.get("opening_id") is not None:
                placing.settle_opening(self._work, entry.stored["opening_id"])
        if entries:
            plans = Plans(self._work, self._batch, placing.rhythm(self._context, self._work))
            plans.make()

    def _working_times(self, entries: Iterable[Entry]) -> None:
        """The working time from the first day, which moves with it."""
        rows: list[Row] = []
        changes: list[RowChange] = []
        for entry in entries:
            percent, times = entry.said.get("percent"), self._batch.placements.working_times.get(entry.id, [])
            if not times:
                rows.append({"placement_id": entry.id, "from_on": entry.get("starts_on"), "percent": percent})
                continue
            first = min(times, key=_from_on)
            after: Row = {} if percent is None else {"percent": percent}
            if "starts_on" in entry.said and first["from_on"] == entry.stored["starts_on"]:
                after["from_on"] = entry.said["starts_on"]
            if after:
                changes.append(RowChange(first, after))
        insert_many(self._work, WorkingTimeRecord, rows)
        update_many(self._work, WorkingTimeRecord, changes)
        renew(self._work, PlacementRecord.table(), (change.before["placement_id"] for change in changes))

    # ---------------------------------------------------------------- follow-ups

    def _follow_ups(self) -> None:
        if not self._batch.has("follow_ups"):
            return
        index = self._batch.follow_ups
        entries = self._batch.entries("follow_ups")
        usual = {"status": FollowUpStatus.PLANNED, "third_respondent": Respondent.COORDINATOR}
        self._store(FollowUpRecord, entries, prefix="U", usual=usual)
        answers: list[Row] = [
            {
                "follow_up_id": entry.id,
                "respondent": one.respondent,
                "question": one.question,
                "score": one.score,
                "comment": words(one.comment) or None,
            }
            for entry, given in index.new_answers.items()
            for one in given
        ]
        insert_many(self._work, FollowUpAnswerRecord, answers)
        steps: list[Row] = [
            {
                "follow_up_id": entry.id,
                "what": words(one.what),
                "who": line(one.who) or None,
                "due_on": one.due_on,
                "done_on": one.done_on,
            }
            for entry, agreed in index.new_steps.items()
            for one in agreed
        ]
        insert_many(self._work, AgreedStepRecord, steps)
        for part, record_type in (("answer", FollowUpAnswerRecord), ("step", AgreedStepRecord)):
            changes = [RowChange(before, after) for which, before, after in index.changed_parts if which == part]
            update_many(self._work, record_type, changes)
        told = {entry.id for parts in (index.new_answers, index.new_steps) for entry, given in parts.items() if given}
        told |= {before["follow_up_id"] for _which, before, _after in index.changed_parts}
        renew(self._work, FollowUpRecord.table(), told - {entry.id for entry in index.made})

    # ---------------------------------------------------------------- training

    def _sessions(self) -> None:
        if not self._batch.has("sessions"):
            return
        self._store(CourseRecord, self._batch.entries("courses"))
        self._store(SessionRecord, self._batch.entries("sessions"), prefix="S")
        added = [
            (session, day)
            for session, days in self._batch.sessions.days.items()
            for _held_on, day in sorted(days.items())
            if isinstance(day, Day) and session.id
        ]
        rows: list[Row] = [
            {"session_id": session.id, "held_on": day.held_on, "starts_at": day.starts_at, "ends_at": day.ends_at}
            for session, day in added
        ]
        for (session, day), number in zip(added, insert_many(self._work, SessionDayRecord, rows), strict=True):
            self._batch.sessions.days[session][day.held_on] = number
        known = {session.id for session, _day in added if not session.is_new}
        renew(self._work, SessionRecord.table(), known)

    def _sign_ups(self) -> None:
        if not self._batch.has("sign_ups"):
            return
        self._store(SignUpRecord, self._batch.entries("sign_ups"))
        index, sessions = self._batch.sign_ups, self._batch.sessions
        rows: list[Row] = []
        changes: list[RowChange] = []
        for entry, by_day in index.ticks.items():
            session = entry.get("session_id")
            session = session if isinstance(session, Entry) else sessions.by_id[session]
            noted = index.noted.get(entry, {})
            for held_on, number in sessions.days[session].items():
                present, note = by_day.get(held_on), noted.get(number) if isinstance(number, int) else None
                if present is None or not isinstance(number, int):
                    continue
                if note is None:
                    rows.append({"sign_up_id": entry.id, "session_day_id": number, "present": present})
                elif note["present"] is not present:
                    changes.append(RowChange(note, {"present": present}))
        insert_many(self._work, AttendanceRecord, rows)
        update_many(self._work, AttendanceRecord, changes)
        made = {entry.id for entry in index.made}
        touched = {row["sign_up_id"] for row in rows} | {change.before["sign_up_id"] for change in changes}
        renew(self._work, SignUpRecord.table(), touched - made)

    # ---------------------------------------------------------------- one table

    def _store(
        self,
        record_type: type[Tracked],
        entries: Sequence[Entry],
        *,
        prefix: str = "",
        usual: Mapping[str, Any] | None = None,
    ) -> None:
        """Insert what is new, coded in the order of the sheets, and update what is changed; every entry has its id then."""
        made = [entry for entry in entries if entry.is_new and not entry.id]
        if prefix and made:
            first = reserve(self._work.session, prefix, len(made))
            for number, entry in enumerate(made, start=first):
                entry.new_code = f"{prefix}-{number:04d}"
        rows: list[Row] = []
        for entry in made:
            row: Row = {**(usual or {}), **_resolved(entry)}
            if prefix:
                row["code"] = entry.new_code
            rows.append(row)
        for entry, number in zip(made, insert_many(self._work, record_type, rows), strict=True):
            entry.id = number
        changes = [(entry, _resolved(entry)) for entry in entries if not entry.is_new]
        update_many(self._work, record_type, [RowChange(entry.stored, after) for entry, after in changes if after])


def _resolved(entry: Entry) -> Row:
    """The columns to write, other records by their ids."""
    return {
        column: value.id if isinstance(value, Entry) else value
        for column, value in entry.said.items()
        if column not in _NO_COLUMN
    }


def _number(row: Row) -> int:
    return row["number"]


def _from_on(row: Row) -> dt.date:
    return row["from_on"]
