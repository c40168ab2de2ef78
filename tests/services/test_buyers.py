"""Buyers as the coordinator meets them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from socialupph.domain.changes import Entity
from socialupph.domain.commands.buyers import BuyerFields
from socialupph.domain.errors import NotFound, RuleViolation, StaleRecord
from socialupph.domain.kinds import BuyerKind
from socialupph.domain.queries import ListQuery
from socialupph.specs import buyers as specs
from socialupph.specs.cells import cell_text
from tests.services.contract_world import World, build


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = build(tmp_path / "prov.sup")
    yield made
    made.services.close()


def test_a_buyer_from_first_to_last(world: World):
    buyers = world.services.buyers
    changes = buyers.register(BuyerFields(" Åse  bostäder AB ", "5560360793", BuyerKind.MUNICIPAL_COMPANY))
    number = changes.new_id(Entity.BUYER)
    view = buyers.view(number)
    assert (view.org_number, view.kind) == ("556036-0793", BuyerKind.MUNICIPAL_COMPANY)
    buyers.edit(number, view.version, BuyerFields("Åse bostäder AB"))
    with pytest.raises(StaleRecord):
        buyers.edit(number, view.version, BuyerFields("För sent"))
    view = buyers.view(number)
    assert (view.name, view.org_number, view.kind) == ("Åse bostäder AB", None, BuyerKind.MUNICIPALITY)
    voided = buyers.void(number, view.version, "Dubblett")
    assert buyers.ids(ListQuery()) == [world.buyer]
    assert voided.operation_id is not None
    world.services.undo.undo(voided.operation_id)
    assert buyers.total() == 2
    with pytest.raises(NotFound):
        buyers.view(99)


def test_a_foreign_number_is_kept_with_its_country(world: World):
    buyers = world.services.buyers
    number = buyers.register(BuyerFields("Åbo stad", "FI 0204819-8", country="FI")).new_id(Entity.BUYER)
    view = buyers.view(number)
    assert (view.org_number, view.country) == ("FI 0204819-8", "FI")
    with pytest.raises(RuleViolation, match=r"org_number\."):
        buyers.edit(number, view.version, BuyerFields("Åbo stad", "FI 0204819-8"))


def test_what_cannot_be(world: World):
    with pytest.raises(RuleViolation, match=r"field\.missing"):
        world.services.buyers.register(BuyerFields(" "))
    with pytest.raises(RuleViolation, match=r"org_number\.checksum"):
        world.services.buyers.register(BuyerFields("A", "556036-0794"))


def test_the_list_counts_contracts_that_stand(world: World):
    world.contract()
    gone = world.contract(number="b")
    world.services.contracts.void(gone, world.view(gone).version, "Fel")
    for sort in ("name", "org_number", "kind", "contracts"):
        assert world.services.buyers.ids(ListQuery(sort=sort, search="exempelby")) == [world.buyer]
    (row,) = world.services.buyers.rows([world.buyer])
    assert [cell_text(column, row) for column in specs.TABLE.columns] == ["Exempelby kommun", "", "Kommun", "1"]
