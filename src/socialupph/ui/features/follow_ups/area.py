"""The area *Uppföljningar*: what the window needs to know of it."""

from socialupph.domain.changes import Entity
from socialupph.i18n import _
from socialupph.services.registry import Services
from socialupph.ui.features.follow_ups.forms import PlanForm
from socialupph.ui.features.follow_ups.page import FollowUpPage
from socialupph.ui.features.follow_ups.record import FollowUpRecordPage
from socialupph.ui.kit.feature import Feature, NewEntry
from socialupph.ui.kit.navigation import Area
from socialupph.ui.kit.page import PageContext


def feature(context: PageContext, services: Services) -> Feature:
    """The area, whose pages are made when they are visited; its number is what is overdue or due today."""

    def page() -> FollowUpPage:
        return FollowUpPage(context, services)

    def record(follow_up_id: int) -> FollowUpRecordPage:
        return FollowUpRecordPage(context, services, follow_up_id)

    def form() -> PlanForm:
        return PlanForm(context, services)

    return Feature(
        Area(
            "follow_ups",
            _("Uppföljningar"),
            "clipboard_checkmark",
            page,
            count=services.follow_ups.waiting,
            record_factory=record,
            shortcut="Ctrl+8",
            group=3,
            urgent=True,
        ),
        new=(NewEntry("follow_up", _("Ny uppföljning"), "clipboard_checkmark", form),),
        entities=((Entity.FOLLOW_UP, _("Uppföljning")),),
    )
