"""The forms of courses and sessions."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict

from socialupph.domain.changes import Changes, Entity
from socialupph.domain.commands.training import CourseFields
from socialupph.domain.errors import RuleViolation
from socialupph.domain.views.training import CourseView, SessionView
from socialupph.i18n import _
from socialupph.services.registry import Services
from socialupph.specs.forms import command_of
from socialupph.specs.training import heading
from socialupph.specs.training_forms import (
    COURSE_FORM,
    MOST_DAYS,
    SESSION_FORM,
    form_field,
    session_command,
    session_values,
)
from socialupph.specs.training_page import last_day_proposed
from socialupph.ui.kit.asked import ask_and_run
from socialupph.ui.kit.form_reading import readable
from socialupph.ui.kit.page import Destination, FormPage, PageContext

NEW_SESSION: Mapping[str, object] = {"capacity": 20, "winners_first": True}


class SessionForm(FormPage):
    """Registers a session, or changes one. What follows from the days is proposed and can be written over."""

    def __init__(self, context: PageContext, services: Services, session: SessionView | None = None) -> None:
        title = heading(session, context.clock.today()) if session else _("Nytt kurstillfälle")
        trail: list[tuple[str, object]] = [(_("Handledarutbildning"), Destination("training"))]
        if session is not None:
            trail.append((session.code, Destination("training", session.id)))
        key = str(session.id) if session else "new"
        super().__init__(context, SESSION_FORM, title=title, draft_key=key, trail=trail)
        self._services, self._session = services, session
        self._proposed: dt.date | None = None
        self._proposing = False
        self.form.set_values(session_values(session) if session else self._start())
        self.form.mark_saved()
        self.form.changed.connect(self._propose)
        self.form.create_asked.connect(self._create_course)

    def _start(self) -> dict[str, object]:
        courses = [course for course in self._services.training.courses() if not course.voided]
        version = self._services.settings.load().information_version or None
        only = courses[0].id if len(courses) == 1 else None
        return {**NEW_SESSION, "course_id": only, "information_version": version}

    def _propose(self) -> None:
        """The hours of the day before, and a last sign-up day a week before the first."""
        if self._proposing:
            return
        values = readable(self.form)
        found: dict[str, object] = {}
        for number in range(2, MOST_DAYS + 1):
            before = values[f"hours_{number - 1}"]
            if values[f"day_{number}"] and before and self._is_open(f"hours_{number}"):
                found[f"hours_{number}"] = before
        first = values["day_1"]
        if isinstance(first, dt.date) and self._session is None and self._is_open("last_sign_up_on", self._proposed):
            day = last_day_proposed(first, self.context.clock.today())
            if day != values["last_sign_up_on"]:
                found["last_sign_up_on"] = self._proposed = day
        self._proposing = True
        for key, value in found.items():
            self.form.set_value(key, value)
        self._proposing = False

    def _is_open(self, key: str, proposed: dt.date | None = None) -> bool:
        """Whether a field is empty, or says what was proposed, and nobody is typing in it."""
        editor = self.form.box(key).editor
        known = ("", proposed.isoformat()) if proposed else ("",)
        return not editor.target().hasFocus() and editor.draft() in known

    def _create_course(self, key: str, kind: str, text: str) -> None:
        del kind
        start: dict[str, object] = {"title": text, "gives_supervisor_training": True}
        done = _("Kursen är sparad.")
        changes = ask_and_run(self.context, COURSE_FORM, self._register_course, done_text=done, values=start)
        if changes is not None:
            self.form.set_value(key, changes.new_id(Entity.COURSE))

    def _register_course(self, values: dict[str, object]) -> Changes:
        return self._services.training.register_course(command_of(CourseFields, values))

    def submit(self, values: dict[str, object]) -> Changes:
        """Give the command to the service; trouble with the days stands under the first of them."""
        try:
            command = session_command(values)
            if self._session is None:
                return self._services.training.register(command)
            return self._services.training.edit(self._session.id, self._session.version, command)
        except RuleViolation as violation:
            raise RuleViolation(violation.code, form_field(violation.field), violation.facts) from violation

    def done_text(self, changes: Changes) -> str:
        """What the toast says."""
        del changes
        return _("Tillfället är sparat.")


class CourseForm(FormPage):
    """Changes a course."""

    def __init__(self, context: PageContext, services: Services, course: CourseView) -> None:
        super().__init__(context, COURSE_FORM, title=course.title, draft_key=str(course.id))
        self._services, self._course = services, course
        self.form.set_values(asdict(course))
        self.form.mark_saved()

    def submit(self, values: dict[str, object]) -> Changes:
        """Give the command to the service."""
        command = command_of(CourseFields, values)
        return self._services.training.edit_course(self._course.id, self._course.version, command)

    def done_text(self, changes: Changes) -> str:
        """What the toast says."""
        del changes
        return _("Kursen är sparad.")
