"""A small municipality for tests of placements: one contract with a requirement of four places, and helpers that read back."""

import datetime as dt
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from socialupph.domain.changes import Changes, Entity
from socialupph.domain.clock import FixedClock
from socialupph.domain.commands.candidates import CandidateFields
from socialupph.domain.commands.contracts import ContractFields
from socialupph.domain.commands.openings import OpeningFields
from socialupph.domain.commands.placements import PlacementFields
from socialupph.domain.commands.requirements import RequirementFields
from socialupph.domain.commands.suppliers import ContactFields, SupplierFields, WorkplaceFields
from socialupph.domain.kinds import ContactRole, ReferenceList, RegisterKind
from socialupph.domain.ledger import PlacementKind, RequirementUnit
from socialupph.domain.views.placements import PlacementView
from socialupph.services.registers import create_register
from socialupph.services.registry import Services

D = dt.date
TODAY = D(2026, 9, 22)


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
    """The register's services, what is in it from the start, and short ways to make more."""

    services: Services
    clock: MovingClock
    supplier: int
    contract: int
    requirement: int
    workplace: int
    supervisor: int

    def reference(self, which: ReferenceList, key: str) -> int:
        return self.services.reference.by_key(which, key).id

    def form(self, key: str = "work_practice") -> int:
        return self.reference(ReferenceList.PLACEMENT_FORM, key)

    def candidate(self, **fields: object) -> int:
        command = replace(CandidateFields(), **fields)  # type: ignore[arg-type]
        return self.services.candidates.register(command).new_id(Entity.CANDIDATE)

    def opening(self, **fields: object) -> int:
        command = OpeningFields(self.requirement, "Rivning och återbruk", PlacementKind.INTERNSHIP)
        command = replace(command, **fields)  # type: ignore[arg-type]
        return self.services.openings.register(command).new_id(Entity.OPENING)

    def fields(self, **fields: object) -> PlacementFields:
        command = PlacementFields(
            form_id=self.form(),
            starts_on=D(2026, 9, 7),
            planned_end_on=D(2026, 12, 30),
            contract_id=self.contract,
            requirement_id=self.requirement,
            workplace_id=self.workplace,
            supervisor_id=self.supervisor,
            working_time_percent=Decimal(50),
        )
        if "candidate_id" not in fields and "heads" not in fields:
            fields["candidate_id"] = self.candidate()
        return replace(command, **fields)  # type: ignore[arg-type]

    def placement(self, **fields: object) -> int:
        return self.services.placements.register(self.fields(**fields)).new_id(Entity.PLACEMENT)

    def view(self, placement_id: int) -> PlacementView:
        return self.services.placements.view(placement_id)

    def due_days(self, placement_id: int) -> list[dt.date]:
        return [step.due_on for step in self.view(placement_id).plan]


def build(path: Path, day: dt.date = TODAY) -> World:
    """The register file with its first records."""
    clock = MovingClock(day)
    services = create_register(path, RegisterKind.EXERCISE, "Exempelby", "AME", clock)
    supplier = services.suppliers.register(SupplierFields("Bygg & Mark i Fjällbyn AB")).new_id(Entity.SUPPLIER)
    workplace = services.suppliers.register_workplace(WorkplaceFields(supplier, "Norrtullsskolan", "Storgatan 1"))
    supervisor = services.suppliers.register_contact(
        ContactFields(supplier, "Rut Exempel", ContactRole.SUPERVISOR, phone="070-000 00 17")
    )
    contract = services.contracts.register(
        ContractFields(
            "Ombyggnad av Norrtullsskolan",
            number="K-17",
            awarded_on=D(2026, 1, 15),
            starts_on=D(2026, 2, 1),
            ends_on=D(2027, 12, 31),
            suppliers=(supplier,),
            options=(),
        )
    ).new_id(Entity.CONTRACT)
    kind = services.reference.by_key(ReferenceList.REQUIREMENT_TYPE, "employment_or_internship").id
    requirement = services.requirements.register(
        RequirementFields(contract, kind, unit=RequirementUnit.PLACES, volume=Decimal(4), minimum_months=4)
    )
    return World(
        services,
        clock,
        supplier,
        contract,
        requirement.new_id(Entity.REQUIREMENT),
        workplace.new_id(Entity.WORKPLACE),
        supervisor.new_id(Entity.CONTACT),
    )


def entities(changes: Changes) -> set[Entity]:
    """Which registers a command touched."""
    return set(changes.entities)
