"""Case 1: from the start of the process to rows on the screen."""

from benchmarks import office, store
from benchmarks.figures import Goal, Run, ratio, value
from benchmarks.plan import Bench, Case, Contestant
from benchmarks.screen import MEASURED, compiled, launch, surroundings

PROGRAM = ("-m", "socialupph.app.main")
EMPTY = ("-m", "benchmarks.empty_window")


def _rows(bench: Bench) -> int:
    return bench.size(100_000, 5_000)


def _prepare(bench: Bench) -> None:
    compiled()
    store.large_register(bench)
    store.list_files(bench, _rows(bench))


def _ours(bench: Bench) -> Run:
    register = str(store.large_register(bench))
    with surroundings(bench.scratch("home"), **{MEASURED: "1"}) as environment:
        run = launch([*PROGRAM, "--register", register], environment)
    return run if run.figures.get("rows") else Run(run.figures, "the start page has no rows")


def _floor(_bench: Bench) -> Run:
    with surroundings() as environment:
        return launch(EMPTY, environment)


def _peer(bench: Bench) -> Run:
    office.need_windows()
    office.warm_up()
    with surroundings() as environment:
        return office.open_window(store.list_files(bench, _rows(bench))[0], environment)


def _about(bench: Bench) -> str:
    years = "ten years" if bench.quick else "ten times ten years"
    return (
        f"from the start of the process on a register of {years} of one municipality, with more than {bench.size(100_000, 20_000):,} rows "
        "in one list, until the window is painted and until the start page's list is. The floor is an empty QMainWindow. Calc "
        f"opens {_rows(bench):,} of the same rows, until the document has its window"
    )


CASE = Case(
    key="1",
    title="Start the program",
    about=_about,
    contestants=(
        Contestant("ours", "`socialupph --register`", _ours),
        Contestant("floor", "empty PySide6 window", _floor),
        Contestant("peer", "LibreOffice Calc, same rows", _peer),
    ),
    goals=(
        Goal("window painted, to the empty window", ratio("ours", "floor", "painted"), 1.6),
        Goal("start page's list filled, to the empty window", ratio("ours", "floor", "filled", also="painted"), 4.0),
        Goal("list filled: times as fast as Calc", ratio("peer", "ours", "seconds", also="filled"), 15, at_least=True),
        Goal("list filled", value("ours", "filled"), unit="s"),
    ),
    prepare=_prepare,
    figures=(("seconds", "s"),),
)
