"""How the parts of a paper are spread over pages, and how the pages become a file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from socialupph.documents.paper import Frame, Paper, PaperJob
from socialupph.documents.tagged import DOCUMENT, TaggedCanvas, Watch
from socialupph.documents.text import Typesetter
from socialupph.documents.theme import BODY_TOP, BODY_TOP_CONTINUED, Palette, Sheet, readable_accent
from socialupph.domain.views.papers import PaperSetting

Draw = Callable[[TaggedCanvas, float], None]
_SLACK = 0.001


@dataclass(slots=True)
class Strip:
    """A part that is never split: how high it is and how it is drawn from its top.

    ``gap`` is the space above, dropped at the top of a page. ``keep`` puts it on the same page as the next one.
    ``head`` is drawn first when the strip opens a page. ``new_page`` starts one.
    """

    height: float
    draw: Draw
    gap: float = 0.0
    keep: bool = False
    head: "Strip | None" = None
    new_page: bool = False


@dataclass(slots=True)
class Element:
    """An element of meaning that several strips share; added when the first of them is drawn."""

    tag: str
    within: "Element | None" = None
    facts: bytes = b""
    number: int = -1

    def on(self, canvas: TaggedCanvas) -> int:
        """Its number on the canvas of this paper."""
        if self.number < 0:
            parent = self.within.on(canvas) if self.within else DOCUMENT
            self.number = canvas.element(self.tag, parent, self.facts)
        return self.number


Placed = tuple[float, Strip]
Page = list[Placed]


def paginate(strips: Sequence[Strip], sheet: Sheet) -> list[Page]:
    """Each page with its strips and where their tops are. There is always one page."""
    pages: list[Page] = [[]]
    bottom = BODY_TOP
    start = 0
    while start < len(strips):
        end = start + 1
        while strips[end - 1].keep and end < len(strips) and not strips[end].new_page:
            end += 1
        chain = strips[start:end]
        wanted = sum(strip.gap + strip.height for strip in chain) - (0 if pages[-1] else chain[0].gap)
        if pages[-1] and (chain[0].new_page or bottom + wanted > sheet.body_end + _SLACK):
            pages.append([])
            bottom = BODY_TOP_CONTINUED
        for strip in chain:
            if pages[-1] and bottom + strip.gap + strip.height > sheet.body_end + _SLACK:
                pages.append([])
                bottom = BODY_TOP_CONTINUED
            bottom = _place(pages[-1], strip, bottom)
        start = end
    return pages


def _place(page: Page, strip: Strip, bottom: float) -> float:
    if page:
        bottom += strip.gap
    elif strip.head:
        page.append((bottom, strip.head))
        bottom += strip.head.height
    page.append((bottom, strip))
    return bottom + strip.height


@dataclass(frozen=True, slots=True)
class Press:
    """What turns strips into a paper: who prints, in what type, and who watches each mark (tests do)."""

    setting: PaperSetting
    setter: Typesetter
    watch: Watch | None = None

    def print(self, job: PaperJob, strips: Sequence[Strip]) -> Paper:
        """The paper, its strips spread over as many pages as they need."""
        return self.print_pages(job, paginate(strips, job.sheet))

    def print_pages(self, job: PaperJob, pages: Sequence[Page], openings: frozenset[int] = frozenset({1})) -> Paper:
        """The paper, page by page as given. ``openings`` are the pages with a title of their own."""
        setter, setting = self.setter, self.setting
        title = setter.clean(job.title)
        frame = Frame(job, setting, setter)
        canvas = TaggedCanvas(setter.fonts, job.sheet, Palette(readable_accent(setting.accent)), self.watch)
        for number, page in enumerate(pages, 1):
            canvas.begin_page()
            frame.head(canvas, number, len(pages), continued=number not in openings)
            for top, strip in page:
                strip.draw(canvas, top)
            frame.foot(canvas)
            canvas.end_page()
        content = canvas.finish(title, setting.language, setting.printed_on)
        return Paper(content, title, len(pages), tuple(setter.missing))
