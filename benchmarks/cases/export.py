"""Case 12: a long list as xlsx."""

from benchmarks import office, store
from benchmarks.figures import Goal, Run, ratio, value
from benchmarks.plan import Bench, Case, Contestant

_SEMICOLON_UTF8 = "CSV:59,34,76"


def _rows(bench: Bench) -> int:
    return bench.size(100_000, 5_000)


def _prepare(bench: Bench) -> None:
    store.list_files(bench, _rows(bench))


def _run(bench: Bench, job: str) -> Run:
    rows, out = _rows(bench), bench.scratch(f"{job}.xlsx")
    return bench.work(f"export.{job}", kept=store.kept_rows(bench, rows), out=out)


def _whole(bench: Bench) -> Run:
    rows, out = _rows(bench), bench.scratch("whole.xlsx")
    return bench.work("export.whole", register=store.large_register(bench), rows=rows, out=out)


def _peer(bench: Bench) -> Run:
    office.warm_up()
    source = store.list_files(bench, _rows(bench))[1]
    run, written = office.convert(source, "xlsx", bench.scratch("peer"), reading=_SEMICOLON_UTF8)
    if run.wrong:
        return run
    return Run(run.figures, bench.work("export.check", rows=_rows(bench), out=written).wrong)


CASE = Case(
    key="12",
    title="Export a list to xlsx",
    about=lambda bench: (
        f"{_rows(bench):,} follow-ups, all columns, typed cells, from rows in memory; read again with calamine. The floor is "
        "XlsxWriter alone with the same rows. LibreOffice converts the same list from csv, its start included"
    ),
    contestants=(
        Contestant("ours", "`exchange.table_files.write_xlsx`", lambda bench: _run(bench, "ours")),
        Contestant("whole", "the same with opening and reading the register", _whole),
        Contestant("floor", "XlsxWriter, constant memory", lambda bench: _run(bench, "floor")),
        Contestant("plain", "csv", lambda bench: _run(bench, "plain")),
        Contestant("peer", "LibreOffice, csv → xlsx", _peer),
    ),
    goals=(
        Goal("time, to XlsxWriter", ratio("ours", "floor"), 1.25),
        Goal("memory beyond the rows", value("ours", "extra_mib"), 40, unit="MiB"),
        Goal("time, to csv", ratio("ours", "plain")),
        Goal("time with opening and reading the register", value("whole", "seconds"), unit="s"),
        Goal("times as fast as LibreOffice", ratio("peer", "ours")),
    ),
    prepare=_prepare,
    figures=(("seconds", "s"), ("extra_mib", "MiB beyond the rows")),
)
