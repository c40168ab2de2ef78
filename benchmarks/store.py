"""Where the data of the cases is kept between runs: under ``build``, named by what it was made from."""

import datetime as dt
import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

from benchmarks.plan import FOLDER, ROOT, Absent, Bench, work

_MADE_BY = ("services/sample", "persistence/records", "persistence/migrations/versions")


@cache
def _mark() -> str:
    """Changes when the sample register would come out otherwise: other sources, or another month."""
    digest = hashlib.sha256(_first_of_month().isoformat().encode())
    for folder in _MADE_BY:
        for path in sorted((ROOT / "src" / "socialupph" / folder).glob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:10]


def _first_of_month() -> dt.date:
    return dt.datetime.now(dt.UTC).date().replace(day=1)


def _made(bench: Bench, name: str, make: Callable[[Path], None]) -> Path:
    """The file ``name``, made when it is not there; those made from other sources go."""
    stem, suffix = name.rsplit(".", 1)
    path = FOLDER / f"{stem}-{_mark()}.{suffix}"
    if not path.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        for old in FOLDER.glob(f"{stem}-??????????.*"):
            old.unlink()
        bench.tell(f"making {name}; this is done once")
        make(path)
    return path


def register(bench: Bench, size: str) -> Path:
    """A sample register: ``small``, ``medium`` (ten years of one municipality) or ``large`` (ten times that)."""

    def make(path: Path) -> None:
        work("material.register", {"path": path, "size": size, "day": _first_of_month().isoformat()})

    return _made(bench, f"{size}.sup", make)


def large_register(bench: Bench) -> Path:
    """The register with more than 100 000 rows; in a quick run one with more than 20 000."""
    return register(bench, "medium" if bench.quick else "large")


def kept_rows(bench: Bench, rows: int) -> Path:
    """That many follow-ups of the large register, as the services give them."""
    source = large_register(bench)

    def make(path: Path) -> None:
        told = work("material.rows", {"register": source, "rows": rows, "kept": path})
        if told["wrong"]:
            raise Absent(told["wrong"])

    return _made(bench, f"rows{rows}.pickle", make)


def list_files(bench: Bench, rows: int) -> tuple[Path, Path]:
    """(xlsx, csv) of that many follow-ups."""
    source = kept_rows(bench, rows)

    def make(path: Path) -> None:
        work("material.files", {"kept": source, "xlsx": path, "csv": path.with_suffix(".csv")})

    found = _made(bench, f"list{rows}.xlsx", make)
    return found, found.with_suffix(".csv")


def contract_list(bench: Bench, rows: int) -> Path:
    """A contract list of that many rows, as xlsx."""

    def make(path: Path) -> None:
        work("material.contract_list", {"rows": rows, "xlsx": path})

    return _made(bench, f"contracts{rows}.xlsx", make)


def import_rows(bench: Bench, rows: int) -> Path:
    """What taking in that contract list writes: every row of every table, for the floor to write."""
    source, file = register(bench, "small"), contract_list(bench, rows)

    def make(path: Path) -> None:
        options = {"register": source, "file": file, "kept": path, "scratch": bench.scratch("import.sup")}
        work("intake.remember", options)

    return _made(bench, f"added{rows}.pickle", make)
