"""What the coordinator can do when something is not according to plan."""

import datetime as dt

from socialupph.domain.changes import Changes, Entity
from socialupph.domain.commands.deviations import DeviationFields, DeviationStepFields
from socialupph.domain.errors import NotFound, RuleViolation
from socialupph.domain.kinds import LadderStep
from socialupph.domain.views.deviations import DeviationRow, DeviationView
from socialupph.persistence.codes import next_code
from socialupph.persistence.database import Work
from socialupph.persistence.queries import deviations as queries
from socialupph.persistence.queries.lists import ListSource
from socialupph.persistence.records import DeviationRecord, DeviationStepRecord, FollowUpRecord, PlacementRecord
from socialupph.services.base import ListService, current, fill, required, void

_LADDER = tuple(LadderStep)


class Deviations(ListService[DeviationRow]):
    """Commands and queries of deviations."""

    def _source(self) -> ListSource[DeviationRow]:
        return queries.source()

    def view(self, deviation_id: int) -> DeviationView:
        """A deviation opened in full; NotFound when there is none."""
        with self._context.database.read() as session:
            found = queries.view(session, deviation_id)
        if found is None:
            raise NotFound("record.gone", {"id": deviation_id})
        return found

    def register(self, command: DeviationFields) -> Changes:
        """Register a deviation. RuleViolation when what happened is missing, or what it is about."""
        with self._context.database.write("deviation.register") as work:
            record = DeviationRecord(code=next_code(work.session, "A", 4))
            self._fill(work, record, command)
            work.session.add(record)
            work.subject = record.code
        return work.changes

    def edit(self, deviation_id: int, version: int, command: DeviationFields) -> Changes:
        """Change a deviation that was read as ``version``."""
        with self._context.database.write("deviation.edit") as work:
            record = current(work, DeviationRecord, deviation_id, version)
            self._fill(work, record, command)
            work.subject = record.code
        return work.changes

    def add_step(self, command: DeviationStepFields) -> Changes:
        """Agree on a step. RuleViolation ``deviation.ladder_*`` for a ladder step without a contract, or backwards."""
        with self._context.database.write("deviation.step") as work:
            deviation = current(work, DeviationRecord, command.deviation_id)
            _refuse_closed(deviation)
            if command.ladder is not None:
                self._check_ladder(work, deviation, command.ladder)
                if command.due_on is None:
                    raise RuleViolation("field.missing", "due_on")
            record = DeviationStepRecord()
            fill(record, command, leave={"what"})
            record.what = required(command.what, "what")
            work.session.add(record)
            work.subject = deviation.code
        return work.changes

    def step_done(self, step_id: int, version: int, on: dt.date | None = None) -> Changes:
        """Mark a step as done, today when no day is given."""
        with self._context.database.write("deviation.step_done") as work:
            step = current(work, DeviationStepRecord, step_id, version)
            step.done_on = on or self._context.clock.today()
            work.subject = current(work, DeviationRecord, step.deviation_id).code
        return work.changes

    def close(self, deviation_id: int, version: int, result: str, on: dt.date | None = None) -> Changes:
        """Close a deviation with what came of it. RuleViolation while a step is left."""
        with self._context.database.write("deviation.close") as work:
            record = current(work, DeviationRecord, deviation_id, version)
            _refuse_closed(record)
            if any(step.done_on is None for step in queries.steps(work.session, deviation_id)):
                raise RuleViolation("deviation.steps_left")
            record.result = required(result, "result")
            closed_on = on or self._context.clock.today()
            if closed_on < record.reported_on:
                raise RuleViolation("deviation.closed_before_reported", "closed_on")
            record.closed_on = closed_on
            work.subject = record.code
        return work.changes

    def reopen(self, deviation_id: int, version: int) -> Changes:
        """Take a closed deviation up again; what was written as its result stays."""
        with self._context.database.write("deviation.reopen") as work:
            record = current(work, DeviationRecord, deviation_id, version)
            record.closed_on = None
            work.subject = record.code
        return work.changes

    def void(self, deviation_id: int, version: int, reason: str) -> Changes:
        """Void a deviation that should never have been registered."""
        return void(self._context, DeviationRecord, deviation_id, version, reason)

    def _fill(self, work: Work, record: DeviationRecord, command: DeviationFields) -> None:
        if command.placement_id is None and command.follow_up_id is None and command.contract_id is None:
            raise RuleViolation("deviation.about_missing", "placement_id")
        fill(record, command, leave={"description", "reported_on"})
        record.description = required(command.description, "description")
        record.reported_on = command.reported_on or self._context.clock.today()
        if command.follow_up_id is not None:
            follow_up = current(work, FollowUpRecord, command.follow_up_id)
            record.placement_id = command.placement_id or follow_up.placement_id
            record.contract_id = command.contract_id or follow_up.contract_id
        if record.placement_id is not None and record.contract_id is None:
            record.contract_id = current(work, PlacementRecord, record.placement_id).contract_id

    def _check_ladder(self, work: Work, deviation: DeviationRecord, step: LadderStep) -> None:
        if deviation.contract_id is None:
            raise RuleViolation("deviation.ladder_without_contract", "ladder")
        before = queries.steps(work.session, deviation.id)
        highest = max((_LADDER.index(taken.ladder) for taken in before if taken.ladder), default=-1)
        if _LADDER.index(step) < highest:
            raise RuleViolation("deviation.ladder_backwards", "ladder")


def _refuse_closed(record: DeviationRecord) -> None:
    if record.closed_on is not None:
        raise RuleViolation("deviation.is_closed", None, {"entity": Entity.DEVIATION, "code": record.code})
