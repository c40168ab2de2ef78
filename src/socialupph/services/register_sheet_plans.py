"""The rhythm of follow-ups of placements that come from a sheet: what lies ahead is planned, what lies behind was done elsewhere."""

from collections.abc import Sequence

from socialupph.domain.follow_ups import Covered, ExistingStep, FollowUpStatus, PlannedStep, Rhythm, plan_ahead, replan
from socialupph.domain.periods import Period
from socialupph.persistence.bulk import RowChange, delete_many, update_many
from socialupph.persistence.database import Work
from socialupph.persistence.queries import register_sheets as queries
from socialupph.persistence.records import FollowUpRecord
from socialupph.services.placing import NO_TEXT_LEFT
from socialupph.services.register_sheet_batch import Batch
from socialupph.services.register_sheet_entries import Entry

_DAYS = frozenset({"starts_on", "planned_end_on", "ended_on"})


class Plans:
    """Makes plans for new placements, and lets those of changed ones follow their dates as a form does."""

    def __init__(self, work: Work, batch: Batch, rhythm: Rhythm) -> None:
        self._work, self._batch, self._rhythm = work, batch, rhythm
        self._index = batch.follow_ups

    def make(self) -> None:
        """All of them. What is added is written with the follow-ups of the sheets."""
        placements = self._batch.placements
        moved = [entry for entry in placements.changed() if not _DAYS.isdisjoint(entry.said)]
        self._index.read(moved)
        for entry in placements.made:
            steps = plan_ahead(placements.period(entry), self._rhythm, self._batch.today, self._existing(entry))
            self._add(entry, steps)
        gone: list[Entry] = []
        for entry in moved:
            gone.extend(self._move(entry))
        self._drop(gone)

    def _existing(self, placement: Entry) -> list[ExistingStep]:
        return [_step(number, one) for number, one in enumerate(self._index.of(placement))]

    def _add(self, placement: Entry, steps: Sequence[PlannedStep]) -> None:
        for step in steps:
            entry = self._index.new(f"{placement.token} {step.kind} {step.due}")
            entry.said.update(
                {
                    "placement_id": placement,
                    "kind": step.kind,
                    "due_on": step.due,
                    "covers": [str(covered) for covered in step.covers],
                }
            )
            self._index.add(entry)

    def _move(self, placement: Entry) -> list[Entry]:
        """Move what is not done to the new dates; gives what the plan no longer has. What lies behind is not added."""
        stored = placement.stored
        before = Period(stored["starts_on"], stored["ended_on"] or stored["planned_end_on"])
        after = self._batch.placements.period(placement)
        if before == after:
            return []
        listed = self._index.of(placement)
        changes = replan(self._existing(placement), before, after, self._rhythm)
        for moved in changes.move:
            entry, covers = listed[moved.id], [str(covered) for covered in moved.covers]
            if entry in self._index.taken:
                continue
            if entry.get("due_on") != moved.due:
                entry.said.update({"due_on": moved.due, "moved_by_hand": False})
            if entry.get("covers") != covers:
                entry.said["covers"] = covers
        self._add(placement, [step for step in changes.add if step.due >= self._batch.today])
        return [listed[number] for number in changes.drop if listed[number] not in self._index.taken]

    def _drop(self, gone: Sequence[Entry]) -> None:
        """Take away what the plan no longer has; what something hangs on is voided instead."""
        kept = queries.referred_follow_ups(self._work.session, [entry.id for entry in gone])
        voided = {"voided_on": self._batch.today, "void_reason": NO_TEXT_LEFT}
        for entry in gone:
            entry.said.clear()
        changes = [RowChange(entry.stored, voided) for entry in gone if entry.id in kept]
        update_many(self._work, FollowUpRecord, changes)
        delete_many(self._work, FollowUpRecord, [entry.stored for entry in gone if entry.id not in kept])


def _step(number: int, entry: Entry) -> ExistingStep:
    """A follow-up as the rules see it, by its place in the list; one that was held stands on the day it was."""
    status = entry.get("status") or FollowUpStatus.PLANNED
    day = entry.get("held_on") if status is FollowUpStatus.DONE else None
    covers = tuple(Covered.parse(text) for text in entry.get("covers") or ())
    return ExistingStep(number, entry.get("kind"), day or entry.get("due_on"), status, covers)
