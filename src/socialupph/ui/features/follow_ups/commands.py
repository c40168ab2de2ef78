"""What can be done with a follow-up besides registering it: move, skip, nobody answered, plan again, void."""

from collections.abc import Callable

from socialupph.domain.changes import Changes
from socialupph.domain.commands.follow_ups import MoveFollowUp, NotAnswered, SkipFollowUp
from socialupph.domain.views.follow_ups import FollowUpRow, FollowUpView
from socialupph.i18n import _
from socialupph.services.registry import Services
from socialupph.specs import follow_ups as specs
from socialupph.specs.forms import command_of
from socialupph.ui.kit.asked import ask_and_run, ask_reason
from socialupph.ui.kit.page import PageContext

FollowUp = FollowUpRow | FollowUpView


class FollowUpCommands:
    """Asks and carries out; each gives whether anything was done."""

    def __init__(self, context: PageContext, services: Services) -> None:
        self._context, self._services = context, services

    def move(self, about: FollowUp) -> bool:
        """To a day chosen by hand."""

        def submit(values: dict[str, object]) -> Changes:
            command = command_of(MoveFollowUp, values, follow_up_id=about.id, version=about.version)
            return self._services.follow_ups.move(command)

        done = _("Uppföljningen är flyttad.")
        found = ask_and_run(self._context, specs.MOVE_FORM, submit, done_text=done, values={"due_on": about.due_on})
        return found is not None

    def skip(self, about: FollowUp) -> bool:
        """It is not held, and why."""

        def submit(values: dict[str, object]) -> Changes:
            command = command_of(SkipFollowUp, values, follow_up_id=about.id, version=about.version)
            return self._services.follow_ups.skip(command)

        return (
            ask_and_run(self._context, specs.SKIP_FORM, submit, done_text=_("Uppföljningen är överhoppad.")) is not None
        )

    def not_answered(self, about: FollowUp) -> bool:
        """Nobody answered today; it still waits."""
        command = NotAnswered(about.id, about.version)
        done = _("Noterat: inget svar. Uppföljningen väntar fortfarande.")
        return self._run(lambda: self._services.follow_ups.not_answered(command), done)

    def reopen(self, about: FollowUp) -> bool:
        """It is to be held after all."""
        done = _("Uppföljningen är planerad igen.")
        return self._run(lambda: self._services.follow_ups.reopen(about.id, about.version), done)

    def void(self, about: FollowUp) -> bool:
        """It should never have been registered."""
        reason = ask_reason(self._context, _("Makulera uppföljningen?"))
        if reason is None:
            return False
        done = _("Uppföljningen är makulerad.")
        return self._run(lambda: self._services.follow_ups.void(about.id, about.version, reason), done)

    def _run(self, action: Callable[[], Changes], done_text: str) -> bool:
        return self._context.commands.run(action, done_text=done_text) is not None
