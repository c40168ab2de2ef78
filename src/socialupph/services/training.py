"""Courses and the sessions they are given as."""

import datetime as dt
from collections.abc import Sequence

from socialupph.domain.changes import Changes
from socialupph.domain.commands.training import CourseFields, SessionDayFields, SessionFields
from socialupph.domain.errors import NotFound, RuleViolation
from socialupph.domain.kinds import SessionStatus
from socialupph.domain.views.training import CourseView, SessionRow, SessionView
from socialupph.persistence.codes import next_code
from socialupph.persistence.database import Work
from socialupph.persistence.queries import training as queries
from socialupph.persistence.queries.lists import ListSource
from socialupph.persistence.records import CourseRecord, SessionDayRecord, SessionRecord
from socialupph.services.base import ListService, current, fill, required, void


class Training(ListService[SessionRow]):
    """Commands and queries of courses and sessions; the people are in ``sign_ups``."""

    def _source(self) -> ListSource[SessionRow]:
        return queries.source(self._context.clock.today())

    def view(self, session_id: int) -> SessionView:
        """A session opened, with seats and reserve list as they stand today; NotFound when there is none."""
        with self._context.database.read() as session:
            found = queries.view(session, session_id, self._context.clock.today())
        if found is None:
            raise NotFound("record.gone", {"id": session_id})
        return found

    def courses(self) -> tuple[CourseView, ...]:
        """All courses in Swedish order, void ones last."""
        with self._context.database.read() as session:
            return queries.courses(session)

    def course(self, course_id: int) -> CourseView:
        """A course opened; NotFound when there is none."""
        for course in self.courses():
            if course.id == course_id:
                return course
        raise NotFound("record.gone", {"id": course_id})

    def register_course(self, command: CourseFields) -> Changes:
        """Register a course. RuleViolation ``field.missing`` for its title."""
        with self._context.database.write("course.register") as work:
            record = CourseRecord()
            _fill_course(record, command)
            work.session.add(record)
        return work.changes

    def edit_course(self, course_id: int, version: int, command: CourseFields) -> Changes:
        """Change a course that was read as ``version``."""
        with self._context.database.write("course.edit") as work:
            _fill_course(current(work, CourseRecord, course_id, version), command)
        return work.changes

    def void_course(self, course_id: int, version: int, reason: str) -> Changes:
        """Void a course that should never have been registered."""
        return void(self._context, CourseRecord, course_id, version, reason)

    def register(self, command: SessionFields) -> Changes:
        """Register a session, open for sign-ups. RuleViolation ``session.*`` for days or numbers that cannot be."""
        with self._context.database.write("session.register") as work:
            record = SessionRecord(code=next_code(work.session, "S", 4), status=SessionStatus.OPEN)
            _fill_session(work, record, command)
            work.session.add(record)
            work.session.flush()
            _set_days(work, record, command.days)
            work.subject = record.code
        return work.changes

    def edit(self, session_id: int, version: int, command: SessionFields) -> Changes:
        """Change a session that was read as ``version``. Seats that are taken stay taken, also above a lower capacity."""
        with self._context.database.write("session.edit") as work:
            record = current(work, SessionRecord, session_id, version)
            _fill_session(work, record, command)
            _set_days(work, record, command.days)
            work.subject = record.code
        return work.changes

    def cancel(self, session_id: int, version: int) -> Changes:
        """Cancel a session. Those who signed up stay on it, so that they can be told."""
        return self._set_status(session_id, version, SessionStatus.CANCELLED)

    def reopen(self, session_id: int, version: int) -> Changes:
        """Take back that a session was cancelled, or open a planned one for sign-ups."""
        return self._set_status(session_id, version, SessionStatus.OPEN)

    def plan(self, session_id: int, version: int) -> Changes:
        """Put a session back to planned: not yet open for sign-ups."""
        return self._set_status(session_id, version, SessionStatus.PLANNED)

    def void(self, session_id: int, version: int, reason: str) -> Changes:
        """Void a session that should never have been registered."""
        return void(self._context, SessionRecord, session_id, version, reason)

    def _set_status(self, session_id: int, version: int, status: SessionStatus) -> Changes:
        with self._context.database.write(f"session.{status}") as work:
            record = current(work, SessionRecord, session_id, version)
            record.status = status
            work.subject = record.code
        return work.changes


def _fill_course(record: CourseRecord, command: CourseFields) -> None:
    fill(record, command, leave={"title"})
    record.title = required(command.title, "title")


def _fill_session(work: Work, record: SessionRecord, command: SessionFields) -> None:
    current(work, CourseRecord, command.course_id)
    last_sign_up_on = _checked_last_day(command)
    fill(record, command, leave={"days", "last_sign_up_on", "winners_first", "goes_first_until"})
    record.last_sign_up_on = last_sign_up_on
    first_until = command.goes_first_until or last_sign_up_on
    record.goes_first_until = first_until if command.winners_first else None


def _checked_last_day(command: SessionFields) -> dt.date:
    """The last sign-up day, when nothing is wrong. RuleViolation for what cannot be, at the field that has to change."""
    if not command.days:
        raise RuleViolation("session.day_missing", "days")
    if len({day.held_on for day in command.days}) < len(command.days):
        raise RuleViolation("session.day_twice", "days")
    if any(day.ends_at <= day.starts_at for day in command.days):
        raise RuleViolation("session.ends_before_start", "days")
    if command.capacity < 1:
        raise RuleViolation("session.capacity", "capacity")
    if command.least_number is not None and not 0 <= command.least_number <= command.capacity:
        raise RuleViolation("session.least_number", "least_number", {"capacity": command.capacity})
    if command.last_sign_up_on is None:
        raise RuleViolation("field.missing", "last_sign_up_on")
    if command.last_sign_up_on > min(day.held_on for day in command.days):
        raise RuleViolation("session.sign_up_after_start", "last_sign_up_on")
    if command.winners_first and command.goes_first_until and command.goes_first_until > command.last_sign_up_on:
        raise RuleViolation("session.first_after_last_day", "goes_first_until")
    return command.last_sign_up_on


def _set_days(work: Work, record: SessionRecord, wanted: Sequence[SessionDayFields]) -> None:
    """Bring the days in step; a day that has attendance ticks can change its times but not go."""
    present = {day.held_on: day for day in queries.days(work.session, record.id)}
    for fields in sorted(wanted, key=lambda day: day.held_on):
        day = present.pop(fields.held_on, None)
        if day is None:
            day = SessionDayRecord(session_id=record.id, held_on=fields.held_on)
            work.session.add(day)
        day.starts_at, day.ends_at = fields.starts_at, fields.ends_at
    for gone in present.values():
        if queries.has_attendance(work.session, gone.id):
            raise RuleViolation("session.day_has_attendance", "days", {"day": gone.held_on.isoformat()})
        work.session.delete(gone)
