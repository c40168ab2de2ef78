"""Tasks: the list, with the code of the record each is about."""

from sqlalchemy import ColumnElement, RowMapping, case, exists, func, or_, select

from socialupph.domain.changes import Entity
from socialupph.domain.views.tasks import TaskRow
from socialupph.persistence.queries.lists import ListSource
from socialupph.persistence.queries.search import CODED
from socialupph.persistence.records import (
    CandidateRecord,
    ContactRecord,
    DeviationRecord,
    FollowUpRecord,
    MatchRecord,
    PlacementRecord,
    SignUpRecord,
    TaskRecord,
)

Task = TaskRecord

OPEN, DONE = "open", "done"


def about_code() -> ColumnElement[str]:
    """The code of the record a task is about; empty where it has none."""
    return func.coalesce(
        *(
            select(record.code)
            .where(Task.about == entity, record.id == Task.about_id)
            .correlate(Task)
            .scalar_subquery()
            for entity, record in CODED.items()
        ),
        "",
    )


def about_protected() -> ColumnElement[bool]:
    """Whether a task is about a protected person, so that what it says is told in the opened record only."""
    placed = PlacementRecord.candidate_id == CandidateRecord.id
    ways = {
        Entity.CANDIDATE: CandidateRecord.id == Task.about_id,
        Entity.PLACEMENT: exists().where(placed, PlacementRecord.id == Task.about_id),
        Entity.FOLLOW_UP: exists().where(
            placed, FollowUpRecord.placement_id == PlacementRecord.id, FollowUpRecord.id == Task.about_id
        ),
        Entity.DEVIATION: exists().where(
            placed, DeviationRecord.placement_id == PlacementRecord.id, DeviationRecord.id == Task.about_id
        ),
        Entity.MATCH: exists().where(MatchRecord.candidate_id == CandidateRecord.id, MatchRecord.id == Task.about_id),
    }
    return or_(
        *((Task.about == entity) & exists().where(CandidateRecord.protected, way) for entity, way in ways.items()),
        (Task.about == Entity.CONTACT) & exists().where(ContactRecord.protected, ContactRecord.id == Task.about_id),
        (Task.about == Entity.SIGN_UP) & exists().where(SignUpRecord.protected, SignUpRecord.id == Task.about_id),
    )


def source() -> ListSource[TaskRow]:
    """All tasks that are not void; the filter ``state`` tells what is left from what is done."""
    title = case((about_protected(), ""), else_=Task.title)
    note = case((about_protected(), ""), else_=func.coalesce(Task.note, ""))
    return ListSource(
        id=Task.id,
        tables=Task.__table__,
        columns={
            "version": Task.version,
            "title": title,
            "due_on": Task.due_on,
            "done_on": Task.done_on,
            "about": Task.about,
            "about_id": Task.about_id,
            "about_code": about_code(),
            "note": note,
            "state": case((Task.done_on.is_(None), OPEN), else_=DONE),
            "voided": Task.voided_on.is_not(None),
        },
        build=_row,
        filters={"state": _state},
        base=(Task.voided_on.is_(None),),
        search=((Entity.TASK, Task.id),),
    )


def _state(chosen: tuple[str, ...]) -> ColumnElement[bool]:
    return case((Task.done_on.is_(None), OPEN), else_=DONE).in_(chosen)


def _row(row: RowMapping, show_names: bool) -> TaskRow:
    del show_names
    return TaskRow(
        id=row["_id"],
        version=row["version"],
        title=row["title"],
        due_on=row["due_on"],
        done_on=row["done_on"],
        about=row["about"],
        about_id=row["about_id"],
        about_code=row["about_code"],
        note=row["note"],
        voided=bool(row["voided"]),
    )
