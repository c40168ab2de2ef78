"""The full lists, where they are at hand: all of CPV 2008 and the occupations of Arbetsförmedlingen."""

import csv
import datetime as dt
import re
from pathlib import Path

import pytest

from socialupph.domain.clock import FixedClock
from socialupph.domain.cpv_selection import SELECTION
from socialupph.domain.kinds import CodeList, RegisterKind
from socialupph.exchange.code_lists import read_code_list
from socialupph.services.registers import create_register
from tests.house.tree import ROOT

DATA = ROOT.parent / "shared" / "data"
CPV_FILE, OCCUPATION_FILE = DATA / "cpv-2008.csv", DATA / "occupations-af.csv"
pytestmark = pytest.mark.skipif(
    not (CPV_FILE.is_file() and OCCUPATION_FILE.is_file()), reason="the full lists are not here"
)
SMALL_WORDS = {"och", "and"}


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text.casefold())) - SMALL_WORDS


def test_the_selection_agrees_with_the_whole_vocabulary():
    with CPV_FILE.open(encoding="utf-8", newline="") as stream:
        official = {row["code"]: row for row in csv.DictReader(stream, delimiter=";")}
    wrong = [
        code
        for code, swedish, english in SELECTION
        if code not in official
        or not words(swedish) <= words(official[code]["sv"])
        or not words(english) <= words(official[code]["en"])
    ]
    assert wrong == []
    assert {code for code in official if code.endswith("000000")} == {
        code for code, _swedish, _english in SELECTION if code.endswith("000000")
    }


def test_both_lists_are_taken_in_whole_and_once(tmp_path: Path):
    services = create_register(
        tmp_path / "prov.sup", RegisterKind.EXERCISE, "Exempelby", "AME", FixedClock(dt.date(2026, 9, 22))
    )
    for path, which, count in ((CPV_FILE, CodeList.CPV, 9454), (OCCUPATION_FILE, CodeList.OCCUPATION, 770)):
        draft = read_code_list(path)
        assert (draft.which, len(draft.rows), draft.left_out) == (which, count, ())
        assert not any(row.errors or row.remarks for row in draft.rows)
        changes, preview = services.code_lists.apply(which, draft.rows, source_name=path.name)
        assert (preview.new, preview.whole) == (count, True)
        in_use = services.code_lists.in_use(which)
        assert (in_use.whole, in_use.count, in_use.source) == (True, count, path.name)
        again, preview = services.code_lists.apply(which, draft.rows, source_name=path.name)
        assert (preview.unchanged, again.operation_id) == (count, None)
        assert changes.operation_id is not None
    found = [item.code for item in services.code_lists.find(CodeList.CPV, "skolbyggnader", 3)]
    assert found == ["45214200"]
    assert services.code_lists.find(CodeList.OCCUPATION, "målare", 1)[0].label
    services.close()
