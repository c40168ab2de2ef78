"""Short ways to take in sheets of one's own: rows with what a test is not about filled in, answers by word, and what is asked."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import fields
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from socialupph.domain.changes import Changes, Entity
from socialupph.domain.commands.candidates import CandidateFields
from socialupph.domain.commands.imports import ContractRow
from socialupph.domain.commands.register_sheets import (
    AnyRow,
    CandidateRow,
    CourseRow,
    FollowUpRow,
    PlacementRow,
    SheetBatch,
    SheetKind,
    SheetRows,
    SupplierRow,
)
from socialupph.domain.queries import ListQuery
from socialupph.domain.views.imports import PreviewRow, RowState
from socialupph.domain.views.register_sheets import BatchPreview, ImportQuestion, SheetPreview
from tests.services.contract_world import World

D = dt.date
KINDS: dict[type[Any], SheetKind] = {
    SupplierRow: SheetKind.SUPPLIERS,
    ContractRow: SheetKind.CONTRACTS,
    CandidateRow: SheetKind.CANDIDATES,
    PlacementRow: SheetKind.PLACEMENTS,
    FollowUpRow: SheetKind.FOLLOW_UPS,
    CourseRow: SheetKind.COURSES,
}


def contract(number: str = "2026/1", supplier: str = "Nya Bygg AB", row: int = 2, **told: Any) -> ContractRow:
    usual: dict[str, Any] = {"title": f"Avtal {number}", "start": D(2026, 1, 1), "end": D(2027, 12, 31), **told}
    return ContractRow(row, number=number, supplier_name=supplier, **usual)


def placed(row: int = 2, candidate: str = "Ingrid Exempel", **told: Any) -> PlacementRow:
    """A placement that runs on 2026-09-30."""
    usual: dict[str, Any] = {
        "contract": "2026/1",
        "host": "Nya Bygg AB",
        "form": "Arbetspraktik",
        "starts_on": D(2026, 9, 1),
        "planned_end_on": D(2026, 12, 31),
        "percent": 100,
        **told,
    }
    if usual["percent"] is not None:
        usual["percent"] = Decimal(usual["percent"])
    return PlacementRow(row, candidate=candidate, **usual)


class Sheets:
    """A batch of rows, each kind in a sheet of its own, with what has been answered."""

    def __init__(self, world: World, *rows: AnyRow) -> None:
        self.world, self.services = world, world.services
        self.answers: dict[str, str] = {}
        self.rows: list[AnyRow] = list(rows)

    def batch(self) -> SheetBatch:
        kinds = dict.fromkeys(KINDS[type(row)] for row in self.rows)
        sheets = tuple(
            SheetRows(kind, f"{kind}.xlsx", tuple(row for row in self.rows if KINDS[type(row)] is kind))
            for kind in kinds
        )
        return SheetBatch(sheets, dict(self.answers))

    def preview(self) -> BatchPreview:
        return self.services.sheets.preview(self.batch())

    def apply(self, **options: Any) -> tuple[Changes, BatchPreview]:
        return self.services.sheets.apply(self.batch(), **options)

    def answer(self, word: str, token: str) -> "Sheets":
        """Answer the question about a word: with *new*, *skip*, or the record whose code, label or detail is told."""
        question = self.question(word)
        known = {text: one.token for one in question.choices for text in (one.detail, one.label, one.code) if text}
        self.answers[question.key] = known.get(token, token)
        return self

    def questions(self) -> tuple[ImportQuestion, ...]:
        return self.preview().questions

    def question(self, word: str) -> ImportQuestion:
        (found,) = [one for one in self.questions() if one.word == word]
        return found


def of(preview: BatchPreview, kind: SheetKind) -> SheetPreview:
    (found,) = [sheet for sheet in preview.sheets if sheet.kind is kind]
    return found


def rows_of(preview: BatchPreview, kind: SheetKind) -> tuple[PreviewRow, ...]:
    return of(preview, kind).rows


def states(preview: BatchPreview) -> dict[str, str]:
    """Sheet → the states of its rows in order, by their first letters: n(ew) c(hanged) u(nchanged) e(rror)."""
    return {sheet.kind.value: "".join(row.state.value[0] for row in sheet.rows) for sheet in preview.sheets}


def codes(row: PreviewRow) -> list[str]:
    """What is wrong with a row, else what to look at, without the family of the codes."""
    return [one.code.removeprefix("import.") for one in (row.errors or row.warnings)]


def only(preview: BatchPreview) -> PreviewRow:
    (row,) = [row for sheet in preview.sheets for row in sheet.rows]
    return row


def new_candidate(world: World, **told: Any) -> int:
    return world.services.candidates.register(CandidateFields(**told)).new_id(Entity.CANDIDATE)


def listed(service: Any, sort: str = "code") -> Sequence[Any]:
    return service.rows(service.ids(ListQuery(sort=sort)))


def everything_is(preview: BatchPreview, state: RowState) -> bool:
    return all(row.state is state for sheet in preview.sheets for row in sheet.rows)


def seen(world: World, code: str = "P-0001") -> Any:
    """A placement opened, with everything it tells in one place."""
    (row,) = [row for row in listed(world.services.placements) if row.code == code]
    view = world.services.placements.view(row.id)
    parts = (view, view.facts, view.links, view.outcomes)
    return SimpleNamespace(**{one.name: getattr(part, one.name) for part in parts for one in fields(part)})
