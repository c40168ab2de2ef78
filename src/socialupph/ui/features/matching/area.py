"""The area *Platser & matchning*: what the window needs to know of it."""

from socialupph.domain.changes import Entity
from socialupph.i18n import _
from socialupph.services.registry import Services
from socialupph.ui.features.matching.forms import OpeningForm
from socialupph.ui.features.matching.opening_record import OpeningRecordPage
from socialupph.ui.features.matching.page import MatchingPage
from socialupph.ui.features.matching.words import AREA
from socialupph.ui.kit.feature import Feature, NewEntry
from socialupph.ui.kit.navigation import Area
from socialupph.ui.kit.page import PageContext


def feature(context: PageContext, services: Services) -> Feature:
    """The area, whose pages are made when they are visited."""

    def page() -> MatchingPage:
        return MatchingPage(context, services)

    def record(opening_id: int) -> OpeningRecordPage:
        return OpeningRecordPage(context, services, opening_id)

    def form() -> OpeningForm:
        return OpeningForm(context, services)

    area = Area(
        AREA,
        _("Platser & matchning"),
        "board",
        page,
        count=services.openings.without_candidate,
        record_factory=record,
        shortcut="Ctrl+5",
        group=2,
    )
    return Feature(
        area, new=(NewEntry("opening", _("Ny plats"), "board", form),), entities=((Entity.OPENING, _("Plats")),)
    )
