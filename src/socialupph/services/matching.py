"""What the coordinator can do with matches between candidates and openings."""

import datetime as dt

from socialupph.domain.changes import Changes
from socialupph.domain.commands.matching import AcceptMatch, AdvanceMatch, DeclineMatch, SuggestMatch
from socialupph.domain.commands.placements import PlacementFields
from socialupph.domain.errors import NotFound, RuleViolation
from socialupph.domain.kinds import AuditKind, CandidateStatus, Referrer
from socialupph.domain.matching import MatchStep, StepTaken, check_declined, check_step
from socialupph.domain.openings import check_takes_candidates
from socialupph.domain.queries import ListQuery
from socialupph.domain.values import clean_text
from socialupph.domain.views.matching import Acceptance, BoardColumn, MatchRow, MatchView
from socialupph.persistence.database import Work
from socialupph.persistence.queries import matching as queries
from socialupph.persistence.queries import placing as lookups
from socialupph.persistence.queries.lists import ListSource
from socialupph.persistence.records import CandidateRecord, MatchRecord, OpeningRecord, RequirementRecord
from socialupph.services import placing
from socialupph.services.base import ListService, current

EVERYTHING = ListQuery()


class Matching(ListService[MatchRow]):
    """Commands and queries of matches."""

    def _source(self) -> ListSource[MatchRow]:
        return queries.source(self._context.clock.today())

    def board(self, query: ListQuery = EVERYTHING) -> tuple[BoardColumn, ...]:
        """The columns of the board, the longest waiting first; its filters and search are those of the list."""
        with self._context.database.read() as session:
            return queries.board(session, query, self._context.clock.today())

    def view(self, match_id: int) -> MatchView:
        """A match opened in full; NotFound when there is none. Opening a protected person's is logged."""
        with self._context.database.read() as session:
            found = queries.view(session, match_id)
        if found is None:
            raise NotFound("record.gone", {"id": match_id})
        if found.protected:
            with self._context.database.write("match.view", found.opening_code) as work:
                work.log(AuditKind.VIEWED_PROTECTED, f"{found.candidate_code} {found.opening_code}")
        return found

    def acceptance(self, match_id: int) -> Acceptance:
        """What accepting the match would fill in, for the form that asks for the rest; NotFound when there is none."""
        with self._context.database.read() as session:
            found = queries.acceptance(session, match_id, self._context.clock.today())
        if found is None:
            raise NotFound("record.gone", {"id": match_id})
        return found

    def suggest(self, command: SuggestMatch) -> Changes:
        """Suggest a candidate for an opening that is open and has a seat left."""
        with self._context.database.write("match.suggest") as work:
            opening = current(work, OpeningRecord, command.opening_id)
            candidate = current(work, CandidateRecord, command.candidate_id)
            check_takes_candidates(opening.status)
            if candidate.status == CandidateStatus.CLOSED or candidate.voided_on is not None:
                raise RuleViolation("match.candidate_closed", "candidate_id")
            if lookups.open_match(work.session, candidate.id, opening.id) is not None:
                raise RuleViolation("match.exists", "candidate_id")
            on = command.on or self._context.clock.today()
            check_step((), MatchStep.SUGGESTED, on, self._context.clock.today())
            work.session.add(
                MatchRecord(candidate_id=candidate.id, opening_id=opening.id, step=MatchStep.SUGGESTED, suggested_on=on)
            )
            work.subject = f"{candidate.code} {opening.code}"
        return work.changes

    def advance(self, command: AdvanceMatch) -> Changes:
        """The match has come further. Accepting and declining have commands of their own."""
        step = MatchStep(command.step)
        if step.is_final:
            raise RuleViolation("match.own_command", "step")
        with self._context.database.write("match.advance") as work:
            match = current(work, MatchRecord, command.match_id, command.version)
            on = self._take(match, step, command.on)
            setattr(match, f"{step}_on", on)
            if step is MatchStep.OFFERED:
                self._offer(work, match, on, command.offer_until)
            if command.told_employer is not None:
                match.told_employer = clean_text(command.told_employer).strip() or None
            work.session.flush()
            placing.settle_opening(work, match.opening_id)
            work.subject = _subject(work, match)
        return work.changes

    def note_told(self, match_id: int, version: int, told_employer: str) -> Changes:
        """Note exactly what was told to the employer."""
        with self._context.database.write("match.told") as work:
            match = current(work, MatchRecord, match_id, version)
            match.told_employer = clean_text(told_employer).strip() or None
            work.subject = _subject(work, match)
        return work.changes

    def decline(self, command: DeclineMatch) -> Changes:
        """Somebody said no: who, and why."""
        with self._context.database.write("match.decline") as work:
            match = current(work, MatchRecord, command.match_id, command.version)
            check_declined(command.declined_by, command.decline_reason)
            match.answered_on = self._take(match, MatchStep.DECLINED, command.on)
            match.declined_by = command.declined_by
            match.decline_reason = clean_text(command.decline_reason).strip()
            work.session.flush()
            placing.settle_opening(work, match.opening_id)
            work.subject = _subject(work, match)
        return work.changes

    def accept(self, command: AcceptMatch) -> Changes:
        """Everybody said yes: the placement is made with its plan, the candidate is placed, the opening loses a seat."""
        with self._context.database.write("match.accept") as work:
            match = current(work, MatchRecord, command.match_id, command.version)
            opening = current(work, OpeningRecord, match.opening_id)
            candidate = current(work, CandidateRecord, match.candidate_id)
            match.answered_on = self._take(match, MatchStep.ACCEPTED, command.on)
            if lookups.seats_taken(work.session, opening.id) >= opening.seats:
                raise RuleViolation("match.no_seat", "opening_id")
            work.session.flush()
            percent = command.working_time_percent
            if percent is None:
                percent = min(opening.extent_percent, candidate.extent_percent or opening.extent_percent)
            officer = candidate.referring_officer if candidate.referrer == Referrer.AF else None
            fields = PlacementFields(
                form_id=command.form_id,
                starts_on=command.starts_on,
                planned_end_on=command.planned_end_on,
                opening_id=opening.id,
                candidate_id=candidate.id,
                workplace_id=command.workplace_id,
                supervisor_id=command.supervisor_id,
                working_time_percent=percent,
                af_officer=command.af_officer or officer,
                decision_reference=command.decision_reference,
                union_consulted_on=command.union_consulted_on,
            )
            placing.make_placement(self._context, work, fields, match.id)
        return work.changes

    def _take(self, match: MatchRecord, step: MatchStep, on: dt.date | None) -> dt.date:
        """Take a step on a day, today when none is given; RuleViolation when it cannot follow."""
        today = self._context.clock.today()
        day = on or today
        trail: list[StepTaken] = queries.trail_of(match)
        check_step(trail, step, day, today)
        match.step = step
        return day

    def _offer(self, work: Work, match: MatchRecord, on: dt.date, until: dt.date | None) -> None:
        """The seat is offered, until a day; for the requirement that is evidence."""
        if until is not None and until < on:
            raise RuleViolation("match.offer_until", "offer_until", {"day": on})
        match.offer_until = until
        opening = current(work, OpeningRecord, match.opening_id)
        requirement = current(work, RequirementRecord, opening.requirement_id)
        if requirement.first_offer_on is None or on < requirement.first_offer_on:
            requirement.first_offer_on = on


def _subject(work: Work, match: MatchRecord) -> str:
    """Both codes."""
    candidate = current(work, CandidateRecord, match.candidate_id)
    return f"{candidate.code} {current(work, OpeningRecord, match.opening_id).code}"
