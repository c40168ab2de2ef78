"""The whole list of codes taken in through the window, and the picker that led there."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel

from socialupph.domain.cpv_selection import SELECTION
from socialupph.domain.kinds import CodeList
from socialupph.domain.queries import ListQuery
from socialupph.specs.import_preview import LineState
from socialupph.ui.features.contracts.forms import ContractForm
from socialupph.ui.features.imports.code_list_page import CodeListPage
from tests.ui.features.contracts import making

CPV, OCCUPATION = CodeList.CPV, CodeList.OCCUPATION
DIVISIONS = [f"{code};{swedish};{english}" for code, swedish, english in SELECTION if code.endswith("000000")]
RENOVATION = "45262690;Renovering av nedslitna byggnader;Refurbishment of run-down buildings"


def text_file(path, *lines):
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.fixture
def whole(tmp_path):
    return text_file(tmp_path / "cpv.csv", "code;sv;en", *DIVISIONS, RENOVATION)


@pytest.fixture
def occupations(tmp_path):
    lines = ("concept_id;label;collections", "Ab1c_2De_f3G;Målare;Bygg", "Hi4j_5Kl_m6N;Arbetsledare, anläggning;Bygg")
    return text_file(tmp_path / "yrken.csv", *lines)


def opened(world, path, key="import.codes.cpv"):
    """The page with the file read, chosen in the dialog by keyboard."""
    if not world.shows(CodeListPage):
        world.window.router.push(world.container.context.pages.make(key))
    world.answers.queue = [Path(path)]
    world.control(Qt.Key.Key_O)
    world.idle()
    return world.page


def write(widget, text):
    for sign in text:
        QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign))


def test_the_whole_list_is_taken_in_and_taken_back(world, whole):
    page = opened(world, whole)
    assert page.in_use.text() == f"Nu används urvalet som följer med programmet: {len(SELECTION)} koder."
    assert page.foot.note.text() == "46 rader: 46 nya koder."
    assert page.foot.save.words() == "Läs in hela listan"
    assert not page.whole.isVisible()
    assert world.services.code_lists.in_use(CPV).read == 0
    world.control(Qt.Key.Key_S)
    world.idle()
    assert not world.shows(CodeListPage)
    assert world.toast() == "CPV-koder är inlästa: 46 nya koder."
    assert world.services.code_lists.in_use(CPV).source == "cpv.csv"
    world.control(Qt.Key.Key_Z)
    world.idle()
    assert world.services.code_lists.in_use(CPV).shipped == len(SELECTION)


def test_the_same_file_again_has_nothing_to_write(world, whole):
    opened(world, whole)
    world.control(Qt.Key.Key_S)
    world.idle()
    page = opened(world, whole)
    assert "46 koder ur cpv.csv, inläst 22 sep 2026" in page.in_use.text()
    assert page.foot.note.text() == "46 rader: 46 oförändrade."
    assert not page.foot.save.isEnabled()


def test_every_mistake_is_told_and_the_good_rows_can_go_first(world, tmp_path):
    bad = text_file(tmp_path / "fel.csv", "Kod;Namn", "45000000-1;Anläggningsarbete", "bygg;Bygg", "90910000;Städning")
    page = opened(world, bad)
    assert page.preview.shown() == [1, 2]
    assert page.preview.detail.text().startswith("Rad 2, kolumn Kod: kontrollsiffran i 45000000-1 kan inte stämma")
    assert page.skip.text() == "Ta in den goda raden och lämna 2 med fel"
    assert not page.foot.save.isEnabled()
    page.skip.click()
    world.control(Qt.Key.Key_S)
    world.idle()
    assert world.toast() == "CPV-koder är inlästa: 1 ny kod. 2 rader med fel lämnades."


def test_what_a_newer_list_lacks_is_closed_only_when_it_is_whole(world, whole, tmp_path):
    opened(world, whole)
    world.control(Qt.Key.Key_S)
    world.idle()
    page = opened(world, text_file(tmp_path / "ny.csv", "code;sv;en", *DIVISIONS))
    assert page.whole.isChecked()
    assert page.whole.text() == "Filen är hela listan: stäng 1 kod som saknas i den"
    assert page.foot.note.text() == "45 rader: 45 oförändrade. 1 kod stängs."
    page.preview.choose(LineState.CLOSED.value)
    assert "Den föreslås inte längre" in page.preview.detail.text()
    page.whole.click()
    world.idle()
    assert page.foot.note.text() == "45 rader: 45 oförändrade."
    assert page.foot.save.words() == "Läs in listan"
    assert not page.foot.save.isEnabled()
    page.whole.click()
    world.idle()
    world.control(Qt.Key.Key_S)
    world.idle()
    assert world.toast() == "CPV-koder är inlästa: inget nytt. 1 kod stängdes."


def test_a_file_of_something_else_is_told_and_what_was_read_stays(world, whole, occupations):
    page = opened(world, whole)
    opened(world, occupations)
    assert page.banner.text().startswith("Filen är ingen CPV-lista.")
    assert page.loaded.path == whole
    assert page.foot.save.isEnabled()
    assert world.faults == []


def test_occupations(world, occupations):
    page = opened(world, occupations, "import.codes.occupation")
    assert page.in_use.text().startswith("Ingen yrkeslista är inläst.")
    assert page.foot.note.text() == "2 rader: 2 nya yrken."
    world.control(Qt.Key.Key_S)
    world.idle()
    assert world.toast() == "Yrken är inlästa: 2 nya yrken."


def test_a_page_for_either_list_sees_which_it_is(world, occupations):
    page: Any = CodeListPage(world.container.context, world.services)
    world.window.router.push(page)
    world.idle()
    assert page.in_use.text().count("\n") == 1
    page.open_path(occupations)
    world.idle()
    assert page.loaded.draft.which is OCCUPATION


def test_a_file_can_be_dropped(world, whole):
    page: Any = CodeListPage(world.container.context, world.services, CPV)
    world.window.router.push(page)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(whole))])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    page.dropEvent(event)
    world.idle()
    assert page.loaded.path == whole


def test_reading_a_large_list_does_not_stop_the_window_and_can_be_left(world, tmp_path):
    many = (f"{45000000 + number};Namn å {number}" for number in range(30_000))
    page: Any = CodeListPage(world.container.context, world.services, CPV)
    world.window.router.push(page)
    page.open_path(text_file(tmp_path / "stor.csv", "Kod;Namn", *many))
    assert page.loaded is None
    assert page.foot.note.text() == "Läser stor.csv …"
    world.key(Qt.Key.Key_Escape)
    assert not world.shows(CodeListPage)
    world.idle()
    assert world.services.code_lists.in_use(CPV).read == 0
    assert world.faults == []


def test_it_cannot_be_left_while_it_writes(world, whole):
    page = opened(world, whole)
    page.write()
    world.key(Qt.Key.Key_Escape)
    assert world.page is page
    assert "Vänta tills den är klar" in page.banner.text()
    world.idle()
    assert world.services.code_lists.in_use(CPV).read == 46


# ---------------------------------------------------------------- the picker that leads there


def test_a_contract_gets_its_code_by_keyboard(world):
    form = ContractForm(world.container.context, world.services)
    world.window.router.push(form)
    world.write("Lokalvard")
    line: Any = form.form.box("cpv").editor.target()
    line.setFocus()
    write(line, "städ skol")
    line.search()
    world.qtbot.keyClick(line._popup, Qt.Key.Key_Return)
    assert line.text() == "90919300 Städning av skolor"
    world.control(Qt.Key.Key_S)
    world.idle()
    assert world.toast() == "Kontraktet är sparat."
    [number] = world.services.contracts.ids(ListQuery("code"))
    assert world.services.contracts.view(number).cpv == "90919300"
    page = world.open(number)
    world.idle()
    assert "CPV 90919300 Städning av skolor" in texts(page)


def texts(page):
    said = [label.text() for label in page.findChildren(QLabel)]
    said += [part.accessibleName() for part in page.findChildren(object) if hasattr(part, "accessibleName")]
    return " ".join(said)


def test_the_whole_list_is_read_from_the_form_and_the_form_waits(world, whole):
    form = ContractForm(world.container.context, world.services)
    world.window.router.push(form)
    world.write("Renovering")
    line: Any = form.form.box("cpv").editor.target()
    line.setFocus()
    write(line, "nedslit")
    line.search()
    world.qtbot.keyClick(line._popup, Qt.Key.Key_Down)
    world.qtbot.keyClick(line._popup, Qt.Key.Key_Return)
    assert world.shows(CodeListPage)
    opened(world, whole)
    world.control(Qt.Key.Key_S)
    world.idle()
    assert world.page is form
    assert world.window.focusWidget() is line
    assert line.text() == "nedslit"
    assert form.form.box("title").editor.value() == "Renovering"
    world.window.activateWindow()
    world.qtbot.waitUntil(line.hasFocus)
    line.search()
    world.qtbot.keyClick(line._popup, Qt.Key.Key_Return)
    assert line.text() == "45262690 Renovering av nedslitna byggnader"
    world.control(Qt.Key.Key_S)
    world.idle()


def test_an_old_text_in_the_field_is_no_obstacle(world):
    number = making.contract(world.services, cpv="se bilaga 2")
    form = ContractForm(world.container.context, world.services, world.services.contracts.view(number))
    world.window.router.push(form)
    form.form.set_value("title", "Nytt namn")
    world.control(Qt.Key.Key_S)
    world.idle()
    view = world.services.contracts.view(number)
    assert (view.title, view.cpv) == ("Nytt namn", "se bilaga 2")
