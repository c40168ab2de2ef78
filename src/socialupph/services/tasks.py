"""Anything with a date that no other register has."""

import datetime as dt

from socialupph.domain.changes import Changes
from socialupph.domain.commands.tasks import TaskFields
from socialupph.domain.errors import NotFound, RuleViolation
from socialupph.domain.views.tasks import TaskRow
from socialupph.persistence.queries import tasks as queries
from socialupph.persistence.queries.lists import ListSource
from socialupph.persistence.records import TaskRecord
from socialupph.services.base import ListService, current, fill, required, void


class Tasks(ListService[TaskRow]):
    """Commands and queries of tasks."""

    def _source(self) -> ListSource[TaskRow]:
        return queries.source()

    def view(self, task_id: int) -> TaskRow:
        """A task opened; NotFound when there is none."""
        for row in self.rows([task_id]):
            return row
        raise NotFound("record.gone", {"id": task_id})

    def register(self, command: TaskFields) -> Changes:
        """Register a task. RuleViolation ``field.missing`` for its title or day."""
        with self._context.database.write("task.register") as work:
            record = TaskRecord()
            _fill(record, command)
            work.session.add(record)
        return work.changes

    def edit(self, task_id: int, version: int, command: TaskFields) -> Changes:
        """Change a task that was read as ``version``."""
        with self._context.database.write("task.edit") as work:
            _fill(current(work, TaskRecord, task_id, version), command)
        return work.changes

    def done(self, task_id: int, version: int, on: dt.date | None = None) -> Changes:
        """Mark a task as done, today when no day is given."""
        with self._context.database.write("task.done") as work:
            current(work, TaskRecord, task_id, version).done_on = on or self._context.clock.today()
        return work.changes

    def reopen(self, task_id: int, version: int) -> Changes:
        """Take back that a task was done."""
        with self._context.database.write("task.reopen") as work:
            current(work, TaskRecord, task_id, version).done_on = None
        return work.changes

    def move(self, task_id: int, version: int, due_on: dt.date) -> Changes:
        """Give a task another day."""
        with self._context.database.write("task.move") as work:
            current(work, TaskRecord, task_id, version).due_on = due_on
        return work.changes

    def void(self, task_id: int, version: int, reason: str) -> Changes:
        """Void a task that should never have been there."""
        return void(self._context, TaskRecord, task_id, version, reason)


def _fill(record: TaskRecord, command: TaskFields) -> None:
    if command.due_on is None:
        raise RuleViolation("field.missing", "due_on")
    if (command.about is None) != (command.about_id is None):
        raise RuleViolation("task.about_half", "about")
    fill(record, command, leave={"title"})
    record.title = required(command.title, "title")
