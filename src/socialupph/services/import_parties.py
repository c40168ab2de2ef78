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
        """Take in what the register has; void suppliers are known by id only, merged ones as what they turned out to be."""
        merged: list[KnownSupplier] = []
        into: dict[int, int] = {}
        standing: set[int] = set()
        for one in known:
            ref = SupplierRef(one.id, one.name, one.org_number, one.country)
            self.by_id[one.id] = ref
            if one.merged_into_id is not None:
                merged.append(one)
                into[one.id] = one.merged_into_id
            elif not one.voided:
                standing.add(one.id)
                self._add(ref)
        for one in merged:
            target = one.id
            while target in into:
                target = into[target]
            if target in standing:
                self._add(self.by_id[target], one.name, one.org_number, one.country)

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
            number = _number(row.supplier_org_number, row.supplier_country)
            return number == _number(ref.org_number, ref.country) or self._by_number.get(number) is ref
        name = self.key(row.supplier_name)
        return name == self.key(ref.name) or ref in self._by_name.get(name, ())

    def find(self, name: str, org_number: str = "", country: str = "SE") -> SupplierRef | None:
        """The supplier with that number, else the one of that name that has no other number; None when there is none."""
        number = _number(org_number, country)
        if org_number and number in self._by_number:
            return self._by_number[number]
        alike = self.named(name)
        return next((ref for ref in alike if not (org_number and ref.org_number)), None)

    def named(self, name: str) -> list[SupplierRef]:
        """Every supplier of that name, however it is written."""
        return self._by_name.get(self.key(name), [])

    def resolve(self, row: ContractRow) -> SupplierRef:
        """The supplier a row means, made when there is none."""
        ref = self.find(row.supplier_name, row.supplier_org_number, row.supplier_country)
        if ref is None:
            return self.make(row.supplier_name, row.supplier_org_number, row.supplier_country)
        if row.supplier_org_number and not ref.org_number:
            self.fill(ref, row)
        return ref

    def make(self, name: str, org_number: str = "", country: str = "SE") -> SupplierRef:
        """A new supplier, which later rows find."""
        ref = SupplierRef(0, clean_line(name), org_number, country)
        self.made.append(ref)
        self._add(ref)
        return ref

    def fill(self, ref: SupplierRef, row: ContractRow) -> None:
        """Give a supplier without organisation number that of the row."""
        self.give_number(ref, row.supplier_org_number, row.supplier_country)

    def give_number(self, ref: SupplierRef, org_number: str, country: str) -> None:
        """The supplier has this number from now on."""
        ref.org_number, ref.country, ref.filled = org_number, country, ref.id != 0
        self._by_number.setdefault(_number(org_number, country), ref)

    def _add(self, ref: SupplierRef, name: str = "", org_number: str = "", country: str = "") -> None:
        """Let a supplier be found by its name and number, or by others that it goes by."""
        org_number = org_number or ("" if name else ref.org_number)
        if org_number:
            self._by_number.setdefault(_number(org_number, country or ref.country), ref)
        self._by_name.setdefault(self.key(name or ref.name), []).append(ref)


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
