"""What openings and candidates keep of an occupation from Arbetsförmedlingen's list, and of one's own words."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from socialupph.domain.commands.candidates import CandidateFields
from socialupph.domain.commands.code_lists import CodeRow
from socialupph.domain.commands.openings import OpeningFields
from socialupph.domain.kinds import CodeList
from socialupph.domain.ledger import PlacementKind
from tests.services.placement_world import World, build

OCCUPATION = CodeList.OCCUPATION
PEOPLE = [
    CodeRow(2, "Ab1c_2De_f3G", "Målare"),
    CodeRow(3, "Hi4j_5Kl_m6N", "Arbetsledare, anläggning"),
    CodeRow(4, "Op7q_8Rs_t9U", "Städare"),
]


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = build(tmp_path / "prov.sup")
    made.services.code_lists.apply(OCCUPATION, PEOPLE, source_name="yrken.csv")
    yield made
    made.services.close()


def said(world: World, opening: int) -> tuple[str | None, str | None]:
    view = world.services.openings.view(opening)
    return view.occupation, view.occupation_concept_id


def edit(world: World, opening: int, occupation: str | None) -> None:
    version = world.services.openings.view(opening).version
    command = OpeningFields(world.requirement, "Rivning", PlacementKind.INTERNSHIP, occupation=occupation)
    world.services.openings.edit(opening, version, command)


def test_an_occupation_of_the_list_keeps_its_concept_id(world: World):
    opening = world.opening(occupation="Målare")
    assert said(world, opening) == ("Målare", "Ab1c_2De_f3G")
    edit(world, opening, "Arbetsledare, anläggning")
    assert said(world, opening) == ("Arbetsledare, anläggning", "Hi4j_5Kl_m6N")
    edit(world, opening, "Alltiallo")
    assert said(world, opening) == ("Alltiallo", None)
    edit(world, opening, None)
    assert said(world, opening) == (None, None)


def test_a_newer_list_changes_nothing_that_is_said_already(world: World):
    opening = world.opening(occupation="Målare")
    newer = [replace(row, label="Byggnadsmålare") if row.label == "Målare" else row for row in PEOPLE]
    world.services.code_lists.apply(OCCUPATION, newer)
    assert said(world, opening) == ("Målare", "Ab1c_2De_f3G")
    edit(world, opening, "Målare")  # saved again without a change to it
    assert said(world, opening) == ("Målare", "Ab1c_2De_f3G")
    world.services.code_lists.apply(OCCUPATION, newer[1:], whole=True)
    assert said(world, opening) == ("Målare", "Ab1c_2De_f3G")


def test_an_occupation_gets_its_id_when_the_list_has_come(tmp_path: Path):
    bare = build(tmp_path / "utan.sup")
    opening = bare.opening(occupation="Målare")
    assert said(bare, opening) == ("Målare", None)
    bare.services.code_lists.apply(OCCUPATION, PEOPLE)
    edit(bare, opening, "Målare")
    assert said(bare, opening) == ("Målare", "Ab1c_2De_f3G")
    bare.services.close()


def test_several_wishes_with_commas_of_their_own(world: World):
    candidate = world.candidate(wished_occupations=("Arbetsledare, anläggning", "Målare", "", "Målare", "alltiallo"))
    view = world.services.candidates.view(candidate)
    assert view.wishes == ("Arbetsledare, anläggning", "Målare", "alltiallo")
    assert view.wished_occupations == "Arbetsledare, anläggning; Målare; alltiallo"
    assert world.services.candidates.rows([candidate])[0].occupations == view.wished_occupations
    world.services.candidates.edit(candidate, view.version, CandidateFields(wished_occupations="Målare, Städare"))
    assert world.services.candidates.view(candidate).wishes == ("Målare", "Städare")
