"""Signing up: seats in order, the reserve list and its reasons, offers, attendance, and what is undone."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from socialupph.domain.changes import Entity
from socialupph.domain.commands.training import AttendanceTick, SessionDayFields, SignUpFields
from socialupph.domain.deadlines import DeadlineKind
from socialupph.domain.errors import NotFound, RuleViolation
from socialupph.domain.queries import ListQuery
from socialupph.domain.sign_ups import ProposalKind, SignUpStatus, WaitReason
from socialupph.specs.sign_ups import taken_text
from socialupph.specs.training_papers import sign_up_list_paper
from tests.services.training_world import DAY, TODAY, Course, D, build, labels


@pytest.fixture
def world(tmp_path: Path) -> Iterator[Course]:
    made = build(tmp_path / "prov.sup")
    yield made
    made.services.close()


def test_suppliers_get_seats_and_others_wait_until_their_day(world: Course):
    number = world.session()
    world.sign_up(number, "Kaj Exempel", 10, own_staff=True)
    world.sign_up(number, "Bodil Exempel", 11, supplier_id=world.supplier)
    world.sign_up(number, "Enar Exempel", 12)
    view = world.view(number)
    assert labels(view.seated) == ["Bodil Exempel"]
    assert [(one.number, one.label, one.reason) for one in view.waiting] == [
        (1, "Kaj Exempel", WaitReason.FIRST_UNTIL),
        (2, "Enar Exempel", WaitReason.AFTER_NUMBER),
    ]
    assert view.proposals == ()
    assert (view.counts.taken, view.counts.free, view.counts.waiting) == (1, 2, 2)


def test_a_supplier_brings_the_contract_that_gives_the_right(world: Course):
    number = world.session()
    contact = world.contact("Bodil Exempel")
    person = world.sign_up(number, "Bodil Exempel", contact_id=contact)
    opened = world.services.sign_ups.view(person)
    assert (opened.supplier_id, opened.contract_id) == (world.supplier, world.contract)
    assert opened.organisation == "Påhittade Bygg AB"
    assert world.entry(number, person).right == world.services.contracts.view(world.contract).code


def test_on_the_day_the_free_seats_are_filled_by_one_click_and_taken_back_by_undo(world: Course):
    number = world.session(capacity=2)
    people = [world.sign_up(number, name, day) for day, name in ((10, "Kaj"), (11, "Siri"), (12, "Enar"))]
    world.clock.day = D(2026, 9, 25)
    view = world.view(number)
    assert [(one.kind, one.id) for one in view.proposals] == [
        (ProposalKind.OFFER_SEAT, people[0]),
        (ProposalKind.OFFER_SEAT, people[1]),
    ]
    changes = world.services.sign_ups.fill_seats(number)
    view = world.view(number)
    assert labels(view.seated) == ["Kaj", "Siri"]
    assert [(one.label, one.reason) for one in view.waiting] == [("Enar", WaitReason.FIRST_FULL)]
    assert changes.operation_id is not None
    world.services.undo.undo(changes.operation_id)
    assert labels(world.view(number).waiting) == ["Kaj", "Siri", "Enar"]


def test_an_offer_is_taken_or_passed_on(world: Course):
    number = world.session(capacity=1)
    first, second = (world.sign_up(number, name, day) for day, name in ((10, "Kaj"), (11, "Siri")))
    sign_ups = world.services.sign_ups
    sign_ups.offer(first, world.entry(number, first).version, D(2026, 9, 24))
    entry = world.entry(number, first)
    assert (entry.status, entry.offered_until) == (SignUpStatus.OFFERED, D(2026, 9, 24))
    with pytest.raises(RuleViolation, match=r"sign_up\.no_free_seat"):
        sign_ups.offer(second, world.entry(number, second).version, D(2026, 9, 24))
    world.clock.day = D(2026, 9, 28)
    assert world.view(number).proposals[0].kind is ProposalKind.MOVE_ON
    sign_ups.pass_on(first, entry.version)
    assert [(one.label, one.reason) for one in world.view(number).waiting] == [
        ("Siri", WaitReason.FIRST_FREE),
        ("Kaj", WaitReason.PASSED_ON),
    ]
    sign_ups.offer(second, world.entry(number, second).version, D(2026, 9, 30))
    sign_ups.accept(second, world.entry(number, second).version)
    assert world.entry(number, second).status is SignUpStatus.CONFIRMED
    assert world.entry(number, second).offered_until is None


def test_an_offered_seat_is_held_but_not_taken_wherever_seats_are_counted(world: Course):
    number = world.session(capacity=3, least_number=3)
    world.sign_up(number, "Bodil", 8, supplier_id=world.supplier)
    world.sign_up(number, "Ada", 9, supplier_id=world.supplier)
    first, second = (world.sign_up(number, name, day) for day, name in ((10, "Kaj"), (11, "Siri")))
    world.services.sign_ups.offer(first, world.entry(number, first).version, D(2026, 9, 24))
    world.clock.day = D(2026, 9, 24)
    view, services = world.view(number), world.services
    paper = sign_up_list_paper(view)
    assert (view.counts.taken, view.counts.offered, view.counts.free, view.counts.waiting) == (2, 1, 0, 1)
    assert taken_text(view.counts) == taken_text(paper.seats) == "2 av 3 platser tagna"
    assert paper.offered_until == D(2026, 9, 24)
    (row,) = services.training.rows([number])
    assert (row.taken, row.capacity, row.waiting) == (2, 3, 1)
    (closes,) = (one for one in services.today.deadlines() if one.kind is DeadlineKind.SIGN_UP_CLOSES)
    assert (closes.number, closes.of) == (2, 3)
    closing = services.today.counters().closing
    assert closing is not None
    assert closing.sign_ups == 2
    world.clock.day = D(2026, 9, 25)
    due = {one.kind: one.number for one in services.today.deadlines()}
    assert due[DeadlineKind.LEAST_NUMBER] == 2  # an offer is no promise to come
    assert DeadlineKind.PRIORITY_ENDS not in due  # and no seat is left to fill
    with pytest.raises(RuleViolation, match=r"sign_up\.no_free_seat"):
        services.sign_ups.offer(second, world.entry(number, second).version, D(2026, 9, 28))


@pytest.mark.parametrize(
    ("until", "code"),
    [
        (None, "field.missing"),
        (D(2026, 9, 21), "sign_up.offer_passed"),
        (D(2026, 10, 2), "sign_up.offer_after_start"),
    ],
)
def test_an_offer_needs_a_day_that_can_be(world: Course, until: dt.date | None, code: str):
    number = world.session()
    person = world.sign_up(number, "Kaj")
    with pytest.raises(RuleViolation) as error:
        world.services.sign_ups.offer(person, world.entry(number, person).version, until)
    assert error.value.code == code


def test_the_same_name_or_mail_is_confirmed_and_not_refused(world: Course):
    number = world.session()
    world.sign_up(number, "Tyra Exempel", email="tyra@exempel.example")
    for name, email in (("tyra  exempel", "annan@exempel.example"), ("Tyra E", "TYRA@exempel.example")):
        command = SignUpFields(number, name, email=email)
        with pytest.raises(RuleViolation) as error:
            world.services.sign_ups.register(command)
        assert error.value.code == "sign_up.duplicate"
        world.services.sign_ups.register(command, confirm_duplicate=True)
    assert world.services.sign_ups.total() == 3
    other = world.session()
    world.sign_up(other, "Tyra Exempel")


def test_a_late_sign_up_is_marked_and_taken(world: Course):
    number = world.session()
    person = world.sign_up(number, "Sen Exempel", 28)
    assert world.entry(number, person).late
    row = world.services.sign_ups.rows([person])[0]
    assert row.late


def test_a_cancelled_session_takes_no_sign_ups(world: Course):
    number = world.session()
    world.services.training.cancel(number, world.view(number).version)
    with pytest.raises(RuleViolation, match=r"sign_up\.session_cancelled"):
        world.sign_up(number, "Kaj")


def test_withdrawing_frees_the_seat_and_coming_back_keeps_the_turn(world: Course):
    number = world.session(capacity=1, winners_first=False)
    first, second = (world.sign_up(number, name, day) for day, name in ((10, "Kaj"), (11, "Siri")))
    sign_ups = world.services.sign_ups
    sign_ups.withdraw(first, world.entry(number, first).version)
    assert sign_ups.view(first).withdrawn_on == TODAY
    assert labels(world.view(number).withdrawn) == ["Kaj"]
    sign_ups.restore(first, world.entry(number, first).version)
    assert sorted(labels((*world.view(number).seated, *world.view(number).waiting))) == ["Kaj", "Siri"]
    assert world.entry(number, second).number in (1, 2)


def test_moving_someone_with_a_seat_to_the_reserve_list(world: Course):
    number = world.session(winners_first=False)
    person = world.sign_up(number, "Kaj")
    world.services.sign_ups.confirm(person, world.entry(number, person).version)
    with pytest.raises(RuleViolation, match=r"sign_up\.transition"):
        world.services.sign_ups.to_reserve_list(person, world.entry(number, person).version)


def test_attendance_is_ticked_by_day_and_can_be_undone(world: Course):
    second_day = SessionDayFields(D(2026, 10, 3), dt.time(9), dt.time(12))
    number = world.session(winners_first=False, days=(DAY, second_day))
    here, away, half = (world.sign_up(number, name, day) for day, name in ((10, "Kaj"), (11, "Siri"), (12, "Enar")))
    days = [day.id for day in world.view(number).days]
    sign_ups = world.services.sign_ups
    changes = sign_ups.mark_attendance(
        number,
        [
            *(AttendanceTick(here, day, present=True) for day in days),
            *(AttendanceTick(away, day, present=False) for day in days),
            AttendanceTick(half, days[0], present=False),
        ],
    )
    assert {one.id: one.status for one in world.view(number).seated} == {
        here: SignUpStatus.ATTENDED,
        away: SignUpStatus.ABSENT,
        half: SignUpStatus.SIGNED_UP,
    }
    assert world.entry(number, half).attendance == (False, None)
    sign_ups.mark_attendance(number, [AttendanceTick(here, day, present=None) for day in days])
    assert world.entry(number, here).status is SignUpStatus.CONFIRMED
    assert world.entry(number, here).attendance == (None, None)
    assert changes.operation_id is not None


def test_undoing_attendance_brings_everything_back(world: Course):
    number = world.session(winners_first=False)
    person = world.sign_up(number, "Kaj")
    tick = AttendanceTick(person, world.view(number).days[0].id, present=True)
    changes = world.services.sign_ups.mark_attendance(number, [tick])
    assert changes.operation_id is not None
    world.services.undo.undo(changes.operation_id)
    entry = world.entry(number, person)
    assert (entry.status, entry.attendance) == (SignUpStatus.SIGNED_UP, (None,))


def test_a_tick_for_somebody_of_another_session_is_refused_whole(world: Course):
    number, other = world.session(winners_first=False), world.session(winners_first=False)
    here, there = world.sign_up(number, "Kaj"), world.sign_up(other, "Siri")
    day = world.view(number).days[0].id
    with pytest.raises(NotFound):
        world.services.sign_ups.mark_attendance(
            number, [AttendanceTick(here, day, present=True), AttendanceTick(there, day, present=True)]
        )
    assert world.entry(number, here).attendance == (None,)


def test_who_attended_is_trained(world: Course):
    number = world.session()
    contact = world.contact("Bodil Exempel")
    person = world.sign_up(number, "Bodil Exempel", contact_id=contact)
    assert world.services.suppliers.rows([world.supplier])[0].untrained_supervisors == 1
    world.services.sign_ups.mark_attendance(
        number, [AttendanceTick(person, world.view(number).days[0].id, present=True)]
    )
    assert world.services.suppliers.rows([world.supplier])[0].untrained_supervisors == 0


def test_without_a_list_everyone_expected_gets_no_record(world: Course):
    number = world.session(winners_first=False)
    person = world.sign_up(number, "Kaj")
    world.services.sign_ups.without_record(number)
    assert world.entry(number, person).status is SignUpStatus.NO_RECORD


def test_the_list_of_sign_ups_sorts_and_filters(world: Course):
    number = world.session(winners_first=False)
    for day, name in ((10, "Öjvind"), (11, "Åsa"), (12, "Ärla"), (13, "Zack")):
        world.sign_up(number, name, day, organisation="Vård")
    sign_ups = world.services.sign_ups
    assert [row.name for row in sign_ups.rows(sign_ups.ids(ListQuery("name")))] == ["Zack", "Åsa", "Ärla", "Öjvind"]
    waiting = sign_ups.ids(ListQuery("received_at", filters=(("status", ("waiting",)),)))
    assert [row.name for row in sign_ups.rows(waiting)] == ["Zack"]
    assert sign_ups.ids(ListQuery(search="vård", filters=(("session", ("S-0001",)),))) == [1, 2, 3, 4]


def test_editing_keeps_the_seat_and_the_moment(world: Course):
    number = world.session(winners_first=False)
    person = world.sign_up(number, "Kaj", 10, email="kaj@exempel.example")
    opened = world.services.sign_ups.view(person)
    changes = world.services.sign_ups.edit(
        person, opened.version, SignUpFields(number, "Kaj Exempel", email="kaj@exempel.example")
    )
    again = world.services.sign_ups.view(person)
    assert changes.entities == {Entity.SIGN_UP}
    assert (again.name, again.received_at, again.status) == ("Kaj Exempel", opened.received_at, opened.status)
    with pytest.raises(RuleViolation, match=r"email\.shape"):
        world.services.sign_ups.edit(person, again.version, SignUpFields(number, "Kaj", email="inte en adress"))
    assert replace(again) == world.services.sign_ups.view(person)
