"""The table: on the screen and in ``docs/performance.md``, between two marks so that the prose around it stays."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figures import Judged, Series, Spread
from benchmarks.plan import Bench, Case

BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
_HEAD = ("Case", "What", "Median", "Min", "Max", "Goal", "Met")
_NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Result:
    """A case that was run."""

    case: Case
    series: Series

    def judged(self) -> list[Judged]:
        """Every goal of the case against what was measured."""
        return [self.series.judge(goal) for goal in self.case.goals]


def number(value: float) -> str:
    """Three figures at most, as a reader wants them."""
    size = abs(value)
    if size >= 100:
        return f"{value:,.0f}".replace(",", " ")
    if size >= 10:
        return f"{value:.1f}"
    return f"{value:.2f}" if size >= 0.1 or value == 0 else f"{value:.2g}"


def _with_unit(value: float, unit: str) -> str:
    return f"{number(value)} {unit}".rstrip()


def goal_row(case: Case, judged: Judged) -> tuple[str, ...]:
    """One line of the table."""
    goal = judged.goal
    wanted = _NOTHING
    if goal.limit is not None:
        wanted = f"{'≥' if goal.at_least else '≤'} {goal.limit:g} {goal.unit}".rstrip()
    if judged.spread is None:
        return (case.key, goal.text, f"not measured: {judged.why}", "", "", wanted, _NOTHING)
    values = (judged.spread.median, judged.spread.low, judged.spread.high)
    met = _NOTHING if judged.met is None else "yes" if judged.met else "**no**"
    return (case.key, goal.text, *(_with_unit(value, goal.unit) for value in values), wanted, met)


def goal_rows(results: Iterable[Result]) -> list[tuple[str, ...]]:
    """Every goal of every case."""
    return [goal_row(result.case, judged) for result in results for judged in result.judged()]


def contestant_rows(results: Iterable[Result]) -> list[tuple[str, ...]]:
    """What each contestant took, whoever it is compared with."""
    rows: list[tuple[str, ...]] = []
    for result in results:
        for contestant in result.case.contestants:
            told = [_figure(result.series.figure(contestant.key, name), unit) for name, unit in result.case.figures]
            why = result.series.absent.get(contestant.key)
            rounds = str(sum(1 for one in result.series.rounds if contestant.key in one))
            rows.append((result.case.key, contestant.name, why or ", ".join(part for part in told if part), rounds))
    return rows


def _figure(spread: Spread | None, unit: str) -> str:
    if spread is None:
        return ""
    if unit == "s" and spread.median < 0.1:
        return f"{number(spread.median * 1000)} ms ({number(spread.low * 1000)}–{number(spread.high * 1000)})"
    return f"{number(spread.median)} {unit} ({number(spread.low)}–{number(spread.high)})"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table in Markdown, its columns lined up."""
    widths = [max(len(row[index]) for row in (head, *rows)) for index in range(len(head))]
    lines = [head, ["-" * width for width in widths], *rows]
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in lines
    )


def not_met(results: Iterable[Result]) -> str:
    """What is not as good as it must be, said plainly."""
    short: list[str] = []
    unknown: list[str] = []
    for result in results:
        for judged in result.judged():
            goal = judged.goal
            if goal.limit is None:
                continue
            if judged.spread is None:
                unknown.append(f"- case {result.case.key}, {goal.text}: {judged.why}.")
            elif not judged.met:
                limit = f"{'at least' if goal.at_least else 'at most'} {_with_unit(goal.limit, goal.unit)}"
                short.append(
                    f"- case {result.case.key}, {goal.text}: {_with_unit(judged.spread.median, goal.unit)}, should be {limit}."
                )
    parts = ["### Goals not met yet", "\n".join(short) if short else "None of those that were measured."]
    if unknown:
        parts += ["### Goals not measured here", "\n".join(unknown)]
    return "\n\n".join(parts)


def measured(bench: Bench, results: Sequence[Result], facts: Iterable[tuple[str, str]], day: str) -> str:
    """All that a run has to say."""
    rounds = max((len(result.series.rounds) for result in results), default=0)
    told = "\n".join(f"- **{result.case.key} {result.case.title}**: {result.case.about(bench)}." for result in results)
    return "\n\n".join(
        (
            f"Measured {day}, {rounds} rounds, every contestant once in each round. The median of the rounds is judged.",
            table(_HEAD, goal_rows(results)),
            not_met(results),
            "### What is timed",
            told,
            "### What each took",
            "Median (least–most) of the rounds. The machine is shared, so read the ratios above rather than these.",
            table(("Case", "Who", "Took", "Rounds"), contestant_rows(results)),
            "### Where",
            table(("", ""), [list(fact) for fact in facts]),
        )
    )


def write(path: Path, text: str) -> None:
    """Put ``text`` between the marks; ValueError when the page has lost them."""
    page = path.read_text("utf-8")
    before, begin, rest = page.partition(BEGIN)
    _old, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{path.name} has no place for the table: {BEGIN} … {END}")
    path.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}", "utf-8")
