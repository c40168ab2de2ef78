"""Procurements before there is a contract: their facts, suitability, decision, and the questions of the notice period."""

from collections.abc import Sequence

from socialupph.domain.changes import Changes
from socialupph.domain.commands.procurements import ProcurementFields, QuestionFields
from socialupph.domain.errors import NotFound, RuleViolation
from socialupph.domain.views.procurements import ProcurementRow, ProcurementView
from socialupph.persistence.database import Work
from socialupph.persistence.queries import procurements as queries
from socialupph.persistence.queries.lists import ListSource
from socialupph.persistence.records import (
    BuyerRecord,
    ProcurementBuyerRecord,
    ProcurementQuestionRecord,
    ProcurementRecord,
)
from socialupph.services.base import ListService, current, fill, required, void


class Procurements(ListService[ProcurementRow]):
    """Commands and queries of procurements."""

    def _source(self) -> ListSource[ProcurementRow]:
        return queries.source()

    def view(self, procurement_id: int) -> ProcurementView:
        """A procurement opened in full; NotFound when there is none."""
        with self._context.database.read() as session:
            found = queries.view(session, procurement_id)
        if found is None:
            raise NotFound("record.gone", {"id": procurement_id})
        return found

    def register(self, command: ProcurementFields) -> Changes:
        """Register a procurement. RuleViolation for a missing title, a value under zero, or a decision without its reason."""
        with self._context.database.write("procurement.register") as work:
            record = ProcurementRecord()
            _fill(record, command)
            work.session.add(record)
            work.session.flush()
            _set_buyers(work, record.id, command.buyers)
        return work.changes

    def edit(self, procurement_id: int, version: int, command: ProcurementFields) -> Changes:
        """Change a procurement that was read as ``version``."""
        with self._context.database.write("procurement.edit") as work:
            _fill(current(work, ProcurementRecord, procurement_id, version), command)
            _set_buyers(work, procurement_id, command.buyers)
        return work.changes

    def void(self, procurement_id: int, version: int, reason: str) -> Changes:
        """Void a procurement that should never have been registered."""
        return void(self._context, ProcurementRecord, procurement_id, version, reason)

    def register_question(self, command: QuestionFields) -> Changes:
        """Register a question of the notice period, with its answer when there is one."""
        with self._context.database.write("procurement.question") as work:
            current(work, ProcurementRecord, command.procurement_id)
            record = ProcurementQuestionRecord()
            _fill_question(record, command)
            work.session.add(record)
        return work.changes

    def edit_question(self, question_id: int, version: int, command: QuestionFields) -> Changes:
        """Change a question that was read as ``version``, to answer it or to note that the answer is published."""
        with self._context.database.write("procurement.question_edit") as work:
            _fill_question(current(work, ProcurementQuestionRecord, question_id, version), command)
        return work.changes


def _fill(record: ProcurementRecord, command: ProcurementFields) -> None:
    if command.estimated_value is not None and command.estimated_value < 0:
        raise RuleViolation("procurement.value", "estimated_value")
    if command.requirement_set is not None and not (command.decision_reason or "").strip():
        raise RuleViolation("procurement.decision_reason", "decision_reason")
    fill(record, command, leave={"title", "buyers"})
    record.title = required(command.title, "title")


def _fill_question(record: ProcurementQuestionRecord, command: QuestionFields) -> None:
    fill(record, command, leave={"question"})
    record.question = required(command.question, "question")


def _set_buyers(work: Work, procurement_id: int, wanted: Sequence[int]) -> None:
    present = {row.buyer_id: row for row in queries.buyer_rows(work.session, procurement_id)}
    for number in wanted:
        if present.pop(number, None) is None:
            current(work, BuyerRecord, number)
            work.session.add(ProcurementBuyerRecord(procurement_id=procurement_id, buyer_id=number))
    for gone in present.values():
        work.session.delete(gone)
