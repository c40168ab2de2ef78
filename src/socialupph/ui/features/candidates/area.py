"""The area *Kandidater*: what the window needs to know of it."""

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
        from socialupph.ui.features.candidates.page import CandidatePage  # noqa: PLC0415 -- read when it is visited

        return CandidatePage(context, services)

    def record(candidate_id: int) -> "Page":
        from socialupph.ui.features.candidates.record import CandidateRecordPage  # noqa: PLC0415 -- read when it is visited

        return CandidateRecordPage(context, services, candidate_id)

    def form() -> "Page":
        from socialupph.ui.features.candidates.forms import CandidateForm  # noqa: PLC0415 -- read when it is visited

        return CandidateForm(context, services)

    return Feature(
        Area("candidates", _("Kandidater"), "person", page, record_factory=record, shortcut="Ctrl+4", group=2),
        new=(NewEntry("candidate", _("Ny kandidat"), "person_add", form),),
        entities=((Entity.CANDIDATE, _("Kandidat")),),
    )
