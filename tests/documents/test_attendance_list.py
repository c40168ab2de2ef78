"""SU-02."""

import dataclasses

import pytest

from socialupph.documents.attendance_list import attendance_list
from socialupph.documents.paper import Paper
from socialupph.domain.views.papers import AttendanceListPaper
from tests.documents import reading, samples


def printed(paper: AttendanceListPaper) -> tuple[Paper, reading.Watcher]:
    seen = reading.Watcher.new()
    return attendance_list(paper, samples.setting(), samples.fonts(), watch=seen), seen


def numbers(seen: reading.Watcher) -> list[tuple[int, int]]:
    """The page and number of each line."""
    return [(mark.page, int(mark.text)) for mark in seen.marks if mark.left == 20 and mark.text.isdecimal()]


@pytest.mark.parametrize("count", [0, 1, 18, 60, 500])
@pytest.mark.parametrize("days", [1, 2, 3, 5])
def test_names_and_empty_lines_run_on(count: int, days: int) -> None:
    paper, seen = printed(samples.attendance(count, days))
    assert [number for _page, number in numbers(seen)] == list(range(1, count + 5))
    assert [page for page, _number in numbers(seen)][-4:] == [paper.pages] * 4
    size = (210.0, 297.0) if days < 3 else (297.0, 210.0)
    assert reading.outside(seen.marks, *size) == []
    assert reading.overlapping(seen.marks) == []
    assert "Antal närvarande" in reading.page_texts(paper)[-1]


def test_eighteen_people_and_two_days_are_one_page() -> None:
    assert printed(samples.attendance())[0].pages == 1


@pytest.mark.parametrize(
    ("count", "shares"), [(24, [12, 12]), (30, [15, 15]), (41, [22, 19]), (97, [20, 20, 19, 19, 19])]
)
def test_pages_fill_evenly(count: int, shares: list[int]) -> None:
    paper, seen = printed(samples.attendance(count))
    on_page = [0] * paper.pages
    for page, number in numbers(seen):
        on_page[page - 1] += number <= count
    assert on_page == shares


def test_days_stand_over_their_columns() -> None:
    text = reading.text(printed(samples.attendance())[0])
    assert "Dag 1 – tis 6 oktober 2026" in text
    assert "Dag 2 – ons 7 oktober 2026" in text
    assert "Skriv under varje dag du är med." in text
    only = reading.text(printed(samples.attendance(3, 1))[0])
    assert "tis 6 oktober 2026" in only
    assert "Dag 1" not in only
    assert "dag 1" not in only


def test_a_sheet_a_day() -> None:
    paper, _seen = printed(samples.attendance(5, 3, sheet_per_day=True))
    pages = reading.page_texts(paper)
    assert len(pages) == 3
    for number, text in enumerate(pages, 1):
        assert f"Dag {number} –" in text
        assert f"Dag {number % 3 + 1} –" not in text
        assert "(fortsättning)" not in text
    assert reading.tags(paper).count("H1") == 1


def test_seven_days_are_five_and_two() -> None:
    paper, seen = printed(samples.attendance(3, 7))
    pages = reading.page_texts(paper)
    assert "Dag 5" in pages[0]
    assert "Dag 6" in pages[1]
    assert reading.outside(seen.marks, 297, 210) == []


def test_contact_details_only_when_asked_for() -> None:
    without = reading.text(printed(samples.attendance(3))[0])
    assert "@" not in without
    assert "070-" not in without
    with_them = reading.text(printed(samples.attendance(3, contact_columns=True))[0])
    assert "person1@fiktiv.example" in with_them
    assert "070-174 06 05" in with_them


@pytest.mark.parametrize("blank", [0, 12])
def test_empty_lines_as_many_as_asked_for(blank: int) -> None:
    paper, seen = printed(samples.attendance(5, blank_lines=blank))
    assert len(numbers(seen)) == 5 + blank
    assert ("Inte föranmäld?" in reading.text(paper)) == bool(blank)


def test_a_name_is_never_cut_and_an_organisation_has_one_line() -> None:
    name = "Maximiliana-Alexandra Exempelsson von und zu Fiktivsson-Låtsas"
    first = dataclasses.replace(samples.attendance(1).lines[0], name=name, organisation="Påhittade bolaget och " * 9)
    paper, seen = printed(dataclasses.replace(samples.attendance(1), lines=(first,)))
    assert name in reading.text(paper)
    organisations = [mark.text for mark in seen.marks if mark.text.startswith("Påhittade")]
    assert len(organisations) == 1
    assert organisations[0].endswith("bolaget …")
    assert reading.outside(seen.marks) == []


def test_every_row_has_as_many_cells() -> None:
    told = reading.structure(printed(samples.attendance(3))[0])
    rows = told.split("TR\n")[1:]
    cells = [row.count("TD") + row.count("TH") for row in rows]
    assert cells[:4] == [4, 4, 4, 4]
    assert cells[5:8] == [4, 4, 4]
    assert "/ColSpan 4" in rows[4]


def test_a_course_without_days_can_be_printed() -> None:
    assert printed(samples.attendance(2, 0))[0].pages == 1
