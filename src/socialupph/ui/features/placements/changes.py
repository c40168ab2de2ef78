"""What can be changed of an opened placement without its large form: times, pauses, outcomes, the checklist."""

from collections.abc import Callable
from dataclasses import replace

from socialupph.domain.changes import Changes
from socialupph.domain.commands.placements import ChangeWorkingTime, OutcomeTime, PauseFields, SetOutcome
from socialupph.domain.kinds import ReferenceList
from socialupph.domain.views.placements import PlacementView
from socialupph.i18n import _
from socialupph.services.registry import Services
from socialupph.specs import placements as specs
from socialupph.specs.forms import command_of
from socialupph.ui.features.placements.cards import outcome_at
from socialupph.ui.features.placements.words import fields_of
from socialupph.ui.kit.asked import ask_and_run, ask_reason
from socialupph.ui.kit.page import PageContext
from socialupph.ui.kit.reference_choices import number_of, offered


class PlacementChanges:
    """Asks and carries out. ``shown`` gives the placement as the page shows it, with the version to change."""

    def __init__(self, context: PageContext, services: Services, shown: Callable[[], PlacementView]) -> None:
        self._context, self._services, self._shown = context, services, shown

    # ---- working time

    def new_time(self) -> None:
        """Another working time from a day on."""
        self._ask_time({})

    def edit_time(self, time_id: int) -> None:
        """Another percentage for a day that has one."""
        found = next(time for time in self._shown().facts.working_times if time.id == time_id)
        self._ask_time({"from_on": found.from_on, "percent": found.percent})

    def _ask_time(self, start: dict[str, object]) -> None:
        done = _("Omfattningen är ändrad.")
        ask_and_run(self._context, specs.WORKING_TIME_FORM, self._change_time, done_text=done, values=start)

    def _change_time(self, values: dict[str, object]) -> Changes:
        view = self._shown()
        command = command_of(ChangeWorkingTime, values, placement_id=view.id, version=view.version)
        return self._services.placements.change_working_time(command)

    def remove_time(self, time_id: int) -> None:
        """Take a change of working time back."""
        view = self._shown()
        found = next(time for time in view.facts.working_times if time.id == time_id)
        command = ChangeWorkingTime(view.id, view.version, found.from_on, None)
        self._run(lambda: self._services.placements.change_working_time(command), _("Ändringen är borttagen."))

    # ---- pauses

    def new_pause(self) -> None:
        """The placement stands still for some days."""
        today = self._context.clock.today()
        ask_and_run(
            self._context,
            specs.PAUSE_FORM,
            self._pause,
            done_text=_("Pausen är sparad."),
            values={"starts_on": max(today, self._shown().facts.starts_on)},
        )

    def _pause(self, values: dict[str, object]) -> Changes:
        view = self._shown()
        return self._services.placements.pause(
            command_of(PauseFields, values, placement_id=view.id, version=view.version)
        )

    def edit_pause(self, pause_id: int) -> None:
        """Other days, for example because the person came back earlier."""
        pause = next(one for one in self._shown().facts.pauses if one.id == pause_id)

        def change(values: dict[str, object]) -> Changes:
            days = command_of(PauseFields, values, placement_id=0, version=0)
            return self._services.placements.edit_pause(pause.id, pause.version, days.starts_on, days.ends_on)

        days: dict[str, object] = {"starts_on": pause.starts_on, "ends_on": pause.ends_on}
        ask_and_run(self._context, specs.PAUSE_FORM, change, done_text=_("Pausen är ändrad."), values=days)

    def remove_pause(self, pause_id: int) -> None:
        """The pause never was."""
        pause = next(one for one in self._shown().facts.pauses if one.id == pause_id)
        self._run(lambda: self._services.placements.remove_pause(pause.id, pause.version), _("Pausen är borttagen."))

    # ---- outcomes, checklist, void

    def set_outcome(self, time: OutcomeTime) -> None:
        """What became of the person."""
        chosen = outcome_at(self._shown().outcomes, time)[0]
        spec = specs.outcome_form(offered(self._services, ReferenceList.OUTCOME, chosen))
        values: dict[str, object] = {"time": time.value, "outcome_id": None if chosen is None else str(chosen)}
        ask_and_run(self._context, spec, self._outcome, done_text=_("Utfallet är sparat."), values=values)

    def _outcome(self, values: dict[str, object]) -> Changes:
        view = self._shown()
        command = SetOutcome(view.id, view.version, OutcomeTime(str(values["time"])), number_of(values["outcome_id"]))
        return self._services.placements.set_outcome(command)

    def tick(self, key: str, done: bool) -> None:
        """One thing of the checklist is done, or is not."""
        view = self._shown()
        rest = [one for one in view.facts.start_checklist if one != key]
        fields = replace(fields_of(view), start_checklist=(*rest, key) if done else tuple(rest))
        self._run(lambda: self._services.placements.edit(view.id, view.version, fields), _("Checklistan är sparad."))

    def void(self) -> None:
        """It should never have been registered."""
        reason = ask_reason(self._context, _("Makulera placeringen?"))
        if reason is not None:
            view = self._shown()
            done = _("Placeringen är makulerad.")
            self._run(lambda: self._services.placements.void(view.id, view.version, reason), done)

    def reopen(self) -> None:
        """It had not ended."""
        view = self._shown()
        done = _("Slutet är borttaget. Planen följer det planerade slutet igen.")
        self._run(lambda: self._services.placements.reopen(view.id, view.version), done)

    def _run(self, action: Callable[[], Changes], done_text: str) -> None:
        self._context.commands.run(action, done_text=done_text)
