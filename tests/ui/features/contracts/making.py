"""Contracts, requirements and placements made through the services."""

import datetime as dt
from decimal import Decimal
from typing import Any

from socialupph.domain.changes import Entity
from socialupph.domain.commands.candidates import CandidateFields
from socialupph.domain.commands.contracts import ContractFields, OptionFields
from socialupph.domain.commands.placements import PlacementFields
from socialupph.domain.commands.requirements import RequirementFields
from socialupph.domain.commands.suppliers import SupplierFields
from socialupph.domain.kinds import ReferenceList
from socialupph.domain.ledger import RequirementUnit


def supplier(services, name="Bygg & Mark AB"):
    return services.suppliers.register(SupplierFields(name=name)).new_id(Entity.SUPPLIER)


def contract(services, title="Ombyggnad av hus C", **more):
    fields: dict[str, Any] = {
        "number": "A-1",
        "starts_on": dt.date(2026, 2, 2),
        "ends_on": dt.date(2027, 6, 30),
        "value": Decimal(84_500_000),
        **more,
    }
    fields.setdefault("suppliers", (supplier(services),))
    return services.contracts.register(ContractFields(title, **fields)).new_id(Entity.CONTRACT)


def option(services, contract_id, months=12, **more):
    return services.contracts.add_option(contract_id, OptionFields(months, **more))


def type_id(services, key="internship"):
    return services.reference.by_key(ReferenceList.REQUIREMENT_TYPE, key).id


def requirement(services, contract_id, **more):
    fields: dict[str, Any] = {"unit": RequirementUnit.FULL_TIME_MONTHS, "volume": Decimal(16), **more}
    command = RequirementFields(contract_id, type_id(services), **fields)
    return services.requirements.register(command).new_id(Entity.REQUIREMENT)


def placement(services, contract_id, requirement_id, start, end, percent=100):
    person = services.candidates.register(CandidateFields("Prov Provsson")).new_id(Entity.CANDIDATE)
    form = services.reference.by_key(ReferenceList.PLACEMENT_FORM, "work_practice").id
    host = services.contracts.view(contract_id).suppliers[0].supplier_id
    command = PlacementFields(
        form_id=form,
        starts_on=start,
        planned_end_on=end,
        working_time_percent=Decimal(percent),
        candidate_id=person,
        contract_id=contract_id,
        requirement_id=requirement_id,
        host_supplier_id=host,
    )
    return services.placements.register(command).new_id(Entity.PLACEMENT)
