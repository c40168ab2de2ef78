"""What is derived of a contract, as SQL: missing facts, last day with used options, status. Equal to ``domain/contracts``."""

import datetime as dt

from sqlalchemy import ColumnElement, Date, ScalarSelect, String, and_, case, cast, exists, func, not_, or_, select

from socialupph.domain.contracts import ContractStatus
from socialupph.domain.kinds import ContractParty, SupplierKind
from socialupph.persistence.records import (
    ContractOptionRecord,
    ContractRecord,
    ContractSupplierRecord,
    SupplierRecord,
)

Contract = ContractRecord
Day = ColumnElement[dt.date]


def months_after(day: ColumnElement[str], months: ColumnElement[int]) -> ColumnElement[str]:
    """``domain.periods.add_months`` as SQL: the same day of a later month, or that month's last day where it has no such day."""
    month = func.date(day, "start of month", cast(months, String) + " months")
    wanted = func.date(month, cast(func.strftime("%d", day) - 1, String) + " days")
    return func.min(wanted, func.date(month, "+1 month", "-1 day"))


def used_months() -> ScalarSelect[int]:
    """The months that used options add to a contract."""
    return (
        select(func.coalesce(func.sum(ContractOptionRecord.length_months), 0))
        .where(ContractOptionRecord.contract_id == Contract.id, ContractOptionRecord.used_on.is_not(None))
        .correlate(Contract)
        .scalar_subquery()
    )


def last_day() -> Day:
    """The last day of a contract with used options; NULL without an end."""
    after = months_after(func.date(Contract.ends_on, "+1 day"), used_months())
    return func.date(after, "-1 day", type_=Date)


def has_supplier() -> ColumnElement[bool]:
    """Whether anybody is contract party."""
    return exists().where(
        ContractSupplierRecord.contract_id == Contract.id, ContractSupplierRecord.party == ContractParty.SUPPLIER
    )


def is_complete() -> ColumnElement[bool]:
    """Whether a contract has number, supplier, start and end and is more than an intention, and so is no draft."""
    return and_(
        Contract.intended.is_(False),
        func.trim(func.coalesce(Contract.number, "")) != "",
        Contract.starts_on.is_not(None),
        Contract.ends_on.is_not(None),
        has_supplier(),
    )


def counts() -> ColumnElement[bool]:
    """Whether a contract counts anywhere but on *Idag*: neither void nor a draft."""
    return and_(Contract.voided_on.is_(None), is_complete())


def status(today: dt.date) -> ColumnElement[str]:
    """The status of a contract on ``today``."""
    return case(
        (not_(is_complete()), ContractStatus.DRAFT.value),
        (Contract.starts_on > today, ContractStatus.UPCOMING.value),
        (Contract.ends_on >= today, ContractStatus.RUNNING.value),
        (last_day() >= today, ContractStatus.IN_OPTION.value),
        else_=ContractStatus.ENDED.value,
    )


def is_running(today: dt.date) -> ColumnElement[bool]:
    """Whether a contract counts and has not ended by ``today``."""
    return and_(counts(), or_(Contract.ends_on >= today, last_day() >= today))


def main_supplier_id() -> ScalarSelect[int]:
    """The first contract party, the one that lists show."""
    return (
        select(ContractSupplierRecord.supplier_id)
        .where(
            ContractSupplierRecord.contract_id == Contract.id, ContractSupplierRecord.party == ContractParty.SUPPLIER
        )
        .order_by(ContractSupplierRecord.position, ContractSupplierRecord.id)
        .limit(1)
        .correlate(Contract)
        .scalar_subquery()
    )


def shown_org_number() -> ColumnElement[str]:
    """A supplier's number as lists may show it: a sole trader's is a personal number and stays empty."""
    number = func.coalesce(SupplierRecord.org_number, "")
    return case((SupplierRecord.kind == SupplierKind.SOLE_TRADER, ""), else_=number)
