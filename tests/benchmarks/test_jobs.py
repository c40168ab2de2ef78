"""What is timed is right: each job checks its result, and finds one that is not. No time is asserted."""

import datetime as dt

import pytest

from benchmarks.jobs import export, intake, material, paper, proxy, save, search
from benchmarks.jobs.search_oracle import hits_of
from socialupph.domain.clock import FixedClock
from socialupph.services import registers
from socialupph.services.sample import SampleSize

ROWS = 30


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    path = tmp_path_factory.mktemp("bench") / "small.sup"
    registers.create_sample(path, SampleSize.SMALL, FixedClock(dt.date(2026, 11, 1))).close()
    return path


@pytest.fixture
def kept(register, tmp_path):
    path = tmp_path / "rows.pickle"
    assert material.rows({"register": register, "rows": ROWS, "kept": path}).wrong == ""
    return path


def test_asking_for_more_rows_than_there_are_is_told(register, tmp_path):
    outcome = material.rows({"register": register, "rows": 1_000_000, "kept": tmp_path / "rows.pickle"})
    assert outcome.wrong.startswith("rows in the register")


def test_saving_writes_every_row_and_the_floor_writes_the_same(register, tmp_path):
    options = {"register": register, "scratch": tmp_path / "copy.sup", "count": 3}
    for job in (save.ours, save.floor):
        outcome = job(options)
        assert outcome.wrong == ""
        assert outcome.figures["seconds"] > 0
    assert "rows added" in save._grown([1, 1, 1, 0], [4, 4, 3, 0], 3)


def test_the_search_finds_what_the_oracle_finds(register, monkeypatch):
    monkeypatch.setattr(search, "WORDS", ("låts", "åtsas"))
    for job in (search.ours, search.floor):
        outcome = job({"register": register, "times": 1})
        assert outcome.wrong == ""
        assert outcome.figures["hits0"] == len(hits_of(register, "LÅTS")) > 0


def test_the_proxy_model_leaves_the_rows_that_the_search_finds(register, monkeypatch):
    found = [word for word in ("exempelstedt", "påhittmark", "öberg", "platshållare") if hits_of(register, word)]
    monkeypatch.setattr(proxy, "WORDS", found)
    assert proxy.press({"register": register}).wrong == ""


def test_a_search_that_misses_a_row_is_found_out(register, monkeypatch):
    monkeypatch.setattr(search, "WORDS", ("låts",))
    outcome = search._measured({"register": register, "times": 1}, lambda _word: ([], 0))
    assert "the hits of låts" in outcome.wrong


def test_the_workbook_is_read_again(kept, tmp_path):
    out = tmp_path / "list.xlsx"
    for job in (export.ours, export.floor):
        assert job({"kept": kept, "out": out}).wrong == ""
    rows = export.kept_rows({"kept": kept})
    assert "rows in the workbook" in export._wrong(out, rows[1:])
    assert "cells" in export._wrong(out, [*rows[1:], rows[0]])


def test_the_paper_is_read_again_and_must_be_tagged(kept, tmp_path):
    out = tmp_path / "list.pdf"
    assert paper.ours({"kept": kept, "out": out}).wrong == ""
    assert paper.floor({"kept": kept, "out": out}).wrong == ""
    assert paper._untagged(out) == "the paper is not tagged"
    rows = paper.kept_rows({"kept": kept})
    paper._draw_bare(out, rows[2:])
    assert paper.check({"kept": kept, "out": out}).wrong == "rows that are not on paper: 2, not 0"


def test_the_floor_takes_in_the_very_rows_that_the_program_does(register, tmp_path):
    file = tmp_path / "contracts.xlsx"
    material.contract_list({"rows": ROWS, "xlsx": file})
    options = {
        "register": register, "file": file, "kept": tmp_path / "written.pickle", "scratch": tmp_path / "copy.sup", "rows": ROWS,
    }  # fmt: skip
    intake.remember(options)
    assert intake._known(options)["contract"] == ROWS
    for job in (intake.ours, intake.floor):
        assert job(options).wrong == ""
    assert "rows in the file" in intake.floor({**options, "rows": ROWS + 1}).wrong
