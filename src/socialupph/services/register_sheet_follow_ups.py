"""What a sheet of follow-ups would do: those that were held and those to come, of placements and of contracts."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from socialupph.domain.changes import Entity
from socialupph.domain.commands.register_sheets import FollowUpRow
from socialupph.domain.errors import RuleViolation
from socialupph.domain.follow_ups import MERGE_DAYS, FollowUpKind, FollowUpStatus, Rhythm, check_outcome, plan
from socialupph.domain.kinds import Respondent
from socialupph.domain.values import name_key
from socialupph.services.register_sheet_batch import Batch, Planned
from socialupph.services.register_sheet_entries import Entry, Turn, later, line, told_text, words
from socialupph.services.register_sheet_placed import Whose
from socialupph.services.register_sheet_talks import Told

EARLY = dt.timedelta(days=14)
"""So long before a placement begins there may be a talk about it; that is said. Earlier is a mistake."""

_PROBLEMS = {
    "follow_up.held_on_missing": "follow_up_held_missing",
    "follow_up.held_on_unexpected": "follow_up_held_unexpected",
    "follow_up.held_in_future": "follow_up_held_in_future",
    "follow_up.reason_missing": "follow_up_no_reason",
}
_THIRDS = frozenset({Respondent.COORDINATOR, Respondent.AF_OFFICER})


@dataclass(frozen=True, slots=True)
class _Found:
    """A row with the placement or contract it is of."""

    turn: Turn
    row: FollowUpRow
    owner: Entry


def plan_follow_ups(batch: Batch, planned: Planned, rows: Sequence[FollowUpRow], rhythm: Rhythm) -> None:
    """Follow-ups, known again by placement (or contract), day and kind. What they are of is found first, for all of them."""
    found: list[_Found] = []
    for turn, row in batch.rows(planned, rows):
        turn.title = ", ".join(part for part in (line(row.candidate), line(row.host)) if part) or line(row.placement)
        owner = _owner(batch, turn, row) if turn.stands else None
        if owner is not None and turn.stands:
            found.append(_Found(turn, row, owner))
        else:
            batch.finish(turn)
    batch.follow_ups.read(one.owner for one in found)
    for one in found:
        _FollowUp(batch, one, rhythm).plan()
        batch.finish(one.turn)


def _owner(batch: Batch, turn: Turn, row: FollowUpRow) -> Entry | None:
    """The placement, else the contract, that a row is of; None when that is asked or cannot be."""
    day = row.held_on or row.due_on
    word = " ".join(part for part in map(line, (row.placement, row.candidate, row.host)) if part)
    direct = batch.placements.by_word(line(row.placement))
    if direct is not None and direct.is_void:
        turn.error("void", "placement", value=direct.code)
    if direct is not None or batch.questions.waits(turn, Entity.PLACEMENT, line(row.placement), "placement"):
        return direct
    whose, is_doubtful = _whose(batch, turn, row)
    if not turn.stands:
        return None
    if whose.contract is not None and whose.candidate is None and not row.placement.strip():
        return _of_contract(batch, turn, whose, day, word)
    if whose == Whose() and not row.placement.strip():
        turn.error("follow_up_of_nobody", "placement")
        return None
    return batch.placements.refer(turn, whose, day, word, is_doubtful=is_doubtful)


def _whose(batch: Batch, turn: Turn, row: FollowUpRow) -> tuple[Whose, bool]:
    """What the row says of the placement, and whether it says more than anybody knows."""
    contract = batch.contracts.find(turn, row.contract, "contract") if row.contract.strip() else None
    candidate = None
    if row.candidate.strip() or row.personal_number:
        candidate = batch.candidates.refer(
            turn, row.candidate, row.birth_year, "candidate", number=row.personal_number, makes=False
        )
    host = batch.suppliers.known(turn, row.host, "", "host") if row.host.strip() else None
    is_doubtful = bool(row.placement.strip() or (row.host.strip() and host is None))
    return Whose(candidate, host, contract), is_doubtful


def _of_contract(batch: Batch, turn: Turn, whose: Whose, day: dt.date | None, word: str) -> Entry | None:
    """Where a contract and its host are named but nobody, it is the host's placement, else the contract itself."""
    host, contract = whose.host, whose.contract
    if contract is None:
        return None
    if host is not None and any(one in batch.placements.of(host) for one in batch.placements.of(contract)):
        return batch.placements.refer(turn, whose, day, word)
    if host is not None:
        turn.warn("warn_of_contract", "contract", value=batch.contracts.called(contract))
    return contract


class _FollowUp:
    """One row that has found what it is of."""

    def __init__(self, batch: Batch, found: _Found, rhythm: Rhythm) -> None:
        self.batch, self.turn, self.row, self.owner = batch, found.turn, found.row, found.owner
        self.rhythm = rhythm

    def plan(self) -> None:
        """The follow-up with all the row says of it."""
        turn, batch = self.turn, self.batch
        self._mask()
        status, due, held = self._days()
        if not turn.stands:
            return
        told = Told(self.row.kind, due, held)
        entry = batch.follow_ups.find(self.owner, told)
        twice = batch.follow_ups.taken_on(self.owner, told) if entry is None else None
        if twice is not None:
            turn.error("follow_up_twice", "due_on", first=str(twice.row), sheet=twice.sheet)
            return
        entry = entry or batch.follow_ups.expected(self.owner, told)
        status, held = self._outcome(entry, status, due, held)
        self._check_day(told.day)
        third = self._third()
        if not turn.stands:
            return
        entry = entry or self._new(due or held, held)
        turn.subject = entry
        turn.say(entry, "kind", "kind", self.row.kind)
        if due is not None:
            turn.say(entry, "due_on", "due_on", due)
        turn.say(entry, "status", "status", status)
        turn.say(entry, "held_on", "held_on", held)
        turn.say(entry, "means", "means", self.row.means)
        turn.say(entry, "reason", "skip_reason", words(self.row.reason) if status is FollowUpStatus.SKIPPED else "")
        turn.say(entry, "summary", "summary", words(self.row.summary))
        if status is not FollowUpStatus.SKIPPED and entry.stored.get("skip_reason"):
            turn.then(later(entry.said.__setitem__, "skip_reason", None))
        if third is not None and third is not entry.get("third_respondent"):
            turn.then(later(entry.said.__setitem__, "third_respondent", third))
        self._say_answers(entry)
        self._say_steps(entry)
        turn.then(later(batch.follow_ups.take, self.owner, entry, turn))

    def _mask(self) -> None:
        if self.owner.entity is not Entity.PLACEMENT:
            self.turn.title = self.turn.title or self.batch.contracts.called(self.owner)
            return
        candidate = self.batch.placements.whose(self.owner, "candidate_id")
        if candidate is not None and candidate.is_protected:
            self.turn.is_masked = True
            self.turn.title = self.owner.code or line(self.row.placement)
        self.turn.title = self.turn.title or self.owner.code

    # ---------------------------------------------------------------- when, and what became of it

    def _days(self) -> tuple[FollowUpStatus | None, dt.date | None, dt.date | None]:
        """Status, day due and day held, as the row tells them: one with a day held was held, one called held was so when due."""
        row, turn = self.row, self.turn
        status, due, held = row.status, row.due_on, row.held_on
        if due is None and held is None:
            turn.error("follow_up_no_date", "due_on")
        if status is None and held is not None:
            status = FollowUpStatus.DONE
        if status is None and due is not None and due < self.batch.today and self._was_held(due):
            status = FollowUpStatus.DONE
        if status is FollowUpStatus.DONE and held is None and due is not None:
            held = due
        if held is not None and held > self.batch.today:
            turn.error("follow_up_held_in_future", "held_on", value=held.isoformat())
        return status, due, held

    def _was_held(self, due: dt.date) -> bool:
        """Where the sheet has only a day: one that is past was held, unless the register still waits for it and nothing is noted."""
        if self.row.summary.strip() or self.row.answers:
            return True
        known = self.batch.follow_ups.find(self.owner, Told(self.row.kind, due, None))
        if known is None:
            self.turn.warn("warn_taken_as_held", "due_on", value=due.isoformat())
        return known is None

    def _outcome(
        self, entry: Entry | None, status: FollowUpStatus | None, due: dt.date | None, held: dt.date | None
    ) -> tuple[FollowUpStatus | None, dt.date | None]:
        """The status as it will be, checked as the form does. What is done or skipped does not become planned by an old sheet."""
        known: FollowUpStatus | None = entry.get("status") if entry is not None else None
        if status is FollowUpStatus.PLANNED and known is not None:
            status = None
        will_be = status or known or FollowUpStatus.PLANNED
        was_held = held or (entry.get("held_on") if entry is not None else None)
        reason = self.row.reason or (entry.get("skip_reason") or "" if entry is not None else "")
        if was_held is None and will_be is FollowUpStatus.NOT_ANSWERED:
            held = was_held = min(due or self.batch.today, self.batch.today)
        try:
            check_outcome(will_be, was_held, reason, self.batch.today)
        except RuleViolation as problem:
            self.turn.error(_PROBLEMS[problem.code], problem.field or "", value=told_text(was_held))
        return will_be, held

    def _check_day(self, day: dt.date) -> None:
        if self.owner.entity is not Entity.PLACEMENT:
            return
        start = self.owner.get("starts_on")
        if day >= start:
            return
        facts = {"start": start.isoformat(), "value": day.isoformat()}
        if day >= start - EARLY:
            self.turn.warn("warn_follow_up_early", "due_on", **facts)
        else:
            self.turn.error("follow_up_before", "due_on", **facts)

    def _new(self, due: dt.date | None, held: dt.date | None) -> Entry:
        entry = self.batch.follow_ups.new(f"{self.turn.sheet} {self.turn.row} {self.row.kind} {due} {held}")
        column = "placement_id" if self.owner.entity is Entity.PLACEMENT else "contract_id"
        entry.said.update({column: self.owner, "due_on": due, "kind": self.row.kind or self._kind_on(held or due)})
        self.turn.make(entry, _nothing)
        return entry

    def _kind_on(self, day: dt.date | None) -> FollowUpKind:
        """The step of the rhythm that lies nearest, at most a week away; *extra* where there is none."""
        if self.owner.entity is not Entity.PLACEMENT or day is None:
            return FollowUpKind.EXTRA
        plans, period = self.batch.plans, self.batch.placements.period(self.owner)
        if period not in plans:
            plans[period] = plan(period, self.rhythm)
        steps = plans[period]
        near = [step for step in steps if abs((step.due - day).days) <= MERGE_DAYS]
        return min(near, key=lambda step: abs((step.due - day).days)).kind if near else FollowUpKind.EXTRA

    # ---------------------------------------------------------------- what was said and agreed

    def _third(self) -> Respondent | None:
        """Who was the third: AF's officer or the coordinator, never both; each question answered once by each."""
        given = {answer.respondent for answer in self.row.answers} & _THIRDS
        pairs = [(answer.respondent, answer.question) for answer in self.row.answers]
        if len(given) > 1 or len(set(pairs)) < len(pairs):
            self.turn.error("follow_up_answers", "answers")
        for answer in self.row.answers:
            if answer.score is not None and not 1 <= answer.score <= 5:
                self.turn.error("follow_up_score", "answers", value=str(answer.score))
        return next(iter(given), None)

    def _say_answers(self, entry: Entry) -> None:
        """Answers of the row that the register has otherwise or not at all; none is taken away."""
        index = self.batch.follow_ups
        for answer in self.row.answers:
            comment = words(answer.comment) or None
            if answer.score is None and comment is None:
                continue
            there = index.answers.get(entry.id, {}).get((answer.respondent, answer.question)) if entry.id else None
            if there is None:
                self.turn.then(later(index.new_answers.setdefault(entry, []).append, answer))
                if not entry.is_new:
                    self.turn.tell("answers", "", told_text(answer.score) or comment or "")
                continue
            after = {"score": answer.score, "comment": comment}
            after = {key: value for key, value in after.items() if value is not None and value != there[key]}
            if after:
                self.turn.then(later(index.changed_parts.append, ("answer", there, after)))
                self.turn.tell("answers", told_text(there["score"]), told_text(after.get("score", there["score"])))

    def _say_steps(self, entry: Entry) -> None:
        index = self.batch.follow_ups
        for step in self.row.steps:
            what = words(step.what)
            if not what:
                continue
            there = index.steps.get(entry.id, {}).get(name_key(what)) if entry.id else None
            if there is None:
                self.turn.then(later(index.new_steps.setdefault(entry, []).append, step))
                if not entry.is_new:
                    self.turn.tell("steps", "", what)
                continue
            after = {"who": line(step.who) or None, "due_on": step.due_on, "done_on": step.done_on}
            after = {key: value for key, value in after.items() if value is not None and value != there[key]}
            if after:
                self.turn.then(later(index.changed_parts.append, ("step", there, after)))
                self.turn.tell("steps", "", ", ".join(told_text(value) for value in after.values()))


def _nothing() -> None:
    """A follow-up is found by later rows through ``FollowUps.take``."""
