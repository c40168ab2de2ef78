"""A municipality for tests of contracts: a register, two suppliers, a buyer, and short ways to make more."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import select

from socialupph.domain.changes import Changes, Entity
from socialupph.domain.clock import FixedClock
from socialupph.domain.commands.buyers import BuyerFields
from socialupph.domain.commands.contracts import ContractFields
from socialupph.domain.commands.placements import PlacementFields
from socialupph.domain.commands.requirements import RequirementFields
from socialupph.domain.commands.suppliers import SupplierFields
from socialupph.domain.kinds import ReferenceList, RegisterKind
from socialupph.domain.ledger import RequirementUnit
from socialupph.domain.views.contracts import ContractView
from socialupph.domain.views.requirements import RequirementView
from socialupph.persistence.records import TRACKED, SearchItemRecord, Tracked
from socialupph.services.registers import create_register
from socialupph.services.registry import Services

D = dt.date
TODAY = D(2026, 9, 30)
_STAMPS = {"version", "created_at", "changed_at"}
Content = dict[str, dict[int, dict[str, Any]]]


class MovingClock:
    """A clock that tests turn."""

    def __init__(self, day: dt.date) -> None:
        self.day = day

    def today(self) -> dt.date:
        return self.day

    def now(self) -> dt.datetime:
        return FixedClock(self.day).now()


@dataclass(slots=True)
class World:
    """The services of a register and what is in it from the start."""

    services: Services
    clock: MovingClock
    supplier: int = 0
    other: int = 0
    buyer: int = 0
    operations: list[int] = field(default_factory=list[int])

    def reference(self, which: ReferenceList, key: str) -> int:
        return self.services.reference.by_key(which, key).id

    def type(self, key: str = "internship") -> int:
        return self.reference(ReferenceList.REQUIREMENT_TYPE, key)

    def new_supplier(self, name: str, org_number: str | None = None) -> int:
        return self.services.suppliers.register(SupplierFields(name, org_number)).new_id(Entity.SUPPLIER)

    def contract_fields(self, **fields: Any) -> ContractFields:
        command = ContractFields(
            "Norrtullsskolan, ombyggnad",
            number="2026/14",
            starts_on=D(2026, 2, 2),
            ends_on=D(2027, 6, 30),
            awarded_on=D(2026, 1, 10),
            suppliers=(self.supplier,),
            buyers=(self.buyer,),
        )
        return replace(command, **fields)

    def contract(self, **fields: Any) -> int:
        return self.services.contracts.register(self.contract_fields(**fields)).new_id(Entity.CONTRACT)

    def requirement_fields(self, contract_id: int, **fields: Any) -> RequirementFields:
        command = RequirementFields(contract_id, self.type(), unit=RequirementUnit.FULL_TIME_MONTHS, volume=Decimal(16))
        return replace(command, **fields)

    def requirement(self, contract_id: int, **fields: Any) -> int:
        command = self.requirement_fields(contract_id, **fields)
        return self.services.requirements.register(command).new_id(Entity.REQUIREMENT)

    def placement(self, contract_id: int, requirement_id: int, start: dt.date, end: dt.date, **fields: Any) -> int:
        command = PlacementFields(
            form_id=self.reference(ReferenceList.PLACEMENT_FORM, "work_practice"),
            starts_on=start,
            planned_end_on=end,
            contract_id=contract_id,
            requirement_id=requirement_id,
            host_supplier_id=self.supplier,
        )
        return self.services.placements.register(replace(command, **fields)).new_id(Entity.PLACEMENT)

    def view(self, contract_id: int) -> ContractView:
        return self.services.contracts.view(contract_id)

    def requirement_view(self, requirement_id: int, as_of: dt.date | None = None) -> RequirementView:
        return self.services.requirements.view(requirement_id, as_of=as_of)

    def content(self) -> Content:
        """Everything in the register that people put there, without stamps and versions."""
        found: Content = {}
        with self.services._context.database.read() as session:
            for name, record_type in TRACKED.items():
                rows = session.execute(select(record_type.table())).mappings()
                found[name] = {row["id"]: _bare(row) for row in rows}
            items = session.scalars(select(SearchItemRecord))
            found["search_item"] = {
                hash((item.entity, item.entity_id)): {"text": (item.code, item.title, item.text)} for item in items
            }
        return found


def _bare(row: Any) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in _STAMPS}


def touched(before: Content, after: Content) -> set[tuple[str, int]]:
    """The records that differ between two contents: register and id of the record itself, or of the one a part belongs to."""
    found: set[tuple[str, int]] = set()
    for name, record_type in TRACKED.items():
        old, new = before[name], after[name]
        for number in old.keys() | new.keys():
            if old.get(number) != new.get(number):
                found.add(_owner(record_type, number, old.get(number) or new[number]))
    return found


def _owner(record_type: type[Tracked], number: int, row: dict[str, Any]) -> tuple[str, int]:
    return str(record_type.entity), number if record_type.part_of is None else row[record_type.part_of]


def told(changes: Changes) -> set[tuple[str, int]]:
    """What ``Changes`` says was touched."""
    return {(str(ref.entity), ref.id) for ref in changes.touched}


def codes(rows: Iterable[Any]) -> list[str]:
    return [row.code for row in rows]


def build(path: Path, day: dt.date = TODAY) -> World:
    clock = MovingClock(day)
    services = create_register(path, RegisterKind.EXERCISE, "Exempelby", "Arbetsmarknad", clock)
    world = World(services, clock)
    world.supplier = world.new_supplier("Bygg & Mark i Exempelby AB", "556000-0167")
    world.other = world.new_supplier("Åsa Städ AB")
    world.buyer = services.buyers.register(BuyerFields("Exempelby kommun")).new_id(Entity.BUYER)
    return world
