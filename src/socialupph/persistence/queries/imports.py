"""What an import compares with: contracts, parties and what hangs on them, whole tables at a time in few columns."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Row, case, func, select
from sqlalchemy.orm import Session

from socialupph.domain.kinds import ContractParty, ReferenceList
from socialupph.domain.views.import_register import KnownContract, KnownParty, KnownSupplier
from socialupph.persistence.records import (
    BuyerRecord,
    ContractBuyerRecord,
    ContractOptionRecord,
    ContractRecord,
    ContractSupplierRecord,
    OperationRecord,
    ReferenceItemRecord,
    RequirementRecord,
    SupplierRecord,
)

COMPARED = (
    "number",
    "diary_number",
    "title",
    "kind",
    "nature",
    "cpv",
    "starts_on",
    "ends_on",
    "value",
    "currency",
    "contract_manager",
    "extension_text",
    "notes",
    "awarded_on",
    "signed_on",
    "intended",
)
"""The columns of a contract that a list can tell, and whether it is only meant to be awarded."""


def last_operation(session: Session) -> int:
    """The newest operation; all that an import compares with stands as long as there is no newer one."""
    return session.execute(select(func.coalesce(func.max(OperationRecord.id), 0))).scalar_one()


def contracts(session: Session, source: str) -> Iterator[KnownContract]:
    """All contracts, void ones last. ``fingerprint`` is that of a list row imported from ``source``."""
    found = {row.id: _known(row, source) for row in session.execute(_contracts())}
    party = ContractSupplierRecord
    parties = select(party.id, party.contract_id, party.party, party.supplier_id).order_by(
        party.contract_id, case((party.party == ContractParty.SUPPLIER, 0), else_=1), party.position, party.id
    )
    for number, contract_id, kind, supplier_id in session.execute(parties):
        found[contract_id].parties.append(KnownParty(number, kind, supplier_id))
    for contract_id, buyer_id in session.execute(select(ContractBuyerRecord.contract_id, ContractBuyerRecord.buyer_id)):
        found[contract_id].buyers.add(buyer_id)
    option = ContractOptionRecord
    free = option.confirmed.is_(False) & option.used_on.is_(None)
    for contract_id, number, is_free in session.execute(select(option.contract_id, option.id, free)):
        found[contract_id].options.append((number, bool(is_free)))
    texts = select(RequirementRecord.contract_id, RequirementRecord.original_text)
    for contract_id, text in session.execute(texts.where(RequirementRecord.original_text.is_not(None))):
        found[contract_id].originals.add(text or "")
    yield from found.values()


def _contracts() -> Any:
    record = ContractRecord
    compared = [getattr(record, name) for name in COMPARED]
    return select(
        record.id, record.code, record.voided_on, record.source, record.source_contract_id, *compared
    ).order_by(record.voided_on.is_not(None), record.id)


def _known(row: Row[Any], source: str) -> KnownContract:
    values: dict[str, Any] = dict(zip(COMPARED, row[5:], strict=True))
    fingerprint = row.source_contract_id if row.source == source else None
    return KnownContract(row.id, row.code, row.voided_on is not None, fingerprint or "", values)


def suppliers(session: Session) -> list[KnownSupplier]:
    """All suppliers, void ones last."""
    record = SupplierRecord
    rows = session.execute(
        select(
            record.id, record.name, record.org_number, record.country, record.voided_on, record.merged_into_id
        ).order_by(record.voided_on.is_not(None), record.id)
    )
    return [
        KnownSupplier(number, name, org_number or "", country, voided is not None, merged_into)
        for number, name, org_number, country, voided, merged_into in rows
    ]


def buyers(session: Session) -> list[tuple[int, str]]:
    """Id and name of every buyer that is not void."""
    statement = select(BuyerRecord.id, BuyerRecord.name).where(BuyerRecord.voided_on.is_(None)).order_by(BuyerRecord.id)
    return [(number, name) for number, name in session.execute(statement)]


def requirement_types(session: Session) -> dict[str, int]:
    """Ids of requirement types by key."""
    item = ReferenceItemRecord
    statement = select(item.key, item.id).where(item.list == ReferenceList.REQUIREMENT_TYPE)
    return dict(session.execute(statement).all())
