"""Ticking who was there, and erasing what was noted for the day."""

from collections.abc import Sequence

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from socialupph.domain.changes import Entity, RecordRef
from socialupph.domain.commands.training import AttendanceTick
from socialupph.domain.errors import NotFound
from socialupph.persistence.records import AttendanceRecord, DraftRecord, HistoryRecord, SessionDayRecord, SignUpRecord


def tick(
    session: Session, session_id: int, ticks: Sequence[AttendanceTick]
) -> list[tuple[SignUpRecord, tuple[bool, ...]]]:
    """Store the ticks; gives each person touched with all notes there now are. NotFound for one of another session."""
    people = {one.id: one for one in session.scalars(select(SignUpRecord).where(SignUpRecord.session_id == session_id))}
    days = set(session.scalars(select(SessionDayRecord.id).where(SessionDayRecord.session_id == session_id)))
    stored = session.scalars(select(AttendanceRecord).where(AttendanceRecord.session_day_id.in_(days)))
    notes = {(note.sign_up_id, note.session_day_id): note for note in stored}
    for one in ticks:
        if one.sign_up_id not in people or one.day_id not in days:
            raise NotFound("record.gone", {"id": one.sign_up_id})
        key = (one.sign_up_id, one.day_id)
        note = notes.get(key)
        if one.present is None:
            if note is not None:
                session.delete(notes.pop(key))
        elif note is None:
            notes[key] = AttendanceRecord(sign_up_id=one.sign_up_id, session_day_id=one.day_id, present=one.present)
            session.add(notes[key])
        else:
            note.present = one.present
    return [
        (people[number], tuple(note.present for (person, _day), note in notes.items() if person == number))
        for number in sorted({one.sign_up_id for one in ticks})
    ]


_KEY = "$.needs"


def erase_needs(session: Session, session_id: int) -> list[RecordRef]:
    """Take the needs for the day away from a session's sign-ups, from their history and from drafts."""
    every = list(session.scalars(select(SignUpRecord.id).where(SignUpRecord.session_id == session_id)))
    having = list(
        session.scalars(select(SignUpRecord.id).where(SignUpRecord.id.in_(every), SignUpRecord.needs.is_not(None)))
    )
    session.execute(
        update(SignUpRecord)
        .where(SignUpRecord.id.in_(having))
        .values(needs=None, version=SignUpRecord.version + 1)
        .execution_options(synchronize_session=False)
    )
    told = (HistoryRecord.table_name == SignUpRecord.__tablename__, HistoryRecord.row_id.in_(every))
    for column in (HistoryRecord.before, HistoryRecord.after):
        session.execute(
            update(HistoryRecord)
            .where(*told, func.json_type(column, _KEY).is_not(None))
            .values({column: func.json_remove(column, _KEY)})
            .execution_options(synchronize_session=False)
        )
    session.execute(delete(DraftRecord).where(DraftRecord.form.contains("sign_up", autoescape=True)))
    return [RecordRef(Entity.SIGN_UP, number) for number in having]
