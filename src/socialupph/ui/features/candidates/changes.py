"""What can be done with a candidate without its large form, from the list and from the record."""

from collections.abc import Callable

from socialupph.domain.changes import Changes
from socialupph.domain.commands.matching import SuggestMatch
from socialupph.i18n import _
from socialupph.services.registry import Services
from socialupph.specs.forms import command_of
from socialupph.specs.matching import SUGGEST_OPENING_FORM
from socialupph.ui.kit.asked import ask_and_run, ask_reason
from socialupph.ui.kit.page import PageContext


class CandidateChanges:
    """Asks and carries out."""

    def __init__(self, context: PageContext, services: Services) -> None:
        self._context, self._services = context, services

    def suggest(self, candidate_id: int) -> None:
        """Suggest the candidate for an opening."""

        def submit(values: dict[str, object]) -> Changes:
            return self._services.matching.suggest(command_of(SuggestMatch, values, candidate_id=candidate_id))

        ask_and_run(
            self._context,
            SUGGEST_OPENING_FORM,
            submit,
            done_text=_("Kandidaten är föreslagen."),
            values={"on": self._context.clock.today()},
        )

    def close(self, candidate_id: int, version: int) -> None:
        """No longer a candidate."""
        self._run(lambda: self._services.candidates.close(candidate_id, version), _("Kandidaten är avslutad."))

    def reopen(self, candidate_id: int, version: int) -> None:
        """A candidate again."""
        self._run(lambda: self._services.candidates.reopen(candidate_id, version), _("Kandidaten är öppen igen."))

    def void(self, candidate_id: int, version: int) -> None:
        """Should never have been registered."""
        reason = ask_reason(self._context, _("Makulera kandidaten?"))
        if reason is not None:
            service = self._services.candidates
            self._run(lambda: service.void(candidate_id, version, reason), _("Kandidaten är makulerad."))

    def _run(self, action: Callable[[], Changes], done_text: str) -> None:
        self._context.commands.run(action, done_text=done_text)
