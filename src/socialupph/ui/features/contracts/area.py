"""The area *Kontrakt*: what the window needs to know of it."""

from socialupph.domain.changes import Entity
from socialupph.i18n import _
from socialupph.services.registry import Services
from socialupph.ui.features.contracts.forms import ContractForm
from socialupph.ui.features.contracts.page import ContractPage
from socialupph.ui.features.contracts.record import ContractRecordPage
from socialupph.ui.kit.feature import Feature, NewEntry
from socialupph.ui.kit.navigation import Area
from socialupph.ui.kit.page import PageContext


def feature(context: PageContext, services: Services) -> Feature:
    """The area, whose pages are made when they are visited."""

    def page() -> ContractPage:
        return ContractPage(context, services)

    def record(contract_id: int) -> ContractRecordPage:
        return ContractRecordPage(context, services, contract_id)

    def form() -> ContractForm:
        return ContractForm(context, services)

    return Feature(
        Area("contracts", _("Kontrakt"), "document_text", page, record_factory=record, shortcut="Ctrl+2", group=1),
        new=(NewEntry("contract", _("Nytt kontrakt"), "document_text", form),),
        entities=((Entity.CONTRACT, _("Kontrakt")),),
    )
