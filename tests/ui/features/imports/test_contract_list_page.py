"""Contract lists taken in through the window."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from xlsxwriter import Workbook

from socialupph.domain.queries import ListQuery
from socialupph.specs.import_preview import LineState
from socialupph.ui.features.contracts.page import ContractPage
from socialupph.ui.features.imports.contract_list_page import ContractListPage
from tests.exchange.making import LISTS

FOUR = ("avtalsdatabas_uttag.xlsx", "export_avtal_ansi.csv", "entreprenader_utf16.tsv", "med_fel.xlsx")


def contracts(world):
    return world.services.contracts.rows(world.services.contracts.ids(ListQuery("code")))


def opened(world, path) -> Any:
    """The page with the file read, chosen in the dialog by keyboard."""
    if not world.shows(ContractListPage):
        world.page._import()
    world.answers.queue = [Path(path)]
    world.control(Qt.Key.Key_O)
    world.idle()
    return world.page


def imported(world, path):
    page = opened(world, path)
    world.control(Qt.Key.Key_S)
    world.idle()
    assert world.shows(ContractPage)
    return page


@pytest.mark.parametrize(
    ("name", "new", "drafts", "left_out"),
    [
        ("avtalsdatabas_uttag.xlsx", 40, 0, 1),
        ("export_avtal_ansi.csv", 25, 0, 0),
        ("entreprenader_utf16.tsv", 18, 18, 0),
    ],
)
def test_a_good_list(world, name, new, drafts, left_out):
    page = opened(world, LISTS / name)
    loaded = page.loaded
    assert (loaded.count(LineState.NEW), loaded.count(LineState.LEFT_OUT)) == (new, left_out)
    assert sum(line.draft for line in loaded.lines) == drafts
    assert page.foot.save.words() == f"Importera {new} kontrakt"
    assert page.foot.note.text().startswith(f"{new} rader: {new} nya kontrakt.")
    assert not page.skip.isVisible()
    assert contracts(world) == []
    world.control(Qt.Key.Key_S)
    world.idle()
    assert world.shows(ContractPage)
    assert world.toast() == f"{new} kontrakt är inlästa."
    assert world.page.model.rowCount() == new


def test_a_list_with_mistakes(world):
    page = opened(world, LISTS / "med_fel.xlsx")
    assert page.preview.shown() == [3, 4, 5, 6, 7, 8]
    messages = {line.id: line.message for line in page.loaded.lines if line.state is LineState.ERROR}
    assert messages[3].startswith("Rad 3, kolumn Org nr: organisationsnumret kan inte stämma.")
    assert "slutdatum 2024-12-01 ligger före startdatum" in messages[4]
    assert "beloppet är skrivet i ord (ca 3 mkr)" in messages[5]
    assert "numret 2023-100 står redan på rad 2" in messages[6]
    assert messages[7] == "Rad 7: leverantör saknas. Skriv leverantörens namn i kolumnen Leverantör."
    assert "datumet är skrivet i ord (mars 2025)" in messages[8]
    assert page.preview.detail.text() == messages[3]
    assert page.skip.text() == "Ta in de 8 goda raderna och lämna 6 med fel"
    assert not page.foot.save.isEnabled()
    world.control(Qt.Key.Key_S)
    world.idle()
    assert contracts(world) == []
    page.skip.click()
    assert page.foot.save.isEnabled()
    world.control(Qt.Key.Key_S)
    world.idle()
    assert len(contracts(world)) == 8
    assert world.toast() == "8 kontrakt är inlästa. 6 rader med fel lämnades."


def test_all_four_after_one_another(world):
    for name in FOUR[:3]:
        imported(world, LISTS / name)
    page = opened(world, LISTS / FOUR[3])
    page.skip.click()
    world.control(Qt.Key.Key_S)
    world.idle()
    titles = {row.title for row in contracts(world)}
    assert "Ombyggnad av Ängsskolan" in titles
    assert '<b>Fet</b> & "citat" <img src="x">' in titles


def test_the_same_list_again_changes_nothing(world):
    imported(world, LISTS / FOUR[0])
    page = opened(world, LISTS / FOUR[0])
    assert page.loaded.count(LineState.UNCHANGED) == 40
    assert page.foot.note.text() == "40 rader: 40 oförändrade. 1 rad lämnas utanför."
    assert page.foot.save.words() == "Importera"
    assert not page.foot.save.isEnabled()
    assert page.loaded.remembered


def test_undo_takes_the_batch_back(world):
    imported(world, LISTS / FOUR[1])
    assert len(contracts(world)) == 25
    world.control(Qt.Key.Key_Z)
    assert contracts(world) == []
    assert world.page.model.rowCount() == 0


def test_what_changed_is_told(world, tmp_path):
    imported(world, LISTS / FOUR[1])
    text = (LISTS / FOUR[1]).read_bytes().decode("cp1252")
    lines = text.splitlines()
    heads = lines[0].split(";")
    cells = lines[1].split(";")
    cells[heads.index("Handläggare")] = "Siv Lindmark"
    lines[1] = ";".join(cells)
    changed = tmp_path / "ny.csv"
    changed.write_bytes("\r\n".join(lines).encode("cp1252"))
    page = opened(world, changed)
    assert page.loaded.count(LineState.CHANGED) == 1
    [line] = [line for line in page.loaded.lines if line.state is LineState.CHANGED]
    assert line.message.startswith("Kontraktsansvarig: ")
    assert line.message.endswith("→ Siv Lindmark")
    page.preview.choose("changed")
    assert page.preview.shown() == [line.id]
    world.control(Qt.Key.Key_S)
    world.idle()
    assert world.toast() == "1 kontrakt är inläst."


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("bild.xlsx", b"\x89PNG\r\n\x1a\n" + b"0" * 200, "bild"),
        ("tom.csv", b"", "tom"),
        ("x.pdf", b"%PDF-1.4 x", "PDF"),
    ],
)
def test_a_bad_file_is_told_and_nothing_else_changes(world, tmp_path, name, content, said):
    page = opened(world, LISTS / FOUR[0])
    bad = tmp_path / name
    bad.write_bytes(content)
    page = opened(world, bad)
    assert said in page.banner.text()
    assert page.loaded.path.name == FOUR[0]
    assert len(page.preview.shown()) == 41
    assert page.foot.save.isEnabled()
    assert world.faults == []


def test_a_file_can_be_dropped(world):
    world.page._import()
    page = world.page
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(LISTS / FOUR[2]))])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    page.dropEvent(event)
    world.idle()
    assert page.loaded.path.name == FOUR[2]


def made_up(path, *, sheets=1):
    """A list whose columns cannot all be guessed."""
    book = Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    for number in range(sheets):
        sheet = book.add_worksheet(f"Blad {number + 1}")
        for row, cells in enumerate(
            [
                ("Qx", "Zz", "Startdatum", "Slutdatum", "Benämning"),
                (f"N-{number}", "Lillsjöns Rör", "2026-01-01", "2027-01-01", "Relining"),
                ("N-9", "Åkerös Städ", "2026-02-01", "2027-02-01", "Lokalvård"),
            ]
        ):
            for column, text in enumerate(cells):
                sheet.write_string(row, column, text)
    book.close()
    return path


def test_columns_are_chosen_and_remembered(world, tmp_path):
    page = opened(world, made_up(tmp_path / "egen.xlsx"))
    columns = page.columns
    chosen = dict(zip(page.loaded.draft.headers, columns.mapping(), strict=True))
    columns.choose(page.loaded.draft.headers.index("Qx"), "number")
    world.idle()
    columns.choose(page.loaded.draft.headers.index("Zz"), "supplier_name")
    world.idle()
    assert page.loaded.draft.missing == ()
    assert page.loaded.count(LineState.NEW) == 2
    assert chosen["Startdatum"] == "start"
    columns.choose(page.loaded.draft.headers.index("Startdatum"), "supplier_name")
    world.idle()
    assert columns.mapping() == ("number", "", "supplier_name", "end", "title")
    columns.choose(1, "supplier_name")
    columns.choose(2, "start")
    world.idle()
    world.control(Qt.Key.Key_S)
    world.idle()
    assert {row.number for row in contracts(world)} == {"N-0", "N-9"}
    page = opened(world, made_up(tmp_path / "igen.xlsx"))
    assert page.loaded.remembered
    assert page.columns.told.text() == "Valda som förra gången listan lästes in."
    assert page.loaded.count(LineState.UNCHANGED) == 2


def test_a_missing_column_is_asked_for(world, tmp_path):
    path = tmp_path / "utan.csv"
    path.write_text("Avtalsnummer;Startdatum\n1;2026-01-01\n2;2026-02-01\n", encoding="utf-8")
    page = opened(world, path)
    assert page.columns.toggle.isChecked()
    assert page.columns.told.text().startswith("Välj vilken kolumn som är leverantör.")
    assert not page.foot.save.isEnabled()


def test_another_sheet(world, tmp_path):
    page = opened(world, made_up(tmp_path / "flera.xlsx", sheets=2))
    assert page.sheets.isVisible()
    page.sheets.setCurrentText("Blad 2")
    page.sheets.activated.emit(1)
    world.idle()
    assert page.loaded.draft.sheet == "Blad 2"


def test_read_again_after_it_was_put_right(world, tmp_path):
    path = tmp_path / "lista.xlsx"
    shutil.copy(LISTS / FOUR[3], path)
    page = opened(world, path)
    assert page.loaded.count(LineState.ERROR) == 6
    shutil.copy(LISTS / FOUR[0], path)
    world.key(Qt.Key.Key_F5)
    world.idle()
    assert page.loaded.count(LineState.ERROR) == 0


def test_ten_thousand_rows_do_not_stop_the_window(world, tmp_path):
    path = tmp_path / "stor.csv"
    rows = (
        f"A-{number};Lokalvård i skolor;{'abcdefghij'[number % 10]}-bygg AB;2026-01-01;2027-01-01"
        for number in range(10_000)
    )
    path.write_text("\n".join(["Avtalsnummer;Benämning;Leverantör;Startdatum;Slutdatum", *rows]), encoding="utf-8")
    world.page._import()
    page = world.page
    page.open_path(path)
    assert page.loaded is None
    assert page.foot.note.text() == "Läser stor.csv …"
    world.qtbot.waitUntil(lambda: page.loaded is not None, timeout=20_000)
    assert page.foot.save.words() == "Importera 10\u00a0000 kontrakt"


def test_it_cannot_be_left_while_it_writes(world):
    page = opened(world, LISTS / FOUR[1])
    page.write()
    world.key(Qt.Key.Key_Escape)
    assert world.page is page
    assert "Vänta tills den är klar" in page.banner.text()
    world.idle()
    assert world.shows(ContractPage)
    assert len(contracts(world)) == 25
