"""What the planners of a batch share: the register made ready for looking up, the questions, and the rows as they are planned."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property
from typing import Any, TypeVar

from socialupph.domain.changes import Entity
from socialupph.domain.commands.imports import LeftOut, LeftOutReason
from socialupph.domain.commands.register_sheets import AnyRow, SheetBatch, SheetRows
from socialupph.domain.errors import ImportCancelled
from socialupph.domain.follow_ups import PlannedStep
from socialupph.domain.kinds import ReferenceList
from socialupph.domain.periods import Period
from socialupph.domain.views.imports import PreviewRow
from socialupph.domain.views.register_sheets import SheetPreview
from socialupph.persistence.queries import imports as contract_queries
from socialupph.persistence.queries import register_sheets as queries
from socialupph.persistence.records import (
    AgreedStepRecord,
    AttendanceRecord,
    CandidateRecord,
    ContactRecord,
    ContractRecord,
    ContractSupplierRecord,
    CourseRecord,
    FollowUpAnswerRecord,
    FollowUpRecord,
    PlacementRecord,
    RequirementRecord,
    SessionDayRecord,
    SessionRecord,
    SignUpRecord,
    SupplierRecord,
    WorkingTimeRecord,
    WorkplaceRecord,
)
from socialupph.services.import_parties import BuyerIndex, SupplierIndex
from socialupph.services.import_plan import Register, RowPlan
from socialupph.services.import_writer import SOURCE
from socialupph.services.register_sheet_contracts import Contracts, Requirements
from socialupph.services.register_sheet_entries import Entry, Turn
from socialupph.services.register_sheet_held import Courses, Sessions, SignUps
from socialupph.services.register_sheet_people import Candidates
from socialupph.services.register_sheet_placed import Placements
from socialupph.services.register_sheet_questions import Questions
from socialupph.services.register_sheet_suppliers import Contacts, Suppliers, Workplaces
from socialupph.services.register_sheet_talks import FollowUps
from socialupph.services.register_sheet_words import References

Cancelled = Callable[[], bool]
SheetRow = TypeVar("SheetRow", bound=AnyRow)
POLL_EVERY = 100


class Planned:
    """A sheet with what becomes of its rows. Rows of a contract list bring their own preview, ``contracts`` their plans."""

    def __init__(self, sheet: SheetRows) -> None:
        self.sheet = sheet
        self.turns: list[Turn] = []
        self.contracts: list[RowPlan] = []

    def preview(self) -> SheetPreview:
        """The sheet as it is shown; rows that an answer leaves out stand among those left out."""
        rows: list[PreviewRow] = [plan.preview() for plan in self.contracts]
        rows += [turn.preview() for turn in self.turns if not turn.left_out]
        left = [LeftOut(turn.row, LeftOutReason.ANSWER, turn.title) for turn in self.turns if turn.left_out]
        return SheetPreview(
            self.sheet.kind, self.sheet.name, tuple(sorted(rows, key=_row)), (*self.sheet.left_out, *left)
        )


def _row(row: PreviewRow) -> int:
    return row.row


class Batch:
    """A batch while it is planned. Each index is read when a sheet first asks for it."""

    def __init__(self, session: Any, batch: SheetBatch, today: dt.date, cancelled: Cancelled | None) -> None:
        self.session, self.today = session, today
        self._cancelled = cancelled
        self._polls = 0
        self.questions = Questions(batch.answers, queries.remembered(session))
        self.planned: list[Planned] = []
        self.trained: set[Entry] = set()
        self.told_contracts: dict[tuple[str, ...], Turn] = {}
        self.contract_entries: list[tuple[RowPlan, Entry]] = []
        self.requirement_entries: dict[Entry, list[Entry]] = {}
        self.plans: dict[Period, tuple[PlannedStep, ...]] = {}

    def poll(self) -> None:
        """Stop when the user has had enough: ImportCancelled."""
        if self._cancelled is not None and self._cancelled():
            raise ImportCancelled

    def rows(self, planned: Planned, rows: Iterable[SheetRow]) -> Iterator[tuple[Turn, SheetRow]]:
        """Each row with its turn; one that could not be read is in error already."""
        for row in rows:
            self._polls += 1
            if self._polls % POLL_EVERY == 0:
                self.poll()
            turn = Turn(planned.sheet.name, row.row)
            turn.errors.extend(row.errors)
            planned.turns.append(turn)
            yield turn, row

    def finish(self, turn: Turn, *words: tuple[Entity, str]) -> None:
        """Carry out what the row says. ``words`` are what other rows may call its record: they wait when it cannot stand."""
        turn.finish()
        if not turn.stands:
            for entity, word in words:
                self.questions.fail(turn, entity, word)

    # ---------------------------------------------------------------- the register

    @cached_property
    def supplier_refs(self) -> SupplierIndex:
        """Suppliers as contract lists look them up."""
        refs = SupplierIndex()
        refs.load(contract_queries.suppliers(self.session))
        return refs

    @cached_property
    def buyers(self) -> BuyerIndex:
        """Buyers as contract lists look them up."""
        buyers = BuyerIndex()
        buyers.load(contract_queries.buyers(self.session))
        return buyers

    @cached_property
    def contract_register(self) -> Register:
        """Contracts as contract lists are compared with them."""
        register = Register(self.supplier_refs, self.buyers)
        register.load(contract_queries.contracts(self.session, SOURCE))
        return register

    @cached_property
    def suppliers(self) -> Suppliers:
        """Suppliers."""
        return Suppliers(queries.every(self.session, SupplierRecord), self.supplier_refs, self.questions)

    @cached_property
    def workplaces(self) -> Workplaces:
        """Workplaces."""
        return Workplaces(queries.every(self.session, WorkplaceRecord), self.suppliers)

    @cached_property
    def contacts(self) -> Contacts:
        """People at suppliers."""
        return Contacts(queries.every(self.session, ContactRecord), self.suppliers, self.questions)

    @cached_property
    def references(self) -> References:
        """Reference data."""
        return References(queries.reference_items(self.session), self.questions)

    @cached_property
    def contracts(self) -> Contracts:
        """Contracts, as other sheets refer to them."""
        return Contracts(
            queries.every(self.session, ContractRecord),
            queries.every(self.session, ContractSupplierRecord),
            self.suppliers,
            self.questions,
        )

    @cached_property
    def requirements(self) -> Requirements:
        """Requirements."""
        types = self.references.of(ReferenceList.REQUIREMENT_TYPE)
        return Requirements(queries.every(self.session, RequirementRecord), types, self.contracts, self.questions)

    @cached_property
    def candidates(self) -> Candidates:
        """Candidates."""
        return Candidates(queries.every(self.session, CandidateRecord), self.questions)

    @cached_property
    def placements(self) -> Placements:
        """Placements."""
        return Placements(
            queries.every(self.session, PlacementRecord),
            queries.every(self.session, WorkingTimeRecord),
            self.suppliers,
            self.contracts,
            self.candidates,
            self.questions,
        )

    @cached_property
    def courses(self) -> Courses:
        """Courses."""
        return Courses(queries.every(self.session, CourseRecord), self.questions)

    @cached_property
    def sessions(self) -> Sessions:
        """Sessions, the times courses are given."""
        days = queries.every(self.session, SessionDayRecord)
        return Sessions(queries.every(self.session, SessionRecord), days, self.courses)

    @cached_property
    def sign_ups(self) -> SignUps:
        """Who takes part."""
        return SignUps(self._signed_up, self.questions)

    def _signed_up(self, session_id: int) -> tuple[list[queries.Row], list[queries.Row]]:
        rows = queries.belonging(self.session, SignUpRecord, "session_id", [session_id])
        return rows, queries.belonging(self.session, AttendanceRecord, "sign_up_id", [row["id"] for row in rows])

    @cached_property
    def follow_ups(self) -> FollowUps:
        """Follow-ups of the placements and contracts that are asked for."""
        return FollowUps(self._follow_ups, self._said)

    def _follow_ups(self, placements: Collection[int], contracts: Collection[int]) -> list[queries.Row]:
        return [
            *queries.belonging(self.session, FollowUpRecord, "placement_id", placements),
            *queries.belonging(self.session, FollowUpRecord, "contract_id", contracts),
        ]

    def _said(self, follow_ups: Collection[int]) -> tuple[list[queries.Row], list[queries.Row]]:
        return (
            queries.belonging(self.session, FollowUpAnswerRecord, "follow_up_id", follow_ups),
            queries.belonging(self.session, AgreedStepRecord, "follow_up_id", follow_ups),
        )

    @property
    def offered(self) -> tuple[str, ...]:
        """Codes of protected people who were offered as who a word may mean."""
        return tuple(self.candidates.offered) if self.has("candidates") else ()

    def has(self, index: str) -> bool:
        """Whether an index was read at all, so that something of it may have to be written."""
        return index in self.__dict__

    def entries(self, index: str) -> list[Entry]:
        """The records of an index that are new or changed."""
        found: Any = self.__dict__.get(index)
        return [] if found is None else [*found.made, *found.changed()]
