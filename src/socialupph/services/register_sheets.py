"""Taking in the sheets a coordinator kept before: shown row by row with what only the user can answer, written as one operation."""

import datetime as dt
from typing import Any, cast

from socialupph.domain.changes import Changes
from socialupph.domain.commands.register_sheets import SheetBatch, SheetKind
from socialupph.domain.errors import RuleViolation
from socialupph.domain.kinds import AuditKind
from socialupph.domain.views.imports import RowState
from socialupph.domain.views.register_sheets import BatchPreview
from socialupph.persistence.queries import register_sheets as queries
from socialupph.services import placing
from socialupph.services.base import Context
from socialupph.services.register_sheet_batch import Batch, Cancelled, Planned
from socialupph.services.register_sheet_courses import plan_courses
from socialupph.services.register_sheet_follow_ups import plan_follow_ups
from socialupph.services.register_sheet_parties import plan_candidates, plan_contracts, plan_suppliers
from socialupph.services.register_sheet_placements import add_supervisor_warnings, plan_placements
from socialupph.services.register_sheet_writer import Writer

KIND = "sheets.import"
_ORDER = {kind: number for number, kind in enumerate(SheetKind)}
_REFER = frozenset({SheetKind.PLACEMENTS, SheetKind.FOLLOW_UPS, SheetKind.COURSES})
"""Sheets whose rows may mean a contract that a list of the same batch makes."""


class RegisterSheets:
    """Previews and applies batches of sheets."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._logged: set[tuple[dt.date, str]] = set()

    def preview(self, batch: SheetBatch, *, cancelled: Cancelled | None = None) -> BatchPreview:
        """What would become of every row, and what only the user can answer. Nothing is written.

        ``cancelled`` is asked now and then; when it says yes ImportCancelled is raised. That somebody protected was offered as a
        choice is logged, once a day for each.
        """
        with self._context.database.read() as session:
            planned = self._planned(session, batch, cancelled)
            shown = _shown(planned)
        self._log_offered(planned)
        return shown

    def apply(
        self,
        batch: SheetBatch,
        *,
        skip_errors: bool = False,
        source_name: str = "",
        cancelled: Cancelled | None = None,
    ) -> tuple[Changes, BatchPreview]:
        """Write all sheets as one operation, compared anew with the register as it is now; answers are remembered with it.

        ``source_name`` is what history calls it: the file, or the folder. Raises RuleViolation ``import.has_errors`` (facts
        ``errors``) and writes nothing when some row cannot stand, unless ``skip_errors`` leaves those rows out; ImportCancelled when
        ``cancelled`` says so before all is written, and then nothing is.
        """
        with self._context.database.write(KIND, source_name) as work:
            planned = self._planned(work.session, batch, cancelled)
            shown = _shown(planned)
            errors = shown.count(RowState.ERROR)
            if errors and not skip_errors:
                raise RuleViolation("import.has_errors", None, {"errors": errors})
            Writer(self._context, work, planned).write()
            written = shown.count(RowState.NEW) + shown.count(RowState.CHANGED)
            if work.operation_id is not None:
                work.log(AuditKind.IMPORTED, source_name, f"{KIND}: {written}")
            planned.poll()
            shown = _shown(planned, applied=True)
        self._log_offered(planned)
        return work.changes, shown

    def _planned(self, session: Any, sheets: SheetBatch, cancelled: Cancelled | None) -> Batch:
        """Every sheet planned, in the order of ``SheetKind``: what others refer to comes first."""
        batch = Batch(session, sheets, self._context.clock.today(), cancelled)
        batch.poll()
        kinds = {sheet.kind for sheet in sheets.sheets}
        rhythm = placing.rhythm_of(self._context, session)
        for sheet in sorted(sheets.sheets, key=_place):
            planned = Planned(sheet)
            batch.planned.append(planned)
            rows = cast("Any", sheet.rows)
            match sheet.kind:
                case SheetKind.SUPPLIERS:
                    plan_suppliers(batch, planned, rows)
                case SheetKind.CONTRACTS:
                    plan_contracts(batch, planned, rows, referred_to=bool(kinds & _REFER))
                case SheetKind.CANDIDATES:
                    plan_candidates(batch, planned, rows)
                case SheetKind.PLACEMENTS:
                    plan_placements(batch, planned, rows)
                case SheetKind.FOLLOW_UPS:
                    plan_follow_ups(batch, planned, rows, rhythm)
                case SheetKind.COURSES:
                    plan_courses(batch, planned, rows)
        if SheetKind.PLACEMENTS in kinds:
            add_supervisor_warnings(batch, batch.planned, queries.trained_contacts(session))
        return batch

    def _log_offered(self, batch: Batch) -> None:
        """A protected person offered as who a name may be is seen by whoever imports: that is logged as opening them is."""
        today = self._context.clock.today()
        codes = [code for code in batch.offered if (today, code) not in self._logged]
        if not codes:
            return
        with self._context.database.write("sheets.offered") as work:
            for code in codes:
                work.log(AuditKind.VIEWED_PROTECTED, code, KIND)
                self._logged.add((today, code))


def _place(sheet: Any) -> int:
    return _ORDER[sheet.kind]


def _shown(batch: Batch, *, applied: bool = False) -> BatchPreview:
    return BatchPreview(tuple(sheet.preview() for sheet in batch.planned), batch.questions.all(), applied)
