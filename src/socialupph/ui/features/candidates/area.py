"""The area *Kandidater*: what the window needs to know of it."""

from socialupph.domain.changes import Entity
from socialupph.i18n import _
from socialupph.services.registry import Services
from socialupph.ui.features.candidates.forms import CandidateForm
from socialupph.ui.features.candidates.page import CandidatePage
from socialupph.ui.features.candidates.record import CandidateRecordPage
from socialupph.ui.kit.feature import Feature, NewEntry
from socialupph.ui.kit.navigation import Area
from socialupph.ui.kit.page import PageContext


def feature(context: PageContext, services: Services) -> Feature:
    """The area, whose pages are made when they are visited."""

    def page() -> CandidatePage:
        return CandidatePage(context, services)

    def record(candidate_id: int) -> CandidateRecordPage:
        return CandidateRecordPage(context, services, candidate_id)

    def form() -> CandidateForm:
        return CandidateForm(context, services)

    return Feature(
        Area("candidates", _("Kandidater"), "person", page, record_factory=record, shortcut="Ctrl+4", group=2),
        new=(NewEntry("candidate", _("Ny kandidat"), "person_add", form),),
        entities=((Entity.CANDIDATE, _("Kandidat")),),
    )
