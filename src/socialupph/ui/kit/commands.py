"""How the window carries out a command: run it, say what is wrong where it is wrong, tell the pages, offer *Ångra*."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject

from socialupph.domain.changes import Changes
from socialupph.domain.errors import RuleViolation, SocialUpphError
from socialupph.i18n import _
from socialupph.specs.messages import message
from socialupph.ui.kit.changes import ChangeBus
from socialupph.ui.kit.codecs import explain
from socialupph.ui.kit.form import FormIncomplete

Report = Callable[[Exception], str]  # keeps what is needed to find the fault and gives the sentence to show


class Fields(Protocol):
    """Where a broken rule can be said under the field it is about: a form, or fields a page has laid out itself."""

    def has_field(self, key: str | None) -> bool:
        """Whether there is such a field."""
        ...

    def show_error(self, field: str, text: str) -> None:
        """Say ``text`` under it and put the keyboard there."""
        ...


class Notices(Protocol):
    """Where the window says what happened."""

    def done(self, text: str, *, undo: bool) -> None:
        """Something was carried out; with ``undo`` it can be taken back."""
        ...

    def problem(self, text: str) -> None:
        """Something was not carried out; stays until it is put away."""
        ...

    def clear_problem(self) -> None:
        """The last problem no longer stands."""
        ...


class Commands(QObject):
    """Runs service calls for pages and forms. ``undo`` is the service that takes back the last operation."""

    def __init__(
        self,
        bus: ChangeBus,
        notices: Notices,
        report: Report,
        undo: Callable[[], Changes],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bus, self._notices, self._report, self._undo = bus, notices, report, undo

    def run(
        self,
        action: Callable[[], Changes],
        *,
        done_text: str | Callable[[Changes], str],
        form: Fields | None = None,
        undo: bool = True,
    ) -> Changes | None:
        """Carry out ``action``; gives its changes, or None when it was refused, which has been said then.

        What was typed stays as it is. A broken rule stands under its field when ``form`` has it, else in a banner.
        """
        try:
            changes = action()
        except FormIncomplete:
            return None  # the form has said it under each field
        except RuleViolation as violation:
            self._refused(violation, form)
            return None
        except SocialUpphError as error:
            self._notices.problem(message(error))
            return None
        except Exception as error:  # noqa: BLE001 -- a fault in the program: kept by the reporter, said in plain words
            self._notices.problem(self._report(error))
            return None
        self._notices.clear_problem()
        self._bus.publish(changes)
        text = done_text if isinstance(done_text, str) else done_text(changes)
        self._notices.done(text, undo=undo and changes.operation_id is not None)
        return changes

    def _refused(self, violation: RuleViolation, form: Fields | None) -> None:
        text = explain(violation)
        if form is not None and violation.field is not None and form.has_field(violation.field):
            form.show_error(violation.field, text)
        else:
            self._notices.problem(text)

    def undo(self) -> None:
        """Take back the last operation."""
        self.run(self._undo, done_text=_("Ångrat."), undo=False)

    def tell(self, error: Exception) -> None:
        """Say what went wrong with something that ran in the background."""
        if isinstance(error, RuleViolation):
            self._notices.problem(explain(error))
        elif isinstance(error, SocialUpphError):
            self._notices.problem(message(error))
        else:
            self._notices.problem(self._report(error))
