"""What the coordinator can say about suppliers, contacts and workplaces."""

from dataclasses import dataclass

from socialupph.domain.kinds import ContactRole, SizeClass, SupplierKind


@dataclass(frozen=True, slots=True)
class SupplierFields:
    """A supplier as it is typed. ``org_number`` in any usual form; ``country`` other than SE leaves it unchecked."""

    name: str
    org_number: str | None = None
    country: str = "SE"
    kind: SupplierKind = SupplierKind.COMPANY
    size_class: SizeClass | None = None
    branch: str | None = None
    address: str | None = None
    phone: str | None = None
    email: str | None = None
    web: str | None = None


@dataclass(frozen=True, slots=True)
class ContactFields:
    """A contact of a supplier. A protected contact is known by ``alias`` everywhere but in the opened record."""

    supplier_id: int
    name: str
    role: ContactRole = ContactRole.OTHER
    phone: str | None = None
    email: str | None = None
    active: bool = True
    protected: bool = False
    alias: str | None = None


@dataclass(frozen=True, slots=True)
class WorkplaceFields:
    """Where a supplier receives people."""

    supplier_id: int
    name: str
    address: str | None = None
