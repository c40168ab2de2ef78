"""Buyers, suppliers, their contacts and workplaces."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped

from socialupph.domain.changes import Entity
from socialupph.domain.kinds import BuyerKind, ContactRole, SizeClass, SupplierKind
from socialupph.persistence.records.base import Record, Tracked, Voidable, opened, personal, shielded
from socialupph.persistence.types import Word


class BuyerRecord(Tracked, Voidable, Record):
    """A contracting organisation. A Swedish number is checked; another is kept with its country."""

    __tablename__ = "buyer"
    entity = Entity.BUYER
    sort_keys = {"name_key": "name"}

    name: Mapped[str] = opened()
    name_key: Mapped[str] = opened(index=True)
    org_number: Mapped[str | None] = opened()
    country: Mapped[str] = opened(default="SE", server_default="SE")
    kind: Mapped[BuyerKind] = opened(Word(BuyerKind))

    def searched(self) -> tuple[str, str] | None:
        return self.name, self.org_number or ""


class SupplierRecord(Tracked, Voidable, Record):
    """A contract party or host. A sole trader's number is a personal number, so the column counts as personal data.

    ``merged_into_id`` is the supplier this one turned out to be; it is then void and readable, and nothing points at it.
    """

    __tablename__ = "supplier"
    entity = Entity.SUPPLIER
    sort_keys = {"name_key": "name"}

    name: Mapped[str] = opened()
    name_key: Mapped[str] = opened(index=True)
    org_number: Mapped[str | None] = personal(index=True)
    country: Mapped[str] = opened(default="SE")
    kind: Mapped[SupplierKind] = opened(Word(SupplierKind))
    size_class: Mapped[SizeClass | None] = opened(Word(SizeClass))
    branch: Mapped[str | None] = opened()
    address: Mapped[str | None] = personal()
    phone: Mapped[str | None] = personal()
    email: Mapped[str | None] = personal()
    web: Mapped[str | None] = opened()
    merged_into_id: Mapped[int | None] = opened(ForeignKey("supplier.id"), index=True)

    def searched(self) -> tuple[str, str] | None:
        if self.merged_into_id is not None:
            return None
        number = "" if self.kind is SupplierKind.SOLE_TRADER else self.org_number or ""
        return self.name, f"{number} {self.branch or ''}"


class ContactRecord(Tracked, Record):
    """A person at a supplier. A supervisor is a contact. ``merged_into_id`` is the contact this one turned out to be."""

    __tablename__ = "contact"
    entity = Entity.CONTACT
    sort_keys = {"name_key": "name"}

    supplier_id: Mapped[int] = opened(ForeignKey("supplier.id", ondelete="RESTRICT"), index=True)
    name: Mapped[str] = personal()
    name_key: Mapped[str] = personal(index=True)
    alias: Mapped[str | None] = opened()
    role: Mapped[ContactRole] = opened(Word(ContactRole))
    phone: Mapped[str | None] = personal()
    email: Mapped[str | None] = personal()
    active: Mapped[bool] = opened(default=True)
    protected: Mapped[bool] = shielded(default=False)
    merged_into_id: Mapped[int | None] = opened(ForeignKey("contact.id"), index=True)

    def searched(self) -> tuple[str, str] | None:
        if self.protected or self.merged_into_id is not None:
            return None
        return self.name, f"{self.email or ''} {self.phone or ''}"


class WorkplaceRecord(Tracked, Record):
    """Where a supplier receives people."""

    __tablename__ = "workplace"
    entity = Entity.WORKPLACE
    sort_keys = {"name_key": "name"}

    supplier_id: Mapped[int] = opened(ForeignKey("supplier.id", ondelete="RESTRICT"), index=True)
    name: Mapped[str] = opened()
    name_key: Mapped[str] = opened(index=True)
    address: Mapped[str | None] = opened()

    def searched(self) -> tuple[str, str] | None:
        return self.name, self.address or ""
