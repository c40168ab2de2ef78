"""The area *Handledarutbildning*: what the window needs to know of it."""

from socialupph.domain.changes import Entity
from socialupph.i18n import _
from socialupph.services.registry import Services
from socialupph.ui.features.training.page import SessionPage
from socialupph.ui.features.training.record import SessionRecordPage
from socialupph.ui.features.training.session_form import SessionForm
from socialupph.ui.features.training.sign_up_form import SignUpForm
from socialupph.ui.kit.feature import Feature, NewEntry
from socialupph.ui.kit.navigation import Area
from socialupph.ui.kit.page import PageContext


def feature(context: PageContext, services: Services) -> Feature:
    """The area, whose pages are made when they are visited."""

    def page() -> SessionPage:
        return SessionPage(context, services)

    def record(session_id: int) -> SessionRecordPage:
        return SessionRecordPage(context, services, session_id)

    def session() -> SessionForm:
        return SessionForm(context, services)

    def sign_up() -> SignUpForm:
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
