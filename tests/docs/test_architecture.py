"""docs/architecture.md names what there is."""

import re
import tomllib

import pytest

from tests.house import rules, texts
from tests.house.tree import ROOT, SRC

TEXT = (ROOT / "docs" / "architecture.md").read_text("utf-8")
NAMED = sorted(set(re.findall(r"`((?:\w+/)+[\w*]+\.py|(?:\w+/)+)`", TEXT)))


@pytest.mark.parametrize("named", [one for one in NAMED if "<" not in one])
def test_what_is_named_is_there(named):
    roots = [ROOT, SRC, SRC / "exchange", SRC / "ui", *(room for room in SRC.iterdir() if room.is_dir())]
    assert any(list(root.glob(named.rstrip("/"))) for root in roots), named


def test_rooms_are_those_of_the_source():
    drawn = set(re.findall(r"^  (\w+)/ ", TEXT.split("src/socialupph/\n")[1].split("```")[0], re.MULTILINE))
    assert drawn == {path.name for path in SRC.iterdir() if (path / "__init__.py").exists()}


def test_contracts_are_those_of_the_project_file():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    table = TEXT.split("| contract | id |")[1].split("\n\n")[0]
    assert re.findall(r"\| `(\w+)` \|", table) == [one["id"] for one in project["tool"]["importlinter"]["contracts"]]


def test_every_house_rule_is_told():
    named = {rule.__name__ for rule in (*rules.RULES, *texts.TEXT_RULES)}
    assert [name for name in sorted(named) if f"`{name}`" not in TEXT] == []
