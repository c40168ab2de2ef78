"""What a sheet of courses that were held would do: sessions with their days, and who took part."""

import datetime as dt
from collections.abc import Sequence

from socialupph.domain.commands.register_sheets import ContactCells, CourseRow
from socialupph.domain.kinds import ContactRole, SessionStatus, SignUpChannel
from socialupph.domain.sign_ups import SignUpStatus
from socialupph.domain.values import email_key, name_key
from socialupph.services.register_sheet_batch import Batch, Planned
from socialupph.services.register_sheet_entries import Entry, Loosely, Turn, later, line
from socialupph.services.register_sheet_held import Day
from socialupph.services.register_sheet_questions import Reply
from socialupph.services.register_sheet_suppliers import contact_email

USUAL_START, USUAL_END = dt.time(9), dt.time(16)
"""The times of a day that the sheet tells no times of; that is said."""

_TRAINS = ("handled", "mentor", "supervis", "tutor")
"""A course with one of these in its title counts as training for supervisors."""


def plan_courses(batch: Batch, planned: Planned, rows: Sequence[CourseRow]) -> None:
    """Participants of sessions: a session is known by course and first day, a participant by name or e-mail."""
    for turn, row in batch.rows(planned, rows):
        turn.title = line(row.name) or line(row.course) or line(row.session)
        if turn.stands:
            _Participant(batch, turn, row).plan()
        batch.finish(turn)


class _Participant:
    """One row: the session it names and, where there is a name, the one who took part."""

    def __init__(self, batch: Batch, turn: Turn, row: CourseRow) -> None:
        self.batch, self.turn, self.row = batch, turn, row

    def plan(self) -> None:
        """The session, made where there is none, and the participant."""
        row, turn = self.row, self.turn
        session = self._session()
        if session is None or not turn.stands:
            return
        turn.about = session
        self._say_session(session)
        if not (line(row.name) or line(row.email)):
            turn.subject = session
            if turn.makes(session):
                turn.make(session, _nothing)
            return
        if not line(row.name):
            turn.error("participant_no_name", "name")
        elif row.attended is not None and self.batch.sessions.last_day(session) > self.batch.today:
            turn.error("attended_ahead", "attended", end=self.batch.sessions.last_day(session).isoformat())
        else:
            self._participant(session)

    # ---------------------------------------------------------------- the session

    def _session(self) -> Entry | None:
        row, turn, sessions = self.row, self.turn, self.batch.sessions
        known = sessions.by_word(row.session) or sessions.by_word(row.course)
        if known is not None:
            if known.is_void:
                turn.error("void", "session", value=known.code)
                return None
            return known
        title = line(row.course) or line(row.session)
        if not title:
            turn.error("course_no_title", "course")
        if not row.days:
            turn.error("course_no_date", "days")
        if not turn.stands:
            return None
        course = self.batch.courses.find(turn, title)
        if course is None:
            return None
        found = sessions.find(course, min(row.days), line(row.venue))
        return found or self._new_session(course)

    def _new_session(self, course: Entry) -> Entry | None:
        row, turn = self.row, self.turn
        starts = row.starts_at or USUAL_START
        ends = row.ends_at or (USUAL_END if starts < USUAL_END else dt.time(23, 59))
        if ends <= starts:
            turn.error("session_ends_before_start", "ends_at", start=f"{starts:%H:%M}", end=f"{ends:%H:%M}")
            return None
        if row.starts_at is None or row.ends_at is None:
            turn.warn("warn_times", "starts_at", start=f"{starts:%H:%M}", end=f"{ends:%H:%M}")
        if turn.makes(course):
            title = course.said["title"]
            trains = any(word in name_key(title) for word in _TRAINS)
            course.said["gives_supervisor_training"] = trains
            if not trains:
                turn.warn("warn_no_supervisor_training", "course", value=title)
        session = self.batch.sessions.make(turn, course, [Day(day, starts, ends) for day in row.days], line(row.venue))
        over = max(row.days) < self.batch.today
        session.said.update(
            {
                "last_sign_up_on": min(row.days),
                "status": SessionStatus.HELD if over else SessionStatus.OPEN,
                "capacity": row.capacity or 0,
            }
        )
        title = line(row.session)
        if title and name_key(title) != name_key(course.get("title")):
            session.said["title"] = title
        return session

    def _say_session(self, session: Entry) -> None:
        turn, row = self.turn, self.row
        turn.say(session, "venue", "venue", line(row.venue), same=Loosely.NAME)
        turn.say(session, "trainers", "trainers", line(row.trainers), same=Loosely.NAME)
        if row.capacity is not None and row.capacity > (session.get("capacity") or 0):
            turn.say(session, "capacity", "capacity", row.capacity)
        days = self.batch.sessions.days[session]
        more = [day for day in row.days if day not in days]
        if not more:
            return
        start, end = row.starts_at or USUAL_START, row.ends_at or USUAL_END
        if end <= start:
            turn.error("session_ends_before_start", "ends_at", start=f"{start:%H:%M}", end=f"{end:%H:%M}")
            return
        for day in more:
            turn.then(later(days.__setitem__, day, Day(day, start, end)))
        turn.tell("days", "", ", ".join(day.isoformat() for day in more))

    # ---------------------------------------------------------------- the participant

    def _participant(self, session: Entry) -> None:
        row, turn, batch = self.row, self.turn, self.batch
        name, email = line(row.name), contact_email(row.email)
        supplier, contact = self._comes_from(name, email)
        if not turn.stands:
            return
        found = batch.sign_ups.find(turn, session, name, email, contact)
        if found is Reply.MAKE:
            entry = self._new(session, name, supplier, contact)
        elif isinstance(found, Entry):
            entry = found
        else:
            return
        turn.subject = entry
        turn.is_masked = entry.is_protected
        if entry.is_protected:
            turn.title = entry.get("alias") or ""
        organisation = line(row.organisation) or (supplier.get("name") if supplier is not None else "")
        turn.say(entry, "organisation", "organisation", organisation, same=Loosely.NAME)
        turn.say(entry, "email", "email", email, same=Loosely.NAME)
        turn.say(entry, "phone", "phone", line(row.phone), same=Loosely.PHONE)
        turn.say(entry, "supplier", "supplier_id", supplier, ("", _name(supplier)))
        turn.say(entry, "contact", "contact_id", contact, ("", _name(contact)))
        turn.say(entry, "certificate_number", "certificate_number", line(row.certificate_number))
        turn.say(entry, "certificate_on", "certificate_on", row.certificate_on)
        self._say_status(session, entry, contact)

    def _comes_from(self, name: str, email: str) -> tuple[Entry | None, Entry | None]:
        """The supplier and its contact, as far as they are known: a contact by name there, else by an address nobody shares."""
        row, turn, contacts = self.row, self.turn, self.batch.contacts
        cells = ContactCells(name, None, row.phone, email)
        supplier = self.batch.suppliers.known(turn, row.organisation, row.org_number, "organisation")
        if supplier is not None:
            return supplier, contacts.find(
                turn, supplier, cells, field="contact", role=ContactRole.SUPERVISOR, makes=False
            )
        named = [one for one in contacts.by_email(email) if name_key(one.get("name") or "") == name_key(name)]
        if len(named) != 1 or named[0].is_protected or line(row.organisation):
            return None, None
        supplier_id = named[0].get("supplier_id")
        return (supplier_id if isinstance(supplier_id, Entry) else self.batch.suppliers.live(supplier_id)), named[0]

    def _new(self, session: Entry, name: str, supplier: Entry | None, contact: Entry | None) -> Entry:
        batch, first = self.batch, self.batch.sessions.first_day(session)
        entry = batch.sign_ups.new(f"{session.token} {name_key(name)} {email_key(self.row.email)} {self.turn.row}")
        received = dt.datetime.combine(min(first, batch.today), dt.time(6), tzinfo=dt.UTC)
        entry.said.update(
            {
                "session_id": session,
                "name": name,
                "channel": SignUpChannel.IMPORT,
                "received_at": received + dt.timedelta(seconds=len(batch.sign_ups.of(session))),
                "status": self._first_status(session),
            }
        )
        if supplier is not None:
            entry.said["contract_id"] = batch.contracts.right_of(supplier, first)
        if contact is not None and contact.is_protected:
            entry.said.update({"protected": True, "alias": contact.get("alias")})
        self.turn.make(entry, later(batch.sign_ups.join, session, entry))
        return entry

    def _first_status(self, session: Entry) -> SignUpStatus:
        """Of a session that is over nobody waits; of one that is to come those who find no seat do."""
        if self.batch.sessions.last_day(session) < self.batch.today:
            return SignUpStatus.NO_RECORD
        full = self.batch.sign_ups.taken(session) >= (session.get("capacity") or 0)
        limited = self.row.capacity is not None or not session.is_new
        return SignUpStatus.WAITING if limited and full else SignUpStatus.SIGNED_UP

    def _say_status(self, session: Entry, entry: Entry, contact: Entry | None) -> None:
        turn, attended = self.turn, self.row.attended
        if attended is not None:
            status = SignUpStatus.ATTENDED if attended else SignUpStatus.ABSENT
            by_day = self._by_day(session, entry, status)
            turn.say(entry, "attended", "status", status)
            if by_day:
                turn.then(later(self.batch.sign_ups.ticks.__setitem__, entry, by_day))
        if attended and contact is not None and self._trains(session):
            turn.then(later(self.batch.trained.add, contact))
        turn.then(later(self._make_room, session))

    def _by_day(self, session: Entry, entry: Entry, status: SignUpStatus) -> dict[dt.date, bool]:
        """Who was there on which day, where that is news: told by day, or all days alike for somebody whose status changes."""
        told = dict(self.row.attended_on)
        if not entry.stored:
            return told or dict.fromkeys(self.batch.sessions.days[session], status is SignUpStatus.ATTENDED)
        numbers = self.batch.sessions.days[session]
        noted = {note["session_day_id"]: note["present"] for note in self.batch.sign_ups.noted.get(entry, {}).values()}
        news = {day: there for day, there in told.items() if noted.get(numbers.get(day)) is not there}
        for day, there in news.items():
            self.turn.tell("attended_on", "", f"{day.isoformat()} {'+' if there else '-'}")
        if told or entry.stored["status"] is status:
            return news
        return dict.fromkeys(numbers, status is SignUpStatus.ATTENDED)

    def _trains(self, session: Entry) -> bool:
        course = session.get("course_id")
        course = course if isinstance(course, Entry) else self.batch.courses.by_id[course]
        return bool(course.get("gives_supervisor_training"))

    def _make_room(self, session: Entry) -> None:
        """A session has at least as many seats as it had participants."""
        taken, before = self.batch.sign_ups.taken(session), session.get("capacity") or 0
        if taken > before:
            session.said["capacity"] = taken
            if not session.is_new:
                self.turn.tell("capacity", str(before), str(taken))


def _name(entry: Entry | None) -> str:
    return "" if entry is None or entry.is_protected else entry.get("name") or ""


def _nothing() -> None:
    """The session is found by later rows already."""
