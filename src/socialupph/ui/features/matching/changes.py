"""Moving a match on: what every step asks, from the board, the opening and the match itself."""

from collections.abc import Callable

from socialupph.domain.changes import Changes
from socialupph.domain.commands.matching import AdvanceMatch, DeclineMatch
from socialupph.domain.matching import MatchStep
from socialupph.domain.views.matching import MatchView
from socialupph.i18n import _
from socialupph.services.registry import Services
from socialupph.specs import matching as specs
from socialupph.specs.forms import command_of
from socialupph.ui.features.matching.forms import AcceptForm
from socialupph.ui.kit.asked import ask_and_run
from socialupph.ui.kit.page import Destination, Page, PageContext


class MatchChanges:
    """Asks and carries out. ``lay`` puts a form on top of the page, ``go`` leaves for another."""

    def __init__(
        self,
        context: PageContext,
        services: Services,
        lay: Callable[[Page], object],
        go: Callable[[Destination], object],
    ) -> None:
        self._context, self._services, self._lay, self._go = context, services, lay, go

    def _view(self, match_id: int) -> MatchView:
        """The match opened, since what is asked shows what was told; opening a protected person's is logged."""
        return self._services.matching.view(match_id)

    def step(self, match_id: int) -> None:
        """The next step: a dialog for most, the form of the placement for a yes, the placement after it."""
        match = self._view(match_id)
        if match.placement_id is not None:
            self._go(Destination("placements", match.placement_id))
        elif match.step is MatchStep.OFFERED:
            self._lay(AcceptForm(self._context, self._services, match))
        elif not match.step.is_final:
            self._advance(match)

    def accept(self, match_id: int) -> None:
        """A yes, whatever steps were left out."""
        match = self._view(match_id)
        if not match.step.is_final:
            self._lay(AcceptForm(self._context, self._services, match))

    def _advance(self, match: MatchView) -> None:
        def submit(values: dict[str, object]) -> Changes:
            telling = str(values["step"]) in specs.TELLING
            told = str(values.get("told_employer") or "") if telling else None
            command = command_of(
                AdvanceMatch, {**values, "told_employer": told}, match_id=match.id, version=match.version
            )
            return self._services.matching.advance(command)

        following = specs.later_steps(match.step)[0]
        ask_and_run(
            self._context,
            specs.advance_form(match.step),
            submit,
            done_text=_("Matchningen har kommit längre."),
            values={
                "step": following.value,
                "on": self._context.clock.today(),
                "told_employer": match.told_employer,
            },
        )

    def decline(self, match_id: int) -> None:
        """Somebody said no: who, when and why."""
        match = self._view(match_id)
        if match.step.is_final:
            return

        def submit(values: dict[str, object]) -> Changes:
            command = command_of(DeclineMatch, values, match_id=match.id, version=match.version)
            return self._services.matching.decline(command)

        today = self._context.clock.today()
        ask_and_run(self._context, specs.DECLINE_FORM, submit, done_text=_("Det blev nej."), values={"on": today})

    def tell(self, match_id: int) -> None:
        """Note exactly what was told to the employer."""
        match = self._view(match_id)

        def submit(values: dict[str, object]) -> Changes:
            told = str(values.get("told_employer") or "")
            return self._services.matching.note_told(match.id, match.version, told)

        ask_and_run(
            self._context,
            specs.TOLD_FORM,
            submit,
            done_text=_("Anteckningen är sparad."),
            values={"told_employer": match.told_employer},
        )
