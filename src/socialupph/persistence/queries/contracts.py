"""Contracts: the list, and one opened with its parties, options, requirements, openings, placements and log."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import lru_cache

from sqlalchemy import ColumnElement, RowMapping, func, select
from sqlalchemy.orm import Session

from socialupph.domain.changes import Entity
from socialupph.domain.clock import WorkCalendar
from socialupph.domain.contracts import ContractFacts, ContractStatus, missing
from socialupph.domain.requirements import WORST_FIRST
from socialupph.domain.views.contracts import ContractRow
from socialupph.persistence.queries import contract_deadlines, requirements
from socialupph.persistence.queries.contract_facts import (
    has_supplier,
    is_complete,
    last_day,
    main_supplier_id,
    shown_org_number,
    status,
)
from socialupph.persistence.queries.lists import ListSource, one_of
from socialupph.persistence.records import (
    BuyerRecord,
    ContractBuyerRecord,
    ContractRecord,
    ContractSupplierRecord,
    RequirementRecord,
    SupplierRecord,
)

Contract, Supplier = ContractRecord, SupplierRecord


@lru_cache(maxsize=4)
def source(today: dt.date) -> ListSource[ContractRow]:
    """All contracts that are not void, drafts too. A row gets its requirements and its deadline from ``enriched``."""
    due = contract_deadlines.nearest(today)
    tables = (
        Contract.__table__.outerjoin(Supplier.__table__, Supplier.id == main_supplier_id())
        .outerjoin(due, due.c.contract_id == Contract.id)
    )  # fmt: skip
    state = status(today)
    return ListSource(
        id=Contract.id,
        tables=tables,
        columns={
            "code": Contract.code,
            "number": func.coalesce(Contract.number, ""),
            "title": Contract.title,
            "status": state,
            "kind": Contract.kind,
            "supplier": func.coalesce(Supplier.name, ""),
            "org_number": shown_org_number(),
            "has_supplier": has_supplier(),
            "intended": Contract.intended,
            "starts_on": Contract.starts_on,
            "_end": Contract.ends_on,
            "ends_on": last_day(),
            "value": Contract.value,
            "currency": Contract.currency,
            "contract_manager": func.coalesce(Contract.contract_manager, ""),
            "pilot": Contract.pilot,
            "deadline": due.c.due_on,
        },
        build=_row,
        sorts={
            "title": (Contract.title_key,),
            "number": (func.nullif(Contract.number_key, ""),),
            "supplier": (Supplier.name_key,),
            "value": (Contract.currency, Contract.value),
        },
        filters={
            "status": one_of(state),
            "kind": one_of(Contract.kind),
            "nature": one_of(Contract.nature),
            "supplier": _by_supplier,
            "buyer": _by_buyer,
            "requirements": _with_requirements,
            "pilot": lambda chosen: Contract.pilot.in_([value == "true" for value in chosen]),
            "draft": lambda chosen: is_complete().in_([value != "true" for value in chosen]),
        },
        base=(Contract.voided_on.is_(None),),
        search=((Entity.CONTRACT, Contract.id), (Entity.SUPPLIER, Supplier.id)),
    )


def _by_supplier(chosen: tuple[str, ...]) -> ColumnElement[bool]:
    """Contracts that one of the suppliers (ids as text) is party to in any capacity."""
    party = ContractSupplierRecord
    return Contract.id.in_(select(party.contract_id).where(party.supplier_id.in_([int(value) for value in chosen])))


def _by_buyer(chosen: tuple[str, ...]) -> ColumnElement[bool]:
    """Contracts of one of the buyers (ids as text)."""
    party = ContractBuyerRecord
    return Contract.id.in_(select(party.contract_id).where(party.buyer_id.in_([int(value) for value in chosen])))


def _with_requirements(chosen: tuple[str, ...]) -> ColumnElement[bool]:
    """``true`` for contracts with a requirement, ``false`` for those without, ``proposed`` for those with one to confirm."""
    rows = select(RequirementRecord.contract_id).where(RequirementRecord.voided_on.is_(None))
    conditions = {
        "true": Contract.id.in_(rows),
        "false": Contract.id.not_in(rows),
        "proposed": Contract.id.in_(rows.where(RequirementRecord.confirmed.is_(False))),
    }
    first, *more = (conditions[value] for value in chosen)
    for condition in more:
        first = first | condition
    return first


def _row(row: RowMapping, show_names: bool) -> ContractRow:
    del show_names
    facts = ContractFacts(row["number"], row["has_supplier"], row["starts_on"], row["_end"], intended=row["intended"])
    return ContractRow(
        id=row["_id"],
        code=row["code"],
        number=row["number"],
        title=row["title"],
        status=ContractStatus(row["status"]),
        missing=missing(facts),
        kind=row["kind"],
        supplier=row["supplier"],
        org_number=row["org_number"],
        starts_on=row["starts_on"],
        ends_on=row["ends_on"],
        value=row["value"],
        currency=row["currency"],
        contract_manager=row["contract_manager"],
        pilot=row["pilot"],
    )


def enriched(
    session: Session, today: dt.date, calendar: WorkCalendar, rows: Sequence[ContractRow]
) -> list[ContractRow]:
    """The rows of a page with their requirements, how those stand, and what is due next."""
    wanted = [row.id for row in rows]
    of_contract: dict[int, list[requirements.RequirementRow]] = {}
    for requirement in requirements.of_contracts(session, today, wanted):
        of_contract.setdefault(requirement.contract_id, []).append(requirement)
    due = contract_deadlines.by_contract(contract_deadlines.due_under(session, today, calendar, wanted))
    whole: list[ContractRow] = []
    for row in rows:
        listed = tuple(of_contract.get(row.id, ()))
        standing = min((one.standing for one in listed), key=WORST_FIRST.index, default=None)
        first = next(iter(due.get(row.id, ())), None)
        days = None if first is None else (first.due - today).days
        whole.append(replace(row, requirements=listed, deadline=first, deadline_in_days=days, standing=standing))
    return whole


def number_taken(session: Session, number_key: str, but: int | None) -> list[tuple[str, str]]:
    """Number and code of contracts, not void, whose number sorts like ``number_key``; ``but`` is left out."""
    statement = select(Contract.number, Contract.code).where(
        Contract.number_key == number_key, Contract.voided_on.is_(None), Contract.id != (but or 0)
    )
    return [(number or "", code) for number, code in session.execute(statement)]


def missing_ids(session: Session, record_type: type[SupplierRecord | BuyerRecord], wanted: Collection[int]) -> set[int]:
    """Which of ``wanted`` no record has."""
    return set(wanted) - set(session.scalars(select(record_type.id).where(record_type.id.in_(wanted))))
