"""Which suppliers and buyers a notice means.

A Swedish number is checked and decides alone. A foreign one is not, and is used by several in practice, so the name has to be the
same too: otherwise it is somebody else, whom *Dubbletter* shows.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from socialupph.domain.commands.notices import NoticeBuyer, NoticeSupplier
from socialupph.domain.errors import RuleViolation
from socialupph.domain.kinds import BuyerKind, SupplierKind
from socialupph.domain.values import OrgNumber, clean_line, name_key
from socialupph.domain.views.import_notices import KnownBuyer
from socialupph.services.import_parties import SupplierIndex, SupplierRef

_SWEDEN = "SE"


@dataclass(slots=True)
class NoticeSuppliers:
    """The suppliers of the register, those that a notice makes among them. ``told`` is what it says of those."""

    index: SupplierIndex
    told: dict[SupplierRef, NoticeSupplier] = field(default_factory=dict[SupplierRef, NoticeSupplier])

    def find(self, one: NoticeSupplier) -> SupplierRef | None:
        """The supplier that is meant; None when the register has none."""
        if not one.org_number or one.country == _SWEDEN:
            return self.index.find(one.name, one.org_number, one.country)
        alike = self.index.named(one.name)
        same = (ref for ref in alike if _number(ref.org_number, ref.country) == _number(one.org_number, one.country))
        return next(same, None) or next((ref for ref in alike if not ref.org_number), None)

    def resolve(self, one: NoticeSupplier) -> SupplierRef:
        """The supplier that is meant, made when there is none. One without number gets that of the notice."""
        ref = self.find(one)
        if ref is None:
            ref = self.index.make(one.name, one.org_number, one.country)
            self.told[ref] = one
        elif one.org_number and not ref.org_number:
            self.index.give_number(ref, one.org_number, one.country)
        return ref

    def kind(self, ref: SupplierRef) -> SupplierKind:
        """A natural person is a sole trader, whatever the number says."""
        one = self.told.get(ref)
        return SupplierKind.SOLE_TRADER if one is not None and one.natural_person else ref.kind


def shown_supplier(one: NoticeSupplier) -> str:
    """*Bygg AB (556000-0167)*, *Gyro Soft SA (927384203, LU)*; of a sole trader the name alone, since the number is a person's."""
    if not one.org_number or one.natural_person or _is_personal(one):
        return one.name
    country = "" if one.country == _SWEDEN else f", {one.country}"
    return f"{one.name} ({one.org_number}{country})"


def _is_personal(one: NoticeSupplier) -> bool:
    try:
        return OrgNumber.parse(one.org_number, one.country).is_personal
    except RuleViolation:
        return False


def _number(org_number: str, country: str) -> tuple[str, str]:
    return country.upper(), org_number.replace("-", "").replace(" ", "").casefold()


@dataclass(slots=True, eq=False)
class NoticeBuyerRef:
    """A buyer of the register, or one that the import makes (``id`` 0 until then). ``filled`` got its number from the notice."""

    id: int
    name: str
    org_number: str
    country: str
    kind: BuyerKind
    filled: bool = False


@dataclass(slots=True)
class NoticeBuyers:
    """The buyers of the register, those that a notice makes among them."""

    made: list[NoticeBuyerRef] = field(default_factory=list[NoticeBuyerRef])
    _all: list[NoticeBuyerRef] = field(default_factory=list[NoticeBuyerRef])

    def load(self, known: Iterable[KnownBuyer]) -> None:
        """Take in what the register has."""
        self._all += [
            NoticeBuyerRef(one.id, one.name, one.org_number, one.country, BuyerKind.MUNICIPALITY) for one in known
        ]

    @property
    def filled(self) -> list[NoticeBuyerRef]:
        """Buyers of the register that got an organisation number."""
        return [one for one in self._all if one.filled]

    def resolve(self, buyer: NoticeBuyer) -> NoticeBuyerRef:
        """The buyer that is meant, made when there is none. One without number gets that of the notice."""
        named = [one for one in self._all if name_key(one.name) == name_key(buyer.name)]
        if buyer.org_number:
            wanted = _number(buyer.org_number, buyer.country)
            among = self._all if buyer.country == _SWEDEN else named
            same = next(
                (one for one in among if one.org_number and _number(one.org_number, one.country) == wanted), None
            )
            if same is not None:
                return same
            named = [one for one in named if not one.org_number]
        if named:
            ref = named[0]
            if buyer.org_number:
                ref.org_number, ref.country, ref.filled = buyer.org_number, buyer.country, ref.id != 0
            return ref
        ref = NoticeBuyerRef(0, clean_line(buyer.name), buyer.org_number, buyer.country, buyer.kind)
        self.made.append(ref)
        self._all.append(ref)
        return ref
