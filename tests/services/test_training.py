"""Courses and sessions: registered, changed, cancelled; and the list that shows them."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from socialupph.domain.changes import Entity
from socialupph.domain.commands.training import AttendanceTick, CourseFields, SessionDayFields, SessionFields
from socialupph.domain.errors import NotFound, RuleViolation, StaleRecord
from socialupph.domain.kinds import SessionStatus
from socialupph.domain.queries import ListQuery
from tests.services.training_world import DAY, Course, D, build


@pytest.fixture
def world(tmp_path: Path) -> Iterator[Course]:
    made = build(tmp_path / "prov.sup")
    yield made
    made.services.close()


def test_a_session_gets_its_code_and_winning_suppliers_go_first_through_the_last_sign_up_day(world: Course):
    changes = world.services.training.register(world.fields())
    assert changes.entities == {Entity.SESSION}
    view = world.view(changes.new_id(Entity.SESSION))
    assert (view.code, view.heading, view.status) == ("S-0001", "Handledarutbildning", SessionStatus.OPEN)
    assert view.goes_first_until == view.last_sign_up_on == D(2026, 9, 25)
    assert view.winners_first_now
    assert (view.counts.capacity, view.counts.free) == (3, 3)
    assert [(day.held_on, day.starts_at, day.ends_at) for day in view.days] == [
        (D(2026, 10, 2), dt.time(8, 30), dt.time(16))
    ]


def test_a_session_may_have_no_order_of_who_goes_first(world: Course):
    view = world.view(world.session(winners_first=False, goes_first_until=D(2026, 9, 20)))
    assert view.goes_first_until is None
    assert not view.winners_first_now


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"days": ()}, "session.day_missing", "days"),
        ({"days": (DAY, DAY)}, "session.day_twice", "days"),
        ({"days": (replace(DAY, ends_at=dt.time(8)),)}, "session.ends_before_start", "days"),
        ({"capacity": 0}, "session.capacity", "capacity"),
        ({"least_number": 4}, "session.least_number", "least_number"),
        ({"last_sign_up_on": None}, "field.missing", "last_sign_up_on"),
        ({"last_sign_up_on": D(2026, 10, 3)}, "session.sign_up_after_start", "last_sign_up_on"),
        ({"goes_first_until": D(2026, 9, 26)}, "session.first_after_last_day", "goes_first_until"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(world: Course, fields: dict[str, object], code: str, field: str):
    with pytest.raises(RuleViolation) as error:
        world.session(**fields)
    assert (error.value.code, error.value.field) == (code, field)
    assert world.services.training.total() == 0


def test_a_session_of_a_course_that_is_gone_is_refused(world: Course):
    with pytest.raises(NotFound):
        world.session(course_id=99)


def test_days_are_kept_in_step_and_one_with_attendance_stays(world: Course):
    number = world.session(days=(DAY, SessionDayFields(D(2026, 10, 9), dt.time(9), dt.time(12))))
    person = world.sign_up(number, "Bodil Exempel", contact_id=world.contact("Bodil Exempel"))
    first, second = world.view(number).days
    training, sign_ups = world.services.training, world.services.sign_ups
    third = SessionDayFields(D(2026, 10, 16), dt.time(9), dt.time(12))
    longer = replace(DAY, ends_at=dt.time(17))
    training.edit(number, world.view(number).version, world.fields(days=(longer, third)))
    days = world.view(number).days
    assert [day.held_on for day in days] == [D(2026, 10, 2), D(2026, 10, 16)]
    assert (days[0].id, days[0].ends_at) == (first.id, dt.time(17))
    sign_ups.mark_attendance(number, [AttendanceTick(person, first.id, present=True)])
    with pytest.raises(RuleViolation) as error:
        training.edit(number, world.view(number).version, world.fields(days=(third,)))
    assert error.value.code == "session.day_has_attendance"
    assert [day.id for day in world.view(number).days] == [first.id, days[1].id]
    assert second.id not in {day.id for day in days}


def test_an_old_version_is_not_saved_over(world: Course):
    number = world.session()
    version = world.view(number).version
    world.services.training.edit(number, version, world.fields(capacity=5))
    with pytest.raises(StaleRecord):
        world.services.training.edit(number, version, world.fields(capacity=6))
    assert world.view(number).capacity == 5


def test_the_status_follows_the_days_unless_somebody_set_it(world: Course):
    number = world.session()
    training = world.services.training

    def status() -> SessionStatus:
        (row,) = training.rows([number])
        assert row.status is world.view(number).status
        return row.status

    for day, expected in (
        (D(2026, 9, 25), SessionStatus.OPEN),
        (D(2026, 9, 26), SessionStatus.CLOSED),
        (D(2026, 10, 2), SessionStatus.CLOSED),
        (D(2026, 10, 3), SessionStatus.HELD),
    ):
        world.clock.day = day
        assert status() is expected
    training.cancel(number, world.view(number).version)
    assert status() is SessionStatus.CANCELLED
    training.reopen(number, world.view(number).version)
    assert status() is SessionStatus.HELD


def test_the_list_sorts_filters_and_finds(world: Course):
    first = world.session(title="Höstens första")
    later = replace(DAY, held_on=D(2026, 11, 6))
    second = world.session(days=(later,), venue="Stadshuset", last_sign_up_on=D(2026, 10, 30))
    training = world.services.training
    training.cancel(second, world.view(second).version)
    assert training.ids(ListQuery("first_day", descending=True)) == [second, first]
    assert training.ids(ListQuery("code", filters=(("status", ("cancelled",)),))) == [second]
    assert training.ids(ListQuery(search="stadshus")) == [second]
    assert training.ids(ListQuery(search="handledar")) == [first, second]
    row = training.rows([first])[0]
    assert (row.title, row.first_day, row.taken, row.capacity) == ("Höstens första", D(2026, 10, 2), 0, 3)


def test_a_void_session_is_gone_from_the_list_and_readable(world: Course):
    number = world.session()
    world.services.training.void(number, world.view(number).version, "Dubblett")
    assert world.services.training.ids(ListQuery()) == []
    assert world.view(number).voided


def test_courses_are_registered_changed_and_counted(world: Course):
    training = world.services.training
    with pytest.raises(RuleViolation):
        training.register_course(CourseFields("  "))
    training.register_course(CourseFields("Att möta någon ny", gives_supervisor_training=False))
    world.session()
    course = training.course(world.course)
    assert (course.title, course.sessions) == ("Handledarutbildning", 1)
    training.edit_course(world.course, course.version, CourseFields("Handledare i dag", length="En dag"))
    assert [one.title for one in training.courses()] == ["Att möta någon ny", "Handledare i dag"]
    with pytest.raises(NotFound):
        training.course(99)


def test_a_session_that_is_gone_is_said(world: Course):
    with pytest.raises(NotFound):
        world.view(99)
    assert SessionFields.__doc__
