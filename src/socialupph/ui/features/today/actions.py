"""What the rows of *Idag* do: most open the record that is waiting, a few are done at once."""

import datetime as dt
from collections.abc import Callable
from typing import Final

from socialupph.domain.changes import Changes, Entity, RecordRef
from socialupph.domain.views.today import DeadlineView, DueRow, TodayAction
from socialupph.i18n import _
from socialupph.services.registry import Services
from socialupph.specs.today_page import MEETING_FORM
from socialupph.ui.kit.asked import ask_and_run
from socialupph.ui.kit.buttons import Role
from socialupph.ui.kit.page_base import PageContext
from socialupph.ui.kit.places import Destination

AREAS: Final = {
    Entity.CONTRACT: "contracts",
    Entity.PLACEMENT: "placements",
    Entity.FOLLOW_UP: "follow_ups",
    Entity.OPENING: "matching",
    Entity.SESSION: "training",
    Entity.SUPPLIER: "suppliers",
    Entity.CANDIDATE: "candidates",
}
"""The area where the record of a row is shown in full."""


class RowActions:
    """Runs the one action of a row. ``place`` says where a row leads when it is only opened."""

    def __init__(self, context: PageContext, services: Services) -> None:
        self._context, self._services = context, services
        self._done = {
            TodayAction.NOTE_REPORT: self._report_came,
            TodayAction.FINISH_TASK: self._finish_task,
            TodayAction.FINISH_STEP: self._finish_step,
            TodayAction.NOTE_MEETING: self._note_meeting,
            TodayAction.ERASE_NEEDS: self._erase_needs,
        }

    def run(self, row: DueRow) -> Destination | None:
        """Do it; gives where to go, or None when there is nothing more to do."""
        act = self._done.get(row.action)
        if act is None or not isinstance(row, DeadlineView):
            return self.place(row)
        act(row)
        return None

    def place(self, row: DueRow) -> Destination | None:
        """Where the record of the row is shown; None for a task of its own."""
        home = self._services.search.home(row.target)
        if home.entity is Entity.DEVIATION:
            home = self._owner_of_deviation(home)
        area = AREAS.get(home.entity)
        return None if area is None else Destination(area, home.id)

    def _owner_of_deviation(self, ref: RecordRef) -> RecordRef:
        """What a deviation is about: deviations have no pages of their own yet."""
        found = self._services.deviations.view(ref.id)
        if found.placement_id is not None:
            return RecordRef(Entity.PLACEMENT, found.placement_id)
        return ref if found.contract_id is None else RecordRef(Entity.CONTRACT, found.contract_id)

    def _report_came(self, row: DeadlineView) -> None:
        today = self._context.clock.today()
        self._run(
            lambda: self._services.requirements.report_received(row.part_id, row.version, today),
            _("Rapporten är noterad som inkommen i dag."),
        )

    def _finish_task(self, row: DeadlineView) -> None:
        self._run(lambda: self._services.tasks.done(row.part_id, row.version), _("Uppgiften är klar."))

    def _finish_step(self, row: DeadlineView) -> None:
        self._run(lambda: self._services.follow_ups.complete_step(row.part_id), _("Steget är klart."))

    def _note_meeting(self, row: DeadlineView) -> None:
        def held(values: dict[str, object]) -> Changes:
            day = values["held_on"]
            held_on = day if isinstance(day, dt.date) else None
            return self._services.requirements.first_meeting_held(row.part_id, row.version, held_on)

        today: dict[str, object] = {"held_on": self._context.clock.today()}
        ask_and_run(self._context, MEETING_FORM, held, done_text=_("Mötet är noterat."), values=today)

    def _erase_needs(self, row: DeadlineView) -> None:
        from socialupph.ui.kit.dialogs import Answer  # noqa: PLC0415 -- read when something is asked

        answer = self._context.dialogs.ask(
            _("Radera kost och tillgänglighet för {code}?").format(code=row.code),
            _("Det som de anmälda bad om inför dagen tas bort, också ur historiken. Det går inte att ångra."),
            (Answer("keep", _("Behåll"), Role.QUIET), Answer("erase", _("Radera uppgifterna"), Role.DANGER_FINAL)),
        )
        if answer == "erase":
            self._context.commands.run(
                lambda: self._services.sign_ups.erase_needs(row.target.id),
                done_text=_("Kost och tillgänglighet är raderat."),
                undo=False,
            )

    def _run(self, action: Callable[[], Changes], done_text: str) -> None:
        self._context.commands.run(action, done_text=done_text)
