"""What the coordinator can do with contracts and their contact log."""

from collections.abc import Sequence
from dataclasses import asdict, replace

from socialupph.domain.amounts import check_amount, check_currency
from socialupph.domain.changes import Changes
from socialupph.domain.commands.contracts import ContractFields, ContractNoteFields, OptionFields
from socialupph.domain.contracts import ContractFacts, OptionFacts, check_contract
from socialupph.domain.errors import NotFound, RuleViolation
from socialupph.domain.kinds import ContractParty
from socialupph.domain.queries import ListQuery
from socialupph.domain.values import clean_text, name_key
from socialupph.domain.views.contracts import ContractRow, ContractView
from socialupph.i18n.collation import sort_key
from socialupph.persistence.codes import next_code
from socialupph.persistence.database import Work
from socialupph.persistence.parts import in_order, replace_parts, touch
from socialupph.persistence.queries import contract_view, lists
from socialupph.persistence.queries import contracts as queries
from socialupph.persistence.queries import requirements as requirement_queries
from socialupph.persistence.queries.lists import ListSource
from socialupph.persistence.records import (
    BuyerRecord,
    ContractBuyerRecord,
    ContractNoteRecord,
    ContractOptionRecord,
    ContractRecord,
    ContractSupplierRecord,
    SupplierRecord,
)
from socialupph.services.base import ListService, current, fill, required, void
from socialupph.services.requirement_plan import plan_contract

LONGEST_OPTION = 240
_PARTS = frozenset({"suppliers", "subcontractors", "buyers", "options"})


class Contracts(ListService[ContractRow]):
    """Commands and queries of contracts."""

    def _source(self) -> ListSource[ContractRow]:
        return queries.source(self._context.clock.today())

    def ids(self, query: ListQuery) -> list[int]:
        """Ids of the contracts asked for, in order; beside its columns the list knows the filter ``standing``."""
        standing = {value for name, chosen in query.filters if name == "standing" for value in chosen}
        plain = replace(query, filters=tuple(one for one in query.filters if one[0] != "standing"))
        found = super().ids(plain)
        if not standing:
            return found
        with self._context.database.read() as session:
            known = requirement_queries.standings_by_contract(session, self._context.clock.today())
        return [number for number in found if standing & known.get(number, frozenset())]

    def rows(self, wanted: Sequence[int], *, show_names: bool = False) -> list[ContractRow]:
        """Row views in the order of ``wanted``, with requirements and what is due next."""
        today = self._context.clock.today()
        with self._context.database.read() as session:
            plain = lists.rows(session, self._list(), wanted, show_names=show_names)
            return queries.enriched(session, today, self._context.calendar, plain)

    def view(self, contract_id: int, *, show_names: bool = False) -> ContractView:
        """A contract opened in full; NotFound when there is none."""
        today, calendar = self._context.clock.today(), self._context.calendar
        with self._context.database.read() as session:
            found = contract_view.view(session, contract_id, today, calendar, show_names=show_names)
        if found is None:
            raise NotFound("record.gone", {"id": contract_id})
        return found

    def register(self, command: ContractFields) -> Changes:
        """Register a contract. RuleViolation for what cannot be; without number, supplier, start or end it is a draft."""
        with self._context.database.write("contract.register") as work:
            _check(work, command, None)
            record = ContractRecord()
            _fill(record, command)
            year = (command.starts_on or self._context.clock.today()).year
            record.code = next_code(work.session, f"K-{year}", 3)
            work.session.add(record)
            work.session.flush()
            _fill_parts(work, record, command)
            work.subject = record.code
        return work.changes

    def edit(self, contract_id: int, version: int, command: ContractFields) -> Changes:
        """Change a contract that was read as ``version``; StaleRecord when it was saved since."""
        with self._context.database.write("contract.edit") as work:
            record = current(work, ContractRecord, contract_id, version)
            _check(work, command, contract_id)
            unknown = record.starts_on is None or record.awarded_on is None
            _fill(record, command)
            _fill_parts(work, record, command)
            work.session.flush()
            plan_contract(work, record, self._context.clock.today(), dates_came=unknown)
            work.subject = record.code
        return work.changes

    def void(self, contract_id: int, version: int, reason: str) -> Changes:
        """Void a contract that should never have been registered; what is under it counts nowhere with it."""
        return void(self._context, ContractRecord, contract_id, version, reason)

    def add_option(self, contract_id: int, command: OptionFields) -> Changes:
        """Add a right to extend, after those there are."""
        _check_option(command)
        with self._context.database.write("contract.option") as work:
            contract = current(work, ContractRecord, contract_id)
            last = max((one.position for one in contract_view.options(work.session, contract_id)), default=0)
            record = ContractOptionRecord(contract_id=contract_id, position=last + 1)
            fill(record, command)
            work.session.add(record)
            self._option_changed(work, contract)
        return work.changes

    def edit_option(self, option_id: int, version: int, command: OptionFields) -> Changes:
        """Change an option, confirm a proposed one, or note that it was used; the contract's last day follows."""
        _check_option(command)
        with self._context.database.write("contract.option") as work:
            record = current(work, ContractOptionRecord, option_id, version)
            fill(record, command)
            self._option_changed(work, current(work, ContractRecord, record.contract_id))
        return work.changes

    def remove_option(self, option_id: int, version: int) -> Changes:
        """Take away an option that the contract does not have."""
        with self._context.database.write("contract.option_removed") as work:
            record = current(work, ContractOptionRecord, option_id, version)
            contract = current(work, ContractRecord, record.contract_id)
            work.session.delete(record)
            self._option_changed(work, contract)
        return work.changes

    def _option_changed(self, work: Work, contract: ContractRecord) -> None:
        touch(work, contract)
        work.session.flush()
        plan_contract(work, contract, self._context.clock.today(), dates_came=False)
        work.subject = contract.code

    def add_note(self, command: ContractNoteFields) -> Changes:
        """Add a line to the contact log."""
        with self._context.database.write("contract.note") as work:
            contract = current(work, ContractRecord, command.contract_id)
            record = ContractNoteRecord()
            _fill_note(record, command)
            work.session.add(record)
            work.subject = contract.code
        return work.changes

    def edit_note(self, note_id: int, version: int, command: ContractNoteFields) -> Changes:
        """Change a line of the contact log that was read as ``version``."""
        with self._context.database.write("contract.note") as work:
            _fill_note(current(work, ContractNoteRecord, note_id, version), command)
            work.subject = current(work, ContractRecord, command.contract_id).code
        return work.changes

    def remove_note(self, note_id: int, version: int) -> Changes:
        """Take away a line of the contact log."""
        with self._context.database.write("contract.note_removed") as work:
            record = current(work, ContractNoteRecord, note_id, version)
            work.subject = current(work, ContractRecord, record.contract_id).code
            work.session.delete(record)
        return work.changes


def _check(work: Work, command: ContractFields, contract_id: int | None) -> None:
    required(command.title, "title")
    check_contract(ContractFacts(command.number, bool(command.suppliers), command.starts_on, command.ends_on))
    for option in command.options or ():
        _check_option(option)
    check_amount(command.value, "value")
    _check_number(work, command.number, contract_id)
    _check_parties(work, command)


def _check_option(option: OptionFields) -> None:
    facts = OptionFacts(option.length_months, option.notice_by, option.used_on)
    check_contract(ContractFacts(None, False, None, None, (facts,)))
    if option.length_months > LONGEST_OPTION:
        raise RuleViolation("contract.option_too_long", "length_months", {"months": LONGEST_OPTION})
    check_amount(option.added_volume, "added_volume", places=4)


def _one_line(number: str | None) -> str:
    return " ".join(clean_text(number or "").split())


def _check_number(work: Work, number: str | None, contract_id: int | None) -> None:
    """A number stands for one contract only, however it is written; what is void does not count."""
    bare = name_key(number or "")
    if not bare:
        return
    for other, code in queries.number_taken(work.session, sort_key(_one_line(number)), contract_id):
        if name_key(other) == bare:
            raise RuleViolation("contract.number_taken", "number", {"code": code})


def _check_parties(work: Work, command: ContractFields) -> None:
    for field in ("suppliers", "subcontractors", "buyers"):
        chosen: tuple[int, ...] = getattr(command, field)
        if len(set(chosen)) != len(chosen):
            raise RuleViolation("contract.party_twice", field)
        record_type = BuyerRecord if field == "buyers" else SupplierRecord
        if queries.missing_ids(work.session, record_type, chosen):
            raise RuleViolation("contract.party_unknown", field)
    if set(command.suppliers) & set(command.subcontractors):
        raise RuleViolation("contract.party_twice", "subcontractors")


def _fill(record: ContractRecord, command: ContractFields) -> None:
    fill(record, command, leave={"title", "number", "currency", "social_objectives", "withheld", *_PARTS})
    record.title = required(command.title, "title")
    record.number = _one_line(command.number) or None
    record.currency = check_currency(command.currency)
    record.withheld = list(command.withheld)
    record.social_objectives = sorted({str(objective) for objective in command.social_objectives})


def _fill_parts(work: Work, record: ContractRecord, command: ContractFields) -> None:
    parties = {
        **in_order(command.suppliers, party=ContractParty.SUPPLIER),
        **in_order(command.subcontractors, party=ContractParty.SUBCONTRACTOR),
    }
    replace_parts(work, record, ContractSupplierRecord, "supplier_id", parties)
    replace_parts(work, record, ContractBuyerRecord, "buyer_id", {number: {} for number in command.buyers})
    if command.options is not None:
        options = {position: asdict(option) for position, option in enumerate(command.options, start=1)}
        replace_parts(work, record, ContractOptionRecord, "position", options)


def _fill_note(record: ContractNoteRecord, command: ContractNoteFields) -> None:
    fill(record, command, leave={"text"})
    record.text = required(command.text, "text")
