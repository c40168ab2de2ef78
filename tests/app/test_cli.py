"""The command line, as scripts use it: exit codes, JSON, one plain sentence when something is refused."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from socialupph.app.cli.main import main
from socialupph.app.listings import LISTINGS

LISTS = Path(__file__).parents[1] / "data" / "lists"
DAY = ("--as-of", "2026-09-30")


@dataclass
class Cli:
    """Runs commands on one register."""

    register: Path
    capsys: pytest.CaptureFixture[str]

    def run(self, *arguments: str) -> tuple[int, str, str]:
        self.capsys.readouterr()
        code = main(["--register", str(self.register), *arguments, *DAY])
        said = self.capsys.readouterr()
        return code, said.out, said.err

    def json(self, *arguments: str) -> Any:
        code, out, _err = self.run(*arguments, "--json")
        assert code in {0, 1}
        return json.loads(out)


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "exempelby.sup"
    assert main(["--register", str(path), "demo", "--size", "small", *DAY]) == 0
    return path


@pytest.fixture
def cli(sample_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    own = tmp_path / "exempelby.sup"
    shutil.copyfile(sample_file, own)
    return Cli(own, capsys)


@pytest.mark.parametrize("what", sorted(LISTINGS))
def test_every_list_gives_its_rows(cli: Cli, what: str) -> None:
    rows = cli.json("list", what)["rows"]
    assert rows
    assert "id" in rows[0]
    code, out, err = cli.run("list", what)
    assert (code, err) == (0, "")
    assert len(out.splitlines()) == len(rows) + 1


def test_lists_are_searched_filtered_and_sorted(cli: Cli) -> None:
    every = cli.json("list", "suppliers")["rows"]
    found = cli.json("list", "suppliers", "--search", "drömby")["rows"]
    assert 0 < len(found) < len(every)
    assert all("Drömby" in row["name"] for row in found)
    chosen = cli.json("list", "suppliers", "--filter", "kind=civil_society")["rows"]
    assert {row["kind"] for row in chosen} == {"civil_society"}
    down = cli.json("list", "suppliers", "--sort", "name", "--descending")["rows"]
    assert [row["id"] for row in down] == [row["id"] for row in reversed(every)]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("list", "suppliers", "--sort", "skonummer"), "skonummer"),
        (("list", "suppliers", "--filter", "skonummer=1"), "skonummer"),
        (("list", "suppliers", "--filter", "skonummer"), "NAMN=VÄRDE"),
        (("show", "P-9999"), "P-9999"),
        (("print", "sign-up-list", "P-0001", "--out", "x.pdf"), "P-0001"),
        (("export", "contracts", "--out", "x.docx"), "x.docx"),
        (("import", "contracts", "finns-inte.xlsx"), "finns-inte.xlsx"),
    ],
)
def test_what_is_refused_is_told_in_one_sentence(cli: Cli, arguments: tuple[str, ...], words: str) -> None:
    code, _out, err = cli.run(*arguments)
    assert code == 2
    assert words in err
    assert err.count("\n") == 1
    assert "Traceback" not in err


def test_a_register_is_not_made_over_another(cli: Cli) -> None:
    before = cli.register.read_bytes()
    code, _out, err = cli.run("demo")
    assert code == 2
    assert "exempelby.sup" in err
    assert cli.register.read_bytes() == before


def test_show_gives_the_record_of_a_code(cli: Cli) -> None:
    code = cli.json("list", "placements")["rows"][0]["code"]
    assert cli.json("show", code.lower())["code"] == code


def test_due_knows_what_is_late(cli: Cli) -> None:
    rows = cli.json("due", "--days", "14")["rows"]
    days = [row["due"] for row in rows if row.get("due")]
    assert min(days) < "2026-09-30" <= max(days) <= "2026-10-14"


@pytest.mark.parametrize(
    ("name", "new", "errors", "left_out"),
    [
        ("avtalsdatabas_uttag.xlsx", 40, 0, 1),
        ("export_avtal_ansi.csv", 25, 0, 0),
        ("entreprenader_utf16.tsv", 18, 0, 0),
        ("med_fel.xlsx", 8, 6, 0),
    ],
)
def test_a_list_is_previewed_then_imported_once(cli: Cli, name: str, new: int, errors: int, left_out: int) -> None:
    before = cli.json("list", "contracts")["rows"]
    preview = cli.json("import", "contracts", str(LISTS / name))
    assert (preview["new"], preview["errors"], len(preview["left_out"])) == (new, errors, left_out)
    assert not preview["applied"]
    assert cli.json("list", "contracts")["rows"] == before
    done = cli.json("import", "contracts", str(LISTS / name), "--apply", "--skip-errors")
    assert done["applied"]
    assert len(cli.json("list", "contracts")["rows"]) == len(before) + new
    again = cli.json("import", "contracts", str(LISTS / name), "--apply", "--skip-errors")
    assert (again["new"], again["changed"], again["unchanged"]) == (0, 0, new)


def test_a_list_with_errors_is_refused_whole_until_the_user_says_so(cli: Cli) -> None:
    before = cli.json("list", "contracts")["rows"]
    code, out, err = cli.run("import", "contracts", str(LISTS / "med_fel.xlsx"), "--apply", "--json")
    assert code == 2
    assert "6 rader" in err
    assert json.loads(out)["applied"] is False
    assert cli.json("list", "contracts")["rows"] == before
    messages = {row["row"]: row["message"] for row in json.loads(out)["rows"] if row["state"] == "error"}
    assert sorted(messages) == [3, 4, 5, 6, 7, 8]
    assert "kontrollsiffra" in messages[3]
    assert "rad 2" in messages[6]


@pytest.mark.parametrize("what", ["sign-up-list", "attendance"])
def test_the_lists_of_a_session_are_printed(cli: Cli, tmp_path: Path, what: str) -> None:
    out = tmp_path / "lista.pdf"
    assert cli.run("print", what, "S-0005", "--out", str(out))[0] == 0
    assert out.read_bytes().startswith(b"%PDF-1.7")


@pytest.mark.parametrize("ending", ["xlsx", "csv", "pdf"])
def test_follow_ups_are_exported_between_two_days(cli: Cli, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"uppf.{ending}"
    told = cli.json("export", "follow-ups", "--out", str(out), "--from", "2026-09-01", "--to", "2026-09-30")
    assert 0 < told["rows"] < len(cli.json("list", "follow-ups")["rows"])
    assert out.stat().st_size > 500
    assert [path.name for path in tmp_path.glob("uppf*")] == [out.name]
