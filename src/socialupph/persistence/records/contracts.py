"""Contracts with their parties, options and contact log."""

import datetime as dt
from decimal import Decimal

from sqlalchemy import JSON, ForeignKey, UniqueConstraint, false
from sqlalchemy.orm import Mapped

from socialupph.domain.changes import Entity
from socialupph.domain.kinds import ContractKind, ContractNature, ContractParty
from socialupph.persistence.records.base import Record, Tracked, Voidable, opened, personal
from socialupph.persistence.types import Scaled, Word


class ContractRecord(Tracked, Voidable, Record):
    """A contract. Its number is the municipality's own and may be anything; ``code`` is ours and never reused.

    ``procedure_id``, ``notice_id``, ``source_contract_id`` and ``lot`` are what a published notice calls it. ``intended`` marks
    one that is only meant to be awarded (voluntary ex ante notice): a draft until it is. ``withheld`` names the fields that a
    notice keeps back, as keys of ours.
    """

    __tablename__ = "contract"
    entity = Entity.CONTRACT
    sort_keys = {"title_key": "title", "number_key": "number"}

    code: Mapped[str] = opened(unique=True)
    number: Mapped[str | None] = opened(index=True)
    number_key: Mapped[str] = opened(index=True)
    title: Mapped[str] = opened()
    title_key: Mapped[str] = opened(index=True)
    diary_number: Mapped[str | None] = opened(index=True)
    kind: Mapped[ContractKind] = opened(Word(ContractKind))
    nature: Mapped[ContractNature | None] = opened(Word(ContractNature))
    cpv: Mapped[str | None] = opened()
    procurement_id: Mapped[int | None] = opened(ForeignKey("procurement.id", ondelete="RESTRICT"), index=True)
    awarded_on: Mapped[dt.date | None] = opened()
    signed_on: Mapped[dt.date | None] = opened()
    starts_on: Mapped[dt.date | None] = opened(index=True)
    ends_on: Mapped[dt.date | None] = opened(index=True)
    value: Mapped[Decimal | None] = opened(Scaled(2))
    currency: Mapped[str] = opened(default="SEK")
    contract_manager: Mapped[str | None] = personal()
    manager_contact: Mapped[str | None] = personal()
    extension_text: Mapped[str | None] = opened()
    source: Mapped[str | None] = opened()
    notice_id: Mapped[str | None] = opened()
    source_contract_id: Mapped[str | None] = opened()
    lot: Mapped[str | None] = opened()
    procedure_id: Mapped[str | None] = opened(index=True)
    intended: Mapped[bool] = opened(default=False, server_default=false())
    reserved_execution: Mapped[bool | None] = opened()
    withheld: Mapped[list[str]] = opened(JSON, default=list, server_default="[]")
    social_objectives: Mapped[list[str]] = opened(JSON, default=list)
    pilot: Mapped[bool] = opened(default=False)
    notes: Mapped[str | None] = personal()

    def searched(self) -> tuple[str, str] | None:
        return self.title, f"{self.number or ''} {self.diary_number or ''} {self.cpv or ''}"


class ContractSupplierRecord(Tracked, Record):
    """A supplier of a contract, as contract party or subcontractor. The first contract party is the one lists show."""

    __tablename__ = "contract_supplier"
    entity = Entity.CONTRACT
    part_of = "contract_id"
    __table_args__ = (UniqueConstraint("contract_id", "supplier_id"), {"sqlite_autoincrement": True})

    contract_id: Mapped[int] = opened(ForeignKey("contract.id", ondelete="RESTRICT"), index=True)
    supplier_id: Mapped[int] = opened(ForeignKey("supplier.id", ondelete="RESTRICT"), index=True)
    party: Mapped[ContractParty] = opened(Word(ContractParty))
    position: Mapped[int] = opened(default=0)


class ContractBuyerRecord(Tracked, Record):
    """A buyer of a contract; several when boards procure together."""

    __tablename__ = "contract_buyer"
    entity = Entity.CONTRACT
    part_of = "contract_id"
    __table_args__ = (UniqueConstraint("contract_id", "buyer_id"), {"sqlite_autoincrement": True})

    contract_id: Mapped[int] = opened(ForeignKey("contract.id", ondelete="RESTRICT"), index=True)
    buyer_id: Mapped[int] = opened(ForeignKey("buyer.id", ondelete="RESTRICT"), index=True)


class ContractOptionRecord(Tracked, Record):
    """A right to extend. ``notice_by`` is the last day to say so, ``used_on`` the day it was; it may add volume."""

    __tablename__ = "contract_option"
    entity = Entity.CONTRACT
    part_of = "contract_id"

    contract_id: Mapped[int] = opened(ForeignKey("contract.id", ondelete="RESTRICT"), index=True)
    position: Mapped[int] = opened()
    length_months: Mapped[int] = opened()
    notice_by: Mapped[dt.date | None] = opened()
    used_on: Mapped[dt.date | None] = opened()
    added_volume: Mapped[Decimal | None] = opened(Scaled(4))
    confirmed: Mapped[bool] = opened(default=True)


class ContractNoteRecord(Tracked, Record):
    """A line of the contact log: when, with whom, what was said."""

    __tablename__ = "contract_note"
    entity = Entity.CONTRACT
    part_of = "contract_id"

    contract_id: Mapped[int] = opened(ForeignKey("contract.id", ondelete="RESTRICT"), index=True)
    noted_on: Mapped[dt.date] = opened()
    with_whom: Mapped[str | None] = personal()
    text: Mapped[str] = personal()
