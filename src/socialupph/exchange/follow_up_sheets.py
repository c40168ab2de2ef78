"""A sheet of follow-ups: a row for each, or a row for each placement with a column for each talk, or both at once."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from socialupph.domain.commands.register_sheets import AnswerCells, FollowUpRow, StepCells
from socialupph.domain.follow_ups import FollowUpKind, FollowUpStatus
from socialupph.domain.kinds import FollowUpMeans, Question, Respondent
from socialupph.exchange.columns import Note
from socialupph.exchange.headings import heading_of
from socialupph.exchange.lists import Body
from socialupph.exchange.sheet_cells import SheetCells, belonging, joined
from socialupph.exchange.sheet_words import read_word
from socialupph.exchange.small_cells import Scored, read_score, read_yes_no

_NOT_HELD = re.compile(
    r"(?P<skipped>inställ\w*|ställdes in|överhoppad|hoppades över|blev inte av|avbokad)|"
    r"(?P<silent>(?:fick )?inget svar|ej svar|svarade (?:inte|ej)|nås inte|ej nådd|nådde inte)",
    re.IGNORECASE,
)
_BETWEEN = " ,.:;–-"
_TELLING = ("due_on", "held_on", "day")


def read_follow_ups(body: Body, notes: list[Note]) -> tuple[FollowUpRow, ...]:
    """One row for each follow-up; those of the same row of the sheet have its number."""
    return _FollowUpReader(SheetCells(body, notes)).rows()


@dataclass(frozen=True, slots=True)
class _Talk:
    """One of several columns of days: its days, what is noted of it, and which step of the rhythm its heading names."""

    kind: FollowUpKind | None
    days: Sequence[dt.date | None]
    notes: Sequence[str]


class _FollowUpReader:
    def __init__(self, cells: SheetCells) -> None:
        self._cells = cells
        columns = cells.columns
        self._due, self._held, self._day, self._next = (columns.days(key) for key in (*_TELLING, "next_on"))
        self._kinds, odd_kinds = cells.words("kind", FollowUpKind)
        self._means, odd_means = cells.words("means", FollowUpMeans)
        self._statuses, odd_statuses = cells.words("status", FollowUpStatus)
        self._was_held = cells.values("held", read_yes_no)
        self._reasons = columns.texts("reason")
        self._summaries = [
            joined(*parts)
            for parts in zip(columns.long_texts("summary"), odd_kinds, odd_means, odd_statuses, strict=True)
        ]
        self._answers, self._steps = self._read_answers(), self._read_steps()
        self._talks = self._read_talks()

    def rows(self) -> tuple[FollowUpRow, ...]:
        rows: list[FollowUpRow] = []
        tells_one = any(self._cells.has(key) for key in _TELLING)
        for index, base in enumerate(self._bases()):
            found = [self._one(index, base)] if tells_one and self._tells(index) else []
            found += [self._of_talk(index, base, talk) for talk in self._talks if talk.days[index] is not None]
            if self._next[index] is not None:
                found.append(replace(base, due_on=self._next[index], status=FollowUpStatus.PLANNED))
            if not found and not self._cells.errors(index):
                if tells_one:
                    self._cells.fail(index, "import.no_day", next(key for key in (*_TELLING,) if self._cells.has(key)))
                elif any(note for talk in self._talks for note in (talk.notes[index],)):
                    self._cells.fail(index, "import.no_day", "wide_day")
                else:
                    continue  # a placement without any talk yet
            found = found or [base]
            rows += [replace(found[0], errors=self._cells.errors(index)), *found[1:]]
        return tuple(rows)

    def _bases(self) -> list[FollowUpRow]:
        """Which placement or contract each row is about."""
        cells, columns = self._cells, self._cells.columns
        people = cells.people("candidate", "candidate_first", "candidate_last")
        placements, codes, hosts, contracts = (
            columns.texts(key) for key in ("placement", "candidate_code", "host", "contract")
        )
        bases: list[FollowUpRow] = []
        for index, (number, who) in enumerate(zip(cells.numbers, people, strict=True)):
            candidate = codes[index] or who.name
            if not (placements[index] or candidate or who.personal_number or hosts[index] or contracts[index]):
                cells.fail(index, "import.no_placement", self._about())
            bases.append(
                FollowUpRow(
                    number, placements[index], candidate, who.birth_year, hosts[index], contracts[index],
                    personal_number=who.personal_number,
                )
            )  # fmt: skip
        return bases

    def _about(self) -> str:
        keys = ("placement", "candidate", "candidate_code", "candidate_last", "candidate_first", "contract", "host")
        return next((key for key in keys if self._cells.has(key)), "placement")

    def _tells(self, index: int) -> bool:
        """Whether the row tells of one follow-up of its own, beside those in columns of their own."""
        day = self._due[index] or self._held[index] or self._day[index]
        said = self._summaries[index] or self._answers[index] or self._steps[index]
        return day is not None or (bool(said) and not self._talks)

    def _one(self, index: int, base: FollowUpRow) -> FollowUpRow:
        """The follow-up of a row that is one."""
        due, held, day = self._due[index], self._held[index], self._day[index]
        status, reason, summary = _status_in(self._statuses[index], self._reasons[index], self._summaries[index])
        if status is None:
            was_held = self._was_held[index]
            status = FollowUpStatus.DONE if held or was_held or self._answers[index] else None
            status = FollowUpStatus.PLANNED if status is None and was_held is False else status
        if day is not None:
            if status is FollowUpStatus.DONE and held is None:
                held = day
            else:
                due = due or day
        if status is FollowUpStatus.DONE and held is None:
            held = due
        if due is None and held is None and not any(error.field in _TELLING for error in self._cells.errors(index)):
            self._cells.fail(index, "import.no_day", next(key for key in _TELLING if self._cells.has(key)))
        return replace(
            base,
            kind=self._kinds[index],
            due_on=due,
            held_on=held,
            means=self._means[index],
            status=status,
            reason=reason,
            summary=summary,
            answers=self._answers[index],
            steps=self._steps[index],
        )

    @staticmethod
    def _of_talk(index: int, base: FollowUpRow, talk: _Talk) -> FollowUpRow:
        status, reason, summary = _status_in(None, "", talk.notes[index])
        return replace(base, kind=talk.kind, due_on=talk.days[index], status=status, reason=reason, summary=summary)

    def _read_talks(self) -> list[_Talk]:
        columns = self._cells.columns
        places = columns.positions("wide_day")
        noted = belonging(places, columns.positions("wide_note"))
        notes = {owner: columns.texts_at(detail, "wide_note", lines=True) for detail, owner in noted.items()}
        empty = [""] * self._cells.size
        if len(places) > 1:
            self._cells.notes.append(("note.several_follow_ups", {}))
        return [
            _Talk(_kind_of(columns.heading(place)), columns.days_at(place, "wide_day"), notes.get(place, empty))
            for place in places
        ]

    def _read_answers(self) -> list[tuple[AnswerCells, ...]]:
        """Scores and comments by who answered and what was asked, as their headings say."""
        cells, columns = self._cells, self._cells.columns
        told: list[dict[tuple[Respondent, Question], Scored]] = [{} for _index in range(cells.size)]
        for place in columns.positions("answers"):
            asked = self._asked(place)
            if asked:
                for index, scored in enumerate(columns.values_at(place, "answers", read_score)):
                    if scored is not None:
                        told[index][asked] = scored
        for place in columns.positions("comments"):
            asked = self._asked(place)
            if asked:
                for index, text in enumerate(columns.texts_at(place, "comments", lines=True)):
                    if text:
                        before = told[index].get(asked, Scored(None))
                        told[index][asked] = Scored(before.score, joined(before.comment, text))
        return [
            tuple(AnswerCells(who, what, one.score, one.comment) for (who, what), one in answers.items())
            for answers in told
        ]

    def _asked(self, place: int) -> tuple[Respondent, Question] | None:
        """Who answered what in a column. A heading that names nobody is the coordinator's; one that names no question is not read."""
        heading = " ".join(heading_of(self._cells.columns.heading(place).replace("(", " ").replace(")", " ")).words)
        question, respondent = read_word("question", heading), read_word("respondent", heading)
        column = {"column": self._cells.columns.heading(place)}
        if not isinstance(question, Question):
            self._cells.notes.append(("note.no_question", column))
            return None
        if not isinstance(respondent, Respondent):
            self._cells.notes.append(("note.no_respondent", column))
            return Respondent.COORDINATOR, question
        return respondent, question

    def _read_steps(self) -> list[tuple[StepCells, ...]]:
        cells, columns = self._cells, self._cells.columns
        places = columns.positions("step_what")
        whos, dues, dones = (belonging(places, columns.positions(key)) for key in ("step_who", "step_due", "step_done"))
        told: list[list[StepCells]] = [[] for _index in range(cells.size)]
        for place in places:
            what = columns.texts_at(place, "step_what")
            who = [columns.texts_at(at, "step_who") for at, owner in whos.items() if owner == place]
            due = [columns.days_at(at, "step_due") for at, owner in dues.items() if owner == place]
            done = [columns.days_at(at, "step_done") for at, owner in dones.items() if owner == place]
            for index, text in enumerate(what):
                if text:
                    told[index].append(
                        StepCells(
                            text,
                            who[0][index] if who else "",
                            due[0][index] if due else None,
                            done[0][index] if done else None,
                        )
                    )
        return [tuple(steps) for steps in told]


def _kind_of(heading: str) -> FollowUpKind | None:
    """The step that a column's heading names; *Uppföljning 2* names none."""
    kind = read_word("follow_up_kind", " ".join(heading_of(heading).words))
    return kind if isinstance(kind, FollowUpKind) and kind is not FollowUpKind.EXTRA else None


def _status_in(status: FollowUpStatus | None, reason: str, summary: str) -> tuple[FollowUpStatus | None, str, str]:
    """(status, reason, summary), where a note that begins *inställd:* or *inget svar* tells what no column does."""
    told = _NOT_HELD.match(summary) if status in {None, FollowUpStatus.SKIPPED, FollowUpStatus.NOT_ANSWERED} else None
    if told is None:
        return status, reason, summary
    if status is None:
        status = FollowUpStatus.SKIPPED if told["skipped"] else FollowUpStatus.NOT_ANSWERED
    if status is FollowUpStatus.SKIPPED and not reason:
        reason, summary = summary[told.end() :].strip(_BETWEEN) or summary, ""
    return status, reason, summary
