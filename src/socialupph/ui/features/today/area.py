"""The area *Idag*: what the window needs to know of it."""

from typing import TYPE_CHECKING

from socialupph.i18n import _
from socialupph.ui.kit.feature import Feature
from socialupph.ui.kit.navigation import Area

if TYPE_CHECKING:
    from socialupph.services.registry import Services
    from socialupph.ui.kit.page import Page, PageContext


def feature(context: "PageContext", services: "Services") -> Feature:
    """The area, whose page is made when it is visited."""

    def page() -> "Page":
        from socialupph.ui.features.today.page import TodayPage  # noqa: PLC0415 -- read when it is visited

        return TodayPage(context, services)

    def count() -> int:
        return services.today.waiting_now()

    return Feature(
        Area("today", _("Idag"), "calendar_today", page, count=count, shortcut="Ctrl+1", group=0, urgent=True)
    )
