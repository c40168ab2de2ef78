"""What several commands do inside their transaction: make a placement, keep its plan, its opening and its candidate in step."""

from dataclasses import replace
from typing import Any

from socialupph.domain.commands.placements import PlacementFields
from socialupph.domain.errors import NotFound, RuleViolation
from socialupph.domain.follow_ups import Covered, ExistingStep, PlannedStep, Rhythm, plan, replan
from socialupph.domain.kinds import CandidateStatus
from socialupph.domain.openings import status_by_seats
from socialupph.domain.periods import Period, WorkingTime
from socialupph.domain.placements import PlacementFacts, check_placement
from socialupph.persistence.codes import next_code, reserve
from socialupph.persistence.database import Work
from socialupph.persistence.queries import placing as queries
from socialupph.persistence.queries import settings as settings_queries
from socialupph.persistence.queries.placing import Origin
from socialupph.persistence.records import (
    CandidateRecord,
    FollowUpRecord,
    OpeningRecord,
    PlacementRecord,
    WorkingTimeRecord,
)
from socialupph.services.base import Context, current, fill

NO_TEXT_LEFT = "Tidpunkten finns inte längre i planen"
"""Why a follow-up that something hangs on was voided when its date left the plan."""


def resolved(fields: PlacementFields, origin: Origin | None) -> PlacementFields:
    """The fields with what their opening, requirement and contract know already.

    Raises NotFound when one of those is gone, RuleViolation at ``contract_id``, ``host_supplier_id``, ``requirement_id``, ``heads`` or
    ``target_group_statement``.
    """
    if origin is None:
        raise NotFound("record.gone")
    if origin.contract_id is None:
        raise RuleViolation("field.missing", "contract_id")
    if fields.contract_id not in (None, origin.contract_id):
        raise RuleViolation("placement.other_contract", "requirement_id")
    host = fields.host_supplier_id or origin.supplier_id
    if host is None:
        raise RuleViolation("field.missing", "host_supplier_id")
    here = host == origin.supplier_id
    return _checked_people(
        replace(
            fields,
            contract_id=origin.contract_id,
            requirement_id=origin.requirement_id,
            host_supplier_id=host,
            workplace_id=fields.workplace_id or (origin.workplace_id if here else None),
            supervisor_id=fields.supervisor_id or (origin.supervisor_id if here else None),
        )
    )


def _resolved(work: Work, fields: PlacementFields) -> PlacementFields:
    return resolved(fields, queries.origin(work.session, fields.opening_id, fields.requirement_id, fields.contract_id))


def _checked_people(fields: PlacementFields) -> PlacementFields:
    if fields.candidate_id is not None:
        return replace(fields, heads=1, target_group_statement=None)
    if fields.heads < 1:
        raise RuleViolation("placement.heads", "heads")
    if not (fields.target_group_statement or "").strip():
        raise RuleViolation("placement.statement_missing", "target_group_statement")
    return fields


def make_placement(context: Context, work: Work, fields: PlacementFields, match_id: int | None = None) -> None:
    """A new placement with its working time and plan of follow-ups; candidate and opening follow. The operation bears its code."""
    fields = _resolved(work, fields)
    record = PlacementRecord(code=next_code(work.session, "P", 4), match_id=match_id)
    _fill(record, fields)
    check_placement(_facts(record, (WorkingTime(fields.starts_on, fields.working_time_percent),), ()))
    work.session.add(record)
    work.session.flush()
    work.session.add(
        WorkingTimeRecord(placement_id=record.id, from_on=fields.starts_on, percent=fields.working_time_percent)
    )
    add_steps(work, record.id, plan(period_of(record), rhythm(context, work)))
    settle(context, work, record)
    work.subject = record.code


def change_placement(context: Context, work: Work, record: PlacementRecord, fields: PlacementFields) -> None:
    """Change a placement; what of its plan is not done moves with its dates."""
    before, old_candidate, old_opening = period_of(record), record.candidate_id, record.opening_id
    fields = _resolved(work, fields)
    _fill(record, fields)
    times = queries.working_times(work.session, record.id)
    for time in times[:1]:
        time.percent = fields.working_time_percent
        if time.from_on == before.start:
            time.from_on = record.starts_on
    checked(work, record)
    move_plan(context, work, record, before)
    settle(context, work, record)
    if old_candidate is not None:
        _settle_candidate(context, work, old_candidate)
    if old_opening is not None:
        settle_opening(work, old_opening)
    work.subject = record.code


def _fill(record: PlacementRecord, fields: PlacementFields) -> None:
    fill(record, fields, leave={"start_checklist", "working_time_percent"})
    record.start_checklist = list(fields.start_checklist)


def _facts(record: PlacementRecord, times: tuple[WorkingTime, ...], pauses: tuple[Period, ...]) -> PlacementFacts:
    return PlacementFacts(
        record.starts_on, record.planned_end_on, record.ended_on, times, pauses, interrupted=bool(record.interrupted)
    )


def checked(work: Work, record: PlacementRecord) -> PlacementFacts:
    """The placement as the rules see it; RuleViolation when it cannot be."""
    with work.session.no_autoflush:
        times = tuple(WorkingTime(one.from_on, one.percent) for one in queries.working_times(work.session, record.id))
        pauses = queries.pauses(work.session, record.id)
        facts = _facts(record, times, tuple(Period(one.starts_on, one.ends_on) for one in pauses))
    check_placement(facts)
    return facts


def period_of(record: PlacementRecord) -> Period:
    """From the first day to the actual end, or the planned one."""
    return Period(record.starts_on, record.ended_on or record.planned_end_on)


def rhythm(context: Context, work: Work) -> Rhythm:
    """How plans are made in this register."""
    return rhythm_of(context, work.session)


def rhythm_of(context: Context, session: Any) -> Rhythm:
    """The same, where nothing is written."""
    return Rhythm(context.calendar, july_to_august=settings_queries.load(session).july_to_august)


def add_steps(work: Work, placement_id: int, steps: tuple[PlannedStep, ...]) -> None:
    """Put steps of a plan into the register, with codes in order of date."""
    number = reserve(work.session, "U", len(steps))
    for offset, step in enumerate(steps):
        work.session.add(
            FollowUpRecord(
                code=f"U-{number + offset:04d}",
                placement_id=placement_id,
                kind=step.kind,
                due_on=step.due,
                covers=[str(covered) for covered in step.covers],
            )
        )


def move_plan(context: Context, work: Work, record: PlacementRecord, before: Period) -> None:
    """Let the plan follow from ``before`` to the placement's dates now; only what is not done moves."""
    after = period_of(record)
    if after == before:
        return
    rows = {row.id: row for row in queries.follow_ups(work.session, record.id)}
    existing = [
        ExistingStep(row.id, row.kind, row.due_on, row.status, tuple(Covered.parse(text) for text in row.covers))
        for row in rows.values()
    ]
    changes = replan(existing, before, after, rhythm(context, work))
    for moved in changes.move:
        row = rows[moved.id]
        if row.due_on != moved.due:
            row.due_on, row.moved_by_hand = moved.due, False
        row.covers = [str(covered) for covered in moved.covers]
    for number in changes.drop:
        if queries.is_referred_to(work.session, number):
            rows[number].voided_on, rows[number].void_reason = context.clock.today(), NO_TEXT_LEFT
        else:
            work.session.delete(rows[number])
    add_steps(work, record.id, changes.add)


def settle(context: Context, work: Work, record: PlacementRecord) -> None:
    """Bring the opening's status and the candidate's in step with the placement."""
    work.session.flush()
    if record.opening_id is not None:
        settle_opening(work, record.opening_id)
    if record.candidate_id is not None:
        _settle_candidate(context, work, record.candidate_id)


def settle_opening(work: Work, opening_id: int) -> None:
    """Open, reserved or filled, by the seats taken and the offers out; draft and closed stay."""
    opening = current(work, OpeningRecord, opening_id)
    taken = queries.seats_taken(work.session, opening_id)
    opening.status = status_by_seats(opening.status, opening.seats, taken, queries.offers_out(work.session, opening_id))


def _settle_candidate(context: Context, work: Work, candidate_id: int) -> None:
    candidate = current(work, CandidateRecord, candidate_id)
    if candidate.status == CandidateStatus.CLOSED:
        return
    placed = queries.has_placement(work.session, candidate_id, context.clock.today())
    candidate.status = CandidateStatus.PLACED if placed else CandidateStatus.ACTIVE
