"""Which supplier or buyer a row of a list means: by organisation number, else by name however it is written."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from socialupph.domain.commands.imports import ContractRow
from socialupph.domain.errors import RuleViolation
from socialupph.domain.kinds import SupplierKind
from socialupph.domain.values import OrgNumber, clean_line, name_key
from socialupph.domain.views.import_register import KnownSupplier


@dataclass(slots=True, eq=False)
class SupplierRef:
    """A supplier of the register, or one that the import makes (``id`` 0 until then). ``filled`` got its number from a row."""

    id: int
    name: str
    org_number: str = ""
    country: str = "SE"
    filled: bool = False

    @property
    def kind(self) -> SupplierKind:
        """A Swedish number of a person makes a sole trader."""
        if not self.org_number:
            return SupplierKind.COMPANY
        try:
            number = OrgNumber.parse(self.org_number, self.country)
        except RuleViolation:
            return SupplierKind.COMPANY
        return SupplierKind.SOLE_TRADER if number.is_personal else SupplierKind.COMPANY


@dataclass(slots=True)
class SupplierIndex:
    """Finds suppliers, and makes those there are none of; two rows with the same new one get the same."""

    by_id: dict[int, SupplierRef] = field(default_factory=dict[int, SupplierRef])
    made: list[SupplierRef] = field(default_factory=list[SupplierRef])
    _by_number: dict[tuple[str, str], SupplierRef] = field(default_factory=dict[tuple[str, str], SupplierRef])
    _by_name: dict[str, list[SupplierRef]] = field(default_factory=dict[str, list[SupplierRef]])
    _keys: dict[str, str] = field(default_factory=dict[str, str])

    def load(self, known: Iterable[KnownSupplier]) -> None:
        """Take in what the register has; void suppliers are known by id only."""
        for one in known:
            ref = SupplierRef(one.id, one.name, one.org_number, one.country)
            self.by_id[one.id] = ref
            if not one.voided:
                self._add(ref)

    @property
    def filled(self) -> list[SupplierRef]:
        """Suppliers of the register that got an organisation number."""
        return [ref for ref in self.by_id.values() if ref.filled]

    def key(self, name: str) -> str:
        """``name_key``, worked out once for each way of writing."""
        if name not in self._keys:
            self._keys[name] = name_key(name)
        return self._keys[name]

    def means(self, row: ContractRow, ref: SupplierRef) -> bool:
        """Whether the row can mean this very supplier."""
        if row.supplier_org_number and ref.org_number:
            return _number(row.supplier_org_number, row.supplier_country) == _number(ref.org_number, ref.country)
        return self.key(row.supplier_name) == self.key(ref.name)

    def resolve(self, row: ContractRow) -> SupplierRef:
        """The supplier a row means, made when there is none."""
        number = _number(row.supplier_org_number, row.supplier_country)
        if row.supplier_org_number and number in self._by_number:
            return self._by_number[number]
        alike = self._by_name.get(self.key(row.supplier_name), ())
        if not row.supplier_org_number:
            if alike:
                return alike[0]
        else:
            for ref in alike:
                if not ref.org_number:
                    self.fill(ref, row)
                    return ref
        ref = SupplierRef(0, clean_line(row.supplier_name), row.supplier_org_number, row.supplier_country)
        self.made.append(ref)
        self._add(ref)
        return ref

    def fill(self, ref: SupplierRef, row: ContractRow) -> None:
        """Give a supplier without organisation number that of the row."""
        ref.org_number, ref.country, ref.filled = row.supplier_org_number, row.supplier_country, ref.id != 0
        self._by_number.setdefault(_number(ref.org_number, ref.country), ref)

    def _add(self, ref: SupplierRef) -> None:
        if ref.org_number:
            self._by_number.setdefault(_number(ref.org_number, ref.country), ref)
        self._by_name.setdefault(self.key(ref.name), []).append(ref)


def _number(org_number: str, country: str) -> tuple[str, str]:
    return country.upper(), org_number.replace("-", "").replace(" ", "").casefold()


@dataclass(slots=True, eq=False)
class BuyerRef:
    """A buyer of the register, or one that the import makes (``id`` 0 until then)."""

    id: int
    name: str


@dataclass(slots=True)
class BuyerIndex:
    """Finds buyers by name, and makes those there are none of."""

    made: list[BuyerRef] = field(default_factory=list[BuyerRef])
    _by_name: dict[str, BuyerRef] = field(default_factory=dict[str, BuyerRef])

    def load(self, known: Iterable[tuple[int, str]]) -> None:
        """Take in what the register has."""
        for number, name in known:
            self._by_name.setdefault(name_key(name), BuyerRef(number, name))

    def resolve(self, name: str) -> BuyerRef:
        """The buyer of that name, made when there is none."""
        key = name_key(name)
        if key not in self._by_name:
            self._by_name[key] = BuyerRef(0, clean_line(name))
            self.made.append(self._by_name[key])
        return self._by_name[key]
