"""Sheets of courses that were held: sessions, who took part, and that the supervisors' training is right afterwards."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from socialupph.domain.changes import Entity
from socialupph.domain.commands.register_sheets import CandidateRow, ContactCells, CourseRow, SheetKind
from socialupph.domain.commands.suppliers import ContactFields
from socialupph.domain.commands.training import AttendanceTick
from socialupph.domain.kinds import ContactRole, SessionStatus
from socialupph.domain.sign_ups import SignUpStatus
from socialupph.domain.views.imports import RowState
from socialupph.domain.views.register_sheets import Doubt
from socialupph.domain.views.training import SessionView, SignUpEntry
from socialupph.persistence.records import AttendanceRecord
from tests.services.contract_world import World, build
from tests.services.sheet_world import Sheets, codes, listed, only, placed, rows_of, states

D = dt.date
SPRING = (D(2026, 4, 14),)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = build(tmp_path / "prov.sup")
    made.new_supplier("Nya Bygg AB", "559900-0014")
    made.contract(number="2026/1", suppliers=(3,), starts_on=D(2026, 1, 1))
    yield made
    made.services.close()


def course(row: int = 2, name: str = "Rut Låtsas", **told: Any) -> CourseRow:
    usual: dict[str, Any] = {
        "course": "Handledarutbildning",
        "days": SPRING,
        "starts_at": dt.time(9),
        "ends_at": dt.time(16),
        "attended": True,
        **told,
    }
    return CourseRow(row, name=name, **usual)


def _session(world: World) -> SessionView:
    (row,) = listed(world.services.training, "first_day")
    return world.services.training.view(row.id)


def _people(world: World) -> list[SignUpEntry]:
    view = _session(world)
    return [*view.seated, *view.waiting]


def _contact(world: World, name: str = "Rut Låtsas", **told: Any) -> int:
    command = replace(ContactFields(3, name, ContactRole.SUPERVISOR), **told)
    return world.services.suppliers.register_contact(command).new_id(Entity.CONTACT)


def _trained(world: World) -> list[bool]:
    return [one.trained for one in world.services.suppliers.view(3).contacts]


def test_a_held_course_comes_with_its_participants(world: World):
    rows = (
        course(
            venue="Stadshuset",
            trainers="Tuva Låtsas",
            capacity=20,
            organisation="Exempelby kommun",
            email="rut@exempelby.example",
        ),
        course(3, "Bo Påhitt", venue="stadshuset", attended=False),
        course(4, "Amina Fiktiv", attended=None, certificate_number="", phone="070-174 06 05"),
        course(5, "Örjan Exempel", certificate_number="12", certificate_on=D(2026, 4, 20)),
    )
    _changes, preview = Sheets(world, *rows).apply()
    assert states(preview) == {"courses": "nnnn"}
    assert [row.code for row in rows_of(preview, SheetKind.COURSES)] == ["S-0001"] * 4
    view = _session(world)
    assert (view.status, view.course, view.venue, view.capacity) == (
        SessionStatus.HELD,
        "Handledarutbildning",
        "Stadshuset",
        20,
    )
    assert [(day.held_on, day.starts_at, day.ends_at) for day in view.days] == [(SPRING[0], dt.time(9), dt.time(16))]
    assert (view.last_sign_up_on, view.goes_first_until, view.trainers) == (SPRING[0], None, "Tuva Låtsas")
    assert [(one.label, one.status, one.late) for one in _people(world)] == [
        ("Rut Låtsas", SignUpStatus.ATTENDED, False),
        ("Bo Påhitt", SignUpStatus.ABSENT, False),
        ("Amina Fiktiv", SignUpStatus.NO_RECORD, False),
        ("Örjan Exempel", SignUpStatus.ATTENDED, False),
    ]
    signed = world.services.sign_ups.view(_people(world)[3].id)
    assert (signed.certificate_number, signed.certificate_on) == ("12", D(2026, 4, 20))
    assert states(Sheets(world, *rows).preview()) == {"courses": "uuuu"}


def test_a_course_has_at_least_as_many_seats_as_it_had_people(world: World):
    Sheets(world, course(), course(3, "Bo Påhitt")).apply()
    assert _session(world).capacity == 2
    preview = Sheets(world, course(4, "Amina Fiktiv")).preview()
    assert only(preview).changes == {"capacity": ("2", "3")}
    Sheets(world, course(4, "Amina Fiktiv")).apply()
    assert (_session(world).capacity, _session(world).counts.free) == (3, 0)


def test_days_are_ticked_as_the_sheet_tells(world: World):
    days = (D(2026, 4, 14), D(2026, 4, 15))
    rows = (course(days=days), course(3, "Bo Påhitt", days=days, attended_on=((days[0], False), (days[1], True))))
    Sheets(world, *rows).apply()
    view = _session(world)
    assert [list(one.attendance) for one in view.seated] == [[True, True], [False, True]]
    assert states(Sheets(world, *rows).preview()) == {"courses": "uu"}
    other = course(3, "Bo Påhitt", days=days, attended_on=((days[0], True), (days[1], True)))
    assert only(Sheets(world, other).preview()).changes == {"attended_on": ("", "2026-04-14 +")}
    Sheets(world, other).apply()
    assert [list(one.attendance) for one in _session(world).seated] == [[True, True], [True, True]]


def test_what_the_register_knows_by_day_is_not_overruled_by_a_sheet_that_does_not(world: World):
    days = (D(2026, 4, 14), D(2026, 4, 15))
    Sheets(world, course(days=days)).apply()
    view = _session(world)
    world.services.sign_ups.mark_attendance(
        view.id, [AttendanceTick(view.seated[0].id, view.days[0].id, present=False)]
    )
    assert states(Sheets(world, course(days=days)).preview()) == {"courses": "u"}


def test_a_session_without_people_is_a_row_of_its_own(world: World):
    row = course(name="", attended=None, capacity=12)
    assert only(Sheets(world, row).preview()).state is RowState.NEW
    Sheets(world, row).apply()
    assert (_session(world).capacity, _people(world)) == (12, [])
    assert states(Sheets(world, row).preview()) == {"courses": "u"}


def test_sessions_are_told_apart_by_first_day_and_place(world: World):
    rows = (
        course(),
        course(3, "Bo Påhitt", days=(D(2026, 5, 5),)),
        course(4, "Amina Fiktiv", venue="Folkets hus", days=(D(2026, 5, 5),)),
        course(5, "Örjan Exempel", venue="Stadshuset", days=(D(2026, 5, 5),)),
    )
    Sheets(world, *rows).apply()
    assert [(row.first_day, row.venue, row.taken) for row in listed(world.services.training, "first_day")] == [
        (D(2026, 4, 14), "", 1),
        (D(2026, 5, 5), "Folkets hus", 2),
        (D(2026, 5, 5), "Stadshuset", 1),
    ]
    assert states(Sheets(world, *rows).preview()) == {"courses": "uuuu"}


def test_a_session_is_known_by_its_code(world: World):
    Sheets(world, course()).apply()
    found = only(Sheets(world, CourseRow(2, session="S-0001", name="Bo Påhitt", attended=True)).preview())
    assert (found.state, found.code) == (RowState.NEW, "S-0001")


def test_a_course_whose_title_looks_alike_is_asked(world: World):
    Sheets(world, course()).apply()
    sheets = Sheets(world, course(course="Handledarutbildningg", days=(D(2026, 5, 5),)))
    question = sheets.question("Handledarutbildningg")
    assert (question.asked, question.doubt, question.may_be_new) == (Entity.COURSE, Doubt.MAYBE, True)
    sheets.answer("Handledarutbildningg", "Handledarutbildning").apply()
    assert len(world.services.training.courses()) == 1
    assert states(Sheets(world, *sheets.rows).preview()) == {"courses": "u"}


def test_only_a_course_for_supervisors_trains_them(world: World):
    found = only(Sheets(world, course(course="Lunchföreläsning")).preview())
    assert codes(found) == ["warn_no_supervisor_training"]
    _contact(world)
    Sheets(world, course(course="Lunchföreläsning", organisation="Nya Bygg AB")).apply()
    assert [one.gives_supervisor_training for one in world.services.training.courses()] == [False]
    assert _trained(world) == [False]


def test_times_that_are_not_told_are_said(world: World):
    found = only(Sheets(world, course(starts_at=None, ends_at=None)).preview())
    assert (codes(found), found.warnings[0].facts) == (["warn_times"], {"start": "09:00", "end": "16:00"})


def test_a_course_that_is_to_come_is_open_and_nobody_was_there_yet(world: World):
    ahead = (D(2026, 11, 3),)
    rows = (
        course(days=ahead, attended=None, capacity=1),
        course(3, "Bo Påhitt", days=ahead, attended=None, capacity=1),
    )
    Sheets(world, *rows).apply()
    view = _session(world)
    assert (view.status, [one.label for one in view.seated], [one.label for one in view.waiting]) == (
        SessionStatus.OPEN,
        ["Rut Låtsas"],
        ["Bo Påhitt"],
    )
    assert codes(only(Sheets(world, course(days=ahead)).preview())) == ["attended_ahead"]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"course": ""}, ["course_no_title"]),
        ({"days": ()}, ["course_no_date"]),
        ({"name": "", "email": "rut@x.example"}, ["participant_no_name"]),
        ({"starts_at": dt.time(16), "ends_at": dt.time(9)}, ["session_ends_before_start"]),
        ({"org_number": "559900-0015", "organisation": "Nya Bygg AB"}, ["org_check_digit"]),
    ],
)
def test_what_cannot_be_is_told_by_row(world: World, told: dict[str, Any], expected: list[str]):
    assert codes(only(Sheets(world, course(**told)).preview())) == expected


# ---------------------------------------------------------------- who took part


@pytest.mark.parametrize(
    "told",
    [
        {"organisation": "Nya Bygg AB"},
        {"organisation": "NYA  BYGG AB"},
        {"organisation": "Bygget", "org_number": "559900-0014"},
        {"name": "RUT LÅTSAS", "email": "Rut@NyaBygg.example"},
    ],
)
def test_a_participant_who_is_a_contact_is_linked_and_trained(world: World, told: dict[str, Any]):
    contact = _contact(world, email="rut@nyabygg.example")
    rows = (CandidateRow(2, name="Ingrid Exempel"), placed(supervisor=ContactCells("Rut Låtsas")), course(**told))
    _changes, preview = Sheets(world, *rows).apply()
    assert preview.questions == ()
    view = world.services.sign_ups.view(_people(world)[0].id)
    assert (view.contact_id, view.supplier_id, view.contract_id) == (contact, 3, 1)
    assert _trained(world) == [True]
    (told_row,) = rows_of(preview, SheetKind.PLACEMENTS)
    assert told_row.warnings == (), "the course of the same batch counts"
    counters = world.services.today.counters()
    assert (counters.untrained, counters.untrained_with_someone) == (0, 0)


def test_somebody_who_was_absent_is_not_trained(world: World):
    _contact(world)
    Sheets(world, course(organisation="Nya Bygg AB", attended=False)).apply()
    assert _trained(world) == [False]


def test_a_contact_who_looks_like_the_participant_is_proposed(world: World):
    _contact(world, "Ruth Låtsas")
    sheets = Sheets(world, course(organisation="Nya Bygg AB"))
    question = sheets.question("Rut Låtsas")
    assert (question.asked, question.doubt, question.may_be_new, question.may_be_empty) == (
        Entity.CONTACT,
        Doubt.MAYBE,
        False,
        True,
    )
    without = Sheets(world, *sheets.rows).answer("Rut Låtsas", "skip")
    assert states(without.preview()) == {"courses": "n"}
    sheets.answer("Rut Låtsas", "Ruth Låtsas").apply()
    assert _trained(world) == [True]


def test_an_organisation_that_looks_like_a_supplier_is_asked_once(world: World):
    _contact(world)
    rows = (course(organisation="Nya Bygg"), course(3, "Bo Påhitt", organisation="Nya Bygg"))
    sheets = Sheets(world, *rows)
    question = sheets.question("Nya Bygg")
    assert (question.asked, question.may_be_empty, len(question.rows)) == (Entity.SUPPLIER, True, 2)
    sheets.answer("Nya Bygg", "Nya Bygg AB").apply()
    assert _trained(world) == [True]
    assert [one.organisation for one in _people(world)] == ["Nya Bygg", "Nya Bygg"]
    assert states(Sheets(world, *rows).preview()) == {"courses": "uu"}


def test_an_organisation_nobody_knows_is_only_written_down(world: World):
    preview = Sheets(world, course(organisation="Exempelby kommun")).preview()
    assert (states(preview), preview.questions) == ({"courses": "n"}, ())


def test_a_protected_contact_is_asked_and_stays_protected(world: World):
    _contact(world, protected=True, alias="Kontakt 4")
    sheets = Sheets(world, course(organisation="Nya Bygg AB"))
    assert [one.label for one in sheets.question("Rut Låtsas").choices] == ["Kontakt 4"]
    sheets.answer("Rut Låtsas", "Kontakt 4").apply()
    (person,) = _people(world)
    assert person.label == "Kontakt 4"
    assert world.services.search.find("Låtsas") == ()
    assert states(Sheets(world, *sheets.rows).preview()) == {"courses": "u"}


@pytest.mark.parametrize(
    ("name", "email"), [("Rut Låtsas", "annan@nyabygg.example"), ("Bo Påhitt", "rut@nyabygg.example")]
)
def test_a_name_or_an_address_that_is_there_already_is_asked(world: World, name: str, email: str):
    rows = (course(email="rut@nyabygg.example"), course(3, name, email=email))
    sheets = Sheets(world, *rows)
    question = sheets.question(name)
    assert (question.asked, question.doubt) == (Entity.SIGN_UP, Doubt.MAYBE)
    one, two = Sheets(world, *rows), Sheets(world, *rows)
    one.answers[question.key] = question.choices[0].token
    assert states(one.preview())["courses"][0] == "n"
    two.answers[question.key] = "new"
    two.apply()
    assert len(_people(world)) == 2
    assert states(Sheets(world, *rows).preview()) == {"courses": "uu"}


def test_what_changes_about_a_participant_is_shown_and_taken_back(world: World):
    Sheets(world, course(attended=None)).apply()
    before = world.content()
    changed = Sheets(world, course(certificate_number="7", phone="1"))
    assert only(changed.preview()).changes == {
        "phone": ("", "1"),
        "certificate_number": ("", "7"),
        "attended": ("no_record", "attended"),
    }
    changes, _preview = changed.apply()
    with world.services._context.database.read() as session:
        assert [note.present for note in session.query(AttendanceRecord)] == [True]
    assert changes.operation_id is not None
    world.services.undo.undo(changes.operation_id)
    assert world.content() == before


def test_a_void_session_takes_nobody(world: World):
    Sheets(world, course()).apply()
    view = _session(world)
    world.services.training.void(view.id, view.version, "Fel")
    assert codes(only(Sheets(world, CourseRow(2, session="S-0001", name="Bo")).preview())) == ["void"]
