"""Bringing in: no area of its own, but pages that the areas and the menu open."""

from typing import TYPE_CHECKING

from socialupph.domain.kinds import CodeList
from socialupph.i18n import _
from socialupph.ui.kit.feature import Feature, NewEntry, PageEntry

if TYPE_CHECKING:
    from socialupph.services.registry import Services
    from socialupph.ui.features.imports.pages import ImportPages
    from socialupph.ui.kit.page import Page, PageContext


def feature(context: "PageContext", services: "Services") -> Feature:
    """The pages, read and made when they are asked for."""

    def pages() -> "ImportPages":
        from socialupph.ui.features.imports.pages import ImportPages  # noqa: PLC0415 -- read when one is visited

        return ImportPages(context, services)

    def start() -> "Page":
        return pages().start()

    def contract_list() -> "Page":
        return pages().contract_list()

    def sheets() -> "Page":
        return pages().sheets()

    def notice() -> "Page":
        return pages().notice()

    def cpv() -> "Page":
        return pages().codes(CodeList.CPV)

    def occupations() -> "Page":
        return pages().codes(CodeList.OCCUPATION)

    menu = _("&Läs in")
    return Feature(
        None,
        new=(NewEntry("import", _("Läs in …"), "arrow_import", start),),
        pages=(
            PageEntry("import", _("Läs in"), "arrow_import", start, menu),
            PageEntry("import.contracts", _("Läs in en kontraktslista"), "document_text", contract_list, menu),
            PageEntry("import.sheets", _("Läs in egna listor"), "column_triple", sheets, menu),
            PageEntry("import.notice", _("Läs in en annons"), "handshake", notice, menu),
            PageEntry("import.codes.cpv", _("Läs in hela CPV-listan"), "document_bullet_list", cpv, menu),
            PageEntry(
                "import.codes.occupation", _("Läs in hela yrkeslistan"), "document_bullet_list", occupations, menu
            ),
        ),
    )
