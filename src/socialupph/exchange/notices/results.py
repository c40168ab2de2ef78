"""The result section of a notice: which tenders won which lots, by whom, for how much, and which contracts were settled."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from socialupph.domain.commands.notices import Withheld
from socialupph.exchange.notices.privacy import kept_back
from socialupph.exchange.notices.values import Findings, flag, is_masked
from socialupph.exchange.notices.xml import Node

Part = TypeVar("Part")
WON = "selec-w"


@dataclass(frozen=True, slots=True)
class Outcome:
    """efac:LotResult: ``status`` BT-142, ``reason`` BT-144 why nobody won, its lots (BT-13713), tenders (OPT-320), contracts (OPT-315)."""

    status: str
    reason: str
    lots: tuple[str, ...]
    tenders: tuple[str, ...]
    contracts: tuple[str, ...]
    withheld: tuple[Withheld, ...]

    @property
    def secret(self) -> bool:
        """Whether it is kept back if there is a winner."""
        return is_masked(self.status) or Withheld.WINNER in self.withheld


@dataclass(frozen=True, slots=True)
class Tender:
    """efac:LotTender: its lots (BT-13714), the amount it asks (BT-720) as it stands, and the parties that made it (OPT-310)."""

    id: str
    lots: tuple[str, ...]
    amount: Node | None
    parties: tuple[str, ...]
    withheld: tuple[Withheld, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """efac:TenderingParty: its members, the leader first (OPT-170), and those that work for them (OPT-301), by organisation."""

    members: tuple[str, ...]
    subcontractors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """efac:SettledContract: ``id`` OPT-316 and its tenders (BT-3202); the rest is read from ``node``."""

    id: str
    tenders: tuple[str, ...]
    node: Node


class Results:
    """efac:NoticeResult, with its parts by id."""

    def __init__(self, node: Node) -> None:
        self.node = node
        self.outcomes = [_outcome(one) for one in node.all("efac:LotResult")]
        self.settled = [
            Settled(one.value("cbc:ID"), tuple(one.values("efac:LotTender/cbc:ID")), one)
            for one in node.all("efac:SettledContract")
        ]
        self.tenders = [_tender(one) for one in node.all("efac:LotTender")]
        self._tenders = _by_id((one.id, one) for one in self.tenders)
        self._parties = _by_id((one.value("cbc:ID"), _party(one)) for one in node.all("efac:TenderingParty"))
        self.withheld = kept_back(node.all("efac:FieldsPrivacy"))
        self._by_contract = _by_id((name, one) for one in self.outcomes for name in one.contracts)
        self._by_tender = _by_id((name, one) for one in self.outcomes for name in one.tenders)
        self._settled = Counter(one.id for one in self.settled)

    def unnamed(self) -> bool:
        """Whether a part lacks the id by which others refer to it."""
        parts = [*self.settled, *self.tenders]
        return any(not part.id for part in parts) or "" in self._parties

    def tender(self, reference: str, found: Findings) -> Tender | None:
        """The tender of that id; None and told when there is none, or when two have it."""
        return _one(self._tenders.get(reference, []), reference, found)

    def party(self, reference: str, found: Findings) -> Party | None:
        """The tendering party of that id, likewise."""
        return _one(self._parties.get(reference, []), reference, found)

    def winning(self, *, decided: bool) -> list[str]:
        """The tenders that won. Where nothing is ``decided`` yet, those that no outcome says did not."""
        won = [one for one in self.outcomes if one.status == WON or (not decided and not one.status)]
        return list(dict.fromkeys(tender for one in won for tender in one.tenders))

    def naming(self, contract_id: str, tenders: Sequence[str]) -> list[Outcome]:
        """The outcomes of a contract: those that name it, else those that name one of its tenders."""
        named = self._by_contract.get(contract_id, []) if contract_id else []
        return named or [one for tender in dict.fromkeys(tenders) for one in self._by_tender.get(tender, [])]

    def is_unique(self, contract_id: str) -> bool:
        """Whether only one contract has the id."""
        return self._settled[contract_id] == 1


def _outcome(node: Node) -> Outcome:
    return Outcome(
        status=node.value("cbc:TenderResultCode"),
        reason=node.value("efac:DecisionReason/efbc:DecisionReasonCode"),
        lots=tuple(node.values("efac:TenderLot/cbc:ID")),
        tenders=tuple(node.values("efac:LotTender/cbc:ID")),
        contracts=tuple(node.values("efac:SettledContract/cbc:ID")),
        withheld=kept_back([node]),
    )


def _tender(node: Node) -> Tender:
    return Tender(
        id=node.value("cbc:ID"),
        lots=tuple(node.values("efac:TenderLot/cbc:ID")),
        amount=node.first("cac:LegalMonetaryTotal/cbc:PayableAmount"),
        parties=tuple(node.values("efac:TenderingParty/cbc:ID")),
        withheld=kept_back([node]),
    )


def _party(node: Node) -> Party:
    leaders: list[str] = []
    members: list[str] = []
    for one in node.all("efac:Tenderer"):
        leads = flag(one.value("efbc:GroupLeadIndicator")) is True
        (leaders if leads else members).extend(one.values("cbc:ID"))
    together = tuple(dict.fromkeys((*leaders, *members)))
    below = dict.fromkeys(node.values("efac:SubContractor/cbc:ID"))
    return Party(together, tuple(one for one in below if one not in together))


def _by_id(parts: Iterable[tuple[str, Part]]) -> dict[str, list[Part]]:
    found: dict[str, list[Part]] = {}
    for reference, part in parts:
        found.setdefault(reference, []).append(part)
    return found


def _one(alike: Sequence[Part], reference: str, found: Findings) -> Part | None:
    if len(alike) == 1:
        return alike[0]
    found.fail("notice.id_twice" if alike else "notice.reference", "", value=reference)
    return None
