import datetime as dt
import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialupph.domain.errors import RuleViolation
from socialupph.domain.follow_ups import (
    MERGE_DAYS,
    PRECEDENCE,
    Anchor,
    Covered,
    ExistingStep,
    FollowUpKind,
    FollowUpStatus,
    PlannedStep,
    Replan,
    Rhythm,
    TemplateStep,
    check_outcome,
    is_settled,
    plan,
    plan_ahead,
    replan,
)
from socialupph.domain.periods import Period
from tests.domain.days import CALENDAR, DAYS, day, period

RHYTHM = Rhythm(CALENDAR)
K = FollowUpKind


def dates(steps: tuple[PlannedStep, ...]) -> list[tuple[str, str]]:
    return [(step.kind.value, step.due.isoformat()) for step in steps]


def test_four_months_from_the_first_of_september():
    assert dates(plan(period("2026-09-01", "2026-12-31"), RHYTHM)) == [
        ("start_meeting", "2026-09-01"),
        ("two_weeks", "2026-09-15"),
        ("monthly", "2026-10-01"),
        ("monthly", "2026-11-02"),
        ("monthly", "2026-12-01"),
        ("next_step", "2026-12-10"),
        ("final_meeting", "2026-12-30"),
        ("after_90_days", "2027-03-31"),
        ("after_6_months", "2027-06-30"),
        ("after_12_months", "2028-01-03"),
    ]


def test_the_seventh_of_september_to_the_thirtieth_of_december():
    steps = plan(period("2026-09-07", "2026-12-30"), RHYTHM)
    assert dates(steps)[:6] == [
        ("start_meeting", "2026-09-07"),
        ("two_weeks", "2026-09-21"),
        ("monthly", "2026-10-07"),
        ("monthly", "2026-11-09"),
        ("next_step", "2026-12-09"),
        ("final_meeting", "2026-12-30"),
    ]
    assert steps[4].covers == (Covered(K.MONTHLY, day("2026-12-07")),)
    assert all(step.covers == () for step in steps if step is not steps[4])


def test_months_are_counted_from_the_start_day():
    steps = plan(period("2027-01-31", "2027-06-30"), Rhythm(CALENDAR, (TemplateStep(K.MONTHLY, months=1, every=True),)))
    assert [step.due for step in steps] == [
        day("2027-03-01"),  # 28 February is a Sunday
        day("2027-03-31"),
        day("2027-04-30"),
        day("2027-05-31"),
        day("2027-06-30"),
    ]
    assert [step.number for step in steps] == [1, 2, 3, 4, 5]


def test_a_week_has_only_its_end_talk():
    steps = plan(period("2026-09-01", "2026-09-07"), RHYTHM)
    assert dates(steps)[0] == ("final_meeting", "2026-09-07")
    assert steps[0].covers == (Covered(K.START_MEETING, day("2026-09-01")),)
    assert [step.kind for step in steps[1:]] == [K.AFTER_90_DAYS, K.AFTER_6_MONTHS, K.AFTER_12_MONTHS]


def test_a_weekend_has_its_talk_on_the_monday_rather_than_before_it_begins():
    steps = plan(period("2026-09-05", "2026-09-06"), RHYTHM)
    assert dates(steps)[0] == ("final_meeting", "2026-09-07")


def test_july_is_left_out_as_a_setting():
    usual = plan(period("2026-05-04", "2026-09-30"), RHYTHM)
    assert any(step.due.month == 7 for step in usual)
    without = plan(period("2026-05-04", "2026-09-30"), Rhythm(CALENDAR, july_to_august=True))
    assert ("monthly", "2026-08-03") in dates(without)
    assert not any(step.due.month == 7 for step in without)
    assert without[3].covers == (Covered(K.MONTHLY, day("2026-08-04")),)


def test_a_placement_form_may_have_its_own_template():
    template = (TemplateStep(K.START_MEETING), TemplateStep(K.FINAL_MEETING, Anchor.END, days=-2))
    assert dates(plan(period("2026-09-01", "2026-09-18"), Rhythm(CALENDAR, template))) == [
        ("start_meeting", "2026-09-01"),
        ("final_meeting", "2026-09-16"),
    ]


def test_what_is_covered_can_be_stored_as_text():
    covered = Covered(K.MONTHLY, day("2026-12-07"))
    assert str(covered) == "monthly 2026-12-07"
    assert Covered.parse(str(covered)) == covered
    with pytest.raises(ValueError, match="nonsense"):
        Covered.parse("nonsense")


spans = st.builds(lambda start, days: Period(start, start + dt.timedelta(days=days)), DAYS, st.integers(0, 500))
rhythms = st.builds(Rhythm, st.just(CALENDAR), july_to_august=st.booleans())


@given(spans, rhythms)
def test_what_holds_for_every_plan(span: Period, rhythm: Rhythm):
    steps = plan(span, rhythm)
    assert [step.due for step in steps] == sorted(step.due for step in steps)
    assert not any(CALENDAR.is_day_off(step.due) for step in steps)
    assert not rhythm.july_to_august or all(step.due.month != 7 for step in steps)
    during = [step for step in steps if step.kind in PRECEDENCE]
    assert all((b.due - a.due).days > MERGE_DAYS for a, b in itertools.pairwise(during))
    for step in during:
        for covered in step.covers:
            assert PRECEDENCE.index(covered.kind) >= PRECEDENCE.index(step.kind)
            assert abs((covered.due - step.due).days) <= MERGE_DAYS
    everything = [step.kind for step in during] + [covered.kind for step in during for covered in step.covers]
    assert everything.count(K.FINAL_MEETING) == everything.count(K.START_MEETING) == 1
    assert [step.kind for step in steps].count(K.FINAL_MEETING) == 1
    assert {step.kind for step in steps} >= {K.AFTER_90_DAYS, K.AFTER_6_MONTHS, K.AFTER_12_MONTHS}


@given(spans)
def test_without_moving_for_july_steps_stay_near_the_placement(span: Period):
    for step in plan(span, RHYTHM):
        if step.kind in PRECEDENCE:
            assert span.start <= step.due <= span.end + dt.timedelta(days=5)


# ---------------------------------------------------------------- when dates change


def existing(steps: tuple[PlannedStep, ...]) -> list[ExistingStep]:
    return [ExistingStep(n, step.kind, step.due, covers=step.covers) for n, step in enumerate(steps, 1)]


def after(steps: list[ExistingStep], diff: Replan) -> list[tuple[FollowUpKind, dt.date, tuple[Covered, ...]]]:
    """What the register holds once the diff is carried out."""
    by_id = {step.id: step for step in steps}
    held = [(by_id[id_].kind, by_id[id_].due, by_id[id_].covers) for id_ in diff.keep]
    held += [(by_id[one.id].kind, one.due, one.covers) for one in diff.move]
    held += [(step.kind, step.due, step.covers) for step in diff.add]
    return sorted(held, key=lambda one: (one[1], one[0].value))


BEFORE = period("2026-09-07", "2026-12-30")


def test_nothing_changes_when_nothing_changes():
    steps = existing(plan(BEFORE, RHYTHM))
    assert replan(steps, BEFORE, BEFORE, RHYTHM) == Replan(keep=tuple(step.id for step in steps))


def test_moving_the_end_moves_what_hangs_on_the_end():
    steps = existing(plan(BEFORE, RHYTHM))
    diff = replan(steps, BEFORE, period("2026-09-07", "2027-01-29"), RHYTHM)
    assert diff.keep == (1, 2, 3, 4)
    assert [(one.id, one.due.isoformat()) for one in diff.move] == [
        (5, "2027-01-08"),
        (6, "2027-01-29"),
        (7, "2027-04-29"),
        (8, "2027-07-29"),
        (9, "2028-01-31"),
    ]
    assert [(step.kind, step.due) for step in diff.add] == [(K.MONTHLY, day("2026-12-07"))]
    assert diff.drop == ()
    assert diff.move[0].covers == (Covered(K.MONTHLY, day("2027-01-07")),)


def test_an_earlier_end_drops_what_lies_after_it():
    steps = existing(plan(BEFORE, RHYTHM))
    diff = replan(steps, BEFORE, period("2026-09-07", "2026-11-06"), RHYTHM)
    assert diff.drop == (4,)
    assert [(one.id, one.due.isoformat()) for one in diff.move][:2] == [(5, "2026-10-16"), (6, "2026-11-06")]


def test_done_is_never_merged_moved_or_planned_again():
    steps = existing(plan(BEFORE, RHYTHM))
    for number, status in ((0, FollowUpStatus.DONE), (4, FollowUpStatus.DONE), (3, FollowUpStatus.SKIPPED)):
        steps[number] = replace(steps[number], status=status)
    diff = replan(steps, BEFORE, period("2026-09-07", "2027-01-29"), RHYTHM)
    assert {1, 4, 5} <= set(diff.keep)
    assert all(step.kind is not K.NEXT_STEP for step in diff.add)
    assert [(step.kind, step.due) for step in diff.add] == [(K.MONTHLY, day("2027-01-07"))]


def test_what_a_done_step_covered_is_settled_too():
    steps = existing(plan(BEFORE, RHYTHM))
    steps[4] = replace(steps[4], status=FollowUpStatus.DONE)
    diff = replan(steps, BEFORE, period("2026-09-07", "2026-12-31"), RHYTHM)
    assert {1, 2, 3, 4, 5} <= set(diff.keep)
    assert diff.add == ()


def test_a_date_set_by_hand_stays_unless_the_template_moves_it():
    steps = existing(plan(BEFORE, RHYTHM))
    steps[2] = replace(steps[2], due=day("2026-10-13"))
    steps[5] = replace(steps[5], due=day("2026-12-18"))
    diff = replan(steps, BEFORE, period("2026-09-07", "2027-01-29"), RHYTHM)
    assert 3 in diff.keep
    assert next(one for one in diff.move if one.id == 6).due == day("2027-01-29")


def test_a_date_set_by_hand_after_the_new_end_goes_back_to_the_template():
    steps = existing(plan(BEFORE, RHYTHM))
    steps[3] = replace(steps[3], due=day("2026-11-25"))
    diff = replan(steps, BEFORE, period("2026-09-07", "2026-11-20"), RHYTHM)
    assert next(one for one in diff.move if one.id == 4).due == day("2026-11-09")


def test_what_was_taken_away_by_hand_does_not_come_back():
    steps = [step for step in existing(plan(BEFORE, RHYTHM)) if step.kind is not K.TWO_WEEKS]
    assert replan(steps, BEFORE, period("2026-09-07", "2027-01-29"), RHYTHM).drop == ()
    assert all(step.kind is not K.TWO_WEEKS for step in replan(steps, BEFORE, BEFORE, RHYTHM).add)


def test_extra_and_doubled_follow_ups_are_left_alone():
    steps = existing(plan(BEFORE, RHYTHM))
    extra = [ExistingStep(90, K.EXTRA, day("2026-10-20")), ExistingStep(91, K.NEXT_STEP, day("2026-12-11"))]
    diff = replan([*steps, *extra], BEFORE, period("2026-09-07", "2026-10-15"), RHYTHM)
    assert {90, 91} <= set(diff.keep)


def test_a_placement_without_a_plan_gets_one():
    assert replan([], BEFORE, BEFORE, RHYTHM).add == plan(BEFORE, RHYTHM)


@given(spans, spans, rhythms)
def test_planned_steps_follow_the_dates_completely(before: Period, then: Period, rhythm: Rhythm):
    then = Period(before.start, before.start + (then.end - then.start))
    steps = existing(plan(before, rhythm))
    held = after(steps, replan(steps, before, then, rhythm))
    assert held == sorted(
        ((step.kind, step.due, step.covers) for step in plan(then, rhythm)), key=lambda one: (one[1], one[0].value)
    )


@given(spans, spans, st.data())
def test_settled_steps_are_kept_whatever_happens(before: Period, then: Period, data: st.DataObject):
    steps = [
        replace(step, status=data.draw(st.sampled_from(FollowUpStatus))) for step in existing(plan(before, RHYTHM))
    ]
    diff = replan(steps, before, then, RHYTHM)
    settled = {step.id for step in steps if step.status is not FollowUpStatus.PLANNED}
    assert settled <= set(diff.keep)
    everything = [*diff.keep, *(one.id for one in diff.move), *diff.drop]
    assert sorted(everything) == [step.id for step in steps]
    once = {step.kind for step in steps if step.id in settled and step.kind is not K.MONTHLY}
    assert not once & {step.kind for step in diff.add}


# ---------------------------------------------------------------- outcome

TODAY = day("2026-09-22")


@pytest.mark.parametrize(
    ("status", "held_on", "reason", "code"),
    [
        (FollowUpStatus.DONE, None, "", "follow_up.held_on_missing"),
        (FollowUpStatus.DONE, day("2026-09-23"), "", "follow_up.held_in_future"),
        (FollowUpStatus.PLANNED, TODAY, "", "follow_up.held_on_unexpected"),
        (FollowUpStatus.SKIPPED, TODAY, "sjuk", "follow_up.held_on_unexpected"),
        (FollowUpStatus.SKIPPED, None, "  ", "follow_up.reason_missing"),
    ],
)
def test_what_a_status_asks_for(status: FollowUpStatus, held_on: dt.date | None, reason: str, code: str):
    with pytest.raises(RuleViolation, match=code):
        check_outcome(status, held_on, reason, TODAY)


def test_each_status_and_what_it_refuses():
    def refused(status: FollowUpStatus, held_on: dt.date | None, reason: str) -> str:
        try:
            check_outcome(status, held_on, reason, TODAY)
        except RuleViolation as violation:
            return violation.code.removeprefix("follow_up.")
        return ""

    tried = ((None, ""), (None, "ställdes in"), (TODAY, ""), (TODAY + dt.timedelta(days=1), ""))
    found = {status: [refused(status, *one) for one in tried] for status in FollowUpStatus}
    assert found == {
        FollowUpStatus.PLANNED: ["", "", "held_on_unexpected", "held_on_unexpected"],
        FollowUpStatus.DONE: ["held_on_missing", "held_on_missing", "", "held_in_future"],
        FollowUpStatus.SKIPPED: ["reason_missing", "", "held_on_unexpected", "held_on_unexpected"],
        FollowUpStatus.NOT_ANSWERED: ["", "", "", "held_in_future"],
    }


def test_what_still_waits():
    assert [status for status in FollowUpStatus if not is_settled(status)] == [
        FollowUpStatus.PLANNED,
        FollowUpStatus.NOT_ANSWERED,
    ]


# ---------------------------------------------------------------- placements that come from elsewhere


def _ahead(today: dt.date, *existing: ExistingStep) -> list[tuple[FollowUpKind, dt.date]]:
    whole = Period(dt.date(2026, 9, 1), dt.date(2026, 12, 31))
    return [(step.kind, step.due) for step in plan_ahead(whole, RHYTHM, today, existing)]


def test_only_what_lies_ahead_is_planned_of_a_placement_from_elsewhere():
    whole = [(step.kind, step.due) for step in plan(Period(dt.date(2026, 9, 1), dt.date(2026, 12, 31)), RHYTHM)]
    assert _ahead(dt.date(2026, 9, 1)) == whole
    assert _ahead(dt.date(2026, 11, 2)) == [(kind, due) for kind, due in whole if due >= dt.date(2026, 11, 2)]
    assert _ahead(dt.date(2028, 2, 1)) == []


def test_what_a_past_step_covered_is_planned_by_itself():
    whole = Period(dt.date(2026, 9, 7), dt.date(2026, 12, 30))
    covered = [step for step in plan(whole, RHYTHM) if step.covers]
    assert [(step.kind, step.covers[0].due) for step in covered] == [(FollowUpKind.NEXT_STEP, dt.date(2026, 12, 7))]
    before = plan_ahead(whole, RHYTHM, dt.date(2026, 12, 8))
    assert [(step.kind, step.due, step.covers) for step in before][:1] == [
        (FollowUpKind.NEXT_STEP, dt.date(2026, 12, 9), ())
    ]


def test_a_step_that_is_there_is_not_planned_again():
    today = dt.date(2026, 9, 30)
    planned = ExistingStep(1, FollowUpKind.NEXT_STEP, dt.date(2026, 11, 26))
    assert FollowUpKind.NEXT_STEP not in {kind for kind, _due in _ahead(today, planned)}
    monthly = ExistingStep(1, FollowUpKind.MONTHLY, dt.date(2026, 11, 12))
    assert dt.date(2026, 11, 2) not in {due for _kind, due in _ahead(today, monthly)}
    assert dt.date(2026, 12, 1) in {due for _kind, due in _ahead(today, monthly)}


def test_a_step_near_one_that_is_to_be_held_is_not_planned():
    today = dt.date(2026, 9, 30)
    extra = ExistingStep(1, FollowUpKind.EXTRA, dt.date(2026, 12, 23))
    kinds = {kind for kind, _due in _ahead(today, extra)}
    assert FollowUpKind.FINAL_MEETING not in kinds
    assert FollowUpKind.NEXT_STEP in kinds


def test_one_that_was_held_makes_only_an_ordinary_step_needless():
    today = dt.date(2026, 12, 28)
    held = ExistingStep(1, FollowUpKind.EXTRA, dt.date(2026, 12, 27), FollowUpStatus.DONE)
    assert _ahead(today, held)[0] == (FollowUpKind.FINAL_MEETING, dt.date(2026, 12, 30))
    today = dt.date(2026, 9, 30)
    held = ExistingStep(1, FollowUpKind.EXTRA, dt.date(2026, 9, 29), FollowUpStatus.DONE)
    assert _ahead(today, held)[0] == (FollowUpKind.MONTHLY, dt.date(2026, 11, 2))
