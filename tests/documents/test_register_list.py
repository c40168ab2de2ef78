"""Any list on screen as a paper."""

import dataclasses
import subprocess
import sys
from pathlib import Path

import pytest

from socialupph.documents.register_list import RegisterListPaper, register_list, share_width
from tests.documents import listed, reading, samples


@pytest.mark.parametrize("count", [0, 1, 18, 60, 500])
def test_every_row_in_order(count: int) -> None:
    seen = reading.Watcher.new()
    paper = register_list(listed.paper(count), samples.setting(), samples.fonts(), watch=seen)
    codes = [mark.text for mark in seen.marks if mark.text.startswith("P-")]
    assert codes == [f"P-{number:04d}" for number in range(count)]
    assert reading.outside(seen.marks, *((297, 210) if count > 1 else (210, 297))) == []
    assert reading.overlapping(seen.marks) == []
    assert reading.tags(paper).count("THead") == bool(count)
    heads = [mark.page for mark in seen.marks if mark.text == "Deltagare"]
    assert heads == (list(range(1, paper.pages + 1)) if count else [])


def test_tells_filter_count_and_detail() -> None:
    text = reading.text(register_list(listed.paper(18), samples.setting(), samples.fonts()))
    assert "Placeringar 18 rader · Pågående · Handledare utan utbildning" in text
    assert "Fiktiva Fasader AB · Pågående" in text
    assert "75 %" in text


def test_an_empty_list_is_a_sentence() -> None:
    filtered = reading.text(register_list(listed.paper(0), samples.setting(), samples.fonts()))
    assert "Inget att visa." in filtered
    whole = register_list(listed.paper(0, filter_words=""), samples.setting(), samples.fonts())
    assert "Inga placeringar ännu" in reading.text(whole)


def test_few_columns_stand_upright() -> None:
    paper = dataclasses.replace(listed.paper(5), columns=listed.SPEC.columns[:2], title="Koder")
    done = register_list(paper, samples.setting(), samples.fonts())
    assert "595.276 x 841.89" in reading.poppler(done, "pdfinfo", "FILE")
    assert done.title == "Koder"


def test_a_cell_longer_than_a_page_says_where_the_rest_is() -> None:
    seen = reading.Watcher.new()
    paper = register_list(listed.paper(3, "mycket lång text " * 400), samples.setting(), samples.fonts(), watch=seen)
    assert reading.outside(seen.marks, 297, 210) == []
    assert "… fortsätter" in reading.text(paper)


def test_many_columns_still_fit() -> None:
    columns = tuple(
        dataclasses.replace(column, key=f"{column.key}{turn}") for turn in range(3) for column in listed.SPEC.columns
    )
    seen = reading.Watcher.new()
    register_list(
        RegisterListPaper(listed.SPEC, columns, listed.rows(30)), samples.setting(), samples.fonts(), watch=seen
    )
    assert reading.outside(seen.marks, 297, 210) == []


def test_widths_fill_the_room() -> None:
    for wished in ([(20.0, 20.0), (90.0, 20.0), (40.0, 15.0)], [(20.0, 20.0)], [(90.0, 80.0)] * 4):
        assert sum(share_width(wished, 175)) == pytest.approx(175)
    assert share_width([(20, 20), (90, 20), (40, 15)], 120)[0] == 20


def test_ten_thousand_rows_in_little_memory() -> None:
    script = (
        "from pathlib import Path\n"
        "from socialupph.documents.register_list import register_list\n"
        "from tests.documents import listed, samples\n"
        "paper = register_list(listed.paper(10_000), samples.setting(), samples.fonts())\n"
        "assert paper.pages == 501\n"
        "assert len(paper.bytes) < 8_000_000\n"
        "status = Path('/proc/self/status').read_text()\n"
        "assert int(status.split('VmHWM:')[1].split()[0]) < 150 * 1024\n"
    )
    if not sys.platform.startswith("linux"):
        pytest.skip("memory is measured as Linux tells it")
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", script], check=True, cwd=root, env={"PYTHONPATH": f"{root / 'src'}:{root}"})
