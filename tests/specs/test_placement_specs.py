"""Words, marks, columns and fields of candidates, openings, matches, placements and follow-ups fit what they describe."""

import ast
import datetime as dt
from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal
from enum import StrEnum

import pytest

from socialupph.domain.commands.candidates import CandidateFields, ConsentFields
from socialupph.domain.commands.follow_ups import MoveFollowUp, PlanFollowUp, RegisterFollowUp, SkipFollowUp
from socialupph.domain.commands.matching import AcceptMatch, AdvanceMatch, DeclineMatch, SuggestMatch
from socialupph.domain.commands.openings import OpeningAnswerFields, OpeningFields
from socialupph.domain.commands.placements import (
    ChangeWorkingTime,
    EndPlacement,
    OutcomeTime,
    PauseFields,
    PlacementFields,
    SetOutcome,
)
from socialupph.domain.follow_ups import FollowUpKind, FollowUpStatus
from socialupph.domain.kinds import (
    CandidateStatus,
    Decliner,
    FollowUpMeans,
    Question,
    Referrer,
    Respondent,
    SecrecyBasis,
    Sex,
)
from socialupph.domain.ledger import PlacementKind
from socialupph.domain.matching import MatchStep
from socialupph.domain.openings import OpeningStatus
from socialupph.domain.placements import PlacementStatus
from socialupph.domain.privacy import Privacy
from socialupph.domain.views.placements import PlacementRow, SupervisorTraining
from socialupph.domain.views.timeline import EventKind
from socialupph.persistence.records import CandidateRecord, FollowUpRecord, PlacementRecord
from socialupph.specs import candidates, follow_ups, matching, openings, placements
from socialupph.specs import words_placements as words
from socialupph.specs.forms import FormSpec
from socialupph.specs.marks import Tone
from socialupph.specs.messages import TEXTS
from tests.house.tree import ROOT

D = dt.date


@pytest.mark.parametrize(
    ("vocabulary", "texts"),
    [
        (PlacementStatus, words.PLACEMENT_STATUS_MARK),
        (SupervisorTraining, words.SUPERVISOR_TRAINING_MARK),
        (OpeningStatus, words.OPENING_STATUS_MARK),
        (MatchStep, words.MATCH_STEP_MARK),
        (FollowUpStatus, words.FOLLOW_UP_STATUS_MARK),
        (CandidateStatus, words.CANDIDATE_STATUS_MARK),
        (PlacementKind, words.PLACEMENT_KIND),
        (FollowUpKind, words.FOLLOW_UP_KIND),
        (FollowUpKind, words.FOLLOW_UP_KIND_SHORT),
        (FollowUpMeans, words.MEANS),
        (Respondent, words.RESPONDENT),
        (Question, words.QUESTION),
        (Question, words.QUESTION_HELP),
        (Sex, words.SEX),
        (Referrer, words.REFERRER),
        (SecrecyBasis, words.SECRECY_BASIS),
        (Decliner, words.DECLINER),
        (OutcomeTime, words.OUTCOME_TIME),
        (EventKind, words.EVENT),
    ],
)
def test_every_value_has_a_word(vocabulary: type[StrEnum], texts: Mapping[StrEnum, object]):
    assert set(texts) == set(vocabulary)


@pytest.mark.parametrize(
    ("form", "command"),
    [
        (candidates.form((), ()), CandidateFields),
        (candidates.CONSENT_FORM, ConsentFields),
        (openings.FORM, OpeningFields),
        (openings.ANSWER_FORM, OpeningAnswerFields),
        (matching.SUGGEST_FORM, SuggestMatch),
        (matching.SUGGEST_OPENING_FORM, SuggestMatch),
        (matching.advance_form(MatchStep.SUGGESTED), AdvanceMatch),
        (matching.TOLD_FORM, AdvanceMatch),
        (openings.REQUEST_FORM, OpeningFields),
        (matching.DECLINE_FORM, DeclineMatch),
        (matching.accept_form(()), AcceptMatch),
        (placements.form(()), PlacementFields),
        (placements.end_form((), ()), EndPlacement),
        (placements.outcome_form(()), SetOutcome),
        (placements.PAUSE_FORM, PauseFields),
        (placements.WORKING_TIME_FORM, ChangeWorkingTime),
        (follow_ups.FORM, RegisterFollowUp),
        (follow_ups.PLAN_FORM, PlanFollowUp),
        (follow_ups.MOVE_FORM, MoveFollowUp),
        (follow_ups.SKIP_FORM, SkipFollowUp),
    ],
    ids=lambda given: given.name if isinstance(given, FormSpec) else given.__name__,
)
def test_every_field_is_one_of_the_commands(form: FormSpec, command: type):
    known = {field.name for field in fields(command)}
    keys = [field.key for field in form.fields()]
    assert set(keys) <= known
    assert len(keys) == len(set(keys))


def test_no_sensitive_column_is_listed_or_exported():
    withheld = {
        column.name
        for record in (CandidateRecord, PlacementRecord, FollowUpRecord)
        for column in record.__table__.columns
        if column.info["privacy"] in (Privacy.SENSITIVE, Privacy.PROTECTED)
    }
    assert {"target_group_id", "protected"} <= withheld
    tables = (candidates.TABLE, openings.TABLE, matching.TABLE, placements.TABLE, follow_ups.TABLE)
    keys = {column.key for table in (*tables, follow_ups.EXPORT_TABLE) for column in table.columns}
    keys |= {one.key for table in tables for one in table.filters}
    assert not keys & withheld
    assert not any(column.key == "workplace" and column.shown for table in tables for column in table.columns)


def test_every_code_these_services_raise_has_a_text():
    raised: set[str] = set()
    for name in ("candidates", "openings", "matching", "placements", "placing", "follow_ups"):
        for node in ast.walk(ast.parse((ROOT / f"src/socialupph/services/{name}.py").read_text("utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            code = node.args[0] if node.func.id in ("RuleViolation", "NotFound") else None
            if isinstance(code, ast.Constant):
                raised.add(str(code.value))
    assert len(raised) > 15
    assert raised - set(TEXTS) == set()


def row(**given: object) -> PlacementRow:
    values: dict[str, object] = {
        "id": 1, "code": "P-0001", "status": PlacementStatus.RUNNING, "candidate_id": 1, "person": "KA-0001",
        "heads": 1, "host": "Bygg AB", "workplace": "", "contract_code": "K-2026-014", "requirement_code": "",
        "form": "Arbetspraktik", "starts_on": D(2026, 9, 7), "planned_end_on": D(2026, 12, 30), "ended_on": None,
        "ends_on": D(2026, 12, 30), "share_done": 0.1, "working_time_percent": Decimal(50),
        "supervisor_training": SupervisorTraining.CLEAR, "next_follow_up_id": 1, "next_kind": FollowUpKind.MONTHLY,
        "next_due_on": D(2026, 9, 23), "next_in_days": 1, "next_days_late": 0, "returns_on": None,
    }  # fmt: skip
    return PlacementRow(**{**values, **given})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "step", "day", "tone"),
    [
        ({}, "Månad", "i morgon", None),
        ({"next_in_days": 0}, "Månad", "i dag", Tone.WARN),
        ({"next_in_days": 9}, "Månad", "23 sep", None),
        ({"next_in_days": -5, "next_days_late": 5}, "Månad", "5 dgr försenad", Tone.BAD),
        ({"next_kind": None, "next_due_on": None}, "", "", None),
        ({"status": PlacementStatus.PAUSED, "returns_on": D(2026, 9, 28)}, "Återgång", "28 sep", Tone.NEUTRAL),
    ],
)
def test_the_next_step_in_words(given: dict[str, object], step: str, day: str, tone: Tone | None):
    shown = row(**given)
    mark = placements.next_step_mark(shown)
    assert (placements.next_step(shown), placements.next_step_day(shown)) == (step, day)
    assert (mark.tone if mark else None) is tone


def test_recruited_people_are_counted_not_named():
    assert placements.person_text("", 1) == "1 rekryterad"
    assert placements.person_text("", 3) == "3 rekryterade"
    assert placements.person_text("KA-0042", 1) == "KA-0042"
