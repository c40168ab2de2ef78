"""Writes what an import plan says: in bulk, in one operation, with history, codes and search in step."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Protocol

from socialupph.domain.clause_text import UNKNOWN_TYPE, RequirementProposal
from socialupph.domain.kinds import BuyerKind, ContractParty
from socialupph.persistence.bulk import Row, RowChange, delete_many, insert_many, renew, stored, update_many
from socialupph.persistence.codes import reserve_many
from socialupph.persistence.database import Work
from socialupph.persistence.queries import imports as queries
from socialupph.persistence.records import (
    BuyerRecord,
    ContractBuyerRecord,
    ContractOptionRecord,
    ContractRecord,
    ContractSupplierRecord,
    RequirementRecord,
    SupplierRecord,
)
from socialupph.services.import_parties import BuyerIndex, SupplierIndex
from socialupph.services.import_plan import RowPlan

SOURCE = "contract_list"
"""What stands as source of a contract that came from a list."""


class Coded(Protocol):
    """A contract of the register as far as proposals need to know it."""

    @property
    def code(self) -> str: ...


class Proposing(Protocol):
    """What becomes of a contract, as far as it proposes options and requirements; ``code`` is that of a new one."""

    code: str
    options: tuple[int, ...]
    drops_options: tuple[int, ...]
    requirements: tuple[RequirementProposal, ...]

    @property
    def known(self) -> Coded | None: ...


def write(work: Work, plans: Sequence[RowPlan], suppliers: SupplierIndex, buyers: BuyerIndex, year: int) -> None:
    """Write all of ``plans`` in this transaction. ``year`` goes into the codes of contracts without a start."""
    _parties(work, suppliers, buyers)
    new = [plan for plan in plans if plan.known is None]
    ids = dict(zip((id(plan) for plan in new), _contracts(work, new, year), strict=True))
    changed = [plan for plan in plans if plan.known is not None]
    _changes(work, changed)
    ids |= {id(plan): plan.known.id for plan in changed if plan.known is not None}
    _suppliers_of(work, plans, ids)
    _buyers_of(work, plans, ids)
    write_options(work, plans, ids)
    write_requirements(work, plans, ids)
    parts = (plan for plan in changed if plan.supplier or plan.buyer or plan.options or plan.drops_options)
    renew(work, ContractRecord.table(), (ids[id(plan)] for plan in parts))


def _parties(work: Work, suppliers: SupplierIndex, buyers: BuyerIndex) -> None:
    rows: list[Row] = [
        {"name": ref.name, "org_number": ref.org_number or None, "country": ref.country, "kind": ref.kind}
        for ref in suppliers.made
    ]
    for ref, number in zip(suppliers.made, insert_many(work, SupplierRecord, rows), strict=True):
        ref.id = number
    filled = suppliers.filled
    present = stored(work, SupplierRecord, [ref.id for ref in filled])
    changes = [
        RowChange(present[ref.id], {"org_number": ref.org_number, "country": ref.country, "kind": ref.kind})
        if ref.kind is not present[ref.id]["kind"] and ref.kind.value == "sole_trader"
        else RowChange(present[ref.id], {"org_number": ref.org_number, "country": ref.country})
        for ref in filled
    ]
    update_many(work, SupplierRecord, changes)
    made: list[Row] = [{"name": ref.name, "kind": BuyerKind.MUNICIPALITY} for ref in buyers.made]
    for buyer, number in zip(buyers.made, insert_many(work, BuyerRecord, made), strict=True):
        buyer.id = number


def _contracts(work: Work, plans: Sequence[RowPlan], year: int) -> list[int]:
    """The new contracts, coded in the order of the file."""
    prefixes = [f"K-{plan.values['starts_on'].year if 'starts_on' in plan.values else year}" for plan in plans]
    next_number = reserve_many(work.session, Counter(prefixes))
    rows: list[Row] = []
    for plan, prefix in zip(plans, prefixes, strict=True):
        plan.code = f"{prefix}-{next_number[prefix]:03d}"
        next_number[prefix] += 1
        row: Row = {**plan.values, "code": plan.code, "source": SOURCE}
        if not (plan.row.number or plan.row.diary_number):
            row["source_contract_id"] = plan.row.content_fingerprint()
        rows.append(row)
    return insert_many(work, ContractRecord, rows)


def _changes(work: Work, plans: Sequence[RowPlan]) -> None:
    wanted = {plan.known.id: plan.values for plan in plans if plan.known is not None and plan.values}
    present = stored(work, ContractRecord, wanted)
    update_many(work, ContractRecord, [RowChange(present[number], values) for number, values in wanted.items()])


def _suppliers_of(work: Work, plans: Sequence[RowPlan], ids: dict[int, int]) -> None:
    replaced = {plan.replaces.row_id: plan.supplier.id for plan in plans if plan.replaces and plan.supplier}
    present = stored(work, ContractSupplierRecord, replaced)
    update_many(
        work,
        ContractSupplierRecord,
        [RowChange(present[number], {"supplier_id": supplier_id}) for number, supplier_id in replaced.items()],
    )
    rows: list[Row] = [
        {"contract_id": ids[id(plan)], "supplier_id": plan.supplier.id, "party": ContractParty.SUPPLIER, "position": 0}
        for plan in plans
        if plan.supplier and not plan.replaces
    ]
    insert_many(work, ContractSupplierRecord, rows)


def _buyers_of(work: Work, plans: Sequence[RowPlan], ids: dict[int, int]) -> None:
    rows: list[Row] = [{"contract_id": ids[id(plan)], "buyer_id": plan.buyer.id} for plan in plans if plan.buyer]
    insert_many(work, ContractBuyerRecord, rows)


def write_options(work: Work, plans: Sequence[Proposing], ids: Mapping[int, int]) -> None:
    """Proposed options, unconfirmed; they take the place of earlier proposals. ``ids``: ``id(plan)`` → id of the contract."""
    dropped = [number for plan in plans for number in plan.drops_options]
    delete_many(work, ContractOptionRecord, list(stored(work, ContractOptionRecord, dropped).values()))
    rows: list[Row] = [
        {"contract_id": ids[id(plan)], "position": position, "length_months": months, "confirmed": False}
        for plan in plans
        for position, months in enumerate(plan.options, start=1)
    ]
    insert_many(work, ContractOptionRecord, rows)


def write_requirements(work: Work, plans: Sequence[Proposing], ids: Mapping[int, int]) -> None:
    """Proposed requirements, unconfirmed, with the words they came from. ``ids`` as for options."""
    asked = [plan for plan in plans if plan.requirements]
    if not asked:
        return
    types = queries.requirement_types(work.session)
    codes = {id(plan): plan.code or (plan.known.code if plan.known else "") for plan in asked}
    first = reserve_many(work.session, {codes[id(plan)]: len(plan.requirements) for plan in asked})
    rows: list[Row] = []
    for plan in asked:
        code = codes[id(plan)]
        for number, proposal in enumerate(plan.requirements, start=first[code]):
            rows.append(
                {
                    "code": f"{code}/{number}",
                    "contract_id": ids[id(plan)],
                    "number": number,
                    "type_id": types.get(proposal.type_key) or types[UNKNOWN_TYPE],
                    "original_text": proposal.original,
                    "confirmed": False,
                    "unit": proposal.unit if proposal.volume is not None else None,
                    "volume": proposal.volume if proposal.unit is not None else None,
                    "places": proposal.places,
                    "minimum_months": proposal.minimum_months,
                }
            )
    insert_many(work, RequirementRecord, rows)
