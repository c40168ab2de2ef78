"""What a sheet of placements would do: row by row against the register, with the rules the forms keep."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from socialupph.domain.changes import Entity
from socialupph.domain.commands.register_sheets import ContactCells, PlacementRow
from socialupph.domain.errors import RuleViolation
from socialupph.domain.kinds import ContactRole, ReferenceList, SupplierKind
from socialupph.domain.ledger import PlacementKind
from socialupph.domain.placements import (
    FormFacts,
    OtherPlacement,
    PlacementFacts,
    PlacementWarning,
    WarningCode,
    is_broken_off,
    warnings_for,
)
from socialupph.domain.values import check_working_time, name_key
from socialupph.domain.views.register_sheets import Doubt
from socialupph.services.register_sheet_batch import Batch, Planned
from socialupph.services.register_sheet_entries import Entry, Turn, later, line, told_text, words
from socialupph.services.register_sheet_parties import HUNDREDTH, words_to_add
from socialupph.services.register_sheet_placed import Whose
from socialupph.services.register_sheet_questions import Asking, Reply, choices_of

FULL_TIME = Decimal(100)
_TEXTS = ("decision_reference", "af_officer")


@dataclass(frozen=True, slots=True)
class _Days:
    """The first day, the planned last one, and the one it ended on, as they will be. Empty where nobody has said."""

    start: dt.date | None
    planned: dt.date | None
    ended: dt.date | None


def plan_placements(batch: Batch, planned: Planned, rows: Sequence[PlacementRow]) -> None:
    """Placements, known again by their code, else by candidate, host (or contract) and first day."""
    for turn, row in batch.rows(planned, rows):
        turn.title = ", ".join(part for part in (line(row.candidate), line(row.host)) if part) or line(row.code)
        if turn.stands:
            _Placement(batch, turn, row).plan()
        where = " ".join(part for part in map(line, (row.candidate, row.host)) if part)
        batch.finish(turn, *((Entity.PLACEMENT, word) for word in (row.code, row.candidate, where)))


def add_supervisor_warnings(batch: Batch, planned: Iterable[Planned], trained: set[int]) -> None:
    """Supervisors without the course, told when the courses of the batch are known. ``trained`` are contacts that have it."""
    having = {contact for contact in batch.contacts.by_id.values() if contact.id in trained} | batch.trained
    for sheet in planned:
        for turn in sheet.turns:
            entry = turn.subject
            if entry is None or not turn.stands or entry.entity is not Entity.PLACEMENT or not entry.said:
                continue
            supervisor = entry.get("supervisor_id")
            supervisor = batch.contacts.by_id.get(supervisor) if isinstance(supervisor, int) else supervisor
            if supervisor is not None and supervisor not in having:
                turn.warn(f"warn_{WarningCode.SUPERVISOR_WITHOUT_COURSE}", "supervisor")


class _Placement:
    """One row on its way: who, where, when and how, each asked or refused; what stands is said of the placement."""

    def __init__(self, batch: Batch, turn: Turn, row: PlacementRow) -> None:
        self.batch, self.turn, self.row = batch, turn, row

    def plan(self) -> None:
        """The placement with all the row says of it."""
        row, turn, batch = self.row, self.turn, self.batch
        known = batch.placements.by_word(line(row.code))
        if known is not None and known.is_void:
            turn.subject, turn.void, turn.title = known, True, ""
            return
        candidate = self._candidate(known)
        if candidate is not None and candidate.is_protected:
            turn.title, turn.is_masked = line(row.code), True
        host, contract = self._host_and_contract(known)
        reason, outcome = self._ending()
        if not turn.stands or host is None or contract is None:
            if row.form.strip():
                self._form(known)  # what else has to be asked is asked at once
            return
        whose = Whose(candidate, host, contract)
        known = known or batch.placements.of_row(turn, line(row.code), whose, row.starts_on)
        form, percent = self._form(known), self._percent()
        days = self._days(known)
        if not turn.stands:
            return
        entry = known or self._new(whose, days)
        if entry is None or not self._is_free(entry):
            return
        turn.subject = entry
        self._say_where(entry, whose, self._requirement(entry, contract, form))
        self._say_how(entry, form, percent, days)
        self._say_ending(entry, days, reason, outcome)
        self._warn(entry, candidate, host, form, days)
        turn.then(self._take)

    def _requirement(self, entry: Entry, contract: Entry, form: Entry | None) -> Entry | None:
        """What it counts towards; of a placement that is known only where the sheet says something."""
        if not (entry.is_new or self.row.requirement.strip()):
            return None
        form = form or self.batch.references.by_id.get(entry.get("form_id"))
        return self.batch.requirements.find(self.turn, contract, self.row.requirement, _kind(form), "requirement")

    def _take(self) -> None:
        entry = self.turn.subject
        if entry is not None:
            self.batch.placements.take(entry, self.turn, line(self.row.code))

    def _is_free(self, entry: Entry) -> bool:
        first = self.batch.placements.taken.get(entry)
        if first is not None:
            self.turn.error("placement_twice", "code", first=str(first.row), sheet=first.sheet)
        return first is None

    # ---------------------------------------------------------------- who and where

    def _candidate(self, known: Entry | None) -> Entry | None:
        row, turn = self.row, self.turn
        if row.candidate.strip() or row.personal_number:
            if row.heads is not None and row.heads > 1:
                turn.error("placement_both", "heads", value=str(row.heads))
            candidates, number = self.batch.candidates, row.personal_number
            return candidates.refer(turn, row.candidate, row.birth_year, "candidate", number=number)
        if known is not None and row.heads is None:
            return self.batch.placements.whose(known, "candidate_id")
        if row.heads is None:
            turn.error("placement_nobody", "candidate")
        elif row.heads < 1:
            turn.error("placement_heads", "heads", value=str(row.heads))
        return None

    def _host_and_contract(self, known: Entry | None) -> tuple[Entry | None, Entry | None]:
        """Where and under what; each may be told from the other, and that is said."""
        row, turn, batch = self.row, self.turn, self.batch
        host = contract = None
        if row.host.strip() or row.host_org_number.strip():
            host = batch.suppliers.find(turn, row.host, row.host_org_number, field="host")
        elif known is not None:
            host = batch.placements.whose(known, "host_supplier_id")
        if row.contract.strip():
            near = batch.contracts.of_supplier(host) if host is not None else ()
            contract = batch.contracts.find(turn, row.contract, "contract", near)
        elif known is not None:
            contract = batch.placements.whose(known, "contract_id")
        if host is None and contract is not None and not (row.host.strip() or row.host_org_number.strip()):
            host = self._host_of(contract)
        if contract is None and host is not None and not row.contract.strip():
            contract = self._contract_of(host)
        if host is None and contract is None and turn.stands:
            turn.error("placement_no_contract", "contract")
        return host, contract

    def _host_of(self, contract: Entry) -> Entry | None:
        suppliers = self.batch.contracts.suppliers_of(contract)
        called = self.batch.contracts.called(contract)
        if len(suppliers) == 1:
            name = "" if self.turn.is_masked else suppliers[0].get("name")
            self.turn.warn("warn_host_of_contract", "host", value=name, contract=called)
            return suppliers[0]
        if not suppliers:
            self.turn.error("placement_no_host", "host")
            return None
        asking = Asking(
            Entity.SUPPLIER, Doubt.SEVERAL, called, (name_key(called),), choices_of(suppliers), group="of_contract"
        )
        answer = self.batch.questions.ask(self.turn, asking, self.batch.suppliers.by_token, "host")
        return answer if isinstance(answer, Entry) else None

    def _contract_of(self, host: Entry) -> Entry | None:
        contracts, start = self.batch.contracts, self.row.starts_on
        own = contracts.of_supplier(host)
        running = [one for one in own if start is not None and contracts.runs_on(one, start)]
        if len(running or own) == 1:
            found = (running or own)[0]
            self.turn.warn("warn_contract_of_host", "contract", value=contracts.called(found))
            return found
        if not own:
            self.turn.error("placement_no_contract", "contract")
            return None
        return contracts.one_of(self.turn, running or own, host, "contract")

    # ---------------------------------------------------------------- when and how

    def _form(self, known: Entry | None) -> Entry | None:
        """The form; a new placement must have one."""
        find = self.batch.references.find
        return find(self.turn, ReferenceList.PLACEMENT_FORM, self.row.form, "form", may_be_empty=known is not None)

    def _percent(self) -> Decimal | None:
        percent = self.row.percent
        if percent is None:
            return None
        try:
            return check_working_time(percent.quantize(HUNDREDTH))
        except RuleViolation:
            self.turn.error("percent", "percent", value=format(percent.normalize(), "f"))
            return None

    def _ending(self) -> tuple[Entry | None, Entry | None]:
        find = self.batch.references.find
        reason = find(self.turn, ReferenceList.END_REASON, self.row.end_reason, "end_reason")
        return reason, find(self.turn, ReferenceList.OUTCOME, self.row.outcome, "outcome")

    def _days(self, entry: Entry | None) -> _Days:
        """The days as they will be. What has an end reason or an outcome, and a last day that is past, has ended on that day."""
        row, turn = self.row, self.turn
        stored: Mapping[str, Any] = entry.stored if entry is not None else {}
        start: dt.date | None = row.starts_on or stored.get("starts_on")
        planned: dt.date | None = row.planned_end_on or stored.get("planned_end_on") or row.ended_on
        ended: dt.date | None = row.ended_on or stored.get("ended_on")
        if ended is None and planned is not None and planned < self.batch.today and (row.end_reason or row.outcome):
            ended = planned
        if start is None:
            turn.error("placement_no_start", "starts_on")
        elif planned is None:
            turn.error("placement_no_end", "planned_end_on")
        else:
            for field, end in (("planned_end_on", planned), ("ended_on", ended)):
                if end is not None and end < start:
                    turn.error("end_before_start", field, start=start.isoformat(), end=end.isoformat())
                    break
        return _Days(start, planned, ended)

    def _new(self, whose: Whose, days: _Days) -> Entry | None:
        """A placement nobody has registered, unless the user says that it is one that looks like it."""
        turn, placements = self.turn, self.batch.placements
        probe = placements.new(f"{turn.sheet} {turn.row}")
        probe.said.update({"starts_on": days.start, "planned_end_on": days.planned, "ended_on": days.ended})
        answer = placements.overlapping(turn, whose, placements.period(probe))
        if isinstance(answer, Entry):
            return answer
        if answer is not Reply.MAKE:
            return None
        entry = placements.new(f"{turn.sheet} {turn.row}")
        turn.make(entry, _nothing)
        if whose.candidate is None:
            entry.said["heads"] = self.row.heads or 1
            entry.said["target_group_statement"] = words(self.row.statement) or None
            if not words(self.row.statement):
                turn.warn("warn_no_statement", "candidate")
        return entry

    # ---------------------------------------------------------------- what is said of it

    def _say_where(self, entry: Entry, whose: Whose, requirement: Entry | None) -> None:
        turn, row, batch = self.turn, self.row, self.batch
        host, contract, candidate = whose.host, whose.contract, whose.candidate
        if host is None or contract is None:
            return
        before = batch.placements.whose(entry, "host_supplier_id")
        turn.say(entry, "host", "host_supplier_id", host, (_name(before), _name(host)))
        before = batch.placements.whose(entry, "contract_id")
        called = batch.contracts.called
        turn.say(entry, "contract", "contract_id", contract, (called(before) if before else "", called(contract)))
        if candidate is not None:
            before = batch.placements.whose(entry, "candidate_id")
            turn.say(entry, "candidate", "candidate_id", candidate, (before.code if before else "", candidate.code))
        elif row.heads is not None:
            turn.say(entry, "heads", "heads", row.heads)
        if requirement is not None:
            before = batch.requirements.by_id.get(entry.get("requirement_id"))
            labels = (before.code if before else "", requirement.code)
            turn.say(entry, "requirement", "requirement_id", requirement, labels)
        workplace = batch.workplaces.at(turn, host, row.workplace)
        if workplace is not None:
            before = batch.workplaces.by_id.get(entry.get("workplace_id"))
            turn.say(entry, "workplace", "workplace_id", workplace, (_name(before), _name(workplace)))
        self._say_supervisor(entry, host)

    def _say_supervisor(self, entry: Entry, host: Entry) -> None:
        cells: ContactCells | None = self.row.supervisor
        if cells is None or not line(cells.name):
            return
        contacts = self.batch.contacts
        supervisor = contacts.find(
            self.turn, host, cells, field="supervisor", role=ContactRole.SUPERVISOR, counts=False
        )
        if supervisor is None:
            return
        before = contacts.by_id.get(entry.get("supervisor_id"))
        self.turn.say(entry, "supervisor", "supervisor_id", supervisor, (_name(before), _name(supervisor)))
        contacts.fill(self.turn, supervisor, cells)

    def _say_how(self, entry: Entry, form: Entry | None, percent: Decimal | None, days: _Days) -> None:
        turn, row = self.turn, self.row
        if form is not None:
            before = self.batch.references.by_id.get(entry.get("form_id"))
            labels = (before.stored["label"] if before else "", form.stored["label"])
            turn.say(entry, "form", "form_id", form, labels)
        turn.say(entry, "starts_on", "starts_on", days.start)
        turn.say(entry, "planned_end_on", "planned_end_on", days.planned)
        for field in _TEXTS:
            turn.say(entry, field, field, line(getattr(row, field)))
        turn.say(entry, "note", "note", words_to_add(entry, row.note))
        if entry.is_new and percent is None:
            turn.warn("warn_no_percent", "percent")
        self._say_percent(entry, FULL_TIME if entry.is_new and percent is None else percent)

    def _say_percent(self, entry: Entry, percent: Decimal | None) -> None:
        """The working time from the first day; of several in the register the sheet cannot tell which it means."""
        if percent is None:
            return
        if entry.is_new:
            entry.said["percent"] = percent
            return
        times = self.batch.placements.working_times.get(entry.id, [])
        if any(time["percent"] == percent for time in times):
            return
        if len(times) > 1:
            self.turn.warn("warn_working_times", "percent", value=told_text(percent))
            return
        before = told_text(times[0]["percent"]) if times else ""
        self.turn.tell("percent", before, told_text(percent))
        self.turn.then(later(entry.said.__setitem__, "percent", percent))

    def _say_ending(self, entry: Entry, days: _Days, reason: Entry | None, outcome: Entry | None) -> None:
        turn, references = self.turn, self.batch.references
        if days.ended is None:
            if reason is not None or outcome is not None:
                turn.warn("warn_not_ended", "ended_on")
            return
        turn.say(entry, "ended_on", "ended_on", days.ended)
        if reason is None and entry.stored.get("end_reason_id") is None:
            reason = references.by_key(ReferenceList.END_REASON, "unknown")
            turn.warn("warn_no_end_reason", "end_reason")
        for field, column, word in (("end_reason", "end_reason_id", reason), ("outcome", "outcome_end_id", outcome)):
            if word is not None:
                before = references.by_id.get(entry.get(column))
                turn.say(entry, field, column, word, (before.stored["label"] if before else "", word.stored["label"]))
        if reason is not None and days.planned is not None:
            broken_off = is_broken_off(days.ended, days.planned, reason.stored["key"])
            if broken_off != bool(entry.stored.get("interrupted")):
                turn.then(later(entry.said.__setitem__, "interrupted", broken_off))

    # ---------------------------------------------------------------- worth a warning

    def _warn(self, entry: Entry, candidate: Entry | None, host: Entry, form: Entry | None, days: _Days) -> None:
        """What the form would warn of; nothing of it stops the row."""
        if days.start is None or days.planned is None:
            return
        facts = PlacementFacts(days.start, days.planned, days.ended)
        shape = form or self.batch.references.by_id.get(entry.get("form_id"))
        others = [] if candidate is None else [one for one in self.batch.placements.of(candidate) if one is not entry]
        by_code = {str(number): one for number, one in enumerate(others)}
        for warning in warnings_for(
            facts,
            _form_facts(shape),
            others=(self._other(number, one) for number, one in by_code.items()),
            host_is_public=host.get("kind") is SupplierKind.PUBLIC,
        ):
            self._tell(warning, by_code)

    def _other(self, number: str, entry: Entry) -> OtherPlacement:
        period = self.batch.placements.period(entry)
        return OtherPlacement(number, period.start, period.end)

    def _tell(self, warning: PlacementWarning, by_code: dict[str, Entry]) -> None:
        facts = {name: told_text(value) for name, value in warning.facts.items()}
        code = f"warn_{warning.code}"
        if warning.code is WarningCode.OVERLAP:
            other = by_code[facts["code"]]
            facts["code"] = other.code
            if not other.code and other.made_by is not None:
                code, facts["first"], facts["sheet"] = "warn_overlap_row", str(other.made_by.row), other.made_by.sheet
        self.turn.warn(code, "", **facts)


def _nothing() -> None:
    """A placement is found by later rows through ``Placements.take``."""


def _name(entry: Entry | None) -> str:
    return "" if entry is None or entry.is_protected else entry.get("name") or ""


def _kind(form: Entry | None) -> PlacementKind | None:
    return None if form is None else form.stored["placement_kind"]


def _form_facts(form: Entry | None) -> FormFacts:
    if form is None:
        return FormFacts()
    told = form.stored
    return FormFacts(
        told["max_months"], told["max_days"], told["valid_from"], told["valid_to"], public_host_only=told["public_host_only"]
    )  # fmt: skip
