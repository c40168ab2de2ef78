"""Case 5: a key press in the search field of a long list."""

from benchmarks import store
from benchmarks.figures import Goal, Run, ratio, value
from benchmarks.plan import Bench, Case, Contestant


def _prepare(bench: Bench) -> None:
    store.large_register(bench)


def _run(bench: Bench, job: str, times: int) -> Run:
    return bench.work(job, register=store.large_register(bench), times=times)


def _about(bench: Bench) -> str:
    years = "ten years" if bench.quick else "ten times ten years"
    return (
        f"the list of all follow-ups, {years} of one municipality, the mean of the words öber, åttonde, ängslåtsas and måleri: every "
        "hit in order and the first 200 in full. Hits are checked against every text compared by casefold. The floor is "
        "hand-written SQL over the same FTS5 tables with the same answer. QSortFilterProxyModel looks for the first word, names being "
        "shown, and leaves the same rows; it is compared with that word alone. LIKE finds nothing that begins with a capital Å, Ä or Ö"
    )


CASE = Case(
    key="5",
    title="A key press in the search field",
    about=_about,
    contestants=(
        Contestant("ours", "`services.follow_ups.ids` + `rows`", lambda bench: _run(bench, "search.ours", 5)),
        Contestant("floor", "raw SQL over FTS5", lambda bench: _run(bench, "search.floor", 5)),
        Contestant("like", "raw SQL with LIKE (wrong for å ä ö)", lambda bench: _run(bench, "search.like", 2)),
        Contestant("proxy", "QSortFilterProxyModel", lambda bench: _run(bench, "proxy.press", 1), rounds=3),
    ),
    goals=(
        Goal("time, to raw FTS5", ratio("ours", "floor"), 2.0),
        Goal("times as fast as LIKE", ratio("like", "ours"), 50, at_least=True),
        Goal("times as fast as QSortFilterProxyModel", ratio("proxy", "ours", also="word0"), 1000, at_least=True),
        Goal("time a key press", value("ours", "seconds", 1000), unit="ms"),
    ),
    prepare=_prepare,
)
