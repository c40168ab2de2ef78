"""*Idag* in words: what each row says in two lines, its action, when it is due, and the counters."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from socialupph.domain.deadlines import Bucket, DeadlineKind
from socialupph.domain.follow_ups import FollowUpKind
from socialupph.domain.views.today import DeadlineView, DueRow, TodayAction, TodayCounters, UnfinishedContract
from socialupph.i18n import N_, _, formats, ngettext, translate
from socialupph.specs.deadlines import KINDS, reminder_note
from socialupph.specs.marks import Mark, Shape, Tone

FOLLOW_UPS: Mapping[FollowUpKind, str] = {
    FollowUpKind.START_MEETING: N_("Startsamtal"),
    FollowUpKind.TWO_WEEKS: N_("Uppföljning efter 2 veckor"),
    FollowUpKind.MONTHLY: N_("Månadsuppföljning"),
    FollowUpKind.NEXT_STEP: N_("Uppföljning om nästa steg"),
    FollowUpKind.FINAL_MEETING: N_("Slutsamtal"),
    FollowUpKind.AFTER_90_DAYS: N_("Uppföljning 90 dagar efter"),
    FollowUpKind.AFTER_6_MONTHS: N_("Uppföljning 6 månader efter"),
    FollowUpKind.AFTER_12_MONTHS: N_("Uppföljning 12 månader efter"),
    FollowUpKind.EXTRA: N_("Extra uppföljning"),
}

ACTIONS: Mapping[TodayAction, str] = {
    TodayAction.NOTE_MEETING: N_("Notera mötet"),
    TodayAction.OPEN_REQUIREMENT: N_("Öppna kravet"),
    TodayAction.OPEN_CONTRACT: N_("Öppna kontraktet"),
    TodayAction.NOTE_REPORT: N_("Notera rapporten"),
    TodayAction.OPEN_PLACEMENT: N_("Öppna placeringen"),
    TodayAction.REGISTER_FOLLOW_UP: N_("Registrera uppföljning"),
    TodayAction.REGISTER_ANSWER: N_("Registrera svar"),
    TodayAction.OPEN_SESSION: N_("Öppna tillfället"),
    TodayAction.FILL_SEATS: N_("Fyll platserna"),
    TodayAction.REGISTER_SEAT_ANSWER: N_("Registrera svar"),
    TodayAction.ERASE_NEEDS: N_("Radera uppgifterna"),
    TodayAction.OPEN_DEVIATION: N_("Följ upp"),
    TodayAction.FINISH_TASK: N_("Klart"),
    TodayAction.FINISH_STEP: N_("Klart"),
    TodayAction.COMPLETE_DRAFT: N_("Fyll i uppgifterna"),
}

ICONS: Mapping[DeadlineKind, str] = {
    DeadlineKind.FIRST_MEETING: "people_chat",
    DeadlineKind.FIRST_START: "handshake",
    DeadlineKind.OPTION_NOTICE: "document_ribbon",
    DeadlineKind.REPORT_DUE: "document_text",
    DeadlineKind.CONTRACT_END: "document_text",
    DeadlineKind.PLACEMENT_END: "handshake",
    DeadlineKind.FOLLOW_UP: "clipboard_checkmark",
    DeadlineKind.MATCH_OFFER: "handshake",
    DeadlineKind.SIGN_UP_CLOSES: "hat_graduation",
    DeadlineKind.PRIORITY_ENDS: "seat",
    DeadlineKind.SEAT_OFFER: "seat",
    DeadlineKind.LEAST_NUMBER: "hat_graduation",
    DeadlineKind.NEEDS_ERASURE: "eye_off",
    DeadlineKind.CORRECTION_DUE: "warning",
    DeadlineKind.RETENTION_REVIEW: "archive",
    DeadlineKind.TASK: "checkmark_circle",
    DeadlineKind.AGREED_STEP: "clipboard_task",
}
"""The name of each kind's icon, of those that ship with the program."""

_TO_COME = "…"

MISSING: Mapping[str, str] = {
    "award": N_("tilldelning"),
    "number": N_("nummer"),
    "suppliers": N_("leverantör"),
    "starts_on": N_("startdag"),
    "ends_on": N_("slutdag"),
}

_SOON = 3
"""So many days before, a deadline is marked as soon."""


def title(row: DueRow) -> str:
    """The first line: *Uppföljning efter 2 veckor, P-0012*, or *Uppgifter saknas, K-2026-031*."""
    if isinstance(row, UnfinishedContract):
        return _with_code(_("Uppgifter saknas"), row.code)
    return _with_code(_what(row), row.code)


def _what(view: DeadlineView) -> str:
    if view.follow_up is not None:
        return translate(FOLLOW_UPS[view.follow_up])
    if view.kind in (DeadlineKind.TASK, DeadlineKind.AGREED_STEP) and view.title:
        return view.title
    return translate(KINDS[view.kind])


def _with_code(text: str, code: str) -> str:
    return f"{text}, {code}" if code else text


def second_line(view: DueRow) -> str:
    """Who and where, as far as a list may say: *KA-0038 hos Fjällbyns Fastighetsskötsel AB, handledare Ejnar Exempel*."""
    if isinstance(view, UnfinishedContract):
        return _unfinished_line(view)
    parts = [*_seats(view), *_who(view)]
    if view.supervisor:
        parts.append(_("handledare {name}").format(name=view.supervisor))
    parts.append(reminder_note(view.deadline))
    return ", ".join(part for part in parts if part)


def _seats(view: DeadlineView) -> tuple[str, ...]:
    if view.number is None:
        return ()
    match view.kind:
        case DeadlineKind.LEAST_NUMBER:
            told = _("{n} anmälda, minst {of} för att hållas").format(n=view.number, of=view.of)
        case DeadlineKind.PRIORITY_ENDS:
            told = ngettext("{n} väntar på reservlistan", "{n} väntar på reservlistan", view.number).format(
                n=view.number
            )
        case _:
            told = _("{n} av {of} platser tagna").format(n=view.number, of=view.of)
    return (view.title, told)


def _who(view: DeadlineView) -> tuple[str, ...]:
    if view.number is not None:
        return ()
    if view.kind is DeadlineKind.SEAT_OFFER:
        return (view.person, view.organisation)
    place = view.organisation
    if view.person:
        place = _("{person} hos {host}").format(person=view.person, host=place) if place else view.person
    shown_above = view.kind in (DeadlineKind.TASK, DeadlineKind.AGREED_STEP)
    if view.kind in (DeadlineKind.MATCH_OFFER, DeadlineKind.CORRECTION_DUE):
        return (view.title, place)
    return (place, "" if shown_above else view.title)


def day_text(view: DeadlineView) -> str:
    """The day over the time word: *tors 17 sep*."""
    return formats.short_date_with_weekday(view.due)


def time_mark(view: DeadlineView, today: dt.date) -> Mark:
    """The time word with its sign: *5 dagar försenad*, *i dag*, *i morgon*, *om 3 dagar*.

    A day off that is reminded of on the working day before says *påminns i dag*.
    """
    if view.is_overdue:
        return Mark(formats.late(view.days_late), Shape.EXCLAMATION, Tone.BAD)
    word = formats.relative_day(view.due, today)
    if view.bucket is Bucket.TODAY:
        return Mark(word if view.due == today else _("påminns i dag"), Shape.DOT, Tone.ACCENT)
    soon = (view.due - today).days <= _SOON
    return Mark(word, Shape.CLOCK if soon else Shape.RING, Tone.WARN if soon else Tone.NEUTRAL)


def lateness(row: DueRow) -> str:
    """The time word for a line of text: *5 dagar försenad*, or the day; nothing for a contract without days."""
    if isinstance(row, UnfinishedContract):
        return ""
    return formats.late(row.days_late) if row.is_overdue else formats.short_date_with_weekday(row.due)


def action_text(row: DueRow) -> str:
    """The word of the row's one action."""
    return translate(ACTIONS[row.action])


def _unfinished_line(contract: UnfinishedContract) -> str:
    """*Drift av gator: nummer och slutdag saknas*."""
    words = [translate(MISSING[name]) for name in contract.missing]
    listed = (
        words[0] if len(words) == 1 else _("{first} och {last}").format(first=", ".join(words[:-1]), last=words[-1])
    )
    return _("{title}: {what} saknas").format(title=contract.title, what=listed)


def summary(views: Sequence[DeadlineView]) -> str:
    """*3 försenade, 4 i dag, 7 de närmaste 14 dagarna*; on an empty day that it is one."""
    late, now, soon = (
        sum(view.bucket is bucket for view in views) for bucket in (Bucket.OVERDUE, Bucket.TODAY, Bucket.SOON)
    )
    parts = [
        ngettext("{n} försenad", "{n} försenade", late).format(n=late) if late else "",
        _("{n} i dag").format(n=now) if now else "",
        _("{n} de närmaste 14 dagarna").format(n=soon) if soon else "",
    ]
    return ", ".join(part for part in parts if part) or _(
        "Inget väntar. En bra dag att ringa någon som det går bra för."
    )


@dataclass(frozen=True, slots=True)
class Counter:
    """A counter as it is read: the figure, what it counts, and one line with its sign. ``area`` is the list it opens."""

    key: str
    figure: str
    label: str
    line: Mark | None
    area: str


def counters_to_come() -> tuple[Counter, ...]:
    """The counters while they are being counted: in their places, without figures."""
    return (
        Counter("at_risk", _TO_COME, _("Krav i riskzon"), None, "requirements"),
        Counter("open_places", _TO_COME, _("Öppna platser"), None, "openings"),
        Counter("untrained", _TO_COME, _("Handledare utan utbildning"), None, "suppliers"),
    )


def counter_texts(counters: TodayCounters, today: dt.date) -> tuple[Counter, ...]:
    """The counters in their order. That of the next sign-up is absent when no session is open."""
    passed = ngettext("{n} har gått ut", "{n} har gått ut", counters.passed).format(n=counters.passed)
    alone = _("{n} utan kandidat").format(n=counters.without_candidate)
    busy = _("{n} är i gång nu").format(n=counters.untrained_with_someone)
    found = [
        Counter(
            "at_risk",
            formats.integer(counters.at_risk),
            _("Krav i riskzon"),
            Mark(passed, Shape.EXCLAMATION, Tone.BAD) if counters.passed else None,
            "requirements",
        ),
        Counter(
            "open_places",
            formats.integer(counters.open_places),
            _("Öppna platser"),
            Mark(alone, Shape.RING, Tone.NEUTRAL) if counters.without_candidate else None,
            "openings",
        ),
        Counter(
            "untrained",
            formats.integer(counters.untrained),
            _("Handledare utan utbildning"),
            Mark(busy, Shape.TRIANGLE, Tone.WARN) if counters.untrained_with_someone else None,
            "suppliers",
        ),
    ]
    if counters.closing is not None:
        when = formats.relative_day(counters.closing.closes_on, today)
        soon = (counters.closing.closes_on - today).days <= _SOON
        found.append(
            Counter(
                "closing",
                formats.integer(counters.closing.sign_ups),
                _("Anmälda till {code}").format(code=counters.closing.code),
                Mark(_("stänger {when}").format(when=when), Shape.CLOCK, Tone.WARN if soon else Tone.NEUTRAL),
                "sessions",
            )
        )
    return tuple(found)
