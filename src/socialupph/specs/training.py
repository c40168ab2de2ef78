"""Sessions and sign-ups: what lists show and how a session is told in words."""

import datetime as dt

from socialupph.domain.kinds import SessionStatus
from socialupph.domain.sign_ups import SignUpStatus
from socialupph.domain.views.training import SessionDayView, SessionRow, SessionView, SignUpEntry, SignUpRow
from socialupph.i18n import N_, _, formats, translate
from socialupph.specs.marks import Mark, Shape, Tone
from socialupph.specs.tables import Column, EmptyText, Filter, Kind, TableSpec
from socialupph.specs.words import choices
from socialupph.specs.words_training import SESSION_MARK, SIGN_UP_MARK, words_of


def _word(mark: Mark) -> str:
    return translate(mark.word)


def _days(row: SessionRow) -> str:
    """*2026-10-08 – 09*, *2026-09-30 – 10-02*: what is the same is not said twice."""
    if row.first_day is None:
        return ""
    if row.last_day is None or row.last_day == row.first_day:
        return formats.iso_date(row.first_day)
    last = formats.iso_date(row.last_day)
    if row.last_day.year == row.first_day.year:
        last = last[8:] if row.last_day.month == row.first_day.month else last[5:]
    return f"{formats.iso_date(row.first_day)} {formats.DASH} {last}"


def _seats(row: SessionRow) -> str:
    return _("{taken} av {capacity}").format(taken=row.taken, capacity=row.capacity)


TABLE = TableSpec[SessionRow](
    name="sessions",
    title=N_("Handledarutbildning"),
    sort="first_day",
    descending=True,
    columns=(
        Column("code", N_("Kod"), lambda row: row.code, Kind.CODE, width=8, strong=True),
        Column("title", N_("Tillfälle"), lambda row: row.title, width=28, stretch=True),
        Column("first_day", N_("Dagar"), lambda row: row.first_day, Kind.DATE, text=_days, width=19),
        Column("last_day", N_("Sista dag"), lambda row: row.last_day, Kind.DATE, width=11, shown=False, priority=5),
        Column("venue", N_("Plats"), lambda row: row.venue, width=20, priority=4),
        Column(
            "taken",
            N_("Tagna platser"),
            lambda row: row.taken,
            Kind.INTEGER,
            text=_seats,
            width=12,
            progress=lambda row: min(1.0, row.taken / row.capacity) if row.capacity else None,
        ),
        Column("capacity", N_("Platser"), lambda row: row.capacity, Kind.INTEGER, width=8, shown=False, priority=5),
        Column("waiting", N_("Reservlista"), lambda row: row.waiting, Kind.INTEGER, width=10, priority=2),
        Column("last_sign_up_on", N_("Sista anmälningsdag"), lambda row: row.last_sign_up_on, Kind.DATE, width=16),
        Column(
            "status",
            N_("Status"),
            lambda row: _word(SESSION_MARK[row.status]),
            Kind.STATUS,
            width=18,
            mark=lambda row: SESSION_MARK[row.status],
        ),
    ),
    filters=(Filter("status", N_("Status"), choices(words_of(SESSION_MARK))),),
    empty=EmptyText(
        N_("Här samlas alla tillfällen"),
        N_("Ett tillfälle är en gång som utbildningen ges, med dagar, platser och de som har anmält sig."),
        N_("Först behövs en kurs: vad den heter och vad den handlar om."),
    ),
)


def sign_up_mark(status: SignUpStatus) -> Mark:
    """The mark of a sign-up."""
    return SIGN_UP_MARK[status]


def late_mark() -> Mark:
    """What stands beside a sign-up that came after the last sign-up day."""
    return Mark(N_("Sen anmälan"), Shape.CLOCK, Tone.WARN)


SIGN_UP_TABLE = TableSpec[SignUpRow](
    name="sign-ups",
    title=N_("Anmälda"),
    sort="received_at",
    columns=(
        Column("session", N_("Tillfälle"), lambda row: row.session, Kind.CODE, width=9),
        Column(
            "status",
            N_("Status"),
            lambda row: _word(SIGN_UP_MARK[row.status]),
            Kind.STATUS,
            width=13,
            mark=lambda row: SIGN_UP_MARK[row.status],
        ),
        Column(
            "name",
            N_("Namn"),
            lambda row: row.name,
            width=22,
            strong=True,
            detail=lambda row: _("något noterat") if row.has_needs else "",
        ),
        Column("organisation", N_("Organisation"), lambda row: row.organisation, width=26, stretch=True),
        Column("right", N_("Rätt genom"), lambda row: row.right, Kind.CODE, width=12, priority=3),
        Column(
            "received_at",
            N_("Kom in"),
            lambda row: row.received_at,
            Kind.MOMENT,
            width=16,
            priority=1,
            detail=lambda row: _("sen anmälan") if row.late else "",
        ),
        Column("offered_until", N_("Erbjuden till"), lambda row: row.offered_until, Kind.DATE, width=11, priority=4),
    ),
    filters=(Filter("status", N_("Status"), choices(words_of(SIGN_UP_MARK))),),
    empty=EmptyText(
        N_("Ingen har anmält sig ännu"),
        N_("Anmälningar ställs i den ordning de kommer in. Är platserna slut hamnar de på reservlistan."),
    ),
)


def dates_in_words(days: tuple[SessionDayView, ...], today: dt.date | None = None) -> str:
    """*2 oktober*, *2 och 9 oktober*, *30 september och 2 oktober*: for headings."""
    texts = [formats.day_and_month(day.held_on, today) for day in days]
    if len(texts) < 2:
        return "".join(texts)
    if len({(day.held_on.year, day.held_on.month) for day in days}) == 1:
        texts[:-1] = [str(day.held_on.day) for day in days[:-1]]
    return _("{first} och {last}").format(first=", ".join(texts[:-1]), last=texts[-1])


def heading(view: SessionView, today: dt.date) -> str:
    """*Handledarutbildning 2 oktober*; its own title stands as it is."""
    if view.title:
        return view.title
    return f"{view.course} {dates_in_words(view.days, today)}".strip()


def first_text(view: SessionView) -> tuple[str, str]:
    """Who goes first, in two lines for the header."""
    if view.goes_first_until is None:
        return _("Turordning"), _("den ordning anmälan kom in")
    if view.winners_first_now:
        day = formats.day_and_month(view.goes_first_until)
        return _("vinnande leverantörer"), _("till och med {day}").format(day=day)
    return _("alla i turordning"), _("vinnande leverantörer gick före")


def closing_text(view: SessionView, today: dt.date) -> str:
    """*stänger om 3 dagar*, *stängde 25 september*."""
    if view.status is SessionStatus.CANCELLED:
        return _("inställd")
    if view.last_sign_up_on < today:
        return _("stängde {day}").format(day=formats.day_and_month(view.last_sign_up_on, today))
    return _("stänger {when}").format(when=formats.relative_day(view.last_sign_up_on, today))


def status_text(entry: SignUpEntry) -> str:
    """The status as a word, with the day an offer runs to: *Erbjuden till 24 sep*."""
    if entry.status is SignUpStatus.OFFERED and entry.offered_until is not None:
        return _("Erbjuden till {day}").format(day=formats.short_date(entry.offered_until))
    return translate(SIGN_UP_MARK[entry.status].word)
