"""Lists of codes on the command line: previewed, taken in once, refused whole, listed and searched."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from socialupph.app.cli.main import main
from socialupph.domain.cpv_selection import SELECTION

DAY = ("--as-of", "2026-09-30")
DIVISIONS = [f"{code};{swedish};{english}" for code, swedish, english in SELECTION if code.endswith("000000")]
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "exempelby.sup"
    assert main(["--register", str(path), "demo", "--size", "small", *DAY]) == 0
    return path


@pytest.fixture
def run(made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    own = Path(shutil.copyfile(made, tmp_path / "exempelby.sup"))

    def said(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(["--register", str(own), *arguments, *DAY])
        found = capsys.readouterr()
        return code, found.out, found.err

    return said


def told(run: Run, *arguments: str) -> Any:
    _code, out, _err = run(*arguments, "--json")
    return json.loads(out)


@pytest.fixture
def whole(tmp_path: Path) -> str:
    path = tmp_path / "cpv.csv"
    path.write_text("\n".join(["code;sv;en", *DIVISIONS, "45262690;Renovering;Refurbishment"]), encoding="utf-8")
    return str(path)


def test_a_list_is_previewed_then_taken_in_once(run: Run, whole: str):
    preview = told(run, "import", "code-list", "cpv", whole)
    assert (preview["new"], preview["applied"], preview["whole"], preview["rows"][0]["state"]) == (
        46,
        False,
        True,
        "new",
    )
    assert len(told(run, "list", "codes")["rows"]) == len(SELECTION)
    done = told(run, "import", "code-list", "cpv", whole, "--apply")
    assert (done["new"], done["applied"]) == (46, True)
    assert len(told(run, "list", "codes")["rows"]) == 46
    again = told(run, "import", "code-list", "cpv", whole, "--apply")
    assert (again["new"], again["changed"], again["unchanged"], again["closed"]) == (0, 0, 46, 0)


def test_what_a_newer_list_lacks_is_closed_unless_it_is_a_part(run: Run, whole: str, tmp_path: Path):
    assert run("import", "code-list", "cpv", whole, "--apply")[0] == 0
    newer = tmp_path / "ny.csv"
    newer.write_text("\n".join(["code;sv;en", *DIVISIONS]), encoding="utf-8")
    assert told(run, "import", "code-list", "cpv", str(newer), "--part")["closed"] == 0
    code, out, _err = run("import", "code-list", "cpv", str(newer))
    assert code == 0
    assert "stängs – 45262690 Renovering" in out
    assert out.endswith(
        "45 rader: 45 oförändrade. 1 kod stängs.\nInget är skrivet. Lägg till --apply för att importera.\n"
    )


def test_a_list_with_errors_is_refused_whole_until_the_user_says_so(run: Run, tmp_path: Path):
    path = tmp_path / "fel.csv"
    path.write_text("code;sv\n45000000-1;Anläggningsarbete\n90910000-9;Städning\n", encoding="utf-8")
    code, out, err = run("import", "code-list", "cpv", str(path), "--apply", "--json")
    assert (code, json.loads(out)["applied"]) == (2, False)
    assert "1 rad" in err
    assert "den ska vara 7" in json.loads(out)["rows"][0]["message"]
    assert run("import", "code-list", "cpv", str(path))[0] == 1
    done = told(run, "import", "code-list", "cpv", str(path), "--apply", "--skip-errors")
    assert (done["new"], done["errors"], done["applied"]) == (1, 1, True)


@pytest.mark.parametrize("which", ["cpv", "occupations"])
def test_a_file_of_something_else_is_one_sentence(run: Run, tmp_path: Path, which: str):
    path = tmp_path / "annat.csv"
    path.write_text("Namn;Telefon\nExempel;070-174 06 05\n", encoding="utf-8")
    code, _out, err = run("import", "code-list", which, str(path), "--apply")
    assert code == 2
    assert err.count("\n") == 1
    assert "Inget är inläst" in err


def test_codes_are_searched_and_filtered(run: Run):
    found = told(run, "list", "codes", "--search", "städning skolor")["rows"]
    assert [row["code"] for row in found] == ["90919300"]
    assert {row["which"] for row in told(run, "list", "codes", "--filter", "which=cpv")["rows"]} == {"cpv"}
    assert told(run, "list", "codes", "--filter", "which=occupation")["rows"] == []
