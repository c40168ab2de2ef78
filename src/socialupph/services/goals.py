"""The goals of a year."""

from socialupph.domain.changes import Changes
from socialupph.domain.commands.goals import GoalFields
from socialupph.domain.errors import RuleViolation
from socialupph.domain.views.goals import GoalView
from socialupph.persistence.database import Work
from socialupph.persistence.queries import goals as queries
from socialupph.persistence.records import GoalRecord
from socialupph.services.base import Context, current, required


class Goals:
    """Commands and queries of goals."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def of(self, year: int | None = None) -> tuple[GoalView, ...]:
        """The goals of a year, or all of them, the latest year first."""
        with self._context.database.read() as session:
            return queries.goals(session, year)

    def register(self, command: GoalFields) -> Changes:
        """Register a goal. RuleViolation ``goal.*`` for a year or target that cannot be, or a measure twice in a year."""
        with self._context.database.write("goal.register") as work:
            record = GoalRecord()
            _fill(work, record, command)
            work.session.add(record)
        return work.changes

    def edit(self, goal_id: int, version: int, command: GoalFields) -> Changes:
        """Change a goal that was read as ``version``."""
        with self._context.database.write("goal.edit") as work:
            _fill(work, current(work, GoalRecord, goal_id, version), command)
        return work.changes

    def remove(self, goal_id: int, version: int) -> Changes:
        """Take a goal away."""
        with self._context.database.write("goal.remove") as work:
            work.session.delete(current(work, GoalRecord, goal_id, version))
        return work.changes


def _fill(work: Work, record: GoalRecord, command: GoalFields) -> None:
    measure = required(command.measure, "measure")
    if not 2000 <= command.year <= 2100:
        raise RuleViolation("goal.year", "year")
    if command.target <= 0:
        raise RuleViolation("goal.target", "target")
    with work.session.no_autoflush:
        others = [goal for goal in queries.goals(work.session, command.year) if goal.id != record.id]
    if any(goal.measure.casefold() == measure.casefold() for goal in others):
        raise RuleViolation("goal.taken", "measure", {"year": command.year})
    record.year, record.measure, record.target = command.year, measure, command.target
