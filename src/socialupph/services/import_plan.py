"""What an import would do, worked out row by row against the register; nothing is written here."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from operator import attrgetter
from typing import Any

from socialupph.domain.clause_text import RequirementProposal
from socialupph.domain.commands.imports import ContractRow, RowError
from socialupph.domain.kinds import ContractKind, ContractNature, ContractParty
from socialupph.domain.values import clean_text, name_key
from socialupph.domain.views.import_register import KnownContract, KnownParty
from socialupph.domain.views.imports import PreviewRow, RowState
from socialupph.services.import_parties import BuyerIndex, BuyerRef, SupplierIndex, SupplierRef

_ORE = Decimal("0.01")
_COLUMNS = {
    "number": "number",
    "diary_number": "diary_number",
    "title": "title",
    "kind": "kind",
    "nature": "nature",
    "cpv": "cpv",
    "start": "starts_on",
    "end": "ends_on",
    "value": "value",
    "contract_manager": "contract_manager",
    "extension_text": "extension_text",
    "notes": "notes",
    "awarded_on": "awarded_on",
    "signed_on": "signed_on",
}
"""Field of a row → column of a contract."""

_told: Callable[[ContractRow], tuple[Any, ...]] = attrgetter(*_COLUMNS)

_LOOSELY = frozenset({"number", "diary_number"})
"""Written otherwise they are still the same; field and column have the same name."""


@dataclass(slots=True)
class RowPlan:
    """What becomes of a row. ``values`` are the columns to write; ``told`` what the user is shown, as before and after."""

    row: ContractRow
    state: RowState
    known: KnownContract | None = None
    values: dict[str, Any] = field(default_factory=dict[str, Any])
    told: dict[str, tuple[str, str]] = field(default_factory=dict[str, tuple[str, str]])
    errors: tuple[RowError, ...] = ()
    supplier: SupplierRef | None = None
    replaces: KnownParty | None = None
    buyer: BuyerRef | None = None
    options: tuple[int, ...] = ()
    drops_options: tuple[int, ...] = ()
    requirements: tuple[RequirementProposal, ...] = ()
    code: str = ""
    void: bool = False

    def preview(self) -> PreviewRow:
        """The row as it is shown before anything is written."""
        current: Mapping[str, Any] = self.known.values if self.known else {}
        lacks = not all(self.values.get(name) or current.get(name) for name in ("number", "starts_on", "ends_on"))
        lacks = lacks or bool(self.values.get("intended", current.get("intended")))
        code = self.code or (self.known.code if self.known else self.row.number)
        title = self.row.title or (str(current.get("title") or "") if current else self.row.title_or_fallback)
        draft = lacks and self.state is not RowState.ERROR and not self.void
        return PreviewRow(
            self.row.row, self.state, code, title, self.told, draft=draft, errors=self.errors, voided=self.void
        )


@dataclass(slots=True)
class Register:
    """What there is, made ready for looking up."""

    suppliers: SupplierIndex
    buyers: BuyerIndex
    _by_number: dict[str, KnownContract] = field(default_factory=dict[str, KnownContract])
    _by_diary: dict[tuple[str, str], list[KnownContract]] = field(
        default_factory=dict[tuple[str, str], list[KnownContract]]
    )
    _by_content: dict[str, KnownContract] = field(default_factory=dict[str, KnownContract])

    def load(self, known: Iterable[KnownContract]) -> None:
        """Take in the contracts, void ones last: what stands goes before what does not."""
        for contract in known:
            number, diary = contract.values["number"], contract.values["diary_number"]
            if number:
                self._by_number.setdefault(name_key(number), contract)
            if diary:
                for key in self._supplier_keys(contract):
                    self._by_diary.setdefault((name_key(diary), key), []).append(contract)
            if contract.fingerprint:
                self._by_content.setdefault(contract.fingerprint, contract)

    def _supplier_keys(self, contract: KnownContract) -> set[str]:
        keys: set[str] = set()
        for party in contract.parties:
            if party.party is ContractParty.SUPPLIER:
                ref = self.suppliers.by_id[party.supplier_id]
                keys.add(self.suppliers.key(ref.name))
                if ref.org_number:
                    keys.add(ref.org_number)
        return keys

    def find(self, row: ContractRow) -> KnownContract | None:
        """The contract a row tells of: by number, else by diary number and supplier, else by all of its content.

        A number that nobody has may be that of a contract registered under the same diary number before it had one.
        """
        if row.number:
            found = self._by_number.get(name_key(row.number))
            if found is not None or not row.diary_number:
                return found
            return next((one for one in self._same_diary(row) if not one.values["number"] and not one.voided), None)
        if row.diary_number:
            alike = sorted(self._same_diary(row), key=lambda one: (one.voided, bool(one.values["number"]), one.id))
            return alike[0] if alike else None
        return self._by_content.get(row.content_fingerprint())

    def _same_diary(self, row: ContractRow) -> list[KnownContract]:
        diary = name_key(row.diary_number)
        if row.supplier_org_number:
            found = self._by_diary.get((diary, row.supplier_org_number))
            if found:
                return found
        return self._by_diary.get((diary, self.suppliers.key(row.supplier_name)), [])


def plan_rows(rows: Sequence[ContractRow], register: Register) -> list[RowPlan]:
    """What becomes of every row, in the order of the file. A contract that two rows mean belongs to the first."""
    taken: dict[object, int] = {}
    plans: list[RowPlan] = []
    for row in rows:
        errors = row.errors or _not_possible(row)
        if errors:
            plans.append(RowPlan(row, RowState.ERROR, errors=errors))
            continue
        known = register.find(row)
        whom: object = known.id if known else row.identity
        first = taken.setdefault(whom, row.row)
        if first != row.row:
            plans.append(RowPlan(row, RowState.ERROR, errors=(_twice(row, first),)))
        elif known is None:
            plans.append(_new(row, register))
        elif known.voided:
            plans.append(RowPlan(row, RowState.UNCHANGED, known, void=True))
        else:
            plans.append(_compared(row, known, register))
    return plans


def _not_possible(row: ContractRow) -> tuple[RowError, ...]:
    if not row.supplier_name.strip():
        return (RowError("import.no_supplier", "supplier_name"),)
    return _order(row.start, row.end)


def _order(start: dt.date | None, end: dt.date | None) -> tuple[RowError, ...]:
    if start is None or end is None or start <= end:
        return ()
    return (RowError("import.end_before_start", "end", "", {"start": start.isoformat(), "end": end.isoformat()}),)


def _twice(row: ContractRow, first: int) -> RowError:
    facts = {"value": row.number or row.diary_number, "first": str(first)}
    if row.number:
        return RowError("import.number_twice", "number", "", facts)
    return RowError("import.diary_twice" if row.diary_number else "import.row_twice", "diary_number", "", facts)


def told_values(row: ContractRow) -> dict[str, Any]:
    """What a row says, by column; what it does not say is left out."""
    said: dict[str, Any] = {}
    for column, value in zip(_COLUMNS.values(), _told(row), strict=True):
        if type(value) is str:
            text = clean_text(value).strip() if value else ""
            if text:
                said[column] = " ".join(text.split()) if column in _LOOSELY else text
        elif value is not None:
            said[column] = value
    if "kind" in said:
        said["kind"] = ContractKind(said["kind"])
    if "nature" in said:
        said["nature"] = ContractNature(said["nature"])
    if "value" in said:
        said["value"] = said["value"].quantize(_ORE, ROUND_HALF_UP)
        said["currency"] = row.currency
    return said


def _new(row: ContractRow, register: Register) -> RowPlan:
    values = told_values(row)
    values.setdefault("kind", ContractKind.CONTRACT)
    if "title" not in values:
        values["title"] = row.title_or_fallback
    values.setdefault("currency", row.currency)
    return RowPlan(
        row,
        RowState.NEW,
        values=values,
        supplier=register.suppliers.resolve(row),
        buyer=register.buyers.resolve(row.buyer) if row.buyer else None,
        options=row.options,
        requirements=row.requirements,
    )


def _compared(row: ContractRow, known: KnownContract, register: Register) -> RowPlan:
    plan = RowPlan(row, RowState.UNCHANGED, known)
    _compare_columns(plan, known)
    merged = {**known.values, **plan.values}
    errors = _order(merged["starts_on"], merged["ends_on"])
    if errors:
        return RowPlan(row, RowState.ERROR, known, errors=errors)
    _compare_supplier(plan, known, register)
    if row.buyer:
        buyer = register.buyers.resolve(row.buyer)
        if buyer.id not in known.buyers:
            plan.buyer = buyer
            plan.told["buyer"] = ("", buyer.name)
    if "extension_text" in plan.values and all(free for _number, free in known.options):
        plan.options = row.options
        plan.drops_options = tuple(number for number, _free in known.options)
    plan.requirements = tuple(one for one in row.requirements if one.original not in known.originals)
    if plan.requirements:
        plan.told["requirement_text"] = ("", "; ".join(dict.fromkeys(one.original for one in plan.requirements)))
    if plan.told:
        plan.state = RowState.CHANGED
    return plan


def _compare_columns(plan: RowPlan, known: KnownContract) -> None:
    said = told_values(plan.row)
    for name, column in _COLUMNS.items():
        if column not in said:
            continue
        before, after = known.values[column], said[column]
        if before == after or (name in _LOOSELY and before and name_key(before) == name_key(after)):
            continue
        if name == "notes" and before and after in before:
            continue
        plan.values[column] = after
        plan.told[name] = (_text(before), _text(after))
    if "value" in said and said["currency"] != known.values["currency"]:
        plan.values["currency"] = said["currency"]
        plan.told["currency"] = (_text(known.values["currency"]), said["currency"])


def _compare_supplier(plan: RowPlan, known: KnownContract, register: Register) -> None:
    """Another supplier than any party takes the place of the first; one without organisation number may get it."""
    row, suppliers = plan.row, register.suppliers
    parties = [suppliers.by_id[party.supplier_id] for party in known.parties]
    same = next((ref for ref in parties if suppliers.means(row, ref)), None)
    if same is not None:
        if row.supplier_org_number and not same.org_number:
            suppliers.fill(same, row)
            plan.told["supplier_org_number"] = ("", row.supplier_org_number)
        return
    ref = suppliers.resolve(row)
    if ref.id and any(party.supplier_id == ref.id for party in known.parties):
        return
    plan.supplier = ref
    plan.replaces = next((party for party in known.parties if party.party is ContractParty.SUPPLIER), None)
    before = suppliers.by_id[plan.replaces.supplier_id].name if plan.replaces else ""
    plan.told["supplier_name"] = (before, ref.name)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return str(value)
