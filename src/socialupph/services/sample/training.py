"""The supervisor course, its sessions with sign-ups of every kind, and the coordinator's own tasks."""

import datetime as dt

from socialupph.domain.kinds import SessionStatus, SignUpChannel
from socialupph.domain.sign_ups import SignUpStatus
from socialupph.persistence.bulk import Row
from socialupph.persistence.records import (
    AttendanceRecord,
    ContactRecord,
    ContractSupplierRecord,
    CourseRecord,
    SessionDayRecord,
    SessionRecord,
    SignUpRecord,
    SupplierRecord,
    TaskRecord,
)
from socialupph.services.sample.words import UNITS, VENUES, email, person, phone
from socialupph.services.sample.world import World

COMING, CAPACITY = 2, 20
NEEDS = ("Vegetarisk kost", "Ramp till salen", "Glutenfri kost")


def fill(world: World) -> None:
    """Add them; the last two sessions lie ahead, the nearer one filled beyond its seats."""
    course = world.add(
        CourseRecord,
        title="Handledarutbildning",
        aims="Inspirera, utbilda och uppmuntra dig som handleder eller ska handleda.",
        subjects="Ledarskap, kommunikation, självbild, personlig utveckling",
        length="Två dagar",
        gives_supervisor_training=True,
    )
    span = world.size.years * 365
    for number in range(world.size.sessions):
        ahead = world.size.sessions - number <= COMING
        if ahead:
            first = world.today + dt.timedelta(days=16 + 42 * (COMING - (world.size.sessions - number)))
        else:
            first = world.today - dt.timedelta(days=span - span * number // world.size.sessions)
        _session(world, course, number, world.workday(first))
    _tasks(world)


def _session(world: World, course: Row, number: int, first: dt.date) -> None:
    second = world.workday(first + dt.timedelta(days=1))
    held = second < world.today
    closes = world.workday(first - dt.timedelta(days=9))
    cancelled = held and number % 9 == 6
    status = SessionStatus.CANCELLED if cancelled else (SessionStatus.HELD if held else SessionStatus.OPEN)
    session = world.add(
        SessionRecord,
        code=world.code("S", 4),
        course_id=course["id"],
        title=f"Handledarutbildning {'hösten' if first.month > 6 else 'våren'} {first.year}",
        venue=VENUES[number % len(VENUES)],
        capacity=CAPACITY,
        least_number=8,
        last_sign_up_on=closes,
        goes_first_until=closes,
        contact_officers=person(world.dice),
        trainers=f"{person(world.dice)}, {person(world.dice)}",
        information_version="2",
        status=status,
    )
    days = [
        world.add(SessionDayRecord, session_id=session["id"], held_on=day, starts_at=dt.time(9), ends_at=dt.time(16))
        for day in (first, second)
    ]
    nearest = not held and number == world.size.sessions - COMING
    count = 24 if nearest else (4 if not held else world.dice.randint(14, 22))
    for turn in range(0 if cancelled else count):
        _sign_up(world, session, days, turn, held=held, closes=closes)


def _status(turn: int, *, held: bool, session: Row) -> SignUpStatus:
    if turn % 11 == 8:
        return SignUpStatus.WITHDRAWN
    if held:
        return (
            SignUpStatus.ABSENT
            if turn % 13 == 6
            else (SignUpStatus.NO_RECORD if turn % 17 == 9 else SignUpStatus.ATTENDED)
        )
    if turn % 5 == 3:
        return SignUpStatus.SIGNED_UP
    if turn == 14 and session["capacity"] == CAPACITY:
        return SignUpStatus.OFFERED
    return SignUpStatus.WAITING if turn >= 18 else SignUpStatus.CONFIRMED


def _sign_up(world: World, session: Row, days: list[Row], turn: int, *, held: bool, closes: dt.date) -> None:
    dice = world.dice
    contacts = world.all(ContactRecord)
    own_staff = turn % 4 == 2 or turn >= 18
    picked = (int(session["id"]) * 17 + turn * 3 + 1) % len(contacts)
    contact = None if own_staff else contacts[picked]
    supplier = world.find(SupplierRecord, contact["supplier_id"]) if contact else None
    contract = _contract_of(world, supplier)
    name = contact["name"] if contact else person(dice)
    status = _status(turn, held=held, session=session)
    received_on = min(closes - dt.timedelta(days=30 - turn), world.today - dt.timedelta(days=1))
    received = dt.datetime.combine(received_on, dt.time(6 + turn % 9, dice.randint(0, 59)), tzinfo=dt.UTC)
    row = world.add(
        SignUpRecord,
        session_id=session["id"],
        name=name,
        alias=contact["alias"] if contact else None,
        organisation=supplier["name"] if supplier else dice.choice(UNITS),
        email=contact["email"] if contact else email(name, 9_000 + turn),
        phone=phone(dice),
        supplier_id=supplier["id"] if supplier else None,
        contract_id=contract,
        contact_id=contact["id"] if contact else None,
        own_staff=own_staff,
        received_at=received,
        channel=dice.choice((SignUpChannel.EMAIL, SignUpChannel.EMAIL, SignUpChannel.PHONE)),
        status=status,
        offered_until=world.day(2, 5) if status is SignUpStatus.OFFERED else None,
        withdrawn_on=received_on + dt.timedelta(days=1) if status is SignUpStatus.WITHDRAWN else None,
        needs=NEEDS[turn % len(NEEDS)] if not held and turn % 6 == 1 else None,
        protected=bool(contact and contact["protected"]),
        information_version="2",
    )
    if status is SignUpStatus.ATTENDED:
        for day in days:
            world.add(AttendanceRecord, sign_up_id=row["id"], session_day_id=day["id"], present=True)
        row["certificate_number"] = f"{session['code']}-{turn + 1:02d}"
        row["certificate_on"] = days[-1]["held_on"]


def _contract_of(world: World, supplier: Row | None) -> int | None:
    if supplier is None:
        return None
    parties = world.all(ContractSupplierRecord)[:400]
    return next((row["contract_id"] for row in parties if row["supplier_id"] == supplier["id"]), None)


def _tasks(world: World) -> None:
    for title, days, done in (
        ("Ring Arbetsförmedlingen om höstens platser", -2, False),
        ("Skicka listan till salen", 0, False),
        ("Boka möte med upphandlingsenheten", 6, False),
        ("Beställ fika till utbildningen", -20, True),
    ):
        due = world.today + dt.timedelta(days=days)
        world.add(TaskRecord, title=title, due_on=due, done_on=due if done else None)
