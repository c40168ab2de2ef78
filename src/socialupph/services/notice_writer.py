"""Writes what the plan of a notice says: in bulk, in one operation, with history, codes and search in step."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence

from socialupph.domain.kinds import ContractParty, SupplierKind
from socialupph.persistence.bulk import Row, RowChange, insert_many, renew, stored, update_many
from socialupph.persistence.codes import reserve_many
from socialupph.persistence.database import Work
from socialupph.persistence.records import (
    BuyerRecord,
    ContractBuyerRecord,
    ContractRecord,
    ContractSupplierRecord,
    SupplierRecord,
)
from socialupph.services.import_writer import write_options, write_requirements
from socialupph.services.notice_parties import NoticeBuyers, NoticeSuppliers
from socialupph.services.notice_plan import NoticePlan
from socialupph.services.notice_register import NoticeRegister
from socialupph.services.requirement_plan import plan_contract

_DATED = frozenset({"awarded_on", "starts_on"})
_TIMED = _DATED | {"ends_on"}


def write(work: Work, plans: Sequence[NoticePlan], register: NoticeRegister, today: dt.date) -> None:
    """Write all of ``plans`` in this transaction. The year of ``today`` goes into the codes of contracts without a start."""
    _suppliers(work, register.suppliers)
    _buyers(work, register.buyers)
    new = [plan for plan in plans if plan.known is None]
    ids = dict(zip((id(plan) for plan in new), _contracts(work, new, today.year), strict=True))
    changed = {plan.known.id: plan for plan in plans if plan.known is not None}
    ids |= {id(plan): number for number, plan in changed.items()}
    present = stored(work, ContractRecord, (number for number, plan in changed.items() if plan.values))
    update_many(work, ContractRecord, [RowChange(row, changed[number].values) for number, row in present.items()])
    _parties(work, plans, ids)
    rows: list[Row] = [{"contract_id": ids[id(plan)], "buyer_id": buyer.id} for plan in plans for buyer in plan.buyers]
    insert_many(work, ContractBuyerRecord, rows)
    write_options(work, plans, ids)
    write_requirements(work, plans, ids)
    parts = (number for number, plan in changed.items() if plan.parties or plan.buyers or plan.options)
    renew(work, ContractRecord.table(), parts)
    _plan_what_follows(work, changed, today)


def _suppliers(work: Work, suppliers: NoticeSuppliers) -> None:
    rows: list[Row] = []
    for ref in suppliers.index.made:
        told = suppliers.told[ref]
        rows.append(
            {
                "name": ref.name,
                "org_number": ref.org_number or None,
                "country": ref.country,
                "kind": suppliers.kind(ref),
                "size_class": told.size_class,
                "address": told.address or None,
                "phone": told.phone or None,
                "email": told.email or None,
                "web": told.web or None,
            }
        )
        if suppliers.kind(ref) is SupplierKind.SOLE_TRADER:
            rows[-1] |= dict.fromkeys(("address", "phone", "email", "web"))
    for ref, number in zip(suppliers.index.made, insert_many(work, SupplierRecord, rows), strict=True):
        ref.id = number
    present = stored(work, SupplierRecord, (ref.id for ref in suppliers.index.filled))
    changes: list[RowChange] = []
    for ref in suppliers.index.filled:
        after: Row = {"org_number": ref.org_number, "country": ref.country}
        if ref.kind is SupplierKind.SOLE_TRADER:
            after["kind"] = ref.kind
        changes.append(RowChange(present[ref.id], after))
    update_many(work, SupplierRecord, changes)


def _buyers(work: Work, buyers: NoticeBuyers) -> None:
    rows: list[Row] = [
        {"name": one.name, "org_number": one.org_number or None, "country": one.country, "kind": one.kind}
        for one in buyers.made
    ]
    for ref, number in zip(buyers.made, insert_many(work, BuyerRecord, rows), strict=True):
        ref.id = number
    present = stored(work, BuyerRecord, (ref.id for ref in buyers.filled))
    update_many(
        work,
        BuyerRecord,
        [RowChange(present[ref.id], {"org_number": ref.org_number, "country": ref.country}) for ref in buyers.filled],
    )


def _contracts(work: Work, plans: Sequence[NoticePlan], year: int) -> list[int]:
    """The new contracts, coded in the order of the notice."""
    prefixes = [f"K-{plan.values['starts_on'].year if 'starts_on' in plan.values else year}" for plan in plans]
    next_number = reserve_many(work.session, Counter(prefixes))
    rows: list[Row] = []
    for plan, prefix in zip(plans, prefixes, strict=True):
        plan.code = f"{prefix}-{next_number[prefix]:03d}"
        next_number[prefix] += 1
        rows.append({**plan.values, "code": plan.code})
    return insert_many(work, ContractRecord, rows)


def _parties(work: Work, plans: Sequence[NoticePlan], ids: Mapping[int, int]) -> None:
    replaced: dict[int, int] = {}
    rows: list[Row] = []
    for plan in plans:
        left = list(plan.parties)
        if plan.replaces is not None:
            first = next(one for one in left if one[1] is ContractParty.SUPPLIER)
            left.remove(first)
            replaced[plan.replaces.row_id] = first[0].id
        rows += [
            {"contract_id": ids[id(plan)], "supplier_id": ref.id, "party": party, "position": position}
            for ref, party, position in left
        ]
    present = stored(work, ContractSupplierRecord, replaced)
    update_many(
        work,
        ContractSupplierRecord,
        [RowChange(row, {"supplier_id": replaced[number]}) for number, row in present.items()],
    )
    insert_many(work, ContractSupplierRecord, rows)


def _plan_what_follows(work: Work, changed: Mapping[int, NoticePlan], today: dt.date) -> None:
    """Requirements of a contract whose time changes keep in step, as when it is edited."""
    for number, plan in changed.items():
        if _TIMED & plan.values.keys():
            dates_came = any(name in plan.values and _was_empty(plan, name) for name in _DATED)
            plan_contract(work, work.session.get_one(ContractRecord, number), today, dates_came=dates_came)


def _was_empty(plan: NoticePlan, column: str) -> bool:
    return plan.known is None or plan.known.values[column] is None
