"""Those who sign up for a session: seats, reserve list, attendance."""

import datetime as dt
from collections.abc import Sequence

from socialupph.domain import sign_ups as rules
from socialupph.domain.changes import Changes
from socialupph.domain.commands.training import AttendanceTick, SignUpFields
from socialupph.domain.errors import NotFound, RuleViolation
from socialupph.domain.kinds import AuditKind
from socialupph.domain.privacy import PersonFacts, PersonKind, check_alias
from socialupph.domain.sign_ups import ProposalKind, SignUpFacts, SignUpStatus
from socialupph.domain.swedish_time import swedish_day
from socialupph.domain.values import clean_line, normalise_email
from socialupph.domain.views.training import SignUpRow, SignUpView
from socialupph.persistence.database import Work
from socialupph.persistence.queries import attendance
from socialupph.persistence.queries import sign_ups as queries
from socialupph.persistence.queries import training as training_queries
from socialupph.persistence.queries.lists import ListSource
from socialupph.persistence.records import ContactRecord, SessionRecord, SignUpRecord, SupplierRecord
from socialupph.services.base import ListService, current, fill, required


class SignUps(ListService[SignUpRow]):
    """Commands and queries of sign-ups. Nothing happens to a seat without one of these commands."""

    def _source(self) -> ListSource[SignUpRow]:
        return queries.source()

    def view(self, sign_up_id: int) -> SignUpView:
        """A sign-up opened in full; NotFound when there is none. Opening a protected person's is noted in the log."""
        with self._context.database.read() as session:
            found = queries.view(session, sign_up_id)
        if found is None:
            raise NotFound("record.gone", {"id": sign_up_id})
        if found.protected:
            with self._context.database.write("sign_up.view") as work:
                work.log(AuditKind.VIEWED_PROTECTED, f"sign_up {sign_up_id}")
        return found

    def register(self, command: SignUpFields, *, confirm_duplicate: bool = False) -> Changes:
        """Sign someone up: a seat where one is free for them, else the reserve list. Late ones are marked, not refused.

        RuleViolation ``sign_up.duplicate`` for the same name or e-mail on the same session, unless that is confirmed;
        ``sign_up.session_cancelled``; ``person.alias_missing`` for a protected person without another name.
        """
        with self._context.database.write("sign_up.register") as work:
            session = current(work, SessionRecord, command.session_id)
            training_queries.check_open(work.session, session, self._context.clock.today())
            others = self._others(work, session.id, None)
            record = SignUpRecord(session_id=session.id)
            self._fill(work, record, command)
            if not confirm_duplicate:
                _refuse_duplicate(record, others)
            about = training_queries.facts(work.session, session)
            new = SignUpFacts(
                id=0,
                received_at=record.received_at,
                received_on=swedish_day(record.received_at),
                group=queries.group_of(record.contract_id, own_staff=record.own_staff),
            )
            record.status = rules.status_for_new(about, others, new, self._context.clock.today())
            work.session.add(record)
            work.subject = session.code
        return work.changes

    def edit(self, sign_up_id: int, version: int, command: SignUpFields, *, confirm_duplicate: bool = False) -> Changes:
        """Change what is written of a sign-up that was read as ``version``; its seat stays as it is."""
        with self._context.database.write("sign_up.edit") as work:
            record = current(work, SignUpRecord, sign_up_id, version)
            self._fill(work, record, command)
            if not confirm_duplicate:
                _refuse_duplicate(record, self._others(work, record.session_id, record.id))
            _name_subject(work, record)
        return work.changes

    def confirm(self, sign_up_id: int, version: int) -> Changes:
        """The person has been told and comes."""
        return self._set(sign_up_id, version, SignUpStatus.CONFIRMED, "sign_up.confirm")

    def withdraw(self, sign_up_id: int, version: int) -> Changes:
        """The person does not come; the seat is free, and nobody gets it before the coordinator offers it."""
        return self._set(sign_up_id, version, SignUpStatus.WITHDRAWN, "sign_up.withdraw")

    def restore(self, sign_up_id: int, version: int) -> Changes:
        """Take back a withdrawal: a seat where one is free, else the reserve list, in the old order."""
        with self._context.database.write("sign_up.restore") as work:
            record = current(work, SignUpRecord, sign_up_id, version)
            session = current(work, SessionRecord, record.session_id)
            others = self._others(work, record.session_id, record.id)
            about = training_queries.facts(work.session, session)
            status = rules.status_for_new(about, others, queries.facts(record), self._context.clock.today())
            self._change(work, record, status)
        return work.changes

    def to_reserve_list(self, sign_up_id: int, version: int) -> Changes:
        """Move someone with a seat to the reserve list."""
        return self._set(sign_up_id, version, SignUpStatus.WAITING, "sign_up.to_reserve_list")

    def offer(self, sign_up_id: int, version: int, until: dt.date | None) -> Changes:
        """Offer a free seat until a day, earlier than proposed too. RuleViolation ``sign_up.no_free_seat`` and the like."""
        with self._context.database.write("sign_up.offer") as work:
            record = current(work, SignUpRecord, sign_up_id, version)
            if until is None:
                raise RuleViolation("field.missing", "offered_until")
            session = current(work, SessionRecord, record.session_id)
            everyone = self._others(work, record.session_id, None)
            about = training_queries.facts(work.session, session)
            rules.check_offer(about, everyone, record.id, until, self._context.clock.today())
            self._change(work, record, SignUpStatus.OFFERED, until)
        return work.changes

    def accept(self, sign_up_id: int, version: int) -> Changes:
        """The person takes the seat that was offered."""
        return self._set(sign_up_id, version, SignUpStatus.CONFIRMED, "sign_up.accept")

    def pass_on(self, sign_up_id: int, version: int) -> Changes:
        """No answer in time: the seat is free again, and the person last on the reserve list."""
        with self._context.database.write("sign_up.pass_on") as work:
            record = current(work, SignUpRecord, sign_up_id, version)
            if record.status is not SignUpStatus.OFFERED:
                raise RuleViolation("sign_up.not_offered")
            record.passed_on = True
            self._change(work, record, SignUpStatus.WAITING)
        return work.changes

    def fill_seats(self, session_id: int) -> Changes:
        """Give the free seats to those who are next in order, as the session's page proposes."""
        with self._context.database.write("sign_up.fill_seats") as work:
            session = current(work, SessionRecord, session_id)
            about, everyone = training_queries.facts(work.session, session), self._others(work, session_id, None)
            plan = rules.seat_plan(about, everyone, self._context.clock.today())
            for proposal in plan.proposals:
                if proposal.kind is ProposalKind.OFFER_SEAT:
                    self._change(work, current(work, SignUpRecord, proposal.id), SignUpStatus.SIGNED_UP)
            work.subject = session.code
        return work.changes

    def mark_attendance(self, session_id: int, ticks: Sequence[AttendanceTick]) -> Changes:
        """Note who was there on which day, in one operation. Someone who came any day has attended."""
        with self._context.database.write("sign_up.attendance") as work:
            session = current(work, SessionRecord, session_id)
            touched = attendance.tick(work.session, session_id, ticks)
            days = len(training_queries.days(work.session, session_id))
            for record, noted in touched:
                _attendance_status(record, noted, days)
            work.subject = session.code
        return work.changes

    def without_record(self, session_id: int) -> Changes:
        """The attendance list never came back: everyone who is not ticked gets *no record*."""
        with self._context.database.write("sign_up.without_record") as work:
            session = current(work, SessionRecord, session_id)
            for record in queries.of_session(work.session, session_id):
                if record.status in (SignUpStatus.SIGNED_UP, SignUpStatus.CONFIRMED):
                    record.status = SignUpStatus.NO_RECORD
            work.subject = session.code
        return work.changes

    def erase_needs(self, session_id: int) -> Changes:
        """Erase everyone's needs for the day, with what history and drafts know of them. Cannot be undone."""
        with self._context.database.write("sign_up.erase_needs") as work:
            session = current(work, SessionRecord, session_id)
            work.adopt(dict.fromkeys(attendance.erase_needs(work.session, session_id)), [])
            work.log(AuditKind.CHANGED, session.code, "needs")
            work.subject = session.code
        return work.changes

    def _others(self, work: Work, session_id: int, but: int | None) -> list[SignUpFacts]:
        return [queries.facts(one) for one in queries.of_session(work.session, session_id) if one.id != but]

    def _set(self, sign_up_id: int, version: int, status: SignUpStatus, kind: str) -> Changes:
        with self._context.database.write(kind) as work:
            self._change(work, current(work, SignUpRecord, sign_up_id, version), status)
        return work.changes

    def _change(
        self, work: Work, record: SignUpRecord, status: SignUpStatus, offered_until: dt.date | None = None
    ) -> None:
        rules.check_status(record.status, status)
        record.status, record.offered_until = status, offered_until
        record.withdrawn_on = self._context.clock.today() if status is SignUpStatus.WITHDRAWN else None
        _name_subject(work, record)

    def _fill(self, work: Work, record: SignUpRecord, command: SignUpFields) -> None:
        """Copy the fields; a contact brings its supplier, and a supplier the contract that gives the right."""
        fill(record, command, leave={"session_id", "name", "email", "received_at"})
        record.name = clean_line(required(command.name, "name"))
        record.email = normalise_email(command.email or "") or None
        record.received_at = command.received_at or record.received_at or work.now
        if record.contact_id is not None:
            contact = current(work, ContactRecord, record.contact_id)
            record.supplier_id = record.supplier_id or contact.supplier_id
            if contact.protected and not record.protected:
                record.protected, record.alias = True, record.alias or contact.alias
        if record.supplier_id is not None:
            supplier = current(work, SupplierRecord, record.supplier_id)
            record.organisation = record.organisation or supplier.name
            if record.contract_id is None:
                today = self._context.clock.today()
                record.contract_id = training_queries.running_contract(work.session, supplier.id, today)
        facts = PersonFacts(
            alias=record.alias or "", name=record.name, protected=record.protected, kind=PersonKind.SIGN_UP
        )
        check_alias(facts)


def _refuse_duplicate(record: SignUpRecord, others: Sequence[SignUpFacts]) -> None:
    if rules.duplicates(record.name, record.email or "", others):
        raise RuleViolation("sign_up.duplicate", "name")


def _name_subject(work: Work, record: SignUpRecord) -> None:
    work.subject = current(work, SessionRecord, record.session_id).code


def _attendance_status(record: SignUpRecord, noted: Sequence[bool], days: int) -> None:
    """Attended with any day present, absent when every day is noted and none was; without a note as before the ticks."""
    if any(noted):
        wanted = SignUpStatus.ATTENDED
    elif len(noted) == days:
        wanted = SignUpStatus.ABSENT
    elif record.status in (SignUpStatus.ATTENDED, SignUpStatus.ABSENT):
        wanted = SignUpStatus.CONFIRMED
    else:
        return
    if wanted is not SignUpStatus.CONFIRMED:
        rules.check_status(record.status, wanted)
    record.status = wanted
