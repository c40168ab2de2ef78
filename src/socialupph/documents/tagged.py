"""A sheet to draw on, each mark part of the paper's meaning or an artifact. Millimetres from the upper left."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from socialupph.documents.engine import PageWriter, Picture
from socialupph.documents.fonts import Fonts
from socialupph.documents.pdf_file import PdfFile, text_string
from socialupph.documents.structure import Structure
from socialupph.documents.theme import HAIR, POINT, Colour, Cut, Ink, Palette, Sheet, Style

DOCUMENT = 0
"""The element all others stand in."""

_ARTIFACT = -1
_NOTHING = -2
_LAYOUT = "/Artifact <</Type/Layout>> BDC"
_PROGRAM = "SocialUpph"


@dataclass(frozen=True, slots=True)
class Drawn:
    """One mark on a page, for whoever measures: where it is, what it says and what it must stay within."""

    page: int
    kind: str
    left: float
    top: float
    right: float
    bottom: float
    text: str = ""
    room: tuple[float, float] | None = None


Watch = Callable[[Drawn], None]


class TaggedCanvas:
    """Draws pages. ``within`` and ``artifact`` say what the marks that follow are."""

    def __init__(self, fonts: Fonts, sheet: Sheet, palette: Palette, watch: Watch | None = None) -> None:
        self.sheet = sheet
        self._fonts = fonts
        self._palette = palette
        self._watch = watch
        self._structure = Structure()
        self._writer = PageWriter(sheet.width / POINT, sheet.height / POINT, fonts.faces[Cut.REGULAR])
        self._pages = 0
        self._open = _NOTHING
        self._fill: Colour | None = None
        self._stroke: tuple[Colour, float] | None = None

    # ---- meaning

    def begin_page(self) -> None:
        """Everything that follows stands on a new page."""
        self._structure.begin_page()
        self._pages += 1
        self._open = _NOTHING
        self._fill = self._stroke = None

    def end_page(self) -> None:
        """The page is done."""
        self._close()
        self._writer.end_page()

    def element(self, tag: str, parent: int = DOCUMENT, facts: bytes = b"") -> int:
        """A new element, last within ``parent``."""
        return self._structure.add(tag, parent, facts)

    def figure(self, parent: int, alternative: str, box: tuple[float, float, float, float]) -> int:
        """A picture told in words. ``box`` is left, top, right, bottom."""
        left, top, right, bottom = box
        corners = b" ".join(b"%.2f" % value for value in (left / POINT, self._up(bottom), right / POINT, self._up(top)))
        facts = b"/Alt%s/A<</O/Layout/Placement/Block/BBox[%s]>>" % (text_string(alternative), corners)
        return self.element("Figure", parent, facts)

    def within(self, element: int) -> None:
        """The marks that follow are content of ``element``."""
        if self._open != element:
            self._close()
            tag = self._structure.tag(element).decode("ascii")
            self._writer.operator(f"/{tag} <</MCID {self._structure.mark(element)}>> BDC")
            self._open = element

    def artifact(self, kind: str = "") -> None:
        """The marks that follow mean nothing in themselves. ``kind`` is Header or Footer for what every page has."""
        self._close()
        self._writer.operator(f"/Artifact <</Type/Pagination/Subtype/{kind}>> BDC" if kind else _LAYOUT)
        self._open = _ARTIFACT

    def _close(self) -> None:
        if self._open != _NOTHING:
            self._writer.operator("EMC")
            self._open = _NOTHING

    # ---- marks

    def text(self, left: float, baseline: float, text: str, style: Style, *, room: float | None = None) -> None:
        """A clean text from ``left``. ``room`` is how wide it may be; a space at its end takes none."""
        self._show(left, baseline, text, style)
        if self._watch:
            self._saw_text(left, baseline, text, style, None if room is None else (left, left + room))

    def text_right(self, right: float, baseline: float, text: str, style: Style, *, room: float | None = None) -> None:
        """A clean text that ends at ``right``."""
        left = right - self._width(text, style)
        self._show(left, baseline, text, style)
        if self._watch:
            self._saw_text(left, baseline, text, style, None if room is None else (right - room, right))

    def _show(self, left: float, baseline: float, text: str, style: Style) -> None:
        self._set_fill(self._palette[style.ink])
        self._writer.show(self._fonts.faces[style.cut], style.size, left / POINT, self._up(baseline), text)

    def _width(self, text: str, style: Style) -> float:
        return self._fonts.units(text.rstrip(" "), style.cut) * style.size * POINT / 1000

    def _saw_text(
        self, left: float, baseline: float, text: str, style: Style, room: tuple[float, float] | None
    ) -> None:
        height = style.size * POINT
        right = left + self._width(text, style)
        drawn = Drawn(self._pages, "text", left, baseline - height * 0.74, right, baseline + height * 0.22, text, room)
        if self._watch:
            self._watch(drawn)

    def line(
        self, start: tuple[float, float], end: tuple[float, float], thickness: float = HAIR, ink: Ink = Ink.RULE
    ) -> None:
        """A straight line; ``thickness`` in points."""
        self._set_stroke(self._palette[ink], thickness)
        (x0, y0), (x1, y1) = start, end
        self._writer.operator(f"{x0 / POINT:.3f} {self._up(y0):.3f} m {x1 / POINT:.3f} {self._up(y1):.3f} l S")
        self._saw("line", min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def rule(self, left: float, right: float, y: float, thickness: float = HAIR, ink: Ink = Ink.RULE) -> None:
        """A level line."""
        self.line((left, y), (right, y), thickness, ink)

    def box(
        self,
        corner: tuple[float, float],
        size: tuple[float, float],
        *,
        fill: Ink | None = None,
        outline: tuple[float, Ink] | None = None,
        rounded: float = 0,
    ) -> None:
        """A rectangle from its upper left corner, filled, outlined or both."""
        (left, top), (width, height) = corner, size
        if fill is not None:
            self._set_fill(self._palette[fill])
        if outline is not None:
            self._set_stroke(self._palette[outline[1]], outline[0])
        paint = "B" if fill is not None and outline is not None else "f" if fill is not None else "S"
        x, y, w, h = left / POINT, self._up(top + height), width / POINT, height / POINT
        shape = _rounded(x, y, w, h, rounded / POINT) if rounded else f"{x:.3f} {y:.3f} {w:.3f} {h:.3f} re"
        self._writer.operator(f"{shape} {paint}")
        self._saw("box", left, top, left + width, top + height)

    def hatch(self, corner: tuple[float, float], size: tuple[float, float], ink: Ink = Ink.ACCENT) -> None:
        """Lines at 45 degrees, 1.7 mm apart, that end at the edges of the rectangle, and its outline."""
        (left, top), (width, height) = corner, size
        if width <= 0:
            return
        self._set_stroke(self._palette[ink], 0.7)
        step = 1.7 * 2**0.5
        reach = step / 2
        while reach < width + height:
            x0, y0 = max(0.0, reach - height), min(height, reach)
            x1, y1 = min(width, reach), max(0.0, reach - width)
            start = f"{(left + x0) / POINT:.3f} {self._up(top + y0):.3f}"
            end = f"{(left + x1) / POINT:.3f} {self._up(top + y1):.3f}"
            self._writer.operator(f"{start} m {end} l S")
            reach += step
        self.box(corner, size, outline=(0.6, ink))

    def picture(self, picture: Picture, corner: tuple[float, float], size: tuple[float, float]) -> None:
        """A picture from its upper left corner."""
        (left, top), (width, height) = corner, size
        self._writer.picture(picture, left / POINT, self._up(top + height), width / POINT, height / POINT)
        self._saw("picture", left, top, left + width, top + height)

    def _up(self, y: float) -> float:
        return (self.sheet.height - y) / POINT

    def _set_fill(self, colour: Colour) -> None:
        if colour != self._fill:
            self._writer.operator(f"{_parts(colour)} rg")
            self._fill = colour

    def _set_stroke(self, colour: Colour, thickness: float) -> None:
        if (colour, thickness) != self._stroke:
            self._writer.operator(f"{_parts(colour)} RG {thickness:g} w")
            self._stroke = (colour, thickness)

    def _saw(self, kind: str, left: float, top: float, right: float, bottom: float) -> None:
        if self._watch:
            self._watch(Drawn(self._pages, kind, left, top, right, bottom))

    # ---- the file

    def finish(self, title: str, language: str, printed_on: dt.date) -> bytes:
        """The file. Nothing can be drawn afterwards."""
        file = PdfFile()
        tree = self._writer.tree()
        for _number, content in self._writer.objects():
            file.add(content)
        pages = [self._writer.page_object(index) for index in range(self._pages)]
        root = file.next_number
        file.add_packed(self._structure.objects(root, pages))
        stamp = printed_on.strftime("D:%Y%m%d000000Z").encode("ascii")
        program = text_string(_PROGRAM)
        information = file.add(
            b"<</Title%s/Creator%s/Producer%s/CreationDate(%s)/ModDate(%s)>>"
            % (text_string(title), program, program, stamp, stamp)
        )
        described = file.add_stream(b"/Type/Metadata/Subtype/XML", _metadata(title, language, printed_on), packed=False)
        catalogue = file.add(
            b"<</Type/Catalog/Pages %d 0 R/Lang%s/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R/Metadata %d 0 R"
            b"/ViewerPreferences<</DisplayDocTitle true>>/PageLabels<</Nums[0<</S/D>>]>>>>"
            % (tree, text_string(language), root, described)
        )
        return file.finish(catalogue, information)


def _parts(colour: Colour) -> str:
    return f"{colour.red / 255:.4g} {colour.green / 255:.4g} {colour.blue / 255:.4g}"


def _rounded(x: float, y: float, w: float, h: float, r: float) -> str:
    """A rectangle with round corners, as curves."""
    left, right, low, high, k = x, x + w, y, y + h, r * 0.4477
    path = [
        ("m", left + r, low),
        ("l", right - r, low),
        ("c", right - k, low, right, low + k, right, low + r),
        ("l", right, high - r),
        ("c", right, high - k, right - k, high, right - r, high),
        ("l", left + r, high),
        ("c", left + k, high, left, high - k, left, high - r),
        ("l", left, low + r),
        ("c", left, low + k, left + k, low, left + r, low),
    ]
    steps = (f"{' '.join(f'{value:.3f}' for value in values)} {name}" for name, *values in path)
    return f"{' '.join(steps)} h"


def _metadata(title: str, language: str, printed_on: dt.date) -> bytes:
    """The same facts once more, for archives and for readers that ask for an accessible paper."""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" '
        'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part>'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>'
        f"<dc:language><rdf:Bag><rdf:li>{escape(language)}</rdf:li></rdf:Bag></dc:language>"
        f"<xmp:CreateDate>{printed_on.isoformat()}T00:00:00Z</xmp:CreateDate>"
        f"<xmp:ModifyDate>{printed_on.isoformat()}T00:00:00Z</xmp:ModifyDate>"
        f"<xmp:CreatorTool>{_PROGRAM}</xmp:CreatorTool><pdf:Producer>{_PROGRAM}</pdf:Producer>"
        '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()
