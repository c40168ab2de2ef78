"""Own sheets and templates on the command line."""

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from socialupph.app.cli.main import main
from socialupph.domain.commands.candidates import CandidateFields
from tests.services.contract_world import build
from tests.sheets.first_morning import SHAPES

TODAY = dt.date(2026, 9, 30)


@dataclass
class Cli:
    """Runs commands on one register, beside a folder for files."""

    register: Path
    folder: Path
    capsys: pytest.CaptureFixture[str]

    def run(self, *arguments: str | Path) -> tuple[int, str, str]:
        self.capsys.readouterr()
        code = main(["--register", str(self.register), *map(str, arguments), "--as-of", TODAY.isoformat()])
        said = self.capsys.readouterr()
        return code, said.out, said.err

    def json(self, *arguments: str | Path, code: int = 0) -> Any:
        found, out, err = self.run(*arguments, "--json")
        assert found == code, err
        return json.loads(out)

    def sheet(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, encoding="utf-8-sig")
        return path


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    world = build(tmp_path / "prov.sup", TODAY)
    world.services.candidates.register(CandidateFields(name="Ingrid Exempel", birth_year=1990))
    world.services.close()
    folder = tmp_path / "listor"
    folder.mkdir()
    return Cli(tmp_path / "prov.sup", folder, capsys)


PEOPLE = "Kod;Namn;Födelseår;Telefon\nTK-1;Ingrid Exempel;1990;070-174 06 05\nTK-2;Bo Påhitt;1980;\n"


def test_a_workbook_is_shown_then_written_then_nothing_new(cli: Cli):
    path = SHAPES["one workbook"](cli.folder, TODAY)
    shown = cli.json("import", "sheets", path)
    assert (shown["applied"], shown["errors"], shown["questions"], shown["unread"]) == (False, 0, [], [])
    assert [sheet["kind"] for sheet in shown["sheets"]] == [
        "suppliers",
        "contracts",
        "candidates",
        "placements",
        "follow-ups",
        "courses",
    ]
    assert shown["new"] == sum(len(sheet["rows"]) for sheet in shown["sheets"])
    assert set(shown["sheets"][0]["rows"][0]) >= {
        "row",
        "state",
        "code",
        "title",
        "changes",
        "message",
        "errors",
        "warnings",
    }
    assert cli.json("list", "placements")["rows"] == []
    written = cli.json("import", "sheets", path, "--apply")
    assert (written["applied"], written["new"]) == (True, shown["new"])
    assert len(cli.json("list", "placements")["rows"]) == 30
    again = cli.json("import", "sheets", path, "--apply")
    assert (again["new"], again["changed"], again["unchanged"]) == (0, 0, shown["new"])


def test_a_folder_says_what_it_does_not_read(cli: Cli):
    folder = SHAPES["loose files"](cli.folder, TODAY)
    code, out, _err = cli.run("import", "sheets", folder)
    assert code == 1
    assert "karta.png: Filen är en bild." in out
    assert '--answer "Snöröjning=2022-115"' in out
    assert "Inget är skrivet." in out


def test_questions_are_answered_by_word(cli: Cli):
    path = cli.sheet("kandidater.csv", PEOPLE)
    code, out, err = cli.run("import", "sheets", path, "--apply")
    assert (code, cli.json("list", "candidates")["rows"][-1]["code"]) == (2, "KA-0001")
    assert err.count("\n") == 1
    assert "Är Ingrid Exempel en kandidat som redan finns? (kandidater.csv, rad 2)" in out
    assert '--answer "Ingrid Exempel=KA-0001"' in out
    shown = cli.json("import", "sheets", path, "--answer", "ingrid exempel=KA-0001")
    assert [row["state"] for row in shown["sheets"][0]["rows"]] == ["changed", "new"]
    assert (shown["questions"][0]["answer"], shown["unanswered"]) == ("candidate:1", 0)
    written = cli.json("import", "sheets", path, "--apply", "--answer", "Ingrid Exempel=new")
    assert [row["code"] for row in written["sheets"][0]["rows"]] == ["KA-0002", "KA-0003"]
    assert cli.json("import", "sheets", path)["unchanged"] == 2, "the answer is remembered"


def test_a_skipped_word_leaves_its_rows_out(cli: Cli):
    path = cli.sheet("kandidater.csv", PEOPLE)
    written = cli.json("import", "sheets", path, "--apply", "--answer", "Ingrid Exempel=skip")
    (sheet,) = written["sheets"]
    assert ([row["row"] for row in sheet["rows"]], [row["row"] for row in sheet["left_out"]]) == ([3], [2])


@pytest.mark.parametrize("answer", ["Nobody=KA-0001", "Ingrid Exempel=KA-9999", "Ingrid Exempel", "="])
def test_an_answer_to_nothing_is_refused(cli: Cli, answer: str):
    code, out, err = cli.run("import", "sheets", cli.sheet("kandidater.csv", PEOPLE), "--apply", "--answer", answer)
    assert (code, out) == (2, "")
    assert err.startswith("Ingen fråga gäller")


def test_good_rows_can_be_taken_without_the_others(cli: Cli):
    path = cli.sheet("kandidater.csv", PEOPLE.replace("1980", "1780"))
    answer = ("--answer", "Ingrid Exempel=new")
    code, _out, err = cli.run("import", "sheets", path, "--apply", *answer)
    assert (code, len(cli.json("list", "candidates")["rows"])) == (2, 1)
    assert "1" in err
    written = cli.json("import", "sheets", path, "--apply", "--skip-errors", *answer, code=1)
    assert (written["new"], written["errors"], written["applied"]) == (1, 1, True)


def test_a_file_can_be_said_to_be_of_a_kind(cli: Cli):
    path = cli.sheet("lista.csv", "Namn;Telefon\nRut Påhitt;070-174 06 05\n")
    shown = cli.json("import", "sheets", path, "--kind", "candidates")
    assert [sheet["kind"] for sheet in shown["sheets"]] == ["candidates"]
    code, _out, err = cli.run("import", "sheets", path, "--kind", "placements")
    assert (code, "kändes igen" in err) == (2, True)


def test_what_is_no_list_is_refused_in_one_sentence(cli: Cli):
    path = cli.sheet("recept.csv", "Ägg;Mjölk\n3;2\n")
    code, out, err = cli.run("import", "sheets", path)
    assert (code, out, err.count("\n")) == (2, "", 1)
    code, _out, err = cli.run("import", "sheets", cli.folder / "saknas.xlsx")
    assert (code, err.count("\n")) == (2, 1)


def test_templates_come_one_by_one_or_all(cli: Cli):
    one = cli.json("template", "placements", "--out", cli.folder / "mall.xlsx")
    assert [Path(file).name for file in one["files"]] == ["mall.xlsx"]
    everything = cli.folder / "mallar"
    everything.mkdir()
    code, out, _err = cli.run("template", "all", "--out", everything)
    assert (code, len(list(everything.iterdir())), out.count("är klar")) == (0, 6, 6)
    code, _out, err = cli.run("import", "sheets", everything)
    assert code in {0, 2}, err
