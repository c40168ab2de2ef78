"""What stands beside a list of placements, what another last day would give, and which follow-up waits longest."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from socialupph.domain.commands.follow_ups import SkipFollowUp
from socialupph.domain.errors import NotFound, RuleViolation
from socialupph.domain.kinds import AuditKind
from socialupph.specs.placement_parts import what_if_text
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
    found = world.services.placements.what_if(number, D(2026, 9, 30))
    assert found.months == Fraction(24, 30) / 2
    assert found.less == Fraction(1, 2) * (2 + Fraction(30, 31))
    assert (found.minimum_months, found.percent, found.until) == (4, Decimal("50.00"), D(2027, 12, 31))
    assert found.replacement_by == D(2027, 10, 2)
    assert found.days_short > 90
    told = what_if_text(found)
    assert "Ger 0,4 heltidsmånader" in told
    assert "senast 2027-10-02" in told
    same = world.services.placements.what_if(number, D(2026, 12, 30))
    assert (same.less, same.replacement_by) == (0, None)
    assert "som planerat" in what_if_text(same)
    assert "fler än planerat" in what_if_text(world.services.placements.what_if(number, D(2027, 1, 31)))


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
