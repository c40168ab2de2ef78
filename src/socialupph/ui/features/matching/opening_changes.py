"""What can be done with an opening without its large form: its status, the request for candidates, the answers."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import cast

from socialupph.domain.changes import Changes
from socialupph.domain.commands.openings import OpeningAnswerFields
from socialupph.domain.openings import OpeningStatus
from socialupph.domain.views.openings import OpeningView
from socialupph.i18n import _
from socialupph.services.registry import Services
from socialupph.specs import openings as specs
from socialupph.specs.forms import command_of
from socialupph.ui.features.matching.forms import fields_of
from socialupph.ui.kit.asked import ask_and_run, ask_reason
from socialupph.ui.kit.page import PageContext


class OpeningChanges:
    """Asks and carries out. ``shown`` gives the opening as the page shows it, with the version to change."""

    def __init__(self, context: PageContext, services: Services, shown: Callable[[], OpeningView]) -> None:
        self._context, self._services, self._shown = context, services, shown

    # ---- status

    def open(self) -> None:
        """Candidates can be suggested."""
        self._set(OpeningStatus.OPEN, _("Platsen är öppen."))

    def reserve(self) -> None:
        """Kept for somebody."""
        self._set(OpeningStatus.RESERVED, _("Platsen är reserverad."))

    def close(self) -> None:
        """Nobody is looked for any more."""
        self._set(OpeningStatus.CLOSED, _("Platsen är stängd."))

    def _set(self, status: OpeningStatus, done: str) -> None:
        view, service = self._shown(), self._services.openings
        self._run(lambda: service.set_status(view.id, view.version, status), done)

    def void(self) -> None:
        """Should never have been registered."""
        reason = ask_reason(self._context, _("Makulera platsen?"))
        if reason is not None:
            view, service = self._shown(), self._services.openings
            self._run(lambda: service.void(view.id, view.version, reason), _("Platsen är makulerad."))

    def _run(self, action: Callable[[], Changes], done_text: str) -> None:
        self._context.commands.run(action, done_text=done_text)

    # ---- candidates asked for, and answers

    def request(self) -> None:
        """The day candidates were asked for."""
        day = self._shown().requested_on or self._context.clock.today()
        done = _("Dagen är noterad.")
        ask_and_run(self._context, specs.REQUEST_FORM, self._request, done_text=done, values={"requested_on": day})

    def _request(self, values: dict[str, object]) -> Changes:
        view = self._shown()
        fields = replace(fields_of(view), requested_on=cast("date | None", values["requested_on"]))
        return self._services.openings.edit(view.id, view.version, fields)

    def new_answer(self) -> None:
        """What was answered to a request for candidates."""
        start: dict[str, object] = {"answered_on": self._context.clock.today(), "answered_by": _("Arbetsförmedlingen")}
        done = _("Svaret är sparat.")
        ask_and_run(self._context, specs.ANSWER_FORM, self._register_answer, done_text=done, values=start)

    def _register_answer(self, values: dict[str, object]) -> Changes:
        command = command_of(OpeningAnswerFields, values, opening_id=self._shown().id)
        return self._services.openings.register_answer(command)

    def edit_answer(self, answer_id: int) -> None:
        """Correct an answer."""
        view = self._shown()
        answer = next(one for one in view.answers if one.id == answer_id)

        def change(values: dict[str, object]) -> Changes:
            command = command_of(OpeningAnswerFields, values, opening_id=view.id)
            return self._services.openings.edit_answer(answer.id, answer.version, command)

        start: dict[str, object] = {
            "answered_on": answer.answered_on,
            "answered_by": answer.answered_by,
            "candidate_found": answer.candidate_found,
            "text": answer.text,
        }
        ask_and_run(self._context, specs.ANSWER_FORM, change, done_text=_("Svaret är ändrat."), values=start)
