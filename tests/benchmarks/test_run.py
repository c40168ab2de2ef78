"""The rounds: everybody once in each, in turn, and who cannot run says so and is not asked again."""

import pytest

from benchmarks import run
from benchmarks.figures import Run
from benchmarks.plan import Absent, Bench, Case, Contestant, work


def case(*contestants, prepare=lambda _bench: None):
    return Case("7", "Run", lambda _bench: "a run", contestants, (), prepare)


@pytest.fixture
def bench():
    return Bench(quick=True, tell=lambda _text: None)


def test_everybody_runs_once_a_round_and_takes_turns_to_be_first(bench):
    asked = []

    def contestant(key, rounds=None):
        def go(_bench):
            asked.append(key)
            return Run({"seconds": 1.0})

        return Contestant(key, key, go, rounds)

    series = run.play(bench, case(contestant("a"), contestant("b"), contestant("slow", 1)), 2)
    assert asked == ["a", "b", "slow", "b", "a"]
    assert [sorted(one) for one in series.rounds] == [["a", "b", "slow"], ["a", "b"]]


def test_who_cannot_run_is_asked_once(bench):
    asked = []

    def go(_bench):
        asked.append(1)
        raise Absent("LibreOffice is not installed here")

    series = run.play(bench, case(Contestant("peer", "LibreOffice", go)), 3)
    assert (len(asked), series.absent) == (1, {"peer": "LibreOffice is not installed here"})


def test_without_its_data_a_case_is_not_measured(bench):
    def prepare(_bench):
        raise Absent("no register")

    series = run.play(bench, case(Contestant("ours", "us", lambda _bench: Run({})), prepare=prepare), 1)
    assert (series.rounds, series.absent) == ([], {"ours": "no register"})


def test_every_case_has_ours_a_goal_and_a_name_of_its_own():
    assert [one.key for one in run.CASES] == ["1", "3", "list", "5", "9", "11", "12", "13"]
    for one in run.CASES:
        names = [contestant.key for contestant in one.contestants]
        assert names[0] == "ours"
        assert len(set(names)) == len(names)
        assert any(goal.limit is not None for goal in one.goals)
        assert {name for goal in one.goals for name in goal.measure.needs} <= set(names)


def test_a_job_that_fails_says_what_it_said_last():
    with pytest.raises(Absent, match=r"material\.rows stopped: KeyError"):
        work("material.rows", {})
