"""The area *Handledarutbildning*: what the window needs to know of it."""

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
        from socialupph.ui.features.training.page import SessionPage  # noqa: PLC0415 -- read when it is visited

        return SessionPage(context, services)

    def record(session_id: int) -> "Page":
        from socialupph.ui.features.training.record import SessionRecordPage  # noqa: PLC0415 -- read when it is visited

        return SessionRecordPage(context, services, session_id)

    def session() -> "Page":
        from socialupph.ui.features.training.session_form import SessionForm  # noqa: PLC0415 -- read when it is visited

        return SessionForm(context, services)

    def sign_up() -> "Page":
        from socialupph.ui.features.training.sign_up_form import SignUpForm  # noqa: PLC0415 -- read when it is visited

        return SignUpForm(context, services)

    def count() -> int:
        return services.today.waiting_training()

    return Feature(
        Area(
            "training",
            _("Handledarutbildning"),
            "hat_graduation",
            page,
            count=count,
            record_factory=record,
            shortcut="Ctrl+7",
            group=3,
        ),
        new=(
            NewEntry("session", _("Nytt kurstillfälle"), "hat_graduation", session),
            NewEntry("sign-up", _("Ny anmälan"), "person_add", sign_up),
        ),
        entities=((Entity.SESSION, _("Kurstillfälle")),),
    )
