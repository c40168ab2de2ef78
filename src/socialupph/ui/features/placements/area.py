"""The area *Placeringar*: what the window needs to know of it."""

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
        from socialupph.ui.features.placements.page import PlacementPage  # noqa: PLC0415 -- read when it is visited

        return PlacementPage(context, services)

    def record(placement_id: int) -> "Page":
        from socialupph.ui.features.placements.record import PlacementRecordPage  # noqa: PLC0415 -- read when it is visited

        return PlacementRecordPage(context, services, placement_id)

    def form() -> "Page":
        from socialupph.ui.features.placements.forms import PlacementForm  # noqa: PLC0415 -- read when it is visited

        return PlacementForm(context, services)

    return Feature(
        Area("placements", _("Placeringar"), "handshake", page, record_factory=record, shortcut="Ctrl+6", group=2),
        new=(NewEntry("placement", _("Ny placering"), "handshake", form),),
        entities=((Entity.PLACEMENT, _("Placering")),),
    )
