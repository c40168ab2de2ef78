"""The area *Platser & matchning*: what the window needs to know of it."""

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
        from socialupph.ui.features.matching.page import MatchingPage  # noqa: PLC0415 -- read when it is visited

        return MatchingPage(context, services)

    def record(opening_id: int) -> "Page":
        from socialupph.ui.features.matching.opening_record import OpeningRecordPage  # noqa: PLC0415 -- read when it is visited

        return OpeningRecordPage(context, services, opening_id)

    def form() -> "Page":
        from socialupph.ui.features.matching.forms import OpeningForm  # noqa: PLC0415 -- read when it is visited

        return OpeningForm(context, services)

    def count() -> int:
        return services.openings.without_candidate()

    area = Area(
        "matching",
        _("Platser & matchning"),
        "board",
        page,
        count=count,
        record_factory=record,
        shortcut="Ctrl+5",
        group=2,
    )
    return Feature(
        area, new=(NewEntry("opening", _("Ny plats"), "board", form),), entities=((Entity.OPENING, _("Plats")),)
    )
