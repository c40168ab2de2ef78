"""Buyers: the list, and one opened."""

from sqlalchemy import RowMapping, func, select
from sqlalchemy.orm import Session

from socialupph.domain.changes import Entity
from socialupph.domain.views.buyers import BuyerRow, BuyerView
from socialupph.persistence.queries.lists import ListSource, one_of
from socialupph.persistence.records import BuyerRecord, ContractBuyerRecord, ContractRecord

Buyer = BuyerRecord


def source() -> ListSource[BuyerRow]:
    """All buyers that are not void, with how many contracts each is part of."""
    contracts = (
        select(func.count())
        .select_from(ContractBuyerRecord)
        .join(ContractRecord, ContractRecord.id == ContractBuyerRecord.contract_id)
        .where(ContractBuyerRecord.buyer_id == Buyer.id, ContractRecord.voided_on.is_(None))
        .correlate(Buyer)
        .scalar_subquery()
    )
    return ListSource(
        id=Buyer.id,
        tables=Buyer.__table__,
        columns={
            "name": Buyer.name,
            "org_number": func.coalesce(Buyer.org_number, ""),
            "kind": Buyer.kind,
            "contracts": contracts,
        },
        build=_row,
        sorts={"name": (Buyer.name_key,)},
        filters={"kind": one_of(Buyer.kind)},
        base=(Buyer.voided_on.is_(None),),
        search=((Entity.BUYER, Buyer.id),),
    )


def _row(row: RowMapping, show_names: bool) -> BuyerRow:
    del show_names
    return BuyerRow(row["_id"], row["name"], row["org_number"], row["kind"], row["contracts"])


def view(session: Session, buyer_id: int) -> BuyerView | None:
    """A buyer; None when there is none."""
    buyer = session.get(Buyer, buyer_id)
    if buyer is None:
        return None
    return BuyerView(
        buyer.id,
        buyer.version,
        buyer.name,
        buyer.org_number,
        buyer.country,
        buyer.kind,
        buyer.voided_on is not None,
    )
