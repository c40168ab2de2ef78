"""The list of 20 000 follow-ups: the window never stands still."""

from benchmarks import store
from benchmarks.figures import Goal, Run, value
from benchmarks.plan import Bench, Case, Contestant
from benchmarks.screen import surroundings


def _prepare(bench: Bench) -> None:
    store.register(bench, "medium")


def _ours(bench: Bench) -> Run:
    register = store.register(bench, "medium")
    with surroundings(bench.scratch("home")) as environment:
        return bench.work("list_window.drive", environment=environment, register=register, least=20_000)


CASE = Case(
    key="list",
    title="The list of follow-ups shown, sorted and filtered",
    about=lambda _bench: (
        "ten years of one municipality (more than 20 000 follow-ups) in the program's list page: shown, sorted by every column both ways, "
        "searched, filtered, scrolled to its end. The longest time the event loop stood still in each"
    ),
    contestants=(Contestant("ours", "the list page", _ours),),
    goals=(
        Goal("shown", value("ours", "shown"), 200, unit="ms"),
        Goal("sorted", value("ours", "sorted"), 200, unit="ms"),
        Goal("searched", value("ours", "searched"), 200, unit="ms"),
        Goal("filtered", value("ours", "filtered"), 200, unit="ms"),
        Goal("scrolled", value("ours", "scrolled"), 200, unit="ms"),
    ),
    prepare=_prepare,
    figures=(("seconds", "s"),),
)
