"""A session's page in words: its tables, its facts, the next step that is proposed, and its sign-ups one by one."""

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from socialupph.domain.kinds import SessionStatus
from socialupph.domain.sign_ups import ProposalKind, SignUpStatus
from socialupph.domain.swedish_time import in_sweden, swedish_day
from socialupph.domain.views.training import SessionView, SignUpEntry, UntrainedSupervisor
from socialupph.i18n import N_, _, formats, ngettext
from socialupph.specs.marks import Mark
from socialupph.specs.tables import Column, Kind, TableSpec
from socialupph.specs.training import dates_in_words, status_text
from socialupph.specs.training_papers import entry_reason
from socialupph.specs.words_training import SIGN_UP_MARK

SOON = 14
"""So many days before the first day the lists are worth printing."""


def received_text(entry: SignUpEntry) -> str:
    """*1 sep 08.12*: the moment in Sweden that decided the place."""
    moment = in_sweden(entry.received_at)
    day = formats.short_date(swedish_day(entry.received_at))
    return _("{day} {time}").format(day=day, time=formats.time_of_day(moment.time()))


def _noted(entry: SignUpEntry) -> str:
    return _("noterat") if entry.has_needs else ""


def _mark(entry: SignUpEntry) -> Mark:
    return SIGN_UP_MARK[entry.status]


NUMBER = Column[SignUpEntry]("number", N_("Kö"), lambda row: row.number, Kind.INTEGER, width=5, sortable=False)
STATUS = Column[SignUpEntry](
    "status", N_("Status"), status_text, Kind.STATUS, text=status_text, width=18, mark=_mark, sortable=False
)
NAME = Column[SignUpEntry](
    "name", N_("Namn"), lambda row: row.label, width=24, strong=True, detail=_noted, sortable=False
)
ORGANISATION = Column[SignUpEntry](
    "organisation", N_("Organisation"), lambda row: row.organisation, width=24, stretch=True, sortable=False
)
RIGHT = Column[SignUpEntry](
    "right", N_("Rätt genom"), lambda row: row.right, Kind.CODE, width=13, priority=2, sortable=False
)
RECEIVED = Column[SignUpEntry](
    "received_at",
    N_("Kom in"),
    lambda row: row.received_at,
    text=received_text,
    width=16,
    priority=1,
    detail=lambda row: _("sen") if row.late else "",
    sortable=False,
)

SEATED = TableSpec[SignUpEntry](
    name="session-sign-ups",
    title=N_("Anmälda"),
    sort="number",
    columns=(NUMBER, STATUS, NAME, ORGANISATION, RIGHT, RECEIVED),
)
WITHDRAWN = TableSpec[SignUpEntry](
    name="session-withdrawn",
    title=N_("Avanmälda"),
    sort="name",
    columns=(STATUS, NAME, ORGANISATION, RECEIVED),
)


# ---- facts


def days_text(view: SessionView) -> tuple[str, str]:
    """*fredag 2 oktober 2026* over *08.30–16.00, v. 40*; several days are *8 och 9 oktober 2026* over their hours."""
    if not view.days:
        return formats.DASH, ""
    first = view.days[0]
    hours = formats.time_span(first.starts_at, first.ends_at)
    below = _("{hours}, {week}").format(hours=hours, week=formats.week(first.held_on))
    if len(view.days) == 1:
        return formats.full_date(first.held_on), below
    days = _("{days} {year}").format(days=dates_in_words(view.days), year=view.days[-1].held_on.year)
    same = all((day.starts_at, day.ends_at) == (first.starts_at, first.ends_at) for day in view.days)
    return days, below if same else _("olika tider, {week}").format(week=formats.week(first.held_on))


def hours_lines(view: SessionView) -> tuple[str, ...]:
    """One line for each day: *tors 8 okt 08.30–16.00*."""
    return tuple(
        _("{day} {hours}").format(
            day=formats.short_date_with_weekday(day.held_on), hours=formats.time_span(day.starts_at, day.ends_at)
        )
        for day in view.days
    )


def waiting_text(view: SessionView) -> str:
    """*3 väntar*."""
    return ngettext("{n} väntar", "{n} väntar", len(view.waiting)).format(n=len(view.waiting)) if view.waiting else ""


def untrained_text(one: UntrainedSupervisor) -> str:
    """*P-0012, Fjällbyns Fastighetsskötsel AB*, and which session it has signed up to already."""
    coming = _("anmäld till {code}").format(code=one.signed_up_to) if one.signed_up_to else ""
    return ", ".join(part for part in (*one.placements, one.supplier, coming) if part)


# ---- the next step


class StepKind(Enum):
    """What a session asks for next. Nothing of it happens without a click."""

    MOVE_ON = "move_on"
    FILL = "fill"
    OFFER = "offer"
    TICK = "tick"
    PRINT = "print"
    SIGN_UP = "sign_up"


@dataclass(frozen=True, slots=True)
class NextStep:
    """The box with the one primary button; ``entry`` is the person it is about, ``aside`` what the quieter button says."""

    kind: StepKind
    title: str
    detail: str
    button: str
    entry: SignUpEntry | None = None
    aside: str = ""


def next_step(view: SessionView, today: dt.date) -> NextStep | None:
    """What is proposed now; None when nothing is, as for a session that is cancelled or all done."""
    if view.voided or view.status is SessionStatus.CANCELLED or not view.days:
        return None
    if view.status is SessionStatus.HELD:
        return _tick(view)
    return _of_queue(view, today) or _of_calendar(view, today)


def _of_queue(view: SessionView, today: dt.date) -> NextStep | None:
    people = {entry.id: entry for entry in (*view.seated, *view.waiting)}
    for proposal in view.proposals:
        entry = people.get(proposal.id)
        if entry is None:
            continue
        if proposal.kind is ProposalKind.MOVE_ON:
            return _pass_on(entry)
        return _offer(view, entry, today)
    return None


def _pass_on(entry: SignUpEntry) -> NextStep:
    day = formats.day_and_month(entry.offered_until) if entry.offered_until else ""
    return NextStep(
        StepKind.MOVE_ON,
        _("Erbjudandet gick ut {day}").format(day=day),
        _("{name} har inte svarat. Platsen kan gå vidare till nästa på reservlistan.").format(name=entry.label),
        _("Låt platsen gå vidare"),
        entry,
        _("Svarade ja"),
    )


def _offer(view: SessionView, entry: SignUpEntry, today: dt.date) -> NextStep:
    free = ngettext("{n} plats är ledig", "{n} platser är lediga", view.counts.free).format(n=view.counts.free)
    if view.goes_first_until is not None and today >= view.goes_first_until:
        proposed = sum(one.kind is ProposalKind.OFFER_SEAT for one in view.proposals)
        told = ngettext(
            "Ingen går före längre. Den som står först på reservlistan kan få platsen.",
            "Ingen går före längre. De {n} första på reservlistan kan få platserna, i den ordning de kom in.",
            proposed,
        ).format(n=proposed)
        return NextStep(StepKind.FILL, free, told, _("Fyll platserna"), entry, _("Erbjud i stället"))
    told = _("{name} står först på reservlistan.").format(name=entry.label)
    return NextStep(StepKind.OFFER, free, told, _("Erbjud plats"), entry)


def _tick(view: SessionView) -> NextStep | None:
    missing = sum(entry.status in (SignUpStatus.SIGNED_UP, SignUpStatus.CONFIRMED) for entry in view.seated)
    if not missing:
        return None
    told = ngettext("Närvaron saknas för {n} person.", "Närvaron saknas för {n} personer.", missing).format(n=missing)
    return NextStep(StepKind.TICK, _("Kursen är genomförd"), told, _("Pricka av närvaro"))


def _of_calendar(view: SessionView, today: dt.date) -> NextStep | None:
    left = (view.days[0].held_on - today).days
    when = formats.relative_day(view.days[0].held_on, today)
    if view.seated and (left <= SOON or view.status is SessionStatus.CLOSED):
        title = _("Kursen börjar {when}").format(when=when)
        return NextStep(StepKind.PRINT, title, _too_few(view), _("Skriv ut anmälningslistan"))
    if view.status is SessionStatus.OPEN:
        closes = formats.relative_day(view.last_sign_up_on, today)
        return NextStep(StepKind.SIGN_UP, _("Anmälan stänger {when}").format(when=closes), "", _("Ny anmälan"))
    return None


def _too_few(view: SessionView) -> str:
    least = view.least_number or 0
    if view.counts.taken >= least:
        return ""
    return _("{n} anmälda, minst {least} för att hållas.").format(n=view.counts.taken, least=least)


def offer_day(view: SessionView, today: dt.date) -> dt.date:
    """The day an offer is proposed to run to: three days ahead, but before the course and not before today."""
    latest = view.days[0].held_on - dt.timedelta(days=1) if view.days else today + dt.timedelta(days=3)
    return max(today, min(today + dt.timedelta(days=3), latest))


def signed_up_text(entry: SignUpEntry) -> str:
    """What the toast says of a new sign-up."""
    if entry.status is SignUpStatus.WAITING:
        text = _("{name} står på reservlistan som nummer {n}. {why}").format(
            name=entry.label, n=entry.number, why=entry_reason(entry)
        )
    else:
        text = _("{name} är anmäld, nummer {n}.").format(name=entry.label, n=entry.number)
    return _("{text} Anmälan kom efter sista anmälningsdagen.").format(text=text) if entry.late else text


def last_day_proposed(first_day: dt.date, today: dt.date) -> dt.date:
    """A week before the course; the day before where that has passed, and never after the first day."""
    week = first_day - dt.timedelta(days=7)
    return week if week >= today else min(first_day, max(today, first_day - dt.timedelta(days=1)))
