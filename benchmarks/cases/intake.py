"""Case 13: a contract list taken in from xlsx."""

from benchmarks import office, store
from benchmarks.figures import Goal, Run, ratio, value
from benchmarks.plan import Bench, Case, Contestant


def _rows(bench: Bench) -> int:
    return bench.size(10_000, 1_000)


def _prepare(bench: Bench) -> None:
    store.import_rows(bench, _rows(bench))


def _run(bench: Bench, job: str) -> Run:
    rows = _rows(bench)
    return bench.work(
        f"intake.{job}",
        register=store.register(bench, "small"),
        file=store.contract_list(bench, rows),
        kept=store.import_rows(bench, rows),
        scratch=bench.scratch("import.sup"),
        rows=rows,
    )


def _peer(bench: Bench) -> Run:
    office.warm_up()
    rows = _rows(bench)
    run, written = office.convert(
        store.contract_list(bench, rows), "csv:Text - txt - csv (StarCalc):59,34,76", bench.scratch("peer")
    )
    if run.wrong:
        return run
    return Run(run.figures, bench.work("intake.check", rows=rows, out=written).wrong)


CASE = Case(
    key="13",
    title="Take in a contract list from xlsx",
    about=lambda bench: (
        f"{_rows(bench):,} contracts, read, recognised, checked, shown against the register and written as one operation with "
        "history and search. The floor reads with calamine and inserts the very same rows of every table by executemany. "
        "LibreOffice only converts the list to csv, its start included"
    ),
    contestants=(
        Contestant("ours", "`read_contract_list`, `preview`, `apply`", lambda bench: _run(bench, "ours")),
        Contestant("floor", "calamine + raw executemany", lambda bench: _run(bench, "floor")),
        Contestant("peer", "LibreOffice, xlsx → csv", _peer),
    ),
    goals=(
        Goal("time, to calamine + raw insert", ratio("ours", "floor"), 2.0),
        Goal("of it reading and recognising", value("ours", "read"), unit="s"),
        Goal("of it the preview", value("ours", "preview"), unit="s"),
        Goal("of it writing", value("ours", "apply"), unit="s"),
        Goal("times as fast as LibreOffice", ratio("peer", "ours")),
    ),
    prepare=_prepare,
    figures=(("seconds", "s"), ("mib", "MiB")),
)
