"""What *Idag* needs to act at once: the row with the day, first meetings noted, and what its counters and fields narrow by."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from socialupph.domain.changes import Entity
from socialupph.domain.commands.suppliers import SupplierFields
from socialupph.domain.deadlines import DeadlineKind
from socialupph.domain.errors import RuleViolation
from socialupph.domain.queries import ListQuery
from socialupph.domain.views.today import DeadlineView
from tests.services.placement_world import World, build

D = dt.date


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = build(tmp_path / "prov.sup")
    yield made
    made.services.close()


def row(world: World, kind: DeadlineKind) -> DeadlineView | None:
    found = (one for one in world.services.today.due(14) if isinstance(one, DeadlineView) and one.kind is kind)
    return next(found, None)


def test_a_first_meeting_is_noted_by_the_row_that_asks_for_it(world: World):
    found = row(world, DeadlineKind.FIRST_MEETING)
    assert found is not None
    assert found.part_id == world.requirement
    for day, code in ((None, "field.missing"), (D(2026, 9, 23), "requirement.meeting_ahead")):
        with pytest.raises(RuleViolation) as caught:
            world.services.requirements.first_meeting_held(found.part_id, found.version, day)
        assert (caught.value.code, caught.value.field) == (code, "held_on")
    world.services.requirements.first_meeting_held(found.part_id, found.version, D(2026, 2, 10))
    assert world.services.requirements.view(world.requirement).first_meeting_held_on == D(2026, 2, 10)
    assert row(world, DeadlineKind.FIRST_MEETING) is None


def test_contracts_are_found_by_their_supplier(world: World):
    other = world.services.suppliers.register(SupplierFields("Annat AB")).new_id(Entity.SUPPLIER)
    find = world.services.lookups.find
    assert [hit.id for hit in find("contract", "", 9, {"supplier_id": world.supplier})] == [world.contract]
    assert find("contract", "", 9, {"supplier_id": other}) == ()


def test_suppliers_with_a_supervisor_who_lacks_the_course(world: World):
    world.services.suppliers.register(SupplierFields("Annat AB"))
    wanted = ListQuery("name", filters=(("supervisors", ("untrained",)),))
    assert world.services.suppliers.ids(wanted) == [world.supplier]


def test_what_waits_in_an_area_is_counted_alike_alone_and_together(world: World):
    world.placement()
    counts = world.services.today.area_counts()
    assert counts.today == world.services.today.waiting_now() == 3
    assert counts.training == world.services.today.waiting_training() == 0
