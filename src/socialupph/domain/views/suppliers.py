"""What is read of suppliers, contacts and workplaces."""

from dataclasses import dataclass

from socialupph.domain.kinds import ContactRole, SizeClass, SupplierKind
from socialupph.domain.views.duplicates import MergedLink


@dataclass(frozen=True, slots=True)
class SupplierRow:
    """A supplier in a list. ``org_number`` is empty for a sole trader, whose number is a personal number."""

    id: int
    name: str
    org_number: str
    kind: SupplierKind
    branch: str
    contracts: int
    placements: int
    untrained_supervisors: int


@dataclass(frozen=True, slots=True)
class ContactView:
    """A contact in the opened supplier, by name. ``alias`` is what a protected one is called everywhere else."""

    id: int
    version: int
    label: str
    role: ContactRole
    phone: str
    email: str
    active: bool
    protected: bool
    alias: str
    trained: bool


@dataclass(frozen=True, slots=True)
class WorkplaceView:
    """A workplace of a supplier."""

    id: int
    version: int
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class SupplierView:
    """A supplier opened in full. ``merged_into`` is the one it turned out to be; then it shows what was its own before.

    ``merged`` are suppliers that turned out to be this one, and contacts of it that turned out to be others of it.
    """

    id: int
    version: int
    name: str
    org_number: str | None
    country: str
    kind: SupplierKind
    size_class: SizeClass | None
    branch: str | None
    address: str | None
    phone: str | None
    email: str | None
    web: str | None
    voided: bool
    contacts: tuple[ContactView, ...]
    workplaces: tuple[WorkplaceView, ...]
    merged_into: MergedLink | None = None
    merged: tuple[MergedLink, ...] = ()
