"""What the coordinator can do with follow-ups."""

import datetime as dt
from collections.abc import Sequence

from socialupph.domain.changes import Changes
from socialupph.domain.commands.follow_ups import (
    AnswerFields,
    MoveFollowUp,
    NotAnswered,
    PlanFollowUp,
    RegisterFollowUp,
    SkipFollowUp,
    StepFields,
)
from socialupph.domain.errors import NotFound, RuleViolation
from socialupph.domain.follow_ups import FollowUpKind, FollowUpStatus, check_outcome, is_settled
from socialupph.domain.kinds import AuditKind, Respondent
from socialupph.domain.values import clean_text
from socialupph.domain.views.follow_ups import FollowUpExportRow, FollowUpForm, FollowUpRow, FollowUpView
from socialupph.persistence.codes import next_code
from socialupph.persistence.database import Work
from socialupph.persistence.queries import follow_up_views, lists, placing
from socialupph.persistence.queries import follow_ups as queries
from socialupph.persistence.queries.lists import ListSource
from socialupph.persistence.records import (
    AgreedStepRecord,
    ContractRecord,
    FollowUpAnswerRecord,
    FollowUpRecord,
    PlacementRecord,
)
from socialupph.services.base import ListService, current, fill, required, void

_THIRD = (Respondent.COORDINATOR, Respondent.AF_OFFICER)


class FollowUps(ListService[FollowUpRow]):
    """Commands and queries of follow-ups."""

    def _source(self) -> ListSource[FollowUpRow]:
        return queries.source(self._context.clock.today())

    def due(self, days: int = 14, *, show_names: bool = False) -> list[FollowUpRow]:
        """Follow-ups that are expected within ``days`` from today, overdue ones first."""
        last = self._context.clock.today() + dt.timedelta(days=days)
        with self._context.database.read() as session:
            return lists.rows(session, self._list(), queries.due_ids(session, last), show_names=show_names)

    def waiting(self) -> int:
        """How many follow-ups are overdue or due today."""
        with self._context.database.read() as session:
            return len(queries.due_ids(session, self._context.clock.today()))

    def first_waiting(self) -> int | None:
        """The one that should have been held or is to be held first; None when nothing is expected."""
        with self._context.database.read() as session:
            return queries.first_open(session)

    def export_rows(self, wanted: Sequence[int], *, show_names: bool = False) -> list[FollowUpExportRow]:
        """Follow-ups as the export gives them, in the order of ``wanted``; no figures across respondents."""
        with self._context.database.read() as session:
            return queries.export_rows(session, wanted, self._context.clock.today(), show_names=show_names)

    def view(self, follow_up_id: int) -> FollowUpView:
        """A follow-up opened in full; NotFound when there is none. Opening a protected person's is logged."""
        with self._context.database.read() as session:
            found = follow_up_views.view(session, follow_up_id, self._context.clock.today())
        if found is None:
            raise NotFound("record.gone", {"id": follow_up_id})
        if found.protected:
            with self._context.database.write("follow_up.view", found.code) as work:
                work.log(AuditKind.VIEWED_PROTECTED, found.code)
        return found

    def blank(self, placement_id: int | None = None, contract_id: int | None = None) -> FollowUpForm:
        """What the form for a follow-up that was not planned starts from."""
        with self._context.database.read() as session:
            placement = None if placement_id is None else placing.placement(session, placement_id)
            return follow_up_views.form(session, placement, contract_id, None, self._context.clock.today())

    def register(self, command: RegisterFollowUp) -> Changes:
        """Register a follow-up that was held, planned or not, or correct one that was registered before."""
        with self._context.database.write("follow_up.register") as work:
            if command.follow_up_id is None:
                record = _new(work, command.placement_id, command.contract_id, command.kind, command.held_on)
            else:
                record = current(work, FollowUpRecord, command.follow_up_id, command.version)
            check_outcome(FollowUpStatus.DONE, command.held_on, "", self._context.clock.today())
            record.status, record.held_on, record.means = FollowUpStatus.DONE, command.held_on, command.means
            record.skip_reason = None
            if command.third_respondent not in _THIRD:
                raise RuleViolation("follow_up.third_respondent", "third_respondent")
            fill(record, command, leave={"placement_id", "contract_id", "kind", "held_on", "means", "version"})
            work.subject = record.code
            work.session.flush()
            is_new = command.follow_up_id is None
            _answer(work, record.id, command.answers, command.third_respondent, is_new=is_new)
            _agree(work, record.id, command.steps, is_new=is_new)
        return work.changes

    def plan(self, command: PlanFollowUp) -> Changes:
        """Plan one more follow-up of a placement or a contract."""
        with self._context.database.write("follow_up.plan") as work:
            record = _new(work, command.placement_id, command.contract_id, FollowUpKind.EXTRA, command.due_on)
            record.means, record.moved_by_hand = command.means, True
            work.subject = record.code
        return work.changes

    def move(self, command: MoveFollowUp) -> Changes:
        """Move a planned follow-up to a day chosen by hand."""
        with self._context.database.write("follow_up.move") as work:
            record = _expected(work, command.follow_up_id, command.version)
            record.due_on, record.moved_by_hand = command.due_on, True
            work.subject = record.code
        return work.changes

    def skip(self, command: SkipFollowUp) -> Changes:
        """A planned follow-up is not held; it says why."""
        with self._context.database.write("follow_up.skip") as work:
            record = _expected(work, command.follow_up_id, command.version)
            check_outcome(FollowUpStatus.SKIPPED, None, command.skip_reason, self._context.clock.today())
            record.status, record.held_on = FollowUpStatus.SKIPPED, None
            record.skip_reason = clean_text(command.skip_reason).strip()
            work.subject = record.code
        return work.changes

    def not_answered(self, command: NotAnswered) -> Changes:
        """Nobody answered; the follow-up still waits."""
        today = self._context.clock.today()
        with self._context.database.write("follow_up.not_answered") as work:
            record = _expected(work, command.follow_up_id, command.version)
            tried = command.on or today
            check_outcome(FollowUpStatus.NOT_ANSWERED, tried, "", today)
            record.status, record.held_on = FollowUpStatus.NOT_ANSWERED, tried
            record.means = command.means or record.means
            work.subject = record.code
        return work.changes

    def reopen(self, follow_up_id: int, version: int) -> Changes:
        """It was not held after all, or is to be held though it was skipped: planned again, with what was noted left."""
        with self._context.database.write("follow_up.reopen") as work:
            record = current(work, FollowUpRecord, follow_up_id, version)
            record.status, record.held_on, record.skip_reason = FollowUpStatus.PLANNED, None, None
            work.subject = record.code
        return work.changes

    def complete_step(self, step_id: int, done_on: dt.date | None = None) -> Changes:
        """An agreed step is done on a day (None is today)."""
        today = self._context.clock.today()
        with self._context.database.write("follow_up.step") as work:
            step = current(work, AgreedStepRecord, step_id)
            if (done_on or today) > today:
                raise RuleViolation("follow_up.step_in_future", "done_on")
            step.done_on = done_on or today
            work.subject = current(work, FollowUpRecord, step.follow_up_id).code
        return work.changes

    def void(self, follow_up_id: int, version: int, reason: str) -> Changes:
        """Void a follow-up that should never have been registered."""
        return void(self._context, FollowUpRecord, follow_up_id, version, reason)


def _new(
    work: Work, placement_id: int | None, contract_id: int | None, kind: FollowUpKind, due_on: dt.date
) -> FollowUpRecord:
    """A follow-up of exactly one placement or contract."""
    if (placement_id is None) == (contract_id is None):
        raise RuleViolation("follow_up.of_one", "placement_id")
    about = (PlacementRecord, placement_id) if placement_id is not None else (ContractRecord, contract_id or 0)
    if not work.has(*about):
        raise NotFound("record.gone", {"id": about[1]})
    record = FollowUpRecord(
        code=next_code(work.session, "U", 4),
        placement_id=placement_id,
        contract_id=contract_id,
        kind=kind,
        due_on=due_on,
        covers=[],
    )
    work.session.add(record)
    return record


def _expected(work: Work, follow_up_id: int, version: int) -> FollowUpRecord:
    """A follow-up of which something is expected; RuleViolation ``follow_up.settled`` else."""
    record = current(work, FollowUpRecord, follow_up_id, version)
    if is_settled(record.status):
        raise RuleViolation("follow_up.settled")
    return record


def _answer(work: Work, follow_up_id: int, answers: Sequence[AnswerFields], third: Respondent, *, is_new: bool) -> None:
    """Let the answers be those given; one without score and comment is no answer."""
    allowed = (Respondent.PARTICIPANT, Respondent.SUPERVISOR, third)
    stored = () if is_new else placing.answers(work.session, follow_up_id)
    there = {(one.respondent, one.question): one for one in stored}
    given = {(one.respondent, one.question): one for one in answers}
    if len(given) < len(answers) or any(respondent not in allowed for respondent, _question in given):
        raise RuleViolation("follow_up.answer_twice", "answers")
    for key, record in there.items():
        if key not in given:
            work.session.delete(record)
    for key, answer in given.items():
        if answer.score is not None and not 1 <= answer.score <= 5:
            raise RuleViolation("follow_up.score_range", "answers")
        record = there.get(key)
        if record is None:
            record = FollowUpAnswerRecord(follow_up_id=follow_up_id)
            work.session.add(record)
        fill(record, answer)


def _agree(work: Work, follow_up_id: int, steps: Sequence[StepFields], *, is_new: bool) -> None:
    """Let the agreed steps be those given; one of an earlier follow-up that is named is changed where it stands."""
    kept = {step.step_id for step in steps}
    for record in () if is_new else placing.steps(work.session, follow_up_id):
        if record.id not in kept:
            work.session.delete(record)
    for step in steps:
        if step.step_id is None:
            record = AgreedStepRecord(follow_up_id=follow_up_id)
            work.session.add(record)
        else:
            record = current(work, AgreedStepRecord, step.step_id)
        fill(record, step, leave={"what"})
        record.what = required(step.what, "steps")
