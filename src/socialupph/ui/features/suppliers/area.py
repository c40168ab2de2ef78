"""The area *Leverantörer*: what the window needs to know of it."""

from typing import TYPE_CHECKING

from socialupph.domain.changes import Entity
from socialupph.i18n import _
from socialupph.ui.kit.feature import Feature, NewEntry
from socialupph.ui.kit.navigation import Area

if TYPE_CHECKING:
    from socialupph.services.registry import Services
    from socialupph.ui.kit.page import Page, PageContext


def feature(context: "PageContext", services: "Services") -> Feature:
    """The area, whose pages are made when they are visited."""

    def page() -> "Page":
        from socialupph.ui.features.suppliers.page import SupplierPage  # noqa: PLC0415 -- read when it is visited

        return SupplierPage(context, services)

    def record(supplier_id: int) -> "Page":
        from socialupph.ui.features.suppliers.record import SupplierRecordPage  # noqa: PLC0415 -- read when it is visited

        return SupplierRecordPage(context, services, supplier_id)

    def form() -> "Page":
        from socialupph.ui.features.suppliers.forms import SupplierForm  # noqa: PLC0415 -- read when it is visited

        return SupplierForm(context, services)

    return Feature(
        Area("suppliers", _("Leverantörer"), "building", page, record_factory=record, shortcut="Ctrl+3", group=1),
        new=(NewEntry("supplier", _("Ny leverantör"), "building", form),),
        entities=((Entity.SUPPLIER, _("Leverantör")),),
    )
