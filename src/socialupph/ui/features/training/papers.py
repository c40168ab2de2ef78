"""The two papers of a session, laid over the page as previews."""

from socialupph.domain.errors import RuleViolation
from socialupph.domain.views.training import SessionView
from socialupph.services.registry import Services
from socialupph.specs.training_forms import ATTENDANCE_PRINT_FORM
from socialupph.specs.training_papers import ATTENDANCE_LIST, SIGN_UP_LIST, attendance_paper, sign_up_list_paper
from socialupph.ui.kit.page import PageContext

_MOST_BLANK = 12


class SessionPapers:
    """Makes them from the session as it stands."""

    def __init__(self, context: PageContext, services: Services) -> None:
        self._context, self._services = context, services

    def show_sign_ups(self, session_id: int) -> None:
        """The sign-up list."""
        from socialupph.documents.sign_up_list import sign_up_list  # noqa: PLC0415 -- reportlab is not read at start

        view = self._services.training.view(session_id)
        setting, desk = self._services.settings.paper(SIGN_UP_LIST), self._context.papers
        desk.show(sign_up_list(sign_up_list_paper(view), setting, desk.fonts()), view.code)

    def ask_attendance(self, session_id: int) -> None:
        """Ask how the attendance list should be, and show it."""
        start: dict[str, object] = {"blank_lines": self._services.settings.load().blank_lines}
        chosen = self._context.dialogs.ask_form(ATTENDANCE_PRINT_FORM, self._context.providers, _checked, values=start)
        if isinstance(chosen, _Chosen):
            self._show_attendance(self._services.training.view(session_id), chosen)

    def _show_attendance(self, view: SessionView, chosen: "_Chosen") -> None:
        from socialupph.documents.attendance_list import attendance_list  # noqa: PLC0415 -- as above

        paper = attendance_paper(
            view,
            blank_lines=chosen.blank_lines,
            contact_columns=chosen.contact_columns,
            sheet_per_day=chosen.sheet_per_day,
        )
        setting, desk = self._services.settings.paper(ATTENDANCE_LIST), self._context.papers
        desk.show(attendance_list(paper, setting, desk.fonts()), view.code)


class _Chosen:
    """What was asked for of the attendance list."""

    def __init__(self, values: dict[str, object]) -> None:
        blank = values.get("blank_lines")
        self.blank_lines = blank if isinstance(blank, int) else 0
        self.contact_columns = values.get("contact_columns") is True
        self.sheet_per_day = values.get("sheet_per_day") is True


def _checked(values: dict[str, object]) -> _Chosen:
    """RuleViolation for more blank lines than a sheet should have."""
    chosen = _Chosen(values)
    if not 0 <= chosen.blank_lines <= _MOST_BLANK:
        raise RuleViolation("setting.out_of_range", "blank_lines", {"least": 0, "most": _MOST_BLANK})
    return chosen
