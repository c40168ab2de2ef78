"""What holds for every paper: text, tags, fonts, places on the page, and that it is the same every time."""

import dataclasses
import datetime as dt
import itertools
import re
from collections.abc import Callable
from typing import Any

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socialupph.documents.attendance_list import attendance_list
from socialupph.documents.contract_summary import contract_summary
from socialupph.documents.paper import Paper
from socialupph.documents.register_list import register_list
from socialupph.documents.sign_up_list import sign_up_list
from socialupph.domain.views.papers import PaperMarker
from tests.documents import listed, reading, samples

Make = Callable[..., Paper]
HOSTILE = ("<b>fet", '<img src="C:/x">', "&amp; & <para>", "%s {x} {0} %(y)s", "=HYPERLINK(1)", ") Tj ET (", "\\")

PAPERS: dict[str, tuple[Make, Any]] = {
    "sign_ups": (sign_up_list, samples.sign_ups()),
    "attendance": (attendance_list, samples.attendance()),
    "attendance_contact": (attendance_list, samples.attendance(days=4, contact_columns=True)),
    "contract": (contract_summary, samples.contract()),
    "register": (register_list, listed.paper(60)),
}
EACH = pytest.mark.parametrize("name", PAPERS)
SIZE = {"attendance_contact": (297.0, 210.0), "register": (297.0, 210.0)}


def printed(name: str, **changes: object) -> Paper:
    make, paper = PAPERS[name]
    return make(paper, samples.setting(**changes), samples.fonts())


def replaced(value: Any, text: Callable[[], str]) -> Any:
    """The same input with every text exchanged."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.replace(
            value, **{field.name: replaced(getattr(value, field.name), text) for field in dataclasses.fields(value)}
        )
    if isinstance(value, tuple):
        return tuple(replaced(item, text) for item in value)
    return text() if type(value) is str else value


@EACH
def test_says_what_it_is(name: str) -> None:
    paper = printed(name)
    told = reading.poppler(paper, "pdfinfo", "FILE")
    assert f"Title:           {paper.title}" in told
    assert "Tagged:          yes" in told
    assert "PDF version:     1.7" in told
    for part in (b"/Lang(sv-SE)", b"/DisplayDocTitle true", b"<pdfuaid:part>1</pdfuaid:part>", b"/Marked true"):
        assert part in paper.bytes
    assert paper.missing == ()


@EACH
def test_only_embedded_fonts(name: str) -> None:
    lines = reading.poppler(printed(name), "pdffonts", "FILE").splitlines()[2:]
    assert lines
    for line in lines:
        assert "SourceSans3-" in line
        assert line.split()[-5:-2] == ["yes", "yes", "yes"]


@EACH
def test_one_first_heading_and_no_level_left_out(name: str) -> None:
    tags = reading.tags(printed(name))
    assert tags[:2] == ["Document", "H1"]
    assert tags.count("H1") == 1
    assert not {"H3", "H4"} & set(tags)


@EACH
def test_names_are_read_back(name: str) -> None:
    if name != "contract":
        told = reading.text(printed(name))
        assert "Łukasz Žižek" in told
        assert "Nguyễn Thị Ánh Påhitt" in told


@EACH
def test_same_input_same_bytes(name: str) -> None:
    assert printed(name).bytes == printed(name).bytes
    other = printed(name, printed_on=dt.date(2026, 9, 23))
    assert reading.text(other) == reading.text(printed(name)).replace("2026-09-22", "2026-09-23") or name == "contract"


@EACH
def test_nothing_leaves_its_place(name: str) -> None:
    make, paper = PAPERS[name]
    seen = reading.Watcher.new()
    make(paper, samples.setting(), samples.fonts(), watch=seen)
    assert reading.outside(seen.marks, *SIZE.get(name, (210.0, 297.0))) == []
    assert reading.overlapping(seen.marks) == []


@EACH
@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_only_text(name: str, text: str) -> None:
    make, paper = PAPERS[name]
    paper = listed.paper(3, text) if name == "register" else replaced(paper, lambda: text)
    done = make(paper, samples.setting(municipality=text, unit=text), samples.fonts())
    assert " ".join(text.split()) in reading.text(done)


@EACH
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_text_in_every_field(name: str, data: st.DataObject) -> None:
    make, paper = PAPERS[name]
    texts = data.draw(st.lists(st.text(max_size=120), min_size=1, max_size=6))
    supply = itertools.cycle(texts)
    paper = listed.paper(4, texts[0]) if name == "register" else replaced(paper, lambda: next(supply))
    seen = reading.Watcher.new()
    done = make(paper, samples.setting(municipality=texts[0], unit=texts[-1]), samples.fonts(), watch=seen)
    assert done.pages >= 1
    size = SIZE.get(name, (210.0, 297.0)) if name != "register" else (297.0, 297.0)
    assert reading.outside(seen.marks, *size) == []


@EACH
def test_pages_are_numbered_and_headed(name: str) -> None:
    paper = printed(name)
    pages = reading.page_texts(paper)
    assert len(pages) == paper.pages
    for number, text in enumerate(pages, 1):
        assert f"Sida {number} av {paper.pages}" in text
        assert "Utskriven 2026-09-22" in text
        assert "Exempelby kommun" in text
        assert "Exempeldata" in text
        assert ("(fortsättning)" in text) == (number > 1)


def test_marks_of_the_register() -> None:
    practice = reading.text(printed("contract", marker=PaperMarker.PRACTICE))
    assert "Övningsregister" in practice
    assert "Fyll inte i riktiga personer" in practice
    assert "Maskad kopia" in reading.text(printed("contract", marker=PaperMarker.MASKED))
    real = reading.text(printed("contract", marker=PaperMarker.NONE))
    assert "Exempeldata" not in real


@EACH
@pytest.mark.parametrize("logo", [None, samples.logo()])
@pytest.mark.parametrize("municipality", ["Exempelby-Låtsasbyggdens kommun och stad", "Ö"])
def test_header_holds_long_names(name: str, logo: bytes | None, municipality: str) -> None:
    make, paper = PAPERS[name]
    seen = reading.Watcher.new()
    setting = samples.setting(
        municipality=municipality,
        unit="Arbetsmarknads- och integrationsenheten",
        logo=logo,
        marker=PaperMarker.PRACTICE,
    )
    done = make(paper, setting, samples.fonts(), watch=seen)
    assert reading.overlapping(seen.marks) == []
    assert reading.outside(seen.marks, *SIZE.get(name, (210.0, 297.0))) == []
    assert municipality in reading.text(done)


def test_own_line_in_the_footer_is_not_a_pattern() -> None:
    assert "Eget {municipality} %s" in reading.text(printed("contract", information="Eget {municipality} %s"))


def test_who_prints_is_told_which_name_lost_a_character() -> None:
    line = dataclasses.replace(samples.seated(1)[0], name="Exempel 😀")
    paper = sign_up_list(dataclasses.replace(samples.sign_ups(1), seated=(line,)), samples.setting(), samples.fonts())
    assert paper.missing == ("Exempel 😀",)
    assert "Exempel □" in reading.text(paper)


@EACH
def test_no_personal_number(name: str) -> None:
    assert not re.search(r"\b(?:19|20)?\d{6}[-+ ]?\d{4}\b", reading.text(printed(name)))


def test_patterns_survive_one_bit() -> None:
    """Solid, hatched and white are told apart when the page is only black and white."""
    document = pypdfium2.PdfDocument(printed("contract").bytes)
    image = document[0].render(scale=4).to_pil().convert("L").point(lambda value: 255 if value > 127 else 0)
    document.close()
    seen = reading.Watcher.new()
    contract_summary(samples.contract(), samples.setting(), samples.fonts(), watch=seen)
    solid, hatch, outline = [
        mark for mark in seen.marks if mark.kind == "box" and abs(mark.bottom - mark.top - 9) < 0.01
    ][:3]
    scale = 4 * 72 / 25.4

    def dark(left: float, right: float, top: float, bottom: float) -> float:
        part = image.crop(tuple(round(value * scale) for value in (left, top, right, bottom)))
        return part.histogram()[0] / (part.width * part.height)

    assert dark(solid.right - 20, solid.right - 1, solid.top + 1, solid.bottom - 1) > 0.99
    assert 0.05 < dark(hatch.left + 1, hatch.right - 1, hatch.top + 1, hatch.bottom - 1) < 0.5
    assert dark(outline.right - 5, outline.right - 1, outline.top + 1, outline.bottom - 1) < 0.01
