"""The arithmetic of a comparison: one ratio a round, then median, least and most. The median is judged."""

import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Run:
    """One go of one contestant. ``figures`` always has ``seconds``; ``wrong`` says why its result does not count."""

    figures: Mapping[str, float]
    wrong: str = ""


Round = Mapping[str, Run]


@dataclass(frozen=True, slots=True)
class Spread:
    """What several rounds gave."""

    median: float
    low: float
    high: float
    rounds: int


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure of a round, made of the contestants it ``needs``."""

    needs: tuple[str, ...]
    of: Callable[[Round], float]


@dataclass(frozen=True, slots=True)
class Goal:
    """What is measured and how good it must be. Without ``limit`` it is only told."""

    text: str
    measure: Measure
    limit: float | None = None
    at_least: bool = False
    unit: str = "×"

    def met_by(self, value: float) -> bool:
        """Whether ``value`` is good enough; a figure without a limit always is."""
        if self.limit is None:
            return True
        return value >= self.limit if self.at_least else value <= self.limit


@dataclass(frozen=True, slots=True)
class Judged:
    """A goal and what became of it. ``why`` says why there is nothing to judge."""

    goal: Goal
    spread: Spread | None
    why: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the goal is met; None where there is none, or nothing to judge it by."""
        if self.goal.limit is None or self.spread is None:
            return None
        return self.goal.met_by(self.spread.median)


@dataclass(slots=True)
class Series:
    """The rounds of a case, and why contestants that are not in them are not."""

    rounds: list[dict[str, Run]] = field(default_factory=list[dict[str, Run]])
    absent: dict[str, str] = field(default_factory=dict[str, str])

    def figure(self, contestant: str, figure: str) -> Spread | None:
        """A contestant's own figure over the rounds; None when it has none."""
        values = [run.figures[figure] for run in self._right(contestant) if figure in run.figures]
        return spread(values) if values else None

    def _right(self, contestant: str) -> list[Run]:
        found = [one[contestant] for one in self.rounds if contestant in one]
        return [run for run in found if not run.wrong]

    def judge(self, goal: Goal) -> Judged:
        """The goal against the rounds. One wrong result of a contestant is enough to count none of its goes."""
        for name in goal.measure.needs:
            if name in self.absent:
                return Judged(goal, None, self.absent[name])
            wrong = [run.wrong for one in self.rounds if (run := one.get(name)) and run.wrong]
            if wrong:
                return Judged(goal, None, f"wrong result: {wrong[0]}")
        whole = [one for one in self.rounds if all(name in one for name in goal.measure.needs)]
        if not whole:
            return Judged(goal, None, "not run")
        return Judged(goal, spread([goal.measure.of(one) for one in whole]))


def spread(values: Sequence[float]) -> Spread:
    """Median, least and most of what the rounds gave."""
    return Spread(statistics.median(values), min(values), max(values), len(values))


def ratio(of: str, to: str, figure: str = "seconds", *, also: str | None = None) -> Measure:
    """How many times the figure of ``to`` that of ``of`` is; ``also`` is the figure of ``to`` where it has another name."""
    other = also or figure

    def measure(one: Round) -> float:
        return one[of].figures[figure] / one[to].figures[other]

    return Measure((of, to), measure)


def value(of: str, figure: str, scale: float = 1.0) -> Measure:
    """A contestant's own figure."""

    def measure(one: Round) -> float:
        return one[of].figures[figure] * scale

    return Measure((of,), measure)
