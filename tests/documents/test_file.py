"""The tagged file underneath every paper."""

import datetime as dt
import subprocess
from pathlib import Path

import pytest

from socialupph.documents.engine import read_picture
from socialupph.documents.fonts import load_fonts
from socialupph.documents.paper import content_check, read_logo
from socialupph.documents.pdf_file import text_string
from socialupph.documents.structure import Structure
from socialupph.documents.tagged import TaggedCanvas
from socialupph.documents.theme import BODY, DEFAULT_ACCENT, PORTRAIT, Colour, Palette, readable_accent
from socialupph.domain.errors import FileProblem
from tests.documents import samples


def _one_page(title: str = "Prov") -> bytes:
    canvas = TaggedCanvas(samples.fonts(), PORTRAIT, Palette())
    canvas.begin_page()
    canvas.within(canvas.element("P"))
    canvas.text(20, 40, "Låtsas", BODY)
    canvas.end_page()
    return canvas.finish(title, "sv-SE", dt.date(2026, 9, 22))


def test_the_file_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(_one_page("Prov (1) \\ & <åäö>"))
    told = subprocess.run(["pdfinfo", str(path)], capture_output=True, check=True, text=True)
    assert "Title:           Prov (1) \\ & <åäö>" in told.stdout
    assert told.stderr == ""


def test_same_marks_same_bytes() -> None:
    assert _one_page() == _one_page()


def test_an_element_may_have_content_on_several_pages() -> None:
    tree = Structure()
    table, paragraph = tree.add("Table", 0), tree.add("P", 0)
    assert len(tree) == 3
    for _page in range(2):
        tree.begin_page()
        assert tree.mark(paragraph) == 0
    objects = list(tree.objects(100, [7, 8]))
    assert len(objects) == tree.count() == 1 + 2 + 3
    assert objects[-1].count(b"/MCID 0") == 2
    assert b"/K" not in objects[-2]
    assert tree.tag(table) == b"Table"
    assert objects[0].startswith(b"<</Type/StructTreeRoot/K[103 0 R]")


def test_strings_of_the_file() -> None:
    assert text_string("a(b)\\") == b"(a\\(b\\)\\\\)"
    assert text_string("Å") == b"<feff00c5>"


def test_fonts_that_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="SourceSans3"):
        load_fonts(tmp_path)


@pytest.mark.parametrize("data", [b"", b"<svg/>", b"GIF89a" + bytes(40), samples.logo()[:60]])
def test_a_logo_that_is_no_picture(data: bytes) -> None:
    with pytest.raises(FileProblem) as told:
        read_logo(data)
    assert told.value.code == "paper.logo_unreadable"


def test_a_logo_is_made_no_larger_than_it_needs() -> None:
    picture = read_picture(samples.logo(2500))
    assert (picture.width, picture.height) == (1200, 1200)


@pytest.mark.parametrize("text", ["#FFFF00", "#ffffff", "#17506B", "#FF0000", "#777777"])
def test_accent_can_be_read_on_white(text: str) -> None:
    assert readable_accent(text).contrast_on_white() >= 7


def test_accent_that_can_be_read_is_kept() -> None:
    assert readable_accent("#17506B") == DEFAULT_ACCENT == readable_accent("")
    with pytest.raises(ValueError, match="#123"):
        Colour.of("#123")


def test_check_of_content() -> None:
    one = content_check(samples.sign_ups())
    assert one == content_check(samples.sign_ups())
    assert one != content_check(samples.sign_ups(withdrawn=2))
    assert len(one) == 7
    assert not set(one) & set("01OI")
