"""What a published notice is compared with: all contracts by what a notice may know them by, a few of them in full."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from socialupph.domain.kinds import ContractParty
from socialupph.domain.views.import_notices import KnownAward, KnownBuyer, NoticeIdentity
from socialupph.domain.views.import_register import KnownParty
from socialupph.persistence.records import (
    BuyerRecord,
    ContractBuyerRecord,
    ContractOptionRecord,
    ContractRecord,
    ContractSupplierRecord,
    RequirementRecord,
)

Contract = ContractRecord
COMPARED = (
    "number", "diary_number", "title", "kind", "nature", "cpv", "awarded_on", "signed_on", "starts_on", "ends_on", "value",
    "currency", "extension_text", "notes", "source", "source_contract_id", "notice_id", "procedure_id", "lot", "intended",
    "reserved_execution", "withheld", "social_objectives",
)  # fmt: skip
"""The columns of a contract that a notice can tell."""


def identities(session: Session) -> list[NoticeIdentity]:
    """All contracts, void ones last."""
    texts = ("number", "diary_number", "source", "source_contract_id", "notice_id", "procedure_id", "lot")
    columns = (func.coalesce(getattr(Contract, name), "").label(name) for name in texts)
    rows = session.execute(
        select(Contract.id, Contract.code, Contract.voided_on, Contract.intended, *columns).order_by(
            Contract.voided_on.is_not(None), Contract.id
        )
    )
    found = {
        row.id: NoticeIdentity(
            row.id,
            row.code,
            row.voided_on is not None,
            **{name: getattr(row, name) for name in texts},
            intended=row.intended,
        )
        for row in rows
    }
    party = ContractSupplierRecord
    suppliers = select(party.contract_id, party.supplier_id).where(party.party == ContractParty.SUPPLIER)
    for contract_id, supplier_id in session.execute(suppliers):
        found[contract_id].suppliers.add(supplier_id)
    return list(found.values())


def contracts(session: Session, wanted: Collection[int]) -> dict[int, KnownAward]:
    """These contracts in full, by id."""
    columns = [getattr(Contract, name) for name in COMPARED]
    rows = session.execute(
        select(Contract.id, Contract.code, Contract.voided_on, *columns).where(Contract.id.in_(wanted))
    )
    found = {row.id: _known(row) for row in rows}
    party = ContractSupplierRecord
    parties = (
        select(party.id, party.contract_id, party.party, party.supplier_id)
        .where(party.contract_id.in_(wanted))
        .order_by(case((party.party == ContractParty.SUPPLIER, 0), else_=1), party.position, party.id)
    )
    for number, contract_id, kind, supplier_id in session.execute(parties):
        found[contract_id].parties.append(KnownParty(number, kind, supplier_id))
    of = ContractBuyerRecord
    for contract_id, buyer_id in session.execute(select(of.contract_id, of.buyer_id).where(of.contract_id.in_(wanted))):
        found[contract_id].buyers.add(buyer_id)
    option = ContractOptionRecord
    for contract_id in session.scalars(select(option.contract_id).where(option.contract_id.in_(wanted))):
        found[contract_id].options += 1
    requirement = RequirementRecord
    for contract_id, text in session.execute(
        select(requirement.contract_id, requirement.original_text).where(requirement.contract_id.in_(wanted))
    ):
        found[contract_id].requirements += 1
        found[contract_id].originals.add(text or "")
    return found


def _known(row: Any) -> KnownAward:
    values: dict[str, Any] = dict(zip(COMPARED, row[3:], strict=True))
    return KnownAward(row.id, row.code, row.voided_on is not None, values)


def buyers(session: Session) -> list[KnownBuyer]:
    """Every buyer that is not void."""
    record = BuyerRecord
    rows = session.execute(
        select(record.id, record.name, func.coalesce(record.org_number, ""), record.country)
        .where(record.voided_on.is_(None))
        .order_by(record.id)
    )
    return [KnownBuyer(*row) for row in rows]
