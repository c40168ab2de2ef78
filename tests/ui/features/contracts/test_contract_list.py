"""The list of contracts, the panel beside it and the form of a contract, by keyboard."""

import datetime as dt

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel

from socialupph.domain.commands.imports import ContractRow
from socialupph.domain.contracts import ContractStatus
from socialupph.domain.queries import ListQuery
from socialupph.ui.features.contracts.forms import ContractForm
from socialupph.ui.features.contracts.page import ContractPage
from socialupph.ui.features.contracts.record import ContractRecordPage
from socialupph.ui.features.imports.contract_list_page import ContractListPage
from socialupph.ui.kit import fonts
from socialupph.ui.kit.labels import LinkButton
from socialupph.ui.kit.metrics import metrics
from tests.ui.features.contracts import making


def texts(page):
    return [[cell.text for cell in page.model.cells(row)] for row in range(page.model.rowCount())]


def all_codes(services):
    return [row.code for row in services.contracts.rows(services.contracts.ids(ListQuery("code")))]


def test_the_area_is_there(world):
    area = world.container.features[0].area
    assert (area.key, area.title, area.icon, area.shortcut, area.group) == (
        "contracts",
        "Kontrakt",
        "document_text",
        "Ctrl+2",
        1,
    )
    assert world.shows(ContractPage)


@pytest.mark.parametrize("count", [0, 1, 3])
def test_rows(world, count):
    for number in range(count):
        making.contract(world.services, f"Skola {number}", number=f"A-{number}")
    world.window.reload_page()
    assert world.page.model.rowCount() == count
    assert world.page.header.count.text() == (f"{count} st" if count else "inga än")
    titles = {row[2] for row in texts(world.page)}
    assert titles == {f"Skola {number}" for number in range(count)}


def test_the_nearest_deadline_is_read_whole_beside_the_panel(world):
    number = making.contract(world.services)
    making.requirement(world.services, number)
    world.window.reload_page()
    page = world.page
    page.select(number)
    page.keeper.show_now()
    column = [one.key for one in page.model.columns].index("deadline")
    cell = page.model.cells(0)[column]
    assert cell.detail == "Första start"
    size = metrics()
    for day in (cell.text, "112 dgr försenad"):
        wide = fonts.measure("body").horizontalAdvance(day) + fonts.measure("small").horizontalAdvance(cell.detail)
        assert wide + size.mark + size.px(9) + size.grid <= page.table.columnWidth(column) - size.px(12)


def test_500_rows(world):
    rows = [ContractRow(number, f"A-{number}", title="Lokalvård", supplier_name="Ren AB") for number in range(500)]
    world.services.imports.apply(rows)
    world.window.reload_page()
    assert world.page.header.count.text() == "500 st"
    world.page.table.setFocus()
    world.key(Qt.Key.Key_End)
    assert world.page.table.current_id() == world.page.model.ids()[-1]


def test_an_empty_list_offers_both_ways(world):
    shown = [label.text() for label in world.page.findChildren(QLabel) if label.isVisible()]
    assert "Här samlas alla kontrakt" in shown
    world.control(Qt.Key.Key_N)
    assert world.shows(ContractForm)
    world.key(Qt.Key.Key_Escape)
    world.page._import()
    assert world.shows(ContractListPage)


def test_a_contract_by_keyboard(world):
    making.supplier(world.services, "Ängsbacka Måleri HB")
    world.control(Qt.Key.Key_N)
    form = world.page.form
    world.write("Ombyggnad av hus C")
    form.set_value("number", "2026-14")
    form.box("suppliers").editor.target().setFocus()
    world.write("Ängsbacka Måleri HB")
    form.box("starts_on").editor.target().setFocus()
    world.write("2026-02-02")
    world.key(Qt.Key.Key_Tab)
    world.write("2027-06-30")
    world.control(Qt.Key.Key_S)
    page = world.page
    assert isinstance(page, ContractPage)
    assert world.toast() == "Kontraktet är sparat."
    assert page.model.rowCount() == 1
    row = world.services.contracts.rows([page.table.current_id()])[0]
    assert (row.title, row.number, row.supplier) == ("Ombyggnad av hus C", "2026-14", "Ängsbacka Måleri HB")
    assert row.status is ContractStatus.RUNNING


def test_an_error_stands_under_its_field(world):
    world.control(Qt.Key.Key_N)
    form = world.page.form
    world.control(Qt.Key.Key_S)
    assert form.box("title").under() == "Fyll i det här fältet."
    assert QApplication.focusWidget() is form.box("title").editor.target()
    form.set_value("title", "Skola")
    form.set_value("starts_on", dt.date(2026, 9, 1))
    form.set_value("ends_on", dt.date(2026, 8, 1))
    world.control(Qt.Key.Key_S)
    assert "kan inte sluta före startdagen" in form.box("ends_on").under()
    assert QApplication.focusWidget() is form.box("ends_on").editor.target()
    assert all_codes(world.services) == []
    form.mark_saved()


def test_a_changed_form_asks_once(world):
    world.control(Qt.Key.Key_N)
    world.write("Skola")
    world.answers.queue = ["stay"]
    world.key(Qt.Key.Key_Escape)
    assert world.shows(ContractForm)
    world.answers.queue = ["discard"]
    world.key(Qt.Key.Key_Escape)
    assert world.shows(ContractPage)
    assert world.answers.questions == ["Ska ändringarna sparas?"] * 2


def test_a_supplier_and_a_buyer_on_the_spot(world):
    world.control(Qt.Key.Key_N)
    form = world.page.form
    form.set_value("title", "Skola")
    world.answers.queue = [{"org_number": None}, {}]
    form.create_asked.emit("suppliers", "supplier", "Nya Bygg AB")
    form.create_asked.emit("buyers", "buyer", "Exempelby kommun")
    world.control(Qt.Key.Key_S)
    view = world.services.contracts.view(world.page.model.ids()[0])
    assert [party.name for party in view.suppliers] == ["Nya Bygg AB"]
    assert [buyer.name for buyer in view.buyers] == ["Exempelby kommun"]


def test_edit_undo_and_void(world):
    number = making.contract(world.services)
    world.window.reload_page()
    world.page.table.setFocus()
    world.key(Qt.Key.Key_F2)
    form = world.page.form
    assert form.box("value").editor.draft() == "84\u00a0500\u00a0000\u00a0kr"
    form.set_value("title", "Ett annat namn")
    world.control(Qt.Key.Key_S)
    assert world.services.contracts.view(number).title == "Ett annat namn"
    assert len(world.services.contracts.view(number).suppliers) == 1
    world.page.table.setFocus()
    world.control(Qt.Key.Key_Z)
    assert world.services.contracts.view(number).title == "Ombyggnad av hus C"
    world.answers.queue = ["Fel kommun"]
    world.key(Qt.Key.Key_Delete)
    assert world.page.model.rowCount() == 0
    assert world.services.contracts.view(number).voided


def test_the_panel_tells_what_is_due(world):
    number = making.contract(world.services, awarded_on=dt.date(2026, 9, 1))
    making.requirement(world.services, number, first_start_by=dt.date(2027, 1, 1))
    world.window.reload_page()
    page = world.page
    page.table.setFocus()
    page.keeper.show_now()
    said = [label.text() for label in page.panel.findChildren(QLabel)]
    assert "1 oktober" in said
    assert "första möte, om 9 dagar" in said
    assert "Praktik, 16 heltidsmånader" in said
    assert any(text.startswith("Inte uppfyllt ännu: 0,0 av 16,0 heltidsmånader") for text in said)
    links = [link.accessibleName() for link in page.panel.findChildren(LinkButton)]
    assert links == ["Bygg & Mark AB"]
    page.panel.next_asked.emit()
    assert world.shows(ContractRecordPage)


def test_filters(world):
    making.contract(world.services, "Hel")
    draft = making.contract(world.services, "Halv", number=None)
    page = world.page
    world.window.reload_page()
    keys = {spec.key for spec in page.spec.filters}
    assert {"status", "standing", "requirements"} <= keys
    assert page.service.ids(ListQuery("code", filters=(("status", ("draft",)),))) == [draft]


def test_enter_opens_and_the_page_is_freed(world):
    making.contract(world.services)
    world.window.reload_page()
    world.page.table.setFocus()
    world.key(Qt.Key.Key_Return)
    record = world.page
    assert isinstance(record, ContractRecordPage)
    destroyed = []
    record.destroyed.connect(lambda: destroyed.append(True))
    world.key(Qt.Key.Key_Escape)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert destroyed
    assert world.shows(ContractPage)
