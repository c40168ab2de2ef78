"""Placements of every status with their follow-ups, and the deviations met on the way."""

import datetime as dt

from socialupph.domain.follow_ups import FollowUpKind, FollowUpStatus, Rhythm, plan
from socialupph.domain.kinds import (
    CandidateStatus,
    DeviationKind,
    FollowUpMeans,
    LadderStep,
    Question,
    Respondent,
    Severity,
)
from socialupph.domain.matching import MatchStep
from socialupph.domain.openings import OpeningStatus
from socialupph.domain.periods import Period, last_day_of
from socialupph.persistence.bulk import Row
from socialupph.persistence.records import (
    AgreedStepRecord,
    CandidateRecord,
    ContractRecord,
    DeviationRecord,
    DeviationStepRecord,
    FollowUpAnswerRecord,
    FollowUpRecord,
    MatchRecord,
    PauseRecord,
    PlacementRecord,
    RequirementRecord,
    WorkingTimeRecord,
)
from socialupph.services.sample.matching import add_opening
from socialupph.services.sample.words import STEPS, SUMMARIES, person
from socialupph.services.sample.world import World

FORMS = ("work_practice", "work_training", "reinforced_work_training", "introduction_job", "new_start_job")
OUTCOMES = ("employed_without_support", "employed_with_support", "new_period", "studies", "other_measure", "unknown")


def fill(world: World) -> None:
    """Add them, spread over the contracts that ask for people and have begun."""
    asking = [
        row
        for row in world.all(RequirementRecord)
        if row["volume"] is not None and world.find(ContractRecord, row["contract_id"])["starts_on"] <= world.today
    ]
    for number in range(world.size.placements):
        requirement = asking[(number * 13 + number // len(asking)) % len(asking)]
        _placement(world, number, requirement)
    _somebody_paused(world)
    for number in range(0, world.size.placements, 11):
        _deviation(world, world.all(PlacementRecord)[number], number)


def _period(world: World, number: int, contract: Row) -> tuple[dt.date, dt.date, dt.date | None]:
    """Start, planned end and actual end; one in nine is interrupted, the last few are yet to begin."""
    begin = contract["starts_on"]
    latest = max(
        begin, min(contract["ends_on"] or world.today, world.today + dt.timedelta(days=30)) - dt.timedelta(days=60)
    )
    start = begin + dt.timedelta(days=world.dice.randint(0, max((latest - begin).days, 1)))
    rare = max(1, world.size.placements // 150)
    if number % (8 * rare) == 5:
        start = world.day(3, 40)
    elif number % (3 * rare) == 0:
        start = world.day(-100, -3)
    start = world.workday(max(start, begin))
    end = last_day_of(start, world.dice.choice((3, 4, 4, 5, 6)))
    if end < world.today:
        early = number % 9 == 4
        return start, end, start + (end - start) * 2 // 3 if early else end
    if number % 14 == 6 and start < world.today:
        return start, end, max(start, world.today - dt.timedelta(days=3))
    return start, end, None


def _placement(world: World, number: int, requirement: Row) -> None:
    dice = world.dice
    contract = world.find(ContractRecord, requirement["contract_id"])
    start, planned, ended = _period(world, number, contract)
    own = number % 10 == 7
    candidate = None if own else world.all(CandidateRecord)[number % world.size.candidates]
    opening = add_opening(world, requirement, OpeningStatus.FILLED, start)
    match = _accepted(world, candidate, opening, start) if candidate else None
    interrupted = ended is not None and ended < planned
    if ended:
        opening["status"] = OpeningStatus.CLOSED
    end_reason = ("own_choice" if number % 2 else "sickness") if interrupted else ("completed" if ended else None)
    if candidate:
        candidate["status"] = CandidateStatus.CLOSED if ended else CandidateStatus.PLACED
    placement = world.add(
        PlacementRecord,
        code=world.code("P", 4),
        candidate_id=candidate["id"] if candidate else None,
        match_id=match["id"] if match else None,
        target_group_statement="Leverantören intygar målgruppen" if own else None,
        contract_id=contract["id"],
        requirement_id=requirement["id"],
        opening_id=opening["id"],
        host_supplier_id=opening["supplier_id"],
        workplace_id=opening["workplace_id"],
        form_id=world.words["placement_form", FORMS[number % len(FORMS)]],
        decision_reference=f"AF-{88_000 + number}",
        starts_on=start,
        planned_end_on=planned,
        ended_on=ended,
        interrupted=interrupted,
        existed_at_contract_start=number % 25 == 19,
        supervisor_id=opening["supervisor_id"],
        af_officer=person(dice),
        union_consulted_on=start - dt.timedelta(days=14) if number % 3 else None,
        end_reason_id=world.words["end_reason", end_reason] if end_reason else None,
        outcome_end_id=world.words["outcome", OUTCOMES[number % len(OUTCOMES)]] if ended else None,
    )
    world.add(WorkingTimeRecord, placement_id=placement["id"], from_on=start, percent=opening["extent_percent"])
    if number % 16 == 9 and (ended or world.today) > start + dt.timedelta(days=40):
        began = (world.today - dt.timedelta(days=4)) if ended is None else start + dt.timedelta(days=25)
        world.add(PauseRecord, placement_id=placement["id"], starts_on=began, ends_on=began + dt.timedelta(days=9))
    _follow_ups(world, placement)


def _somebody_paused(world: World) -> None:
    """See to it that one running placement stands still today."""
    running = [
        row
        for row in world.all(PlacementRecord)
        if row["ended_on"] is None and row["starts_on"] < world.today - dt.timedelta(days=14)
    ]
    if running:
        began = world.today - dt.timedelta(days=3)
        world.add(PauseRecord, placement_id=running[-1]["id"], starts_on=began, ends_on=began + dt.timedelta(days=9))


def _accepted(world: World, candidate: Row, opening: Row, start: dt.date) -> Row:
    days = [start - dt.timedelta(days=number) for number in (40, 34, 28, 20, 12, 9)]
    return world.add(
        MatchRecord,
        candidate_id=candidate["id"],
        opening_id=opening["id"],
        step=MatchStep.ACCEPTED,
        suggested_on=days[0],
        contacted_on=days[1],
        presented_on=days[2],
        interview_on=days[3],
        offered_on=days[4],
        answered_on=days[5],
        told_employer="Kan börja på avtalad dag. Inget annat.",
    )


def _follow_ups(world: World, placement: Row) -> None:
    end = placement["ended_on"] or placement["planned_end_on"]
    steps = plan(Period(placement["starts_on"], end), Rhythm(world.calendar))
    past = {step for step in steps if step.due < world.today}
    for position, step in enumerate(steps):
        late = step.due > world.today - dt.timedelta(days=20) and step in past and world.chance(0.35)
        status = FollowUpStatus.PLANNED
        if step.due < world.today and not late:
            tried = 8 if step.due > world.today - dt.timedelta(days=30) else 0
            status = world.dice.choices(
                (FollowUpStatus.DONE, FollowUpStatus.SKIPPED, FollowUpStatus.NOT_ANSWERED), (95, 5, tried)
            )[0]
        done = status is FollowUpStatus.DONE
        row = world.add(
            FollowUpRecord,
            code=world.code("U", 4),
            placement_id=placement["id"],
            kind=step.kind,
            covers=[str(covered) for covered in step.covers],
            due_on=step.due,
            held_on=min(step.due + dt.timedelta(days=world.dice.choice((0, 0, 0, 1, 2))), world.today)
            if done
            else None,
            means=world.dice.choice(tuple(FollowUpMeans)) if done else None,
            status=status,
            skip_reason="Hölls i samband med förra samtalet" if status is FollowUpStatus.SKIPPED else None,
            third_respondent=Respondent.COORDINATOR if position % 3 else Respondent.AF_OFFICER,
            summary=world.dice.choice(SUMMARIES) if done else None,
        )
        if done and step.kind not in {
            FollowUpKind.AFTER_90_DAYS,
            FollowUpKind.AFTER_6_MONTHS,
            FollowUpKind.AFTER_12_MONTHS,
        }:
            _answers(world, row, position)


def _answers(world: World, follow_up: Row, position: int) -> None:
    """Three respondents on six questions; in the large registers every sixth talk has them, which is as many as people keep."""
    if world.size.contracts > 100 and position % 6:
        return
    for respondent in (Respondent.PARTICIPANT, Respondent.SUPERVISOR, follow_up["third_respondent"]):
        for question in Question:
            world.add(
                FollowUpAnswerRecord,
                follow_up_id=follow_up["id"],
                respondent=respondent,
                question=question,
                score=world.dice.choice((2, 3, 4, 4, 5, 5, None)),
                comment="Sen två gånger, buss 14" if world.chance(0.03) else None,
            )
    if world.chance(0.4):
        due = follow_up["due_on"] + dt.timedelta(days=9)
        world.add(
            AgreedStepRecord,
            follow_up_id=follow_up["id"],
            what=world.dice.choice(STEPS),
            who="Samordnaren" if world.chance(0.5) else "Handledaren",
            due_on=due,
            done_on=due if due < world.today - dt.timedelta(days=8) else None,
        )


def _deviation(world: World, placement: Row, number: int) -> None:
    reported = min(placement["starts_on"] + dt.timedelta(days=21), world.today)
    if number == 0:
        reported = world.today - dt.timedelta(days=9)
    closed = reported + dt.timedelta(days=25)
    done = number > 0 and closed < world.today
    deviation = world.add(
        DeviationRecord,
        code=world.code("A", 4),
        placement_id=placement["id"],
        contract_id=placement["contract_id"],
        kind=tuple(DeviationKind)[number % len(DeviationKind)],
        severity=tuple(Severity)[number % len(Severity)],
        reported_by="Handledaren",
        reported_on=reported,
        description="Handledaren var borta två dagar och ingen ersättare fanns.",
        owner="Samordnaren",
        closed_on=closed if done else None,
        result="Ersättare utsedd" if done else None,
    )
    world.add(
        DeviationStepRecord,
        deviation_id=deviation["id"],
        ladder=LadderStep.CORRECTION,
        what="Namnge ersättare för handledaren",
        who="Leverantören",
        due_on=reported + dt.timedelta(days=14),
        done_on=closed if done else None,
    )
