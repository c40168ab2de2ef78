"""Reasons on the reserve list, deadlines, warnings, and a text for every code the rules raise."""

import ast
import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

import socialupph.domain
from socialupph.domain.changes import Entity
from socialupph.domain.deadlines import Bucket, DeadlineKind, deadline
from socialupph.domain.errors import RuleViolation
from socialupph.domain.placements import PlacementWarning, WarningCode
from socialupph.domain.sign_ups import QueuePlace, SeatCounts, SessionFacts, SignUpGroup, WaitReason, counts, seat_plan
from socialupph.specs.deadlines import BUCKETS, KINDS, reminder_note
from socialupph.specs.messages import TEXTS, message
from socialupph.specs.placement_warnings import warning_text
from socialupph.specs.sign_ups import GROUPS, counts_text, taken_text, waiting_reason
from tests.domain.days import CALENDAR, day
from tests.domain.test_sign_ups import SESSION, TODAY, the_course

FACTS = {"group": SignUpGroup.OWN_STAFF, "number": 1, "until": day("2026-09-25")}


def test_the_reserve_list_says_why():
    found = seat_plan(SESSION, the_course(), TODAY)
    assert [waiting_reason(place) for place in found.waiting] == [
        "Först i kön. Egen personal väntar till 25 september, leverantörer med kontrakt går före så länge.",
        "Egen personal, kom in efter nummer 1.",
        "Annan organisation, kom in efter nummer 2.",
    ]
    assert waiting_reason(found.seated[0]) == ""


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        (WaitReason.FIRST_FULL, "Först i kön. Alla platser är tagna."),
        (WaitReason.FIRST_FREE, "Först i kön. En plats är ledig att erbjuda."),
        (WaitReason.AFTER_PRIORITY, "Egen personal, leverantörer med kontrakt går före till och med 25 september."),
        (WaitReason.PASSED_ON, "Egen personal, svarade inte på ett tidigare erbjudande."),
    ],
)
def test_other_reasons(reason: WaitReason, expected: str):
    assert waiting_reason(QueuePlace(1, 2, False, reason, FACTS)) == expected


def test_every_reason_and_group_has_words():
    for reason in WaitReason:
        for group in SignUpGroup:
            text = waiting_reason(QueuePlace(1, 2, False, reason, {**FACTS, "group": group}))
            assert text.endswith(".")
            assert "{" not in text
    assert waiting_reason(QueuePlace(1, 2, False, WaitReason.FIRST_UNTIL, {})).startswith("Först i kön.")
    assert set(GROUPS) == set(SignUpGroup)


def test_the_seats_in_words():
    numbers = counts(SESSION, the_course())
    assert taken_text(numbers) == "17 av 20 platser tagna"

    def told(found: SeatCounts, until: dt.date | None = None) -> list[str]:
        return [text for _mark, text in counts_text(found, until)]

    assert told(numbers) == ["14 bekräftade", "3 anmälda", "1 erbjuden", "2 lediga"]
    assert told(numbers, dt.date(2026, 9, 24))[2] == "1 erbjuden till 24 sep"
    assert told(counts(SessionFacts(1, TODAY), [])) == ["1 ledig"]
    assert told(counts(replace(SESSION, capacity=16), the_course()))[3:] == ["2 för många", "0 lediga"]


def test_every_deadline_has_a_name_and_says_when_its_day_is_off():
    assert set(KINDS) == set(DeadlineKind)
    assert set(BUCKETS) == set(Bucket)
    off = deadline(DeadlineKind.OPTION_NOTICE, day("2026-11-01"), CALENDAR, Entity.CONTRACT, 1)
    assert reminder_note(off) == "Infaller sön 1 nov, en ledig dag"
    assert reminder_note(deadline(DeadlineKind.TASK, day("2026-11-02"), CALENDAR, Entity.TASK, 1)) == ""


def test_every_warning_has_words():
    facts = {"code": "P-0001", "start": TODAY, "end": TODAY, "last_day": TODAY, "day": TODAY}
    for code in WarningCode:
        assert warning_text(PlacementWarning(code, facts)).endswith(".")
    assert warning_text(PlacementWarning(WarningCode.OVERLAP, facts)) == (
        "Personen har redan P-0001 samma tid, 2026-09-22 – 2026-09-22."
    )


def codes_in_domain() -> set[str]:
    """Every code that a module of ``domain`` raises as a literal."""
    found: set[str] = set()
    for path in Path(socialupph.domain.__path__[0]).glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "RuleViolation":
                first = node.args[0] if node.args else None
                if isinstance(first, ast.Constant):
                    found.add(str(first.value))
    return found


def test_every_code_of_the_rules_has_a_text():
    codes = codes_in_domain()
    assert len(codes) > 40
    assert codes <= set(TEXTS)


def test_facts_are_filled_in():
    violation = RuleViolation("date.no_such_day", "due_on", {"month": "Februari", "year": 2026, "days": 28})
    assert message(violation) == "Februari 2026 har 28 dagar."
