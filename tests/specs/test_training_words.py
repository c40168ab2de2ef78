"""Sessions, sign-ups and *Idag* in words; the session's form; and a text for every code these areas raise."""

import datetime as dt
import re
from pathlib import Path

import pytest

from socialupph.domain.errors import RuleViolation
from socialupph.domain.kinds import SessionStatus
from socialupph.domain.sign_ups import SeatCounts
from socialupph.domain.views.training import SessionDayView, SessionView
from socialupph.specs.messages import TEXTS
from socialupph.specs.training import closing_text, dates_in_words, first_text, heading
from socialupph.specs.training_forms import (
    COURSE_FORM,
    SESSION_FORM,
    SIGN_UP_FORM,
    form_field,
    parse_hours,
    session_command,
    session_values,
)

D = dt.date
TODAY = D(2026, 9, 22)
CLOSES = D(2026, 9, 25)
SOURCES = Path(__file__).resolve().parents[2] / "src" / "socialupph"
MINE = ("training", "sign_ups", "attendance", "reference", "settings", "tasks", "deviations", "goals", "documents")


def session(*days: dt.date, first_until: dt.date | None = CLOSES) -> SessionView:
    return SessionView(
        id=1,
        version=1,
        code="S-0001",
        course_id=1,
        course="Handledarutbildning",
        title=None,
        status=SessionStatus.OPEN,
        days=tuple(SessionDayView(n, day, dt.time(8, 30), dt.time(16)) for n, day in enumerate(days, 1)),
        venue="Sal Exempel",
        link=None,
        capacity=20,
        least_number=8,
        last_sign_up_on=D(2026, 9, 25),
        goes_first_until=first_until,
        winners_first_now=first_until is not None,
        contact_officers=None,
        trainers=None,
        information_version=None,
        voided=False,
        counts=SeatCounts(20, 0, 0, 0, 0, 0),
        seated=(),
        waiting=(),
        withdrawn=(),
        proposals=(),
        untrained=(),
    )


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((D(2026, 10, 2),), "2 oktober"),
        ((D(2026, 10, 2), D(2026, 10, 9)), "2 och 9 oktober"),
        ((D(2026, 10, 2), D(2026, 10, 9), D(2026, 10, 16)), "2, 9 och 16 oktober"),
        ((D(2026, 9, 30), D(2026, 10, 2)), "30 september och 2 oktober"),
        ((), ""),
    ],
)
def test_days_in_a_heading(days: tuple[dt.date, ...], words: str):
    view = session(*days)
    assert dates_in_words(view.days) == words
    assert heading(view, TODAY) == f"Handledarutbildning {words}".strip()


def test_when_sign_up_closes_and_who_goes_first():
    view = session(D(2026, 10, 2))
    assert closing_text(view, TODAY) == "stänger om 3 dagar"
    assert closing_text(view, D(2026, 9, 28)) == "stängde 25 september"
    assert first_text(view) == ("vinnande leverantörer", "till och med 25 september")
    assert first_text(session(first_until=None)) == ("Turordning", "den ordning anmälan kom in")


@pytest.mark.parametrize("text", ["8.30–16.00", "8.30-16", "08:30 - 16:00", "8.30 till 16"])
def test_hours_as_people_write_them(text: str):
    assert parse_hours(text, "hours_1") == (dt.time(8, 30), dt.time(16))


@pytest.mark.parametrize("text", ["", "8.30", "25-26", "8.61-9", "åtta till fyra", "8.3-9"])
def test_hours_that_are_none(text: str):
    with pytest.raises(RuleViolation) as error:
        parse_hours(text, "hours_2")
    assert (error.value.code, error.value.field) == ("time.shape", "hours_2")


def test_the_form_gives_the_command_and_shows_it_again():
    view = session(D(2026, 10, 2), D(2026, 10, 9))
    values = session_values(view)
    assert set(values) <= {field.key for field in SESSION_FORM.fields()}
    command = session_command(values)
    assert [day.held_on for day in command.days] == [D(2026, 10, 2), D(2026, 10, 9)]
    assert (command.capacity, command.last_sign_up_on, command.winners_first) == (20, D(2026, 9, 25), True)
    assert command.goes_first_until is None


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({}, "day_1"),
        ({"day_1": TODAY}, "hours_1"),
        ({"hours_2": "8-9"}, "day_2"),
        ({"day_1": TODAY, "hours_1": "9-8"}, "hours_1"),
        ({"day_1": TODAY, "hours_1": "8-9"}, "course_id"),
        ({"day_1": TODAY, "hours_1": "8-9", "course_id": 1}, "capacity"),
    ],
)
def test_what_the_form_lacks_is_said_at_its_field(values: dict[str, object], field: str):
    with pytest.raises(RuleViolation) as error:
        session_command(values)
    assert error.value.field == field
    assert field in {one.key for one in SESSION_FORM.fields()}


def test_every_form_has_each_field_once_and_days_point_at_the_first():
    for form in (COURSE_FORM, SESSION_FORM, SIGN_UP_FORM):
        keys = [field.key for field in form.fields()]
        assert len(keys) == len(set(keys))
    assert form_field("days") == "day_1"
    assert form_field("venue") == "venue"


def test_every_code_that_is_raised_here_has_a_text():
    raised = re.compile(r'(?:RuleViolation|NotFound)\(\s*"([a-z_]+\.[a-z_]+)"')
    codes: set[str] = set()
    for name in MINE:
        for room in ("services", "domain", "specs", "persistence/queries"):
            source = SOURCES / room / f"{name}.py"
            if source.exists():
                codes.update(raised.findall(source.read_text(encoding="utf-8")))
    assert len(codes) > 20
    assert codes <= set(TEXTS)
