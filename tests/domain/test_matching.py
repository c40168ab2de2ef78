import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialupph.domain.errors import RuleViolation
from socialupph.domain.matching import MatchStep, StepTaken, check_declined, check_step, next_steps
from socialupph.domain.openings import (
    OpeningStatus,
    check_takes_candidates,
    check_transition,
    may_become,
    status_by_seats,
)
from tests.domain.days import day

TODAY = day("2026-09-22")
TRAIL = (StepTaken(MatchStep.SUGGESTED, day("2026-09-01")), StepTaken(MatchStep.PRESENTED, day("2026-09-10")))


def test_the_way_forward():
    check_step((), MatchStep.SUGGESTED, TODAY, TODAY)
    check_step(TRAIL, MatchStep.OFFERED, day("2026-09-10"), TODAY)
    check_step(TRAIL, MatchStep.DECLINED, TODAY, TODAY)
    assert next_steps(MatchStep.OFFERED) == (MatchStep.ACCEPTED, MatchStep.DECLINED)
    assert next_steps(MatchStep.ACCEPTED) == ()


@pytest.mark.parametrize(
    ("trail", "step", "on", "code"),
    [
        ((), MatchStep.OFFERED, "2026-09-22", "match.begins"),
        (TRAIL, MatchStep.CONTACTED, "2026-09-22", "match.back"),
        (TRAIL, MatchStep.PRESENTED, "2026-09-22", "match.back"),
        (TRAIL, MatchStep.OFFERED, "2026-09-09", "match.date_order"),
        (TRAIL, MatchStep.OFFERED, "2026-09-23", "match.in_future"),
        ((*TRAIL, StepTaken(MatchStep.DECLINED, TODAY)), MatchStep.ACCEPTED, "2026-09-22", "match.closed"),
    ],
)
def test_no_way_back(trail: tuple[StepTaken, ...], step: MatchStep, on: str, code: str):
    with pytest.raises(RuleViolation, match=code):
        check_step(trail, step, day(on), TODAY)


@given(st.sampled_from(MatchStep))
def test_nothing_leads_back(now: MatchStep):
    order = list(MatchStep)
    assert all(order.index(step) > order.index(now) for step in next_steps(now))
    assert now.is_final == (next_steps(now) == ())


def test_a_no_says_who_and_why():
    check_declined("employer", "annan sökande")
    with pytest.raises(RuleViolation, match=r"match\.declined_by_missing"):
        check_declined(None, "annan sökande")
    with pytest.raises(RuleViolation, match=r"match\.reason_missing"):
        check_declined("employer", " ")


def test_the_way_of_an_opening():
    for status in OpeningStatus:
        check_transition(status, status)
    check_transition(OpeningStatus.DRAFT, OpeningStatus.OPEN)
    check_transition(OpeningStatus.FILLED, OpeningStatus.OPEN)
    assert not may_become(OpeningStatus.DRAFT, OpeningStatus.FILLED)
    with pytest.raises(RuleViolation, match=r"opening\.transition"):
        check_transition(OpeningStatus.CLOSED, OpeningStatus.FILLED)


def test_candidates_go_to_open_openings():
    check_takes_candidates(OpeningStatus.OPEN)
    check_takes_candidates(OpeningStatus.RESERVED)
    for status in (OpeningStatus.DRAFT, OpeningStatus.FILLED, OpeningStatus.CLOSED):
        with pytest.raises(RuleViolation, match=r"opening\.not_open"):
            check_takes_candidates(status)


@pytest.mark.parametrize(
    ("now", "placed", "offered", "expected"),
    [
        (OpeningStatus.OPEN, 0, 0, OpeningStatus.OPEN),
        (OpeningStatus.OPEN, 1, 1, OpeningStatus.RESERVED),
        (OpeningStatus.RESERVED, 2, 0, OpeningStatus.FILLED),
        (OpeningStatus.FILLED, 1, 0, OpeningStatus.OPEN),
        (OpeningStatus.DRAFT, 2, 0, OpeningStatus.DRAFT),
        (OpeningStatus.CLOSED, 0, 0, OpeningStatus.CLOSED),
    ],
)
def test_the_status_by_seats(now: OpeningStatus, placed: int, offered: int, expected: OpeningStatus):
    assert status_by_seats(now, 2, placed, offered) is expected
