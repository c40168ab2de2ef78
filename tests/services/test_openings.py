"""What is read of openings beside the list: their trail, their contracts, and who nobody is proposed for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from socialupph.domain.changes import Entity
from socialupph.domain.commands.matching import AcceptMatch, DeclineMatch, SuggestMatch
from socialupph.domain.commands.openings import OpeningAnswerFields
from socialupph.domain.commands.placements import EndPlacement
from socialupph.domain.kinds import Decliner, ReferenceList
from socialupph.domain.views.timeline import EventKind
from tests.services.placement_world import TODAY, D, World, build


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = build(tmp_path / "prov.sup")
    yield made
    made.services.close()


def suggest(world: World, candidate: int, opening: int) -> int:
    return world.services.matching.suggest(SuggestMatch(candidate, opening, D(2026, 8, 20))).new_id(Entity.MATCH)


def test_the_trail_of_an_opening_is_newest_first(world: World):
    opening = world.opening(offered_on=D(2026, 8, 1), requested_on=D(2026, 8, 3), seats=2)
    world.services.openings.register_answer(OpeningAnswerFields(opening, D(2026, 8, 10), text="Ingen än"))
    first = suggest(world, world.candidate(), opening)
    no = DeclineMatch(first, 1, Decliner.EMPLOYER, "Söker B-körkort", D(2026, 8, 25))
    world.services.matching.decline(no)
    second = suggest(world, world.candidate(name="Pia Hemlig", protected=True, alias="KA-0900"), opening)
    yes = AcceptMatch(second, 1, world.form(), D(2026, 9, 1), D(2026, 12, 30), D(2026, 8, 28))
    placement = world.services.matching.accept(yes).new_id(Entity.PLACEMENT)
    told = [(event.on, event.kind, event.detail) for event in world.services.openings.view(opening).timeline]
    assert told == [
        (D(2026, 9, 1), EventKind.STARTED, "P-0001"),
        (D(2026, 8, 28), EventKind.ACCEPTED, "KA-0900"),
        (D(2026, 8, 25), EventKind.DECLINED, "KA-0001: Söker B-körkort"),
        (D(2026, 8, 20), EventKind.SUGGESTED, "KA-0001"),
        (D(2026, 8, 20), EventKind.SUGGESTED, "KA-0900"),
        (D(2026, 8, 10), EventKind.OPENING_ANSWERED, "Ingen än"),
        (D(2026, 8, 3), EventKind.OPENING_REQUESTED, ""),
        (D(2026, 8, 1), EventKind.OPENING_OFFERED, ""),
    ]
    reason = world.services.reference.items(ReferenceList.END_REASON)[0].id
    version = world.view(placement).version
    world.services.placements.end(EndPlacement(placement, version, TODAY, reason))
    newest = world.services.openings.view(opening).timeline[0]
    assert newest.on == TODAY
    assert newest.kind in (EventKind.ENDED, EventKind.INTERRUPTED)


def test_what_a_protected_persons_no_was_about_is_not_told(world: World):
    opening = world.opening()
    match = suggest(world, world.candidate(name="Pia Hemlig", protected=True, alias="KA-0900"), opening)
    world.services.matching.decline(DeclineMatch(match, 1, Decliner.CANDIDATE, "Hemlig orsak", D(2026, 8, 25)))
    assert "Hemlig" not in str(world.services.openings.view(opening).timeline)


def test_contracts_with_openings_and_openings_without_candidate(world: World):
    openings = world.services.openings
    assert (openings.contracts(), openings.without_candidate()) == ((), 0)
    opening = world.opening()
    world.opening(draft=True)
    assert (openings.contracts(), openings.without_candidate()) == (((world.contract, "K-2026-001"),), 1)
    suggest(world, world.candidate(), opening)
    assert openings.without_candidate() == 0
    openings.void(2, 1, "Fel")
    assert openings.contracts() == ((world.contract, "K-2026-001"),)


def test_what_was_told_is_withheld_for_a_protected_person(world: World):
    open_one = suggest(world, world.candidate(), world.opening())
    hidden = suggest(world, world.candidate(name="Pia", protected=True, alias="KA-0900"), world.opening())
    for match in (open_one, hidden):
        world.services.matching.note_told(match, 1, "Kan börja i oktober")
    rows = {row.id: row.told_employer for row in world.services.matching.rows([open_one, hidden])}
    assert rows == {open_one: "Kan börja i oktober", hidden: ""}
