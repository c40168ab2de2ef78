"""Possible duplicates: no area of their own, but pages that the lists, the records and the menu open."""

from typing import TYPE_CHECKING

from socialupph.i18n import _
from socialupph.ui.kit.feature import Feature, PageEntry

if TYPE_CHECKING:
    from socialupph.services.registry import Services
    from socialupph.ui.kit.page import Page, PageContext


def feature(context: "PageContext", services: "Services") -> Feature:
    """The pages, made when they are asked for. Two records are compared from where they are shown, so that has no command."""

    def suspects() -> "Page":
        from socialupph.ui.features.duplicates.page import DuplicatesPage  # noqa: PLC0415 -- read when it is visited

        return DuplicatesPage(context, services)

    def comparison() -> "Page":
        from socialupph.ui.features.duplicates.compare_page import ComparePage  # noqa: PLC0415 -- read when it is visited

        return ComparePage(context, services)

    return Feature(
        None,
        pages=(
            PageEntry("duplicates", _("Möjliga dubbletter"), "merge", suspects, _("&Gå till")),
            PageEntry("duplicates.compare", "", "merge", comparison),
        ),
    )
