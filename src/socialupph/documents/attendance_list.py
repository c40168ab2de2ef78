"""SU-02, the attendance list: numbered names to sign for each day, in the order of the grid on screen."""

from collections.abc import Sequence

from socialupph.documents.flow import Page, Press, Strip
from socialupph.documents.fonts import Fonts
from socialupph.documents.paper import Paper, PaperJob, content_check
from socialupph.documents.signature_table import NUMBER_WIDTH, SignatureColumns, SignatureTable
from socialupph.documents.tagged import TaggedCanvas, Watch
from socialupph.documents.text import Typesetter
from socialupph.documents.theme import BODY_TOP, BODY_TOP_CONTINUED, H1, LANDSCAPE, LEFT, PORTRAIT, UNIT, Sheet, Style
from socialupph.domain.views.papers import AttendanceListPaper, PaperSession, PaperSetting, SessionDay
from socialupph.i18n import _

_CODE = "SU-02.1"
_NAME_WIDTH, _NAME_WIDTH_BESIDE_CONTACT, _CONTACT_WIDTH = 68.0, 60.0, 50.0
_DAY_WIDTH = 49.0
_DAYS_UPRIGHT, _DAYS_ON_A_SHEET = 2, 5
_TITLE_HEIGHT = 14.2
_INSTRUCTION = Style(11, 14.5)
_H1_BASELINE, _INSTRUCTION_BASELINE = 5.4, 11.2

_SLACK = 0.001

NumberedDays = list[tuple[int, SessionDay]]


def attendance_list(
    paper: AttendanceListPaper, setting: PaperSetting, fonts: Fonts, *, watch: Watch | None = None
) -> Paper:
    """The list as a PDF: all days side by side, or a sheet a day."""
    setter = Typesetter(fonts)
    session = paper.session
    groups = _groups(paper)
    sheet = _sheet(paper, groups)
    pages: list[Page] = []
    openings: set[int] = set()
    for group in groups:
        openings.add(len(pages) + 1)
        pages.extend(_AttendanceSheet(setter, paper, group, sheet, first=not pages).pages())
    name = _("Närvarolista – {course}, {code}").format(course=session.course, code=session.code)
    job = PaperJob(
        title=name,
        continued=name,
        code=_CODE,
        record=session.code,
        check=content_check(paper),
        sheet=sheet,
        information=_(
            "Innehåller personuppgifter. Underlag för närvaro och intyg hos {municipality}. Lämnas till kursledaren efter varje "
            "dag, får inte kopieras eller fotograferas."
        ),
    )
    return Press(setting, setter, watch).print_pages(job, pages, frozenset(openings))


def _groups(paper: AttendanceListPaper) -> list[NumberedDays]:
    """The days that stand side by side, with their numbers in the course; an only day has none."""
    numbered = list(enumerate(paper.session.days, 1 if len(paper.session.days) > 1 else 0))
    step = 1 if paper.sheet_per_day else _DAYS_ON_A_SHEET
    return [numbered[start : start + step] for start in range(0, len(numbered), step)] or [[]]


def _sheet(paper: AttendanceListPaper, groups: Sequence[NumberedDays]) -> Sheet:
    most = max(map(len, groups))
    return PORTRAIT if most <= _DAYS_UPRIGHT and not paper.contact_columns else LANDSCAPE


def _columns(sheet: Sheet, days: int, *, contact: bool) -> SignatureColumns:
    """Names get what they need, days at most what two of them get upright, names the rest."""
    room = sheet.text_width - NUMBER_WIDTH
    contact_width = _CONTACT_WIDTH if contact else 0.0
    name = _NAME_WIDTH_BESIDE_CONTACT if contact else _NAME_WIDTH
    day = min((room - name - contact_width) / max(days, 1), _DAY_WIDTH * 2 if days == 1 else _DAY_WIDTH)
    return SignatureColumns(room - contact_width - day * days, contact_width, day)


class _AttendanceSheet:
    """The pages for one group of days."""

    def __init__(
        self, setter: Typesetter, paper: AttendanceListPaper, days: NumberedDays, sheet: Sheet, *, first: bool
    ) -> None:
        self._setter = setter
        self._session: PaperSession = paper.session
        self._sheet = sheet
        self._first = first
        columns = _columns(sheet, len(days), contact=paper.contact_columns)
        self._table = SignatureTable(setter, columns, days, sheet)
        self._names = self._table.names(paper.lines)
        self._tail = [*self._table.walk_ins(len(paper.lines) + 1, paper.blank_lines), self._table.count()]
        self._tail_height = sum(strip.height for strip in self._tail)
        text = (
            _("{course}. Skriv under varje dag du är med.")
            if len(days) > 1
            else _("{course}. Skriv under att du är med.")
        )
        self._instruction = setter.wrap(text.format(course=paper.session.course), _INSTRUCTION, sheet.text_width)
        self._title_height = _TITLE_HEIGHT + max(len(self._instruction) - 1, 0) * _INSTRUCTION.line

    def pages(self) -> list[Page]:
        """Names spread evenly, the empty lines and the count after the last of them."""
        pages: list[Page] = []
        for index, names in enumerate(self._shares()):
            if index == 0:
                strips = [Strip(self._title_height, self._draw_title), self._table.head()]
                top = BODY_TOP
            else:
                strips = [self._table.head_again()]
                top = BODY_TOP_CONTINUED
            pages.append(_stacked([*strips, *names], top))
        _stack_on(pages[-1], self._tail)
        return pages

    def _room(self, index: int) -> float:
        """How much of a page the names and what follows them may take."""
        head = self._table.head().height
        top = BODY_TOP + self._title_height if index == 0 else BODY_TOP_CONTINUED
        return self._sheet.body_end - top - head

    def _shares(self) -> list[list[Strip]]:
        """The names of each page: as few pages as possible, and on them as evenly as possible."""
        rooms = [self._room(0) - self._tail_height]
        while (shares := _filled(self._names, rooms)) is None:
            rooms = [self._room(index) for index in range(len(rooms))] + [self._room(1) - self._tail_height]
        low, high = 0.0, max(rooms)
        for _step in range(24):
            limit = (low + high) / 2
            tried = _filled(self._names, [min(room, limit) for room in rooms])
            if tried is None:
                low = limit
            else:
                high, shares = limit, tried
        return _evened(self._names, [min(room, high) for room in rooms]) or shares

    def _draw_title(self, canvas: TaggedCanvas, top: float) -> None:
        setter, session = self._setter, self._session
        title = setter.clean(_("Närvarolista"))
        room = self._sheet.text_width - setter.width(title, H1) - 8
        canvas.within(canvas.element("H1" if self._first else "H2"))
        canvas.text(LEFT, top + _H1_BASELINE, title, H1)
        canvas.within(canvas.element("P"))
        baseline = top + _INSTRUCTION_BASELINE
        for line in self._instruction:
            canvas.text(LEFT, baseline, line, _INSTRUCTION, room=self._sheet.text_width)
            baseline += _INSTRUCTION.line
        beside = [" · ".join(part for part in (session.code, session.place) if part)]
        if session.leader:
            beside.append(_("Kursledare: {name}").format(name=session.leader))
        baseline = top + 1.8
        for text in beside:
            canvas.within(canvas.element("P"))
            for line in setter.cut(text, UNIT, room):
                canvas.text_right(self._sheet.right, baseline, line, UNIT, room=room)
            baseline += UNIT.line


def _filled(names: Sequence[Strip], rooms: Sequence[float]) -> list[list[Strip]] | None:
    """Names on pages with so much room, each filled before the next; None when they do not fit."""
    shares: list[list[Strip]] = []
    rest = list(reversed(names))
    for room in rooms:
        share: list[Strip] = []
        used = 0.0
        while rest and used + rest[-1].height <= room + _SLACK:
            used += rest[-1].height
            share.append(rest.pop())
        shares.append(share)
    return None if rest else shares


def _evened(names: Sequence[Strip], rooms: Sequence[float]) -> list[list[Strip]] | None:
    """As ``_filled``, but each page takes only its part of what is left, and what later pages have no room for."""
    shares: list[list[Strip]] = []
    rest = list(reversed(names))
    for index, room in enumerate(rooms):
        left = sum(strip.height for strip in rest)
        later = sum(rooms[index + 1 :])
        share: list[Strip] = []
        used = 0.0
        while (
            rest
            and used + rest[-1].height <= room + _SLACK
            and (used + _SLACK < left / (len(rooms) - index) or left - used > later)
        ):
            used += rest[-1].height
            share.append(rest.pop())
        shares.append(share)
    return None if rest else shares


def _stacked(strips: Sequence[Strip], top: float) -> Page:
    page: Page = []
    for strip in strips:
        page.append((top, strip))
        top += strip.height
    return page


def _stack_on(page: Page, strips: Sequence[Strip]) -> None:
    top, last = page[-1]
    page.extend(_stacked(strips, top + last.height))
