"""A marker in every field of protected people who sign up or supervise: nowhere outside the opened record; needs nowhere at all."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from socialupph.domain.changes import Entity
from socialupph.domain.commands.tasks import TaskFields
from socialupph.domain.commands.training import SignUpFields
from socialupph.domain.errors import RuleViolation
from socialupph.domain.kinds import AuditKind
from socialupph.domain.queries import ListQuery
from socialupph.specs.training import SIGN_UP_TABLE
from socialupph.specs.training_papers import attendance_paper, sign_up_list_paper
from tests.services.training_world import TODAY, Course, D, build

MARKER = "Qzxmarkör"


@pytest.fixture
def world(tmp_path: Path) -> Iterator[Course]:
    made = build(tmp_path / "prov.sup")
    yield made
    made.services.close()


def _protected(world: Course, session: int) -> int:
    return world.sign_up(
        session,
        f"{MARKER} Namn",
        organisation=f"{MARKER} AB",
        email=f"{MARKER}@exempel.example",
        phone=f"070 {MARKER}",
        needs=f"{MARKER} ramp",
        protected=True,
        alias="Eva Exempel",
        supplier_id=world.supplier,
    )


def test_a_protected_person_is_only_the_alias_outside_the_opened_record(world: Course):
    number = world.session()
    person = _protected(world, number)
    services = world.services
    view = world.view(number)
    rows = services.sign_ups.rows(services.sign_ups.ids(ListQuery("name")), show_names=True)
    shown = [
        view,
        rows,
        [[column.value(row) for column in SIGN_UP_TABLE.columns] for row in rows],
        sign_up_list_paper(view),
        attendance_paper(view, contact_columns=True),
        services.today.due(60),
        services.search.find(MARKER),
        services.search.find("Eva"),
        services.audit.last(),
    ]
    assert MARKER not in repr(shown)
    entry = view.seated[0]
    assert (entry.label, entry.organisation, entry.right) == ("Eva Exempel", "Uppges på plats", "")
    assert MARKER in services.sign_ups.view(person).name


def test_a_protected_person_is_not_found_by_anything_withheld(world: Course):
    number = world.session()
    person = _protected(world, number)
    ids = world.services.sign_ups.ids
    assert ids(ListQuery(search=MARKER)) == []
    assert ids(ListQuery(search="Påhittade")) == []
    assert ids(ListQuery(search="S-0001")) == [person]


def test_a_protected_person_is_sorted_by_the_alias(world: Course):
    number = world.session()
    world.sign_up(number, "Anna Exempel", 11)
    world.sign_up(number, "Zack Exempel", 12)
    _protected(world, number)
    rows = world.services.sign_ups.rows(world.services.sign_ups.ids(ListQuery("name")))
    assert [row.name for row in rows] == ["Anna Exempel", "Eva Exempel", "Zack Exempel"]


def test_opening_a_protected_person_is_noted_without_a_name(world: Course):
    number = world.session()
    person = _protected(world, number)
    world.services.sign_ups.view(person)
    (line,) = [line for line in world.services.audit.last() if line.kind is AuditKind.VIEWED_PROTECTED]
    assert MARKER not in line.subject + line.detail


def test_a_protected_person_needs_another_name_that_does_not_tell(world: Course):
    number = world.session()
    for alias, code in ((None, "person.alias_missing"), (f"{MARKER} Alias", "person.alias_tells")):
        with pytest.raises(RuleViolation) as error:
            world.services.sign_ups.register(SignUpFields(number, f"{MARKER} Namn", protected=True, alias=alias))
        assert (error.value.code, error.value.field) == (code, "alias")


def test_a_protected_contact_stays_protected_when_it_signs_up(world: Course):
    number = world.session()
    contact = world.contact(f"{MARKER} Namn", protected=True, alias="Eva Exempel")
    person = world.sign_up(number, f"{MARKER} Namn", contact_id=contact)
    assert world.services.sign_ups.view(person).protected
    assert MARKER not in repr(world.view(number))


def test_needs_for_the_day_are_in_no_list_search_or_paper_of_anybody(world: Course):
    number = world.session()
    world.sign_up(number, "Kaj Exempel", needs=f"{MARKER} glutenfritt", supplier_id=world.supplier)
    view = world.view(number)
    services = world.services
    rows = services.sign_ups.rows(services.sign_ups.ids(ListQuery("name")))
    shown = [view, rows, sign_up_list_paper(view), services.today.due(90), services.search.find(MARKER)]
    assert MARKER not in repr(shown)
    assert rows[0].has_needs
    assert services.sign_ups.ids(ListQuery(search=MARKER)) == []


def test_erasing_needs_takes_history_and_drafts_with_it(world: Course):
    number = world.session()
    person = world.sign_up(number, "Kaj Exempel", needs=f"{MARKER} ett")
    services = world.services
    opened = services.sign_ups.view(person)
    services.sign_ups.edit(person, opened.version, SignUpFields(number, "Kaj Exempel", needs=f"{MARKER} två"))
    services.drafts.save("draft.sign_up.1", 0, {"needs": f"{MARKER} tre"})
    world.clock.day = D(2026, 10, 12)
    due = [row for row in services.today.deadlines() if row.action == "erase_needs"]
    assert [(row.due, row.is_overdue) for row in due] == [(D(2026, 10, 9), True)]
    changes = services.sign_ups.erase_needs(number)
    assert changes.entities == {Entity.SIGN_UP}
    assert services.sign_ups.view(person).needs is None
    assert not [row for row in services.today.deadlines() if row.action == "erase_needs"]
    path = services.path
    services.close()
    assert MARKER.encode() not in path.read_bytes()


def test_a_task_about_a_protected_person_says_nothing_in_lists(world: Course):
    number = world.session()
    person = _protected(world, number)
    command = TaskFields(f"Ring {MARKER}", TODAY + dt.timedelta(days=1), Entity.SIGN_UP, person, f"{MARKER}")
    world.services.tasks.register(command)
    tasks = world.services.tasks
    shown = [
        tasks.rows(tasks.ids(ListQuery("due_on"))),
        world.services.today.due(14),
        world.services.search.find(MARKER),
    ]
    assert MARKER not in repr(shown)
    assert len(shown[0]) == 1
