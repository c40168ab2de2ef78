"""Runs the cases: ``python -m benchmarks.run [--case N …] [--rounds R] [--quick]``. ``python3 dev.py bench`` does so."""

import argparse
import datetime as dt
import sys
from collections.abc import Iterator, Sequence

from benchmarks import machine, report
from benchmarks.cases import background, export, follow_up_list, intake, paper, save, search, start
from benchmarks.figures import Run, Series
from benchmarks.plan import ROOT, Absent, Bench, Case, Contestant
from benchmarks.report import Result

PAGE = ROOT / "docs" / "performance.md"
CASES: tuple[Case, ...] = (
    start.CASE,
    background.CASE,
    follow_up_list.CASE,
    search.CASE,
    save.CASE,
    paper.CASE,
    export.CASE,
    intake.CASE,
)


def tell(text: str) -> None:
    """Say at once how far it has come."""
    print(f"   {text}", file=sys.stderr, flush=True)


def play(bench: Bench, case: Case, rounds: int) -> Series:
    """All rounds of a case. Whoever goes first changes from round to round, so that nobody gains by its place."""
    series = Series()
    tell(f"case {case.key}: {case.title}")
    try:
        case.prepare(bench)
    except Absent as reason:
        series.absent.update({contestant.key: str(reason) for contestant in case.contestants})
        tell(f"not measured: {reason}")
        return series
    for number in range(rounds):
        series.rounds.append({})
        for contestant in _in_turn(case.contestants, number):
            if contestant.key in series.absent or number >= (contestant.rounds or rounds):
                continue
            try:
                series.rounds[-1][contestant.key] = _go(bench, contestant, number + 1)
            except Absent as reason:
                series.absent[contestant.key] = str(reason)
                tell(f"{contestant.name}: {reason}")
    return series


def _in_turn(contestants: Sequence[Contestant], number: int) -> Iterator[Contestant]:
    first = number % len(contestants)
    yield from contestants[first:]
    yield from contestants[:first]


def _go(bench: Bench, contestant: Contestant, number: int) -> Run:
    run = contestant.run(bench)
    seconds = run.figures.get("seconds")
    took = "" if seconds is None else f"{seconds * 1000:,.1f} ms"
    tell(f"round {number}, {contestant.name}: {f'WRONG: {run.wrong}' if run.wrong else took}")
    return run


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    keys = [case.key for case in CASES]
    parser = argparse.ArgumentParser(prog="dev.py bench", description="Measure against the floors and LibreOffice.")
    parser.add_argument("--case", nargs="+", choices=keys, default=keys, metavar="N", help=f"of {', '.join(keys)}")
    parser.add_argument("--rounds", type=int, default=5, metavar="R", help="how often each contestant runs (5)")
    parser.add_argument("--quick", action="store_true", help="small data and two rounds: does everything work?")
    options = parser.parse_args(arguments)
    options.rounds = min(options.rounds, 2) if options.quick else max(1, options.rounds)
    return options


def main(arguments: Sequence[str]) -> int:
    """Run what is asked for. Only a run of every case on full data goes to ``docs/performance.md``."""
    options = _options(arguments)
    bench = Bench(options.quick, tell)
    chosen = [case for case in CASES if case.key in options.case]
    results = [Result(case, play(bench, case, options.rounds)) for case in chosen]
    day = dt.datetime.now(dt.UTC).date().isoformat()
    text = report.measured(bench, results, machine.facts(), day)
    print(text)
    if options.quick or len(chosen) < len(CASES):
        tell(f"{PAGE.name} is left as it is: only a run of every case on full data is written there")
    else:
        report.write(PAGE, text)
        tell(f"written to {PAGE.relative_to(ROOT).as_posix()}")
    wrong = any(run.wrong for result in results for one in result.series.rounds for run in one.values())
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
