"""SU-01, the sign-up list: who has a seat, in what order, who waits and why. No contact details, nobody withdrawn."""

import datetime as dt
from collections.abc import Sequence

from socialupph.documents import blocks, names
from socialupph.documents.days import days_in_words, short_moment
from socialupph.documents.flow import Press, Strip
from socialupph.documents.fonts import Fonts
from socialupph.documents.paper import Paper, PaperJob, content_check
from socialupph.documents.seats import Seats
from socialupph.documents.table import Table, TableColumn
from socialupph.documents.tagged import Watch
from socialupph.documents.text import Typesetter
from socialupph.documents.theme import PORTRAIT
from socialupph.domain.swedish_time import in_sweden
from socialupph.domain.views.papers import PaperSetting, SeatedLine, SignUpListPaper, WaitingLine
from socialupph.i18n import _, ngettext
from socialupph.i18n.formats import long_date

_CODE = "SU-01.1"
_ROW = 7.0
_ROOM = PORTRAIT.text_width


def sign_up_list(paper: SignUpListPaper, setting: PaperSetting, fonts: Fonts, *, watch: Watch | None = None) -> Paper:
    """The list as a PDF."""
    setter = Typesetter(fonts)
    session = paper.session
    strips = [
        *blocks.title(setter, _("Anmälningslista"), session.course, _ROOM),
        *_facts(setter, paper),
        Seats(setter, paper.seats, paper.offered_until, _ROOM).strip(3.0),
        *_seated(setter, paper),
        *_waiting(setter, paper),
        *_withdrawn(setter, paper),
    ]
    name = _("Anmälningslista – {course}, {code}").format(course=session.course, code=session.code)
    job = PaperJob(
        title=name,
        continued=name,
        code=_CODE,
        record=session.code,
        check=content_check(paper),
        information=_(
            "Innehåller personuppgifter. För kursens genomförande hos {municipality} – sätts inte upp offentligt och "
            "förstörs enligt gallringsbeslut. Begäran att ta del av listan prövas enligt offentlighets- och sekretesslagen."
        ),
    )
    return Press(setting, setter, watch).print(job, strips)


def _facts(setter: Typesetter, paper: SignUpListPaper) -> list[Strip]:
    session = paper.session
    closes = long_date(session.last_sign_up_day) if session.last_sign_up_day else ""
    given = [
        blocks.Fact(_("Tillfälle"), (session.code,), 0.6),
        blocks.Fact(_("Dagar"), days_in_words(session.days), 1.2),
        blocks.Fact(_("Plats"), (session.place,), 1.05),
        blocks.Fact(_("Sista anmälningsdag"), (closes,), 0.95),
    ]
    return blocks.facts(setter, given, _ROOM)


def _one_year(paper: SignUpListPaper) -> int | None:
    """The year all sign-ups came in, if it is the same."""
    years = {in_sweden(line.received_at).year for line in (*paper.seated, *paper.waiting)}
    return years.pop() if len(years) == 1 else None


def _received_title(year: int | None) -> str:
    return _("Anmäld") if year is None else _("Anmäld {year}").format(year=year)


def _received(moment: dt.datetime, year: int | None, *, late: bool) -> str:
    text = short_moment(moment, with_year=year is None)
    return _("{moment} sen").format(moment=text) if late else text


def _seated(setter: Typesetter, paper: SignUpListPaper) -> list[Strip]:
    head = blocks.heading(
        setter, _("Platser i turordning"), _ROOM, hint=paper.order_rule if paper.seated else "", gap=3.5
    )
    if not paper.seated:
        return [*head, *blocks.plain(setter, _("Ingen har fått en plats ännu."), _ROOM)]
    year = _one_year(paper)
    columns = [
        TableColumn(_("Nr"), 8.8, strong=True),
        TableColumn(_("Namn"), 43, strong=True, names_row=True),
        TableColumn(_("Organisation"), 52),
        TableColumn(_("Rätt genom"), 24.7),
        TableColumn(_received_title(year), 22.5),
        TableColumn(_("Status"), 24),
    ]
    table = Table(setter, columns, PORTRAIT, least=_ROW)
    return [*head, *table.strips([_seated_row(setter, line, year) for line in paper.seated])]


def _seated_row(setter: Typesetter, line: SeatedLine, year: int | None) -> Sequence[str]:
    return (
        str(line.number),
        line.name,
        names.organisation(setter, line.organisation, 49.5),
        line.right,
        _received(line.received_at, year, late=line.late),
        line.status,
    )


def _waiting(setter: Typesetter, paper: SignUpListPaper) -> list[Strip]:
    if not paper.waiting:
        head = blocks.heading(setter, _("Reservlista"), _ROOM)
        return [*head, *blocks.plain(setter, _("Ingen står på reservlistan."), _ROOM)]
    year = _one_year(paper)
    head = blocks.heading(setter, _("Reservlista"), _ROOM, hint=_("Ledig plats erbjuds nummer 1 först"))
    columns = [
        TableColumn(_("Nr"), 8.8, strong=True),
        TableColumn(_("Namn"), 43, strong=True, names_row=True),
        TableColumn(_("Organisation"), 52),
        TableColumn(_received_title(year), 24.7),
        TableColumn(_("Står här därför att"), 46.5),
    ]
    table = Table(setter, columns, PORTRAIT, least=_ROW)
    return [*head, *table.strips([_waiting_row(setter, line, year) for line in paper.waiting])]


def _waiting_row(setter: Typesetter, line: WaitingLine, year: int | None) -> Sequence[str]:
    return (
        str(line.number),
        line.name,
        names.organisation(setter, line.organisation, 49.5),
        _received(line.received_at, year, late=line.late),
        line.reason,
    )


def _withdrawn(setter: Typesetter, paper: SignUpListPaper) -> list[Strip]:
    if not paper.withdrawn:
        return []
    text = ngettext(
        "{n} person har avanmält sig. Namnet visas inte på listan.",
        "{n} personer har avanmält sig. Namnen visas inte på listan.",
        paper.withdrawn,
    ).format(n=paper.withdrawn)
    return [*blocks.heading(setter, _("Avanmälda"), _ROOM), *blocks.plain(setter, text, _ROOM)]
