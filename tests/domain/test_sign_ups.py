import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialupph.domain.errors import RuleViolation
from socialupph.domain.sign_ups import (
    HOLDS_SEAT,
    Proposal,
    ProposalKind,
    QueuePlace,
    SessionFacts,
    SignUpFacts,
    SignUpGroup,
    SignUpStatus,
    WaitReason,
    check_offer,
    check_status,
    counts,
    duplicates,
    is_late,
    offer_has_run_out,
    priority_holds,
    seat_plan,
    status_for_new,
)
from tests.domain.days import day

TODAY = day("2026-09-22")
SESSION = SessionFacts(20, day("2026-09-25"), day("2026-09-25"), day("2026-10-02"))
PLAIN = SessionFacts(2, day("2026-09-25"))
SUPPLIER, OWN, OTHER = SignUpGroup.SUPPLIER, SignUpGroup.OWN_STAFF, SignUpGroup.OTHER
S = SignUpStatus


def someone(
    number: int,
    received: str = "2026-09-01",
    group: SignUpGroup = SUPPLIER,
    status: SignUpStatus = S.CONFIRMED,
    **more: Any,
) -> SignUpFacts:
    on = day(received)
    return SignUpFacts(number, dt.datetime.combine(on, dt.time(8), dt.UTC), on, group, status, **more)


def the_course() -> list[SignUpFacts]:
    """14 confirmed, 3 signed up, 1 offered, 2 free, 3 waiting."""
    seated = [someone(n) for n in range(1, 15)] + [someone(n, status=S.SIGNED_UP) for n in range(15, 18)]
    offered = someone(18, status=S.OFFERED, offered_until=day("2026-09-24"))
    waiting = [
        someone(19, "2026-09-10", OWN, S.WAITING),
        someone(20, "2026-09-16", OWN, S.WAITING),
        someone(21, "2026-09-18", OTHER, S.WAITING),
    ]
    return [*waiting, offered, *seated, someone(22, "2026-09-02", OWN, S.WITHDRAWN)]


def reasons(places: tuple[QueuePlace, ...]) -> list[tuple[int, int, WaitReason | None]]:
    return [(place.id, place.number, place.reason) for place in places]


def test_the_seats_are_counted():
    numbers = counts(SESSION, the_course())
    assert (numbers.confirmed, numbers.signed_up, numbers.offered, numbers.waiting, numbers.withdrawn) == (
        14,
        3,
        1,
        3,
        1,
    )
    assert (numbers.taken, numbers.held, numbers.free, numbers.over) == (17, 18, 2, 0)


def test_own_staff_wait_even_where_seats_are_free():
    found = seat_plan(SESSION, the_course(), TODAY)
    assert reasons(found.waiting) == [
        (19, 1, WaitReason.FIRST_UNTIL),
        (20, 2, WaitReason.AFTER_NUMBER),
        (21, 3, WaitReason.AFTER_NUMBER),
    ]
    assert found.waiting[0].facts == {"group": OWN, "number": 0, "until": day("2026-09-25")}
    assert found.waiting[1].facts["number"] == 1
    assert found.proposals == ()


def test_on_the_day_it_is_proposed_to_fill_in_order_of_time_received():
    found = seat_plan(SESSION, the_course(), day("2026-09-25"))
    assert found.waiting[0].reason is WaitReason.FIRST_FREE
    assert found.proposals == (
        Proposal(ProposalKind.MOVE_ON, 18),
        Proposal(ProposalKind.OFFER_SEAT, 19),
        Proposal(ProposalKind.OFFER_SEAT, 20),
    )


def test_those_with_a_seat_stand_in_order_of_time_received():
    some = [someone(3, "2026-09-03"), someone(1, "2026-09-30"), someone(2, "2026-09-03", OWN)]
    found = seat_plan(SESSION, some, TODAY)
    assert [(place.id, place.number, place.late) for place in found.seated] == [
        (2, 1, False),
        (3, 2, False),
        (1, 3, True),
    ]
    assert found.seated[0].reason is None


def test_winning_suppliers_go_first_through_the_day():
    some = [
        someone(1, status=S.CONFIRMED),
        someone(2, "2026-09-02", OWN, S.WAITING),
        someone(3, "2026-09-03", SUPPLIER, S.WAITING),
        someone(4, "2026-09-04", SUPPLIER, S.WAITING),
    ]
    session = SessionFacts(1, day("2026-09-25"), day("2026-09-25"))
    assert reasons(seat_plan(session, some, TODAY).waiting) == [
        (3, 1, WaitReason.FIRST_FULL),
        (4, 2, WaitReason.AFTER_NUMBER),
        (2, 3, WaitReason.AFTER_PRIORITY),
    ]
    assert reasons(seat_plan(session, some, day("2026-09-25")).waiting)[0][0] == 3
    assert reasons(seat_plan(session, some, day("2026-09-26")).waiting) == [
        (2, 1, WaitReason.FIRST_FULL),
        (3, 2, WaitReason.AFTER_NUMBER),
        (4, 3, WaitReason.AFTER_NUMBER),
    ]
    assert priority_holds(session, day("2026-09-25"))
    assert not priority_holds(session, day("2026-09-26"))
    assert not priority_holds(PLAIN, TODAY)


def test_a_freed_seat_is_offered_to_the_first_who_waits():
    some = [someone(1), someone(2, "2026-09-02", OWN, S.WAITING), someone(3, "2026-09-03", OWN, S.WAITING)]
    assert seat_plan(PLAIN, some, TODAY).proposals == (Proposal(ProposalKind.OFFER_SEAT, 2),)


def test_silence_passes_it_on_but_only_by_a_click():
    offered = someone(1, status=S.OFFERED, offered_until=day("2026-09-21"))
    assert offer_has_run_out(offered, TODAY)
    assert not offer_has_run_out(offered, day("2026-09-21"))
    assert not offer_has_run_out(someone(1), TODAY)
    some = [offered, someone(2), someone(3, "2026-09-03", OWN, S.WAITING)]
    found = seat_plan(PLAIN, some, TODAY)
    assert found.proposals == (Proposal(ProposalKind.MOVE_ON, 1),)
    assert found.counts.offered == 1


def test_one_who_did_not_answer_stands_last():
    some = [
        someone(1, "2026-09-01", OWN, S.WAITING, passed_on=True),
        someone(2, "2026-09-02", OWN, S.WAITING),
    ]
    found = seat_plan(PLAIN, some, TODAY)
    assert reasons(found.waiting) == [(2, 1, WaitReason.FIRST_FREE), (1, 2, WaitReason.PASSED_ON)]


def test_a_late_sign_up_is_marked_and_not_refused():
    late = someone(1, "2026-09-26")
    assert is_late(SESSION, late)
    assert not is_late(SESSION, someone(1, "2026-09-25"))
    assert status_for_new(PLAIN, [], late, day("2026-09-26")) is S.SIGNED_UP


def test_what_a_new_sign_up_becomes():
    course = the_course()
    assert status_for_new(SESSION, course, someone(30), TODAY) is S.SIGNED_UP
    assert status_for_new(SESSION, course, someone(30, group=OWN), TODAY) is S.WAITING
    assert status_for_new(SESSION, course, someone(30, group=OWN), day("2026-09-26")) is S.WAITING
    full = [someone(n) for n in range(20)]
    assert status_for_new(SESSION, full, someone(30), TODAY) is S.WAITING
    assert status_for_new(SESSION, full[:5], someone(30, group=OWN), day("2026-09-26")) is S.SIGNED_UP


def test_nobody_passes_one_who_waits_before():
    waiting = someone(1, "2026-09-02", SUPPLIER, S.WAITING)
    assert status_for_new(SESSION, [waiting], someone(2), TODAY) is S.WAITING
    held_back = someone(1, "2026-09-02", OWN, S.WAITING)
    assert status_for_new(SESSION, [held_back], someone(2), TODAY) is S.SIGNED_UP
    assert status_for_new(PLAIN, [held_back], someone(2), TODAY) is S.WAITING
    silent = someone(1, "2026-09-02", OWN, S.WAITING, passed_on=True)
    assert status_for_new(PLAIN, [silent], someone(2), TODAY) is S.SIGNED_UP


def test_a_lowered_capacity_shows_how_many_are_too_many():
    numbers = counts(SessionFacts(1, day("2026-09-25")), [someone(1), someone(2), someone(3)])
    assert (numbers.free, numbers.over) == (0, 2)


def test_the_coordinator_may_offer_earlier_while_a_seat_is_free():
    some = the_course()
    assert seat_plan(SESSION, some, TODAY).proposals == ()  # nothing is proposed before the winners' day
    check_offer(SESSION, some, 21, day("2026-09-24"), TODAY)
    taken = [replace(one, status=S.OFFERED) if one.id in (19, 20) else one for one in some]
    with pytest.raises(RuleViolation, match=r"sign_up\.no_free_seat"):
        check_offer(SESSION, taken, 21, day("2026-09-24"), TODAY)


@pytest.mark.parametrize(
    ("id_", "until", "code"),
    [
        (1, "2026-09-24", "sign_up.not_waiting"),
        (19, "2026-09-21", "sign_up.offer_passed"),
        (19, "2026-10-02", "sign_up.offer_after_start"),
    ],
)
def test_offers_that_cannot_be_made(id_: int, until: str, code: str):
    with pytest.raises(RuleViolation, match=code):
        check_offer(SESSION, the_course(), id_, day(until), TODAY)


def test_no_offer_without_a_free_seat():
    some = [someone(1), someone(2), someone(3, status=S.WAITING)]
    with pytest.raises(RuleViolation, match=r"sign_up\.no_free_seat"):
        check_offer(PLAIN, some, 3, day("2026-09-24"), TODAY)
    check_offer(PLAIN, some[1:], 3, day("2026-12-24"), TODAY)


_ATTENDANCE = {S.ATTENDED, S.ABSENT, S.NO_RECORD}


@pytest.mark.parametrize(
    ("now", "after"),
    [
        (S.SIGNED_UP, {S.SIGNED_UP, S.CONFIRMED, S.WAITING, S.WITHDRAWN, *_ATTENDANCE}),
        (S.CONFIRMED, {S.CONFIRMED, S.SIGNED_UP, S.WITHDRAWN, *_ATTENDANCE}),
        (S.WAITING, {S.WAITING, S.OFFERED, S.SIGNED_UP, S.WITHDRAWN}),
        (S.OFFERED, {S.OFFERED, S.CONFIRMED, S.WAITING, S.WITHDRAWN}),
        (S.WITHDRAWN, {S.WITHDRAWN, S.WAITING, S.SIGNED_UP}),
        *((one, _ATTENDANCE) for one in (S.ATTENDED, S.ABSENT, S.NO_RECORD)),
    ],
)
def test_what_may_become_of_a_sign_up(now: SignUpStatus, after: set[SignUpStatus]):
    for wanted in after:
        check_status(now, wanted)
    for wanted in set(S) - after:
        with pytest.raises(RuleViolation, match=r"sign_up\.transition"):
            check_status(now, wanted)


def test_the_same_mail_or_name_is_a_duplicate_to_confirm():
    some = [
        someone(1, name="Ingrid  Låtsasson", email="ingrid@firma.example"),
        someone(2, name="Bo Testman", email="BO@firma.example"),
        someone(3, name="Bo Testman", email="", status=S.WITHDRAWN),
        someone(4),
    ]
    assert duplicates("ingrid låtsasson", "", some) == (1,)
    assert duplicates("Somebody", "bo@FIRMA.example", some) == (2,)
    assert duplicates("Bo Testman", "ingrid@firma.example", some) == (1, 2)
    assert duplicates("", "", some) == ()


sign_ups = st.lists(
    st.builds(
        someone,
        st.integers(1, 40),
        st.dates(dt.date(2026, 9, 1), dt.date(2026, 9, 30)).map(dt.date.isoformat),
        st.sampled_from(SignUpGroup),
        st.sampled_from(SignUpStatus),
        passed_on=st.booleans(),
        offered_until=st.none() | st.dates(dt.date(2026, 9, 1), dt.date(2026, 9, 30)),
    ),
    max_size=20,
    unique_by=lambda one: one.id,
)
sessions = st.builds(
    SessionFacts,
    st.integers(0, 12),
    st.just(day("2026-09-25")),
    st.none() | st.dates(dt.date(2026, 9, 10), dt.date(2026, 9, 28)),
)
todays = st.dates(dt.date(2026, 9, 1), dt.date(2026, 9, 30))


@given(sessions, sign_ups, todays)
def test_what_holds_for_every_queue(session: SessionFacts, some: list[SignUpFacts], today: dt.date):
    found = seat_plan(session, some, today)
    by_id = {one.id: one for one in some}
    assert [place.number for place in found.seated] == list(range(1, len(found.seated) + 1))
    assert [place.number for place in found.waiting] == list(range(1, len(found.waiting) + 1))
    assert {place.id for place in found.seated} == {one.id for one in some if one.status in HOLDS_SEAT}
    assert {place.id for place in found.waiting} == {one.id for one in some if one.status is S.WAITING}
    assert all(place.reason is not None for place in found.waiting)
    numbers = found.counts
    assert numbers.taken + numbers.offered == numbers.held == len(found.seated)
    assert numbers.held + numbers.free == max(session.capacity, numbers.held)  # no seat is had or offered twice
    offers = [one.id for one in found.proposals if one.kind is ProposalKind.OFFER_SEAT]
    assert len(offers) <= numbers.free
    assert offers == [place.id for place in found.waiting if place.id in offers]
    for place in found.waiting:
        if place.id in offers and session.goes_first_until is not None and today < session.goes_first_until:
            assert by_id[place.id].group is SUPPLIER
    assert seat_plan(session, some[::-1], today) == found


@given(sessions, sign_ups, todays, st.sampled_from(SignUpGroup))
def test_a_new_sign_up_never_takes_a_seat_that_is_not_there(
    session: SessionFacts, some: list[SignUpFacts], today: dt.date, group: SignUpGroup
):
    status = status_for_new(session, some, someone(99, today.isoformat(), group), today)
    assert status in (S.SIGNED_UP, S.WAITING)
    if status is S.SIGNED_UP:
        assert counts(session, some).free > 0
        assert group is SUPPLIER or not priority_holds(session, today)
