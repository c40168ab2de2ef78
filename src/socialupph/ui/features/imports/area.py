"""Bringing in: no area of its own, but pages that the areas and the menu open."""

from socialupph.i18n import _
from socialupph.services.registry import Services
from socialupph.ui.features.imports.contract_list_page import ContractListPage
from socialupph.ui.kit.feature import Feature, PageEntry
from socialupph.ui.kit.page import PageContext


def feature(context: PageContext, services: Services) -> Feature:
    """The pages, made when they are asked for."""

    def contract_list() -> ContractListPage:
        return ContractListPage(context, services)

    menu = _("&Läs in")
    return Feature(
        None,
        pages=(PageEntry("import.contracts", _("Läs in en kontraktslista"), "arrow_import", contract_list, menu),),
    )
