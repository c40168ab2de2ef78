"""What is due, read without SQLAlchemy, so that *Idag* is filled before that is read.

The SQL is made from ``queries/today`` and ``queries/today_training`` beforehand and stands in ``due_sql``; a test tells when it is
no longer theirs.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from socialupph.domain.changes import Entity, RecordRef
from socialupph.domain.clock import WorkCalendar
from socialupph.domain.deadlines import DeadlineKind, bucket, days_late, deadline, needs_erasure_due
from socialupph.domain.follow_ups import FollowUpKind
from socialupph.domain.privacy import PersonFacts, PersonKind, Place, shown_person
from socialupph.domain.views.today import ACTIONS, DeadlineView, UnfinishedContract
from socialupph.persistence import due_sql, people_rows

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Until:
    """Which deadlines are wanted: as seen on ``today``, with a due day no later than ``last``.

    Needs noted for a day of training are to be erased ``needs_days`` after it.
    """

    today: dt.date
    last: dt.date
    calendar: WorkCalendar
    needs_days: int

    def view(self, kind: DeadlineKind, row: Row, target: RecordRef, **shown: Any) -> DeadlineView:
        """The row as *Idag* shows it, late or not as the rule says."""
        one = deadline(kind, row["due"], self.calendar, target.entity, target.id, code=row["code"] or "")
        late, group = days_late(one, self.today), bucket(one, self.today)
        return DeadlineView(kind, one.due, one.remind_on, group, late, one.code, ACTIONS[kind], target, **shown)


class Due:
    """Reads from a raw connection, in a transaction that others began."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def deadlines(self, until: Until) -> Iterator[DeadlineView]:
        """Everything with a due day, in no order."""
        yield from self._of_contracts(until)
        yield from self._of_placements(until)
        yield from self._of_follow_ups(until)
        yield from self._of_steps(until)
        yield from self._of_deviations(until)
        yield from self._of_matches(until)
        yield from self._of_tasks(until)
        yield from self.of_training(until)

    def of_training(self, until: Until) -> Iterator[DeadlineView]:
        """What is due from sessions: sign-up, priority, too few, offers of seats, and needs to erase."""
        yield from self._of_sessions(until)
        yield from self._of_seat_offers(until)
        yield from self._of_needs(until)

    def unfinished(self) -> tuple[UnfinishedContract, ...]:
        """Contracts that lack something and so count nowhere, in the order they came."""
        return tuple(
            UnfinishedContract(row["id"], row["code"], row["title"], tuple(name for name in due_sql.LACKS if row[name]))
            for row in self._rows("unfinished")
        )

    def day_of_follow_up(self, count: int) -> dt.date | None:
        """When the follow-up is due before which ``count`` others are; None when there are not so many."""
        return next((row["due"] for row in self._rows("nth_follow_up", {"count": count})), None)

    def _rows(self, name: str, asked: "Until | Mapping[str, object] | None" = None) -> Iterator[Row]:
        """The rows of a statement of ``due_sql``, days as dates."""
        statement = due_sql.STATEMENTS[name]
        asked = _parameters(asked) if isinstance(asked, Until) else asked or {}
        cursor = self._connection.execute(statement.sql, {key: asked[key] for key in statement.parameters})
        names = [column[0] for column in cursor.description]
        for values in cursor.fetchall():
            row = dict(zip(names, values, strict=True))
            for day in statement.days:
                if row[day] is not None:
                    row[day] = dt.date.fromisoformat(row[day])
            yield row

    # ---- one for each kind

    def _of_contracts(self, until: Until) -> Iterator[DeadlineView]:
        """First meeting, first start or offer, report, option notice and end of the contracts that run."""
        for row in self._rows("contracts", until):
            about = (Entity.CONTRACT, row["contract_id"])
            if row["requirement_id"] is not None:
                about = (Entity.REQUIREMENT, row["requirement_id"])
            yield until.view(
                DeadlineKind(row["kind"]),
                row,
                RecordRef(*about),
                title=row["title"],
                organisation=row["organisation"] or "",
                part_id=row["part_id"],
                version=row["version"],
            )

    def _of_placements(self, until: Until) -> Iterator[DeadlineView]:
        """Placements that reach their planned end."""
        for row in self._rows("placements", until):
            yield until.view(DeadlineKind.PLACEMENT_END, row, RecordRef(Entity.PLACEMENT, row["id"]), **_people(row))

    def _of_follow_ups(self, until: Until) -> Iterator[DeadlineView]:
        """Follow-ups that are planned and not held. The code is that of the placement or contract it is of."""
        for row in self._rows("follow_ups", until):
            yield until.view(
                DeadlineKind.FOLLOW_UP,
                row,
                RecordRef(Entity.FOLLOW_UP, row["id"]),
                **_people(row),
                title=row["title"] or "",
                follow_up=FollowUpKind(row["kind"]),
            )

    def _of_steps(self, until: Until) -> Iterator[DeadlineView]:
        """Steps agreed in follow-ups and not done."""
        for row in self._rows("steps", until):
            yield _step(until, DeadlineKind.AGREED_STEP, row, RecordRef(Entity.FOLLOW_UP, row["follow_up_id"]))

    def _of_deviations(self, until: Until) -> Iterator[DeadlineView]:
        """Steps of deviations that are not closed."""
        for row in self._rows("deviations", until):
            yield _step(until, DeadlineKind.CORRECTION_DUE, row, RecordRef(Entity.DEVIATION, row["deviation_id"]))

    def _of_matches(self, until: Until) -> Iterator[DeadlineView]:
        """Offers of a place that wait for an answer. The code is that of the opening."""
        for row in self._rows("matches", until):
            person = people_rows.shown(row, show_names=False)
            linked = person.may_link_workplace
            yield until.view(
                DeadlineKind.MATCH_OFFER,
                {"due": row["due"], "code": row["code"] if linked else ""},
                RecordRef(Entity.MATCH, row["id"]),
                person=person.label,
                title=row["title"] if linked else "",
                organisation=row["_host"] if linked else "",
                part_id=row["id"],
                version=row["version"],
            )

    def _of_tasks(self, until: Until) -> Iterator[DeadlineView]:
        """Tasks that are not done. What a task about a protected person says is not told."""
        for row in self._rows("tasks", until):
            yield until.view(
                DeadlineKind.TASK,
                row,
                RecordRef(Entity.TASK, row["id"]),
                title="" if row["_protected"] else row["title"],
                part_id=row["id"],
                version=row["version"],
            )

    def _of_sessions(self, until: Until) -> Iterator[DeadlineView]:
        """Last sign-up days ahead; too few when that day is here; and the day on which winning suppliers no longer go first."""
        for name, kind, number, of in (
            ("closes", DeadlineKind.SIGN_UP_CLOSES, "taken", "capacity"),
            ("too_few", DeadlineKind.LEAST_NUMBER, "taken", "least_number"),
            ("priority", DeadlineKind.PRIORITY_ENDS, "waiting", "capacity"),
        ):
            for row in self._rows(name, until):
                yield _session(until, kind, row, number=row[number], of=row[of])

    def _of_seat_offers(self, until: Until) -> Iterator[DeadlineView]:
        """Offers of a seat that wait for an answer."""
        for row in self._rows("seat_offers", until):
            person = shown_person(
                PersonFacts(
                    alias=row["alias"] or "",
                    name=row["name"],
                    protected=bool(row["protected"]),
                    organisation=row["organisation"],
                    kind=PersonKind.SIGN_UP,
                ),
                place=Place.LIST,
                show_names=True,
            )
            yield until.view(
                DeadlineKind.SEAT_OFFER,
                row,
                RecordRef(Entity.SESSION, row["session_id"]),
                person=person.label,
                organisation=person.organisation,
                title=row["title"],
                part_id=row["id"],
                version=row["version"],
            )

    def _of_needs(self, until: Until) -> Iterator[DeadlineView]:
        """Sessions that were held and still have needs for the day noted."""
        for row in self._rows("needs", until):
            yield _session(
                until, DeadlineKind.NEEDS_ERASURE, {**row, "due": needs_erasure_due(row["due"], until.needs_days)}
            )


def _parameters(until: Until) -> dict[str, object]:
    return {
        "today": until.today.isoformat(),
        "last": until.last.isoformat(),
        "held_by": (until.last - dt.timedelta(days=until.needs_days)).isoformat(),
    }


def _people(row: Row) -> dict[str, str]:
    """What a row of *Idag* may say of the people around it; a protected supervisor is left out beside its supplier."""
    person = people_rows.shown(row, show_names=False)
    if not person.may_link_workplace:
        return {"person": person.label}
    supervisor = ""
    if row["_supervisor"]:
        facts = PersonFacts(
            name=row["_supervisor"], protected=bool(row["_supervisor_protected"]), kind=PersonKind.CONTACT
        )
        beside = shown_person(facts, place=Place.LIST, show_names=True)
        supervisor = beside.label if beside.may_link_workplace else ""
    return {"person": person.label, "organisation": row["_host"] or "", "supervisor": supervisor}


def _step(until: Until, kind: DeadlineKind, row: Row, target: RecordRef) -> DeadlineView:
    """A step of something. What it says is not told of a protected person."""
    title = "" if row["_protected"] else row["what"]
    return until.view(kind, row, target, **_people(row), title=title, part_id=row["id"], version=row["version"])


def _session(until: Until, kind: DeadlineKind, row: Row, **numbers: int) -> DeadlineView:
    target = RecordRef(Entity.SESSION, row["id"])
    return until.view(kind, row, target, title=row["title"], version=row["version"], part_id=row["id"], **numbers)
