"""Case 9: save one follow-up."""

from benchmarks import store
from benchmarks.figures import Goal, Run, ratio, value
from benchmarks.plan import Bench, Case, Contestant


def _prepare(bench: Bench) -> None:
    store.register(bench, _size(bench))


def _size(bench: Bench) -> str:
    return "small" if bench.quick else "medium"


def _run(bench: Bench, job: str, *, one: bool = False) -> Run:
    register, scratch = store.register(bench, _size(bench)), bench.scratch("save.sup")
    return bench.work(job, register=register, scratch=scratch, count=bench.size(300, 40), one=one)


CASE = Case(
    key="9",
    title="Save one follow-up",
    about=lambda bench: (
        f"the mean of {bench.size(300, 40)} saves, each its own durable commit; the floor writes the same rows (follow-up, "
        "operation, history, code) by hand on the same library and settings. LibreOffice saves whole files only"
    ),
    contestants=(
        Contestant("ours", "`services.follow_ups.register`", lambda bench: _run(bench, "save.ours")),
        Contestant("floor", "the same rows, raw sqlcipher3", lambda bench: _run(bench, "save.floor")),
        Contestant("bare", "one INSERT, raw sqlcipher3", lambda bench: _run(bench, "save.floor", one=True)),
        Contestant("disk", "4 KiB + fdatasync", lambda bench: _run(bench, "save.disk")),
    ),
    goals=(
        Goal("time, to the same rows by hand", ratio("ours", "floor"), 2.5),
        Goal("time, to one bare INSERT", ratio("ours", "bare")),
        Goal("time, to fdatasync", ratio("ours", "disk")),
        Goal("time", value("ours", "seconds", 1000), unit="ms"),
    ),
    prepare=_prepare,
)
