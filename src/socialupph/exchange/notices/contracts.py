"""The contracts of a notice: one for each SettledContract, else one for each winning tender, put together from all its parts."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeVar

from socialupph.domain.clause_text import UNKNOWN_TYPE, RequirementProposal
from socialupph.domain.commands.notices import NoticeContract, NoticeKind, NoticeSupplier, Withheld
from socialupph.domain.kinds import ContractKind, SocialObjective
from socialupph.exchange.notices.lots import Lot
from socialupph.exchange.notices.organisations import Organisations, supplier
from socialupph.exchange.notices.results import Outcome, Results, Settled, Tender
from socialupph.exchange.notices.values import Amount, Findings, amount, day, flag, is_masked, plain, told
from socialupph.exchange.notices.xml import Node
from socialupph.specs.notices import EMPLOYMENT_OBJECTIVE, RESERVED_EXECUTION, duration_texts

Value = TypeVar("Value")
_LONGEST_NUMBER = 100


@dataclass(frozen=True, slots=True)
class Parts:
    """A notice taken apart.

    ``home`` is the country of the buyer. ``lots`` are found by id, several where an id is used twice; ``groups`` are the lots of
    each group (BT-1375). ``awarded`` is the day that UBL itself asks for, ``outside`` what is kept back of the procedure.
    """

    kind: NoticeKind
    language: str
    home: str
    procedure: Lot
    lots: Mapping[str, Sequence[Lot]]
    groups: Mapping[str, Sequence[str]]
    organisations: Organisations
    results: Results
    awarded: str
    outside: tuple[Withheld, ...]


def read_contracts(parts: Parts) -> tuple[NoticeContract, ...]:
    """All contracts, in the order of the notice; none where nobody won."""
    results = parts.results
    wanted: Sequence[Settled | Tender] = results.settled
    if not wanted:
        winning = set(results.winning(decided=parts.kind is NoticeKind.AWARD))
        wanted = [tender for tender in results.tenders if tender.id in winning]
    alone = len(wanted) == 1
    return tuple(_Contract(parts, part, alone=alone).read(row) for row, part in enumerate(wanted, start=1))


@dataclass(slots=True)
class _Contract:
    """Reads one contract; ``alone`` when the notice has no other."""

    parts: Parts
    source: Settled | Tender
    alone: bool
    found: Findings = field(default_factory=Findings)

    def read(self, row: int) -> NoticeContract:
        """The contract with what was found on the way."""
        parts, found, source = self.parts, self.found, self.source
        tenders, outcomes = self._tenders()
        named, lots = self._lots(tenders, outcomes)
        for part in (*tenders, *outcomes, *lots):
            found.withhold(part.withheld)
        found.withhold(parts.outside)
        suppliers, subcontractors = self._suppliers(tenders)
        node = source.node if isinstance(source, Settled) else Node("efac:SettledContract", {})
        starts, ends = self._time(lots)
        paid = self._value(tenders)
        objectives = tuple(dict.fromkeys(one for lot in lots for one in lot.social_objectives))
        reserved = next((lot.reserved_execution for lot in lots if lot.reserved_execution is not None), None)
        description = _same([lot.description for lot in lots]) or parts.procedure.description
        return NoticeContract(
            row=row,
            source_id=plain(source.id, _LONGEST_NUMBER),
            number=_number(node),
            diary_number=parts.procedure.internal_id,
            title=self._title(node, lots),
            lot=plain(", ".join(named), _LONGEST_NUMBER),
            kind=_kind(node, lots),
            nature=_same([lot.nature for lot in lots]) or parts.procedure.nature,
            cpv=_same([lot.cpv for lot in lots]) or parts.procedure.cpv,
            awarded_on=self._awarded(node),
            signed_on=day(node.value("cbc:IssueDate"), "signed_on", found),
            starts_on=starts,
            ends_on=ends,
            value=paid.value,
            currency=paid.currency or "SEK",
            suppliers=suppliers,
            subcontractors=subcontractors,
            extension_text=_same([lot.extension_text for lot in lots]) or "",
            options=_same([lot.options for lot in lots]) or (),
            social_objectives=objectives,
            reserved_execution=reserved,
            requirements=_requirements(objectives, reserved=reserved is True),
            description="\n\n".join(text for text in (description, *duration_texts(found.remarks)) if text),
            withheld=tuple(one for one in Withheld if one in found.withheld),
            errors=tuple(found.errors),
            remarks=tuple(found.remarks),
        )

    # ---- what belongs to it

    def _tenders(self) -> tuple[list[Tender], list[Outcome]]:
        """Its tenders and the outcomes that name it. Where an outcome names another winner, the winner counts, and it is told."""
        results, source, found = self.parts.results, self.source, self.found
        if isinstance(source, Tender):
            return [source], results.naming("", [source.id])
        if not results.is_unique(source.id):
            found.fail("notice.id_twice", "", value=source.id)
        outcomes = results.naming(source.id, source.tenders)
        won = list(dict.fromkeys(tender for one in outcomes for tender in one.tenders))
        wanted = list(dict.fromkeys(source.tenders)) or won
        if len(won) == 1 and won[0] not in wanted:
            found.remark("notice.contradiction", "supplier_name", value=", ".join(wanted), winner=won[0])
            wanted = won
        read = [results.tender(one, found) for one in wanted]
        return [one for one in read if one is not None], outcomes

    def _lots(self, tenders: Sequence[Tender], outcomes: Sequence[Outcome]) -> tuple[list[str], list[Lot]]:
        """The ids of its lots, and the lots whose details it takes: those of a group where it is for a group of lots."""
        named = list(dict.fromkeys(lot for one in tenders for lot in one.lots))
        named = named or list(dict.fromkeys(lot for one in outcomes for lot in one.lots))
        detailed: dict[str, None] = {}
        for one in named:
            members = self.parts.groups.get(one, ())
            won = [lot for outcome in outcomes for lot in outcome.lots if lot in members]
            detailed |= dict.fromkeys(won or members or (one,))
        read: list[Lot] = []
        for one in detailed:
            alike = self.parts.lots.get(one, ())
            if len(alike) == 1:
                read.append(alike[0])
                self.found.add(alike[0].found)
            else:
                self.found.fail("notice.lot_twice" if alike else "notice.reference", "lot", value=one)
        return named, read

    def _suppliers(self, tenders: Sequence[Tender]) -> tuple[tuple[NoticeSupplier, ...], tuple[NoticeSupplier, ...]]:
        """The members of its tendering parties, leader first, and who works for them."""
        members: dict[str, None] = {}
        below: dict[str, None] = {}
        for reference in dict.fromkeys(one for tender in tenders for one in tender.parties):
            party = self.parts.results.party(reference, self.found)
            if party is not None:
                members |= dict.fromkeys(party.members)
                below |= dict.fromkeys(party.subcontractors)
        return self._read_suppliers(members), self._read_suppliers(one for one in below if one not in members)

    def _read_suppliers(self, references: Iterable[str]) -> tuple[NoticeSupplier, ...]:
        made: list[NoticeSupplier] = []
        for reference in references:
            organisation = self.parts.organisations.find(reference, self.found)
            one = None if organisation is None else supplier(organisation, self.parts.home, self.found)
            if one is not None:
                made.append(one)
        return tuple(made)

    # ---- what it says

    def _time(self, lots: Sequence[Lot]) -> tuple[dt.date | None, dt.date | None]:
        starts, ends = _same([lot.starts_on for lot in lots]), _same([lot.ends_on for lot in lots])
        if starts and ends and ends < starts:
            self.found.fail("notice.end_before_start", "end", start=starts.isoformat(), end=ends.isoformat())
        return starts, ends

    def _value(self, tenders: Sequence[Tender]) -> Amount:
        """The sum of its tenders (BT-720); of the only contract of a notice that has none, the notice's value (BT-161).

        Nothing where it is kept back. The value of a notice with one contract is that contract's, so it is kept back with it.
        """
        withheld, nothing = self.found.withheld, Amount(None)
        if self.alone and Withheld.NOTICE_VALUE in withheld:
            self.found.withhold((Withheld.VALUE,))
        if Withheld.VALUE in withheld:
            return nothing
        wrong = len(self.found.errors)
        given = [one for tender in tenders if (one := amount(tender.amount, self.found)) is not None]
        if len(self.found.errors) > wrong:
            return nothing
        if not given and self.alone:
            whole = amount(self.parts.results.node.first("cbc:TotalAmount"), self.found)
            given = [] if whole is None else [whole]
        elif given and len(given) < len(tenders):
            self.found.remark("notice.value_in_part", "value")
            return nothing
        if any(one.withheld for one in given):
            self.found.withhold((Withheld.VALUE,))
            return nothing
        if len({one.currency for one in given}) > 1:
            self.found.remark("notice.currencies", "value")
            return nothing
        return (
            Amount(sum((one.value or Decimal(0) for one in given), Decimal(0)), given[0].currency) if given else nothing
        )

    def _title(self, node: Node, lots: Sequence[Lot]) -> str:
        """BT-721, else BT-21: that of the procedure, and of the lot where there are several lots and it says more."""
        parts = self.parts
        own, procedure = plain(told(node, "cbc:Title", parts.language)), parts.procedure.title
        if own or len(lots) != 1:
            return own or procedure
        lot = lots[0].title
        if not procedure or not lot or len(parts.lots) < 2:
            return procedure or lot
        return lot if lot.casefold().startswith(procedure.casefold()) else plain(f"{procedure} – {lot}")

    def _awarded(self, node: Node) -> dt.date | None:
        """BT-1451; where it is not told, the day that UBL itself asks for, unless that is the standard's *not given*."""
        own = day(node.value("cbc:AwardDate"), "awarded_on", self.found)
        return own or day(self.parts.awarded, "awarded_on", self.found)


def _same(values: Sequence[Value]) -> Value | None:
    """The one value that all have; None where they differ."""
    return values[0] if values and all(value == values[0] for value in values) else None


def _number(node: Node) -> str:
    """BT-150, the buyer's own number."""
    text = plain(node.value("efac:ContractReference/cbc:ID"), _LONGEST_NUMBER)
    return "" if is_masked(text) else text


def _kind(node: Node, lots: Sequence[Lot]) -> str:
    """Reserved (BT-71), framework agreement (BT-765), or called off from one (BT-768); empty where nothing is said."""
    if any(lot.reserved for lot in lots):
        return ContractKind.RESERVED.value
    if any(lot.framework for lot in lots):
        return ContractKind.FRAMEWORK.value
    return ContractKind.CALL_OFF.value if flag(node.value("efbc:ContractFrameworkIndicator")) else ""


def _requirements(objectives: Sequence[SocialObjective], *, reserved: bool) -> tuple[RequirementProposal, ...]:
    """What the notice proposes as requirements, to be filled in and confirmed: never with a volume."""
    proposals: list[RequirementProposal] = []
    if reserved:
        proposals.append(RequirementProposal("reserved_execution", RESERVED_EXECUTION, certain=False))
    if SocialObjective.EMPLOYMENT in objectives:
        proposals.append(RequirementProposal(UNKNOWN_TYPE, EMPLOYMENT_OBJECTIVE, certain=False))
    return tuple(proposals)
