"""The area *Kontrakt*: what the window needs to know of it."""

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
        from socialupph.ui.features.contracts.page import ContractPage  # noqa: PLC0415 -- read when it is visited

        return ContractPage(context, services)

    def record(contract_id: int) -> "Page":
        from socialupph.ui.features.contracts.record import ContractRecordPage  # noqa: PLC0415 -- read when it is visited

        return ContractRecordPage(context, services, contract_id)

    def form() -> "Page":
        from socialupph.ui.features.contracts.forms import ContractForm  # noqa: PLC0415 -- read when it is visited

        return ContractForm(context, services)

    return Feature(
        Area("contracts", _("Kontrakt"), "document_text", page, record_factory=record, shortcut="Ctrl+2", group=1),
        new=(NewEntry("contract", _("Nytt kontrakt"), "document_text", form),),
        entities=((Entity.CONTRACT, _("Kontrakt")),),
    )
