"""What the coordinator can do with placements."""

import datetime as dt

from socialupph.domain.changes import Changes
from socialupph.domain.commands.placements import (
    ChangeWorkingTime,
    EndPlacement,
    PauseFields,
    PlacementFields,
    SetOutcome,
)
from socialupph.domain.errors import NotFound, RuleViolation
from socialupph.domain.kinds import AuditKind
from socialupph.domain.periods import WorkingTime
from socialupph.domain.placements import PlacementFacts, PlacementWarning, is_broken_off, warnings_for
from socialupph.domain.values import check_working_time
from socialupph.domain.views.placements import PlacementRow, PlacementView
from socialupph.domain.views.what_if import WhatIfEnd
from socialupph.persistence.queries import placement_views, what_if
from socialupph.persistence.queries import placements as queries
from socialupph.persistence.queries import placing as lookups
from socialupph.persistence.queries.lists import ListSource
from socialupph.persistence.records import (
    PauseRecord,
    PlacementRecord,
    ReferenceItemRecord,
    WorkingTimeRecord,
)
from socialupph.services import placing
from socialupph.services.base import ListService, current


class Placements(ListService[PlacementRow]):
    """Commands and queries of placements."""

    def _source(self) -> ListSource[PlacementRow]:
        return queries.source(self._context.clock.today())

    def view(self, placement_id: int) -> PlacementView:
        """A placement opened in full; NotFound when there is none. Opening a protected person's is logged."""
        with self._context.database.read() as session:
            found = placement_views.view(session, placement_id, self._context.clock.today())
        if found is None:
            raise NotFound("record.gone", {"id": placement_id})
        if found.protected:
            with self._context.database.write("placement.view", found.code) as work:
                work.log(AuditKind.VIEWED_PROTECTED, found.code)
        return found

    def beside(self, placement_id: int) -> PlacementView:
        """A placement in short, for the panel beside a list; NotFound when there is none.

        The person is told by code, and of a protected one neither host, workplace, supervisor nor contract; nothing is logged.
        """
        with self._context.database.read() as session:
            found = placement_views.beside(session, placement_id, self._context.clock.today())
        if found is None:
            raise NotFound("record.gone", {"id": placement_id})
        return found

    def what_if(self, placement_id: int, last_day: dt.date) -> WhatIfEnd:
        """What it would give and lack if the placement ended on ``last_day``, and who and what fits; nothing is written.

        NotFound, or RuleViolation when the day is before its start.
        """
        with self._context.database.read() as session:
            found = what_if.what_if_end(session, placement_id, last_day, self._context.clock.today())
        if found is None:
            raise NotFound("record.gone", {"id": placement_id})
        return found

    def register(self, command: PlacementFields) -> Changes:
        """Register a placement with its plan of follow-ups. RuleViolation for dates or working time that cannot be."""
        with self._context.database.write("placement.register") as work:
            placing.make_placement(self._context, work, command)
        return work.changes

    def edit(self, placement_id: int, version: int, command: PlacementFields) -> Changes:
        """Change a placement; of its follow-ups only what is not done moves with the dates."""
        with self._context.database.write("placement.edit") as work:
            record = current(work, PlacementRecord, placement_id, version)
            placing.change_placement(self._context, work, record, command)
        return work.changes

    def warnings(self, command: PlacementFields, placement_id: int | None = None) -> tuple[PlacementWarning, ...]:
        """What is worth a warning before saving; nothing of it stops a save. RuleViolation where nothing could be saved.

        ``placement_id`` is the placement being changed, so that it does not overlap itself.
        """
        with self._context.database.read() as session:
            origin = lookups.origin(session, command.opening_id, command.requirement_id, command.contract_id)
            fields = placing.resolved(command, origin)
            found = lookups.warning_facts(session, fields, placement_id)
        times = (WorkingTime(fields.starts_on, fields.working_time_percent),)
        return warnings_for(
            PlacementFacts(fields.starts_on, fields.planned_end_on, working_times=times),
            found.form,
            others=found.others,
            host_is_public=found.host_is_public,
            supervisor_trained=found.supervisor_trained,
        )

    def change_working_time(self, command: ChangeWorkingTime) -> Changes:
        """From a day on another working time, or take such a change back. The first day's cannot be taken away."""
        with self._context.database.write("placement.working_time") as work:
            record = current(work, PlacementRecord, command.placement_id, command.version)
            times = {one.from_on: one for one in lookups.working_times(work.session, record.id)}
            there = times.get(command.from_on)
            if command.percent is not None:
                percent = check_working_time(command.percent, "percent")
                if there is None:
                    added = WorkingTimeRecord(placement_id=record.id, from_on=command.from_on, percent=percent)
                    work.session.add(added)
                else:
                    there.percent = percent
            elif there is not None and command.from_on != record.starts_on:
                work.session.delete(there)
            work.session.flush()
            placing.checked(work, record)
            work.subject = record.code
        return work.changes

    def pause(self, command: PauseFields) -> Changes:
        """The placement stands still for some days."""
        with self._context.database.write("placement.pause") as work:
            record = current(work, PlacementRecord, command.placement_id, command.version)
            if command.ends_on < command.starts_on:
                raise RuleViolation(
                    "period.end_before_start", "ends_on", {"start": command.starts_on, "end": command.ends_on}
                )
            pause = PauseRecord(placement_id=record.id, starts_on=command.starts_on, ends_on=command.ends_on)
            work.session.add(pause)
            work.session.flush()
            placing.checked(work, record)
            work.subject = record.code
        return work.changes

    def edit_pause(self, pause_id: int, version: int, starts_on: dt.date, ends_on: dt.date) -> Changes:
        """Change a pause, for example because the person came back earlier."""
        with self._context.database.write("placement.pause") as work:
            pause = current(work, PauseRecord, pause_id, version)
            if ends_on < starts_on:
                raise RuleViolation("period.end_before_start", "ends_on", {"start": starts_on, "end": ends_on})
            pause.starts_on, pause.ends_on = starts_on, ends_on
            work.session.flush()
            record = current(work, PlacementRecord, pause.placement_id)
            placing.checked(work, record)
            work.subject = record.code
        return work.changes

    def remove_pause(self, pause_id: int, version: int) -> Changes:
        """The pause never was."""
        with self._context.database.write("placement.pause") as work:
            pause = current(work, PauseRecord, pause_id, version)
            work.subject = current(work, PlacementRecord, pause.placement_id).code
            work.session.delete(pause)
        return work.changes

    def end(self, command: EndPlacement) -> Changes:
        """The placement has ended, or will on a day that is known. The plan after the end moves with it."""
        with self._context.database.write("placement.end") as work:
            record = current(work, PlacementRecord, command.placement_id, command.version)
            reason = current(work, ReferenceItemRecord, command.end_reason_id)
            before = placing.period_of(record)
            record.ended_on, record.end_reason_id = command.ended_on, command.end_reason_id
            record.interrupted = (
                is_broken_off(command.ended_on, record.planned_end_on, reason.key)
                if command.interrupted is None
                else command.interrupted
            )
            if command.outcome_id is not None:
                record.outcome_end_id = command.outcome_id
            placing.checked(work, record)
            placing.move_plan(self._context, work, record, before)
            placing.settle(self._context, work, record)
            work.subject = record.code
        return work.changes

    def reopen(self, placement_id: int, version: int) -> Changes:
        """It had not ended: the end, its reason and outcome are taken back, and the plan returns to the planned end."""
        with self._context.database.write("placement.reopen") as work:
            record = current(work, PlacementRecord, placement_id, version)
            before = placing.period_of(record)
            record.ended_on = record.end_reason_id = record.outcome_end_id = None
            record.interrupted = False
            placing.checked(work, record)
            placing.move_plan(self._context, work, record, before)
            placing.settle(self._context, work, record)
            work.subject = record.code
        return work.changes

    def set_outcome(self, command: SetOutcome) -> Changes:
        """What became of the person at the end, or 90 days, 6 or 12 months after it."""
        with self._context.database.write("placement.outcome") as work:
            record = current(work, PlacementRecord, command.placement_id, command.version)
            setattr(record, f"outcome_{command.time}_id", command.outcome_id)
            work.subject = record.code
        return work.changes

    def void(self, placement_id: int, version: int, reason: str) -> Changes:
        """Void a placement that should never have been registered, and its follow-ups with it."""
        if not reason.strip():
            raise RuleViolation("void.reason_missing", "reason")
        with self._context.database.write("placement.void") as work:
            record = current(work, PlacementRecord, placement_id, version)
            if record.voided_on is not None:
                raise RuleViolation("void.already")
            today = self._context.clock.today()
            for row in (record, *lookups.follow_ups(work.session, record.id)):
                row.voided_on, row.void_reason = today, reason.strip()
            placing.settle(self._context, work, record)
            work.subject = record.code
        return work.changes
