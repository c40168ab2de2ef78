"""Case 11: a long register list as a tagged paper."""

from benchmarks import office, store
from benchmarks.figures import Goal, Run, ratio, value
from benchmarks.plan import Bench, Case, Contestant


def _rows(bench: Bench) -> int:
    return bench.size(10_000, 1_000)


def _prepare(bench: Bench) -> None:
    store.kept_rows(bench, _rows(bench) // 10)
    store.list_files(bench, _rows(bench))


def _run(bench: Bench, job: str, rows: int) -> Run:
    out = bench.scratch(f"{job}.pdf")
    return bench.work(f"paper.{job}", kept=store.kept_rows(bench, rows), out=out)


def _peer(bench: Bench) -> Run:
    office.warm_up()
    rows = _rows(bench)
    run, written = office.convert(store.list_files(bench, rows)[0], "pdf", bench.scratch("peer"))
    if run.wrong:
        return run
    checked = bench.work("paper.check", kept=store.kept_rows(bench, rows), out=written)
    return Run(run.figures, checked.wrong)


CASE = Case(
    key="11",
    title="Print a register list as tagged PDF",
    about=lambda bench: (
        f"{_rows(bench):,} follow-ups, all columns, from rows in memory to a file on disk; the floor draws the same cells with "
        "reportlab's canvas without wrapping or tags. LibreOffice makes an untagged PDF of the same rows in an xlsx, its start included"
    ),
    contestants=(
        Contestant("ours", "`documents.register_list`", lambda bench: _run(bench, "ours", _rows(bench))),
        Contestant("tenth", "the same with a tenth of the rows", lambda bench: _run(bench, "ours", _rows(bench) // 10)),
        Contestant("floor", "reportlab canvas, untagged", lambda bench: _run(bench, "floor", _rows(bench))),
        Contestant("peer", "LibreOffice, xlsx → pdf", _peer),
    ),
    goals=(
        Goal("time, to the untagged canvas", ratio("ours", "floor"), 2.0),
        Goal("memory of the whole process", value("ours", "mib"), 150, unit="MiB"),
        Goal("time, to a tenth of the rows", ratio("ours", "tenth"), 11),
        Goal("times as fast as LibreOffice", ratio("peer", "ours")),
    ),
    prepare=_prepare,
    figures=(("seconds", "s"), ("mib", "MiB")),
)
