"""Openings, candidates and matches as the coordinator meets them, to the placement that comes of it."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from socialupph.domain.changes import Entity
from socialupph.domain.commands.candidates import CandidateFields, ConsentFields
from socialupph.domain.commands.matching import AcceptMatch, AdvanceMatch, DeclineMatch, SuggestMatch
from socialupph.domain.commands.openings import OpeningAnswerFields, OpeningFields
from socialupph.domain.commands.placements import EndPlacement
from socialupph.domain.errors import RuleViolation
from socialupph.domain.kinds import CandidateStatus, Decliner, ReferenceList, SecrecyBasis
from socialupph.domain.ledger import PlacementKind
from socialupph.domain.matching import MatchStep
from socialupph.domain.openings import OpeningStatus
from socialupph.domain.queries import ListQuery
from socialupph.domain.views.timeline import EventKind
from socialupph.persistence.records import RequirementRecord
from socialupph.specs import candidates as candidate_specs
from socialupph.specs import matching as match_specs
from socialupph.specs import openings as opening_specs
from tests.services.placement_world import TODAY, World, build, entities

D = dt.date
SUGGESTED, ANSWERED = D(2026, 8, 20), D(2026, 8, 27)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = build(tmp_path / "prov.sup")
    yield made
    made.services.close()


def suggest(world: World, candidate: int, opening: int, on: dt.date = SUGGESTED) -> int:
    return world.services.matching.suggest(SuggestMatch(candidate, opening, on)).new_id(Entity.MATCH)


def advance(world: World, match: int, step: MatchStep, on: dt.date, **fields: object) -> None:
    version = world.services.matching.view(match).version
    world.services.matching.advance(AdvanceMatch(match, version, step, on, **fields))  # type: ignore[arg-type]


def accept(world: World, match: int, on: dt.date = ANSWERED) -> int:
    version = world.services.matching.view(match).version
    command = AcceptMatch(match, version, world.form(), D(2026, 9, 7), D(2026, 12, 30), on)
    return world.services.matching.accept(command).new_id(Entity.PLACEMENT)


def first_offer(world: World) -> dt.date | None:
    with world.services._context.database.read() as session:
        return session.get_one(RequirementRecord, world.requirement).first_offer_on


def test_from_suggestion_to_placement(world: World):
    opening = world.opening(workplace_id=world.workplace, supervisor_id=world.supervisor)
    candidate = world.candidate(
        name="Ingrid Exempel", extent_percent=Decimal(50), referring_officer="Alf Exempel", available_from=D(2026, 9, 1)
    )
    match = suggest(world, candidate, opening)
    advance(world, match, MatchStep.CONTACTED, D(2026, 8, 21))
    advance(world, match, MatchStep.PRESENTED, D(2026, 8, 22), told_employer="Kan börja 7 september, 50 %")
    assert world.services.matching.view(match).told_employer == "Kan börja 7 september, 50 %"
    advance(world, match, MatchStep.OFFERED, D(2026, 8, 24), offer_until=D(2026, 8, 31))
    assert world.services.openings.view(opening).status is OpeningStatus.RESERVED
    assert first_offer(world) == D(2026, 8, 24)
    asked = world.services.matching.acceptance(match)
    assert (asked.working_time_percent, asked.af_officer, asked.starts_on) == (Decimal(50), "Alf Exempel", TODAY)
    assert asked.planned_end_on == D(2027, 1, 21)
    version = world.services.matching.view(match).version
    changes = world.services.matching.accept(
        AcceptMatch(match, version, world.form(), D(2026, 9, 7), D(2026, 12, 30), D(2026, 8, 27))
    )
    assert entities(changes) == {
        Entity.MATCH, Entity.PLACEMENT, Entity.FOLLOW_UP, Entity.CANDIDATE, Entity.OPENING,
    }  # fmt: skip
    view = world.view(changes.new_id(Entity.PLACEMENT))
    assert (view.links.opening_code, view.links.candidate_code) == ("PL-0001", "KA-0001")
    assert (view.links.contract_id, view.links.requirement_id) == (world.contract, world.requirement)
    assert (view.links.workplace, view.links.supervisor) == ("Norrtullsskolan", "Rut Exempel")
    assert (view.facts.working_time_percent, view.facts.af_officer) == (Decimal(50), "Alf Exempel")
    assert len(view.plan) == 9
    assert {EventKind.SUGGESTED, EventKind.ACCEPTED, EventKind.STARTED} <= {event.kind for event in view.timeline}
    assert world.services.openings.view(opening).status is OpeningStatus.FILLED
    assert world.services.openings.rows([opening])[0].free_seats == 0
    person = world.services.candidates.view(candidate)
    assert (person.status, person.placements[0].code) == (CandidateStatus.PLACED, view.code)
    assert world.services.candidates.rows([candidate])[0].placement_code == view.code


def test_a_seat_is_taken_once_and_free_again_when_broken_off(world: World):
    opening = world.opening()
    first, second = world.candidate(), world.candidate()
    matches = suggest(world, first, opening), suggest(world, second, opening)
    placement = accept(world, matches[0])
    with pytest.raises(RuleViolation, match=r"match\.no_seat"):
        accept(world, matches[1])
    with pytest.raises(RuleViolation, match=r"opening\.not_open"):
        suggest(world, world.candidate(), opening)
    reason = world.reference(ReferenceList.END_REASON, "own_choice")
    version = world.view(placement).version
    world.services.placements.end(EndPlacement(placement, version, D(2026, 9, 18), reason))
    assert world.services.openings.view(opening).status is OpeningStatus.OPEN
    assert world.services.candidates.view(first).status is CandidateStatus.ACTIVE
    accept(world, matches[1])
    assert world.services.openings.view(opening).status is OpeningStatus.FILLED


def test_steps_go_forward_and_are_dated(world: World):
    match = suggest(world, world.candidate(), world.opening())
    advance(world, match, MatchStep.PRESENTED, D(2026, 8, 22))
    for step, day, code in (
        (MatchStep.CONTACTED, D(2026, 8, 23), "match.back"),
        (MatchStep.INTERVIEW, D(2026, 8, 21), "match.date_order"),
        (MatchStep.INTERVIEW, D(2026, 9, 23), "match.in_future"),
        (MatchStep.ACCEPTED, D(2026, 8, 23), "match.own_command"),
    ):
        with pytest.raises(RuleViolation) as caught:
            advance(world, match, step, day)
        assert caught.value.code == code
    view = world.services.matching.view(match)
    assert (view.step, view.presented_on) == (MatchStep.PRESENTED, D(2026, 8, 22))


def test_a_no_says_who_and_why(world: World):
    candidate, opening = world.candidate(), world.opening()
    match = suggest(world, candidate, opening)
    with pytest.raises(RuleViolation, match=r"match\.exists"):
        suggest(world, candidate, opening)
    version = world.services.matching.view(match).version
    with pytest.raises(RuleViolation, match=r"match\.reason_missing"):
        world.services.matching.decline(DeclineMatch(match, version, Decliner.CANDIDATE, ""))
    world.services.matching.decline(DeclineMatch(match, version, Decliner.CANDIDATE, "Fick annat"))
    view = world.services.matching.view(match)
    assert (view.step, view.declined_by, view.answered_on) == (MatchStep.DECLINED, Decliner.CANDIDATE, TODAY)
    assert suggest(world, candidate, opening) != match


def test_the_board_has_codes_in_columns(world: World):
    opening = world.opening()
    first = suggest(world, world.candidate(name="Åsa Påhitt"), opening, D(2026, 8, 20))
    second = suggest(world, world.candidate(), opening, D(2026, 9, 20))
    advance(world, first, MatchStep.OFFERED, D(2026, 9, 1), offer_until=TODAY)
    board = {column.step: column.cards for column in world.services.matching.board()}
    assert list(board) == [step for step in MatchStep if step is not MatchStep.DECLINED]
    assert [card.id for card in board[MatchStep.SUGGESTED]] == [second]
    (card,) = board[MatchStep.OFFERED]
    assert (card.person, card.opening_code, card.days) == ("KA-0001", "PL-0001", 21)
    assert match_specs.waiting(card, TODAY)[0] == "svar senast i dag"
    of_contract = ListQuery(filters=(("contract", (str(world.contract),)),))
    assert sum(len(column.cards) for column in world.services.matching.board(of_contract)) == 2
    assert sum(len(column.cards) for column in world.services.matching.board(ListQuery(search="påhitt"))) == 1
    assert world.services.matching.rows([first], show_names=True)[0].person == "KA-0001"
    every = set(world.services.matching.ids(ListQuery()))
    for column in match_specs.TABLE.columns:
        assert set(world.services.matching.ids(ListQuery(column.key))) == every


def test_openings_keep_the_trail_of_days(world: World):
    opening = world.opening(offered_on=D(2026, 9, 1), requested_on=D(2026, 9, 2), seats=2, draft=True)
    openings = world.services.openings
    assert first_offer(world) == D(2026, 9, 1)
    view = openings.view(opening)
    assert (view.code, view.status, view.supplier) == ("PL-0001", OpeningStatus.DRAFT, "Bygg & Mark i Fjällbyn AB")
    openings.set_status(opening, view.version, OpeningStatus.OPEN)
    openings.register_answer(OpeningAnswerFields(opening, D(2026, 9, 10), "Alf Exempel", text="Ingen just nu"))
    (row,) = openings.rows([opening])
    assert (row.days_open, row.last_answer_on, row.free_seats) == (21, D(2026, 9, 10), 2)
    assert row.requirement_code.startswith(row.contract_code)
    (answer,) = openings.view(opening).answers
    edited = OpeningAnswerFields(opening, D(2026, 9, 11), "Alf Exempel", candidate_found=True)
    assert entities(openings.edit_answer(answer.id, answer.version, edited)) == {Entity.OPENING}
    openings.set_status(opening, openings.view(opening).version, OpeningStatus.CLOSED)
    with pytest.raises(RuleViolation, match=r"opening\.transition"):
        openings.set_status(opening, openings.view(opening).version, OpeningStatus.DRAFT)
    openings.set_status(opening, openings.view(opening).version, OpeningStatus.OPEN)
    every = set(openings.ids(ListQuery()))
    for column in opening_specs.TABLE.columns:
        assert set(openings.ids(ListQuery(column.key, descending=True))) == every
    assert openings.ids(ListQuery(search="rivning fjällbyn")) == [opening]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"title": " "}, "field.missing"),
        ({"seats": 0}, "opening.seats"),
        ({"starts_on": D(2026, 9, 2), "ends_on": D(2026, 9, 1)}, "period.end_before_start"),
        ({"extent_percent": Decimal(101)}, "working_time.range"),
    ],
)
def test_an_opening_that_cannot_be(world: World, fields: dict[str, object], code: str):
    with pytest.raises(RuleViolation) as caught:
        world.opening(**fields)
    assert caught.value.code == code


def test_an_opening_in_use_is_not_voided(world: World):
    opening = world.opening()
    accept(world, suggest(world, world.candidate(), opening))
    with pytest.raises(RuleViolation, match=r"opening\.in_use"):
        world.services.openings.void(opening, world.services.openings.view(opening).version, "Fel")
    other = world.opening(title="Målning")
    world.services.openings.void(other, world.services.openings.view(other).version, "Fel")
    assert world.services.openings.total() == 1


def test_editing_an_opening_opens_a_draft(world: World):
    opening = world.opening(draft=True)
    version = world.services.openings.view(opening).version
    command = OpeningFields(world.requirement, "Målning", PlacementKind.EMPLOYMENT, seats=3)
    world.services.openings.edit(opening, version, command)
    view = world.services.openings.view(opening)
    assert (view.status, view.title, view.seats) == (OpeningStatus.OPEN, "Målning", 3)


def test_a_candidate_with_needs_consents_and_an_own_secrecy(world: World):
    needs = tuple(
        world.reference(ReferenceList.WORKPLACE_ADJUSTMENT, key) for key in ("quiet_environment", "fixed_hours")
    )
    group = world.reference(ReferenceList.TARGET_GROUP, "young")
    candidate = world.candidate(
        name="Ingrid Exempel", adjustment_ids=needs, target_group_id=group, wished_occupations="Målare, , Snickare"
    )
    candidates = world.services.candidates
    candidates.register_consent(ConsentFields(candidate, "Bygg & Mark", "Att hon har truckkort", D(2026, 9, 1)))
    view = candidates.view(candidate)
    assert view.secrecy_basis is SecrecyBasis.OSL_26_1
    assert set(view.adjustments) == {"Tyst miljö", "Fasta tider"}
    assert (view.target_group, view.wished_occupations) == ("Unga", "Målare, Snickare")
    (consent,) = view.consents
    taken_back = ConsentFields(candidate, consent.recipient, consent.what, consent.given_on, withdrawn_on=TODAY)
    assert entities(candidates.edit_consent(consent.id, consent.version, taken_back)) == {Entity.CANDIDATE}
    assert candidates.rows([candidate])[0].has_needs
    changes = candidates.edit(candidate, view.version, CandidateFields("Ingrid Exempel", adjustment_ids=needs[:1]))
    assert entities(changes) == {Entity.CANDIDATE}
    assert candidates.view(candidate).adjustments == ("Tyst miljö",)
    for key in ("has_needs", "_has_needs", "target_group", "adjustments"):
        with pytest.raises(KeyError):
            candidates.ids(ListQuery(key))
        with pytest.raises(KeyError):
            candidates.ids(ListQuery(filters=((key, ("1",)),)))
    for column in candidate_specs.TABLE.columns:
        if column.sortable:
            assert candidates.ids(ListQuery(column.key)) == [candidate]
    assert candidates.ids(ListQuery(search="ingrid exem")) == [candidate]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"name": "Ingrid Exempel", "protected": True, "alias": "Ingrid"}, "person.alias_tells"),
        ({"email": "inte en adress"}, "email.shape"),
        ({"extent_percent": Decimal(0)}, "working_time.range"),
        ({"birth_year": 1815}, "candidate.birth_year"),
        ({"adjustment_ids": (1,)}, "candidate.adjustment"),
    ],
)
def test_a_candidate_that_cannot_be(world: World, fields: dict[str, object], code: str):
    with pytest.raises(RuleViolation) as caught:
        world.candidate(**fields)
    assert caught.value.code == code
    assert world.services.candidates.total() == 0


def test_closing_and_voiding_a_candidate(world: World):
    candidates = world.services.candidates
    candidate = world.candidate()
    candidates.close(candidate, candidates.view(candidate).version)
    assert candidates.rows([candidate])[0].status is CandidateStatus.CLOSED
    with pytest.raises(RuleViolation, match=r"match\.candidate_closed"):
        suggest(world, candidate, world.opening())
    candidates.reopen(candidate, candidates.view(candidate).version)
    world.placement(candidate_id=candidate)
    with pytest.raises(RuleViolation, match=r"candidate\.in_use"):
        candidates.void(candidate, candidates.view(candidate).version, "Dubblett")
    other = world.candidate()
    candidates.void(other, candidates.view(other).version, "Dubblett")
    assert candidates.total() == 1
    assert candidates.ids(ListQuery(filters=(("status", ("placed",)),))) == [candidate]
