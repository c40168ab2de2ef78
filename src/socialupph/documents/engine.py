"""The untyped half of reportlab behind narrow types: fonts, pages and pictures. No other module imports it."""

import io
import struct
import threading
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportlab import rl_config as _untyped_config
from reportlab.lib import utils as _untyped_utils
from reportlab.pdfbase import pdfdoc as _untyped_pdfdoc
from reportlab.pdfbase import pdfmetrics as _untyped_metrics
from reportlab.pdfbase import ttfonts as _untyped_fonts
from reportlab.pdfgen import canvas as _untyped_canvas

_config: Any = _untyped_config
_utils: Any = _untyped_utils
_pdfdoc: Any = _untyped_pdfdoc
_metrics: Any = _untyped_metrics
_fonts: Any = _untyped_fonts
_canvas: Any = _untyped_canvas

# Streams stay bytes: written as letters (ASCII85) they take a fifth more room, and a sixth of the time of a long list.
_config.useA85 = 0

_MOST_PIXELS = 40_000_000
_LARGEST_SIDE = 1200
_BROKEN_PICTURE = (OSError, ValueError, SyntaxError, ArithmeticError, LookupError, struct.error, zlib.error)
_one_at_a_time = threading.RLock()
"""A font file read by reportlab keeps one reading position, so only one paper takes letters from it at a time."""


@dataclass(frozen=True, slots=True)
class Face:
    """One font file. ``widths`` gives the advance of each character it has, in thousandths of the size."""

    name: str
    widths: Mapping[str, float]
    font: Any


def load_face(name: str, path: Path) -> Face:
    """Read and register a TrueType file under ``name``."""
    font = _fonts.TTFont(name, str(path), shapable=False)
    _metrics.registerFont(font)
    known: dict[int, float] = font.face.charWidths
    glyphs: dict[int, int] = font.face.charToGlyph
    usual: float = font.face.defaultWidth
    widths = {chr(code): known.get(code, usual) for code in glyphs}
    widths["\u00a0"] = widths[" "]
    return Face(name, widths, font)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that can be drawn; ``width`` and ``height`` in pixels."""

    reader: Any
    width: int
    height: int


def read_picture(data: bytes) -> Picture:
    """A PNG or JPEG, made no larger than a logo needs; ValueError when it is not one or is absurdly large."""
    try:
        # Pillow, which reportlab brings; its own checks of size come later than the header tells it
        with _utils.Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise ValueError("too large")
            picture = opened.convert("RGBA" if opened.has_transparency_data else "RGB")
    except _BROKEN_PICTURE as problem:
        raise ValueError("not a picture") from problem
    picture.thumbnail((_LARGEST_SIDE, _LARGEST_SIDE))
    return Picture(_utils.ImageReader(picture), int(picture.width), int(picture.height))


class PageWriter:
    """Pages as reportlab keeps them, written to with plain PDF operators. Lengths are points from the lower left."""

    def __init__(self, width: float, height: float, first: Face) -> None:
        self._canvas: Any = _canvas.Canvas(
            io.BytesIO(),
            pagesize=(width, height),
            pageCompression=1,
            invariant=1,
            initialFontName=first.name,
            pdfVersion=(1, 7),
        )
        self._document: Any = self._canvas._doc  # noqa: SLF001 -- reportlab has no public way to its document
        self._pages: list[Any] = []
        self._code: list[str] = self._canvas._code  # noqa: SLF001 -- operators are appended, as its own methods do

    def operator(self, text: str) -> None:
        """Write one operator with its operands."""
        self._code.append(text)

    def show(self, face: Face, size: float, x: float, y: float, text: str) -> None:
        """Show ``text`` with its baseline at ``y``. Every character must be one the face has."""
        font, document = face.font, self._document
        parts = [f"BT 1 0 0 1 {x:.3f} {y:.3f} Tm"]
        for subset, raw in font.splitString(text, document):
            name: str = font.getSubsetInternalName(subset, document)
            parts.append(f"{name} {size:g} Tf ({self._canvas._escape(raw)}) Tj")  # noqa: SLF001 -- its own escaping
        parts.append("ET")
        self._code.append(" ".join(parts))

    def picture(self, picture: Picture, x: float, y: float, width: float, height: float) -> None:
        """Draw a picture, its lower left corner at ``x`` and ``y``."""
        self._canvas.drawImage(picture.reader, x, y, width, height, mask="auto")

    def end_page(self) -> None:
        """The page is done; what follows stands on the next."""
        self._canvas.showPage()
        page = self._document.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = len(self._pages)
        page.Tabs = _pdfdoc.PDFName("S")
        self._pages.append(page)
        self._code = self._canvas._code  # noqa: SLF001 -- a new list for each page

    def page_object(self, index: int) -> int:
        """The object number of a page, counted from 0."""
        name = f"Page{index + 1}"
        return int(self._document.idToObjectNumberAndVersion[name][0])

    def objects(self) -> Iterator[tuple[int, bytes]]:
        """Every object of the file but its catalogue and information, numbered from 1, as the file holds them."""
        document = self._document
        with _one_at_a_time:
            for font in document.delayedFonts:
                font.addObjects(document)
        number = 1
        while number in document.numberToId:
            content: bytes = _pdfdoc.format(document.idToObject[document.numberToId[number]], document, toplevel=1)
            yield number, content
            number += 1

    def tree(self) -> int:
        """The object number of the tree of pages; asked for before ``objects``."""
        document = self._document
        reference = document.Reference(document.Pages)
        return int(document.idToObjectNumberAndVersion[reference.name][0])
