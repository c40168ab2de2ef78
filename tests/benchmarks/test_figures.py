"""Ratios are taken round by round, the median is judged, and nothing wrong or absent ever counts."""

import pytest

from benchmarks.figures import Goal, Run, Series, ratio, spread, value

TWICE = Goal("time", ratio("ours", "floor"), 2.0)


def series(*pairs, wrong=""):
    return Series([{"ours": Run({"seconds": ours}, wrong), "floor": Run({"seconds": floor})} for ours, floor in pairs])


def test_spread_gives_median_least_most_and_how_many():
    found = spread([3.0, 1.0, 8.0, 2.0])
    assert (found.median, found.low, found.high, found.rounds) == (2.5, 1.0, 8.0, 4)


def test_the_ratio_is_taken_within_each_round():
    judged = series((2, 1), (30, 10), (4, 4)).judge(TWICE)
    assert judged.spread is not None
    assert (judged.spread.low, judged.spread.median, judged.spread.high) == (1.0, 2.0, 3.0)
    assert judged.met is True


def test_a_ratio_can_compare_figures_of_different_names():
    one = {"ours": Run({"seconds": 1, "filled": 4}), "peer": Run({"seconds": 20})}
    assert ratio("peer", "ours", "seconds", also="filled").of(one) == 5


@pytest.mark.parametrize(
    ("limit", "at_least", "met"), [(2, False, False), (3, False, True), (3, True, True), (4, True, False)]
)
def test_a_goal_is_at_most_or_at_least(limit, at_least, met):
    assert series((3, 1)).judge(Goal("time", ratio("ours", "floor"), limit, at_least)).met is met


def test_a_figure_without_a_goal_is_told_and_not_judged():
    judged = series((3, 1)).judge(Goal("time", value("ours", "seconds", 1000)))
    assert judged.met is None
    assert judged.spread is not None
    assert judged.spread.median == 3000


def test_one_wrong_result_is_enough_to_count_none():
    one = series((1, 1), (1, 1))
    one.rounds[1]["ours"] = Run({"seconds": 1}, "3 rows, not 4")
    judged = one.judge(TWICE)
    assert (judged.spread, judged.met, judged.why) == (None, None, "wrong result: 3 rows, not 4")


def test_who_is_absent_says_why():
    one = Series([{"ours": Run({"seconds": 1})}], {"floor": "LibreOffice is not installed here"})
    judged = one.judge(TWICE)
    assert (judged.met, judged.why) == (None, "LibreOffice is not installed here")


def test_rounds_without_one_of_the_two_are_passed_by():
    one = series((4, 2), (9, 1))
    del one.rounds[1]["floor"]
    judged = one.judge(TWICE)
    assert judged.spread is not None
    assert (judged.spread.median, judged.spread.rounds) == (2, 1)
