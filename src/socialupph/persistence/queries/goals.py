"""Goals, by year."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from socialupph.domain.views.goals import GoalView
from socialupph.persistence.records import GoalRecord


def goals(session: Session, year: int | None = None) -> tuple[GoalView, ...]:
    """The goals of a year, or all of them, the latest year first."""
    query = select(GoalRecord).order_by(GoalRecord.year.desc(), GoalRecord.id)
    if year is not None:
        query = query.where(GoalRecord.year == year)
    return tuple(
        GoalView(goal.id, goal.version, goal.year, goal.measure, goal.target) for goal in session.scalars(query)
    )
