"""What taking in a notice would do, worked out contract by contract against the register; nothing is written here."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import Any, cast

from socialupph.domain.clause_text import RequirementProposal
from socialupph.domain.commands.imports import RowError
from socialupph.domain.commands.notices import Notice, NoticeContract, NoticeKind, NoticeSupplier, notice_of, version_of
from socialupph.domain.contracts import ContractFacts, missing
from socialupph.domain.kinds import ContractKind, ContractNature, ContractParty
from socialupph.domain.values import clean_text, name_key
from socialupph.domain.views.import_notices import KnownAward, NoticeIdentity
from socialupph.domain.views.import_register import KnownParty
from socialupph.domain.views.imports import PreviewRow, RowState
from socialupph.services.import_parties import SupplierRef
from socialupph.services.notice_parties import NoticeBuyerRef, shown_supplier
from socialupph.services.notice_register import SOURCE, Among, NoticeRegister

_TOLD = {
    "intended": "intended",
    "number": "number",
    "diary_number": "diary_number",
    "kind": "kind",
    "nature": "nature",
    "cpv": "cpv",
    "lot": "lot",
    "awarded_on": "awarded_on",
    "signed_on": "signed_on",
    "starts_on": "start",
    "ends_on": "end",
    "value": "value",
    "extension_text": "extension_text",
    "social_objectives": "social_objectives",
    "reserved_execution": "reserved_execution",
    "withheld": "withheld",
    "notice_id": "notice_id",
    "notes": "notes",
}
"""Column of a contract → what a preview calls it, as a contract list does where it can tell the same."""

_ONLY_EMPTY = frozenset({"number", "diary_number", "extension_text", "notes"})
"""Filled in, never written over: the coordinator's own words and numbers."""

_OF_KNOWN = frozenset({"notes", "notice_id"})
"""Told of a contract that is there already, not of a new one."""

Party = tuple[SupplierRef, ContractParty, int]


@dataclass(slots=True)
class NoticePlan:
    """What becomes of a contract of the notice. ``values`` are the columns to write; ``told`` is shown, as before and after."""

    contract: NoticeContract
    state: RowState
    known: KnownAward | None = None
    values: dict[str, Any] = field(default_factory=dict[str, Any])
    told: dict[str, tuple[str, str]] = field(default_factory=dict[str, tuple[str, str]])
    errors: tuple[RowError, ...] = ()
    remarks: list[RowError] = field(default_factory=list[RowError])
    parties: list[Party] = field(default_factory=list[Party])
    replaces: KnownParty | None = None
    buyers: list[NoticeBuyerRef] = field(default_factory=list[NoticeBuyerRef])
    options: tuple[int, ...] = ()
    drops_options: tuple[int, ...] = ()
    requirements: tuple[RequirementProposal, ...] = ()
    code: str = ""

    @property
    def void(self) -> bool:
        """Whether it is void in the register and left as it is."""
        return self.known is not None and self.known.voided

    def preview(self) -> PreviewRow:
        """The contract as it is shown before anything is written."""
        merged = {**(self.known.values if self.known else {}), **self.values}
        lacks = () if self.state is RowState.ERROR or self.void else self._missing(merged)
        return PreviewRow(
            self.contract.row,
            self.state,
            self.code or (self.known.code if self.known else self.contract.number),
            str(merged.get("title") or self.contract.title),
            self.told,
            draft=bool(lacks),
            errors=self.errors,
            voided=self.void,
            missing=lacks,
            warnings=tuple(self.remarks),
        )

    def _missing(self, merged: Mapping[str, Any]) -> tuple[str, ...]:
        parties = [one.party for one in self.known.parties] if self.known else []
        parties += [party for _ref, party, _position in self.parties]
        return missing(
            ContractFacts(
                merged.get("number"),
                ContractParty.SUPPLIER in parties,
                merged.get("starts_on"),
                merged.get("ends_on"),
                intended=bool(merged.get("intended")),
            )
        )


def plan_notice(notice: Notice, register: NoticeRegister, identities: Iterable[NoticeIdentity]) -> list[NoticePlan]:
    """What becomes of every contract, in the order of the notice. ``identities`` are the contracts that may be meant."""
    among = Among(identities)
    plans: list[NoticePlan] = []
    for contract in notice.contracts:
        if contract.errors:
            plans.append(NoticePlan(contract, RowState.ERROR, errors=contract.errors))
            continue
        meant = among.find(notice, contract, register.suppliers)
        if meant is None:
            plans.append(_new(notice, contract, register))
            continue
        known = register.known[meant.id]
        plans.append(_Comparing(notice, contract, known, register).plan())
    return plans


def _values(notice: Notice, contract: NoticeContract) -> dict[str, Any]:
    """What a notice says of a contract, by column; what it does not say is left out."""
    said: dict[str, Any] = {
        "number": contract.number,
        "diary_number": contract.diary_number,
        "nature": ContractNature(contract.nature) if contract.nature else None,
        "kind": ContractKind(contract.kind) if contract.kind else None,
        "cpv": contract.cpv,
        "lot": contract.lot,
        "awarded_on": contract.awarded_on,
        "signed_on": contract.signed_on,
        "starts_on": contract.starts_on,
        "ends_on": contract.ends_on,
        "value": contract.value,
        "extension_text": clean_text(contract.extension_text).strip(),
        "social_objectives": sorted(one.value for one in contract.social_objectives),
        "reserved_execution": contract.reserved_execution,
        "withheld": [one.value for one in contract.withheld],
        "procedure_id": notice.procedure_id,
        "notice_id": notice.reference,
    }
    said = {name: value for name, value in said.items() if value is not None and value not in ("", [])}
    if contract.value is not None:
        said["currency"] = contract.currency
    return said


def _new(notice: Notice, contract: NoticeContract, register: NoticeRegister) -> NoticePlan:
    values = _values(notice, contract)
    plan = NoticePlan(contract, RowState.NEW, values=values, remarks=list(contract.remarks))
    _keep_number(plan, register)
    texts = (contract.description, notice.change_text)
    values |= {
        "kind": values.get("kind", ContractKind.CONTRACT),
        "title": contract.title or notice.title,
        "currency": contract.currency,
        "source": SOURCE,
        "source_contract_id": contract.source_id,
        "notes": "\n\n".join(clean_text(text).strip() for text in texts if text) or None,
        "intended": notice.kind is NoticeKind.INTENT,
    }
    if notice.kind is NoticeKind.MODIFICATION:
        plan.remarks.append(RowError("notice.unknown_contract"))
    for party, suppliers in _by_party(contract):
        for position, one in enumerate(suppliers):
            plan.parties.append((register.suppliers.resolve(one), party, position))
    plan.parties = list({ref: (ref, party, place) for ref, party, place in reversed(plan.parties)}.values())[::-1]
    plan.buyers = list(dict.fromkeys(register.buyers.resolve(one) for one in notice.buyers))
    plan.options, plan.requirements = contract.options, contract.requirements
    _tell_new(plan, notice)
    return plan


def _by_party(contract: NoticeContract) -> tuple[tuple[ContractParty, tuple[NoticeSupplier, ...]], ...]:
    return ((ContractParty.SUPPLIER, contract.suppliers), (ContractParty.SUBCONTRACTOR, contract.subcontractors))


def _tell_new(plan: NoticePlan, notice: Notice) -> None:
    contract, values = plan.contract, plan.values
    plan.told = {
        "buyer": ("", "; ".join(one.name for one in notice.buyers)),
        "supplier_name": ("", _shown(contract.suppliers)),
        "subcontractors": ("", _shown(contract.subcontractors)),
        "options": ("", " + ".join(str(months) for months in contract.options)),
        "requirement_text": ("", "; ".join(one.original for one in contract.requirements)),
    }
    plan.told |= {key: ("", _text(values.get(column))) for column, key in _TOLD.items() if column not in _OF_KNOWN}
    plan.told["currency"] = ("", values["currency"] if contract.value is not None else "")
    if not values["intended"]:
        del plan.told["intended"]
    plan.told = {key: pair for key, pair in plan.told.items() if pair[1]}


def _shown(suppliers: Iterable[NoticeSupplier]) -> str:
    return "; ".join(shown_supplier(one) for one in suppliers)


def _keep_number(plan: NoticePlan, register: NoticeRegister) -> None:
    """A number stands for one contract only: where another has it, this one gets none, and it is told."""
    number = plan.values.get("number")
    if not number:
        return
    mine = plan.known.id if plan.known else 0
    owner, code = register.numbers.setdefault(name_key(number), (mine, plan.contract.source_id))
    if owner != mine or (not mine and code != plan.contract.source_id):
        plan.remarks.append(RowError("notice.number_taken", "number", "", {"value": number, "code": code}))
        del plan.values["number"]


@dataclass(slots=True)
class _Comparing:
    """Compares a contract of the notice with the one of the register that it is."""

    notice: Notice
    contract: NoticeContract
    known: KnownAward
    register: NoticeRegister

    def plan(self) -> NoticePlan:
        """What changes."""
        known = self.known
        plan = NoticePlan(self.contract, RowState.UNCHANGED, known, remarks=list(self.contract.remarks))
        if known.voided:
            return plan
        stored = known.values["notice_id"] or ""
        if notice_of(stored) == self.notice.notice_id and version_of(stored) > version_of(self.notice.reference):
            error = RowError("notice.older_version", "", "", {"value": stored})
            return NoticePlan(self.contract, RowState.ERROR, known, errors=(error,))
        only_empty = self._is_older(stored)
        if only_empty:
            plan.remarks.append(RowError("notice.only_missing"))
        self._compare_columns(plan, only_empty=only_empty)
        merged = {**known.values, **plan.values}
        start, end = merged["starts_on"], merged["ends_on"]
        if start and end and end < start:
            facts = {"start": start.isoformat(), "end": end.isoformat()}
            error = RowError("notice.end_before_start", "end", "", facts)
            return NoticePlan(self.contract, RowState.ERROR, known, errors=(error,))
        if not only_empty or not known.parties:
            self._compare_suppliers(plan)
        if not only_empty or not known.buyers:
            self._compare_buyers(plan)
        self._propose(plan)
        if plan.told:
            plan.state = RowState.CHANGED
        return plan

    def _is_older(self, stored: str) -> bool:
        """Whether another notice has told of the contract since, so that this one only fills in what is missing."""
        if not stored or self.notice.kind is NoticeKind.MODIFICATION:
            return False
        if self.notice.kind is NoticeKind.AWARD and self.known.values["intended"]:
            return False
        mine = {self.notice.notice_id, *(notice_of(text) for text in self.notice.refers_to)}
        return notice_of(stored) not in mine

    # ---- columns

    def _compare_columns(self, plan: NoticePlan, *, only_empty: bool) -> None:
        known = self.known.values
        said = self._said(plan)
        for column, after in said.items():
            before = known[column]
            empty = before is None or before in ("", [])
            if column == "currency" or before == after or (not empty and (only_empty or column in _ONLY_EMPTY)):
                continue
            plan.values[column] = after
            if column in _TOLD:
                plan.told[_TOLD[column]] = (_text(before), _text(after))
        other = "value" in said and known["value"] is not None and said["currency"] != known["currency"]
        if "value" in plan.values or (other and not only_empty):
            plan.values["currency"] = said["currency"]
            before = _text(known["currency"]) if known["value"] is not None else ""
            plan.told |= {
                "value": (_text(known["value"]), _text(said["value"])),
                "currency": (before, said["currency"]),
            }
        if self.notice.kind is NoticeKind.MODIFICATION:
            self._note_change(plan)

    def _said(self, plan: NoticePlan) -> dict[str, Any]:
        """What is said, with what stands already where it is only added to; and where the contract came from, if from nowhere else."""
        known, kind = self.known.values, self.notice.kind
        said = _values(self.notice, self.contract)
        if known["number"]:
            said.pop("number", None)
        plan.values = said
        _keep_number(plan, self.register)
        plan.values = {}
        if "social_objectives" in said:
            said["social_objectives"] = sorted({*known["social_objectives"], *said["social_objectives"]})
        if kind is NoticeKind.AWARD:
            said.setdefault("withheld", [])
        if known["intended"] and kind is not NoticeKind.INTENT:
            said["intended"] = False
        if known["source"] == SOURCE or not known["source_contract_id"]:
            said |= {"source": SOURCE, "source_contract_id": self.contract.source_id}
        return said

    def _note_change(self, plan: NoticePlan) -> None:
        """What a modification says of itself goes to the notes, once."""
        text, notes = clean_text(self.notice.change_text).strip(), self.known.values["notes"] or ""
        if text and text not in notes:
            plan.values["notes"] = f"{notes}\n\n{text}".strip()
            plan.told["notes"] = ("", text)

    # ---- who belongs to it

    def _compare_suppliers(self, plan: NoticePlan) -> None:
        """Those that are not there yet are added; where none is, the first takes the place of the one that was."""
        suppliers, known = self.register.suppliers, self.known
        there = {party.supplier_id for party in known.parties}
        names = suppliers.index.by_id
        before = [names[party.supplier_id].name for party in known.parties if party.party is ContractParty.SUPPLIER]
        for party, told in _by_party(self.contract):
            found = [(one, suppliers.find(one)) for one in told]
            none_is = not any(ref is not None and ref.id in there for _one, ref in found)
            mine = [one for one in known.parties if one.party is party]
            for position, (one, ref) in enumerate(found):
                if ref is not None and ref.id in there:
                    if one.org_number and not ref.org_number:
                        suppliers.resolve(one)
                        plan.told["supplier_org_number"] = ("", shown_supplier(one))
                    continue
                made = suppliers.resolve(one)
                if any(made is ref for ref, _party, _position in plan.parties):
                    continue
                plan.parties.append((made, party, len(mine) + position))
                if none_is and not position and len(mine) == 1 and party is ContractParty.SUPPLIER:
                    plan.replaces = mine[0]
            if any(which is party for _ref, which, _position in plan.parties):
                key = "supplier_name" if party is ContractParty.SUPPLIER else "subcontractors"
                plan.told[key] = ("; ".join(before) if party is ContractParty.SUPPLIER else "", _shown(told))

    def _compare_buyers(self, plan: NoticePlan) -> None:
        for one in self.notice.buyers:
            had = {ref.id for ref in self.register.buyers.filled}
            ref = self.register.buyers.resolve(one)
            if ref.id not in self.known.buyers and ref not in plan.buyers:
                plan.buyers.append(ref)
            elif ref.filled and ref.id not in had:
                plan.told["buyer_org_number"] = ("", ref.org_number)
        if plan.buyers:
            plan.told["buyer"] = ("", "; ".join(ref.name for ref in plan.buyers))

    def _propose(self, plan: NoticePlan) -> None:
        """Options and requirements, where the contract has none of them yet."""
        known, contract = self.known, self.contract
        if contract.options and not known.options and "extension_text" in plan.values:
            plan.options = contract.options
            plan.told["options"] = ("", " + ".join(str(months) for months in contract.options))
        if not known.requirements:
            plan.requirements = contract.requirements
        if plan.requirements:
            plan.told["requirement_text"] = ("", "; ".join(one.original for one in plan.requirements))


def _text(value: object) -> str:
    """A value of a column as a preview tells it."""
    match value:
        case None:
            text = ""
        case bool():
            text = str(value).lower()
        case Enum():
            text = str(value.value)
        case dt.date():
            text = value.isoformat()
        case Decimal():
            text = format(value.normalize(), "f")
        case list():
            text = ", ".join(str(one) for one in cast("list[object]", value))
        case _:
            text = str(value)
    return text
