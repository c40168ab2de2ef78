"""What sheets of suppliers, contracts and candidates would do."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from socialupph.domain.candidates import may_be_born
from socialupph.domain.changes import Entity
from socialupph.domain.commands.imports import ContractRow, RowError
from socialupph.domain.commands.register_sheets import CandidateRow, ContactCells, SupplierRow
from socialupph.domain.errors import RuleViolation
from socialupph.domain.kinds import CandidateStatus, ContactRole, SupplierKind
from socialupph.domain.values import check_working_time, name_key, normalise_email
from socialupph.domain.views.imports import RowState
from socialupph.services.import_parties import SupplierRef
from socialupph.services.import_plan import plan_rows
from socialupph.services.register_sheet_batch import Batch, Planned
from socialupph.services.register_sheet_entries import Entry, Loosely, Turn, line, words
from socialupph.services.register_sheet_people import year_of

HUNDREDTH = Decimal("0.01")


def plan_suppliers(batch: Batch, planned: Planned, rows: Sequence[SupplierRow]) -> None:
    """Suppliers with the contacts and the workplace of each row; several rows may tell of one supplier."""
    for turn, row in batch.rows(planned, rows):
        turn.title = line(row.name)
        if turn.stands:
            _supplier(batch, turn, row)
        batch.finish(turn, (Entity.SUPPLIER, row.name), (Entity.SUPPLIER, row.org_number))


def _supplier(batch: Batch, turn: Turn, row: SupplierRow) -> None:
    suppliers = batch.suppliers
    number = suppliers.number(turn, row.org_number, row.country, "org_number")
    if not turn.stands:
        return
    if not turn.title and not (number and suppliers.refs.find("", number, row.country)):
        turn.error("supplier_no_name", "name")
        return
    entry = suppliers.find(turn, turn.title, number, row.country, field="name", unknown_is_new=True)
    if entry is None:
        return
    turn.subject = entry
    turn.title = turn.title or entry.get("name")
    suppliers.say_number(turn, entry, number, row.country)
    _say_supplier(turn, entry, row, number)
    shown = SupplierRef(0, "", entry.get("org_number") or number, entry.get("country") or row.country)
    turn.code = "" if shown.kind is SupplierKind.SOLE_TRADER else shown.org_number
    for cells in {name_key(one.name): one for one in reversed(row.contacts) if line(one.name)}.values():
        _contact(batch, turn, entry, cells)
    _workplace(batch, turn, entry, row)


def _say_supplier(turn: Turn, entry: Entry, row: SupplierRow, number: str) -> None:
    """A supplier that was found by its number takes the name of the sheet; one found by name keeps the name it has."""
    if turn.title and number and entry.get("org_number") == number and not entry.is_new:
        turn.say(entry, "name", "name", turn.title, same=Loosely.NAME)
    if entry.get("kind") is not SupplierKind.SOLE_TRADER:
        turn.say(entry, "kind", "kind", row.kind)
    turn.say(entry, "size_class", "size_class", row.size_class)
    for field in ("branch", "address", "web"):
        turn.say(entry, field, field, line(getattr(row, field)))
    turn.say(entry, "phone", "phone", line(row.phone), same=Loosely.PHONE)
    turn.say(entry, "email", "email", line(row.email), same=Loosely.NAME)


def _contact(batch: Batch, turn: Turn, supplier: Entry, cells: ContactCells) -> None:
    contact = batch.contacts.find(turn, supplier, cells, field="contact", role=ContactRole.OTHER)
    if contact is None:
        return
    if turn.makes(contact):
        if not turn.makes(supplier):
            turn.tell("contact", "", line(cells.name))
        return
    batch.contacts.say(turn, contact, cells)


def _workplace(batch: Batch, turn: Turn, supplier: Entry, row: SupplierRow) -> None:
    workplace = batch.workplaces.at(turn, supplier, row.workplace)
    if workplace is None:
        return
    if turn.makes(workplace) and not turn.makes(supplier):
        turn.tell("workplace", "", line(row.workplace))
    turn.say(workplace, "workplace_address", "address", line(row.workplace_address))


# ---------------------------------------------------------------- contracts


def plan_contracts(batch: Batch, planned: Planned, rows: Sequence[ContractRow], *, referred_to: bool) -> None:
    """A contract list as it always is compared, but for suppliers that only look like one that is known: they are asked.

    ``referred_to`` where other sheets of the batch may mean its contracts.
    """
    turns: dict[int, Turn] = {}
    wanted: list[ContractRow] = []
    for turn, row in batch.rows(planned, rows):
        turn.title = row.title_or_fallback
        turns[row.row] = turn
        told = _told_elsewhere(batch, turn, _with_supplier(batch, turn, row))
        if not turn.left_out:
            wanted.append(told)
    planned.turns = [turn for turn in planned.turns if turn.left_out]
    for plan in plan_rows(wanted, batch.contract_register):
        planned.contracts.append(plan)
        if plan.state is RowState.ERROR:
            batch.questions.fail(turns[plan.row.row], Entity.CONTRACT, plan.row.number or plan.row.diary_number)
        elif referred_to and not plan.void:
            entry = batch.contracts.take(plan)
            batch.contract_entries.append((plan, entry))
            batch.requirement_entries.setdefault(entry, []).extend(batch.requirements.take(entry, plan))
    for ref in batch.supplier_refs.made:
        batch.suppliers.of(ref)


def _told_elsewhere(batch: Batch, turn: Turn, row: ContractRow) -> ContractRow:
    """A contract that another list of the batch tells of belongs to that one, as within one list to the first row."""
    if row.errors or turn.left_out:
        return row
    first = batch.told_contracts.setdefault(row.identity, turn)
    if first.sheet == turn.sheet:
        return row
    facts = {
        "value": row.number or row.diary_number or row.title_or_fallback,
        "sheet": first.sheet,
        "first": str(first.row),
    }
    return replace(row, errors=(RowError("import.contract_told_elsewhere", "number", "", facts),))


def _with_supplier(batch: Batch, turn: Turn, row: ContractRow) -> ContractRow:
    """The row with the supplier that the user said its word means, or with the error that nobody has said it yet."""
    given = row.supplier_name, row.supplier_org_number, row.supplier_country
    if row.errors or not line(row.supplier_name) or batch.supplier_refs.find(*given) is not None:
        return row
    found = batch.suppliers.instead(turn, row.supplier_name, row.supplier_org_number, "supplier_name")
    if turn.errors:
        return replace(row, errors=tuple(turn.errors))
    if found is None:
        return row
    ref = batch.suppliers.ref_of(found)
    if ref.org_number:
        return replace(row, supplier_name=ref.name, supplier_org_number=ref.org_number, supplier_country=ref.country)
    return replace(row, supplier_name=ref.name)


# ---------------------------------------------------------------- candidates


def plan_candidates(batch: Batch, planned: Planned, rows: Sequence[CandidateRow]) -> None:
    """Candidates, known again by their code, their personal number or what was answered."""
    codes: dict[str, Turn] = {}
    for turn, row in batch.rows(planned, rows):
        turn.title = line(row.name) or line(row.code)
        key = name_key(row.code)
        first = codes.setdefault(key, turn) if key else turn
        if turn.stands and first is not turn:
            turn.error("candidate_code_twice", "code", value=line(row.code), first=str(first.row), sheet=first.sheet)
        if turn.stands:
            _candidate(batch, turn, row)
        batch.finish(turn, (Entity.CANDIDATE, row.code), (Entity.CANDIDATE, row.name))


def _candidate(batch: Batch, turn: Turn, row: CandidateRow) -> None:
    year = row.birth_year or year_of(row.personal_number)
    if year is not None and not may_be_born(year, batch.today):
        turn.error("birth_year_impossible", "birth_year", value=str(year))
    percent = _percent(turn, row.extent_percent, "extent_percent")
    email = _email(turn, row.email)
    if not turn.stands:
        return
    found = batch.candidates.of_row(turn, row, year)
    if found is None:
        return
    entry = found.entry
    turn.subject = entry
    if entry.is_void:
        turn.void = True
        return
    _protect(turn, entry, row)
    if found.is_proved or not entry.get("name"):
        turn.say(entry, "name", "name", line(row.name))
    for field in ("referring_officer", "wished_areas", "certified_by"):
        turn.say(entry, field, field, line(getattr(row, field)))
    for field in ("sex", "referrer", "available_from", "certified_on", "information_on", "personal_number"):
        turn.say(entry, field, field, getattr(row, field))
    turn.say(entry, "phone", "phone", line(row.phone), same=Loosely.PHONE)
    turn.say(entry, "birth_year", "birth_year", year)
    turn.say(entry, "email", "email", email, same=Loosely.NAME)
    turn.say(entry, "extent_percent", "extent_percent", percent)
    turn.say(entry, "wished_occupations", "wished_occupations", _listed(row.wished_occupations))
    if row.status is CandidateStatus.CLOSED:
        turn.say(entry, "status", "status", CandidateStatus.CLOSED)
    turn.say(entry, "note", "note", words_to_add(entry, row.note))
    batch.candidates.settle(turn, row, entry, year)


def _protect(turn: Turn, entry: Entry, row: CandidateRow) -> None:
    """A sheet can say that somebody is protected, never that somebody is not any more."""
    if turn.makes(entry):
        entry.said["protected"] = bool(row.protected)
    elif row.protected:
        turn.say(entry, "protected", "protected", value=True)
    if entry.is_protected or row.protected:
        turn.is_masked = True
        turn.title = line(row.code) if entry.is_new else ""


def words_to_add(entry: Entry, note: str) -> str:
    """A note, unless the register already has it among its own."""
    text = words(note)
    return "" if text in (entry.get("note") or "") else text


def _listed(text: str) -> list[str]:
    return [
        one for one in (part.strip() for part in words(text).replace("\n", ",").replace(";", ",").split(",")) if one
    ]


def _percent(turn: Turn, percent: Decimal | None, field: str) -> Decimal | None:
    if percent is None:
        return None
    try:
        return check_working_time(percent.quantize(HUNDREDTH))
    except RuleViolation:
        turn.error("percent", field, value=format(percent.normalize(), "f"))
        return None


def _email(turn: Turn, text: str) -> str:
    try:
        return normalise_email(text)
    except RuleViolation:
        turn.error("email", "email", value=line(text))
        return ""
