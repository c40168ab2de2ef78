"""What stands beside a list of placements, what another last day would give, and which follow-up waits longest."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from socialupph.domain.commands.follow_ups import SkipFollowUp
from socialupph.domain.errors import NotFound, RuleViolation
from socialupph.domain.kinds import AuditKind, ReferenceList
from socialupph.domain.ledger import MinimumTimeKind
from socialupph.domain.what_if import Minimum
from socialupph.specs.ledger import missing_text
from socialupph.specs.what_if import candidate_text, ending_text, left_text, replacement_text
from tests.services.placement_world import TODAY, D, World, build


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = build(tmp_path / "prov.sup")
    yield made
    made.services.close()


def test_beside_a_list_the_person_is_a_code(world: World):
    number = world.placement(candidate_id=world.candidate(name="Ingrid Exempel"))
    found = world.services.placements.beside(number)
    assert (found.person, found.links.host, found.links.supervisor) == (
        "KA-0001",
        "Bygg & Mark i Fjällbyn AB",
        "Rut Exempel",
    )
    assert world.services.placements.view(number).person == "KA-0001 Ingrid Exempel"


def test_beside_a_list_a_protected_person_is_nowhere(world: World):
    person = world.candidate(name="Pia Exempel", protected=True, alias="KA-0900")
    number = world.placement(
        candidate_id=person, note="Bor hos Pia", af_officer="Alf Exempel", decision_reference="AF-1"
    )
    found = world.services.placements.beside(number)
    told = repr(found)
    for word in ("Pia", "Bygg & Mark", "Norrtullsskolan", "Rut Exempel", "K-2026-001", "Alf", "AF-1"):
        assert word not in told, word
    assert found.person == "KA-0900"
    assert AuditKind.VIEWED_PROTECTED not in {line.kind for line in world.services.audit.last()}


def test_another_last_day(world: World):
    number = world.placement()  # 2026-09-07 to 12-30 at 50 %
    found = world.services.placements.what_if(number, D(2026, 9, 30)).ending
    assert found.months == Fraction(24, 30) / 2
    assert found.less == Fraction(1, 2) * (2 + Fraction(30, 31))
    assert (found.minimum, found.percent, found.until) == (Minimum(4), Decimal("50.00"), D(2027, 12, 31))
    assert found.days_short > 90
    assert found.replacement_by == D(2027, 9, 1)  # to do the four months too, not only the three that are lost
    assert "Ger 0,4 heltidsmånader" in ending_text(found)
    same = world.services.placements.what_if(number, D(2026, 12, 30)).ending
    assert (same.less, same.replacement_by) == (0, None)
    assert "som planerat" in ending_text(same)
    assert "fler än planerat" in ending_text(world.services.placements.what_if(number, D(2027, 1, 31)).ending)


def test_on_a_shared_place_somebody_else_may_do_the_rest_of_the_minimum_time(world: World):
    number = world.placement(starts_on=D(2026, 9, 1), planned_end_on=D(2026, 12, 31))
    requirements = world.services.requirements
    opened = requirements.view(world.requirement)
    requirements.edit(opened.id, opened.version, replace(opened.fields(), place_may_be_shared=True))
    found = world.services.placements.what_if(number, D(2026, 12, 21)).ending
    assert (found.days_short, found.replacement_by) == (10, D(2027, 12, 22))
    opened = requirements.view(world.requirement)
    full_time = replace(opened.fields(), minimum_time=MinimumTimeKind.FULL_TIME, place_may_be_shared=False)
    requirements.edit(opened.id, opened.version, full_time)
    found = world.services.placements.what_if(number, D(2026, 11, 30)).ending
    assert (found.days_short, found.months_short) == (0, 4 - Fraction(3, 2))
    assert "Minsta tiden, 4 heltidsmånader, nås inte: 2,5 saknas." in ending_text(found)
    assert found.replacement_by == D(2027, 5, 1)  # four months at half time are eight


def test_what_the_requirement_lacks_and_by_when_somebody_must_begin(world: World):
    number = world.placement(starts_on=D(2026, 9, 1), planned_end_on=D(2026, 12, 31))
    found = world.services.placements.what_if(number, D(2026, 11, 30))
    assert found.now is not None
    assert found.then is not None
    assert (found.now.planned, found.then.planned) == (1, 0)
    assert found.then.planned_missing == found.now.planned_missing + 1
    told = left_text(found)
    assert told.startswith(f"Krav {found.requirement_code}: Det som är planerat räcker inte: ")
    assert told.endswith(f"Med det planerade slutet saknas {missing_text(found.now.planned_missing, found.now)}.")
    assert "behöver börja senast 2027-09-01" in replacement_text(found, TODAY)
    assert "hinner resten" in replacement_text(found, D(2027, 9, 2))
    assert world.view(number).facts.planned_end_on == D(2026, 12, 31)
    nowhere = world.services.placements.what_if(world.placement(requirement_id=None), D(2026, 11, 30))
    assert (nowhere.now, left_text(nowhere), nowhere.openings) == (None, "", ())
    assert nowhere.ending.replacement_by is not None  # the contract has an end all the same


def test_who_and_what_fits(world: World):
    occupation = world.opening(title="Målning inomhus", occupation="Målare")
    own = world.candidate()
    number = world.placement(candidate_id=own, opening_id=occupation, starts_on=D(2026, 9, 1))
    free = world.candidate(available_from=D(2026, 10, 1))
    painter = world.candidate(available_from=D(2026, 11, 1), wished_occupations="Snickare, målare")
    world.candidate(available_from=D(2027, 12, 1))  # too late
    world.candidate(extent_percent=Decimal(25))  # too little
    world.candidate(available_from=D(2026, 10, 1), protected=True, alias="KA-0900", wished_occupations="Målare")
    busy = world.candidate()
    world.placement(candidate_id=busy)
    other = world.opening()
    over = world.opening(ends_on=D(2026, 11, 1))
    found = world.services.placements.what_if(number, D(2026, 11, 30))
    assert [(one.id, one.wished) for one in found.candidates] == [(painter, True), (free, False)]
    assert [one.id for one in found.openings] == [other]
    assert over not in [one.id for one in found.openings]
    assert candidate_text(found.candidates[0], TODAY) == "(från 1 nov, önskar yrket)"
    assert candidate_text(found.candidates[1], D(2026, 10, 1)) == ""
    longer = world.services.placements.what_if(number, D(2027, 1, 31))
    assert (longer.candidates, longer.openings) == ((), ())  # nothing is lost


def test_needs_never_decide_who_fits(world: World):
    need = world.reference(ReferenceList.WORKPLACE_ADJUSTMENT, "quiet_environment")
    number = world.placement()
    first, second = world.candidate(adjustment_ids=(need,)), world.candidate()
    found = world.services.placements.what_if(number, D(2026, 11, 30))
    assert [one.id for one in found.candidates] == [first, second]
    assert "Tyst" not in repr(found)


def test_a_day_before_the_start_and_a_placement_that_is_gone(world: World):
    with pytest.raises(RuleViolation):
        world.services.placements.what_if(world.placement(), D(2026, 9, 1))
    with pytest.raises(NotFound):
        world.services.placements.what_if(999, TODAY)
    with pytest.raises(NotFound):
        world.services.placements.beside(999)


def test_what_waits(world: World):
    follow_ups = world.services.follow_ups
    assert (follow_ups.waiting(), follow_ups.first_waiting()) == (0, None)
    plan = world.view(world.placement()).plan
    assert (follow_ups.waiting(), follow_ups.first_waiting()) == (2, plan[0].id)
    assert follow_ups.waiting() == world.services.today.area_counts().follow_ups
    follow_ups.skip(SkipFollowUp(plan[0].id, plan[0].version, "Var på semester"))
    assert (follow_ups.waiting(), follow_ups.first_waiting()) == (1, plan[1].id)
