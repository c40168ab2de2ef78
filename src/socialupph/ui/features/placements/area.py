"""The area *Placeringar*: what the window needs to know of it."""

from socialupph.domain.changes import Entity
from socialupph.i18n import _
from socialupph.services.registry import Services
from socialupph.ui.features.placements.forms import PlacementForm
from socialupph.ui.features.placements.page import PlacementPage
from socialupph.ui.features.placements.record import PlacementRecordPage
from socialupph.ui.kit.feature import Feature, NewEntry
from socialupph.ui.kit.navigation import Area
from socialupph.ui.kit.page import PageContext


def feature(context: PageContext, services: Services) -> Feature:
    """The area, whose pages are made when they are visited."""

    def page() -> PlacementPage:
        return PlacementPage(context, services)

    def record(placement_id: int) -> PlacementRecordPage:
        return PlacementRecordPage(context, services, placement_id)

    def form() -> PlacementForm:
        return PlacementForm(context, services)

    return Feature(
        Area("placements", _("Placeringar"), "handshake", page, record_factory=record, shortcut="Ctrl+6", group=2),
        new=(NewEntry("placement", _("Ny placering"), "handshake", form),),
        entities=((Entity.PLACEMENT, _("Placering")),),
    )
