"""The forms of candidates and their consents."""

from dataclasses import asdict

from socialupph.domain.changes import Changes
from socialupph.domain.commands.candidates import ConsentFields
from socialupph.domain.kinds import ReferenceList
from socialupph.domain.views.candidates import CandidateView, ConsentView
from socialupph.i18n import _
from socialupph.services.registry import Services
from socialupph.specs import candidates as specs
from socialupph.specs.forms import FormSpec, command_of
from socialupph.specs.tables import Choice
from socialupph.ui.kit.page import Destination, FormPage, PageContext
from socialupph.ui.kit.reference_choices import offered

AREA = "candidates"


def trail_of(candidate: CandidateView | None) -> tuple[tuple[str, object], ...]:
    """Where a form of a candidate stands; by code, whoever it is."""
    area = (_("Kandidater"), Destination(AREA))
    return (area,) if candidate is None else (area, (candidate.code, Destination(AREA, candidate.id)))


class CandidateForm(FormPage):
    """Registers a candidate, or changes one."""

    def __init__(self, context: PageContext, services: Services, candidate: CandidateView | None = None) -> None:
        title = _("Redigera {code}").format(code=candidate.code) if candidate else _("Ny kandidat")
        key = str(candidate.id) if candidate else "new"
        super().__init__(context, _spec(services, candidate), title=title, draft_key=key, trail=trail_of(candidate))
        self._services, self._candidate = services, candidate
        self.form.set_values(_values(candidate) if candidate else specs.NEW)
        self.form.mark_saved()

    def submit(self, values: dict[str, object]) -> Changes:
        """Give the command to the service."""
        command = specs.command(values)
        if self._candidate is None:
            return self._services.candidates.register(command)
        return self._services.candidates.edit(self._candidate.id, self._candidate.version, command)

    def done_text(self, changes: Changes) -> str:
        """What the toast says."""
        del changes
        return _("Kandidaten är sparad.")


class ConsentForm(FormPage):
    """Notes what a candidate lets be told to whom, or changes it."""

    def __init__(
        self, context: PageContext, services: Services, candidate: CandidateView, consent: ConsentView | None = None
    ) -> None:
        title = _("Samtycke från {code}").format(code=candidate.code)
        key = f"{candidate.id}.{consent.id if consent else 'new'}"
        super().__init__(context, specs.CONSENT_FORM, title=title, draft_key=key, trail=trail_of(candidate))
        self._services, self._candidate, self._consent = services, candidate, consent
        self.form.set_values(asdict(consent) if consent else {"given_on": context.clock.today()})
        self.form.mark_saved()

    def submit(self, values: dict[str, object]) -> Changes:
        """Give the command to the service."""
        command = command_of(ConsentFields, values, candidate_id=self._candidate.id)
        if self._consent is None:
            return self._services.candidates.register_consent(command)
        return self._services.candidates.edit_consent(self._consent.id, self._consent.version, command)

    def done_text(self, changes: Changes) -> str:
        """What the toast says."""
        del changes
        return _("Samtycket är sparat.")


def _spec(services: Services, candidate: CandidateView | None) -> FormSpec:
    """The form with the words of this register; a closed word only where it is chosen already."""
    chosen = candidate.adjustment_ids if candidate else ()
    closed = [
        Choice(str(item.id), item.label)
        for item in services.reference.items(ReferenceList.WORKPLACE_ADJUSTMENT, include_closed=True)
        if item.id in chosen
    ]
    now = offered(services, ReferenceList.WORKPLACE_ADJUSTMENT)
    needs = (*now, *(choice for choice in closed if choice not in now))
    group = candidate.target_group_id if candidate else None
    return specs.form(needs, offered(services, ReferenceList.TARGET_GROUP, group))


def _values(candidate: CandidateView) -> dict[str, object]:
    group = candidate.target_group_id
    return {
        **asdict(candidate),
        "wished_occupations": candidate.wishes,
        "adjustment_ids": tuple(str(number) for number in candidate.adjustment_ids),
        "target_group_id": None if group is None else str(group),
    }
