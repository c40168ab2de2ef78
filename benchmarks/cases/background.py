"""Case 3: the window while the register is opened and everything else is imported behind it."""

from benchmarks import store
from benchmarks.cases.start import EMPTY, PROGRAM
from benchmarks.figures import Goal, Run, ratio, value
from benchmarks.plan import Bench, Case, Contestant
from benchmarks.screen import MEASURED, compiled, launch, surroundings


def _prepare(bench: Bench) -> None:
    compiled()
    store.large_register(bench)


def _ours(bench: Bench) -> Run:
    register = str(store.large_register(bench))
    with surroundings(bench.scratch("home"), **{MEASURED: "1"}) as environment:
        run = launch([*PROGRAM, "--register", register], environment)
    return run if "worst_gap_ms" in run.figures else Run(run.figures, "the program told no gap")


def _empty(work: str) -> Run:
    with surroundings() as environment:
        return launch([*EMPTY, work], environment)


CASE = Case(
    key="3",
    title="The window while it is furnished and libraries are imported behind it",
    about=lambda _bench: (
        "the longest time the event loop stood still between the first paint and the moment when the window is furnished, the start page "
        "filled and every library imported, looked at every 5 ms; and which of SQLAlchemy, reportlab and Alembic were imported before the "
        "first paint. The floor imports sqlalchemy.orm in a thread "
        "behind an empty window, the other in the event loop itself. LibreOffice has nothing to compare"
    ),
    contestants=(
        Contestant("ours", "`socialupph --register`", _ours),
        Contestant("floor", "empty window, import in a thread", lambda _bench: _empty("thread")),
        Contestant("loop", "empty window, import in the event loop", lambda _bench: _empty("loop")),
    ),
    goals=(
        Goal("longest standstill", value("ours", "worst_gap_ms"), 50, unit="ms"),
        Goal("of the three imported before the first paint", value("ours", "loaded"), 0, unit=""),
        Goal("longest standstill of the floor", value("floor", "worst_gap_ms"), unit="ms"),
        Goal("standstill, to the import in the event loop", ratio("ours", "loop", "worst_gap_ms")),
    ),
    prepare=_prepare,
    figures=(("worst_gap_ms", "ms"),),
)
