"""Which course and session a row means, and who takes part."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from socialupph.domain.alike import person_words
from socialupph.domain.changes import Entity
from socialupph.domain.sign_ups import TAKES_SEAT
from socialupph.domain.values import email_key, name_key
from socialupph.domain.views.register_sheets import Doubt
from socialupph.persistence.queries.register_sheets import Row
from socialupph.services.register_sheet_entries import Entry, Turn, later, line
from socialupph.services.register_sheet_indexes import Alike, Index
from socialupph.services.register_sheet_questions import Asking, Questions, Reply, choice_of, choices_of


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a session that the batch adds."""

    held_on: dt.date
    starts_at: dt.time
    ends_at: dt.time


class Courses(Index):
    """Courses by title. One whose title looks alike may be the same: that is asked."""

    def __init__(self, rows: Iterable[Row], questions: Questions) -> None:
        super().__init__(Entity.COURSE, rows)
        self._questions = questions
        self._by_title: dict[str, Entry] = {}
        self._titles = Alike(person_words)
        for entry in self.by_id.values():
            if not entry.is_void:
                self._add(entry.stored["title"], entry)

    def _add(self, title: str, entry: Entry) -> None:
        self._by_title.setdefault(name_key(title), entry)
        self._titles.add(title, entry)

    def find(self, turn: Turn, title: str) -> Entry | None:
        """The course of that title, made when there is none; None while it is asked."""
        title = line(title)
        known = self._by_title.get(name_key(title))
        if known is not None:
            return known
        near = self._titles.near(title)
        if not near:
            return self._make(turn, title)
        asking = Asking(self.entity, Doubt.MAYBE, title, (name_key(title),), choices_of(near), may_be_new=True)
        answer = self._questions.ask(turn, asking, self.by_token, "course")
        if answer is Reply.MAKE:
            entry = self._make(turn, title)
            turn.then(later(self._questions.made, asking, entry))
            return entry
        return answer if isinstance(answer, Entry) else None

    def _make(self, turn: Turn, title: str) -> Entry:
        entry = self.new(name_key(title))
        entry.said["title"] = title

        def adopt() -> None:
            self.add(entry)
            self._add(title, entry)

        turn.make(entry, adopt, counts=False)
        return entry


class Sessions(Index):
    """Sessions by code, else by course and first day, at the same place where both say one."""

    def __init__(self, rows: Iterable[Row], days: Iterable[Row], courses: Courses) -> None:
        super().__init__(Entity.SESSION, rows)
        self._by_code: dict[str, Entry] = {}
        self._by_day: dict[tuple[Entry, dt.date], list[Entry]] = {}
        self.days: dict[Entry, dict[dt.date, int | Day]] = {}
        for row in days:
            self.days.setdefault(self.by_id[row["session_id"]], {})[row["held_on"]] = row["id"]
        for entry in self.by_id.values():
            self._by_code[name_key(entry.stored["code"])] = entry
            course = courses.by_id[entry.stored["course_id"]]
            if not entry.is_void and entry in self.days:
                self._by_day.setdefault((course, self.first_day(entry)), []).append(entry)

    def first_day(self, entry: Entry) -> dt.date:
        """The first day of a session."""
        return min(self.days[entry])

    def last_day(self, entry: Entry) -> dt.date:
        """The last day of a session."""
        return max(self.days[entry])

    def by_word(self, word: str) -> Entry | None:
        """The session with this code of ours."""
        return self._by_code.get(name_key(word))

    def find(self, course: Entry, day: dt.date, venue: str) -> Entry | None:
        """The session of a course that began on a day; of several the one at the same place."""
        found = self._by_day.get((course, day), [])
        here = [
            one for one in found if not (venue and one.get("venue")) or name_key(one.get("venue")) == name_key(venue)
        ]
        return here[0] if here else None

    def make(self, turn: Turn, course: Entry, days: Iterable[Day], venue: str) -> Entry:
        """A new session, found by later rows once this row stands."""
        by_day: dict[dt.date, int | Day] = {day.held_on: day for day in days}
        entry = self.new(f"{course.token} {min(by_day)} {name_key(venue)}")
        entry.said.update({"course_id": course, "venue": venue or None, "capacity": 0})
        self.days[entry] = by_day

        def adopt() -> None:
            self.add(entry)
            self._by_day.setdefault((course, self.first_day(entry)), []).append(entry)

        turn.make(entry, adopt, counts=False)
        return entry


Load = Callable[[int], tuple[list[Row], list[Row]]]
"""Reads the sign-ups of a session and who was there on which day."""


class SignUps(Index):
    """Who takes part in the sessions that the batch is about; read a session at a time."""

    def __init__(self, load: Load, questions: Questions) -> None:
        super().__init__(Entity.SIGN_UP, ())
        self._load, self._questions = load, questions
        self._of: dict[Entry, list[Entry]] = {}
        self.noted: dict[Entry, dict[int, Row]] = {}
        self.ticks: dict[Entry, dict[dt.date, bool]] = {}

    def of(self, session: Entry) -> list[Entry]:
        """Everybody of a session, those of the batch too."""
        if session not in self._of:
            rows, notes = self._load(session.id) if session.id else ([], [])
            self._of[session] = [Entry(self.entity, row["id"], row) for row in rows]
            self.by_id.update({one.id: one for one in self._of[session]})
            for note in notes:
                self.noted.setdefault(self.by_id[note["sign_up_id"]], {})[note["session_day_id"]] = note
        return self._of[session]

    def taken(self, session: Entry) -> int:
        """How many seats are taken."""
        return sum(one.get("status") in TAKES_SEAT for one in self.of(session))

    def find(self, turn: Turn, session: Entry, name: str, email: str, contact: Entry | None) -> Entry | Reply:
        """Who on the session the row means; ``Reply.MAKE`` for somebody new.

        The same contact, or the same name without another e-mail, is the same person. The same name with another e-mail, or the same
        e-mail with another name, is asked: several people share an address, and several a name.
        """
        here = self.of(session)
        if contact is not None:
            linked = [one for one in here if one.refers_to("contact_id", contact)]
            if linked:
                return linked[0]
        name_is, email_is = name_key(name), email_key(email)
        same = [one for one in here if name_key(one.get("name") or "") == name_is and not one.is_protected]
        sure = [one for one in same if not (email_is and one.get("email")) or email_key(one.get("email")) == email_is]
        if sure:
            return sure[0]
        maybe = dict.fromkeys(same)
        for one in here:
            if (email_is and email_key(one.get("email") or "") == email_is) or name_key(one.get("name")) == name_is:
                maybe[one] = None
        if not maybe:
            return Reply.MAKE
        asking = Asking(
            self.entity,
            Doubt.MAYBE,
            name,
            (session.code or session.identity, name_is, email_is),
            tuple(choice_of(one, one.get("organisation") or "") for one in maybe),
            may_be_new=True,
        )
        answer = self._questions.ask(turn, asking, self.by_token, "name")
        if answer is Reply.MAKE:
            turn.then(later(self._remember, turn, asking))
        return answer

    def _remember(self, turn: Turn, asking: Asking) -> None:
        if turn.subject is not None:
            self._questions.made(asking, turn.subject)

    def join(self, session: Entry, entry: Entry) -> None:
        """Somebody new takes part."""
        self.add(entry)
        self.of(session).append(entry)
