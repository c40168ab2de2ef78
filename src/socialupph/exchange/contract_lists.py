"""A contract list from any file: opened, recognised, and read into typed rows with their errors. Nothing is compared or written."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from socialupph.domain.clause_text import (
    RequirementProposal,
    propose_options,
    propose_requirements,
    requirement_in_comment,
)
from socialupph.domain.commands.imports import ContractRow, RowError
from socialupph.domain.values import OrgNumber
from socialupph.exchange.cell_values import Amount
from socialupph.exchange.columns import Note, TypedColumns
from socialupph.exchange.lists import Body, ListDraft, OpenedList, chosen_mapping, open_list, read_list, require_columns
from socialupph.exchange.recognise import Mapping
from socialupph.exchange.words import kind_of_contract, nature_of_contract
from socialupph.i18n import translate
from socialupph.specs.imports import CONTRACT_LIST, ListKind

__all__ = [
    "ContractListDraft", "OpenedList", "contract_rows", "open_list", "read_contract_list", "read_contracts", "require_columns",
]  # fmt: skip

ContractListDraft = ListDraft[ContractRow]
"""A contract list as it would be imported."""


def read_contract_list(
    path: Path,
    mapping: Mapping | None = None,
    sheet: str | None = None,
    remembered: Callable[[str], Mapping | None] | None = None,
) -> ContractListDraft:
    """Read ``path``. ``remembered`` finds an earlier choice of columns by fingerprint; ``mapping`` goes before it.

    Raises FileProblem for a file that cannot be read, RuleViolation for a mapping that does not fit.
    """
    opened = open_list(path, CONTRACT_LIST, sheet)
    return contract_rows(opened, chosen_mapping(opened, mapping, remembered))


def contract_rows(opened: OpenedList, mapping: Mapping | None = None) -> ContractListDraft:
    """Read the rows of an opened list by ``mapping``, or by the proposed one."""
    return read_list(opened, mapping, read_contracts)


def read_contracts(body: Body, notes: list[Note]) -> tuple[ContractRow, ...]:
    """The rows of a contract list; what was guessed is added to ``notes``."""
    reader = _ContractReader(body.columns, body.numbers, body.opened.kind)
    rows = reader.rows()
    notes += reader.notes
    return rows


class _ContractReader:
    """Puts the typed columns of a contract list together, row by row, and finds what cannot stand."""

    def __init__(self, columns: TypedColumns, numbers: Sequence[int], kind: ListKind) -> None:
        self._columns = columns
        self._numbers = numbers
        self._titles = {field.key: field.title for field in kind.fields}
        self.notes: list[Note] = []

    def rows(self) -> tuple[ContractRow, ...]:
        """All rows in the order of the file."""
        columns = self._columns
        number, diary, supplier = columns.texts("number"), columns.texts("diary_number"), columns.texts("supplier_name")
        org_numbers, starts, ends = (
            columns.org_numbers("supplier_org_number"),
            columns.days("start"),
            columns.days("end"),
        )
        amounts, notes = columns.amounts("value"), columns.long_texts("notes")
        kinds, natures = columns.texts("kind"), columns.texts("nature")
        requirement = columns.long_texts("requirement_text")
        notes = self._notes_with_unread(notes, kinds, natures)
        self._check_suppliers(supplier)
        self._check_order(starts, ends)
        rows = list(
            map(
                _row, self._numbers, number, diary, columns.texts("title"), kinds, natures, columns.codes("cpv"), supplier, org_numbers,
                starts, ends, columns.words("extension_text"), amounts, columns.texts("contract_manager"), requirement, notes,
                columns.texts("buyer"), columns.days("awarded_on"), columns.days("signed_on"),
            )
        )  # fmt: skip
        self._check_identities(rows)
        self.notes += columns.notes
        for index in columns.open_ended("end"):
            self.notes.append(("note.until_further_notice", {"row": str(self._numbers[index])}))
        return tuple(self._with_errors(rows))

    def _column(self, key: str) -> str:
        return self._columns.header(key) or translate(self._titles[key])

    def _notes_with_unread(self, notes: list[str], kinds: list[str], natures: list[str]) -> list[str]:
        """A kind or nature in other words than ours is kept in the notes, under its own heading."""
        unread = [
            (self._column(key), texts, {text for text in set(texts) if text and _unread(text)})
            for key, texts in (("kind", kinds), ("nature", natures))
        ]
        for heading, texts, strange in unread:
            if strange:
                notes = [
                    "\n".join(part for part in (note, f"{heading}: {text}") if part) if text in strange else note
                    for note, text in zip(notes, texts, strict=True)
                ]
        return notes

    def _check_suppliers(self, suppliers: Sequence[str]) -> None:
        if "" in suppliers:
            for index, supplier in enumerate(suppliers):
                if not supplier:
                    self._columns.fail(
                        index, RowError("import.no_supplier", "supplier_name", self._column("supplier_name"))
                    )

    def _check_order(self, starts: Sequence[dt.date | None], ends: Sequence[dt.date | None]) -> None:
        for index, (start, end) in enumerate(zip(starts, ends, strict=True)):
            if start is not None and end is not None and end < start:
                facts = {"start": start.isoformat(), "end": end.isoformat()}
                self._columns.fail(index, RowError("import.end_before_start", "end", self._column("end"), facts))

    def _check_identities(self, rows: Sequence[ContractRow]) -> None:
        first: dict[tuple[str, ...], int] = {}
        for index, row in enumerate(rows):
            earlier = first.setdefault(row.identity, row.row)
            if earlier != row.row:
                self._columns.fail(index, self._twice(row, earlier))

    def _twice(self, row: ContractRow, earlier: int) -> RowError:
        if row.number:
            return RowError(
                "import.number_twice", "number", self._column("number"), {"value": row.number, "first": str(earlier)}
            )
        if row.diary_number:
            facts = {"value": row.diary_number, "first": str(earlier)}
            return RowError("import.diary_twice", "diary_number", self._column("diary_number"), facts)
        return RowError("import.row_twice", "", "", {"first": str(earlier)})

    def _with_errors(self, rows: list[ContractRow]) -> list[ContractRow]:
        for index, errors in self._columns.errors.items():
            rows[index] = replace(rows[index], errors=tuple(errors))
        return rows


def _unread(text: str) -> bool:
    return kind_of_contract(text) is None and nature_of_contract(text) is None


def _row(  # noqa: PLR0913, PLR0917 -- called by map over the columns, in their order
    row: int, number: str, diary_number: str, title: str, kind: str, nature: str, cpv: str, supplier: str,
    org_number: OrgNumber | None, start: dt.date | None, end: dt.date | None, extension: str, amount: Amount | None,
    manager: str, requirement_text: str, notes: str, buyer: str, awarded_on: dt.date | None, signed_on: dt.date | None,
) -> ContractRow:  # fmt: skip
    options, certain = _options(extension, end) if extension else ((), True)
    told, requirements = _requirements(requirement_text, notes) if requirement_text or notes else ("", ())
    return ContractRow(
        row, number, diary_number, title,
        _key(kind, nature), _nature(nature, kind), cpv, supplier,
        org_number.text if org_number else "", org_number.country if org_number else "SE",
        start, end, options, certain, extension,
        amount.value if amount else None, amount.currency if amount else "SEK",
        manager, requirements, told, notes, buyer, awarded_on, signed_on,
    )  # fmt: skip


@lru_cache(maxsize=2048)
def _key(kind: str, nature: str) -> str:
    """The kind of contract; lists put it in either column."""
    found = (kind_of_contract(kind) if kind else None) or (kind_of_contract(nature) if nature else None)
    return found.value if found else ""


@lru_cache(maxsize=2048)
def _nature(nature: str, kind: str) -> str:
    found = (nature_of_contract(nature) if nature else None) or (nature_of_contract(kind) if kind else None)
    return found.value if found else ""


def _options(text: str, end: dt.date | None) -> tuple[tuple[int, ...], bool]:
    """Proposed options in months; a last day is turned into months when it is whole months after the end."""
    proposal = propose_options(text)
    if proposal.until is None:
        return proposal.months, proposal.certain
    if end is None or proposal.until <= end:
        return (), False
    after_end, after_until = end + dt.timedelta(days=1), proposal.until + dt.timedelta(days=1)
    months = (after_until.year - after_end.year) * 12 + after_until.month - after_end.month
    return ((months,), True) if after_end.day == after_until.day else ((), False)


def _requirements(text: str, notes: str) -> tuple[str, tuple[RequirementProposal, ...]]:
    """(the requirement text, what it proposes): from its own column, else from *Krav:* in a comment."""
    told = text or requirement_in_comment(notes)
    return told, propose_requirements(told) if told else ()
