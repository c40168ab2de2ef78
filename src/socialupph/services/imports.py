"""Taking in a contract list: shown row by row against the register first, then written as one operation."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from socialupph.domain.changes import Changes
from socialupph.domain.commands.imports import ContractRow, LeftOut
from socialupph.domain.errors import ImportCancelled, RuleViolation
from socialupph.domain.kinds import AuditKind
from socialupph.domain.views.imports import ImportPreview, RowState
from socialupph.persistence.queries import import_mappings
from socialupph.persistence.queries import imports as queries
from socialupph.persistence.search_bulk import together
from socialupph.services.base import Context
from socialupph.services.import_parties import BuyerIndex, SupplierIndex
from socialupph.services.import_plan import Register, RowPlan, plan_rows
from socialupph.services.import_writer import SOURCE, write

KIND = "contracts.import"
_WRITTEN = frozenset({RowState.NEW, RowState.CHANGED})


@dataclass(frozen=True, slots=True)
class _Shown:
    """What was shown of a list last, and after which operation: as long as that is the last, it is what would come out again."""

    rows: Sequence[ContractRow]
    after: int
    plans: list[RowPlan]
    register: Register


class Imports:
    """Previews and applies contract lists, and remembers how their columns were mapped."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._last: _Shown | None = None

    def preview(self, rows: Sequence[ContractRow], left_out: Sequence[LeftOut] = ()) -> ImportPreview:
        """What would become of every row. Nothing is written."""
        with self._context.database.read() as session:
            after = queries.last_operation(session)
            plans, register = _planned(session, rows)
        shown = _Shown(rows, after, plans, register)
        self._last = shown if type(rows) is tuple else None  # a list may be another when it is written
        return _shown(plans, left_out)

    def apply(
        self,
        rows: Sequence[ContractRow],
        *,
        skip_errors: bool = False,
        left_out: Sequence[LeftOut] = (),
        source_name: str = "",
        cancelled: Callable[[], bool] | None = None,
    ) -> tuple[Changes, ImportPreview]:
        """Write all rows as one operation, compared anew with the register as it is now.

        ``source_name`` is the file's name, for history. Raises RuleViolation ``import.has_errors`` (facts ``errors``) and writes
        nothing when some row cannot stand, unless ``skip_errors`` leaves those rows out; ImportCancelled when ``cancelled`` says so
        before all is written, and then nothing is.
        """
        with self._context.database.write(KIND, source_name) as work:
            plans, register = self._planned_now(work.session, rows)
            _poll(cancelled)
            errors = sum(plan.state is RowState.ERROR for plan in plans)
            if errors and not skip_errors:
                raise RuleViolation("import.has_errors", None, {"errors": errors})
            wanted = [plan for plan in plans if plan.state in _WRITTEN]
            if wanted:
                with together(work.session):
                    write(work, wanted, register.suppliers, register.buyers, self._context.clock.today().year)
                work.log(AuditKind.IMPORTED, source_name, f"{KIND}: {len(wanted)}")
            _poll(cancelled)
        return work.changes, replace(_shown(plans, left_out), applied=True)

    def _planned_now(self, session: Any, rows: Sequence[ContractRow]) -> tuple[list[RowPlan], Register]:
        """What was shown, when nothing was written since; a plan is carried out once."""
        last, self._last = self._last, None
        if last is not None and last.rows is rows and last.after == queries.last_operation(session):
            return last.plans, last.register
        return _planned(session, rows)

    def remember_mapping(self, fingerprint: str, mapping: Sequence[str]) -> None:
        """Remember which column is what in lists with these headers."""
        with self._context.database.write("import.mapping") as work:
            import_mappings.save(work.session, fingerprint, tuple(mapping), work.now)

    def mapping_for(self, fingerprint: str) -> tuple[str, ...] | None:
        """How the columns of such a list were mapped last time; None for a list never seen."""
        with self._context.database.read() as session:
            return import_mappings.find(session, fingerprint)


def _poll(cancelled: Callable[[], bool] | None) -> None:
    if cancelled is not None and cancelled():
        raise ImportCancelled


def _planned(session: Any, rows: Sequence[ContractRow]) -> tuple[list[RowPlan], Register]:
    register = Register(SupplierIndex(), BuyerIndex())
    register.suppliers.load(queries.suppliers(session))
    register.buyers.load(queries.buyers(session))
    register.load(queries.contracts(session, SOURCE))
    return plan_rows(rows, register), register


def _shown(plans: Sequence[RowPlan], left_out: Sequence[LeftOut]) -> ImportPreview:
    return ImportPreview(tuple(plan.preview() for plan in plans), tuple(left_out))
