"""Taking in a published award notice: shown contract by contract against the register, then written as one operation."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from socialupph.domain.changes import Changes
from socialupph.domain.commands.notices import Notice
from socialupph.domain.errors import RuleViolation
from socialupph.domain.kinds import AuditKind
from socialupph.domain.views.imports import ImportPreview, RowState
from socialupph.persistence.queries import imports as import_queries
from socialupph.persistence.queries import notices as queries
from socialupph.services.base import Context
from socialupph.services.import_parties import SupplierIndex
from socialupph.services.notice_parties import NoticeBuyers, NoticeSuppliers
from socialupph.services.notice_plan import NoticePlan, plan_notice
from socialupph.services.notice_register import NoticeRegister, relevant
from socialupph.services.notice_writer import write

KIND = "notices.import"
_WRITTEN = frozenset({RowState.NEW, RowState.CHANGED})


class Notices:
    """Previews and applies award notices. Reading one twice changes nothing."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def preview(self, notice: Notice) -> ImportPreview:
        """What would become of every contract of the notice. Nothing is written."""
        with self._context.database.read() as session:
            plans, _register = _planned(session, notice)
        return _shown(plans)

    def apply(
        self, notice: Notice, *, skip_errors: bool = False, source_name: str = ""
    ) -> tuple[Changes, ImportPreview]:
        """Write all contracts as one operation, compared anew with the register as it is now.

        ``source_name`` is the file's name, for history. Raises RuleViolation ``import.has_errors`` (facts ``errors``) and writes
        nothing when some contract cannot stand, unless ``skip_errors`` leaves those out.
        """
        with self._context.database.write(KIND, source_name) as work:
            plans, register = _planned(work.session, notice)
            errors = sum(plan.state is RowState.ERROR for plan in plans)
            if errors and not skip_errors:
                raise RuleViolation("import.has_errors", None, {"errors": errors})
            wanted = [plan for plan in plans if plan.state in _WRITTEN]
            if wanted:
                write(work, wanted, register, self._context.clock.today())
                work.log(AuditKind.IMPORTED, source_name, f"{KIND}: {len(wanted)}")
        return work.changes, replace(_shown(plans), applied=True)


def _planned(session: Any, notice: Notice) -> tuple[list[NoticePlan], NoticeRegister]:
    suppliers, buyers = SupplierIndex(), NoticeBuyers()
    suppliers.load(import_queries.suppliers(session))
    buyers.load(queries.buyers(session))
    identities = queries.identities(session)
    among = relevant(notice, identities)
    known = queries.contracts(session, [one.id for one in among])
    register = NoticeRegister(NoticeSuppliers(suppliers), buyers, known, NoticeRegister.numbers_of(identities))
    return plan_notice(notice, register, among), register


def _shown(plans: Sequence[NoticePlan]) -> ImportPreview:
    return ImportPreview(tuple(plan.preview() for plan in plans))
