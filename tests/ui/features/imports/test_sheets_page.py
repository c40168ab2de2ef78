"""Sheets of one's own taken in through the window: a municipality's first morning, by keyboard."""

import datetime as dt
import time
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from socialupph.domain.commands.register_sheets import SheetKind
from socialupph.domain.placements import PlacementStatus
from socialupph.domain.queries import ListQuery
from socialupph.specs.import_preview import LineState
from socialupph.ui.features.imports.sheets_body import ASKED, FOUND, ROWS
from socialupph.ui.features.imports.sheets_page import SheetsPage
from tests.exchange.notice_building import NoticeXml
from tests.sheets.first_morning import SHAPES, FirstMorning, write_filled_templates, write_loose_files

TODAY = dt.date(2026, 9, 22)
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def opened(world, path) -> Any:
    """The page with a folder read, chosen by keyboard; a workbook is chosen among files."""
    world.window.router.push(world.container.context.pages.make("import.sheets"))
    assert world.shows(SheetsPage)
    if path.is_dir():
        world.answers.queue = [path]
        world.key(Qt.Key.Key_O, CONTROL | SHIFT)
    else:
        world.answers.queue = [(path,)]
        world.control(Qt.Key.Key_O)
    world.idle()
    return world.page


def answer_all(world, page):
    """Everything that is only proposed is right; who is not known is new."""
    if page.body.questions.all_taken.isVisible():
        page.body.questions.all_taken.click()
        world.idle()
    while page.loaded.preview.unanswered:
        question = next(one for one in page.loaded.preview.questions if not one.answer)
        page.body.questions.choose(question.key, question.choices[0].token if question.choices else "new")
        world.idle()


@pytest.fixture
def folder(tmp_path):
    """An empty folder for the sheets, apart from the register."""
    made = tmp_path / "listor"
    made.mkdir()
    return made


def counted(services):
    return {
        "suppliers": services.suppliers.total(),
        "contracts": services.contracts.total(),
        "candidates": services.candidates.total(),
        "placements": services.placements.total(),
        "sessions": services.training.total(),
    }


@pytest.mark.parametrize("shape", SHAPES)
def test_a_first_morning(world, folder, shape):
    services, morning = world.services, FirstMorning(TODAY)
    page = opened(world, SHAPES[shape](folder, TODAY))
    assert {sheet.kind for sheet in page.loaded.sheets if sheet.kind} == set(SheetKind)
    answer_all(world, page)
    assert [line for line in page.loaded.lines if line.state in (LineState.ERROR, LineState.WAITS)] == []
    assert counted(services)["placements"] == 0
    assert page.foot.save.isEnabled()
    world.control(Qt.Key.Key_S)
    world.idle()
    assert not world.shows(SheetsPage)
    assert world.toast().endswith("rader är inlästa.")
    found = counted(services)
    assert found["candidates"] == len(morning.people)
    assert found["placements"] == len(morning.placements) == 30
    assert found["sessions"] == 2
    running = services.placements.rows(services.placements.ids(ListQuery("code")))
    assert {row.status for row in running} == {PlacementStatus.RUNNING}
    held = services.follow_ups.ids(ListQuery("due_on", filters=(("status", ("done",)),)))
    assert len(held) == sum(one.held_on is not None for one in morning.follow_ups)
    due = services.today.due(0)
    assert due, "somebody has to be followed up"
    world.window.go_to_area("contracts")
    world.control(Qt.Key.Key_Z)
    world.idle()
    assert set(counted(services).values()) == {0}


def test_the_same_sheets_again_change_nothing_and_nothing_is_asked(world, folder):
    write_loose_files(folder, TODAY)
    page = opened(world, folder)
    answer_all(world, page)
    world.control(Qt.Key.Key_S)
    world.idle()
    page = opened(world, folder)
    assert page.loaded.preview.unanswered == 0
    assert {line.state for line in page.loaded.lines} == {LineState.UNCHANGED, LineState.LEFT_OUT}
    assert not page.foot.save.isEnabled()
    assert all(one.remembered for one in page.loaded.preview.questions)


def test_questions_are_answered_from_the_keyboard(world, folder):
    page = opened(world, write_loose_files(folder, TODAY))
    assert page.body.views.current == ASKED
    asked = page.loaded.preview.unanswered
    assert asked > 1
    assert page.focusWidget() is page.body.questions.answer
    first = page.body.questions.asked.text()
    world.key(Qt.Key.Key_Down)
    world.idle()
    assert page.loaded.preview.unanswered == asked - 1
    assert page.body.questions.asked.text() != first
    answered = next(one for one in page.loaded.preview.questions if one.answer)
    line = next(
        page.body.questions.model.cells(row)
        for row in range(page.body.questions.model.rowCount())
        if page.body.questions.model.cells(row)[0].text == first
    )
    assert line[2].text == "Besvarad"
    page.body.questions.choose(answered.key, "")
    world.idle()
    assert page.loaded.preview.unanswered == asked


def test_what_cannot_be_read_is_told_and_stops_nothing(world, folder):
    page = opened(world, write_loose_files(folder, TODAY))
    page.body.views.choose(FOUND)
    told = {
        cells[0].text: cells[3].text
        for cells in map(page.body.found.model.cells, range(page.body.found.model.rowCount()))
    }
    assert told["karta.png"].startswith("Filen är en bild.")
    assert "Diagnos" in told["deltagare.xlsx"]
    assert page.foot.note.text().endswith("3 blad läses inte.")


def test_a_sheet_can_be_left_out_and_taken_for_something_else(world, folder):
    page = opened(world, write_filled_templates(folder, TODAY))
    number = next(number for number, one in enumerate(page.loaded.sheets, 1) if one.kind is SheetKind.COURSES)
    page.body.found.choose_kind(number, None)
    world.idle()
    assert page.loaded.sheets[number - 1].rows is None
    assert all(one.kind is not SheetKind.COURSES for one in page.loaded.preview.sheets)
    page.body.found.choose_kind(number, SheetKind.CANDIDATES)
    world.idle()
    page.body.views.choose(FOUND)
    assert (
        page.body.found.columns.told.text().startswith("Välj vilken kolumn som är")
        or page.loaded.sheets[number - 1].rows
    )


def test_only_the_rows_of_one_sheet_are_shown(world, folder):
    page = opened(world, write_filled_templates(folder, TODAY))
    page.body.views.choose(ROWS)
    everything = len(page.body.preview.shown())
    page.body.sheets.setCurrentIndex(page.body.sheets.findText("3 Kandidater.xlsx"))
    page.body.sheets.activated.emit(page.body.sheets.currentIndex())
    assert len(page.body.preview.shown()) == 25 < everything


def test_stopping_writes_nothing(world, folder, monkeypatch):
    page = opened(world, write_filled_templates(folder, TODAY))
    before = world.services.path.read_bytes()
    write = world.services.sheets.apply

    def slow(*given, cancelled, **more):
        """Waits until it is to stop, as a large import would still be at work then."""
        while not cancelled():
            time.sleep(0.01)
        return write(*given, cancelled=cancelled, **more)

    monkeypatch.setattr(world.services.sheets, "apply", slow)
    world.control(Qt.Key.Key_S)
    assert not page.may_leave()
    world.key(Qt.Key.Key_Escape)
    world.idle()
    assert world.shows(SheetsPage)
    assert page.banner.text().startswith("Importen stoppades. Inget är skrivet")
    assert world.services.path.read_bytes() == before
    assert page.may_leave()


def test_a_single_file_that_is_no_list_is_told_in_the_banner(world, tmp_path):
    picture = tmp_path / "karta.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\x00" * 64)
    page = opened(world, picture)
    assert "bild" in page.banner.text()
    assert page.loaded is None


def test_templates_are_written_and_read_back(world, folder):
    world.window.router.push(world.container.context.pages.make("import.sheets"))
    page = world.page
    world.answers.queue = [folder]
    page.templates_button.click()
    world.idle()
    assert len(list(folder.glob("*.xlsx"))) == len(SheetKind)
    assert str(len(SheetKind)) in page.banner.text()
    page.take_paths((folder,))
    world.idle()
    assert [one.kind for one in page.loaded.sheets] == list(SheetKind)
    assert page.loaded.lines == ()


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("", "SheetsPage"),
        ("deltagare.xlsx", "SheetsPage"),
        ("avtalsdatabas_uttag.xlsx", "ContractListPage"),
        ("koder.csv", "CodeListPage"),
        ("annons.xml", "NoticePage"),
    ],
)
def test_what_is_dropped_on_the_start_page_finds_its_way(world, folder, name, page):
    write_loose_files(folder, TODAY)
    (folder / "koder.csv").write_text("code;sv\n45000000;Anläggningsarbete\n90910000;Städning\n", "utf-8")
    NoticeXml().write(folder)
    path = folder / name if name else folder
    world.window.router.push(world.container.context.pages.make("import"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    left, action = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    world.page.dropEvent(QDropEvent(QPointF(5, 5), action, data, left, Qt.KeyboardModifier.NoModifier))
    world.qtbot.waitUntil(lambda: type(world.page).__name__ == page)
    world.idle()
    assert world.page.loaded is not None


def test_every_way_on_the_start_page_opens_a_page(world):
    offered = world.container.context.pages
    for number in range(4):
        start = offered.make("import")
        world.window.router.push(start)
        start.ways[number].button.click()
        assert world.page is not start
        world.window.router.back()
        world.window.router.back()
