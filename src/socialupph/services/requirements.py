"""What the coordinator can do with requirements, and what their ledgers say."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from socialupph.domain.amounts import check_amount
from socialupph.domain.changes import Changes
from socialupph.domain.commands.requirements import AssessmentFields, RequirementFields
from socialupph.domain.errors import NotFound, RuleViolation
from socialupph.domain.kinds import ReferenceList
from socialupph.domain.ledger import Ledger, RequirementUnit
from socialupph.domain.queries import ListQuery
from socialupph.domain.requirements import WORST_FIRST, Standing
from socialupph.domain.values import check_share
from socialupph.domain.views.requirements import RequirementRow, RequirementView
from socialupph.persistence.codes import next_code
from socialupph.persistence.database import Work
from socialupph.persistence.parts import replace_parts
from socialupph.persistence.queries import ledger as ledger_queries
from socialupph.persistence.queries import lists
from socialupph.persistence.queries import requirements as queries
from socialupph.persistence.records import (
    ContractRecord,
    ReferenceItemRecord,
    RequirementRecord,
    RequirementTargetGroupRecord,
    SupplierReportRecord,
)
from socialupph.services.base import ListService, current, fill, required, void
from socialupph.services.requirement_plan import fill_due_days, plan_reports

LONGEST_MINIMUM = 240
_SMALLEST_VOLUME = Decimal("0.0001")
_WHOLE = frozenset({RequirementUnit.PLACES, RequirementUnit.PERSONS})
_COMPUTED = frozenset({"standing", "months", "delivered", "planned", "missing", "places_delivered", "share"})


class Requirements(ListService[RequirementRow]):
    """Commands and queries of requirements. The list knows orders and a filter that only the ledgers can tell."""

    def ids(self, query: ListQuery) -> list[int]:
        """Ids of the requirements asked for, in order; KeyError for an unknown order or filter.

        ``standing`` is a filter and an order worked out by the ledgers; so are the orders by figures.
        """
        standing = {value for name, chosen in query.filters if name == "standing" for value in chosen}
        plain = replace(query, filters=tuple(one for one in query.filters if one[0] != "standing"))
        computed = query.sort in _COMPUTED
        if computed:
            plain = replace(plain, sort="code", descending=False)
        with self._context.database.read() as session:
            found = lists.ids(session, queries.source(), plain)
        if not (standing or computed):
            return found
        rows = [row for row in self.rows(found) if not standing or row.standing in standing]
        if computed:
            rows = _sorted(rows, query.sort, descending=query.descending)
        return [row.id for row in rows]

    def rows(self, wanted: Sequence[int], *, show_names: bool = False) -> list[RequirementRow]:
        """Row views in the order of ``wanted``, with what each ledger says today."""
        del show_names
        today = self._context.clock.today()
        with self._context.database.read() as session:
            plain = lists.rows(session, queries.source(), wanted)
            found = ledger_queries.ledgers(session, today, wanted)
            return [queries.ledger_row(row, found[row["_id"]]) for row in plain]

    def total(self) -> int:
        """How many requirements there are, without filter."""
        with self._context.database.read() as session:
            return lists.total(session, queries.source())

    def at_risk(self) -> list[int]:
        """Ids of the requirements at risk today."""
        return self.ids(ListQuery(sort="code", filters=(("standing", (Standing.AT_RISK.value,)),)))

    def view(self, requirement_id: int, *, as_of: dt.date | None = None, show_names: bool = False) -> RequirementView:
        """A requirement opened in full with its ledger on ``as_of`` (today when left out); NotFound when there is none."""
        day = as_of or self._context.clock.today()
        with self._context.database.read() as session:
            found = queries.views(session, day, [requirement_id], show_names=show_names)
        if requirement_id not in found:
            raise NotFound("record.gone", {"id": requirement_id})
        return found[requirement_id]

    def ledger(self, requirement_id: int, *, as_of: dt.date | None = None) -> Ledger:
        """The ledger of a requirement on ``as_of`` (today when left out)."""
        return self.view(requirement_id, as_of=as_of).ledger

    def register(self, command: RequirementFields) -> Changes:
        """Register a requirement. Days left empty get their usual value; RuleViolation for what cannot be."""
        with self._context.database.write("requirement.register") as work:
            contract = current(work, ContractRecord, command.contract_id)
            if contract.voided_on is not None:
                raise RuleViolation("contract.is_void", "contract_id")
            item = _check(work, command)
            record = RequirementRecord()
            fill(record, command, leave={"target_groups"})
            record.code = next_code(work.session, contract.code, 1, "/")
            record.number = int(record.code.rpartition("/")[2])
            fill_due_days(record, contract, has_volume=item.has_volume)
            work.session.add(record)
            work.session.flush()
            self._finish(work, record, command)
        return work.changes

    def edit(self, requirement_id: int, version: int, command: RequirementFields) -> Changes:
        """Change a requirement that was read as ``version``; StaleRecord when it was saved since."""
        with self._context.database.write("requirement.edit") as work:
            record = current(work, RequirementRecord, requirement_id, version)
            _check(work, command)
            _refuse_move(record, command)
            fill(record, command, leave={"target_groups", "contract_id"})
            self._finish(work, record, command)
        return work.changes

    def confirm(self, requirement_id: int, version: int, command: RequirementFields | None = None) -> Changes:
        """Make a proposal a requirement, as it stands or as ``command`` puts it right. From then on it counts."""
        with self._context.database.write("requirement.confirm") as work:
            record = current(work, RequirementRecord, requirement_id, version)
            if record.confirmed:
                raise RuleViolation("requirement.confirmed_already")
            if command is not None:
                _check(work, command)
                _refuse_move(record, command)
                fill(record, command, leave={"target_groups", "contract_id"})
            contract = current(work, ContractRecord, record.contract_id)
            item = current(work, ReferenceItemRecord, record.type_id)
            record.confirmed = True
            fill_due_days(record, contract, has_volume=item.has_volume)
            self._finish(work, record, command)
        return work.changes

    def assess(self, requirement_id: int, version: int, command: AssessmentFields) -> Changes:
        """Judge a requirement: by whom, when and why. RuleViolation for a proposal, a missing reason or a day ahead."""
        with self._context.database.write("requirement.assess") as work:
            record = current(work, RequirementRecord, requirement_id, version)
            if not record.confirmed:
                raise RuleViolation("requirement.not_confirmed")
            day = command.assessed_on or self._context.clock.today()
            if day > self._context.clock.today():
                raise RuleViolation("assessment.in_future", "assessed_on")
            record.assessment = command.assessment
            record.assessment_reason = required(command.reason, "reason")
            record.assessed_by = required(command.assessed_by, "assessed_by")
            record.assessed_on = day
            work.subject = record.code
        return work.changes

    def withdraw_assessment(self, requirement_id: int, version: int) -> Changes:
        """Take back how a requirement was judged; history keeps it."""
        with self._context.database.write("requirement.assess") as work:
            record = current(work, RequirementRecord, requirement_id, version)
            record.assessment = record.assessment_reason = record.assessed_by = record.assessed_on = None
            work.subject = record.code
        return work.changes

    def first_meeting_held(self, requirement_id: int, version: int, held_on: dt.date | None) -> Changes:
        """Note when the first meeting about a requirement was held. RuleViolation for no day, or one ahead."""
        if held_on is None:
            raise RuleViolation("field.missing", "held_on")
        if held_on > self._context.clock.today():
            raise RuleViolation("requirement.meeting_ahead", "held_on")
        with self._context.database.write("requirement.first_meeting_held") as work:
            record = current(work, RequirementRecord, requirement_id, version)
            record.first_meeting_held_on = held_on
            work.subject = record.code
        return work.changes

    def report_received(
        self, report_id: int, version: int, received_on: dt.date, *, nothing_to_report: bool = False, note: str = ""
    ) -> Changes:
        """Note that a supplier's report has come, also one that says there is nothing to report."""
        with self._context.database.write("requirement.report_received") as work:
            report = current(work, SupplierReportRecord, report_id, version)
            report.received_on, report.nothing_to_report = received_on, nothing_to_report
            report.note = note.strip() or None
            work.subject = current(work, RequirementRecord, report.requirement_id).code
        return work.changes

    def void(self, requirement_id: int, version: int, reason: str) -> Changes:
        """Void a requirement that should never have been registered."""
        return void(self._context, RequirementRecord, requirement_id, version, reason)

    def _finish(self, work: Work, record: RequirementRecord, command: RequirementFields | None) -> None:
        if command is not None:
            groups: dict[int, dict[str, object]] = {number: {} for number in command.target_groups}
            replace_parts(work, record, RequirementTargetGroupRecord, "target_group_id", groups)
        work.session.flush()
        plan_reports(work, record, self._context.clock.today())
        work.subject = record.code


def _sorted(rows: Sequence[RequirementRow], order: str, *, descending: bool) -> list[RequirementRow]:
    """Rows by a figure; those without it last, whichever way."""

    def value(row: RequirementRow) -> object:
        return WORST_FIRST.index(row.standing) if order == "standing" else getattr(row, order)

    told = [row for row in rows if value(row) is not None]
    told.sort(key=value, reverse=descending)  # type: ignore[arg-type]
    return [*told, *(row for row in rows if value(row) is None)]


def _refuse_move(record: RequirementRecord, command: RequirementFields) -> None:
    if command.contract_id != record.contract_id:
        raise RuleViolation("requirement.other_contract", "contract_id")


def _check(work: Work, command: RequirementFields) -> ReferenceItemRecord:
    """Refuse what cannot be; gives the requirement's type."""
    found = queries.items_by_id(work.session, [command.type_id, *command.target_groups])
    item = found.get(command.type_id)
    if item is None or item.list is not ReferenceList.REQUIREMENT_TYPE:
        raise RuleViolation("field.missing", "type_id")
    groups = [found.get(number) for number in command.target_groups]
    if any(group is None or group.list is not ReferenceList.TARGET_GROUP for group in groups):
        raise RuleViolation("field.missing", "target_groups")
    _check_volume(command, item)
    if command.starts_on and command.ends_on and command.ends_on < command.starts_on:
        raise RuleViolation("period.end_before_start", "ends_on", {"start": command.starts_on, "end": command.ends_on})
    check_share(command.early_end_percent, "early_end_percent")
    for field in ("sanction_amount", "bonus_per_unit", "bonus_ceiling"):
        check_amount(getattr(command, field), field)
    return item


def _check_volume(command: RequirementFields, item: ReferenceItemRecord) -> None:
    if not item.has_volume and (command.volume is not None or command.places is not None):
        raise RuleViolation("requirement.no_volume", "volume")
    if command.volume is not None and command.unit is None:
        raise RuleViolation("field.missing", "unit")
    if command.unit is not None and command.volume is None:
        raise RuleViolation("field.missing", "volume")
    check_amount(command.volume, "volume", places=4, least=_SMALLEST_VOLUME)
    if command.volume is not None and command.unit in _WHOLE and command.volume != command.volume.to_integral_value():
        raise RuleViolation("requirement.whole", "volume")
    if command.places is not None and command.places < 1:
        raise RuleViolation("requirement.places", "places")
    if command.minimum_months is not None and not 1 <= command.minimum_months <= LONGEST_MINIMUM:
        raise RuleViolation("requirement.minimum_months", "minimum_months", {"months": LONGEST_MINIMUM})
    for field in ("unit_employment_months", "unit_internship_months"):
        amount: Decimal | None = getattr(command, field)
        if amount is None and command.unit == RequirementUnit.UNITS:
            raise RuleViolation("field.missing", field)
        check_amount(amount, field, least=Decimal("0.01"))
