"""The area *Uppföljningar*: what the window needs to know of it."""

from typing import TYPE_CHECKING

from socialupph.domain.changes import Entity
from socialupph.i18n import _
from socialupph.ui.kit.feature import Feature, NewEntry
from socialupph.ui.kit.navigation import Area

if TYPE_CHECKING:
    from socialupph.services.registry import Services
    from socialupph.ui.kit.page import Page, PageContext


def feature(context: "PageContext", services: "Services") -> Feature:
    """The area, whose pages are made when they are visited; its number is what is overdue or due today."""

    def page() -> "Page":
        from socialupph.ui.features.follow_ups.page import FollowUpPage  # noqa: PLC0415 -- read when it is visited

        return FollowUpPage(context, services)

    def record(follow_up_id: int) -> "Page":
        from socialupph.ui.features.follow_ups.record import FollowUpRecordPage  # noqa: PLC0415 -- read when it is visited

        return FollowUpRecordPage(context, services, follow_up_id)

    def form() -> "Page":
        from socialupph.ui.features.follow_ups.forms import PlanForm  # noqa: PLC0415 -- read when it is visited

        return PlanForm(context, services)

    def count() -> int:
        return services.follow_ups.waiting()

    return Feature(
        Area(
            "follow_ups",
            _("Uppföljningar"),
            "clipboard_checkmark",
            page,
            count=count,
            record_factory=record,
            shortcut="Ctrl+8",
            group=3,
            urgent=True,
        ),
        new=(NewEntry("follow_up", _("Ny uppföljning"), "clipboard_checkmark", form),),
        entities=((Entity.FOLLOW_UP, _("Uppföljning")),),
    )
