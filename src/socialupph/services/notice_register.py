"""Which contract of the register one of a notice is: by its notice, its procedure, its number (docs/adr/0013), never by its title."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from socialupph.domain.commands.notices import Notice, NoticeContract, NoticeKind, notice_of
from socialupph.domain.values import name_key
from socialupph.domain.views.import_notices import KnownAward, NoticeIdentity
from socialupph.services.notice_parties import NoticeBuyers, NoticeSuppliers

SOURCE = "notice"
"""What stands as source of a contract that came from a published notice."""


@dataclass(slots=True)
class NoticeRegister:
    """What there is, made ready for looking up. ``known`` has the contracts that may be meant in full."""

    suppliers: NoticeSuppliers
    buyers: NoticeBuyers
    known: Mapping[int, KnownAward]
    numbers: dict[str, tuple[int, str]] = field(default_factory=dict[str, tuple[int, str]])
    """Folded number → id and code of the contract, not void, that has it; id 0 for one that this notice makes."""

    @staticmethod
    def numbers_of(identities: Iterable[NoticeIdentity]) -> dict[str, tuple[int, str]]:
        """Every number that is taken."""
        found: dict[str, tuple[int, str]] = {}
        for one in identities:
            if one.number and not one.voided:
                found.setdefault(name_key(one.number), (one.id, one.code))
        return found


def relevant(notice: Notice, identities: Iterable[NoticeIdentity]) -> list[NoticeIdentity]:
    """The contracts that share anything with the notice by which it may know them, void ones last."""
    notices = {notice.notice_id, *(notice_of(one) for one in notice.refers_to)}
    numbers = {name_key(one.number) for one in notice.contracts if one.number}
    diaries = {name_key(one.diary_number) for one in notice.contracts if one.diary_number}
    return [
        one
        for one in identities
        if one.procedure_id == notice.procedure_id
        or (one.notice_id and notice_of(one.notice_id) in notices)
        or (one.number and name_key(one.number) in numbers)
        or (one.diary_number and name_key(one.diary_number) in diaries)
    ]


@dataclass(frozen=True, slots=True)
class _Meant:
    """One contract of a notice, and the tests of whether a contract of the register is it."""

    notice: Notice
    contract: NoticeContract
    suppliers: frozenset[int]

    def same_notice(self, one: NoticeIdentity) -> bool:
        """It came from this notice, or from the one that this corrects, under the same technical id."""
        notices = {self.notice.notice_id}
        if self.notice.kind is not NoticeKind.MODIFICATION:
            notices |= {notice_of(text) for text in self.notice.refers_to}
        came = one.source == SOURCE and notice_of(one.notice_id) in notices
        return came and one.source_contract_id == self.contract.source_id

    def same_in_procedure(self, one: NoticeIdentity) -> bool:
        """The same number in the same procedure (BT-04, BT-150)."""
        return self._of_procedure(one) and self._same_number(one)

    def same_lot(self, one: NoticeIdentity) -> bool:
        """The same lot of the same procedure and one of the same suppliers, where the numbers do not say otherwise."""
        if not (self._of_procedure(one) and one.lot == self.contract.lot and one.suppliers & self.suppliers):
            return False
        modifies = self.notice.kind is NoticeKind.MODIFICATION
        return modifies or one.intended or not one.number or not self.contract.number

    def was_intended(self, one: NoticeIdentity) -> bool:
        """What the same lot of the same procedure was meant to become, whoever it was then meant for."""
        awards = self.notice.kind is NoticeKind.AWARD
        return awards and one.intended and self._of_procedure(one) and one.lot == self.contract.lot

    def referred_to(self, one: NoticeIdentity) -> bool:
        """It came from the notice that a modification names (BT-1501(n))."""
        named = {notice_of(text) for text in self.notice.refers_to}
        return self.notice.kind is NoticeKind.MODIFICATION and bool(one.notice_id) and notice_of(one.notice_id) in named

    def referred_lot(self, one: NoticeIdentity) -> bool:
        """The same of one of the same suppliers or the same lot."""
        return self.referred_to(one) and (one.lot == self.contract.lot or bool(one.suppliers & self.suppliers))

    def same_number(self, one: NoticeIdentity) -> bool:
        """The same number, unless it is of another procedure."""
        return self._compatible(one) and self._same_number(one)

    def same_diary(self, one: NoticeIdentity) -> bool:
        """The same diarienummer and supplier, where no notice has told of it and one of the two has no number yet."""
        mine = self.contract
        alike = mine.diary_number and name_key(one.diary_number) == name_key(mine.diary_number)
        if not alike or one.procedure_id or not one.suppliers & self.suppliers:
            return False
        if mine.number and (one.number or one.voided):
            return False
        return not one.lot or not mine.lot or one.lot == mine.lot

    def _of_procedure(self, one: NoticeIdentity) -> bool:
        return one.procedure_id == self.notice.procedure_id

    def _compatible(self, one: NoticeIdentity) -> bool:
        return not one.procedure_id or self._of_procedure(one)

    def _same_number(self, one: NoticeIdentity) -> bool:
        return bool(self.contract.number) and name_key(one.number) == name_key(self.contract.number)


class Among:
    """The contracts that may be meant, found by what tells them apart; one is meant by one contract of the notice only."""

    def __init__(self, identities: Iterable[NoticeIdentity]) -> None:
        self._all = list(identities)
        self._by_source: dict[str, list[NoticeIdentity]] = {}
        self._by_number: dict[str, list[NoticeIdentity]] = {}
        self._by_lot: dict[str, list[NoticeIdentity]] = {}
        self._taken: set[int] = set()
        for one in self._all:
            self._by_source.setdefault(one.source_contract_id, []).append(one)
            self._by_lot.setdefault(one.lot, []).append(one)
            if one.number:
                self._by_number.setdefault(name_key(one.number), []).append(one)

    def find(self, notice: Notice, contract: NoticeContract, suppliers: NoticeSuppliers) -> NoticeIdentity | None:
        """The contract of the register that is meant, taken from now on; None for a new one."""
        refs = (suppliers.find(one) for one in contract.suppliers)
        meant = _Meant(notice, contract, frozenset(ref.id for ref in refs if ref is not None and ref.id))
        found = self._surely(meant) or self._likely(meant)
        if found is not None:
            self._taken.add(found.id)
        return found

    def _surely(self, meant: _Meant) -> NoticeIdentity | None:
        """By the notice it came from, or by number; a void one too."""
        same_source = self._by_source.get(meant.contract.source_id, ())
        same_number = self._by_number.get(name_key(meant.contract.number), ()) if meant.contract.number else ()
        for test, among in (
            (meant.same_notice, same_source),
            (meant.same_in_procedure, same_number),
            (meant.same_number, same_number),
        ):
            found = next((one for one in among if one.id not in self._taken and test(one)), None)
            if found is not None:
                return found
        return None

    def _likely(self, meant: _Meant) -> NoticeIdentity | None:
        """By lot, by the notice that is referred to, by diarienummer: what may be one of several is none of them."""
        same_lot = self._by_lot.get(meant.contract.lot, ())
        for test, among in (
            (meant.same_lot, same_lot),
            (meant.was_intended, same_lot),
            (meant.referred_lot, self._all),
            (meant.referred_to, self._all),
            (meant.same_diary, self._all),
        ):
            found = [one for one in among if not one.voided and one.id not in self._taken and test(one)]
            if len(found) == 1:
                return found[0]
        return None
