"""What the coordinator can do with openings."""

from socialupph.domain.changes import Changes
from socialupph.domain.commands.openings import OpeningAnswerFields, OpeningFields
from socialupph.domain.errors import NotFound, RuleViolation
from socialupph.domain.kinds import CodeList
from socialupph.domain.openings import OpeningStatus, check_transition
from socialupph.domain.values import check_working_time
from socialupph.domain.views.openings import OpeningRow, OpeningView
from socialupph.persistence.codes import next_code
from socialupph.persistence.database import Work
from socialupph.persistence.queries import code_lists, counters
from socialupph.persistence.queries import openings as queries
from socialupph.persistence.queries import placing as lookups
from socialupph.persistence.queries.lists import ListSource
from socialupph.persistence.records import OpeningAnswerRecord, OpeningRecord, RequirementRecord
from socialupph.services import placing
from socialupph.services.base import ListService, current, fill, required, void


class Openings(ListService[OpeningRow]):
    """Commands and queries of openings."""

    def _source(self) -> ListSource[OpeningRow]:
        return queries.source(self._context.clock.today())

    def view(self, opening_id: int) -> OpeningView:
        """An opening opened in full; NotFound when there is none."""
        with self._context.database.read() as session:
            found = queries.view(session, opening_id, self._context.clock.today())
        if found is None:
            raise NotFound("record.gone", {"id": opening_id})
        return found

    def contracts(self) -> tuple[tuple[int, str], ...]:
        """Id and code of the contracts that openings stand under, the newest first: what lists can be narrowed to."""
        with self._context.database.read() as session:
            return tuple(queries.contracts(session))

    def without_candidate(self) -> int:
        """How many open openings nobody is proposed for."""
        with self._context.database.read() as session:
            return counters.open_places(session)[1]

    def register(self, command: OpeningFields) -> Changes:
        """Register an opening, open or as a draft. What the supplier offered is evidence for the requirement."""
        with self._context.database.write("opening.register") as work:
            status = OpeningStatus.DRAFT if command.draft else OpeningStatus.OPEN
            record = OpeningRecord(code=next_code(work.session, "PL", 4), status=status)
            _fill(work, record, command)
            work.session.add(record)
            work.subject = record.code
        return work.changes

    def edit(self, opening_id: int, version: int, command: OpeningFields) -> Changes:
        """Change an opening. ``draft`` opens one that was a draft and changes nothing else of its status."""
        with self._context.database.write("opening.edit") as work:
            record = current(work, OpeningRecord, opening_id, version)
            _fill(work, record, command)
            if record.status == OpeningStatus.DRAFT and not command.draft:
                record.status = OpeningStatus.OPEN
            work.session.flush()
            placing.settle_opening(work, record.id)
            work.subject = record.code
        return work.changes

    def set_status(self, opening_id: int, version: int, status: OpeningStatus) -> Changes:
        """Open, reserve, fill or close an opening. RuleViolation ``opening.transition`` for what does not happen."""
        with self._context.database.write("opening.status") as work:
            record = current(work, OpeningRecord, opening_id, version)
            check_transition(record.status, OpeningStatus(status))
            record.status = OpeningStatus(status)
            work.subject = record.code
        return work.changes

    def void(self, opening_id: int, version: int, reason: str) -> Changes:
        """Void an opening that should never have been registered; refused while somebody is placed or offered there."""
        with self._context.database.read() as session:
            if lookups.has_open_matches_or_placements(session, opening_id):
                raise RuleViolation("opening.in_use")
        return void(self._context, OpeningRecord, opening_id, version, reason)

    def register_answer(self, command: OpeningAnswerFields) -> Changes:
        """Note what was answered to a request for candidates."""
        with self._context.database.write("opening.answer") as work:
            opening = current(work, OpeningRecord, command.opening_id)
            record = OpeningAnswerRecord()
            fill(record, command)
            work.session.add(record)
            work.subject = opening.code
        return work.changes

    def edit_answer(self, answer_id: int, version: int, command: OpeningAnswerFields) -> Changes:
        """Correct an answer."""
        with self._context.database.write("opening.answer") as work:
            record = current(work, OpeningAnswerRecord, answer_id, version)
            fill(record, command, leave={"opening_id"})
            work.subject = current(work, OpeningRecord, record.opening_id).code
        return work.changes


def _fill(work: Work, record: OpeningRecord, command: OpeningFields) -> None:
    requirement = current(work, RequirementRecord, command.requirement_id)
    supplier_id = command.supplier_id or lookups.first_supplier(work.session, requirement.contract_id)
    if supplier_id is None:
        raise RuleViolation("field.missing", "supplier_id")
    if command.seats < 1:
        raise RuleViolation("opening.seats", "seats")
    if command.starts_on is not None and command.ends_on is not None and command.ends_on < command.starts_on:
        raise RuleViolation("period.end_before_start", "ends_on", {"start": command.starts_on, "end": command.ends_on})
    check_working_time(command.extent_percent, "extent_percent")
    said = record.occupation
    fill(record, command, leave={"title", "supplier_id", "occupation_concept_id"})
    if command.occupation_concept_id is not None:
        record.occupation_concept_id = command.occupation_concept_id
    elif record.occupation_concept_id is None or record.occupation != said:
        record.occupation_concept_id = _concept(work, record.occupation)
    record.title = required(command.title, "title")
    record.supplier_id = supplier_id
    if command.offered_on is not None and (
        requirement.first_offer_on is None or command.offered_on < requirement.first_offer_on
    ):
        requirement.first_offer_on = command.offered_on


def _concept(work: Work, occupation: str | None) -> str | None:
    """The concept id of an occupation that is named as in the list; None for one's own words."""
    return code_lists.code_of(work.session, CodeList.OCCUPATION, occupation) if occupation else None
