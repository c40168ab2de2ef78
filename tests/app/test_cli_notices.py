"""``import notice`` on the command line: preview, exit codes, JSON, and one plain sentence when something is refused."""

import json
from pathlib import Path

import pytest

from socialupph.app.cli.main import main
from tests.exchange.notice_building import (
    BUYER,
    WINNER,
    ContractXml,
    LotXml,
    NoticeXml,
    Org,
    OutcomeXml,
    TenderXml,
)

DAY = ("--as-of", "2026-09-30")
SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "eforms"
TWO = NoticeXml(
    organisations=(BUYER, WINNER, Org("ORG-0003", "Andra Städ AB", "559999-1113")),
    lots=(LotXml(start="2026-04-01", end="2028-03-31"), LotXml("LOT-0002", "Fönsterputs")),
    outcomes=(OutcomeXml(), OutcomeXml("LOT-0002", tenders=("TEN-0002",), contracts=("CON-0002",))),
    tenders=(TenderXml(), TenderXml("TEN-0002", "LOT-0002", members=("ORG-0003",))),
    contracts=(ContractXml(), ContractXml("CON-0002", "2026-18", ("TEN-0002",))),
)
WRONG = TWO.but(tenders=(TWO.tenders[0], TenderXml("TEN-0002", "LOT-0002", currency="", members=("ORG-0003",))))


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    path = tmp_path_factory.mktemp("notices") / "exempelby.sup"
    assert main(["--register", str(path), "demo", "--size", "small", *DAY]) == 0
    return path


@pytest.fixture
def run(register, tmp_path, capsys):
    own = tmp_path / "prov.sup"
    own.write_bytes(register.read_bytes())

    def made(*arguments):
        capsys.readouterr()
        code = main(["--register", str(own), *map(str, arguments), *DAY])
        said = capsys.readouterr()
        return code, said.out, said.err

    return made


def counts(out):
    told = json.loads(out)
    return tuple(told[name] for name in ("new", "changed", "unchanged", "errors", "applied"))


def test_a_notice_is_previewed_then_taken_in_once(run, tmp_path):
    path = TWO.write(tmp_path)
    code, out, err = run("import", "notice", path)
    assert (code, err) == (0, "")
    first, second, total, last = out.splitlines()
    assert first.startswith(
        "Kontrakt 1: ny – 2026-17 Städtjänster – Städning av skolor (Beställare: Exempelby kommun; Leverantör: "
    )
    assert second.endswith("Utkast: startdatum och slutdatum saknas.)")
    assert (total, last) == (
        "2 nya, 0 ändras, 0 oförändrade, 0 fel.",
        "Inget är skrivet. Lägg till --apply för att importera.",
    )
    code, out, _err = run("import", "notice", path, "--json")
    assert (code, counts(out)) == (0, (2, 0, 0, 0, False))
    row = json.loads(out)["rows"][0]
    assert (row["row"], row["state"], row["changes"]["value"]) == (1, "new", ["", "1200000"])
    code, out, _err = run("import", "notice", path, "--apply", "--json")
    assert (code, counts(out)) == (0, (2, 0, 0, 0, True))
    made = [row["code"] for row in json.loads(out)["rows"]]
    code, out, _err = run("import", "notice", path, "--apply", "--json")
    assert (code, counts(out)) == (0, (0, 0, 2, 0, True))
    _code, out, _err = run("show", made[0], "--json")
    assert json.loads(out)["notice_id"] == f"{TWO.notice_id}-01"


def test_a_contract_in_error_refuses_all_unless_it_is_left(run, tmp_path):
    path = WRONG.write(tmp_path)
    code, out, err = run("import", "notice", path, "--json")
    assert (code, counts(out), err) == (1, (1, 0, 0, 1, False), "")
    assert "saknar valuta" in json.loads(out)["rows"][1]["message"]
    code, out, err = run("import", "notice", path, "--apply", "--json")
    assert (code, counts(out)) == (2, (1, 0, 0, 1, False))
    assert len(err.splitlines()) == 1
    code, out, _err = run("import", "notice", path, "--apply", "--skip-errors", "--json")
    assert (code, counts(out)) == (1, (1, 0, 0, 1, True))


@pytest.mark.parametrize(
    ("notice", "words"),
    [
        (NoticeXml(root="ContractNotice", namespace="urn:oasis:names:ubl:ContractNotice-2"), "annons om upphandling"),
        (NoticeXml(procedure_id=""), "upphandlingens id (BT-04)"),
        (NoticeXml(prolog="<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/x'>"), "kan skada datorn"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(run, tmp_path, notice, words):
    code, out, err = run("import", "notice", notice.write(tmp_path), "--apply")
    assert (code, out) == (2, "")
    assert words in err
    assert len(err.splitlines()) == 1
    code, _out, err = run("import", "notice", tmp_path / "finns-inte.xml")
    assert code == 2
    assert "finns-inte.xml" in err


@pytest.mark.skipif(not SHARED.is_dir(), reason="the notices are not here")
def test_nine_are_taken_in_and_three_refused(run):
    found = {path.stem: run("import", "notice", path, "--apply", "--json") for path in sorted(SHARED.glob("*.xml"))}
    refused = {name for name, (code, _out, _err) in found.items() if code == 2}
    assert refused == {"INVALID_can_24_stage-1", "can_24_no_tenders", "cn_24_minimal"}
    taken = {name: counts(out) for name, (code, out, _err) in found.items() if code == 0}
    assert len(taken) == 9
    assert sum(new for new, *_more in taken.values()) == 11
    again = {name: counts(run("import", "notice", SHARED / f"{name}.xml", "--json")[1]) for name in taken}
    assert {new + changed + errors for new, changed, _unchanged, errors, _applied in again.values()} == {0}
