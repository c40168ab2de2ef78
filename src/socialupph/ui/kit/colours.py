"""The colours by name: light, dark, high contrast, and a contrast theme of Windows. No widget keeps one of them."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Final

from PySide6.QtGui import QColor, QPalette

# Token, light, dark, high contrast. A colour is a sentence about use, not about hue.
_TABLE: Final = """
window        #F6F5F2   #181A1B   #000000
side          #ECEAE5   #121415   #000000
base          #FFFFFF   #1F2223   #000000
hover         #F3F1ED   #272A2C   #1A1A1A
line          #E3E0DA   #313537   #FFFFFF
edge          #8A857D   #7F8487   #FFFFFF
text          #1D2022   #E9E7E3   #FFFFFF
text2         #4E5254   #C0BFBB   #FFFFFF
text3         #63666A   #A1A2A2   #FFFFFF
dis_text      #9A9892   #6E7274   #A6E3A1
dis_bg        #EFEDE9   #26292A   #000000
accent        #0B6272   #1F7A8A   #7FE9FF
accent_hover  #095462   #237F90   #B4F2FF
accent_down   #07464F   #1A6A78   #FFFFFF
on_accent     #FFFFFF   #FFFFFF   #000000
link          #0B5F6E   #67C5D4   #7FE9FF
focus         #0B6272   #67C5D4   #FFD75E
sel           #DCEDEF   #173B41   #7FE9FF
sel_text      #1D2022   #F2F0EC   #000000
chip          #E7F0F1   #1D3236   #000000
track         #E6E3DD   #34393B   #000000
bar           #0B6272   #4CACBC   #7FE9FF
on_bar        #FFFFFF   #0E1112   #000000
good          #1E6B3C   #86D09E   #8CFFA8
good_bg       #E2F1E6   #1B3324   #000000
good_mark     #2B8A50   #4FAF74   #8CFFA8
warn          #844800   #EBB765   #FFD75E
warn_bg       #FBEFD8   #392B13   #000000
warn_mark     #BD7100   #D9983A   #FFD75E
bad           #AE251D   #F4A197   #FFA49C
bad_bg        #FBE6E3   #43211E   #000000
bad_mark      #C8372D   #E26A5E   #FFA49C
neutral       #4E5254   #C0BFBB   #FFFFFF
neutral_bg    #ECEAE5   #2B2F31   #000000
neutral_mark  #7A766F   #8F9294   #FFFFFF
danger        #AE251D   #C4453A   #FFA49C
on_danger     #FFFFFF   #FFFFFF   #000000
toast         #24292B   #EDEBE6   #000000
toast_text    #F4F2EE   #1D2022   #FFFFFF
toast_link    #7FD3E0   #0B5F6E   #7FE9FF
scrim         #40000000 #80000000 #C0000000
mark_run      #0B6272   #67C5D4   #7FE9FF
"""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every colour the program paints with. ``high_contrast`` changes shapes too: edges instead of tints."""

    window: QColor
    side: QColor
    base: QColor
    hover: QColor
    line: QColor
    edge: QColor
    text: QColor
    text2: QColor
    text3: QColor
    dis_text: QColor
    dis_bg: QColor
    accent: QColor
    accent_hover: QColor
    accent_down: QColor
    on_accent: QColor
    link: QColor
    focus: QColor
    sel: QColor
    sel_text: QColor
    chip: QColor
    track: QColor
    bar: QColor
    on_bar: QColor
    good: QColor
    good_bg: QColor
    good_mark: QColor
    warn: QColor
    warn_bg: QColor
    warn_mark: QColor
    bad: QColor
    bad_bg: QColor
    bad_mark: QColor
    neutral: QColor
    neutral_bg: QColor
    neutral_mark: QColor
    danger: QColor
    on_danger: QColor
    toast: QColor
    toast_text: QColor
    toast_link: QColor
    scrim: QColor
    mark_run: QColor
    high_contrast: bool = False

    @property
    def dark(self) -> bool:
        """Whether light text stands on dark ground."""
        return self.window.lightness() < 128

    def colour(self, name: str) -> QColor:
        """The token called ``name``; KeyError for one that is not in the table."""
        if name not in COLOUR_NAMES:
            raise KeyError(name)
        return getattr(self, name)


COLOUR_NAMES: Final = frozenset(f.name for f in fields(Tokens)) - {"high_contrast"}


def _column(number: int) -> dict[str, QColor]:
    rows = (line.split() for line in _TABLE.strip().splitlines())
    return {row[0]: QColor(row[number]) for row in rows}


THEMES: Final[dict[str, Tokens]] = {
    "light": Tokens(high_contrast=False, **_column(1)),
    "dark": Tokens(high_contrast=False, **_column(2)),
    "contrast": Tokens(high_contrast=True, **_column(3)),
}


def from_system(palette: QPalette) -> Tokens:
    """The contrast theme the user made in Windows, as our tokens: shape and word carry the status, not colour."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    ground, ink = palette.color(role.Window), palette.color(role.WindowText)
    picked, on_picked = palette.color(role.Highlight), palette.color(role.HighlightedText)
    link, dim = palette.color(role.Link), palette.color(group.Disabled, role.WindowText)
    button, on_button = palette.color(role.Button), palette.color(role.ButtonText)
    colours = dict.fromkeys(COLOUR_NAMES, ink)
    for name in COLOUR_NAMES:
        if name.endswith("_bg"):
            colours[name] = ground
    colours |= dict.fromkeys(("window", "side", "base", "chip", "track", "toast"), ground)
    colours |= dict.fromkeys(("hover",), button) | dict.fromkeys(("text2",), on_button)
    colours |= dict.fromkeys(("sel", "accent", "accent_hover", "accent_down", "bar", "danger"), picked)
    colours |= dict.fromkeys(("sel_text", "on_accent", "on_bar", "on_danger"), on_picked)
    colours |= dict.fromkeys(("link", "toast_link"), link) | {"dis_text": dim, "scrim": QColor(0, 0, 0, 192)}
    return Tokens(high_contrast=True, **colours)


def palette_of(tokens: Tokens) -> QPalette:
    """The Qt palette of ``tokens``, so that widgets we do not paint agree with those we do."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette()
    pairs: Iterable[tuple[QPalette.ColorRole, QColor]] = (
        (role.Window, tokens.window),
        (role.WindowText, tokens.text),
        (role.Base, tokens.base),
        (role.AlternateBase, tokens.hover),
        (role.Text, tokens.text),
        (role.PlaceholderText, tokens.text3),
        (role.Button, tokens.base),
        (role.ButtonText, tokens.text),
        (role.BrightText, tokens.on_accent),
        (role.Highlight, tokens.sel),
        (role.HighlightedText, tokens.sel_text),
        (role.Accent, tokens.accent),
        (role.Link, tokens.link),
        (role.LinkVisited, tokens.link),
        (role.ToolTipBase, tokens.base),
        (role.ToolTipText, tokens.text),
        (role.Light, tokens.base),
        (role.Midlight, tokens.hover),
        (role.Mid, tokens.line),
        (role.Dark, tokens.edge),
        (role.Shadow, tokens.edge),
    )
    for which, colour in pairs:
        palette.setColor(which, colour)
    for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(group.Disabled, which, tokens.dis_text)
    for which in (role.Base, role.Button):
        palette.setColor(group.Disabled, which, tokens.dis_bg)
    return palette


_current: Tokens = THEMES["light"]


def tokens() -> Tokens:
    """The colours in use now. Ask at paint time; never keep one across a PaletteChange."""
    return _current


def use(chosen: Tokens) -> None:
    """Make ``chosen`` the colours of the process; only the theme and tests of painting call this."""
    global _current  # noqa: PLW0603 -- one palette for the process, as QApplication has one
    _current = chosen
