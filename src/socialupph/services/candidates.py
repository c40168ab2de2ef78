"""What the coordinator can do with candidates."""

from socialupph.domain.candidates import may_be_born
from socialupph.domain.changes import Changes
from socialupph.domain.commands.candidates import CandidateFields, ConsentFields
from socialupph.domain.errors import NotFound, RuleViolation
from socialupph.domain.kinds import AuditKind, CandidateStatus, ReferenceList
from socialupph.domain.privacy import PersonFacts, check_alias
from socialupph.domain.values import check_working_time, clean_line, normalise_email
from socialupph.domain.views.candidates import CandidateRow, CandidateView
from socialupph.persistence.codes import next_code
from socialupph.persistence.database import Work
from socialupph.persistence.queries import candidates as queries
from socialupph.persistence.queries import placing as lookups
from socialupph.persistence.queries.lists import ListSource
from socialupph.persistence.records import CandidateAdjustmentRecord, CandidateConsentRecord, CandidateRecord
from socialupph.services.base import ListService, current, fill, required, void


class Candidates(ListService[CandidateRow]):
    """Commands and queries of candidates."""

    def _source(self) -> ListSource[CandidateRow]:
        return queries.source(self._context.clock.today())

    def view(self, candidate_id: int) -> CandidateView:
        """A candidate opened in full; NotFound when there is none. Opening a protected person is logged."""
        with self._context.database.read() as session:
            found = queries.view(session, candidate_id, self._context.clock.today())
        if found is None:
            raise NotFound("record.gone", {"id": candidate_id})
        if found.protected:
            with self._context.database.write("candidate.view", found.code) as work:
                work.log(AuditKind.VIEWED_PROTECTED, found.code)
        return found

    def register(self, command: CandidateFields) -> Changes:
        """Register a candidate. RuleViolation for an alias that tells the name, or values that cannot be."""
        with self._context.database.write("candidate.register") as work:
            record = CandidateRecord(code=next_code(work.session, "KA", 4), status=CandidateStatus.ACTIVE)
            self._fill(work, record, command)
            work.session.add(record)
            work.session.flush()
            _need(work, record.id, command.adjustment_ids)
            work.subject = record.code
        return work.changes

    def edit(self, candidate_id: int, version: int, command: CandidateFields) -> Changes:
        """Change a candidate that was read as ``version``."""
        with self._context.database.write("candidate.edit") as work:
            record = current(work, CandidateRecord, candidate_id, version)
            self._fill(work, record, command)
            _need(work, record.id, command.adjustment_ids)
            work.subject = record.code
        return work.changes

    def close(self, candidate_id: int, version: int) -> Changes:
        """No longer a candidate; kept and readable."""
        return self._set_status(candidate_id, version, CandidateStatus.CLOSED)

    def reopen(self, candidate_id: int, version: int) -> Changes:
        """A candidate again."""
        return self._set_status(candidate_id, version, CandidateStatus.ACTIVE)

    def void(self, candidate_id: int, version: int, reason: str) -> Changes:
        """Void a candidate that should never have been registered; refused while there is a placement."""
        with self._context.database.read() as session:
            if lookups.other_placements(session, candidate_id, None):
                raise RuleViolation("candidate.in_use")
        return void(self._context, CandidateRecord, candidate_id, version, reason)

    def register_consent(self, command: ConsentFields) -> Changes:
        """Note a consent."""
        with self._context.database.write("candidate.consent") as work:
            candidate = current(work, CandidateRecord, command.candidate_id)
            record = CandidateConsentRecord(candidate_id=candidate.id)
            _fill_consent(record, command)
            work.session.add(record)
            work.subject = candidate.code
        return work.changes

    def edit_consent(self, consent_id: int, version: int, command: ConsentFields) -> Changes:
        """Change a consent, for example because it was taken back."""
        with self._context.database.write("candidate.consent") as work:
            record = current(work, CandidateConsentRecord, consent_id, version)
            _fill_consent(record, command)
            work.subject = current(work, CandidateRecord, record.candidate_id).code
        return work.changes

    def _set_status(self, candidate_id: int, version: int, status: CandidateStatus) -> Changes:
        with self._context.database.write(f"candidate.{status}") as work:
            record = current(work, CandidateRecord, candidate_id, version)
            record.status = status
            work.subject = record.code
        return work.changes

    def _fill(self, work: Work, record: CandidateRecord, command: CandidateFields) -> None:
        """Copy the fields, checked."""
        person = PersonFacts(
            code=record.code, alias=command.alias or "", name=command.name or "", protected=command.protected
        )
        check_alias(person)
        if command.extent_percent is not None:
            check_working_time(command.extent_percent, "extent_percent")
        if command.birth_year is not None and not may_be_born(command.birth_year, self._context.clock.today()):
            raise RuleViolation("candidate.birth_year", "birth_year")
        fill(record, command, leave={"email", "wished_occupations", "adjustment_ids", "secrecy_basis"})
        record.email = normalise_email(command.email or "") or None
        told = command.wished_occupations or ()
        wished = (clean_line(one) for one in (told.split(",") if isinstance(told, str) else told))
        record.wished_occupations = list(dict.fromkeys(one for one in wished if one))
        if command.secrecy_basis is not None:
            record.secrecy_basis = command.secrecy_basis
        elif record.secrecy_basis is None:  # pyright: ignore[reportUnnecessaryComparison] -- a new record has none yet
            record.secrecy_basis = queries.default_secrecy(work.session)


def _need(work: Work, candidate_id: int, adjustment_ids: tuple[int, ...]) -> None:
    """Let the noted needs be those given, words of the neutral list only."""
    if set(adjustment_ids) - queries.reference_ids(work.session, ReferenceList.WORKPLACE_ADJUSTMENT):
        raise RuleViolation("candidate.adjustment", "adjustment_ids")
    there = {one.adjustment_id: one for one in lookups.adjustments(work.session, candidate_id)}
    for number, record in there.items():
        if number not in adjustment_ids:
            work.session.delete(record)
    for number in dict.fromkeys(adjustment_ids):
        if number not in there:
            work.session.add(CandidateAdjustmentRecord(candidate_id=candidate_id, adjustment_id=number))


def _fill_consent(record: CandidateConsentRecord, command: ConsentFields) -> None:
    if command.until is not None and command.until < command.given_on:
        raise RuleViolation("period.end_before_start", "until", {"start": command.given_on, "end": command.until})
    fill(record, command, leave={"candidate_id", "recipient", "what"})
    record.recipient = required(command.recipient, "recipient")
    record.what = required(command.what, "what")
