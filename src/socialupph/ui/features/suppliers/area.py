"""The area *Leverantörer*: what the window needs to know of it."""

from socialupph.domain.changes import Entity
from socialupph.i18n import _
from socialupph.services.registry import Services
from socialupph.ui.features.suppliers.forms import SupplierForm
from socialupph.ui.features.suppliers.page import SupplierPage
from socialupph.ui.features.suppliers.record import SupplierRecordPage
from socialupph.ui.kit.feature import Feature, NewEntry
from socialupph.ui.kit.navigation import Area
from socialupph.ui.kit.page import PageContext


def feature(context: PageContext, services: Services) -> Feature:
    """The area, whose pages are made when they are visited."""

    def page() -> SupplierPage:
        return SupplierPage(context, services)

    def record(supplier_id: int) -> SupplierRecordPage:
        return SupplierRecordPage(context, services, supplier_id)

    def form() -> SupplierForm:
        return SupplierForm(context, services)

    return Feature(
        Area("suppliers", _("Leverantörer"), "building", page, record_factory=record, shortcut="Ctrl+3", group=1),
        new=(NewEntry("supplier", _("Ny leverantör"), "building", form),),
        entities=((Entity.SUPPLIER, _("Leverantör")),),
    )
