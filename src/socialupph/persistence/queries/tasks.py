"""Tasks: the list, with the code of the record each is about."""

from sqlalchemy import ColumnElement, RowMapping, case, func, select

from socialupph.domain.changes import Entity
from socialupph.domain.views.tasks import TaskRow
from socialupph.persistence.queries.lists import ListSource
from socialupph.persistence.queries.search import CODED
from socialupph.persistence.records import TaskRecord

Task = TaskRecord

OPEN, DONE = "open", "done"


def source() -> ListSource[TaskRow]:
    """All tasks that are not void; the filter ``state`` tells what is left from what is done."""
    about = func.coalesce(
        *(
            select(record.code).where(Task.about == entity, record.id == Task.about_id).correlate(Task).scalar_subquery()
            for entity, record in CODED.items()
        ),
        "",
    )
    return ListSource(
        id=Task.id,
        tables=Task.__table__,
        columns={
            "version": Task.version,
            "title": Task.title,
            "due_on": Task.due_on,
            "done_on": Task.done_on,
            "about": Task.about,
            "about_id": Task.about_id,
            "about_code": about,
            "note": func.coalesce(Task.note, ""),
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
