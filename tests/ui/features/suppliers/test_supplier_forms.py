"""Where the forms of a supplier stand, and the way back from them."""

from PySide6.QtCore import Qt

from socialupph.ui.features.suppliers.forms import ContactForm, SupplierForm, WorkplaceForm
from socialupph.ui.features.suppliers.page import SupplierPage
from socialupph.ui.features.suppliers.record import SupplierRecordPage
from socialupph.ui.kit.header_bar import Breadcrumb
from socialupph.ui.kit.labels import LinkButton


def trail(page):
    """The links over the title, in order."""
    return page.findChild(Breadcrumb).findChildren(LinkButton)


def test_a_new_supplier_stands_under_suppliers(desk):
    desk.control(Qt.Key.Key_N)
    assert isinstance(desk.page, SupplierForm)
    (area,) = trail(desk.page)
    assert area.accessibleName() == "Leverantörer"
    area.click()
    assert isinstance(desk.page, SupplierPage)


def test_what_belongs_to_a_supplier_stands_under_it(desk, world):
    page = desk.open("suppliers", world.supplier)
    for action, form in (("edit", SupplierForm), ("contact", ContactForm), ("workplace", WorkplaceForm)):
        page.page_actions.action(f"supplier.{action}").trigger()
        assert isinstance(desk.page, form)
        assert [one.accessibleName() for one in trail(desk.page)] == ["Leverantörer", "Bygg & Mark i Fjällbyn AB"]
        desk.key(Qt.Key.Key_Escape)
        assert isinstance(desk.page, SupplierRecordPage)
