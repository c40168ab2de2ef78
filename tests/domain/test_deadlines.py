import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialupph.domain.changes import Entity
from socialupph.domain.deadlines import (
    Bucket,
    Deadline,
    DeadlineKind,
    ReportInterval,
    ReportPeriod,
    bucket,
    days_late,
    deadline,
    first_meeting_due,
    first_start_due,
    in_order,
    is_late,
    is_overdue,
    needs_erasure_due,
    option_notice_due,
    report_periods,
)
from socialupph.domain.periods import Period
from tests.domain.days import CALENDAR, DAYS, day, periods

TODAY = day("2026-09-22")


def due(text: str, kind: DeadlineKind = DeadlineKind.TASK, code: str = "") -> Deadline:
    return deadline(kind, day(text), CALENDAR, Entity.TASK, 1, code=code)


def test_a_day_off_never_moves_but_is_reminded_of_the_working_day_before():
    one = due("2026-11-01", DeadlineKind.OPTION_NOTICE)
    assert (one.due, one.remind_on, one.reminds_early) == (day("2026-11-01"), day("2026-10-30"), True)
    working = due("2026-11-02")
    assert (working.remind_on, working.reminds_early) == (working.due, False)


@given(DAYS)
def test_every_reminder_is_a_working_day_not_after_the_day(one: dt.date):
    made = deadline(DeadlineKind.TASK, one, CALENDAR, Entity.TASK, 1, facts={"title": "x"})
    assert made.due == one >= made.remind_on
    assert not CALENDAR.is_day_off(made.remind_on)
    assert made.facts == {"title": "x"}


@pytest.mark.parametrize(
    ("text", "late", "where"),
    [
        ("2026-09-17", 5, Bucket.OVERDUE),
        ("2026-09-21", 1, Bucket.OVERDUE),
        ("2026-09-22", 0, Bucket.TODAY),
        ("2026-09-23", 0, Bucket.SOON),
        ("2026-10-06", 0, Bucket.SOON),
        ("2026-10-07", 0, Bucket.LATER),
    ],
)
def test_overdue_is_decided_here(text: str, late: int, where: Bucket):
    one = due(text)
    assert (days_late(one, TODAY), bucket(one, TODAY)) == (late, where)
    assert is_overdue(one, TODAY) == is_late(one.due, TODAY) == (late > 0)


def test_on_the_working_day_before_a_day_off_it_is_for_today():
    assert bucket(due("2026-09-20"), day("2026-09-18")) is Bucket.TODAY
    assert bucket(due("2026-09-20"), day("2026-09-17")) is Bucket.SOON
    assert not is_overdue(due("2026-09-20"), day("2026-09-19"))


def test_only_follow_ups_are_planned_by_the_program():
    assert [kind for kind in DeadlineKind if kind.is_planned_by_program] == [DeadlineKind.FOLLOW_UP]


def test_order_is_day_then_kind_then_code():
    a, b = due("2026-09-23", DeadlineKind.TASK, "B"), due("2026-09-23", DeadlineKind.FIRST_MEETING, "C")
    c, d = due("2026-09-22", DeadlineKind.TASK, "D"), due("2026-09-23", DeadlineKind.TASK, "A")
    assert in_order([a, b, c, d]) == [c, b, d, a]


def test_the_days_that_follow_from_a_contract():
    assert first_meeting_due(day("2026-08-21")) == day("2026-09-21")
    assert first_meeting_due(day("2026-01-31")) == day("2026-02-28")
    assert first_meeting_due(day("2026-01-31"), 2) == day("2026-03-31")
    assert first_start_due(day("2026-02-02")) == day("2026-08-02")
    assert option_notice_due(day("2027-01-11"), 3) == day("2026-10-11")
    assert needs_erasure_due(day("2026-10-07")) == day("2026-10-14")


def test_reports_by_quarter():
    assert report_periods(ReportInterval.QUARTERLY, day("2026-02-02"), day("2026-08-10")) == (
        ReportPeriod(day("2026-02-02"), day("2026-03-31"), day("2026-04-15")),
        ReportPeriod(day("2026-04-01"), day("2026-06-30"), day("2026-07-15")),
        ReportPeriod(day("2026-07-01"), day("2026-08-10"), day("2026-08-25")),
    )


def test_reports_by_month_and_none_at_all():
    months = report_periods(ReportInterval.MONTHLY, day("2026-12-10"), day("2027-01-31"), days_after=10)
    assert [one.due for one in months] == [day("2027-01-10"), day("2027-02-10")]
    assert report_periods(ReportInterval.AT_MEETINGS, day("2026-01-01"), day("2026-12-31")) == ()
    assert report_periods(ReportInterval.NONE, day("2026-01-01"), day("2026-12-31")) == ()


@given(periods(), st.sampled_from([ReportInterval.MONTHLY, ReportInterval.QUARTERLY]))
def test_report_periods_cover_the_contract_once(whole: Period, interval: ReportInterval):
    some = report_periods(interval, whole.start, whole.end)
    assert some[0].period_from == whole.start
    assert some[-1].period_to == whole.end
    assert all(b.period_from == a.period_to + dt.timedelta(days=1) for a, b in itertools.pairwise(some))
