"""The exported files open in LibreOffice with dates as dates, numbers as numbers and Swedish letters whole."""

import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from socialupph.app.cli.main import main

pytestmark = pytest.mark.system

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
SWEDISH_CSV = "CSV:59,34,76,1,,1053,false,true"  # ; " UTF-8 from line 1, Swedish, dates recognised as Excel does
Cells = list[tuple[str, str]]


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("export") / "exempelby.sup"
    assert main(["--register", str(path), "demo", "--as-of", "2026-09-30"]) == 0
    return path


def _export(register: Path, what: str, out: Path) -> None:
    arguments = ["export", what, "--out", str(out), "--as-of", "2026-09-30"]
    assert main(["--register", str(register), *arguments]) == 0


def _opened(path: Path, folder: Path, *options: str) -> list[Cells]:
    """The rows of the first sheet as LibreOffice sees them: (type, text) of each cell."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    assert office, "LibreOffice saknas"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", *options, "--convert-to", "fods", "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    tree = ET.parse(folder / f"{path.stem}.fods")
    sheet = next(tree.iter(f"{TABLE}table"))
    rows: list[Cells] = []
    for row in sheet.iter(f"{TABLE}table-row"):
        cells: Cells = []
        for cell in row.findall(f"{TABLE}table-cell"):
            kind = cell.get(f"{OFFICE}value-type") or ""
            shown = cell.get(f"{OFFICE}date-value") or cell.get(f"{OFFICE}value") or "".join(cell.itertext()).strip()
            repeated = int(cell.get(f"{TABLE}number-columns-repeated") or 1)
            cells.extend([(kind, shown)] * min(repeated, 60))
        if any(text for _kind, text in cells):
            rows.append(cells)
    return rows


@pytest.mark.parametrize(("ending", "options"), [("xlsx", ()), ("csv", (f"--infilter={SWEDISH_CSV}",))])
def test_follow_ups_open_with_the_right_types(
    register: Path, tmp_path: Path, ending: str, options: tuple[str, ...]
) -> None:
    out = tmp_path / f"uppf.{ending}"
    _export(register, "follow-ups", out)
    head, *rows = _opened(out, tmp_path, *options)
    titles = [text for _kind, text in head]
    assert {"Kod", "Planerad", "Hållen", "Slag"} <= set(titles)
    assert len(rows) > 300
    due, code, late = (titles.index(name) for name in ("Planerad", "Kod", "Dagar försenad"))
    assert {row[due][0] for row in rows} == {"date"}
    assert all(row[due][1].startswith("20") for row in rows)
    assert {row[code][0] for row in rows} == {"string"}
    assert {row[late][0] for row in rows if len(row) > late and row[late][1]} == {"float"}
    assert {"Månadsuppföljning", "6 månader efter"} <= {row[titles.index("Slag")][1] for row in rows}


def test_money_and_names_open_whole(register: Path, tmp_path: Path) -> None:
    out = tmp_path / "kontrakt.xlsx"
    _export(register, "contracts", out)
    head, *rows = _opened(out, tmp_path)
    titles = [text for _kind, text in head]
    start = titles.index("Start")
    assert {row[start][0] for row in rows if row[start][1]} == {"date"}
    assert len(rows) == 32
