"""Between a follow-up and its three voices: who is asked what, what was answered, and back to a command."""

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from socialupph.domain.commands.follow_ups import AnswerFields
from socialupph.domain.kinds import Question, Respondent
from socialupph.domain.views.follow_ups import AnswerView, FollowUpForm
from socialupph.i18n import _, formats
from socialupph.specs.words import word
from socialupph.specs.words_placements import FOLLOW_UP_KIND, QUESTION, QUESTION_HELP, RESPONDENT
from socialupph.ui.kit.scale import DONT_KNOW
from socialupph.ui.kit.three_voices import Key, Voice, VoiceQuestion
from socialupph.ui.kit.voice_cell import Given

THIRD = "third"
"""The column of the third person, whoever it is."""

_COLUMNS: Mapping[Respondent, str] = {
    Respondent.PARTICIPANT: Respondent.PARTICIPANT.value,
    Respondent.SUPERVISOR: Respondent.SUPERVISOR.value,
    Respondent.COORDINATOR: THIRD,
    Respondent.AF_OFFICER: THIRD,
}


def questions() -> list[VoiceQuestion]:
    """The six questions."""
    return [VoiceQuestion(one.value, word(QUESTION, one), word(QUESTION_HELP, one)) for one in Question]


def voices(form: FollowUpForm, third: Respondent, third_name: str) -> list[Voice]:
    """The three, and who they are this time."""
    if third is Respondent.AF_OFFICER:
        last = Voice(THIRD, _("Handläggaren"), ", ".join(part for part in (third_name, _("AF")) if part))
    else:
        last = Voice(THIRD, word(RESPONDENT, Respondent.COORDINATOR), third_name)
    return [
        Voice(Respondent.PARTICIPANT.value, word(RESPONDENT, Respondent.PARTICIPANT), form.person),
        Voice(Respondent.SUPERVISOR.value, word(RESPONDENT, Respondent.SUPERVISOR), form.supervisor),
        last,
    ]


def given(answers: Iterable[AnswerView]) -> dict[Key, Given]:
    """What was answered, as the columns show it; without score it is *vet inte*."""
    return {
        (_COLUMNS[one.respondent], one.question.value): Given(
            DONT_KNOW if one.score is None else one.score, one.comment
        )
        for one in answers
    }


def last_scores(form: FollowUpForm) -> dict[Key, int]:
    """What was answered last time."""
    return {(_COLUMNS[one.respondent], one.question.value): one.score for one in form.previous if one.score is not None}


def legend(form: FollowUpForm) -> str:
    """What the figures mean, and what the line under one is."""
    scale = _("1 fungerar inte, 3 fungerar, 5 fungerar mycket bra.")
    if form.previous_on is None or form.previous_kind is None:
        return scale
    last = _("Strecket under siffran är svaret förra gången: {kind} {day}.").format(
        kind=word(FOLLOW_UP_KIND, form.previous_kind).lower(), day=formats.day_and_month(form.previous_on)
    )
    return _("{scale} {last}").format(scale=scale, last=last)


def commands(answers: Mapping[Key, Given], third: Respondent) -> tuple[AnswerFields, ...]:
    """The answers as the command has them; a comment without figure counts as *vet inte*."""
    return tuple(
        AnswerFields(
            third if column == THIRD else Respondent(column),
            Question(question),
            one.value or None,
            one.comment or None,
        )
        for (column, question), one in answers.items()
    )


def draft(answers: Mapping[Key, Given]) -> list[list[object]]:
    """The answers as plain values."""
    return [[column, question, one.value, one.comment] for (column, question), one in answers.items()]


def from_draft(kept: object) -> dict[Key, Given]:
    """Back from ``draft``; what cannot be read is passed by."""
    found: dict[Key, Given] = {}
    for line in cast("Sequence[object]", kept) if isinstance(kept, list) else ():
        parts = cast("list[object]", line) if isinstance(line, list) else []
        known = len(parts) == 4 and parts[0] in _COLUMNS.values() and parts[1] in {one.value for one in Question}
        if known:
            value = parts[2] if isinstance(parts[2], int) and 0 <= parts[2] <= 5 else None
            found[str(parts[0]), str(parts[1])] = Given(value, str(parts[3] or ""))
    return found
