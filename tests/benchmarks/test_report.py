"""The table says what was measured, what was not and why, and leaves the prose of its page alone."""

import pytest

from benchmarks import report
from benchmarks.figures import Goal, Run, Series, ratio
from benchmarks.plan import Bench, Case, Contestant
from benchmarks.report import BEGIN, END, Result


def nobody(_bench):
    raise AssertionError


CASE = Case(
    "7",
    "Run",
    lambda _bench: "a run",
    (Contestant("ours", "us", nobody), Contestant("floor", "least", nobody), Contestant("peer", "LibreOffice", nobody)),
    (
        Goal("to the floor", ratio("ours", "floor"), 2),
        Goal("to LibreOffice", ratio("peer", "ours"), 3, at_least=True),
    ),
    nobody,
)
BENCH = Bench(quick=True, tell=print)


def result(ours):
    absent = {"peer": "LibreOffice is not installed here"}
    return Result(CASE, Series([{"ours": Run({"seconds": ours}), "floor": Run({"seconds": 1.0})}], absent))


def test_each_goal_has_a_line_with_yes_or_no():
    first, second = report.goal_rows([result(3.0)])
    assert first == ("7", "to the floor", "3.00 ×", "3.00 ×", "3.00 ×", "≤ 2 ×", "**no**")
    assert second[2] == "not measured: LibreOffice is not installed here"
    assert report.goal_rows([result(1.5)])[0][-1] == "yes"


def test_goals_not_met_are_said_plainly():
    text = report.not_met([result(3.0)])
    assert "case 7, to the floor: 3.00 ×, should be at most 2.00 ×" in text
    assert "case 7, to LibreOffice: LibreOffice is not installed here." in text
    assert "None of those that were measured." in report.not_met([result(1.0)])


def test_whoever_is_absent_stands_in_the_table_with_the_reason():
    rows = report.contestant_rows([result(0.0123)])
    assert rows[0] == ("7", "us", "12.3 ms (12.3–12.3)", "1")
    assert rows[2] == ("7", "LibreOffice", "LibreOffice is not installed here", "0")


@pytest.mark.parametrize(
    ("given", "told"), [(0.0, "0.00"), (0.0123, "0.012"), (1.234, "1.23"), (12.34, "12.3"), (1234.5, "1 234")]
)
def test_numbers_have_three_figures(given, told):
    assert report.number(given) == told


def test_only_what_stands_between_the_marks_is_replaced(tmp_path):
    page = tmp_path / "performance.md"
    page.write_text(f"# Before\n\n{BEGIN}\nold\n{END}\n\nAfter\n", "utf-8")
    report.write(page, report.measured(BENCH, [result(1.0)], [("Processor", "fast")], "2026-11-22"))
    text = page.read_text("utf-8")
    assert text.startswith("# Before\n\n" + BEGIN)
    assert text.endswith(END + "\n\nAfter\n")
    assert "old" not in text
    assert "| Processor | fast |" in text


def test_a_page_that_lost_its_marks_is_refused_untouched(tmp_path):
    page = tmp_path / "performance.md"
    page.write_text("# Nothing here\n", "utf-8")
    with pytest.raises(ValueError, match="no place for the table"):
        report.write(page, "text")
    assert page.read_text("utf-8") == "# Nothing here\n"
