from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from socialupph.domain.errors import RuleViolation
from socialupph.domain.periods import WorkingTime
from socialupph.domain.placements import (
    FormFacts,
    OtherPlacement,
    PlacementFacts,
    PlacementStatus,
    WarningCode,
    check_placement,
    longest_day,
    placement_status,
    warnings_for,
)
from tests.domain.days import at, day, period

START = "2026-09-07"
FACTS = PlacementFacts(
    day(START), day("2026-12-30"), working_times=at(50, START), pauses=(period("2026-10-05", "2026-10-09"),)
)
STOPPED = replace(FACTS, actual_end=day("2026-11-15"), interrupted=True)


@pytest.mark.parametrize(
    ("facts", "today", "status"),
    [
        (FACTS, "2026-09-06", PlacementStatus.PLANNED),
        (FACTS, "2026-09-07", PlacementStatus.RUNNING),
        (FACTS, "2026-10-05", PlacementStatus.PAUSED),
        (FACTS, "2026-10-09", PlacementStatus.PAUSED),
        (FACTS, "2026-10-10", PlacementStatus.RUNNING),
        (FACTS, "2026-12-30", PlacementStatus.RUNNING),
        (FACTS, "2026-12-31", PlacementStatus.ENDED),
        (STOPPED, "2026-11-14", PlacementStatus.RUNNING),
        (STOPPED, "2026-11-15", PlacementStatus.INTERRUPTED),
        (replace(STOPPED, interrupted=False), "2026-11-15", PlacementStatus.RUNNING),
        (replace(STOPPED, interrupted=False), "2026-11-16", PlacementStatus.ENDED),
        (replace(FACTS, actual_end=day("2027-01-31")), "2027-01-15", PlacementStatus.RUNNING),
    ],
)
def test_the_status_follows_the_days(facts: PlacementFacts, today: str, status: PlacementStatus):
    assert placement_status(facts, day(today)) is status


def codes(**more: Any) -> list[WarningCode]:
    form = more.pop("form", FormFacts())
    return [warning.code for warning in warnings_for(FACTS, form, **more)]


def test_nothing_to_warn_of():
    form = FormFacts(6, None, day("2020-01-01"), day("2030-01-01"), public_host_only=True)
    assert codes(form=form, host_is_public=True, supervisor_trained=True) == []
    assert codes(form=form) == []


def test_everything_to_warn_of():
    form = FormFacts(3, 21, day("2027-01-01"), day("2026-08-31"), public_host_only=True)
    others = [
        OtherPlacement("P-0001", day("2026-01-01"), day("2026-09-07")),
        OtherPlacement("P-0002", day("2026-12-31"), day("2027-09-07")),
    ]
    found = warnings_for(FACTS, form, others=others, host_is_public=False, supervisor_trained=False)
    assert [warning.code for warning in found] == list(WarningCode)
    assert found[0].facts["code"] == "P-0001"


def test_the_longest_time_of_a_form():
    assert longest_day(day(START), FormFacts()) is None
    assert longest_day(day(START), FormFacts(max_months=6)) == day("2027-03-06")
    assert longest_day(day(START), FormFacts(max_days=21)) == day("2026-09-27")
    assert codes(form=FormFacts(max_months=3)) == [WarningCode.LONGER_THAN_FORM]
    assert codes(form=FormFacts(max_months=4)) == []


@pytest.mark.parametrize(
    ("change", "field", "code"),
    [
        ({"planned_end": day("2026-09-06")}, "planned_end_on", "placement.end_before_start"),
        ({"actual_end": day("2026-09-06")}, "ended_on", "placement.end_before_start"),
        ({"working_times": ()}, "working_time_percent", "placement.working_time_missing"),
        ({"working_times": at(0, START)}, "working_time_percent", "working_time.range"),
        ({"working_times": at(101, START)}, "working_time_percent", "working_time.range"),
        ({"working_times": at(50, "2026-09-06")}, "working_times", "placement.working_time_outside"),
        ({"working_times": at(50, "2026-12-31")}, "working_times", "placement.working_time_outside"),
        ({"working_times": at(50, START) * 2}, "working_times", "placement.working_time_twice"),
        ({"working_times": at(50, "2026-09-08")}, "working_times", "placement.working_time_gap"),
        ({"pauses": (period("2026-09-01", "2026-09-10"),)}, "pauses", "placement.pause_outside"),
        ({"pauses": (period("2026-12-01", "2026-12-31"),)}, "pauses", "placement.pause_outside"),
        (
            {"pauses": (period("2026-10-08", "2026-10-12"), period("2026-10-01", "2026-10-08"))},
            "pauses",
            "placement.pause_overlap",
        ),
    ],
)
def test_what_cannot_be(change: dict[str, Any], field: str, code: str):
    with pytest.raises(RuleViolation, match=code) as caught:
        check_placement(replace(FACTS, **change))
    assert caught.value.field == field


def refused(**change: Any) -> str:
    try:
        check_placement(replace(FACTS, **change))
    except RuleViolation as violation:
        return violation.code.removeprefix("placement.")
    return ""


def test_a_day_more_is_too_much():
    """What can be, each beside the nearest thing that cannot."""
    assert refused() == ""
    assert refused(planned_end=day(START), pauses=()) == ""  # a placement of one day
    assert refused(planned_end=day("2026-09-06"), pauses=()) == "end_before_start"
    first = period("2026-10-01", "2026-10-02")
    assert refused(pauses=(period("2026-10-03", "2026-10-20"), first)) == ""
    assert refused(pauses=(period("2026-10-02", "2026-10-20"), first)) == "pause_overlap"
    assert refused(pauses=(period(START, "2026-12-30"),)) == ""
    assert refused(pauses=(period(START, "2026-12-31"),)) == "pause_outside"
    later = (*at(50, START), WorkingTime(day("2027-02-01"), Decimal("37.5")))
    assert refused(working_times=later, actual_end=day("2027-02-01")) == ""
    assert refused(working_times=later, actual_end=day("2027-01-31")) == "working_time_outside"
