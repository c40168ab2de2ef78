"""Measures, type and colours of every paper, in one place. Lengths are millimetres, type sizes points."""

from dataclasses import dataclass
from enum import Enum

POINT = 25.4 / 72
"""Millimetres in a point."""

LEFT, RIGHT = 20.0, 15.0
HEADER_RULE = 27.5
BODY_TOP, BODY_TOP_CONTINUED = 34.0, 37.0
BODY_END = 25.0
"""From the foot of the sheet: the body ends here, the footer's rule is 5 mm below."""
FOOTER_RULE = 20.0
FOOTER_TEXT_WIDTH = 130.0
SMALL, MEDIUM, LARGE = 2.5, 5.0, 7.5
"""Space inside a block, between blocks, before a heading or a chart."""
CELL_GAP, CELL_GAP_AFTER_NUMBER = 2.4, 4.0

HAIR, FACTS, BOX, WRITING, HEAVY, HEADER = 0.4, 0.5, 0.6, 0.7, 0.9, 1.0
"""Thickness of lines in points."""


class Cut(Enum):
    """The four files of the typeface."""

    REGULAR = "Regular"
    SEMIBOLD = "Semibold"
    BOLD = "Bold"
    ITALIC = "It"


@dataclass(frozen=True, slots=True)
class Colour:
    """Red, green and blue, 0 to 255."""

    red: int
    green: int
    blue: int

    @classmethod
    def of(cls, text: str) -> "Colour":
        """The colour written ``#17506B``; ValueError for anything else."""
        digits = text.removeprefix("#")
        if len(digits) != 6:
            raise ValueError(text)
        return cls(int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16))

    def luminance(self) -> float:
        """Relative luminance as the accessibility guidelines count it."""
        parts = (value / 255 for value in (self.red, self.green, self.blue))
        red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def contrast_on_white(self) -> float:
        """From 1 (white) to 21 (black)."""
        return 1.05 / (self.luminance() + 0.05)


INK = Colour(0, 0, 0)
GREY = Colour.of("#3D4247")
RULE = Colour.of("#6E757B")
MID = Colour.of("#808C93")
WHITE = Colour(255, 255, 255)
DEFAULT_ACCENT = Colour.of("#17506B")
ENOUGH_CONTRAST = 7.0


def readable_accent(text: str) -> Colour:
    """The municipality's colour, darkened until text in it can be read on white; without one, the house colour."""
    if not text:
        return DEFAULT_ACCENT
    wished = Colour.of(text)
    share = 100
    colour = wished
    while colour.contrast_on_white() < ENOUGH_CONTRAST:
        share -= 1
        colour = Colour(wished.red * share // 100, wished.green * share // 100, wished.blue * share // 100)
    return colour


class Ink(Enum):
    """The colours text and shapes may take; the accent differs between municipalities."""

    BLACK = "black"
    ACCENT = "accent"
    GREY = "grey"
    RULE = "rule"
    MID = "mid"
    WHITE = "white"


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one paper."""

    accent: Colour = DEFAULT_ACCENT

    def __getitem__(self, ink: Ink) -> Colour:
        return self.accent if ink is Ink.ACCENT else _FIXED[ink]


_FIXED = {Ink.BLACK: INK, Ink.GREY: GREY, Ink.RULE: RULE, Ink.MID: MID, Ink.WHITE: WHITE}


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set. ``leading`` is the distance between lines."""

    size: float
    leading: float
    cut: Cut = Cut.REGULAR
    ink: Ink = Ink.BLACK

    @property
    def line(self) -> float:
        """The height of a line in millimetres."""
        return self.leading * POINT

    @property
    def drop(self) -> float:
        """From the top of a line to its baseline, in millimetres."""
        return (self.leading / 2 + self.size * 0.31) * POINT

    def with_cut(self, cut: Cut) -> "Style":
        """The same size in another cut."""
        return Style(self.size, self.leading, cut, self.ink)


H1 = Style(21, 25, Cut.BOLD)
H2 = Style(13, 17, Cut.SEMIBOLD, Ink.ACCENT)
SUBTITLE = Style(12, 16, ink=Ink.GREY)
LEAD = Style(13, 18)
BODY = Style(10.5, 14.5)
VERDICT = Style(11.5, 15.4)
CELL = Style(10, 12.8)
CELL_DENSE = Style(9.6, 11.8)
HEAD = Style(8.5, 10.6, Cut.SEMIBOLD)
LABEL = Style(8.5, 10.6, ink=Ink.GREY)
NOTE = Style(9, 11, ink=Ink.GREY)
FACT = Style(10.5, 13.2, Cut.SEMIBOLD)
FOOT = Style(8, 10.2, ink=Ink.GREY)
MUNICIPALITY = Style(12.5, 15, Cut.SEMIBOLD)
MUNICIPALITY_LONG = Style(10.5, 12.4, Cut.SEMIBOLD)
UNIT = Style(9.5, 12, ink=Ink.GREY)
PAGE_NUMBER = Style(9.5, 12, Cut.SEMIBOLD)
MARKER = Style(8.5, 10.6, Cut.SEMIBOLD)
CONTINUED = Style(10, 12.8, Cut.SEMIBOLD, Ink.GREY)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A size of paper and what may be printed on it."""

    width: float
    height: float

    @property
    def text_width(self) -> float:
        """From the left to the right margin."""
        return self.width - LEFT - RIGHT

    @property
    def right(self) -> float:
        """The right margin, from the left edge."""
        return self.width - RIGHT

    @property
    def body_end(self) -> float:
        """Where the body ends, from the top edge."""
        return self.height - BODY_END


PORTRAIT = Sheet(210, 297)
LANDSCAPE = Sheet(297, 210)
